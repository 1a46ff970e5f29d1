"""Texts of a draft as runs: escaped, broken where they break, refused where XML cannot hold them."""

import re
from functools import lru_cache

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BREAKS = {"\n": b"<w:br/>", "\t": b"<w:tab/>"}
_CUT = re.compile("([\n\t])")
_UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2 (Char)
# Changes every byte that no text may have as it is: `translate` gives back the same object where it changes
# nothing, and takes half the time that deleting takes.
_CHANGED = bytes((byte + 1) if byte < ord(" ") or byte in b"&<>" else byte for byte in range(256))
_SHORT = 32  # characters; longer texts are seldom written twice
_KNOWN = 1024  # of short texts in one look: the numbers of a long list
_LOOKS = 64  # that are remembered; templates have a dozen

TEXT_START = b'<w:t xml:space="preserve">'
TEXT_END = b"</w:t></w:r>"


class UnfitCharacter(ValueError):
    """A character that no XML can hold; it is the first argument."""


class Runs(dict[str, bytes]):
    """Runs of one look by their texts: numbers, labels and the like come again in every paper."""

    def __init__(self, start: bytes) -> None:
        """Begin with the run of no text, which is none.

        Args:
            start: How a run of this look begins.
        """
        super().__init__({"": b""})
        self.start = start

    def __missing__(self, text: str) -> bytes:
        """Write a text; what is short is remembered.

        Raises:
            UnfitCharacter: It holds a character that no Word file can hold.
        """
        run = write_text(self.start, text)
        if len(text) <= _SHORT:
            if len(self) >= _KNOWN:
                self.clear()
            self[text] = run
        return run


runs_of = lru_cache(maxsize=_LOOKS)(Runs)
"""The runs of a look: one for all templates, so that what is remembered stays within bounds."""


def write_text(start: bytes, text: str, before: bytes = b"", after: bytes = b"") -> bytes:
    """Write a text as one run; a newline or tab becomes a break, an empty text no run.

    Args:
        start: How its run begins (`looks.start_run`).
        text: Any text.
        before: What encloses the run, such as the start of a bookmark.
        after: Its end.

    Raises:
        UnfitCharacter: It holds a character that no Word file can hold.
    """
    data = plain_bytes(text)
    if data is not None:
        return b"".join((before, start, data, TEXT_END, after)) if data else before + after
    unfit = _UNFIT.search(text)
    if unfit is not None:
        raise UnfitCharacter(unfit[0])
    pieces = (_BREAKS.get(piece) or _text(piece) for piece in _CUT.split(text) if piece)
    return b"".join((before, start.removesuffix(TEXT_START), *pieces, b"</w:r>", after))


def plain_bytes(text: str) -> bytes | None:
    """A text's bytes if they can stand in XML as they are; None if it must be looked at more closely."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    if data.translate(_CHANGED) is not data or "\ufffe" in text or "\uffff" in text:
        return None
    return data


def _text(text: str) -> bytes:
    return TEXT_START + text.translate(_ESCAPES).encode() + b"</w:t>"
