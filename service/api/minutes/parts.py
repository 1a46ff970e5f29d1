"""Routes of the parts of minutes: facts, participants, outline, tasks."""

from typing import Annotated

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse

from service.actions.minutes import parts as deeds
from service.actions.minutes.naming import keep_concepts
from service.actions.minutes.parts import PartChanged
from service.api.common import Exchange, Talk, live_glossary
from service.api.minutes import examples
from service.api.minutes.answers import PartAnswer
from service.api.minutes.requests import MinutesId, Reading, Writing
from service.http.bodies import StrictRoute
from service.http.etags import set_tag
from service.http.problems import refused
from service.minutes.fields import Model
from service.minutes.kept import KeptPart
from service.minutes.parts import Part, PlacedFacts, PlacedOutline, PlacedTasks
from service.minutes.record import Parties

router = APIRouter(prefix="/minutes/{minutes_id}", tags=["minutes"], route_class=StrictRoute)


def _read(work: Reading, minutes_id: str, part: Part, talk: Exchange) -> PartAnswer:
    return _answer(deeds.read_part(work, minutes_id, part), talk)


def _save(work: Writing, minutes_id: str, part: Part, model: Model, talk: Exchange) -> PartAnswer:
    saved = deeds.save_part(work, minutes_id, part, model, talk.seen)
    keep_concepts(work, minutes_id, live_glossary(talk.request))
    return _answer(saved, talk)


def _answer(kept: KeptPart, talk: Exchange) -> PartAnswer:
    talk.show(kept.row_version)
    return PartAnswer.of(kept)


@router.get("/facts", operation_id="readFacts", summary="What the paper is, when and where the meeting was")
def read_facts(work: Reading, minutes_id: MinutesId, talk: Talk) -> PartAnswer:
    """The facts, with their entity tag."""
    return _read(work, minutes_id, Part.FACTS, talk)


@router.put("/facts", operation_id="saveFacts", summary="Save the facts")
def save_facts(
    work: Writing,
    minutes_id: MinutesId,
    facts: Annotated[PlacedFacts, Body(examples=[examples.FACTS])],
    talk: Talk,
) -> PartAnswer:
    """All facts anew; `revision` is counted by the service."""
    return _save(work, minutes_id, Part.FACTS, facts, talk)


@router.get("/participants", operation_id="readParticipants", summary="Who met")
def read_participants(work: Reading, minutes_id: MinutesId, talk: Talk) -> PartAnswer:
    """The parties with their people, with their entity tag."""
    return _read(work, minutes_id, Part.PARTICIPANTS, talk)


@router.put("/participants", operation_id="saveParticipants", summary="Save who met")
def save_participants(
    work: Writing,
    minutes_id: MinutesId,
    parties: Annotated[Parties, Body(examples=[examples.PARTICIPANTS])],
    talk: Talk,
) -> PartAnswer:
    """All parties anew."""
    return _save(work, minutes_id, Part.PARTICIPANTS, parties, talk)


@router.get("/outline", operation_id="readOutline", summary="Sections and items in their order")
def read_outline(work: Reading, minutes_id: MinutesId, talk: Talk) -> PartAnswer:
    """Sections, items with stance and speaker, and what the paper rests on, with their entity tag."""
    return _read(work, minutes_id, Part.OUTLINE, talk)


@router.put("/outline", operation_id="saveOutline", summary="Save sections and items")
def save_outline(
    work: Writing,
    minutes_id: MinutesId,
    outline: Annotated[PlacedOutline, Body(examples=[examples.OUTLINE])],
    talk: Talk,
) -> PartAnswer:
    """The outline anew: a segment named by its id keeps its texts, texts make a new one."""
    return _save(work, minutes_id, Part.OUTLINE, outline, talk)


@router.get("/tasks", operation_id="readTasks", summary="The tasks of an action plan")
def read_tasks(work: Reading, minutes_id: MinutesId, talk: Talk) -> PartAnswer:
    """The tasks in their order, with their entity tag."""
    return _read(work, minutes_id, Part.TASKS, talk)


@router.put("/tasks", operation_id="saveTasks", summary="Save the tasks")
def save_tasks(
    work: Writing,
    minutes_id: MinutesId,
    tasks: Annotated[PlacedTasks, Body(examples=[examples.TASKS])],
    talk: Talk,
) -> PartAnswer:
    """The tasks anew: a segment named by its id keeps its texts, texts make a new one."""
    return _save(work, minutes_id, Part.TASKS, tasks, talk)


def on_part_changed(request: Request, error: Exception) -> JSONResponse:
    """A lost update: the answer carries what the part says now and what was to be said."""
    if not isinstance(error, PartChanged):  # pragma: no cover - registered for it alone
        raise error
    current = PartAnswer.of(error.kept).model_dump(mode="json")
    answer = refused(request, error, current=current, yours=error.mine)
    set_tag(answer, error.kept.row_version)
    return answer
