"""Parts packed into a file: deflated once where they never change, while they are printed where they do.

Python's zipfile takes no part that is deflated already, and deflates with zlib only (docs/adr/0010); a file
of plain entries is three records of fixed form.

Source:
    PKWARE APPNOTE 6.3.10, 4.3 (records), 4.4 (fields).
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from isal import igzip_lib, isal_zlib

from service.documents.errors import PartTooLarge
from service.documents.limits import MAX_INFLATED

LEVEL = 1  # of igzip: levels 0 to 2 give the same bytes on every x86-64 processor since 2008, 3 does not

_RAW = -15  # a window of 32 KiB, without header
_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5HL")
_OFFSET = struct.Struct("<L")  # ends an entry of the directory; the name follows
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_MADE_BY = 3 << 8 | _VERSION  # Unix
_UTF8 = 0x800
_DEFLATED = 8
_MIDNIGHT = 0
_DAY = 1 << 5 | 1  # 1 January 1980: zip knows no earlier day; every entry bears it, so bytes repeat
_MODE = 0o644 << 16
_MOST = 0xFFFFFFFF  # beyond it a file would need other records


class PackedPart(NamedTuple):
    """A part ready to be written.

    Attributes:
        record: Its local record: header, name and the content, deflated.
        entry: Its entry in the directory up to where its record begins.
        name: Its name in the package, in bytes.
    """

    record: bytes
    entry: bytes
    name: bytes


def pack_part(name: str, content: bytes) -> PackedPart:
    """Deflate a part.

    Raises:
        OverflowError: The part is 4 GiB or larger.
    """
    return _packed(name, isal_zlib.crc32(content), len(content), [deflate(content)])


def pack_pieces(name: str, pieces: Iterator[bytes]) -> PackedPart:
    """Deflate a part while its pieces are made, so that it never stands in memory as a whole.

    Args:
        name: Its name.
        pieces: Each is deflated by itself; the same pieces give the same bytes.

    Raises:
        PartTooLarge: The pieces come to more than a part may be, which is what the gate takes: a draft must
            come home.
        OverflowError: The part is 4 GiB or larger.
    """
    first, second = next(pieces, b""), next(pieces, None)
    if len(first) > MAX_INFLATED:
        raise PartTooLarge
    if second is None:
        return pack_part(name, first)
    compressor = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, _RAW)
    crc, size, deflated = 0, 0, []
    for piece in chain((first, second), pieces):
        crc = isal_zlib.crc32(piece, crc)
        size += len(piece)
        if size > MAX_INFLATED:
            raise PartTooLarge
        deflated.append(compressor.compress(piece))
    deflated.append(compressor.flush())
    return _packed(name, crc, size, deflated)


def deflate(content: bytes) -> bytes:
    """Deflate bytes at once."""
    return igzip_lib.compress(content, LEVEL, igzip_lib.COMP_DEFLATE)


def _packed(name: str, crc: int, size: int, deflated: list[bytes]) -> PackedPart:
    raw, length = name.encode(), sum(map(len, deflated))
    if max(size, length) >= _MOST:
        raise OverflowError(name)
    flags = 0 if name.isascii() else _UTF8
    about = flags, _DEFLATED, _MIDNIGHT, _DAY, crc, length, size, len(raw), 0
    header = _LOCAL.pack(b"PK\x03\x04", _VERSION, *about)
    entry = _ENTRY.pack(b"PK\x01\x02", _MADE_BY, _VERSION, *about, 0, 0, 0, _MODE)
    return PackedPart(b"".join((header, raw, *deflated)), entry, raw)


def write_parts(parts: Iterable[PackedPart]) -> bytes:
    """Write packed parts as one file, in their order.

    Raises:
        OverflowError: The file is 4 GiB or larger.
    """
    records: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for record, entry, name in parts:
        if offset >= _MOST:
            raise OverflowError(name)
        records.append(record)
        directory += (entry, _OFFSET.pack(offset), name)
        offset += len(record)
    count, length = len(records), sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, 0)
    return b"".join((*records, *directory, end))
