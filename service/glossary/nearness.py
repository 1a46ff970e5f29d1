"""Spellings that are near each other: for duplicates, and for “did you mean”."""

import math
import unicodedata
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from service.core.text import fold_term
from service.glossary.search_keys import simplify

_NEAR = 0.8
_MEANT = 0.6
_MOST_MEANT = 5
_MOST_LOOKED_AT = 25


def is_near(one: str, other: str) -> bool:
    """Whether two terms differ in a fifth of their letters at most, capitals apart."""
    return Levenshtein.normalized_similarity(fold_term(one), fold_term(other), score_cutoff=_NEAR) > 0


def lengths_near(text: str) -> tuple[int, int]:
    """The least and the greatest length of a term near another one."""
    return math.floor(len(text) * _NEAR), math.ceil(len(text) / _NEAR)


class Offered:
    """Names that a search without an answer can offer, for all who search one glossary."""

    def __init__(self, names: Iterable[str]) -> None:
        """Hold names, each with the letters that it is compared by."""
        self._names = list(dict.fromkeys(names))
        self._letters = [_letters(name) for name in self._names]

    def find_near(self, typed: str) -> list[str]:
        """The names nearest to what was typed, the nearest first; accents count where the rest is as near."""
        found = process.extract(
            _letters(typed),
            self._letters,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_MEANT,
            limit=_MOST_LOOKED_AT,
        )
        near = [(-score, -_likeness(typed, self._names[at]), self._names[at]) for _, score, at in found]
        return [name for _, _, name in sorted(near)[:_MOST_MEANT]]


def _likeness(typed: str, name: str) -> float:
    return Levenshtein.normalized_similarity(fold_term(typed), fold_term(name))


def _letters(text: str) -> str:
    """A text without accents and capitals, in Simplified characters."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    if plain.isascii():
        return plain
    return simplify("".join(mark for mark in plain if not unicodedata.combining(mark)))
