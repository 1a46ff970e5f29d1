"""Several places in a law named together: các Điều 3, 5 và 7; 第3、5、7条; 第12至15条."""

from service.language.members import VI
from service.language.mentions import Reading
from service.language.readers.ordinals_zh import number_zh
from service.language.tokens import Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Citation, Citations

_AND_VI, _AND_ZH = frozenset([",", "và"]), frozenset("、,和及与")
_TO_VI, _TO_ZH = frozenset(["-", "đến", "tới"]), frozenset(["-", "~", "至", "到"])
_PLACES_MAX = 12


def read_citations_vi(tokens: Tokens, index: int) -> Reading | None:
    """Read các Điều 3, 5 và 7, khoản 1 và 2 Điều 5, từ Điều 12 đến Điều 15.

    Source:
        numbers.md, rule 13; Luật 80/2015/QH13, điều 8.
    """
    words = tokens.words
    at = index + (words[index] in ("các", "từ"))
    level = words[at]
    if level not in ("điều", "khoản"):
        return None
    numbers, end, is_range = _numbers_vi(tokens, at + 1, level)
    if len(numbers) < 2 or (words[index] == "từ" and not is_range):
        return None
    if level == "điều":
        return Reading(end, Citations(tuple(Citation(number) for number in numbers), is_range))
    if words[end] != "điều" or not _is_place(tokens, end + 1):
        return None
    article = int(words[end + 1])
    return Reading(end + 2, Citations(tuple(Citation(article, number) for number in numbers), is_range))


def _numbers_vi(tokens: Tokens, at: int, level: str) -> tuple[list[int], int, bool]:
    words, numbers, end = tokens.words, list[int](), at
    while _is_place(tokens, at) and len(numbers) < _PLACES_MAX:
        numbers.append(int(words[at]))
        end = at + 1
        if len(numbers) == 1 and words[end] in _TO_VI:
            last = end + 1 + (words[end + 1] == level)
            is_later = _is_place(tokens, last) and int(words[last]) > numbers[0]
            return ([*numbers, int(words[last])], last + 1, True) if is_later else (numbers, end, False)
        if words[end] not in _AND_VI:
            break
        at = end + 1
    return numbers, end, False


def _is_place(tokens: Tokens, at: int) -> bool:
    """Say whether digits are the number of an article and count nothing: Điều 5 và 10 hộ dân."""
    words = tokens.words
    word, after = words[at], words[at + 1]
    if not word.isdecimal() or len(word) > 3 or not int(word):
        return False
    # "2 Điều 7" is the second clause of an article, and no two of them.
    is_article = after == "điều" and words[at + 2].isdecimal()
    if not is_article and AFTER_NUMBER[VI].at(tokens, at + 1) is not None:
        return False
    is_joined = tokens.is_glued(at + 1) and tokens.is_glued(at + 2) and words[at + 2].isdecimal()
    return not (after in ("/", ".", ",") and is_joined)


def read_citations_zh(tokens: Tokens, index: int) -> Reading | None:
    """Read 第3、5、7条, 第5条第1、2款, 第12条至第15条.

    Source:
        numbers.md, rule 13.
    """
    words = tokens.words
    article, at = None, index
    first = number_zh(tokens, index + 1) if words[index] == "第" else None
    if first is not None and words[first[0]] == "条" and words[first[0] + 1] == "第":
        article, at = first[1], first[0] + 1
    found = _numbers_zh(tokens, at)
    if found is None:
        return _between_articles(tokens, index)
    numbers, end, is_range = found
    if words[end] == "条" and article is None:
        return Reading(end + 1, Citations(tuple(Citation(number) for number in numbers), is_range))
    if words[end] == "款" and article is not None:
        return Reading(end + 1, Citations(tuple(Citation(article, number) for number in numbers), is_range))
    return None


def _numbers_zh(tokens: Tokens, at: int) -> tuple[list[int], int, bool] | None:
    """Read numbers of which only the last has its 条 or 款; there are two or more."""
    words, numbers = tokens.words, list[int]()
    if words[at] != "第":
        return None
    while len(numbers) < _PLACES_MAX:
        number = number_zh(tokens, at + (words[at] == "第"))
        if number is None:
            return None
        numbers.append(number[1])
        end = number[0]
        if words[end] in _TO_ZH and len(numbers) == 1:
            last = number_zh(tokens, end + 1 + (words[end + 1] == "第"))
            return None if last is None or last[1] <= numbers[0] else ([*numbers, last[1]], last[0], True)
        if words[end] not in _AND_ZH:
            return (numbers, end, False) if len(numbers) > 1 else None
        at = end + 1
    return None


def _between_articles(tokens: Tokens, index: int) -> Reading | None:
    """Read 第12条至第15条."""
    words = tokens.words
    first = number_zh(tokens, index + 1) if words[index] == "第" else None
    if first is None or words[first[0]] != "条" or words[first[0] + 1] not in _TO_ZH:
        return None
    at = first[0] + 2
    last = number_zh(tokens, at + (words[at] == "第"))
    if last is None or words[last[0]] != "条" or last[1] <= first[1]:
        return None
    return Reading(last[0] + 1, Citations((Citation(first[1]), Citation(last[1])), is_range=True))
