"""The gate of workbooks: container, XML and the reach of cells, before any cell is read."""

import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

from service.core.containers import (
    ContainerLimits,
    ContainerRefused,
    ContainerTooLarge,
    pack_container,
    read_container,
)
from service.core.message import message
from service.exchange.incoming import FileRefused, FileTooLarge
from service.exchange.xml_gate import XmlGate

MAX_BYTES = 32 * 1024 * 1024
LIMITS = ContainerLimits(entries=500, inflated=256 * 1024 * 1024)
MAX_ROW, MAX_COLUMN = 100_001, 200
MAX_CELLS = 5_000_000
_WORKBOOK, _RELATIONSHIPS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})\Z")
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_R_ID_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass
class SheetFacts:
    """What stands in a sheet beside the values of its cells.

    Attributes:
        formulas: Row number to references of cells with a formula.
        errors: Row number to references of cells with an error such as #REF!.
        hidden_rows: Numbers of rows that people do not see.
        has_hidden_columns: Some columns are not seen.
        merged: References of merged ranges.
        last_row: Number of the last row with a value.
        last_column: Number of the last column with a value.
    """

    formulas: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    errors: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    hidden_rows: set[int] = field(default_factory=set)
    has_hidden_columns: bool = False
    merged: list[str] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0


@dataclass(frozen=True)
class Workbook:
    """A workbook that may be read.

    Attributes:
        data: The file packed anew from the parts that were looked at, so that no other parser sees others.
        sheets: Name of each sheet that people see to what stands in it, in their order.
        hidden: Names of those that they do not see.
        has_links: It names other files, which are never followed.
    """

    data: bytes
    sheets: dict[str, SheetFacts]
    hidden: tuple[str, ...]
    has_links: bool


def open_workbook(data: bytes, name: str) -> Workbook:
    """Look a workbook over.

    Raises:
        FileRefused: Not a workbook, over a limit, a cell too far out, XML that is not well formed or
            declares entities.
    """
    if len(data) > MAX_BYTES:
        raise FileTooLarge(message("{file}: larger than {most} bytes", file=name, most=MAX_BYTES))
    try:
        parts = read_container(data, name, LIMITS)
    except ContainerTooLarge as error:
        raise FileTooLarge(*error.problems) from None
    except ContainerRefused as error:
        raise FileRefused(*error.problems) from None
    if _WORKBOOK not in parts or _RELATIONSHIPS not in parts:
        raise FileRefused(message("{file}: not an Excel workbook (.xlsx)", file=name))
    facts = {part: _look_over(content, part, name) for part, content in parts.items() if _is_xml(part)}
    shown, hidden = _sheets(parts, facts, name)
    has_links = any(part.startswith("xl/externalLinks/") for part in parts)
    return Workbook(pack_container(parts, level=1), shown, hidden, has_links)


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _look_over(content: bytes, part: str, name: str) -> SheetFacts:
    gate = _SheetGate(f"{name}/{part}")
    gate.check(content)
    return gate.facts


def _sheets(
    parts: dict[str, bytes], facts: dict[str, SheetFacts], name: str
) -> tuple[dict[str, SheetFacts], tuple[str, ...]]:
    targets = {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        for one in _parse(parts, _RELATIONSHIPS, name).iterfind("{*}Relationship")
    }
    shown: dict[str, SheetFacts] = {}
    hidden: list[str] = []
    for sheet in _parse(parts, _WORKBOOK, name).iterfind("{*}sheets/{*}sheet"):
        title = sheet.get("name", "")
        part = targets.get(sheet.get(_R_ID) or sheet.get(_R_ID_STRICT))
        if sheet.get("state", "visible") != "visible":
            hidden.append(title)
        elif part in facts and title not in shown:
            shown[title] = facts[part]
    if not shown:
        raise FileRefused(message("{file}: holds no sheet that can be seen", file=name))
    return shown, tuple(hidden)


def _parse(parts: dict[str, bytes], part: str, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(parts[part], parser)
    except etree.XMLSyntaxError as error:
        # libxml2 refuses what expat takes: names of namespaces that are no addresses.
        said = message("{file}: cannot be read: {problem}", file=f"{name}/{part}", problem=error.msg or "XML")
        raise FileRefused(said) from None


class _SheetGate(XmlGate):
    """Notes what stands in a sheet while the gate reads it; other parts have nothing that it looks for."""

    def __init__(self, name: str) -> None:
        super().__init__(name, ())
        self.facts = SheetFacts()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._row = 0
        self._column = 0
        self._cell = ""
        self._type = ""

    def _refuse_doctype(self, *_: object) -> None:
        # No workbook has one (ECMA-376, part 2); a parser behind this one would have to do without it.
        raise FileRefused(message("{file}: a document type stands where none may", file=self._name))

    def _begin(self, local: str, attributes: dict[str, str]) -> None:
        if local == "c":
            self._begin_cell(attributes)
        elif local in ("v", "is", "f"):
            self._note_value(local)
        elif local == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self.facts.hidden_rows.add(self._row)
        elif local == "col":
            self.facts.has_hidden_columns |= attributes.get("hidden") in ("1", "true")
        elif local == "mergeCell":
            self.facts.merged.append(attributes.get("ref", "")[:20])

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes.get("r", "")
        self._type = attributes.get("t", "")
        found = _REFERENCE.match(self._cell)
        self._column = column_number(found[1]) if found else self._column + 1
        if found:
            self._row = int(found[2])

    def _note_value(self, local: str) -> None:
        facts = self.facts
        facts.last_row, facts.last_column = (
            max(facts.last_row, self._row),
            max(facts.last_column, self._column),
        )
        if (
            facts.last_row > MAX_ROW
            or facts.last_column > MAX_COLUMN
            or facts.last_row * facts.last_column > MAX_CELLS
        ):
            raise FileTooLarge(
                message(
                    "{file}: cell {cell} stands too far out; {rows} rows and {columns} columns are read",
                    file=self._name,
                    cell=self._cell or self._row,
                    rows=MAX_ROW,
                    columns=MAX_COLUMN,
                )
            )
        if local == "f":
            facts.formulas[self._row].append(self._cell)
        elif self._type == "e":
            facts.errors[self._row].append(self._cell)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 7 else default  # noqa: PLR2004 - rows have seven digits


def column_number(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
