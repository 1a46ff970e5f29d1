"""Ordinals of meetings, terms, fairs and rounds, and places in a law."""

from service.core.languages import Language
from service.language.equivalents import PLAN, plan_years
from service.language.han_numerals import han_value
from service.language.members import VI, ZH
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.nouns import NUMBERED, Numbered
from service.language.number_words import read_number
from service.language.numerals import roman_value
from service.language.openings import ANY_NUMERAL, Seconds, merged, seconds_of
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Moment, Ordinal, Series

_MOST = 999
_NOUNS_VI = Phrases([(form, noun) for noun in NUMBERED.values() for form in noun.vi])
_NOUNS_ZH = Phrases([(noun.zh_joint + form, noun) for noun in NUMBERED.values() for form in noun.zh])
_LEAD_FORMS_VI = {
    Series.SESSION: "lần thứ|lần|kỳ thứ",
    Series.TERM: "khóa|khóa thứ|khoá|nhiệm kỳ thứ|nhiệm kỳ",
    Series.ROUND: "vòng thứ",
    Series.BATCH: "đợt thứ|đợt|giai đoạn|giai đoạn thứ",
    Series.PLACE: "thứ|hạng|giải",
    Series.CENTURY: "thế kỷ|thế kỷ thứ",
}
_LEADS_VI: Phrases[Series] = Phrases(
    [(form, series) for series, forms in _LEAD_FORMS_VI.items() for form in forms.split("|")]
)
# Behind these a number in words counts (lần hai bên …), and a number with a unit measures (nhiệm kỳ 5 năm).
_NEEDS_DIGITS = frozenset(["lần", "khóa", "kỳ", "hạng", "đợt", "đoạn", "kỷ"])
_FIRST_VI: Phrases[Series] = Phrases(
    [("lần đầu tiên", Series.SESSION), ("lần đầu", Series.SESSION), ("đầu tiên", Series.PLACE)]
)
_FIRST_WEEK: Phrases[bool] = Phrases([("tuần đầu", True), ("tuần đầu tiên", True)])
_FIRST_ZH: Phrases[int] = Phrases(
    [("首次", 1), ("首届", 1), ("首轮", 1), ("头一次", 1), ("首个", 1), ("首批", 1), ("首条", 1), ("首家", 1)]
)
# 再次 is also "again": only a comma behind it makes it the third of a list.
_LISTED_ZH = {"首先": 1, "其次": 2, "再次": 3}
_LISTED: Phrases[int] = Phrases(_LISTED_ZH.items())
_PRIZE: Phrases[bool] = Phrases([("等奖", True)])
_ALERT: Phrases[bool] = Phrases([("级警戒水位", True), ("级警戒", True), ("级警报", True)])
_NOT_WEEK = frozenset("期年边")
# The noun of a phase may have words of its own: 三期边境公路项目.
_PHASED_WITHIN, _STOPS = 7, frozenset(",，、。;；:()\n") | {""}
_PHASED = frozenset(["项目", "工程", "建设", "扩建"])
_PLANS = frozenset(f"十{digit}五" for digit in "一二三四五六七八九")
_JOINTS_ZH = {
    "次": Series.SESSION,
    "回": Series.SESSION,
    "届": Series.TERM,
    "轮": Series.ROUND,
    "批": Series.BATCH,
    "期": Series.BATCH,
}
_PREFIXED_ZH: Phrases[bool] = Phrases([("附件", True), ("附录", True)])
_SPECIAL_VI = {"nhất": 1, "nhì": 2, "tư": 4}
_WEEKDAY_MOST = 7
_TAKE_DIGITS = frozenset(
    ["Đại hội", "Đại hội đại biểu toàn quốc", "Đại hội đại biểu Đảng bộ tỉnh", "Hội nghị Trung ương"]
)

STARTS = {
    VI: _NOUNS_VI.firsts | _FIRST_WEEK.firsts | _LEADS_VI.firsts | _FIRST_VI.firsts,
    ZH: _FIRST_ZH.firsts | _PREFIXED_ZH.firsts | _LISTED.firsts | _PLANS | {"第"},
}
SECONDS: dict[Language, Seconds] = {
    VI: {},
    ZH: merged(seconds_of([_FIRST_ZH, _PREFIXED_ZH, _LISTED]), {"第": frozenset([ANY_NUMERAL])}),
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: frozenset(),
    ZH: frozenset("世中届是大期等级"),
}


