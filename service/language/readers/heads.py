"""What stands before the number of a quantity: rate, comparison, change, bound, currency."""

from dataclasses import dataclass

from service.core.languages import Language
from service.language.members import EXACT, VI, ZH
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
    VI: BOUNDS[VI].firsts | CHANGES[VI].firsts | PER_BEFORE[VI].firsts | {FROM[VI], "trong", "nửa", "mươi"},
    ZH: BOUNDS[ZH].firsts
    | CHANGES[ZH].firsts
    | PER_BEFORE[ZH].firsts
    | SAME_PERIOD[ZH].firsts
    | PAST_BEFORE_ZH.firsts
    | SHORT_PER.firsts
    | {FROM[ZH], "人", "半"},
}


@dataclass(slots=True)
class Head:
    """What stands before a number.

    Attributes:
        end: Index of the token after it.
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
        if words[head.end] not in starts or not _step(tokens, head, language):
            break
    if words[head.end] == FROM[language]:
        head.end, head.is_from = head.end + 1, True
    return head


def _step(tokens: Tokens, head: Head, language: Language) -> bool:
    """Take one more word into a head; says whether there was one."""
    at, word = head.end, tokens.words[head.end]
    bound = BOUNDS[language].at(tokens, at)
    past = PAST_BEFORE_ZH.at(tokens, at) if language is ZH else None
    if past is not None and not head.past and (bound is None or past[0] > bound[0]):
        head.end, head.past = past[0], True
        return True
    if bound is not None and not (word == "hơn" and at and tokens.words[at - 1] in _COMPARED):
        head.end, head.bound = bound
        head.is_place_word = word in ("trên", "dưới") and bound[0] == at + 1
        head.is_jin = word == "近" and bound[0] == at + 1
        return True
    change = CHANGES[language].at(tokens, at)
    if change is not None:
        head.end, head.change = change
        return True
    return _step_zh(tokens, head) if language is ZH else _step_vi(tokens, head)


def _step_vi(tokens: Tokens, head: Head) -> bool:
    if tokens.words[head.end] == "trong" and not head.past:
        head.end, head.past = head.end + 1, True
        return True
    return _per_before(tokens, head, VI)


def _step_zh(tokens: Tokens, head: Head) -> bool:
    at = head.end
    same = SAME_PERIOD[ZH].at(tokens, at)
    if same is not None and tokens.words[same[0]] != "的":
        head.end, head.same_period = same[0], True
        return True
    if tokens.words[at : at + 3] == ["人", "民", "币"]:
        head.end, head.currency = at + 3, "CNY"
        return True
    return _per_before(tokens, head, ZH)


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
