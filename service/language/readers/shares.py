"""Fractions, ratios, percentages in words, and multiples."""

from decimal import Decimal

from service.core.languages import Language
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.number_words import han_value, read_digits, read_number
from service.language.readers.vocabulary import BOUNDS, CHANGES, SAME_PERIOD
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Bound, Change, ChangeTimes, Fraction, Multiple, Quantity, Ratio

_MOST = 10_000
_DIGITS_MAX = 6
_YEAR_DIGITS = 4
_WORD_RATIOS_VI: Phrases[Decimal] = Phrases(
    [("gấp đôi", Decimal(2)), ("gấp rưỡi", Decimal("1.5")), ("tăng gấp đôi", Decimal(2)), ("tăng gấp rưỡi", Decimal("1.5"))]
)
_TIMES_LEADS_VI: Phrases[bool] = Phrases([("gấp", True), ("tăng gấp", True), ("cao gấp", True), ("bằng", True), ("nhiều gấp", True), ("lớn gấp", True)])
_DOUBLINGS_ZH: Phrases[Decimal] = Phrases(
    [
        (lead + verb + form, ratio)
        for lead in ("", "增长", "实现")
        for verb in ("翻", "翻了")
        for form, ratio in (("一番", Decimal(2)), ("1番", Decimal(2)), ("两番", Decimal(4)), ("2番", Decimal(4)), ("倍", Decimal(2)), ("一倍", Decimal(2)))
    ]
)
_OF_ZH: Phrases[bool] = Phrases([(lead, True) for lead in ("为", "是", "达到", "相当于", "增至", "增加到", "增长到", "达")])
_BASES_ZH: Phrases[bool] = Phrases([("原来", True), ("以前", True), ("过去", True)])


