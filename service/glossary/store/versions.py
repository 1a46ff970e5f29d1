"""Versions of the glossary: what was in force at each, and what a new one brings."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlmodel import Session, and_, col, or_, select

from service.core.message import message
from service.db.base import now
from service.glossary.concepts import Concept
from service.glossary.life import State, VersionUnknown
from service.glossary.plain import dump_concept, load_concept
from service.glossary.tables import ConceptRow, GlossaryStateRow, RevisionRow, ShippedRow, VersionRow

_CHUNK = 2000


class InForce(NamedTuple):
    """A concept in force.

    Attributes:
        office_id: Whose it is.
        content: The concept as JSON.
    """

    office_id: int
    content: str


class Changes(NamedTuple):
    """What versions brought.

    Attributes:
        gone: Ids of concepts whose content is not in force any more.
        come: Id and content of what is in force instead, or anew.
    """

    gone: list[str]
    come: list[tuple[str, InForce]]


def current_version(session: Session) -> int:
    """The newest version; 0 before anything was approved."""
    return session.exec(select(GlossaryStateRow.version)).one()


def check_version(session: Session, version: int) -> None:
    """Refuse a version that is none.

    Raises:
        VersionUnknown: It has not come yet.
    """
    newest = current_version(session)
    if not 0 <= version <= newest:
        raise VersionUnknown(
            message("there is no version {version}; the newest is {newest}", version=version, newest=newest)
        )


def next_version(session: Session, office_id: int, cause: str) -> int:
    """Begin a new version; whoever else wants one waits until the unit ends."""
    state = session.exec(select(GlossaryStateRow).with_for_update()).one()
    state.version += 1
    session.add(state)
    session.add(VersionRow(version=state.version, office_id=office_id, at=now(), cause=cause))
    return state.version


def versions(session: Session, most: int) -> list[VersionRow]:
    """The newest versions, the newest first."""
    return list(session.exec(select(VersionRow).order_by(col(VersionRow.version).desc()).limit(most)))


def in_force(session: Session, version: int) -> Iterator[InForce]:
    """Every concept that was in force at a version, in the order in which they came."""
    wanted = (
        select(RevisionRow.office_id, RevisionRow.content)
        .where(RevisionRow.state == State.APPROVED, col(RevisionRow.approved_version) <= version)
        .where(
            or_(col(RevisionRow.superseded_version).is_(None), col(RevisionRow.superseded_version) > version)
        )
        .order_by(col(RevisionRow.concept_key))
        .execution_options(yield_per=_CHUNK)
    )
    yield from (InForce(office_id, content) for office_id, content in session.exec(wanted))


def changes_since(session: Session, known: int, version: int) -> Changes:
    """What the versions after `known` up to `version` brought, the last word of each concept."""
    base = select(ConceptRow.concept_id, RevisionRow.office_id, RevisionRow.content).join(
        ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key
    )
    came, went = col(RevisionRow.approved_version), col(RevisionRow.superseded_version)
    gone = session.exec(
        select(ConceptRow.concept_id)
        .join(RevisionRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .where(or_(and_(went > known, went <= version), and_(came > known, came <= version)))
    ).all()
    come = session.exec(
        base.where(came > known, came <= version, RevisionRow.state == State.APPROVED)
        .where(or_(went.is_(None), went > version))
        .order_by(col(RevisionRow.concept_key))
    )
    return Changes(
        list(gone), [(concept_id, InForce(office, content)) for concept_id, office, content in come]
    )


# The shipped termbase.


def shipped_digest(session: Session) -> str:
    """Digest of the shipped termbase that was last brought in whole."""
    return session.exec(select(GlossaryStateRow.shipped_digest)).one()


def set_shipped_digest(session: Session, digest: str) -> None:
    """Note that a shipped termbase was brought in whole."""
    state = session.exec(select(GlossaryStateRow).with_for_update()).one()
    state.shipped_digest = digest
    session.add(state)


def shipped(session: Session) -> dict[str, Concept]:
    """Every concept as the program last brought it."""
    return {row.concept_id: load_concept(row.content) for row in session.exec(select(ShippedRow))}


def set_shipped(session: Session, concepts: Iterable[Concept]) -> None:
    """Note what the program brought."""
    for concept in concepts:
        session.merge(ShippedRow(concept_id=concept.concept_id, content=dump_concept(concept)))
