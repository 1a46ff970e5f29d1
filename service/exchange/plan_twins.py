"""Concepts that one name would mean twice: on the same days, or to an eye that sees no difference."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from service.core.text import fold_term
from service.exchange.termbase_rules import twin_key
from service.glossary.concepts import Concept

# Letters of other scripts that look like Latin ones, as names are mistyped or forged.
_LOOKALIKE = str.maketrans(
    "авекмнорстухіјѕԁһԛԝαβεικνοτυρχɑɡıǀ",
    "abekmhopctyxijsdhqwabeikvotupxagil",
)


def find_twins(concepts: Iterable[Concept]) -> dict[str, str]:
    """Find concepts with the same names, category, side and place on a common day.

    Returns:
        Id of each such concept to the id of one that it shares a day with.
    """
    alike: dict[tuple[object, ...], list[Concept]] = defaultdict(list)
    for concept in concepts:
        alike[twin_key(concept)].append(concept)
    twins: dict[str, str] = {}
    for same in alike.values():
        if len(same) > 1:
            twins |= _overlapping(same)
    return twins


def _overlapping(same: list[Concept]) -> dict[str, str]:
    """Walk the periods by their first day, beside the one of those before that lasts longest."""
    found: dict[str, str] = {}
    ordered = sorted(same, key=lambda one: one.validity.first or date.min)
    longest = ordered[0]
    for one in ordered[1:]:
        if one.validity.overlaps(longest.validity):
            found.setdefault(longest.concept_id, one.concept_id)
            found[one.concept_id] = longest.concept_id
        if _last(one) > _last(longest):
            longest = one
    return found


def _last(concept: Concept) -> date:
    return concept.validity.last or date.max


class Looks:
    """What the preferred terms of a glossary look like, to find a new one that is easily mistaken."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Hold how each preferred term looks."""
        self._terms: dict[str, list[tuple[str, Concept]]] = defaultdict(list)
        for concept in concepts:
            for text in (concept.vi.preferred, concept.zh.preferred):
                self._terms[look_of(text)].append((text, concept))

    def find_forged(self, concept: Concept) -> Mapping[str, str]:
        """Terms of a concept that look like another's and are not: term to the other's id."""
        return {
            text: other.concept_id
            for text in (concept.vi.preferred, concept.zh.preferred)
            for near, other in self._terms.get(look_of(text), ())[:8]
            if other.concept_id != concept.concept_id and fold_term(near) != fold_term(text)
        }

    def find_same(self, concept: Concept) -> Mapping[str, str]:
        """Terms of a concept that another of its category has too: term to the other's id."""
        return {
            text: other.concept_id
            for text in (concept.vi.preferred, concept.zh.preferred)
            for near, other in self._terms.get(look_of(text), ())[:8]
            if other.concept_id != concept.concept_id
            and other.category is concept.category
            and fold_term(near) == fold_term(text)
        }


def look_of(text: str) -> str:
    """What a term looks like: width, case, spacing and look-alike letters make no difference."""
    plain = unicodedata.normalize("NFKC", fold_term(text)).casefold()
    return unicodedata.normalize("NFC", plain.translate(_LOOKALIKE)).replace(" ", "")
