"""What two values must share to be the same in two languages, and what either may leave open."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from service.language.nouns import NUMBERED
from service.language.readers.markers import codes_of
from service.language.units import UNITS, family, kind_of
from service.language.values import (
    Bound,
    ChangeTimes,
    Citation,
    Citations,
    Clock,
    Days,
    Fixed,
    Fraction,
    Identifier,
    Moment,
    Multiple,
    Ordinal,
    Period,
    Phase,
    Quantity,
    Ratio,
    Series,
    Span,
    SpanRole,
    Vague,
    Value,
)

_YEAR_MONTHS = 12
# The type of an influenza virus goes without saying with its subtype: A/H5N1, 甲型H5N1.
_FLU = re.compile(r"A/(H\d{1,2}N\d{1,2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest thing that is compared; a date with a time is two.

    Attributes:
        key: What two atoms must have in common to be compared at all.
        exact: What both must say alike.
        open: What one of them may leave unsaid: None agrees with anything.
    """

    key: tuple[object, ...]
    exact: tuple[object, ...] = ()
    open: tuple[object, ...] = ()


def is_lenient_match(first: Atom, second: Atom) -> bool:
    """Say whether an atom of a Vietnamese text and one of a Chinese text agree where both speak."""
    if first.key != second.key or first.exact != second.exact or len(first.open) != len(second.open):
        return False
    return all(a is None or b is None or _agree(a, b) for a, b in zip(first.open, second.open, strict=True))


def _agree(first: object, second: object) -> bool:
    if isinstance(first, Series) and isinstance(second, Series):
        return first is second or Series.PLACE in (first, second) or (first, second) in _SERIES_ALIKE
    if isinstance(first, tuple) and isinstance(second, tuple):
        return _agree_per(first, second)
    return first == second


