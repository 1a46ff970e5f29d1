"""Routes of minutes made of something: a record file, notes, the last session; and what they were made of."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from service.actions.minutes import origins as deeds
from service.api.common import live_glossary
from service.api.minutes.answers import MinutesAnswer
from service.api.minutes.origin_schemas import (
    NotesContent,
    NotesRequest,
    OriginAnswer,
    ProposalAnswer,
    SessionAnswer,
    SessionRequest,
)
from service.api.minutes.requests import Keeping, MinutesId, Reading, Writing
from service.http.bodies import FileRoute, StrictRoute
from service.http.problems import language_of
from service.minutes.kept import KeptMinutes

router = APIRouter(prefix="/minutes", tags=["minutes"], route_class=StrictRoute)
uploads = APIRouter(prefix="/minutes", tags=["minutes"], route_class=FileRoute)

_FILE = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


def _made(made: KeptMinutes, response: Response) -> MinutesAnswer:
    response.headers["Location"] = f"/api/v1/minutes/{made.head.minutes_id}"
    return MinutesAnswer.of_all(made)


@uploads.post(
    "/from-file",
    operation_id="createMinutesFromFile",
    status_code=201,
    summary="Make minutes of a record file",
    openapi_extra=_FILE,
)
def create_from_file(
    work: Writing,
    request: Request,
    response: Response,
    name: Annotated[
        str,
        Query(pattern=r"^[^/\\\x00-\x1f]{1,200}$", description="Of the file; .json is read as JSON."),
    ] = "record.yaml",
) -> MinutesAnswer:
    """New minutes of your office; a file that is no record is refused with line and key of every problem."""
    made = deeds.create_from_file(work, request.state.file, name, live_glossary(request))
    return _made(made, response)


@router.post(
    "/from-notes/proposal", operation_id="proposeFromNotes", summary="Read notes into a proposed record"
)
def propose(work: Keeping, asked: NotesContent, request: Request) -> ProposalAnswer:
    """Nothing is kept: each field with its passage, what had to be chosen, what was not recognised."""
    proposal = deeds.propose_record(work, asked.notes(), live_glossary(request))
    return ProposalAnswer.of(proposal, language_of(request))


@router.post(
    "/from-notes", operation_id="createMinutesFromNotes", status_code=201, summary="Make minutes of notes"
)
def create_from_notes(
    work: Writing, asked: NotesRequest, request: Request, response: Response
) -> MinutesAnswer:
    """The record as you have set it right, or as it is proposed; the notes stay beside the minutes."""
    made = deeds.create_from_notes(work, asked.notes(), asked.record, live_glossary(request))
    return _made(made, response)


@router.post(
    "/from-session",
    operation_id="createMinutesFromSession",
    status_code=201,
    summary="Make minutes of the next session of a mechanism",
)
def create_from_session(
    work: Writing, asked: SessionRequest, request: Request, response: Response
) -> SessionAnswer:
    """Number raised, host changed, names and people as of the new day; what was agreed is asked after."""
    made, origin = deeds.create_from_session(work, asked.wanted(), live_glossary(request))
    answer = _made(made, response)
    return SessionAnswer(**dict(answer), origin=OriginAnswer.of(origin, language_of(request)))


@router.get("/{minutes_id}/origin", operation_id="readOrigin", summary="What the minutes were made of")
def read_origin(work: Reading, minutes_id: MinutesId, request: Request) -> OriginAnswer:
    """The notes with every passage and what was not recognised, or the session before with what changed."""
    return OriginAnswer.of(deeds.read_origin(work, minutes_id), language_of(request))
