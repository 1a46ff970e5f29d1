"""What stands before the number of a quantity: rate, comparison, change, bound, currency."""

from dataclasses import dataclass

from service.core.languages import Language
from service.language.members import EXACT, VI, ZH
from service.language.number_words import read_number
from service.language.openings import Seconds, merged, seconds_of
from service.language.readers.vocabulary import (
    BEFORE_NUMBER,
    FROM,
    FULL,
    HEAD_WORDS,
    PER_BEFORE,
    SHORT_PER,
    HeadWord,
)
from service.language.tokens import Tokens
from service.language.units import AFTER_NUMBER, PER_UNITS, kind_of
from service.language.values import Bound, Change

_STEPS_MAX = 4
# "cao hơn 5%" is five per cent more, not more than five.
_COMPARED = frozenset(
    [
        "cao",
        "thấp",
        "nhiều",
        "ít",
        "lớn",
        "nhỏ",
        "dài",
        "ngắn",
        "rộng",
        "hẹp",
        "sớm",
        "muộn",
        "tốt",
        "mạnh",
        "đông",
        "nặng",
        "nhẹ",
    ]
)
_LENGTH, _AREA, _MASS = frozenset(["length"]), frozenset(["length", "area"]), frozenset(["mass"])
_DIMENSIONS = {"dài": _LENGTH, "cao": _LENGTH, "rộng": _AREA, "nặng": _MASS, "sâu": _LENGTH}

STARTS = {
    VI: HEAD_WORDS[VI].firsts | {FROM[VI], "nửa", "mươi"},
    ZH: HEAD_WORDS[ZH].firsts | {FROM[ZH], "半"},
}
# Behind a head of one token a number or more of a head goes on, behind 每 a unit.
SECONDS: dict[Language, Seconds] = {
    VI: {},
    ZH: merged(
        seconds_of([HEAD_WORDS[ZH]], BEFORE_NUMBER[ZH] | PER_UNITS[ZH].firsts),
        {FROM[ZH]: BEFORE_NUMBER[ZH], "半": None},
    ),
}


@dataclass(slots=True)
class Head:
    """What stands before a number.

    Attributes:
        end: Index of the token after it.
        is_from: Whether từ or 从 opens a range.
        is_place_word: Whether the bound is trên or dưới, which also say where.
        is_jin: Whether the bound is 近 alone, which also says "the last".
        is_full: Whether the bound is "đủ" or 满, which bound ages and years only.
        is_bare_year: Whether the rate is only 年 (年6亿越南盾).
    """

    end: int
    per: tuple[str, ...] = ()
    bound: Bound = EXACT
    change: Change | None = None
    same_period: bool = False
    past: bool = False
    currency: str = ""
    is_from: bool = False
    is_place_word: bool = False
    is_jin: bool = False
    is_bare_year: bool = False
    is_full: bool = False


def read_head(tokens: Tokens, index: int, language: Language) -> Head:
    """Read everything that belongs to a quantity before its number; nothing there is no error."""
    head = Head(index)
    words, starts = tokens.words, STARTS[language]
    for _ in range(_STEPS_MAX):
        if words[head.end] not in starts or not _step(tokens, head, language):
            break
    if words[head.end] == FROM[language]:
        head.end, head.is_from = head.end + 1, True
    return head


def _step(tokens: Tokens, head: Head, language: Language) -> bool:
    """Take one more word into a head; says whether there was one."""
    at, word = head.end, tokens.words[head.end]
    found = HEAD_WORDS[language].at(tokens, at)
    if found is None:
        return False
    end, meaning = found
    if isinstance(meaning, Bound):
        if word == "hơn" and at and tokens.words[at - 1] in _COMPARED and not _is_measured(tokens, at):
            return False
        head.bound = meaning
        head.is_place_word = word in ("trên", "dưới") and end == at + 1
        head.is_full = meaning is Bound.AT_LEAST and tokens.words[end - 1] in FULL
        head.is_jin = word == "近" and end == at + 1
    elif isinstance(meaning, Change):
        head.change = meaning
    elif meaning is HeadWord.PER:
        return _per_before(tokens, head, language)
    elif meaning is HeadWord.PAST:
        if head.past:
            return False
        head.past = True
    elif meaning is HeadWord.SAME_PERIOD:
        if tokens.words[end] == "的":
            return False
        head.same_period = True
    else:
        head.currency = "CNY"
    head.end = end
    return True


def _is_measured(tokens: Tokens, at: int) -> bool:
    """Say whether "hơn" bounds a measure: dài hơn 274 km, but cao hơn 2 m so với năm trước."""
    if tokens.words[at - 1] not in _DIMENSIONS:
        return False
    number = read_number(tokens, at + 1, VI)
    unit = None if number is None else AFTER_NUMBER[VI].at(tokens, number.end)
    if unit is None or kind_of(unit[1]) not in _DIMENSIONS[tokens.words[at - 1]]:
        return False
    return tokens.words[unit[0]] not in ("so", "hơn")


def _per_before(tokens: Tokens, head: Head, language: Language) -> bool:
    if len(head.per) > 1:
        return False
    before = PER_BEFORE[language].at(tokens, head.end)
    if before is not None:
        unit = PER_UNITS[language].at(tokens, before[0])
        if unit is not None:
            head.end, head.per = unit[0], (*head.per, unit[1])
        return unit is not None
    short = SHORT_PER.at(tokens, head.end) if language is ZH and not head.per else None
    if short is None:
        return False
    head.is_bare_year = short[0] == head.end + 1
    head.end, head.per = short[0], (short[1],)
    return True
