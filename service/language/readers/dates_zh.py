"""Chinese dates: year, month, day with 年月日, in digits or Han numerals, and the lunar calendar."""

import re

from service.language.han_numerals import han_digit_value, han_value
from service.language.members import ZH
from service.language.openings import ANY_NUMERAL, merged, seconds_of
from service.language.readers.clocks import small_number
from service.language.tokens import YEAR_OF_MONTH, Phrases, Tokens
from service.language.values import Moment, Phase

_DAYS, _MONTHS, _YEAR_DIGITS, _CENTURY_MOST = 31, 12, 4, 30
_YEARS = range(1000, 3000)
_MONTH_PHASES: Phrases[Phase] = Phrases(
    [
        (form, phase)
        for phase, forms in (
            (Phase.EARLY, "上旬|初|前10天|前十天|头10天|头十天|前10日"),
            (Phase.MID, "中旬|中"),
            (Phase.LATE, "下旬|底|末|后10天|后十天|最后10天|最后十天"),
            (Phase.FIRST_HALF, "上半月"),
            (Phase.SECOND_HALF, "下半月"),
        )
        for form in forms.split("|")
    ]
)
_YEAR_PHASES: Phrases[Phase] = Phrases(
    [("初", Phase.EARLY), ("年初", Phase.EARLY), ("中", Phase.MID), ("年中", Phase.MID), ("底", Phase.LATE),
     ("年底", Phase.LATE), ("末", Phase.LATE), ("年末", Phase.LATE)]
)  # fmt: skip
_DECADE_PHASES: Phrases[Phase] = Phrases(
    [(form, phase) for phase, forms in ((Phase.EARLY, "初|初期|早期|前期"), (Phase.MID, "中期|中叶"),
     (Phase.LATE, "末|末期|后期|底|晚期")) for form in forms.split("|")]
)  # fmt: skip
_WEEK_LEADS: Phrases[bool] = Phrases([("星期", True), ("周", True), ("礼拜", True)])
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
_LUNAR_LEADS: Phrases[bool] = Phrases([("农历", True), ("阴历", True), ("旧历", True)])
_LUNAR_MONTHS = {"正": 1, "腊": 12, "冬": 11}
_MIDDLE_DOTS = frozenset("·•・")
HOLIDAYS = {"五一": (5, 1), "十一": (10, 1), "七一": (7, 1), "八一": (8, 1), "六一": (6, 1), "三八": (3, 8)}
_HOLIDAY_FORMS = "黄金周|假期|劳动节|国庆|国庆节|小长假|长假|节日|建党节|建军节|儿童节|妇女节"
_HOLIDAY_NOUNS: Phrases[bool] = Phrases([(noun, True) for noun in _HOLIDAY_FORMS.split("|")])
_QUOTES, _CLOSING_QUOTES = frozenset("“「"), frozenset("”」")
# What most dates are, in one look; the day and month of any other are read one by one.
_FULL = re.compile("([12][0-9]{3})年(1[0-2]|0?[1-9])月([12][0-9]|3[01]|0?[1-9])[日号]")
_YEAR_MARKS = ("-", "/", ".")

DateFound = tuple[int, Moment, bool]

STARTS = _WEEK_LEADS.firsts | _LUNAR_LEADS.firsts | frozenset(_LUNAR_MONTHS) | {"上"}
SECONDS = merged(
    seconds_of([_WEEK_LEADS], _WEEKDAYS),
    seconds_of([_LUNAR_LEADS], [ANY_NUMERAL]),
    dict.fromkeys(_LUNAR_MONTHS, frozenset("月")),
    {"上": frozenset("世")},
)

# What may stand behind a numeral that begins a date, its quotation mark included.
FOLLOWERS = (
    frozenset([*":世年月日-/.", YEAR_OF_MONTH]) | _MIDDLE_DOTS | _CLOSING_QUOTES | _HOLIDAY_NOUNS.firsts
)


