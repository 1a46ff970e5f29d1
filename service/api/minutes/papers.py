"""Routes of whole minutes: lists, making, reading, the trash, withdrawal."""

import json
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response

from service.actions.minutes import papers as deeds
from service.actions.minutes import trash
from service.actions.minutes.naming import keep_concepts
from service.api.common import Talk, live_glossary
from service.api.minutes.answers import HeadAnswer, HeadPage, MinutesAnswer, TrashedAnswer
from service.api.minutes.examples import RECORD
from service.api.minutes.requests import (
    Keeping,
    MinutesId,
    MinutesQuery,
    Reading,
    WithdrawalRequest,
    Writing,
)
from service.exchange.record_writing import write_record
from service.http.bodies import StrictRoute
from service.http.cursors import cursors_of
from service.http.etags import seen
from service.minutes.plain import plain_record
from service.minutes.record import Record

router = APIRouter(prefix="/minutes", tags=["minutes"], route_class=StrictRoute)
_LIST = "minutes"


class RecordFormat(StrEnum):
    """As what a record file is wanted."""

    YAML = "yaml"
    JSON = "json"


@router.get("", operation_id="listMinutes", summary="List minutes")
def list_page(work: Reading, request: Request, asked: Annotated[MinutesQuery, Query()]) -> HeadPage:
    """A page of the minutes of your office and of those shared with it, the newest first."""
    cursors = cursors_of(request)
    page = deeds.list_minutes(work, asked.filters(), cursors.read_number(_LIST, asked.cursor), asked.limit)
    following = cursors.write_number(_LIST, page.after)
    return HeadPage(items=[HeadAnswer.of(head) for head in page.heads], next=following)


@router.post("", operation_id="createMinutes", status_code=201, summary="Make minutes of a record")
def create(work: Writing, record: Annotated[Record, Body(examples=[RECORD])], talk: Talk) -> MinutesAnswer:
    """New minutes of your office, drafting, of a record as docs/record.schema.json says it."""
    made = deeds.create_minutes(work, record)
    keep_concepts(work, made.head.minutes_id, live_glossary(talk.request))
    talk.response.headers["Location"] = f"/api/v1{router.prefix}/{made.head.minutes_id}"
    return MinutesAnswer.of_all(made)


@router.get("/trash", operation_id="listTrash", summary="What lies in the trash")
def list_trash(work: Keeping) -> list[TrashedAnswer]:
    """What your office deleted within the last 30 days, the newest first."""
    return [
        TrashedAnswer(minutes=HeadAnswer.of(head), person=who, at=at)
        for head, who, at in trash.list_trash(work)
    ]


@router.post("/trash/{minutes_id}/restore", operation_id="takeOutOfTrash", summary="Out of the trash")
def take_out(work: Writing, minutes_id: MinutesId) -> HeadAnswer:
    """The minutes, as they were."""
    return HeadAnswer.of(trash.take_out(work, minutes_id))


@router.get("/{minutes_id}", operation_id="readMinutes", summary="Read minutes")
def read(work: Reading, minutes_id: MinutesId) -> MinutesAnswer:
    """The record with its segments; `etags` holds the entity tag of each thing that is edited apart."""
    return MinutesAnswer.of_all(deeds.read_minutes(work, minutes_id))


@router.delete(
    "/{minutes_id}", operation_id="deleteMinutes", status_code=204, summary="Put minutes into the trash"
)
def delete(work: Writing, minutes_id: MinutesId, request: Request) -> None:
    """They stay in the trash for 30 days; what both sides agreed on is withdrawn instead."""
    trash.trash(work, minutes_id, seen(request))


@router.post("/{minutes_id}/withdrawal", operation_id="withdrawMinutes", summary="Withdraw agreed minutes")
def withdraw(work: Writing, minutes_id: MinutesId, asked: WithdrawalRequest, request: Request) -> HeadAnswer:
    """They stay, marked as withdrawn with the reason, and change no more."""
    return HeadAnswer.of(trash.withdraw(work, minutes_id, asked.reason, seen(request)))


@router.get(
    "/{minutes_id}/record",
    operation_id="readRecord",
    summary="The record as a file",
    response_class=Response,
    responses={200: {"content": {"application/yaml": {}, "application/json": {}}}},
)
def read_record(
    work: Reading,
    minutes_id: MinutesId,
    wanted: Annotated[RecordFormat, Query(alias="format")] = RecordFormat.YAML,
) -> Response:
    """The file that `bienban draft` takes, YAML or JSON."""
    record = deeds.read_minutes(work, minutes_id).record
    name = f'attachment; filename="{minutes_id}.{wanted.value}"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    if wanted is RecordFormat.YAML:
        return Response(write_record(record), media_type="application/yaml", headers=headers)
    text = json.dumps(plain_record(record), ensure_ascii=False, indent=2)
    return Response(text, media_type="application/json", headers=headers)
