"""Blocks of one language emitted as WordprocessingML whose tags are operations."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import zip_longest

from lxml import etree

from service.core.languages import Language
from service.documents.blocks import (
    Block,
    Condition,
    Loop,
    Named,
    Paragraph,
    Row,
    Table,
    note_references,
    shows,
    text_boxes,
)
from service.documents.compile import Act, Operation, Operations
from service.documents.geometry import make
from service.documents.ooxml import WP, Element, W, find_text, w
from service.documents.places import TagPlace
from service.documents.styles import MergedStyles
from service.documents.tags import Tag, TagKind, mark_number
from service.documents.template import DocxTemplate
from service.documents.twins import END_ROLE, Tags

_SHAPE = f"{{{WP}}}docPr"
_NO_TAG = Tag(TagKind.OUTPUT, "", TagPlace("", "", 0, ""))
_TABLE_HEAD = frozenset(map(w, ("tblPr", "tblGrid")))
_STYLE_REFERENCES = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))


@dataclass(frozen=True)
class Twins:
    """The two templates of a document type, and the styles of both in one document."""

    templates: Mapping[Language, DocxTemplate]
    styles: MergedStyles

    def style(self, language: Language, role: str, variants: Sequence[str] = ()) -> str | None:
        """The id of a role's style, in the first variant that the templates have."""
        for variant in (*variants, ""):
            found = self.styles.by_name.get(f"{role}{variant} ({language})")
            if found is not None:
                return found
        return None


