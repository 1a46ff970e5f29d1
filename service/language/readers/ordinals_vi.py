"""Ordinals in Vietnamese: lần thứ 9, khóa XV, Đại hội XIII, một là."""

from service.language.equivalents import FIRST, PLAN, plan_years
from service.language.members import VI
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.nouns import NUMBERED, Numbered
from service.language.number_words import read_number, vi_digit
from service.language.numerals import roman_value
from service.language.readers.vocabulary import RANGE_MARKS
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Moment, Ordinal, Series

_MOST = 999
_STOPS = frozenset(",，、。;；:()\n") | {""}
_NOUNS_VI = Phrases([(form, noun) for noun in NUMBERED.values() for form in noun.vi])
_LEAD_FORMS_VI = {
    Series.SESSION: "lần thứ|lần|kỳ thứ",
    Series.TERM: "khóa|khóa thứ|khoá|nhiệm kỳ thứ|nhiệm kỳ",
    Series.ROUND: "vòng thứ|vòng",
    Series.BATCH: "đợt thứ|đợt|giai đoạn|giai đoạn thứ",
    Series.PLACE: "thứ|hạng|giải",
    Series.CENTURY: "thế kỷ|thế kỷ thứ",
}
_LEADS_VI: Phrases[Series] = Phrases(
    [(form, series) for series, forms in _LEAD_FORMS_VI.items() for form in forms.split("|")]
)
# Behind these a number in words counts (lần hai bên …), and a number with a unit measures (nhiệm kỳ 5 năm).
_NEEDS_DIGITS = frozenset(["lần", "khóa", "kỳ", "hạng", "đợt", "đoạn", "kỷ", "vòng"])
_FIRST_VI: Phrases[Series] = Phrases(
    [("lần đầu tiên", Series.SESSION), ("lần đầu", Series.SESSION), ("đầu tiên", Series.PLACE)]
)
_FIRST_WEEK: Phrases[bool] = Phrases([("tuần đầu", True), ("tuần đầu tiên", True)])
_FAIR_WORDS_VI = frozenset(["chợ", "đàn", "lãm", "festival", "hoan", "lễ"])
_FAIR_WORDS_BEFORE = 8
_SPECIAL_VI = {"nhất": 1, "nhì": 2, "tư": 4}
_WEEKDAY_MOST = 7
_TAKE_DIGITS = frozenset(
    ["Đại hội", "Đại hội đại biểu toàn quốc", "Đại hội đại biểu Đảng bộ tỉnh", "Hội nghị Trung ương"]
)

STARTS_VI = _NOUNS_VI.firsts | _FIRST_WEEK.firsts | _LEADS_VI.firsts | _FIRST_VI.firsts


def read_ordinal_vi(tokens: Tokens, index: int) -> Reading | None:
    """Read lần thứ 9, khóa XV, Phiên họp lần thứ 10, lần đầu tiên."""
    first = _FIRST_VI.at(tokens, index)
    if first is not None:
        return Reading(first[0], Ordinal(1, first[1], FIRST), is_soft=True)
    week = _FIRST_WEEK.at(tokens, index)
    if week is not None:
        return Reading(week[0], Ordinal(1, Series.PLACE, "tuần"), is_soft=True)
    noun = _NOUNS_VI.at(tokens, index)
    numbered = None if noun is None else _after_noun(tokens, *noun)
    if numbered is not None:
        return numbered
    listed = _listed_vi(tokens, index)
    if listed is not None:
        return listed
    lead = _LEADS_VI.at(tokens, index)
    if lead is None or (tokens.words[index] == "vòng" and index and tokens.words[index - 1] == "trong"):
        return None
    number = _number_vi(tokens, lead[0], needs_digits=tokens.words[lead[0] - 1] in _NEEDS_DIGITS)
    if number is None:
        return None
    series = Series.FAIR if lead[1] is Series.SESSION and _is_fair_before(tokens, index) else lead[1]
    value = Ordinal(number[1], series, "giải" if tokens.words[index] == "giải" else "")
    return Reading(number[0], value, _weekday_doubt(tokens, index, value))


def _listed_vi(tokens: Tokens, index: int) -> Reading | None:
    """Read the Một là of "Một là, …; hai là, …", which begins a clause."""
    digit = vi_digit(tokens.words[index]) if tokens.words[index + 1] == "là" else None
    is_clause = index == 0 or tokens.words[index - 1] in _STOPS
    if not digit or not is_clause:
        return None
    return Reading(index + 2, Ordinal(digit, Series.PLACE), is_soft=True)


def _is_fair_before(tokens: Tokens, index: int) -> bool:
    """Say whether a fair or forum is numbered: Hội chợ thương mại quốc tế Việt - Trung lần thứ 24."""
    for at in range(index - 1, max(index - 1 - _FAIR_WORDS_BEFORE, -1), -1):
        if tokens.words[at] in _STOPS:
            return False
        if tokens.words[at] in _FAIR_WORDS_VI:
            return True
    return False


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
        # đợt 2 năm 2025 is of a year, nhiệm kỳ 5 năm 2021-2026 lasts five.
        is_year = tokens.words[number.end] == "năm" and tokens.words[number.end + 1].isdecimal()
        is_year = is_year and tokens.words[number.end + 2] not in RANGE_MARKS[VI]
        return (number.end, int(number.amount)) if is_year and word.isdecimal() else None
    return number.end, int(number.amount)
