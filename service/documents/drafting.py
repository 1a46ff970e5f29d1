"""A document type's twin templates compiled for one layout and original, and filled into DOCX files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from service.core.languages import Language, Side
from service.documents.assembly import Assembly
from service.documents.blocks import NOTE_KINDS
from service.documents.compile import compile_part
from service.documents.compiled import CompiledPart
from service.documents.document import CompiledDocument
from service.documents.emission import Emitter, Twins
from service.documents.layout import Layout, lay_out
from service.documents.notes import add_notes
from service.documents.numbering import merge_numbering
from service.documents.ooxml import xml_bytes
from service.documents.packing import pack_part
from service.documents.relations import drop_properties
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
    packed = {name: pack_part(name, content) for name, content in drop_properties(fixed).items()}
    return CompiledDocument(files.name, packed, filled, notes)


def _compile_header(story: DocxTemplate, styles: MergedStyles, gap_style: str | None) -> CompiledPart:
    emitter = Emitter(Twins({story.language: story}, styles), ())
    content = emitter.emit_cell(story.blocks, story.language)
    for block in list(story.root):
        story.root.remove(block)
    story.root.extend(content)
    return compile_part(story.root, emitter.operations.all, gap_style)
