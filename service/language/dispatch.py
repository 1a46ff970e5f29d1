"""Which readers may find something at a token: by what stands there and directly behind it."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.number_words import NUMBER_GOES_ON, VI_NUMBER_WORDS, read_number
from service.language.openings import ANY_NUMERAL, ANY_PART, Seconds, is_numeral, is_open, is_part
from service.language.readers import (
    citations,
    codes,
    dates,
    dates_zh,
    fixed,
    fractions,
    heads,
    multiples,
    ordinals,
    periods,
    ratios,
    spans,
    vague,
)
from service.language.readers.bare_dates import MONTHS
from service.language.readers.citations import read_citation
from service.language.readers.codes import is_plain_number, may_begin_code, read_code
from service.language.readers.dates import ratio_doubt, read_moment
from service.language.readers.fixed import read_fixed
from service.language.readers.fractions import read_fraction
from service.language.readers.multiples import read_multiple
from service.language.readers.ordinals import read_ordinal
from service.language.readers.periods import read_period
from service.language.readers.quantity import read_quantity
from service.language.readers.ratios import read_ratio
from service.language.readers.simple import DATE_MARKS, Reader, may_be_date, read_simple
from service.language.readers.spans import read_span
from service.language.readers.vague import read_vague
from service.language.tokens import HAN_NUMERALS, NO_DATE, YEAR_OF_MONTH, Tokens
from service.language.values import Clock, Moment, Quantity

# What can begin at a token: nothing, a code of letters, a known word of letters or of Han, a number.
OTHER, LETTERS, WORD, HAN_WORD, NUMERAL = range(5)
_KINDS_MAX, _CHOICES_MAX = 50_000, 4096
# Digits and letters so short come again.
_OFTEN = 2
# Before "8 giờ" these say how long, not when.
_LASTING_FORMS = (
    "trong vòng suốt dài mất hết sau khoảng hơn gần thêm chậm sớm muộn trễ liền tục chờ nghỉ tổng cộng cả"
)
_LASTING = frozenset(_LASTING_FORMS.split())
# "khoảng 8 giờ 30 phút" is about half past eight.
_NEAR = frozenset(["sau", "khoảng", "hơn", "gần"])
# 8h30 and 8:30 are times of day in any case.
_SPELT = frozenset(["giờ", "phút", "h", "g", "rưỡi", "đúng"])


def _moment(tokens: Tokens, index: int, language: Language) -> Reading | None:
    found = read_moment(tokens, index, language)
    if found is None:
        return None
    moment = found.moment
    hours = _hours(moment.clock) if found.is_clock_only and moment.clock is not None else None
    if hours is not None and tokens.words[found.end - 1] in _SPELT:
        is_full_hour = moment.clock is not None and moment.clock.minute is None
        if index and tokens.words[index - 1] in (_LASTING if is_full_hour else _LASTING - _NEAR):
            return Reading(found.end, hours)
        if is_full_hour:
            return Reading(found.end, moment, (Ambiguity(Doubt.TIME_OR_DURATION, (moment, hours)),))
    if tokens.words[found.end] == "前" and moment == Moment(day=moment.day):
        days = Quantity(Decimal(moment.day or 0), "day")
        return Reading(found.end, moment, (Ambiguity(Doubt.DAY_OR_DURATION, (moment, days)),))
    # 五一 and 十一 before a holiday: Vietnamese papers often name the feast alone.
    is_soft = found.end == index + 1 and tokens.words[index] in dates_zh.HOLIDAYS
    return Reading(found.end, moment, ratio_doubt(moment) if found.is_bare else (), is_soft)


def _hours(clock: Clock) -> Quantity | None:
    """Return how long a time of day is as a duration; None where it is no exact number of hours."""
    minutes = Decimal(clock.minute or 0)
    return None if minutes * 5 % 3 else Quantity(clock.hour + minutes / 60, "hour")


_ANYWHERE: dict[Language, frozenset[str] | None] = dict.fromkeys(Language)
_NOWHERE: dict[Language, frozenset[str]] = dict.fromkeys(Language, frozenset())


class _Row(NamedTuple):
    """A reader with what it can begin with.

    Attributes:
        starts: The tokens that it begins with.
        seconds: What can stand behind those of them that say so.
        followers: What stands behind a numeral that it begins with; None is anything.
    """

    reader: Reader
    starts: Mapping[Language, frozenset[str]]
    seconds: Mapping[Language, Seconds]
    followers: Mapping[Language, frozenset[str] | None]

    def opens(self, word: str, second: str, language: Language) -> bool:
        """Say whether it can begin with two tokens."""
        return word in self.starts[language] and is_open(second, self.seconds[language].get(word), language)


# The first of two that end at the same token wins: a span before its first date, a date before a code.
READERS = (
    _Row(read_fixed, fixed.STARTS, fixed.SECONDS, _NOWHERE),
    _Row(read_period, periods.STARTS, periods.SECONDS, periods.FOLLOWERS),
    _Row(read_span, spans.STARTS, spans.SECONDS, spans.FOLLOWERS),
    _Row(read_citation, citations.STARTS, citations.SECONDS, _NOWHERE),
    _Row(read_fraction, fractions.STARTS, fractions.SECONDS, fractions.FOLLOWERS),
    _Row(_moment, dates.STARTS, dates.SECONDS, dates.FOLLOWERS),
    _Row(read_multiple, multiples.STARTS, multiples.SECONDS, multiples.FOLLOWERS),
    _Row(read_ratio, ratios.STARTS, ratios.SECONDS, ratios.FOLLOWERS),
    _Row(read_ordinal, ordinals.STARTS, ordinals.SECONDS, ordinals.FOLLOWERS),
    _Row(read_quantity, heads.STARTS, heads.SECONDS, _ANYWHERE),
    _Row(read_vague, vague.STARTS, vague.SECONDS, _ANYWHERE),
    _Row(read_code, codes.STARTS, codes.SECONDS, _ANYWHERE),
)
_FOLLOWERS = {
    language: frozenset().union(*(row.followers[language] or () for row in READERS)) for language in Language
}
_NEVER: tuple[Reader, ...] = ()
_NO_LETTERS: tuple[Reader, ...] = (read_code,)
_NO_COUNT: tuple[Reader, ...] = (read_vague,)
_NO_CODE: tuple[Reader, ...] = (read_vague, read_code)
_NO_NUMBER: tuple[Reader, ...] = (read_vague, read_code, read_quantity, read_ratio, read_fraction)
_NUMERALS = frozenset(HAN_NUMERALS)
_MARKS = frozenset("\n .,;:()/-+&_!?'\"%$")


_FIRSTS = {
    language: frozenset().union(*(row.starts[language] for row in READERS), fixed.SKIP_STARTS[language])
    for language in Language
}


class _Openings(dict[tuple[str, str], tuple[Reader, ...] | None]):
    """The readers that can begin with two tokens, in one language; None where not even a word to skip can."""

    def __init__(self, language: Language) -> None:
        self._language = language
        tables = [row.seconds[language] for row in READERS] + [fixed.SKIP_SECONDS[language]]
        self._named = frozenset().union(*(seconds or () for table in tables for seconds in table.values()))

    def __missing__(self, pair: tuple[str, str]) -> tuple[Reader, ...] | None:
        language, (word, second) = self._language, pair
        if second and second not in self._named:
            # One entry for all numbers, one for all letters: a text can hold any number of them.
            any_of = ANY_NUMERAL if is_numeral(second, language) else ANY_PART if is_part(second) else ""
            found = self[word, any_of if any_of in self._named else ""]
            return self._keep(pair, found) if len(second) <= _OFTEN else found
        readers = tuple(row.reader for row in READERS if row.opens(word, second, language))
        skips = word in fixed.SKIP_STARTS[language] and is_open(
            second, fixed.SKIP_SECONDS[language].get(word), language
        )
        return self._keep(pair, readers if readers or skips else None)

    def _keep(self, pair: tuple[str, str], found: tuple[Reader, ...] | None) -> tuple[Reader, ...] | None:
        if len(self) < _KINDS_MAX:
            self[pair] = found
        return found


_OPENINGS = {language: _Openings(language) for language in Language}


class _Kinds(dict[str, int]):
    """The kinds of the tokens seen before, in one language."""

    def __init__(self, language: Language) -> None:
        self._firsts = _FIRSTS[language]
        self._numerals = _NUMERALS if language is ZH else frozenset()
        self._words = VI_NUMBER_WORDS if language is VI else frozenset()

    def __missing__(self, word: str) -> int:
        if word[0] in "0123456789" or word[0] in self._numerals or word in self._words:
            kind = NUMERAL
        elif word[0] < "\u2e80" and word[0] not in _MARKS:
            kind = WORD if word in self._firsts else LETTERS
        else:
            kind = HAN_WORD if word in self._firsts else OTHER
        if len(self) < _KINDS_MAX and len(word) < 30:
            self[word] = kind
        return kind


_KINDS = {language: _Kinds(language) for language in Language}


def kinds(language: Language) -> Mapping[str, int]:
    """What can begin at each token of a language, by its word."""
    return _KINDS[language]


def openings(language: Language) -> Mapping[tuple[str, str], tuple[Reader, ...] | None]:
    """The readers that can begin with two tokens of a language; None for two that mean nothing."""
    return _OPENINGS[language]


def _at_numeral(tokens: Tokens, index: int, language: Language) -> tuple[Reader, ...]:
    """Choose by what stands behind the numeral itself and behind the number with its scales."""
    words, followers = tokens.words, _FOLLOWERS[language]
    word, beside = words[index], words[index + 1]
    is_digits = word.isdecimal()
    behind = beside
    if not is_digits or beside in NUMBER_GOES_ON[language]:
        number = read_number(tokens, index, language)
        behind = beside if number is None else words[number.end]
    if language is ZH and _is_dated(word, beside):
        never = _NO_NUMBER
        if beside == "年" and words[index + 3] == "月" and words[index + 2] in MONTHS:
            beside = behind = YEAR_OF_MONTH
    elif is_digits:
        never = _NO_CODE if is_plain_number(tokens, index, language) else _NO_COUNT
        if beside in DATE_MARKS and not may_be_date(tokens, index, language):
            beside += NO_DATE
        if behind in DATE_MARKS:
            behind += NO_DATE
    else:
        never = _NEVER if language is VI and may_begin_code(tokens, index) else _NO_LETTERS
    return _numeral_readers(
        language,
        never,
        (_OPENINGS[language][word, words[index + 1]] or _NEVER) if word in _FIRSTS[language] else _NEVER,
        beside if beside in followers else "",
        behind if behind in followers else "",
    )


def _is_dated(word: str, beside: str) -> bool:
    """Say whether a numeral is the year or the month that it is called: 2023年, 3月."""
    return (beside == "月" and word in MONTHS) or (
        beside == "年" and len(word) == 4 and word[0] in "12" and word.isdecimal()
    )


@lru_cache(maxsize=_CHOICES_MAX)
def _numeral_readers(
    language: Language, never: tuple[Reader, ...], opened: tuple[Reader, ...], beside: str, behind: str
) -> tuple[Reader, ...]:
    return tuple(
        row.reader
        for row in READERS
        for followers in (row.followers[language],)
        if row.reader not in never
        and (followers is None or row.reader in opened or beside in followers or behind in followers)
    )


def read_at_once(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a number where what stands beside it leaves no other reader to ask."""
    words, first = tokens.words, tokens.words[index]
    if first in _FIRSTS[language] and _OPENINGS[language][first, words[index + 1]] is not None:
        return None
    return read_simple(tokens, index, language, _FOLLOWERS[language])


def readers_at(tokens: Tokens, index: int, language: Language) -> tuple[Reader, ...] | None:
    """Return the readers to try at a token in the order in which the first of equals wins; None for none."""
    word = tokens.words[index]
    if _KINDS[language][word] == NUMERAL:
        return _at_numeral(tokens, index, language)
    known = _OPENINGS[language][word, tokens.words[index + 1]] if word in _FIRSTS[language] else None
    if _KINDS[language][word] != HAN_WORD and may_begin_code(tokens, index):
        return (*(known or ()), read_code) if known is None or read_code not in known else known
    return known
