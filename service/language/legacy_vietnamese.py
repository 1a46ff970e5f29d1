"""Vietnamese of before Unicode, which only its own fonts show right: TCVN3, VNI and VPS, read and recognised.

Such text arrives as the Latin letters and signs that stand at the same places of Windows-1252: TCVN3 writes
“Hµ Giang”, VNI “Haø Giang”.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from service.language.syllables import is_syllable

_TCVN3 = {
    **dict(zip(range(0xA1, 0xAF), "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)),
    **dict(zip((*range(0xB5, 0xBA), *range(0xBB, 0xBF), 0xC6), "àảãáạằẳẵắặ", strict=True)),
    **dict(zip((*range(0xC7, 0xCD), *range(0xCE, 0xD2)), "ầẩẫấậèẻẽéẹ", strict=True)),
    **dict(zip((*range(0xD2, 0xD9), *range(0xDC, 0xDF)), "ềểễếệìỉĩíị", strict=True)),
    **dict(
        zip((0xDF, *range(0xE1, 0xF0), *range(0xF1, 0xFF)), "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ", strict=True)
    ),
}
"""Byte to letter. Source: TCVN 5712:1993, VN3."""

_VPS = {
    **dict(zip((*range(0x80, 0x86), 0x88), "ÀẢÃẤẦẨĂ", strict=True)),
    **dict(zip((0x86, 0x87, *range(0x89, 0x8D)), "ọỗếềểệ", strict=True)),
    **dict(zip((*range(0x8D, 0x91), *range(0x93, 0x9A)), "ẮẰẲẾỀỂỄỐỒỔỖ", strict=True)),
    **dict(zip(range(0x9A, 0xA0), "ýỷỵỚỜỞ", strict=True)),
    **dict(zip((*range(0xA1, 0xAC),), "ắằẳẵặỠớÙờởỡ", strict=True)),
    **dict(zip(range(0xAC, 0xB4), "ŨỨợỪổỬỲỸ", strict=True)),
    **dict(zip((*range(0xB4, 0xC0),), "ÍÌộỈĨÓửữÒỎÕự", strict=True)),
    **dict(zip(range(0xC0, 0xD0), "ầÁÂấẩẫậđẻÉÊẹỉễịỹ", strict=True)),
    **dict(zip(range(0xD0, 0xE0), "ƯỦồốÔỏơÈừứÚũưÝẺÿ", strict=True)),
    **dict(zip(range(0xE0, 0xF0), "àáâãảạăçèéêẽìíîĩ", strict=True)),
    **dict(zip(range(0xF0, 0x100), "ẴĐòóôõöƠụùúủüỶẼỳ", strict=True)),
}
"""Byte to letter; letters of other languages stand where VPS has none."""

_VNI_SINGLE = dict(zip("ÑñÔôÖöÆæÓóÒòÎî", "ĐđƠơƯưỈỉĨĩỊịỴỵ", strict=True))
_VNI_MARKS = {
    **dict(zip("øùûõï", ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323"), strict=True)),
    **dict(
        zip(
            "âàáåãä",
            ("\u0302", "\u0302\u0300", "\u0302\u0301", "\u0302\u0309", "\u0302\u0303", "\u0302\u0323"),
            strict=True,
        )
    ),
    **dict(
        zip(
            "êèéúüë",
            ("\u0306", "\u0306\u0300", "\u0306\u0301", "\u0306\u0309", "\u0306\u0303", "\u0306\u0323"),
            strict=True,
        )
    ),
}
_VNI_MARKED = re.compile(
    "([aeoAEO])([âàáåãäÂÀÁÅÃÄ])|([aA])([êèéúüëÊÈÉÚÜË])|([aeouyôöAEOUYÔÖ])([øùûõïØÙÛÕÏ])|([ÑñÔôÖöÆæÓóÒòÎî])"
)

_RUN = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\s\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]+")
_UPPER_PAIR = re.compile("[A-ZĂÂÊÔƠƯĐ][àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
_SIGNS = "«»…–—“”‘’•"
_NOT_WESTERN = re.compile(f"[^\x00-\xff{bytes(range(0x80, 0xA0)).decode('cp1252', 'ignore')}]")
_MOST_WORDS = 20_000
_MOST_AS_WRITTEN, _LEAST_CONVERTED = 0.75, 0.8


@dataclass(frozen=True)
class Evidence:
    """What the words of a text say of its encoding.

    Attributes:
        encoding: `TCVN3`, `VNI` or `VPS`; None where the text is best read as it stands.
        words: How many words with letters beyond ASCII were looked at.
        fit_as_written: Share of them that are Vietnamese as they stand, 0 to 1.
        fit_converted: The same after conversion.
    """

    encoding: str | None
    words: int
    fit_as_written: float
    fit_converted: float


def convert_legacy(text: str, encoding: str) -> str:
    """Read a text that came in one of the font-bound encodings.

    Args:
        text: The text as Windows-1252 shows it.
        encoding: `TCVN3`, `VNI` or `VPS`.

    Returns:
        The text in NFC; what is no letter of the encoding stays.
    """
    if encoding == "VNI":
        return unicodedata.normalize("NFC", _VNI_MARKED.sub(_vni_letter, text))
    table = _TCVN3 if encoding == "TCVN3" else _VPS
    converted = "".join(table.get(_byte(character), character) for character in text)
    return _WORD.sub(lambda word: _capital(word[0]), converted) if encoding == "TCVN3" else converted


def _byte(character: str) -> int:
    """The place of a character in Windows-1252, -1 for one that has none or is ASCII."""
    try:
        (byte,) = character.encode("cp1252")
    except UnicodeEncodeError:
        byte = ord(character) if ord(character) < 0x100 else 0
    return byte if byte >= 0x80 else -1


def _vni_letter(found: re.Match[str]) -> str:
    if found[7]:
        return _VNI_SINGLE[found[7]]
    base, mark = next((found[at], found[at + 1]) for at in (1, 3, 5) if found[at])
    return _VNI_SINGLE.get(base, base) + _VNI_MARKS[mark.lower()]


def _capital(word: str) -> str:
    """Give capitals their case: TCVN3 has few of its own and leaves the rest to a font of capitals."""
    paired = _UPPER_PAIR.sub(_merge_pair, word)
    letters = [letter for letter in paired if letter.isascii() and letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return paired.upper()
    return paired


def _merge_pair(found: re.Match[str]) -> str:
    """“A” and “à” are how some programs write À; no syllable has the same vowel twice."""
    base, letter = found[0][0], found[0][1]
    same = _without_tone(base.lower()) == _without_tone(letter)
    return letter.upper() if same else found[0]


def _without_tone(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", parts[0] + "".join(m for m in parts[1:] if m in "\u0302\u0306\u031b"))


_ENCODINGS: Mapping[str, None] = dict.fromkeys(("TCVN3", "VNI", "VPS"))


def weigh_encodings(texts: Iterable[str]) -> Evidence:
    """Weigh how texts that should be Vietnamese are encoded.

    Args:
        texts: Texts of one file or of one cell; those with letters that no legacy encoding has say
            nothing, and 20,000 words say enough.
    """
    western = (text for text in texts if _is_western(text))
    told = (word for text in western for word in _WORD.findall(text) if _is_told(word))
    words = list(islice(told, _MOST_WORDS))
    if not words:
        return Evidence(None, 0, 1.0, 1.0)
    fits = {name: _fit(convert_legacy(word, name) for word in words) for name in _ENCODINGS}
    # Signs of today stand at the edges of words; as letters of a font they would mostly stand inside.
    as_written, best = _fit(word.strip(_SIGNS) for word in words), max(fits, key=lambda name: fits[name])
    is_legacy = as_written <= _MOST_AS_WRITTEN and fits[best] >= _LEAST_CONVERTED
    return Evidence(best if is_legacy else None, len(words), as_written, fits[best])


def _is_western(text: str) -> bool:
    return not _NOT_WESTERN.search(text)


def _is_told(word: str) -> bool:
    """Whether a word is more than a dash or another sign, and not plain ASCII."""
    return not word.strip(_SIGNS).isascii() and any(character.isalpha() for character in word)


def _fit(words: Iterable[str]) -> float:
    found = [_is_vietnamese(word) for word in words]
    return sum(found) / len(found)


def _is_vietnamese(word: str) -> bool:
    plain = unicodedata.normalize("NFC", word)
    runs = _RUN.findall(plain)
    # No name has a capital inside a word of small letters; letters at the wrong places of a font do.
    cased = all(run.isupper() or run[1:].islower() or len(run) == 1 for run in runs)
    return "".join(runs) == plain and cased and all(map(is_syllable, runs))
