"""Whether a word is written as a Vietnamese syllable can be: evidence of how a text was encoded."""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_TONES_OF_STOPS = ("\u0301", "\u0323")
_ONSET = "ngh|ng|nh|gh|gi|g|kh|k|ch|c|ph|p|th|tr|t|qu|h|b|d|đ|l|m|n|r|s|v|x|"
# Nucleus with the final consonants that may follow it.
_RHYMES = (
    "(?:a|oa|ua|o)(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|o?e(?:c|m|n|ng|o|p|t)?|o(?:oc|ong|i|n|m|ng|c|p|t)"
    "|o?ă(?:c|m|n|ng|p|t)|u?â(?:c|m|n|ng|p|t|u|y)|u?ê(?:ch|m|n|nh|p|t|u|ng|c)?|i(?:a|ch|m|n|nh|p|t|u)?"
    "|u?(?:i|y)ê(?:c|m|n|ng|p|t|u)|ô(?:c|i|m|n|ng|p|t)?|u?ơ(?:i|m|n|p|t)?|u(?:c|i|m|n|ng|p|t)?"
    "|uô(?:c|i|m|n|ng|p|t)|ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)|u?y(?:a|ch|n|nh|p|t|u)?"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})(?:{_RHYMES})")
_VOWELS = frozenset("aăâeêioôơuưy")
_LETTERS = _VOWELS | frozenset("bcdđghklmnpqrstvx")
_LONGEST_DECOMPOSED = 14  # twice the letters of nghiêng
_STOPPED = re.compile("(?:c|ch|p|t)$")


def is_syllable(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable: its letters, and the tone that its end allows.

    Args:
        word: Letters, any case and normal form.

    Source:
        Spelling rules of the national language as taught; a syllable that ends in a stop has sắc or nặng.
    """
    return 0 < len(word) <= _LONGEST_DECOMPOSED and _is_syllable(word)


@lru_cache(maxsize=1 << 14)
def _is_syllable(word: str) -> bool:
    letters, tones = zip(*map(_part, unicodedata.normalize("NFC", word.casefold())), strict=True)
    plain, tone = "".join(letters), "".join(tones)
    if len(tone) > 1 or not _LETTERS.issuperset(letters) or not _SYLLABLE.fullmatch(plain):
        return False
    return not (_STOPPED.search(plain) and tone and tone not in _TONES_OF_STOPS)


def _part(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone; only a vowel has one."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in parts[1:] if mark in _TONES)
    plain = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tone))
    return (plain, tone) if plain in _VOWELS else (letter, "")
