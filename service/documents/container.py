"""The zip that a DOCX is, read within limits; nothing that the zip says of itself is believed.

The directory is walked here and not by `zipfile`, so that there is one reading of a file: `zipfile` takes the
directory's length and not the number of its entries, goes where a hidden zip64 record sends it, and opens
files with something before, between or behind their parts (docs/adr/0009).
"""

import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from service.core.message import message
from service.documents.errors import (
    EmptyFile,
    Encrypted,
    NotWord,
    PackageRefused,
    PictureTooLarge,
    TooLarge,
    TooManyParts,
    UnsafeName,
)
from service.documents.limits import MAX_INFLATED

_MEBIBYTE = 1024 * 1024
MAX_FILE = 16 * _MEBIBYTE
MAX_ENTRIES = 2000
MAX_PART = 16 * _MEBIBYTE
MAX_PICTURE = 8 * _MEBIBYTE  # of a drawing, which is small where it is honest
MAX_RATIO = 200
RATIO_FLOOR = _MEBIBYTE  # small files may compress well

_CHUNK = 64 * 1024
_LOCAL, _CENTRAL, _END, _ZIP64 = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x07"
_OLE = b"\xd0\xcf\x11\xe0"  # what Word writes where a file has a password
_LOCAL_FORM = struct.Struct("<4s5H3L2H")
_CENTRAL_FORM = struct.Struct("<4s6H3L5H2L")
_END_FORM = struct.Struct("<4s4H2LH")
_ZIP64_LENGTH = 20
_DESCRIPTOR = 24  # at most: signature, checksum and two sizes of eight bytes, behind a part that was streamed
_STREAMED, _ENCRYPTED, _UTF8 = 0x8, 0x2041, 0x800
_STORED, _DEFLATED = 0, 8  # OPC allows these two alone (ECMA-376-2, Annex B)
_VECTOR_PICTURES = (".emf", ".wmf", ".svg")