def read_ordinal(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read lần thứ 9, khóa XV, Phiên họp lần thứ 10, 第九次会议, 第十五届.

    Source:
        numbers.md, rule 8.
    """
    return _vi(tokens, index) if language is VI else _zh(tokens, index)


def _vi(tokens: Tokens, index: int) -> Reading | None:
    first = _FIRST_VI.at(tokens, index)
    if first is not None:
        return Reading(first[0], Ordinal(1, first[1]), is_soft=True)
    week = _FIRST_WEEK.at(tokens, index)
    if week is not None:
        return Reading(week[0], Ordinal(1, Series.PLACE, "tuần"), is_soft=True)
    noun = _NOUNS_VI.at(tokens, index)
    numbered = None if noun is None else _after_noun(tokens, *noun)
    if numbered is not None:
        return numbered
    lead = _LEADS_VI.at(tokens, index)
    if lead is None:
        return None
    number = _number_vi(tokens, lead[0], needs_digits=tokens.words[lead[0] - 1] in _NEEDS_DIGITS)
    if number is None:
        return None
    value = Ordinal(number[1], lead[1], "giải" if tokens.words[index] == "giải" else "")
    return Reading(number[0], value, _weekday_doubt(tokens, index, value))


def _weekday_doubt(tokens: Tokens, index: int, value: Ordinal) -> tuple[Ambiguity, ...]:
    if tokens.words[index] != "thứ" or not 2 <= value.number <= _WEEKDAY_MOST:
        return ()
    if tokens.words[index + 1] == "tư":
        value = Ordinal(4, value.series)
    return (Ambiguity(Doubt.WEEKDAY_OR_ORDINAL, (value, Moment(weekday=value.number - 1))),)


def _after_noun(tokens: Tokens, end: int, noun: Numbered) -> Reading | None:
    lead = _LEADS_VI.at(tokens, end)
    if lead is not None:
        number = _number_vi(tokens, lead[0], needs_digits=False)
        if number is None:
            return None
        series = (
            Series.FAIR
            if noun.series is Series.FAIR and lead[1] is Series.SESSION
            else _series(noun, lead[1])
        )
        end = _past_plan_years(tokens, number[0], number[1]) if noun.id == PLAN else number[0]
        return Reading(end, Ordinal(number[1], series, noun.id if series is noun.series else ""))
    roman = roman_value(tokens.words[end])
    if roman is not None and tokens.raw(end, end + 1).isupper():
        return Reading(end + 1, Ordinal(roman, noun.series, noun.id))
    return _numbered_directly(tokens, end, noun)


def _past_plan_years(tokens: Tokens, end: int, number: int) -> int:
    """Go past the years of "Quy hoạch 5 năm lần thứ 14 (2021-2025)", which say nothing new."""
    words = tokens.words
    first, last = plan_years(number)
    is_said = words[end : end + 5] == ["(", str(first), "-", str(last), ")"]
    return end + 5 * is_said


def _numbered_directly(tokens: Tokens, end: int, noun: Numbered) -> Reading | None:
    """Read Chương 2, Phụ lục số 01, Đại hội 13: digits behind a noun that takes them."""
    is_part = (noun.series is Series.PLACE and noun.id not in ("tuần", PLAN)) or noun.id in _TAKE_DIGITS
    at = end + (tokens.words[end] == "số")
    word = tokens.words[at]
    if not is_part or not word.isdecimal() or len(word) > 3 or not int(word):
        return None
    is_counted = AFTER_NUMBER[VI].at(tokens, at + 1) is not None
    if at == end and is_counted and noun.series is Series.PLACE:
        return None  # mỗi tổ 5 người
    if tokens.words[at + 1] in (".", "/", "-") and tokens.words[at + 2].isdecimal():
        return None  # mục 4.2 is a code
    return Reading(at + 1, Ordinal(int(word), noun.series, noun.id))


def _series(noun: Numbered, lead: Series) -> Series:
    return noun.series if lead in (Series.PLACE, noun.series) else lead


def _number_vi(tokens: Tokens, index: int, *, needs_digits: bool) -> tuple[int, int] | None:
    word = tokens.words[index]
    roman = roman_value(word)
    if roman is not None and tokens.raw(index, index + 1).isupper():
        return index + 1, roman
    if word in _SPECIAL_VI:
        return None if needs_digits else (index + 1, _SPECIAL_VI[word])
    number = read_number(tokens, index, VI)
    if number is None or not 1 <= number.amount <= _MOST or number.amount % 1 or number.has_scale:
        return None
    if needs_digits and (not word.isdecimal() or len(word) > 2 or AFTER_NUMBER[VI].at(tokens, number.end)):
        is_year = tokens.words[number.end] == "năm" and tokens.words[number.end + 1].isdecimal()
        return (number.end, int(number.amount)) if is_year and word.isdecimal() else None
    return number.end, int(number.amount)


def _zh(tokens: Tokens, index: int) -> Reading | None:
    first = _FIRST_ZH.at(tokens, index)
    if first is not None:
        series = Series.FAIR if tokens.words[first[0] - 1] == "届" else Series.SESSION
        return Reading(first[0], Ordinal(1, series), is_soft=True)
    listed = _LISTED.at(tokens, index)
    if listed is not None:
        is_list = tokens.words[listed[0]] in (",", "、", "")
        return Reading(listed[0], Ordinal(listed[1], Series.PLACE), is_soft=True) if is_list else None
    if tokens.words[index] != "第":
        return _plan(tokens, index) or _short(tokens, index)
    number = number_zh(tokens, index + 1)
    if number is None:
        return None
    end, value = number
    noun = _NOUNS_ZH.at(tokens, end)
    if noun is not None and not (noun[1].id == "tuần" and tokens.words[noun[0]] in _NOT_WEEK):
        return Reading(noun[0], Ordinal(value, _series_zh(noun[1]), noun[1].id))
    joint = _JOINTS_ZH.get(tokens.words[end])
    if joint is None:
        return Reading(end, Ordinal(value, Series.PLACE))
    return Reading(end + 1, Ordinal(value, joint))


def _series_zh(noun: Numbered) -> Series:
    return noun.series


def number_zh(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read the number behind 第, in digits or Han numerals, up to 999."""
    word = tokens.words[index]
    value = int(word) if word.isdecimal() and len(word) <= 3 else han_value(word)
    return (index + 1, value) if value is not None and 1 <= value <= _MOST else None


def _short(tokens: Tokens, index: int) -> Reading | None:
    """Read 二十届, 三中全会, 21世纪, 附件3 and 一是, which have no 第."""
    words = tokens.words
    prefixed = _PREFIXED_ZH.at(tokens, index)
    if prefixed is not None:
        number = number_zh(tokens, prefixed[0]) or _roman_zh(tokens, prefixed[0])
        if number is None or AFTER_NUMBER[ZH].at(tokens, number[0]) is not None:
            return None  # 附件三份
        return Reading(number[0], Ordinal(number[1], Series.PLACE, "Phụ lục"))
    number = number_zh(tokens, index)
    if number is None:
        return None
    end, value = number
    if words[end : end + 2] == ["世", "纪"]:
        return Reading(end + 2, Ordinal(value, Series.CENTURY))
    graded = _graded(tokens, end, value)
    if graded is not None:
        return graded
    if words[index].isdecimal():
        return None
    if words[end : end + 3] == ["中", "全", "会"]:
        return Reading(end + 3, Ordinal(value, Series.SESSION, "Hội nghị Trung ương"))
    if words[end] == "届" and value > 2:
        return Reading(end + 1, Ordinal(value, Series.TERM))
    if words[end] == "是" and value < 10:
        return Reading(end + 1, Ordinal(value, Series.PLACE), is_soft=True)
    return _short_congress(tokens, index)


def _graded(tokens: Tokens, end: int, value: int) -> Reading | None:
    """Read 一等奖, 三级警戒水位 and the 二期 of 二期项目."""
    prize = _PRIZE.at(tokens, end)
    if prize is not None:
        return Reading(prize[0], Ordinal(value, Series.PLACE, "giải"))
    alert = _ALERT.at(tokens, end)
    if alert is not None:
        return Reading(alert[0], Ordinal(value, Series.PLACE, "báo động"))
    words = tokens.words
    if words[end] != "期" or words[end - 1] == "两":
        return None
    start = end - 1
    before = words[start - 2] + words[start - 1] if start > 1 else ""
    is_phase = before in _PHASED
    for at in range(end + 1, end + 1 + _PHASED_WITHIN):
        if is_phase or words[at] in _STOPS:
            break
        is_phase = words[at] + words[at + 1] in _PHASED
    return Reading(end + 1, Ordinal(value, Series.BATCH)) if is_phase else None


def _plan(tokens: Tokens, index: int) -> Reading | None:
    """Read 十四五, the fourteenth five-year plan: no number is written so."""
    run = tokens.words[index]
    number = han_value(run[:-1]) if run in _PLANS else None
    return None if number is None else Reading(index + 1, Ordinal(number, Series.SESSION, PLAN))


def _roman_zh(tokens: Tokens, index: int) -> tuple[int, int] | None:
    value = roman_value(tokens.words[index])
    return None if value is None else (index + 1, value)


def _short_congress(tokens: Tokens, index: int) -> Reading | None:
    """Read 十三大: the thirteenth congress of a party."""
    value = han_value(tokens.words[index])
    is_congress = value is not None and 10 < value < 100 and tokens.words[index + 1] == "大"
    if (
        not is_congress
        or value is None
        or (tokens.words[index + 2] and tokens.words[index + 2] in "国道洋学型会项重")
    ):
        return None
    return Reading(index + 2, Ordinal(value, Series.SESSION, "Đại hội"))
