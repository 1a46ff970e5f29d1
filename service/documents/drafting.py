"""A document type's twin templates compiled for one layout and original, and filled into DOCX files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from service.core.languages import Language, Side
from service.documents.compile import CompiledPart, compile_part
from service.documents.emission import Emitter, Twins
from service.documents.filling import Facts, Filler
from service.documents.layout import Layout, lay_out
from service.documents.ooxml import xml_bytes
from service.documents.package import file_order
from service.documents.packing import pack_part, pack_pieces, write_parts
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

    def __init__(self, fixed: Mapping[str, bytes], filled: Mapping[str, CompiledPart]) -> None:
        """Hold what compiling has made.

        Args:
            fixed: Parts that are the same in every draft; they are deflated here, once.
            filled: Parts with tags, in the order in which they are filled.
        """
        self._fixed = {name: pack_part(name, content) for name, content in fixed.items()}
        self._filled = filled
        self._order = sorted([*fixed, *filled, *PROPERTY_PARTS], key=file_order)

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
        for name, part in self._filled.items():
            parts[name] = pack_pieces(name, filler.fill(part))
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
    base = templates[original.language]
    styles = merge_styles(base, templates[original.language.other])
    gap_style = styles.by_name.get(GAP_STYLE)
    laid_out = lay_out(Twins(templates, styles), layout, original, same_order=same_order)
    filled = {DOCUMENT: compile_part(laid_out.root, laid_out.operations, gap_style)}
    for part in base.header_parts():
        filled[part] = _compile_header(base.read_story(part), styles, gap_style)
    fixed = {part: data for part, data in base.parts.items() if part not in filled}
    return CompiledDocument(drop_properties(fixed) | {STYLES: xml_bytes(styles.root)}, filled)


def _compile_header(story: DocxTemplate, styles: MergedStyles, gap_style: str | None) -> CompiledPart:
    emitter = Emitter(Twins({story.language: story}, styles), ())
    content = emitter.emit_cell(story.blocks, story.language)
    for block in list(story.root):
        story.root.remove(block)
    story.root.extend(content)
    return compile_part(story.root, emitter.operations.all, gap_style)
