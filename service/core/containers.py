"""Zip containers from outside (DOCX, XLSX), read within limits; nothing that one says of itself is believed.

The directory is walked here and not by `zipfile`, so that there is one reading of a file: `zipfile` takes the
directory's length and not the number of its entries, goes where a hidden zip64 record sends it, and opens
files with something before, between or behind their parts (docs/adr/0009).
"""

import io
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from service.core.message import BienbanError, message

_CHUNK = 64 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip knows no earlier day; every entry bears it, so bytes repeat
_LOCAL, _CENTRAL, _END, _ZIP64 = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x07"
_LOCAL_FORM = struct.Struct("<4s5H3L2H")
_CENTRAL_FORM = struct.Struct("<4s6H3L5H2L")
_END_FORM = struct.Struct("<4s4H2LH")
_ZIP64_LENGTH = 20
_DESCRIPTOR = 24  # at most: signature, checksum and two sizes of eight bytes, behind a part that was streamed
_STREAMED, _ENCRYPTED, _UTF8 = 0x8, 0x2041, 0x800
_STORED, _DEFLATED = 0, 8  # OPC allows these two alone (ECMA-376-2, Annex B)


class ContainerRefused(BienbanError):
    """A file is no zip, or one that cannot be read safely."""


class ContainerDamaged(ContainerRefused):
    """A container contradicts itself, or holds what stands in none of its parts."""


class ContainerEncrypted(ContainerRefused):
    """A part needs a password."""


class PartNameUnsafe(ContainerRefused):
    """A part's name leads out of the container, or is that of another one."""


class ContainerTooLarge(ContainerRefused):
    """A file has more parts, or unpacks to more, than it may."""


class TooManyParts(ContainerTooLarge):
    """A file has more parts than it may."""


class PartTooLarge(ContainerTooLarge):
    """A part of a certain kind is larger than it may be."""

    def __init__(self, file: str, part: str, most: int) -> None:
        """Hold the part and its limit in bytes."""
        super().__init__(message("{file}: unpacks to more than a document can be", file=file))
        self.part = part
        self.most = most


@dataclass(frozen=True)
class ContainerLimits:
    """What a container may hold.

    Attributes:
        entries: Most parts.
        inflated: Most bytes of all parts together.
        ratio: Most times the size of the file that its parts may be together, above `floor` bytes.
        floor: Bytes up to which any ratio is well: small files may compress well.
        part: Most bytes of one part; None: as of all together.
        by_end: Most bytes of parts whose names end so, in lower case.
    """

    entries: int
    inflated: int
    ratio: int = 200
    floor: int = 1024 * 1024
    part: int | None = None
    by_end: Mapping[str, int] = field(default_factory=dict)


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


def read_container(data: bytes, name: str, limits: ContainerLimits) -> dict[str, bytes]:
    """Unpack a container within limits; bytes are counted while they are inflated.

    Args:
        data: The file.
        name: Its name, for messages.
        limits: What it may hold; sizes that the file claims are never believed.

    Returns:
        Part name to content, in the file's order; folders are left out.

    Raises:
        ContainerTooLarge: Over a limit.
        ContainerRefused: No zip, damaged, encrypted, unsafe or repeated part names, anything before, between
            or behind the parts.

    Source:
        APPNOTE.TXT 6.3.10, 4.3; ECMA-376-2, Annex B.
    """
    if not data.startswith(_LOCAL):
        raise ContainerRefused(message("{file}: not a zip container", file=name))
    entries = list(_walk(data, name, limits.entries))
    _check_names(entries, name)
    _check_ranges(data, entries, name)
    allowed = min(limits.inflated, max(limits.floor, len(data) * limits.ratio))
    parts: dict[str, bytes] = {}
    for entry in entries:
        content = _inflate(data, entry, _Bounds(name, allowed, limits))
        allowed -= len(content)
        if not entry.name.endswith("/"):
            parts[entry.name] = content
    return parts


@dataclass(frozen=True)
class _Bounds:
    """How large a part may be.

    Attributes:
        file: The container's name.
        allowed: Bytes that are left of all parts together.
        limits: Those of the container.
    """

    file: str
    allowed: int
    limits: ContainerLimits

    def check(self, size: int, part: str) -> None:
        """Refuse a part that has grown too large."""
        for end, most in self.limits.by_end.items():
            if size > most and part.lower().endswith(end):
                raise PartTooLarge(self.file, part, most)
        if size > min(self.allowed, self.limits.part or self.allowed):
            said = message("{file}: unpacks to more than a document can be", file=self.file)
            raise ContainerTooLarge(said)


def _damaged(file: str) -> ContainerDamaged:
    return ContainerDamaged(message("{file}: damaged, it cannot be unpacked", file=file))


def _walk(data: bytes, file: str, most: int) -> Iterator[_Entry]:
    """The entries of the directory; their number is known before the first is read."""
    end = len(data) - _END_FORM.size
    if end < _LOCAL_FORM.size or data[end : end + 4] != _END:
        raise _damaged(file)
    _, disk, first_disk, here, count, length, start, comment = _END_FORM.unpack_from(data, end)
    if count > most:
        raise TooManyParts(message("{file}: more than {most} parts", file=file, most=most))
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
        raise ContainerEncrypted(message("{file}: encrypted; save it without a password", file=file))
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
            raise PartNameUnsafe(
                message("{file}: holds a part with the unsafe name “{part}”", file=file, part=part)
            )
        folded = unicodedata.normalize("NFC", part).casefold()
        if folded in seen:
            raise PartNameUnsafe(message("{file}: holds the part “{part}” twice", file=file, part=part))
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


def _inflate(data: bytes, entry: _Entry, bounds: _Bounds) -> bytes:
    start = _data_start(data, entry, len(data), bounds.file)
    packed = data[start : start + entry.packed]
    content = packed if entry.method == _STORED else _inflated(packed, entry, bounds)
    bounds.check(len(content), entry.name)
    if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise _damaged(bounds.file)
    if content and entry.name.endswith("/"):
        raise PartNameUnsafe(
            message("{file}: holds a part with the unsafe name “{part}”", file=bounds.file, part=entry.name)
        )
    return content


def _inflated(packed: bytes, entry: _Entry, bounds: _Bounds) -> bytes:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    content = bytearray()
    pieces = [packed[start : start + _CHUNK] for start in range(0, len(packed), _CHUNK)]
    try:
        for piece in (*pieces, b""):  # zlib may hold back what the last piece unpacks to
            if piece and stream.eof:
                raise _damaged(bounds.file)
            more = piece
            while not stream.eof:
                unpacked = stream.decompress(more, _CHUNK)
                content += unpacked
                bounds.check(len(content), entry.name)
                more = stream.unconsumed_tail
                if not more and len(unpacked) < _CHUNK:
                    break
    except zlib.error:
        raise _damaged(bounds.file) from None
    if not stream.eof or stream.unused_data:
        raise _damaged(bounds.file)
    return bytes(content)


def pack_container(parts: Mapping[str, bytes], *, level: int = 6) -> bytes:
    """Pack parts in their order, so that the same parts give the same bytes.

    Args:
        parts: Part name to content.
        level: Of compression, 0 to 9; a low one for a container that only this process will read.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for part, content in parts.items():
            entry = zipfile.ZipInfo(part, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()
