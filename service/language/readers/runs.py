"""Runs of digits and marks without a space: where one begins, and whether anything beside it adds to it."""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from service.core.languages import Language
from service.language.members import ZH
from service.language.openings import is_part
from service.language.readers.codes import JOINERS
from service.language.readers.vocabulary import bound_before
from service.language.tokens import Tokens

# A part with more digits, or with a zero before two of them, is a code by itself (18001282, 0219).
_PART = "(?:[1-9][0-9]{1,5}|0?[0-9])(?![0-9])"
_RUN = re.compile(f"{_PART}(?:[.,/:-]{_PART})*%?")
# Behind these nothing can add to a run.
_CLOSED = frozenset(["", "\n", ".", ",", ";", ")", "。", "、"])
_MARKS_OR_CLOSED = _CLOSED.union(".,/:-%")
_NOT_BEFORE = JOINERS | {",", ":", "的"}
_SEPARATORS = frozenset(".,")


class Run(NamedTuple):
    """A run of digits and marks.

    Attributes:
        first: Index of its first token.
        until: Index of the token behind it.
        parts: Its digits.
        marks: The mark behind each of its parts; % or nothing behind the last.
        is_bare: Whether nothing beside it can add to what stands in it; else it is left to the readers.
    """

    first: int
    until: int
    parts: list[str]
    marks: list[str]
    is_bare: bool


NO_RUN: Final = Run(0, 0, [], [], is_bare=False)


def run_at(tokens: Tokens, index: int, language: Language) -> Run:
    """Find the run that begins at a token of digits."""
    words, starts = tokens.words, tokens.starts
    beside = words[index + 1]
    if beside not in _MARKS_OR_CLOSED and not beside.isdecimal():
        return NO_RUN
    found = _RUN.match(tokens.text, starts[index])
    if found is None:
        return Run(index, index + 1, [], [], is_bare=False)  # a code, or digits of another script
    until = bisect_left(starts, found.end(), index + 1)
    parts, marks = words[index:until:2], words[index + 1 : until : 2]
    is_percent = len(marks) == len(parts)
    if not is_percent:
        marks.append("")
    is_glued = tokens.ends[until - 1] == starts[until]
    is_bare = (
        _is_closed(tokens, until, is_glued=is_glued and not is_percent)
        and (index == 0 or starts[index] > tokens.ends[index - 1] or _is_parted(words[index - 1]))
        and not ((is_percent or language is ZH) and bound_before(tokens, index, language))
    )
    return Run(index, until, parts, marks, is_bare)


def _is_closed(tokens: Tokens, until: int, *, is_glued: bool) -> bool:
    """Say whether what stands behind a run adds nothing to it."""
    behind = tokens.words[until]
    if behind.isdecimal():
        return not is_glued
    if is_glued and behind in _SEPARATORS and tokens.is_glued(until + 1):
        return False  # 1.200.. is cut off, and 3./4 may be a code
    return behind in _CLOSED


def _is_parted(before: str) -> bool:
    """Say whether what stands directly before a run is no part of it, and says nothing of it (的1/3)."""
    return before not in _NOT_BEFORE and not is_part(before)
