"""The five layouts: one language alone, one after the other, side by side, or one above the other.

A layout puts the blocks of the twin templates into one document, each block with its own language's words,
styles and facts, in the order that the original's side wants.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from service.core.languages import Language, Side
from service.core.message import message
from service.documents.compile import Operation
from service.documents.emission import Emitter, Twins
from service.documents.errors import TemplateError
from service.documents.geometry import make, page_of, page_section, with_references
from service.documents.ooxml import Element, R, find_text, w
from service.documents.parallel import ParallelLayout, columns, stacked
from service.documents.tags import TagPlace
from service.documents.template import DOCUMENT, DocxTemplate
from service.documents.twins import Pairing


class Layout(StrEnum):
    """How the two languages stand in a document."""

    COLUMNS = "columns"
    CONSECUTIVE = "consecutive"
    STACKED = "stacked"
    VI = "vi"
    ZH = "zh"


# A style made for a layout has the layout in its name: "Minutes body, columns (vi)".
_VARIANTS: Mapping[Layout, tuple[str, ...]] = {
    Layout.COLUMNS: (", columns",),
    Layout.STACKED: (", stacked", ", columns"),
}


@dataclass(frozen=True)
class LaidOut:
    """A document ready to be compiled.

    Attributes:
        root: The main document; its marks bear numbers of `operations`.
        operations: What the marks stand for.
    """

    root: Element
    operations: Sequence[Operation]


def lay_out(twins: Twins, layout: Layout, original: Side, *, same_order: bool) -> LaidOut:
    """Put the twin templates into one document.

    Args:
        twins: The templates of the document type.
        layout: How the languages stand.
        original: The side that keeps it: its language stands first, its headers and footers are used.
        same_order: Both languages name the parties in the same order (alternat).

    Raises:
        TwinMismatch: The templates part ways.
        TemplateError: They hold what the layout cannot take.
    """
    first = original.language
    if layout is not Layout(first):
        _refuse_links(twins.templates[first.other])
    emitter = Emitter(twins, _VARIANTS.get(layout, ()))
    if layout is Layout.CONSECUTIVE:
        content = _one_after_the_other(emitter, (first, first.other), first)
    elif layout in (Layout.COLUMNS, Layout.STACKED):
        content = _parallel(emitter, layout, first, same_order=same_order)
    else:
        content = _one_after_the_other(emitter, (Language(layout),), first)
    return LaidOut(_document(twins, first, content), emitter.operations.all)


def _refuse_links(template: DocxTemplate) -> None:
    """Pictures and links of the template that is not the document's own stay behind in its package."""
    for number, paragraph in enumerate(template.root.iter(w("p")), start=1):
        for node in paragraph.iter("*"):
            if any(str(name).startswith(f"{{{R}}}") for name in node.attrib):
                place = TagPlace(template.file, DOCUMENT, number, find_text(paragraph))
                raise TemplateError(
                    message(
                        "{place}: holds a link or picture, which a bilingual paper cannot take", place=place
                    )
                )


def _document(twins: Twins, first: Language, content: Sequence[Element]) -> Element:
    own = twins.templates[first].root
    prefixes = {prefix: uri for prefix, uri in own.nsmap.items() if prefix}
    root = etree.Element(w("document"), nsmap=prefixes)
    for name, value in own.attrib.items():
        root.set(name, value)
    make("body", root).extend(content)
    return root


def _one_after_the_other(emitter: Emitter, languages: Sequence[Language], first: Language) -> list[Element]:
    """Each language whole, in a section of its own norm, under the headers and footers of the first."""
    base = emitter.twins.templates[first].section
    content: list[Element] = []
    for language in languages:
        template = emitter.twins.templates[language]
        content += emitter.emit_all(template.blocks, language)
        section = with_references(deepcopy(template.section), base)
        if language is languages[-1]:
            content += [] if content and content[-1].tag == w("p") else [emitter.end_paragraph(language)]
            content.append(section)
        else:
            _end_section(emitter, content, section, language)
    return content


def _end_section(emitter: Emitter, content: list[Element], section: Element, language: Language) -> None:
    """Hang a section on the last paragraph, which must be one that prints nothing."""
    last = content[-1] if content else None
    if last is None or last.tag != w("p") or find_text(last):
        last = emitter.end_paragraph(language)
        content.append(last)
    properties = last.find(w("pPr"))
    if properties is None:
        properties = make("pPr")
        last.insert(0, properties)
    properties.append(section)


def _parallel(emitter: Emitter, layout: Layout, first: Language, *, same_order: bool) -> list[Element]:
    templates = emitter.twins.templates
    files = {language: template.file for language, template in templates.items()}
    pairing = Pairing(files, same_order=same_order)
    units = pairing.pair(templates[Language.VI].blocks, templates[Language.ZH].blocks)
    form = columns if layout is Layout.COLUMNS else stacked
    section = templates[first].section
    content = ParallelLayout(emitter, (first, first.other), form, page_of(section)).lay_out(units)
    return [*content, page_section(section)]