def read_share(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read một phần ba, 三分之一, 34/34 xã, 全部34个乡, 百分之三十, một nửa.

    Source:
        numbers.md, rules 9 and 13.
    """
    if language is Language.VI:
        return _fraction_vi(tokens, index) or _ratio_vi(tokens, index)
    return _fraction_zh(tokens, index) or _ratio_zh(tokens, index)


def _fraction_vi(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    if words[index : index + 2] in (["một", "nửa"], ["1", "nửa"]):
        return Reading(index + 2, Fraction(1, 2))
    part = read_number(tokens, index, Language.VI)
    if part is None or words[part.end] != "phần" or part.has_scale:
        return None
    whole = 4 if words[part.end + 1] == "tư" else None
    if whole is not None:
        return _fraction(part.end + 2, part.amount, Decimal(whole))
    if words[part.end + 1] in ("trăm", "nghìn"):
        return None
    denominator = read_number(tokens, part.end + 1, Language.VI)
    return None if denominator is None else _fraction(denominator.end, part.amount, denominator.amount)


def _fraction(end: int, part: Decimal, whole: Decimal) -> Reading | None:
    if part % 1 or whole % 1 or not 1 <= part <= _MOST or not 2 <= whole <= _MOST:  # noqa: PLR2004
        return None
    return Reading(end, Fraction(int(part), int(whole)))


def _fraction_zh(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    if words[index : index + 2] == ["一", "半"]:
        return Reading(index + 2, Fraction(1, 2))
    if words[index + 1 : index + 3] != ["分", "之"]:
        return None
    part = read_number(tokens, index + 3, Language.ZH)
    if part is None:
        return None
    if words[index] in ("百", "千"):
        unit = "percent" if words[index] == "百" else "permille"
        return Reading(part.end, Quantity(part.amount, unit))
    whole = han_value(words[index]) if not words[index].isdecimal() else int(words[index][:_DIGITS_MAX])
    return None if whole is None else _fraction(part.end, part.amount, Decimal(whole))


def _ratio_vi(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    part = read_digits(tokens, index, Language.VI)
    if part is None or words[part.end] != "/":
        return None
    whole = read_digits(tokens, part.end + 1, Language.VI)
    if whole is None or whole.amount < part.amount or len(words[index]) > _DIGITS_MAX:
        return None
    unit = AFTER_NUMBER[Language.VI].at(tokens, whole.end)
    if unit is None:
        return _bare_ratio(tokens, index, part.amount, whole.amount, whole.end)
    return Reading(unit[0], Ratio(part.amount, whole.amount, unit[1]))


def _bare_ratio(tokens: Tokens, index: int, part: Decimal, whole: Decimal, end: int) -> Reading | None:
    # 12/15 can be no date; 5/7 can, and the reader of dates then has the doubt.
    is_year = len(tokens.words[end - 1]) == _YEAR_DIGITS and tokens.words[end - 1][0] in "12"
    if tokens.words[end] == "/" or is_year or part == 0 or (part <= 31 and whole <= 12):  # noqa: PLR2004
        return None
    return Reading(end, Ratio(part, whole))


def _ratio_zh(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    if words[index : index + 2] == ["全", "部"]:
        return _all(tokens, index + 2, index + 2)
    number = read_number(tokens, index, Language.ZH)
    if number is None:
        return None
    if words[number.end] == "/":
        return _slashed(tokens, number.end + 1, number.amount)
    unit = AFTER_NUMBER[Language.ZH].at(tokens, number.end)
    if unit is None:
        return None
    return _behind(tokens, unit[0], number.amount, unit[1])


def _all(tokens: Tokens, at: int, number_at: int) -> Reading | None:
    number = read_number(tokens, number_at, Language.ZH)
    unit = None if number is None else AFTER_NUMBER[Language.ZH].at(tokens, number.end)
    if number is None or unit is None:
        return None
    end = unit[0]
    words = tokens.words
    if words[end] == "(" and words[end + 1].isdecimal() and words[end + 2] == "/" and words[end + 4] == ")":
        end += 5
    return Reading(end, Ratio(number.amount, number.amount, unit[1]))


def _slashed(tokens: Tokens, at: int, part: Decimal) -> Reading | None:
    whole = read_digits(tokens, at, Language.ZH)
    if whole is None or whole.amount < part:
        return None
    unit = AFTER_NUMBER[Language.ZH].at(tokens, whole.end)
    return None if unit is None else Reading(unit[0], Ratio(part, whole.amount, unit[1]))


def _behind(tokens: Tokens, end: int, whole: Decimal, unit: str) -> Reading | None:
    """Read 12个边防屯全部 and 15个乡中的12个."""
    words = tokens.words
    if words[end : end + 2] == ["全", "部"] and not words[end + 2].isdecimal():
        return Reading(end + 2, Ratio(whole, whole, unit))
    at = end + (words[end] == "之")
    if words[at] not in ("中", "里"):
        return None
    at += 1 + (words[at + 1] in ("的", "有"))
    part = read_number(tokens, at, Language.ZH)
    if part is None or part.amount > whole:
        return None
    measure = AFTER_NUMBER[Language.ZH].at(tokens, part.end)
    return None if measure is None else Reading(measure[0], Ratio(part.amount, whole, unit))


def read_multiple(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read gấp 2 lần, gấp đôi, 为…的2倍, 增长1倍, 翻一番.

    Source:
        numbers.md, rule 11.
    """
    return _multiple_vi(tokens, index) if language is Language.VI else _multiple_zh(tokens, index)


def _multiple_vi(tokens: Tokens, index: int) -> Reading | None:
    word = _WORD_RATIOS_VI.at(tokens, index)
    if word is not None:
        return _with_base_vi(tokens, word[0], Multiple(word[1], doubling=word[1] == 2))  # noqa: PLR2004 - đôi is two
    if tokens.words[index : index + 3] in (["giảm", "một", "nửa"], ["giảm", "1", "nửa"]):
        return Reading(index + 3, Multiple(Decimal("0.5"), doubling=True))
    lead = _TIMES_LEADS_VI.at(tokens, index)
    if lead is None:
        return None
    bound = BOUNDS[Language.VI].at(tokens, lead[0])
    number = read_number(tokens, lead[0] if bound is None else bound[0], Language.VI)
    if number is None:
        return None
    is_times = tokens.words[number.end] == "lần"
    if not is_times and (tokens.words[index] == "bằng" or not number.is_word):
        return None
    multiple = Multiple(number.amount, bound=Bound.EXACT if bound is None else bound[1])
    return _with_base_vi(tokens, number.end + is_times, multiple)


def _with_base_vi(tokens: Tokens, end: int, multiple: Multiple) -> Reading:
    same = SAME_PERIOD[Language.VI].at(tokens, end)
    if same is not None:
        return Reading(same[0], Multiple(multiple.ratio, multiple.doubling, same_period=True, bound=multiple.bound))
    at = end + 2 * (tokens.words[end : end + 2] == ["so", "với"])
    year = tokens.words[at + 1] if tokens.words[at] == "năm" else ""
    if len(year) == _YEAR_DIGITS and year.isdecimal():
        return Reading(at + 2, Multiple(multiple.ratio, multiple.doubling, base_year=int(year), bound=multiple.bound))
    return Reading(end, multiple)


def _multiple_zh(tokens: Tokens, index: int) -> Reading | None:
    at, same_period, base_year = index, False, None
    same = SAME_PERIOD[Language.ZH].at(tokens, at)
    if same is not None:
        at, same_period = same[0], True
    if tokens.words[at : at + 2] == ["减", "半"]:
        return Reading(at + 2, Multiple(Decimal("0.5"), doubling=True, same_period=same_period))
    doubling = _DOUBLINGS_ZH.at(tokens, at)
    if doubling is not None:
        return Reading(doubling[0], Multiple(doubling[1], doubling=True, same_period=same_period))
    is_of = _OF_ZH.at(tokens, at)
    if is_of is not None:
        at, same_period, base_year = _base_zh(tokens, is_of[0])
    change = CHANGES[Language.ZH].at(tokens, at) if is_of is None else None
    at = at if change is None else change[0]
    bound = BOUNDS[Language.ZH].at(tokens, at)
    number = read_number(tokens, at if bound is None else bound[0], Language.ZH)
    if number is None:
        return None
    return _times_zh(tokens, number.end, number.amount, change and change[1], bound and bound[1], same_period, base_year)


def _base_zh(tokens: Tokens, at: int) -> tuple[int, bool, int | None]:
    same = SAME_PERIOD[Language.ZH].at(tokens, at)
    if same is not None:
        return same[0] + (tokens.words[same[0]] == "的"), True, None
    plain = _BASES_ZH.at(tokens, at)
    if plain is not None:
        return plain[0] + (tokens.words[plain[0]] == "的"), False, None
    year = tokens.words[at]
    if len(year) == _YEAR_DIGITS and year.isdecimal() and tokens.words[at + 1 : at + 3] == ["年", "的"]:
        return at + 3, False, int(year)
    return at, False, None


def _times_zh(  # noqa: PLR0913, PLR0917 - the parts of one phrase
    tokens: Tokens,
    end: int,
    times: Decimal,
    change: Change | None,
    bound: Bound | None,
    same_period: bool,  # noqa: FBT001
    base_year: int | None,
) -> Reading | None:
    is_over = tokens.words[end] in ("多", "余")
    at = end + is_over
    if tokens.words[at] != "倍":
        return None
    if tokens.words[at + 1] == "多":
        at, is_over = at + 1, True
    if change is Change.DOWN:
        value = ChangeTimes(times, Change.DOWN)
        return Reading(at + 1, value, (Ambiguity(Doubt.CHANGE_TIMES, ()),))
    ratio = times + 1 if change is Change.UP else times
    limit = bound or (Bound.OVER if is_over else Bound.EXACT)
    return Reading(at + 1, Multiple(ratio, same_period=same_period, base_year=base_year, bound=limit))
