"""Names that stand in the termbase as a whole or as a pattern with numbers, found by any of their forms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from service.core.languages import Language
from service.core.text import tidy_term
from service.glossary.concepts import Category, Concept, Termbase, Terms
from service.glossary.named import Listed, Numbered, bare_name
from service.language.patterns import NUMBER_SLOTS, fold_pattern, match_pattern, slots

_NUMBERED = frozenset((*NUMBER_SLOTS, "session"))


class ListedNames:
    """Finds concepts of one termbase by their own forms, on whatever day."""

    def __init__(self, termbase: Termbase) -> None:
        """Look at a termbase."""
        self._termbase = termbase
        # One look at a category serves all later ones: a termbase never changes.
        self._index = cache(self._make_index)
        self._patterns = cache(self._make_patterns)

    def find(self, text: str, category: Category) -> list[Listed]:
        """Concepts of a category with this form; those that prefer it, where there are such."""
        folded, index = fold_pattern(text), self._index(category)
        found = [*index.get(folded, ()), *index.get(tidy_term(text), ()), *self._numbered(text, category)]
        own = [one for one in found if folded in map(fold_pattern, _texts(one))]
        return own or found

    def sessions(self, text: str) -> list[Numbered]:
        """Sessions of mechanisms with this name: Phiên họp lần thứ 9 Nhóm Công tác liên hợp."""
        return [
            numbered
            for concept in self._termbase.of(Category.MECHANISM)
            for form in concept.sessions
            for numbered in _matches(concept, form.vi, form.zh, text)
        ]

    def forms(self, category: Category) -> list[str]:
        """Every name of a category, for a refusal to offer."""
        return [form for concept in self._termbase.of(category) for form in _texts(Listed(concept))]

    def _make_index(self, category: Category) -> Mapping[str, list[Listed]]:
        index: dict[str, list[Listed]] = defaultdict(list)
        for concept in self._termbase.of(category):
            for key in dict.fromkeys(_keys(concept)):
                index[key].append(Listed(concept))
        return index

    def _make_patterns(self, category: Category) -> list[Concept]:
        concepts = self._termbase.of(category)
        return [one for one in concepts if slots(one.vi.preferred) & _NUMBERED]

    def _numbered(self, text: str, category: Category) -> Iterator[Numbered]:
        for concept in self._patterns(category):
            for found in _matches(concept, concept.vi, concept.zh, text):
                if "session" not in found.values:
                    yield found
                    continue
                for session in self.sessions(found.values["session"]):
                    yield Numbered(concept, concept.vi, concept.zh, {}, session)


def _matches(concept: Concept, vi: Terms, zh: Terms, text: str) -> Iterator[Numbered]:
    for form in (*vi.recognised, *zh.recognised):
        values = match_pattern(form, text)
        if values is not None:
            yield Numbered(concept, vi, zh, values)
            return


def _keys(concept: Concept) -> Iterable[str]:
    for language in Language:
        terms = concept.terms(language)
        yield from map(fold_pattern, terms.recognised)
        if concept.category is Category.INSTITUTION:
            yield fold_pattern(bare_name(terms))
        # Upper case stays where nothing else has it: an abbreviation is found only as it is written.
        yield from map(tidy_term, terms.abbreviations)


def _texts(one: Listed) -> tuple[str, ...]:
    name = one.name
    return tuple(text for text in (name.vi, name.zh) if text)
