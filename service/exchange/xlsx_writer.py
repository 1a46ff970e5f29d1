"""Concepts as a workbook that people fill in: headings, drop-downs, days as days, a sheet of help."""

import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from service.core.message import message
from service.exchange.cells import escape_cell
from service.exchange.concept_fields import BY_KEY
from service.exchange.csv_files import row_of
from service.exchange.field_values import Kind
from service.exchange.incoming import ExchangedConcept, FileRefused
from service.exchange.table_columns import CODES, COLUMNS, REVISION
from service.exchange.table_words import Wording

LONGEST_CELL = 32_767  # Excel cuts what is longer
EMPTY_ROWS = 1_000  # rows below the last one that still have drop-downs
_FIRST_DAY = date(1900, 3, 1)  # before it, spreadsheets count a day that never was
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DAY_FORMAT = "yyyy-mm-dd"
_LINES = Alignment(wrap_text=True, vertical="top")
_WIDE = frozenset(("vi.preferred", "zh.preferred", "vi.admitted", "zh.admitted", "sources", "note"))
_SINGLE = tuple(
    key for key in COLUMNS if key in CODES and (key not in BY_KEY or not BY_KEY[key].kind.is_list)
)


def write_xlsx(concepts: Iterable[ExchangedConcept], wording: Wording) -> bytes:
    """Write concepts as a workbook; without concepts it is the template to fill in.

    Args:
        concepts: In the order of rows.
        wording: What people read, in their language.

    Raises:
        FileRefused: A field is longer than a cell can be.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(wording.sheet)
    sheet.freeze_panes = "A2"
    for number, key in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = 40 if key in _WIDE else 16
    sheet.append(list(_headings(sheet, wording)))
    count = 1
    try:
        for entry in concepts:
            sheet.append(list(_cells(sheet, entry, wording)))
            count += 1
    except FileRefused:
        sheet.close()  # what is begun is a stream that must end
        raise
    for validation in _drop_downs(wording, count + EMPTY_ROWS):
        sheet.data_validations.append(validation)  # what add_data_validation does; write-only sheets lack it
    _write_help(book.create_sheet(wording.help_sheet), wording)
    _write_lists(book.create_sheet(wording.lists_sheet), wording)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _headings(sheet: Any, wording: Wording) -> Iterator[object]:  # noqa: ANN401 - the stubs name no write-only sheet
    for key in COLUMNS:
        cell = WriteOnlyCell(sheet, wording.labels.heading(key))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", start_color="DDE7F3")
        cell.alignment = _LINES
        yield cell


def _cells(sheet: Any, entry: ExchangedConcept, wording: Wording) -> Iterator[object]:  # noqa: ANN401
    for key, text in zip(COLUMNS, row_of(entry, wording.labels), strict=True):
        if not text:
            yield None
        elif key == REVISION:
            yield int(text)
        elif key in BY_KEY and BY_KEY[key].kind is Kind.DAY:
            yield _day_cell(sheet, text)
        else:
            yield _text_cell(sheet, _text(text, entry.concept.concept_id, key))


def _text_cell(sheet: Any, text: str) -> object:  # noqa: ANN401
    if "\n" not in text:
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.alignment = _LINES
    return cell


def _day_cell(sheet: Any, text: str) -> object:  # noqa: ANN401
    day = date.fromisoformat(text)
    if day < _FIRST_DAY:
        return text
    cell = WriteOnlyCell(sheet, datetime.combine(day, time()))
    cell.number_format = _DAY_FORMAT
    return cell


def _text(text: str, concept_id: str, key: str) -> str:
    # Readers take _x0041_ for the letter A.
    escaped = _ESCAPED.sub("_x005F_", text)
    if len(escaped) > LONGEST_CELL:
        place = f"{concept_id}: {key}"
        raise FileRefused(message("{place}: longer than {most} characters", place=place, most=LONGEST_CELL))
    return escaped


def _drop_downs(wording: Wording, last: int) -> Iterator[DataValidation]:
    for at, key in enumerate(_SINGLE, start=1):
        letter, column = get_column_letter(at), get_column_letter(COLUMNS.index(key) + 1)
        choices = f"'{wording.lists_sheet}'!${letter}$1:${letter}${len(CODES[key])}"
        validation = DataValidation(type="list", formula1=choices, allow_blank=True, showErrorMessage=True)
        # [delete] is no choice of the list and yet an answer: the drop-down warns and lets it pass.
        validation.errorStyle = "warning"
        validation.add(f"{column}2:{column}{last}")
        yield validation


def _write_help(sheet: Any, wording: Wording) -> None:  # noqa: ANN401
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 44, 90
    for rule in wording.rules:
        sheet.append([None, escape_cell(rule)])
    sheet.append([])
    for key in COLUMNS:
        sheet.append([wording.labels.heading(key), _explanation(key, wording)])


def _explanation(key: str, wording: Wording) -> str:
    kind = BY_KEY[key].kind if key in BY_KEY else None
    said = wording.kinds[kind] if kind else ""
    choices = ", ".join(wording.labels.code(code) for code in CODES.get(key, ()))
    return ": ".join(part for part in (said, choices) if part) or key


def _write_lists(sheet: Any, wording: Wording) -> None:  # noqa: ANN401
    sheet.sheet_state = "hidden"
    columns = [[wording.labels.code(code) for code in CODES[key]] for key in _SINGLE]
    for at in range(max(map(len, columns))):
        sheet.append([column[at] if at < len(column) else None for column in columns])
