"""Numbers without words: what stands in a run of digits and marks, told without asking every reader.

A run is digits with marks between them and no space: 12.345,6 or 8/15 or 3:2,5%. Where no word stands beside
it, its numbers, percentages, ranges, ratios, short dates and codes follow from its parts alone. Whatever else
may begin in it is left to the readers, which find the same there and ask for more.
"""

from decimal import Decimal
from functools import lru_cache
from operator import add
from typing import Final

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import NO_MENTION, Ambiguity, Reading
from service.language.number_digits import Number, of_chain
from service.language.readers import fixed
from service.language.readers.clocks import HOUR_WORDS
from service.language.readers.codes import RUN_MAX, is_numeric_code
from service.language.readers.dates import ratio_doubt
from service.language.readers.fractions import fraction_or_date
from service.language.readers.quantity import BARE_YEARS, separator_doubt
from service.language.readers.ratios import AGAINST, are_years, is_date_like
from service.language.readers.runs import Run
from service.language.readers.spans import completed
from service.language.tokens import Tokens
from service.language.values import Fixed, Identifier, Moment, Quantity, Ratio, Span, SpanRole, Value

_SEPARATORS, _DATE_MARKS, _CODE_MARKS = frozenset(".,"), frozenset("./"), frozenset("./-")
_MOMENT_MARKS = frozenset("./-:")
_HOURS = HOUR_WORDS[VI] | {":"}
_CODE_PARTS_MAX, _CHAIN_MAX = RUN_MAX // 2, 8
_YEAR_LENGTH, _YEAR_LENGTHS = 4, (2, 4)
_PERCENT = "%"
# Behind a pair of numbers these may make more of it: 4.8,5 and 3/4% and 1.2:3.
_LENGTHENING = frozenset(".,%:/-")
# What longer numbers say hardly comes again, and is not kept.
_SHORT, _KEPT_MAX = 3, 4096
# 24/7 and the like: a number and a mark that an expression of its own begins with.
_EXPRESSIONS = {
    language: frozenset(
        (first, second)
        for first, seconds in fixed.SECONDS[language].items()
        if first.isdecimal()
        for second in seconds or ()
    )
    for language in Language
}
DAYS, MONTHS = (
    frozenset(form.format(number) for number in range(1, most + 1) for form in ("{}", "{:02}"))
    for most in (31, 12)
)

_ASK: Final = Reading(0, Fixed(""))
_Doubts = tuple[Ambiguity, ...]
# The index of the last part of a number, its amount and readings as in `Number`.
_Number = tuple[int, Decimal, tuple[Decimal, ...]]


def read_bare(tokens: Tokens, run: Run, at: int, language: Language) -> Reading | None:
    """Read what begins at a part of a bare run.

    Args:
        tokens: A text.
        run: One of its runs.
        at: The index of a part.
        language: The language whose rules hold.

    Returns:
        What stands there; NO_MENTION where no reader can find anything, None where they are to be asked.
    """
    parts, marks = run.parts, run.marks
    mark = marks[at]
    if (parts[at], mark) in _EXPRESSIONS[language]:
        return None
    if mark not in _MOMENT_MARKS:
        return _of_number(run, at, language) or NO_MENTION
    found = _of_pair(tokens, run, at, language)
    if found is _ASK:
        return None
    if found is None or marks[at + 1] in _LENGTHENING or mark == "-":
        longer = _of_number(run, at, language)
        if longer is not None and (found is None or longer.end > found.end):
            found = longer
    if mark in _DATE_MARKS and (at == 0 or marks[at - 1] not in _CODE_MARKS):
        code = _code(run, at)
        if code is not None and (found is None or code.end > found.end):
            found = code
    return found or NO_MENTION


def _of_number(run: Run, at: int, language: Language) -> Reading | None:
    """Read the number that begins at a part, alone or with what the mark behind it joins to it."""
    number = _number(run.parts, run.marks, at, language)
    return None if number is None else _AT_MARK[run.marks[number[0]]](run, at, number, language)


def _of_pair(tokens: Tokens, run: Run, at: int, language: Language) -> Reading | None:
    """Read a date or span in vi (12/6, 4.8, 11-15/6), or a fraction in zh (1/3); _ASK where more may be."""
    parts, marks = run.parts, run.marks
    mark = marks[at]
    if _may_be_moment(parts, marks, at, language):
        return _ASK
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
        return _ASK
    span = _span(tokens, run, at + 2, (first, second), language) if marks[at + 1] == "-" else None
    return Reading(end, *_date(first, second)) if span is None else span


def _may_be_moment(parts: list[str], marks: list[str], at: int, language: Language) -> bool:
    """Say whether a time such as 16:42, a month or date with its year may begin at a part."""
    mark = marks[at]
    if mark not in _MOMENT_MARKS:
        return False
    first, second = parts[at], parts[at + 1]
    if mark == ":":
        return len(second) == 2 and len(first) <= 2
    if second not in MONTHS:
        return mark == "/" and len(second) == _YEAR_LENGTH and language is VI
    if len(first) == _YEAR_LENGTH:
        return True
    return marks[at + 1] == mark and language is VI and len(parts[at + 2]) in _YEAR_LENGTHS and first in DAYS


