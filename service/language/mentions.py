"""A mention: where a text says a value, and what can be read in more than one way."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from service.language.values import Fixed, Value


class Doubt(StrEnum):
    """A way in which a mention can be read as more than one value; the text alone does not decide."""

    CHANGE_TIMES = "change in times"
    YEAR_MISSING = "year missing"
    SEPARATOR = "decimal or thousands"
    DATE_OR_RATIO = "date or ratio"
    TIME_OR_DURATION = "time or duration"
    DAY_OR_DURATION = "day or duration"
    WEEKDAY_OR_ORDINAL = "weekday or ordinal"
    WEEKDAY_MISMATCH = "weekday does not fit the date"
    NO_SUCH_DAY = "no such day"
    MAU = "mẫu of Vietnam or of China"
    NEARLY_OR_PAST = "nearly or past"


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """One doubt with the values that the mention can have; empty where no list of values can be given."""

    doubt: Doubt
    readings: tuple[Value, ...] = ()


class Mention(NamedTuple):
    """One place of a text that says a value.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last code point.
        value: Its canonical value, the same from either language.
        ambiguities: What stays open; the value then follows the rule of numbers.md.
        is_soft: Whether the other language often leaves it out (một, 首次, hai bên).
    """

    start: int
    end: int
    value: Value
    ambiguities: tuple[Ambiguity, ...] = ()
    is_soft: bool = False


class Reading(NamedTuple):
    """What a reader found: the index of the token after it, and a mention's value, doubts and softness."""

    end: int
    value: Value
    ambiguities: tuple[Ambiguity, ...] = ()
    is_soft: bool = False


NO_MENTION: Final = Reading(0, Fixed(""))
"""Said of a token where no reader can find anything, so that none is asked."""
