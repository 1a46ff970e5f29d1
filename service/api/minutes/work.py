"""Routes of the work on minutes: checks, waivers, moves, sharing."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from service.actions.minutes import sharing
from service.actions.minutes import waivers as waiving
from service.actions.minutes.access import MinutesChanged, open_minutes
from service.actions.minutes.checking import check_minutes
from service.actions.minutes.moving import Wish, find_open_ways, move_minutes
from service.actions.minutes.papers import list_steps, read_minutes
from service.actions.work import Work
from service.api.common import Exchange, Talk, live_glossary
from service.api.minutes.answers import HeadAnswer, StepAnswer, WorkAnswer, head_fields, tag
from service.api.minutes.requests import (
    MinutesId,
    Number,
    OfficeCode,
    Reading,
    ShareRequest,
    TransitionRequest,
    Translating,
    WaiverRequest,
    Writing,
)
from service.api.minutes.work_answers import FindingAnswer, ShareAnswer, WaiverAnswer
from service.checks.waivers import find_obstacles
from service.http.bodies import StrictRoute
from service.http.etags import set_tag
from service.http.problems import language_of, refused
from service.minutes.kept import Head, Shared

router = APIRouter(prefix="/minutes/{minutes_id}", tags=["minutes"], route_class=StrictRoute)


def _work(work: Work, head: Head, talk: Exchange) -> WorkAnswer:
    talk.show(head.row_version)
    return WorkAnswer(
        **head_fields(head),
        ways=[way.value for way in find_open_ways(work, head)],
        history=[StepAnswer.of(step) for step in list_steps(work, head)],
        etag=tag(head.row_version),
    )


@router.get("/transitions", operation_id="readWork", summary="How far the work is")
def read_work(work: Reading, minutes_id: MinutesId, talk: Talk) -> WorkAnswer:
    """State, every move so far, and where you may move the minutes, with the entity tag of the work."""
    return _work(work, open_minutes(work, minutes_id), talk)


@router.post("/transitions", operation_id="moveMinutes", summary="Move minutes to another state")
def move(work: Translating, minutes_id: MinutesId, asked: TransitionRequest, talk: Talk) -> WorkAnswer:
    """`final` is refused with every obstacle; opening final minutes makes a new version and says why."""
    wish = Wish(asked.to, asked.reason)
    head = move_minutes(work, minutes_id, wish, talk.seen, live_glossary(talk.request))
    return _work(work, head, talk)


@router.get("/findings", operation_id="checkMinutes", summary="Everything that is to be said of minutes")
def findings(
    work: Reading,
    minutes_id: MinutesId,
    talk: Talk,
    as_of: Annotated[date | None, Query(description="The day for names; else the meeting's.")] = None,
) -> list[FindingAnswer]:
    """What the checks say with the owning office's glossary as it is now."""
    kept = read_minutes(work, minutes_id)
    found = check_minutes(kept, live_glossary(talk.request).of(kept.head.office_id), as_of)
    blocking = find_obstacles(found, waiving.placed_waivers(work, kept))
    language = language_of(talk.request)
    segments = [waiving.anchor(one.place, kept.places)[0] or None for one in found]
    return [
        FindingAnswer.of(one, segment, language, blocks=one in blocking)
        for one, segment in zip(found, segments, strict=True)
    ]


@router.get("/waivers", operation_id="listWaivers", summary="Findings that were accepted")
def list_waivers(work: Reading, minutes_id: MinutesId) -> list[WaiverAnswer]:
    """Who accepted what and why; a waiver holds for a finding as it stood."""
    placed = waiving.list_placed(work, read_minutes(work, minutes_id))
    return [WaiverAnswer.of(one, place) for one, place in placed]


@router.post("/waivers", operation_id="addWaiver", status_code=201, summary="Accept a finding")
def add_waiver(work: Writing, minutes_id: MinutesId, asked: WaiverRequest, talk: Talk) -> WaiverAnswer:
    """By your name; gaps and the like are mended, never accepted."""
    wanted = waiving.Acceptance(asked.code, asked.place, asked.reason)
    head, number = waiving.accept(work, minutes_id, wanted, talk.seen, live_glossary(talk.request))
    talk.show(head.row_version)
    talk.response.headers["Location"] = f"/api/v1/minutes/{minutes_id}/waivers/{number}"
    return next(one for one in list_waivers(work, minutes_id) if one.number == number)


@router.get("/waivers/{number}", operation_id="readWaiver", summary="A finding that was accepted")
def read_waiver(work: Reading, minutes_id: MinutesId, number: Number, talk: Talk) -> WaiverAnswer:
    """Who accepted it and why, with the entity tag of the work."""
    kept = read_minutes(work, minutes_id)
    talk.show(kept.head.row_version)
    return WaiverAnswer.of(*waiving.read_placed(work, kept, number))


@router.delete(
    "/waivers/{number}", operation_id="removeWaiver", status_code=204, summary="Accept a finding no longer"
)
def remove_waiver(work: Writing, minutes_id: MinutesId, number: Number, talk: Talk) -> None:
    """Take a waiver back."""
    talk.show(waiving.withdraw_waiver(work, minutes_id, number, talk.seen).row_version)


def _shares(found: tuple[Head, list[Shared]], talk: Exchange) -> list[ShareAnswer]:
    head, shares = found
    talk.show(head.row_version)
    return [ShareAnswer.of(one) for one in shares]


@router.get("/shares", operation_id="listShares", summary="To whom minutes are given")
def list_shares(work: Reading, minutes_id: MinutesId, talk: Talk) -> list[ShareAnswer]:
    """For the owning office; with the entity tag of the work."""
    return _shares(sharing.list_shares(work, minutes_id), talk)


@router.put("/shares/{office}", operation_id="shareMinutes", summary="Give minutes to an office")
def share(
    work: Writing,
    minutes_id: MinutesId,
    office: OfficeCode,
    asked: ShareRequest,
    talk: Talk,
) -> list[ShareAnswer]:
    """To read, to translate or to edit; its people need the role for that in their own office."""
    return _shares(sharing.share(work, minutes_id, office, asked.level, talk.seen), talk)


@router.delete("/shares/{office}", operation_id="revokeShare", summary="Take minutes from an office")
def revoke(work: Writing, minutes_id: MinutesId, office: OfficeCode, talk: Talk) -> list[ShareAnswer]:
    """From then on they do not exist for it."""
    return _shares(sharing.revoke(work, minutes_id, office, talk.seen), talk)


def on_minutes_changed(request: Request, error: Exception) -> JSONResponse:
    """A lost update: the answer carries how far the work is now."""
    if not isinstance(error, MinutesChanged):  # pragma: no cover - registered for it alone
        raise error
    answer = refused(request, error, current=HeadAnswer.of(error.head).model_dump(mode="json"))
    set_tag(answer, error.head.row_version)
    return answer
