"""A template's body as a tree of blocks: paragraphs, tables, loops, conditions and named blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from service.core.languages import Language
from service.documents.ooxml import Element, attribute, w
from service.documents.tags import Tag

NOTE_KINDS = ("footnote", "endnote")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with text, or tags and text.

    Attributes:
        element: The paragraph.
        role: The role of its style.
        tags: Its own tags.
        boxes: What its text boxes hold, in the order of `text_boxes`.
        notes: What the notes it refers to hold, in the order of `note_references`.
    """

    element: Element
    role: str
    tags: tuple[Tag, ...]
    boxes: tuple[tuple["Block", ...], ...] = ()
    notes: tuple[tuple["Block", ...], ...] = ()


@dataclass(frozen=True)
class Row:
    """A table row."""

    element: Element
    cells: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Table:
    """A table; its rows may stand in loops and conditions."""

    element: Element
    rows: tuple["Block", ...]


@dataclass(frozen=True)
class Loop:
    """Blocks or rows that repeat."""

    tag: Tag
    children: tuple["Block", ...]


@dataclass(frozen=True)
class Branch:
    """One way of a condition: its `if`, `elif` or `else` tag and what it holds."""

    tag: Tag
    children: tuple["Block", ...]


@dataclass(frozen=True)
class Condition:
    """Blocks or rows of which one branch is printed."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Named:
    """Blocks with a name, by which the twin's are found wherever they stand there."""

    name: str
    tag: Tag
    children: tuple["Block", ...]


Block: TypeAlias = Paragraph | Row | Table | Loop | Condition | Named


_TEXT_BOX = w("txbxContent")
NOTE_REFERENCES = {w(f"{kind}Reference"): kind for kind in NOTE_KINDS}


def own_nodes(element: Element) -> Iterator[Element]:
    """Everything under an element in its order, but what text boxes in it hold."""
    for node in element:
        yield node
        if node.tag != _TEXT_BOX:
            yield from own_nodes(node)


def text_boxes(paragraph: Element) -> list[Element]:
    """The contents of a paragraph's text boxes; Word writes each twice, for itself and for older programs."""
    return [node for node in own_nodes(paragraph) if node.tag == _TEXT_BOX]


def note_references(paragraph: Element) -> list[Element]:
    """The references of a paragraph's own runs to footnotes and endnotes."""
    return [node for node in own_nodes(paragraph) if node.tag in NOTE_REFERENCES]


# What a paragraph without a word of its own still prints.
_SHOWN = tuple(
    map(
        w,
        (
            *("drawing", "pict", "object", "sym", "fldSimple", "fldChar"),
            *("footnoteReference", "endnoteReference", "sectPr"),
        ),
    )
)


def shows(paragraph: Element) -> bool:
    """Whether a paragraph without a word of its own still prints something."""
    if next(paragraph.iter(*_SHOWN), None) is not None:
        return True
    return any(attribute(own, "type") in ("page", "column") for own in paragraph.iter(w("br")))


def expressions(blocks: Sequence[Block]) -> Iterator[str]:
    """Every expression that blocks hold, for asking which names they speak of."""
    for block in blocks:
        yield from _sources(block)


def _sources(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from (tag.source for tag in block.tags)
            for inside in (*block.boxes, *block.notes):
                yield from expressions(inside)
        case Row():
            for cell in block.cells:
                yield from expressions(cell)
        case Table():
            yield from expressions(block.rows)
        case Loop() | Named():
            yield block.tag.source
            yield from expressions(block.children)
        case Condition():
            for branch in block.branches:
                yield branch.tag.source
                yield from expressions(branch.children)


def role_of(style_name: str, language: Language) -> str:
    """The role of a style: its name without its language, the same in both templates."""
    return style_name.removesuffix(f" ({language})")
