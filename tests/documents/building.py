"""Templates made of a few lines, runs split as Word splits them, and drafts read back."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

from lxml import etree

from service.core.languages import Language, Side
from service.documents.container import unpack
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.documents.ooxml import Element, R, W, w
from service.documents.package import write_package
from service.documents.properties import DraftProperties
from service.documents.shipped.skeleton import empty_document
from service.documents.shipped.style_tables import paragraph_styles
from service.documents.shipped.styles import add_styles

DOCUMENT = "word/document.xml"
NAME = "talks.docx"
NAMESPACES = {"w": W, "r": R}
PROPERTIES = DraftProperties("Biên bản", "vi-VN", date(2023, 12, 26), {"BienbanDraft": "bb-0123456"})

_LANGUAGE = "@@"  # in a style's id: the language, known when the template is made
_SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"'
    ' w:header="567" w:footer="567" w:gutter="0"/>'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

BOLD = "<w:b/>"
ITALIC = "<w:i/>"
TAB = "<w:tab/>"
BREAK = "<w:br/>"


# Pieces of a template; every text is written as it is typed, anything that begins with "<w:" is XML.


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(*content: str, rpr: str = "") -> str:
    properties = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    inside = "".join(piece if piece.startswith("<w:") else t(piece) for piece in content)
    return f"<w:r>{properties}{inside}</w:r>"


def letters(text: str) -> list[str]:
    """Give each character a run of its own, the worst that Word does."""
    return [run(character) for character in text]


def p(*runs: str, role: str = "", ppr: str = "") -> str:
    style = f'<w:pStyle w:val="{role.title().replace(" ", "")}{_LANGUAGE}"/>' if role else ""
    properties = f"<w:pPr>{style}{ppr}</w:pPr>" if style or ppr else ""
    inside = "".join(piece if piece.startswith("<w:") else run(piece) for piece in runs if piece)
    return f"<w:p>{properties}{inside}</w:p>"


def tc(*blocks: str, width: int = 4000, tcpr: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tcpr}</w:tcPr>{blocks_of(blocks)}</w:tc>'


def tr(*cells: str | Sequence[str], width: int = 4000) -> str:
    """Make a row; a cell is its XML, one text, or several paragraphs."""
    made = [
        cell
        if isinstance(cell, str) and cell.startswith("<w:tc>")
        else tc(*((cell,) if isinstance(cell, str) else cell), width=width)
        for cell in cells
    ]
    return f"<w:tr>{''.join(made)}</w:tr>"


def tbl(*rows: str, widths: Sequence[int] = (4000, 4000)) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def blocks_of(blocks: Sequence[str]) -> str:
    return "".join(block if block.startswith("<w:") else p(block) for block in blocks)


def template(  # noqa: PLR0913 - each is one thing a template may have
    *body: str,
    language: Language = Language.VI,
    headers: Mapping[str, Sequence[str]] | None = None,
    footers: Mapping[str, Sequence[str]] | None = None,
    section: str = "",
    parts: Mapping[str, bytes] | None = None,
    styles: str = "",
) -> bytes:
    """Make a template of the blocks of its body.

    Args:
        body: Paragraph texts, or XML of blocks.
        language: Whose template it is.
        headers: Kind of page (default, first, even) to the blocks of its header.
        footers: The same of footers.
        section: XML at the end of the section's properties, such as titlePg.
        parts: Further parts, or others in the place of the usual ones.
        styles: Further styles.
    """
    made = unpack(empty_document(language), "empty")
    references = ""
    for kind, stories in (("header", headers or {}), ("footer", footers or {})):
        for page, blocks in stories.items():
            made, reference = _with_story(made, kind, page, blocks, language)
            references += reference
    suffix = language.capitalize()
    made[DOCUMENT] = (
        (
            f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{blocks_of(body)}'
            f"<w:sectPr>{references}{_SECTION}{section}</w:sectPr></w:body></w:document>"
        )
        .replace(_LANGUAGE, suffix)
        .encode()
    )
    made["word/styles.xml"] = _styles(made["word/styles.xml"], language, styles)
    return write_package(made | dict(parts or {}))


def _with_story(
    parts: dict[str, bytes], kind: str, page: str, blocks: Sequence[str], language: Language
) -> tuple[dict[str, bytes], str]:
    name, identity = f"{kind}-{page}.xml", f"rId-{kind}-{page}"
    root = "hdr" if kind == "header" else "ftr"
    story = f'<w:{root} xmlns:w="{W}" xmlns:r="{R}">{blocks_of(blocks)}</w:{root}>'
    parts[f"word/{name}"] = story.replace(_LANGUAGE, language.capitalize()).encode()
    parts = with_relationship(
        parts, f'<Relationship Id="{identity}" Type="{_RELATION}/{kind}" Target="{name}"/>'
    )
    parts = with_type(parts, f"word/{name}", f"{_MAIN}.{kind}+xml")
    return parts, f'<w:{kind}Reference w:type="{page}" r:id="{identity}"/>'


def with_relationship(
    parts: dict[str, bytes], xml: str, part: str = "word/_rels/document.xml.rels"
) -> dict[str, bytes]:
    return parts | {part: parts[part].replace(b"</Relationships>", f"{xml}</Relationships>".encode())}


def with_type(parts: dict[str, bytes], part: str, content_type: str) -> dict[str, bytes]:
    override = f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'.encode()
    types = "[Content_Types].xml"
    return parts | {types: parts[types].replace(b"</Types>", override)}


def _styles(data: bytes, language: Language, further: str) -> bytes:
    root = etree.fromstring(data)
    add_styles(root, paragraph_styles(language), language)
    for style in etree.fromstring(f'<w:styles xmlns:w="{W}">{further}</w:styles>'.encode()):
        root.append(style)
    return etree.tostring(root)


def repacked(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Change parts of a file; None takes one away."""
    changed: dict[str, bytes | None] = {**unpack(data, "file"), **parts}
    return write_package({name: body for name, body in changed.items() if body is not None})


