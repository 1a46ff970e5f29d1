"""What a quantity is counted by, behind its unit: /năm, mỗi ngày, 每年."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.number_words import read_number
from service.language.tokens import Tokens
from service.language.units import PER_UNITS, UNITS, kind_of

PER_AFTER = {VI: frozenset(["/", "mỗi", "một"]), ZH: frozenset("/每")}
# The units of time from the shortest on.
_LENGTHS = {unit: length for length, unit in enumerate(unit for unit in UNITS if kind_of(unit) == "duration")}


def per_after(
    tokens: Tokens, end: int, counted: str, per: tuple[str, ...], language: Language
) -> tuple[tuple[str, ...], int]:
    """Read the units behind a counted one; gives those known before with them, and the index after them."""
    for _ in range(2):
        mark = tokens.words[end]
        if mark not in PER_AFTER[language] or (per and mark != "/"):
            break
        unit = PER_UNITS[language].at(tokens, end + 1)
        is_frequency = mark != "/" and unit is not None and _is_frequency(counted, unit[1])
        if (
            unit is None
            or is_frequency
            or (mark != "/" and read_number(tokens, unit[0], language) is not None)
        ):
            break
        per, end = (*per, unit[1]), unit[0]
    return per, end


def _is_frequency(counted: str, unit: str) -> bool:
    """Say whether a unit says how often: 6 tháng một lần; 2 giờ mỗi ngày and 2 người mỗi năm are rates."""
    if unit == "lần" or kind_of(counted) != "duration":
        return unit == "lần"
    return kind_of(unit) != "duration" or _LENGTHS[unit] <= _LENGTHS[counted]
