"""Text at the border: NFC, nothing invisible, nothing that XML cannot hold."""

import re
import unicodedata
from collections.abc import Mapping
from itertools import product

from service.core.message import BienbanError, Message, message

_CONTROL_ALLOWED = frozenset("\n\t")
_LINE_BREAKS = frozenset("\x0b\x0c\x0d\x1c\x1d\x1e\x85\u2028\u2029")
# Marks that change what a reader sees without being seen: bidi controls, joiners, fillers, soft hyphen.
_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\ufeff\uffa0"
    + "".join(map(chr, range(0x200B, 0x2010)))
    + "".join(map(chr, range(0x202A, 0x202F)))
    + "".join(map(chr, range(0x2060, 0x2070)))
    + "".join(map(chr, range(0xFFF9, 0xFFFC)))
)
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_PLANE_END = 0xFFFE  # the last two points of every plane
_TAGS = range(0xE0000, 0xE1000)
# Every character that has a problem and few others: most texts hold none and need no second look.
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u2000-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    + "".join(f"{chr(end)}{chr(end + 1)}" for end in range(0x1FFFE, 0x110000, 0x10000))
    + f"{chr(_TAGS.start)}-{chr(_TAGS.stop - 1)}]"
)


class UnfitText(BienbanError):
    """A text holds a character that no minutes may hold."""


class ControlCharacter(UnfitText):
    """One that steers a machine and prints nothing; PostgreSQL and XML hold none."""


class InvalidUnicode(UnfitText):
    """Half a character, or a number that is none."""


class InvisibleCharacter(UnfitText):
    """One that changes what a reader sees without being seen."""


class LineBreak(UnfitText):
    """A line break or tab in a text of one line."""


_KINDS: Mapping[str, type[UnfitText]] = {
    "control": ControlCharacter,
    "surrogate": InvalidUnicode,
    "noncharacter": InvalidUnicode,
    "invisible": InvisibleCharacter,
    "line": LineBreak,
}


def clean_text(text: str, *, one_line: bool = False) -> str:
    r"""Bring a text from outside to the form that the program holds.

    Args:
        text: Any string; surrogate pairs that stand as two code units become one character.
        one_line: Names and titles: a line break is refused too.

    Returns:
        The text in NFC, line breaks as `\n`, without space at either end.

    Raises:
        UnfitText: A control, bidi, invisible or unassigned-for-XML character, or a lone surrogate; the
            message names the first such character and its position, counted from 1.

    Source:
        XML 1.0, production 2 (Char); Unicode Standard Annex 9, explicit directional formatting.
    """
    # A folded YAML text ends in a line break that belongs to no name.
    if not _SUSPECT.search(text):
        return unicodedata.normalize("NFC", text).strip()
    joined = _join_surrogates(text).replace("\r\n", "\n").rstrip(" \n\t")
    for position, character in enumerate(joined, start=1):
        problem = _problem(character, one_line=one_line)
        if problem is not None:
            raise _KINDS[problem](_describe(problem, character, position))
    return unicodedata.normalize("NFC", joined).strip()


def _join_surrogates(text: str) -> str:
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _problem(character: str, *, one_line: bool) -> str | None:
    if character in _CONTROL_ALLOWED:
        return "line" if one_line else None
    if character in _LINE_BREAKS or unicodedata.category(character) == "Cc":
        return "control"
    if "\ud800" <= character <= "\udfff":
        return "surrogate"
    if character in _INVISIBLE or ord(character) in _TAGS:
        return "invisible"
    return "noncharacter" if _is_noncharacter(ord(character)) else None


def _is_noncharacter(point: int) -> bool:
    return point in _NONCHARACTERS or point & _PLANE_END == _PLANE_END


def _describe(problem: str, character: str, position: int) -> Message:
    point = f"U+{ord(character):04X}"
    if problem == "control":
        return message(
            "control character {point} at character {position}; delete it", point=point, position=position
        )
    if problem == "surrogate":
        return message(
            "half a character ({point}, a lone surrogate) at character {position}; type the whole character",
            point=point,
            position=position,
        )
    if problem == "invisible":
        return message(
            "invisible character {point} at character {position}; delete it, it can hide what a text says",
            point=point,
            position=position,
        )
    if problem == "line":
        return message(
            "a line break or tab at character {position}; this text is one line", position=position
        )
    return message(
        "{point} at character {position} is no character; delete it", point=point, position=position
    )


def show_text(text: str) -> str:
    """Write a text for a console: one line, every character that no minutes hold as its number."""
    shown = (_shown(character) if _problem(character, one_line=True) else character for character in text)
    return "".join(shown)


def _shown(character: str) -> str:
    return f"[U+{ord(character):04X}]"


# Where oa, oe and uy end a syllable, two schools put the tone on either letter: Tỉnh ủy and Tỉnh uỷ. After q
# the u is no vowel, and both letters behind it write one sound: quý, quí.
_TONE_ON_LAST = {
    f"{first}{last}": unicodedata.normalize("NFC", first + tone) + plain
    for first, plain in product("oOuU", "aAeEyY")
    if (first in "oO") == (plain in "aAeE")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
    for last in [unicodedata.normalize("NFC", plain + tone)]
}
_QUI = dict(zip("ìíỉĩịiÌÍỈĨỊI", "ỳýỷỹỵyỲÝỶỸỴY", strict=True))
_TWO_SCHOOLS = re.compile(
    "(?:[oO][àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ]|(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ]|(?<!\\w)[qQ][uU][ìíỉĩịiÌÍỈĨỊI])(?![\\w\u0300-\u036f])"
)


def _as_one_school(found: re.Match[str]) -> str:
    written = found[0]
    return _TONE_ON_LAST.get(written) or written[:2] + _QUI[written[2]]


def tidy_term(text: str) -> str:
    """Return a name in NFC, one space between words, dashes without the space beside them and all alike.

    Both schools of placing a Vietnamese tone (hòa, hoà) become one.

    Args:
        text: A term or name in either language; its case stays.
    """
    tidy = _TWO_SCHOOLS.sub(_as_one_school, unicodedata.normalize("NFC", text))
    for dash in "–—−‐‑":
        tidy = tidy.replace(dash, "-")
    words = tidy.replace("\u00a0", " ").replace("-", " - ").split()
    return " ".join(words).replace(" - ", "-")


def fold_term(text: str) -> str:
    """Return the form in which two spellings of one name are the same name: tidy, in lower case.

    Args:
        text: A term or name in either language.
    """
    return tidy_term(text).casefold()
