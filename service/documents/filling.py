"""Filling a compiled part: values become runs, segments get bookmarks, loops are counted, errors placed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from types import TracebackType

from jinja2 import Template, UndefinedError
from jinja2.runtime import Undefined
from lxml import etree

from service.core.languages import Language
from service.core.message import message
from service.documents.compile import COUNTED, FILENAME, PAIRED, SAME, WRITE, Operation
from service.documents.errors import RenderLimit, TemplateError, TwinMismatch, UnknownName
from service.documents.ooxml import Element, W, w
from service.documents.sandbox import facts_in, length_of, undefined_name
from service.documents.values import Gap, Segment

MAX_TURNS = 20_000

Facts = Mapping[Language, Mapping[str, object]]

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2 (Char)
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


class Filler:
    """Fills the parts of one document; bookmark ids run through all of them."""

    def __init__(self, facts: Facts, gap_style: str | None) -> None:
        """Fill with the facts of both languages.

        Args:
            facts: Language to the facts its tags speak of.
            gap_style: Id of the character style that marks gaps, None to print them unmarked.
        """
        self._facts = {
            name: value
            for language in Language
            for name, value in facts_in(language, facts[language]).items()
        }
        self._gap_style = gap_style
        self._turns = 0
        self._named: set[str] = set()

    def fill(self, template: Template, operations: Sequence[Operation]) -> str:
        """Fill one part.

        Raises:
            TemplateError: A name that is unknown, a value that is no text, too many turns of loops; with
                file, part, paragraph and tag.
        """
        runtime = _Runtime(self, operations)
        names = {WRITE: runtime.write, COUNTED: runtime.counted, PAIRED: runtime.paired, SAME: runtime.same}
        try:
            return template.render(self._facts | names)
        except UndefinedError as error:
            raise _unknown_name(error, operations, self._facts) from None
        except TypeError as error:
            if not _is_of_template(error.__traceback__):
                raise
            raise _not_comparable(error, operations) from None

    def next_bookmark(self, name: str) -> int | None:
        """A bookmark id that no other bookmark of the document has; None where its name is taken."""
        if name in self._named:
            return None
        self._named.add(name)
        return len(self._named)

    def count(self, turns: int, operation: Operation) -> None:
        """Spend turns of loops, on entry, so that loops in loops end early and clearly."""
        self._turns += turns
        if self._turns > MAX_TURNS:
            raise RenderLimit(
                message("{place}: more than {most} turns of loops", place=operation.tag.place, most=MAX_TURNS)
            )

    @property
    def gap_style(self) -> str | None:
        """Id of the character style that marks gaps."""
        return self._gap_style


class _Runtime:
    """What compiled templates call; bound to the operations of one part."""

    def __init__(self, filler: Filler, operations: Sequence[Operation]) -> None:
        self._filler = filler
        self._operations = operations
        self._properties = [_serialise(operation.tag.run_properties) for operation in operations]
        self._gap_properties: dict[int, str] = {}

    def write(self, value: object, number: int) -> str:
        """Write a value as runs with the look of its tag."""
        if isinstance(value, Undefined):
            str(value)  # raises UndefinedError, which leads back to the tag
        if isinstance(value, Segment):
            return self._bookmarked(value, number)
        if isinstance(value, Gap):
            return _run(self._as_gap(number), value.text)
        if isinstance(value, str):
            self._check_text(value, number)
            return _run(self._properties[number], value)
        if isinstance(value, int) and not isinstance(value, bool):
            return _run(self._properties[number], str(value))
        tag = self._operations[number].tag
        raise TemplateError(
            message(
                "{place}: “{source}” is a group of values, not a text", place=tag.place, source=tag.source
            )
        )

    def _check_text(self, text: str, number: int) -> None:
        unfit = _UNFIT.search(text)
        if unfit is not None:
            tag = self._operations[number].tag
            raise TemplateError(
                message(
                    "{place}: “{source}” holds U+{point}, which no Word file can hold",
                    place=tag.place,
                    source=tag.source,
                    point=f"{ord(unfit[0]):04X}",
                )
            )

    def counted(self, values: object, number: int) -> Sequence[object]:
        """Values of a loop, spent from the budget."""
        operation = self._operations[number]
        sequence = length_of(values, operation.tag.place)
        self._filler.count(len(sequence), operation)
        return sequence

    def paired(self, values: object, twins: object, number: int) -> list[tuple[object, object]]:
        """Values of twin loops, in step."""
        operation = self._operations[number]
        left, right = self.counted(values, number), length_of(twins, operation.tag.place)
        if len(left) != len(right):
            raise TwinMismatch(
                message(
                    "{place}: the two languages have {left} and {right} of these",
                    place=operation.tag.place,
                    left=len(left),
                    right=len(right),
                )
            )
        return list(zip(left, right, strict=True))

    def same(self, value: object, twin: object, number: int) -> bool:
        """What twin conditions agree on."""
        if bool(value) is not bool(twin):
            tag = self._operations[number].tag
            raise TwinMismatch(
                message("{place}: “{source}” is so in one language only", place=tag.place, source=tag.source)
            )
        return bool(value)

    def _bookmarked(self, segment: Segment, number: int) -> str:
        bookmark = self._filler.next_bookmark(segment.bookmark)
        inside = self.write(segment.text, number)
        if bookmark is None:
            return inside  # printed again: Word knows a bookmark's name once, the first
        start = f'<w:bookmarkStart w:id="{bookmark}" w:name="{segment.bookmark}"/>'
        return f'{start}{inside}<w:bookmarkEnd w:id="{bookmark}"/>'

    def _as_gap(self, number: int) -> str:
        style = self._filler.gap_style
        if style is None:
            return self._properties[number]
        if number not in self._gap_properties:
            self._gap_properties[number] = _serialise(
                _with_style(self._operations[number].tag.run_properties, style)
            )
        return self._gap_properties[number]


def _with_style(properties: Element | None, style: str) -> Element:
    copy = etree.Element(w("rPr")) if properties is None else deepcopy(properties)
    for own in copy.findall(w("rStyle")):
        copy.remove(own)
    named = etree.Element(w("rStyle"))
    named.set(w("val"), style)
    copy.insert(0, named)
    return copy


def _serialise(properties: Element | None) -> str:
    """Serialise run properties without the declarations that the part's root makes."""
    if properties is None or not len(properties):
        return ""
    bare = etree.Element(w("rPr"), nsmap={"w": W})
    bare.extend(deepcopy(child) for child in properties if child.tag.startswith(f"{{{W}}}"))
    etree.cleanup_namespaces(bare, top_nsmap={"w": W})
    return etree.tostring(bare, encoding="unicode").replace(f' xmlns:w="{W}"', "", 1)


