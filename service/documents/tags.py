"""Tags in a paragraph: found across the runs Word split them into, each moved to a mark of its own.

A mark is a processing instruction whose data is the tag's number; everything after this module works on a
tree in which tags are nodes, so that no tag is ever looked for in serialised XML.
"""

import re
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, takewhile

from lxml import etree

from service.core.message import message
from service.documents.errors import TagNotAllowed, TagUnclosed, TemplateError, TemplateTooComplex
from service.documents.ooxml import XML_SPACE, Element, find_text, own_texts, w
from service.documents.places import TagPlace

MARK = "bienban"
MAX_TAG = 300
MAX_TAGS = 2000

_OPENER = re.compile(r"\{[{%#]")
_QUOTED = 100  # characters of a paragraph that a message quotes

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
# Word writes these for people; inside a tag they are typing, not text.
_TYPED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " "})


class TagKind(StrEnum):
    """What a tag does."""

    OUTPUT = "output"
    FOR = "for"
    ENDFOR = "endfor"
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    ENDIF = "endif"
    BLOCK = "block"
    ENDBLOCK = "endblock"
    COMMENT = "comment"


_ALONE = frozenset((TagKind.ELSE, TagKind.ENDIF, TagKind.ENDFOR))  # “else if” would be an else in disguise


@dataclass(frozen=True)
class Tag:
    """One tag of a template.

    Attributes:
        kind: What it does.
        source: What stands behind the keyword (or, of an output, between the braces).
        place: Where it stands.
        run_properties: The `w:rPr` of the run in which it begins, None where that has none.
    """

    kind: TagKind
    source: str
    place: TagPlace
    run_properties: Element | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    tag: Tag


class TagReader:
    """Reads the tags of one part, replacing each by a mark."""

    def __init__(self, file: str, part: str, tags: list[Tag] | None = None) -> None:
        """Read for a file and part, as messages name them; tags may follow those of another part."""
        self._file = file
        self._part = part
        self.tags: list[Tag] = [] if tags is None else tags

    def of_part(self, part: str) -> "TagReader":
        """A reader of another part, whose tags follow this one's in one list."""
        return TagReader(self._file, part, self.tags)

    @property
    def name(self) -> str:
        """File and part, as messages name them."""
        return f"{self._file}, {self._part}"

    def place(self, paragraph: int, text: str) -> TagPlace:
        """A place in the part."""
        return TagPlace(self._file, self._part, paragraph, shorten(text))

    def read(self, root: Element) -> None:
        """Replace every tag under an element by its mark; comments vanish.

        Args:
            root: The part's root element, changed in place.

        Raises:
            TemplateError: A tag without end, too long, of an unknown kind, or too many of them.
        """
        for number, paragraph in enumerate(root.iter(w("p")), start=1):
            text = find_text(paragraph)
            if "{" in text:
                self._read_paragraph(paragraph, self._find_spans(text, number))

    def _find_spans(self, text: str, paragraph: int) -> list[_Span]:
        spans: list[_Span] = []
        position = 0
        while (start := _next_tag(text, position)) >= 0:
            opener = text[start : start + 2]
            end = text.find(_CLOSERS[opener], start + 2)
            place = TagPlace(self._file, self._part, paragraph, shorten(text, start, max(start, end) + 2))
            if end < 0:
                raise TagUnclosed(message("{place}: “{opener}” has no end", place=place, opener=opener))
            inner = text[start + 2 : end].translate(_TYPED).strip()
            if len(inner) > MAX_TAG:
                raise TemplateTooComplex(
                    message("{place}: a tag longer than {most}", place=place, most=MAX_TAG)
                )
            if len(spans) + len(self.tags) >= MAX_TAGS:
                raise TemplateTooComplex(
                    message("{place}: more than {most} tags", place=place, most=MAX_TAGS)
                )
            spans.append(_Span(start, end + 2, _make_tag(opener, inner, place)))
            position = end + 2
        return spans

    def _read_paragraph(self, paragraph: Element, spans: list[_Span]) -> None:
        offset, first = 0, 0
        for node in own_texts(paragraph):
            end = offset + len(node.text or "")
            while first < len(spans) and spans[first].end <= offset:
                first += 1
            touched = list(takewhile(lambda span: span.start < end, islice(spans, first, None)))  # noqa: B023 - used at once
            if touched:
                self._split_run(node, offset, touched)
            offset = end

    def _split_run(self, node: Element, offset: int, spans: list[_Span]) -> None:
        """Put what is left of a text's run, and the marks, in the place of the run."""
        run = node.getparent()
        if run is None or run.tag != w("r"):
            raise TemplateError(message("{place}: a tag outside a run", place=spans[0].tag.place))
        run = _isolate(run, node)
        properties, text = run.find(w("rPr")), node.text or ""
        pieces: list[Element] = []
        position = 0
        for span in spans:
            start, end = max(span.start - offset, 0), min(span.end - offset, len(text))
            pieces += _text_run(properties, text[position:start])
            if span.start >= offset and span.tag.kind is not TagKind.COMMENT:
                pieces.append(self._mark(span.tag, properties))
            position = end
        pieces += _text_run(properties, text[position:])
        _replace(run, pieces)

    def _mark(self, tag: Tag, properties: Element | None) -> Element:
        self.tags.append(Tag(tag.kind, tag.source, tag.place, deepcopy(properties)))
        return make_mark(len(self.tags) - 1)


