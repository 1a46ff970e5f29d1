"""Which registered persons a list is asked for, and what the store keeps so that they are found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from service.core.languages import Side
from service.minutes.persons.registered import KeptPerson


class NameKeys(NamedTuple):
    """Search keys of one written form, tokens parted by one space."""

    exact: str
    plain: str
    pinyin: str
    initials: str


class Parts(NamedTuple):
    """What a position is made of, with its days.

    Attributes:
        first: First day.
        last: Last day.
        concepts: Ids of the concepts that compose it.
        bodies: Its bodies, each as the ids of institution and place parted by a space.
    """

    first: date | None
    last: date | None
    concepts: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True)
class Findable:
    """What a person is found and sorted by.

    Attributes:
        names: Keys of every written form.
        positions: Parts of every position.
        vi_sort: Order in Vietnamese lists.
        zh_sort: Order in Chinese lists.
    """

    names: Sequence[NameKeys]
    positions: Sequence[Parts]
    vi_sort: str
    zh_sort: str


@dataclass(frozen=True)
class TypedName:
    """What somebody typed to find a name, as keys; each alternative is a list of (column, run) that all hold.

    A run that ends in no space may go on: the last token was only begun.
    """

    ways: Sequence[Sequence[tuple[str, Sequence[str]]]]


class PagePlace(NamedTuple):
    """Where a page ends: what the next one begins after."""

    key: str
    number: int


@dataclass(frozen=True)
class PersonFilters:
    """What a list is narrowed to; an empty field narrows nothing.

    Attributes:
        offices: Numbers of the offices whose entries are in sight.
        name: What was typed.
        side: Of the persons.
        day: A day on which they hold a position; who has none at all stays in the list.
        bodies: A body, as the values of `kind` that mean it; they hold a position in it.
        sorts_zh: In the Chinese order.
        after: Where the page before ended.
        most: How many a page has.
    """

    offices: Sequence[int]
    name: TypedName | None = None
    side: Side | None = None
    day: date | None = None
    bodies: Sequence[tuple[str, str]] = ()
    sorts_zh: bool = False
    after: PagePlace | None = None
    most: int = 50


@dataclass(frozen=True)
class PersonPage:
    """A page of a list, and where the next one begins; None at the end."""

    persons: Sequence[KeptPerson] = field(default_factory=list)
    after: PagePlace | None = None
