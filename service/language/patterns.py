"""Patterns: names in which a number or another part changes, matched and filled in either language."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from service.core.languages import Language
from service.core.text import fold_term
from service.language.numerals import han_numeral, roman_numeral

GAP = "…"
# The slots of a pattern. Numbers are read and written; the others stand for words that the writer gives.
NUMBER_SLOTS = ("n", "roman", "number", "from", "to")
WORD_SLOTS = ("place", "short", "name", "session", "vn", "cn", "day", "hour", "minute")
_SLOT = re.compile(r"\{(\w*)\}")
_WORD = re.compile(rf"\{{(?:{'|'.join(WORD_SLOTS)})\}}|\.\.\.")
_MOST = 99
_MOST_ROMAN = 39
_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1
    )
}
_READING = {
    "n": r"(?P<n>[^\s\W_]+)",
    "roman": r"(?P<n>[^\s\W_]+)",
    "number": r"(?P<number>[0-9]+(?:/[0-9]+)?)",
    "from": r"(?P<from>[0-9]{4})",
    "to": r"(?P<to>[0-9]{4})",
    "session": r"(?P<session>.+)",
}


def slots(pattern: str) -> frozenset[str]:
    """The names of a pattern's slots."""
    return frozenset(_SLOT.findall(pattern))


def fold_pattern(pattern: str) -> str:
    """Fold a pattern or a name with gaps: what the writer gives stands as `…` in both."""
    return fold_term(_WORD.sub(GAP, pattern))


def match_pattern(pattern: str, text: str) -> Mapping[str, str] | None:
    """Match a text against a pattern with numbers.

    Args:
        pattern: Such as `Phiên họp lần thứ {n} Nhóm Công tác liên hợp`, 联合工作组第{n}次会议.
        text: Any spelling that `fold_term` makes alike; numbers in digits, Roman or Han numerals, words.

    Returns:
        Slot to value, `n` and `roman` both as `n` in digits; None where the text is another.
    """
    found = _expression(pattern).fullmatch(fold_term(text))
    if found is None:
        return None
    values = dict(found.groupdict())
    if "n" in values:
        number = _ordinals().get(values["n"])
        if number is None:
            return None
        values["n"] = str(number)
    return values


def fill_numbers(pattern: str, values: Mapping[str, str], language: Language) -> str:
    """Fill a pattern with the values that `match_pattern` gives, in the numerals of the language.

    Raises:
        ValueError: An ordinal is not between 1 and 99.
    """
    for slot in slots(pattern) & (set(values) | {"roman"}):
        value = values["n" if slot == "roman" else slot]
        written = _WRITING[slot, language](int(value)) if slot in ("n", "roman") else value
        pattern = pattern.replace(f"{{{slot}}}", written)
    return pattern


def _vi_ordinal(number: int) -> str:
    return "nhất" if number == 1 else str(number)


_WRITING: Mapping[tuple[str, Language], Callable[[int], str]] = {
    ("n", Language.VI): _vi_ordinal,
    ("n", Language.ZH): han_numeral,
    ("roman", Language.VI): roman_numeral,
    ("roman", Language.ZH): han_numeral,
}


@cache
def _ordinals() -> Mapping[str, int]:
    read = {write(number): number for number in range(1, _MOST + 1) for write in (str, han_numeral)}
    roman = {roman_numeral(number).casefold(): number for number in range(1, _MOST_ROMAN + 1)}
    return read | roman | _ORDINAL_WORDS


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    escaped = re.escape(fold_term(pattern))
    return re.compile(re.sub(r"\\\{(\w+)\\\}", lambda slot: _READING.get(slot[1], slot[0]), escaped))
