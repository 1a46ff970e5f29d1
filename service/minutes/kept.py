"""Minutes as they are kept: whose they are, how far the work is, and what each part and segment says."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from service.core.languages import Pair
from service.minutes.parts import Content, Part, Place, put_together
from service.minutes.record import DocumentType, Record
from service.minutes.segments import Status, Texts
from service.minutes.sharing import Level
from service.minutes.states import State, Work


class Withdrawal(NamedTuple):
    """Who withdrew minutes, when and why."""

    person: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Head:
    """Whose minutes are, and how far the work on them is.

    Attributes:
        key: Their number in the database.
        minutes_id: Stable name.
        office_id: Number of the owning office.
        office: Code of the owning office.
        level: What is shared with the office of who asks; None where it owns them.
        row_version: Counts moves, sharing and withdrawal; no edit of what the minutes say.
        state: How far the work is.
        version: Raised when final minutes open again.
        was_agreed: Both sides agreed on them once.
        document_type: As the facts say.
        mechanism: As the facts write it; empty where they do not.
        held_on: The meeting's first day.
        created_by: Handle.
        created_at: When.
        withdrawal: None where they were not withdrawn.
    """

    key: int
    minutes_id: str
    office_id: int
    office: str
    level: Level | None
    row_version: int
    state: State
    version: int
    was_agreed: bool
    document_type: DocumentType
    mechanism: str
    held_on: date | None
    created_by: str
    created_at: datetime
    withdrawal: Withdrawal | None

    @property
    def work(self) -> Work:
        """Where they stand, without the history."""
        return Work(self.state, self.version)


@dataclass(frozen=True)
class KeptPart:
    """A part of what minutes say; `content` holds segments by their ids."""

    part: Part
    content: Content
    row_version: int
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True)
class KeptSegment:
    """A pair of texts.

    Attributes:
        key: Its number in the database.
        segment_id: Stable name in its minutes.
        part: The part that names it.
        is_live: Whether that part still does.
        texts: The texts and how far their translation is.
        row_version: Counts its changes; its entity tag.
        assignee_id: Number of the person who is to work on it.
        assignee: Handle of that person.
        saved_by: Handle of who changed it last.
        saved_at: When.
    """

    key: int
    segment_id: str
    part: Part
    is_live: bool
    texts: Texts
    row_version: int
    assignee_id: int | None
    assignee: str | None
    saved_by: str
    saved_at: datetime


class PastSegment(NamedTuple):
    """A segment as somebody left it; `deed` says what was done."""

    row_version: int
    deed: str
    pair: Pair
    status: Status
    assignee: str | None
    person: str
    at: datetime


class Said(NamedTuple):
    """A comment; on the minutes as a whole where it names no segment."""

    number: int
    segment_id: str | None
    person: str
    at: datetime
    text: str


class Shared(NamedTuple):
    """What is shared with an office."""

    office: str
    level: Level
    person: str
    at: datetime


class StepTaken(NamedTuple):
    """A move from one state to another."""

    source: State
    target: State
    person: str
    reason: str
    version: int
    at: datetime


class Accepted(NamedTuple):
    """A finding that a named person accepted; `place` follows the segment's path where it has one."""

    number: int
    code: str
    segment_id: str
    place: str
    said: str
    handle: str
    person: str
    reason: str
    at: datetime


class Snapshot(NamedTuple):
    """All that minutes say at one moment: the parts, and the segments that they name by their ids."""

    parts: dict[Part, Content]
    texts: dict[str, Texts]

    @property
    def record(self) -> Record:
        """The record."""
        return put_together(self.parts, {one: texts.pair for one, texts in self.texts.items()})


class NamedVersion(NamedTuple):
    """A moment of minutes that somebody named."""

    number: int
    name: str
    state: State
    version: int
    person: str
    at: datetime


@dataclass(frozen=True)
class KeptMinutes:
    """All of some minutes.

    Attributes:
        head: Whose they are and how far the work is.
        parts: What they say, by part.
        segments: The segments that the parts name, by id.
        places: Where each stands, in the record's order.
        steps: Every move, the first one first.
    """

    head: Head
    parts: dict[Part, KeptPart]
    segments: dict[str, KeptSegment]
    places: tuple[Place, ...]
    steps: tuple[StepTaken, ...]

    @property
    def snapshot(self) -> Snapshot:
        """What they say now."""
        return Snapshot(
            {part: kept.content for part, kept in self.parts.items()},
            {segment_id: kept.texts for segment_id, kept in self.segments.items()},
        )

    @property
    def record(self) -> Record:
        """The record, its revision raised by every change since the minutes were made."""
        record = self.snapshot.record
        changes = sum(part.row_version - 1 for part in self.parts.values())
        changes += sum(segment.row_version - 1 for segment in self.segments.values())
        return record.model_copy(update={"revision": record.revision + changes}) if changes else record


class Filters(NamedTuple):
    """Which minutes a list is narrowed to; an empty field narrows nothing.

    Attributes:
        states: How far the work is.
        types: What the records become.
        mechanism: Letters in the name of the mechanism, small ones.
        first: The first day of meetings.
        last: The last one.
        text: Letters in any text or name, small ones.
        shared: Only what others share; False: only what is the office's own.
        withdrawn: Only what was withdrawn; False: only what was not.
    """

    states: tuple[State, ...] = ()
    types: tuple[DocumentType, ...] = ()
    mechanism: str = ""
    first: date | None = None
    last: date | None = None
    text: str = ""
    shared: bool | None = None
    withdrawn: bool | None = None


class HeadPage(NamedTuple):
    """A page of a list, the newest minutes first; `after` is where the next one begins."""

    heads: list[Head]
    after: int | None
