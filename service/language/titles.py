"""Titles of papers: the type set apart from the subject, lines broken where a reader would break them."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from service.core.languages import Language
from service.language.positions import NBSP

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
_MOST_SYLLABLES = 4  # of a name; a title in capitals throughout is no name
# A number with what it counts is one word; a line may begin before it, not in it.
_ZH_UNIT = re.compile(r"[0-9０-９]+(?:[—－-][0-9]+)?[年月日届次号]?|.", re.DOTALL)
_JOINS = "与和及暨"
_LEVELS = "省市县区厅局委办"
_AFTER_LEVEL = "委长级府厅办人公直际政局部市员事主会书"
_CLOSING = "、，：；）》」”年"
_ORDINAL = "第"
_AFTER_JOIN, _AFTER_LEVEL_WORD, _BEFORE_NUMBER, _AFTER_COMMA = 0, 2, 4, 30  # squares of characters
_NEVER = 10_000


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
    words = bracketed.split(" ")
    kept, run = words[0], int(words[0][:1].isupper())
    for before, word in pairwise(words):
        joins = word[:1].isupper() and (before in _LEVEL_WORDS or before[:1].isupper())
        joins = joins and before[-1:].isalpha() and run < _MOST_SYLLABLES
        run = run + 1 if joins else int(word[:1].isupper())
        kept += (NBSP if joins else " ") + word
    return kept


def title_lines(title: str, language: Language, width: float) -> tuple[str, ...]:
    """Break a title into lines.

    Args:
        title: The title, on one line; line breaks somebody typed are kept.
        language: Vietnamese breaks by itself between words; Chinese has no spaces, and a line must not begin
            inside a word.
        width: How many characters of full width a line holds.

    Returns:
        As few lines as hold it, as even as its words allow; a part without a good place stays whole.
    """
    typed = title.split("\n")
    if language is Language.VI:
        return tuple(keep_names(line) for line in typed)
    return tuple(line for part in typed for line in _break(part, width))


def _break(title: str, width: float) -> list[str]:
    units = _ZH_UNIT.findall(title)
    sizes = [_width(unit) for unit in units]
    total = sum(sizes)
    if total <= width:
        return [title]
    ideal = total / -(-total // width)
    costs = [_cost(units, index) for index in range(len(units) + 1)]

    @cache
    def best(start: int) -> tuple[float, tuple[int, ...]]:
        """The cheapest way to set what begins at a unit: its cost and the ends of its lines."""
        if start == len(units):
            return 0, ()
        found: tuple[float, tuple[int, ...]] = (_NEVER * _NEVER, ())
        size = 0.0
        for end in range(start + 1, len(units) + 1):
            size += sizes[end - 1]
            if size > width:
                break
            rest, ends = best(end)
            cost = (size - ideal) ** 2 + costs[end] + rest
            found = min(found, (cost, (end, *ends)))
        return found

    cost, ends = best(0)
    if cost >= _NEVER:
        return [title]
    return ["".join(units[a:b]) for a, b in zip((0, *ends), ends, strict=False)]


def _width(unit: str) -> float:
    wide = [2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in unit]
    return sum(wide) / 2


def _cost(units: list[str], index: int) -> int:
    """What it costs to begin a line at a unit: nothing behind 与, a little behind 省, much inside a list."""
    if index in {0, len(units)}:
        return 0
    before, after = units[index - 1], units[index]
    if after[0] in _CLOSING or after in _JOINS:
        return _NEVER
    if before in _JOINS:
        return _AFTER_JOIN
    if before in _LEVELS and after[0] not in _AFTER_LEVEL:
        return _AFTER_LEVEL_WORD
    if (after[0].isdigit() or after == _ORDINAL) and before not in _CLOSING:
        return _BEFORE_NUMBER
    return _AFTER_COMMA if before in "、，" else _NEVER
