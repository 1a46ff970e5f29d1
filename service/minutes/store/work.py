"""The work on minutes in the database: moves, waivers, comments, sharing."""

from sqlalchemy import delete
from sqlmodel import Session, col, select

from service.accounts.tables import OfficeRow, PersonRoleRow, PersonRow
from service.db.base import now
from service.minutes.kept import Accepted, Said, Shared, StepTaken
from service.minutes.sharing import Level
from service.minutes.states import State, Step
from service.minutes.tables import MinutesCommentRow, SegmentRow, ShareRow, StepRow, WaiverRow


def add_step(session: Session, minutes_key: int, person_id: int, step: Step) -> None:
    """Keep a move."""
    row = StepRow(
        minutes_key=minutes_key,
        source=step.source.value,
        target=step.target.value,
        person_id=person_id,
        reason=step.reason,
        version=step.version,
        at=now(),
    )
    session.add(row)


def steps(session: Session, minutes_key: int) -> tuple[StepTaken, ...]:
    """Every move, the first one first."""
    wanted = (
        select(StepRow, PersonRow.handle)
        .join(PersonRow, col(PersonRow.id) == StepRow.person_id)
        .where(StepRow.minutes_key == minutes_key)
        .order_by(col(StepRow.id))
    )
    return tuple(
        StepTaken(State(row.source), State(row.target), who, row.reason, row.version, row.at)
        for row, who in session.exec(wanted)
    )


def add_waiver(session: Session, minutes_key: int, person_id: int, accepted: Accepted) -> int:
    """Keep that a person accepts a finding; the waiver's number."""
    row = WaiverRow(
        minutes_key=minutes_key,
        code=accepted.code,
        segment_id=accepted.segment_id,
        place=accepted.place,
        said=accepted.said,
        person_id=person_id,
        reason=accepted.reason,
        at=accepted.at,
    )
    session.add(row)
    session.flush()
    return row.id or 0


def waivers(session: Session, minutes_key: int) -> list[Accepted]:
    """What was accepted, in its order."""
    wanted = (
        select(WaiverRow, PersonRow.handle, PersonRow.name)
        .join(PersonRow, col(PersonRow.id) == WaiverRow.person_id)
        .where(WaiverRow.minutes_key == minutes_key)
        .order_by(col(WaiverRow.id))
    )
    return [
        Accepted(row.id or 0, row.code, row.segment_id, row.place, row.said, handle, name, row.reason, row.at)
        for row, handle, name in session.exec(wanted)
    ]


def remove_waiver(session: Session, minutes_key: int, number: int) -> None:
    """Accept a finding no longer."""
    session.execute(
        delete(WaiverRow).where(col(WaiverRow.minutes_key) == minutes_key, col(WaiverRow.id) == number)
    )


def add_comment(
    session: Session, minutes_key: int, segment_key: int | None, person_id: int, text: str
) -> int:
    """Keep what a person said; the comment's number."""
    row = MinutesCommentRow(
        minutes_key=minutes_key, segment_key=segment_key, person_id=person_id, at=now(), text=text
    )
    session.add(row)
    session.flush()
    return row.id or 0


def comments(session: Session, minutes_key: int, segment_key: int | None = None) -> list[Said]:
    """What was said of minutes, or of one of their segments, in its order."""
    wanted = (
        select(MinutesCommentRow, SegmentRow.segment_id, PersonRow.handle)
        .join(PersonRow, col(PersonRow.id) == MinutesCommentRow.person_id)
        .join(SegmentRow, col(SegmentRow.id) == MinutesCommentRow.segment_key, isouter=True)
        .where(MinutesCommentRow.minutes_key == minutes_key)
        .order_by(col(MinutesCommentRow.id))
    )
    if segment_key is not None:
        wanted = wanted.where(MinutesCommentRow.segment_key == segment_key)
    return [
        Said(row.id or 0, segment_id, who, row.at, row.text) for row, segment_id, who in session.exec(wanted)
    ]


def shares(session: Session, minutes_key: int) -> list[Shared]:
    """To whom minutes are given, by the offices' codes."""
    wanted = (
        select(ShareRow, OfficeRow.code, PersonRow.handle)
        .join(OfficeRow, col(OfficeRow.id) == ShareRow.office_id)
        .join(PersonRow, col(PersonRow.id) == ShareRow.person_id)
        .where(ShareRow.minutes_key == minutes_key)
        .order_by(col(OfficeRow.code))
    )
    return [Shared(code, Level(row.level), who, row.at) for row, code, who in session.exec(wanted)]


def find_office(session: Session, code: str) -> int | None:
    """Number of the office of a code."""
    return session.exec(select(OfficeRow.id).where(OfficeRow.code == code)).first()


def set_share(
    session: Session, minutes_key: int, office_id: int, person_id: int, level: Level | None
) -> bool:
    """Give minutes to an office, or None: take them from it; whether it had them before."""
    given = select(ShareRow).where(ShareRow.minutes_key == minutes_key, ShareRow.office_id == office_id)
    row = session.exec(given).first()
    if level is None:
        if row is not None:
            session.delete(row)
            session.flush()
    else:
        kept = row or ShareRow(
            minutes_key=minutes_key, office_id=office_id, level="", person_id=person_id, at=now()
        )
        kept.level, kept.person_id, kept.at = level.value, person_id, now()
        session.add(kept)
        session.flush()
    return row is not None


def find_colleague(
    session: Session, minutes_key: int, owner_id: int, handle: str
) -> tuple[int, frozenset[str], Level | None] | None:
    """Somebody of an office that has some minutes: number, roles, what is shared; None of anybody else."""
    wanted = (
        select(PersonRow.id, PersonRow.office_id, ShareRow.level)
        .join(
            ShareRow,
            (col(ShareRow.office_id) == PersonRow.office_id) & (col(ShareRow.minutes_key) == minutes_key),
            isouter=True,
        )
        .where(PersonRow.handle == handle)
        .where((col(PersonRow.office_id) == owner_id) | col(ShareRow.level).is_not(None))
    )
    row = session.exec(wanted).first()
    if row is None or row[0] is None:
        return None
    roles = session.exec(select(PersonRoleRow.role).where(PersonRoleRow.person_id == row[0]))
    return row[0], frozenset(roles), None if row[1] == owner_id else Level(row[2])
