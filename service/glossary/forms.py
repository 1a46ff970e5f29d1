"""Every written form of a concept, for search and for finding duplicates."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.languages import Language
from service.glossary.concepts import Concept, Terms
from service.glossary.vocabulary import Status


class Form(NamedTuple):
    """One written form.

    Attributes:
        language: Whose it is.
        text: As the glossary writes it, slots included.
        status: What it is to its concept.
        reading: Its pinyin, where a person gave one.
    """

    language: Language
    text: str
    status: Status
    reading: str | None


def forms_of(concept: Concept) -> list[Form]:
    """Every form, each once, the preferred ones first."""
    found: dict[tuple[Language, str], Form] = {}
    for language in Language:
        terms = concept.terms(language)
        for text, status in _of_terms(terms):
            reading = terms.reading if text == terms.preferred else None
            found.setdefault((language, text), Form(language, text, status, reading))
        for session in concept.sessions:
            for text, status in _of_terms(session.terms(language)):
                found.setdefault((language, text), Form(language, text, status, None))
    for text in concept.titles.values():  # a type of institution is also found by what its head is called
        found.setdefault((Language.ZH, text), Form(Language.ZH, text, Status.SEARCH, None))
    return sorted(found.values(), key=lambda form: form.status is not Status.PREFERRED)


def _of_terms(terms: Terms) -> Iterator[tuple[str, Status]]:
    yield terms.preferred, Status.PREFERRED
    yield from ((form, Status.PREFERRED) for form in terms.sides.values())
    yield from ((form, Status.ADMITTED) for form in terms.recognised)
    yield from ((form, Status.ABBREVIATION) for form in terms.abbreviations)
    yield from ((form, Status.SEARCH) for form in terms.search)
    yield from ((form, Status.DEPRECATED) for form in terms.deprecated)
