"""Names resolved as of a day: places, bodies, positions, people and whatever else the termbase lists."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from service.core.languages import Pair, Side
from service.core.message import BienbanError, message
from service.core.text import fold_term, tidy_term
from service.glossary import refusals
from service.glossary.composed import ComposedNames, largest
from service.glossary.concepts import Category, Concept, Termbase
from service.glossary.listed import ListedNames
from service.glossary.named import Body, Listed, Named, Numbered, Place, Position, Posts

N = TypeVar("N", bound=Named)
_LIST_MARKS = ("、", ", ", "，", ";", "；")


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
        self._composed = ComposedNames(termbase)
        self._listed = ListedNames(termbase)

    def place(self, text: str) -> Place:
        """Resolve a place: "huyện Mèo Vạc, tỉnh Hà Giang", "河江省苗旺县", or its own name alone.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        found = largest(self._composed.places(tidy_term(text)))
        return self._one(text, found, self._composed.place_forms)

    def body(self, text: str) -> Body:
        """Resolve an institution, or a place that acts as a party.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """

        def forms() -> list[str]:
            return [form for body in self._bodies() for form in _texts(body.name)]

        return self._one(text, list(self._composed.bodies(tidy_term(text))), forms)

    def position(self, text: str) -> Position:
        """Resolve a position: "Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅厅长".

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """

        def forms() -> list[str]:
            held = self._valid(self._composed.positions_like(text, self._bodies()))
            found = [form for position in held for form in _texts(position.name)]
            return found or [form for body in self._bodies() for form in _texts(body.name)]

        return self._one(text, list(self._composed.positions(tidy_term(text))), forms)

    def posts(self, text: str) -> Posts:
        """Resolve the positions of one person: one, or several in a list (越共中央委员、河江省委书记).

        Raises:
            NameUnresolved: A position is unknown, not valid on the day, or has more than one answer.
        """
        for mark in _LIST_MARKS:
            parts = text.split(mark)
            found = self._in_list(parts, mark) if len(parts) > 1 else None
            if found is not None:
                return Posts(found)
        return Posts((self.position(text),))

    def _in_list(self, parts: Sequence[str], mark: str) -> tuple[Position, ...] | None:
        """The positions in a list; the comma inside a place's name parts none."""
        if not parts:
            return ()
        for end in range(len(parts), 0, -1):
            text = mark.join(parts[:end]).strip()
            if next(self._composed.positions(tidy_term(text)), None) is None:
                continue
            rest = self._in_list(parts[end:], mark)
            if rest is not None:
                return (self.position(text), *rest)
        return None

    def listed(self, text: str, category: Category) -> Listed:
        """Resolve a name that stands in the termbase as a whole, such as a person's, or with numbers in it.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        found = self._listed.find(text, category)
        return self._one(text, found, lambda: self._listed.forms(category))

    def person(self, text: str) -> Listed:
        """Resolve a person's name; `listed` says what is raised, here and below."""
        return self.listed(text, Category.PERSON)

    def gate(self, text: str) -> Listed:
        """Resolve a border gate, a pair of gates or a passage."""
        return self.listed(text, Category.GATE)

    def mechanism(self, text: str) -> Listed:
        """Resolve a standing mechanism."""
        return self.listed(text, Category.MECHANISM)

    def session(self, text: str) -> Numbered:
        """Resolve a session of a mechanism: Phiên họp lần thứ 9 Nhóm Công tác liên hợp.

        Raises:
            NameUnresolved: Unknown, not valid on the day, or more than one answer.
        """
        return self._one(text, self._listed.sessions(text), lambda: self._listed.forms(Category.MECHANISM))

    def document(self, text: str) -> Listed:
        """Resolve a document, or the minutes of a session."""
        return self.listed(text, Category.DOCUMENT)

    def formula(self, text: str) -> Listed:
        """Resolve a set phrase; what its writer fills in may stand as `…`."""
        return self.listed(text, Category.FORMULA)

    def country(self, side: Side) -> Listed:
        """The country of a side.

        Raises:
            NameUnresolved: The termbase has none.
        """
        for concept in self._termbase.of(Category.PLACE):
            if concept.side is side and concept.level == "country":
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
        valid = self._valid(found)
        folded = fold_term(text)
        valid = [one for one in valid if folded in map(fold_term, _texts(one.name))] or valid
        distinct = {tuple(c.concept_id for c in named.concepts): named for named in valid}
        # Two bodies that are called alike in both languages (Tỉnh ủy, 省委) are no question of names.
        if len({named.name for named in distinct.values()}) == 1:
            return valid[0]
        if distinct:
            raise NameUnresolved(refusals.ambiguous(text, map("+".join, distinct)))
        if found:
            expired = self._expired(found[0])[0]
            raise NameUnresolved(refusals.out_of_validity(text, expired, self.as_of, self._termbase))
        wrong = self._wrong_body(text)
        if wrong is not None:
            raise NameUnresolved(refusals.wrong_form(*wrong))
        raise NameUnresolved(refusals.unknown(text, forms(), self._termbase))

    def _wrong_body(self, text: str) -> tuple[str, str] | None:
        """A forbidden form of a body at its place, and the right one: 河江省人民政府, 河江省人民委员会."""
        for wrong, body in self._composed.wrong_bodies(tidy_term(text)):
            if not self._expired(body):
                name = body.name
                right = name.zh if any(character >= "\u4e00" for character in wrong) else name.vi
                return wrong, right or ""
        return None

    def _bodies(self) -> list[Body]:
        return self._valid(self._composed.known_bodies())

    def _valid(self, found: Sequence[N]) -> list[N]:
        return [named for named in found if not self._expired(named)]

    def _expired(self, named: Named) -> list[Concept]:
        return [concept for concept in named.concepts if not concept.validity.holds(self.as_of)]


def _texts(pair: Pair) -> tuple[str, ...]:
    return tuple(text for text in (pair.vi, pair.zh) if text)
