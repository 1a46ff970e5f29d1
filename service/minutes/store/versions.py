"""Named versions of minutes in the database."""

from sqlmodel import Session, col, func, select

from service.accounts.tables import PersonRow
from service.db.base import now
from service.minutes.kept import Head, NamedVersion, Snapshot
from service.minutes.states import State
from service.minutes.tables import NamedVersionRow
from service.minutes.versions import dump_snapshot, load_snapshot


def add_version(session: Session, head: Head, snapshot: Snapshot, name: str, person_id: int) -> int:
    """Keep all that minutes say under a name; the unit holds their lock alone.

    Returns:
        Its number.
    """
    newest = select(func.max(NamedVersionRow.number)).where(NamedVersionRow.minutes_key == head.key)
    number = (session.exec(newest).one() or 0) + 1
    row = NamedVersionRow(
        minutes_key=head.key,
        number=number,
        name=name,
        state=head.state.value,
        version=head.version,
        content=dump_snapshot(snapshot),
        person_id=person_id,
        at=now(),
    )
    session.add(row)
    session.flush()
    return number


def versions(session: Session, minutes_key: int) -> list[NamedVersion]:
    """Every named version, the newest first."""
    row = NamedVersionRow
    wanted = (
        select(row.number, row.name, row.state, row.version, row.at, PersonRow.handle)  # type: ignore[call-overload]
        .join(PersonRow, col(PersonRow.id) == row.person_id)
        .where(row.minutes_key == minutes_key)
        .order_by(col(row.number).desc())
    )
    return [
        NamedVersion(number, name, State(state), version, who, at)
        for number, name, state, version, at, who in session.exec(wanted)
    ]


def find_snapshot(session: Session, minutes_key: int, number: int) -> Snapshot | None:
    """What minutes said in a named version."""
    wanted = select(NamedVersionRow.content).where(
        NamedVersionRow.minutes_key == minutes_key, NamedVersionRow.number == number
    )
    content = session.exec(wanted).first()
    return None if content is None else load_snapshot(content)
