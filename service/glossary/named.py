"""What a name resolves to: a place, a body, a position, a listed concept, each in both languages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from service.core.languages import Language, Pair, Side
from service.glossary.concepts import Concept
from service.language.positions import compose_place, compose_position, fill_pattern, keep_together


class Named(Protocol):
    """Anything a name resolves to."""

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were used, the one that was named first."""
        ...

    @property
    def name(self) -> Pair:
        """The name in both languages."""
        ...


@dataclass(frozen=True)
class Listed:
    """A concept whose whole name stands in the termbase, such as a person."""

    concept: Concept

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concept itself."""
        return (self.concept,)

    @property
    def name(self) -> Pair:
        """Its preferred terms."""
        return preferred(self.concept)


@dataclass(frozen=True)
class Place:
    """A place with the places it lies in, smallest first, its country last."""

    chain: tuple[Concept, ...]

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The place and what it lies in."""
        return self.chain

    @property
    def side(self) -> Side | None:
        """The side in whose country the place lies; None outside both."""
        return self.chain[-1].side

    @property
    def name(self) -> Pair:
        """The place alone: tỉnh Hà Giang, 河江省."""
        return preferred(self.chain[0])

    @property
    def short(self) -> Pair:
        """Its name without the word for its level: Hà Giang, 河江."""
        vi, zh = self.chain[0].vi, self.chain[0].zh
        return Pair(vi.short or vi.preferred, zh.short or zh.preferred)

    @property
    def full(self) -> Pair:
        """The place and what it lies in, without the country: huyện Mèo Vạc, tỉnh Hà Giang; 河江省苗旺县."""
        return _in_both(lambda language: self._compose(self.chain[:-1] or self.chain, language))

    @property
    def full_with_country(self) -> Pair:
        """The same with its country: huyện Mèo Vạc, tỉnh Hà Giang, Việt Nam; 越南河江省苗旺县."""
        return _in_both(lambda language: self._compose(self.chain, language))

    @property
    def country(self) -> Pair:
        """The country's name: Việt Nam, 越南."""
        return preferred(self.chain[-1])

    @staticmethod
    def _compose(parts: tuple[Concept, ...], language: Language) -> str:
        return compose_place([part.terms(language).preferred for part in parts], language)


@dataclass(frozen=True)
class Body:
    """An institution, with its place where its name has one; or a place that acts as a party."""

    institution: Concept | None
    place: Place | None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The institution, then its place."""
        own = (self.institution,) if self.institution else ()
        return own + (self.place.concepts if self.place else ())

    @property
    def name(self) -> Pair:
        """Its composed name: Sở Ngoại vụ tỉnh Hà Giang, 河江省外事厅."""
        return _in_both(lambda language: self._write(language, lambda text: text))

    @property
    def title_name(self) -> Pair:
        """The same with the words of its place kept on one line, for titles."""
        return _in_both(lambda language: self._write(language, keep_together))

    def _write(self, language: Language, keep: Callable[[str], str]) -> str:
        if self.place is None:
            assert self.institution is not None  # noqa: S101 - a body has an institution or a place
            return self.institution.terms(language).preferred
        if self.institution is None:
            # 苗旺县 alone says little across the border: a place as a body is named with what it lies in.
            return keep(self.place.full.text(language) or "")
        place, short = (keep(pair.text(language) or "") for pair in (self.place.name, self.place.short))
        return fill_pattern(self.institution.terms(language).preferred, place=place, short=short)


@dataclass(frozen=True)
class Position:
    """A title held in a body.

    Attributes:
        title: The title's concept.
        body: Where it is held.
        post: The title alone: Giám đốc, 厅长; the Chinese depends on the type of the body.
    """

    title: Concept
    body: Body
    post: Pair

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The title, then the body's concepts."""
        return (self.title, *self.body.concepts)

    @property
    def name(self) -> Pair:
        """The composed position: Giám đốc Sở Ngoại vụ tỉnh Hà Giang, 河江省外事厅厅长."""

        def compose(language: Language) -> str:
            return compose_position(
                self.post.text(language) or "", self.body.name.text(language) or "", language
            )

        return _in_both(compose)


def preferred(concept: Concept) -> Pair:
    """The preferred terms of a concept."""
    return Pair(concept.vi.preferred, concept.zh.preferred)


def _in_both(write: Callable[[Language], str]) -> Pair:
    return Pair(write(Language.VI), write(Language.ZH))
