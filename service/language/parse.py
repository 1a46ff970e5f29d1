"""Find every mention of a value in running text; the one entry to the readers."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Ambiguity, Doubt, Mention, Reading
from service.language.number_words import VI_NUMBER_WORDS, read_number
from service.language.readers import (
    citations,
    codes,
    dates,
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
from service.language.readers.citations import read_citation
from service.language.readers.codes import may_begin_code, read_code
from service.language.readers.dates import read_moment
from service.language.readers.fixed import read_fixed, skip_word
from service.language.readers.fractions import read_fraction
from service.language.readers.multiples import read_multiple
from service.language.readers.ordinals import read_ordinal
from service.language.readers.periods import read_period
from service.language.readers.quantity import read_quantity
from service.language.readers.ratios import read_ratio
from service.language.readers.spans import read_span
from service.language.readers.vague import read_vague
from service.language.tokens import HAN_NUMERALS, Tokens
from service.language.values import (
    Days,
    Fixed,
    Fraction,
    Identifier,
    Moment,
    Period,
    Quantity,
    Ratio,
    Span,
    Value,
)

Reader = Callable[[Tokens, int, Language], Reading | None]
_LEAP_YEAR = 2024
# What stands at a token depends on so many tokens before and behind it and on no others; texts repeat
# themselves, hostile ones most of all, and equal surroundings are read once.
_BEHIND, _AHEAD = 4, 80
_KNOWN_MAX = 4096
_KINDS_MAX = 50_000
# Before "8 giờ" these say how long, not when.
_LASTING = frozenset(["trong", "suốt", "dài", "mất", "hết", "sau", "khoảng", "hơn", "gần"])


def parse(text: str, language: Language, context_year: int | None = None) -> list[Mention]:
    """Find every mention of a number, amount, date, time, ordinal, count or code.

    Args:
        text: Any string in any Unicode form; line breaks part mentions.
        language: The language whose rules of separators and words hold.
        context_year: The year that dates without one belong to where the caller knows it: they are then no
            doubt, and stay as written.

    Returns:
        Mentions in reading order without overlap, the longest at each place; offsets in code points of
        `text`, end exclusive.

    Source:
        numbers.md, rules 1 to 16.
    """
    tokens = Tokens(text)
    starts, words, count, kinds = tokens.starts, tokens.words, tokens.count, _KINDS[language]
    known: dict[tuple[int, str], _Found] = {}
    mentions: list[Mention] = []
    index = 0
    while index < count:
        kind = kinds[words[index]]
        if kind == _OTHER or (kind == _LETTERS and not may_begin_code(tokens, index)):
            index += 1
            continue
        start = starts[index]
        first = starts[index - _BEHIND] if index >= _BEHIND else 0
        surroundings = start - first, text[first : starts[min(index + _AHEAD, count)]]
        found = known.get(surroundings)
        if found is None:
            found = _read_at(tokens, index, language, context_year)
            if len(known) >= _KNOWN_MAX:
                known.clear()
            known[surroundings] = found
            tokens.forget()
        if found.mention is not None:
            length, value, doubts, is_soft = found.mention
            mentions.append(Mention(start, start + length, value, doubts, is_soft))
        index += found.step
    return mentions


def _moment(tokens: Tokens, index: int, language: Language) -> Reading | None:
    found = read_moment(tokens, index, language)
    if found is None:
        return None
    moment = found.moment
    if found.is_clock_only and moment.clock is not None and moment.clock.minute is None:
        hours = Quantity(Decimal(moment.clock.hour), "hour")
        if index and tokens.words[index - 1] in _LASTING:
            return Reading(found.end, hours)
        return Reading(found.end, moment, (Ambiguity(Doubt.TIME_OR_DURATION, (moment, hours)),))
    return Reading(found.end, moment, _ratio_doubt(moment) if found.is_bare else ())


def _ratio_doubt(moment: Moment) -> tuple[Ambiguity, ...]:
    if moment.day is None or moment.month is None or moment.day > moment.month:
        return ()
    ratio = Ratio(Decimal(moment.day), Decimal(moment.month))
    fraction = (Fraction(moment.day, moment.month),) if moment.day < moment.month else ()
    return (Ambiguity(Doubt.DATE_OR_RATIO, (moment, ratio, *fraction)),)


_ANYWHERE: dict[Language, frozenset[str] | None] = dict.fromkeys(Language)
_NOWHERE: dict[Language, frozenset[str]] = dict.fromkeys(Language, frozenset())
# Each with the tokens that it begins with and those that stand behind a numeral it begins with; None is any.
# The first of two that end at the same token wins: a span before its first date, a date before a code.
_READERS: tuple[
    tuple[Reader, dict[Language, frozenset[str]], Mapping[Language, frozenset[str] | None]], ...
] = (
    (read_fixed, fixed.STARTS, _NOWHERE),
    (read_period, periods.STARTS, periods.FOLLOWERS),
    (read_span, spans.STARTS, spans.FOLLOWERS),
    (read_citation, citations.STARTS, _NOWHERE),
    (read_fraction, fractions.STARTS, fractions.FOLLOWERS),
    (_moment, dates.STARTS, dates.FOLLOWERS),
    (read_multiple, multiples.STARTS, multiples.FOLLOWERS),
    (read_ratio, ratios.STARTS, ratios.FOLLOWERS),
    (read_ordinal, ordinals.STARTS, ordinals.FOLLOWERS),
    (read_quantity, heads.STARTS, _ANYWHERE),
    (read_vague, vague.STARTS, _ANYWHERE),
    (read_code, codes.STARTS, _ANYWHERE),
)
_FOLLOWERS = {
    language: frozenset().union(*(followers[language] or () for _, _, followers in _READERS))
    for language in Language
}
_NUMERALS = frozenset(HAN_NUMERALS)
_MARKS = frozenset("\n .,;:()/-+&_!?'\"%$")


def _dispatch(language: Language) -> dict[str, tuple[Reader, ...]]:
    firsts = {word for _, starts, _ in _READERS for word in starts[language]} | fixed.SKIP_STARTS[language]
    return {
        word: tuple(reader for reader, starts, _ in _READERS if word in starts[language]) for word in firsts
    }


_BY_FIRST = {language: _dispatch(language) for language in Language}


# What can begin at a token: nothing, a code of letters, a known word, a number.
_OTHER, _LETTERS, _WORD, _NUMERAL = range(4)


class _Kinds(dict[str, int]):
    """The kinds of the tokens seen before, in one language."""

    def __init__(self, language: Language) -> None:
        self._firsts = _BY_FIRST[language].keys()
        self._numerals = _NUMERALS if language is ZH else frozenset()
        self._words = VI_NUMBER_WORDS if language is VI else frozenset()

    def __missing__(self, word: str) -> int:
        if word[0] in "0123456789" or word[0] in self._numerals or word in self._words:
            kind = _NUMERAL
        elif word in self._firsts:
            kind = _WORD
        else:
            kind = _LETTERS if word[0] < "\u2e80" and word[0] not in _MARKS else _OTHER
        if len(self) < _KINDS_MAX and len(word) < 30:
            self[word] = kind
        return kind


_KINDS = {language: _Kinds(language) for language in Language}


def _at_numeral(tokens: Tokens, index: int, language: Language) -> tuple[Reader, ...]:
    """Choose by what stands behind the numeral itself and behind the number with its scales."""
    words, followers = tokens.words, _FOLLOWERS[language]
    word, beside = words[index], words[index + 1]
    number = read_number(tokens, index, language)
    behind = beside if number is None else words[number.end]
    never: Reader | None = read_vague if word.isdecimal() else read_code
    if language is VI and never is read_code and may_begin_code(tokens, index):
        never = None
    return _numeral_readers(
        language,
        never,
        word if word in _BY_FIRST[language] else "",
        beside if beside in followers else "",
        behind if behind in followers else "",
    )


@lru_cache(maxsize=_KNOWN_MAX)
def _numeral_readers(
    language: Language, never: Reader | None, word: str, beside: str, behind: str
) -> tuple[Reader, ...]:
    return tuple(
        reader
        for reader, starts, by_language in _READERS
        for followers in (by_language[language],)
        if reader is not never
        and (followers is None or word in starts[language] or beside in followers or behind in followers)
    )


def _readers_at(tokens: Tokens, index: int, language: Language) -> tuple[Reader, ...] | None:
    word = tokens.words[index]
    if _KINDS[language][word] == _NUMERAL:
        return _at_numeral(tokens, index, language)
    known = _BY_FIRST[language].get(word)
    if word[0] < "\u2e80" and word[0] not in _MARKS and may_begin_code(tokens, index):
        return (*(known or ()), read_code) if known is None or read_code not in known else known
    return known


def _longest(tokens: Tokens, index: int, language: Language, readers: tuple[Reader, ...]) -> Reading | None:
    best: Reading | None = None
    for reader in readers:
        reading = reader(tokens, index, language)
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
    return best


class _Found(NamedTuple):
    """What stands at a token, by offsets from it, so that equal surroundings are read once.

    Attributes:
        step: How many tokens to go on.
        mention: How many code points it is long, with its value, doubts and softness; None for no mention.
    """

    step: int
    mention: tuple[int, Value, tuple[Ambiguity, ...], bool] | None


def _read_at(tokens: Tokens, index: int, language: Language, context_year: int | None) -> _Found:
    readers = _readers_at(tokens, index, language)
    if readers is None:
        return _NOTHING
    reading = _longest(tokens, index, language, readers)
    skipped = skip_word(tokens, index, language)
    is_passed = skipped is not None and reading is not None and _loses(reading, skipped)
    if reading is None or is_passed:
        return _NOTHING if skipped is None else _Found(skipped - index, None)
    doubts = reading.ambiguities + _date_doubts(reading, context_year)
    length = tokens.ends[reading.end - 1] - tokens.starts[index]
    return _Found(reading.end - index, (length, reading.value, doubts, reading.is_soft))


def _loses(reading: Reading, skipped: int) -> bool:
    """Say whether a longer word that only looks like a number stands here instead (统一, một cách)."""
    return reading.end < skipped or (reading.end == skipped and not isinstance(reading.value, Fixed))


_NOTHING = _Found(1, None)
# What most mentions are; no doubt about a date is asked of them.
_DATELESS = (Quantity, Identifier, Ratio, Fraction, Fixed)


def _date_doubts(reading: Reading, context_year: int | None) -> tuple[Ambiguity, ...]:
    if isinstance(reading.value, _DATELESS):
        return ()
    moments = moments_of(reading.value)
    doubts: list[Ambiguity] = []
    is_yearless = any(m.year is None and (m.month or m.day) for m in moments)
    if isinstance(reading.value, Period):
        is_yearless = reading.value.year is None
    if is_yearless and context_year is None:
        doubts.append(Ambiguity(Doubt.YEAR_MISSING))
    if any(not _exists(moment) for moment in moments):
        doubts.append(Ambiguity(Doubt.NO_SUCH_DAY))
    elif any(not _weekday_fits(moment) for moment in moments):
        doubts.append(Ambiguity(Doubt.WEEKDAY_MISMATCH))
    return tuple(doubts)


def moments_of(value: Value) -> tuple[Moment, ...]:
    """Return the moments that a value is made of; none for anything but dates and times."""
    if isinstance(value, Moment):
        return (value,)
    if isinstance(value, Span):
        return (value.start,) if value.end is None else (value.start, value.end)
    return value.days if isinstance(value, Days) else ()


def _exists(moment: Moment) -> bool:
    if moment.day is None or moment.month is None or moment.lunar:
        return True
    return moment.day <= monthrange(moment.year or _LEAP_YEAR, moment.month)[1]


def _weekday_fits(moment: Moment) -> bool:
    if None in (moment.year, moment.month, moment.day, moment.weekday) or moment.lunar:
        return True
    day = date(moment.year or 0, moment.month or 0, moment.day or 0)
    return day.isoweekday() == moment.weekday