def shorten(text: str, start: int = 0, end: int = 0) -> str:
    """A text as messages quote it: whole, or what stands around a stretch of it."""
    if len(text) <= _QUOTED:
        return text
    end = min(end, start + _QUOTED)
    around = max(_QUOTED - (end - start), 0) // 2
    first = max(0, min(start - around, len(text) - _QUOTED))
    last = min(len(text), max(end + around, _QUOTED))
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def make_mark(number: int) -> Element:
    """A mark for the tag or operation with a number."""
    return etree.ProcessingInstruction(MARK, str(number))


def mark_number(node: Element) -> int | None:
    """The number that a mark bears; None for any other node."""
    if isinstance(node, etree._ProcessingInstruction) and node.target == MARK:  # noqa: SLF001 - lxml's own name
        return int(node.text or "")
    return None


def _next_tag(text: str, position: int) -> int:
    # One search for all openers: three would each walk to the end of a long text, once a tag.
    found = _OPENER.search(text, position)
    return found.start() if found else -1


def _make_tag(opener: str, inner: str, place: TagPlace) -> Tag:
    if opener == "{#":
        return Tag(TagKind.COMMENT, inner, place)
    if opener == "{{":
        return Tag(TagKind.OUTPUT, inner, place)
    keyword, _, rest = inner.partition(" ")
    if keyword not in set(TagKind) - {TagKind.OUTPUT, TagKind.COMMENT}:
        raise TagNotAllowed(
            message("{place}: “{keyword}” is not allowed in a template", place=place, keyword=keyword)
        )
    if rest.strip() and keyword in _ALONE:
        raise TagNotAllowed(
            message(
                "{place}: “{keyword}” stands alone, without “{rest}”",
                place=place,
                keyword=keyword,
                rest=rest.strip(),
            )
        )
    return Tag(TagKind(keyword), rest.strip(), place)


def _isolate(run: Element, node: Element) -> Element:
    """Give a text a run of its own; what stood before and after it in the run keeps runs like it."""
    children = [child for child in run if child.tag != w("rPr")]
    if len(children) == 1:
        return run
    index = children.index(node)
    before, after = _clone(run, children[:index]), _clone(run, children[index + 1 :])
    for other in before:
        run.addprevious(other)
    for other in reversed(after):
        run.addnext(other)
    return run


def _clone(run: Element, children: list[Element]) -> list[Element]:
    if not children:
        return []
    clone = etree.Element(w("r"))
    properties = run.find(w("rPr"))
    if properties is not None:
        clone.append(deepcopy(properties))
    clone.extend(children)
    return [clone]


def _text_run(properties: Element | None, text: str) -> list[Element]:
    if not text:
        return []
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(deepcopy(properties))
    node = etree.SubElement(run, w("t"))
    node.text = text
    node.set(XML_SPACE, "preserve")
    return [run]


def _replace(run: Element, pieces: list[Element]) -> None:
    for piece in pieces:
        run.addprevious(piece)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)
