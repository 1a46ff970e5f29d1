"""Pictures of a document, judged by their first bytes; nothing is ever decoded here."""

import re
import struct
from collections.abc import Callable

MAX_PIXELS = 40_000_000  # an A4 page scanned at 600 dots an inch is 35 million
MAX_SIDE = 20_000

Size = tuple[int, int]

_SOF = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))  # JPEG markers without a length
_SVG_SIDE = re.compile(rb"""\s(?:width|height)\s*=\s*["']\s*([0-9]{1,12})""")
_SVG_HEAD = 4096
_PLACEABLE_WMF = b"\xd7\xcd\xc6\x9a"
_TIFF_SIDES = {256: 0, 257: 1}


def _png(data: bytes) -> Size | None:
    width, height = struct.unpack_from(">LL", data, 16)
    return width, height


def _gif(data: bytes) -> Size | None:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _bmp(data: bytes) -> Size | None:
    if struct.unpack_from("<L", data, 14)[0] == 12:  # noqa: PLR2004 - the old header, with short sides
        width, height = struct.unpack_from("<HH", data, 18)
        return width, height
    width, height = struct.unpack_from("<ll", data, 18)
    return abs(width), abs(height)  # a negative height is a picture stored from above


def _jpeg(data: bytes) -> Size | None:
    """Walk the segments to the frame header (ITU-T T.81, B.2)."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:  # noqa: PLR2004 - every marker begins so
        marker = data[position + 1]
        if marker in _SOF:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        if marker == 0xFF or marker in _ALONE:  # noqa: PLR2004 - filling before a marker
            position += 1 if marker == 0xFF else 2  # noqa: PLR2004
            continue
        position += 2 + int(struct.unpack_from(">H", data, position + 2)[0])
    return None


def _emf(data: bytes) -> Size | None:
    """Sides of the bounds, in device units; the header also says how long the file is."""
    left, top, right, bottom = struct.unpack_from("<4l", data, 8)
    (length,) = struct.unpack_from("<L", data, 48)
    return (MAX_SIDE + 1, 1) if length > len(data) else (abs(right - left), abs(bottom - top))


def _wmf(data: bytes) -> Size | None:
    if not data.startswith(_PLACEABLE_WMF):
        return 0, 0  # its size stands in the document alone
    left, top, right, bottom = struct.unpack_from("<4h", data, 6)
    return abs(right - left), abs(bottom - top)


def _tiff(data: bytes) -> Size | None:
    order = "<" if data.startswith(b"II") else ">"
    (begin,) = struct.unpack_from(f"{order}L", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, begin)
    sides = [0, 0]
    for number in range(min(count, 200)):
        tag, kind = struct.unpack_from(f"{order}HH", data, begin + 2 + 12 * number)
        if tag in _TIFF_SIDES:
            form = "H" if kind == 3 else "L"  # noqa: PLR2004 - SHORT, else LONG
            (sides[_TIFF_SIDES[tag]],) = struct.unpack_from(f"{order}{form}", data, begin + 10 + 12 * number)
    return sides[0], sides[1]


def _svg(data: bytes) -> Size | None:
    sides = [int(side) for side in _SVG_SIDE.findall(data[:_SVG_HEAD])]
    return max(sides, default=0), max(sides, default=0) and 1


# How a kind of picture begins, and what reads its size.
_KINDS: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"GIF8", _gif),
    (b"BM", _bmp),
    (b"II*\0", _tiff),
    (b"MM\0*", _tiff),
    (b"\x01\0\0\0", _emf),
    (_PLACEABLE_WMF, _wmf),
    (b"\x01\0\x09\0", _wmf),
)


def picture_size(data: bytes, *, is_svg: bool = False) -> Size | None:
    """Read how large a picture says it is.

    Args:
        data: The picture.
        is_svg: It is XML.

    Returns:
        Width and height in its own units (pixels of a raster, device units of a drawing), 0 where it says
        nothing; None where it is no picture of a kind that Word prints, or broken off in its head.
    """
    read = _svg if is_svg else next((read for start, read in _KINDS if data.startswith(start)), None)
    try:
        return None if read is None else read(data)
    except struct.error:
        return None


def is_too_large(size: Size) -> bool:
    """Whether a picture is larger than any paper needs."""
    width, height = size
    return width * height > MAX_PIXELS or max(size) > MAX_SIDE
