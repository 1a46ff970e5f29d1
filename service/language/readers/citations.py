"""Places in a law: article, clause and point, whose letter stays."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.openings import ANY_NUMERAL, Seconds
from service.language.readers.citation_lists import read_citations_vi, read_citations_zh
from service.language.readers.ordinals_zh import number_zh
from service.language.tokens import Tokens
from service.language.values import Citation

STARTS = {
    VI: frozenset(["điểm", "mục", "khoản", "điều", "các", "từ"]),
    ZH: frozenset(["第"]),
}
SECONDS: dict[Language, Seconds] = {VI: {}, ZH: {"第": frozenset([ANY_NUMERAL, "("])}}
_ZH_LEVELS = {"条": "article", "款": "clause", "项": "point", "点": "point"}


def read_citation(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read điểm a khoản 2 Điều 23 and 第23条第2款a项; the letter of the point stays.

    Source:
        numbers.md, rule 13; Luật 80/2015/QH13, điều 8 (article, clause, point).
    """
    if language is VI:
        return read_citations_vi(tokens, index) or _citation_vi(tokens, index)
    return read_citations_zh(tokens, index) or _citation_zh(tokens, index)


def _citation_vi(tokens: Tokens, index: int) -> Reading | None:
    at, point = _point_vi(tokens, index)
    at, clause = _level_vi(tokens, at, "khoản", is_behind=at > index)
    at, article = _level_vi(tokens, at, "điều", is_behind=at > index)
    if article is not None and clause is None:
        at, clause = _level_vi(tokens, at, "khoản", is_behind=True)
    if clause is None and article is None:
        return None
    at, point = _point_behind(tokens, at) if not point and clause is not None else (at, point)
    return Reading(at, Citation(article, clause, point))


def _point_behind(tokens: Tokens, index: int) -> tuple[int, str]:
    """Read the last part of "Điều 5, khoản 2, điểm b"."""
    at = index + (tokens.words[index] == ",")
    is_point = tokens.words[at] == "điểm" and _is_letter(tokens.words[at + 1])
    return (at + 2, tokens.words[at + 1]) if is_point else (index, "")


def _point_vi(tokens: Tokens, index: int) -> tuple[int, str]:
    words = tokens.words
    if words[index] not in ("điểm", "mục"):
        return index, ""
    at = index + 1 + (words[index + 1] == "(")
    point = words[at]
    end = at + 1 + (words[at + 1] in (")", ","))
    is_point = len(point) == 1 and (point.isalpha() or point.isdecimal()) and words[end] in ("khoản", "điều")
    return (end, point) if is_point else (index, "")


def _level_vi(tokens: Tokens, index: int, level: str, *, is_behind: bool) -> tuple[int, int | None]:
    at = index + (is_behind and tokens.words[index] == "," and tokens.words[index + 1] == level)
    if tokens.words[at] != level:
        return index, None
    at += 1 + (tokens.words[at + 1] == "thứ")
    word = tokens.words[at]
    return (at + 1, int(word)) if word.isdecimal() and len(word) <= 3 else (index, None)


def _citation_zh(tokens: Tokens, index: int) -> Reading | None:
    found: dict[str, int | str] = {}
    end = index
    for level in ("条", "款", "项"):
        part = _level_zh(tokens, end, level)
        if part is not None:
            end, found[_ZH_LEVELS[level]] = part
    if "article" not in found and "clause" not in found:
        return None
    article, clause, point = (found.get(name) for name in ("article", "clause", "point"))
    return Reading(
        end,
        Citation(
            article if isinstance(article, int) else None,
            clause if isinstance(clause, int) else None,
            "" if point is None else str(point),
        ),
    )


def _level_zh(tokens: Tokens, index: int, level: str) -> tuple[int, int | str] | None:
    words = tokens.words
    at = index + (words[index] == "(")
    if level == "项" and words[index] != "第":
        end = at + 1 + (words[at + 1] == ")")
        return (end + 1, words[at]) if _is_letter(words[at]) and words[end] in ("项", "点") else None
    if words[index] != "第":
        return None
    at = index + 1 + (words[index + 1] == "(")
    number = number_zh(tokens, at)
    if number is None:
        is_point = level == "项" and _is_letter(words[at]) and words[at + 1] in ("项", "点")
        return (at + 2, words[at]) if is_point else None
    after = number[0] + (words[number[0]] == ")")
    return (after + 1, number[1]) if words[after] == level else None


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and (word.isascii() or word == "đ")
