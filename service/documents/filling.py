"""Filling a compiled part: values become runs, segments get bookmarks, loops are counted, errors placed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType

from jinja2 import UndefinedError
from jinja2.runtime import Undefined

from service.core.languages import Language
from service.core.message import message
from service.documents.blocks import NOTE_KINDS
from service.documents.compile import (
    COUNTED,
    FILENAME,
    NOTE,
    PAIRED,
    SAME,
    SHAPE,
    WRITE,
    CompiledPart,
    Operation,
)
from service.documents.errors import PartTooLarge, RenderLimit, TemplateError, TwinMismatch, UnknownName
from service.documents.notes import FIRST_NOTE
from service.documents.packing import MAX_PART
from service.documents.runs import TEXT_END, UnfitCharacter, plain_bytes, write_text
from service.documents.sandbox import facts_in, length_of, undefined_name
from service.documents.tags import Tag
from service.documents.values import Gap, Segment

MAX_TURNS = 20_000

_BOOKMARK, _NAME, _BOOKMARK_END = b'<w:bookmarkStart w:id="', b'" w:name="', b'<w:bookmarkEnd w:id="'
_CLOSE = b'"/>'

Facts = Mapping[Language, Mapping[str, object]]


class Filler:
    """Fills the parts of one document; bookmark ids run through all of them."""

    def __init__(self, facts: Facts) -> None:
        """Fill with the facts of both languages.

        Args:
            facts: Language to the facts its tags speak of.
        """
        self._facts: dict[str, object] = {}
        for language, own in facts.items():
            self._facts |= facts_in(language, own)
        self._turns = 0
        self.named: set[str] = set()  # bookmarks so far; each one's id is its place among them
        self.notes: dict[str, list[bytes]] = {kind: [] for kind in NOTE_KINDS}
        self.notes_size = 0
        self.shapes = 0

    def fill(self, part: CompiledPart) -> Iterator[bytes]:
        """Fill one part.

        Returns:
            Its XML in UTF-8, in pieces; what is wrong is raised when its piece is asked for.

        Raises:
            TemplateError: A name that is unknown, a value that is no text, too many turns of loops; with
                file, part, paragraph and tag.
        """
        runtime = _Runtime(self, part)
        context = part.template.new_context(self._facts | runtime.names(), shared=True)
        try:
            # FillingCode generates bytes where Jinja's own types promise text.
            yield from part.template.root_render_func(context)  # type: ignore[misc]
        except UndefinedError as error:
            raise _unknown_name(error, part, self._facts) from None
        except TypeError as error:
            if not _is_of_template(error.__traceback__):
                raise
            raise _not_comparable(error, part) from None

    def count(self, turns: int, operation: Operation) -> None:
        """Spend turns of loops, on entry, so that loops in loops end early and clearly."""
        self._turns += turns
        if self._turns > MAX_TURNS:
            raise RenderLimit(
                message("{place}: more than {most} turns of loops", place=operation.tag.place, most=MAX_TURNS)
            )


class _Runtime:
    """What compiled templates call; bound to the operations of one part."""

    def __init__(self, filler: Filler, part: CompiledPart) -> None:
        self._filler = filler
        self._named = filler.named
        self._operations = part.operations
        self._starts = part.starts
        self._gap_starts = part.gap_starts

    def names(self) -> dict[str, object]:
        """What it offers to compiled templates, under the names they know."""
        return {
            WRITE: self._quick_writer(),
            COUNTED: self.counted,
            PAIRED: self.paired,
            SAME: self.same,
            NOTE: self.note,
            SHAPE: self.shape,
        }

    def note(self, content: bytes, kind: str) -> bytes:
        """Take a footnote or endnote; its id."""
        notes = self._filler.notes[kind]
        identity = b"%d" % (len(notes) + FIRST_NOTE)
        name = kind.encode()
        self._filler.notes_size += len(content)
        if self._filler.notes_size > MAX_PART:
            raise PartTooLarge
        notes.append(b'<w:%b w:id="%b">%b</w:%b>' % (name, identity, content, name))
        return identity

    def shape(self) -> bytes:
        """An id that no other picture or text box of the document has."""
        self._filler.shapes += 1
        return b"%d" % self._filler.shapes

    def _quick_writer(self) -> Callable[[object, int], bytes]:
        """A function that writes as `write` does, and what is printed most without a further call.

        It runs once a printed tag and is most of what filling costs. Most values are texts, or segments of
        texts, that need no escape and no break.
        """
        starts, named, write = self._starts, self._named, self.write

        def write_quickly(value: object, number: int) -> bytes:
            if value.__class__ is str:
                if not value:
                    return b""
                data = plain_bytes(value)
                return write(value, number) if data is None else starts[number] + data + TEXT_END
            if value.__class__ is not Segment or value.text.__class__ is not str or not value.text:
                return write(value, number)
            data, name = plain_bytes(value.text), value.bookmark
            if data is None or name in named:
                return write(value, number)
            named.add(name)
            own = b"%d" % len(named)
            before = (_BOOKMARK, own, _NAME, name.encode(), _CLOSE, starts[number])
            return b"".join((*before, data, TEXT_END, _BOOKMARK_END, own, _CLOSE))

        return write_quickly

    def write(self, value: object, number: int) -> bytes:
        """Write a value as a run with the look of its tag; a segment in its bookmark."""
        try:
            if isinstance(value, Segment):
                return self._write_segment(value, number)
            return self._write_other(value, number)
        except UnfitCharacter as unfit:
            raise self._unfit(str(unfit), number) from None

    def _write_segment(self, segment: Segment, number: int) -> bytes:
        text, name, named = segment.text, segment.bookmark, self._named
        start = self._starts[number]
        if isinstance(text, Gap):
            start, text = self._gap_starts[number], text.text
        if name in named:
            return write_text(start, text)  # printed again: Word knows a bookmark's name once, the first
        named.add(name)
        identity = b"%d" % len(named)
        before = b"".join((_BOOKMARK, identity, _NAME, name.encode(), _CLOSE))
        return write_text(start, text, before, b"".join((_BOOKMARK_END, identity, _CLOSE)))

    def _write_other(self, value: object, number: int) -> bytes:
        if isinstance(value, Undefined):
            str(value)  # raises UndefinedError, which leads back to the tag
        if isinstance(value, Gap):
            return write_text(self._gap_starts[number], value.text)
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            return write_text(self._starts[number], str(value))
        tag = self._operations[number].tag
        raise TemplateError(
            message(
                "{place}: “{source}” is a group of values, not a text", place=tag.place, source=tag.source
            )
        )

    def _unfit(self, character: str, number: int) -> TemplateError:
        tag = self._operations[number].tag
        return TemplateError(
            message(
                "{place}: “{source}” holds U+{point}, which no Word file can hold",
                place=tag.place,
                source=tag.source,
                point=f"{ord(character):04X}",
            )
        )

    def counted(self, values: object, number: int) -> Sequence[object]:
        """Values of a loop, spent from the budget."""
        operation = self._operations[number]
        sequence = length_of(values, operation.tag.place)
        self._filler.count(len(sequence), operation)
        return sequence

    def paired(self, values: object, twins: object, number: int) -> Iterable[tuple[object, object]]:
        """Values of twin loops, in step."""
        if values == [] == twins:
            return []  # inner loops of most rows
        left = self.counted(values, number)
        operation = self._operations[number]
        right = length_of(twins, operation.tag.place)
        if len(left) != len(right):
            raise TwinMismatch(
                message(
                    "{place}: the two languages have {left} and {right} of these",
                    place=operation.tag.place,
                    left=len(left),
                    right=len(right),
                )
            )
        return zip(
            left, right, strict=True
        )  # no list of thousands of pairs, which garbage collection would walk

    def same(self, value: object, twin: object, number: int) -> bool:
        """What twin conditions agree on."""
        if bool(value) is not bool(twin):
            tag = self._operations[number].tag
            raise TwinMismatch(
                message("{place}: “{source}” is so in one language only", place=tag.place, source=tag.source)
            )
        return bool(value)


def _unknown_name(error: UndefinedError, part: CompiledPart, known: Iterable[str]) -> UnknownName:
    tag = _tag_at_fault(error, part)
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


def _not_comparable(error: TypeError, part: CompiledPart) -> TemplateError:
    tag = _tag_at_fault(error, part)
    return TemplateError(
        message("{place}: “{source}” compares what cannot be compared", place=tag.place, source=tag.source)
    )


def _is_of_template(traceback: TracebackType | None) -> bool:
    """Whether an error arose in a template's own expression, not in what it calls."""
    last = None
    while traceback is not None:
        last, traceback = traceback, traceback.tb_next
    return last is not None and last.tb_frame.f_code.co_filename == FILENAME


def _tag_at_fault(error: Exception, part: CompiledPart) -> Tag:
    """The tag whose number, plus one, is the line of the innermost frame that is the template's."""
    line, traceback = 1, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == FILENAME:
            line = part.template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return part.operations[line - 1].tag
