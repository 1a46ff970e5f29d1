"""Filling a compiled part: values become runs, segments get bookmarks, loops are counted, errors placed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, islice
from types import TracebackType

from service.core.languages import Language
from service.core.message import message
from service.documents.compiled import (
    COUNTED,
    FILENAME,
    NOTE,
    PAIRED,
    RUNS,
    SAME,
    SHAPE,
    WRITE,
    CompiledPart,
    PrintedTag,
)
from service.documents.errors import PartTooLarge, RenderLimit, TemplateError, TwinMismatch, UnknownName
from service.documents.limits import MAX_INFLATED
from service.documents.lookup import Names, NameUnknown, Unknown, length_of
from service.documents.runs import TEXT_END, UnfitCharacter, plain_bytes, write_text
from service.documents.values import Gap, Segment, bookmark_of

MAX_TURNS = 20_000
FIRST_NOTE = 10  # below stand the lines that part notes from the text

_PIECES = 1024  # handed over together: the whole of a short paper, some 150 KB of a long one
_NAMED = b'"/>'  # ends what begins a bookmark
_KNOWN_BOOKMARKS = 4096

Facts = Mapping[Language, Mapping[str, object]]


class _Bookmarks(dict[int, tuple[bytes, bytes]]):
    """What stands before a bookmark's name and behind its text, by its id; papers share ids."""

    def __missing__(self, identity: int) -> tuple[bytes, bytes]:
        own = b'<w:bookmarkStart w:id="%d" w:name="' % identity, b'<w:bookmarkEnd w:id="%d"/>' % identity
        if identity <= _KNOWN_BOOKMARKS:
            self[identity] = own
        return own


_BOOKMARKS = _Bookmarks()


class Filler:
    """Fills the parts of one document; bookmark ids run through all of them."""

    def __init__(self, facts: Facts) -> None:
        """Fill with the facts of both languages.

        Args:
            facts: Language to the facts its tags speak of.
        """
        self._facts: dict[str, object] = {}
        for language, own in facts.items():
            prefix = f"{language}_"  # sandbox.py moves the names of each template's tags likewise
            self._facts |= {prefix + name: value for name, value in own.items()}
        self._turns = 0
        self.named: set[bytes] = set()  # bookmarks so far; each one's id is its place among them
        self.notes: dict[str, list[bytes]] = {}
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
        names = Names(self._facts)
        names.update(_Runtime(self, part).names())
        try:
            pieces = chain.from_iterable(part.root(names.__getitem__))
            while batch := [*islice(pieces, _PIECES)]:
                yield b"".join(batch)
        except NameUnknown as unknown:
            raise _unknown_name(unknown, part, self._facts) from None
        except UnfitCharacter as unfit:
            raise _unfit(unfit, part) from None
        except TypeError as error:
            if not _is_of_template(error.__traceback__):
                raise
            raise _not_comparable(error, part) from None

    def count(self, turns: int, tag: PrintedTag) -> None:
        """Spend turns of loops, on entry, so that loops in loops end early and clearly."""
        self._turns += turns
        if self._turns > MAX_TURNS:
            raise RenderLimit(
                message("{place}: more than {most} turns of loops", place=tag.place, most=MAX_TURNS)
            )


