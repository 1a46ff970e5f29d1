"""Finding concepts: lists, searches, duplicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from service.actions.live import Snapshot
from service.actions.work import Work
from service.core.languages import Language
from service.glossary import index
from service.glossary.concepts import Collection, Concept
from service.glossary.life import State
from service.glossary.listing import Duplicate, Filters, Page, Place, Wanted
from service.glossary.named import names_to_search
from service.glossary.pinyin import is_han
from service.glossary.queries import Sort, read_query
from service.glossary.store.likeness import find_duplicates

_MOST_OFFERED = 5


@dataclass(frozen=True)
class Listing:
    """What a person asks a list for; an empty field narrows nothing.

    Attributes:
        text: What was typed.
        categories: Of the concepts.
        states: Of what is in force, or of what is being worked on.
        confidences: How far the pair of names can be trusted.
        collection: Everybody's concepts, or the office's own.
        place: Concepts that are this place or lie in it.
        valid_on: A day on which the names are right.
        sort: The order; None: by match where something was typed, else Vietnamese.
        after: Where the page before ended.
        most: How many concepts a page has.
    """

    text: str = ""
    categories: Sequence[str] = ()
    states: Sequence[State] = ()
    confidences: Sequence[str] = ()
    collection: Collection | None = None
    place: str | None = None
    valid_on: date | None = None
    sort: Sort | None = None
    after: Place | None = None
    most: int = 50

    @property
    def order(self) -> Sort:
        """The order that the list comes in."""
        if self.sort is not None and (self.text or self.sort is not Sort.MATCH):
            return self.sort
        return Sort.MATCH if self.text else Sort.VI


def list_concepts(work: Work, listing: Listing) -> Page:
    """One page of the concepts in the person's sight."""
    query = read_query(listing.text) if listing.text else None
    if listing.text and query is None:
        return Page([], None)
    filters = Filters(
        offices_of(work, listing.collection),
        listing.categories,
        listing.states,
        listing.confidences,
        listing.place,
        listing.valid_on,
    )
    return index.list_concepts(
        work.session, filters, Wanted(query, listing.order, listing.after, listing.most)
    )


def offices_of(work: Work, collection: Collection | None) -> Sequence[int]:
    """Whose entries of a collection are in the person's sight."""
    national, own = work.actor.sight
    if collection is None:
        return work.actor.sight
    return (national,) if collection is Collection.NATIONAL else (own,)


def suggest(text: str, snapshot: Snapshot, day: date) -> list[str]:
    """Names that a search can be tried with, where it has found nothing.

    Args:
        text: What was typed.
        snapshot: The glossary.
        day: On which names must be right.

    Returns:
        The names that a composed one is made of (Sở Ngoại vụ tỉnh Hà Giang), and those near to it.
    """
    language = Language.ZH if any(map(is_han, text)) else Language.VI
    parts = [
        name
        for found in snapshot.annotator(language).find(text, day)
        for concept_id in found.concepts
        for name in islice(names_to_search(snapshot.termbase.by_id[concept_id], language), 1)
    ]
    return list(dict.fromkeys((*parts, *snapshot.offered.find_near(text))))[:_MOST_OFFERED]


def duplicates(work: Work, concept: Concept) -> list[Duplicate]:
    """Terms in the person's sight that are much like those of a concept to be saved."""
    return find_duplicates(work.session, concept, work.actor.sight)
