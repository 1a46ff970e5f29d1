"""What a name of one day is called on a later one: the same, its successor, or nothing."""

from dataclasses import dataclass, replace
from datetime import date

from service.glossary.concepts import Concept, Termbase
from service.glossary.named import Body, Place, Position, Posts


@dataclass(frozen=True)
class Succession:
    """Follows successors in one termbase to a later day."""

    termbase: Termbase
    day: date

    def concept(self, concept: Concept) -> Concept | None:
        """The concept where it is right on the day, else its first successor that is; None without one."""
        seen: set[str] = set()
        while not concept.validity.holds(self.day):
            if concept.successor is None or concept.concept_id in seen:
                return None
            seen.add(concept.concept_id)
            concept = self.termbase.by_id[concept.successor]
        return concept

    def place(self, place: Place) -> Place | None:
        """A place on the day, with what it lies in then."""
        first = self.concept(place.chain[0])
        if first is None:
            return None
        chain = [first]
        while chain[-1].part_of is not None:
            outer = self.concept(self.termbase.by_id[chain[-1].part_of])
            if outer is None:
                return None
            chain.append(outer)
        return Place(tuple(chain))

    def body(self, body: Body) -> Body | None:
        """A body on the day: its institution, at its place; None where that place has none."""
        institution = self.concept(body.institution) if body.institution else None
        place = self.place(body.place) if body.place else None
        if (body.institution and institution is None) or (body.place and place is None):
            return None
        # The districts of 2025 went into provinces, their offices did not become those of the province.
        if body.place and place and body.place.chain[0].level != place.chain[0].level:
            return None
        return Body(institution, place)

    def position(self, position: Position) -> Position | None:
        """The same title in the body of the day."""
        title = self.concept(position.title)
        body = self.body(position.body) if position.body else None
        if title is None or (position.body is not None and body is None):
            return None
        return replace(position, title=title, body=body)

    def posts(self, posts: Posts) -> Posts | None:
        """All positions of a person; None where one of them has ceased to be."""
        found = [self.position(one) for one in posts.positions]
        held = tuple(one for one in found if one is not None)
        return Posts(held) if len(held) == len(found) else None
