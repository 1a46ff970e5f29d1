"""What minutes lead to, in the database."""

import json
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, delete, insert, or_
from sqlmodel import Session, col

from service.minutes.links.origin import Origin, OriginKind
from service.minutes.links.tables import OriginRow, UsedConceptRow
from service.minutes.store.heads import sighted
from service.minutes.tables import MinutesRow

_BOTH = " · "


def add_origin(session: Session, minutes_key: int, origin: Origin) -> None:
    """Keep what new minutes were made of."""
    content = json.dumps(origin.content, ensure_ascii=False)
    session.add(OriginRow(minutes_key=minutes_key, kind=origin.kind.value, content=content))
    session.flush()


def find_origin(session: Session, minutes_key: int) -> Origin | None:
    """What minutes were made of; None where that was a record alone."""
    row = session.get(OriginRow, minutes_key)
    return None if row is None else Origin(OriginKind(row.kind), json.loads(row.content))


def set_concepts(session: Session, minutes_key: int, concept_ids: Collection[str]) -> None:
    """Keep which concepts minutes name."""
    session.execute(delete(UsedConceptRow).where(col(UsedConceptRow.minutes_key) == minutes_key))
    if concept_ids:
        rows = [{"minutes_key": minutes_key, "concept_id": one} for one in sorted(concept_ids)]
        session.execute(insert(UsedConceptRow), rows)


def naming(session: Session, concept_id: str, office_id: int) -> list[str]:
    """Names of the minutes in an office's sight that name a concept, the newest first."""
    wanted = (
        sighted(office_id)
        .join(UsedConceptRow, col(UsedConceptRow.minutes_key) == MinutesRow.id)
        .where(UsedConceptRow.concept_id == concept_id)
        .order_by(col(MinutesRow.held_on).desc(), col(MinutesRow.id).desc())
    )
    return [row[0].minutes_id for row in session.exec(wanted)]


def _is_called(mechanism: str) -> ColumnElement[bool]:
    """A mechanism that was written out in both languages stands as both, parted by a dot."""
    words = col(MinutesRow.mechanism_words)
    return or_(
        words == mechanism,
        words.startswith(f"{mechanism}{_BOTH}", autoescape=True),
        words.endswith(f"{_BOTH}{mechanism}", autoescape=True),
    )


def last_session(session: Session, mechanisms: Sequence[str], before: date, office_id: int) -> str | None:
    """The newest minutes in an office's sight of a mechanism before a day.

    Args:
        session: The unit.
        mechanisms: What the mechanism may be written as, in small letters.
        before: The day.
        office_id: The office of who asks.
    """
    wanted = (
        sighted(office_id)
        .where(or_(*(_is_called(one) for one in mechanisms)), col(MinutesRow.held_on) < before)
        .where(col(MinutesRow.withdrawn_at).is_(None))
        .order_by(col(MinutesRow.held_on).desc(), col(MinutesRow.id).desc())
        .limit(1)
    )
    row = session.exec(wanted).first()
    return None if row is None else row[0].minutes_id
