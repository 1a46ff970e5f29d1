"""CSV of any usual encoding and delimiter: what was taken is told, what is doubtful waits, limits hold."""

import unicodedata

import pytest

from service.core.message import Message
from service.exchange import csv_files, table_rows
from service.exchange.csv_files import read_csv, write_csv
from service.exchange.encodings import ENCODINGS, Certainty, detect_encoding
from service.exchange.incoming import ExchangedConcept, FileRefused, FileTooLarge, Incoming, Reading
from service.exchange.plan import Choice, Decisions, Outcome
from service.exchange.planning import plan_import
from service.exchange.table_columns import CODES, COLUMNS, KnownLabels
from service.glossary.concepts import Category, Concept, Terms
from service.locale.glossary_words import known_labels, table_wording

TABLE = (
    "id,category,vi,zh,note\nplace.ha-giang,place,tỉnh Hà Giang,河江省,đổi tên\n,place,tỉnh Lào Cai,老街省,\n"
)
VIETNAMESE = (
    "category,vi,zh\nplace,tỉnh Hà Giang,X\nplace,Ủy ban nhân dân tỉnh Điện Biên,Y\nplace,đường biên giới,Z\n"
)
TRADITIONAL = (
    "category,vi,zh\nplace,Ha Giang,河江省人民委員會外事廳\nplace,Lao Cai,雲南省人民政府外事辦公室\n"
)


def read(data: bytes | str, encoding: str | None = None, delimiter: str | None = None) -> Reading:
    content = data.encode() if isinstance(data, str) else data
    return read_csv(content, "a.csv", known_labels(), encoding, delimiter)


def one(data: bytes | str) -> Incoming:
    (incoming,) = read(data).incoming
    return incoming


def refused(data: bytes | str) -> str:
    with pytest.raises(FileRefused) as caught:
        read(data)
    return str(caught.value)


def said(messages: tuple[Message, ...]) -> list[str]:
    return list(map(str, messages))


def windows_1258(text: str) -> bytes:
    """Write as Windows-1258 does: letters with their hats, tones behind them."""
    encoded = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
        encoded += (base + tones).encode("cp1258")
    return encoded


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (TABLE.encode("utf-8-sig"), "utf-8"),
        (TABLE.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "utf-16-be"),
        (b"id,vi\n", "utf-8"),
    ],
)
def test_gi_glos_11_unicode_is_proved_and_needs_no_decision(data: bytes, encoding: str) -> None:
    taken = detect_encoding(data, "a.csv")
    assert (taken.encoding, taken.certainty) == (encoding, Certainty.PROVED)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (TABLE.encode("gb18030"), "gb18030", TABLE),
        (TABLE.encode("utf-16-le"), "utf-16-le", TABLE),
        (TABLE.encode("utf-16-be"), "utf-16-be", TABLE),
        (windows_1258(VIETNAMESE), "windows-1258", VIETNAMESE),
        (TRADITIONAL.encode("big5"), "big5", TRADITIONAL),
    ],
)
def test_gi_glos_11_another_encoding_is_shown_and_waits_for_a_person(
    data: bytes, encoding: str, text: str
) -> None:
    reading = read(data)
    assert [str(doubt).split(",")[0] for doubt in reading.doubts] == [f"a.csv: read as {encoding}"]
    assert reading.preview == tuple(tuple(line.split(",")) for line in text.splitlines())
    assert not plan_import([], reading, Decisions(default=Choice.TAKE)).is_ready
    confirmed = read(data, encoding)
    assert confirmed.doubts == ()
    assert confirmed.incoming == reading.incoming


def test_gi_glos_11_a_wrong_choice_is_refused_or_seen_in_every_cell() -> None:
    assert refused(b"id,vi\n1,\xff\xfe\x00\x41\n").startswith("a.csv: ")
    with pytest.raises(FileRefused, match="is not utf-8; choose another encoding"):
        read(TABLE.encode("gb18030"), "utf-8")
    with pytest.raises(FileRefused, match="is not one of utf-8, "):
        read(TABLE, "ebcdic")


