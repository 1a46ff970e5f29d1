"""Ranges of quantities: two ends with one unit."""

from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.readers.measure import Measure, read_measure
from service.language.readers.vocabulary import RANGE_MARKS
from service.language.tokens import Tokens

_FIFTEEN = Decimal(15)


class Range(NamedTuple):
    """A number with its unit, and the upper end where there are two."""

    low: Measure
    high: Decimal | None
    end: int


def read_range(tokens: Tokens, first: Measure, language: Language) -> Range:
    """Read the upper end of 5-7 triệu and mươi lăm ngày; no range is its lower end alone."""
    if first.is_about and tokens.words[first.number.end - 1] == "lăm":
        return Range(first._replace(is_about=False), _FIFTEEN, first.end)
    if tokens.words[first.end] not in RANGE_MARKS[language]:
        return Range(first, None, first.end)
    high = read_measure(tokens, first.end + 1, language)
    if high is None or (high.number.is_word and not first.number.is_word):
        return Range(first, None, first.end)
    if first.unit and first.unit != high.unit:
        return Range(first, None, first.end)
    low = first.amount
    scaled = low * high.number.scale
    if not first.number.has_scale and high.number.has_scale and not first.unit and scaled < high.amount:
        low = scaled
    if low >= high.amount:
        return Range(first, None, first.end)
    return Range(first._replace(amount=low, unit=high.unit, is_over=high.is_over), high.amount, high.end)
