"""A document type's twin templates compiled for one layout and original, and filled into DOCX files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from service.core.languages import Language, Side
from service.core.message import message
from service.documents.assembly import Assembly
from service.documents.blocks import NOTE_KINDS
from service.documents.compile import CompiledPart, compile_part
from service.documents.emission import Emitter, Twins
from service.documents.errors import PartTooLarge, TemplateError
from service.documents.filling import Facts, Filler
from service.documents.layout import Layout, lay_out
from service.documents.notes import NotesPart, add_notes
from service.documents.numbering import merge_numbering
from service.documents.ooxml import xml_bytes
from service.documents.package import file_order
from service.documents.packing import MAX_PART, pack_part, pack_pieces, write_parts
from service.documents.properties import PROPERTY_PARTS, DraftProperties, drop_properties, property_parts
from service.documents.styles import MergedStyles, merge_styles
from service.documents.template import DOCUMENT, STYLES, DocxTemplate, read_template

GAP_STYLE = "Minutes gap"


@dataclass(frozen=True)
class TwinFiles:
    """The two templates of a document type, as files.

    Attributes:
        name: Their common file name, such as `talks-record.docx`.
        vi: The Vietnamese template.
        zh: The Chinese template.
    """

    name: str
    vi: bytes
    zh: bytes

    def read(self) -> Mapping[Language, DocxTemplate]:
        """Read both templates."""
        return {
            Language.VI: read_template(self.vi, f"vi/{self.name}", Language.VI),
            Language.ZH: read_template(self.zh, f"zh/{self.name}", Language.ZH),
        }


class CompiledDocument:
    """Templates compiled for one layout, original and name order; filled as often as wanted."""

    def __init__(
        self,
        name: str,
        fixed: Mapping[str, bytes],
        filled: Mapping[str, CompiledPart],
        notes: Mapping[str, NotesPart],
    ) -> None:
        """Hold what compiling has made.

        Args:
            name: The templates' common file name, for messages.
            fixed: Parts that are the same in every draft; they are deflated here, once.
            filled: Parts with tags, in the order in which they are filled.
            notes: The parts that take the notes of the others, by kind.
        """
        self._name = name
        self._fixed = {name: pack_part(name, content) for name, content in fixed.items()}
        self._filled = filled
        self._notes = notes
        names = [*fixed, *filled, *(own.name for own in notes.values()), *PROPERTY_PARTS]
        self._order = sorted(names, key=file_order)

    def fill(self, facts: Facts, properties: DraftProperties) -> bytes:
        """Fill the templates into one DOCX.

        Args:
            facts: What the tags speak of, in each language.
            properties: What the file says of itself.

        Returns:
            The file; the same facts and properties give the same bytes.

        Raises:
            TemplateError: A tag does not fit the facts; with file, part, paragraph and tag.
        """
        filler = Filler(facts)
        parts = dict(self._fixed)
        try:
            for name, part in self._filled.items():
                parts[name] = pack_pieces(name, filler.fill(part))
        except PartTooLarge:
            most = MAX_PART // 1024 // 1024
            raise TemplateError(
                message("{file}: filled, it would be larger than {most} MiB", file=self._name, most=most)
            ) from None
        for kind, own in self._notes.items():
            parts[own.name] = pack_part(own.name, b"".join((own.head, *filler.notes[kind], own.tail)))
        for name, content in property_parts(properties).items():
            parts[name] = pack_part(name, content)
        return write_parts(parts[name] for name in self._order)


@lru_cache(maxsize=64)
def compile_document(
    files: TwinFiles, layout: Layout, original: Side, *, same_order: bool
) -> CompiledDocument:
    """Compile twin templates.

    Args:
        files: Both templates.
        layout: How the languages stand.
        original: The side that keeps the document.
        same_order: Both languages name the parties in the same order (alternat).

    Raises:
        TemplateError: A template cannot be used.
        TwinMismatch: The templates part ways.
    """
    templates = files.read()
    base, other = templates[original.language], templates[original.language.other]
    assembly = Assembly(base)
    styles = merge_styles(base, other)
    merge_numbering(assembly, other, styles)
    assembly.set_content(STYLES, xml_bytes(styles.root))
    for part in base.header_parts():
        assembly.keep_story(base, part)  # before any other id is given: sections name theirs
    printed = [own for own in (base, other) if own.language in layout.languages]
    for template in printed:
        assembly.adopt(template, DOCUMENT, template.root, DOCUMENT)
    notes = {kind: own for kind in NOTE_KINDS if (own := add_notes(assembly, kind, printed))}
    gap_style = styles.by_name.get(GAP_STYLE)
    laid_out = lay_out(Twins(templates, styles), layout, original, same_order=same_order)
    filled = {DOCUMENT: compile_part(laid_out.root, laid_out.operations, gap_style)}
    for part in base.header_parts():
        story = base.read_story(part)
        assembly.adopt(story, part, story.root, part)
        filled[part] = _compile_header(story, styles, gap_style)
    fixed = assembly.finish([*filled, *(own.name for own in notes.values())])
    return CompiledDocument(files.name, drop_properties(fixed), filled, notes)


def _compile_header(story: DocxTemplate, styles: MergedStyles, gap_style: str | None) -> CompiledPart:
    emitter = Emitter(Twins({story.language: story}, styles), ())
    content = emitter.emit_cell(story.blocks, story.language)
    for block in list(story.root):
        story.root.remove(block)
    story.root.extend(content)
    return compile_part(story.root, emitter.operations.all, gap_style)
