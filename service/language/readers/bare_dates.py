"""Pairs of numbers in a bare run: days and months in vi (12/6, 4.8, 11-15/6), fractions in zh (1/3)."""

from functools import lru_cache
from typing import Final

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Ambiguity, Reading
from service.language.readers.clocks import HOUR_WORDS
from service.language.readers.dates import ratio_doubt
from service.language.readers.fractions import fraction_or_date
from service.language.readers.runs import Run
from service.language.readers.spans import completed
from service.language.tokens import Tokens
from service.language.values import Fixed, Moment, Span, SpanRole, Value

_DATE_MARKS, _MOMENT_MARKS = frozenset("./"), frozenset("./-:")
_HOURS = HOUR_WORDS[VI] | {":"}
_YEAR_LENGTH, _YEAR_LENGTHS = 4, (2, 4)
_KEPT_MAX = 4096
DAYS, MONTHS = (
    frozenset(form.format(number) for number in range(1, most + 1) for form in ("{}", "{:02}"))
    for most in (31, 12)
)
ASK: Final = Reading(0, Fixed(""))
"""Returned where a time, a year or a word may make more of the numbers: the readers are to be asked."""


def read_pair(tokens: Tokens, run: Run, at: int, language: Language) -> Reading | None:
    """Read a date or span in vi (12/6, 4.8, 11-15/6), or a fraction in zh (1/3); ASK where more may be."""
    parts, marks = run.parts, run.marks
    mark = marks[at]
    if _may_be_moment(parts, marks, at, language):
        return ASK
    if mark == "-":
        return _span(tokens, run, at + 1, (parts[at], ""), language)
    if mark == ":" or marks[at + 1] == mark:
        return None
    first, second = parts[at], parts[at + 1]
    end = run.first + 2 * at + 3
    if language is ZH:
        fraction = fraction_or_date(first, second) if mark == "/" else None
        return None if fraction is None else Reading(end, *fraction)
    if second not in MONTHS or first not in DAYS:
        return None
    if _has_time_behind(tokens, run, at + 1):
        return ASK
    span = _span(tokens, run, at + 2, (first, second), language) if marks[at + 1] == "-" else None
    return Reading(end, *_date(first, second)) if span is None else span


def _may_be_moment(parts: list[str], marks: list[str], at: int, language: Language) -> bool:
    """Say whether a time such as 16:42, a month or date with its year may begin at a part."""
    mark = marks[at]
    if mark not in _MOMENT_MARKS:
        return False
    first, second = parts[at], parts[at + 1]
    if mark == ":":
        return len(second) == 2 and len(first) <= 2 and second < "60" and marks[at + 1] != mark
    if second not in MONTHS:
        return mark == "/" and language is VI and len(second) == _YEAR_LENGTH and first in MONTHS
    if marks[at + 1] != mark:
        return False
    if len(first) == _YEAR_LENGTH:
        return parts[at + 2] in DAYS
    return language is VI and len(parts[at + 2]) in _YEAR_LENGTHS and first in DAYS


def _span(tokens: Tokens, run: Run, at: int, first: tuple[str, str], language: Language) -> Reading | None:
    """Read from a day, or a day and month, to the day and month that begin behind a dash."""
    parts, marks = run.parts, run.marks
    is_year = len(first[0]) == _YEAR_LENGTH
    if not is_year and first[0] not in DAYS:
        return None
    if (is_year and len(parts[at]) == _YEAR_LENGTH) or _may_be_moment(parts, marks, at, language):
        return ASK
    if language is ZH or marks[at] not in _DATE_MARKS or marks[at + 1] == marks[at]:
        return None
    if is_year or parts[at + 1] not in MONTHS or parts[at] not in DAYS:
        return None
    if _has_time_behind(tokens, run, at + 1):
        return ASK
    span = _between(*first, parts[at], parts[at + 1])
    return None if span is None else Reading(run.first + 2 * at + 3, span)


@lru_cache(maxsize=_KEPT_MAX)
def _date(day: str, month: str) -> tuple[Value, tuple[Ambiguity, ...]]:
    moment = Moment(month=int(month), day=int(day))
    return moment, ratio_doubt(moment)


@lru_cache(maxsize=_KEPT_MAX)
def _between(day: str, month: str, last_day: str, last_month: str) -> Span | None:
    first = Moment(month=int(month) if month else None, day=int(day))
    ends = completed(first, Moment(month=int(last_month), day=int(last_day)))
    return None if ends is None else Span(*ends, SpanRole.PLAIN)


def _has_time_behind(tokens: Tokens, run: Run, last: int) -> bool:
    """Say whether a time may stand behind the date that ends with a part."""
    parts, marks = run.parts, run.marks
    mark = marks[last]
    if mark == ",":
        return marks[last + 1] == ":" and len(parts[last + 2]) == 2
    return not mark and _begins_time(tokens, run.until)


def _begins_time(tokens: Tokens, at: int) -> bool:
    words = tokens.words
    behind = words[at]
    if behind == ",":
        at += 1
    elif not behind.isdecimal():
        return behind == ")"
    return not words[at].isdecimal() or words[at + 1] in _HOURS
