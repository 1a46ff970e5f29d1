"""Parts packed into a file: deflated once where they never change, while they are printed where they do.

Python's zipfile takes no part that is deflated already, and deflates with zlib only (docs/adr/0010); a file
of plain entries is three records of fixed form.

Source:
    PKWARE APPNOTE 6.3.10, 4.3 (records), 4.4 (fields).
"""

import struct
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from isal import igzip_lib, isal_zlib

from service.documents.container import MAX_INFLATED
from service.documents.errors import PartTooLarge

LEVEL = 1  # of igzip: levels 0 to 2 give the same bytes on every x86-64 processor since 2008, 3 does not

MAX_PART = MAX_INFLATED  # what the gate takes: a draft must come home

_PIECES = 512  # pieces of a part that are deflated together; the same pieces give the same bytes
_RAW = -15  # a window of 32 KiB, without header
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
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
        name: Its name in the package.
        crc: CRC-32 of its content.
        size: Bytes of its content.
        data: The content, deflated.
    """

    name: str
    crc: int
    size: int
    data: bytes


def pack_part(name: str, content: bytes) -> PackedPart:
    """Deflate a part."""
    return PackedPart(name, isal_zlib.crc32(content), len(content), deflate(content))


def pack_pieces(name: str, pieces: Iterator[bytes]) -> PackedPart:
    """Deflate a part while its pieces are made, so that it never stands in memory as a whole.

    Raises:
        PartTooLarge: The pieces come to more than a part may be.
    """
    batch = [*islice(pieces, _PIECES)]
    if len(batch) < _PIECES:
        return pack_part(name, b"".join(batch))
    compressor = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, _RAW)
    crc, size, deflated = 0, 0, []
    while batch:
        chunk = b"".join(batch)
        batch = [*islice(pieces, _PIECES)]
        if size > MAX_PART:
            raise PartTooLarge
        crc = isal_zlib.crc32(chunk, crc)
        size += len(chunk)
        deflated.append(compressor.compress(chunk))
    deflated.append(compressor.flush())
    return PackedPart(name, crc, size, b"".join(deflated))


def deflate(content: bytes) -> bytes:
    """Deflate bytes at once."""
    return igzip_lib.compress(content, LEVEL, igzip_lib.COMP_DEFLATE)


def write_parts(parts: Iterable[PackedPart]) -> bytes:
    """Write packed parts as one file, in their order.

    Raises:
        OverflowError: A part or the file is 4 GiB or larger.
    """
    written: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in parts:
        name = part.name.encode()
        if max(part.size, len(part.data), offset) >= _MOST:
            raise OverflowError(part.name)
        sizes = part.crc, len(part.data), part.size, len(name), 0
        flags = 0 if part.name.isascii() else _UTF8
        kind = flags, _DEFLATED, _MIDNIGHT, _DAY
        written += (_LOCAL.pack(b"PK\x03\x04", _VERSION, *kind, *sizes), name, part.data)
        directory += (
            _CENTRAL.pack(b"PK\x01\x02", _MADE_BY, _VERSION, *kind, *sizes, 0, 0, 0, _MODE, offset),
            name,
        )
        offset += _LOCAL.size + len(name) + len(part.data)
    count, length = len(directory) // 2, sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, 0)
    return b"".join((*written, *directory, end))
