"""Pinyin of Han characters: as it is read, as it is typed without spaces, and as a person corrects it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal, to_tone3

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff]")
_VOWELS = frozenset("aeiouv")
_MOST_READINGS = 3
_LONGEST_SYLLABLE = 6


def is_han(character: str) -> bool:
    """Whether this is a Han character."""
    return _HAN.match(character) is not None


def pinyin_of(han: str, reading: str | None = None) -> list[str]:
    """Pinyin of Han characters, without tones, ü as v.

    Args:
        han: Han characters only.
        reading: What a person typed: “Chóngqìng”, “chong qing”, “chong2 qing4”; it goes first where it has a
            syllable for each character.
    """
    return [syllable.rstrip("012345") for syllable in pinyin_with_tones(han, reading)]


def pinyin_with_tones(han: str, reading: str | None = None) -> list[str]:
    """The same with a digit for the tone, 5 for none; of a reading without spaces, 5 for all.

    Source:
        pypinyin's dictionary of phrases, then of characters; a character it lacks stays as it is.
    """
    if reading:
        parts = [_with_digit(part) for part in _parts(reading)]
        if len(parts) == len(han):
            return parts
        typed = " ".join(part.rstrip("012345") for part in parts)
        fitting = next((cut for cut in segmentations(toneless(typed)) if len(cut) == len(han)), None)
        if fitting:
            return [f"{syllable}5" for syllable in fitting]
    return list(_read(han))


@lru_cache(maxsize=1 << 12)
def _read(han: str) -> tuple[str, ...]:
    return tuple(
        syllable.replace("ü", "v")
        for syllable in lazy_pinyin(han, style=Style.TONE3, neutral_tone_with_five=True)
    )


def _parts(reading: str) -> list[str]:
    return re.split(r"[\s'’\-]+", unicodedata.normalize("NFC", reading).casefold().strip())


def _with_digit(syllable: str) -> str:
    return to_tone3(syllable, neutral_tone_with_five=True).replace("ü", "v")


def toneless(text: str) -> str:
    """Pinyin without its tones, ü as v."""
    return to_normal(text).replace("ü", "v")


def segmentations(text: str) -> Sequence[tuple[str, ...]]:
    """The ways to cut typed letters into pinyin syllables, fewest syllables first; spaces are kept as cuts.

    Args:
        text: Lower-case letters and spaces. The last syllable may be only begun.
    """
    words = text.split()
    found: list[tuple[str, ...]] = [()]
    for number, word in enumerate(words, start=1):
        cuts = _cut(word, is_last=number == len(words))
        found = [left + right for left in found for right in cuts][:_MOST_READINGS]
    return found if words else ()


@lru_cache(maxsize=1 << 10)
def _cut(word: str, *, is_last: bool) -> tuple[tuple[str, ...], ...]:
    """Cuts of one word; the last syllable of the last word may be the beginning of one."""
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            piece = word[start:end]
            if piece in syllables() or (is_last and end == len(word) and _begins(piece)):
                ways[end] += [(*way, piece) for way in ways[start]]
        ways[end] = sorted(ways[end], key=lambda way: (len(way), way[-1] not in syllables()))[:_MOST_READINGS]
    return tuple(ways[len(word)])


@lru_cache(maxsize=1 << 10)
def _begins(piece: str) -> bool:
    return any(syllable.startswith(piece) for syllable in syllables())


@lru_cache(maxsize=1)
def syllables() -> frozenset[str]:
    """Every syllable that some character is read as."""
    readings = {reading for readings in PINYIN_DICT.values() for reading in readings.split(",")}
    # A few rare characters are read as a consonant alone (嗯): with those, any letters could be cut.
    return frozenset(one for one in map(toneless, readings) if not _VOWELS.isdisjoint(one)) | {"lv", "nv"}
