"""Amounts, counts, measures, rates, percentages and durations: bound, number, unit, rate, range."""

from dataclasses import replace
from decimal import Decimal

from service.core.languages import Language
from service.language.counters import BARE_ZH
from service.language.members import EXACT, VI, ZH
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.number_digits import LONG_RUN, Number
from service.language.readers.fixed import read_fixed
from service.language.readers.heads import STARTS, Head, read_head
from service.language.readers.measure import Measure, read_measure
from service.language.readers.ranges import Range, read_range
from service.language.readers.rates import PER_AFTER, per_after
from service.language.readers.times import read_times
from service.language.readers.vocabulary import (
    BOUNDS_AFTER,
    PAST_AFTER,
    PLACES_UNDER_TREN,
    RANGE_MARKS,
    SAME_PERIOD,
    bound_before,
)
from service.language.tokens import Tokens
from service.language.units import kind_of
from service.language.values import Bound, Identifier, Quantity

_SPAN_UNITS = frozenset(["year", "month", "week", "day", "decade", "quarter"])
_CONTINUOUS = frozenset(["length", "area", "volume", "mass", "energy", "percent", "point", "number", "power"])
# Words before "năm" that make it a year and no five: trong năm, đầu năm.
_BEFORE_YEAR_FORMS = (
    "trong đầu cuối giữa mỗi hàng hằng cả cùng qua nhiều các từng nửa theo sang vào những tháng mấy"
)
_BEFORE_YEAR = frozenset(_BEFORE_YEAR_FORMS.split())
_AFTER_FIVE_YEARS = frozenset(["qua", "nữa", "tới", "liền", "trước", "gần", "vừa", "liên"])
_MAU_HECTARES = (Decimal("0.36"), Decimal("0.497"), Decimal(1))
_PLANS = frozenset(["kế", "chỉ", "dự", "mục", "so"])
_FILLED = frozenset(["age", "year", "month"])
_YEARS, BARE_YEARS = range(1000, 3000), range(1900, 2100)
_DASHES = frozenset("-~")
# Behind a number and its unit these can add to it.
GOES_ON = {
    language: RANGE_MARKS[language]
    | BOUNDS_AFTER[language].firsts
    | PAST_AFTER[language].firsts
    | PER_AFTER[language]
    for language in Language
}


