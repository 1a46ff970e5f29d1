"""Amounts, counts, measures, rates, percentages and durations: bound, number, unit, rate, range."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.counters import BARE_ZH
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.number_words import Number, read_number
from service.language.readers.vocabulary import (
    BOUNDS,
    BOUNDS_AFTER,
    CHANGES,
    FROM,
    PER_BEFORE,
    PLACES_UNDER_TREN,
    RANGE_MARKS,
    SAME_PERIOD,
)
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER, PER_UNITS, kind_of
from service.language.values import Bound, Change, ChangeTimes, Quantity

_HALF = Decimal("0.5")
_PER_AFTER = {Language.VI: ("/", "mỗi", "một", "per"), Language.ZH: ("/", "每")}
# After "đồng" these make another word: đồng chí, đồng bào, đồng chủ trì.
_NOT_DONG = frozenset("chí bào chủ thời đội phạm minh hành ý thuận bộ hương nghiệp tình".split())
_PAST_VI: Phrases[bool] = Phrases([(form, True) for form in "qua|vừa qua|gần đây|vừa rồi|trở lại đây|gần nhất".split("|")])
_PAST_ZH_BEFORE: Phrases[bool] = Phrases([(form, True) for form in "过去|最近|近|在过去|近几".split("|")])
_PAST_ZH_AFTER: Phrases[bool] = Phrases([(form, True) for form in "来|以来|多来|间来".split("|")])
_SPAN_UNITS = frozenset(["year", "month", "week", "day", "decade", "quarter"])
_CONTINUOUS = frozenset(["length", "area", "volume", "mass", "energy", "percent", "point", "number", "power"])
# Words before "năm" that make it a year and no five: trong năm, đầu năm.
_BEFORE_YEAR = frozenset(
    "trong đầu cuối giữa mỗi hàng hằng cả cùng qua nhiều các từng nửa theo sang vào những tháng mấy quý".split()
)
_LIMIT = 3


class _Head(NamedTuple):
    """What stands before the number."""

    end: int
    per: tuple[str, ...] = ()
    bound: Bound = Bound.EXACT
    change: Change | None = None
    same_period: bool = False
    past: bool = False
    currency: str = ""
    is_from: bool = False
    is_tren: bool = False
    is_jin: bool = False


class _Amount(NamedTuple):
    """A number with its unit and what the text hangs on it."""

    end: int
    number: Number
    unit: str = ""
    is_over: bool = False
    extra: Decimal = Decimal(0)


def read_quantity(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a quantity with everything before and after its number that belongs to it.

    Source:
        numbers.md, rules 1 to 4, 7, 8, 10 and 13.
    """
    head = _read_head(tokens, index, language)
    first = _read_amount(tokens, head, language)
    if first is None or (head.currency and not _is_currency(first, head)):
        return None
    first, high, end = _read_range(tokens, first, language)
    if head.is_from and high is None:
        return None
    if not _is_number_here(tokens, index, head, first, language, is_range=high is not None):
        return None
    return _assemble(tokens, head, first, high, end, language)


def _read_head(tokens: Tokens, index: int, language: Language) -> _Head:
    head = _Head(index)
    for _ in range(_LIMIT + 1):
        longer = _head_step(tokens, head, language)
        if longer is None:
            break
        head = longer
    if tokens.words[head.end] == FROM[language]:
        head = head._replace(end=head.end + 1, is_from=True)
    return head


def _head_step(tokens: Tokens, head: _Head, language: Language) -> _Head | None:
    at = head.end
    bound = BOUNDS[language].at(tokens, at)
    past = _PAST_ZH_BEFORE.at(tokens, at) if language is Language.ZH else None
    if past is not None and not head.past and (bound is None or past[0] > bound[0]):
        return head._replace(end=past[0], past=True)
    if bound is not None:
        is_near = tokens.words[at] == "近" and bound[0] == at + 1
        return head._replace(end=bound[0], bound=bound[1], is_tren=tokens.words[at] in ("trên", "dưới"), is_jin=is_near)
    change = CHANGES[language].at(tokens, at)
    if change is not None:
        return head._replace(end=change[0], change=change[1])
    return _head_step_zh(tokens, head) if language is Language.ZH else _head_step_vi(tokens, head)


