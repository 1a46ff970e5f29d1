"""Zip containers: limits hold while they unpack, names are safe, packing repeats byte for byte."""

import io
import struct
import zipfile

import pytest

from service.core.containers import (
    ContainerLimits,
    ContainerRefused,
    ContainerTooLarge,
    pack_container,
    read_container,
)

LIMITS = ContainerLimits(entries=4, inflated=4_000_000, ratio=50, floor=100_000)


def zipped(*names: str, content: bytes = b"x", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ContainerRefused) as caught:
        read_container(data, "a.zip", LIMITS)
    return str(caught.value)


@pytest.mark.parametrize("level", [0, 1, 9])
def test_parts_come_back_in_their_order_and_bytes_repeat(level: int) -> None:
    parts = {"b.xml": b"<b/>" * 100, "a/c.xml": b"", "a.xml": b"\0\xff"}
    data = pack_container(parts, level=level)
    assert list(read_container(data, "a.zip", LIMITS).items()) == list(parts.items())
    assert data == pack_container(parts, level=level)


@pytest.mark.parametrize("name", ["/a", "../a", "a/../b", "a\\b", "C:a", "a/.."])
def test_an_unsafe_part_name_is_refused(name: str) -> None:
    assert refusal(zipped(name)) == f"a.zip: holds a part with the unsafe name “{name}”"


def test_a_part_twice_is_refused_whatever_its_case() -> None:
    assert refusal(zipped("a.xml", "A.XML")) == "a.zip: holds the part “A.XML” twice"


def test_too_many_parts_and_too_much_inside_are_refused() -> None:
    with pytest.raises(ContainerTooLarge, match="more than 4 parts"):
        read_container(zipped(*"abcde"), "a.zip", LIMITS)
    with pytest.raises(ContainerTooLarge, match="unpacks to more"):
        read_container(zipped("a", content=bytes(3_000_000)), "a.zip", LIMITS)
    with pytest.raises(ContainerTooLarge, match="unpacks to more"):
        read_container(
            zipped("a", "b", content=bytes(range(256)) * 9000, method=zipfile.ZIP_STORED), "a.zip", LIMITS
        )
    assert len(read_container(zipped("a", content=bytes(90_000)), "a.zip", LIMITS)["a"]) == 90_000


def test_a_size_that_a_part_claims_is_not_believed() -> None:
    data = bytearray(zipped("a", content=bytes(3_000_000)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + at, 10)
    with pytest.raises(ContainerRefused):
        read_container(bytes(data), "a.zip", LIMITS)


def test_other_methods_and_encryption_are_refused() -> None:
    assert refusal(zipped("a", method=zipfile.ZIP_LZMA)) == "a.zip: damaged, it cannot be unpacked"
    data = bytearray(zipped("a"))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert refusal(bytes(data)) == "a.zip: encrypted; save it without a password"


def test_what_is_no_zip_or_is_damaged_is_refused() -> None:
    assert refusal(b"") == "a.zip: not a zip container"
    assert refusal(b"MZ" + zipped("a")) == "a.zip: not a zip container"
    assert refusal(zipped("a")[:-30]) == "a.zip: damaged, it cannot be unpacked"
    broken = bytearray(zipped("a", content=b"abcdef", method=zipfile.ZIP_STORED))
    broken[broken.index(b"abcdef")] = 0
    assert refusal(bytes(broken)) == "a.zip: damaged, it cannot be unpacked"
