"""Whose minutes are and how far the work on them is: found, listed, changed."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, null, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, and_, col, exists, or_, select

from service.accounts.tables import OfficeRow, PersonRow
from service.minutes.kept import Filters, Head, HeadPage, Withdrawal
from service.minutes.record import DocumentType
from service.minutes.sharing import Level
from service.minutes.states import State
from service.minutes.tables import MinutesRow, PartRow, SegmentRow, ShareRow

_Trasher = aliased(PersonRow)


class Lock(Enum):
    """What a unit keeps others from until it ends."""

    NONE = "none"
    SHARED = "shared"
    """Moving the minutes; others may edit what this unit does not."""
    ALONE = "alone"
    """Everything."""


def find_head(session: Session, minutes_id: str, office_id: int, lock: Lock = Lock.NONE) -> Head | None:
    """The head of minutes that an office owns or is given; None of others, and of what is in the trash.

    Args:
        session: The unit.
        minutes_id: Their stable name.
        office_id: The office of who asks.
        lock: What the unit keeps others from.
    """
    row = session.exec(_one(lock), params={"minutes_id": minutes_id, "office_id": office_id}).first()
    return None if row is None else _head(row, _withdrawers(session, [row]))


@cache
def _one(lock: Lock) -> Any:  # noqa: ANN401 - a select of four
    """The question for one head, put together once: every edit asks it."""
    wanted = (
        _heads(bindparam("office_id"))
        .where(col(MinutesRow.minutes_id) == bindparam("minutes_id"), col(MinutesRow.trashed_at).is_(None))
        .execution_options(populate_existing=True)
    )
    return wanted if lock is Lock.NONE else wanted.with_for_update(of=MinutesRow, read=lock is Lock.SHARED)


def _heads(office_id: Any) -> Any:  # noqa: ANN401 - a number or a place for one, and a select of four
    """Heads in an office's sight, with the owner's code, who made them, and what is shared."""
    given = and_(col(ShareRow.minutes_key) == MinutesRow.id, ShareRow.office_id == office_id)
    return (
        _whole(ShareRow.level)
        .join(ShareRow, given, isouter=True)
        .where(or_(col(MinutesRow.office_id) == office_id, col(ShareRow.level).is_not(None)))
    )


def sighted(office_id: int) -> Any:  # noqa: ANN401 - a select of three
    """Heads in an office's sight that do not lie in the trash; the row stands first."""
    return _heads(office_id).where(col(MinutesRow.trashed_at).is_(None))


def _whole(level: Any) -> Any:  # noqa: ANN401 - a column, and a select of four
    return (
        select(MinutesRow, OfficeRow.code, PersonRow.handle, level)
        .join(OfficeRow, col(OfficeRow.id) == MinutesRow.office_id)
        .join(PersonRow, col(PersonRow.id) == MinutesRow.created_by)
    )


def _withdrawers(session: Session, rows: Sequence[Any]) -> dict[int, str]:
    """Handles of those who withdrew some minutes."""
    named = {row[0].withdrawn_by for row in rows} - {None}
    if not named:
        return {}
    found = session.exec(select(PersonRow.id, PersonRow.handle).where(col(PersonRow.id).in_(named)))
    return {number: handle for number, handle in found if number is not None}


def _head(row: Any, people: dict[int, str]) -> Head:  # noqa: ANN401 - a row of four
    kept, office, created_by, level = row
    is_withdrawn = kept.withdrawn_at is not None
    return Head(
        key=kept.id,
        minutes_id=kept.minutes_id,
        office_id=kept.office_id,
        office=office,
        level=None if level is None else Level(level),
        row_version=kept.row_version,
        state=State(kept.state),
        version=kept.version,
        was_agreed=kept.was_agreed,
        document_type=DocumentType(kept.document_type),
        mechanism=kept.mechanism,
        held_on=kept.held_on,
        created_by=created_by,
        created_at=kept.created_at,
        withdrawal=Withdrawal(people[kept.withdrawn_by], kept.withdrawn_at, kept.withdrawn_because)
        if is_withdrawn
        else None,
    )


