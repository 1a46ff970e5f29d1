"""Templates with all that Word can put beside text: pictures, text boxes, links, notes, lists, sections."""

import struct
import zlib
from collections.abc import Mapping, Sequence

from documents.building import (
    blocks_of,
    p,
    repacked,
    run,
    template,
    with_relationship,
    with_type,
)
from service.core.languages import Language
from service.documents.container import unpack
from service.documents.ooxml import MC, WP, R, W
from service.documents.package import write_package

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
V = "urn:schemas-microsoft-com:vml"

RED, BLUE = (200, 20, 20), (20, 20, 200)
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
MARGINS = (
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"'
    ' w:gutter="0"/>'
)


def png(colour: tuple[int, int, int]) -> bytes:
    """Draw a picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    points = chunk(b"IDAT", zlib.compress(b"\x00" + bytes(colour)))
    return b"\x89PNG\r\n\x1a\n" + head + points + chunk(b"IEND", b"")


def picture(relation: str, number: int = 1) -> str:
    """Write the run of a picture in the line."""
    size = '<wp:extent cx="360000" cy="360000"/>'
    extent = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">{size}'
        f'<wp:docPr id="{number}" name="Quốc huy"/><a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">'
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr id="0" name="x.png"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr>{extent}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def text_box(*blocks: str, number: int = 1) -> str:
    """Write the run of a text box as Word does: for itself, and again for programs that know VML only."""
    inside = f"<w:txbxContent>{blocks_of(blocks)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}" xmlns:wps="{WPS}"><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="1800000" cy="720000"/>'
        f'<wp:docPr id="{number}" name="Khung"/><a:graphic xmlns:a="{A}"><a:graphicData uri="{WPS}">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect xmlns:v="{V}" style="width:142pt;height:57pt">'
        f"<v:textbox>{inside}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def link(relation: str, text: str) -> str:
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def section_end(size: str, references: str = "") -> str:
    """Write the paragraph that ends a section."""
    return f"<w:p><w:pPr><w:sectPr>{references}{size}{MARGINS}</w:sectPr></w:pPr></w:p>"


def furnished(  # noqa: PLR0913 - each is one thing a template may have
    *body: str,
    language: Language = Language.VI,
    pictures: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    footnotes: Mapping[int, Sequence[str]] | None = None,
    endnotes: Mapping[int, Sequence[str]] | None = None,
    numbering: str = "",
    headers: Mapping[str, Sequence[str]] | None = None,
    section: str = "",
    styles: str = "",
) -> bytes:
    """Make a template that takes pictures, links, notes and lists along."""
    data = template(*body, language=language, headers=headers, section=section, styles=styles)
    parts = unpack(data, "template")
    root = f'xmlns:w="{W}"'.encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        root, root + f' xmlns:wps="{WPS}" xmlns:mc="{MC}" mc:Ignorable="wps"'.encode(), 1
    )
    for identity, content in (pictures or {}).items():
        parts = with_picture(parts, identity, content)
    for identity, address in (links or {}).items():
        target = f'Target="{address}" TargetMode="External"'
        parts = with_relationship(
            parts, f'<Relationship Id="{identity}" Type="{RELATION}/hyperlink" {target}/>'
        )
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes is not None:
            parts = _with_notes(parts, kind, notes, language)
    if numbering:
        parts = with_document_part(
            parts, "numbering", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
        )
    return write_package(parts)


def with_picture(
    parts: dict[str, bytes], identity: str, content: bytes, of: str = "word/document.xml"
) -> dict[str, bytes]:
    """Add a picture that a part refers to."""
    name = f"image{sum(part.startswith('word/media/') for part in parts) + 1}.png"
    folder, _, own = of.rpartition("/")
    rels = f"{folder}/_rels/{own}.rels"
    empty = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    parts.setdefault(rels, empty.encode())
    target = f'Target="media/{name}"'
    parts = with_relationship(
        parts, f'<Relationship Id="{identity}" Type="{RELATION}/image" {target}/>', rels
    )
    types = parts["[Content_Types].xml"]
    if b'Extension="png"' not in types:
        ending = b'<Default Extension="png" ContentType="image/png"/>'
        types = types.replace(b"<Default", ending + b"<Default", 1)
    return parts | {f"word/media/{name}": content, "[Content_Types].xml": types}


def with_document_part(parts: dict[str, bytes], kind: str, xml: str) -> dict[str, bytes]:
    """Add a part that the document refers to."""
    parts = with_relationship(
        parts, f'<Relationship Id="rId-{kind}" Type="{RELATION}/{kind}" Target="{kind}.xml"/>'
    )
    return with_type(parts, f"word/{kind}.xml", f"{MAIN}.{kind}+xml") | {f"word/{kind}.xml": xml.encode()}


def _with_notes(
    parts: dict[str, bytes], kind: str, notes: Mapping[int, Sequence[str]], language: Language
) -> dict[str, bytes]:
    lines = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}">{p(f"<w:r><w:{name}/></w:r>")}</w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    own = "".join(
        f'<w:{kind} w:id="{number}">{blocks_of(blocks)}</w:{kind}>' for number, blocks in notes.items()
    ).replace("@@", language.capitalize())
    return with_document_part(
        parts, f"{kind}s", f'<w:{kind}s xmlns:w="{W}" xmlns:r="{R}">{lines}{own}</w:{kind}s>'
    )


def listed(number: int, text: str) -> str:
    """Write a paragraph counted by a list."""
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def one_list(definition: int, number: int, look: str, nsid: str = "1A2B3C4D") -> str:
    """Define one list of one level."""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{look}"/>'
        '<w:lvlJc w:val="left"/></w:lvl>'
    )
    return (
        f'<w:abstractNum w:abstractNumId="{definition}"><w:nsid w:val="{nsid}"/>'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'
    )


__all__ = ["repacked"]
