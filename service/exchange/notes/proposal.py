"""What notes propose for a record: fields, each with its passages, and what was not recognised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from service.core.message import Message
from service.minutes.record import Record


class Passage(NamedTuple):
    """A stretch of the notes, in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class ProposedField:
    """A field of the record and where it comes from.

    Attributes:
        path: Path in the record, such as `parties[0].head.name`.
        passages: Where the notes say it.
        note: What a person should know of it, such as a year that the notes do not give.
    """

    path: str
    passages: tuple[Passage, ...]
    note: Message | None = None


@dataclass(frozen=True)
class Proposal:
    """A record proposed from notes.

    Attributes:
        text: The notes.
        record: What they propose; what they do not say is null.
        fields: Every field that was read in them.
        chosen: Fields that a record must have and the notes do not say, to be looked at.
        unrecognised: Every stretch of the notes that no field was read from, in their order.
    """

    text: str
    record: Record
    fields: tuple[ProposedField, ...]
    chosen: tuple[ProposedField, ...]
    unrecognised: tuple[Passage, ...]

    @property
    def share(self) -> float:
        """How much of the notes was recognised: of the characters that are no space, from 0 to 1."""
        whole = _count(self.text, [Passage(0, len(self.text))])
        return 1 - _count(self.text, self.unrecognised) / whole if whole else 1.0


def _count(text: str, passages: Iterable[Passage]) -> int:
    return sum(not character.isspace() for start, end in passages for character in text[start:end])


def find_rest(text: str, taken: Sequence[Passage]) -> tuple[Passage, ...]:
    """The stretches of a text outside some passages, each on one line and without space at its ends."""
    free = [True] * len(text)
    for passage in taken:
        free[passage.start : passage.end] = [False] * (passage.end - passage.start)
    rest: list[Passage] = []
    start: int | None = None
    for index, character in enumerate([*text, "\n"]):
        is_inside = index < len(text) and free[index] and character != "\n"
        if is_inside and start is None:
            start = index
        elif not is_inside and start is not None:
            rest += _trimmed(text, start, index)
            start = None
    return tuple(rest)


def _trimmed(text: str, start: int, end: int) -> list[Passage]:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
    return [Passage(start + left, end - right)] if piece.strip() else []