def _head_step_vi(tokens: Tokens, head: _Head) -> _Head | None:
    if tokens.words[head.end] == "trong" and tokens.words[head.end + 1].isdecimal():
        return head._replace(end=head.end + 1, past=True)
    return _per_before(tokens, head, Language.VI)


def _head_step_zh(tokens: Tokens, head: _Head) -> _Head | None:
    at = head.end
    same = SAME_PERIOD[Language.ZH].at(tokens, at)
    if same is not None and tokens.words[same[0]] != "的":
        return head._replace(end=same[0], same_period=True)
    if tokens.words[at] == "人民" and False:  # pragma: no cover
        return None
    if tokens.words[at : at + 3] == ["人", "民", "币"]:
        return head._replace(end=at + 3, currency="CNY")
    return _per_before(tokens, head, Language.ZH)


_SHORT_PER: Phrases[tuple[str, ...]] = Phrases(
    [("年均", ("year",)), ("年", ("year",)), ("人均", ("người",)), ("月均", ("month",)), ("日均", ("day",)), ("户均", ("hộ",))]
)


def _per_before(tokens: Tokens, head: _Head, language: Language) -> _Head | None:
    before = PER_BEFORE[language].at(tokens, head.end)
    if before is None:
        short = _SHORT_PER.at(tokens, head.end) if language is Language.ZH and not head.per else None
        return None if short is None else head._replace(end=short[0], per=short[1])
    unit = PER_UNITS[language].at(tokens, before[0])
    if unit is None or len(head.per) > 1:
        return None
    return head._replace(end=unit[0], per=(*head.per, unit[1]))


def _read_amount(tokens: Tokens, head: _Head, language: Language) -> _Amount | None:
    number = _half(tokens, head.end, language) or read_number(tokens, head.end, language)
    if number is None:
        return None
    return _with_unit(tokens, number, language, head.currency)


def _half(tokens: Tokens, index: int, language: Language) -> Number | None:
    word = "nửa" if language is Language.VI else "半"
    return Number(index + 1, _HALF, is_word=True) if tokens.words[index] == word else None


def _with_unit(tokens: Tokens, number: Number, language: Language, currency: str = "") -> _Amount:
    end, is_over, extra = number.end, number.is_over, Decimal(0)
    words = tokens.words
    if language is Language.ZH:
        if words[end] in ("多", "余", "几") and not is_over:
            end, is_over = end + 1, True
        end, extra = _half_measure(tokens, end, is_before=True)
    elif words[end] == "hơn":
        return _Amount(end, number, is_over=is_over)
    found = _unit_at(tokens, number, end, language)
    if found is None:
        # 多 belongs to the number only where a unit follows: 3多 is no number.
        end = number.end if is_over and not number.is_over and not number.has_scale else end
        return _Amount(end if not extra else number.end, number, "", is_over and end > number.end - 1, Decimal(0))
    end, unit = found
    if currency and kind_of(unit) == "money":
        unit = currency
    return _after_unit(tokens, _Amount(end, number, unit, is_over, extra), language)


def _half_measure(tokens: Tokens, end: int, *, is_before: bool) -> tuple[int, Decimal]:
    """Read 个半月 and 个多月: the half or the rest stands between the measure word and the unit."""
    if is_before and tokens.words[end] == "个" and tokens.words[end + 1] == "半":
        return end, _HALF
    return end, Decimal(0)


