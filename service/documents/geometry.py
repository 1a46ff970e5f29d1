"""Measures of the parallel layouts, their tables and sections; lengths in twips (1/20 pt)."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from service.core.languages import Language
from service.documents.ooxml import Element, attribute, w

A4 = (11906, 16838)


@dataclass(frozen=True)
class Page:
    """The page of the parallel layouts.

    Attributes:
        size: Width and height.
        margins: Above, right, below, left.
        columns: The widths of the columns; they make up the width of the text.
        is_landscape: It lies across.
    """

    size: tuple[int, int]
    margins: tuple[int, int, int, int]
    columns: Mapping[Language, int]
    is_landscape: bool = False

    @property
    def text_width(self) -> int:
        """The width of the text."""
        return sum(self.columns.values())


# 25 mm above, 20 right, 22 below, 30 left; columns of 86 and 74 mm: with 13 and 14 pt on one pitch of 20 pt
# both fill best. Across: 25, 22, 20, 25, and columns in the same proportion.
PORTRAIT = Page(A4, (1417, 1134, 1247, 1701), {Language.VI: 4876, Language.ZH: 4195})
LANDSCAPE = Page(
    (A4[1], A4[0]), (1417, 1247, 1134, 1417), {Language.VI: 7618, Language.ZH: 6555}, is_landscape=True
)
_HEADER = 624  # header and footer at 11 mm
_GUTTER = 227
_BELOW_TITLE = 200
_RULE = "BFBFBF"
_HEAD_RULE = "A6A6A6"


def make(name: str, parent: Element | None = None, /, **attributes: str | int) -> Element:
    """Make a `w:` element with `w:` attributes, inside a parent if one is given."""
    element = etree.Element(w(name)) if parent is None else etree.SubElement(parent, w(name))
    for attribute_name, value in attributes.items():
        element.set(w(attribute_name), str(value))
    return element


def page_of(section: Element) -> Page:
    """The page of the parallel layouts for a template whose section lies across, or stands upright."""
    return LANDSCAPE if attribute(section.find(w("pgSz")), "orient") == "landscape" else PORTRAIT


def page_section(base: Element) -> Element:
    """The section of the parallel layouts, with the headers and footers of another section."""
    page = page_of(base)
    section = make("sectPr")
    orient = {"orient": "landscape"} if page.is_landscape else {}
    make("pgSz", section, w=page.size[0], h=page.size[1], **orient)
    margins = zip(("top", "right", "bottom", "left"), page.margins, strict=True)
    make("pgMar", section, **dict(margins), header=_HEADER, footer=_HEADER, gutter=0)
    return with_references(section, base)


def with_references(section: Element, base: Element) -> Element:
    """Give a section the header and footer references, and the different first page, of another one.

    Every section needs its own: one with `titlePg` and without references prints none.
    """
    for reference in (*section.findall(w("headerReference")), *section.findall(w("footerReference"))):
        section.remove(reference)
    for own in section.findall(w("titlePg")):
        section.remove(own)
    references = (*base.findall(w("headerReference")), *base.findall(w("footerReference")))
    for index, reference in enumerate(references):
        section.insert(index, deepcopy(reference))
    if base.find(w("titlePg")) is not None:
        _insert_before(
            section, make("titlePg"), ("textDirection", "bidi", "rtlGutter", "docGrid", "sectPrChange")
        )
    return section


def _insert_before(parent: Element, child: Element, names: Iterable[str]) -> None:
    later = {w(name) for name in names}
    for index, sibling in enumerate(parent):
        if sibling.tag in later:
            parent.insert(index, child)
            return
    parent.append(child)


def table(widths: Sequence[int]) -> Element:
    """A borderless table of fixed columns."""
    element = make("tbl")
    properties = make("tblPr", element)
    make("tblW", properties, w=sum(widths), type="dxa")
    make("tblLayout", properties, type="fixed")
    margins = make("tblCellMar", properties)
    for edge in ("left", "right"):
        make(edge, margins, w=0, type="dxa")
    grid = make("tblGrid", element)
    for width in widths:
        make("gridCol", grid, w=width)
    return element


def table_row(cells: Iterable[Element], *, header: bool = False, may_split: bool = False) -> Element:
    """A row that no page break divides, unless it may; a header row is repeated on every page."""
    row = make("tr")
    if header or not may_split:
        properties = make("trPr", row)
        make("cantSplit", properties)
        if header:
            make("tblHeader", properties)
    row.extend(cells)
    return row


@dataclass(frozen=True)
class CellForm:
    """How a cell of the parallel layouts looks.

    Attributes:
        column: 0 or 1 of two columns parted by a rule, None where it is the only one.
        header: Of the header row, over a rule.
        centred: Its content stands in the middle of the row's height.
        above: Space above its content.
    """

    column: int | None = None
    header: bool = False
    centred: bool = False
    above: int = 0

    @property
    def margins(self) -> dict[str, int]:
        """Space at each edge, where there is any, in the order of the schema."""
        edges = {
            "top": self.above,
            "left": _GUTTER if self.column == 1 else 0,
            "bottom": _BELOW_TITLE if self.centred else 0,
            "right": _GUTTER if self.column == 0 else 0,
        }
        return {edge: margin for edge, margin in edges.items() if margin}


def cell(width: int, content: Iterable[Element], form: CellForm) -> Element:
    """A cell.

    Args:
        width: Of its column.
        content: Its paragraphs, the last of which ends the cell.
        form: How it looks.
    """
    element = make("tc")
    properties = make("tcPr", element)
    make("tcW", properties, w=width, type="dxa")
    borders = _borders(form.column, header=form.header)
    if borders is not None:
        properties.append(borders)
    if form.margins:
        margins = make("tcMar", properties)
        for edge, margin in form.margins.items():
            make(edge, margins, w=margin, type="dxa")
    if form.centred:
        make("vAlign", properties, val="center")
    element.extend(content)
    for own in element.iterchildren(w("tbl")):
        fit_table(own, width if form.column is None else width - _GUTTER)
    return element


def _borders(column: int | None, *, header: bool) -> Element | None:
    if column is None:
        return None
    borders = make("tcBorders")
    edges = [("left", _RULE)] if column else []
    edges += [("bottom", _HEAD_RULE)] if header else []
    edges += [] if column else [("right", _RULE)]
    for edge, colour in edges:
        make(edge, borders, val="single", sz=4, space=0, color=colour)
    return borders


def fit_table(element: Element, width: int) -> None:
    """Scale a table's columns to a width of text; the last column takes what rounding leaves."""
    columns = element.findall(f"{w('tblGrid')}/{w('gridCol')}")
    old = [int(attribute(column, "w") or 0) for column in columns]
    new = [size * width // sum(old) for size in old]
    new[-1] += width - sum(new)
    for column, size in zip(columns, new, strict=True):
        column.set(w("w"), str(size))
    for own in element.iterfind(f"{w('tblPr')}/{w('tblW')}"):
        own.set(w("w"), str(width))
    for row in element.iterchildren(w("tr")):
        _fit_row(row, new)


def _fit_row(row: Element, columns: Sequence[int]) -> None:
    position = 0
    for own_cell in row.iterchildren(w("tc")):
        span = int(attribute(own_cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val") or 1)
        size = own_cell.find(f"{w('tcPr')}/{w('tcW')}")
        if size is not None:
            size.set(w("w"), str(sum(columns[position : position + span])))
        position += span
