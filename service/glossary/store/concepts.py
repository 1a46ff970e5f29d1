"""Concepts and their revisions: read, saved, moved through their life."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, func, update
from sqlmodel import Session, col, select

from service.accounts.store import handles
from service.accounts.tables import OfficeRow
from service.core.message import message
from service.db.base import now
from service.glossary.concepts import Concept
from service.glossary.life import ConceptUnknown, KeptConcept, Revision, State
from service.glossary.plain import load_concept
from service.glossary.store.rows import (
    CURRENT,
    PAST,
    PENDING,
    Saved,
    read_revision,
    revision_columns,
    write_terms,
)
from service.glossary.tables import CommentRow, ConceptRow, RevisionRow, TermRow

_NAMES = 0x6E616D65  # “name”: the first key of the advisory locks, the second is the office's number


def get_concept(
    session: Session, concept_id: str, offices: Sequence[int], *, lock: bool = False
) -> KeptConcept:
    """A concept with its current and pending revision.

    Args:
        session: The unit.
        concept_id: Its stable name.
        offices: Whose concepts are in sight.
        lock: Keep others from changing it until the unit ends.

    Raises:
        ConceptUnknown: There is none in sight.
    """
    row = _row(session, concept_id, offices, lock=lock)
    living = _living(session, [row])
    return _kept(session, row, living)


def lock_names(session: Session, offices: Iterable[int]) -> None:
    """Let nobody else save concepts of some offices until the unit ends.

    Two who save at once do not see what the other writes: both would find a pair of names free, and a chain
    of successors open. Taken after the locks of concepts, and no concept is locked while it is held. The
    embedded database has one writer in any case.
    """
    if session.get_bind().dialect.name == "postgresql":
        for office_id in sorted(offices):
            session.execute(select(func.pg_advisory_xact_lock(_NAMES, office_id)))


def _row(session: Session, concept_id: str, offices: Sequence[int], *, lock: bool = False) -> ConceptRow:
    wanted = select(ConceptRow).where(
        ConceptRow.concept_id == concept_id, col(ConceptRow.office_id).in_(offices)
    )
    row = session.exec(wanted.with_for_update() if lock else wanted).first()
    if row is None:
        raise ConceptUnknown(message("there is no concept {id}", id=concept_id))
    return row


def _living(session: Session, rows: Iterable[ConceptRow]) -> list[RevisionRow]:
    keys = [row.id for row in rows]
    wanted = select(RevisionRow).where(
        col(RevisionRow.concept_key).in_(keys), col(RevisionRow.layer).in_([CURRENT, PENDING])
    )
    return list(session.exec(wanted))


def _kept(session: Session, row: ConceptRow, living: Iterable[RevisionRow]) -> KeptConcept:
    people = handles(session)
    layers = {one.layer: read_revision(one, people) for one in living if one.concept_key == row.id}
    return _kept_in(row, session.get_one(OfficeRow, row.office_id).code, layers)


def _kept_in(row: ConceptRow, office: str, layers: Mapping[str, Revision]) -> KeptConcept:
    return KeptConcept(row.concept_id, office, row.row_version, layers.get(CURRENT), layers.get(PENDING))


def find_newest(session: Session, concept_id: str, offices: Sequence[int]) -> Concept | None:
    """What a concept in sight says, as it is being worked on or in force."""
    wanted = (
        select(RevisionRow)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .where(ConceptRow.concept_id == concept_id, col(ConceptRow.office_id).in_(offices))
        .where(col(RevisionRow.layer).in_([CURRENT, PENDING]))
        .order_by(col(RevisionRow.layer).desc())  # pending before current
    )
    row = session.exec(wanted).first()
    return load_concept(row.content) if row and row.state != State.RETIRED else None


def those_in_force(session: Session, ids: Iterable[str], offices: Sequence[int]) -> set[str]:
    """Which of some concepts are in force."""
    wanted = (
        select(ConceptRow.concept_id)
        .join(RevisionRow, col(RevisionRow.concept_key) == ConceptRow.id)
        .where(col(ConceptRow.concept_id).in_(list(ids)), col(ConceptRow.office_id).in_(offices))
        .where(RevisionRow.layer == CURRENT, RevisionRow.state == State.APPROVED)
    )
    return set(session.exec(wanted))


def naming(session: Session, concept_id: str, offices: Sequence[int]) -> list[Concept]:
    """Concepts in force that name another one somewhere."""
    wanted = (
        select(RevisionRow.content)
        .where(RevisionRow.layer == CURRENT, RevisionRow.state == State.APPROVED)
        .where(col(RevisionRow.office_id).in_(offices))
        .where(col(RevisionRow.content).contains(f'"{concept_id}"', autoescape=True))
    )
    found = (load_concept(content) for content in session.exec(wanted))
    return [concept for concept in found if concept.concept_id != concept_id]


def concept_exists(session: Session, concept_id: str) -> bool:
    """Whether a name is taken, in whatever office."""
    return session.exec(select(ConceptRow.id).where(ConceptRow.concept_id == concept_id)).first() is not None


def add_concept(session: Session, office_id: int, saved: Saved) -> None:
    """Keep a new concept, nothing of it in force."""
    row = ConceptRow(concept_id=saved.concept.concept_id, office_id=office_id)
    session.add(row)
    session.flush()
    _add_pending(session, row, saved, {})


def save_revision(session: Session, saved: Saved) -> None:
    """Keep what a concept is to say from now on as its pending revision, in place of the one before."""
    row = session.exec(select(ConceptRow).where(ConceptRow.concept_id == saved.concept.concept_id)).one()
    living = {one.layer: one for one in _living(session, [row])}
    if PENDING in living:
        _leave(session, living[PENDING])
    row.row_version += 1
    _add_pending(session, row, saved, living)


def _add_pending(session: Session, row: ConceptRow, saved: Saved, before: dict[str, RevisionRow]) -> None:
    row.last_number += 1
    parent = before.get(PENDING) or before.get(CURRENT)
    revision = RevisionRow(
        **revision_columns(saved.concept),
        concept_key=row.id or 0,
        office_id=row.office_id,
        number=row.last_number,
        layer=PENDING,
        is_shown=CURRENT not in before,
        state=saved.state.value,
        retires=saved.retires,
        based_on=saved.made_from or (parent.number if parent else None),
        author_id=saved.author_id,
    )
    session.add_all([row, revision])
    session.flush()
    write_terms(session, [(revision.id or 0, saved.concept)])


def _leave(session: Session, revision: RevisionRow) -> None:
    """A revision goes into the past; its terms leave the index."""
    revision.layer, revision.is_shown = PAST, False
    session.add(revision)
    session.flush()
    session.execute(delete(TermRow).where(col(TermRow.revision_id) == revision.id))


def set_state(session: Session, concept_id: str, state: State) -> None:
    """Move the pending revision to another state."""
    row, pending = _pending(session, concept_id)
    pending.state = state.value
    row.row_version += 1
    session.add_all([row, pending])


def _pending(session: Session, concept_id: str) -> tuple[ConceptRow, RevisionRow]:
    wanted = (
        select(ConceptRow, RevisionRow)
        .join(RevisionRow, col(RevisionRow.concept_key) == ConceptRow.id)
        .where(ConceptRow.concept_id == concept_id, RevisionRow.layer == PENDING)
    )
    row, pending = session.exec(wanted).one()
    return row, pending


def approve_pending(session: Session, concept_id: str, approver_id: int | None, version: int) -> None:
    """Put the pending revision in force from a glossary version on."""
    row, pending = _pending(session, concept_id)
    for current in _living(session, [row]):
        if current.layer == CURRENT:
            current.superseded_version = version
            _leave(session, current)
    pending.layer, pending.is_shown = CURRENT, True
    pending.state = (State.RETIRED if pending.retires else State.APPROVED).value
    pending.approver_id, pending.approved_at, pending.approved_version = approver_id, now(), version
    row.row_version += 1
    session.add_all([row, pending])
    session.flush()


def discard_pending(session: Session, concept_id: str) -> None:
    """Drop what is being worked on; a concept that never was in force goes with it."""
    row, pending = _pending(session, concept_id)
    _leave(session, pending)
    row.row_version += 1
    session.add(row)
    if not any(one.layer == CURRENT for one in _living(session, [row])):
        for table in (CommentRow, RevisionRow):
            session.execute(delete(table).where(col(table.concept_key) == row.id))
        session.delete(row)
    session.flush()


def touch(session: Session, concept_id: str) -> None:
    """Count a change that is none of content or state."""
    session.execute(
        update(ConceptRow)
        .where(col(ConceptRow.concept_id) == concept_id)
        .values(row_version=ConceptRow.row_version + 1)
    )


def history(session: Session, concept_id: str) -> list[Revision]:
    """Every revision, the newest first."""
    wanted = (
        select(RevisionRow)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .where(ConceptRow.concept_id == concept_id)
        .order_by(col(RevisionRow.number).desc())
    )
    people = handles(session)
    return [read_revision(row, people) for row in session.exec(wanted)]


def kept_in_order(session: Session, numbers: Sequence[int]) -> list[KeptConcept]:
    """Concepts whose shown revisions have these numbers, in their order."""
    keys = select(RevisionRow.concept_key).where(col(RevisionRow.id).in_(numbers))
    wanted = (
        select(RevisionRow, ConceptRow, OfficeRow.code)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .join(OfficeRow, col(OfficeRow.id) == ConceptRow.office_id)
        .where(col(RevisionRow.concept_key).in_(keys), col(RevisionRow.layer).in_([CURRENT, PENDING]))
    )
    people = handles(session)
    places = {number: place for place, number in enumerate(numbers)}
    layers: dict[int, dict[str, Revision]] = {}
    found: dict[int, tuple[ConceptRow, str]] = {}
    for revision, row, code in session.exec(wanted):
        layers.setdefault(revision.concept_key, {})[revision.layer] = read_revision(revision, people)
        if revision.id in places:
            found[places[revision.id]] = (row, code)
    return [_kept_in(row, code, layers[row.id or 0]) for _, (row, code) in sorted(found.items())]
