"""Spans of dates, times and years."""

from dataclasses import replace

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.openings import ANY_NUMERAL, Seconds, merged, seconds_of
from service.language.readers import dates
from service.language.readers.clocks import small_number
from service.language.readers.dates import Found, read_moment, year_alone
from service.language.readers.dates_vi import read_day_of_month
from service.language.readers.several import DAY_JOINTS_ZH, read_several_days
from service.language.readers.vocabulary import RANGE_MARKS
from service.language.tokens import HAN_NUMERALS, Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Moment, Span, SpanRole

_ROLES_BEFORE = {
    VI: Phrases(
        [
            ("nhiệm kỳ", SpanRole.TERM),
            ("nhiệm kì", SpanRole.TERM),
            ("giai đoạn", SpanRole.PERIOD),
            ("thời kỳ", SpanRole.PERIOD),
            ("năm học", SpanRole.SCHOOL_YEAR),
            ("niên khóa", SpanRole.SCHOOL_YEAR),
        ]
    ),
    ZH: Phrases([("任期", SpanRole.TERM)]),
}
_ROLES_AFTER: Phrases[SpanRole] = Phrases(
    [
        ("任期", SpanRole.TERM),
        ("期间", SpanRole.PERIOD),
        ("阶段", SpanRole.PERIOD),
        ("学年", SpanRole.SCHOOL_YEAR),
        ("学年度", SpanRole.SCHOOL_YEAR),
    ]
)
_FROM: dict[Language, Phrases[bool]] = {
    VI: Phrases([("từ", True), ("kể từ", True), ("trong", True), ("trong khoảng", True)]),
    ZH: Phrases([("自", True), ("从", True)]),
}
_SINCE: dict[Language, Phrases[bool]] = {
    VI: Phrases(
        [
            ("đến nay", True),
            ("tới nay", True),
            ("trở lại đây", True),
            ("đến hiện nay", True),
            ("trở đi", False),
        ]
    ),
    ZH: Phrases([("以来", True), ("至今", True), ("起", False), ("到现在", True)]),
}
_JOINTS = {
    VI: RANGE_MARKS[VI] | _SINCE[VI].firsts | {"ngày"},
    ZH: RANGE_MARKS[ZH] | _SINCE[ZH].firsts | DAY_JOINTS_ZH,
}
_HAN = frozenset(HAN_NUMERALS)
_DAY_JOINTS = frozenset(["-", "và", ",", "đến", "/"])
_DAYS, _MONTHS = 31, 12

STARTS = {
    language: dates.STARTS[language] | _ROLES_BEFORE[language].firsts | _FROM[language].firsts | {"các"}
    for language in Language
}
SECONDS: dict[Language, Seconds] = {
    VI: dates.SECONDS[VI],
    ZH: merged(
        dates.SECONDS[ZH],
        seconds_of([_ROLES_BEFORE[ZH]]),
        seconds_of([_FROM[ZH]], [ANY_NUMERAL, *dates.STARTS[ZH]]),
    ),
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: RANGE_MARKS[VI] | dates.FOLLOWERS[VI],
    ZH: RANGE_MARKS[ZH] | dates.FOLLOWERS[ZH] | _SINCE[ZH].firsts,
}


