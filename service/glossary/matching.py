"""Controlled terms found in a text, with what each means on a day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from service.core.message import BienbanError, message
from service.core.tokens import Tokens, bare, tokenise
from service.glossary.spans import Choice, Rank, Span
from service.glossary.vocabulary import Reading, Status, Vocabulary, read_entry


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
    """A term among the tokens of a text; whether it stands is not yet said."""

    span: Span
    readings: tuple[Reading, ...]


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
    return _hits(tokens, vocabulary, as_of)


def find_candidates(tokens: Tokens, vocabulary: Vocabulary, as_of: date) -> Iterator[Found]:
    """Every find, also those inside others, by first token, the longest of each first."""
    for pattern, first, last in vocabulary.occurrences(tokens):
        entry = vocabulary.entries[pattern]
        readings = entry.readings if entry.is_plain else read_entry(entry, as_of, tokens, first, last)
        if readings:
            yield Found(Span(first, last, rank_readings(readings), entry.crosses), readings)


def _hits(tokens: Tokens, vocabulary: Vocabulary, as_of: date) -> list[TermHit]:
    entries, starts, pieces = vocabulary.entries, tokens.starts, tokens.pieces
    choice = Choice()
    hits: list[TermHit] = []
    # This loop runs for every place of every term: what `stands` would say of most is said here.
    for pattern, first, last in vocabulary.occurrences(tokens):
        if last <= choice.reach:
            continue
        entry = entries[pattern]
        readings = entry.readings
        if entry.is_plain:
            if first < choice.reach and not entry.crosses:
                continue
            choice.reach = last
        else:
            readings = read_entry(entry, as_of, tokens, first, last)
            if not readings or not choice.stands(Span(first, last, rank_readings(readings), entry.crosses)):
                continue
        piece = pieces[last - 1]
        stop = starts[last - 1] + (1 if len(piece) == 1 else len(bare(piece)))
        hits.append(_new(TermHit, (starts[first], stop, readings)))
    return hits


# A named tuple's own constructor takes twice as long.
_new = tuple.__new__


def rank_readings(readings: Sequence[Reading]) -> Rank:
    """What a find with some readings says on the day."""
    valid = [reading for reading in readings if reading.is_valid]
    if not valid:
        return Rank.EXPIRED
    return Rank.FORBIDDEN if all(reading.status is Status.DEPRECATED for reading in valid) else Rank.RIGHT
