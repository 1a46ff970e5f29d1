"""The encoding of a text file: what its bytes prove, and else what its letters say, with how sure that is."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from service.core.message import Message, message
from service.exchange.incoming import FileRefused
from service.language.legacy_vietnamese import weigh_encodings
from service.language.syllables import is_syllable

ENCODINGS: Mapping[str, str] = {
    "utf-8": "utf-8-sig",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "windows-1258": "cp1258",
    "windows-1252": "cp1252",
}
"""Names of files and people to Python's; the last is for text in Vietnamese fonts of before Unicode."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE = 200_000
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_SIGNS = re.compile("[\u00a0\u00ab\u00b7\u00bb\u00d7\u2010-\u2027\u2030-\u203b\u3000-\u303f\uff00-\uffef]")
_SURE, _FAIR, _CLEAR = 0.98, 0.8, 0.3
_UTF16_NULS = 0.2
_GB_FIRST_LEVEL, _BIG5_FIRST_LEVEL = range(0xB0, 0xD8), range(0xA4, 0xC7)  # lead bytes


class Certainty(StrEnum):
    """How sure an encoding is."""

    PROVED = "proved"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Taken:
    """As what a file was read.

    Attributes:
        encoding: A key of `ENCODINGS`.
        certainty: How sure that is; a person confirms everything that is not proved.
        share: Of the letters beyond ASCII, how many are such as Vietnamese and Chinese texts have, 0 to 1.
        others: Encodings that the bytes allow too, best first.
    """

    encoding: str
    certainty: Certainty
    share: float = 1.0
    others: tuple[str, ...] = ()

    def said(self, name: str) -> Message:
        """The same as a sentence."""
        if self.certainty is Certainty.PROVED:
            return message("{file}: read as {encoding}", file=name, encoding=self.encoding)
        return message(
            "{file}: read as {encoding}, where {share} % of its letters make sense; confirm it or choose",
            file=name,
            encoding=self.encoding,
            share=int(self.share * 100),
        )


def decode_text(data: bytes, name: str, encoding: str | None = None) -> tuple[str, Taken]:
    """Decode a text file.

    Args:
        data: The file.
        name: For messages.
        encoding: A key of `ENCODINGS`, where a person chose it.

    Returns:
        The text without its byte order mark, in NFC where the encoding is one that writes tones apart, and as
        what it was read.

    Raises:
        FileRefused: No encoding fits, or the chosen one does not.
    """
    taken = Taken(_known(encoding, name), Certainty.PROVED) if encoding else detect_encoding(data, name)
    text = _decode(_without_mark(data, taken.encoding), taken.encoding)
    if text is None:
        raise FileRefused(
            message("{file}: is not {encoding}; choose another encoding", file=name, encoding=taken.encoding)
        )
    return text, taken


def _known(encoding: str, name: str) -> str:
    if encoding not in ENCODINGS:
        allowed = ", ".join(ENCODINGS)
        said = message(
            "{file}: “{value}” is not one of {allowed}", file=name, value=encoding, allowed=allowed
        )
        raise FileRefused(said)
    return encoding


def _without_mark(data: bytes, encoding: str) -> bytes:
    mark = next((mark for mark, of in _MARKS.items() if of == encoding and data.startswith(mark)), b"")
    return data[len(mark) :]


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(ENCODINGS[encoding])
    except UnicodeDecodeError:
        if encoding != "windows-1252":
            return None
        # Fonts used the five places that Windows-1252 leaves empty.
        text = "".join(_western(byte) for byte in data)
    return unicodedata.normalize("NFC", text) if encoding == "windows-1258" else text


def _western(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def detect_encoding(data: bytes, name: str) -> Taken:
    """Tell the encoding of a file.

    Raises:
        FileRefused: It holds NUL bytes that no encoding explains, or no encoding makes sense of its letters.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return Taken(encoding, Certainty.PROVED)
    if b"\0" in data:
        return _detect_utf16(data, name)
    if _decode(data, "utf-8") is not None:
        return Taken("utf-8", Certainty.PROVED)
    return _weigh(data, name)


def _detect_utf16(data: bytes, name: str) -> Taken:
    head = data[:8192]
    pairs = max(1, len(head) // 2)
    shares = {"utf-16-be": head[0::2].count(0) / pairs, "utf-16-le": head[1::2].count(0) / pairs}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] < _UTF16_NULS or _decode(data, best) is None:
        raise FileRefused(message("{file}: is no text; it holds NUL bytes", file=name))
    return Taken(best, Certainty.LIKELY, readable_share(_decode(data, best) or "", best))


def _weigh(data: bytes, name: str) -> Taken:
    shares: dict[str, float] = {}
    for encoding in ("gb18030", "big5", "windows-1258", "windows-1252"):
        text = _decode(data, encoding)
        if text is not None:
            shares[encoding] = readable_share(text[:_SAMPLE], encoding)
    ranked = sorted(shares, key=lambda encoding: -shares[encoding])
    best, share = ranked[0], shares[ranked[0]]
    if share < _FAIR:
        raise FileRefused(message("{file}: its encoding cannot be told; choose one", file=name))
    second = shares[ranked[1]] if len(ranked) > 1 else 0.0
    is_clear = share >= _SURE and share - second >= _CLEAR
    return Taken(best, Certainty.LIKELY if is_clear else Certainty.DOUBTFUL, share, tuple(ranked[1:]))


def readable_share(text: str, encoding: str) -> float:
    """Of the letters beyond ASCII, how many are such as Vietnamese and Chinese texts have, 0 to 1.

    Args:
        text: As the encoding reads it.
        encoding: Which Han characters are common depends on it; Windows-1252 is weighed as what a font of
            before Unicode would show.
    """
    if encoding == "windows-1252":
        evidence = weigh_encodings(text.splitlines())
        return evidence.fit_converted if evidence.encoding else 0.0
    is_common = _is_common_traditional if encoding == "big5" else _is_common
    fit = strange = 0
    for word in _WORD.findall(text):
        letters = [letter for letter in word if not letter.isascii()]
        han = [letter for letter in letters if _HAN.match(letter)]
        common = sum(map(is_common, han))
        others = len(letters) - len(han)
        is_read = others == 0 or (not han and is_syllable(word))
        fit += common + (others if is_read else 0)
        strange += len(han) - common + (0 if is_read else others)
    strange += sum(not letter.isascii() for letter in _rest(text))
    return fit / (fit + strange) if fit + strange else 1.0


def _rest(text: str) -> Iterable[str]:
    """What is neither a letter nor a sign of the kind that papers have."""
    return _SIGNS.sub("", _WORD.sub("", text))


def _is_common(letter: str) -> bool:
    """Whether a character is of the first level of GB 2312, of the 3,755 that texts are written with."""
    try:
        return letter.encode("gb2312")[0] in _GB_FIRST_LEVEL
    except UnicodeEncodeError:
        return False


def _is_common_traditional(letter: str) -> bool:
    """Whether a character is of the first level of Big5, of the 5,401 frequent ones."""
    try:
        return letter.encode("big5")[0] in _BIG5_FIRST_LEVEL
    except UnicodeEncodeError:
        return False
