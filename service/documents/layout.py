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
from service.documents.ooxml import MC, Element, attribute, find_text, w
from service.documents.parallel import ParallelLayout, columns, stacked
from service.documents.places import TagPlace
from service.documents.tags import shorten
from service.documents.template import DOCUMENT, DocxTemplate, references
from service.documents.twins import Pairing


class Layout(StrEnum):
    """How the two languages stand in a document."""

    COLUMNS = "columns"
    CONSECUTIVE = "consecutive"
    STACKED = "stacked"
    VI = "vi"
    ZH = "zh"

    @property
    def languages(self) -> frozenset[Language]:
        """The languages it prints."""
        return frozenset((Language(self),) if self in (Layout.VI, Layout.ZH) else Language)


_IGNORABLE = f"{{{MC}}}Ignorable"

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
    emitter = Emitter(twins, _VARIANTS.get(layout, ()))
    if layout is Layout.CONSECUTIVE:
        content = _one_after_the_other(emitter, (first, first.other), first)
    elif layout in (Layout.COLUMNS, Layout.STACKED):
        content = _parallel(emitter, layout, first, same_order=same_order)
    else:
        content = _one_after_the_other(emitter, (Language(layout),), first)
    return LaidOut(_document(twins, first, content), emitter.operations.all)


def _document(twins: Twins, first: Language, content: Sequence[Element]) -> Element:
    root = open_root(w("document"), [twins.templates[own].root for own in (first, first.other)])
    make("body", root).extend(content)
    return root


def open_root(tag: str, roots: Sequence[Element]) -> Element:
    """A root that knows the prefixes of several, the first of which wins, and what programs may ignore."""
    prefixes = {prefix: uri for own in reversed(roots) for prefix, uri in own.nsmap.items() if prefix}
    root = etree.Element(tag, nsmap=prefixes)
    for name, value in roots[0].attrib.items():
        root.set(name, value)
    ignorable = (
        prefix for own in roots for prefix in _ignorable(own) if own.nsmap[prefix] == prefixes[prefix]
    )
    if known := list(dict.fromkeys(ignorable)):
        root.set(_IGNORABLE, " ".join(known))
    return root


def _ignorable(root: Element) -> list[str]:
    return [prefix for prefix in (root.get(_IGNORABLE) or "").split() if prefix in root.nsmap]


def _one_after_the_other(emitter: Emitter, languages: Sequence[Language], first: Language) -> list[Element]:
    """Each language whole, in sections of its own norm, under the headers and footers of the first."""
    bases = effective_sections(emitter.twins.templates[first])
    content: list[Element] = []
    for language in languages:
        template = emitter.twins.templates[language]
        for number, section in enumerate(template.sections):
            with_references(section, bases[min(number, len(bases) - 1)])
        content += emitter.emit_all(template.blocks, language)
        section = deepcopy(template.section)
        if language is languages[-1]:
            content += [] if content and content[-1].tag == w("p") else [emitter.end_paragraph(language)]
            content.append(section)
        else:
            _end_section(emitter, content, section, language)
    return content


def effective_sections(template: DocxTemplate) -> list[Element]:
    """The sections of a template, each with the headers and footers it has or takes over from the last."""
    current: dict[tuple[str, str | None], Element] = {}
    found: list[Element] = []
    for section in template.sections:
        for own in references(section):
            current[str(own.tag), attribute(own, "type")] = own
        whole = make("sectPr")
        whole.extend(map(deepcopy, current.values()))
        whole.extend(map(deepcopy, section.findall(w("titlePg"))))
        found.append(whole)
    return found


def _end_section(emitter: Emitter, content: list[Element], section: Element, language: Language) -> None:
    """Hang a section on the last paragraph, which must be one that prints nothing."""
    last = content[-1] if content else None
    if last is None or last.tag != w("p") or find_text(last) or last.find(f".//{w('sectPr')}") is not None:
        last = emitter.end_paragraph(language)
        content.append(last)
    properties = last.find(w("pPr"))
    if properties is None:
        properties = make("pPr")
        last.insert(0, properties)
    properties.append(section)


def _parallel(emitter: Emitter, layout: Layout, first: Language, *, same_order: bool) -> list[Element]:
    templates = emitter.twins.templates
    for template in templates.values():
        _refuse_sections(template)
    files = {language: template.file for language, template in templates.items()}
    pairing = Pairing(files, same_order=same_order)
    units = pairing.pair(templates[Language.VI].blocks, templates[Language.ZH].blocks)
    form = columns if layout is Layout.COLUMNS else stacked
    section = templates[first].section
    content = ParallelLayout(emitter, (first, first.other), form, page_of(section)).lay_out(units)
    return [*content, page_section(section)]


def _refuse_sections(template: DocxTemplate) -> None:
    """Rows of two languages stand on one kind of page."""
    for number, paragraph in enumerate(template.root.iter(w("p")), start=1):
        if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            place = TagPlace(template.file, DOCUMENT, number, shorten(find_text(paragraph)))
            raise TemplateError(
                message(
                    "{place}: ends a section; the layouts side by side and one above the other have one only",
                    place=place,
                )
            )
