"""So many of so many, and two numbers set against each other."""

from decimal import Decimal

from service.core.languages import Language
from service.language.counters import BARE_ZH
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.number_digits import read_digits
from service.language.number_words import read_number
from service.language.openings import ANY_NUMERAL, Seconds
from service.language.readers.measure import is_bare_province
from service.language.tokens import NO_DATE, Phrases, Tokens
from service.language.units import AFTER_NUMBER, family, kind_of
from service.language.values import Ratio

_DIGITS_MAX = 6
_YEAR_DIGITS = 4
_BETWEEN_MAX = 8
_YEARS = range(1900, 2100)
AGAINST = ":"
_SCALE_LEADS: Phrases[bool] = Phrases(
    [("tỷ lệ", True), ("tỉ lệ", True), ("tỷ số", True), ("tỉ số", True), ("với tỷ số", True)]
)
_OF_VI: Phrases[bool] = Phrases(
    [("trong số", True), ("trong tổng số", True), ("trên tổng số", True), ("trên số", True)]
)
_OF_ZH = frozenset(["中", "里"])
_HAVE = frozenset(["已", "有", "共", "其"])
_DONE_MAX = 4
_STOPS = frozenset("，,。.；;：:、\n") | {""}
_OF_OR_STOPS = _OF_ZH | _STOPS | {"已"}

STARTS = {VI: _SCALE_LEADS.firsts | {"trong"}, ZH: frozenset(["全"])}
SECONDS: dict[Language, Seconds] = {
    VI: {"trong": frozenset([ANY_NUMERAL, "số", "tổng"])},
    ZH: {"全": frozenset("部")},
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: frozenset([":", "∶", "/", "trong", "trên", ":" + NO_DATE, "/" + NO_DATE]),
    ZH: AFTER_NUMBER[ZH].firsts | frozenset([*":∶比/省", ":" + NO_DATE, "/" + NO_DATE]),
}


