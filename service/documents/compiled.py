"""Compiled parts: the code that prints them, run where it can reach nothing but what filling gives it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import CodeType, FunctionType
from typing import NamedTuple, Self, TypeAlias

from service.documents.lookup import FILTERS, MISSING, TESTS, Unknown, look_up, turns
from service.documents.places import TagPlace
from service.documents.runs import Runs, runs_of
from service.documents.wholes import take_note, whole_cell, whole_table

FILENAME = "<filled part>"

# What filling offers to compiled templates, under the names they know.
WRITE = "bb_write"
RUNS = "bb_runs"
COUNTED = "bb_counted"
PAIRED = "bb_paired"
SAME = "bb_same"
NOTE = "bb_note"
SHAPE = "bb_shape"

WHOLE_CELL = "bb_whole_cell"
WHOLE_TABLE = "bb_whole_table"
TAKE_NOTE = "bb_take_note"
WHOLES = {WHOLE_CELL: whole_cell, WHOLE_TABLE: whole_table, TAKE_NOTE: take_note}

# All that the code of a template can name; it has no builtins.
_KNOWN = {
    "__builtins__": {},
    "LoopContext": turns,
    "dict": dict,
    "str": str,
    "type": type,
    "look_up": look_up,
    "missing": MISSING,
    "undefined": Unknown,
    **FILTERS,
    **TESTS,
    **WHOLES,
}

Resolve: TypeAlias = Callable[[str], object]
Root: TypeAlias = Callable[[Resolve], Iterator[tuple[bytes, ...]]]


class PrintedTag(NamedTuple):
    """A tag as messages name it while a draft is filled."""

    place: TagPlace
    source: str


@dataclass(frozen=True)
class CompiledPart:
    """A part that can be filled.

    Attributes:
        code: Of the function that yields the part's XML.
        lines: Of which tag, by number and one more, each line of the code begins to be.
        tags: The tags, by the numbers the code knows them by.
        starts: How the run of each tag begins.
        gap_starts: The same where it prints a gap.
    """

    code: CodeType
    lines: tuple[tuple[int, int], ...]
    tags: tuple[PrintedTag, ...]
    starts: tuple[bytes, ...]
    gap_starts: tuple[bytes, ...]

    def plain(self) -> tuple[object, ...]:
        """All it is made of, as plain data and code; `of_plain` makes it anew."""
        tags = tuple((*vars(tag.place).values(), tag.source) for tag in self.tags)
        return self.code, self.lines, tags, self.starts, self.gap_starts

    @classmethod
    def of_plain(
        cls,
        code: CodeType,
        lines: tuple[tuple[int, int], ...],
        tags: Iterable[tuple[str, str, int, str, str]],
        starts: tuple[bytes, ...],
        gap_starts: tuple[bytes, ...],
    ) -> Self:
        """Make a part from what `plain` gave."""
        printed = tuple(PrintedTag(TagPlace(*tag[:-1]), tag[-1]) for tag in tags)
        return cls(code, lines, printed, starts, gap_starts)

    @cached_property
    def root(self) -> Root:
        """The function that prints the part, given a way to resolve names."""
        return FunctionType(self.code, dict(_KNOWN))

    def tag_of_line(self, line: int) -> PrintedTag:
        """The tag to which a line of the code belongs."""
        number = next((tag for tag, first in reversed(self.lines) if first <= line), 1)
        return self.tags[number - 1]

    @cached_property
    def runs(self) -> tuple[Runs, ...]:
        """The runs of each tag's look by their texts."""
        return tuple(map(runs_of, self.starts))

    @cached_property
    def bookmarked_starts(self) -> tuple[bytes, ...]:
        """How the run of each tag begins behind the name of a bookmark."""
        return tuple(b'"/>' + start for start in self.starts)
