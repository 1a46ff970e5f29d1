"""A vocabulary laid over a compiled one: what changed is compiled, what did not is shared."""

from collections.abc import Callable, Collection, Iterable

from service.core.tokens import Tokens
from service.glossary.vocabulary import Entry, Vocabulary, VocabularyTerm, make_entry

Place = Callable[[VocabularyTerm], object]
"""What terms of one form are sorted by: their order in the termbase."""


class LayeredVocabulary(Vocabulary):
    """The terms of a compiled vocabulary but those of some concepts, and others; immutable."""

    def __init__(
        self, base: Vocabulary, gone: Collection[str], forms: Iterable[str], top: Vocabulary, place: Place
    ) -> None:
        """Lay terms over others.

        Args:
            base: What is compiled already; no layer itself.
            gone: Concepts whose terms do not count any more.
            forms: The forms of those.
            top: The terms that are over it.
            place: The order of terms that are written alike.
        """
        super().__init__(top.automaton, top.groups, top.version)
        self._base = base
        self._shift = len(base.groups)
        # A form that both have is found above, and told with the terms of both.
        below = {
            self._shift + number: base.find_pattern(group[0].text) for number, group in enumerate(top.groups)
        }
        self._hidden = {number for number in below.values() if number is not None}
        changed = {number for number in map(base.find_pattern, forms) if number is not None}
        self._hidden |= {
            number for number in changed if all(one.concept_id in gone for one in base.groups[number])
        }
        self.entries = _LayeredEntries(base, changed, lambda number: self._terms(number, below, gone, place))

    def _terms(
        self, number: int, below: dict[int, int | None], gone: Collection[str], place: Place
    ) -> list[VocabularyTerm]:
        own = self.groups[number - self._shift] if number >= self._shift else []
        under = below[number] if number >= self._shift else number
        kept = (
            [] if under is None else [one for one in self._base.groups[under] if one.concept_id not in gone]
        )
        return sorted([*kept, *own], key=place)  # type: ignore[arg-type]

    def occurrences(self, tokens: Tokens) -> list[tuple[int, int, int]]:
        """Every place of every folded form, as of any vocabulary."""
        hidden, shift = self._hidden, self._shift
        found = [one for one in self._base.occurrences(tokens) if one[0] not in hidden]
        above = [(number + shift, first, last) for number, first, last in super().occurrences(tokens)]
        return sorted([*found, *above], key=_reading_order) if above else found


def _reading_order(found: tuple[int, int, int]) -> tuple[int, int]:
    _, first, last = found
    return first, -last


class _LayeredEntries(dict[int, Entry]):
    """Entries by pattern, made when a text first holds them."""

    def __init__(
        self, base: Vocabulary, changed: set[int], terms: Callable[[int], list[VocabularyTerm]]
    ) -> None:
        super().__init__()
        self._base, self._changed, self._terms = base, changed, terms

    def __missing__(self, number: int) -> Entry:
        is_as_it_was = number < len(self._base.groups) and number not in self._changed
        entry = self._base.entries[number] if is_as_it_was else make_entry(self._terms(number))
        self[number] = entry
        return entry
