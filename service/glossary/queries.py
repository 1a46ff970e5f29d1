"""What a person typed to find a term, as keys: Vietnamese with accents or without, Chinese, pinyin."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from service.glossary.pinyin import segmentations, toneless
from service.glossary.search_keys import tokens_of

_PINYIN = re.compile(r"[a-z' ]+")
_INITIALS = re.compile(r"[a-z]{2,8}")
# Macron, caron and diaeresis are marks of pinyin only; acute and grave are Vietnamese tones too.
_PINYIN_ONLY = frozenset("\u0304\u030c\u0308")
_PINYIN_MARKS = _PINYIN_ONLY | frozenset("\u0301\u0300")
_ONLY_D = re.compile(r"v1dd([a-z]?)(?!.*(?:aa|aw|ee|oo|ow|uw))")
_MOST_TOKENS = 32
SHORTEST_BEGINNING = 4
"""Of a key whose rest may follow: its sign and three letters."""
_LONGEST_DOUBTFUL = 3


class Sort(StrEnum):
    """Orders of a list of concepts."""

    MATCH = "match"
    VI = "vi"
    ZH = "zh"


@dataclass(frozen=True)
class Query:
    """Keys of a typed text.

    Attributes:
        plain: Every token without accents, in order.
        exact: Runs of tokens typed with accents: those must be as typed.
        with_d: Beginnings of tokens whose only accent is đ: that must be there, the rest is as it may be.
        is_begun: The last token may be the beginning of a longer one.
        ends_exact: The last token was typed with accents.
        spoken: Ways to read the text as pinyin; the last syllable may be only begun.
        initials: The text read as first letters of pinyin.
    """

    plain: tuple[str, ...]
    exact: tuple[tuple[str, ...], ...]
    with_d: tuple[str, ...]
    is_begun: bool
    ends_exact: bool
    spoken: tuple[tuple[str, ...], ...]
    initials: tuple[str, ...]


def read_query(text: str) -> Query | None:
    """Read what a person typed.

    Args:
        text: One line in NFC; what no term has is left out.

    Returns:
        None where nothing is left.
    """
    tokens = list(tokens_of(text))[:_MOST_TOKENS]
    if not tokens:
        return None
    only_d = [_ONLY_D.match(exact) for exact, _, _ in tokens]
    accented = [has_accent and not d for (_, _, has_accent), d in zip(tokens, only_d, strict=True)]
    last = tokens[-1][1]
    letters = _letters(text)
    spoken = segmentations(letters)
    # What can be read as syllables is hardly meant letter by letter, but for the shortest.
    are_initials = _INITIALS.fullmatch(letters) and (not spoken or len(letters) <= _LONGEST_DOUBTFUL)
    return Query(
        plain=tuple(plain for _, plain, _ in tokens),
        exact=_runs([exact for exact, _, _ in tokens], accented),
        with_d=tuple(f"dd{found[1]}" for found in only_d if found),
        is_begun=last.startswith("v") and len(last) >= SHORTEST_BEGINNING,
        ends_exact=accented[-1],
        spoken=tuple(tuple(f"p{syllable}" for syllable in way) for way in spoken),
        initials=tuple(f"i{letter}" for letter in letters) if are_initials else (),
    )


def _runs(keys: list[str], wanted: list[bool]) -> tuple[tuple[str, ...], ...]:
    """Keys that are wanted, those side by side together."""
    runs: list[list[str]] = [[]]
    for key, is_wanted in zip(keys, wanted, strict=True):
        if is_wanted:
            runs[-1].append(key)
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if run)


def _letters(text: str) -> str:
    """The text as letters of pinyin; nothing where it cannot be pinyin."""
    folded = text.casefold().replace("’", "'").strip()
    marks = [mark for mark in unicodedata.normalize("NFD", folded) if unicodedata.combining(mark)]
    if marks and not _are_pinyin(marks):
        return ""
    plain = toneless(folded) if marks else folded
    return plain.replace("'", " ").strip() if _PINYIN.fullmatch(plain) else ""


def _are_pinyin(marks: list[str]) -> bool:
    if not _PINYIN_MARKS.issuperset(marks):
        return False
    return len(marks) > 1 or not _PINYIN_ONLY.isdisjoint(marks)
