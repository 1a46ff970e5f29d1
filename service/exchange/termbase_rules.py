"""What concepts of a termbase must keep among themselves; each breach with file, line and key."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from service.core.languages import Language
from service.core.message import Message, message
from service.core.text import fold_term
from service.exchange.tree import Tree
from service.glossary.concepts import Category, Concept, Confidence, Terms
from service.language.patterns import NUMBER_SLOTS, WORD_SLOTS, slots

_SLOTS = frozenset((*NUMBER_SLOTS, *WORD_SLOTS))
# Slots that answer each other in the two languages.
_ALIKE = {"short": "place", "roman": "n"}


@dataclass(frozen=True)
class Entry:
    """A concept with the place where it is written."""

    concept: Concept
    tree: Tree
    index: int

    def place(self, *steps: str | int) -> str:
        """File, line and key of something the concept says."""
        return self.tree.place(("concepts", self.index, *steps))


def find_problems(entries: Sequence[Entry]) -> Iterator[Message]:
    """Find what contradicts itself, in the order of the files; what stands twice first."""
    concepts: dict[str, Concept] = {}
    for entry in entries:
        own = entry.concept.concept_id
        if own in concepts:
            yield message("{place}: {id} stands twice", place=entry.place("id"), id=own)
        concepts[own] = entry.concept
    for entry in entries:
        yield from _references(entry, concepts)
        yield from _circles(entry, concepts)
        yield from _validity(entry)
        yield from _evidence(entry)
        yield from _terms(entry)
    yield from _twins(entries)


def _references(entry: Entry, concepts: Mapping[str, Concept]) -> Iterator[Message]:
    concept = entry.concept
    wanted = [(key, getattr(concept, key)) for key in ("successor", "part_of", "capital", "institution_type")]
    named = [((key,), name) for key, name in wanted if name is not None]
    for steps, name in [*named, *((("titles", title), title) for title in concept.titles)]:
        if name not in concepts:
            yield message("{place}: there is no concept {wanted}", place=entry.place(*steps), wanted=name)


def _circles(entry: Entry, concepts: Mapping[str, Concept]) -> Iterator[Message]:
    concept = entry.concept
    if _is_in_circle(concept, "part_of", concepts):
        yield message("{place}: {id} lies in itself", place=entry.place("part_of"), id=concept.concept_id)
    if _is_in_circle(concept, "successor", concepts):
        yield message("{place}: {id} succeeds itself", place=entry.place("successor"), id=concept.concept_id)


def _is_in_circle(concept: Concept, key: str, concepts: Mapping[str, Concept]) -> bool:
    seen: set[str] = set()
    here: Concept | None = concept
    while here is not None and here.concept_id not in seen:
        seen.add(here.concept_id)
        here = concepts.get(getattr(here, key) or "")
    return here is not None


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
        concept = entry.concept
        names = (fold_term(concept.vi.preferred), fold_term(concept.zh.preferred))
        alike[concept.category, concept.side, concept.part_of, names].append(entry)
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
