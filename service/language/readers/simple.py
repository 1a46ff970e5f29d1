"""The commonest mention at one look: a number in digits, alone or with %, where nothing can add to it."""

from decimal import Decimal

from service.core.languages import Language
from service.language.mentions import Reading
from service.language.number_digits import LONG_RUN
from service.language.number_words import NUMBER_GOES_ON
from service.language.openings import is_part
from service.language.readers.codes import JOINERS, TAIL_FIRSTS
from service.language.readers.quantity import BARE_YEARS, GOES_ON
from service.language.readers.vocabulary import bound_before
from service.language.tokens import Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Identifier, Quantity

_PERCENT, _HALVES = "%", frozenset(["rưỡi", "半"])
# Behind a bare number these can make it a part of something else; the caller adds what its readers know.
_OPEN = {
    language: JOINERS
    | TAIL_FIRSTS
    | GOES_ON[language]
    | NUMBER_GOES_ON[language]
    | AFTER_NUMBER[language].firsts
    for language in Language
}
_OPEN_PERCENT = {language: GOES_ON[language] | NUMBER_GOES_ON[language] | _HALVES for language in Language}


def read_simple(tokens: Tokens, index: int, language: Language, followers: frozenset[str]) -> Reading | None:
    """Read 120 and 45%; None where another reader may find more.

    Args:
        tokens: A text.
        index: A token of digits that begins no expression of its own.
        language: The language whose rules hold.
        followers: What can stand behind a numeral that another reader reads.
    """
    words = tokens.words
    word, beside = words[index], words[index + 1]
    if len(word) >= LONG_RUN or (word[0] == "0" and len(word) > 2) or (index and words[index - 1] in ".,"):
        return None
    if beside == _PERCENT:
        is_open = words[index + 2] in _OPEN_PERCENT[language] or bound_before(tokens, index, language)
        return None if is_open else Reading(index + 2, Quantity(Decimal(word), "percent"))
    if beside in followers or beside in _OPEN[language]:
        return None
    if tokens.ends[index] == tokens.starts[index + 1] and beside and is_part(beside):
        return None
    if len(word) == 4 and int(word) in BARE_YEARS:
        return Reading(index + 1, Identifier(word))
    return Reading(index + 1, Quantity(Decimal(word)))
