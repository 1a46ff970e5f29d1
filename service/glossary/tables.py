"""Rows of the glossary. A revision holds its concept whole, as JSON; columns repeat what is asked for."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from service.db.base import KeyText, UtcTime


def _only(name: str, condition: str, *columns: str, unique: bool = False) -> Index:
    """An index of the rows that a condition holds for."""
    sqlite = "is_shown = 1" if condition == "is_shown" else condition
    return Index(name, *columns, unique=unique, sqlite_where=text(sqlite), postgresql_where=text(condition))


class ConceptRow(SQLModel, table=True):
    """A concept of an office; what it says stands in its revisions.

    Attributes:
        concept_id: Stable name, such as `place.ha-giang`.
        office_id: Whose it is; the national office's concepts are everybody's.
        row_version: Counts every change to the concept, drafts and comments included; its entity tag.
        last_number: The number of its newest revision.
    """

    __tablename__ = "concepts"

    id: int | None = Field(default=None, primary_key=True)
    concept_id: str = Field(sa_type=KeyText, unique=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    row_version: int = 1
    last_number: int = 0


class RevisionRow(SQLModel, table=True):
    """One saved content of a concept; only its state and place in life ever change.

    Attributes:
        number: Counted from 1 within the concept.
        layer: `current` is in force, `pending` is being worked on, `past` is neither.
        is_shown: The one that lists show of its concept: the current one, else the pending one.
        state: `draft`, `proposed`, `approved` or `retired`.
        retires: It ends the life of its concept when it is approved.
        based_on: Number of the revision it was made from; None for the first.
        author_id: Who saved it; None for the shipped termbase.
        approver_id: Who approved it.
        content: The concept as JSON (service/glossary/plain.py).
        approved_version: Glossary version from which it was in force.
        superseded_version: Glossary version from which it was not any more.
    """

    __tablename__ = "revisions"
    __table_args__ = (
        UniqueConstraint("concept_key", "number"),
        _only("uq_revisions_current", "layer = 'current'", "concept_key", unique=True),
        _only("uq_revisions_pending", "layer = 'pending'", "concept_key", unique=True),
        _only("ix_revisions_vi_sort", "is_shown", "vi_sort", "id"),
        _only("ix_revisions_zh_sort", "is_shown", "zh_sort", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    concept_key: int = Field(foreign_key="concepts.id")
    office_id: int = Field(foreign_key="offices.id")
    number: int
    layer: str = Field(sa_type=KeyText)
    is_shown: bool = False
    state: str = Field(sa_type=KeyText)
    retires: bool = False
    based_on: int | None = None
    author_id: int | None = Field(default=None, foreign_key="people.id")
    approver_id: int | None = Field(default=None, foreign_key="people.id")
    saved_at: datetime = Field(sa_type=UtcTime)
    approved_at: datetime | None = Field(default=None, sa_type=UtcTime)
    content: str
    approved_version: int | None = Field(default=None, index=True)
    superseded_version: int | None = Field(default=None, index=True)
    category: str = Field(sa_type=KeyText)
    confidence: str = Field(sa_type=KeyText)
    part_of: str | None = Field(default=None, sa_type=KeyText)
    valid_first: date | None = None
    valid_last: date | None = None
    vi_sort: str = Field(sa_type=KeyText)
    zh_sort: str = Field(sa_type=KeyText)


class TermRow(SQLModel, table=True):
    """One written form of a revision that is current or pending, with its keys for search."""

    __tablename__ = "terms"

    id: int | None = Field(default=None, primary_key=True)
    revision_id: int = Field(foreign_key="revisions.id", ondelete="CASCADE", index=True)
    language: str = Field(sa_type=KeyText)
    status: str = Field(sa_type=KeyText)
    text: str
    exact: str = Field(sa_type=KeyText, index=True)
    plain: str = Field(sa_type=KeyText, index=True)
    pinyin: str = Field(sa_type=KeyText, index=True)
    initials: str = Field(sa_type=KeyText, index=True)


class CommentRow(SQLModel, table=True):
    """What a person said of a concept."""

    __tablename__ = "concept_comments"

    id: int | None = Field(default=None, primary_key=True)
    concept_key: int = Field(foreign_key="concepts.id", index=True)
    number: int | None = None
    person_id: int = Field(foreign_key="people.id")
    at: datetime = Field(sa_type=UtcTime)
    text: str


class VersionRow(SQLModel, table=True):
    """One version of the glossary: an approved change, or a load of the shipped termbase."""

    __tablename__ = "glossary_versions"

    version: int = Field(primary_key=True)
    office_id: int = Field(foreign_key="offices.id")
    at: datetime = Field(sa_type=UtcTime)
    cause: str


class GlossaryStateRow(SQLModel, table=True):
    """One row: the newest version. Its row is the lock of whoever makes the next one.

    Attributes:
        shipped_digest: Digest of the shipped termbase that was last brought in whole.
    """

    __tablename__ = "glossary_state"

    id: int = Field(primary_key=True)
    version: int
    shipped_digest: str = Field(sa_type=KeyText)


class ShippedRow(SQLModel, table=True):
    """A concept as the program last brought it: the common base of what was edited here and of an upgrade."""

    __tablename__ = "shipped_concepts"

    concept_id: str = Field(sa_type=KeyText, primary_key=True)
    content: str
