"""The formats of files of concepts, behind one way to write and one way to read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from service.core.message import message
from service.exchange.csv_files import read_csv, write_csv
from service.exchange.incoming import ExchangedConcept, FileRefused, Reading
from service.exchange.table_columns import KnownLabels
from service.exchange.table_words import Wording
from service.exchange.tbx_reader import read_tbx
from service.exchange.tbx_writer import write_tbx
from service.exchange.termbase_exchange import read_yaml, write_yaml
from service.exchange.xlsx_reader import read_xlsx
from service.exchange.xlsx_writer import write_xlsx

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class Format(StrEnum):
    """A format that concepts are exchanged in."""

    TBX = "tbx"
    XLSX = "xlsx"
    CSV = "csv"
    YAML = "yaml"

    @property
    def media_type(self) -> str:
        """What HTTP calls it."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.TBX: "application/x-tbx",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV: "text/csv; charset=utf-8",
    Format.YAML: "application/yaml",
}
_ENDINGS = {
    **dict.fromkeys((".tbx", ".xml"), Format.TBX),
    ".xlsx": Format.XLSX,
    **dict.fromkeys((".csv", ".tsv", ".txt"), Format.CSV),
    **dict.fromkeys((".yaml", ".yml", ".json"), Format.YAML),
}


@dataclass(frozen=True)
class TableChoice:
    """What a person chose for a CSV file; None is found out.

    Attributes:
        encoding: A key of `encodings.ENCODINGS`.
        delimiter: One of `csv_files.DELIMITERS`.
    """

    encoding: str | None = None
    delimiter: str | None = None


_FOUND_OUT = TableChoice()


def write_file(
    file_format: Format, concepts: Iterable[ExchangedConcept], title: str, wording: Wording
) -> bytes:
    """Write concepts as a file.

    Args:
        file_format: Which.
        concepts: In the order of the file; ids are unique. None give an empty file, of XLSX the template.
        title: Of the file, for people: which glossary, which version; only TBX has a place for it.
        wording: Headings and help of a workbook; CSV has the keys, which no language changes.

    Raises:
        FileRefused: A field is longer than the format allows.
    """
    if file_format is Format.TBX:
        return write_tbx(concepts, title)
    if file_format is Format.XLSX:
        return write_xlsx(concepts, wording)
    return write_csv(concepts) if file_format is Format.CSV else write_yaml(concepts)


def read_file(data: bytes, name: str, known: KnownLabels, choice: TableChoice = _FOUND_OUT) -> Reading:
    """Read a file of concepts.

    Args:
        data: The file.
        name: File name; it says the format, and stands in messages.
        known: How headings and codes of tables may be called.
        choice: Of a person, for CSV.

    Raises:
        FileRefused: The file cannot be read; every reason has its place.
    """
    file_format = find_format(data, name)
    if file_format is Format.TBX:
        return read_tbx(data, name)
    if file_format is Format.XLSX:
        return read_xlsx(data, name, known)
    if file_format is Format.CSV:
        return read_csv(data, name, known, choice.encoding, choice.delimiter)
    return read_yaml(data, name)


def find_format(data: bytes, name: str) -> Format:
    """Tell the format of a file by its first bytes and the end of its name.

    Raises:
        FileRefused: It is empty, or of no format that is read.
    """
    if not data:
        raise FileRefused(message("{file}: is empty", file=name))
    if data.startswith(_OLD_EXCEL):
        raise FileRefused(message("{file}: an old or encrypted workbook; save it as .xlsx", file=name))
    if data.startswith(_ZIP):
        return Format.XLSX
    ending = "." + name.rpartition(".")[2].lower()
    if ending not in _ENDINGS or _ENDINGS[ending] is Format.XLSX:
        raise FileRefused(message("{file}: is none of {formats}", file=name, formats=", ".join(Format)))
    return _ENDINGS[ending]
