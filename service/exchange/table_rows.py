"""Rows of a table as concepts: headings found, cells read, text of old fonts shown converted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.core.message import BienbanError, Message, message
from service.exchange.cells import is_clear_mark, unescape_cell
from service.exchange.concept_fields import BY_KEY
from service.exchange.field_values import Kind, is_id, read_value
from service.exchange.incoming import FileRefused, FileTooLarge, Incoming, LegacyText, NoTable, Value
from service.exchange.table_columns import CODES, ID, REVISION, STATE, KnownLabels
from service.glossary.life import State
from service.language.legacy_vietnamese import convert_legacy, weigh_encodings

MAX_ROWS = 100_000
MAX_COLUMNS = 200
_MOST_DIGITS = 9
_LOST = "\ufffd"
_VIETNAMESE = frozenset(
    (*(key for key in BY_KEY if key.startswith("vi.")), "definition.vi", "domain", "note")
)


@dataclass(frozen=True)
class RawRow:
    """One row as a file has it.

    Attributes:
        number: Counted from 1 as people see it, headings included.
        place: For messages: `terms.csv:12`.
        cells: Place and text of those that hold something; escapes and marks are still in them.
        notes: What the format itself has to say of the row.
        problems: Why the format itself refuses the row.
    """

    number: int
    place: str
    cells: tuple[tuple[int, str], ...]
    notes: tuple[Message, ...] = ()
    problems: tuple[Message, ...] = ()


def filled_cells(cells: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """The cells of a row that hold something, with their places; most of a wide table is empty."""
    return tuple((at, cell) for at, cell in enumerate(cells) if cell and not cell.isspace())


@dataclass(frozen=True)
class Table:
    """The rows of a table with the columns that its headings name.

    Attributes:
        columns: Place in the row to column key.
        width: How many places have a heading, known or not.
        rows: Opens those below the headings that hold something; they are read twice and never held.
        notes: Columns that are not read.
    """

    columns: Mapping[int, str]
    width: int
    rows: Callable[[], Iterator[RawRow]]
    notes: tuple[Message, ...] = ()


def open_table(rows: Callable[[], Iterator[RawRow]], name: str, known: KnownLabels) -> Table:
    """Find the headings, which are the first row that holds something, and the rows below them.

    Args:
        rows: Opens the rows of the file from the first one on.
        name: File name for messages.
        known: How headings may be called.

    Raises:
        NoTable: No row, or no known heading.
        FileRefused: A column twice, or too many rows or columns.
    """
    headings = next(_filled(rows()), None)
    if headings is None:
        raise NoTable(message("{file}: holds no rows", file=name))
    columns, notes = _find_columns(headings, name, known)
    return Table(columns, headings.cells[-1][0] + 1, lambda: _below(rows(), name), notes)


def _filled(rows: Iterator[RawRow]) -> Iterator[RawRow]:
    return (row for row in rows if row.cells)


def _below(rows: Iterator[RawRow], name: str) -> Iterator[RawRow]:
    filled = _filled(rows)
    next(filled)  # the headings
    for count, row in enumerate(filled, start=1):
        if count > MAX_ROWS:
            raise FileTooLarge(message("{file}: holds more than {most} rows", file=name, most=MAX_ROWS))
        yield row


def _find_columns(
    headings: RawRow, name: str, known: KnownLabels
) -> tuple[dict[int, str], tuple[Message, ...]]:
    columns: dict[int, str] = {}
    unknown: list[str] = []
    for at, cell in headings.cells:
        heading = unescape_cell(cell.strip())
        key = known.find_column(heading)
        if key in columns.values():
            raise FileRefused(
                message("{place}: the column “{heading}” stands twice", place=headings.place, heading=heading)
            )
        if key is not None:
            columns[at] = key
        else:
            unknown.append(heading)
    if not columns:
        raise NoTable(message("{place}: names no column of a glossary", place=headings.place))
    if not unknown:
        return columns, ()
    listed = ", ".join(unknown[:20])
    return columns, (message("{file}: columns not read: {columns}", file=name, columns=listed),)


def read_rows(table: Table, known: KnownLabels) -> tuple[Incoming, ...]:
    """Read every row of a table."""
    encoding = _find_encoding(table)
    return tuple(_RowReader(table, row, known, encoding).read() for row in table.rows())


def _find_encoding(table: Table) -> str | None:
    """The old encoding that the Vietnamese columns of a whole table speak for."""
    places = {at for at, key in table.columns.items() if key in _VIETNAMESE}
    cells = (cell for row in table.rows() for at, cell in row.cells if at in places and not cell.isascii())
    return weigh_encodings(cells).encoding


class _RowReader:
    """Reads one row; what is wrong in it refuses the row, not the file."""

    def __init__(self, table: Table, row: RawRow, known: KnownLabels, encoding: str | None) -> None:
        self._columns = table.columns
        self._width = table.width
        self._row = row
        self._known = known
        self._encoding = encoding
        self._stated: dict[str, Value] = {}
        self._written: dict[str, Value] = {}
        self._converted_from: str | None = None
        self._cleared: list[str] = []
        self._beside: dict[str, str] = {}
        self._problems = list(row.problems)
        self._notes = list(row.notes)

    def read(self) -> Incoming:
        for at, cell in self._row.cells:
            if at in self._columns:
                text = cell.strip(" ")
                self._read_cell(self._columns[at], unescape_cell(text), is_mark=is_clear_mark(text))
            elif at >= self._width:
                self._say(message("a cell stands without a heading"))
        return Incoming(
            number=self._row.number,
            place=self._row.place,
            concept_id=self._beside.get(ID),
            stated=self._stated,
            cleared=tuple(self._cleared),
            revision=int(self._beside[REVISION]) if REVISION in self._beside else None,
            state=State(self._beside[STATE]) if STATE in self._beside else None,
            problems=tuple(self._problems),
            doubts=tuple(self._doubts()),
            notes=tuple(self._notes),
            legacy=LegacyText(self._converted_from, self._written) if self._converted_from else None,
        )

    def _read_cell(self, key: str, text: str, *, is_mark: bool) -> None:
        if _LOST in text:
            self._say(message("a character was lost (U+FFFD); the encoding may be another"), key=key)
        elif key in (ID, REVISION, STATE):
            self._read_beside(key, text)
        elif is_mark:
            self._cleared.append(key)
        else:
            self._read_field(key, text)

    def _read_beside(self, key: str, text: str) -> None:
        code = self._known.code(key, text)
        fits = {
            ID: is_id(code),
            REVISION: code.isascii() and code.isdigit() and len(code) <= _MOST_DIGITS,
            STATE: code in CODES[STATE],
        }
        if fits[key]:
            self._beside[key] = code
        elif key == ID:
            # Offices number their own lists; such a number is no concept of this glossary.
            said = message(
                "{place}: “{value}” is no id of this glossary; the row is found by its names",
                place=self._row.place,
                value=text[:60],
            )
            self._notes.append(said)
        else:
            self._say(message("“{value}” does not fit here ({kind})", value=text[:60], kind=key), key=key)

    def _read_field(self, key: str, text: str) -> None:
        field, encoding = BY_KEY[key], self._find_legacy(key, text)
        try:
            self._stated[key] = read_value(
                field, self._coded(key, convert_legacy(text, encoding) if encoding else text)
            )
        except BienbanError as error:
            self._say(*error.problems, key=key)
            return
        if encoding:
            self._converted_from = encoding
            self._keep_written(key, text)
        elif field.kind is Kind.LINES and any(mark in text for mark in ";；|"):
            self._notes.append(
                message(
                    "{place}: {key}: one term or several? each stands on a line of its own",
                    place=self._row.place,
                    key=key,
                )
            )

    def _coded(self, key: str, text: str) -> str:
        if key not in CODES:
            return text
        return "\n".join(self._known.code(key, line.strip()) for line in text.split("\n"))

    def _find_legacy(self, key: str, text: str) -> str | None:
        """The old encoding a cell is in: its own evidence, or that of the table where it could be either."""
        if key not in _VIETNAMESE or text.isascii():
            return None
        own = weigh_encodings([text])
        if own.encoding or not own.words:
            return own.encoding
        is_changed = self._encoding is not None and convert_legacy(text, self._encoding) != text
        return self._encoding if is_changed else None

    def _keep_written(self, key: str, text: str) -> None:
        """Hold the text as the file has it, where a field may hold such a text at all."""
        try:
            self._written[key] = read_value(BY_KEY[key], text)
        except BienbanError:
            return

    def _doubts(self) -> Iterator[Message]:
        if self._converted_from is not None:
            yield message(
                "{place}: written in {encoding}, shown converted; check the text",
                place=self._row.place,
                encoding=self._converted_from,
            )

    def _say(self, *problems: Message, key: str = "") -> None:
        place = f"{self._row.place}: {key}" if key else self._row.place
        self._problems += [message("{place}: {problem}", place=place, problem=one) for one in problems]
