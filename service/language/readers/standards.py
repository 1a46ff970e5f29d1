"""Codes whose parts stand apart: standards, freight containers, places on a road."""

import re

from service.language.mentions import Reading
from service.language.tokens import Tokens
from service.language.values import Identifier

STANDARD_BODIES = frozenset(["iso", "iec", "tcvn", "qcvn", "gb"])
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_PLATE_PROVINCES, _PLATE_RUNS = frozenset("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁"), 6
_CONTAINER_LETTERS = re.compile("[a-z]{3}[ujz]")


def read_standard(tokens: Tokens, index: int) -> Reading | None:
    """Read ISO 9001:2015, which is no time; the space behind the body goes without saying."""
    words = tokens.words
    at = index + 1
    if words[at] == "/" and words[at + 1] == "t":
        at += 2
    number, end = words[at], at + 1
    while words[end] == "-" and words[end + 1].isdecimal() and len(words[end + 1]) < 4:
        end += 2
    if not number.isdecimal() or words[end] not in (":", "-") or not _YEAR.fullmatch(words[end + 1]):
        return None
    body, numbers = tokens.raw(index, at).upper(), tokens.raw(at, end)
    return Reading(end + 2, Identifier(f"{body} {numbers}:{words[end + 1]}"))


def is_container(tokens: Tokens, index: int) -> bool:
    """Say whether letters begin the number of a freight container: TCLU 456789-0.

    Source:
        ISO 6346: three letters of the owner, U, J or Z, six digits, a check digit.
    """
    after = tokens.words[index + 1]
    return (
        after.isdecimal() and len(after) in (6, 7) and bool(_CONTAINER_LETTERS.fullmatch(tokens.words[index]))
    )


def read_container(tokens: Tokens, index: int) -> Reading | None:
    """Read TCLU 456789-0 and TCLU4567890, which are one."""
    words = tokens.words
    if not is_container(tokens, index) or not tokens.raw(index, index + 1).isupper():
        return None
    end, digits = index + 2, words[index + 1]
    if len(digits) == 6:
        end += words[end] == "-"
        if not words[end].isdecimal() or len(words[end]) != 1:
            return None
        digits, end = digits + words[end], end + 1
    return Reading(end, Identifier(words[index].upper() + digits))


def read_road_place(tokens: Tokens, index: int) -> Reading | None:
    """Read 18公里500米处, a place on a road and no length: Km18+500."""
    words = tokens.words
    if words[index + 1 : index + 3] != ["公", "里"] or words[index + 4 : index + 6] != ["米", "处"]:
        return None
    kilometre, metre = words[index], words[index + 3]
    if not kilometre.isdecimal() or not metre.isdecimal():
        return None
    return Reading(index + 6, Identifier(f"Km{kilometre}+{metre}"))


def read_chainage(tokens: Tokens, index: int) -> Reading | None:
    """Read Km 18+500 and Km 18, a place on a road."""
    kilometre, metre = tokens.words[index + 1], tokens.words[index + 3]
    if tokens.words[index + 2] != "+":
        is_place = kilometre.isdecimal() and len(kilometre) < 5 and tokens.raw(index, index + 1) == "Km"
        is_place = is_place and not (tokens.words[index + 2] in (".", ",") and tokens.is_glued(index + 3))
        return Reading(index + 2, Identifier(f"Km{kilometre}")) if is_place else None
    if not kilometre.isdecimal() or not metre.isdecimal():
        return None
    return Reading(index + 4, Identifier(f"Km{kilometre}+{metre}"))


def read_bracketed(tokens: Tokens, index: int) -> Reading | None:
    """Read 〔2024〕5号, the number of a Chinese paper.

    Source:
        GB/T 9704-2012, 7.2.5.
    """
    words = tokens.words
    if not words[index + 1].isdecimal() or words[index + 2 : index + 3] != ["〕"]:
        return None
    if not words[index + 3].isdecimal() or words[index + 4] != "号":
        return None
    return Reading(index + 5, Identifier(f"〔{words[index + 1]}〕{words[index + 3]}号"))


def read_plate(tokens: Tokens, index: int) -> Reading | None:
    """Read the H·12345 of 云H·12345: what stands behind the province of a Chinese number plate.

    Source:
        GA 36-2018: one letter, a dot, five letters or digits, six on electric cars.
    """
    words = tokens.words
    if not index or words[index - 1] not in _PLATE_PROVINCES or len(words[index]) != 1:
        return None
    at = end = index + 2
    while tokens.is_glued(end) and words[end].isascii() and words[end].isalnum() and end < at + _PLATE_RUNS:
        end += 1
    code = "".join(words[at:end])
    if not tokens.is_glued(index) or len(code) not in (5, 6) or code.isalpha():
        return None
    return Reading(end, Identifier(tokens.raw(index, end)))
