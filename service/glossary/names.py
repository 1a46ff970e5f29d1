"""Names resolved as of a day: places, bodies, positions and people, composed where nobody listed them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from service.core.languages import Pair, Side
from service.core.message import BienbanError, message
from service.core.text import fold_term
from service.glossary import refusals
from service.glossary.concepts import Category, Concept, Termbase
from service.glossary.named import Body, Listed, Named, Place, Position
from service.language.positions import split_pattern

N = TypeVar("N", bound=Named)


class NameUnresolved(BienbanError):
    """No concept, or more than one, answers to a name on the day."""


class Names:
    """The names of one glossary version as of one day."""

    def __init__(self, termbase: Termbase, as_of: date) -> None:
        """Look at a termbase as of a day.

        Args:
            termbase: The concepts of one version.
            as_of: The day on which every name must be right.
        """
        self.as_of = as_of
        self._termbase = termbase

    def place(self, text: str) -> Place:
        """Resolve a place: "huyện Mèo Vạc, tỉnh Hà Giang", "河江省苗旺县", or its own name alone.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        return self._one(text, self._places(fold_term(text)), self._place_forms)

    def body(self, text: str) -> Body:
        """Resolve an institution, or a place that acts as a party.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        return self._one(text, list(self._bodies(fold_term(text))), self._body_forms)

    def position(self, text: str) -> Position:
        """Resolve a position: "Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅厅长".

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        return self._one(text, list(self._positions(fold_term(text))), lambda: self._position_forms(text))

    def listed(self, text: str, category: Category) -> Listed:
        """Resolve a name that stands in the termbase as a whole, such as a person's.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        index = self._listed_index(category)
        forms = [form for found in index.values() for one in found for form in _texts(one.name)]
        return self._one(text, index.get(fold_term(text), ()), lambda: forms)

    def country(self, side: Side) -> Listed:
        """The country of a side.

        Raises:
            NameUnresolved: The termbase has none.
        """
        for concept in self._termbase.of(Category.PLACE):
            if concept.side is side and concept.part_of is None:
                return Listed(concept)
        raise NameUnresolved(message("the glossary has no country of the side {side}", side=side.value))

    def concept(self, concept_id: str) -> Listed:
        """The concept with an id.

        Raises:
            NameUnresolved: The termbase does not hold it.
        """
        concept = self._termbase.by_id.get(concept_id)
        if concept is None:
            raise NameUnresolved(message("the glossary has no concept {id}", id=concept_id))
        return Listed(concept)

    def _one(self, text: str, found: Sequence[N], forms: Callable[[], list[str]]) -> N:
        valid = [named for named in found if not self._expired(named)]
        distinct = {tuple(c.concept_id for c in named.concepts): named for named in valid}
        if len(distinct) == 1:
            return valid[0]
        if distinct:
            raise NameUnresolved(refusals.ambiguous(text, map("+".join, distinct)))
        if found:
            expired = self._expired(found[0])[0]
            raise NameUnresolved(refusals.out_of_validity(text, expired, self.as_of, self._termbase))
        raise NameUnresolved(refusals.unknown(text, forms(), self._termbase))

    def _expired(self, named: Named) -> list[Concept]:
        return [concept for concept in named.concepts if not concept.validity.holds(self.as_of)]

    # Candidates. Every argument `folded` is fold_term() of what a record says.

    def _places(self, folded: str) -> Sequence[Place]:
        return self._place_index.get(folded, ())

    @cached_property
    def _place_index(self) -> Mapping[str, list[Place]]:
        index: dict[str, list[Place]] = defaultdict(list)
        for concept in self._termbase.of(Category.PLACE):
            place = Place(self._chain(concept))
            composed = (*_texts(place.full), *_texts(place.full_with_country))
            for form in dict.fromkeys(map(fold_term, (*_recognised(concept), *composed))):
                index[form].append(place)
        return index

    def _chain(self, concept: Concept) -> tuple[Concept, ...]:
        parts = [concept]
        while parts[-1].part_of is not None:
            parts.append(self._termbase.by_id[parts[-1].part_of])
        return tuple(parts)

    def _bodies(self, folded: str) -> Iterator[Body]:
        for institution in self._termbase.of(Category.INSTITUTION):
            for form in _recognised(institution):
                yield from self._bodies_of(institution, form, folded)
        yield from (Body(None, place) for place in self._places(folded))

    def _bodies_of(self, institution: Concept, form: str, folded: str) -> Iterator[Body]:
        ends = split_pattern(form)
        if ends is None:
            if fold_term(form) == folded:
                yield Body(institution, None)
            return
        before, after = map(fold_term, ends)
        middle = folded.removeprefix(before).removesuffix(after)
        if len(middle) + len(before) + len(after) != len(folded) or not folded.startswith(before):
            return
        for place in self._places(middle.strip()):
            if _fits(institution, place):
                yield Body(institution, place)

    def _positions(self, folded: str) -> Iterator[Position]:
        for title in self._termbase.of(Category.TITLE):
            for form in title.vi.recognised:
                start = fold_term(form) + " "
                if folded.startswith(start):
                    yield from self._held(title, folded.removeprefix(start))
            for form in self._zh_titles(title):
                if folded.endswith(form) and folded != form:
                    held = self._held(title, folded.removesuffix(form))
                    yield from (p for p in held if form in (p.post.zh, *title.zh.recognised))

    def _held(self, title: Concept, folded_body: str) -> Iterator[Position]:
        return self._held_in(title, self._bodies(folded_body))

    def _held_in(self, title: Concept, bodies: Iterable[Body]) -> Iterator[Position]:
        for body in bodies:
            kind = body.institution.institution_type if body.institution else None
            own = self._termbase.by_id[kind].titles.get(title.concept_id) if kind else None
            # A title that some types of institution take is held in no other type: an office has no Giám đốc.
            if own is not None or kind is None or not self._own_forms(title):
                yield Position(title, body, Pair(title.vi.preferred, own or title.zh.preferred))

    def _own_forms(self, title: Concept) -> list[str]:
        types = self._termbase.of(Category.INSTITUTION_TYPE)
        return [kind.titles[title.concept_id] for kind in types if title.concept_id in kind.titles]

    def _zh_titles(self, title: Concept) -> Iterable[str]:
        return dict.fromkeys((*title.zh.recognised, *self._own_forms(title)))

    def _listed_index(self, category: Category) -> Mapping[str, list[Listed]]:
        index: dict[str, list[Listed]] = defaultdict(list)
        for concept in self._termbase.of(category):
            for form in dict.fromkeys(map(fold_term, _recognised(concept))):
                index[form].append(Listed(concept))
        return index

    # Forms that a refusal can offer.

    def _place_forms(self) -> list[str]:
        places = (place for found in self._place_index.values() for place in found)
        return [form for place in places for form in (*_texts(place.name), *_texts(place.full))]

    def _body_forms(self) -> list[str]:
        return [form for body in self._known_bodies() for form in _texts(body.name)]

    def _known_bodies(self) -> list[Body]:
        bodies = [Body(None, place) for places in self._place_index.values() for place in places]
        for institution in self._termbase.of(Category.INSTITUTION):
            bodies += self._everywhere(institution)
        return [body for body in bodies if not self._expired(body)]

    def _everywhere(self, institution: Concept) -> list[Body]:
        if split_pattern(institution.vi.preferred) is None:
            return [Body(institution, None)]
        places = {p.chain[0].concept_id: p for found in self._place_index.values() for p in found}
        fits = (p for p in places.values() if _fits(institution, p))
        return [Body(institution, place) for place in fits]

    def _position_forms(self, text: str) -> list[str]:
        bodies, folded = self._known_bodies(), fold_term(text)
        held = [
            position
            for title in self._termbase.of(Category.TITLE)
            if folded.startswith(fold_term(title.vi.preferred)) or folded.endswith(title.zh.preferred)
            for position in self._held_in(title, bodies)
        ]
        return [form for position in held for form in _texts(position.name)] or self._body_forms()


def _fits(institution: Concept, place: Place) -> bool:
    return place.side is institution.side and place.chain[0].level == institution.level


def _recognised(concept: Concept) -> tuple[str, ...]:
    return (*concept.vi.recognised, *concept.zh.recognised)


def _texts(pair: Pair) -> tuple[str, ...]:
    return tuple(text for text in (pair.vi, pair.zh) if text)
