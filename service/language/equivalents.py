"""Other values that say the same as a value, in the words of the other language."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from service.language.phrases import DUTY_FREE, FEASTS, WHOLE
from service.language.values import (
    Bound,
    Change,
    Clock,
    Fixed,
    Fraction,
    Identifier,
    Moment,
    Multiple,
    Ordinal,
    Quantity,
    Ratio,
    Series,
    Span,
    SpanRole,
    Vague,
    Value,
)

PLAN, JUBILEE = "Quy hoạch 5 năm", "kỷ niệm"
# The noun of an ordinal that says "for the first time" and not the first of many: lần đầu tiên, 首次.
FIRST = "đầu tiên"
_HUNDRED = Decimal(100)
# A year that is no leap year, for the day after a day without a year.
_PLAIN_YEAR = 2023


def equivalents(value: Value) -> tuple[Value, ...]:
    """Return other values that say the same: gấp rưỡi is 增长50%, 7/10 is 七成, tổ số 4 is 第四组."""
    if isinstance(value, (Quantity, Multiple, Fraction)) and value.bound is Bound.CLOSE:
        return replace(value, bound=Bound.ABOUT), replace(value, bound=Bound.NEARLY)
    if isinstance(value, Quantity):
        return _of_quantity(value)
    if isinstance(value, Multiple):
        return _of_multiple(value)
    if isinstance(value, Fraction):
        percent = Quantity(_HUNDRED * value.part / value.whole, "percent", bound=value.bound)
        share = Ratio(Decimal(value.part), Decimal(value.whole))
        return percent, Multiple(Decimal(value.part) / value.whole, bound=value.bound), share
    if isinstance(value, Vague) and value.low is not None and value.high is not None:
        low, high = value.low * value.scale, value.high * value.scale
        return (Quantity(low, value.unit, bound=Bound.ABOUT, high=high), Quantity(low, value.unit, high=high))
    if isinstance(value, Moment):
        return _of_moment(value)
    if isinstance(value, Identifier):
        return _of_identifier(value)
    if isinstance(value, Fixed) and value.phrase in FEASTS:
        return (Moment(None, *FEASTS[value.phrase], lunar=True),)
    return _of_ordinal(value) if isinstance(value, Ordinal) else ()


def _of_quantity(value: Quantity) -> tuple[Value, ...]:
    if value == Quantity(_HUNDRED, "percent"):
        return (Fixed(WHOLE),)
    if value == Quantity(Decimal(0), "percent"):
        return (Fixed(DUTY_FREE),)
    if value.past and value.bound is Bound.NEARLY:
        return (replace(value, bound=Bound.EXACT),)  # 近两年来 says both
    # 十来天 is mươi lăm ngày: ten and some.
    is_ten = value == Quantity(Decimal(10), value.unit, bound=Bound.ABOUT)
    return (Quantity(Decimal(10), value.unit, high=Decimal(15)),) if is_ten else ()


def _of_multiple(value: Multiple) -> tuple[Value, ...]:
    if value.high is not None:
        return ()
    by = Quantity(abs(value.ratio - 1) * _HUNDRED, "percent", bound=value.bound)
    change = Change.UP if value.ratio >= 1 else Change.DOWN
    return replace(by, change=change), Quantity(value.ratio * _HUNDRED, "percent", bound=value.bound)


def _of_moment(value: Moment) -> tuple[Value, ...]:
    if value == Moment(clock=value.clock) and value.clock is not None and value.clock.minute is not None:
        return (Quantity(value.clock.hour + Decimal(value.clock.minute) / 60, "hour"),)
    if value.clock == Clock(24) and value.day is not None and value.month is not None:
        return _next_midnight(value.year, value.month, value.day)
    if value == Moment(value.year, value.month) and value.year and value.month:
        return Identifier(f"{value.month}/{value.year}"), Ratio(Decimal(value.month), Decimal(value.year))
    return ()


def _next_midnight(year: int | None, month: int, day: int) -> tuple[Value, ...]:
    if day > monthrange(year or _PLAIN_YEAR, month)[1]:
        return ()
    following = date(year or _PLAIN_YEAR, month, day) + timedelta(days=1)
    return (Moment(year and following.year, following.month, following.day, clock=Clock(0)),)


def _of_identifier(value: Identifier) -> tuple[Value, ...]:
    if not value.code.isdecimal():
        return ()
    if len(value.code) == 4:
        return (Moment(int(value.code)),)
    return (Ordinal(int(value.code), Series.PLACE),) if value.head == "no" and len(value.code) < 4 else ()


def _of_ordinal(value: Ordinal) -> tuple[Value, ...]:
    if value.noun == JUBILEE:
        return (Quantity(Decimal(value.number), "year"),)
    if value.noun == PLAN and value.number in PLANS:
        first, last = plan_years(value.number)
        return (Span(Moment(first), Moment(last), SpanRole.PERIOD),)
    return ()


# The numbers of the five-year plans that begin in years ending in 1 and 6.
PLANS = range(3, 40)


def plan_years(number: int) -> tuple[int, int]:
    """Return the first and the last year of a five-year plan of China: the 14th is of 2021 to 2025."""
    first = 1966 + 5 * (number - PLANS.start)
    return first, first + 4
