"""Routes of the registry of persons: lists, entries with their history, positions as of a day."""

from datetime import date
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from service.actions import persons as deeds
from service.actions.finding_persons import list_persons
from service.actions.persons import PersonChanged
from service.actions.posts import Glossaries
from service.actions.work import Work
from service.api.common import live_glossary
from service.api.person_schemas import (
    HolderAnswer,
    ParticipantAnswer,
    PersonAnswer,
    PersonContent,
    PersonId,
    PersonPageAnswer,
    PersonQuery,
    PersonRevision,
    PositionAnswer,
)
from service.http.bodies import StrictRoute
from service.http.cursors import cursors_of
from service.http.etags import is_known, seen, set_tag
from service.http.guard import Guard
from service.http.policies import Policy
from service.http.problems import language_of, refused
from service.minutes.persons.registered import KeptPerson

router = APIRouter(prefix="/persons", tags=["persons"], route_class=StrictRoute)

Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.READ_MINUTES), scope="function")]
Writing: TypeAlias = Annotated[Work, Depends(Guard(Policy.WRITE_MINUTES, writing=True), scope="function")]
AsOf: TypeAlias = Annotated[
    date | None,
    Query(description="Positions held on this day, composed for it.", examples=["2023-12-26"]),
]


def _glossaries(request: Request, work: Work) -> Glossaries:
    live = live_glossary(request)
    return Glossaries(live.of(work.actor.office.office_id), live.of(work.actor.national.office_id))


def _answer(kept: KeptPerson, response: Response) -> PersonAnswer:
    set_tag(response, kept.row_version)
    return PersonAnswer.of(kept)


def _holder(work: Work, kept: KeptPerson, request: Request, day: date | None) -> HolderAnswer:
    glossaries, language = _glossaries(request, work), language_of(request)
    positions = deeds.positions_on(work, kept, glossaries, day)
    taken = deeds.as_participants(work, kept, positions, glossaries)
    return HolderAnswer(
        **dict(PersonAnswer.of(kept)),
        positions=[PositionAnswer.of(one, language) for one in positions],
        participants=[ParticipantAnswer.of(one) for one in taken],
    )


@router.get("", operation_id="listPersons", summary="List and search the registry of persons")
def list_page(work: Reading, request: Request, asked: Annotated[PersonQuery, Query()]) -> PersonPageAnswer:
    """A page of the persons in sight: everybody's entries and the office's own."""
    cursors = cursors_of(request)
    page = list_persons(work, asked.wanted(cursors), _glossaries(request, work))
    return PersonPageAnswer(
        items=[_holder(work, kept, request, asked.as_of) for kept in page.persons],
        next=asked.next(cursors, page.after),
    )


@router.post("", operation_id="createPerson", status_code=201, summary="Put a person into the registry")
def create(work: Writing, content: PersonContent, request: Request, response: Response) -> PersonAnswer:
    """An entry with an id of its own; `collection` says whose it is."""
    kept = deeds.create(work, content.person(), content.collection, _glossaries(request, work))
    response.headers["Location"] = f"/api/v1{router.prefix}/{kept.person_id}"
    return _answer(kept, response)


@router.get("/{person_id}", operation_id="readRegisteredPerson", summary="Read a person")
def read(
    work: Reading, person_id: PersonId, request: Request, response: Response, as_of: AsOf = None
) -> HolderAnswer:
    """Names, and positions composed as of a day; without one, each as of its own days."""
    kept = deeds.read(work, person_id)
    set_tag(response, kept.row_version)
    if is_known(request, kept.row_version):
        response.status_code = 304
    return _holder(work, kept, request, as_of)


@router.put("/{person_id}", operation_id="revisePerson", summary="Say anew what is known of a person")
def revise(
    work: Writing, person_id: PersonId, content: PersonRevision, request: Request, response: Response
) -> PersonAnswer:
    """Everything that is said of the person from now on; If-Match carries the ETag that was read."""
    kept = deeds.revise(work, person_id, content.person(), seen(request), _glossaries(request, work))
    return _answer(kept, response)


@router.delete(
    "/{person_id}", operation_id="deletePerson", status_code=204, summary="Take a person out of the registry"
)
def remove(work: Writing, person_id: PersonId, request: Request) -> None:
    """For good, with the history; minutes keep the names that they hold."""
    deeds.remove(work, person_id, seen(request))


@router.get("/{person_id}/positions", operation_id="readPositions", summary="Positions of a person")
def positions(
    work: Reading, person_id: PersonId, request: Request, as_of: AsOf = None
) -> list[PositionAnswer]:
    """Those held on a day, composed for it; without a day all of them."""
    kept = deeds.read(work, person_id)
    found = deeds.positions_on(work, kept, _glossaries(request, work), as_of)
    language = language_of(request)
    return [PositionAnswer.of(one, language) for one in found]


@router.get("/{person_id}/history", operation_id="readPersonHistory", summary="Everything that was said")
def history(work: Reading, person_id: PersonId) -> list[PersonAnswer]:
    """Every state of the entry, the newest first."""
    return [PersonAnswer.of(kept) for kept in deeds.history(work, person_id)]


def on_person_changed(request: Request, error: Exception) -> JSONResponse:
    """A lost update: the answer carries what the entry says now and what was to be said."""
    if not isinstance(error, PersonChanged):  # pragma: no cover - registered for it alone
        raise error
    answer = refused(
        request,
        error,
        current=PersonAnswer.of(error.kept).model_dump(mode="json"),
        yours=error.mine.model_dump(mode="json", exclude_unset=True) if error.mine else None,
    )
    set_tag(answer, error.kept.row_version)
    return answer
