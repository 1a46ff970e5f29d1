"""One XML part looked through as a stream, before any tree of it is built.

What a tree would cost is counted here: elements, attributes, depth, length of a text. What acts by itself is
refused here as well: objects, controls, and fields that fetch another file. Names of elements are compared
without their namespace, so that the strict form of OOXML, or another prefix, hides nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from service.core.message import Message, message
from service.documents.errors import (
    ActiveContent,
    CorruptXml,
    DoctypeFound,
    PackageRefused,
    TextTooLong,
    TooDeep,
    TooManyElements,
)
from service.documents.fields import FieldReader

MAX_ELEMENTS = 100_000
MAX_ATTRIBUTES = 200_000
MAX_DEPTH = 200  # libxml2 itself ends at 256
MAX_TEXT = 1_000_000

_CHUNK = 64 * 1024
_HEAD = 200
_DECLARED = re.compile(r"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
# How a part begins, to its encoding; without a byte order mark UTF-16 shows by its first character.
_STARTS = (
    (b"\xef\xbb\xbf", "UTF-8"),
    (b"\xff\xfe", "UTF-16LE"),
    (b"\xfe\xff", "UTF-16BE"),
    (b"<\0", "UTF-16LE"),
    (b"\0<", "UTF-16BE"),
)
_FORBIDDEN = {
    "altChunk": message("another file inside the text (altChunk)"),
    "control": message("an ActiveX control"),
    "foreignObject": message("a page inside a picture"),
    "mailMerge": message("a data source for mail merge"),
    "OLEObject": message("an embedded or linked object (OLE)"),
    "script": message("a script"),
    "subDoc": message("a subdocument"),
    "webVideoPr": message("an online video"),
}
_LINKS = frozenset(("src", "href", "althref"))  # of a VML or SVG picture; of DrawingML they are relationships


@dataclass
class Budget:
    """What all the parts of a package may hold together.

    Attributes:
        most: Elements at the beginning.
        elements: Elements that are left.
    """

    most: int = MAX_ELEMENTS
    elements: int = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing spent."""
        self.elements = self.most


class _Stop(Exception):
    """Ends the parser; carried through lxml."""

    def __init__(self, error: type[PackageRefused], problem: Message) -> None:
        super().__init__(problem)
        self.error = error
        self.problem = problem


class _Target:
    """What lxml tells while it reads; raises _Stop at the first thing that no document has."""

    def __init__(self, budget: Budget, *, acts: bool) -> None:
        self._budget = budget
        self._acts = acts
        self._depth = 0
        self._text = 0
        self._fields = FieldReader()
        self.paragraph = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._text = 0
        self._depth += 1
        self._budget.elements -= 1
        if self._budget.elements < 0:
            said = message("more than {most} elements; cut the document in two", most=self._budget.most)
            raise _Stop(TooManyElements, said)
        if self._depth > MAX_DEPTH:
            raise _Stop(
                TooDeep, message("elements nested deeper than {most}; save it in Word again", most=MAX_DEPTH)
            )
        name = tag.rpartition("}")[2]
        self.paragraph += name == "p"
        if self._acts:
            self._check_acts(name, attributes)

    def _check_acts(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _FORBIDDEN:
            raise _Stop(ActiveContent, _FORBIDDEN[name])
        self._check_attributes(attributes)
        self._check_field(self._fields.start(name, attributes))

    def _check_attributes(self, attributes: Mapping[str, str]) -> None:
        for attribute, value in attributes.items():
            if attribute.rpartition("}")[2] in _LINKS and not value.startswith(("#", "data:image/")):
                raise _Stop(ActiveContent, message("a picture or link fetched from “{target}”", target=value))

    def _check_field(self, problem: Message | None) -> None:
        if problem is not None:
            raise _Stop(ActiveContent, problem)

    def end(self, tag: str) -> None:
        del tag
        self._text = 0
        self._depth -= 1
        self._fields.end()

    def data(self, text: str) -> None:
        self._text += len(text)
        if self._text > MAX_TEXT:
            raise _Stop(TextTooLong, message("a text of more than {most} characters", most=MAX_TEXT))
        self._fields.text(text)

    def doctype(self, *_names: str | None) -> None:
        raise _Stop(
            DoctypeFound, message("declares a document type, which no Word file has; save it in Word again")
        )

    def pi(self, target: str, data: str | None = None) -> None:
        del target, data
        self._text = 0

    def comment(self, text: str) -> None:
        del text
        self._text = 0

    def close(self) -> None:
        self._check_field(self._fields.close())


def scan_part(data: bytes, place: str, budget: Budget, *, acts: bool = True) -> None:
    """Look through one XML part.

    Args:
        data: The part.
        place: File and part, for messages.
        budget: What is left of the package's elements; spent here.
        acts: Word reads it as part of the document; False of data that it only keeps.

    Raises:
        PackageRefused: Not well-formed XML in UTF-8 or UTF-16, a DOCTYPE, more or deeper than a document,
            or content that acts by itself.

    Source:
        ECMA-376-2, 8.1.4: UTF-8 or UTF-16, no DTD declarations.
    """
    encoding, begin = _encoding(data, place)
    if data.count(b"=") > MAX_ATTRIBUTES:
        raise TooManyElements(
            message(
                "{place}: more than {most} attributes; cut the document in two",
                place=place,
                most=MAX_ATTRIBUTES,
            )
        )
    target = _Target(budget, acts=acts)
    parser = _parser(target, encoding)
    try:
        for start in range(begin, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except _Stop as stop:
        raise stop.error(_placed(place, target.paragraph, stop)) from None
    except (etree.XMLSyntaxError, UnicodeError) as error:
        problem = (getattr(error, "msg", None) or str(error)).replace("\n", " ")
        raise CorruptXml(
            message("{part}: not well-formed XML: {problem}", part=place, problem=problem)
        ) from None


def _parser(target: _Target, encoding: str) -> etree.XMLParser:
    return etree.XMLParser(
        target=cast("Any", target),  # the stubs also think of the bytes of Python 2
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )


def _placed(place: str, paragraph: int, stop: _Stop) -> Message:
    where: object = place
    if paragraph:
        where = message("{place}, paragraph {paragraph}", place=place, paragraph=paragraph)
    if stop.error is not ActiveContent:
        return message("{place}: {problem}", place=where, problem=stop.problem)
    return message(
        "{place}: {problem}; delete it, a paper holds nothing that acts by itself",
        place=where,
        problem=stop.problem,
    )


def _encoding(data: bytes, place: str) -> tuple[str, int]:
    """The encoding that the first bytes show, and how long its mark is; the declaration must say the same."""
    start, shown = next((pair for pair in _STARTS if data.startswith(pair[0])), (b"", "UTF-8"))
    mark = 0 if b"<" in start else len(start)
    head = data[mark : mark + 2 * _HEAD].decode(shown, "replace")
    declared = _DECLARED.match(head)
    allowed = (shown,) if shown == "UTF-8" else (shown, "UTF-16")
    if declared and declared[1].upper() not in allowed:
        raise CorruptXml(
            message(
                "{part}: says that it is in {declared} and is in {shown}; save it in Word again",
                part=place,
                declared=declared[1],
                shown=shown,
            )
        )
    return shown, mark
