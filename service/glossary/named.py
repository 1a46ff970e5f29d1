"""What a name resolves to: a place, a body, a position, a listed concept, each in both languages."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from service.core.languages import Language, Pair, Side
from service.glossary.concepts import Category, Concept, Terms
from service.language.patterns import fill_numbers
from service.language.positions import compose_place, compose_position, fill_pattern, keep_together
from service.language.titles import keep_names


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

    def text(self, language: Language, side: Side | None = None) -> str:
        """Its name in the texts of a side: 中越友好协会 or 越中友好协会."""
        return self.concept.terms(language, side).preferred


@dataclass(frozen=True)
class Numbered(Listed):
    """A name with numbers in it: the ninth session of a mechanism, marker 172, the minutes of a session.

    Attributes:
        vi: The pattern's Vietnamese forms.
        zh: The pattern's Chinese forms.
        values: Slot to value.
        session: Of the paper of a session: that session.
    """

    vi: Terms
    zh: Terms
    values: Mapping[str, str]
    session: "Numbered | None" = None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concept itself, and that of its session."""
        return (self.concept, *(self.session.concepts if self.session else ()))

    @property
    def name(self) -> Pair:
        """The name with its numbers: Phiên họp lần thứ 9 Nhóm Công tác liên hợp, 联合工作组第九次会议."""
        return _in_both(self.text)

    def text(self, language: Language, side: Side | None = None) -> str:
        """The name in the texts of a side."""
        pattern = (self.vi if language is Language.VI else self.zh).of_side(side).preferred
        values = dict(self.values)
        if self.session is not None:
            values["session"] = self.session.text(language, side)
        return fill_numbers(pattern, values, language)


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
    def is_level_word(self) -> bool:
        """Whether it is the word for a level, which names no place of its own: tỉnh, 省."""
        return self.chain[0].is_level_word

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
        """The same with the words of each name in it kept on one line, for titles."""
        written = _in_both(lambda language: self._write(language, keep_together))
        return written if self.place else Pair(keep_names(written.vi or ""), written.zh)

    def _write(self, language: Language, keep: Callable[[str], str]) -> str:
        if self.place is None:
            assert self.institution is not None  # noqa: S101 - a body has an institution or a place
            return bare_name(self.institution.terms(language))
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
        body: Where it is held; None for a title that names its body itself.
        post: The title alone: Giám đốc, 厅长; the Chinese depends on the type of the body.
    """

    title: Concept
    body: Body | None
    post: Pair

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The title, then the body's concepts."""
        return (self.title, *(self.body.concepts if self.body else ()))

    @property
    def name(self) -> Pair:
        """The composed position: Giám đốc Sở Ngoại vụ tỉnh Hà Giang, 河江省外事厅厅长."""
        body = self.body
        if body is None:
            return self.post

        def compose(language: Language) -> str:
            return compose_position(self.post.text(language) or "", body.name.text(language) or "", language)

        return _in_both(compose)


@dataclass(frozen=True)
class Posts:
    """The positions that one person holds, in their order: 越共中央委员、河江省委书记."""

    positions: tuple[Position, ...]

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts of all of them."""
        return tuple(concept for position in self.positions for concept in position.concepts)

    @property
    def name(self) -> Pair:
        """All of them in a list."""
        vi, zh = zip(*((one.name.vi or "", one.name.zh or "") for one in self.positions), strict=True)
        return Pair(", ".join(vi), "、".join(zh))

    @property
    def post(self) -> Pair:
        """The title alone of the last, by which the person acts for this party."""
        return self.positions[-1].post


def bare_name(terms: Terms) -> str:
    """An institution's name without its place: Sở Ngoại vụ, 外事厅."""
    return terms.short or fill_pattern(terms.preferred, place="", short="").strip()


def names_to_search(concept: Concept, language: Language) -> Iterator[str]:
    """By what a concept is found: its preferred name, without the place, and the short one."""
    terms = concept.terms(language)
    named = bare_name(terms) if concept.category is Category.INSTITUTION else terms.preferred
    yield from (name for name in (named, terms.short) if name and "{" not in name)


def preferred(concept: Concept) -> Pair:
    """The preferred terms of a concept."""
    return Pair(concept.vi.preferred, concept.zh.preferred)


def _in_both(write: Callable[[Language], str]) -> Pair:
    return Pair(write(Language.VI), write(Language.ZH))