# Drafts.


@dataclass(frozen=True)
class Drafted:
    """A drafted file, read back."""

    data: bytes
    parts: Mapping[str, bytes] = field(repr=False)

    def root(self, part: str = DOCUMENT) -> Element:
        return etree.fromstring(self.parts[part])

    def texts(self, part: str = DOCUMENT) -> list[str]:
        """Paragraph texts in reading order, a break as a newline, a tab as a tab."""
        return [text_of(paragraph) for paragraph in self.root(part).iter(w("p"))]

    def rows(self, table: int = 0) -> list[list[list[str]]]:
        """Rows of a table of the body: cells of paragraph texts, nested tables not counted."""
        found = self.root().findall(f"{w('body')}/{w('tbl')}")[table]
        return [
            [[text_of(own) for own in cell.findall(w("p"))] for cell in row.findall(w("tc"))]
            for row in found.findall(w("tr"))
        ]

    def runs(self, part: str = DOCUMENT) -> list[tuple[str, tuple[str, ...]]]:
        """Text of each run, and the names of its properties."""
        return [(text_of(own), properties_of(own)) for own in self.root(part).iter(w("r"))]

    def bookmarks(self) -> dict[str, str]:
        """Bookmark name to the text it encloses, in all parts."""
        found: dict[str, str] = {}
        for part in self.word_parts():
            for start in self.root(part).iter(w("bookmarkStart")):
                name = start.get(w("name"), "")
                assert name not in found, name
                found[name] = "".join(map(text_of, _enclosed(start)))
        return found

    def bookmark_ids(self) -> list[str]:
        return [
            start.get(w("id"), "")
            for part in self.word_parts()
            for start in self.root(part).iter(w("bookmarkStart"))
        ]

    def styles(self) -> list[str]:
        """Style id of each paragraph of the body."""
        return [value(paragraph, "pPr/pStyle") for paragraph in self.root().iter(w("p"))]

    def word_parts(self) -> list[str]:
        return [part for part in self.parts if part.startswith("word/") and part.endswith(".xml")]