def test_gi_glos_11_letters_that_make_sense_in_no_encoding_are_refused() -> None:
    assert (
        refused("category,vi\nplace,café Genève naïveté\n".encode("cp1252"))
        == "a.csv: its encoding cannot be told; choose one"
    )
    assert refused(b"id,vi\n" + b"abc" * 100 + b"\0") == "a.csv: is no text; it holds NUL bytes"


def test_gi_glos_11_a_lost_character_refuses_its_row() -> None:
    incoming = one("category,vi,zh\nplace,t\ufffdnh A,甲\n")
    assert said(incoming.problems) == [
        "a.csv:2: vi.preferred: a character was lost (U+FFFD); the encoding may be another"
    ]


# What programs of before Unicode wrote for tỉnh Hà Giang, Ủy ban nhân dân, đường biên giới; typed from the fonts' tables.
LEGACY = [
    ("TCVN3", "tØnh Hµ Giang", "tỉnh Hà Giang"),
    ("TCVN3", "biªn giíi ViÖt - Trung", "biên giới Việt - Trung"),
    ("TCVN3", "®\u00ad\u00eang", "đường"),
    ("TCVN3", "UØ ban nh©n d©n", "Uỉ ban nhân dân"),
    ("VNI", "tænh Haø Giang", "tỉnh Hà Giang"),
    ("VNI", "UÛy ban nhaân daân", "Ủy ban nhân dân"),
    ("VNI", "ñöôøng bieân giôùi", "đường biên giới"),
    ("VNI", "SÔÛ NGOAÏI VUÏ", "SỞ NGOẠI VỤ"),
    ("VPS", "ÇÜ©ng biên gi§i", "đường biên giới"),
]


@pytest.mark.parametrize(("encoding", "written", "meant"), LEGACY, ids=[meant for _, _, meant in LEGACY])
def test_gi_glos_12_text_of_an_old_font_is_shown_converted_and_waits(
    encoding: str, written: str, meant: str
) -> None:
    incoming = one(f"category,vi,zh\nplace,{written},甲\n")
    assert incoming.stated["vi.preferred"] == meant
    assert said(incoming.doubts) == [f"a.csv:2: written in {encoding}, shown converted; check the text"]
    assert incoming.legacy is not None
    assert incoming.legacy.encoding == encoding
    (row,) = plan_import([], Reading((incoming,))).rows
    assert (row.outcome, row.is_decided) == (Outcome.ADDED, False)


def test_gi_glos_12_an_old_file_of_bytes_is_recognised_too() -> None:
    data = "category,vi,zh\nplace,tØnh Hµ Giang,X\nplace,x· Lµo Cai,Y\n".encode("cp1252")
    reading = read(data)
    assert [str(doubt).split(",")[0] for doubt in reading.doubts] == ["a.csv: read as windows-1252"]
    assert [row.stated["vi.preferred"] for row in reading.incoming] == ["tỉnh Hà Giang", "xã Lào Cai"]


def test_gi_glos_12_what_could_be_either_follows_the_rest_of_the_table() -> None:
    rows = "".join(f"place,{text},甲{at}\n" for at, text in enumerate(("tØnh Hµ Giang", "biªn giíi", "dó")))
    reading = read("category,vi,zh\n" + rows)
    assert [row.stated["vi.preferred"] for row in reading.incoming] == ["tỉnh Hà Giang", "biên giới", "dú"]
    assert all(row.doubts for row in reading.incoming)
    assert one("category,vi,zh\nplace,dó,甲\n").doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "tỉnh Hà Giang",
        "Hà",
        "là",
        "café Genève",
        "São Paulo",
        "«Bản tin»",
        "…y tế",
        "“ăn” – ‘y’",
        "Đắk Lắk",
        "Krông Pắc",
        "H'Mông",
        "§ 5 — ½ °C",
        "Müller & Söhne",
    ],
)
def test_gi_glos_12_unicode_and_foreign_names_are_left_as_they_are(text: str) -> None:
    incoming = one(f'category,vi,zh\nplace,"{text}",甲\n')
    assert incoming.stated["vi.preferred"] == text
    assert (incoming.legacy, incoming.doubts) == (None, ())


