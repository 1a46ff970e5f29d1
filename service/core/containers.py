"""Zip containers from outside (XLSX; DOCX has its own gate): parts within limits, bytes counted."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from service.core.message import BienbanError, message

_CHUNK = 64 * 1024
_MAGIC = b"PK\x03\x04"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others inflate without a bound
_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip knows no earlier day; every entry bears it, so bytes repeat


class ContainerRefused(BienbanError):
    """A file is no zip, is damaged or encrypted, or names its parts unsafely."""


class ContainerTooLarge(ContainerRefused):
    """A file has more parts, or unpacks to more, than it may."""


@dataclass(frozen=True)
class ContainerLimits:
    """What a container may hold.

    Attributes:
        entries: Most parts.
        inflated: Most bytes of all parts together.
        ratio: Most times the size of the file that its parts may be together, above `floor` bytes.
        floor: Bytes up to which any ratio is well: small files may compress well.
    """

    entries: int
    inflated: int
    ratio: int = 200
    floor: int = 1024 * 1024


def read_container(data: bytes, name: str, limits: ContainerLimits) -> dict[str, bytes]:
    """Unpack a container.

    Args:
        data: The file.
        name: Its name, for messages.
        limits: What it may hold; sizes that the file claims are never believed.

    Returns:
        Part name to content, in the file's order.

    Raises:
        ContainerTooLarge: Over a limit.
        ContainerRefused: No zip, damaged, encrypted, unsafe or repeated part names.
    """
    if not data.startswith(_MAGIC):
        raise ContainerRefused(message("{file}: not a zip container", file=name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_entries(archive, len(data), name, limits)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, zlib.error):
        raise ContainerRefused(message("{file}: damaged, it cannot be unpacked", file=name)) from None


def _read_entries(
    archive: zipfile.ZipFile, size: int, name: str, limits: ContainerLimits
) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise ContainerTooLarge(message("{file}: more than {most} parts", file=name, most=limits.entries))
    allowed = min(limits.inflated, max(limits.floor, size * limits.ratio))
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
        raise ContainerRefused(message("{file}: damaged, it cannot be unpacked", file=name))
    if entry.flag_bits & _ENCRYPTED:
        raise ContainerRefused(message("{file}: encrypted; save it without a password", file=name))
    steps = part.split("/")
    if part.startswith("/") or "\\" in part or ":" in part or ".." in steps or "\0" in part:
        raise ContainerRefused(
            message("{file}: holds a part with the unsafe name “{part}”", file=name, part=part)
        )
    if part.lower() in folded:
        raise ContainerRefused(message("{file}: holds the part “{part}” twice", file=name, part=part))


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int, name: str) -> bytes:
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > allowed:
                raise ContainerTooLarge(message("{file}: unpacks to more than a document can be", file=name))
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
