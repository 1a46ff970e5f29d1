"""Controlled terms found in a text, with what each means on a day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from service.core.message import BienbanError, message
from service.core.tokens import Tokens, tokenise
from service.glossary.spans import Rank, Span, choose_spans
from service.glossary.vocabulary import Entry, Reading, Status, Vocabulary, read_entry

Place: TypeAlias = tuple[int, int, int]
"""Pattern, first token, token after the last."""


class VocabularyStale(BienbanError):
    """A vocabulary was compiled from another glossary version than the one that is asked for."""


class TermHit(NamedTuple):
    """A term in a text.

    Attributes:
        start: Its first character, in code points of the text as it came.
        end: The character after its last.
        readings: The concepts it can mean, each with status, kind and validity on the day.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]

    @property
    def is_valid(self) -> bool:
        """Whether the form is right on the day for any of its concepts."""
        return any(reading.is_valid for reading in self.readings)


class Found(NamedTuple):
    """A term among the tokens of a text, not yet chosen."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    crosses: bool


def find_terms(
    text: str, vocabulary: Vocabulary, as_of: date, *, version: str | None = None
) -> list[TermHit]:
    """Find every controlled term in a text, longest first.

    A find covers whole tokens and never crosses a mark that its term does not have. Forbidden and expired
    forms compete with right ones: a forbidden form inside a longer right one is no find, and inside an
    expired name the terms that are right on the day are found beside it. Chinese terms that cross are both
    found.

    Args:
        text: One paragraph, any Unicode normal form; any string at all.
        vocabulary: Compiled terms of one glossary version.
        as_of: Day on which a term must be valid.
        version: The glossary version wanted; None takes the vocabulary's own.

    Returns:
        Hits in reading order.

    Raises:
        VocabularyStale: The vocabulary belongs to another glossary version.

    Source:
        ISO 30042:2019, administrativeStatus.
    """
    if version is not None and version != vocabulary.version:
        raise VocabularyStale(
            message(
                "the terms were compiled from glossary {compiled}, not from {wanted}; compile them again",
                compiled=vocabulary.version,
                wanted=version,
            )
        )
    tokens = tokenise(text)
    return list(_hits(tokens, vocabulary, as_of))


def find_candidates(tokens: Tokens, vocabulary: Vocabulary, as_of: date) -> list[Found]:
    """Every find, also those inside others, by first token, the longest of each first."""
    return list(_read(vocabulary.occurrences(tokens), tokens, vocabulary.entries, as_of))


def choose(found: Sequence[Found]) -> list[Found]:
    """Choose the finds that stand (see `choose_spans`).

    Args:
        found: By first token, of one first token the longest first; no two on the same tokens.
    """
    spans = [Span(one.first, one.last, _rank(one.readings), one.crosses) for one in found]
    return [found[i] for i in choose_spans(spans)]


def _hits(tokens: Tokens, vocabulary: Vocabulary, as_of: date) -> Iterator[TermHit]:
    entries, span = vocabulary.entries, tokens.span
    for cluster, reach in _clusters(vocabulary.occurrences(tokens)):
        pattern, first, last = cluster[0]
        entry = entries[pattern]
        if last == reach and entry.is_plain:  # it holds all the others
            yield TermHit(*span(first, last), entry.readings)
            continue
        for one in choose(list(_read(cluster, tokens, entries, as_of))):
            yield TermHit(*span(one.first, one.last), one.readings)


def _clusters(places: Sequence[Place]) -> Iterator[tuple[Sequence[Place], int]]:
    """Cut places of terms where none reaches over, each cluster with the token after its last."""
    begin, most = 0, len(places)
    while begin < most:
        reach, end = places[begin][2], begin + 1
        while end < most and places[end][1] < reach:
            reach = max(reach, places[end][2])
            end += 1
        yield places[begin:end], reach
        begin = end


def _read(
    places: Sequence[Place], tokens: Tokens, entries: Mapping[int, Entry], as_of: date
) -> Iterator[Found]:
    for pattern, first, last in places:
        entry = entries[pattern]
        readings = entry.readings if entry.is_plain else read_entry(entry, as_of, tokens, first, last)
        if readings:
            yield Found(first, last, readings, entry.crosses)


def _rank(readings: Sequence[Reading]) -> Rank:
    valid = [reading for reading in readings if reading.is_valid]
    if not valid:
        return Rank.EXPIRED
    return Rank.FORBIDDEN if all(reading.status is Status.DEPRECATED for reading in valid) else Rank.RIGHT