def _enclosed(start: Element) -> Iterator[Element]:
    identity = start.get(w("id"))
    for sibling in start.itersiblings():
        if sibling.tag == w("bookmarkEnd") and sibling.get(w("id")) == identity:
            return
        yield sibling
    message = f"bookmark {identity} has no end beside its start"
    raise AssertionError(message)


def text_of(element: Element) -> str:
    """Text of a paragraph or run, without that of paragraphs inside it."""
    printed = {w("tab"): "\t", w("br"): "\n"}
    owner = element if element.tag == w("p") else next(element.iterancestors(w("p")))
    return "".join(
        (node.text or "") if node.tag == w("t") else printed[node.tag]
        for node in element.iter(w("t"), w("tab"), w("br"))
        if next(node.iterancestors(w("p"))) is owner and not _defines_tab(node)
    )


def _defines_tab(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == w("tabs")


def properties_of(own: Element) -> tuple[str, ...]:
    """Write run properties short: ("b", "rStyle=MinutesGap")."""
    return tuple(_short(child) for child in own.iterfind(f"{w('rPr')}/*"))


def _short(element: Element) -> str:
    values = [str(value) for _, value in sorted(element.attrib.items())]
    return "=".join([etree.QName(element).localname, *values])


def value(element: Element, path: str, attribute: str = "val") -> str:
    """Find a `w:` attribute by a path of `w:` names; nothing where it is not there."""
    found = element.find("/".join(w(name) for name in path.split("/")))
    return "" if found is None else found.get(w(attribute), "")


def read(data: bytes) -> Drafted:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return Drafted(data, {name: archive.read(name) for name in archive.namelist()})


def facts(
    vi: Mapping[str, object], zh: Mapping[str, object] | None = None
) -> dict[Language, Mapping[str, object]]:
    return {Language.VI: vi, Language.ZH: vi if zh is None else zh}


def fill(
    body: Sequence[str] | bytes,
    values: Mapping[str, object] | None = None,
    *,
    sound: bool = True,
) -> Drafted:
    """Draft a Vietnamese template alone; the file must be sound unless said otherwise."""
    data = body if isinstance(body, bytes) else template(*body)
    twins = TwinFiles(NAME, data, template("", language=Language.ZH))
    return _draft(twins, facts(values or {}), Layout.VI, Side.VN, same_order=True, sound=sound)


def fill_zh(body: Sequence[str] | bytes, values: Mapping[str, object] | None = None) -> Drafted:
    """Draft a Chinese template alone."""
    data = body if isinstance(body, bytes) else template(*body, language=Language.ZH)
    twins = TwinFiles(NAME, template(""), data)
    return _draft(twins, facts(values or {}), Layout.ZH, Side.CN, same_order=True, sound=True)


def fill_twins(  # noqa: PLR0913 - what a draft is made of
    vi: Sequence[str] | bytes,
    zh: Sequence[str] | bytes,
    vi_facts: Mapping[str, object] | None = None,
    zh_facts: Mapping[str, object] | None = None,
    *,
    layout: Layout = Layout.COLUMNS,
    original: Side = Side.VN,
    same_order: bool = True,
) -> Drafted:
    """Draft twin templates; the file must be sound."""
    twins = TwinFiles(
        NAME,
        vi if isinstance(vi, bytes) else template(*vi),
        zh if isinstance(zh, bytes) else template(*zh, language=Language.ZH),
    )
    values = facts(vi_facts or {}, zh_facts)
    return _draft(twins, values, layout, original, same_order=same_order, sound=True)


def _draft(  # noqa: PLR0913 - what a draft is made of
    twins: TwinFiles,
    values: Mapping[Language, Mapping[str, object]],
    layout: Layout,
    original: Side,
    *,
    same_order: bool,
    sound: bool,
) -> Drafted:
    compiled = compile_document(twins, layout, original, same_order=same_order)
    drafted = read(compiled.fill(values, PROPERTIES))
    if sound:
        defects = lint_docx(drafted.data)
        assert not defects, defects
    return drafted
