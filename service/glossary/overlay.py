"""The termbase of one office: everybody's concepts, and the office's own, which win."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from service.core.languages import Language
from service.glossary.concepts import Category, Concept, Termbase

_LINKS = ("successor", "part_of", "capital", "institution_type")


def termbase_of(national: Iterable[Concept], own: Iterable[Concept], version: str) -> Termbase:
    """Lay an office's concepts over the national ones; for many offices, keep an `Everybody`."""
    return Everybody(national).termbase(list(own), version)


class Everybody:
    """The national concepts, looked through once for all offices."""

    def __init__(self, national: Iterable[Concept]) -> None:
        """Hold them; a link to what is not in force is left out."""
        held = list(national)
        self._known = {concept.concept_id for concept in held}
        self._concepts = [_linked(concept, self._known, {}) for concept in held]

    def termbase(self, own: Sequence[Concept], version: str) -> Termbase:
        """Lay an office's concepts over them.

        An own concept takes the place of a national one of the same category that has the same preferred name
        in either language while both are valid; what the national one was a part of goes on with the own one.
        """
        taken = self._replaced(own)
        known = (self._known - taken.keys()) | {concept.concept_id for concept in own}
        led = {one.concept_id for wanted in taken for one in self._leading_to.get(wanted, ())}
        national = (concept for concept in self._concepts if concept.concept_id not in taken)
        concepts = [_linked(one, known, taken) if one.concept_id in led else one for one in national]
        concepts += [_linked(concept, known, taken) for concept in own]
        return Termbase(tuple(concepts), version)

    def _replaced(self, own: Sequence[Concept]) -> dict[str, str]:
        """The own concept that takes the place of a national one, by id."""
        return {
            concept.concept_id: mine.concept_id
            for names in zip(
                *map(_names, own), strict=True
            )  # who shares the Chinese name goes last, and wins
            for mine, name in zip(own, names, strict=True)
            for concept in self._by_name.get(name, ())
            if mine.validity.overlaps(concept.validity)
        }

    @cached_property
    def _by_name(self) -> Mapping[tuple[Category, Language, str], list[Concept]]:
        found: dict[tuple[Category, Language, str], list[Concept]] = defaultdict(list)
        for concept in self._concepts:
            for name in _names(concept):
                found[name].append(concept)
        return found

    @cached_property
    def _leading_to(self) -> Mapping[str, list[Concept]]:
        """Concepts that name another one, by its id."""
        found: dict[str, list[Concept]] = defaultdict(list)
        for concept in self._concepts:
            for wanted in {*(getattr(concept, link) for link in _LINKS), *concept.titles} - {None}:
                found[wanted].append(concept)
        return found


def _names(concept: Concept) -> list[tuple[Category, Language, str]]:
    return [(concept.category, language, name) for language, name in concept.folded_names]


def _linked(concept: Concept, known: set[str], taken: Mapping[str, str]) -> Concept:
    """A concept whose links lead to what is in force."""
    changed: dict[str, object] = {}
    for link in _LINKS:
        wanted = getattr(concept, link)
        if wanted is not None and wanted not in known:
            changed[link] = taken.get(wanted)
    if any(title not in known for title in concept.titles):
        followed = {taken.get(title, title): form for title, form in concept.titles.items()}
        changed["titles"] = {title: form for title, form in followed.items() if title in known}
    return replace(concept, **changed) if changed else concept  # type: ignore[arg-type]
