"""Keys under which terms are searched: ASCII tokens, so that both databases cut and compare them alike.

A Vietnamese syllable becomes `v`, its tone as a digit and its letters as they are typed in Telex (tỉnh:
`v3tinh`, đường: `v2dduwowng`); without accents it is `v` and bare letters. A Han character is `h` and its
number, the simplified one of a pair. Neither SQLite's tokenizers nor PostgreSQL's parser do this: the one
folds no đ and finds no two Han characters, the other drops them where the server's locale is C.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from opencc import OpenCC

from service.core.tokens import bare, fold_token, tokenise
from service.glossary.pinyin import is_han, pinyin_of

_SLOT = re.compile(r"\{\w*\}")
_PART = re.compile(r"[^\W_]+")
_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LEVEL = "1"
_TELEX = {
    "a\u0306": "aw",
    "a\u0302": "aa",
    "e\u0302": "ee",
    "o\u0302": "oo",
    "o\u031b": "ow",
    "u\u031b": "uw",
}
# Where it is the only vowel of a syllable, y is written i as well: kỹ and kĩ, lý and lí.
_ONLY_Y = re.compile(r"(dd|[bcdghklmnpqrstvx])*y\Z")


@dataclass(frozen=True)
class Keys:
    """A term's keys, tokens parted by one space.

    Attributes:
        exact: Syllables with their tones and marks; Han characters.
        plain: The same without tones and marks.
        pinyin: `p` and the syllable of each Han character.
        initials: `i` and the first letter of each of those.
    """

    exact: str
    plain: str
    pinyin: str
    initials: str


def keys_of(text: str, reading: str | None = None) -> Keys:
    """The keys of a term.

    Args:
        text: As the glossary writes it; slots are left out.
        reading: Its pinyin, where that does not follow from the characters.
    """
    found = list(tokens_of(text))
    han = "".join(character for character in text if is_han(character))
    syllables = [syllable for syllable in pinyin_of(han, reading) if syllable.isascii()]
    return Keys(
        exact=" ".join(exact for exact, _, _ in found),
        plain=" ".join(plain for _, plain, _ in found),
        pinyin=" ".join(f"p{syllable}" for syllable in syllables),
        initials=" ".join(f"i{syllable[0]}" for syllable in syllables),
    )


def tokens_of(text: str) -> Iterator[tuple[str, str, bool]]:
    """Exact key, plain key and accentedness of each word and Han character of a text."""
    for piece in tokenise(_SLOT.sub(" ", text)).pieces:
        token = bare(piece)
        if token and is_han(token[0]):
            key = _han_key(token[0])
            yield key, key, False
        else:
            for part in _PART.findall(unicodedata.normalize("NFC", token)):
                yield _word_keys(part)


@lru_cache(maxsize=1 << 16)
def _han_key(character: str) -> str:
    return f"h{ord(_simplified(character)):x}"


def simplify(text: str) -> str:
    """A text with each Traditional character as its Simplified one."""
    return text if text.isascii() else "".join(map(_simplified, text))


@lru_cache(maxsize=1 << 15)
def _simplified(character: str) -> str:
    # Character by character: a phrase's own choice would depend on what stands beside it.
    found = _converter().convert(character)
    return found if len(found) == 1 else character


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=1 << 16)
def _word_keys(word: str) -> tuple[str, str, bool]:
    folded = unicodedata.normalize("NFD", fold_token(word))
    tone = _LEVEL
    exact, plain = "", ""
    for letter in folded:
        if letter in _TONES:
            tone = _TONES[letter]
        elif exact and plain[-1:] + letter in _TELEX:
            exact = exact[:-1] + _TELEX[plain[-1] + letter]
        elif letter in "\u0111\u00f0\u0256":
            exact, plain = exact + "dd", plain + "d"
        elif not unicodedata.combining(letter):
            own = letter if letter.isascii() else f"u{ord(letter):x}"
            exact, plain = exact + own, plain + own
    if _ONLY_Y.match(exact):
        exact, plain = exact[:-1] + "i", plain[:-1] + "i"
    return f"v{tone}{exact}", f"v{plain}", tone != _LEVEL or exact != plain
