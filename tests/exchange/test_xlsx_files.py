"""Workbooks: a template people can fill in, days as days, values only, and limits before any cell is read."""

import io
import time
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from service.core.containers import ContainerLimits, pack_container, read_container
from service.core.message import Message
from service.exchange import xlsx_gate
from service.exchange.incoming import EntitiesRefused, ExchangedConcept, FileRefused, FileTooLarge, Reading
from service.exchange.table_columns import CODES, COLUMNS
from service.exchange.xlsx_reader import read_xlsx
from service.exchange.xlsx_writer import write_xlsx
from service.glossary.concepts import Category, Concept, Terms, Validity
from service.locale.glossary_words import known_labels, table_wording

LIMITS = ContainerLimits(entries=100, inflated=10**8)
HEADINGS = ("category", "vi", "zh", "valid_to", "note")


def read(data: bytes) -> Reading:
    return read_xlsx(data, "a.xlsx", known_labels())


def said(messages: tuple[Message, ...]) -> list[str]:
    return list(map(str, messages))


def refused(data: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read(data)
    return str(caught.value)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_of(book: openpyxl.Workbook) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return sheet


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in (HEADINGS, *rows):
        sheet_of(book).append(list(row))
    return saved(book)


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook with one place of one part written otherwise."""
    parts = read_container(data, "a.xlsx", LIMITS)
    text = parts[part].decode()
    assert text.count(old) >= 1, old
    return pack_container(parts | {part: text.replace(old, new, 1).encode()})


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = workbook(("place", "A", "甲", None, "x"))


def test_the_template_has_headings_drop_downs_and_help_in_the_readers_language() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([], table_wording("vi"))))
    assert book.sheetnames == ["Danh mục thuật ngữ", "Hướng dẫn", "Danh sách chọn"]
    sheet, lists = book["Danh mục thuật ngữ"], book["Danh sách chọn"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:5] == ["Mã", "Lần sửa đổi", "Trạng thái", "Loại khái niệm", "Tiếng Việt, ưu tiên"]
    assert (sheet.freeze_panes, lists.sheet_state) == ("A2", "hidden")
    choices = {}
    for validation in sheet.data_validations.dataValidation:
        column = str(validation.sqref).split(":")[0]
        area = str(validation.formula1).rpartition("!")[2].replace("$", "")
        choices[sheet[column[:-1] + "1"].value] = [row[0].value for row in lists[area]]
    assert choices["Độ tin cậy"] == ["có nguồn công bố", "cao", "trung bình", "thấp"]
    assert choices["Trạng thái"] == ["bản nháp", "đang chờ duyệt", "đã duyệt", "đã ngừng dùng"]
    assert choices["Loại khái niệm"][:3] == ["địa danh", "cơ quan, tổ chức", "kiểu cơ quan"]
    assert len(choices) == len([key for key in CODES if key != "levels"])
    told = [str(row[1].value) for row in book["Hướng dẫn"].iter_rows() if row[1].value]
    assert len(told) > len(COLUMNS)
    assert any("[xóa]" in text for text in told)


def test_a_template_that_was_filled_in_is_read() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([], table_wording("zh"))))
    sheet = sheet_of(book)
    values: dict[str, str | date] = {
        "category": "地名",
        "vi.preferred": "tỉnh A",
        "zh.preferred": "甲省",
        "valid.first": date(2025, 7, 1),
    }
    for key, value in values.items():
        sheet.cell(2, COLUMNS.index(key) + 1, value)
    (incoming,) = read(saved(book)).incoming
    assert dict(incoming.stated) == {
        "category": "place",
        "vi.preferred": "tỉnh A",
        "zh.preferred": "甲省",
        "valid.first": "2025-07-01",
    }


def test_days_are_days_and_those_that_spreadsheets_miscount_are_text() -> None:
    concept = Concept(
        "place.a",
        Category.PLACE,
        Terms("A"),
        Terms("甲"),
        validity=Validity(date(1899, 12, 31), date(2025, 6, 30)),
    )
    data = write_xlsx([ExchangedConcept(concept)], table_wording("en"))
    sheet = sheet_of(openpyxl.load_workbook(io.BytesIO(data)))
    first, last = (sheet.cell(2, COLUMNS.index(key) + 1) for key in ("valid.first", "valid.last"))
    assert (first.value, last.value) == ("1899-12-31", datetime(2025, 6, 30))  # noqa: DTZ001 - a cell has no zone
    assert last.number_format == "yyyy-mm-dd"
    (incoming,) = read(data).incoming
    assert (incoming.stated["valid.first"], incoming.stated["valid.last"]) == ("1899-12-31", "2025-06-30")


def test_a_cell_with_several_terms_shows_a_line_each() -> None:
    concept = Concept("place.a", Category.PLACE, Terms("A", admitted=("B", "C")), Terms("甲"))
    data = write_xlsx([ExchangedConcept(concept)], table_wording("en"))
    sheet = sheet_of(openpyxl.load_workbook(io.BytesIO(data)))
    cell = sheet.cell(2, COLUMNS.index("vi.admitted") + 1)
    assert (cell.value, cell.alignment.wrap_text) == ("B\nC", True)


def test_gi_glos_14_every_risky_cell_is_text_with_an_apostrophe() -> None:
    concept = Concept(
        "place.a", Category.PLACE, Terms("=1+1"), Terms("＝甲"), note="#REF!", domain="@SUM(A1)"
    )
    data = write_xlsx([ExchangedConcept(concept)], table_wording("en"))
    sheet = sheet_of(openpyxl.load_workbook(io.BytesIO(data)))
    cells = [
        sheet.cell(2, COLUMNS.index(key) + 1) for key in ("vi.preferred", "zh.preferred", "note", "domain")
    ]
    assert [(cell.value, cell.data_type) for cell in cells] == [
        ("'=1+1", "s"),
        ("'＝甲", "s"),
        ("'#REF!", "s"),
        ("'@SUM(A1)", "s"),
    ]
    (incoming,) = read(data).incoming
    assert (incoming.stated["vi.preferred"], incoming.stated["note"]) == ("=1+1", "#REF!")


@pytest.mark.parametrize("place", ["XFD1048576", "XFD2", "A1048576", "A200000"])
def test_gi_glos_07_a_cell_too_far_out_is_refused_at_once(place: str) -> None:
    far = changed(
        PLAIN,
        SHEET,
        "</row></sheetData>",
        f'</row><row r="{place.lstrip("ABCDEFX")}"><c r="{place}"><v>1</v></c></row></sheetData>',
    )
    start = time.process_time()
    with pytest.raises(FileTooLarge, match=f"cell {place} stands too far out"):
        read(far)
    assert time.process_time() - start < 1


def test_gi_glos_07_a_claimed_size_and_empty_cells_far_out_cost_nothing() -> None:
    claimed = changed(PLAIN, SHEET, 'dimension ref="A1:E2"', 'dimension ref="A1:XFD1048576"')
    styled = changed(
        claimed,
        SHEET,
        "</row></sheetData>",
        '</row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>',
    )
    start = time.process_time()
    assert len(read(styled).incoming) == 1
    assert time.process_time() - start < 1


def test_gi_glos_09_formulas_and_errors_refuse_their_rows() -> None:
    reading = read(
        workbook(
            ("place", "=A1", "甲", None, "x"),
            ("place", "B", "乙", None, "#REF!"),
            ("place", "C", "丙", None, "y"),
        )
    )
    assert [said(row.problems) for row in reading.incoming] == [
        ["a.xlsx:2: B2: a formula; put its value there"],
        ["a.xlsx:3: E3: an error of the spreadsheet"],
        [],
    ]


def test_gi_glos_09_what_people_do_not_see_is_told() -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    sheet.append(list(HEADINGS))
    sheet.append(["place", "A", "甲", datetime(2025, 6, 30), None])  # noqa: DTZ001 - a cell has no zone
    sheet.append(["place", "B", "乙", 45838, "x"])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet.merge_cells("A5:C5")
    book.create_sheet("Secret").sheet_state = "hidden"
    reading = read(saved(book))
    assert said(reading.notes) == [
        "a.xlsx: sheet “Sheet” is read",
        "a.xlsx: hidden sheets, not read: Secret",
        "a.xlsx: hidden columns are read too",
        "a.xlsx: merged cells, only the first of each holds the text: A5:C5",
    ]
    first, second = reading.incoming
    assert first.stated["valid.last"] == "2025-06-30"
    assert said(second.notes) == ["a.xlsx:3: a hidden row"]
    assert said(second.problems) == ["a.xlsx:3: valid.last: “45838” is no day; write it as YYYY-MM-DD"]


def test_gi_glos_09_a_hidden_first_sheet_is_not_taken_for_the_table() -> None:
    book = openpyxl.Workbook()
    sheet_of(book).append(["vi", "zh"])
    shown = book.create_sheet("Shown")
    shown.append(["vi", "zh"])
    shown.append(["A", "甲"])
    sheet_of(book).sheet_state = "hidden"
    book.active = 1
    assert len(read(saved(book)).incoming) == 1


def test_the_first_sheet_with_headings_is_read_and_the_others_are_told() -> None:
    book = openpyxl.Workbook()
    sheet_of(book).append(["How to fill this in"])
    terms = book.create_sheet("Terms")
    terms.append(["vi", "zh"])
    terms.append(["A", "甲"])
    book.create_sheet("Empty")
    reading = read(saved(book))
    assert len(reading.incoming) == 1
    assert said(reading.notes) == [
        "a.xlsx: sheet “Terms” is read",
        "a.xlsx: sheets not read: Sheet, Empty",
    ]
    del book["Terms"]
    assert refused(saved(book)) == "a.xlsx:1: names no column of a glossary"


def test_a_time_of_day_is_no_day() -> None:
    (incoming,) = read(workbook(("place", "A", "甲", datetime(2025, 6, 30, 8, 30), "x"))).incoming  # noqa: DTZ001
    assert said(incoming.problems) == [
        "a.xlsx:2: valid.last: “2025-06-30T08:30:00” is no day; write it as YYYY-MM-DD"
    ]


def test_numbers_and_truth_in_cells_are_read_as_people_see_them() -> None:
    (incoming,) = read(workbook(("place", 135, "甲", None, True))).incoming
    assert (incoming.stated["vi.preferred"], incoming.stated["note"]) == ("135", "yes")


def test_gi_glos_12_text_of_an_old_font_in_a_workbook_waits_too() -> None:
    (incoming,) = read(workbook(("place", "tØnh Hµ Giang", "甲", None, "x"))).incoming
    assert incoming.stated["vi.preferred"] == "tỉnh Hà Giang"
    assert said(incoming.doubts) == ["a.xlsx:2: written in TCVN3, shown converted; check the text"]


def test_rows_above_the_headings_are_passed_over_and_places_stay() -> None:
    book = openpyxl.Workbook()
    sheet = sheet_of(book)
    for at, row in enumerate((("vi", "zh"), ("A", "甲")), start=3):
        for column, value in enumerate(row, start=2):
            sheet.cell(at, column, value)
    (incoming,) = read(saved(book)).incoming
    assert (incoming.place, incoming.stated["zh.preferred"]) == ("a.xlsx:4", "甲")


def test_entities_and_document_types_are_refused_in_any_part() -> None:
    declared = changed(PLAIN, SHEET, "<worksheet", '<!DOCTYPE worksheet [<!ENTITY a "x">]><worksheet')
    with pytest.raises(FileRefused, match="a document type stands where none may"):
        read(declared)
    used = changed(PLAIN, "xl/workbook.xml", "<bookViews", "&a;<bookViews")
    with pytest.raises(FileRefused, match="cannot be read: undefined entity"):
        read(used)
    assert issubclass(EntitiesRefused, FileRefused)


def test_what_one_parser_takes_and_the_other_does_not_is_refused() -> None:
    odd = changed(PLAIN, "xl/_rels/workbook.xml.rels", "package/2006/rel", "package/2006/{rel")
    assert refused(odd).startswith("a.xlsx/xl/_rels/workbook.xml.rels: cannot be read: ")


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8, 0.95])
def test_a_truncated_workbook_is_refused(cut: float) -> None:
    assert refused(PLAIN[: int(len(PLAIN) * cut)]) == "a.xlsx: damaged, it cannot be unpacked"


def test_what_is_no_workbook_is_refused() -> None:
    assert refused(b"id,vi") == "a.xlsx: not a zip container"
    assert refused(pack_container({"word/document.xml": b"<a/>"})) == "a.xlsx: not an Excel workbook (.xlsx)"


def test_a_bomb_is_refused_while_it_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(PLAIN)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.png", bytes(40_000_000))
    with pytest.raises(FileTooLarge, match="unpacks to more than a document can be"):
        read(stream.getvalue())
    monkeypatch.setattr(xlsx_gate, "LIMITS", ContainerLimits(entries=3, inflated=10**8))
    with pytest.raises(FileTooLarge, match="more than 3 parts"):
        read(PLAIN)
    monkeypatch.setattr(xlsx_gate, "MAX_BYTES", 10)
    with pytest.raises(FileTooLarge, match="larger than 10 bytes"):
        read(PLAIN)


def test_a_field_longer_than_a_cell_is_refused_with_its_concept() -> None:
    concept = Concept("place.a", Category.PLACE, Terms("A"), Terms("甲"), note="x" * 32_768)
    with pytest.raises(FileRefused, match=r"place\.a: note: longer than 32767 characters"):
        write_xlsx([ExchangedConcept(concept)], table_wording("en"))
