"""Reading a drafted DOCX back: its paragraphs in their order, each with its language and segment."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.core.languages import Language
from service.documents.gate import open_docx
from service.documents.ooxml import Element, attribute, parse_xml, w
from service.documents.template import DOCUMENT, STYLES

MOST_ELEMENTS = 1_000_000  # of a draft: some forty a row
_PIECES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n"}
_TEXTS = (w("t"), *_PIECES)
_NBSP = "\u00a0"
_PREFIX = "bb_"


@dataclass(frozen=True)
class DraftParagraph:
    """A paragraph that says something.

    Attributes:
        text: What it says; no-break spaces, which are typography, as spaces.
        language: The language of its style; None of a style without one.
        segment: The bookmark of the segment it holds; empty where the paper's own words stand.
    """

    text: str
    language: Language | None
    segment: str


def read_paragraphs(data: bytes, name: str) -> list[DraftParagraph]:
    """Read a draft's main text.

    Args:
        data: The DOCX file.
        name: Its name, for messages.

    Raises:
        PackageRefused: It cannot be opened.
        TemplateError: It is no Word document.
    """
    parts = open_docx(data, name, MOST_ELEMENTS)
    languages = dict(_style_languages(parse_xml(parts[STYLES], STYLES)))
    return [
        DraftParagraph(text, languages.get(_style_of(paragraph)), _segment_of(paragraph))
        for paragraph in parse_xml(parts[DOCUMENT], DOCUMENT).iter(w("p"))
        if (text := _text_of(paragraph))
    ]


def _style_languages(styles: Element) -> Iterator[tuple[str, Language]]:
    """Style ids to the language in their names: "Minutes body (vi)"."""
    for style in styles.iter(w("style")):
        name = attribute(style.find(w("name")), "val") or ""
        for language in Language:
            if name.endswith(f"({language})"):
                yield style.get(w("styleId"), ""), language


def _style_of(paragraph: Element) -> str:
    return attribute(paragraph.find(f"{w('pPr')}/{w('pStyle')}"), "val") or ""


def _segment_of(paragraph: Element) -> str:
    names = (mark.get(w("name"), "") for mark in paragraph.iter(w("bookmarkStart")))
    return next((name for name in names if name.startswith(_PREFIX)), "")


def _text_of(paragraph: Element) -> str:
    found = (_PIECES.get(node.tag) or node.text or "" for node in paragraph.iter(*_TEXTS))
    return "".join(found).replace(_NBSP, " ")
