"""The Vietnamese and the Chinese template of one type taken together, block by block.

Where both norms hold the same blocks in the same order, they go in step. A block that stands elsewhere, or is
built differently, carries a name in both templates and is taken whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from service.core.languages import Language
from service.core.message import Message, message
from service.documents.blocks import Block, Condition, Loop, Named, Paragraph, Row, Table, expressions
from service.documents.errors import TwinMismatch
from service.documents.ooxml import find_text
from service.documents.tags import Tag

# Facts whose order follows the name order, which may differ between the two languages of one original.
ORDERED_FACTS = frozenset(("first", "parties", "second", "signatures"))
END_ROLE = "Minutes end"  # the paragraph that Word wants after a last table; every layout adds its own

Tags: TypeAlias = dict[Language, Tag]


@dataclass(frozen=True)
class SideBySide:
    """Blocks of both languages that share one place, such as one row of the columns."""

    blocks: dict[Language, tuple[Block, ...]]
    name: str = ""


@dataclass(frozen=True)
class PairedLoop:
    """Loops that go in step."""

    tags: Tags
    units: tuple["Unit", ...]


@dataclass(frozen=True)
class PairedCondition:
    """Conditions that go in step: the tags and units of each branch."""

    branches: tuple[tuple[Tags, tuple["Unit", ...]], ...]


@dataclass(frozen=True)
class PairedTable:
    """Tables of one form.

    Attributes:
        tables: Language to table.
        merged: Each cell holds both languages; False where the name order sets the languages' cells apart.
    """

    tables: dict[Language, Table]
    merged: bool


Unit: TypeAlias = SideBySide | PairedLoop | PairedCondition | PairedTable


class Pairing:
    """Pairs the blocks of two templates."""

    def __init__(self, files: dict[Language, str], *, same_order: bool) -> None:
        """Pair for a name order.

        Args:
            files: Language to the template's name, for messages.
            same_order: Both languages name the parties in the same order (alternat).
        """
        self._files = files
        self._same_order = same_order

    def pair(self, vi: Sequence[Block], zh: Sequence[Block]) -> tuple[Unit, ...]:
        """Pair two sequences of blocks, in the order of the Vietnamese one.

        Raises:
            TwinMismatch: They part ways; the message shows both texts.
        """
        names = self._names(zh)
        others = [block for block in _content(zh) if not isinstance(block, Named)]
        units: list[Unit] = []
        for block in _content(vi):
            if isinstance(block, Named):
                units += self._pair_named(block, names.pop(block.name, None))
            else:
                units.append(self._pair_blocks(block, others.pop(0) if others else None))
        for left in (*names.values(), *others):
            raise self._part_ways(None, left)
        return tuple(units)

    def _names(self, zh: Sequence[Block]) -> dict[str, Named]:
        names: dict[str, Named] = {}
        for block in zh:
            if isinstance(block, Named) and names.setdefault(block.name, block) is not block:
                raise self._part_ways(None, block)
        return names

    def _pair_named(self, vi: Named, zh: Named | None) -> tuple[Unit, ...]:
        if zh is None:
            raise self._part_ways(vi, None)
        if skeleton(vi.children) == skeleton(zh.children):
            return self.pair(vi.children, zh.children)
        return (SideBySide({Language.VI: vi.children, Language.ZH: zh.children}, vi.name),)

    def _pair_blocks(self, vi: Block, zh: Block | None) -> Unit:
        if zh is None or skeleton([vi]) != skeleton([zh]):
            raise self._part_ways(vi, zh)
        together = SideBySide({Language.VI: (vi,), Language.ZH: (zh,)})
        if isinstance(vi, Table) and isinstance(zh, Table):
            return PairedTable({Language.VI: vi, Language.ZH: zh}, merged=self._in_step(vi))
        if not self._in_step(vi):
            return together
        if isinstance(vi, Loop) and isinstance(zh, Loop):
            return PairedLoop({Language.VI: vi.tag, Language.ZH: zh.tag}, self.pair(vi.children, zh.children))
        if isinstance(vi, Condition) and isinstance(zh, Condition):
            return self._pair_conditions(vi, zh)
        return together

    def _pair_conditions(self, vi: Condition, zh: Condition) -> PairedCondition:
        branches = zip(vi.branches, zh.branches, strict=True)
        return PairedCondition(
            tuple(
                ({Language.VI: a.tag, Language.ZH: b.tag}, self.pair(a.children, b.children))
                for a, b in branches
            )
        )

    def _in_step(self, block: Block) -> bool:
        """Whether both languages take this in the same order of parties."""
        if self._same_order:
            return True
        words = (word for source in _governing(block) for word in source.replace(".", " ").split())
        return ORDERED_FACTS.isdisjoint(words)

    def _part_ways(self, vi: Block | None, zh: Block | None) -> TwinMismatch:
        return TwinMismatch(
            message(
                "the templates part ways: {vi_file} has {vi}, {zh_file} has {zh}",
                vi_file=self._files[Language.VI],
                vi=_describe(vi),
                zh_file=self._files[Language.ZH],
                zh=_describe(zh),
            )
        )


def skeleton(blocks: Sequence[Block]) -> tuple[object, ...]:
    """What twin templates have in common: kinds, roles of styles and the expressions that govern blocks."""
    return tuple(_bone(block) for block in _content(blocks))


def _bone(block: Block) -> tuple[object, ...]:
    match block:
        case Paragraph():
            return ("paragraph", block.role)
        case Row():
            return ("row", *(skeleton(cell) for cell in block.cells))
        case Table():
            return ("table", skeleton(block.rows))
        case Loop():
            return ("loop", block.tag.source, skeleton(block.children))
        case Condition():
            return (
                "condition",
                *((branch.tag.source, skeleton(branch.children)) for branch in block.branches),
            )
        case Named():
            return ("named", block.name)


def _governing(block: Block) -> list[str]:
    """The expressions that decide what a block repeats or holds; of a table all, since it is set as one."""
    match block:
        case Loop():
            return [block.tag.source]
        case Condition():
            return [branch.tag.source for branch in block.branches]
        case Table():
            return list(expressions([block]))
    return []


def _content(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not (isinstance(block, Paragraph) and block.role == END_ROLE)]


def _describe(block: Block | None) -> str | Message:
    match block:
        case None:
            return "—"
        case Paragraph():
            return f"“{block.tags[0].place.text if block.tags else find_text(block.element)}” ({block.role})"
        case Loop() | Named():
            return f"“{block.tag.kind} {block.tag.source}”"
        case Condition():
            return f"“if {block.branches[0].tag.source}”"
        case Row():
            return message("a row")
        case Table():
            return message("a table")
