"""Spellings that are near each other: for duplicates, and for “did you mean”."""

import math
from collections.abc import Collection, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from rapidfuzz.utils import default_process

from service.core.text import fold_term

_NEAR = 0.8
_MEANT = 0.6
_MOST_MEANT = 5


def is_near(one: str, other: str) -> bool:
    """Whether two terms differ in a fifth of their letters at most, capitals apart."""
    return Levenshtein.normalized_similarity(fold_term(one), fold_term(other), score_cutoff=_NEAR) > 0


def lengths_near(text: str) -> tuple[int, int]:
    """The least and the greatest length of a term near another one."""
    return math.floor(len(text) * _NEAR), math.ceil(len(text) / _NEAR)


def find_meant(typed: str, names: Sequence[str] | Collection[str]) -> list[str]:
    """The names nearest to what was typed, the nearest first."""
    found = process.extract(
        typed,
        names,
        scorer=Levenshtein.normalized_similarity,
        processor=default_process,
        score_cutoff=_MEANT,
        limit=_MOST_MEANT,
    )
    return [name for name, _, _ in found]
