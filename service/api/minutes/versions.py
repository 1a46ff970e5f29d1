"""Routes of named versions: kept, read, compared, restored."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from service.actions.minutes import versions as deeds
from service.actions.minutes.naming import keep_concepts
from service.api.common import live_glossary
from service.api.minutes.answers import MinutesAnswer
from service.api.minutes.requests import MinutesId, Number, Reading, VersionRequest, Writing
from service.api.minutes.work_answers import DifferenceAnswer, NamedVersionAnswer, PastRecordAnswer
from service.http.bodies import StrictRoute
from service.http.etags import seen

router = APIRouter(prefix="/minutes/{minutes_id}/versions", tags=["versions"], route_class=StrictRoute)


@router.get("", operation_id="listVersions", summary="Named versions")
def list_all(work: Reading, minutes_id: MinutesId) -> list[NamedVersionAnswer]:
    """Every moment that somebody named, the newest first."""
    return [NamedVersionAnswer.of(one) for one in deeds.list_versions(work, minutes_id)]


@router.post("", operation_id="nameVersion", status_code=201, summary="Name what the minutes say now")
def name(work: Writing, minutes_id: MinutesId, asked: VersionRequest, response: Response) -> PastRecordAnswer:
    """All that the minutes say at this moment, kept under a name."""
    made = deeds.name_version(work, minutes_id, asked.name)
    response.headers["Location"] = f"/api/v1/minutes/{minutes_id}/versions/{made.number}"
    return PastRecordAnswer.of_whole(made, deeds.read_version(work, minutes_id, made.number).record)


@router.get("/{number}", operation_id="readVersion", summary="What the minutes said then")
def read(work: Reading, minutes_id: MinutesId, number: Number) -> PastRecordAnswer:
    """The record of a named version."""
    said = deeds.read_version(work, minutes_id, number).record
    named = next(one for one in deeds.list_versions(work, minutes_id) if one.number == number)
    return PastRecordAnswer.of_whole(named, said)


@router.get("/{number}/difference", operation_id="compareVersions", summary="Compare two versions")
def difference(
    work: Reading,
    minutes_id: MinutesId,
    number: Number,
    to: Annotated[
        int | None, Query(ge=1, le=2_000_000_000, description="Left out: as the minutes are now.")
    ] = None,
) -> DifferenceAnswer:
    """What differs, field by field and segment by segment."""
    return DifferenceAnswer.of(deeds.compare_versions(work, minutes_id, number, to))


@router.post("/{number}/restore", operation_id="restoreVersion", summary="Let the minutes say it again")
def restore(work: Writing, minutes_id: MinutesId, number: Number, request: Request) -> MinutesAnswer:
    """As their next state; nothing of the history is lost."""
    deeds.restore_version(work, minutes_id, number, seen(request))
    return MinutesAnswer.of_all(keep_concepts(work, minutes_id, live_glossary(request)))
