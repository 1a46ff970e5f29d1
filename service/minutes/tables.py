"""Rows of minutes: a row for each thing that people edit apart, so that their edits never meet."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from service.db.base import KeyText, UtcTime


class MinutesRow(SQLModel, table=True):
    """The minutes of one meeting: whose they are and how far the work is; what they say stands in parts.

    Whoever edits takes this row's lock shared, whoever moves the minutes takes it alone: nothing changes
    while they become final.

    Attributes:
        minutes_id: Stable name, drawn by lot; knowing it opens nothing.
        row_version: Counts moves, sharing, withdrawal and the like; no edit of what the minutes say.
        version: Raised when final minutes open again.
        was_agreed: Both sides agreed on them once: they are withdrawn, never deleted.
        document_type: As the facts say, for lists, and so the next two.
        mechanism: As it is written.
        mechanism_words: The same in small letters, for search.
        held_on: The meeting's first day.
    """

    __tablename__ = "minutes"

    id: int | None = Field(default=None, primary_key=True)
    minutes_id: str = Field(sa_type=KeyText, unique=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    row_version: int = 1
    state: str = Field(sa_type=KeyText)
    version: int = 1
    was_agreed: bool = False
    document_type: str = Field(sa_type=KeyText)
    mechanism: str = ""
    mechanism_words: str = ""
    held_on: date | None = None
    created_by: int = Field(foreign_key="people.id")
    created_at: datetime = Field(sa_type=UtcTime)
    trashed_by: int | None = Field(default=None, foreign_key="people.id")
    trashed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    withdrawn_by: int | None = Field(default=None, foreign_key="people.id")
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcTime)
    withdrawn_because: str = ""


class PartRow(SQLModel, table=True):
    """A part of what minutes say, as JSON, its texts as ids of segments (service/minutes/parts.py).

    Attributes:
        words: The names in it, small letters, for search.
    """

    __tablename__ = "minutes_parts"

    minutes_key: int = Field(foreign_key="minutes.id", primary_key=True)
    part: str = Field(sa_type=KeyText, primary_key=True)
    row_version: int = 1
    content: str
    words: str
    saved_by: int = Field(foreign_key="people.id")
    saved_at: datetime = Field(sa_type=UtcTime)


class SegmentRow(SQLModel, table=True):
    """A pair of texts; it stays, not live, when its place is deleted, and comes back with an earlier version.

    Attributes:
        segment_id: Unique in its minutes.
        words: Both texts, small letters, for search.
        stale: The language that is behind the other; empty where none is.
    """

    __tablename__ = "minutes_segments"
    __table_args__ = (UniqueConstraint("minutes_key", "segment_id"),)

    id: int | None = Field(default=None, primary_key=True)
    minutes_key: int = Field(foreign_key="minutes.id")
    segment_id: str = Field(sa_type=KeyText)
    part: str = Field(sa_type=KeyText)
    is_live: bool = True
    row_version: int = 1
    vi: str | None = None
    zh: str | None = None
    words: str
    status: str = Field(sa_type=KeyText)
    stale: str = Field(default="", sa_type=KeyText)
    assignee_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    saved_by: int = Field(foreign_key="people.id")
    saved_at: datetime = Field(sa_type=UtcTime)


class SegmentPastRow(SQLModel, table=True):
    """A segment as somebody left it, at one of its row versions.

    Attributes:
        deed: What was done: `created`, `texts`, `status`, `assigned`, `removed`, `restored`.
    """

    __tablename__ = "minutes_segment_history"

    segment_key: int = Field(foreign_key="minutes_segments.id", primary_key=True)
    row_version: int = Field(primary_key=True)
    deed: str = Field(sa_type=KeyText)
    vi: str | None = None
    zh: str | None = None
    status: str = Field(sa_type=KeyText)
    assignee_id: int | None = Field(default=None, foreign_key="people.id")
    person_id: int = Field(foreign_key="people.id")
    at: datetime = Field(sa_type=UtcTime)


class MinutesCommentRow(SQLModel, table=True):
    """What a person said of minutes, or of one of their segments."""

    __tablename__ = "minutes_comments"

    id: int | None = Field(default=None, primary_key=True)
    minutes_key: int = Field(foreign_key="minutes.id", index=True)
    segment_key: int | None = Field(default=None, foreign_key="minutes_segments.id", index=True)
    person_id: int = Field(foreign_key="people.id")
    at: datetime = Field(sa_type=UtcTime)
    text: str


class StepRow(SQLModel, table=True):
    """A move of minutes from one state to another."""

    __tablename__ = "minutes_steps"

    id: int | None = Field(default=None, primary_key=True)
    minutes_key: int = Field(foreign_key="minutes.id", index=True)
    source: str = Field(sa_type=KeyText)
    target: str = Field(sa_type=KeyText)
    person_id: int = Field(foreign_key="people.id")
    reason: str
    version: int
    at: datetime = Field(sa_type=UtcTime)


class WaiverRow(SQLModel, table=True):
    """A finding that a named person accepted.

    Attributes:
        segment_id: The segment of whose texts or place the finding speaks; empty where it speaks of none.
        place: Path in the record; with a segment, what follows the path of that.
        said: The finding's English sentence then.
    """

    __tablename__ = "minutes_waivers"

    id: int | None = Field(default=None, primary_key=True)
    minutes_key: int = Field(foreign_key="minutes.id", index=True)
    code: str = Field(sa_type=KeyText)
    segment_id: str = Field(default="", sa_type=KeyText)
    place: str
    said: str
    person_id: int = Field(foreign_key="people.id")
    reason: str
    at: datetime = Field(sa_type=UtcTime)


class ShareRow(SQLModel, table=True):
    """What an owning office gives to another one."""

    __tablename__ = "minutes_shares"

    minutes_key: int = Field(foreign_key="minutes.id", primary_key=True)
    office_id: int = Field(foreign_key="offices.id", primary_key=True, index=True)
    level: str = Field(sa_type=KeyText)
    person_id: int = Field(foreign_key="people.id")
    at: datetime = Field(sa_type=UtcTime)


class NamedVersionRow(SQLModel, table=True):
    """All that minutes said at a moment that somebody named.

    Attributes:
        number: Counted from 1 in the minutes.
        state: How far the work was.
        version: Of the minutes then.
        content: Parts and segments as JSON (service/minutes/versions.py).
    """

    __tablename__ = "minutes_versions"

    minutes_key: int = Field(foreign_key="minutes.id", primary_key=True)
    number: int = Field(primary_key=True)
    name: str
    state: str = Field(sa_type=KeyText)
    version: int
    content: str
    person_id: int = Field(foreign_key="people.id")
    at: datetime = Field(sa_type=UtcTime)
