"""What concepts of a termbase must keep among themselves; each breach with file, line and key."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from service.core.languages import Language
from service.core.message import Message, message
from service.core.text import fold_term
from service.glossary.concepts import Category, Concept, Confidence, Terms
from service.language.patterns import NUMBER_SLOTS, WORD_SLOTS, slots

_SLOTS = frozenset((*NUMBER_SLOTS, *WORD_SLOTS))
# Slots that answer each other in the two languages.
_ALIKE = {"short": "place", "roman": "n"}


@dataclass(frozen=True)
class Entry:
    """A concept with the place where it is written.

    Attributes:
        concept: The concept.
        place: Says where something stands that the concept says: its steps (`"zh", "preferred"`) to file,
            line and key.
    """

    concept: Concept
    place: Callable[..., str]


class Standing:
    """Concepts that stand together, so that each can be held against the others."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Hold concepts by their ids; for thousands of them, each circle is walked once."""
        self.concepts = concepts
        self.lies_in_itself = _circle(concepts, "part_of")
        self.succeeds_itself = _circle(concepts, "successor")


def find_problems(entries: Sequence[Entry]) -> Iterator[Message]:
    """Find what contradicts itself, in the order of the files; what stands twice first."""
    concepts: dict[str, Concept] = {}
    for entry in entries:
        own = entry.concept.concept_id
        if own in concepts:
            yield message("{place}: {id} stands twice", place=entry.place("id"), id=own)
        concepts[own] = entry.concept
    standing = Standing(concepts)
    for entry in entries:
        yield from find_own_problems(entry, standing)
    yield from _twins(entries)


def find_own_problems(entry: Entry, standing: Standing) -> Iterator[Message]:
    """Find what is wrong with one concept, but for others that have the same names."""
    yield from _references(entry, standing.concepts)
    yield from _circles(entry, standing)
    yield from _validity(entry)
    yield from _evidence(entry)
    yield from _terms(entry)


def twin_key(concept: Concept) -> tuple[object, ...]:
    """What two concepts share that one pair of names would mean on one day."""
    names = (fold_term(concept.vi.preferred), fold_term(concept.zh.preferred))
    return (concept.category, concept.side, concept.part_of, *names)


def _references(entry: Entry, concepts: Mapping[str, Concept]) -> Iterator[Message]:
    concept = entry.concept
    wanted = [(key, getattr(concept, key)) for key in ("successor", "part_of", "capital", "institution_type")]
    parts = [(("components", index), name) for index, name in enumerate(concept.components)]
    named = [((key,), name) for key, name in wanted if name is not None]
    for steps, name in [*named, *((("titles", title), title) for title in concept.titles), *parts]:
        if name not in concepts:
            yield message("{place}: there is no concept {wanted}", place=entry.place(*steps), wanted=name)


def _circles(entry: Entry, standing: Standing) -> Iterator[Message]:
    own = entry.concept.concept_id
    if own in standing.lies_in_itself:
        yield message("{place}: {id} lies in itself", place=entry.place("part_of"), id=own)
    if own in standing.succeeds_itself:
        yield message("{place}: {id} succeeds itself", place=entry.place("successor"), id=own)


def _circle(concepts: Mapping[str, Concept], key: str) -> frozenset[str]:
    """The ids from which a chain of references leads back into itself."""
    leads: dict[str, bool] = {}
    for start in concepts:
        path: dict[str, None] = {}
        here = start
        while here in concepts and here not in leads and here not in path:
            path[here] = None
            here = getattr(concepts[here], key) or ""
        circular = here in path or leads.get(here, False)
        leads.update(dict.fromkeys(path, circular))
    return frozenset(one for one, circular in leads.items() if circular)


def _validity(entry: Entry) -> Iterator[Message]:
    validity = entry.concept.validity
    if validity.first and validity.last and validity.last < validity.first:
        yield message(
            "{place}: the last day {last} is before the first, {first}",
            place=entry.place("valid", "last"),
            last=validity.last,
            first=validity.first,
        )
    if entry.concept.successor is not None and validity.last is None:
        yield message("{place}: what has a successor has a last day", place=entry.place("successor"))


def _evidence(entry: Entry) -> Iterator[Message]:
    concept = entry.concept
    if concept.confidence is Confidence.SOURCED and not concept.sources:
        yield message("{place}: what is sourced names a source", place=entry.place("confidence"))


def _terms(entry: Entry) -> Iterator[Message]:
    concept = entry.concept
    if concept.sessions and concept.category is not Category.MECHANISM:
        yield message("{place}: only a mechanism has sessions", place=entry.place("sessions"))
    yield from _pair(entry, (), concept.vi, concept.zh)
    for index, form in enumerate(concept.sessions):
        yield from _pair(entry, ("sessions", index), form.vi, form.zh)
        for language in Language:
            if "n" not in slots(form.terms(language).preferred):
                where = entry.place("sessions", index, language, "preferred")
                yield message("{place}: a session has a place for its number, {{n}}", place=where)


def _pair(entry: Entry, steps: tuple[str | int, ...], vi: Terms, zh: Terms) -> Iterator[Message]:
    for language, terms in ((Language.VI, vi), (Language.ZH, zh)):
        yield from _forms(entry, (*steps, language), terms)
    here, there = (frozenset(_ALIKE.get(slot, slot) for slot in slots(terms.preferred)) for terms in (vi, zh))
    if here != there:
        where = entry.place(*steps, "zh", "preferred")
        yield message("{place}: both languages have the same slots", place=where)


def _forms(entry: Entry, steps: tuple[str | int, ...], terms: Terms) -> Iterator[Message]:
    right = {fold_term(form) for form in (*terms.recognised, *terms.abbreviations)}
    for index, form in enumerate(terms.deprecated):
        if fold_term(form) in right:
            where = entry.place(*steps, "deprecated", index)
            yield message("{place}: “{text}” is both right and wrong", place=where, text=form)
    for form in (*terms.recognised, *terms.deprecated, *terms.search, *terms.abbreviations):
        if slots(form) - _SLOTS or form.count("{") != form.count("}"):
            yield message(
                "{place}: “{text}” has an unknown slot; there are {slots}",
                place=entry.place(*steps),
                text=form,
                slots=", ".join(sorted(_SLOTS)),
            )


def _twins(entries: Iterable[Entry]) -> Iterator[Message]:
    """Two concepts that one pair of names would mean on one day."""
    alike: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        alike[twin_key(entry.concept)].append(entry)
    for same in alike.values():
        for one, other in combinations(same, 2):
            if one.concept.concept_id != other.concept.concept_id and one.concept.validity.overlaps(
                other.concept.validity
            ):
                yield message(
                    "{place}: {id} and {other} have the same names on the same days",
                    place=other.place("vi", "preferred"),
                    id=other.concept.concept_id,
                    other=one.concept.concept_id,
                )
