"""Which concepts a list is asked for, and a page of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from service.glossary.life import KeptConcept, State
from service.glossary.queries import Query, Sort


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; an empty field narrows nothing.

    Attributes:
        offices: Numbers of the offices whose concepts are in sight.
        categories: Of the concepts.
        states: Of what is in force, or of what is being worked on.
        confidences: How far the pair of names can be trusted.
        place: Concepts that are this place, lie in it, or name it as a part.
        valid_on: A day on which the names are right.
    """

    offices: Sequence[int]
    categories: Sequence[str] = ()
    states: Sequence[State] = ()
    confidences: Sequence[str] = ()
    place: str | None = None
    valid_on: date | None = None


class Place(NamedTuple):
    """Where a page ends: what the next one begins after."""

    rank: int
    key: str
    number: int

    @classmethod
    def of(cls, steps: Sequence[str | int | None]) -> "Place":
        """A place as a cursor has kept it."""
        rank, key, number = steps
        return cls(int(rank or 0), str(key or ""), int(number or 0))


class Page(NamedTuple):
    """A page of a list.

    Attributes:
        concepts: In their order.
        after: Where the next page begins; None at the end.
    """

    concepts: list[KeptConcept]
    after: Place | None


class Wanted(NamedTuple):
    """Which part of a list is wanted, and in which order.

    Attributes:
        query: What was typed; None lists all.
        sort: The order; by match only where something was typed.
        after: Where the page before ended.
        most: How many concepts a page has.
    """

    query: Query | None = None
    sort: Sort = Sort.VI
    after: Place | None = None
    most: int = 50


class Duplicate(NamedTuple):
    """A term that is much like one that is to be saved.

    Attributes:
        concept_id: The concept whose it is.
        language: Its language.
        text: As the glossary writes it.
        status: What it is to its concept.
        asked: The term it is like.
        is_same: The same but for capitals, accents and spaces; else near in spelling.
    """

    concept_id: str
    language: str
    text: str
    status: str
    asked: str
    is_same: bool
