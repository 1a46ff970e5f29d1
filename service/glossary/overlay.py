"""The termbase of one office: everybody's concepts, and the office's own, which win."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.core.languages import Language
from service.glossary.concepts import Category, Concept, Termbase

_LINKS = ("successor", "part_of", "capital", "institution_type")


def termbase_of(national: Iterable[Concept], own: Iterable[Concept], version: str) -> Termbase:
    """Lay an office's concepts over the national ones.

    An own concept takes the place of a national one of the same category that has the same preferred name in
    either language while both are valid; what the national one was a part of goes on with the own one. A link
    to what is not in force is left out.
    """
    added = list(own)
    kept = list(national)
    taken = _replaced(kept, added)
    concepts = [concept for concept in kept if concept.concept_id not in taken] + added
    known = {concept.concept_id for concept in concepts}
    return Termbase(tuple(_linked(concept, known, taken) for concept in concepts), version)


def _replaced(national: list[Concept], own: list[Concept]) -> dict[str, str]:
    """The own concept that takes the place of a national one, by id."""
    by_name: dict[tuple[Category, Language, str], list[Concept]] = {}
    for concept in own:
        for name in _names(concept):
            by_name.setdefault(name, []).append(concept)
    taken: dict[str, str] = {}
    for concept in national if by_name else ():
        for name in _names(concept):
            for mine in by_name.get(name, ()):
                if mine.validity.overlaps(concept.validity):
                    taken[concept.concept_id] = mine.concept_id
    return taken


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
