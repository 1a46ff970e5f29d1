"""Numbers without words: what stands in a run of digits and marks, told without asking every reader.

A run is digits with marks between them and no space: 12.345,6 or 8/15 or 3:2,5%. Where no word stands beside
it, its numbers, percentages, ranges, ratios, short dates and codes follow from its parts alone. Whatever else
may begin in it is left to the readers, which find the same there and ask for more.
"""

from decimal import Decimal
from functools import lru_cache
from operator import add

from service.core.languages import Language
from service.language.members import ZH
from service.language.mentions import NO_MENTION, Ambiguity, Reading
from service.language.number_digits import Number, of_chain
from service.language.readers import fixed
from service.language.readers.bare_dates import ASK, read_pair
from service.language.readers.codes import RUN_MAX, is_numeric_code
from service.language.readers.quantity import BARE_YEARS, separator_doubt
from service.language.readers.ratios import AGAINST, are_years, is_date_like
from service.language.readers.runs import Run
from service.language.tokens import Tokens
from service.language.values import Identifier, Quantity, Ratio

_SEPARATORS, _DATE_MARKS, _CODE_MARKS = frozenset(".,"), frozenset("./"), frozenset("./-")
_JOINING, _MOMENT_MARKS = frozenset(".,/:-"), frozenset("./-:")
_CODE_PARTS_MAX, _CHAIN_MAX = RUN_MAX // 2, 8
_YEAR_LENGTH = 4
_PERCENT = "%"
# Behind a pair of numbers these may make more of it: 4.8,5 and 3/4% and 1.2:3.
_LENGTHENING = frozenset(".,%:/-")
_EXPRESSION_MARKS = frozenset("/%")
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
    if mark in _EXPRESSION_MARKS and (parts[at], mark) in _EXPRESSIONS[language]:
        return None
    if mark not in _JOINING:
        is_inside = at > 0 and marks[at - 1] in _SEPARATORS
        return NO_MENTION if is_inside else _one_part(run, at, parts[at], mark)
    if mark not in _MOMENT_MARKS:
        return _of_number(run, at, language) or NO_MENTION
    found = read_pair(tokens, run, at, language)
    if found is ASK:
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


def _one_part(run: Run, at: int, word: str, mark: str) -> Reading:
    return Reading(run.first + 2 * at + 1 + (mark == _PERCENT), value_of_part(word, mark))


def value_of_part(word: str, mark: str = "") -> Quantity | Identifier:
    """Return what digits say with the mark behind them; four of them can be a year."""
    return _short_value(word, mark) if len(word) <= _SHORT else _value(word, mark)


def _value(word: str, mark: str) -> Quantity | Identifier:
    if mark == _PERCENT:
        return Quantity(Decimal(word), "percent")
    is_year = len(word) == _YEAR_LENGTH and int(word) in BARE_YEARS
    return Identifier(word) if is_year else Quantity(Decimal(word))


_short_value = lru_cache(maxsize=_KEPT_MAX)(_value)


def _alone(run: Run, at: int, number: _Number, language: Language) -> Reading:
    last, amount, readings = number
    mark = run.marks[last]
    if last == at:
        return _one_part(run, at, run.parts[at], mark)
    unit, end = _unit(run, last)
    is_short = _is_short(run.parts, at, last)
    kept = (
        _short_quantity(run.parts[at], run.marks[at], run.parts[last], unit, language) if is_short else None
    )
    return Reading(end, *(kept or quantity_with_doubt(amount, None, unit, readings)))


@lru_cache(maxsize=_KEPT_MAX)
def _short_quantity(
    first: str, mark: str, second: str, unit: str, language: Language
) -> tuple[Quantity, _Doubts] | None:
    chain = _short_chain(first, mark, second, language)
    return None if chain is None else quantity_with_doubt(chain.amount, None, unit, chain.readings)


def quantity_with_doubt(
    low: Decimal, high: Decimal | None, unit: str, readings: tuple[Decimal, ...]
) -> tuple[Quantity, _Doubts]:
    """Return a number, range or percentage with the doubt about its separator."""
    quantity = Quantity(low, unit, high=high)
    return quantity, separator_doubt(readings, quantity) if readings else ()


def _unit(run: Run, last: int) -> tuple[str, int]:
    """Return the unit behind the last part of a number, and the index of the token after both."""
    is_percent = run.marks[last] == _PERCENT
    return "percent" if is_percent else "", run.first + 2 * last + 1 + is_percent


def _range(run: Run, at: int, number: _Number, language: Language) -> Reading:
    """Read 5-7% and 12-15."""
    last, low, readings = number
    high = _number(run.parts, run.marks, last + 1, language)
    if high is None or high[1] <= low:
        return _alone(run, at, number, language)
    unit, end = _unit(run, high[0])
    if _is_short(run.parts, at, high[0]):
        return Reading(end, _short_range(run.parts[at], run.parts[at + 1], unit))
    return Reading(end, *quantity_with_doubt(low, high[1], unit, readings))


def _is_short(parts: list[str], at: int, last: int) -> bool:
    """Say whether a mention is two parts so short that they come again."""
    return last == at + 1 and len(parts[at]) + len(parts[last]) <= _SHORT


@lru_cache(maxsize=_KEPT_MAX)
def _short_range(low: str, high: str, unit: str) -> Quantity:
    return Quantity(Decimal(low), unit, high=Decimal(high))


@lru_cache(maxsize=_KEPT_MAX)
def _short_ratio(part: str, whole: str, unit: str) -> Ratio:
    return Ratio(Decimal(part), Decimal(whole), unit)


def _against(run: Run, at: int, number: _Number, language: Language) -> Reading:
    """Read 1:50.000."""
    whole = _number(run.parts, run.marks, number[0] + 1, language)
    if whole is None or run.marks[whole[0]] == ":" or len(run.parts[at]) == _YEAR_LENGTH:
        return _alone(run, at, number, language)
    end = run.first + 2 * whole[0] + 1
    return Reading(end, _ratio(run.parts, at, number, whole, AGAINST))


def _ratio(parts: list[str], at: int, part: _Number, whole: _Number, unit: str) -> Ratio:
    if _is_short(parts, at, whole[0]):
        return _short_ratio(parts[at], parts[at + 1], unit)
    return Ratio(part[1], whole[1], unit)


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
    if not is_ratio:
        return _alone(run, at, number, language)
    return Reading(end, _ratio(run.parts, at, number, whole, unit))


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