@dataclass(frozen=True)
class _Entry:
    """One entry of the directory: where its data stands, and what it says of itself."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int


def unpack(data: bytes, file: str) -> dict[str, bytes]:
    """Open a zip within limits; bytes are counted while they are inflated.

    Args:
        data: The file.
        file: Its name, for messages.

    Returns:
        Part name to content, in the file's order; folders are left out.

    Raises:
        PackageRefused: Not a zip, damaged, encrypted, too many or too large parts, unsafe or repeated names,
            anything before, between or behind the parts.

    Source:
        APPNOTE.TXT 6.3.10, 4.3; ECMA-376-2, Annex B.
    """
    _check_outside(data, file)
    entries = list(_walk(data, file))
    _check_names(entries, file)
    _check_ranges(data, entries, file)
    allowed = min(MAX_INFLATED, max(RATIO_FLOOR, len(data) * MAX_RATIO))
    parts: dict[str, bytes] = {}
    for entry in entries:
        content = _inflate(data, entry, allowed, file)
        allowed -= len(content)
        if not entry.name.endswith("/"):
            parts[entry.name] = content
    return parts


def _check_outside(data: bytes, file: str) -> None:
    if not data:
        raise EmptyFile(message("{file}: empty; choose the file again", file=file))
    if len(data) > MAX_FILE:
        said = message(
            "{file}: larger than {most} MiB; make its pictures smaller", file=file, most=MAX_FILE // _MEBIBYTE
        )
        raise TooLarge(said)
    if data.startswith(_OLE):
        raise Encrypted(
            message("{file}: protected by a password, or in the old form .doc; save it as .docx", file=file)
        )
    if not data.startswith(_LOCAL):
        raise NotWord(message("{file}: not a Word file (.docx)", file=file))


def _damaged(file: str) -> PackageRefused:
    return PackageRefused(message("{file}: damaged, it cannot be unpacked; save it in Word again", file=file))


def _walk(data: bytes, file: str) -> Iterator[_Entry]:
    """The entries of the directory; their number is known before the first is read."""
    end = len(data) - _END_FORM.size
    if end < _LOCAL_FORM.size or data[end : end + 4] != _END:
        raise _damaged(file)
    _, disk, first_disk, here, count, length, start, comment = _END_FORM.unpack_from(data, end)
    if count > MAX_ENTRIES:
        said = message("{file}: more than {most} parts; save it in Word again", file=file, most=MAX_ENTRIES)
        raise TooManyParts(said)
    zip64 = data[max(end - _ZIP64_LENGTH, 0) :].startswith(_ZIP64)
    if disk or first_disk or comment or here != count or start + length != end or zip64:
        raise _damaged(file)
    position = start
    for _ in range(count):
        entry, position = _read_entry(data, position, end, file)
        yield entry
    if position != end:
        raise _damaged(file)


def _read_entry(data: bytes, position: int, end: int, file: str) -> tuple[_Entry, int]:
    if position + _CENTRAL_FORM.size > end or data[position : position + 4] != _CENTRAL:
        raise _damaged(file)
    fields = _CENTRAL_FORM.unpack_from(data, position)
    flags, method = fields[3], fields[4]
    checksum, packed, size, name_length, extra, comment = fields[7:13]
    begin = position + _CENTRAL_FORM.size
    after = begin + name_length + extra + comment
    if after > end:
        raise _damaged(file)
    raw = data[begin : begin + name_length]
    name = _decode(raw, flags, file)
    if flags & _ENCRYPTED:
        raise Encrypted(message("{file}: encrypted; save it without a password", file=file))
    if method not in (_STORED, _DEFLATED):
        raise _damaged(file)
    return _Entry(name, raw, flags, method, checksum, packed, size, fields[16]), after


def _decode(raw: bytes, flags: int, file: str) -> str:
    try:
        return raw.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError:
        raise _damaged(file) from None


def _check_names(entries: list[_Entry], file: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        part = entry.name
        steps = part.removesuffix("/").split("/")
        hidden = any(character in '\\:*?"<>|' or character < " " for character in part)
        if hidden or any(step in ("", ".", "..") for step in steps):
            raise UnsafeName(
                message("{file}: holds a part with the unsafe name “{part}”", file=file, part=part)
            )
        folded = unicodedata.normalize("NFC", part).casefold()
        if folded in seen:
            raise UnsafeName(message("{file}: holds the part “{part}” twice", file=file, part=part))
        seen.add(folded)


def _check_ranges(data: bytes, entries: list[_Entry], file: str) -> None:
    """Parts stand one behind the other: none inside another, nothing before or between them."""
    (directory,) = struct.unpack_from("<L", data, len(data) - 6)
    position, slack = 0, 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if not position <= entry.offset <= position + slack:
            raise _damaged(file)
        position = _data_start(data, entry, directory, file) + entry.packed
        slack = _DESCRIPTOR if entry.flags & _STREAMED else 0
    if not position <= directory <= position + slack:
        raise _damaged(file)


def _data_start(data: bytes, entry: _Entry, directory: int, file: str) -> int:
    """Where an entry's data begins; its own header must tell the same as the directory."""
    if entry.offset + _LOCAL_FORM.size > directory:
        raise _damaged(file)
    fields = _LOCAL_FORM.unpack_from(data, entry.offset)
    begin = entry.offset + _LOCAL_FORM.size
    same = data[begin : begin + fields[9]] == entry.raw_name and fields[3] == entry.method
    if fields[0] != _LOCAL or fields[2] & _ENCRYPTED or not same:
        raise _damaged(file)
    return begin + int(fields[9]) + int(fields[10])


def _inflate(data: bytes, entry: _Entry, allowed: int, file: str) -> bytes:
    start = _data_start(data, entry, len(data), file)
    packed = data[start : start + entry.packed]
    content = packed if entry.method == _STORED else _inflated(packed, entry, allowed, file)
    _check_size(len(content), entry.name, allowed, file)
    if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise _damaged(file)
    if content and entry.name.endswith("/"):
        raise UnsafeName(
            message("{file}: holds a part with the unsafe name “{part}”", file=file, part=entry.name)
        )
    return content


def _inflated(packed: bytes, entry: _Entry, allowed: int, file: str) -> bytes:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    content = bytearray()
    pieces = [packed[start : start + _CHUNK] for start in range(0, len(packed), _CHUNK)]
    try:
        for piece in (*pieces, b""):  # zlib may hold back what the last piece unpacks to
            if piece and stream.eof:
                raise _damaged(file)
            more = piece
            while not stream.eof:
                unpacked = stream.decompress(more, _CHUNK)
                content += unpacked
                _check_size(len(content), entry.name, allowed, file)
                more = stream.unconsumed_tail
                if not more and len(unpacked) < _CHUNK:
                    break
    except zlib.error:
        raise _damaged(file) from None
    if not stream.eof or stream.unused_data:
        raise _damaged(file)
    return bytes(content)


def _check_size(size: int, part: str, allowed: int, file: str) -> None:
    if part.lower().endswith(_VECTOR_PICTURES) and size > MAX_PICTURE:
        raise PictureTooLarge(
            message(
                "{file}, {part}: a picture of more than {most} MiB; use a smaller one",
                file=file,
                part=part,
                most=MAX_PICTURE // _MEBIBYTE,
            )
        )
    if size > min(allowed, MAX_PART):
        raise TooLarge(message("{file}: unpacks to more than a document can be; make it smaller", file=file))
