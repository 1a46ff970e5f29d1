"""Find every mention of a value in running text; the one entry to the readers."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.mentions import Ambiguity, Doubt, Mention, Reading
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
from service.language.values import Days, Fixed, Fraction, Moment, Period, Quantity, Ratio, Span, Value

Reader = Callable[[Tokens, int, Language], Reading | None]
_LEAP_YEAR = 2024
# What stands at a token depends on so many tokens before and behind it and on no others; texts repeat
# themselves, hostile ones most of all, and equal surroundings are read once.
_BEHIND, _AHEAD = 4, 80
_KNOWN_MAX = 4096
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
    starts = tokens.starts
    known: dict[tuple[str, str], _Found] = {}
    mentions: list[Mention] = []
    index = 0
    while index < tokens.count:
        if _readers_at(tokens, index, language) is None:
            index += 1
            continue
        start = starts[index]
        before = text[starts[index - _BEHIND] if index >= _BEHIND else 0 : start]
        surroundings = before, text[start : starts[min(index + _AHEAD, tokens.count)]]
        found = known.get(surroundings)
        if found is None:
            found = _read_at(tokens, index, language, context_year)
            if len(known) >= _KNOWN_MAX:
                known.clear()
            known[surroundings] = found
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


# The first of two that end at the same token wins: a span before its first date, a date before a code.
_READERS: tuple[tuple[Reader, dict[Language, frozenset[str]]], ...] = (
    (read_fixed, fixed.STARTS),
    (read_period, periods.STARTS),
    (read_span, spans.STARTS),
    (read_citation, citations.STARTS),
    (read_fraction, fractions.STARTS),
    (_moment, dates.STARTS),
    (read_multiple, multiples.STARTS),
    (read_ratio, ratios.STARTS),
    (read_ordinal, ordinals.STARTS),
    (read_quantity, heads.STARTS),
    (read_vague, vague.STARTS),
    (read_code, codes.STARTS),
)
_DIGIT_READERS: dict[Language, tuple[Reader, ...]] = {
    language: tuple(reader for reader, _ in _READERS if reader not in never)
    for language, never in (
        (Language.VI, (read_citation, read_vague, read_multiple, read_ordinal)),
        (Language.ZH, (read_citation, read_vague)),
    )
}
_HAN_READERS = tuple(reader for reader, _ in _READERS if reader not in (read_citation, read_code))
_NUMERALS = frozenset(HAN_NUMERALS)
_MARKS = frozenset("\n .,;:()/-+&_!?'\"%$")


def _dispatch(language: Language) -> dict[str, tuple[Reader, ...]]:
    firsts = {word for _, starts in _READERS for word in starts[language]} | fixed.SKIP_STARTS[language]
    return {word: tuple(reader for reader, starts in _READERS if word in starts[language]) for word in firsts}


_BY_FIRST = {language: _dispatch(language) for language in Language}


def _readers_at(tokens: Tokens, index: int, language: Language) -> tuple[Reader, ...] | None:
    word = tokens.words[index]
    if word[0] in "0123456789":
        return _DIGIT_READERS[language]
    if word[0] in _NUMERALS:
        return _HAN_READERS if language is Language.ZH else None
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


def _date_doubts(reading: Reading, context_year: int | None) -> tuple[Ambiguity, ...]:
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
