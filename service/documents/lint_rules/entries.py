"""The entries of a package: unzip within limits, or refuse."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import error as struct_error

from service.documents.lint_rules.defect import Defect

MAX_BYTES = 50 * 1024 * 1024
MAX_ENTRIES = 2000
# Elements and attributes, counted by their `<` and `=`: a tree takes some thirty times the bytes of `<a/>`.
MAX_MARKUP = 5_000_000
_CHUNK = 64 * 1024
_DIRECTORY_ENTRY = b"PK\x01\x02"
# OPC allows these two alone (ECMA-376-2, Annex B); zipfile would also inflate bzip2 and LZMA.
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ZIP_PROBLEMS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, struct_error)


class PackageRefused(Exception):
    """The bytes are no package that can be looked into."""

    def __init__(self, defect: Defect) -> None:
        """Hold why.

        Args:
            defect: The one defect of the whole file.
        """
        super().__init__(defect.detail)
        self.defect = defect


def read_entries(data: bytes) -> list[tuple[str, bytes]]:
    """Inflate every file of a zip, in the order of its directory.

    Args:
        data: Any bytes.

    Returns:
        Names and contents; a name can come twice. Folders are left out.

    Raises:
        PackageRefused: No zip, a damaged or encrypted one, or one over `MAX_BYTES` inflated, `MAX_ENTRIES`
            or `MAX_MARKUP`.
    """
    # Both counts come before zipfile builds its directory, whose memory a hostile file could drive up.
    if len(data) > MAX_BYTES:
        raise PackageRefused(_too_large(f"{MAX_BYTES} bytes"))
    if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:
        raise PackageRefused(_too_large(f"{MAX_ENTRIES} entries"))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = list(_inflate(archive))
    except _ZIP_PROBLEMS as problem:
        raise PackageRefused(_unreadable(str(problem))) from problem
    _count_markup(entries)
    return entries


def is_xml(name: str) -> bool:
    """Tell whether an entry is XML that Word reads.

    Args:
        name: Name of the entry.
    """
    return name.endswith((".xml", ".rels"))


def _inflate(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    left = MAX_BYTES
    for info in archive.infolist():
        if info.compress_type not in _METHODS:
            raise PackageRefused(_unreadable(f"{info.filename} is compressed by a method that Word lacks"))
        if not info.is_dir():
            content = _read(archive, info, left)
            left -= len(content)
            yield info.filename, content


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """Read in pieces and count: the size that a zip declares is only a claim."""
    content = bytearray()
    with archive.open(info) as stream:
        while piece := stream.read(_CHUNK):
            content += piece
            if len(content) > limit:
                raise PackageRefused(_too_large(f"{MAX_BYTES} bytes inflated"))
    return bytes(content)


def _count_markup(entries: list[tuple[str, bytes]]) -> None:
    xml = (body for name, body in entries if is_xml(name))
    if sum(body.count(b"<") + body.count(b"=") for body in xml) > MAX_MARKUP:
        raise PackageRefused(_too_large(f"{MAX_MARKUP} elements and attributes"))


def _too_large(limit: str) -> Defect:
    return Defect("package-size", "", "", f"the package has more than {limit}")


def _unreadable(problem: str) -> Defect:
    return Defect("package-zip", "", "", f"not a readable zip: {problem}")
