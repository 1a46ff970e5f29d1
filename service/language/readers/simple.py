"""A number in digits before a word that adds nothing to it, at one look: 120, 1.200, 3,45 and 45%."""

from collections.abc import Callable
from decimal import Decimal

from service.core.languages import Language
from service.language.members import ZH
from service.language.mentions import Reading
from service.language.number_digits import LONG_RUN, Number, read_digits
from service.language.number_words import NUMBER_GOES_ON
from service.language.openings import is_part
from service.language.readers.bare import quantity_with_doubt, value_of_part
from service.language.readers.bare_dates import DAYS, MONTHS
from service.language.readers.codes import JOINERS, TAIL_FIRSTS, is_plain_number
from service.language.readers.dates import FOLLOWERS
from service.language.readers.quantity import GOES_ON
from service.language.readers.vocabulary import bound_before
from service.language.tokens import Tokens
from service.language.units import AFTER_NUMBER

Reader = Callable[[Tokens, int, Language], Reading | None]

_PERCENT, _HALVES = "%", frozenset(["rưỡi", "半"])
_SEPARATORS, _DASH, _SLASH, _COLON = frozenset(".,"), "-", "/", ":"
_MARKS = frozenset(".,/:-")
DATE_MARKS = frozenset("./:-")
# Behind a bare number these can make it a part of something else; the caller adds what its readers know.
_OPEN = {
    language: JOINERS
    | TAIL_FIRSTS
    | GOES_ON[language]
    | NUMBER_GOES_ON[language]
    | AFTER_NUMBER[language].firsts
    | {"("}
    for language in Language
}
_OPEN_PERCENT = {language: GOES_ON[language] | NUMBER_GOES_ON[language] | _HALVES for language in Language}


def may_be_date(tokens: Tokens, index: int, language: Language) -> bool:
    """Say whether two numbers with a mark between them can begin a date or time: 4.8, 16:42, not 1.200."""
    first, mark, second = tokens.words[index : index + 3]
    if not first.isascii():
        return True  # digits of another script
    if mark == _COLON:
        return len(first) <= 2 and len(second) == 2
    if mark == _DASH:
        # 11-15/6 and 27-3-2023 go on, 2023-2025 need not.
        goes_on = len(second) <= 2 and tokens.words[index + 3] in FOLLOWERS[language]
        is_end = len(second) == 4 or goes_on or not second.isdecimal()
        return is_end and (len(first) == 4 or first in DAYS)
    if language is ZH:
        return len(first) == 4 and second in MONTHS
    if second in MONTHS:
        return first in DAYS or len(first) == 4
    return mark == _SLASH and len(second) == 4


def read_simple(tokens: Tokens, index: int, language: Language, followers: frozenset[str]) -> Reading | None:
    """Read a number where what stands beside it adds nothing.

    Args:
        tokens: A text.
        index: A token of digits that begins no expression of its own.
        language: The language whose rules hold.
        followers: What can stand behind a numeral that another reader reads.

    Returns:
        What stands there; None where another reader may find more.
    """
    words = tokens.words
    word, beside = words[index], words[index + 1]
    if len(word) >= LONG_RUN or (word[0] == "0" and len(word) > 2):
        return None
    if beside in _MARKS or (index and words[index - 1] in _SEPARATORS):
        return _with_separators(tokens, index, language, followers)
    if beside == _PERCENT:
        return _percent(tokens, index, Number(index + 1, Decimal(word)), language)
    if beside in followers or beside in _OPEN[language]:
        return None
    if tokens.ends[index] == tokens.starts[index + 1] and beside and is_part(beside):
        return None
    return Reading(index + 1, value_of_part(word))


def _with_separators(
    tokens: Tokens, index: int, language: Language, followers: frozenset[str]
) -> Reading | None:
    """Read 1.200 and 45,5%, where no date and no code can begin with it."""
    words = tokens.words
    if words[index + 1] in DATE_MARKS and may_be_date(tokens, index, language):
        return None
    number = read_digits(tokens, index, language)
    if number is None or not is_plain_number(tokens, index, language):
        return None
    behind = words[number.end]
    if behind == _PERCENT:
        return _percent(tokens, index, number, language)
    if behind in followers or behind in _OPEN[language]:
        return None
    if number.end == index + 1:
        return Reading(number.end, value_of_part(words[index]))
    return Reading(number.end, *quantity_with_doubt(number.amount, None, "", number.readings))


def _percent(tokens: Tokens, index: int, number: Number, language: Language) -> Reading | None:
    end = number.end + 1
    if tokens.words[end] in _OPEN_PERCENT[language] or bound_before(tokens, index, language):
        return None
    return Reading(end, *quantity_with_doubt(number.amount, None, "percent", number.readings))
