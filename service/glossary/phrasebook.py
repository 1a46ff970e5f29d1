"""The parts of composed names in one language, compiled: places, titles, and patterns cut at their slots."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from service.core.languages import Language
from service.core.text import fold_term, tidy_term
from service.glossary.automaton import Automaton
from service.glossary.composed import ComposedNames
from service.glossary.concepts import Category, Termbase, Terms
from service.glossary.listed import ListedNames
from service.glossary.named import Named, bare_name
from service.glossary.vocabulary import Status
from service.glossary.written_forms import type_titles

SESSION = "session"
POSITION = "position"
_SLOT = re.compile(r"\{(\w*)\}")
_READ_SLOTS = frozenset(("place", "short", "n", "roman", "number", "from", "to", "session"))


class Item(NamedTuple):
    """One step of a pattern: a literal, or a slot."""

    text: str
    slot: str | None


@dataclass(frozen=True)
class Pattern:
    """A form with slots.

    Attributes:
        items: Its literals and slots in order.
        right: The form by which its concept is looked up: the preferred one of a forbidden form.
        kind: `session`, or the category of its concept.
        status: What the form is to the concept.
    """

    items: tuple[Item, ...]
    right: str
    kind: str
    status: Status


class Form(NamedTuple):
    """A place or title as the termbase writes it."""

    text: str
    status: Status


class Phrasebook:
    """The parts of composed names of one termbase in one language. Immutable."""

    def __init__(self, termbase: Termbase, language: Language) -> None:
        """Compile the parts."""
        self.language = language
        self._composed = ComposedNames(termbase)
        self._listed = ListedNames(termbase)
        self.read = lru_cache(maxsize=1 << 14)(self._read)
        patterns = list(_patterns(termbase, language))
        places, titles = list(_places(termbase, language)), list(_titles(termbase, language))
        literals = sorted({item.text for p in patterns for item in p.items if item.slot is None})
        self.automaton = Automaton([*literals, *(form.text for form in (*places, *titles))])
        numbers = self.automaton.numbers
        self.literals = dict(zip(literals, numbers, strict=False))
        """Literal of a pattern to its number in the automaton."""
        self.places = _by_number(numbers[len(literals) :], places)
        self.titles = _by_number(numbers[len(literals) + len(places) :], titles)
        self.level_words = frozenset(_level_words(termbase, language))
        self.starting = self._index(patterns)

    def _index(self, patterns: Sequence[Pattern]) -> dict[tuple[str | None, int | None], list[Pattern]]:
        """Patterns by the slot that they begin with, if any, and their first literal."""
        index: dict[tuple[str | None, int | None], list[Pattern]] = defaultdict(list)
        for pattern in patterns:
            slot = pattern.items[0].slot
            literal = next((item.text for item in pattern.items if item.slot is None), None)
            if literal is not None and pattern.items.index(Item(literal, None)) <= 1:
                index[slot, self.literals[literal]].append(pattern)
        return index

    def _read(self, kind: str, text: str) -> tuple[Named, ...]:
        """What a composed name can mean, on whatever day.

        Args:
            kind: `place`, `position`, `session` or the category of a pattern.
            text: The name in the forms of the termbase.
        """
        text = tidy_term(text)
        if kind == Category.PLACE:
            return tuple(self._composed.places(text))
        if kind == Category.INSTITUTION:
            return tuple(body for body in self._composed.bodies(text) if body.institution)
        if kind == POSITION:
            return tuple(self._composed.positions(text))
        if kind == SESSION:
            return tuple(self._listed.sessions(text))
        return tuple(self._listed.find(text, Category(kind)))

    def prefers(self, named: Iterable[Named], text: str) -> bool:
        """Whether a text is the preferred name of any of some names."""
        return any(fold_term(one.name.text(self.language) or "") == fold_term(text) for one in named)


def _level_words(termbase: Termbase, language: Language) -> Iterator[str]:
    for concept in termbase.of(Category.PLACE):
        if concept.is_level_word:
            yield from concept.terms(language).recognised


def _by_number(numbers: Sequence[int | None], forms: Sequence[Form]) -> dict[int, list[Form]]:
    found: dict[int, list[Form]] = defaultdict(list)
    for number, form in zip(numbers, forms, strict=False):
        if number is not None:
            found[number].append(form)
    return found


def _places(termbase: Termbase, language: Language) -> Iterator[Form]:
    """The names of places but countries, which names of bodies do not hold."""
    for concept in termbase.of(Category.PLACE):
        if concept.level != "country":
            yield from _right_forms(concept.terms(language))


def _titles(termbase: Termbase, language: Language) -> Iterator[Form]:
    for concept in termbase.of(Category.TITLE):
        if not concept.whole:
            yield from _right_forms(concept.terms(language))
            if language is Language.ZH:
                yield from (Form(text, Status.PREFERRED) for text in type_titles(termbase, concept))


def _right_forms(terms: Terms) -> Iterator[Form]:
    yield Form(terms.preferred, Status.PREFERRED)
    yield from (Form(text, Status.ADMITTED) for text in terms.recognised if text != terms.preferred)
    yield from (Form(text, Status.ABBREVIATION) for text in terms.abbreviations)


def _patterns(termbase: Termbase, language: Language) -> Iterator[Pattern]:
    for concept in termbase.patterned:
        terms = concept.terms(language)
        yield from _patterns_of(terms, concept.category.value)
        if concept.category is Category.INSTITUTION:
            whole = (form for form in _right_forms(terms) if "{" not in form.text)
            for text, status in (*whole, Form(bare_name(terms), Status.PREFERRED)):
                yield Pattern((Item(text, None),), text, concept.category.value, status)
        for form in concept.sessions:
            yield from _patterns_of(form.terms(language), SESSION)


def _patterns_of(terms: Terms, kind: str) -> Iterator[Pattern]:
    wrong = (Form(text, Status.DEPRECATED) for text in terms.deprecated)
    for text, status in (*_right_forms(terms), *wrong):
        slots = set(_SLOT.findall(text))
        right = terms.preferred if status is Status.DEPRECATED else text
        # A forbidden form without the slots of the right one says nothing of what stands in them.
        if slots and slots <= _READ_SLOTS and slots == set(_SLOT.findall(right)):
            yield Pattern(tuple(_items(text)), right, kind, status)


def _items(text: str) -> Iterator[Item]:
    for at, part in enumerate(_SLOT.split(text)):
        if at % 2:
            yield Item(part, part)
        elif part.strip():
            yield Item(part.strip(), None)