def test_gi_glos_12_chinese_columns_are_never_converted() -> None:
    assert one("category,vi,zh\nplace,A,Haø\n").stated["zh.preferred"] == "Haø"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_gi_glos_13_the_delimiter_is_told_by_the_headings(delimiter: str) -> None:
    text = TABLE.replace(",", delimiter)
    assert [row.stated["zh.preferred"] for row in read(text).incoming] == ["河江省", "老街省"]


def test_gi_glos_13_an_unbalanced_quotation_mark_is_refused_with_its_line() -> None:
    assert refused('category,vi,zh\nplace,A,甲\nplace,"B,乙\nplace,C,丙\n') == (
        "a.csv:3: cannot be read: unexpected end of data"
    )
    assert refused('category,vi\nplace,"A"B\n').startswith("a.csv:2: cannot be read: ")


def test_gi_glos_13_columns_lines_rows_and_bytes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileTooLarge, match=r"a\.csv:2: more than 200 columns"):
        read("vi,zh\n" + "," * 200 + "\n")
    with pytest.raises(FileTooLarge, match=r"a\.csv:2: a row is longer than 2097152 characters"):
        read("vi,zh\n" + "," * 3_000_000 + "\n")
    with pytest.raises(FileTooLarge, match="a row is longer than"):
        read("vi,zh\n" + '"\n",' * 600_000 + "\n")
    assert (
        refused(f"vi,zh\n{'x' * 140_000},甲\n")
        == "a.csv:2: cannot be read: field larger than field limit (131072)"
    )
    monkeypatch.setattr(table_rows, "MAX_ROWS", 1)
    with pytest.raises(FileTooLarge, match=r"a\.csv: holds more than 1 rows"):
        read("vi,zh\nA,甲\nB,乙\n")
    monkeypatch.setattr(csv_files, "MAX_BYTES", 5)
    with pytest.raises(FileTooLarge, match=r"a\.csv: larger than 5 bytes"):
        read("vi,zh\n")


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+84", "-5", "@SUM(A1)", "＝1", "\t=1", "=1\n=2", "'=1", "#N/A", "[xóa]"]
)
def test_gi_glos_14_no_exported_cell_can_run_and_each_comes_home(text: str) -> None:
    concept = Concept("place.a", Category.PLACE, Terms("A"), Terms("甲"), note=text.strip())
    data = write_csv([ExchangedConcept(concept)]).decode("utf-8-sig")
    assert f"'{text.strip()}" in data
    assert f",{text.strip()}" not in data
    assert one(data).stated["note"] == text.strip()


def test_an_apostrophe_that_nobody_put_there_stays() -> None:
    assert one("category,vi,zh\nplace,'s-Hertogenbosch,甲\n").stated["vi.preferred"] == "'s-Hertogenbosch"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31/02/2025", "“31/02/2025” is no day; write it as YYYY-MM-DD"),
        ("0001-01-01", "“0001-01-01” is no day that is known; leave an open bound empty"),
        ("9999-12-31", "“9999-12-31” is no day that is known; leave an open bound empty"),
        ("2025-06-30T00:00:00+07:00", "“2025-06-30T00:00:00+07:00” is no day; write it as YYYY-MM-DD"),
        ("6/2025", "“6/2025” is no day; write it as YYYY-MM-DD"),
        ("2025.30.6", "“2025.30.6” is no day; write it as YYYY-MM-DD"),
    ],
)
def test_gi_glos_17_a_day_that_is_none_refuses_its_row(cell: str, reason: str) -> None:
    incoming = one(f"category,vi,zh,valid_to\nplace,A,甲,{cell}\n")
    assert said(incoming.problems) == [f"a.csv:2: valid.last: {reason}"]


@pytest.mark.parametrize(
    "cell", ["2025-06-30", "30/6/2025", "30-06-2025", "2025/6/30", "2025年6月30日", "30.06.2025"]
)
def test_a_day_is_read_as_both_countries_write_it(cell: str) -> None:
    assert one(f"category,vi,zh,valid_to\nplace,A,甲,{cell}\n").stated["valid.last"] == "2025-06-30"