def read_ratio(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read 34/34 xã, 8 trong số 10 nội dung, 全部34个乡, 15个乡中的12个, 1:50000, 2比1.

    Source:
        numbers.md, rule 9.
    """
    if language is VI:
        if tokens.words[index] == "trong":
            return _within_vi(tokens, index)
        return _against_vi(tokens, index) or _ratio_vi(tokens, index) or _among_vi(tokens, index)
    return _against_zh(tokens, index) or _ratio_zh(tokens, index)


def _against_vi(tokens: Tokens, index: int) -> Reading | None:
    lead = _SCALE_LEADS.at(tokens, index)
    if lead is None:
        return _colon(tokens, index, VI) if tokens.words[index].isdecimal() else None
    part = read_digits(tokens, lead[0], VI)
    if part is None or tokens.words[part.end] not in ("/", "-", ":"):
        return None
    whole = read_digits(tokens, part.end + 1, VI)
    if whole is None or AFTER_NUMBER[VI].at(tokens, whole.end) is not None:
        return None
    return Reading(whole.end, Ratio(part.amount, whole.amount, AGAINST))


def _colon(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read 1:50.000; hh:mm is for the reader of times, which comes first."""
    part = read_digits(tokens, index, language)
    if part is None or tokens.words[part.end] not in (":", "∶") or not tokens.is_glued(part.end):
        return None
    whole = read_number(tokens, part.end + 1, language)
    if whole is None or whole.is_word or not tokens.is_glued(part.end + 1) or tokens.words[whole.end] == ":":
        return None
    is_year = len(tokens.words[index]) == _YEAR_DIGITS
    return None if is_year else Reading(whole.end, Ratio(part.amount, whole.amount, AGAINST))


def _against_zh(tokens: Tokens, index: int) -> Reading | None:
    colon = _colon(tokens, index, ZH)
    if colon is not None:
        return colon
    part = read_number(tokens, index, ZH)
    if part is None or tokens.words[part.end] != "比":
        return None
    whole = read_number(tokens, part.end + 1, ZH)
    if whole is None or AFTER_NUMBER[ZH].at(tokens, whole.end) is not None or tokens.words[whole.end] == "年":
        return None
    return Reading(whole.end, Ratio(part.amount, whole.amount, AGAINST))


def _among_vi(tokens: Tokens, index: int) -> Reading | None:
    part = read_number(tokens, index, VI)
    lead = None if part is None else _OF_VI.at(tokens, part.end)
    if part is None or lead is None:
        return None
    whole = read_number(tokens, lead[0], VI)
    unit = None if whole is None else AFTER_NUMBER[VI].at(tokens, whole.end)
    if whole is None or unit is None or whole.amount < part.amount:
        return None
    return Reading(unit[0], Ratio(part.amount, whole.amount, unit[1]))


def _within_vi(tokens: Tokens, index: int) -> Reading | None:
    """Read "trong 20 kiến nghị có 17 kiến nghị" and "trong tổng số 34 xã, có 28 xã"."""
    lead = _OF_VI.at(tokens, index)
    whole = read_number(tokens, index + 1 if lead is None else lead[0], VI)
    unit = None if whole is None else AFTER_NUMBER[VI].at(tokens, whole.end)
    if whole is None or unit is None:
        return None
    at = unit[0] + (tokens.words[unit[0]] == ",")
    at += tokens.words[at] == "đã"
    part = read_number(tokens, at + 1, VI) if tokens.words[at] == "có" else None
    counted = None if part is None else AFTER_NUMBER[VI].at(tokens, part.end)
    if part is None or counted is None or counted[1] != unit[1] or part.amount > whole.amount:
        return None
    return Reading(counted[0], Ratio(part.amount, whole.amount, unit[1]))


def _ratio_vi(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    part = read_digits(tokens, index, VI)
    if part is None or words[part.end] != "/":
        return None
    whole = read_digits(tokens, part.end + 1, VI)
    if whole is None or whole.amount < part.amount or len(words[index]) > _DIGITS_MAX:
        return None
    unit = AFTER_NUMBER[VI].at(tokens, whole.end)
    if unit is None or (unit[1] == "year" and words[unit[0]].isdecimal()):
        return _bare_ratio(tokens, part.amount, whole.amount, whole.end)
    return Reading(unit[0], Ratio(part.amount, whole.amount, unit[1]))


def _bare_ratio(tokens: Tokens, part: Decimal, whole: Decimal, end: int) -> Reading | None:
    # 12/15 can be no date; 5/7 can, and the reader of dates then has the doubt.
    if tokens.words[end] == "/" or is_date_like(part, whole, tokens.words[end - 1]):
        return None
    return Reading(end, Ratio(part, whole))


def is_date_like(part: Decimal, whole: Decimal, last: str) -> bool:
    """Say whether two numbers with a slash can be a day or month with a month or year, in vi.

    Args:
        part: The first number.
        whole: The second number.
        last: The last digits of the second one.
    """
    is_year = len(last) == _YEAR_DIGITS and last[0] in "12"
    return is_year or part == 0 or (part <= 31 and whole <= 12)


def _ratio_zh(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    if words[index : index + 2] == ["全", "部"]:
        return _all(tokens, index + 2)
    number = read_number(tokens, index, ZH)
    if number is None:
        return None
    if words[number.end] == "/":
        return _slashed(tokens, number.end + 1, number.amount)
    unit = AFTER_NUMBER[ZH].at(tokens, number.end)
    if unit is None and is_bare_province(tokens, number.end):
        unit = number.end + 1, BARE_ZH["省"]
    if unit is None or unit[1] == "percent":
        return None
    return _behind(tokens, unit[0], number.amount, unit[1])


def _all(tokens: Tokens, number_at: int) -> Reading | None:
    number = read_number(tokens, number_at, ZH)
    unit = None if number is None else AFTER_NUMBER[ZH].at(tokens, number.end)
    if number is None or unit is None:
        return None
    end = unit[0]
    words = tokens.words
    if words[end] == "(" and words[end + 1].isdecimal() and words[end + 2] == "/" and words[end + 4] == ")":
        end += 5
    return Reading(end, Ratio(number.amount, number.amount, unit[1]))


def _slashed(tokens: Tokens, at: int, part: Decimal) -> Reading | None:
    whole = read_digits(tokens, at, ZH)
    if whole is None or whole.amount < part or are_years(part, tokens.words[at]):
        return None
    unit = AFTER_NUMBER[ZH].at(tokens, whole.end)
    if unit is not None:
        return Reading(unit[0], Ratio(part, whole.amount, unit[1]))
    return Reading(whole.end, Ratio(part, whole.amount))


def are_years(first: Decimal, second: str) -> bool:
    """Say whether two numbers with a slash are two years, such as 2023/2024, in zh."""
    return len(second) == _YEAR_DIGITS and int(first) in _YEARS


def _behind(tokens: Tokens, end: int, whole: Decimal, unit: str) -> Reading | None:
    """Read 12个边防屯全部, 15个乡中的12个 and 7个边境县中有5个; the noun may have words of its own."""
    words = tokens.words
    if words[end : end + 2] == ["全", "部"] and not words[end + 2].isdecimal():
        return Reading(end + 2, Ratio(whole, whole, unit))
    at = end
    for at in range(end, end + _BETWEEN_MAX):
        if words[at] in _OF_OR_STOPS:
            break
    if words[at] == "已":
        return _done(tokens, at, end, whole, unit)
    if words[at] not in _OF_ZH or words[at + 1] in ("国", "越", "方", "心", "共", "旬"):
        return None
    is_parted = words[at + 1] == "," and words[at + 2] in _HAVE
    at += is_parted
    at = next((i for i in range(at + 1, at + 5) if words[i] in _STOPS or read_number(tokens, i, ZH)), at)
    part = read_number(tokens, at, ZH)
    if part is None or part.amount > whole:
        return None
    measure = AFTER_NUMBER[ZH].at(tokens, part.end)
    if measure is None or family(measure[1]) != family(unit):
        return None
    if is_parted and measure[1] != unit and not measure[1].startswith("zh:"):
        return None  # 5个县中，有3个项目
    return Reading(measure[0], Ratio(part.amount, whole, unit))


def _done(tokens: Tokens, at: int, whole_end: int, whole: Decimal, unit: str) -> Reading | None:
    """Read 5项任务已完成3项: the same measure word says that the 3 are some of the 5."""
    words = tokens.words
    for index in range(at + 1, at + 1 + _DONE_MAX):
        part = read_number(tokens, index, ZH)
        if part is None:
            continue
        measure = AFTER_NUMBER[ZH].at(tokens, part.end)
        is_same = measure is not None and family(measure[1]) == family(unit) and kind_of(unit) == "count"
        if measure is None or not is_same or words[part.end] not in words[whole_end - 4 : whole_end]:
            return None
        return Reading(measure[0], Ratio(part.amount, whole, unit)) if part.amount <= whole else None
    return None
