"""Concepts as CSV: UTF-8 out; any usual encoding and delimiter in, with a preview of what was taken."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from service.core.message import message
from service.exchange.cells import escape_cell
from service.exchange.concept_fields import fields_of
from service.exchange.encodings import Certainty, decode_text
from service.exchange.incoming import ExchangedConcept, FileRefused, FileTooLarge, Reading, Value
from service.exchange.table_columns import CODES, COLUMNS, KnownLabels, Labels
from service.exchange.table_rows import MAX_COLUMNS, RawRow, filled_cells, open_table, read_rows

MAX_BYTES = 32 * 1024 * 1024
MAX_RECORD = 2 * 1024 * 1024
DELIMITERS = ",;\t"
PREVIEW_ROWS, PREVIEW_CELL = 20, 200
_KEYS = Labels()


def row_of(entry: ExchangedConcept, labels: Labels = _KEYS) -> list[str]:
    """A concept as the texts of a row, in the order of `COLUMNS`, each escaped."""
    values: dict[str, Value] = {"id": entry.concept.concept_id, **fields_of(entry.concept)}
    if entry.revision is not None:
        values["revision"] = str(entry.revision)
    if entry.state is not None:
        values["state"] = entry.state.value
    return [escape_cell(_cell(key, values.get(key, ""), labels)) for key in COLUMNS]


def _cell(key: str, value: Value, labels: Labels) -> str:
    texts = (value,) if isinstance(value, str) else value
    return "\n".join(map(labels.code, texts) if key in CODES else texts)


def write_csv(concepts: Iterable[ExchangedConcept], labels: Labels = _KEYS) -> bytes:
    """Write concepts as CSV: UTF-8 with a byte order mark, which spreadsheets need to know it, commas, CRLF.

    Args:
        concepts: In the order of the file.
        labels: How headings and codes are called; by default their keys.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([labels.heading(key) for key in COLUMNS])
    writer.writerows(row_of(entry, labels) for entry in concepts)
    return stream.getvalue().encode("utf-8-sig")


def read_csv(
    data: bytes, name: str, known: KnownLabels, encoding: str | None = None, delimiter: str | None = None
) -> Reading:
    """Read a CSV file.

    Args:
        data: The file.
        name: File name for messages.
        known: How headings and codes may be called.
        encoding: A key of `ENCODINGS`, once a person has chosen or confirmed it.
        delimiter: One of `DELIMITERS`; by default the one that parts the headings.

    Returns:
        Its rows with a preview; a doubt where the encoding is not proved.

    Raises:
        FileRefused: Not text, over a limit, a quotation mark that is never closed, no known heading.
    """
    if len(data) > MAX_BYTES:
        raise FileTooLarge(message("{file}: larger than {most} bytes", file=name, most=MAX_BYTES))
    text, taken = decode_text(data, name, encoding)
    chosen = delimiter or find_delimiter(text)
    table = open_table(lambda: _rows(text, name, chosen), name, known)
    said = taken.said(name)
    is_proved = taken.certainty is Certainty.PROVED
    return Reading(
        read_rows(table, known),
        notes=(*((said,) if is_proved else ()), *table.notes),
        doubts=() if is_proved else (said,),
        preview=_preview(text, name, chosen),
    )


def find_delimiter(text: str) -> str:
    """The delimiter of a file: the one that stands most often in its first line that holds something."""
    head = next((line for line in io.StringIO(text[:MAX_RECORD]) if line.strip()), "")
    return max(DELIMITERS, key=head.count)


class _Lines:
    """Gives the lines of a text to the parser and bounds what one record may take of them."""

    def __init__(self, text: str, name: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._name = name
        self._taken = 0
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            self._taken += len(line)
            if self._taken > MAX_RECORD:
                place = f"{self._name}:{self.number}"
                raise FileTooLarge(
                    message("{place}: a row is longer than {most} characters", place=place, most=MAX_RECORD)
                )
            yield line

    def end_record(self) -> None:
        self._taken = 0


def _rows(text: str, name: str, delimiter: str) -> Iterator[RawRow]:
    for number, (place, cells) in enumerate(_records(text, name, delimiter), start=1):
        yield RawRow(number, place, filled_cells(cells))


def _preview(text: str, name: str, delimiter: str) -> tuple[tuple[str, ...], ...]:
    records = islice(_records(text, name, delimiter), PREVIEW_ROWS)
    return tuple(tuple(cell[:PREVIEW_CELL] for cell in cells) for _, cells in records)


def _records(text: str, name: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    lines = _Lines(text, name)
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    first = 1
    try:
        for cells in reader:
            place = f"{name}:{first}"
            if len(cells) > MAX_COLUMNS:
                raise FileTooLarge(
                    message("{place}: more than {most} columns", place=place, most=MAX_COLUMNS)
                )
            yield place, cells
            first = lines.number + 1
            lines.end_record()
    except csv.Error as error:
        place = f"{name}:{first}"
        raise FileRefused(
            message("{place}: cannot be read: {problem}", place=place, problem=str(error))
        ) from None
