"""Workbooks of concepts as plain data: values only, of the first sheet that people see a table in."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial

import python_calamine

from service.core.message import Message, message
from service.exchange.incoming import FileRefused, NoTable, Reading
from service.exchange.table_columns import KnownLabels
from service.exchange.table_rows import RawRow, filled_cells, open_table, read_rows
from service.exchange.xlsx_gate import SheetFacts, Workbook, open_workbook


def read_xlsx(data: bytes, name: str, known: KnownLabels) -> Reading:
    """Read a workbook.

    Formulas are never worked out: a row that holds one is refused and says which cell. What people do not
    see is told. Days are read from cells that are days and from text.

    Args:
        data: The file.
        name: File name for messages.
        known: How headings and codes may be called.

    Raises:
        FileRefused: Not a workbook, over a limit, no known heading.
    """
    workbook = open_workbook(data, name)
    refusals: list[NoTable] = []
    for sheet in workbook.sheets:
        try:
            table = open_table(partial(_rows, workbook, sheet, name), name, known)
        except NoTable as error:
            refusals.append(error)
        else:
            return Reading(read_rows(table, known), (*_notes(workbook, sheet, name), *table.notes))
    raise refusals[0]


def _rows(workbook: Workbook, sheet: str, name: str) -> Iterator[RawRow]:
    facts = workbook.sheets[sheet]
    try:
        opened = python_calamine.load_workbook(io.BytesIO(workbook.data)).get_sheet_by_name(sheet)
        # Rows come from the first one on, cells from the first column that holds something.
        before = [""] * (opened.start[1] if opened.start else 0)
        for number, cells in enumerate(opened.iter_rows(), start=1):
            place = f"{name}:{number}"
            filled = filled_cells((*before, *map(_text, cells)))
            yield RawRow(number, place, filled, *_remarks(facts, number, place))
    except python_calamine.CalamineError as error:
        raise FileRefused(
            message("{file}: cannot be read: {problem}", file=name, problem=str(error))
        ) from None


def _text(value: object) -> str:
    """The text of a cell's value; a day without a time is that day."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _remarks(facts: SheetFacts, number: int, place: str) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    notes, problems = [], []
    if number in facts.hidden_rows:
        notes.append(message("{place}: a hidden row", place=place))
    if number in facts.formulas:
        cells = ", ".join(facts.formulas[number][:5])
        problems.append(message("{place}: {cells}: a formula; put its value there", place=place, cells=cells))
    if number in facts.errors:
        cells = ", ".join(facts.errors[number][:5])
        problems.append(message("{place}: {cells}: an error of the spreadsheet", place=place, cells=cells))
    return tuple(notes), tuple(problems)


def _notes(workbook: Workbook, sheet: str, name: str) -> Iterator[Message]:
    facts = workbook.sheets[sheet]
    yield message("{file}: sheet “{sheet}” is read", file=name, sheet=sheet)
    others = ", ".join(other for other in workbook.sheets if other != sheet)
    if others:
        yield message("{file}: sheets not read: {sheets}", file=name, sheets=others)
    if workbook.hidden:
        hidden = ", ".join(workbook.hidden)
        yield message("{file}: hidden sheets, not read: {sheets}", file=name, sheets=hidden)
    if facts.has_hidden_columns:
        yield message("{file}: hidden columns are read too", file=name)
    if facts.merged:
        cells = ", ".join(facts.merged[:5])
        yield message(
            "{file}: merged cells, only the first of each holds the text: {cells}", file=name, cells=cells
        )
    if workbook.has_links:
        yield message("{file}: links to other files are not followed", file=name)
