"""The tables of the templates, row by row: columns of fixed widths, cells in named styles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docx.table import Table
from docx.text.paragraph import Paragraph

from service.documents.geometry import make
from service.documents.ooxml import Element, w

Written: TypeAlias = list[tuple[Paragraph, str, tuple[str, ...]]]

_RULE = "7F7F7F"
_SHADE = "F2F2F2"
_ABOVE_TEXT = 30


@dataclass(frozen=True)
class CellText:
    """One cell: paragraphs of a role each; an empty text is an empty paragraph.

    Attributes:
        texts: Role and pieces of text, as TemplateWriter.add takes them.
        span: How many columns it covers.
    """

    texts: Sequence[tuple[str, tuple[str, ...]]]
    span: int = 1


@dataclass(frozen=True)
class RowForm:
    """How a row looks.

    Attributes:
        header: Repeated on every page, shaded.
        above: Space above the content of its cells, in twips.
        height: Exact, in twips; 0 is as high as what it holds.
        centred: Content stands in the middle of the row's height.
    """

    header: bool = False
    above: int = 0
    height: int = 0
    centred: bool = False


def plain_table(table: Table, widths: Sequence[int], gap: int = 0) -> None:
    """Make a table of fixed columns without borders; its texts keep a gap from each side of their cells."""
    element = _properties(table, widths)
    margins = make("tblCellMar", element)
    for edge in ("left", "right"):
        make(edge, margins, w=gap, type="dxa")


def ruled_table(table: Table, widths: Sequence[int], above: int = _ABOVE_TEXT) -> None:
    """Make a table of fixed columns with thin lines all round, and space above and below each text."""
    element = _properties(table, widths)
    borders = make("tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        make(edge, borders, val="single", sz=4, space=0, color=_RULE)
    element.find(w("tblLayout")).addprevious(borders)  # type: ignore[union-attr]  # made above
    margins = make("tblCellMar", element)
    for edge, margin in (("top", above), ("left", 85), ("bottom", above), ("right", 85)):
        make(edge, margins, w=margin, type="dxa")


def _properties(table: Table, widths: Sequence[int]) -> Element:
    element: Element = table._tbl.tblPr
    for child in list(element):
        element.remove(child)
    make("tblW", element, w=sum(widths), type="dxa")
    make("tblLayout", element, type="fixed")
    for column, width in zip(table._tbl.iter(w("gridCol")), widths, strict=True):
        column.set(w("w"), str(width))
    return element


def add_row(table: Table, cells: Sequence[CellText], form: RowForm) -> Written:
    """Add a row that no page break divides.

    Returns:
        Every paragraph with the role and the texts to be written into it.
    """
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it so
    properties: Element = row._tr.get_or_add_trPr()
    make("cantSplit", properties)
    if form.height:
        make("trHeight", properties, val=form.height, hRule="exact")
    if form.header:
        make("tblHeader", properties)
    written: Written = []
    column = 0
    for content in cells:
        own = row.cells[column]
        if content.span > 1:
            own = own.merge(row.cells[column + content.span - 1])
        column += content.span
        _set_cell(own._tc.get_or_add_tcPr(), form)
        paragraphs = [own.paragraphs[0], *(own.add_paragraph() for _ in content.texts[1:])]
        written += [(p, role, texts) for p, (role, texts) in zip(paragraphs, content.texts, strict=True)]
    return written


def _set_cell(properties: Element, form: RowForm) -> None:
    if form.header:
        make("shd", properties, val="clear", color="auto", fill=_SHADE)
    if form.above:
        # Of the cell, not of a paragraph: whichever language stands first in it.
        make("top", make("tcMar", properties), w=form.above, type="dxa")
    if form.centred or form.header:
        make("vAlign", properties, val="center")


def set_shares(table: Element, shares: Sequence[int]) -> None:
    """Set a table's columns as shares of the text's width, in fiftieths of a per cent."""
    for properties in table.iterchildren(w("tblPr")):
        for child in list(properties):
            properties.remove(child)
        make("tblW", properties, w=sum(shares), type="pct")
        margins = make("tblCellMar", properties)
        for edge in ("left", "right"):
            make(edge, margins, w=0, type="dxa")
    # LibreOffice reads the shares off the grid, Word off the cells.
    for column, share in zip(table.iter(w("gridCol")), shares, strict=True):
        column.set(w("w"), str(share * 2))
    for properties, share in zip(table.iter(w("tcPr")), shares, strict=True):
        for child in list(properties):
            properties.remove(child)
        make("tcW", properties, w=share, type="pct")
        make("vAlign", properties, val="bottom")
