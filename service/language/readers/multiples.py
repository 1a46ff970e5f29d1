"""How many times a base something is."""

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.members import EXACT, VI, ZH
from service.language.mentions import Reading
from service.language.number_digits import Number
from service.language.number_words import read_number
from service.language.openings import Seconds, merged, seconds_of
from service.language.readers.times import read_change
from service.language.readers.vocabulary import BEFORE_NUMBER, BOUNDS, CHANGES, RANGE_MARKS, SAME_PERIOD
from service.language.tokens import NO_DATE, Phrases, Tokens
from service.language.values import Bound, Change, ChangeTimes, Multiple

_YEAR_DIGITS = 4
_WORD_RATIOS_VI: Phrases[Decimal] = Phrases(
    [
        (lead + form, ratio)
        for lead in ("", "tăng ", "cao ", "nhiều ")
        for form, ratio in (("gấp đôi", Decimal(2)), ("gấp rưỡi", Decimal("1.5")))
    ]
    + [("giảm một nửa", Decimal("0.5")), ("giảm 1 nửa", Decimal("0.5")), ("bằng một nửa", Decimal("0.5"))]
)
_TIMES_LEADS_VI: Phrases[bool] = Phrases(
    [(lead, True) for lead in ("gấp", "tăng gấp", "cao gấp", "bằng", "nhiều gấp", "lớn gấp")]
)
_TURNS_ZH = {"一番": 2, "1番": 2, "两番": 4, "2番": 4, "倍": 2, "一倍": 2}
_WORD_RATIOS_ZH: Phrases[Decimal] = Phrases(
    [
        (lead + verb + form, Decimal(ratio))
        for lead in ("", "增长", "实现")
        for verb in ("翻", "翻了")
        for form, ratio in _TURNS_ZH.items()
    ]
    + [(f"{verb}{mark}一半", Decimal("0.5")) for verb in ("减少", "下降", "降低") for mark in ("", "了")]
    + [("减半", Decimal("0.5")), ("增长一半", Decimal("1.5")), ("增加一半", Decimal("1.5"))]
)
_OF_LEADS_ZH = "为|是|达到|相当于|增至|增加到|增长到|达|扩大到|提高到|减少到|降至"
_OF_ZH: Phrases[bool] = Phrases([(lead, True) for lead in _OF_LEADS_ZH.split("|")])
_BASES_ZH: Phrases[bool] = Phrases(
    [("原来", True), ("以前", True), ("过去", True), ("现在", True), ("目前", True)]
)

STARTS = {
    VI: _WORD_RATIOS_VI.firsts | _TIMES_LEADS_VI.firsts | BOUNDS[VI].firsts,
    ZH: _WORD_RATIOS_ZH.firsts
    | _OF_ZH.firsts
    | SAME_PERIOD[ZH].firsts
    | CHANGES[ZH].firsts
    | BOUNDS[ZH].firsts,
}
SECONDS: dict[Language, Seconds] = {
    # Behind a bound only gấp makes a multiple; tăng goes on with a bound of its own.
    VI: merged(
        seconds_of([BOUNDS[VI]], ["gấp"]),
        seconds_of([_WORD_RATIOS_VI, _TIMES_LEADS_VI]),
        {"tăng": None},
    ),
    ZH: seconds_of(
        [_WORD_RATIOS_ZH, _OF_ZH, SAME_PERIOD[ZH], CHANGES[ZH], BOUNDS[ZH]],
        [*BEFORE_NUMBER[ZH], *_BASES_ZH.firsts],
    ),
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: frozenset(),
    ZH: frozenset(["多", "余", "倍", "-" + NO_DATE]) | RANGE_MARKS[ZH],
}


def _higher(tokens: Tokens, low: Number, language: Language) -> Number | None:
    """Read the upper end of 2-3 lần and 2至3倍."""
    if tokens.words[low.end] not in RANGE_MARKS[language]:
        return None
    high = read_number(tokens, low.end + 1, language)
    return high if high is not None and high.amount > low.amount else None


class _Base(NamedTuple):
    end: int
    same_period: bool = False
    year: int | None = None


