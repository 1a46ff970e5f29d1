"""Fractions, halves, and percentages in words."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from service.core.languages import Language
from service.language.han_numerals import han_value
from service.language.members import EXACT, VI, ZH
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.number_words import read_number
from service.language.openings import Seconds, seconds_of
from service.language.readers.dates_vi import BEFORE_SHARE
from service.language.readers.vocabulary import (
    BEFORE_NUMBER,
    BOUNDS,
    BOUNDS_AFTER,
    CHANGES,
    bound_before,
    parted_bound,
)
from service.language.tokens import NO_DATE, Phrases, Tokens
from service.language.values import Bound, Fraction, Moment, Quantity

_MOST = 10_000
_SLASH_WHOLE_MOST = 100
_PERCENT_BASES = {
    "百": ("percent", Decimal(1)),
    "千": ("permille", Decimal(1)),
    "万": ("percent", Decimal("0.01")),
}
_HALVES_VI = {
    EXACT: "một nửa|1 nửa|nửa số",
    Bound.OVER: "quá bán|quá nửa|hơn nửa",
    Bound.NEARLY: "gần nửa",
}
_HALVES_ZH = {EXACT: "一半|半数", Bound.OVER: "过半数|过半|大半"}
_HALVES: dict[Language, Phrases[Bound]] = {
    language: Phrases([(form, bound) for bound, forms in halves.items() for form in forms.split("|")])
    for language, halves in ((VI, _HALVES_VI), (ZH, _HALVES_ZH))
}
# Behind 1/3 these say that it is a part of them and no date.
_WHOLES = frozenset(["số", "diện", "tổng", "dân", "chiều", "quãng", "sản", "kinh", "vốn", "khối", "thời"])
_NOT_TENTHS = frozenset("为立果员功本就长绩都交")

STARTS = {
    VI: _HALVES[VI].firsts | BOUNDS[VI].firsts | {"từ"},
    ZH: _HALVES[ZH].firsts | BOUNDS[ZH].firsts | CHANGES[ZH].firsts,
}
SECONDS: dict[Language, Seconds] = {
    VI: {word: _HALVES[VI].seconds(word) for word in _HALVES[VI].firsts if word.isdecimal()},
    ZH: seconds_of([_HALVES[ZH], BOUNDS[ZH], CHANGES[ZH]], [*BEFORE_NUMBER[ZH], *_HALVES[ZH].firsts]),
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: frozenset(["/", "/" + NO_DATE, "phần"]),
    ZH: frozenset([*"/分成", "/" + NO_DATE]),
}


def read_fraction(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read một phần ba, 3/4 diện tích, hơn một nửa, 三分之一, 百分之三十, 七成.

    Source:
        numbers.md, rule 13.
    """
    half = _HALVES[language].at(tokens, index)
    if half is not None:
        limit = half[1] if half[1] is not EXACT else bound_before(tokens, index, language) or EXACT
        return _bounded(tokens, half[0], Fraction(1, 2, limit), language)
    if language is VI and tokens.words[index] == "từ":
        return _from_on(tokens, index + 1)
    bound = BOUNDS[language].at(tokens, index)
    at, limit = (index, EXACT) if bound is None else bound
    half = None if bound is None else _HALVES[language].at(tokens, at)
    if half is not None:
        return Reading(half[0], Fraction(1, 2, limit))
    if language is ZH:
        parted = bound_before(tokens, index, ZH) if bound is None else None
        return _fraction_zh(tokens, at, parted or limit) or _percent_zh(tokens, index)
    return _words_vi(tokens, at, limit) or _slash_vi(tokens, at, limit)


def _from_on(tokens: Tokens, index: int) -> Reading | None:
    """Read "từ 2/3 số ý kiến trở lên": the bound stands behind the whole, which stays where it is."""
    part = _words_vi(tokens, index, EXACT) or _slash_vi(tokens, index, Bound.AT_LEAST)
    if part is None or not isinstance(part.value, Fraction):
        return None
    bound = parted_bound(tokens, part.end)
    return None if bound is None else part._replace(value=replace(part.value, bound=bound))


def _bounded(tokens: Tokens, end: int, value: Fraction, language: Language) -> Reading:
    after = BOUNDS_AFTER[language].at(tokens, end) if value.bound is EXACT else None
    return (
        Reading(end, value)
        if after is None
        else Reading(after[0], Fraction(value.part, value.whole, after[1]))
    )


def _words_vi(tokens: Tokens, index: int, bound: Bound) -> Reading | None:
    words = tokens.words
    part = read_number(tokens, index, VI)
    if (
        part is None
        or words[part.end] != "phần"
        or part.has_scale
        or words[part.end + 1] in ("trăm", "nghìn")
    ):
        return None
    if words[part.end + 1] == "tư":
        return _fraction(tokens, part.end + 2, (part.amount, Decimal(4)), bound, VI)
    whole = read_number(tokens, part.end + 1, VI)
    return None if whole is None else _fraction(tokens, whole.end, (part.amount, whole.amount), bound, VI)


