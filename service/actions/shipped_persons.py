"""The people of the shipped termbase brought into the registry; an entry that was changed here stays so."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.audit import Event
from service.accounts.store import national_office, record
from service.actions.finding_persons import findable
from service.actions.live import Snapshot
from service.actions.persons import KIND, new_person_id
from service.actions.posts import post_reader
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Category, Concept, Termbase
from service.minutes.persons import store
from service.minutes.persons.registered import KeptPerson, RegisteredPerson


def bring_persons(engine: Engine, termbase: Termbase) -> int:
    """Bring the people of the shipped termbase in: who is not there yet, and what nobody has changed here.

    The termbase says no positions as data, so none are taken over: they are for officers to fill in.

    Returns:
        How many entries came or changed.
    """
    shipped = [one for one in termbase.of(Category.PERSON) if one.side is not None]
    with unit_of_work(engine, writing=False) as session:
        if not list(_missing(session, shipped)):
            return 0
    with unit_of_work(engine, writing=True) as session:
        # Another process may have been faster.
        return _bring(session, termbase, list(_missing(session, shipped)))


def _missing(
    session: Session, shipped: Sequence[Concept]
) -> Iterator[tuple[Concept, RegisteredPerson, KeptPerson | None]]:
    """What is not in the registry as it comes, with the entry that it changes."""
    there = store.find_shipped(session, [concept.concept_id for concept in shipped])
    for concept in shipped:
        kept, content = there.get(concept.concept_id), _person(concept)
        if kept is None or (kept.author is None and kept.content != content):
            yield concept, content, kept


def _bring(
    session: Session,
    termbase: Termbase,
    missing: Sequence[tuple[Concept, RegisteredPerson, KeptPerson | None]],
) -> int:
    national = national_office(session)
    reader = post_reader(Snapshot(termbase, 0))
    for concept, content, kept in missing:
        said = (content, findable(content, reader))
        if kept is None:
            person_id = new_person_id()
            store.add_person(session, (person_id, concept.concept_id), national.office_id, None, said)
        else:
            person_id = kept.person_id
            store.save_person(session, person_id, None, said)
        record(session, _event(person_id, concept, national.office_id))
    return len(missing)


def _event(person_id: str, concept: Concept, office_id: int) -> Event:
    return Event(
        office_id=office_id,
        actor="system",
        action="person.upgrade",
        object_kind=KIND,
        object_id=person_id,
        details={"concept": concept.concept_id},
        came_from="console",
    )


def _person(concept: Concept) -> RegisteredPerson:
    plain: dict[str, object] = {
        "side": concept.side,
        "vi": concept.vi.preferred,
        "zh": concept.zh.preferred,
        "confidence": concept.confidence.value,
    }
    others = (*concept.vi.admitted, *concept.vi.search, *concept.zh.admitted, *concept.zh.search)
    sources = [
        {"address": one.address, "note": one.note or None, "day": one.day and one.day.isoformat()}
        for one in concept.sources
    ]
    more = {
        "reading": concept.zh.reading,
        "other_forms": others,
        "sources": sources,
        "note": concept.note or None,
    }
    return RegisteredPerson.model_validate(plain | {key: value for key, value in more.items() if value})
