"""Routes of segments: texts, status, who works on them, comments, history."""

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from fastapi.responses import JSONResponse

from service.actions.minutes import segments as deeds
from service.actions.minutes.segments import SegmentChanged, SegmentFilters
from service.api.common import Exchange, Talk
from service.api.minutes.answers import SegmentAnswer, SegmentPage, TextsAnswer
from service.api.minutes.examples import TEXTS
from service.api.minutes.requests import (
    AssigneeRequest,
    MinutesId,
    Number,
    Reading,
    SaidRequest,
    Saying,
    SegmentName,
    SegmentQuery,
    StatusRequest,
    Translating,
)
from service.api.minutes.work_answers import PastAnswer, SaidAnswer
from service.http.bodies import StrictRoute
from service.http.cursors import cursors_of
from service.http.etags import set_tag
from service.http.problems import refused
from service.minutes.fields import Text
from service.minutes.kept import KeptSegment

router = APIRouter(prefix="/minutes/{minutes_id}", tags=["segments"], route_class=StrictRoute)


def _answer(kept: KeptSegment, talk: Exchange) -> SegmentAnswer:
    talk.show(kept.row_version)
    return SegmentAnswer.of(kept)


@router.get("/segments", operation_id="listSegments", summary="List segments")
def list_page(
    work: Reading, minutes_id: MinutesId, asked: Annotated[SegmentQuery, Query()], request: Request
) -> SegmentPage:
    """A page of the pairs of texts, in the record's order."""
    listing, cursors = f"segments of {minutes_id}", cursors_of(request)
    place = cursors.read(listing, asked.cursor)
    after = None if place is None else str(place[0])
    filters = SegmentFilters(tuple(asked.status), asked.assignee, after, asked.limit + 1)
    found = deeds.list_segments(work, minutes_id, filters)
    shown = found[: asked.limit]
    last = shown[-1].segment.segment_id if len(found) > asked.limit else None
    following = cursors.write(listing, None if last is None else (last,))
    return SegmentPage(items=[SegmentAnswer.of(one.segment, one.path) for one in shown], next=following)


@router.get("/segments/{segment_id}", operation_id="readSegment", summary="Read a segment")
def read(work: Reading, minutes_id: MinutesId, segment_id: SegmentName, talk: Talk) -> SegmentAnswer:
    """A pair of texts, with its entity tag."""
    return _answer(deeds.read_segment(work, minutes_id, segment_id), talk)


@router.put("/segments/{segment_id}", operation_id="saveSegment", summary="Save the texts of a segment")
def save(
    work: Translating,
    minutes_id: MinutesId,
    segment_id: SegmentName,
    texts: Annotated[Text, Body(examples=[TEXTS])],
    talk: Talk,
) -> SegmentAnswer:
    """Both texts anew; a language that is null or left out is still to be written."""
    return _answer(deeds.save_texts(work, minutes_id, segment_id, texts.pair, talk.seen), talk)


@router.put("/segments/{segment_id}/status", operation_id="setSegmentStatus", summary="Confirm a translation")
def set_status(
    work: Translating,
    minutes_id: MinutesId,
    segment_id: SegmentName,
    asked: StatusRequest,
    talk: Talk,
) -> SegmentAnswer:
    """Confirmed, or translated and no more; the other two follow from the texts."""
    return _answer(deeds.say_status(work, minutes_id, segment_id, asked.status, talk.seen), talk)


@router.put("/segments/{segment_id}/assignee", operation_id="assignSegment", summary="Say who works on it")
def assign(
    work: Translating,
    minutes_id: MinutesId,
    segment_id: SegmentName,
    asked: AssigneeRequest,
    talk: Talk,
) -> SegmentAnswer:
    """Somebody of the owning office, or of one that these minutes are shared with for translation."""
    return _answer(deeds.assign(work, minutes_id, segment_id, asked.person, talk.seen), talk)


@router.get("/segments/{segment_id}/history", operation_id="readSegmentHistory", summary="Who changed what")
def history(work: Reading, minutes_id: MinutesId, segment_id: SegmentName) -> list[PastAnswer]:
    """The segment as each person left it, the newest first."""
    return [PastAnswer.of(one) for one in deeds.segment_history(work, minutes_id, segment_id)]


@router.get(
    "/segments/{segment_id}/comments",
    operation_id="listSegmentComments",
    summary="What was said of it",
)
def segment_comments(work: Reading, minutes_id: MinutesId, segment_id: SegmentName) -> list[SaidAnswer]:
    """Comments in their order."""
    return [SaidAnswer.of(one) for one in deeds.comments(work, minutes_id, segment_id)]


@router.post(
    "/segments/{segment_id}/comments",
    operation_id="commentSegment",
    status_code=201,
    summary="Say something of a segment",
)
def comment_segment(
    work: Saying, minutes_id: MinutesId, segment_id: SegmentName, said: SaidRequest, talk: Talk
) -> SaidAnswer:
    """The comment."""
    made = deeds.comment(work, minutes_id, said.text, segment_id)
    place = f"/api/v1/minutes/{minutes_id}/segments/{segment_id}/comments/{made.number}"
    talk.response.headers["Location"] = place
    return SaidAnswer.of(made)


@router.get(
    "/segments/{segment_id}/comments/{number}",
    operation_id="readSegmentComment",
    summary="One thing that was said of a segment",
)
def segment_comment(
    work: Reading, minutes_id: MinutesId, segment_id: SegmentName, number: Number
) -> SaidAnswer:
    """The comment."""
    return SaidAnswer.of(deeds.read_comment(work, minutes_id, number, segment_id))


@router.get("/comments", operation_id="listMinutesComments", summary="What was said of minutes")
def comments(work: Reading, minutes_id: MinutesId) -> list[SaidAnswer]:
    """Comments on the minutes and on all their segments, in their order."""
    return [SaidAnswer.of(one) for one in deeds.comments(work, minutes_id)]


@router.get("/comments/{number}", operation_id="readMinutesComment", summary="One thing that was said")
def one_comment(work: Reading, minutes_id: MinutesId, number: Number) -> SaidAnswer:
    """The comment."""
    return SaidAnswer.of(deeds.read_comment(work, minutes_id, number))


@router.post("/comments", operation_id="commentMinutes", status_code=201, summary="Say something of minutes")
def comment(work: Saying, minutes_id: MinutesId, said: SaidRequest, talk: Talk) -> SaidAnswer:
    """The comment."""
    made = deeds.comment(work, minutes_id, said.text)
    talk.response.headers["Location"] = f"/api/v1/minutes/{minutes_id}/comments/{made.number}"
    return SaidAnswer.of(made)


def on_segment_changed(request: Request, error: Exception) -> JSONResponse:
    """A lost update: the answer carries the segment as it is now and the texts that it was to have."""
    if not isinstance(error, SegmentChanged):  # pragma: no cover - registered for it alone
        raise error
    mine = TextsAnswer.of(error.mine)
    current = SegmentAnswer.of(error.kept).model_dump(mode="json")
    answer = refused(request, error, current=current, yours=mine.model_dump() if mine else None)
    set_tag(answer, error.kept.row_version)
    return answer