def read_weekday_zh(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read 星期一 to 星期日, 周一, 礼拜天.

    Source:
        numbers.md, rule 5.
    """
    lead = _WEEK_LEADS.at(tokens, index)
    if lead is None:
        return None
    number = _WEEKDAYS.get(tokens.words[lead[0]])
    is_week = lead[0] == index + 1 and number == 7 and tokens.words[lead[0]] == "天"
    return None if number is None or is_week else (lead[0] + 1, number)


def read_date_zh(tokens: Tokens, index: int) -> DateFound | None:
    """Read a date, a month or a year; the flag says that it is two bare numbers."""
    words = tokens.words
    if words[index].isdecimal():
        full = _FULL.match(tokens.text, tokens.starts[index])
        if full is not None:
            return index + 6, Moment(int(full[1]), int(full[2]), int(full[3])), False
    else:
        lunar_at = _lunar_at(tokens, index)
        if lunar_at is not None:
            return _lunar(tokens, lunar_at)
    if words[index] == "上" or words[index + 1] in ("世", "年"):
        decade = _decade(tokens, index)
        if decade is not None:
            return decade
    year = _year(tokens, index)
    if year is None:
        return (
            _month_day(tokens, index, None)
            or _iso(tokens, index)
            or _day_only(tokens, index)
            or _named(tokens, index)
        )
    end, number = year
    month = _month_day(tokens, end, number)
    if month is not None:
        return month
    lunar = _LUNAR_LEADS.at(tokens, end)
    if lunar is not None:
        found = _lunar(tokens, lunar[0])
        if found is not None:
            return found[0], Moment(number, found[1].month, found[1].day, lunar=True), False
    phase = _YEAR_PHASES.at(tokens, end)
    return (
        (end, Moment(number), False) if phase is None else (phase[0], Moment(number, phase=phase[1]), False)
    )


def _lunar_at(tokens: Tokens, index: int) -> int | None:
    """Say where the month of a lunar date stands: behind 农历, or at 正 and 腊 themselves."""
    lead = _LUNAR_LEADS.at(tokens, index)
    if lead is not None:
        return lead[0]
    is_named = tokens.words[index] in _LUNAR_MONTHS and tokens.words[index + 1] == "月"
    return index if is_named else None


def _year(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.words[index]
    if tokens.words[index + 1] != "年" or len(word) != _YEAR_DIGITS:
        return None
    year = int(word) if word.isdecimal() else han_digit_value(word)
    end = index + 2 + (tokens.words[index + 2] == "度")
    return (end, year) if year is not None and year in _YEARS else None


def _month_day(tokens: Tokens, index: int, year: int | None) -> DateFound | None:
    month = small_number(tokens, index, ZH, _MONTHS) if tokens.words[index + 1] == "月" else None
    if month is None or not month[1]:
        return None
    end = month[0] + 1
    if tokens.words[end] == "份":
        return end + 1, Moment(year, month[1]), False
    day = small_number(tokens, end, ZH, _DAYS)
    if day is not None and day[1] and tokens.words[day[0]] in ("日", "号"):
        return day[0] + 1, Moment(year, month[1], day[1]), False
    lunar = _plain_lunar_day(tokens, end)
    if lunar is not None:
        return lunar[0], Moment(year, month[1], lunar[1], lunar=True), False
    phase = _MONTH_PHASES.at(tokens, end)
    if phase is not None and tokens.words[end] + tokens.words[end + 1] not in (
        "中国",
        "中越",
        "中方",
        "中共",
        "中午",
    ):
        return phase[0], Moment(year, month[1], phase=phase[1]), False
    return end, Moment(year, month[1]), False


def _plain_lunar_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read the day of 三月初十, 七月十五 and 七月半, which only the lunar calendar writes so."""
    word = tokens.words[index]
    if word == "半":
        return index + 1, 15
    if word == "初" and tokens.words[index + 1] and not tokens.words[index + 1].isdecimal():
        return _lunar_day(tokens, index)
    value = han_value(word) if word and not tokens.words[index - 2].isdecimal() else None
    is_day = (
        value is not None
        and 10 < value <= 30
        and tokens.words[index + 1] not in ("个", "日", "号", "家", "名", "项", "至")
    )
    return (index + 1, value) if is_day and value is not None else None


def _decade(tokens: Tokens, index: int) -> DateFound | None:
    """Read 20世纪90年代, 上世纪80年代 and 1990年代."""
    words, at, century = tokens.words, index, 0
    if words[at] == "上" and words[at + 1 : at + 3] == ["世", "纪"]:
        at, century = at + 3, 1900
    else:
        number = small_number(tokens, at, ZH, _CENTURY_MOST)
        if number is not None and number[1] and words[number[0] : number[0] + 2] == ["世", "纪"]:
            at, century = number[0] + 2, (number[1] - 1) * 100
    if not words[at] or words[at + 1 : at + 3] != ["年", "代"]:
        return None
    word = words[at]
    value = int(word) if word.isdecimal() and len(word) <= _YEAR_DIGITS else han_value(word)
    if value is None or value % 10 or (not century and value not in _YEARS) or (century and value >= 100):
        return None
    phase = _DECADE_PHASES.at(tokens, at + 3)
    if phase is not None and words[at + 3] == "初" and words[phase[0]] in ("步", "级"):
        phase = None  # 90年代初步建成
    end, part = (at + 3, None) if phase is None else phase
    return end, Moment(century + value, phase=part, is_decade=True), False


def _day_only(tokens: Tokens, index: int) -> DateFound | None:
    day = small_number(tokens, index, ZH, _DAYS) if tokens.words[index + 1] == "日" else None
    if day is None or not day[1] or tokens.words[day[0] + 1] in ("内", "元", "后"):
        return None
    if index and tokens.words[index - 1] == "起":
        return None  # 自签署之日起15日
    is_within = tokens.words[day[0] + 1 : day[0] + 3] in (["之", "内"], ["以", "内"], ["以", "上"])
    return None if is_within else (day[0] + 1, Moment(day=day[1]), False)


def _named(tokens: Tokens, index: int) -> DateFound | None:
    return _dotted(tokens, index) or _holiday(tokens, index)


def _dotted(tokens: Tokens, index: int) -> DateFound | None:
    """Read 4·30, how feasts and anniversaries are named after their days: month first."""
    words = tokens.words
    if (
        words[index + 1] not in _MIDDLE_DOTS
        or not words[index].isdecimal()
        or not words[index + 2].isdecimal()
    ):
        return None
    if not tokens.is_glued(index + 1) or not tokens.is_glued(index + 2):
        return None
    month = small_number(tokens, index, ZH, _MONTHS)
    day = small_number(tokens, index + 2, ZH, _DAYS)
    if month is None or day is None or not month[1] or not day[1]:
        return None
    return day[0], Moment(month=month[1], day=day[1]), False


def _holiday(tokens: Tokens, index: int) -> DateFound | None:
    """Read the “十一” of “十一”黄金周 and the 五一 of 五一假期: a day named by its numerals."""
    words = tokens.words
    day = HOLIDAYS.get(words[index])
    if day is None:
        return None
    is_quoted = index > 0 and words[index - 1] in _QUOTES and words[index + 1] in _CLOSING_QUOTES
    is_named = _HOLIDAY_NOUNS.at(tokens, index + 1 + is_quoted) is not None
    return (index + 1, Moment(None, *day), False) if is_named else None


def _iso(tokens: Tokens, index: int) -> DateFound | None:
    words = tokens.words
    if not (
        words[index].isdecimal() and len(words[index]) == _YEAR_DIGITS and words[index + 1] in _YEAR_MARKS
    ):
        return None
    if words[index + 3] != words[index + 1] or not all(map(tokens.is_glued, range(index + 1, index + 5))):
        return None
    month = small_number(tokens, index + 2, ZH, _MONTHS)
    day = small_number(tokens, index + 4, ZH, _DAYS)
    if month is None or day is None or not month[1] or not day[1] or int(words[index]) not in _YEARS:
        return None
    return day[0], Moment(int(words[index]), month[1], day[1]), False


def _lunar(tokens: Tokens, index: int) -> DateFound | None:
    words = tokens.words
    named = _LUNAR_MONTHS.get(words[index])
    month = (index + 1, named) if named else small_number(tokens, index, ZH, _MONTHS)
    if month is None or not month[1] or words[month[0]] != "月":
        return _first_days(tokens, index)
    end = month[0] + 1
    day = _lunar_day(tokens, end)
    return (
        (end, Moment(month=month[1], lunar=True), False)
        if day is None
        else (day[0], Moment(month=month[1], day=day[1], lunar=True), False)
    )


def _first_days(tokens: Tokens, index: int) -> DateFound | None:
    """Read the 初五 of 农历初五, a lunar day without its month."""
    day = _lunar_day(tokens, index) if tokens.words[index] == "初" else None
    return None if day is None else (day[0], Moment(day=day[1], lunar=True), False)


def _lunar_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    at = index + (tokens.words[index] == "初")
    if at == index and tokens.words[at] == "半":
        return at + 1, 15
    if at == index:
        day = small_number(tokens, index, ZH, _DAYS)
        return (
            None if day is None or not day[1] else (day[0] + (tokens.words[day[0]] in ("日", "号")), day[1])
        )
    value = han_value(tokens.words[at])
    return (at + 1, value) if value is not None and 1 <= value <= 10 else None
