"""Which of the overlapping finds in a text stand: the longest right one, never a wrong one inside it."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple


class Rank(IntEnum):
    """What a find says on the day."""

    RIGHT = 0
    FORBIDDEN = 1
    EXPIRED = 2


class Span(NamedTuple):
    """A find, in tokens.

    Attributes:
        first: Its first token.
        last: The token after its last.
        rank: What it says on the day.
        crosses: Whether it is told even where it crosses another (Chinese: nothing shows which one is meant).
    """

    first: int
    last: int
    rank: Rank
    crosses: bool


def choose_spans(spans: Sequence[Span]) -> list[int]:
    """Choose the finds that stand.

    Reading from left to right, the longest find at each token stands, unless it lies inside one that stands
    or, where it may not cross, begins inside one. A forbidden form inside an expired name is that name's own
    wording and no find. Expired names hide nothing right; they stand where no find on the day holds them.

    Args:
        spans: Finds by first token, of one first token the longest first; no two alike.

    Returns:
        Indexes into `spans`, ascending.
    """
    wording = _inside(spans, [i for i, span in enumerate(spans) if span.rank is Rank.EXPIRED])
    live = [
        i
        for i, span in enumerate(spans)
        if span.rank is Rank.RIGHT or (span.rank is Rank.FORBIDDEN and not wording[i])
    ]
    chosen = list(_leftmost_longest(spans, live))
    held = _inside(spans, chosen)
    expired = [i for i, span in enumerate(spans) if span.rank is Rank.EXPIRED and not held[i]]
    inner = _inside(spans, expired)
    return sorted(chosen + [i for i in expired if not inner[i]])


def _leftmost_longest(spans: Sequence[Span], candidates: Sequence[int]) -> Iterator[int]:
    reach = 0
    for i in candidates:
        first, last, _, crosses = spans[i]
        if last > reach and (first >= reach or crosses):
            yield i
            reach = last


def _inside(spans: Sequence[Span], outer: Sequence[int]) -> list[bool]:
    """Say of each span whether it lies inside another one of `outer`."""
    is_outer = [False] * len(spans)
    for i in outer:
        is_outer[i] = True
    reach = 0
    inside = []
    for i, span in enumerate(spans):
        inside.append(span.last <= reach)
        if is_outer[i]:
            reach = max(reach, span.last)
    return inside
