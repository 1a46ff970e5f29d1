"""Rows of registered persons. A revision holds its person whole, as JSON; the rest repeats what is asked."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from service.db.base import KeyText, UtcTime


class RegisteredPersonRow(SQLModel, table=True):
    """A person of the registry; what is said of them stands in their revisions.

    Attributes:
        person_id: Public name, drawn by lot.
        office_id: Whose entry it is; the national office's are everybody's.
        row_version: Counts every change; number of the newest revision.
        concept_id: The concept of the shipped termbase that it came from.
        vi_sort: Key of the order in Vietnamese lists.
        zh_sort: Key of the order in Chinese lists.
    """

    __tablename__ = "registered_persons"

    id: int | None = Field(default=None, primary_key=True)
    person_id: str = Field(sa_type=KeyText, unique=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    row_version: int = 1
    concept_id: str | None = Field(default=None, sa_type=KeyText, unique=True)
    side: str = Field(sa_type=KeyText)
    vi_sort: str = Field(sa_type=KeyText, index=True)
    zh_sort: str = Field(sa_type=KeyText, index=True)


class RegisteredRevisionRow(SQLModel, table=True):
    """What was said of a person from one change to the next; never changed.

    Attributes:
        author_id: Who saved it; None for the shipped termbase.
        content: The person as JSON.
    """

    __tablename__ = "registered_revisions"

    person_key: int = Field(foreign_key="registered_persons.id", primary_key=True)
    number: int = Field(primary_key=True)
    author_id: int | None = Field(default=None, foreign_key="people.id")
    saved_at: datetime = Field(sa_type=UtcTime)
    content: str


class RegisteredNameRow(SQLModel, table=True):
    """The search keys of one written form of a name as it is now, a space before and after each token."""

    __tablename__ = "registered_names"

    id: int | None = Field(default=None, primary_key=True)
    person_key: int = Field(foreign_key="registered_persons.id", ondelete="CASCADE", index=True)
    exact: str = Field(sa_type=KeyText)
    plain: str = Field(sa_type=KeyText)
    pinyin: str = Field(sa_type=KeyText)
    initials: str = Field(sa_type=KeyText)


class RegisteredPositionRow(SQLModel, table=True):
    """The days of one position as it is now."""

    __tablename__ = "registered_positions"

    id: int | None = Field(default=None, primary_key=True)
    person_key: int = Field(foreign_key="registered_persons.id", ondelete="CASCADE", index=True)
    first_day: date | None = None
    last_day: date | None = None


class RegisteredPartRow(SQLModel, table=True):
    """What a position is made of.

    Attributes:
        kind: `concept`, or `body`: an institution with its place.
        value: The concept's id; of a body both ids, parted by a space.
    """

    __tablename__ = "registered_position_parts"

    position_key: int = Field(foreign_key="registered_positions.id", ondelete="CASCADE", primary_key=True)
    kind: str = Field(sa_type=KeyText, primary_key=True)
    value: str = Field(sa_type=KeyText, primary_key=True, index=True)
