"""Packages: what is opened and what is refused, and bytes that repeat."""

import io
import struct
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.building import template
from service.documents.errors import PackageRefused
from service.documents.package import MAX_ENTRIES, MAX_INFLATED, MAX_RATIO, read_package, write_package
from service.documents.shipped.build import build_templates

TEMPLATE = template("Chủ trì: {{ chair }}")
MEBIBYTE = 1024 * 1024


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as archive:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, body in parts:
            archive.writestr(name, body)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(PackageRefused) as caught:
        read_package(data, "tải lên.docx")
    return str(caught.value)


def patched(data: bytes, signature: bytes, offset: int, form: str, *values: int) -> bytes:
    """Overwrite fields of the last header with a signature."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.rindex(signature) + offset, *values)
    return bytes(changed)


LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def test_parts_come_in_the_order_of_the_file() -> None:
    data = zipped(("b.xml", b"2"), ("a.xml", b"1"), ("word/c.xml", b""))
    assert list(read_package(data, "x").items()) == [("b.xml", b"2"), ("a.xml", b"1"), ("word/c.xml", b"")]


def test_stored_parts_are_read_as_well_as_deflated_ones() -> None:
    assert read_package(zipped(("a", b"1" * 99), method=zipfile.ZIP_STORED), "x") == {"a": b"1" * 99}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"P",
        b"PK",
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        b"<html></html>",
        b"MZ" + TEMPLATE,
    ],
)
def test_what_does_not_begin_like_a_package_is_no_word_file(data: bytes) -> None:
    assert refusal(data) == "tải lên.docx: not a Word file (.docx)"


@pytest.mark.parametrize("twentieth", range(1, 20))
def test_a_file_cut_short_is_damaged(twentieth: int) -> None:
    cut = TEMPLATE[: len(TEMPLATE) * twentieth // 20]
    assert refusal(cut) == "tải lên.docx: damaged, it cannot be unpacked"


def test_a_file_without_its_last_byte_is_damaged() -> None:
    assert refusal(TEMPLATE[:-1]) == "tải lên.docx: damaged, it cannot be unpacked"


@settings(max_examples=150, deadline=None)
@given(st.integers(4, len(TEMPLATE) - 1), st.integers(0, 255))
def test_a_changed_byte_is_read_or_refused_and_nothing_else(place: int, byte: int) -> None:
    data = TEMPLATE[:place] + bytes([byte]) + TEMPLATE[place + 1 :]
    try:
        read_package(data, "x")
    except PackageRefused as refused:
        assert str(refused).startswith("x: ")  # noqa: PT017 - either end is right, another error is not


def test_a_wrong_checksum_is_damage() -> None:
    data = zipped(("a.xml", b"Nguyen" * 9), method=zipfile.ZIP_STORED)
    assert refusal(data.replace(b"Nguyen", b"Nguyem", 1)) == "tải lên.docx: damaged, it cannot be unpacked"


def test_an_encrypted_part_is_refused() -> None:
    data = patched(zipped(("a.xml", b"x")), CENTRAL, 8, "<H", 0x1)
    assert refusal(data) == "tải lên.docx: encrypted; save it without a password"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_compressing_are_refused(method: int) -> None:
    assert (
        refusal(zipped(("a.xml", b"x" * 999), method=method))
        == "tải lên.docx: damaged, it cannot be unpacked"
    )


@pytest.mark.parametrize("method", [1, 9, 93, 98, 99])
def test_unknown_ways_of_compressing_are_refused(method: int) -> None:
    data = patched(patched(zipped(("a.xml", b"x")), CENTRAL, 10, "<H", method), LOCAL, 8, "<H", method)
    assert refusal(data) == "tải lên.docx: damaged, it cannot be unpacked"


@pytest.mark.parametrize(
    "name",
    [
        "../a.xml",
        "word/../../a.xml",
        "word/..",
        "..",
        "/etc/passwd",
        "C:\\a.xml",
        "C:/a.xml",
        "word\\a.xml",
        "\\\\host\\share",
        "file:a",
        "a:b",
    ],
)
def test_an_unsafe_name_is_refused(name: str) -> None:
    assert refusal(zipped(("a.xml", b""), (name, b"x"))) == (
        f"tải lên.docx: holds a part with the unsafe name “{name}”"
    )


def test_a_name_that_goes_on_behind_a_nul_is_refused() -> None:
    data = zipped(("word/a.xmlQ.exe", b"x")).replace(b"a.xmlQ", b"a.xml\0")
    assert refusal(data) == "tải lên.docx: holds a part with the unsafe name “word/a.xml\0.exe”"


@pytest.mark.parametrize("again", ["word/a.xml", "WORD/A.XML", "Word/a.xml"])
def test_the_same_name_twice_is_refused_whatever_its_case(again: str) -> None:
    assert (
        refusal(zipped(("word/a.xml", b"1"), (again, b"2")))
        == f"tải lên.docx: holds the part “{again}” twice"
    )


@pytest.mark.parametrize(
    "name", ["word/..a.xml", "word/a..xml", "word/a b.xml", "word/ảnh.png", "customXml/item1.xml"]
)
def test_an_unusual_name_that_is_safe_is_read(name: str) -> None:
    assert read_package(zipped((name, b"x")), "x") == {name: b"x"}


def test_as_many_parts_as_allowed_are_read_and_one_more_refused() -> None:
    assert MAX_ENTRIES == 2000
    parts = [(f"a{number}", b"") for number in range(2001)]
    assert len(read_package(zipped(*parts[:2000]), "x")) == 2000
    assert refusal(zipped(*parts)) == "tải lên.docx: more than 2000 parts"


def test_a_part_that_unpacks_to_far_more_than_the_file_is_refused() -> None:
    assert MAX_RATIO == 200
    bomb = zipped(("word/document.xml", b" " * (8 * MEBIBYTE)))
    assert refusal(bomb) == "tải lên.docx: unpacks to more than a document can be"


def test_small_parts_may_compress_well() -> None:
    assert read_package(zipped(("a", b" " * MEBIBYTE)), "x") == {"a": b" " * MEBIBYTE}
    assert (
        refusal(zipped(("a", b" " * (MEBIBYTE + 1))))
        == "tải lên.docx: unpacks to more than a document can be"
    )


def test_the_parts_are_counted_together() -> None:
    half = b" " * (MEBIBYTE // 2)
    assert len(read_package(zipped(("a", half), ("b", half)), "x")) == 2
    assert refusal(zipped(("a", half), ("b", half), ("c", b" "))) == (
        "tải lên.docx: unpacks to more than a document can be"
    )


def test_no_document_unpacks_to_more_than_sixty_four_mebibytes() -> None:
    assert MAX_INFLATED == 67_108_864
    stored = zipped(("a", b"\0" * (MAX_INFLATED + 1)), method=zipfile.ZIP_STORED)
    assert refusal(stored) == "tải lên.docx: unpacks to more than a document can be"


@pytest.mark.parametrize("said", [0, 1, 1000])
def test_a_part_that_lies_about_its_size_is_refused(said: int) -> None:
    bomb = zipped(("word/document.xml", b" " * (8 * MEBIBYTE)))
    lying = patched(patched(bomb, CENTRAL, 24, "<I", said), LOCAL, 22, "<I", said)
    assert refusal(lying) in {
        "tải lên.docx: damaged, it cannot be unpacked",
        "tải lên.docx: unpacks to more than a document can be",
    }


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = zipped(("../x", b"x"))
    assert read_package(zipped(("word/embeddings/a.zip", inner)), "x") == {"word/embeddings/a.zip": inner}


# Writing.


def test_the_same_parts_give_the_same_bytes_whatever_their_order() -> None:
    parts = {"word/document.xml": b"1", "[Content_Types].xml": b"2", "_rels/.rels": b"3"}
    assert write_package(parts) == write_package(dict(reversed(parts.items())))


def test_the_content_types_stand_first_and_the_rest_by_name() -> None:
    parts = {
        "word/b.xml": b"",
        "_rels/.rels": b"",
        "[Content_Types].xml": b"",
        "word/a.xml": b"",
        "Zb": b"",
        "docProps/app.xml": b"",
    }
    with zipfile.ZipFile(io.BytesIO(write_package(parts))) as archive:
        assert archive.namelist() == [
            "[Content_Types].xml",
            "Zb",
            "_rels/.rels",
            "docProps/app.xml",
            "word/a.xml",
            "word/b.xml",
        ]


def test_every_entry_bears_the_same_day_system_and_mode() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package({"a": b"1", "b": b"2"}))) as archive:
        entries = [
            (
                entry.date_time,
                entry.create_system,
                entry.external_attr,
                entry.compress_type,
                entry.extra,
                entry.comment,
            )
            for entry in archive.infolist()
        ]
    assert entries == [((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16, 8, b"", b"")] * 2


def test_what_is_written_is_read_back() -> None:
    parts = {"[Content_Types].xml": b"<Types/>", "word/document.xml": "Hà Giang 河江".encode() * 99}
    assert read_package(write_package(parts), "x") == parts


def test_the_shipped_templates_are_packages_that_are_read() -> None:
    for name, data in build_templates().items():
        assert read_package(write_package(read_package(data, name)), name) == read_package(data, name)
