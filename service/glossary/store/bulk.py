"""Many concepts at once: all that are in sight, and thousands of new ones."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from service.accounts.store import handles
from service.accounts.tables import OfficeRow
from service.db.base import now
from service.glossary.concepts import Concept
from service.glossary.life import Revision, State
from service.glossary.store.rows import CURRENT, PENDING, read_revision, revision_columns, write_terms
from service.glossary.tables import ConceptRow, RevisionRow, TermRow

_CHUNK = 2000


def everything(session: Session, offices: Sequence[int], *, pending: bool) -> Iterator[tuple[str, Revision]]:
    """Every concept in sight with the code of its office, in the order in which they came.

    Args:
        session: The unit.
        offices: Whose concepts are in sight.
        pending: What is being worked on, where something is; else what is in force.
    """
    layers = [PENDING, CURRENT] if pending else [CURRENT]
    wanted = (
        select(RevisionRow, OfficeRow.code)
        .join(OfficeRow, col(OfficeRow.id) == RevisionRow.office_id)
        .where(col(RevisionRow.office_id).in_(offices), col(RevisionRow.layer).in_(layers))
        .order_by(col(RevisionRow.concept_key), col(RevisionRow.layer).desc())  # pending before current
        .execution_options(yield_per=_CHUNK)
    )
    people = handles(session)
    last = None
    for row, office in session.exec(wanted):
        if row.concept_key != last:
            last = row.concept_key
            yield office, read_revision(row, people)


def living_digest(session: Session, offices: Sequence[int]) -> str:
    """A digest of what is in force and being worked on in sight; with any change of that it is another."""
    wanted = (
        select(RevisionRow.concept_key, RevisionRow.number, RevisionRow.state, RevisionRow.saved_at)
        .where(col(RevisionRow.office_id).in_(offices), col(RevisionRow.layer).in_([CURRENT, PENDING]))
        .order_by(col(RevisionRow.id))
        .execution_options(yield_per=_CHUNK)
    )
    digest = hashlib.sha256()
    for row in session.exec(wanted):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def lock_concepts(session: Session, ids: Sequence[str]) -> None:
    """Keep others from changing some concepts until the unit ends."""
    for start in range(0, len(ids), _CHUNK):
        chunk = col(ConceptRow.concept_id).in_(ids[start : start + _CHUNK])
        wanted = select(ConceptRow.id).where(chunk).order_by(col(ConceptRow.id))
        session.exec(wanted.with_for_update()).all()


def taken_ids(session: Session, ids: Sequence[str]) -> set[str]:
    """Which of some names are taken, in whatever office."""
    taken: set[str] = set()
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        taken |= set(session.exec(select(ConceptRow.concept_id).where(col(ConceptRow.concept_id).in_(chunk))))
    return taken


def add_approved(session: Session, office_id: int, concepts: Sequence[Concept], version: int) -> None:
    """Keep new concepts that are in force at once."""
    state = {"layer": CURRENT, "state": State.APPROVED.value}
    _add(session, office_id, concepts, {**state, "approved_at": now(), "approved_version": version})


def add_proposed(session: Session, office_id: int, concepts: Sequence[Concept], author_id: int) -> None:
    """Keep new concepts that wait to be approved."""
    state = {"layer": PENDING, "state": State.PROPOSED.value}
    _add(session, office_id, concepts, {**state, "author_id": author_id})


def _add(session: Session, office_id: int, concepts: Sequence[Concept], more: dict[str, object]) -> None:
    for start in range(0, len(concepts), _CHUNK):
        chunk = concepts[start : start + _CHUNK]
        rows: list[dict[str, Any]] = [
            {"concept_id": one.concept_id, "office_id": office_id, "row_version": 1, "last_number": 1}
            for one in chunk
        ]
        keys = _insert(session, ConceptRow, rows)
        own = {"office_id": office_id, "number": 1, "is_shown": True, "retires": False, **more}
        revisions = [
            {**revision_columns(one), **own, "concept_key": key} for key, one in zip(keys, chunk, strict=True)
        ]
        write_terms(session, list(zip(_insert(session, RevisionRow, revisions), chunk, strict=True)))


def _insert(session: Session, table: type[ConceptRow | RevisionRow], rows: list[dict[str, Any]]) -> list[int]:
    """Numbers of new rows, in their order."""
    statement = insert(table).returning(col(table.id), sort_by_parameter_order=True)
    return [number or 0 for number in session.execute(statement, rows).scalars()]


def count_concepts(session: Session, offices: Sequence[int]) -> dict[tuple[str, str, str], int]:
    """How many concepts are in sight, by office, category and state of what is shown."""
    wanted = (
        select(OfficeRow.code, RevisionRow.category, RevisionRow.state, func.count())
        .join(OfficeRow, col(OfficeRow.id) == RevisionRow.office_id)
        .where(col(RevisionRow.is_shown), col(RevisionRow.office_id).in_(offices))
        .group_by(col(OfficeRow.code), col(RevisionRow.category), col(RevisionRow.state))
    )
    return {(office, category, state): count for office, category, state, count in session.exec(wanted)}


def count_terms(session: Session, offices: Sequence[int]) -> int:
    """How many written forms they have."""
    wanted = (
        select(func.count())
        .select_from(TermRow)
        .join(RevisionRow, col(RevisionRow.id) == TermRow.revision_id)
        .where(col(RevisionRow.is_shown), col(RevisionRow.office_id).in_(offices))
    )
    return session.exec(wanted).one()