def read_multiple(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read gấp 2 lần, gấp đôi, 为…的2倍, 增长1倍, 翻一番.

    Source:
        numbers.md, rule 11.
    """
    return _multiple_vi(tokens, index) if language is VI else _multiple_zh(tokens, index)


def _multiple_vi(tokens: Tokens, index: int) -> Reading | None:
    index, outer = _past_bound_vi(tokens, index)
    word = _WORD_RATIOS_VI.at(tokens, index)
    if word is not None:
        value = Multiple(word[1], doubling=word[1] != Decimal("1.5"), bound=outer or EXACT)
        return _with_base_vi(tokens, word[0], value)
    lead = _TIMES_LEADS_VI.at(tokens, index)
    if lead is None:
        return None
    bound = BOUNDS[VI].at(tokens, lead[0]) if outer is None else (lead[0], outer)
    at = lead[0] if bound is None else bound[0]
    number = read_number(tokens, at + (tokens.words[at] == "từ"), VI)
    if number is None:
        return None
    higher = _higher(tokens, number, VI)
    if higher is not None and tokens.words[higher.end] == "lần":
        limit = EXACT if bound is None else bound[1]
        return _with_base_vi(tokens, higher.end + 1, Multiple(number.amount, bound=limit, high=higher.amount))
    is_times = tokens.words[number.end] == "lần"
    if not is_times and (tokens.words[index] == "bằng" or not number.is_word):
        return None
    multiple = Multiple(number.amount, bound=EXACT if bound is None else bound[1])
    return _with_base_vi(tokens, number.end + is_times, multiple)


def _past_bound_vi(tokens: Tokens, index: int) -> tuple[int, Bound | None]:
    """Read the bound of gần gấp đôi, hơn gấp 3 lần and tăng gần gấp đôi, which stands before gấp."""
    at = index + (tokens.words[index] == "tăng")
    found = BOUNDS[VI].at(tokens, at)
    if found is None or tokens.words[found[0]] != "gấp":
        return index, None
    return found


def _with_base_vi(tokens: Tokens, end: int, multiple: Multiple) -> Reading:
    same = SAME_PERIOD[VI].at(tokens, end)
    if same is not None:
        return Reading(same[0], replace(multiple, same_period=True))
    at = end + 2 * (tokens.words[end : end + 2] == ["so", "với"])
    year = tokens.words[at + 1] if tokens.words[at] == "năm" else ""
    if len(year) == _YEAR_DIGITS and year.isdecimal():
        return Reading(at + 2, replace(multiple, base_year=int(year)))
    return Reading(end, multiple)


def _multiple_zh(tokens: Tokens, index: int) -> Reading | None:
    same = SAME_PERIOD[ZH].at(tokens, index)
    at, same_period = (index, False) if same is None else (same[0], True)
    word = _WORD_RATIOS_ZH.at(tokens, at)
    if word is not None:
        return Reading(
            word[0], Multiple(word[1], doubling=word[1] != Decimal("1.5"), same_period=same_period)
        )
    of = _of_base(tokens, index)
    if of is not None:
        return of
    change = CHANGES[ZH].at(tokens, at)
    at = at if change is None else change[0]
    return _times_zh(tokens, at, change and change[1], EXACT, _Base(at, same_period))


def _of_base(tokens: Tokens, index: int) -> Reading | None:
    """Read 为上年同期的2倍 and 超过2000年的10倍: a base with 的, then the times."""
    lead = _OF_ZH.at(tokens, index)
    bound = BOUNDS[ZH].at(tokens, index if lead is None else lead[0])
    if lead is None and bound is None:
        return None
    at = bound[0] if bound is not None else lead[0] if lead is not None else index
    base = _base_zh(tokens, at)
    if lead is None and base.end == at:
        return None
    return _times_zh(tokens, base.end, None, EXACT if bound is None else bound[1], base)


def _base_zh(tokens: Tokens, at: int) -> _Base:
    same = SAME_PERIOD[ZH].at(tokens, at)
    if same is not None:
        return _Base(same[0] + (tokens.words[same[0]] == "的"), same_period=True)
    plain = _BASES_ZH.at(tokens, at)
    if plain is not None:
        return _Base(plain[0] + (tokens.words[plain[0]] == "的"))
    year = tokens.words[at]
    if len(year) == _YEAR_DIGITS and year.isdecimal() and tokens.words[at + 1 : at + 3] == ["年", "的"]:
        return _Base(at + 3, year=int(year))
    return _Base(at)


def _times_zh(tokens: Tokens, at: int, change: Change | None, bound: Bound, base: _Base) -> Reading | None:
    inner = BOUNDS[ZH].at(tokens, at)
    at, bound = (at, bound) if inner is None else inner
    number = read_number(tokens, at, ZH)
    if number is None:
        return None
    ranged = _range_zh(tokens, number, change, bound, base)
    if ranged is not None:
        return ranged
    end = number.end + (tokens.words[number.end] in ("多", "余"))
    if tokens.words[end] != "倍":
        return None
    is_over = number.is_over or end > number.end or tokens.words[end + 1] == "多"
    end += 1 + (tokens.words[end + 1] == "多")
    if change is Change.DOWN:
        return read_change(end, ChangeTimes(number.amount, Change.DOWN))
    ratio = number.amount + 1 if change is Change.UP else number.amount
    limit = Bound.OVER if is_over and bound is EXACT else bound
    return Reading(end, Multiple(ratio, same_period=base.same_period, base_year=base.year, bound=limit))


def _range_zh(
    tokens: Tokens, low: Number, change: Change | None, bound: Bound, base: _Base
) -> Reading | None:
    """Read 2至3倍, 1.5倍至2倍 and 增长2—3倍."""
    first = low._replace(end=low.end + 1) if tokens.words[low.end] == "倍" else low
    high = _higher(tokens, first, ZH)
    if high is None or tokens.words[high.end] != "倍":
        return None
    if change is Change.DOWN:
        return read_change(high.end + 1, ChangeTimes(low.amount, change, high.amount))
    more = int(change is Change.UP)
    value = Multiple(
        low.amount + more,
        same_period=base.same_period,
        base_year=base.year,
        bound=bound,
        high=high.amount + more,
    )
    return Reading(high.end + 1, value)
