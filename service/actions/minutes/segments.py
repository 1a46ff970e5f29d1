"""Working on segments: small units that touch one row, so that many people can save at once."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from service.accounts.people import Role
from service.actions.minutes.access import check_text_editor, note, open_minutes
from service.actions.minutes.papers import read_minutes
from service.actions.work import Work
from service.core.languages import Pair
from service.core.message import BienbanError, message
from service.minutes.kept import Head, KeptSegment, PastSegment, Said
from service.minutes.refusals import AssigneeRefused, CommentUnknown, SegmentUnknown
from service.minutes.segments import Status, change_texts, set_status
from service.minutes.sharing import roles_on
from service.minutes.states import EDITED_BY, State
from service.minutes.store import segments as store
from service.minutes.store import work as talk
from service.minutes.store.heads import Lock

_NAME = re.compile(r"s-[a-z2-9]{10}")


class SegmentChanged(BienbanError):
    """Someone else changed a segment since it was read."""

    def __init__(self, kept: KeptSegment, mine: Pair | None) -> None:
        """Hold the segment as it is now, and the texts that it was to have."""
        super().__init__(
            message(
                "this segment was changed by {person} in the meantime; look at both texts",
                person=kept.saved_by,
            )
        )
        self.kept = kept
        self.mine = mine


class PlacedSegment(NamedTuple):
    """A segment with its path in the record."""

    segment: KeptSegment
    path: str


class SegmentFilters(NamedTuple):
    """Which segments a list is narrowed to; an empty field narrows nothing."""

    statuses: tuple[Status, ...] = ()
    assignee: str | None = None
    after: str | None = None
    most: int = 200


def list_segments(work: Work, minutes_id: str, filters: SegmentFilters) -> list[PlacedSegment]:
    """Segments of minutes in sight, in the record's order.

    Raises:
        MinutesUnknown: There are none in sight.
        SegmentUnknown: The one where the page before ended is gone.
    """
    kept = read_minutes(work, minutes_id)
    placed = [PlacedSegment(kept.segments[one.segment_id], one.path) for one in kept.places]
    ids = [one.segment.segment_id for one in placed]
    if filters.after is not None:
        if filters.after not in ids:
            raise SegmentUnknown(message("these minutes have no segment {segment}", segment=filters.after))
        placed = placed[ids.index(filters.after) + 1 :]
    found = [one for one in placed if _is_wanted(one.segment, filters)]
    return found[: filters.most]


def _is_wanted(segment: KeptSegment, filters: SegmentFilters) -> bool:
    return (not filters.statuses or segment.texts.status in filters.statuses) and (
        filters.assignee is None or segment.assignee == filters.assignee
    )


def read_segment(work: Work, minutes_id: str, segment_id: str) -> KeptSegment:
    """A segment of minutes in sight.

    Raises:
        MinutesUnknown: There are no such minutes in sight.
        SegmentUnknown: They have no such segment.
    """
    return _segment(work, open_minutes(work, minutes_id), segment_id)


def _segment(work: Work, head: Head, segment_id: str) -> KeptSegment:
    is_name = _NAME.fullmatch(segment_id) is not None
    found = store.find_segment(work.session, head.key, segment_id) if is_name else None
    if found is None:
        raise SegmentUnknown(message("these minutes have no segment {segment}", segment=segment_id))
    return found


def save_texts(work: Work, minutes_id: str, segment_id: str, pair: Pair, seen: int) -> KeptSegment:
    """Keep the texts of a segment.

    Raises:
        MinutesUnknown: There are no such minutes in sight.
        MinutesLocked: They do not change now.
        NotAllowed: Who asks may not change them.
        SegmentUnknown: They have no such segment.
        SegmentChanged: It has changed since it was seen.
    """

    def change(kept: KeptSegment) -> KeptSegment:
        return replace(kept, texts=change_texts(kept.texts, pair))

    return _change(work, minutes_id, segment_id, seen, _Deed("texts", change, pair))


def say_status(work: Work, minutes_id: str, segment_id: str, status: Status, seen: int) -> KeptSegment:
    """Say what the translation of a segment is: confirmed, or translated and no more.

    Raises:
        StatusRefused: The status follows from the texts.
        SegmentChanged: It has changed since it was seen.
    """

    def change(kept: KeptSegment) -> KeptSegment:
        return replace(kept, texts=set_status(kept.texts, status))

    return _change(work, minutes_id, segment_id, seen, _Deed("status", change))


def assign(work: Work, minutes_id: str, segment_id: str, handle: str | None, seen: int) -> KeptSegment:
    """Say who is to work on a segment, or nobody.

    Raises:
        AssigneeRefused: The person cannot work on it.
        SegmentChanged: It has changed since it was seen.
    """
    head = open_minutes(work, minutes_id, Lock.SHARED)
    person_id = None if handle is None else _colleague(work, head, handle)

    def change(kept: KeptSegment) -> KeptSegment:
        return replace(kept, assignee_id=person_id, assignee=handle)

    return _change(work, minutes_id, segment_id, seen, _Deed("assigned", change))


def _colleague(work: Work, head: Head, handle: str) -> int:
    found = talk.find_colleague(work.session, head.key, head.office_id, handle)
    if found is not None:
        number, roles, level = found
        if roles_on(frozenset(map(Role, roles)), level) & EDITED_BY[State.IN_TRANSLATION]:
            return number
    raise AssigneeRefused(message("nobody called “{name}” works on these minutes", name=handle))


class _Deed(NamedTuple):
    """What is done to a segment: its name, its effect, and the texts that it was to have."""

    name: str
    change: Callable[[KeptSegment], KeptSegment]
    mine: Pair | None = None


def _change(work: Work, minutes_id: str, segment_id: str, seen: int, deed: _Deed) -> KeptSegment:
    head = open_minutes(work, minutes_id, Lock.SHARED)
    check_text_editor(work, head)
    kept = _segment(work, head, segment_id)
    if kept.row_version != seen:
        raise SegmentChanged(kept, deed.mine)
    changed = deed.change(kept)
    if changed == kept:
        return kept
    person = work.actor.person
    saved_at = store.write_segment(work.session, changed, deed.name, person.person_id)
    if saved_at is None:
        raise SegmentChanged(_segment(work, head, segment_id), deed.mine)
    details = {"segment": segment_id, "row_version": seen + 1}
    note(work, head, f"segment.{deed.name}", details)
    return replace(changed, row_version=seen + 1, saved_by=person.handle, saved_at=saved_at)


def segment_history(work: Work, minutes_id: str, segment_id: str) -> list[PastSegment]:
    """A segment as each person left it, the newest first."""
    return store.history(work.session, read_segment(work, minutes_id, segment_id).key)


def comment(work: Work, minutes_id: str, text: str, segment_id: str | None = None) -> Said:
    """Say something of minutes in sight, or of one of their segments."""
    head = open_minutes(work, minutes_id, Lock.SHARED)
    key = None if segment_id is None else _segment(work, head, segment_id).key
    number = talk.add_comment(work.session, head.key, key, work.actor.person.person_id, text)
    note(work, head, "comment", {"segment": segment_id, "number": number})
    return next(one for one in talk.comments(work.session, head.key, key) if one.number == number)


def comments(work: Work, minutes_id: str, segment_id: str | None = None) -> list[Said]:
    """What was said of minutes in sight, all of it or of one segment."""
    head = open_minutes(work, minutes_id)
    key = None if segment_id is None else _segment(work, head, segment_id).key
    return talk.comments(work.session, head.key, key)


def read_comment(work: Work, minutes_id: str, number: int, segment_id: str | None = None) -> Said:
    """One comment on minutes in sight, or on one of their segments.

    Raises:
        CommentUnknown: They have none of that number.
    """
    found = next((one for one in comments(work, minutes_id, segment_id) if one.number == number), None)
    if found is None:
        raise CommentUnknown(message("there is no comment {number}", number=number))
    return found
