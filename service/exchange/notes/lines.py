"""Notes cut into lines and sentences, with what numbers or marks them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from service.core.languages import Language

_ZH_NUMERALS = "一二三四五六七八九十"
_MARK = re.compile(
    rf"(?P<section>[IVX]{{1,5}}[.)、](?=\s)|第?[{_ZH_NUMERALS}]{{1,3}}[、.．])"
    rf"|(?P<point>[(（]?\d{{1,2}}(?:\.\d{{1,2}})*[.)）、．](?!\d)|\d{{1,2}}\.\d{{1,2}}(?=\s)"
    rf"|\d{{1,2}}/(?=\s)|[Đđ]iều \d{{1,2}}[.:](?=\s)"
    rf"|[(（][{_ZH_NUMERALS}]{{1,3}}[)）]|[a-zđ][.)](?=\s)|[①-⑳])"
    r"|(?P<bullet>=>|[-–—•·▪●○■□◆*+→⇒])(?=\s|\w)"
)
_LINE = re.compile(r"[^\n]+")
_VI_END = re.compile(r"(?<=[.!?;…])[”\"»)]?\s+(?=\S)|(?<=;)\s*(?=\S)")
_ZH_END = re.compile(r"(?<=[。！？；;])[”》]?(?=\S)")
# Not the end of a sentence: a number, an abbreviation, a form of address.
_NO_END = re.compile(r"(?:\b\d{1,2}|\b[A-ZĐ]|\b(?:Tp|TP|TT|ThS|TS|PGS|GS|Mr|v\.v|Đ/c|đ/c))\.\Z")


LONGEST_SENTENCE = 2000
"""A longer sentence, in characters, is none that is read: it is left over."""
_ABBREVIATION = 8


class Mark(StrEnum):
    """What stands before a line: the number of a section, that of a point, a bullet, nothing."""

    SECTION = "section"
    POINT = "point"
    BULLET = "bullet"
    NONE = ""


@dataclass(frozen=True)
class Line:
    """One line of notes.

    Attributes:
        start: Where it begins, its mark included; code points of the notes.
        content: Where its words begin.
        end: After its last word.
        text: Its words.
        mark: What stands before them.
        sign: The first character of the line.
    """

    start: int
    content: int
    end: int
    text: str
    mark: Mark
    sign: str


def cut_lines(text: str) -> Iterator[Line]:
    """The lines of notes that say anything."""
    for found in _LINE.finditer(text):
        line = found[0]
        start = found.start() + len(line) - len(line.lstrip())
        end = found.end() - (len(line) - len(line.rstrip()))
        if start < end:
            yield _marked(text, start, end)


def _marked(text: str, start: int, end: int) -> Line:
    found = _MARK.match(text, start, end)
    content = start
    mark = Mark.NONE
    if found is not None:
        content = found.end()
        while content < end and text[content].isspace():
            content += 1
        mark = Mark(found.lastgroup or "")
    if content >= end:  # a number alone is no mark of anything
        content, mark = start, Mark.NONE
    return Line(start, content, end, text[content:end], mark, text[start])


@dataclass(frozen=True)
class Sentence:
    """A sentence of notes, or a clause that a semicolon parts; offsets in code points of the notes."""

    start: int
    end: int
    text: str


def cut_sentences(line: Line, language: Language) -> list[Sentence]:
    """The sentences of a line; semicolons part the points of a list."""
    end_of_one = _VI_END if language is Language.VI else _ZH_END
    cuts = [0]
    ends = (
        found
        for found in end_of_one.finditer(line.text)
        # Only what stands right before: the time is linear in the notes.
        if not _NO_END.search(line.text[max(0, found.start() - _ABBREVIATION) : found.start()])
    )
    cuts += [*(found.end() for found in ends), len(line.text)]
    pieces = ((first, line.text[first:last]) for first, last in pairwise(cuts))
    return [
        Sentence(line.content + first, line.content + first + len(piece.rstrip()), piece.rstrip())
        for first, piece in pieces
        if piece.strip() and len(piece) <= LONGEST_SENTENCE
    ]
