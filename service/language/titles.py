"""Titles of papers: the type set apart from the subject, lines broken where a reader would break them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from service.core.languages import Language
from service.language.positions import NBSP
from service.language.title_words import LEVELS, Kind, cut_title

# The longest first: "Biên bản" begins the others too.
_TYPES = (
    "Biên bản hội đàm",
    "Biên bản kết nghĩa",
    "Biên bản thỏa thuận",
    "Biên bản ghi nhớ",
    "Biên bản",
    "Bản ghi nhớ",
    "Chương trình hợp tác",
    "Kế hoạch hành động",
    "Kế hoạch hợp tác",
    "Kế hoạch",
    "Thỏa thuận",
)
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")
_LEVEL_WORDS = frozenset(("tỉnh", "huyện", "xã", "châu", "phường"))
_PLURAL = "các"
_PERIOD = "giai đoạn "
_MOST_SYLLABLES = 4  # of a name; a title in capitals throughout is no name
# Costs of beginning a line, and of each line, in squares of hundredths of a line's width.
_AFTER_LEVEL, _BEFORE_NUMBER, _BETWEEN_WORDS = 20, 40, 60
_INSIDE_NAME, _BESIDE_UNKNOWN, _AFTER_COMMA, _AFTER_COUNTRY = 120, 200, 300, 4000
_AT_SIDES, _AFTER_COMMA_VI, _ANYWHERE, _INSIDE_WORD = 10, 700, 900, 1500
_LINE, _PER_CENT = 2000, 70


def split_type(title: str) -> tuple[str, str]:
    """Part a Vietnamese title into type and subject: "Kế hoạch hành động", "hợp tác thí điểm …".

    Returns:
        Type and subject; an empty type where the title begins with none or has nothing behind it.
    """
    folded = title.casefold()
    for name in _TYPES:
        rest = title[len(name) :]
        if rest.strip() and rest[0].isspace() and folded.startswith(name.casefold()):
            return title[: len(name)], rest.strip()
    return "", title


def keep_names(title: str) -> str:
    """Keep names on one line, with what stands behind them in brackets: "tỉnh Hà Giang (Việt Nam)".

    Args:
        title: Vietnamese; a name is what of up to four words with capitals stands together.
    """
    bracketed = _IN_BRACKETS.sub(lambda found: found[0].replace(" ", NBSP), title)
    words = bracketed.replace(_PERIOD, _PERIOD.replace(" ", NBSP)).split(" ")
    kept, run = words[0], int(words[0][:1].isupper())
    for before, word in pairwise(words):
        joins = word[:1].isupper() and (before in _LEVEL_WORDS or before[:1].isupper())
        joins = joins and before[-1:].isalpha() and run < _MOST_SYLLABLES
        joins = joins or (before.casefold() == _PLURAL and word in _LEVEL_WORDS)
        run = run + 1 if joins else int(word[:1].isupper())
        kept += (NBSP if joins else " ") + word
    return kept


def title_lines(title: str, language: Language, width: float) -> tuple[str, ...]:
    """Break a title into lines.

    Args:
        title: The title, on one line; line breaks somebody typed are kept.
        language: Vietnamese is broken between words, names kept whole; a Chinese line must not begin inside a
            word, though Chinese has no spaces.
        width: How many characters a line holds: of full width in Chinese, any in Vietnamese.

    Returns:
        As few lines as hold it, as even as its words allow; a line with no good place inside may be longer.
    """
    typed = title.split("\n")
    if language is Language.VI and len(typed) > 1:
        return tuple(map(keep_names, typed))  # who broke the lines knew why; Word breaks between words itself
    cut = _cut_vi if language is Language.VI else _cut_zh
    return tuple(line for part in typed for line in _set(cut(part), width))


@dataclass(frozen=True)
class _Piece:
    """What stands together: its text, its width, what it costs to begin a line with it."""

    text: str
    size: float
    cost: float


def _set(pieces: Sequence[_Piece], width: float) -> list[str]:
    """Set pieces into lines at the least cost: few lines, even ones, begun at good places."""
    ideal = total / -(-total // width) if (total := sum(piece.size for piece in pieces)) else 1
    costs, ends = [0.0] * (len(pieces) + 1), [0] * len(pieces)
    for start in range(len(pieces) - 1, -1, -1):
        costs[start], size = inf, 0.0
        for end in range(start + 1, len(pieces) + 1):
            size += pieces[end - 1].size
            if size > width and end > start + 1:
                break
            uneven = ((size - ideal) / width * _PER_CENT) ** 2
            begins = pieces[end].cost if end < len(pieces) else 0
            costs[start], ends[start] = min(
                (costs[start], ends[start]), (_LINE + uneven + begins + costs[end], end)
            )
    return _joined(pieces, ends)


def _joined(pieces: Sequence[_Piece], ends: Sequence[int]) -> list[str]:
    lines, start = [], 0
    while start < len(pieces):
        lines.append("".join(piece.text for piece in pieces[start : ends[start]]).rstrip(" "))
        start = ends[start]
    return lines


def _cut_vi(title: str) -> list[_Piece]:
    words = keep_names(title).split(" ")
    return [
        _Piece(f"{word} ", len(word) + 1, _cost_vi(before, word)) for before, word in pairwise(("", *words))
    ]


def _cost_vi(before: str, word: str) -> float:
    if word == "giữa" or (word == "và" and before.endswith(")")):
        return _AT_SIDES
    if before.endswith(","):
        return _AFTER_COMMA_VI
    # "Bí thư", "Hội nghị": a word with a capital and what follows it mostly are one.
    is_inside = before.rsplit(NBSP, maxsplit=1)[-1][:1].isupper() and word[:1].islower()
    return _INSIDE_WORD if is_inside or before in {"giữa", "và"} else _ANYWHERE


def _cut_zh(title: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    before = Kind.OPENING
    for text, kind in cut_title(title):
        cost = _cost_zh(before, kind, text)
        if cost is None and pieces:
            last = pieces.pop()
            pieces.append(_Piece(last.text + text, last.size + _width(text), last.cost))
        else:
            pieces.append(_Piece(text, _width(text), cost or 0))
        before = kind
    return pieces


def _width(text: str) -> float:
    wide = [2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text]
    return sum(wide) / 2


def _cost_zh(before: Kind, kind: Kind, text: str) -> float | None:
    """What it costs to begin a line between two pieces; None: it never does."""
    if before is Kind.OPENING or kind in {Kind.CLOSING, Kind.JOIN, Kind.LEVEL}:
        return None
    if before is Kind.CLOSING:
        return _AFTER_COMMA
    if before is Kind.JOIN:
        return 0
    return _between_words(before, kind, text)


def _between_words(before: Kind, kind: Kind, text: str) -> float | None:
    if before is Kind.OTHER and (kind in {Kind.OTHER, Kind.BODY} or text[0] in LEVELS):
        return None
    if before is Kind.COUNTRY:
        return _AFTER_COUNTRY
    if before is Kind.LEVEL:
        return _INSIDE_NAME if kind is Kind.BODY else _AFTER_LEVEL
    if kind in {Kind.NUMBER, Kind.ORDINAL}:
        return _BEFORE_NUMBER
    if before is Kind.ORDINAL:
        return _INSIDE_NAME
    return _BESIDE_UNKNOWN if Kind.OTHER in {before, kind} else _BETWEEN_WORDS
