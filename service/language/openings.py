"""How expressions open: the tokens they begin with, each with those that can stand directly behind it."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.core.languages import Language
from service.language.members import VI
from service.language.number_words import VI_NUMBER_WORDS
from service.language.tokens import HAN_NUMERALS, Phrases

# Stand for any numeral and for any digits or letters of an alphabet; no token of a text is one of them.
ANY_NUMERAL, ANY_PART = "any numeral", "any part"
# A token may be left out, which says the same as None: anything can follow it.
Seconds = Mapping[str, frozenset[str] | None]

_NUMERALS = frozenset(HAN_NUMERALS)
_NOTHING: frozenset[str] = frozenset()


def seconds_of(phrases: Iterable[Phrases[Any]], behind: Iterable[str] | None = None) -> Seconds:
    """Return what can follow each first token of some phrases.

    Args:
        phrases: Each with meanings of its own.
        behind: What can follow a phrase that is one token; None is anything.
    """
    return merged(*(_seconds(group, behind) for group in phrases))


def _seconds(phrases: Phrases[Any], behind: Iterable[str] | None) -> Seconds:
    found: dict[str, frozenset[str] | None] = {}
    for word in phrases.firsts:
        after = phrases.seconds(word)
        if phrases.is_phrase(word):
            found[word] = None if behind is None else after.union(behind)
        else:
            found[word] = after
    return found


def merged(*tables: Seconds) -> Seconds:
    """Return what can follow each token by any of some tables."""
    found: dict[str, frozenset[str] | None] = {}
    for table in tables:
        for word, seconds in table.items():
            known = found.get(word, _NOTHING)
            found[word] = None if known is None or seconds is None else known | seconds
    return found


def is_open(second: str, seconds: frozenset[str] | None, language: Language) -> bool:
    """Say whether a token is among those that can follow; None is any."""
    if seconds is None or second in seconds:
        return True
    return (ANY_NUMERAL in seconds and is_numeral(second, language)) or (
        ANY_PART in seconds and is_part(second)
    )


def is_numeral(word: str, language: Language) -> bool:
    """Say whether a number can begin with a token."""
    return word.isdecimal() or (word in VI_NUMBER_WORDS if language is VI else word[:1] in _NUMERALS)


def is_part(word: str) -> bool:
    """Say whether a token can be a part of a code: digits, or letters of an alphabet."""
    return word.isdecimal() or (word.isalpha() and word[0] < "\u2e80")
