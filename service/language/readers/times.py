"""Multiples and changes in times, which two readers read in two ways: tăng 2 lần."""

from decimal import Decimal

from service.core.languages import Language
from service.language.members import VI
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.values import Change, ChangeTimes, Fraction, Multiple, Quantity, Value


def read_times(quantity: Quantity, end: int, language: Language) -> Reading | None:
    """Read "tăng 2 lần" as the doubt it is, and "1,5 lần" as a multiple, which occasions cannot be."""
    if quantity.unit != "lần" or language is not VI:
        return None
    if quantity.change is not None:
        return read_change(end, ChangeTimes(quantity.amount, quantity.change, quantity.high, quantity.bound))
    if quantity.amount % 1:
        return Reading(end, Multiple(quantity.amount, bound=quantity.bound, high=quantity.high))
    return None


def read_change(end: int, times: ChangeTimes) -> Reading:
    """Read a change in times with all that it can mean."""
    return Reading(end, times, (Ambiguity(Doubt.CHANGE_TIMES, _readings(times)),))


def _readings(times: ChangeTimes) -> tuple[Value, ...]:
    """Return what "tăng 2 lần" can mean: to twice the base, by twice it, or on two occasions."""
    number, high, bound = times.times, times.high, times.bound
    on_occasions = (Quantity(number, "lần", (), bound, high, times.change),) if not number % 1 else ()
    if times.change is Change.UP:
        more = None if high is None else high + 1
        once, again = Multiple(number, bound=bound, high=high), Multiple(number + 1, bound=bound, high=more)
        return (once, again, *on_occasions)
    if high is not None:
        return on_occasions
    exact = (Multiple(1 / number),) if number in (Decimal(2), Decimal(4), Decimal(5)) else ()
    part = (Fraction(1, int(number)),) if not number % 1 and number > 1 else ()
    return (*exact, *part, *on_occasions)
