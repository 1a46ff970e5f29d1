"""What a concept must keep in itself and among the others before it is saved; every breach in words."""

from collections.abc import Callable, Collection, Iterable, Iterator

from service.core.languages import Language
from service.core.letters import VIETNAMESE_D, find_other_d, find_without_font
from service.core.message import BienbanError, Message, message
from service.core.text import fold_term
from service.glossary.concepts import Category, Concept, Confidence, Terms
from service.language.patterns import NUMBER_SLOTS, WORD_SLOTS, slots

Find = Callable[[str], Concept | None]

_SLOTS = frozenset((*NUMBER_SLOTS, *WORD_SLOTS))
# Slots that answer each other in the two languages.
_ALIKE = {"short": "place", "roman": "n"}
_LONGEST_CHAIN = 1000


class ConceptContradicts(BienbanError):
    """A concept contradicts itself or another one."""


def check_concept(concept: Concept, find: Find, alike: Iterable[Concept]) -> None:
    """Refuse a concept that contradicts itself or another one.

    Args:
        concept: As it is to be saved.
        find: Gives another concept by its id, as it is in force or is being worked on.
        alike: Concepts that share a preferred name with it.

    Raises:
        ConceptContradicts: With every breach, each with its field.
    """
    problems = tuple(find_breaches(concept, find, alike))
    if problems:
        raise ConceptContradicts(*problems)


def check_kept(before: Concept, after: Concept, *, is_moved: bool) -> None:
    """Refuse what makes another concept of one: another category, another collection.

    Args:
        before: As it is.
        after: As it is to be saved.
        is_moved: It is to be of another collection.

    Raises:
        ConceptContradicts: With each of both.
    """
    problems = list(find_moves(is_recategorised=before.category is not after.category, is_moved=is_moved))
    if problems:
        raise ConceptContradicts(*problems)


def find_moves(*, is_recategorised: bool, is_moved: bool, where: str = "") -> Iterator[Message]:
    """What makes another concept of one; `where` is the place that the fields stand in, with its colon."""
    if is_recategorised:
        yield message("{place}: a concept keeps its category; make a new one", place=f"{where}category")
    if is_moved:
        yield message("{place}: a concept keeps its collection; make a new one", place=f"{where}collection")


def find_breaches(concept: Concept, find: Find, alike: Iterable[Concept]) -> Iterator[Message]:
    """Every breach, in the order of the fields."""
    yield from _names(concept)
    yield from _validity(concept)
    yield from _links(concept, find)
    yield from _evidence(concept)
    yield from _twins(concept, alike)


def _names(concept: Concept) -> Iterator[Message]:
    yield from _pair((), concept.vi, concept.zh)
    if concept.sessions and concept.category is not Category.MECHANISM:
        yield message("{place}: only a mechanism has sessions", place="sessions")
    for index, form in enumerate(concept.sessions):
        yield from _pair((f"sessions[{index}]",), form.vi, form.zh)
        for language in Language:
            if "n" not in slots(form.terms(language).preferred):
                where = f"sessions[{index}].{language}.preferred"
                yield message("{place}: a session has a place for its number, {{n}}", place=where)


def _pair(steps: tuple[str, ...], vi: Terms, zh: Terms) -> Iterator[Message]:
    for language, terms in ((Language.VI, vi), (Language.ZH, zh)):
        yield from _forms(".".join((*steps, language.value)), terms)
    here, there = (frozenset(_ALIKE.get(slot, slot) for slot in slots(terms.preferred)) for terms in (vi, zh))
    if here != there:
        where = ".".join((*steps, "zh", "preferred"))
        yield message("{place}: both languages have the same slots", place=where)


def _forms(where: str, terms: Terms) -> Iterator[Message]:
    right = {fold_term(form) for form in (*terms.recognised, *terms.abbreviations)}
    for index, form in enumerate(terms.deprecated):
        if fold_term(form) in right:
            place = f"{where}.deprecated[{index}]"
            yield message("{place}: “{text}” is both right and wrong", place=place, text=form)
    for form in (*terms.recognised, *terms.abbreviations):
        yield from _letters(where, form)
    for form in (*terms.recognised, *terms.deprecated, *terms.search, *terms.abbreviations):
        if form.count("{") != form.count("}") or slots(form) - _SLOTS:
            yield message(
                "{place}: “{text}” has an unknown slot; there are {slots}",
                place=where,
                text=form,
                slots=", ".join(sorted(_SLOTS)),
            )


