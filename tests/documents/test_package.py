"""Packages written: bytes that repeat."""

import io
import zipfile

from service.documents.container import unpack
from service.documents.package import write_package
from service.documents.shipped.build import build_templates


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
    assert unpack(write_package(parts), "x") == parts


def test_the_shipped_templates_are_packages_that_are_read() -> None:
    for name, data in build_templates().items():
        assert write_package(unpack(data, name)) == data
