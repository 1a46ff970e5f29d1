"""Days of one month named together: ngày 11 và 12 tháng 6, 6月11日和12日."""

from service.core.languages import Language
from service.language.han_numerals import han_value
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.readers.clocks import small_number
from service.language.readers.dates import Found, read_moment, year_alone
from service.language.readers.dates_vi import read_day_of_month
from service.language.tokens import Tokens
from service.language.values import Days, Moment

DAY_JOINTS_ZH = frozenset(["和", "、", "及", "与"])
_AND = {VI: frozenset(["và", ","]), ZH: DAY_JOINTS_ZH}
_DAYS, _DAYS_MAX, _MONTHS = 31, 8, 12


def read_several_days(tokens: Tokens, at: int, language: Language) -> Reading | None:
    """Read several days of one month.

    Source:
        numbers.md, rule 7.
    """
    if language is VI and tokens.words[at : at + 2] == ["các", "ngày"]:
        at += 1
    return _several_vi(tokens, at) if language is VI else _several_zh(tokens, at)


def _several_vi(tokens: Tokens, at: int) -> Reading | None:
    """Read ngày 11 và 12 tháng 6: days first, the month behind the last."""
    if tokens.words[at] != "ngày" or not tokens.words[at + 1].isdecimal():
        return None
    numbers: list[int] = []
    at += 1
    while len(numbers) < _DAYS_MAX:
        last = read_day_of_month(tokens, at) if numbers else None
        if last is not None and last[1].day is not None and last[1].month is not None:
            days = tuple(_on_day(last[1], day) for day in numbers)
            return Reading(last[0], Days((*days, last[1])))
        day = small_number(tokens, at, VI, _DAYS)
        if numbers and day is not None and day[1] and _is_monthly(tokens, day[0]):
            return Reading(day[0], Days(tuple(Moment(day=number) for number in (*numbers, day[1]))))
        if day is None or not day[1] or tokens.words[day[0]] not in _AND[VI]:
            last_day = read_moment(tokens, at - 1, VI) if tokens.words[at - 1] == "ngày" else None
            return _joined(numbers, last_day)
        numbers.append(day[1])
        at = day[0] + 1
        if tokens.words[at] == "ngày":
            at += 1
            named = read_moment(tokens, at - 1, VI)
            if named is not None and named.moment.month is not None:
                return _joined(numbers, named)
    return None


def _is_monthly(tokens: Tokens, at: int) -> bool:
    """Say whether days are those of every month: các ngày 5, 15, 25 hằng tháng."""
    return tokens.words[at] in ("hằng", "hàng", "mỗi") and tokens.words[at + 1] == "tháng"


def _joined(numbers: list[int], last: Found | None) -> Reading | None:
    if not numbers or last is None or last.moment.day is None or last.moment.month is None:
        return None
    days = tuple(_on_day(last.moment, day) for day in numbers)
    return Reading(last.end, Days((*days, last.moment)))


def _several_zh(tokens: Tokens, at: int) -> Reading | None:
    """Read 6月11日和12日 and 6月11、12日: the month first, then days."""
    month = _month_head(tokens, at)
    if month is None:
        return None
    at, head = month
    days: list[Moment] = []
    end = at
    while len(days) < _DAYS_MAX:
        day = small_number(tokens, at, ZH, _DAYS)
        if day is None or not day[1]:
            break
        counted = _count_behind(tokens, day[0], len(days) + 1)
        if counted and days:
            return Reading(counted, Days((*days, _on_day(head, day[1]))))
        days.append(_on_day(head, day[1]))
        is_day = tokens.words[day[0]] == "日"
        end = day[0] + is_day
        if tokens.words[end] not in _AND[ZH]:
            return Reading(end, Days(tuple(days))) if is_day and len(days) > 1 else None
        at = end + 1
    return Reading(end, Days(tuple(days))) if len(days) > 1 and tokens.words[end - 1] == "日" else None


def _count_behind(tokens: Tokens, at: int, count: int) -> int:
    """Go past the 两日 of 8月27、28两日, which counts the days before it; gives 0 where none stands."""
    is_count = han_value(tokens.words[at]) == count and tokens.words[at + 1] in ("日", "天")
    return at + 2 if is_count else 0


def _month_head(tokens: Tokens, at: int) -> tuple[int, Moment] | None:
    if tokens.words[at + 1] not in ("年", "月"):
        return None
    number = None
    if tokens.words[at + 1] == "年":
        year = year_alone(tokens, at)
        if year is None:
            return None
        at, number = at + 2, year.moment.year
    month = small_number(tokens, at, ZH, _MONTHS)
    if month is None or not month[1] or tokens.words[month[0]] != "月":
        return None
    return month[0] + 1, Moment(number, month[1])


def _on_day(moment: Moment, day: int) -> Moment:
    known = (moment.year, moment.month, day, moment.phase)
    return Moment(*known, moment.weekday, moment.day_part, moment.clock, moment.lunar, moment.is_decade)
