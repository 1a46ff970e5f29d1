"""Reading a drafted DOCX as a person would: its paragraphs in order, its rows cell by cell."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NBSP = "\u00a0"


@cache
def part(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    """Parse one part of a document."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def part_names(docx: bytes) -> list[str]:
    """Name the parts of a document."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.namelist()


def text_of(element: etree._Element) -> str:
    """Read the text of a paragraph; tabs and breaks as such, no-break spaces as spaces."""
    pieces = {f"{W}tab": "\t", f"{W}br": "\n"}
    found = (pieces.get(node.tag) or node.text or "" for node in element.iter(f"{W}t", f"{W}tab", f"{W}br"))
    return "".join(found).replace(NBSP, " ")


def paragraphs(docx: bytes) -> list[str]:
    """Read every paragraph that says something, in order."""
    texts = (text_of(paragraph) for paragraph in part(docx).iter(f"{W}p"))
    return [text for text in texts if text]


def rows(docx: bytes) -> list[tuple[str, ...]]:
    """Read every table row, a text a cell, the paragraphs of a cell joined by line breaks."""
    return [tuple(_cells(row)) for row in part(docx).iter(f"{W}tr")]


def _cells(row: etree._Element) -> Iterator[str]:
    for cell in row.iter(f"{W}tc"):
        # A row of whole lists begins with a line that nobody sees (parallel.py).
        yield "\n".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p")).removeprefix("\n")


def bookmarks(docx: bytes) -> dict[str, str]:
    """Read every bookmark: its name and the text it encloses."""
    found: dict[str, str] = {}
    open_names: dict[str, str] = {}
    for node in part(docx).iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}bookmarkStart":
            open_names[node.get(f"{W}id", "")] = node.get(f"{W}name", "")
            assert node.get(f"{W}name") not in found
            found[node.get(f"{W}name", "")] = ""
        elif node.tag == f"{W}bookmarkEnd":
            del open_names[node.get(f"{W}id", "")]
        else:
            for name in open_names.values():
                found[name] += {f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag) or node.text or ""
    assert not open_names
    return found
