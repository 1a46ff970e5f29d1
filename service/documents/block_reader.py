"""Marked XML read into blocks: tags alone in a paragraph or a row govern paragraphs or rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from service.core.message import message
from service.documents.blocks import (
    NOTE_REFERENCES,
    Block,
    Branch,
    Condition,
    Loop,
    Named,
    Paragraph,
    Row,
    Table,
    note_references,
    own_nodes,
    shows,
    text_boxes,
)
from service.documents.errors import TagUnclosed, TemplateError, TemplateTooComplex
from service.documents.ooxml import Element, attribute, find_text, w
from service.documents.tags import Tag, TagKind, mark_number

MAX_NESTING = 8

_OPENS = {TagKind.FOR: TagKind.ENDFOR, TagKind.IF: TagKind.ENDIF, TagKind.BLOCK: TagKind.ENDBLOCK}


@dataclass
class _Frame:
    """An open tag while its blocks are being gathered."""

    tag: Tag | None
    children: list[Block] = field(default_factory=list)
    branches: list[Branch] = field(default_factory=list)


class BlockReader:
    """Turns marked XML into blocks; tags alone in a paragraph or a row govern paragraphs or rows."""

    def __init__(
        self,
        file: str,
        tags: Sequence[Tag],
        roles: dict[str, str],
        default_role: str,
        notes: Mapping[str, Element] | None = None,
    ) -> None:
        """Read with a part's tags and the role of each paragraph style.

        Args:
            file: The template's name, for messages.
            tags: By the number their marks bear.
            roles: Style id to role: the style's name without its language.
            default_role: Role of paragraphs without a style.
            notes: The roots of footnotes and endnotes, by kind; None where a text can have none.
        """
        self._file = file
        self._tags = tags
        self._roles = roles
        self._default_role = default_role
        self._notes = {
            (kind, note.get(w("id"), "")): note
            for kind, root in (notes or {}).items()
            for note in root.iterchildren(w(kind))
        }

    def read(self, container: Element, depth: int = 0) -> tuple[Block, ...]:
        """Read the blocks of a body, a cell or a table.

        Raises:
            TemplateError: A tag without its end in the same place, nesting too deep, unknown content.
        """
        frames = [_Frame(None)]
        for node in container:
            governing = self._governing(node)
            if governing:
                for tag in governing:
                    self._govern(frames, tag, depth)
            elif (block := self._block(node, depth)) is not None:
                frames[-1].children.append(block)
        unclosed = frames[-1].tag
        if unclosed is not None:
            opener = frames[-1].branches[0].tag if frames[-1].branches else unclosed
            raise _unclosed(unclosed, opener)
        return tuple(frames[0].children)

    def _governing(self, node: Element) -> list[Tag]:
        """The tags of a paragraph or row that holds nothing but statements."""
        if node.tag == w("p"):
            return self._statements_only(node)
        if node.tag == w("tr"):
            inside = [(paragraph, self._statements_only(paragraph)) for paragraph in node.iter(w("p"))]
            silent = all(tags or self._is_empty(paragraph) for paragraph, tags in inside)
            return [tag for _, tags in inside for tag in tags] if silent else []
        return []

    def _statements_only(self, paragraph: Element) -> list[Tag]:
        tags = self._tags_in(paragraph)
        says = find_text(paragraph).strip() or any(tag.kind is TagKind.OUTPUT for tag in tags)
        return [] if says or shows(paragraph) else tags

    def _is_empty(self, paragraph: Element) -> bool:
        return not (find_text(paragraph).strip() or self._tags_in(paragraph) or shows(paragraph))

    def _tags_in(self, element: Element) -> list[Tag]:
        numbers = map(mark_number, own_nodes(element))
        return [self._tags[number] for number in numbers if number is not None]

    def _govern(self, frames: list[_Frame], tag: Tag, depth: int) -> None:
        if tag.kind in _OPENS:
            _check_depth(depth + len(frames), tag)
            frames.append(_Frame(tag))
            return
        frame = frames[-1]
        if frame.tag is None or not _continues(frame, tag):
            raise _stray(tag)
        if tag.kind in (TagKind.ELIF, TagKind.ELSE):
            frame.branches.append(Branch(frame.tag, tuple(frame.children)))
            frame.tag, frame.children = tag, []
            return
        frames.pop()
        frames[-1].children.append(_close(frame))

    def _block(self, node: Element, depth: int) -> Block | None:
        if node.tag == w("p"):
            self._check_inline(node)
            boxes = tuple(self.read(box, depth + 1) for box in text_boxes(node))
            notes = tuple(self._read_note(reference, depth) for reference in note_references(node))
            return Paragraph(node, self._role(node), tuple(self._tags_in(node)), boxes, notes)
        if node.tag == w("tbl"):
            return Table(node, self.read(node, depth + 1))
        if node.tag == w("tr"):
            return Row(node, tuple(self.read(cell, depth + 1) for cell in node.iterchildren(w("tc"))))
        if node.tag in _SILENT:
            return None
        raise TemplateError(
            message(
                "{file}: “{element}” cannot be filled", file=self._file, element=etree.QName(node).localname
            )
        )

    def _read_note(self, reference: Element, depth: int) -> tuple[Block, ...]:
        kind = NOTE_REFERENCES[reference.tag]
        note = self._notes.get((kind, attribute(reference, "id") or ""))
        if note is None:
            raise TemplateError(message("{file}: a footnote or endnote is missing from it", file=self._file))
        inner = BlockReader(self._file, self._tags, self._roles, self._default_role)
        return inner.read(note, depth + 1)  # a note in a note finds none, so that no two refer to each other

    def _check_inline(self, paragraph: Element) -> None:
        """Statements inside a line of text must close inside it, at the same level of runs."""
        marked = (node.getparent() for node in own_nodes(paragraph) if mark_number(node) is not None)
        for parent in dict.fromkeys(marked):
            if parent is not None:
                self._check_siblings(parent)

    def _check_siblings(self, parent: Element) -> None:
        open_tags: list[tuple[Tag, Tag]] = []  # what opened, and its last “elif” or “else”
        for number in filter(lambda n: n is not None, map(mark_number, parent)):
            tag = self._tags[number or 0]
            if tag.kind in _OPENS:
                _check_depth(len(open_tags) + 1, tag)
                open_tags.append((tag, tag))
            elif tag.kind is not TagKind.OUTPUT and not (open_tags and _belongs(*open_tags[-1], tag)):
                raise _stray(tag)
            elif tag.kind in _OPENS.values():
                open_tags.pop()
            elif tag.kind is not TagKind.OUTPUT:
                open_tags[-1] = (open_tags[-1][0], tag)
        if open_tags:
            raise _unclosed(open_tags[-1][0], open_tags[-1][0])

    def _role(self, paragraph: Element) -> str:
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return (
            self._roles.get(style.get(w("val")) or "", self._default_role)
            if style is not None
            else self._default_role
        )


_SILENT = frozenset(
    map(w, ("tblPr", "tblGrid", "tcPr", "trPr", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr"))
)


def _unclosed(last: Tag, opener: Tag) -> TagUnclosed:
    return TagUnclosed(
        message(
            "{place}: “{keyword}” has no “end{keyword}” in the same place",
            place=last.place,
            keyword=opener.kind,
        )
    )


def _stray(tag: Tag) -> TagUnclosed:
    return TagUnclosed(
        message(
            "{place}: “{keyword}” without its beginning in the same place", place=tag.place, keyword=tag.kind
        )
    )


def _check_depth(depth: int, tag: Tag) -> None:
    if depth > MAX_NESTING:
        raise TemplateTooComplex(
            message("{place}: nested deeper than {most}", place=tag.place, most=MAX_NESTING)
        )


def _belongs(opener: Tag, last: Tag, tag: Tag) -> bool:
    if last.kind is TagKind.ELSE:
        return tag.kind is TagKind.ENDIF
    return _OPENS[opener.kind] is tag.kind or (
        opener.kind is TagKind.IF and tag.kind in (TagKind.ELIF, TagKind.ELSE)
    )


def _continues(frame: _Frame, tag: Tag) -> bool:
    opener = frame.branches[0].tag if frame.branches else frame.tag
    return opener is not None and _belongs(opener, frame.tag or opener, tag)


def _close(frame: _Frame) -> Block:
    tag, children = frame.tag, tuple(frame.children)
    assert tag is not None  # noqa: S101 - only frames with a tag are closed
    if frame.branches or tag.kind is TagKind.IF:
        return Condition((*frame.branches, Branch(tag, children)))
    if tag.kind is TagKind.FOR:
        return Loop(tag, children)
    return Named(tag.source, tag, children)
