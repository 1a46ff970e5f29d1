"""The zip of a document: what is opened and what is refused."""

import io
import struct
import warnings
import zipfile
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.building import template
from service.documents.container import MAX_ENTRIES, MAX_FILE, MAX_RATIO, unpack
from service.documents.errors import PackageRefused
from service.documents.limits import MAX_INFLATED

TEMPLATE = template("Chủ trì: {{ chair }}")
MEBIBYTE = 1024 * 1024
DAMAGED = "tải lên.docx: damaged, it cannot be unpacked; save it in Word again"
TOO_LARGE = "tải lên.docx: unpacks to more than a document can be; make it smaller"


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as archive:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, body in parts:
            archive.writestr(name, body)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(PackageRefused) as caught:
        unpack(data, "tải lên.docx")
    return str(caught.value)


def patched(data: bytes, signature: bytes, offset: int, form: str, *values: int) -> bytes:
    """Overwrite fields of the last header with a signature."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.rindex(signature) + offset, *values)
    return bytes(changed)


LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def test_parts_come_in_the_order_of_the_file() -> None:
    data = zipped(("b.xml", b"2"), ("a.xml", b"1"), ("word/c.xml", b""))
    assert list(unpack(data, "x").items()) == [("b.xml", b"2"), ("a.xml", b"1"), ("word/c.xml", b"")]


def test_stored_parts_are_read_as_well_as_deflated_ones() -> None:
    assert unpack(zipped(("a", b"1" * 99), method=zipfile.ZIP_STORED), "x") == {"a": b"1" * 99}


@pytest.mark.parametrize(
    "data",
    [
        b"P",
        b"PK",
        b"%PDF-1.7",
        b"<html></html>",
        b"MZ" + TEMPLATE,
    ],
)
def test_what_does_not_begin_like_a_package_is_no_word_file(data: bytes) -> None:
    assert refusal(data) == "tải lên.docx: not a Word file (.docx)"


def test_an_empty_file_and_an_old_or_protected_one_are_told_as_such() -> None:
    assert refusal(b"") == "tải lên.docx: empty; choose the file again"
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512) == (
        "tải lên.docx: protected by a password, or in the old form .doc; save it as .docx"
    )


@pytest.mark.parametrize("twentieth", range(1, 20))
def test_a_file_cut_short_is_damaged(twentieth: int) -> None:
    cut = TEMPLATE[: len(TEMPLATE) * twentieth // 20]
    assert refusal(cut) == DAMAGED


def test_a_file_without_its_last_byte_is_damaged() -> None:
    assert refusal(TEMPLATE[:-1]) == DAMAGED


@settings(max_examples=150, deadline=None)
@given(st.integers(4, len(TEMPLATE) - 1), st.integers(0, 255))
def test_a_changed_byte_is_read_or_refused_and_nothing_else(place: int, byte: int) -> None:
    data = TEMPLATE[:place] + bytes([byte]) + TEMPLATE[place + 1 :]
    try:
        unpack(data, "x")
    except PackageRefused as refused:
        assert str(refused).startswith("x: ")  # noqa: PT017 - either end is right, another error is not


def test_a_wrong_checksum_is_damage() -> None:
    data = zipped(("a.xml", b"Nguyen" * 9), method=zipfile.ZIP_STORED)
    assert refusal(data.replace(b"Nguyen", b"Nguyem", 1)) == DAMAGED


def test_an_encrypted_part_is_refused() -> None:
    data = patched(zipped(("a.xml", b"x")), CENTRAL, 8, "<H", 0x1)
    assert refusal(data) == "tải lên.docx: encrypted; save it without a password"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_compressing_are_refused(method: int) -> None:
    assert refusal(zipped(("a.xml", b"x" * 999), method=method)) == DAMAGED


@pytest.mark.parametrize("method", [1, 9, 93, 98, 99])
def test_unknown_ways_of_compressing_are_refused(method: int) -> None:
    data = patched(patched(zipped(("a.xml", b"x")), CENTRAL, 10, "<H", method), LOCAL, 8, "<H", method)
    assert refusal(data) == DAMAGED


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
    assert unpack(zipped((name, b"x")), "x") == {name: b"x"}


def test_as_many_parts_as_allowed_are_read_and_one_more_refused() -> None:
    assert MAX_ENTRIES == 2000
    parts = [(f"a{number}", b"") for number in range(2001)]
    assert len(unpack(zipped(*parts[:2000]), "x")) == 2000
    assert refusal(zipped(*parts)) == "tải lên.docx: more than 2000 parts; save it in Word again"


def test_a_part_that_unpacks_to_far_more_than_the_file_is_refused() -> None:
    assert MAX_RATIO == 200
    bomb = zipped(("word/document.xml", b" " * (8 * MEBIBYTE)))
    assert refusal(bomb) == TOO_LARGE


def test_small_parts_may_compress_well() -> None:
    assert unpack(zipped(("a", b" " * MEBIBYTE)), "x") == {"a": b" " * MEBIBYTE}
    assert refusal(zipped(("a", b" " * (MEBIBYTE + 1)))) == TOO_LARGE


def test_the_parts_are_counted_together() -> None:
    half = b" " * (MEBIBYTE // 2)
    assert len(unpack(zipped(("a", half), ("b", half)), "x")) == 2
    assert refusal(zipped(("a", half), ("b", half), ("c", b" "))) == (TOO_LARGE)


def test_no_document_unpacks_to_more_than_thirty_two_mebibytes() -> None:
    assert MAX_INFLATED == 33_554_432
    noise = Random(5).randbytes(300_000)  # noqa: S311 - keeps the ratio low, no secret
    parts = [
        ("noise", noise),
        *((f"a{number}", b" " * (11 * MEBIBYTE)) for number in range(3)),
    ]
    assert refusal(zipped(*parts)) == TOO_LARGE


def test_a_file_larger_than_sixteen_mebibytes_is_not_looked_at() -> None:
    assert refusal(TEMPLATE + b"\0" * MAX_FILE) == (
        "tải lên.docx: larger than 16 MiB; make its pictures smaller"
    )


@pytest.mark.parametrize("said", [0, 1, 1000])
def test_a_part_that_lies_about_its_size_is_refused(said: int) -> None:
    bomb = zipped(("word/document.xml", b" " * (8 * MEBIBYTE)))
    lying = patched(patched(bomb, CENTRAL, 24, "<I", said), LOCAL, 22, "<I", said)
    assert refusal(lying) in {
        DAMAGED,
        TOO_LARGE,
    }


def test_a_zip_in_a_zip_is_not_opened() -> None:
    inner = zipped(("../x", b"x"))
    assert unpack(zipped(("word/embeddings/a.zip", inner)), "x") == {"word/embeddings/a.zip": inner}