def _run(properties: str, text: str) -> str:
    if not text:
        return ""
    pieces = [_BREAKS[piece] if piece in _BREAKS else _text(piece) for piece in _cut(text)]
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def _cut(text: str) -> list[str]:
    """Cut a text at its line breaks and tabs, which stay as pieces of their own."""
    pieces = [""]
    for character in text:
        if character in _BREAKS:
            pieces += [character, ""]
        else:
            pieces[-1] += character
    return [piece for piece in pieces if piece]


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{text.translate(_ESCAPES)}</w:t>'


def _unknown_name(
    error: UndefinedError, operations: Sequence[Operation], known: Iterable[str]
) -> UnknownName:
    tag = operations[_line_of(error.__traceback__) - 1].tag
    name, nearest = undefined_name(str(error.message), known)
    if nearest:
        return UnknownName(
            message(
                "{place}: “{name}” is not known here; “{nearest}” is",
                place=tag.place,
                name=name,
                nearest=nearest,
            )
        )
    return UnknownName(message("{place}: “{name}” is not known here", place=tag.place, name=name))


def _not_comparable(error: TypeError, operations: Sequence[Operation]) -> TemplateError:
    tag = operations[_line_of(error.__traceback__) - 1].tag
    return TemplateError(
        message("{place}: “{source}” compares what cannot be compared", place=tag.place, source=tag.source)
    )


def _is_of_template(traceback: TracebackType | None) -> bool:
    """Whether an error arose in a template's own expression, not in what it calls."""
    last = None
    while traceback is not None:
        last, traceback = traceback, traceback.tb_next
    return last is not None and last.tb_frame.f_code.co_filename == FILENAME


def _line_of(traceback: TracebackType | None) -> int:
    """The line of the innermost frame that is the template's: the number of an operation, plus one."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == FILENAME:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
