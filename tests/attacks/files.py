"""Files that somebody has made to harm: zips written byte by byte, documents with one part too many."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from documents.building import DOCUMENT, p, run, template, with_relationship, with_type
from service.documents.container import unpack
from service.documents.package import write_package

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT_RELS = "word/_rels/document.xml.rels"
MEBIBYTE = 1024 * 1024
NOISE = Random(5).randbytes(90_000)  # noqa: S311 - what no deflate makes smaller, not a secret
SOUND = template("Chủ trì: {{ chair }}")


def parts_of(*body: str) -> dict[str, bytes]:
    """Parts of a sound template."""
    return unpack(template(*body or ("Chủ trì: {{ chair }}",)), "sound")


def changed(part: str, data: bytes, *body: str) -> bytes:
    """Give a sound template one other part."""
    return write_package(parts_of(*body) | {part: data})


def document(xml: str, encoding: str = "utf-8") -> bytes:
    """Make a template whose main part is this XML."""
    return write_package(parts_of() | {DOCUMENT: xml.encode(encoding)})


def body(inside: str, prolog: str = "") -> str:
    """Make a main part."""
    return f"{prolog}<w:document {W} {R}><w:body>{inside}<w:sectPr/></w:body></w:document>"


def related(
    kind: str,
    target: str,
    *,
    outside: bool = True,
    source: str = DOCUMENT_RELS,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Make a template with one more relationship."""
    mode = ' TargetMode="External"' if outside else ""
    xml = f'<Relationship Id="rIdX" Type="{RELATION}/{kind}" Target="{target}"{mode}/>'
    parts = parts_of()
    parts.setdefault(source, parts[DOCUMENT_RELS])
    return write_package(with_relationship(parts, xml, source) | dict(more or {}))


def typed(part: str, content_type: str, data: bytes) -> bytes:
    """Make a template with one more part of a content type."""
    return write_package(with_type(parts_of(), part, content_type) | {part: data})


def field(*codes: str) -> bytes:
    """Make a template with a field whose code Word has split over several runs."""
    instructions = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return document(body(f"<w:p>{begin}{instructions}{end}</w:p>"))


def box(text: str) -> str:
    """Make a paragraph with a text box."""
    return p(run(f"<w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict>"))


def zipped(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip entries as they are told, names twice too."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as archive:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, data in entries:
            archive.writestr(name, data)
    return stream.getvalue()


def with_entries(*entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip a sound template and further entries."""
    return zipped(*parts_of().items(), *entries, method=method)


@dataclass(frozen=True)
class Entry:
    """An entry written by hand: what it is, and what its headers claim."""

    name: bytes
    packed: bytes
    size: int
    checksum: int
    method: int = 8
    offset: int | None = None


def deflated(name: str, data: bytes, **claims: int) -> Entry:
    """Deflate an entry; claims stand in the place of what is so."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    facts = {"size": len(data), "checksum": zlib.crc32(data)} | claims
    return Entry(name.encode(), packed, **facts)


def zip_of(entries: Sequence[Entry], *, count: int | None = None) -> bytes:
    """Write a zip by hand; entries with an offset have no data of their own."""
    data, directory = bytearray(), bytearray()
    for entry in entries:
        fields = (entry.method, 0, 0, entry.checksum, len(entry.packed), entry.size, len(entry.name), 0)
        offset = len(data) if entry.offset is None else entry.offset
        directory += struct.pack("<4s4B2H2H3L2H", b"PK\1\2", 20, 0, 20, 0, 0, *fields)
        directory += struct.pack("<3H2L", 0, 0, 0, 0, offset) + entry.name
        if entry.offset is None:
            data += struct.pack("<4s2B2H2H3L2H", b"PK\3\4", 20, 0, 0, *fields) + entry.name + entry.packed
    told = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, len(directory), len(data), 0)
    return bytes(data + directory + end)


def bomb(name: str, mebibytes: int) -> Entry:
    """Deflate spaces, a mebibyte once and its packed form again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * MEBIBYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return Entry(name.encode(), block * mebibytes + packer.flush(), mebibytes * MEBIBYTE, 0)


def png(width: int, height: int) -> bytes:
    """Write the head of a PNG picture."""
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">L4s2L5B", 13, b"IHDR", width, height, 8, 6, 0, 0, 0) + b"\0" * 16
    )


def emf(width: int, height: int, length: int | None = None) -> bytes:
    """Write the head of an EMF picture; it may say that it is longer than it is."""
    head = struct.pack("<2L8l4s3L", 1, 108, 0, 0, width, height, 0, 0, width, height, b" EMF", 0x10000, 0, 1)
    data = bytearray(head.ljust(108, b"\0"))
    struct.pack_into("<L", data, 48, len(data) if length is None else length)
    return bytes(data)


def jpeg(width: int, height: int) -> bytes:
    """Write a JPEG up to its frame header, behind an application segment."""
    frame = struct.pack(">2sH B2H B3B", b"\xff\xc0", 11, 8, height, width, 1, 1, 0x11, 0)
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame
