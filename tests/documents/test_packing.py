"""Files written from parts that are deflated apart: what any zip reader finds in them."""

import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.documents import packing
from service.documents.errors import PartTooLarge
from service.documents.packing import PackedPart, deflate, pack_part, pack_pieces, write_parts


def opened(*parts: PackedPart) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_parts(parts))) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@given(st.lists(st.binary(max_size=300), max_size=12))
def test_what_is_packed_is_what_a_zip_reader_finds(contents: list[bytes]) -> None:
    parts = {f"word/{number}.xml": content for number, content in enumerate(contents)}
    assert opened(*(pack_part(name, content) for name, content in parts.items())) == parts


@given(st.lists(st.binary(max_size=20), max_size=40), st.integers(1, 30))
def test_pieces_are_packed_as_their_whole(pieces: list[bytes], times: int) -> None:
    whole = b"".join(pieces) * times
    assert opened(pack_pieces("a", iter(pieces * times))) == {"a": whole}


def test_many_pieces_that_are_empty_end_nothing_early() -> None:
    assert opened(pack_pieces("a", iter([b""] * 5000 + [b"x"] + [b""] * 5000))) == {"a": b"x"}


def test_the_same_pieces_give_the_same_bytes() -> None:
    pieces = [f"<w:p>{number}</w:p>".encode() for number in range(3000)]
    assert pack_pieces("a", iter(pieces)) == pack_pieces("a", iter(list(pieces)))


def test_a_part_never_stands_in_memory_as_a_whole() -> None:
    def pieces() -> Iterator[bytes]:
        for number in range(200):
            yield b"".join(b"<w:r><w:t>%d</w:t></w:r>" % (number * 500 + row) * 10 for row in range(500))

    tracemalloc.start()
    packed = pack_pieces("a", pieces())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(opened(packed)["a"]) > 20_000_000
    assert peak < len(packed.record) * 2 + 2_000_000


def test_a_part_larger_than_the_gate_takes_is_refused_while_it_is_made() -> None:
    made: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(100):
            made.append(number)
            yield bytes(1024 * 1024)

    with pytest.raises(PartTooLarge):
        pack_pieces("a", pieces())
    assert len(made) == 33
    with pytest.raises(PartTooLarge):
        pack_pieces("a", iter([bytes(33 * 1024 * 1024)]))


def test_what_cannot_be_made_smaller_grows_by_little() -> None:
    noise = b"".join(zlib.crc32(b"%d" % number).to_bytes(4, "big") for number in range(50_000))
    assert len(deflate(noise)) < len(noise) * 1.01


def test_a_name_beyond_ascii_is_read_as_it_was_written() -> None:
    assert opened(pack_part("word/河江.xml", b"x")) == {"word/河江.xml": b"x"}


def test_a_file_of_no_parts_is_a_zip() -> None:
    assert opened() == {}


def test_a_file_larger_than_its_records_can_say_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST", 100)
    with pytest.raises(OverflowError, match="big"):
        write_parts([pack_part("small", b"x"), pack_part("big", b"x" * 100)])
