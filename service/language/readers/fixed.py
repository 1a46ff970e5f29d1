"""Fixed expressions: a number or day that one language writes as a word or leaves out."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.openings import Seconds, seconds_of
from service.language.phrases import FIXED, NOT_NUMBERS
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Fixed, Value

_FIXED: dict[Language, Phrases[Value]] = {
    VI: Phrases([(form, Fixed(phrase.id)) for phrase in FIXED.values() for form in phrase.vi]),
    ZH: Phrases([(form, Fixed(phrase.id)) for phrase in FIXED.values() for form in phrase.zh]),
}
_WEEKDAYS = frozenset("一二三四五六")
_SKIPPED = {language: Phrases([(form, True) for form in forms]) for language, forms in NOT_NUMBERS.items()}

STARTS = {language: _FIXED[language].firsts for language in Language}
SECONDS: dict[Language, Seconds] = {language: seconds_of([_FIXED[language]]) for language in Language}
SKIP_STARTS = {language: _SKIPPED[language].firsts for language in Language}
SKIP_SECONDS = {language: seconds_of([_SKIPPED[language]]) for language in Language}


def read_fixed(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read hai bên, 双方, cùng ngày, 当天, phương châm 16 chữ.

    Source:
        numbers.md, rule 12.
    """
    found = _FIXED[language].at(tokens, index)
    if found is not None and tokens.words[found[0] - 1] == "周" and _is_weekday(tokens, found[0]):
        return None
    return None if found is None else Reading(found[0], found[1], is_soft=True)


def _is_weekday(tokens: Tokens, index: int) -> bool:
    """Say whether 每周六 names a day; 每周六天 and 每周一次 count days and times."""
    words = tokens.words
    if words[index] == "日":
        return words[index + 1] != "均"
    return words[index] in _WEEKDAYS and AFTER_NUMBER[ZH].at(tokens, index + 1) is None


def skip_word(tokens: Tokens, index: int, language: Language) -> int | None:
    """Return the index after a word that only looks like a number: 统一, 四川, một cách, Ba Lan."""
    found = _SKIPPED[language].at(tokens, index)
    if found is None or (language is VI and not _is_as_written(tokens, index)):
        return None
    return found[0]


def _is_as_written(tokens: Tokens, index: int) -> bool:
    # "Ba Lan" is a country, "ba lan can" are three railings: names are names only with their capitals.
    word = tokens.words[index]
    is_name = tokens.words[index + 1] in ("lan", "tư", "vì", "đình", "bể", "căn", "núi", "bà")
    return tokens.raw(index, index + 1) != word or not is_name
