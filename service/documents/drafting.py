"""A document type's twin templates compiled for one layout and original, and filled into DOCX files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Template

from service.core.languages import Language, Side
from service.documents.compile import Operation, compile_part
from service.documents.emission import Emitter, Twins
from service.documents.filling import Facts, Filler
from service.documents.layout import Layout, lay_out
from service.documents.ooxml import xml_bytes
from service.documents.package import write_package
from service.documents.properties import DraftProperties, drop_properties, property_parts
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


@dataclass(frozen=True)
class _CompiledPart:
    name: str
    template: Template
    operations: Sequence[Operation]


class CompiledDocument:
    """Templates compiled for one layout, original and name order; filled as often as wanted."""

    def __init__(
        self, fixed: Mapping[str, bytes], filled: Sequence[_CompiledPart], gap_style: str | None
    ) -> None:
        """Hold what compiling has made.

        Args:
            fixed: Parts that are the same in every draft.
            filled: Parts with tags.
            gap_style: Id of the character style that marks gaps.
        """
        self._fixed = fixed
        self._filled = filled
        self._gap_style = gap_style

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
        filler = Filler(facts, self._gap_style)
        parts = dict(self._fixed)
        for part in self._filled:
            parts[part.name] = filler.fill(part.template, part.operations).encode()
        return write_package(parts | property_parts(properties))


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
    laid_out = lay_out(Twins(templates, styles), layout, original, same_order=same_order)
    filled = [_CompiledPart(DOCUMENT, compile_part(laid_out.root, laid_out.operations), laid_out.operations)]
    filled += [_compile_header(base.read_story(part), part, styles) for part in base.header_parts()]
    fixed = {part: data for part, data in base.parts.items() if part not in {own.name for own in filled}}
    fixed = drop_properties(fixed) | {STYLES: xml_bytes(styles.root)}
    return CompiledDocument(fixed, filled, styles.by_name.get(GAP_STYLE))


def _compile_header(story: DocxTemplate, part: str, styles: MergedStyles) -> _CompiledPart:
    emitter = Emitter(Twins({story.language: story}, styles), ())
    content = emitter.emit_cell(story.blocks, story.language)
    for block in list(story.root):
        story.root.remove(block)
    story.root.extend(content)
    operations = emitter.operations.all
    return _CompiledPart(part, compile_part(story.root, operations), operations)
