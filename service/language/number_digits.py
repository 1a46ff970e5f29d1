"""Numbers in digits, with the separators of their language and of the other one."""

from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.members import VI
from service.language.tokens import Tokens

# Longer runs of digits are codes; the bound also keeps Decimal and list scans constant.
DIGITS_MAX = 18
FRACTION_MAX = 9
# A run of seven digits or more without a mark or unit is a code.
LONG_RUN = 7
_GROUPS_MAX = 6
_SEPARATORS = frozenset(".,")


class Number(NamedTuple):
    """A number found in a text.

    Attributes:
        end: Index of the token after it.
        amount: Its value by the rules of its language.
        readings: All values it can have where its separator is read in two ways, the first the rule's.
        is_word: Whether it is one word or Han numeral without scale, which is often no number at all.
        is_over: Whether 多, 余 or 几 stands inside it.
        has_scale: Whether a scale such as triệu or 万 ends it.
        scale: That scale, which the lower end of a range can leave out (5-7 triệu).
    """

    end: int
    amount: Decimal
    readings: tuple[Decimal, ...] = ()
    is_word: bool = False
    is_over: bool = False
    has_scale: bool = False
    scale: Decimal = Decimal(1)


def read_digits(tokens: Tokens, index: int, language: Language) -> Number | None:
    """Read a number in digits without its scale, such as 1.449,566 in vi or 1449.566 in zh."""
    if not tokens.words[index].isdecimal():
        return None
    known = tokens.digits
    if index in known:
        number: Number | None = known[index]
        return number
    number = _read(tokens, index, language)
    known[index] = number
    return number


def _read(tokens: Tokens, index: int, language: Language) -> Number | None:
    first = tokens.words[index]
    if len(first) > DIGITS_MAX or (len(first) > 2 and first[0] == "0"):
        return None
    if index > 1 and tokens.words[index - 1] in _SEPARATORS and _is_inside_number(tokens, index):
        return None
    if tokens.words[index + 1] not in _SEPARATORS:
        return Number(index + 1, Decimal(first))
    thousands, point = (".", ",") if language is VI else (",", ".")
    foreign, after = _groups(tokens, index, point)
    if len(foreign) > 2 and not _continues(tokens, after, point) and not _continues(tokens, after, thousands):
        return Number(after, Decimal("".join(foreign)))  # 2,500,000 can be no decimal
    groups, end = _groups(tokens, index, thousands)
    if _continues(tokens, end, point):
        fraction = tokens.words[end + 1]
        if (
            len(fraction) > FRACTION_MAX
            or _continues(tokens, end + 2, point)
            or _continues(tokens, end + 2, thousands)
        ):
            return None
        return _with_fraction(groups, fraction, end + 2)
    if _continues(tokens, end, thousands):
        return _with_foreign_point(tokens, groups, end, thousands)
    amount = Decimal("".join(groups))
    if len(groups) == 2:
        return Number(end, amount, (amount, Decimal(".".join(groups))))
    return Number(end, amount)


def _is_inside_number(tokens: Tokens, index: int) -> bool:
    """Say whether digits continue a run such as 1,2,3 that was no number as a whole."""
    words = tokens.words
    return words[index - 2].isdecimal() and _continues(tokens, index - 1, words[index - 1])


def _groups(tokens: Tokens, index: int, mark: str) -> tuple[list[str], int]:
    groups = [tokens.words[index]]
    end = index + 1
    if len(groups[0]) > 3 or groups[0] == "0":
        return groups, end
    while len(groups) < _GROUPS_MAX and _continues(tokens, end, mark) and len(tokens.words[end + 1]) == 3:
        groups.append(tokens.words[end + 1])
        end += 2
    return groups, end


def _continues(tokens: Tokens, index: int, mark: str) -> bool:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    if words[index] != mark or not words[index + 1].isdecimal():
        return False
    is_glued = ends[index - 1] == starts[index] and ends[index] == starts[index + 1]
    # A full-width comma parts two numbers of a list; a full-width stop is a decimal point (３．５).
    return is_glued and tokens.text[starts[index]] != "，"


def _with_fraction(groups: list[str], fraction: str, end: int) -> Number:
    amount = Decimal("".join(groups) + "." + fraction)
    if len(groups) == 1 and len(fraction) == 3 and len(groups[0]) <= 3 and groups[0] != "0":
        return Number(end, amount, (amount, Decimal(groups[0] + fraction)))
    return Number(end, amount)


def _with_foreign_point(tokens: Tokens, groups: list[str], end: int, mark: str) -> Number | None:
    """Read 3.45 in vi, or 3,45 in zh: one group of another length can only be a decimal."""
    fraction = tokens.words[end + 1]
    if (
        len(groups) > 1
        or len(fraction) > FRACTION_MAX
        or (tokens.words[end + 2] in _SEPARATORS and _continues(tokens, end + 2, tokens.words[end + 2]))
    ):
        return None
    amount = Decimal(groups[0] + "." + fraction)
    return Number(end + 2, amount, (amount, Decimal(groups[0] + fraction))) if mark else None