def _slash_vi(tokens: Tokens, index: int, bound: Bound) -> Reading | None:
    found = _slash(tokens, index)
    if found is None:
        return None
    end, part, whole = found
    is_part = tokens.words[end] in _WHOLES or bound is not EXACT or _is_share_of_year(tokens, index, end)
    return _fraction(tokens, end, (Decimal(part), Decimal(whole)), bound, VI) if is_part else None


def _is_share_of_year(tokens: Tokens, index: int, end: int) -> bool:
    """Say whether 1/3 is a part of what a year brought: bằng 1/3 năm 2019."""
    words = tokens.words
    is_equal = index > 0 and words[index - 1] in BEFORE_SHARE
    return is_equal and words[end] == "năm" and words[end + 1].isdecimal()


def _slash(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    words = tokens.words
    if not words[index].isdecimal() or words[index + 1] != "/" or not words[index + 2].isdecimal():
        return None
    if words[index + 3] == "/":
        return None
    found = _of_digits(words[index], words[index + 2])
    return None if found is None else (index + 3, *found)


def _of_digits(part: str, whole: str) -> tuple[int, int] | None:
    if len(part) > 2 or len(whole) > 3 or not 0 < int(part) < int(whole) <= _SLASH_WHOLE_MOST:
        return None
    return int(part), int(whole)


@lru_cache(maxsize=2048)
def fraction_or_date(part: str, whole: str) -> tuple[Fraction, tuple[Ambiguity, ...]] | None:
    """Read two numbers with a slash in zh, such as 1/3, where no word stands beside them.

    Returns:
        The fraction with the doubt that it may be a date; None for numbers that are none.
    """
    found = _of_digits(part, whole)
    if found is None:
        return None
    value = Fraction(*found)
    return value, _date_doubt(value)


def _fraction(
    tokens: Tokens, end: int, ratio: tuple[Decimal, Decimal], bound: Bound, language: Language
) -> Reading | None:
    part, whole = ratio
    if part % 1 or whole % 1 or not 1 <= part <= _MOST or not 2 <= whole <= _MOST:
        return None
    return _bounded(tokens, end, Fraction(int(part), int(whole), bound), language)


def _fraction_zh(tokens: Tokens, index: int, bound: Bound) -> Reading | None:
    words = tokens.words
    slash = _slash(tokens, index)
    if slash is not None:
        end, small, large = slash
        found = _fraction(tokens, end, (Decimal(small), Decimal(large)), bound, ZH)
        is_share = index > 0 and words[index - 1] == "的"
        if found is None or is_share or not isinstance(found.value, Fraction):
            return found
        return found._replace(ambiguities=_date_doubt(found.value))
    if words[index + 1 : index + 3] != ["分", "之"] or words[index] in _PERCENT_BASES:
        return None
    part = read_number(tokens, index + 3, ZH)
    whole = han_value(words[index]) if not words[index].isdecimal() else int(words[index][:6])
    if part is None or whole is None:
        return None
    return _fraction(tokens, part.end, (part.amount, Decimal(whole)), bound, ZH)


def _date_doubt(value: Fraction) -> tuple[Ambiguity, ...]:
    """Name the other reading of 1/3: in Chinese order 3 January, where it is a day."""
    if value.bound is not EXACT or value.part > 12 or value.whole > 31:
        return ()
    return (Ambiguity(Doubt.DATE_OR_RATIO, (value, Moment(month=value.part, day=value.whole))),)


def _percent_zh(tokens: Tokens, index: int) -> Reading | None:
    """Read 增长百分之二十五, 万分之五 and 下降一成半."""
    change = CHANGES[ZH].at(tokens, index)
    at = index if change is None else change[0]
    bound = BOUNDS[ZH].at(tokens, at)
    at = at if bound is None else bound[0]
    found = _of_hundred(tokens, at) or _tenths(tokens, at)
    if found is None:
        return None
    end, amount, unit = found
    quantity = Quantity(
        amount, unit, change=change[1] if change else None, bound=bound[1] if bound else EXACT
    )
    after = BOUNDS_AFTER[ZH].at(tokens, end) if bound is None else None
    if after is None:
        return Reading(end, quantity)
    return Reading(after[0], Quantity(amount, unit, change=quantity.change, bound=after[1]))


def _of_hundred(tokens: Tokens, at: int) -> tuple[int, Decimal, str] | None:
    base = _PERCENT_BASES.get(tokens.words[at])
    if base is None or tokens.words[at + 1 : at + 3] != ["分", "之"]:
        return None
    part = read_number(tokens, at + 3, ZH)
    return None if part is None else (part.end, part.amount * base[1], base[0])


def _tenths(tokens: Tokens, at: int) -> tuple[int, Decimal, str] | None:
    words = tokens.words
    tenths = read_number(tokens, at, ZH)
    if (
        tenths is None
        or words[tenths.end] != "成"
        or not 1 <= tenths.amount <= 10
        or words[tenths.end + 1] in _NOT_TENTHS
    ):
        return None
    end, amount = tenths.end + 1, tenths.amount * 10
    if words[end] == "半":
        return end + 1, amount + 5, "percent"
    ones = han_value(words[end])
    return (end + 1, amount + ones, "percent") if ones and ones < 10 else (end, amount, "percent")
