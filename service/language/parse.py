"""Find every mention of a value in running text; the one entry to the readers."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from service.core.languages import Language
from service.language.mentions import Ambiguity, Doubt, Mention, Reading
from service.language.readers.codes import read_code
from service.language.readers.dates import read_moment
from service.language.readers.fixed import read_fixed, skip_word
from service.language.readers.fractions import read_fraction
from service.language.readers.multiples import read_multiple
from service.language.readers.ordinals import read_citation, read_ordinal
from service.language.readers.periods import read_period
from service.language.readers.quantity import read_quantity
from service.language.readers.ratios import read_ratio
from service.language.readers.spans import read_span
from service.language.readers.vague import read_vague
from service.language.tokens import Tokens
from service.language.values import Days, Fraction, Moment, Period, Quantity, Ratio, Span, Value

Reader = Callable[[Tokens, int, Language], Reading | None]
_LEAP_YEAR = 2024
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
    mentions: list[Mention] = []
    index, last = 0, tokens.count
    while index < last:
        reading = _longest(tokens, index, language)
        skipped = skip_word(tokens, index, language)
        if reading is not None and (skipped is None or reading.end > skipped):
            mentions.append(_mention(tokens, index, reading, context_year))
            index = reading.end
        else:
            index = index + 1 if skipped is None else skipped
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
_READERS: tuple[Reader, ...] = (
    read_fixed,
    read_period,
    read_span,
    read_citation,
    read_fraction,
    _moment,
    read_multiple,
    read_ratio,
    read_ordinal,
    read_quantity,
    read_vague,
    read_code,
)


def _longest(tokens: Tokens, index: int, language: Language) -> Reading | None:
    best: Reading | None = None
    for reader in _READERS:
        reading = reader(tokens, index, language)
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
    return best


def _mention(tokens: Tokens, index: int, reading: Reading, context_year: int | None) -> Mention:
    doubts = reading.ambiguities + _date_doubts(reading, context_year)
    return Mention(tokens.starts[index], tokens.ends[reading.end - 1], reading.value, doubts, reading.is_soft)


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