def _unit_at(tokens: Tokens, number: Number, end: int, language: Language) -> tuple[int, str] | None:
    words = tokens.words
    if language is Language.ZH and words[end] == "个" and words[end + 1] in ("半", "多"):
        unit = {"月": "month", "小": "hour", "世": "century", "星": "week"}.get(words[end + 2])
        return None if unit is None else (end + (3 if unit == "month" else 4), unit)
    found = AFTER_NUMBER[language].at(tokens, end)
    if found is None:
        bare = BARE_ZH.get(words[end]) if language is Language.ZH and number.is_word else None
        return None if bare is None else (end + 1, bare)
    if language is Language.VI and found[1] == "VND" and found[0] == end + 1 and words[end + 1] in _NOT_DONG:
        return None
    if found[1] == "year" and language is Language.ZH and _is_year(number):
        return None
    return found


def _is_year(number: Number) -> bool:
    return not number.has_scale and 1000 <= number.amount < 3000  # noqa: PLR2004 - years of our papers


def _after_unit(tokens: Tokens, amount: _Amount, language: Language) -> _Amount:
    words, end = tokens.words, amount.end
    if language is Language.VI:
        return amount._replace(end=end + 1, extra=_HALF) if words[end] == "rưỡi" else amount
    if words[amount.number.end + (amount.is_over and not amount.number.is_over)] == "个" and words[amount.number.end + 1] == "多":
        amount = amount._replace(is_over=True)
    if words[end] == "半" and kind_of(amount.unit) in ("duration", "mass", "length"):
        return amount._replace(end=end + 1, extra=_HALF)
    if words[end] in ("多", "余") and not amount.is_over and kind_of(amount.unit) != "count":
        return amount._replace(end=end + 1, is_over=True)
    return amount


def _read_range(tokens: Tokens, first: _Amount, language: Language) -> tuple[_Amount, Decimal | None, int]:
    words = tokens.words
    if words[first.end] not in RANGE_MARKS[language]:
        return first, None, first.end
    at = first.end + 1
    number = read_number(tokens, at, language)
    if number is None or (number.is_word and not first.number.is_word):
        return first, None, first.end
    high = _with_unit(tokens, number, language)
    if (first.unit and first.unit != high.unit) or (not first.unit and first.number.has_scale and not high.unit and False):
        return first, None, first.end
    low = first.number
    if not low.has_scale and number.has_scale and not first.unit and low.amount * number.scale < number.amount:
        low = low._replace(amount=low.amount * number.scale)
    if low.amount >= number.amount:
        return first, None, first.end
    return first._replace(number=low, unit=high.unit, is_over=high.is_over), number.amount, high.end


def _is_currency(amount: _Amount, head: _Head) -> bool:
    return amount.unit == head.currency


def _is_number_here(
    tokens: Tokens, index: int, head: _Head, amount: _Amount, language: Language, *, is_range: bool
) -> bool:
    """Say whether a number word is a number: it counts something, or it is the whole text."""
    number = amount.number
    if head.is_tren and amount.unit in PLACES_UNDER_TREN:
        return False
    if head.past and not head.is_jin and amount.unit not in _SPAN_UNITS:
        return False
    if head.per and not amount.unit:
        return False
    if tokens.words[head.end - 1] == "年" and head.per == ("year",) and not _stands_as_rate(tokens, index, amount):
        return False
    if not number.is_word or is_range:
        return True
    if language is Language.VI and tokens.words[number.end - 1] == "năm" and not _is_five(tokens, head, amount):
        return False
    return bool(amount.unit) or (index == 0 and tokens.words[number.end] == "")


def _stands_as_rate(tokens: Tokens, index: int, amount: _Amount) -> bool:
    is_average = "均" in tokens.words[index : amount.end]
    after_number = index > 0 and (tokens.words[index - 1].isdecimal() or tokens.words[index - 1][0] in "〇零一二三四五六七八九十")
    return is_average or "每" in tokens.words[index : amount.end] or (not after_number and kind_of(amount.unit) == "money")


def _is_five(tokens: Tokens, head: _Head, amount: _Amount) -> bool:
    before = tokens.words[head.end - 1] if head.end else ""
    is_counted = bool(amount.unit) and amount.unit not in ("year",)
    return is_counted and (before not in _BEFORE_YEAR or kind_of(amount.unit) == "duration")