def _letters(where: str, form: str) -> Iterator[Message]:
    """What a wrong form may have, so that it can be named as wrong, and a right one may not."""
    for found in find_other_d(form):
        yield message(
            "{place}: “{written}” (U+{point}) is another alphabet's letter; the Vietnamese one is “{right}”",
            place=where,
            written=found[0],
            point=f"{ord(found[0]):04X}",
            right=VIETNAMESE_D[found[0]],
        )
    for position, point in find_without_font(form):
        yield message(
            "{place}: U+{point} at character {position} is no agreed character; other machines show none",
            place=where,
            point=point,
            position=position,
        )


def _validity(concept: Concept) -> Iterator[Message]:
    first, last = concept.validity.first, concept.validity.last
    if first and last and last < first:
        yield message(
            "{place}: the last day {last} is before the first, {first}",
            place="valid.last",
            last=last,
            first=first,
        )
    if concept.successor is not None and last is None:
        yield message("{place}: what has a successor has a last day", place="successor")


def links_of(concept: Concept) -> list[tuple[str, str]]:
    """The other concepts that a concept names: (field, id)."""
    named = [(key, getattr(concept, key)) for key in ("successor", "part_of", "capital", "institution_type")]
    named += [(f"titles.{title}", title) for title in concept.titles]
    named += [(f"components[{index}]", part) for index, part in enumerate(concept.components)]
    return [(place, wanted) for place, wanted in named if wanted not in (None, concept.concept_id)]


def check_in_force(concept: Concept, in_force: Collection[str]) -> None:
    """Refuse to put a concept in force that leads to what is not.

    Args:
        concept: As it is to be approved.
        in_force: Those of its links that are in force.

    Raises:
        ConceptContradicts: With every such link.
    """
    problems = [
        message("{place}: {wanted} is not in force yet", place=place, wanted=wanted)
        for place, wanted in links_of(concept)
        if wanted not in in_force
    ]
    if problems:
        raise ConceptContradicts(*problems)


def check_unneeded(concept_id: str, others: Iterable[Concept]) -> None:
    """Refuse to retire what others are made of; a successor may be retired.

    Raises:
        ConceptContradicts: It names those others.
    """
    needing = [
        other.concept_id
        for other in others
        if any(wanted == concept_id and place != "successor" for place, wanted in links_of(other))
    ]
    if needing:
        raise ConceptContradicts(
            message(
                "{id} is a part of {others}; change those first", id=concept_id, others=", ".join(needing)
            )
        )


def _links(concept: Concept, find: Find) -> Iterator[Message]:
    for place, wanted in links_of(concept):
        if find(wanted) is None:
            yield message("{place}: there is no concept {wanted}", place=place, wanted=wanted)
    if _returns(concept, "part_of", find):
        yield message("{place}: {id} lies in itself", place="part_of", id=concept.concept_id)
    if _returns(concept, "successor", find):
        yield message("{place}: {id} succeeds itself", place="successor", id=concept.concept_id)


def _returns(concept: Concept, key: str, find: Find) -> bool:
    """Whether following a link from a concept leads back to it."""
    wanted = getattr(concept, key)
    for _ in range(_LONGEST_CHAIN):
        if wanted is None or wanted == concept.concept_id:
            return wanted is not None
        found = find(wanted)
        wanted = getattr(found, key) if found else None
    return True


def _evidence(concept: Concept) -> Iterator[Message]:
    if concept.confidence is Confidence.SOURCED and not concept.sources:
        yield message("{place}: what is sourced names a source", place="confidence")


def _twins(concept: Concept, alike: Iterable[Concept]) -> Iterator[Message]:
    """Concepts that the same pair of names would mean on one day."""
    for other in alike:
        if (
            other.concept_id != concept.concept_id
            and _identity(other) == _identity(concept)
            and other.validity.overlaps(concept.validity)
        ):
            yield message(
                "{place}: {id} and {other} have the same names on the same days",
                place="vi.preferred",
                id=concept.concept_id,
                other=other.concept_id,
            )


def _identity(concept: Concept) -> tuple[object, ...]:
    names = (fold_term(concept.vi.preferred), fold_term(concept.zh.preferred))
    return concept.category, concept.side, concept.part_of, names
