"""Which of the overlapping finds in a text stand: the longest right one, never a wrong one inside it."""

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


class Choice:
    """Chooses the finds that stand, asked about one after the other.

    Reading from left to right, the longest find at each token stands, unless it lies inside one that stands
    or, where it may not cross, begins inside one. A forbidden form inside an expired name is that name's own
    wording and no find. Expired names hide nothing right; they stand where no find on the day holds them.
    """

    def __init__(self) -> None:
        """Begin at the first token."""
        self.reach = 0
        """The token after those of every find on the day that stands."""
        self._expired_reach = 0

    def stands(self, span: Span) -> bool:
        """Whether a find stands.

        Args:
            span: They come by first token, of one first token the longest first; no two alike.
        """
        if span.last <= self.reach:
            return False
        if span.rank is Rank.EXPIRED:
            is_outer = span.last > self._expired_reach
            self._expired_reach = max(self._expired_reach, span.last)
            return is_outer
        if span.rank is Rank.FORBIDDEN and span.last <= self._expired_reach:
            return False
        if span.first < self.reach and not span.crosses:
            return False
        self.reach = span.last
        return True
