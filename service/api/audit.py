"""Routes of the audit chain of the own office."""

import json
from datetime import datetime
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from service.accounts.audit import Link, Sought
from service.actions.audit import export_chain, list_events
from service.actions.work import Work
from service.api.contents import Content
from service.http.bodies import StrictRoute
from service.http.cursors import cursors_of
from service.http.guard import Guard
from service.http.policies import Policy

router = APIRouter(prefix="/audit", tags=["audit"], route_class=StrictRoute)

Keeping: TypeAlias = Annotated[Work, Depends(Guard(Policy.KEEP_OFFICE), scope="function")]
_LINES = "application/x-ndjson"
_MOST = 200
_LIST = "audit"


class EventAnswer(BaseModel):
    """Who did what to which object, from where."""

    sequence: int
    at: datetime
    actor: str
    action: str
    object_kind: str
    object_id: str
    details: dict[str, Any]
    came_from: str
    previous: str = Field(description="Digest of the event before.")
    digest: str = Field(description="SHA-256 over all of this, the digest before it included.")

    @classmethod
    def of(cls, one: Link) -> "EventAnswer":
        """An event as an answer."""
        return cls(**{**vars(one), "details": json.loads(one.details)})


class AuditPage(BaseModel):
    """A page of events, the newest first."""

    items: list[EventAnswer]
    next: str | None = Field(description="Cursor of the next page; null at the end.")


class AuditQuery(Content):
    """What events are narrowed to, and which page of them is wanted."""

    actor: Annotated[str, Field(max_length=40)] = Field("", examples=["nguyen.ha"])
    action: Annotated[str, Field(max_length=60)] = Field(
        "", description="Whole, or the part before the dot.", examples=["session", "person.change"]
    )
    object_id: Annotated[str, Field(max_length=200)] = ""
    cursor: Annotated[str, Field(max_length=4000)] | None = None
    limit: int = Field(50, ge=1, le=_MOST)


@router.get("", operation_id="listEvents", summary="Who did what")
def list_page(work: Keeping, asked: Annotated[AuditQuery, Query()], request: Request) -> AuditPage:
    """Events of the own office."""
    cursors = cursors_of(request)
    before = cursors.read_number(_LIST, asked.cursor)
    sought = Sought(asked.actor, asked.action, asked.object_id, before=before, most=asked.limit + 1)
    found = list_events(work, sought)
    shown = found[: asked.limit]
    return AuditPage(
        items=[EventAnswer.of(one) for one in shown],
        next=cursors.write_number(_LIST, shown[-1].sequence if len(found) > asked.limit else None),
    )


@router.get(
    "/export",
    operation_id="exportEvents",
    summary="The whole chain as lines of JSON",
    response_class=StreamingResponse,
    responses={200: {"content": {_LINES: {}}}},
)
def export(work: Keeping, request: Request) -> StreamingResponse:
    """Every event of the own office with all that its digest is made of, so that others can verify it."""
    office = work.actor.office
    lines = export_chain(request.app.state.engine, office.office_id)
    name = f'attachment; filename="bienban-audit-{office.code}.jsonl"'
    return StreamingResponse(lines, media_type=_LINES, headers={"Content-Disposition": name})