def read_quantity(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a quantity with everything before and after its number that belongs to it.

    Source:
        numbers.md, rules 1 to 4, 7, 8, 10 and 13.
    """
    words = tokens.words
    if words[index] in STARTS[language]:
        head = read_head(tokens, index, language)
        measure = read_measure(tokens, head.end, language)
        if measure is None:
            return None
    else:
        measure = read_measure(tokens, index, language)
        if measure is None:
            return None
        if not measure.number.is_word and not _goes_on(tokens, measure, language):
            return _read_alone(tokens, index, measure, language)
        head = Head(index)
    if head.currency:
        if kind_of(measure.unit) != "money":
            return None
        measure = measure._replace(unit=head.currency)
    span = read_range(tokens, measure, language)
    if span.high is None and _is_bare_year(tokens, index, measure):
        return Reading(index + 1, Identifier(tokens.words[index]))
    if head.is_from and span.high is None and tokens.words[span.end] != "trở":
        return None
    if not _is_number_here(tokens, index, head, span, language):
        return None
    return _assemble(tokens, index, head, span, language)


def _is_article(tokens: Tokens, measure: Measure) -> bool:
    """Say whether 一 counts nothing, for another number follows: 一段3.4公里长的道路."""
    is_one = measure.amount == 1 and measure.unit.startswith("zh:")
    return is_one and tokens.words[measure.end].isdecimal()


def _goes_on(tokens: Tokens, measure: Measure, language: Language) -> bool:
    """Say whether a word behind a number in digits can add to it; a dash does where a range comes about."""
    after = tokens.words[measure.end]
    if after not in _DASHES or (measure.is_over and not measure.unit):
        return after in GOES_ON[language]
    return read_range(tokens, measure, language).high is not None


def _read_alone(tokens: Tokens, index: int, measure: Measure, language: Language) -> Reading | None:
    """Read what most mentions are: a number and its unit between words that add nothing to them."""
    if not measure.unit:
        word = tokens.words[index]
        if measure.end == index + 1 and len(word) >= 4 and word.isdecimal():
            if len(word) == 4 and int(word) in BARE_YEARS:
                return Reading(index + 1, Identifier(word))
            if len(word) >= LONG_RUN:
                return None
        if language is ZH and _is_year_zh(tokens, measure, language):
            return None
    bound = Bound.OVER if measure.is_over else Bound.ABOUT if measure.is_about else EXACT
    if bound is EXACT and measure.unit:
        bound = bound_before(tokens, index, language) or EXACT
    quantity = Quantity(measure.amount, measure.unit, (), bound)
    if quantity.unit == "lần":
        times = read_times(quantity, measure.end, language)
        if times is not None:
            return times
    if measure.number.readings or quantity.unit == "mau":
        return Reading(measure.end, quantity, _doubts(measure, quantity))
    return Reading(measure.end, quantity)


def _is_bare_year(tokens: Tokens, index: int, measure: Measure) -> bool:
    """Say whether a number is a year without its word (APEC 2017), which gets no thousands mark."""
    is_alone = measure.end == index + 1 and not measure.unit and tokens.words[index].isdecimal()
    return is_alone and len(tokens.words[index]) == 4 and int(tokens.words[index]) in BARE_YEARS


def _is_number_here(tokens: Tokens, index: int, head: Head, span: Range, language: Language) -> bool:
    """Say whether a number word is a number here: it counts something, or it is the whole text."""
    measure, number = span.low, span.low.number
    if head.is_place_word and measure.unit in PLACES_UNDER_TREN:
        return False
    if head.is_full and measure.unit not in _FILLED:
        return False
    if head.end > index and _is_no_bound(tokens, head, span):
        return False
    if (head.past and measure.unit not in _SPAN_UNITS) or (head.per and not measure.unit):
        return False
    if head.is_bare_year and (kind_of(measure.unit) != "money" or _follows_number(tokens, index)):
        return False
    if not measure.unit and (_is_year_zh(tokens, measure, language) or _is_long_run(tokens, number, index)):
        return False
    if not number.is_word or (span.high is not None and measure.unit):
        return True
    if language is VI and tokens.words[number.end - 1] == "năm" and not _is_five(tokens, head, measure):
        return False
    return not _is_article(tokens, measure) if measure.unit else _is_alone(tokens, index, number.end)


def _follows_number(tokens: Tokens, index: int) -> bool:
    before = tokens.words[index - 1] if index else ""
    return before.isdecimal() or before[:1] in tuple("〇零一二三四五六七八九十")


def _is_long_run(tokens: Tokens, number: Number, index: int) -> bool:
    # 18001282 is a telephone number or a file, not an amount: papers group the digits of amounts.
    is_one_run = number.end == index + 1 and tokens.words[index].isdecimal()
    return is_one_run and len(tokens.words[index]) >= LONG_RUN


def _is_year_zh(tokens: Tokens, measure: Measure, language: Language) -> bool:
    is_year = language is ZH and tokens.words[measure.end] == "年"
    return is_year and int(measure.amount) in _YEARS


def _is_alone(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether a number word is the whole text, or begins a quoted name (“四就地”)."""
    is_whole = index == 0 and end == tokens.count
    is_quoted = index > 0 and tokens.words[index - 1] in ("“", "「") and tokens.words[index] != "一"
    return is_whole or (is_quoted and tokens.words[end] not in ("”", "」"))


def _is_five(tokens: Tokens, head: Head, measure: Measure) -> bool:
    before = tokens.words[head.end - 1] if head.end else ""
    if measure.unit == "year":
        return tokens.words[measure.end] in _AFTER_FIVE_YEARS or head.bound is not EXACT
    return bool(measure.unit) and (before not in _BEFORE_YEAR or kind_of(measure.unit) == "duration")


def _is_no_bound(tokens: Tokens, head: Head, span: Range) -> bool:
    """Say whether "vượt" bounds nothing: vượt mốc 238 passes a marker, vượt 15% kế hoạch is by so much."""
    before = tokens.words[head.end - 1]
    if before == "mốc":
        return not span.low.unit and not span.low.number.has_scale
    return before == "vượt" and span.low.unit == "percent" and tokens.words[span.end] in _PLANS


def _is_set_phrase(tokens: Tokens, head: Head, span: Range, language: Language) -> bool:
    """Say whether a number and its unit are hai bên or 两国, which nobody counts by the year."""
    fixed = read_fixed(tokens, head.end, language)
    return fixed is not None and fixed.end == span.end


def _assemble(tokens: Tokens, index: int, head: Head, span: Range, language: Language) -> Reading | None:
    measure, end = span.low, span.end
    per = head.per
    if measure.unit and (per or tokens.words[end] in PER_AFTER[language]):
        if not _is_set_phrase(tokens, head, span, language):
            per, end = per_after(tokens, end, measure.unit, per, language)
        elif per:
            return None
    bound = head.bound
    if bound is EXACT:
        bound = Bound.OVER if measure.is_over else Bound.ABOUT if measure.is_about else EXACT
    after = BOUNDS_AFTER[language].at(tokens, end)
    if after is not None and (measure.unit or measure.number.has_scale) and bound in (EXACT, after[1]):
        end, bound = after
    if bound is EXACT and measure.unit:
        bound = bound_before(tokens, index, language) or EXACT
    quantity = Quantity(measure.amount, measure.unit, per, bound, span.high, head.change, head.same_period)
    return read_times(quantity, end, language) or _finish(tokens, head, measure, (end, quantity), language)


def _finish(
    tokens: Tokens, head: Head, measure: Measure, found: tuple[int, Quantity], language: Language
) -> Reading | None:
    end, quantity = found
    if quantity.change is not None and language is VI:
        same = SAME_PERIOD[language].at(tokens, end)
        if same is not None:
            end, quantity = same[0], replace(quantity, same_period=True)
    doubts: tuple[Ambiguity, ...] = ()
    if quantity.unit in _SPAN_UNITS:
        end, quantity, doubts = _past(tokens, head, quantity, end, language)
    if head.past and not quantity.past:
        return None
    doubts += _doubts(measure, quantity)
    return Reading(end, quantity, doubts, is_soft=_is_soft(tokens, measure, quantity, language))


def _fields(value: Quantity) -> tuple[Quantity, ...]:
    """Return the areas that a mẫu can be: its own, 亩, that of the north, that of the centre, a hectare."""
    in_hectares = tuple(replace(value, amount=value.amount * ha, unit="ha") for ha in _MAU_HECTARES)
    return (value, replace(value, unit="mu"), *in_hectares) if value.high is None else (value,)


def _doubts(measure: Measure, quantity: Quantity) -> tuple[Ambiguity, ...]:
    doubts = separator_doubt(measure.number.readings, quantity) if measure.number.readings else ()
    if quantity.unit == "mau":
        doubts += (Ambiguity(Doubt.MAU, _fields(quantity)),)
    return doubts


def _is_soft(tokens: Tokens, measure: Measure, quantity: Quantity, language: Language) -> bool:
    """Say whether the other language often leaves the number out: một, 一, 27日和28日两天."""
    number = measure.number
    if not number.is_word:
        return False
    is_sum_of_days = language is ZH and quantity.unit == "day" and tokens.words[number.end - 2] == "日"
    # 四省 behind a list of four provinces adds nothing to it.
    is_bare_noun = language is ZH and measure.end == number.end + 1 and tokens.words[number.end] in BARE_ZH
    return quantity.amount == 1 or is_sum_of_days or is_bare_noun or not measure.unit


def _past(
    tokens: Tokens, head: Head, quantity: Quantity, end: int, language: Language
) -> tuple[int, Quantity, tuple[Ambiguity, ...]]:
    if quantity.per:
        return end, quantity, ()
    after = PAST_AFTER[language].at(tokens, end)
    if after is not None:
        bound = EXACT if head.is_jin else quantity.bound
        return after[0], replace(quantity, past=True, bound=bound), ()
    if head.past and language is ZH:
        return end, replace(quantity, past=True), ()
    if head.is_jin:
        past = replace(quantity, past=True, bound=EXACT)
        return end, quantity, (Ambiguity(Doubt.NEARLY_OR_PAST, (quantity, past)),)
    return end, quantity, ()


def separator_doubt(readings: tuple[Decimal, ...], value: Quantity) -> tuple[Ambiguity, ...]:
    """Return the doubt about the separator of a number that can be read in two ways."""
    if kind_of(value.unit) not in _CONTINUOUS:
        return ()
    rest = (value.unit, value.per, value.bound, value.high, value.change, value.same_period, value.past)
    return (Ambiguity(Doubt.SEPARATOR, tuple(Quantity(amount, *rest) for amount in readings)),)
