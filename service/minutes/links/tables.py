"""Rows of what minutes lead to; they go with their minutes."""

from sqlmodel import Field, SQLModel

from service.db.base import KeyText


class OriginRow(SQLModel, table=True):
    """What minutes were made of.

    Attributes:
        kind: `file`, `notes` or `session`.
        content: Of notes their text and what was read in it, of a session which and what changed since; JSON.
    """

    __tablename__ = "minutes_origins"

    minutes_key: int = Field(foreign_key="minutes.id", primary_key=True, ondelete="CASCADE")
    kind: str = Field(sa_type=KeyText)
    content: str


class UsedConceptRow(SQLModel, table=True):
    """A concept that a name of minutes resolved to when it was last saved."""

    __tablename__ = "minutes_concepts"

    minutes_key: int = Field(foreign_key="minutes.id", primary_key=True, ondelete="CASCADE")
    concept_id: str = Field(sa_type=KeyText, primary_key=True, index=True)
