"""Rules of ids and names that Word needs unique or paired: bookmarks, drawings, paragraphs, notes."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import W14, WP, w
from service.documents.lint_rules.package import Package
from service.documents.lint_rules.parsing import Part
from service.documents.lint_rules.tree import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID = w("id")
_START = w("bookmarkStart")
_END = w("bookmarkEnd")
_DRAWING = f"{{{WP}}}docPr"
_PARA_ID_FORM = re.compile(r"[0-9A-Fa-f]{8}")
_PARA_ID_END = 0x80000000  # MS-DOCX 2.6.2.3: greater than 0 and less than this
# What a reference names: the tags that refer, the kind of part, the tag referred to.
_NOTES = (
    (("footnoteReference",), "footnotes", "footnote"),
    (("endnoteReference",), "endnotes", "endnote"),
    (("commentReference", "commentRangeStart", "commentRangeEnd"), "comments", "comment"),
)
_NAME_LIMIT = 40


def bookmark_ids(package: Package) -> Iterator[Defect]:
    """Each bookmark of a part has a number of its own."""
    for part in package.word_parts:
        seen: set[str] = set()
        for start in part.elements(_START):
            number = start.get(_ID, "")
            if number in seen or whole(number) is None:
                yield part.defect("bookmark-id", start, f"id {number} is used twice or is no number")
            seen.add(number)


def bookmark_names(package: Package) -> Iterator[Defect]:
    """No two bookmarks of the document share a name, whatever the case, and Word takes each name."""
    seen: set[str] = set()
    for part in package.word_parts:
        for start in part.elements(_START):
            name = start.get(w("name"), "")
            if name.casefold() in seen:
                yield part.defect("bookmark-name-once", start, f"two bookmarks are named {name}")
            seen.add(name.casefold())
            if not _is_bookmark_name(name):
                yield part.defect("bookmark-name", start, f"Word takes no bookmark named {name}")


def bookmark_pairs(package: Package) -> Iterator[Defect]:
    """Each bookmark that starts ends once, later in the same part."""
    for part in package.word_parts:
        open_starts: dict[str, _Element] = {}
        for mark in part.elements(_START, _END):
            number = mark.get(_ID, "")
            if mark.tag == _START:
                open_starts[number] = mark
            elif open_starts.pop(number, None) is None:
                yield part.defect("bookmark-pair", mark, f"no bookmark with id {number} is open to end here")
        for number, start in open_starts.items():
            yield part.defect("bookmark-pair", start, f"the bookmark with id {number} does not end")


def drawing_ids(package: Package) -> Iterator[Defect]:
    """Each drawing of a part has an id of its own.

    The standard says of the document; Word and python-docx count anew in each header and accept it.
    """
    for part in package.word_parts:
        seen: set[str] = set()
        for drawing in part.elements(_DRAWING):
            number = drawing.get("id", "")
            if number in seen:
                yield part.defect("drawing-id", drawing, f"two drawings have the id {number}")
            seen.add(number)


def paragraph_ids(package: Package) -> Iterator[Defect]:
    """Each w14:paraId is eight hexadecimal digits in range, and the only one of the document."""
    seen: set[str] = set()
    for part in package.word_parts:
        for element, name, number in part.attributes(W14):
            if name != "paraId":
                continue
            if not _is_para_id(number):
                yield part.defect("paragraph-id", element, f"w14:paraId {number} is out of range")
            if number.upper() in seen:
                yield part.defect("paragraph-id-once", element, f"w14:paraId {number} is used twice")
            seen.add(number.upper())


def note_references(package: Package) -> Iterator[Defect]:
    """Each footnote, endnote or comment that a text refers to exists."""
    for tags, kind, item in _NOTES:
        known = _ids(package.beside_main(kind), w(item))
        for part in package.word_parts:
            for reference in part.elements(*map(w, tags)):
                number = reference.get(_ID, "")
                if number not in known:
                    yield part.defect("note-reference", reference, f"{item} {number} does not exist")


def _ids(part: Part | None, tag: str) -> set[str]:
    return set() if part is None else {element.get(_ID, "") for element in part.elements(tag)}


def _is_bookmark_name(name: str) -> bool:
    """Tell whether Word takes the name: it cuts a longer one, and so makes doubles of it."""
    if not 0 < len(name) <= _NAME_LIMIT or not (name[0].isalpha() or name[0] == "_"):
        return False
    return all(character.isalnum() or character == "_" for character in name)


def _is_para_id(number: str) -> bool:
    return _PARA_ID_FORM.fullmatch(number) is not None and 0 < int(number, 16) < _PARA_ID_END
