"""A DOCX template read: its parts, styles, section and blocks, cleaned of Word's bookkeeping."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from service.core.languages import Language
from service.core.message import message
from service.documents.blocks import Block, BlockReader, role_of
from service.documents.errors import NotWord, TemplateError, TemplateForbidden
from service.documents.gate import open_docx
from service.documents.ooxml import RELS, W14, Element, R, W, attribute, parse_xml, w
from service.documents.private import without_private
from service.documents.stray import refuse_stray_tags
from service.documents.tags import Tag, TagReader

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"

# What Word notes for itself. Repeated by a loop, some of it (paragraph ids, bookmarks) breaks the file.
_BOOKKEEPING = tuple(map(w, ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")))
_NEVER_FILLED = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
_REVISION_MARKS = ("rsidR", "rsidRDefault", "rsidRPr", "rsidP", "rsidTr", "rsidSect", "rsidDel")
_PARAGRAPH_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId")


@dataclass(frozen=True)
class DocxTemplate:
    """One language's template of a document type.

    Attributes:
        file: Its name, as messages give it: `templates/vi/talks-record.docx`.
        language: The language of its text.
        parts: Every part of the package.
        root: The root of the main document, its tags replaced by marks.
        tags: The tags, by the number of their marks.
        blocks: The blocks of the body.
    """

    file: str
    language: Language
    parts: Mapping[str, bytes]
    root: Element
    tags: tuple[Tag, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def styles(self) -> Element:
        """The root of its styles."""
        return parse_xml(self.parts[STYLES], STYLES)

    @cached_property
    def style_ids(self) -> Mapping[str, str]:
        """Style names to ids; LibreOffice writes new ids, so styles are found by name."""
        return {name: style_id for style_id, name in _style_names(self.styles).items()}

    @cached_property
    def section(self) -> Element:
        """The properties of its last section: page, margins, header and footer references."""
        section = self.root.find(f"{w('body')}/{w('sectPr')}")
        if section is None:
            raise TemplateError(
                message("{file}: has no section properties; save it in Word again", file=self.file)
            )
        return section

    def header_parts(self) -> list[str]:
        """The parts of the headers and footers that its section refers to."""
        targets = {
            relationship.get("Id"): relationship.get("Target", "")
            for relationship in parse_xml(self.parts[DOCUMENT_RELS], DOCUMENT_RELS).iter(
                f"{{{RELS}}}Relationship"
            )
        }
        references = (
            *self.section.findall(w("headerReference")),
            *self.section.findall(w("footerReference")),
        )
        return sorted(
            {self._story_part(targets.get(reference.get(f"{{{R}}}id"))) for reference in references}
        )

    def _story_part(self, target: str | None) -> str:
        part = posixpath.normpath(posixpath.join("/word", target or "")).lstrip("/")
        if part not in self.parts:
            raise TemplateError(message("{file}: a header or footer is missing from it", file=self.file))
        return part

    def read_story(self, part: str) -> "DocxTemplate":
        """Read a header or footer as a template of its own.

        Raises:
            TemplateError: A tag in it is wrong.
        """
        root, tags = read_part(self.parts[part], self.file, part, self.language)
        _unwrap_controls(root)
        blocks = _block_reader(self.file, tags, self.styles, self.language).read(root)
        return replace(self, root=root, tags=tuple(tags), blocks=blocks)


def read_template(data: bytes, file: str, language: Language) -> DocxTemplate:
    """Read a template.

    Args:
        data: The DOCX file.
        file: Its name, for messages.
        language: The language of its text.

    Raises:
        TemplateError: Not a Word file this program can fill, or a tag in it is wrong.
    """
    opened = open_docx(data, file)
    _require_parts(opened, file)
    _refuse_tags_in_notes(opened, file)
    refuse_stray_tags(opened, file)
    parts = without_private(opened, file)
    _require_parts(parts, file)  # one that nothing leads to is as good as missing
    root, tags = read_part(parts[DOCUMENT], file, DOCUMENT, language)
    body = root.find(w("body"))
    if body is None or root.nsmap.get("w") != W:
        raise TemplateError(
            message("{file}: not a Word document in the usual form; save it in Word again", file=file)
        )
    blocks = _block_reader(file, tags, parse_xml(parts[STYLES], STYLES), language).read(body)
    return DocxTemplate(file, language, parts, root, tuple(tags), blocks)


def _require_parts(parts: Mapping[str, bytes], file: str) -> None:
    for part in (DOCUMENT, DOCUMENT_RELS, STYLES):
        if part not in parts:
            raise NotWord(message("{file}: not a Word document, {part} is missing", file=file, part=part))


def _block_reader(file: str, tags: Sequence[Tag], styles: Element, language: Language) -> BlockReader:
    roles = {style_id: role_of(name, language) for style_id, name in _style_names(styles).items()}
    return BlockReader(file, tags, roles, role_of("Normal", language))


def _refuse_tags_in_notes(parts: Mapping[str, bytes], file: str) -> None:
    """A tag in a note or comment would be printed as it stands."""
    for part in _NEVER_FILLED:
        reader = TagReader(file, part)
        if b"{" in parts.get(part, b""):
            reader.read(parse_xml(parts[part], f"{file}, {part}"))
        for tag in reader.tags:
            raise TemplateForbidden(
                message("{place}: tags are filled in the text, headers and footers only", place=tag.place)
            )


def _unwrap_controls(story: Element) -> None:
    """Word keeps a page number from its gallery in a content control; its paragraphs are what is printed."""
    for control in list(story.iterchildren(w("sdt"))):
        for node in control.findall(f"{w('sdtContent')}/*"):
            control.addprevious(node)
        story.remove(control)


def read_part(data: bytes, file: str, part: str, language: Language) -> tuple[Element, list[Tag]]:
    """Parse one part, clean it and replace its tags by marks."""
    root = parse_xml(data, f"{file}, {part}")
    _clean(root, language)
    reader = TagReader(file, part)
    reader.read(root)
    return root, reader.tags


def _clean(root: Element, language: Language) -> None:
    for node in list(root.iter(*_BOOKKEEPING)):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    for node in root.iter(w("p"), w("r"), w("tr"), w("sectPr")):
        for name in (*map(w, _REVISION_MARKS), *_PARAGRAPH_IDS):
            if name in node.attrib:
                del node.attrib[name]
    if language is Language.ZH:
        for run in root.iter(w("r")):
            _hint_east_asian(run)


def _hint_east_asian(run: Element) -> None:
    """Without the hint Word draws “ ” — … · of a Chinese text in the Latin face."""
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    fonts = properties.find(w("rFonts"))
    if fonts is None:
        fonts = etree.Element(w("rFonts"))
        properties.insert(1 if properties.find(w("rStyle")) is not None else 0, fonts)
    fonts.set(w("hint"), "eastAsia")


def _style_names(styles: Element) -> dict[str, str]:
    return {
        style.get(w("styleId"), ""): attribute(style.find(w("name")), "val") or ""
        for style in styles.iter(w("style"))
    }
