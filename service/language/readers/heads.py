"""What stands before the number of a quantity: rate, comparison, change, bound, currency."""

from typing import NamedTuple

from service.core.languages import Language
from service.language.members import EXACT, VI, ZH
from service.language.number_words import VI_NUMBER_WORDS
from service.language.readers.vocabulary import (
    BOUNDS,
    CHANGES,
    FROM,
    PAST_BEFORE_ZH,
    PER_BEFORE,
    SAME_PERIOD,
    SHORT_PER,
)
from service.language.tokens import Tokens
from service.language.units import PER_UNITS
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

STARTS = {
    VI: BOUNDS[VI].firsts
    | CHANGES[VI].firsts
    | PER_BEFORE[VI].firsts
    | VI_NUMBER_WORDS
    | {FROM[VI], "trong", "nửa", "mươi"},
    ZH: BOUNDS[ZH].firsts
    | CHANGES[ZH].firsts
    | PER_BEFORE[ZH].firsts
    | SAME_PERIOD[ZH].firsts
    | PAST_BEFORE_ZH.firsts
    | SHORT_PER.firsts
    | {FROM[ZH], "人", "半"},
}


class Head(NamedTuple):
    """What stands before a number.

    Attributes:
        is_from: Whether từ or 从 opens a range.
        is_place_word: Whether the bound is trên or dưới, which also say where.
        is_jin: Whether the bound is 近 alone, which also says "the last".
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


def read_head(tokens: Tokens, index: int, language: Language) -> Head:
    """Read everything that belongs to a quantity before its number; nothing there is no error."""
    head = Head(index)
    words, starts = tokens.words, STARTS[language]
    for _ in range(_STEPS_MAX):
        longer = _step(tokens, head, language) if words[head.end] in starts else None
        if longer is None:
            break
        head = longer
    if words[head.end] == FROM[language]:
        head = head._replace(end=head.end + 1, is_from=True)
    return head


def _step(tokens: Tokens, head: Head, language: Language) -> Head | None:
    at, word = head.end, tokens.words[head.end]
    bound = BOUNDS[language].at(tokens, at)
    past = PAST_BEFORE_ZH.at(tokens, at) if language is ZH else None
    if past is not None and not head.past and (bound is None or past[0] > bound[0]):
        return head._replace(end=past[0], past=True)
    if bound is not None and not (word == "hơn" and at and tokens.words[at - 1] in _COMPARED):
        is_place = word in ("trên", "dưới") and bound[0] == at + 1
        is_jin = word == "近" and bound[0] == at + 1
        return head._replace(end=bound[0], bound=bound[1], is_place_word=is_place, is_jin=is_jin)
    change = CHANGES[language].at(tokens, at)
    if change is not None:
        return head._replace(end=change[0], change=change[1])
    return _step_zh(tokens, head) if language is ZH else _step_vi(tokens, head)


def _step_vi(tokens: Tokens, head: Head) -> Head | None:
    if tokens.words[head.end] == "trong" and not head.past:
        return head._replace(end=head.end + 1, past=True)
    return _per_before(tokens, head, VI)


def _step_zh(tokens: Tokens, head: Head) -> Head | None:
    at = head.end
    same = SAME_PERIOD[ZH].at(tokens, at)
    if same is not None and tokens.words[same[0]] != "的":
        return head._replace(end=same[0], same_period=True)
    if tokens.words[at : at + 3] == ["人", "民", "币"]:
        return head._replace(end=at + 3, currency="CNY")
    return _per_before(tokens, head, ZH)


def _per_before(tokens: Tokens, head: Head, language: Language) -> Head | None:
    if len(head.per) > 1:
        return None
    before = PER_BEFORE[language].at(tokens, head.end)
    if before is not None:
        unit = PER_UNITS[language].at(tokens, before[0])
        return None if unit is None else head._replace(end=unit[0], per=(*head.per, unit[1]))
    short = SHORT_PER.at(tokens, head.end) if language is ZH and not head.per else None
    if short is None:
        return None
    is_bare_year = short[0] == head.end + 1
    return head._replace(end=short[0], per=(short[1],), is_bare_year=is_bare_year)