class _Runtime:
    """What compiled templates call; bound to the operations of one part."""

    def __init__(self, filler: Filler, part: CompiledPart) -> None:
        self._filler = filler
        self._named = filler.named
        self._tags = part.tags
        self._starts = part.starts
        self._opened = part.bookmarked_starts
        self._runs = part.runs
        self._gap_starts = part.gap_starts

    def names(self) -> dict[str, object]:
        """What it offers to compiled templates, under the names they know."""
        return {
            WRITE: self._quick_writer(),
            RUNS: self._runs,
            COUNTED: self.counted,
            PAIRED: self.paired,
            SAME: self.same,
            NOTE: self.note,
            SHAPE: self.shape,
        }

    def note(self, content: bytes, kind: str) -> bytes:
        """Take a footnote or endnote; its id."""
        notes = self._filler.notes.setdefault(kind, [])
        identity = b"%d" % (len(notes) + FIRST_NOTE)
        name = kind.encode()
        self._filler.notes_size += len(content)
        if self._filler.notes_size > MAX_INFLATED:
            raise PartTooLarge
        notes.append(b'<w:%b w:id="%b">%b</w:%b>' % (name, identity, content, name))
        return identity

    def shape(self) -> bytes:
        """An id that no other picture or text box of the document has."""
        self._filler.shapes += 1
        return b"%d" % self._filler.shapes

    def _quick_writer(self) -> Callable[[object, int], bytes]:
        """A function that writes as `write` does, and a segment of plain text without a further call.

        It runs once a printed segment and is most of what filling costs.
        """
        opened, named, write = self._opened, self._named, self.write

        def write_quickly(value: object, number: int) -> bytes:
            if value.__class__ is not Segment or value.text.__class__ is not str or not value.text:
                return write(value, number)
            data, name = plain_bytes(value.text), bookmark_of(value)
            if data is None or name in named:
                return write(value, number)
            named.add(name)
            before, after = _BOOKMARKS[len(named)]
            return b"".join((before, name, opened[number], data, TEXT_END, after))

        return write_quickly

    def write(self, value: object, number: int) -> bytes:
        """Write a value as a run with the look of its tag; a segment in its bookmark."""
        if isinstance(value, Segment):
            return self._write_segment(value, number)
        return self._write_other(value, number)

    def _write_segment(self, segment: Segment, number: int) -> bytes:
        text, name, named = segment.text, bookmark_of(segment), self._named
        start = self._starts[number]
        if isinstance(text, Gap):
            start, text = self._gap_starts[number], text.text
        if name in named:
            return write_text(start, text)  # printed again: Word knows a bookmark's name once, the first
        named.add(name)
        before, after = _BOOKMARKS[len(named)]
        return write_text(start, text, before + name + _NAMED, after)

    def _write_other(self, value: object, number: int) -> bytes:
        if isinstance(value, Unknown):
            value.refuse()
        if isinstance(value, Gap):
            return write_text(self._gap_starts[number], value.text)
        if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
            return write_text(self._starts[number], str(value))
        tag = self._tags[number]
        raise TemplateError(
            message(
                "{place}: “{source}” is a group of values, not a text", place=tag.place, source=tag.source
            )
        )

    def counted(self, values: object, number: int) -> Sequence[object]:
        """Values of a loop, spent from the budget."""
        tag = self._tags[number]
        sequence = length_of(values, tag.place)
        self._filler.count(len(sequence), tag)
        return sequence

    def paired(self, values: object, twins: object, number: int) -> Iterable[tuple[object, object]]:
        """Values of twin loops, in step."""
        if values == [] == twins:
            return []  # inner loops of most rows
        left = self.counted(values, number)
        tag = self._tags[number]
        right = length_of(twins, tag.place)
        if len(left) != len(right):
            raise TwinMismatch(
                message(
                    "{place}: the two languages have {left} and {right} of these",
                    place=tag.place,
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
            tag = self._tags[number]
            raise TwinMismatch(
                message("{place}: “{source}” is so in one language only", place=tag.place, source=tag.source)
            )
        return bool(value)


def _unknown_name(unknown: NameUnknown, part: CompiledPart, known: Iterable[str]) -> UnknownName:
    tag = _tag_at_fault(unknown, part)
    nearest = unknown.nearest
    if nearest is None:
        nearest = next(iter(get_close_matches(unknown.name, [*known], n=1)), "")
    name, nearest = _bare(unknown.name), _bare(nearest)
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


def _bare(name: str) -> str:
    for language in Language:
        name = name.removeprefix(f"{language}_")
    return name


def _unfit(unfit: UnfitCharacter, part: CompiledPart) -> TemplateError:
    tag = _tag_at_fault(unfit, part)
    return TemplateError(
        message(
            "{place}: “{source}” holds U+{point}, which no Word file can hold",
            place=tag.place,
            source=tag.source,
            point=f"{ord(str(unfit)):04X}",
        )
    )


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


def _tag_at_fault(error: Exception, part: CompiledPart) -> PrintedTag:
    """The tag of the innermost line that is the template's."""
    line, traceback = 1, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == FILENAME:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return part.tag_of_line(line)
