"""A query as the search indexes of both databases read it, and as a test of keys that needs no index."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from service.core.languages import Language
from service.glossary.queries import SHORTEST_BEGINNING, Query

LONGEST_COUNTED = 99
"""Terms of this many characters and more are equally long for what stands first."""

_TONES = "123456"
_EXACT = "exact"
_SIGN_OF_EXACT = "x"  # a key of one column may be one of the other: v12 is 12, and 2 with its tone
_PAIR = 2


class Phrase(NamedTuple):
    """Keys that stand side by side in a term.

    Attributes:
        column: The column of keys that they stand in.
        keys: In their order.
        is_begun: The last one may be the beginning of a longer one.
    """

    column: str
    keys: tuple[str, ...]
    is_begun: bool = False


class Band(NamedTuple):
    """Terms of some lengths.

    Attributes:
        languages: Theirs.
        shortest: Characters of the shortest.
        longest: Characters of the longest; LONGEST_COUNTED holds for all that are longer.
    """

    languages: Sequence[Language]
    shortest: int
    longest: int

    @property
    def keys(self) -> list[str]:
        """What the index calls them."""
        lengths = range(self.shortest, self.longest + 1)
        return [f"n{language}{length:02d}" for language in self.languages for length in lengths]


Way = list[list[Phrase]]
"""A way to read a query: of each list some phrase must be in the term."""


def ways_of(query: Query) -> list[Way]:
    """The ways to read a query; a term answers that answers one of them."""
    wanted = [[Phrase("plain", query.plain, query.is_begun)]]
    for run in query.exact:
        is_last = query.ends_exact and run is query.exact[-1]
        wanted.append([Phrase(_EXACT, run, query.is_begun and is_last)])
    wanted += [
        [Phrase(_EXACT, (f"v{tone}{start}",), is_begun=True) for tone in _TONES] for start in query.with_d
    ]
    ways = [wanted]
    ways += [[[Phrase("pinyin", way, _may_go_on(query, way))]] for way in query.spoken]
    if query.initials:
        ways.append([[Phrase("initials", query.initials)]])
    return ways


def _may_go_on(query: Query, way: tuple[str, ...]) -> bool:
    """Whether the last syllable may be only begun: of the likeliest way, and of more than two letters.

    Beginnings are what indexes are slow at, and the other ways are guesses already.
    """
    return way is query.spoken[0] and sum(map(len, way)) >= SHORTEST_BEGINNING


def write_fts5(ways: Iterable[Way]) -> str:
    """The query for SQLite's index."""
    return _written(ways, _fts5, " AND ", " OR ")


def _fts5(phrase: Phrase) -> str:
    return f'{phrase.column} : "{" ".join(phrase.keys)}"{" *" if phrase.is_begun else ""}'


def write_tsquery(ways: Iterable[Way], band: Band | None = None) -> str:
    """The query for PostgreSQL's index, which knows keys and pairs of keys but not where they stand.

    What it finds beyond the pairs of a longer phrase is for `is_certain` and a test of the keys themselves.
    """
    written = _written(ways, _tsquery, " & ", " | ")
    return f"({written}) & ({' | '.join(band.keys)})" if band else written


def _tsquery(phrase: Phrase) -> str:
    keys = [_SIGN_OF_EXACT + key for key in phrase.keys] if phrase.column == _EXACT else phrase.keys
    lexemes = [f"_{one}_{other}" for one, other in pairwise(keys)] or list(keys)
    if phrase.is_begun:
        lexemes[-1] += ":*"
    return f"({' & '.join(lexemes)})"


def is_certain(ways: Iterable[Way]) -> bool:
    """Whether pairs of keys say all: whether no phrase is longer."""
    return all(len(phrase.keys) <= _PAIR for way in ways for phrases in way for phrase in phrases)


def _written(ways: Iterable[Way], write: Callable[[Phrase], str], both: str, either: str) -> str:
    alternatives = (both.join(f"({either.join(map(write, phrases))})" for phrases in way) for way in ways)
    return either.join(f"({way})" for way in alternatives)
