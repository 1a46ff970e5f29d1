"""Filling a compiled part: values become runs, segments get bookmarks, loops are counted, errors placed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType

from jinja2 import UndefinedError
from jinja2.runtime import Undefined

from service.core.languages import Language
from service.core.message import message
from service.documents.compile import COUNTED, FILENAME, PAIRED, SAME, WRITE, CompiledPart, Operation
from service.documents.errors import TemplateError, TwinMismatch
from service.documents.runs import UnfitCharacter, write_text
from service.documents.sandbox import facts_in, length_of, undefined_name
from service.documents.tags import Tag
from service.documents.values import Gap, Segment

MAX_TURNS = 20_000

_BOOKMARK, _NAME, _BOOKMARK_END = b'<w:bookmarkStart w:id="', b'" w:name="', b'<w:bookmarkEnd w:id="'

Facts = Mapping[Language, Mapping[str, object]]


class Filler:
    """Fills the parts of one document; bookmark ids run through all of them."""

    def __init__(self, facts: Facts) -> None:
        """Fill with the facts of both languages.

        Args:
            facts: Language to the facts its tags speak of.
        """
        self._facts = {
            name: value
            for language in Language
            for name, value in facts_in(language, facts[language]).items()
        }
        self._turns = 0
        self.named: set[str] = set()  # bookmarks so far; each one's id is its place among them

    def fill(self, part: CompiledPart) -> Iterator[bytes]:
        """Fill one part.

        Returns:
            Its XML in UTF-8, in pieces; what is wrong is raised when its piece is asked for.

        Raises:
            TemplateError: A name that is unknown, a value that is no text, too many turns of loops; with
                file, part, paragraph and tag.
        """
        runtime = _Runtime(self, part)
        names = {WRITE: runtime.write, COUNTED: runtime.counted, PAIRED: runtime.paired, SAME: runtime.same}
        context = part.template.new_context(self._facts | names)
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
            raise TemplateError(
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

    def write(self, value: object, number: int) -> bytes:
        """Write a value as a run with the look of its tag; a segment in its bookmark."""
        # This runs once a printed tag: what is printed most is asked for first, by its class alone.
        try:
            if value.__class__ is str:
                return write_text(self._starts[number], value)
            if value.__class__ is Segment:
                return self._write_segment(value, number)
            if value.__class__ is int:
                return write_text(self._starts[number], str(value))
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
        before = b"".join((_BOOKMARK, identity, _NAME, name.encode(), b'"/>'))
        return write_text(start, text, before, b"".join((_BOOKMARK_END, identity, b'"/>')))

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


def _unknown_name(error: UndefinedError, part: CompiledPart, known: Iterable[str]) -> TemplateError:
    tag = _tag_at_fault(error, part)
    name, nearest = undefined_name(str(error.message), known)
    if nearest:
        return TemplateError(
            message(
                "{place}: “{name}” is not known here; “{nearest}” is",
                place=tag.place,
                name=name,
                nearest=nearest,
            )
        )
    return TemplateError(message("{place}: “{name}” is not known here", place=tag.place, name=name))


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
