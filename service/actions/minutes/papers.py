"""Making, reading and listing minutes."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from service.actions.minutes.access import check_writer, draw_id, note, open_minutes
from service.actions.work import Work
from service.core.message import message
from service.db.base import now
from service.minutes.kept import Filters, Head, HeadPage, KeptMinutes, StepTaken
from service.minutes.parts import Content, Part, places, take_apart
from service.minutes.record import Record
from service.minutes.refusals import TooManySegments
from service.minutes.states import State
from service.minutes.store import heads as store
from service.minutes.store.parts import add_parts, get_parts
from service.minutes.store.segments import add_segments, all_segments
from service.minutes.store.work import steps
from service.minutes.tables import MinutesRow

MAX_SEGMENTS = 2000
_ID_LETTERS = 14
_SEGMENT_LETTERS = 10


def create_minutes(work: Work, record: Record, came_as: str = "record") -> KeptMinutes:
    """Keep a record as new minutes of the person's office, drafting.

    Args:
        work: Whose work it is.
        record: What they say.
        came_as: What the record was made from, for the audit: `record`, `notes`, `session`.

    Raises:
        NotAllowed: The person neither drafts nor administers.
        TooManySegments: It has more pairs of texts than minutes hold.
    """
    check_writer(work.actor.person.roles)
    parts, segments = take_apart(record, new_segment_id)
    check_number(segments)
    person_id, minutes_id = work.actor.person.person_id, draw_id("m", _ID_LETTERS)
    row = MinutesRow(
        minutes_id=minutes_id,
        office_id=work.actor.office.office_id,
        state=State.DRAFTING.value,
        created_by=person_id,
        created_at=now(),
        **listed_columns(parts[Part.FACTS])._asdict(),
    )
    key = store.add_head(work.session, row)
    add_parts(work.session, key, person_id, parts)
    add_segments(work.session, key, person_id, segments)
    made = read_minutes(work, minutes_id)
    note(work, made.head, "create", {"segments": len(segments), "from": came_as})
    return made


def new_segment_id() -> str:
    """An id for a segment."""
    return draw_id("s", _SEGMENT_LETTERS)


def check_number(segments: Collection[object]) -> None:
    """Refuse more segments than minutes hold.

    Raises:
        TooManySegments: There are more.
    """
    if len(segments) > MAX_SEGMENTS:
        raise TooManySegments(
            message("{count} pairs of texts; minutes hold {most}", count=len(segments), most=MAX_SEGMENTS)
        )


class Listed(NamedTuple):
    """The columns of a head that lists ask for."""

    document_type: str
    mechanism: str
    mechanism_words: str
    held_on: date | None


def listed_columns(facts: Content) -> Listed:
    """What lists ask for, as the facts say."""
    mechanism = facts.get("mechanism") or ""
    if not isinstance(mechanism, str):
        mechanism = " · ".join(text for text in (mechanism.get("vi"), mechanism.get("zh")) if text)
    day = facts.get("date")
    held_on = date.fromisoformat(day) if day else None
    return Listed(facts["document_type"], mechanism, mechanism.casefold(), held_on)


def read_minutes(work: Work, minutes_id: str) -> KeptMinutes:
    """All of some minutes in sight.

    Raises:
        MinutesUnknown: There are none in sight.
    """
    return read_whole(work, open_minutes(work, minutes_id))


def read_whole(work: Work, head: Head) -> KeptMinutes:
    """All of the minutes of a head; of one moment in a reading unit, or where the head is locked alone."""
    parts = get_parts(work.session, head.key)
    segments = all_segments(work.session, head.key)
    where = tuple(places({part: kept.content for part, kept in parts.items()}))
    return KeptMinutes(head, parts, segments, where, steps(work.session, head.key))


def list_steps(work: Work, head: Head) -> tuple[StepTaken, ...]:
    """Every move of minutes, the first one first."""
    return steps(work.session, head.key)


def list_minutes(work: Work, filters: Filters, after: int | None = None, most: int = 50) -> HeadPage:
    """A page of the minutes in sight, own and shared, the newest first."""
    return store.list_heads(work.session, work.actor.office.office_id, filters, after, most)
