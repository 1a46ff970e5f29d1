"""Routes of files: the glossary written as one, and files brought in."""

import re
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from service.actions.approvals import approve_all
from service.actions.glossary_files import PlanNotReady, Submitted, bring_in, export, plan
from service.actions.versions import newest_version
from service.actions.work import Work
from service.api.contents import Content, Line
from service.core.message import message
from service.exchange.formats import Format, TableChoice
from service.exchange.incoming import Reading
from service.exchange.plan import Choice, Decisions, ImportPlan, Outcome, PlanRow
from service.glossary.concepts import Category
from service.http.bodies import FileRoute, StrictRoute
from service.http.errors import BodyUnreadable
from service.http.guard import Guard
from service.http.policies import Policy
from service.http.problems import language_of, refused
from service.locale.catalog import say
from service.locale.glossary_words import known_labels, table_wording

_FILE = {"schema": {"type": "string", "format": "binary"}}
router = APIRouter(prefix="/glossary", tags=["files"], route_class=StrictRoute)
uploads = APIRouter(prefix="/glossary", tags=["files"], route_class=FileRoute)

_DECISION = re.compile(r"(\d{1,7})(?:\.([a-z0-9_.]{1,60}))?:([a-z_]+)")

Reading_: TypeAlias = Annotated[Work, Depends(Guard(Policy.READ_GLOSSARY), scope="function")]
Importing: TypeAlias = Annotated[Work, Depends(Guard(Policy.WRITE_GLOSSARY), scope="function")]
"""What is kept is kept in a unit of its own: planning would hold the lock of all who write."""
Approving: TypeAlias = Annotated[
    Work, Depends(Guard(Policy.APPROVE_GLOSSARY, writing=True), scope="function")
]


@router.get(
    "/export",
    operation_id="exportGlossary",
    summary="What is in force, as one file",
    response_class=Response,
    responses={200: {"content": {one.media_type: {} for one in Format}}},
)
def export_glossary(
    work: Reading_,
    request: Request,
    format: Annotated[Format, Query()] = Format.TBX,  # noqa: A002 - its name in the address
) -> Response:
    """TBX-Basic (ISO 30042:2019), a workbook, CSV, or YAML."""
    data = export(work, format, table_wording(language_of(request)))
    name = f"bienban-glossary-{newest_version(work)}.{format.value}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(data, media_type=format.media_type, headers=headers)


class ImportQuery(Content):
    """How a file is to be read, and what was decided of its rows."""

    name: Line = Field(
        max_length=200, description="The file's name; its end says the format.", examples=["terms.csv"]
    )
    apply: bool = Field(default=False, description="Without it nothing is changed.")
    encoding: str | None = Field(None, max_length=40, description="Of a CSV file; default: found out.")
    category: Category | None = Field(None, description="Of new concepts whose row names none.")
    default: Choice | None = Field(None, description="Decision of every row without one of its own.")
    decision: list[Annotated[str, Field(max_length=200)]] = Field(
        [],
        max_length=10_000,
        description="ROW:CHOICE, or ROW.FIELD:CHOICE for one field; CHOICE is take, keep or as_written.",
        examples=[["12:take", "14.zh.preferred:keep"]],
    )

    def submitted(self, data: bytes) -> Submitted:
        """The file with what was chosen for it."""
        rows: dict[int, Choice] = {}
        fields: dict[tuple[int, str], Choice] = {}
        for text in self.decision:
            found = _DECISION.fullmatch(text)
            if found is None or found[3] not in list(Choice):
                raise BodyUnreadable(
                    message("“{text}” is no decision; write 12:take or 12.zh.preferred:keep", text=text)
                )
            if found[2]:
                fields[int(found[1]), found[2]] = Choice(found[3])
            else:
                rows[int(found[1])] = Choice(found[3])
        decisions = Decisions(self.default, rows, fields, self.category)
        return Submitted(data, self.name, known_labels(), TableChoice(self.encoding), decisions)


class FieldAnswer(BaseModel):
    """One field that a row would change."""

    field: str
    old: str | list[str]
    new: str | list[str]


class RowAnswer(BaseModel):
    """What becomes of one row."""

    number: int
    place: str
    outcome: Outcome
    concept_id: str | None
    is_decided: bool
    changes: list[FieldAnswer]
    reasons: list[str]
    notes: list[str]


class ImportAnswer(BaseModel):
    """What a file would do, or has done."""

    applied: bool
    is_ready: bool = Field(description="The file can be brought in: nothing waits for a decision.")
    counts: dict[Outcome, int]
    notes: list[str]
    doubts: list[str] = Field(description="What must be settled for the file as a whole.")
    preview: list[list[str]] = Field(description="First rows as they were read.")
    rows: list[RowAnswer] = Field(description="What is not unchanged: those that wait first; 1000 at most.")


_MOST_ROWS = 1000


def _answer(reading: Reading, planned: ImportPlan, language: str, *, applied: bool) -> ImportAnswer:
    told = [row for row in planned.rows if row.outcome is not Outcome.UNCHANGED or not row.is_decided]
    told.sort(key=lambda row: row.is_decided)
    return ImportAnswer(
        applied=applied,
        is_ready=planned.is_ready,
        counts=dict(planned.counts),
        notes=[say(one, language) for one in planned.notes],
        doubts=[say(one, language) for one in planned.doubts],
        preview=[list(row) for row in reading.preview],
        rows=[_row(row, language) for row in told[:_MOST_ROWS]],
    )


def _row(row: PlanRow, language: str) -> RowAnswer:
    return RowAnswer(
        number=row.number,
        place=row.place,
        outcome=row.outcome,
        concept_id=row.concept_id,
        is_decided=row.is_decided,
        changes=[
            FieldAnswer(field=one.field, old=_value(one.old), new=_value(one.new)) for one in row.changes
        ],
        reasons=[say(one, language) for one in row.reasons],
        notes=[say(one, language) for one in row.notes],
    )


def _value(value: str | tuple[str, ...]) -> str | list[str]:
    return value if isinstance(value, str) else list(value)


@uploads.post(
    "/imports",
    operation_id="importFile",
    summary="Bring a file in, or say what it would do",
    openapi_extra={"requestBody": {"required": True, "content": {"application/octet-stream": _FILE}}},
)
def import_file(work: Importing, request: Request, asked: Annotated[ImportQuery, Query()]) -> ImportAnswer:
    """The body is the file. All of it is proposed, or nothing; 409 while rows wait for a decision."""
    file = asked.submitted(request.state.file)
    reading, planned = (bring_in if asked.apply else plan)(work, file)
    return _answer(reading, planned, language_of(request), applied=asked.apply)


def on_plan_not_ready(request: Request, error: Exception) -> JSONResponse:
    """Rows wait for a decision: the answer says which, and nothing was changed."""
    if not isinstance(error, PlanNotReady):  # pragma: no cover - registered for it alone
        raise error
    answer = _answer(error.reading, error.plan, language_of(request), applied=False)
    return refused(request, error, plan=answer.model_dump(mode="json"))


class ApprovalAnswer(BaseModel):
    """What became of the proposals."""

    approved: int
    left: list[str] = Field(description="Why others were not, in the reader's language.")
    version: int


@router.post("/approvals", operation_id="approveAll", summary="Approve every proposal of others")
def approve(work: Approving, request: Request) -> ApprovalAnswer:
    """As one version; what the person had a hand in is left to others."""
    done, left = approve_all(work)
    language = language_of(request)
    return ApprovalAnswer(
        approved=done, left=[say(one, language) for one in left], version=newest_version(work)
    )