def _agree_per(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    """Say whether two rates are alike: one may leave out for whom it is (30.000 NDT/năm, 每人每年)."""
    times = [[unit for unit in per if unit in UNITS] for per in (first, second)]
    heads = [[unit for unit in per if unit not in UNITS] for per in (first, second)]
    return first == second or (times[0] == times[1] != [] and not all(heads))


# (vi, zh): a bare "lần thứ" can be 次, 届 of a fair, 轮 or 批; khóa is 届 or 期 and never 次.
_SERIES_ALIKE = frozenset(
    [
        (Series.SESSION, Series.TERM),
        (Series.SESSION, Series.FAIR),
        (Series.SESSION, Series.ROUND),
        (Series.SESSION, Series.BATCH),
        (Series.FAIR, Series.TERM),
        (Series.FAIR, Series.SESSION),
        (Series.TERM, Series.FAIR),
        (Series.TERM, Series.BATCH),
        (Series.ROUND, Series.SESSION),
        (Series.BATCH, Series.SESSION),
        (Series.BATCH, Series.ROUND),
    ]
)


def atoms(value: Value, year: int | None = None) -> list[Atom]:
    """Return what a value says, in the parts that are compared.

    Args:
        value: Any value.
        year: The year of dates without one.
    """
    if isinstance(value, Quantity):
        return [_quantity(value)]
    if isinstance(value, Moment):
        return _moment(value, year)
    if isinstance(value, Citations):
        return _citations(value)
    if isinstance(value, Identifier) and value.head == "marker":
        return [_identifier(replace(value, code=code)) for code in codes_of(value.code)]
    if isinstance(value, Days):
        return [atom for day in value.days for atom in _moment(day, year)]
    if isinstance(value, Span):
        return _span(value, year)
    if isinstance(value, Multiple) and value.base_year is not None:
        # zh parts the base from the multiple: 比2022年翻一番.
        return [_other(value), *_moment(Moment(value.base_year), None)]
    if isinstance(value, Period):
        return [_months(value.year or year, value.first, value.last)]
    return [_other(value)]


def _citations(value: Citations) -> list[Atom]:
    if not value.is_range:
        return [_exact(place) for place in value.places]
    return [Atom(("citations", *(_exact(place).key for place in value.places)))]


def _quantity(value: Quantity) -> Atom:
    amount, high, unit = value.amount, value.high, value.unit
    kind = kind_of(unit)
    said: tuple[object, ...] = (value.bound, value.past)
    per = value.per or None
    change = (value.change, value.same_period or None)
    if kind in ("count", "number"):
        group = None if kind == "number" else family(unit)
        return Atom(("number", amount, high), said, (group, per, *change))
    factor, base = UNITS[unit].factor, UNITS[unit].base
    scaled = amount * factor, None if high is None else high * factor
    return Atom((kind, base, *scaled), said, (per, *change))


def _moment(value: Moment, year: int | None) -> list[Atom]:
    found = []
    if value.month is not None and value.year is None:
        value = replace(value, year=year)
    phase = Phase.LATE if value.phase is Phase.END else value.phase
    date = (value.year, value.month, value.day, phase, value.lunar, value.is_decade)
    if any(part is not None for part in date[:4]):
        part = None if value.clock is not None else value.day_part
        found.append(Atom(("date", *date), (part,), (value.weekday,)))
    elif value.weekday is not None:
        found.append(Atom(("weekday", value.weekday)))
    if value.clock is not None:
        found.append(Atom(("clock", value.clock.hour, value.clock.minute or 0)))
    return found


def _span(value: Span, year: int | None) -> list[Atom]:
    start, end = value.start, value.end
    if end is None and value.role is SpanRole.ONWARD:
        return _moment(start, year)
    if end is None:
        return [Atom(("since", start.year, start.month, start.day))]
    if _is_month(start) and _is_month(end) and start.year == end.year and start.month and end.month:
        return [_months(start.year or year, start.month, end.month)]
    if start.clock is not None and end.clock is not None and start.day == end.day:
        return [
            *_moment(replace(start, clock=None, day_part=None), year),
            Atom(("clocks", _clock(start.clock), _clock(end.clock))),
        ]
    if _are_neighbours(start, end):
        return _moment(start, year) + _moment(end, year)
    return [Atom(("span", tuple(_moment(start, year)), tuple(_moment(end, year))))]


def _clock(clock: Clock) -> tuple[int, int]:
    return clock.hour, clock.minute or 0


def _is_month(moment: Moment) -> bool:
    return moment == Moment(moment.year, moment.month)


def _are_neighbours(start: Moment, end: Moment) -> bool:
    """Say whether a span is two days, which other papers write as "11 và 12"."""
    is_plain = start.day is not None and end.day is not None and start.clock is None and end.clock is None
    is_same_month = (start.year, start.month) == (end.year, end.month)
    return is_plain and is_same_month and (end.day or 0) - (start.day or 0) == 1


def _months(year: int | None, first: int, last: int) -> Atom:
    if (first, last) == (1, _YEAR_MONTHS):
        return Atom(("date", year, None, None, None, False, False), (None,), (None,))
    return Atom(("months", year, first, last))


def _other(value: Value) -> Atom:
    if isinstance(value, Ordinal):
        noun = NUMBERED.get(value.noun)
        return Atom(("ordinal", value.number), (), (value.series if noun is None else noun.series,))
    if isinstance(value, Multiple):
        return Atom(("multiple", value.ratio, value.high), (value.bound,), (value.same_period or None,))
    if isinstance(value, Identifier):
        return _identifier(value)
    return _exact(value)


def _identifier(value: Identifier) -> Atom:
    if value.code.isdecimal() and len(value.code) <= 18 and not value.code.startswith("0"):
        return Atom(("number", Decimal(value.code), None), (Bound.EXACT, False), (None, None, None, None))
    flu = _FLU.fullmatch(value.code)
    return Atom(("code", (flu[1] if flu else value.code).lower()))


def _exact(value: Value) -> Atom:
    if isinstance(value, Vague):
        return Atom(("vague", value.scale), (), (family(value.unit) if value.unit else None,))
    if isinstance(value, Ratio):
        return Atom(("ratio", value.part, value.whole), (), (family(value.unit) if value.unit else None,))
    if isinstance(value, Fraction):
        return Atom(("fraction", value.part, value.whole), (value.bound,))
    if isinstance(value, Citation):
        return Atom(("citation", value.article, value.clause, value.point))
    if isinstance(value, ChangeTimes):
        return Atom(("times", value.times, value.change, value.high), (value.bound,))
    return Atom(("fixed", value.phrase if isinstance(value, Fixed) else repr(value)))
