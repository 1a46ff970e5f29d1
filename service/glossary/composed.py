"""Candidates for composed names: every place, body and position that a text may name, on whatever day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.core.languages import Pair
from service.core.text import fold_term, tidy_term
from service.glossary.concepts import Category, Concept, Termbase, Terms
from service.glossary.named import Body, Place, Position, bare_name
from service.language.positions import PLACE, SHORT, split_pattern


@dataclass(frozen=True)
class _Form:
    """A form of an institution's name, folded, or tidy where it is read only as it is written.

    Attributes:
        institution: The institution.
        before: What stands before its place; all of it where none stands.
        after: What stands after its place; None where none stands.
        as_written: Case counts.
    """

    institution: Concept
    before: str
    after: str | None
    as_written: bool


def _form(institution: Concept, text: str, *, as_written: bool) -> _Form:
    spell = tidy_term if as_written else fold_term
    before, after = split_pattern(text) or (text, None)
    # A pattern ends in the space before its place: "Sở Ngoại vụ {place}".
    gap = " " if after is not None and before.endswith(" ") else ""
    return _Form(institution, spell(before) + gap, None if after is None else spell(after), as_written)


class ComposedNames:
    """Reads composed names of one termbase. Every argument `text` is tidy_term() of what a record says."""

    def __init__(self, termbase: Termbase) -> None:
        """Look at a termbase."""
        self._termbase = termbase

    def places(self, text: str) -> Sequence[Place]:
        """Places with this name, alone or with the places they lie in."""
        return self._place_index.get(text.casefold(), ())

    @cached_property
    def _place_index(self) -> Mapping[str, list[Place]]:
        index: dict[str, list[Place]] = defaultdict(list)
        for concept in self._termbase.of(Category.PLACE):
            place = Place(self._chain(concept))
            composed = (*_texts(place.full), *_texts(place.full_with_country))
            own = (*concept.vi.recognised, *concept.zh.recognised)
            for form in dict.fromkeys(map(fold_term, (*own, *composed))):
                index[form].append(place)
        return index

    def _chain(self, concept: Concept) -> tuple[Concept, ...]:
        parts = [concept]
        while parts[-1].part_of is not None:
            parts.append(self._termbase.by_id[parts[-1].part_of])
        return tuple(parts)

    @cached_property
    def _all_places(self) -> list[Place]:
        places = (place for found in self._place_index.values() for place in found)
        return list({place.chain[0].concept_id: place for place in places}.values())

    def bodies(self, text: str) -> Iterator[Body]:
        """Institutions with this name, with or without their place; places that act as a party."""
        for form in self._right_forms:
            yield from self._bodies_of(form, text)
        yield from (Body(None, place) for place in largest(self.places(text)))

    @cached_property
    def _right_forms(self) -> list["_Form"]:
        forms: list[_Form] = []
        for institution in self._termbase.of(Category.INSTITUTION):
            for terms in (institution.vi, institution.zh):
                forms += (_form(institution, text, as_written=False) for text in terms.recognised)
                forms += (_form(institution, text, as_written=True) for text in terms.abbreviations)
                if _has_bare_name(institution):
                    forms.append(_form(institution, bare_name(terms), as_written=False))
        return forms

    @cached_property
    def _wrong_forms(self) -> list["_Form"]:
        return [
            _form(institution, text, as_written=False)
            for institution in self._termbase.of(Category.INSTITUTION)
            for text in (*institution.vi.deprecated, *institution.zh.deprecated)
            if split_pattern(text) is not None
        ]

    def wrong_bodies(self, text: str) -> Iterator[tuple[str, Body]]:
        """Forbidden forms of institutions at a place that a text is, or names after or before a title."""
        for wrong in dict.fromkeys(self._body_texts(text)):
            for form in self._wrong_forms:
                yield from ((wrong, body) for body in self._bodies_of(form, wrong))

    def _body_texts(self, text: str) -> Iterator[str]:
        yield text
        for title in self._termbase.of(Category.TITLE):
            yield from _after_title(title.vi, text)
            yield from (text.removesuffix(form) for form in self._zh_titles(title))

    def _bodies_of(self, form: "_Form", text: str) -> Iterator[Body]:
        spelled = text if form.as_written else text.casefold()
        if form.after is None:
            if spelled == form.before:
                yield Body(form.institution, None)
            return
        if not (spelled.startswith(form.before) and spelled.endswith(form.after)):
            return
        if len(spelled) <= len(form.before) + len(form.after):
            return
        middle = spelled[len(form.before) : len(spelled) - len(form.after)]
        for place in self.places(middle.strip()):
            if _fits(form.institution, place):
                yield Body(form.institution, place)

    def positions(self, text: str) -> Iterator[Position]:
        """Titles held in bodies, and titles that are a position alone, with this name."""
        folded = text.casefold()
        for title in self._termbase.of(Category.TITLE):
            if title.whole:
                if folded in map(fold_term, (*title.vi.recognised, *title.zh.recognised)):
                    yield _alone(title)
                continue
            for body_text in _after_title(title.vi, text):
                yield from self._held(title, self.bodies(body_text))
            for form in self._zh_titles(title):
                if folded.endswith(form) and folded != form:
                    held = self._held(title, self.bodies(text.removesuffix(form)))
                    yield from (p for p in held if form in (p.post.zh, *title.zh.recognised))

    def positions_like(self, text: str, bodies: Iterable[Body]) -> list[Position]:
        """Positions in some bodies, of the titles that a text begins (vi) or ends (zh) with."""
        folded, known = fold_term(text), list(bodies)
        return [
            position
            for title in self._termbase.of(Category.TITLE)
            if folded.startswith(fold_term(title.vi.preferred)) or folded.endswith(title.zh.preferred)
            for position in ([_alone(title)] if title.whole else self._held(title, known))
        ]

    def _held(self, title: Concept, bodies: Iterable[Body]) -> Iterator[Position]:
        """A title in those of some bodies that have it: an office of a type without it has no Giám đốc."""
        for body in bodies:
            if body.institution is None or title.levels:
                if body.place is not None and body.institution is None and self._heads(title, body.place):
                    yield Position(title, body, _pair(title))
                continue
            kind = body.institution.institution_type
            own = self._termbase.by_id[kind].titles.get(title.concept_id) if kind else None
            if own is not None or not self._own_forms(title):
                yield Position(title, body, Pair(title.vi.preferred, own or title.zh.preferred))

    def _heads(self, title: Concept, place: Place) -> bool:
        """Whether a title is held at a place itself: Tỉnh trưởng, or lãnh đạo, but no Giám đốc."""
        if not title.levels:
            return not title.whole and not self._own_forms(title)
        return place.chain[0].level in title.levels and title.side in (None, place.side)

    def _own_forms(self, title: Concept) -> list[str]:
        return self._titles_of_types.get(title.concept_id, [])

    @cached_property
    def _titles_of_types(self) -> Mapping[str, list[str]]:
        forms: dict[str, list[str]] = defaultdict(list)
        for kind in self._termbase.of(Category.INSTITUTION_TYPE):
            for title_id, form in kind.titles.items():
                forms[title_id].append(form)
        return forms

    def _zh_titles(self, title: Concept) -> Iterable[str]:
        return dict.fromkeys((*title.zh.recognised, *self._own_forms(title)))

    # Forms that a refusal can offer.

    def place_forms(self) -> list[str]:
        """The names of every place, alone and in full."""
        return [form for place in self._all_places for form in (*_texts(place.name), *_texts(place.full))]

    def known_bodies(self) -> list[Body]:
        """Every body, each institution at each place that has one."""
        bodies = [Body(None, place) for place in self._all_places]
        for institution in self._termbase.of(Category.INSTITUTION):
            bodies += self._everywhere(institution)
        return bodies

    def _everywhere(self, institution: Concept) -> list[Body]:
        if split_pattern(institution.vi.preferred) is None:
            return [Body(institution, None)]
        return [Body(institution, place) for place in self._all_places if _fits(institution, place)]


def largest(places: Sequence[Place]) -> list[Place]:
    """Leave out places that lie in another of them: Hà Giang alone is the province, not its city."""
    ids = {place.chain[0].concept_id for place in places}
    return [place for place in places if not ids & {part.concept_id for part in place.chain[1:]}]


def _after_title(terms: Terms, text: str) -> Iterator[str]:
    """What a Vietnamese text says after a title; the end of Trưởng ban may begin its body, Ban Tổ chức."""
    spellings = [(form, fold_term(text)) for form in terms.recognised]
    spellings += [(form, text) for form in terms.abbreviations]
    for form, spelled in spellings:
        start = (fold_term(form) if form in terms.recognised else form) + " "
        if len(spelled) == len(text) and spelled.startswith(start):
            yield text[len(start) :]
            words = form.split(" ")
            for count in range(1, len(words)):
                yield f"{' '.join(words[count:])} {text[len(start) :]}"


def _has_bare_name(institution: Concept) -> bool:
    """Whether its name without a place says what it is in both languages: Sở Ngoại vụ, not 委."""
    return all(
        SHORT not in terms.preferred or terms.short is not None
        for terms in (institution.vi, institution.zh)
        if PLACE in terms.preferred or SHORT in terms.preferred
    )


def _fits(institution: Concept, place: Place) -> bool:
    if place.chain[0].level not in institution.levels:
        return False
    if place.is_level_word:
        if institution.vi.short is not None:  # its short form is its name without a place: Tỉnh ủy, 省委
            return False
        return place.side in (None, institution.side) or institution.side is None
    return place.side is not None and institution.side in (None, place.side)


def _alone(title: Concept) -> Position:
    return Position(title, None, _pair(title))


def _pair(title: Concept) -> Pair:
    return Pair(title.vi.preferred, title.zh.preferred)


def _texts(pair: Pair) -> tuple[str, ...]:
    return tuple(text for text in (pair.vi, pair.zh) if text)