def list_heads(
    session: Session, office_id: int, filters: Filters, after: int | None = None, most: int = 50
) -> HeadPage:
    """A page of the minutes in an office's sight, the newest first.

    Args:
        session: The unit.
        office_id: The office of who asks.
        filters: What the list is narrowed to.
        after: Where the page before ended.
        most: How many a page has.
    """
    wanted = _heads(office_id).where(col(MinutesRow.trashed_at).is_(None), *_narrowed(filters, office_id))
    if after is not None:
        wanted = wanted.where(col(MinutesRow.id) < after)
    rows = list(session.exec(wanted.order_by(col(MinutesRow.id).desc()).limit(most + 1)))
    people = _withdrawers(session, rows)
    heads = [_head(row, people) for row in rows[:most]]
    return HeadPage(heads, heads[-1].key if len(rows) > most else None)


def _narrowed(filters: Filters, office_id: int) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.states:
        found.append(col(MinutesRow.state).in_([one.value for one in filters.states]))
    if filters.types:
        found.append(col(MinutesRow.document_type).in_([one.value for one in filters.types]))
    if filters.mechanism:
        found.append(col(MinutesRow.mechanism_words).contains(filters.mechanism, autoescape=True))
    if filters.first is not None:
        found.append(col(MinutesRow.held_on) >= filters.first)
    if filters.last is not None:
        found.append(col(MinutesRow.held_on) <= filters.last)
    if filters.text:
        found.append(_says(filters.text))
    if filters.shared is not None:
        found.append((col(MinutesRow.office_id) != office_id) == filters.shared)
    if filters.withdrawn is not None:
        found.append(col(MinutesRow.withdrawn_at).is_not(None) == filters.withdrawn)
    return found


def _says(text: str) -> ColumnElement[bool]:
    in_part = exists().where(
        col(PartRow.minutes_key) == col(MinutesRow.id), col(PartRow.words).contains(text, autoescape=True)
    )
    in_segment = exists().where(
        col(SegmentRow.minutes_key) == col(MinutesRow.id),
        col(SegmentRow.is_live),
        col(SegmentRow.words).contains(text, autoescape=True),
    )
    return or_(in_part, in_segment)


def add_head(session: Session, row: MinutesRow) -> int:
    """Keep new minutes; their number."""
    session.add(row)
    session.flush()
    assert row.id is not None  # noqa: S101 - a kept row has its key
    return row.id


def set_columns(session: Session, key: int, **values: object) -> None:
    """Change columns of a head whose lock the unit holds, without counting it: what its facts say."""
    session.execute(update(MinutesRow).where(col(MinutesRow.id) == key).values(**values))


def change_head(session: Session, key: int, **values: object) -> None:
    """Change columns of a head whose lock the unit holds."""
    set_columns(session, key, row_version=MinutesRow.row_version + 1, **values)


def trashed_before(session: Session, moment: datetime) -> list[tuple[int, str, int]]:
    """Key, name and owning office's number of everything that has been in the trash since before a moment."""
    wanted = (
        select(MinutesRow.id, MinutesRow.minutes_id, MinutesRow.office_id)
        .where(col(MinutesRow.trashed_at) < moment)
        .with_for_update(skip_locked=True)  # another process deletes those
    )
    return [(key or 0, minutes_id, office) for key, minutes_id, office in session.exec(wanted)]


def list_trash(session: Session, office_id: int, since: datetime) -> list[tuple[Head, str, datetime]]:
    """What an office put into its trash since a moment, with who did and when, the newest first."""
    wanted = (
        _whole(_Trasher.handle)
        .join(_Trasher, _Trasher.id == MinutesRow.trashed_by)
        .where(MinutesRow.office_id == office_id, col(MinutesRow.trashed_at) >= since)
        .order_by(col(MinutesRow.trashed_at).desc(), col(MinutesRow.id).desc())
    )
    rows = session.exec(wanted)
    return [(_head((*head, None), {}), who, head[0].trashed_at) for *head, who in rows]


def find_trashed(session: Session, minutes_id: str, office_id: int, since: datetime) -> Head | None:
    """The head of something in an office's trash, for the unit alone."""
    wanted = (
        _whole(null())
        .where(MinutesRow.minutes_id == minutes_id, MinutesRow.office_id == office_id)
        .where(col(MinutesRow.trashed_at) >= since)
        .with_for_update(of=MinutesRow)
    )
    row = session.exec(wanted).first()
    return None if row is None else _head(row, {})
