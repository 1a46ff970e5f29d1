"""Runs of a draft: the look of a tag's run as XML, computed once, and texts written into it."""

import re
from copy import deepcopy
from functools import lru_cache

from lxml import etree

from service.documents.ooxml import Element, W, w

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BREAKS = {"\n": b"<w:br/>", "\t": b"<w:tab/>"}
_CUT = re.compile("([\n\t])")
_UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2 (Char)
_SHORT = 32  # characters; longer texts are seldom written twice
_SPECIAL = bytes(range(0x20)) + b"&<>"  # a text without any of these is printed as it is
_START = b'<w:t xml:space="preserve">'
TEXT_END = b"</w:t></w:r>"


def start_run(properties: Element | None) -> bytes:
    """How a run with properties, that begins with a text, begins."""
    return f"<w:r>{_serialise(properties)}".encode() + _START


def start_gap(properties: Element | None, style: str | None) -> bytes:
    """How the run of a gap begins.

    Args:
        properties: The `w:rPr` of its tag's run.
        style: Id of the character style that marks gaps, None to print them unmarked.
    """
    return start_run(properties if style is None else _with_style(properties, style))


class UnfitCharacter(ValueError):
    """A character that no XML can hold; it is the first argument."""


def write_text(start: bytes, text: str, before: bytes = b"", after: bytes = b"") -> bytes:
    """Write a text as one run; a newline or tab becomes a break, an empty text no run.

    Args:
        start: How its run begins (`start_run`).
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
    return b"".join((before, start.removesuffix(_START), *pieces, b"</w:r>", after))


def plain_bytes(text: str) -> bytes | None:
    """A text's bytes if they can stand in XML as they are; None if it must be looked at more closely."""
    return _known_bytes(text) if len(text) <= _SHORT else _look_at(text)


def _look_at(text: str) -> bytes | None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return None
    if len(data.translate(None, _SPECIAL)) != len(data) or "\ufffe" in text or "\uffff" in text:
        return None
    return data


# Numbers, titles and the like come again in every paper.
_known_bytes = lru_cache(maxsize=4096)(_look_at)


def _text(text: str) -> bytes:
    return _START + text.translate(_ESCAPES).encode() + b"</w:t>"


def _with_style(properties: Element | None, style: str) -> Element:
    copy = etree.Element(w("rPr")) if properties is None else deepcopy(properties)
    for own in copy.findall(w("rStyle")):
        copy.remove(own)
    named = etree.Element(w("rStyle"))
    named.set(w("val"), style)
    copy.insert(0, named)
    return copy


def _serialise(properties: Element | None) -> str:
    """Serialise run properties without the declarations that the part's root makes."""
    if properties is None or not len(properties):
        return ""
    bare = etree.Element(w("rPr"), nsmap={"w": W})
    bare.extend(deepcopy(child) for child in properties if child.tag.startswith(f"{{{W}}}"))
    etree.cleanup_namespaces(bare, top_nsmap={"w": W})
    return etree.tostring(bare, encoding="unicode").replace(f' xmlns:w="{W}"', "", 1)
