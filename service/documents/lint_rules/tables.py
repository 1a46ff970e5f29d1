"""Rules of tables: rows, cells and the grid they stand on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import TBL, TC, TR, VAL, w
from service.documents.lint_rules.package import Package
from service.documents.lint_rules.parsing import Part
from service.documents.lint_rules.tree import content, whole

_TBL_GRID = w("tblGrid")
_GRID_COL = w("gridCol")


@dataclass(frozen=True, eq=False)
class _Cell:
    element: _Element
    start: int
    span: int

    @property
    def end(self) -> int:
        return self.start + self.span


def table_shape(package: Package) -> Iterator[Defect]:
    """A table has a grid and a row, a row has a cell (ECMA-376-1:2016, 17.4.37 and 17.4.78)."""
    for part, table in _tables(package):
        if table.find(_TBL_GRID) is None:
            yield part.defect("table-grid", table, "the table has no w:tblGrid")
        rows = list(content(table, TR))
        if not rows:
            yield part.defect("table-rows", table, "the table has no row")
        for row in rows:
            if next(content(row, TC), None) is None:
                yield part.defect("row-cells", row, "the row has no cell")


def grid_fits(package: Package) -> Iterator[Defect]:
    """Each row is as many grid columns wide as its table."""
    for part, table in _tables(package):
        columns = len(_columns(table))
        for row in content(table, TR):
            taken = _end(row) + _count(row, "trPr", "gridAfter", 0)
            # A table without a grid is reported once, not at every row.
            if columns and taken != columns:
                detail = f"the row takes {taken} grid columns, the table has {columns}"
                yield part.defect("grid-fits", row, detail)


def cell_widths(package: Package) -> Iterator[Defect]:
    """In a fixed layout each cell is as wide as the grid columns under it, within a twip a column."""
    for part, table in _tables(package):
        layout = table.find(f"{w('tblPr')}/{w('tblLayout')}")
        widths = [whole(column.get(w("w"))) for column in _columns(table)]
        if layout is None or layout.get(w("type")) != "fixed":
            continue
        edges = [0, *accumulate(width or 0 for width in widths)]
        for row in content(table, TR):
            for cell in _cells(row):
                yield from _width_defects(part, cell, edges)


def merges(package: Package) -> Iterator[Defect]:
    """A cell that continues a vertical merge stands under one that starts or continues it."""
    for part, table in _tables(package):
        merging: set[int] = set()
        for row in content(table, TR):
            states = [(cell, _merge_state(cell)) for cell in _cells(row)]
            for cell, state in states:
                if state == "continue" and cell.start not in merging:
                    yield part.defect("merge-starts", cell.element, "the cell above starts no vertical merge")
            merging = {cell.start for cell, state in states if state}


def _width_defects(part: Part, cell: _Cell, edges: list[int]) -> Iterator[Defect]:
    written = cell.element.find(f"{w('tcPr')}/{w('tcW')}")
    if (
        written is None
        or written.get(w("type"), "dxa") != "dxa"
        or not 0 <= cell.start <= cell.end < len(edges)
    ):
        return
    width = whole(written.get(w("w")))
    expected = edges[cell.end] - edges[cell.start]
    if width is None or abs(width - expected) > cell.span:
        detail = f"the cell is {written.get(w('w'))} twips wide, its grid columns {expected}"
        yield part.defect("cell-width", cell.element, detail)


def _tables(package: Package) -> Iterator[tuple[Part, _Element]]:
    for part in package.word_parts:
        for table in part.elements(TBL):
            yield part, table


def _columns(table: _Element) -> list[_Element]:
    return table.findall(f"{_TBL_GRID}/{_GRID_COL}")


def _cells(row: _Element) -> Iterator[_Cell]:
    start = _count(row, "trPr", "gridBefore", 0)
    for element in content(row, TC):
        cell = _Cell(element, start, _count(element, "tcPr", "gridSpan", 1))
        yield cell
        start = cell.end


def _end(row: _Element) -> int:
    cells = list(_cells(row))
    return cells[-1].end if cells else _count(row, "trPr", "gridBefore", 0)


def _count(parent: _Element, properties: str, name: str, absent: int) -> int:
    """Return a count of grid columns; one that is no number counts 0, so that its row does not fit."""
    found = parent.find(f"{w(properties)}/{w(name)}")
    return absent if found is None else max(whole(found.get(VAL)) or 0, 0)


def _merge_state(cell: _Cell) -> str:
    merge = cell.element.find(f"{w('tcPr')}/{w('vMerge')}")
    return "" if merge is None else merge.get(VAL, "continue")
