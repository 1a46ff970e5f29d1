"""DOCX packages: bytes to parts within limits, parts to bytes that are the same every time."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from service.core.message import message
from service.documents.errors import PackageRefused
from service.documents.packing import pack_part, write_parts

MAX_ENTRIES = 2000
MAX_INFLATED = 64 * 1024 * 1024
MAX_RATIO = 200
RATIO_FLOOR = 1024 * 1024  # small files may compress well
CONTENT_TYPES = "[Content_Types].xml"

_CHUNK = 64 * 1024
_MAGIC = b"PK\x03\x04"
_ENCRYPTED = 0x1
_METHODS = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # the others inflate without a bound, and Word knows none


def read_package(data: bytes, name: str) -> dict[str, bytes]:
    """Open a DOCX within limits; bytes are counted while they are inflated, never believed.

    Args:
        data: The file.
        name: Its name, for messages.

    Returns:
        Part name to content, in the file's order.

    Raises:
        PackageRefused: Not a zip, damaged, encrypted, too many or too large parts, unsafe or repeated names.
    """
    if not data.startswith(_MAGIC):
        raise PackageRefused(message("{file}: not a Word file (.docx)", file=name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_entries(archive, len(data), name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        raise PackageRefused(message("{file}: damaged, it cannot be unpacked", file=name)) from None


def _read_entries(archive: zipfile.ZipFile, size: int, name: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise PackageRefused(message("{file}: more than {most} parts", file=name, most=MAX_ENTRIES))
    allowed = min(MAX_INFLATED, max(RATIO_FLOOR, size * MAX_RATIO))
    parts: dict[str, bytes] = {}
    folded: set[str] = set()
    for entry in entries:
        _check_entry(entry, folded, name)
        parts[entry.filename] = _inflate(archive, entry, allowed, name)
        allowed -= len(parts[entry.filename])
        folded.add(entry.filename.lower())
    return parts


def _check_entry(entry: zipfile.ZipInfo, folded: set[str], name: str) -> None:
    part = entry.orig_filename  # zipfile cuts the other name at a NUL
    if entry.compress_type not in _METHODS:
        raise PackageRefused(message("{file}: damaged, it cannot be unpacked", file=name))
    if entry.flag_bits & _ENCRYPTED:
        raise PackageRefused(message("{file}: encrypted; save it without a password", file=name))
    steps = part.split("/")
    if part.startswith("/") or "\\" in part or ":" in part or ".." in steps or "\0" in part:
        raise PackageRefused(
            message("{file}: holds a part with the unsafe name “{part}”", file=name, part=part)
        )
    if part.lower() in folded:
        raise PackageRefused(message("{file}: holds the part “{part}” twice", file=name, part=part))


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int, name: str) -> bytes:
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > allowed:
                raise PackageRefused(message("{file}: unpacks to more than a document can be", file=name))
    return bytes(content)


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts so that the same parts give the same bytes.

    Args:
        parts: Part name to content; the content types stand first, the rest by name.
    """
    return write_parts(pack_part(part, parts[part]) for part in sorted(parts, key=file_order))


def file_order(part: str) -> tuple[bool, str]:
    """Where a part stands in a file: the content types first, as readers expect them, the rest by name."""
    return part != CONTENT_TYPES, part