def read_span(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read from a moment to a moment, an open span, or several days of a month.

    Source:
        numbers.md, rule 7: the year stands once in zh.
    """
    if _is_numeral(tokens.words[index], language) and not _may_go_on(tokens, index, language):
        return None
    at, role = index, SpanRole.PLAIN
    if language is VI:
        at = _past_count_of_days(tokens, at)
    lead = _ROLES_BEFORE[language].at(tokens, at)
    if lead is not None:
        at, role = lead
    start = _FROM[language].at(tokens, at)
    at = at if start is None else start[0]
    found = _between(tokens, at, language, is_led=lead is not None or start is not None)
    if found is None:
        return _since(tokens, at, language, has_from=start is not None) or read_several_days(
            tokens, at, language
        )
    end, first, last = found
    if language is ZH:
        after = _ROLES_AFTER.at(tokens, end)
        end, role = (end, role) if after is None else after
        if lead is None and after is None and tokens.words[end] == "年":
            return None
    return Reading(end, Span(first, last, role))


def _is_numeral(word: str, language: Language) -> bool:
    return word.isdecimal() or (language is ZH and word[:1] in _HAN)


def _may_go_on(tokens: Tokens, index: int, language: Language) -> bool:
    """Say whether a span can begin with a numeral: something joins it, or the moment there, to more."""
    joints = _JOINTS[language]
    if language is ZH:
        # Of 2023年1月5、6日 the joint is the sixth token; a Han numeral is one token too.
        if not joints.isdisjoint(tokens.words[index + 1 : index + 7]):
            return True
    elif tokens.words[index + 1] in joints:
        return True
    moment = read_moment(tokens, index, language)
    return moment is not None and tokens.words[moment.end] in joints


def _past_count_of_days(tokens: Tokens, at: int) -> int:
    """Pass over the 2 of "2 ngày 26-27/3": it only counts the days that follow."""
    words = tokens.words
    is_count = words[at + 1] == "ngày" and words[at + 2].isdecimal() and words[at + 3] in _DAY_JOINTS
    number = small_number(tokens, at, VI, _DAYS) if is_count else None
    return at + 1 if number is not None and number[0] == at + 1 else at


def _between(
    tokens: Tokens, at: int, language: Language, *, is_led: bool
) -> tuple[int, Moment, Moment] | None:
    first = read_moment(tokens, at, language)
    found = None if first is None else _from(tokens, first, language, is_led=is_led)
    if found is None:
        first = _number_alone(tokens, at, language)
        found = None if first is None else _from(tokens, first, language, is_led=is_led)
    return found


def _from(
    tokens: Tokens, first: Found, language: Language, *, is_led: bool
) -> tuple[int, Moment, Moment] | None:
    if tokens.words[first.end] not in RANGE_MARKS[language]:
        return None
    at = first.end + 1
    last = read_moment(tokens, at, language) or year_alone(tokens, at)
    if last is None and tokens.words[at] == "hết":
        last = read_moment(tokens, at + 1, language)  # đến hết ngày 31/10
    if last is None and language is VI:
        last = _day_of_month(tokens, at, first)
    if last is None and is_led:
        last = _day_alone(tokens, first, language)
    if last is None:
        return None
    joined = completed(first.moment, last.moment)
    return None if joined is None else (last.end, *joined)


def _day_of_month(tokens: Tokens, at: int, first: Found) -> Found | None:
    """Read the end of từ ngày 25 đến 27 tháng 2 năm 2025; 10 đến 12 tháng 1 lần is how often."""
    is_named = first.moment.day is not None and tokens.words[at + 1] == "tháng"
    day = read_day_of_month(tokens, at) if is_named else None
    if day is None or day[1].month is None:
        return None
    is_counted = day[1].year is None and AFTER_NUMBER[VI].at(tokens, day[0]) is not None
    return None if is_counted else Found(day[0], day[1])


def _number_alone(tokens: Tokens, at: int, language: Language) -> Found | None:
    """Read the 11 of 11-15/6, the 3 of 3-5/2024 or the 2023 of 2023-2025: which one, the end decides."""
    year = year_alone(tokens, at)
    if year is not None and tokens.words[year.end] != "年":
        return year
    if language is VI and tokens.words[at] in ("ngày", "tháng", "năm"):
        is_year = tokens.words[at] == "năm"
        return None if is_year else _small(tokens, at + 1, language, is_month=tokens.words[at] == "tháng")
    if language is ZH:
        headed = _headed_zh(tokens, at)
        if headed is not None:
            return headed
    return _small(tokens, at, language, is_month=False)


def _headed_zh(tokens: Tokens, at: int) -> Found | None:
    """Read the start of 2023年1—9月 and of 2024年6月11—15日: its last number has no 月 or 日 of its own."""
    if tokens.words[at + 1] not in ("年", "月"):
        return None
    year = year_alone(tokens, at) if tokens.words[at + 1] == "年" else None
    number, at = (None, at) if year is None else (year.moment.year, at + 2)
    month = small_number(tokens, at, ZH, _MONTHS) if tokens.words[at + 1] == "月" else None
    has_month = month is not None and month[1] > 0
    at += 2 * has_month
    if number is None and not has_month:
        return None
    small = _small(tokens, at, ZH, is_month=False)
    head_month = month[1] if has_month and month is not None else None
    return (
        None
        if small is None
        else Found(small.end, Moment(number, head_month, small.moment.day), is_bare=True)
    )


def _small(tokens: Tokens, at: int, language: Language, *, is_month: bool) -> Found | None:
    is_one_token = language is ZH or tokens.words[at].isdecimal()
    if is_one_token and tokens.words[at + 1] not in RANGE_MARKS[language]:
        return None
    small = small_number(tokens, at, language, _DAYS)
    if small is None or not small[1] or tokens.words[small[0]] not in RANGE_MARKS[language]:
        return None
    moment = Moment(month=small[1]) if is_month else Moment(day=small[1])
    return Found(small[0], moment, is_bare=True)


def _day_alone(tokens: Tokens, first: Found, language: Language) -> Found | None:
    is_alone = first.moment.day is not None and language is ZH
    return _small(tokens, first.end + 1, language, is_month=False) if is_alone else None


def completed(first: Moment, last: Moment) -> tuple[Moment, Moment] | None:
    """Give each end what only the other one says: month and year stand once."""
    is_day_less = last.day is None and last.clock is None and last.phase is None
    if first.day is not None and is_day_less and last.month is not None and first.month is None:
        first = replace(first, month=first.day, day=None)  # the 3 of 3-5/2024 is a month
    if first.clock is not None and last.clock is not None and first.day is None:
        first = replace(first, year=last.year, month=last.month, day=last.day, lunar=last.lunar)
        return (first, last) if last.day is not None or last.month is None else None
    last = _inherit(last, first)
    first = _inherit(first, last)
    return (first, last) if _same_parts(first, last) and _in_order(first, last) else None


def _inherit(moment: Moment, other: Moment) -> Moment:
    year, month, day, clock = moment.year, moment.month, moment.day, moment.clock
    phase, part, lunar = moment.phase, moment.day_part, moment.lunar
    if month is None and day is not None:
        month, lunar = other.month, lunar or other.lunar
    if clock is not None and day is None and month is None:
        year, month, day, part = other.year, other.month, other.day, part or other.day_part
    elif year is None and month is not None:
        year = other.year
    if (year, month, day, part, lunar) == (
        moment.year,
        moment.month,
        moment.day,
        moment.day_part,
        moment.lunar,
    ):
        return moment
    return Moment(year, month, day, phase, moment.weekday, part, clock, lunar, moment.is_decade)


def _same_parts(first: Moment, last: Moment) -> bool:
    if first.phase is not None or last.phase is not None:
        return True
    return (first.year is None, first.month is None, first.day is None, first.clock is None) == (
        last.year is None,
        last.month is None,
        last.day is None,
        last.clock is None,
    )


def _in_order(first: Moment, last: Moment) -> bool:
    if first.phase is not last.phase or (first.year is None and first.month is not None):
        return True
    return _order(first) < _order(last)


def _order(moment: Moment) -> tuple[int, ...]:
    clock = moment.clock
    hour, minute = (0, 0) if clock is None else (clock.hour, clock.minute or 0)
    return moment.year or 0, moment.month or 0, moment.day or 0, hour, minute


def _since(tokens: Tokens, at: int, language: Language, *, has_from: bool) -> Reading | None:
    first = read_moment(tokens, at, language) or year_alone(tokens, at)
    if first is None or (language is VI and not has_from):
        return None
    if tokens.words[at - 1] in ("trong", "khoảng"):
        return None
    after = _SINCE[language].at(tokens, first.end)
    if after is not None:
        role = SpanRole.PLAIN if after[1] else SpanRole.ONWARD
        return Reading(after[0], Span(first.moment, None, role))
    is_date = first.moment.year is not None or first.moment.day is not None
    if language is VI and is_date and not first.is_bare and not first.moment.is_decade:
        return Reading(first.end, Span(first.moment, None, SpanRole.ONWARD))
    return None