class Emitter:
    """Emits the blocks of either template, in the styles of a layout."""

    def __init__(self, twins: Twins, variants: Sequence[str]) -> None:
        """Emit from twin templates.

        Args:
            twins: Both templates.
            variants: What a layout's own styles add to a style's name, most wanted first.
        """
        self.operations = Operations()
        self.twins = twins
        self._variants = variants

    def emit_all(
        self, blocks: Sequence[Block], language: Language, *, before_text: bool = False
    ) -> list[Element]:
        """Emit blocks of one language.

        Args:
            blocks: In their order.
            language: Whose template they are from.
            before_text: A paragraph follows them, so that a table at their end is parted from the next.
        """
        content: list[Element] = []
        for block, follower in zip_longest(blocks, blocks[1:]):
            parted = isinstance(follower, Paragraph) or (follower is None and before_text)
            content += self._emit(block, language, before_text=parted)
        return content

    def emit_cell(self, blocks: Sequence[Block], language: Language) -> list[Element]:
        """Emit all that a cell, header or footer holds."""
        return self.complete(self.emit_all(blocks, language), language)

    def complete(self, content: list[Element], language: Language) -> list[Element]:
        """End what a cell holds with a paragraph, whatever its loops and conditions print."""
        if content and content[-1].tag == w("p"):
            return content
        if not content or mark_number(content[-1]) is None:
            return [*content, self.end_paragraph(language)]
        return self._whole(Act.CELL, content, Act.END_CELL)

    def complete_table(self, own: Element) -> list[Element]:
        """A table that is not printed where all its rows are in loops or conditions that print none."""
        rows = [child for child in own if child.tag not in _TABLE_HEAD]
        certain = not rows or mark_number(rows[0]) is None
        return [own] if certain else self._whole(Act.TABLE, [own], Act.END_TABLE)

    def _whole(self, act: Act, content: list[Element], end: Act) -> list[Element]:
        inside = self.operations.all[-1]  # a place for the marks; they raise nothing
        start, stop = (replace(inside, act=own, twin=None) for own in (act, end))
        return [self.operations.mark(start), *content, self.operations.mark(stop)]

    def _emit(self, block: Block, language: Language, *, before_text: bool) -> list[Element]:
        match block:
            case Paragraph():
                return [self._emit_paragraph(block, language)]
            case Table():
                parting = [] if before_text else [self.end_paragraph(language)]
                return [*self.complete_table(self.emit_table(block, language)), *parting]
            case Row():
                return [self._emit_row(block, language)]
            case Named():
                return self.emit_all(block.children, language, before_text=before_text)
            case Loop():
                again = before_text and isinstance(next(iter(block.children), None), Paragraph)
                inside = self.emit_all(block.children, language, before_text=again)
                start = self.single(Act.LOOP, block.tag, language)
                return [start, *inside, self.single(Act.END_LOOP, block.tag, language)]
            case Condition():
                return self._emit_condition(block, language, before_text=before_text)

    def _emit_condition(self, block: Condition, language: Language, *, before_text: bool) -> list[Element]:
        content: list[Element] = []
        for branch in block.branches:
            content.append(self.single(act_of(branch.tag), branch.tag, language))
            content += self.emit_all(branch.children, language, before_text=before_text)
        return [*content, self.single(Act.END_IF, block.branches[0].tag, language)]

    def _emit_paragraph(self, block: Paragraph, language: Language) -> Element:
        copy = deepcopy(block.element)
        self._restyle(copy, language)
        style = self.twins.style(language, block.role, self._variants)
        named = copy.find(f"{w('pPr')}/{w('pStyle')}")
        if named is not None and style is not None:
            named.set(w("val"), style)
        boxes, references = text_boxes(copy), note_references(copy)
        for box in boxes:
            box[:] = []
        self._mark_own(copy, language)
        for box, inside in zip(boxes, block.boxes, strict=True):
            box.extend(self.emit_cell(inside, language))
        for reference, inside in zip(references, block.notes, strict=True):
            self._emit_note(reference, inside, language)
        return copy

    def _mark_own(self, paragraph: Element, language: Language) -> None:
        """Put operations in the place of a paragraph's tags and of the properties of its shapes."""
        tags = self.twins.templates[language].tags
        for node in list(paragraph.iter()):
            number = mark_number(node)
            if number is not None:
                _swap(node, self.operations.mark_tag(self._restyled(tags[number], language), language))
            elif node.tag == _SHAPE:
                _swap(node, self._mark_xml(Act.SHAPE, node, "id", language))

    def _emit_note(self, reference: Element, blocks: Sequence[Block], language: Language) -> None:
        """Put a note where it is referred to: it is filled there, in the loops around it."""
        start = self._mark_xml(Act.NOTE, reference, w("id"), language)
        end = self.operations.mark(replace(self.operations.all[-1], act=Act.END_NOTE))
        for node in (start, *self.emit_cell(blocks, language), end):
            reference.addprevious(node)
        _swap(reference, None)

    def _mark_xml(self, act: Act, element: Element, name: str, language: Language) -> Element:
        """The mark of an element whose id is given while filling."""
        element.set(name, "")
        bare = deepcopy(element)
        bare.tail = None
        etree.cleanup_namespaces(bare)
        xml = etree.tostring(bare, encoding="unicode").replace(f' xmlns:w="{W}"', "", 1)
        return self.operations.mark(Operation(act, _NO_TAG, language, xml=xml))

    def _restyle(self, element: Element, language: Language) -> None:
        """Point at the styles under the ids they have in the drafted document."""
        for named in element.iter(*_STYLE_REFERENCES):
            own = named.get(w("val"), "")
            named.set(w("val"), self.twins.styles.ids.get((language, own), own))

    def _restyled(self, tag: Tag, language: Language) -> Tag:
        if tag.run_properties is None:
            return tag
        properties = deepcopy(tag.run_properties)
        self._restyle(properties, language)
        return replace(tag, run_properties=properties)

    def emit_table(self, block: Table, language: Language) -> Element:
        """Emit a table of one language."""
        copy = self.shell(block, language)
        copy.extend(self.emit_all(block.rows, language))
        return copy

    def _emit_row(self, block: Row, language: Language) -> Element:
        row = shallow(block.element, ("trPr", "tblPrEx"))
        for element, blocks in zip(block.element.iterchildren(w("tc")), block.cells, strict=True):
            copy = shallow(element, ("tcPr",))
            copy.extend(self.emit_cell(blocks, language))
            row.append(copy)
        return row

    def shell(self, block: Table, language: Language) -> Element:
        """A table without its rows."""
        copy = shallow(block.element, ("tblPr", "tblGrid"))
        self._restyle(copy, language)
        return copy

    def end_paragraph(self, language: Language) -> Element:
        """The paragraph that prints nothing, which Word wants after a table."""
        return self.styled(language, END_ROLE)

    def styled(self, language: Language, role: str) -> Element:
        """An empty paragraph in the style of a role."""
        paragraph = make("p")
        style = self.twins.style(language, role, self._variants)
        if style is not None:
            make("pStyle", make("pPr", paragraph), val=style)
        return paragraph

    def single(self, act: Act, tag: Tag, language: Language) -> Element:
        """The mark of a governing tag of one language."""
        return self.operations.mark(Operation(act, tag, language))

    def paired(self, act: Act, tags: Tags, order: tuple[Language, Language]) -> Element:
        """The mark of twin tags taken together."""
        first, second = order
        return self.operations.mark(Operation(act, tags[first], first, (tags[second], second)))


def act_of(tag: Tag) -> Act:
    """The act of a condition's tag."""
    return Act(tag.kind)


def shallow(element: Element, keep: Sequence[str]) -> Element:
    """A copy of an element with some of its children only."""
    copy = etree.Element(element.tag)
    for name, value in element.attrib.items():
        copy.set(name, value)
    copy.extend(deepcopy(child) for child in element if child.tag in set(map(w, keep)))
    return copy


def _swap(node: Element, other: Element | None) -> None:
    parent = node.getparent()
    if parent is None:
        return
    if other is not None:
        node.addprevious(other)
    parent.remove(node)


def is_blank(block: Block) -> bool:
    """Whether a block is a paragraph that prints nothing, such as the space for a signature."""
    if not isinstance(block, Paragraph) or shows(block.element):
        return False
    return not block.tags and not find_text(block.element)


def is_count(block: Block) -> bool:
    """Whether a block prints only where its row stands in a loop: a number that needs no second language."""
    if not isinstance(block, Paragraph) or shows(block.element) or find_text(block.element).strip():
        return False
    return bool(block.tags) and all(tag.source == "loop.index" for tag in block.tags)
