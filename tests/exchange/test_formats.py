"""The formats, each held to the same contract; how a file's format is told."""

from collections.abc import Sequence

import pytest

from exchange.format_contract import FormatContract
from service.exchange.formats import Format, find_format, read_file, write_file
from service.exchange.incoming import ExchangedConcept, FileRefused, Reading
from service.locale.glossary_words import known_labels, table_wording


class _File(FormatContract):
    format: Format
    language = "en"

    def write(self, concepts: Sequence[ExchangedConcept]) -> bytes:
        return write_file(self.format, concepts, "Test", table_wording(self.language))

    def read(self, data: bytes) -> Reading:
        return read_file(data, f"a.{self.format}", known_labels())


class TestTbx(_File):
    format = Format.TBX


class TestCsv(_File):
    format = Format.CSV


class TestYaml(_File):
    format = Format.YAML


class TestXlsxInEnglish(_File):
    format = Format.XLSX


class TestXlsxInVietnamese(_File):
    format = Format.XLSX
    language = "vi"


class TestXlsxInChinese(_File):
    format = Format.XLSX
    language = "zh"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"<tbx/>", "a.tbx", Format.TBX),
        (b"<martif/>", "A.XML", Format.TBX),
        (b"PK\x03\x04", "a.csv", Format.XLSX),
        (b"id", "a.b.csv", Format.CSV),
        (b"id", "a.tsv", Format.CSV),
        (b"concepts: []", "a.yml", Format.YAML),
    ],
)
def test_a_format_is_told_by_first_bytes_and_name(data: bytes, name: str, expected: Format) -> None:
    assert find_format(data, name) is expected


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.csv", "a.csv: is empty"),
        (b"\xd0\xcf\x11\xe0", "a.xls", "a.xls: an old or encrypted workbook; save it as .xlsx"),
        (b"id", "a.xlsx", "a.xlsx: is none of tbx, xlsx, csv, yaml"),
        (b"id", "README", "README: is none of tbx, xlsx, csv, yaml"),
    ],
)
def test_what_is_of_no_format_is_refused(data: bytes, name: str, said: str) -> None:
    with pytest.raises(FileRefused) as caught:
        find_format(data, name)
    assert str(caught.value) == said
