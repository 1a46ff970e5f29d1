"""What may be left out but not contradicted, and what only says again what stands beside it."""

from collections.abc import Callable, Hashable, Iterable

from service.language.equivalents import PLAN, PLANS, plan_years
from service.language.mentions import Mention
from service.language.phrases import RIVALS
from service.language.units import family, kind_of
from service.language.values import Fixed, Ordinal, Quantity, Ratio, Span, Value

# A phrase may be left out in one respect: which year, how often, how many sides there are.
Said = tuple[Hashable, Hashable]

_COUNTED = {
    "hai bên": ("bên", 2),
    "ba bên": ("bên", 3),
    "hai nước": ("nước", 2),
    "nhân dân hai nước": ("nước", 2),
    "hai tỉnh": ("tỉnh", 2),
    "nhân dân hai tỉnh": ("tỉnh", 2),
    "hai Đảng": ("Đảng", 2),
}
OFTEN = {
    "mỗi năm": "year",
    "mỗi quý": "quarter",
    "mỗi tháng": "month",
    "mỗi tuần": "week",
    "mỗi ngày": "day",
}
_COUNTS = frozenset(unit for unit, _ in _COUNTED.values())
_HOW_OFTEN = "how often"


def said_softly(mention: Mention) -> Said | None:
    """Return what a mention that may be left out says, and in which respect; None where it says nothing."""
    value = mention.value
    if isinstance(value, Fixed):
        if value.phrase in OFTEN:
            return _HOW_OFTEN, OFTEN[value.phrase]
        return _COUNTED.get(value.phrase) or RIVALS.get(value.phrase)
    if isinstance(value, Quantity) and value.unit in _COUNTS and value.amount > 1:
        return value.unit, value.amount
    return None


def rates_of(mentions: Iterable[Mention]) -> set[Said]:
    """Return how often things happen by the rates of a text: 1 lần/quý."""
    values = (mention.value for mention in mentions)
    pers = (per for v in values if isinstance(v, Quantity) and v.unit == "lần" for per in v.per)
    return {(_HOW_OFTEN, per) for per in pers if kind_of(per) == "duration"}


def is_contradicted(mention: Mention, own: set[Said], others: set[Said]) -> bool:
    """Say whether a mention that may be left out is contradicted by what only the other text says.

    Args:
        mention: One that may be left out.
        own: What its own text says so.
        others: What the other text says so.
    """
    said = said_softly(mention)
    if said is None or said in others:
        return False
    return any(respect == said[0] for respect, _ in others - own)


def said_again(mentions: Iterable[Mention]) -> Callable[[Value], bool]:
    """Return a test for values that a text only says again.

    The 34 of "34 xã, … 28/34 xã" is the whole of a ratio, the years of "Quy hoạch 5 năm lần thứ 14
    (2021-2025)" are those of the plan.
    """
    wholes: set[tuple[object, str]] = set()
    plans: set[tuple[int, int]] = set()
    for mention in mentions:
        value = mention.value
        if isinstance(value, Ratio):
            wholes.add((value.whole, family(value.unit)))
        elif isinstance(value, Ordinal) and value.noun == PLAN and value.number in PLANS:
            plans.add(plan_years(value.number))

    def repeats(value: Value) -> bool:
        if isinstance(value, Quantity):
            is_count = kind_of(value.unit) == "count" and value.high is None
            return is_count and (value.amount, family(value.unit)) in wholes
        return isinstance(value, Span) and _years(value) in plans

    return repeats


def _years(span: Span) -> tuple[int, int] | None:
    first, last = span.start.year, span.end.year if span.end else None
    is_years = span.start.month is None and span.end is not None and span.end.month is None
    return (first, last) if is_years and first is not None and last is not None else None
