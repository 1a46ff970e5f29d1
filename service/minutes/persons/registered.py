"""A registered person and the positions held over time: what records choose their participants from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, PlainSerializer, model_validator

from service.core.languages import Pair, Side
from service.core.message import BienbanError, message
from service.core.wrong_form import refuse
from service.minutes.fields import Day, Line, Listed, Model, Name, Prose

MAX_POSITIONS = 100
MAX_SOURCES = 20


class Trust(StrEnum):
    """How far something can be trusted, in the words of the glossary."""

    SOURCED = "sourced"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Evidence(Model):
    """Where something was met."""

    address: Line = Field(description="Of a page, or what names a paper.")
    note: Line | None = Field(None, description="Which part of it, or what it is.")
    day: Day | None = Field(None, description="On which it was published or seen.")


Sources = Annotated[Listed[Evidence], Field(max_length=MAX_SOURCES)]


def _as_written(name: Name) -> str | dict[str, str | None]:
    return name.name or {"vi": name.vi, "zh": name.zh}


WrittenName = Annotated[Name, PlainSerializer(_as_written)]
"""A name that is written in the form in which it reads back: itself, or both texts."""


class HeldPosition(Model):
    """A position that somebody holds over some days; the bounds are inclusive, null is open or not known."""

    position: WrittenName = Field(
        description="As a record writes it: Giám đốc Sở Ngoại vụ tỉnh Hà Giang; in either language, or both."
    )
    first: Day | None = Field(None, description="First day. null: not known.")
    last: Day | None = Field(None, description="Last day. null: still held, or not known.")
    confidence: Trust = Field(Trust.MEDIUM, description="How far this can be trusted.")
    sources: Sources = Field((), description="Where this was met.")
    note: Prose | None = Field(None, description="For protocol officers.")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.first and self.last and self.last < self.first:
            raise refuse(
                message("the last day {last} is before the first", last=self.last.isoformat()), "last"
            )
        return self

    def holds(self, day: date) -> bool:
        """Whether the position is held on a day."""
        return (self.first or day) <= day <= (self.last or day)

    def overlaps(self, other: "HeldPosition") -> bool:
        """Whether a day exists on which both are held."""
        first = max(self.first or date.min, other.first or date.min)
        return first <= min(self.last or date.max, other.last or date.max)


class RegisteredPerson(Model):
    """Somebody of either side, by the names that each language's texts have."""

    side: Side = Field(description="vn or cn.")
    vi: Line | None = Field(
        None,
        description="The name in Vietnamese texts; of the Chinese side mostly the Hán-Việt form: Vương Vĩ.",
    )
    zh: Line | None = Field(None, description="The name in Chinese texts, simplified characters: 王伟.")
    latin: Line | None = Field(
        None, description="In Latin letters without marks (Wang Wei), where an original is to print it so."
    )
    reading: Line | None = Field(
        None, description="Pinyin of zh where a dictionary reads it otherwise; for search and order."
    )
    other_forms: Annotated[Listed[Line], Field(max_length=20)] = Field(
        (), description="Forms that find the person and are never printed."
    )
    address: Literal["đồng chí", "ông", "bà"] | None = Field(
        None, description="Form of address in Vietnamese texts."
    )
    positions: Annotated[Listed[HeldPosition], Field(max_length=MAX_POSITIONS)] = Field(
        (), description="Positions over time; two may be held at once, the same one not twice."
    )
    confidence: Trust = Field(Trust.MEDIUM, description="How far the pair of names can be trusted.")
    sources: Sources = Field((), description="Where the names were met.")
    note: Prose | None = Field(None, description="For protocol officers.")

    @model_validator(mode="after")
    def _named_by_the_own_side(self) -> Self:
        if (self.vi if self.side is Side.VN else self.zh) is None:
            key = self.side.language.value
            raise refuse(
                message("a person is named in the language of the own side at least; fill {key}", key=key)
            )
        return self

    @property
    def name(self) -> Pair:
        """In both languages; the Latin form stands in where Vietnamese texts have none of their own."""
        return Pair(self.vi or self.latin, self.zh)

    @property
    def forms(self) -> Iterator[str]:
        """Every written form, the printed ones first."""
        return (form for form in (self.vi, self.zh, self.latin, *self.other_forms) if form)


@dataclass(frozen=True)
class KeptPerson:
    """A person as the registry keeps them.

    Attributes:
        person_id: Public name.
        office: Code of the office whose entry it is; `national` is everybody's.
        row_version: Counts every change.
        content: What is said of them.
        author: Who saved that; None for the shipped termbase.
        saved_at: When.
        concept_id: The concept of the shipped termbase that the entry came from.
    """

    person_id: str
    office: str
    row_version: int
    content: RegisteredPerson
    author: str | None
    saved_at: datetime
    concept_id: str | None = None


class RegisteredPersonUnknown(BienbanError):
    """There is no such person in sight."""


class PersonContradicts(BienbanError):
    """What is to be said of a person contradicts itself, or repeats another entry."""


def refuse_repeated(positions: Sequence[HeldPosition], names: Sequence[frozenset[str]]) -> None:
    """Refuse a position that is there twice over the same days; two different ones at once are right.

    Args:
        positions: Of one person.
        names: Of each position every folded form it is known by, in both languages.

    Raises:
        PersonContradicts: One stands twice; every repetition is told.
    """
    problems = [
        message(
            "{place}: the same position as in positions[{first}], over days that both hold",
            place=f"positions[{index}]",
            first=earlier,
        )
        for index, one in enumerate(positions)
        for earlier in range(index)
        if names[index] & names[earlier] and one.overlaps(positions[earlier])
    ]
    if problems:
        raise PersonContradicts(*problems)
