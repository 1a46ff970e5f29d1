"""The written terms of one glossary version, compiled for finding them in texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from service.core.languages import Language
from service.core.tokens import Tokens, bare, fold_written, tokenise
from service.glossary.automaton import Automaton
from service.glossary.concepts import Validity


class Status(StrEnum):
    """What a written form is to its concept.

    Source:
        ISO 30042:2019, administrativeStatus and termType.
    """

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    ABBREVIATION = "abbreviation"
    SEARCH = "search"
    DEPRECATED = "deprecated"


_ALWAYS = Validity()


@dataclass(frozen=True)
class VocabularyTerm:
    """One written form of one concept.

    Attributes:
        text: As the termbase writes it, any normal form.
        language: The language it belongs to.
        concept_id: The concept.
        status: What the form is to the concept.
        kind: What the concept is: `place`, `title`, …
        validity: Days on which the form is right.
        case_sensitive: Whether it matches only with its own capitals, as abbreviations do.
    """

    text: str
    language: Language
    concept_id: str
    status: Status
    kind: str
    validity: Validity = _ALWAYS
    case_sensitive: bool = False


class Reading(NamedTuple):
    """A concept that a found text can mean.

    Attributes:
        concept_id: The concept.
        status: What the text is to it.
        kind: What the concept is.
        is_valid: Whether the form is right on the day.
    """

    concept_id: str
    status: Status
    kind: str
    is_valid: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """All terms with one folded form.

    Attributes:
        terms: In the order of the termbase.
        is_plain: Whether every one is right on every day and however it is written.
        crosses: Whether one is Chinese: such finds are told even where they cross others.
        readings: What the form means where it is plain.
    """

    terms: tuple[VocabularyTerm, ...]
    is_plain: bool
    crosses: bool
    readings: tuple[Reading, ...]


class Vocabulary:
    """Terms of one glossary version, compiled; immutable."""

    def __init__(self, automaton: Automaton, groups: Sequence[list[VocabularyTerm]], version: str) -> None:
        """Hold what `compile` made: the terms of each pattern of the automaton."""
        self.version = version
        self.automaton = automaton
        self.groups = groups
        """The terms of each pattern."""
        self.entries: Mapping[int, Entry] = _Entries(groups)
        """By pattern of the automaton."""

    @classmethod
    def compile(cls, terms: Iterable[VocabularyTerm], version: str) -> "Vocabulary":
        """Compile terms; equal folded forms keep all their concepts.

        Args:
            terms: In the order in which their concepts should be told; a text without a token is left out.
            version: The glossary version they belong to.
        """
        terms = tuple(terms)
        automaton = Automaton(term.text for term in terms)
        groups: list[list[VocabularyTerm]] = [[] for _ in range(automaton.size)]
        for term, number in zip(terms, automaton.numbers, strict=True):
            if number is not None:
                groups[number].append(term)
        return cls(automaton, groups, version)

    def occurrences(self, tokens: Tokens) -> list[tuple[int, int, int]]:
        """Every place of every folded form: (pattern, first token, token after the last), longest first."""
        return self.automaton.occurrences(tokens)

    def find_pattern(self, text: str) -> int | None:
        """The pattern that a whole text is."""
        tokens = tokenise(text)
        whole = (0, len(tokens.pieces))
        found = self.occurrences(tokens)
        return next((pattern for pattern, *place in found if tuple(place) == whole), None)


class _Entries(dict[int, Entry]):
    """Entries by pattern, made when a text first holds them: a compiled vocabulary is ready at once."""

    def __init__(self, groups: Sequence[list[VocabularyTerm]]) -> None:
        super().__init__()
        self._groups = groups

    def __missing__(self, pattern: int) -> Entry:
        entry = self[pattern] = make_entry(self._groups[pattern])
        return entry


def make_entry(terms: list[VocabularyTerm]) -> Entry:
    """What terms with one folded form are together."""
    is_plain = all(
        not term.case_sensitive and term.status is not Status.DEPRECATED and term.validity == _ALWAYS
        for term in terms
    )
    readings = tuple(Reading(term.concept_id, term.status, term.kind, is_valid=True) for term in terms)
    return Entry(tuple(terms), is_plain, any(term.language is Language.ZH for term in terms), readings)


def read_entry(entry: Entry, as_of: date, tokens: Tokens, first: int, last: int) -> tuple[Reading, ...]:
    """What a found form means on a day; nothing where it is not written as its terms must be."""
    return tuple(
        Reading(term.concept_id, term.status, term.kind, term.validity.holds(as_of))
        for term in entry.terms
        if not term.case_sensitive or is_written(term.text, tokens, first, last)
    )


def is_written(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens are a term with its own capitals."""
    return _written_term(text) == _written(tokens.pieces[first:last])


@lru_cache(maxsize=1 << 12)
def _written_term(text: str) -> list[str]:
    return _written(tokenise(text).pieces)


def _written(pieces: Sequence[str]) -> list[str]:
    return [fold_written(bare(piece)) for piece in pieces]
