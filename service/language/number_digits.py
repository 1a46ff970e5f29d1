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
_GROUPS_MAX, _CHAIN_MAX = 6, 9
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
    parts, marks = _chain(tokens, index)
    return of_chain(parts, marks, index + 2 * len(parts) - 1, language)


def _is_inside_number(tokens: Tokens, index: int) -> bool:
    """Say whether digits continue a run such as 1,2,3 that was no number as a whole."""
    return tokens.words[index - 2].isdecimal() and _continues(tokens, index - 1)


def _chain(tokens: Tokens, index: int) -> tuple[list[str], str]:
    """Return digits with all that separators join to them, and the separators between them."""
    words, marks, end = tokens.words, "", index + 1
    parts = [words[index]]
    while words[end] in _SEPARATORS and len(parts) < _CHAIN_MAX and _continues(tokens, end):
        parts.append(words[end + 1])
        marks += words[end]
        end += 2
    return parts, marks


def _continues(tokens: Tokens, index: int) -> bool:
    starts, ends = tokens.starts, tokens.ends
    is_glued = ends[index - 1] == starts[index] and ends[index] == starts[index + 1]
    # A full-width comma parts two numbers of a list; a full-width stop is a decimal point (３．５).
    return is_glued and tokens.words[index + 1].isdecimal() and tokens.text[starts[index]] != "，"


def of_chain(parts: list[str], marks: str, end: int, language: Language) -> Number | None:
    """Read digits that separators join: groups of thousands, and at most one more separator, the point."""
    thousands, point = (".", ",") if language is VI else (",", ".")
    groups = _groups(parts, marks, thousands)
    if groups == len(parts):
        amount = Decimal("".join(parts))
        readings = (amount, Decimal(".".join(parts))) if groups == 2 else ()
        return Number(end, amount, readings)
    if 2 < _groups(parts, marks, point) == len(parts):
        return Number(end, Decimal("".join(parts)))  # 2,500,000 can be no decimal
    fraction = parts[-1]
    if groups < len(parts) - 1 or len(fraction) > FRACTION_MAX:
        return None
    if marks[-1] == point:
        return _with_fraction(parts[:-1], fraction, end)
    if groups > 1:
        return None
    # 3.45 in vi, or 3,45 in zh: one group of another length can only be a decimal.
    return Number(end, Decimal(f"{parts[0]}.{fraction}"), _both(parts[0], fraction))


def _groups(parts: list[str], marks: str, mark: str) -> int:
    """Count the groups of digits that begin a number: the first, and those of three behind one mark."""
    count = 1
    if len(parts[0]) > 3 or parts[0] == "0":
        return count
    while count < min(len(parts), _GROUPS_MAX) and marks[count - 1] == mark and len(parts[count]) == 3:
        count += 1
    return count


def _with_fraction(groups: list[str], fraction: str, end: int) -> Number:
    whole = groups[0]
    if len(groups) == 1 and len(fraction) == 3 and len(whole) <= 3 and whole != "0":
        return Number(end, Decimal(f"{whole}.{fraction}"), _both(whole, fraction))
    return Number(end, Decimal("".join(groups) + "." + fraction))


def _both(whole: str, fraction: str) -> tuple[Decimal, Decimal]:
    return Decimal(f"{whole}.{fraction}"), Decimal(whole + fraction)