def test_headings_and_codes_are_known_in_every_language() -> None:
    for language in ("vi", "zh", "en"):
        labels = table_wording(language).labels
        heads = ",".join(
            f'"{labels.heading(key)}"' for key in ("category", "vi.preferred", "zh.preferred", "confirm")
        )
        incoming = one(f"{heads}\n{labels.code('institution_type')},A,甲,{labels.code('yes')}\n")
        assert (incoming.stated["category"], incoming.stated["confirm"]) == ("institution_type", "yes")


def test_no_heading_means_two_columns_in_any_language() -> None:
    every = [
        table_wording(language).labels.heading(key).casefold()
        for language in ("vi", "zh", "en")
        for key in COLUMNS
    ]
    assert len(every) == len(set(every))


def test_no_label_means_two_codes_of_a_column_in_any_language() -> None:
    labels = [table_wording(language).labels for language in ("vi", "zh", "en")]
    for column, codes in CODES.items():
        meant = {(label.code(code).casefold(), code) for label in labels for code in codes}
        assert len({word for word, _ in meant}) == len(meant), column


def test_columns_that_are_not_known_are_told() -> None:
    reading = read("vi,zh,colour,\nA,甲,red,\n")
    assert said(reading.notes) == ["a.csv: read as utf-8", "a.csv: columns not read: colour"]
    assert reading.incoming[0].problems == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n \n", "a.csv: holds no rows"),
        ("a,b\n1,2\n", "a.csv:1: names no column of a glossary"),
        ("vi,zh,Tiếng Việt\n", "a.csv:1: the column “Tiếng Việt” stands twice"),
    ],
)
def test_a_table_without_the_headings_it_needs_is_refused(text: str, told: str) -> None:
    assert refused(text) == told


def test_empty_cells_say_nothing_and_the_mark_empties() -> None:
    incoming = one("id,vi,note,domain\nplace.a,, ,[Xóa]\n")
    assert (incoming.stated, incoming.cleared) == ({}, ("domain",))


def test_a_cell_beyond_the_headings_refuses_its_row() -> None:
    assert said(one("category,vi,zh\nplace,A,甲,lost\n").problems) == [
        "a.csv:2: a cell stands without a heading"
    ]


def test_what_is_no_revision_or_code_refuses_its_row() -> None:
    incoming = one("revision,category,vi,zh\nthree,planet,A,甲\n")
    assert [text.split(":")[2].strip() for text in said(incoming.problems)] == ["revision", "category"]


def test_a_number_of_an_offices_own_is_told_and_the_row_is_found_by_its_names() -> None:
    incoming = one("id,category,vi,zh\nT001,place,A,甲\n")
    assert (incoming.concept_id, incoming.problems) == (None, ())
    assert said(incoming.notes) == [
        "a.csv:2: “T001” is no id of this glossary; the row is found by its names"
    ]


def test_terms_that_look_like_several_in_one_are_told() -> None:
    incoming = one("category,vi,zh,vi.admitted\nplace,A,甲,B; C\n")
    assert incoming.stated["vi.admitted"] == ("B; C",)
    assert said(incoming.notes) == [
        "a.csv:2: vi.admitted: one term or several? each stands on a line of its own"
    ]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    reading = read('vi,zh,note\nA,甲,"one\ntwo"\nB,乙,\n')
    assert [row.place for row in reading.incoming] == ["a.csv:2", "a.csv:4"]
    assert [row.number for row in reading.incoming] == [2, 3]


def test_every_encoding_that_is_offered_is_one_of_python() -> None:
    assert [name for name in ENCODINGS if not "a".encode(ENCODINGS[name])] == []


def test_keys_are_known_without_the_words_of_any_language() -> None:
    reading = read_csv(b"vi.preferred,zh.preferred\nA,B\n", "a.csv", KnownLabels())
    assert reading.incoming[0].stated == {"vi.preferred": "A", "zh.preferred": "B"}