def _assemble(
    tokens: Tokens, head: _Head, first: _Amount, high: Decimal | None, end: int, language: Language
) -> Reading | None:
    per, end = _per_after(tokens, end, head.per, language) if first.unit else (head.per, end)
    amount = first.number.amount + first.extra
    bound = Bound.OVER if first.is_over and head.bound is Bound.EXACT else head.bound
    if bound is Bound.EXACT:
        after = BOUNDS_AFTER[language].at(tokens, end)
        if after is not None and (first.unit or first.number.has_scale):
            end, bound = after
    quantity = Quantity(amount, first.unit, per, bound, high, head.change, head.same_period)
    if first.unit == "lần" and head.change is not None and language is Language.VI:
        times = ChangeTimes(amount, head.change)
        return Reading(end, times, (Ambiguity(Doubt.CHANGE_TIMES, _times_readings(times)),))
    return _finish(tokens, head, first, quantity, end, language)


def _times_readings(times: ChangeTimes) -> tuple[Quantity, ...]:
    return (Quantity(times.times, "lần"),)


def _finish(
    tokens: Tokens, head: _Head, first: _Amount, quantity: Quantity, end: int, language: Language
) -> Reading | None:
    if quantity.change is not None and language is Language.VI:
        same = SAME_PERIOD[language].at(tokens, end)
        if same is not None:
            end, quantity = same[0], replace(quantity, same_period=True)
    end, quantity, doubts = _past(tokens, head, quantity, end, language)
    if head.past and not quantity.past:
        return None
    doubts += _separator(first, quantity)
    if quantity.unit == "mau":
        doubts += (Ambiguity(Doubt.MAU, (quantity, replace(quantity, unit="mu"))),)
    is_one = first.number.is_word and quantity.amount == 1
    return Reading(end, quantity, doubts, is_soft=is_one)


def _past(
    tokens: Tokens, head: _Head, quantity: Quantity, end: int, language: Language
) -> tuple[int, Quantity, tuple[Ambiguity, ...]]:
    if quantity.unit not in _SPAN_UNITS or quantity.per:
        return end, quantity, ()
    if language is Language.VI:
        after = _PAST_VI.at(tokens, end)
        return (end, quantity, ()) if after is None else (after[0], replace(quantity, past=True), ())
    after = _PAST_ZH_AFTER.at(tokens, end)
    if head.past or after is not None:
        bound = Bound.EXACT if head.is_jin or head.past else quantity.bound
        return (end if after is None else after[0]), replace(quantity, past=True, bound=bound), ()
    if head.is_jin:
        past = replace(quantity, past=True, bound=Bound.EXACT)
        return end, quantity, (Ambiguity(Doubt.NEARLY_OR_PAST, (quantity, past)),)
    return end, quantity, ()


def _separator(first: _Amount, quantity: Quantity) -> tuple[Ambiguity, ...]:
    if not first.number.readings or kind_of(quantity.unit) not in _CONTINUOUS:
        return ()
    readings = tuple(replace(quantity, amount=amount) for amount in first.number.readings)
    return (Ambiguity(Doubt.SEPARATOR, readings),)


def _per_after(
    tokens: Tokens, end: int, per: tuple[str, ...], language: Language
) -> tuple[tuple[str, ...], int]:
    for _ in range(2):
        if per and language is Language.VI and tokens.words[end] != "/":
            break
        if tokens.words[end] not in _PER_AFTER[language]:
            break
        unit = PER_UNITS[language].at(tokens, end + 1)
        if unit is None or (tokens.words[end] != "/" and _starts_number(tokens, unit[0], language)):
            break
        per, end = (*per, unit[1]), unit[0]
    return per, end


def _starts_number(tokens: Tokens, index: int, language: Language) -> bool:
    return read_number(tokens, index, language) is not None
