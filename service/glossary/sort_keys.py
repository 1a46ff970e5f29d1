"""Keys that sort terms as people of each language do; compared code point by code point."""

import re
import unicodedata

from service.core.tokens import bare, fold_token, tokenise
from service.glossary.pinyin import is_han, pinyin_with_tones

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_CODES = {letter: chr(ord("A") + number) for number, letter in enumerate(_LETTERS)}
# Ngang, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_DIGITS = re.compile(r"\d+")
_LONGEST = 400


def vi_sort_key(text: str) -> str:
    """Syllable by syllable, letters before tones: ba, ba cá, bà, bả, ban.

    Source:
        TCVN 6421:1998, the order of letters and tones.
    """
    return " ".join(_syllable(bare(piece)) for piece in tokenise(text).pieces)[:_LONGEST]


def _syllable(token: str) -> str:
    folded = fold_token(token)
    tone = "0"
    letters = ""
    for letter in folded:
        if letter in _TONES:
            tone = _TONES[letter]
        elif letter in _CODES:
            letters += _CODES[letter]
        else:
            base = unicodedata.normalize("NFD", letter)[0]
            letters += _CODES.get(base, base)
    # 9 stands before 12.
    return _DIGITS.sub(lambda run: f"{len(run[0]):02d}{run[0]}", letters) + f"!{tone}"


def zh_sort_key(text: str, reading: str | None = None) -> str:
    """Character by character: pinyin, then tone, then the character itself.

    Args:
        text: A Chinese term.
        reading: Its pinyin where the dictionary's is another one; counts where it has as many syllables.
    """
    han = "".join(character for character in text if is_han(character))
    syllables = iter(pinyin_with_tones(han, reading))
    parts = []
    for piece in tokenise(text).pieces:
        token = bare(piece)
        if token and is_han(token[0]):
            syllable = next(syllables, token)
            parts.append(f"{syllable[:-1]}!{syllable[-1:]}!{token}")
        else:
            parts.append(_syllable(token).lower())
    return " ".join(parts)[:_LONGEST]
