"""Markers of the border named together: mốc 93(1) – 93(2), các mốc 450, 451 và 452, 450号至456号界碑."""

import re

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.tokens import Tokens
from service.language.units import AFTER_NUMBER

_MOST, _DIGITS_MAX, _DAYS = 9, 4, 31
_TO = {VI: frozenset(["-", "đến", "tới"]), ZH: frozenset(["-", "~", "至", "到"])}
AND_ZH = frozenset(["、", ",", "和", "及", "与"])
_AND = {VI: frozenset([",", "và"]), ZH: AND_ZH}
_WORDS = frozenset(["mốc", "số", "cột", "giới"])
_GOES_ON = frozenset(["/", ".", ":", "tháng", "năm"])
_PARTS = re.compile("[-,]")


def past_second_marker(tokens: Tokens, end: int) -> int:
    """Go past the (2) of mốc 238(2) and 238(2)号界碑: one of the markers that share a number."""
    words = tokens.words
    is_second = words[end] == "(" and words[end + 1].isdecimal() and words[end + 2] == ")"
    return end + 3 if is_second and len(words[end + 1]) == 1 and tokens.is_glued(end) else end


def read_marker(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """Read the number of one marker: 450, 198/2, 93(1); gives the index after it and its code."""
    words = tokens.words
    if not words[at].isdecimal() or len(words[at]) > _DIGITS_MAX:
        return None
    end = at + 1
    if words[end] == "/" and words[end + 1].isdecimal() and len(words[end + 1]) <= 2 and tokens.is_glued(end):
        if int(words[at]) <= _DAYS or words[end + 2] == "/":
            return None  # 15/6 is a day
        end += 2
    end = past_second_marker(tokens, end)
    return end, "".join(words[at:end])


def more_markers(tokens: Tokens, end: int, language: Language) -> tuple[int, str]:
    """Read the markers that stand behind one, and what joins them.

    Args:
        tokens: A text.
        end: The index after the number of a marker.
        language: The language of the text.

    Returns:
        The index after the last marker, and the codes behind the first with their joints: "-456" is a
        range, ",451,452" a list.
    """
    codes = ""
    for _ in range(_MOST):
        mark = _joint(tokens, end, language)
        found = None if mark is None else read_marker(tokens, _past_words(tokens, mark[0]))
        if mark is None or found is None or _counts(tokens, found[0], language):
            break
        if "-" in codes and mark[1] == "-":
            break
        end, codes = found[0], codes + mark[1] + found[1]
    return end, codes


def _joint(tokens: Tokens, at: int, language: Language) -> tuple[int, str] | None:
    at += language is ZH and tokens.words[at] == "号"
    word = tokens.words[at]
    if word in _TO[language]:
        return at + 1, "-"
    if word not in _AND[language]:
        return None
    return at + 1 + (word == "," and tokens.words[at + 1] == "và"), ","


def _past_words(tokens: Tokens, at: int) -> int:
    while tokens.words[at] in _WORDS:
        at += 1
    return at


def _counts(tokens: Tokens, end: int, language: Language) -> bool:
    """Say whether a number behind a marker counts or dates something: mốc 450 và 12 hộ, mốc 450, 15/6."""
    words = tokens.words
    goes_on = words[end] in _GOES_ON and words[end + 1].isdecimal()
    is_decimal = words[end] == "," and tokens.is_glued(end + 1) and words[end + 1].isdecimal()
    return goes_on or is_decimal or AFTER_NUMBER[language].at(tokens, end) is not None


def codes_of(code: str) -> list[str]:
    """Return the codes of a range or list of markers."""
    return _PARTS.split(code)


def write_markers(code: str, language: Language) -> str:
    """Write the codes of markers: 450-456, 450, 451 và 452; 450—456, 450、451和452."""
    code = code if language is VI else code.replace("-", "—")
    *heads, last = code.split(",")
    if not heads:
        return code
    if language is VI:
        return f"{', '.join(heads)} và {last}"
    return f"{'、'.join(heads)}和{last}"
