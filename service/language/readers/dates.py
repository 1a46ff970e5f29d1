"""Dates and moments of both languages: the parts that a text gives, put together."""

from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Ambiguity, Doubt
from service.language.number_words import VI_NUMBER_WORDS
from service.language.openings import Seconds, merged
from service.language.readers import clocks, dates_vi, dates_zh
from service.language.readers.clocks import DAY_PARTS, by_24_hours, read_clock
from service.language.readers.dates_vi import read_date_vi
from service.language.readers.dates_zh import read_date_zh, read_weekday_zh
from service.language.readers.weekdays_vi import read_weekday_vi
from service.language.tokens import HAN_NUMERALS, Tokens
from service.language.values import Clock, DayPart, Fraction, Moment, Ratio

_PARTS_MAX = 5
_YEARS, _YEAR_DIGITS = range(1000, 3000), 4
_LEADS_VI = frozenset(["lúc", "hồi", "vào"])
_AFTER_HOUR = frozenset("钟整至到开召举前后起在许左，。、；")
_JOINTS = frozenset([",", "(", ")", "vào", "lúc", "của"])
_HAN = frozenset(HAN_NUMERALS)
_NOTHING = Moment()

STARTS = {
    VI: clocks.STARTS[VI] | dates_vi.STARTS | _LEADS_VI,
    ZH: clocks.STARTS[ZH] | dates_zh.STARTS,
}
SECONDS: dict[Language, Seconds] = {VI: dates_vi.SECONDS, ZH: merged(clocks.SECONDS_ZH, dates_zh.SECONDS)}
_PART_STARTS = {VI: STARTS[VI] | VI_NUMBER_WORDS, ZH: STARTS[ZH]}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: clocks.HOUR_WORDS[VI] | frozenset([":", "/", ".", "-", "ngày", "tháng", "tết"]),
    ZH: clocks.HOUR_WORDS[ZH] | dates_zh.FOLLOWERS,
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


def ratio_doubt(moment: Moment) -> tuple[Ambiguity, ...]:
    """Name the other readings of 3/4: a ratio, and where it is less than one a fraction."""
    if moment.day is None or moment.month is None or moment.day > moment.month:
        return ()
    ratio = Ratio(Decimal(moment.day), Decimal(moment.month))
    fraction = (Fraction(moment.day, moment.month),) if moment.day < moment.month else ()
    return (Ambiguity(Doubt.DATE_OR_RATIO, (moment, ratio, *fraction)),)


def year_alone(tokens: Tokens, at: int) -> Found | None:
    """Read four digits that can be a year, without any word beside them."""
    word = tokens.words[at]
    if not word.isdecimal() or len(word) != _YEAR_DIGITS or int(word) not in _YEARS:
        return None
    return Found(at + 1, Moment(int(word)))


class _Parts:
    """The parts of a moment found so far, in any order."""

    __slots__ = ("clock", "count", "date", "day_part", "is_bare", "weekday")

    def __init__(self) -> None:
        self.count = 0
        self.date: Moment | None = None
        self.weekday: int | None = None
        self.day_part: DayPart | None = None
        self.clock: Clock | None = None
        self.is_bare = False

    def has_day(self) -> bool:
        return self.date is not None and self.date.day is not None

    def take(self, tokens: Tokens, at: int, language: Language) -> int | None:
        """Take the part that begins at a token; gives the index after it."""
        clock = read_clock(tokens, at, language) if self.clock is None else None
        if clock is not None and self._is_hour(tokens, clock[0]):
            self.clock = clock[1]
            return clock[0]
        if not tokens.words[at].isdecimal():
            named = self._take_name(tokens, at, language)
            if named is not None:
                return named
        date = (read_date_vi if language is VI else read_date_zh)(tokens, at) if self.date is None else None
        if date is None:
            return None
        end, self.date, self.is_bare = date
        return end

    def _take_name(self, tokens: Tokens, at: int, language: Language) -> int | None:
        """Take a part of a day or a weekday."""
        part = DAY_PARTS[language].at(tokens, at) if self.day_part is None else None
        if part is not None and self._stands_right(tokens, part[0], language):
            self.day_part = part[1]
            return part[0]
        weekday = (read_weekday_vi if language is VI else read_weekday_zh)(tokens, at)
        if weekday is not None and self.weekday is None:
            self.weekday = weekday[1]
            return weekday[0]
        return None

    def _is_hour(self, tokens: Tokens, end: int) -> bool:
        """Say whether 点 behind a number is an hour: 八点共识 is a consensus on eight points."""
        if tokens.words[end - 1] != "点" or self.has_day() or self.day_part is not None:
            return True
        after = tokens.words[end]
        return not after or after in _AFTER_HOUR or after < "\u2e80"

    def _stands_right(self, tokens: Tokens, end: int, language: Language) -> bool:
        # In zh a part of the day follows a date or precedes a time: 最晚2025年 is no evening.
        if language is VI or self.has_day() or self.weekday is not None:
            return True
        return read_clock(tokens, end, language) is not None

    def moment(self) -> Moment | None:
        """Put the parts together; a part of a day alone is no moment."""
        date, clock, part = self.date, self.clock, self.day_part
        if date is not None and clock is None and part is None and self.weekday is None:
            return date
        if date is None and clock is None and self.weekday is None:
            return None
        if clock is not None and part is not None:
            clock = by_24_hours(clock, part)
        date = date or _NOTHING
        known = (date.year, date.month, date.day, date.phase)
        return Moment(*known, self.weekday, part, clock, date.lunar, date.is_decade)


def _read_moment(tokens: Tokens, index: int, language: Language) -> Found | None:
    words, parts, starts = tokens.words, _Parts(), _PART_STARTS[language]
    is_led = language is VI and words[index] in _LEADS_VI
    at = end = index + is_led
    while parts.count < _PARTS_MAX and (words[at] in starts or _is_numeral(words[at], language)):
        part_end = parts.take(tokens, at, language)
        if part_end is None:
            break
        end, parts.count = part_end, parts.count + 1
        at = _past_filler(tokens, end, parts) if words[end] in _JOINTS else end
    moment = parts.moment() if parts.count else None
    if moment is None:
        return None
    is_single = parts.count == 1 and not is_led
    is_clock_only = parts.clock is not None and is_single and language is VI
    end = _closed(tokens, index, end, at) if words[end] == ")" else end
    return Found(end, moment, parts.is_bare and is_single, is_clock_only)


def _is_numeral(word: str, language: Language) -> bool:
    return word.isdecimal() or (language is ZH and word[:1] in _HAN)


def _past_filler(tokens: Tokens, at: int, parts: _Parts) -> int:
    """Pass over what joins two parts of a moment: "16:42, 27/03/2023", "26日（星期二）上午"."""
    word = tokens.words[at]
    if word == "," and tokens.words[at + 1] in ("lúc", "vào") and parts.has_day():
        return at + 2
    if word == ")":
        return at + ("(" in tokens.words[max(at - 4, 0) : at])
    return at + (not (word == "," and parts.clock is not None and parts.has_day()))


def _closed(tokens: Tokens, start: int, end: int, at: int) -> int:
    """Take the bracket along that closes 26日（星期二） and "Chủ nhật (22/11/2026)"."""
    if at < end:
        return end
    inner = tokens.words[start:end]
    return end + 1 if "(" in inner and ")" not in inner else end
