"""Dates and moments of both languages: the parts that a text gives, put together."""

from dataclasses import replace
from typing import NamedTuple

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.readers import clocks, dates_vi, dates_zh
from service.language.readers.clocks import DAY_PARTS, by_24_hours, read_clock
from service.language.readers.dates_vi import read_date_vi, read_weekday_vi
from service.language.readers.dates_zh import read_date_zh, read_weekday_zh
from service.language.tokens import Tokens
from service.language.values import Moment

_PARTS_MAX = 5
_YEARS, _YEAR_DIGITS = range(1000, 3000), 4
_LEADS_VI = frozenset(["lúc", "hồi", "vào"])
_AFTER_HOUR = frozenset("钟整至到开召举前后起在许左，。、；")
_FILLERS = frozenset([",", "(", "vào", "lúc", "của"])
_NOTHING = Moment()

STARTS = {
    VI: clocks.STARTS[VI] | dates_vi.STARTS | _LEADS_VI,
    ZH: clocks.STARTS[ZH] | dates_zh.STARTS,
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: clocks.HOUR_WORDS[VI] | frozenset([":", "/", ".", "-", "ngày", "tháng"]),
    ZH: clocks.HOUR_WORDS[ZH] | frozenset(":世年月日-/."),
}


class Found(NamedTuple):
    """A moment with how surely it is one.

    Attributes:
        is_bare: Whether it is two numbers with a mark only, such as 12/6, without any word of time.
        is_clock_only: Whether it is a time of day without lead word, such as "8 giờ", also eight hours.
    """

    end: int
    moment: Moment
    is_bare: bool = False
    is_clock_only: bool = False


def read_moment(tokens: Tokens, index: int, language: Language) -> Found | None:
    """Read a date, a time, or both in any order that papers use.

    Source:
        numbers.md, rules 5 and 6; Nghị định 30/2020/NĐ-CP, annex I (day before month).
    """
    known = tokens.moments
    if index in known:
        found: Found | None = known[index]
        return found
    found = _read_moment(tokens, index, language)
    known[index] = found
    return found


def year_alone(tokens: Tokens, at: int) -> Found | None:
    """Read four digits that can be a year, without any word beside them."""
    word = tokens.words[at]
    if not word.isdecimal() or len(word) != _YEAR_DIGITS or int(word) not in _YEARS:
        return None
    return Found(at + 1, Moment(int(word)))


def _read_moment(tokens: Tokens, index: int, language: Language) -> Found | None:
    at = index
    is_led = language is VI and tokens.words[index] in _LEADS_VI
    if is_led:
        at += 1
    moment, end, count, is_bare = _NOTHING, at, 0, False
    while count < _PARTS_MAX:
        part = _part(tokens, at, language, moment)
        if part is None:
            break
        end, moment, bare = part
        is_bare, count = bare, count + 1
        at = _past_filler(tokens, end, moment)
    if count == 0:
        return None
    end = _closed(tokens, end, at)
    is_clock_only = moment.clock is not None and count == 1 and not is_led and language is VI
    return _checked(Found(end, moment, is_bare and count == 1 and not is_led, is_clock_only))


def _past_filler(tokens: Tokens, at: int, moment: Moment) -> int:
    """Pass over what joins two parts of a moment: "16:42, 27/03/2023", "26日（星期二）上午"."""
    word = tokens.words[at]
    if word == "," and tokens.words[at + 1] in ("lúc", "vào") and moment.day is not None:
        return at + 2
    if word == ")":
        return at + ("(" in tokens.words[max(at - 4, 0) : at])
    return at + (word in _FILLERS and not (word == "," and _is_complete(moment)))


def _closed(tokens: Tokens, end: int, at: int) -> int:
    """Take the bracket that closes "26日（星期二）" along."""
    if tokens.words[end] != ")" or at < end:
        return end
    inner = tokens.words[max(end - 4, 0) : end]
    return end + 1 if "(" in inner and ")" not in inner else end


def _is_complete(moment: Moment) -> bool:
    return moment.clock is not None and moment.day is not None


def _checked(found: Found) -> Found | None:
    moment = found.moment
    if moment.day_part is None:
        return found
    if moment == Moment(day_part=moment.day_part):
        return None
    if moment.clock is not None:
        moment = replace(moment, clock=by_24_hours(moment.clock, moment.day_part))
    return found._replace(moment=moment)


def _part(tokens: Tokens, at: int, language: Language, known: Moment) -> tuple[int, Moment, bool] | None:
    clock = read_clock(tokens, at, language) if known.clock is None else None
    if clock is not None and _is_hour(tokens, clock[0], known):
        moment = Moment(clock=clock[1]) if known is _NOTHING else replace(known, clock=clock[1])
        return clock[0], moment, False
    part = DAY_PARTS[language].at(tokens, at) if known.day_part is None else None
    if part is not None and _stands_right(tokens, part[0], language, known):
        return part[0], replace(known, day_part=part[1]), False
    weekday = (read_weekday_vi if language is VI else read_weekday_zh)(tokens, at)
    if weekday is not None and known.weekday is None:
        return weekday[0], replace(known, weekday=weekday[1]), False
    if known.day is not None or known.month is not None or known.year is not None:
        return None
    date = (read_date_vi if language is VI else read_date_zh)(tokens, at)
    return None if date is None else (date[0], _with_date(known, date[1]), date[2])


def _is_hour(tokens: Tokens, end: int, known: Moment) -> bool:
    """Say whether 点 behind a number is an hour: 八点共识 is a consensus on eight points."""
    if tokens.words[end - 1] != "点" or known.day is not None or known.day_part is not None:
        return True
    after = tokens.words[end]
    return not after or after in _AFTER_HOUR or after < "\u2e80"


def _stands_right(tokens: Tokens, end: int, language: Language, known: Moment) -> bool:
    # In zh a part of the day follows a date or precedes a time: 最晚2025年 is no evening.
    if language is VI or known.day is not None or known.weekday is not None:
        return True
    return read_clock(tokens, end, language) is not None


def _with_date(known: Moment, date: Moment) -> Moment:
    if known is _NOTHING:
        return date
    return replace(date, weekday=known.weekday, day_part=known.day_part, clock=known.clock)