def _span(tokens: Tokens, run: Run, at: int, first: tuple[str, str], language: Language) -> Reading | None:
    """Read from a day, or a day and month, to the day and month that begin behind a dash."""
    parts, marks = run.parts, run.marks
    if len(parts[at]) == _YEAR_LENGTH or _may_be_moment(parts, marks, at, language):
        return _ASK
    if language is ZH or marks[at] not in _DATE_MARKS or marks[at + 1] == marks[at]:
        return None
    if parts[at + 1] not in MONTHS or parts[at] not in DAYS or first[0] not in DAYS:
        return None
    if _has_time_behind(tokens, run, at + 1):
        return _ASK
    span = _between(*first, parts[at], parts[at + 1])
    return None if span is None else Reading(run.first + 2 * at + 3, span)


@lru_cache(maxsize=_KEPT_MAX)
def _date(day: str, month: str) -> tuple[Value, _Doubts]:
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


def _number(parts: list[str], marks: list[str], at: int, language: Language) -> _Number | None:
    """Read the number that begins at a part with all that points and commas join to it."""
    if at and marks[at - 1] in _SEPARATORS:
        return None
    last = at
    while marks[last] in _SEPARATORS:
        last += 1
        if last - at > _CHAIN_MAX:
            return None
    if last == at:
        return at, Decimal(parts[at]), ()
    if last == at + 1 and len(parts[at]) + len(parts[last]) <= _SHORT:
        chain = _short_chain(parts[at], marks[at], parts[last], language)
    else:
        chain = of_chain(parts[at : last + 1], "".join(marks[at:last]), 0, language)
    return None if chain is None else (last, chain.amount, chain.readings)


@lru_cache(maxsize=_KEPT_MAX)
def _short_chain(first: str, mark: str, second: str, language: Language) -> Number | None:
    return of_chain([first, second], mark, 0, language)


def _alone(run: Run, at: int, number: _Number, _language: Language) -> Reading:
    last, amount, readings = number
    end = run.first + 2 * last + 1
    is_percent = run.marks[last] == _PERCENT
    if last == at:
        word = run.parts[at]
        value = _short_value(word, is_percent) if len(word) <= _SHORT else _value(word, is_percent)
        return Reading(end + is_percent, value)
    quantity = Quantity(amount, "percent" if is_percent else "")
    return Reading(end + is_percent, quantity, separator_doubt(readings, quantity) if readings else ())


def _value(word: str, is_percent: bool) -> Quantity | Identifier:  # noqa: FBT001 - by position in a cache
    if is_percent:
        return Quantity(Decimal(word), "percent")
    return (
        Identifier(word) if len(word) == _YEAR_LENGTH and int(word) in BARE_YEARS else Quantity(Decimal(word))
    )


_short_value = lru_cache(maxsize=_KEPT_MAX)(_value)


def _range(run: Run, at: int, number: _Number, language: Language) -> Reading:
    """Read 5-7% and 12-15."""
    last, low, readings = number
    high = _number(run.parts, run.marks, last + 1, language)
    if high is None or high[1] <= low:
        return _alone(run, at, number, language)
    unit, end = _unit(run, high[0])
    value = Quantity(low, unit, high=high[1])
    return Reading(end, value, separator_doubt(readings, value) if readings else ())


def _unit(run: Run, last: int) -> tuple[str, int]:
    """Return the unit behind the last part of a number, and the index of the token after both."""
    is_percent = run.marks[last] == _PERCENT
    return "percent" if is_percent else "", run.first + 2 * last + 1 + is_percent


def _against(run: Run, at: int, number: _Number, language: Language) -> Reading:
    """Read 1:50.000."""
    whole = _number(run.parts, run.marks, number[0] + 1, language)
    if whole is None or run.marks[whole[0]] == ":" or len(run.parts[at]) == _YEAR_LENGTH:
        return _alone(run, at, number, language)
    return Reading(run.first + 2 * whole[0] + 1, Ratio(number[1], whole[1], AGAINST))


def _over(run: Run, at: int, number: _Number, language: Language) -> Reading:
    """Read 34/35 and 8/12,5%."""
    last, part, _ = number
    whole = _number(run.parts, run.marks, last + 1, language)
    if whole is None or whole[1] < part:
        return _alone(run, at, number, language)
    unit, end = _unit(run, whole[0])
    if language is ZH:
        is_ratio = not are_years(part, run.parts[last + 1])
    else:
        is_ended = run.marks[whole[0]] != "/"
        is_ratio = bool(unit) or (is_ended and not is_date_like(part, whole[1], run.parts[whole[0]]))
    return Reading(end, Ratio(part, whole[1], unit)) if is_ratio else _alone(run, at, number, language)


_AT_MARK = {"": _alone, _PERCENT: _alone, "-": _range, ":": _against, "/": _over}


def _code(run: Run, at: int) -> Reading | None:
    """Read 1.2.3.4 and 700/5: all that points, dashes and slashes join, which is no number."""
    parts, marks, last = run.parts, run.marks, at
    while marks[last] in _CODE_MARKS and last - at < _CODE_PARTS_MAX - 1:
        last += 1
    if not is_numeric_code(marks[at], parts[at : last + 1]):
        return None
    joined = "".join(map(add, parts[at:last], marks[at:last]))
    return Reading(run.first + 2 * last + 1, Identifier(joined + parts[last]))
