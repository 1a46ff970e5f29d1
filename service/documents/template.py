"""A DOCX template read: its parts, styles, section and blocks, cleaned of Word's bookkeeping."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from service.core.languages import Language
from service.core.message import message
from service.documents.block_reader import BlockReader
from service.documents.blocks import NOTE_KINDS, Block, role_of
from service.documents.cleaning import clean_part
from service.documents.errors import NotWord, TemplateError, TemplateForbidden
from service.documents.gate import open_docx
from service.documents.ooxml import Element, R, W, attribute, parse_xml, w
from service.documents.private import without_private
from service.documents.relations import Relation, read_relations
from service.documents.stray import refuse_stray_tags
from service.documents.tags import Tag, TagReader, mark_number

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
DOCUMENT_RELS = "word/_rels/document.xml.rels"
ROOT_RELS = "_rels/.rels"


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
        note_roots: The roots of its footnotes and endnotes, by kind (NOTE_KINDS).
    """

    file: str
    language: Language
    parts: Mapping[str, bytes]
    root: Element
    tags: tuple[Tag, ...]
    blocks: tuple[Block, ...]
    note_roots: Mapping[str, Element]

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

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """What its document refers to, by id."""
        return read_relations(self.parts, DOCUMENT)

    def note_part(self, kind: str) -> str:
        """The part of its footnotes or endnotes."""
        return next(own.target for own in self.relations.values() if own.kind == f"{kind}s")

    @cached_property
    def sections(self) -> tuple[Element, ...]:
        """The properties of every section in the order of the text; all but the last hang on paragraphs."""
        inner = self.root.iterfind(f"{w('body')}/{w('p')}/{w('pPr')}/{w('sectPr')}")
        return (*inner, self.section)

    def header_parts(self) -> list[str]:
        """The parts of the headers and footers that its sections refer to."""
        return sorted({self._story_part(own) for section in self.sections for own in references(section)})

    def _story_part(self, reference: Element) -> str:
        relation = self.relations.get(reference.get(f"{{{R}}}id", ""))
        if relation is None or relation.is_external or relation.target not in self.parts:
            raise TemplateError(message("{file}: a header or footer is missing from it", file=self.file))
        return relation.target

    def read_story(self, part: str) -> "DocxTemplate":
        """Read a header or footer as a template of its own.

        Raises:
            TemplateError: A tag in it is wrong.
        """
        reader = TagReader(self.file, part)
        root = read_part(self.parts[part], self.language, reader)
        tags = reader.tags
        blocks = _block_reader(self.file, tags, self.styles, self.language).read(root)
        return replace(self, root=root, tags=tuple(tags), blocks=blocks, note_roots={})


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
    _refuse_tags_in_comments(opened, read_relations(opened, DOCUMENT), file)
    refuse_stray_tags(opened, file)
    parts = without_private(opened, file)
    _require_parts(parts, file)  # one that nothing leads to is as good as missing
    reader = TagReader(file, DOCUMENT)
    root = read_part(parts[DOCUMENT], language, reader)
    body = root.find(w("body"))
    if body is None or root.nsmap.get("w") != W:
        raise TemplateError(
            message("{file}: not a Word document in the usual form; save it in Word again", file=file)
        )
    relations = read_relations(parts, DOCUMENT)
    notes = {
        kind: read_part(parts[own.target], language, reader.of_part(own.target))
        for kind in NOTE_KINDS
        for own in relations.values()
        if own.kind == f"{kind}s" and own.target in parts
    }
    _refuse_lone_notes(root, notes, reader.tags)
    blocks = _block_reader(file, reader.tags, parse_xml(parts[STYLES], STYLES), language, notes).read(body)
    return DocxTemplate(file, language, parts, root, tuple(reader.tags), blocks, notes)


def _require_parts(parts: Mapping[str, bytes], file: str) -> None:
    for part in (DOCUMENT, DOCUMENT_RELS, STYLES):
        if part not in parts:
            raise NotWord(message("{file}: not a Word document, {part} is missing", file=file, part=part))


def _block_reader(
    file: str,
    tags: Sequence[Tag],
    styles: Element,
    language: Language,
    notes: Mapping[str, Element] | None = None,
) -> BlockReader:
    roles = {style_id: role_of(name, language) for style_id, name in _style_names(styles).items()}
    return BlockReader(file, tags, roles, role_of("Normal", language), notes)


def _refuse_tags_in_comments(
    parts: Mapping[str, bytes], relations: Mapping[str, Relation], file: str
) -> None:
    """Comments stay behind: whoever wrote a tag in one would wait for it in vain."""
    for own in relations.values():
        if own.kind != "comments" or b"{" not in parts.get(own.target, b""):
            continue
        reader = TagReader(file, own.target)
        reader.read(parse_xml(parts[own.target], f"{file}, {own.target}"))
        for tag in reader.tags:
            raise TemplateForbidden(
                message(
                    "{place}: tags in comments are not filled; comments never reach a paper", place=tag.place
                )
            )


def _refuse_lone_notes(root: Element, notes: Mapping[str, Element], tags: Sequence[Tag]) -> None:
    """A tag in a note that the text does not refer to is never filled, and nobody would see it."""
    for kind, notes_root in notes.items():
        referred = {attribute(own, "id") for own in root.iter(w(f"{kind}Reference"))}
        for note in notes_root.iterchildren(w(kind)):
            for number in () if attribute(note, "id") in referred else map(mark_number, note.iter()):
                if number is not None:
                    said = message(
                        "{place}: a note that the text does not refer to", place=tags[number].place
                    )
                    raise TemplateForbidden(said)


def references(section: Element) -> list[Element]:
    """The header and footer references of a section."""
    return [*section.findall(w("headerReference")), *section.findall(w("footerReference"))]


def read_part(data: bytes, language: Language, reader: TagReader) -> Element:
    """Parse one part, clean it and replace its tags by marks."""
    root = parse_xml(data, reader.name)
    clean_part(root, language)
    reader.read(root)
    return root


def _style_names(styles: Element) -> dict[str, str]:
    return {
        style.get(w("styleId"), ""): attribute(style.find(w("name")), "val") or ""
        for style in styles.iter(w("style"))
    }
