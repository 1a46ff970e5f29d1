"""The shipped termbase brought into the database: loaded at the first start, merged at every upgrade."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.audit import Event
from service.accounts.store import national_office, record
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Concept, Termbase
from service.glossary.difference import merge
from service.glossary.life import State
from service.glossary.store.bulk import add_approved
from service.glossary.store.concepts import approve_pending, concept_exists, get_concept, save_revision
from service.glossary.store.rows import Saved
from service.glossary.store.versions import (
    next_version,
    set_shipped,
    set_shipped_digest,
    shipped,
    shipped_digest,
)


@dataclass
class Brought:
    """What a shipped termbase brought.

    Attributes:
        added: Concepts that were not there.
        changed: Concepts whose shipped changes are in force, edits of this place beside them.
        conflicting: Concepts where both changed one field: what was shipped is proposed, not in force.
        waiting: Ids of concepts that are being worked on; they are tried again at the next start.
    """

    added: list[Concept] = field(default_factory=list)
    changed: list[Concept] = field(default_factory=list)
    conflicting: list[Concept] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)


def bring_shipped(engine: Engine, termbase: Termbase) -> Brought:
    """Bring the shipped termbase in, if it is another one than the last time.

    Each concept is merged three ways: what the program brought last, what it is here now, what comes. Edits
    of this place stay; where both changed one field, what comes is proposed and waits for a person. A concept
    that was retired here stays retired, one that the program no longer ships stays as it is.
    """
    with unit_of_work(engine, writing=False) as session:
        if shipped_digest(session) == termbase.version:
            return Brought()
    with unit_of_work(engine, writing=True) as session:
        # Another process may have been faster.
        return Brought() if shipped_digest(session) == termbase.version else _bring(session, termbase)


def _bring(session: Session, termbase: Termbase) -> Brought:
    national = national_office(session)
    before = shipped(session)
    brought = Brought()
    for concept in termbase.concepts:
        if before.get(concept.concept_id) != concept:
            _sort_out(session, concept, before.get(concept.concept_id), national.office_id, brought)
    if brought.added or brought.changed:
        version = next_version(session, national.office_id, f"shipped termbase {termbase.version}")
        add_approved(session, national.office_id, brought.added, version)
        for concept in brought.changed:
            save_revision(session, Saved(concept, None, State.PROPOSED))
            approve_pending(session, concept.concept_id, None, version)
    for concept in brought.conflicting:
        save_revision(session, Saved(concept, None, State.PROPOSED))
    set_shipped(session, _settled(termbase.concepts, brought.waiting))
    if not brought.waiting:
        set_shipped_digest(session, termbase.version)
    record(session, _event(brought, termbase, national.office_id))
    return brought


def _settled(concepts: Iterable[Concept], waiting: list[str]) -> Iterator[Concept]:
    return (concept for concept in concepts if concept.concept_id not in waiting)


def _sort_out(
    session: Session, there: Concept, base: Concept | None, office_id: int, brought: Brought
) -> None:
    """Decide what becomes of one concept that comes."""
    if not concept_exists(session, there.concept_id):
        brought.added.append(there)
        return
    kept = get_concept(session, there.concept_id, [office_id])
    if kept.pending is not None:
        brought.waiting.append(there.concept_id)
        return
    here = kept.shown
    if here.state is State.RETIRED or here.concept == there:
        return
    merged = merge(base or here.concept, here.concept, there)
    if merged.conflicts:
        brought.conflicting.append(merge(base or here.concept, there, here.concept).concept)
    elif merged.concept != here.concept:
        brought.changed.append(merged.concept)


def _event(brought: Brought, termbase: Termbase, office_id: int) -> Event:
    return Event(
        office_id=office_id,
        actor="system",
        action="glossary.upgrade",
        object_kind="termbase",
        object_id=termbase.version,
        details={
            "added": len(brought.added),
            "changed": [one.concept_id for one in brought.changed],
            "conflicting": [one.concept_id for one in brought.conflicting],
            "waiting": brought.waiting,
        },
        came_from="console",
    )
