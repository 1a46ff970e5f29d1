"""Offices, people and audit chains in the database."""

from collections.abc import Iterator

from sqlalchemy import bindparam, insert, update
from sqlmodel import Session, SQLModel, select

from service.accounts.audit import START, Event, Link, Verdict, link, verify
from service.accounts.people import NATIONAL, Office, Person, PersonUnknown, Role
from service.accounts.tables import AuditHeadRow, AuditRow, OfficeRow, PersonRoleRow, PersonRow
from service.core.message import message
from service.db.base import now
from service.db.unit_of_work import before_commit

_PENDING = "bienban_audit"
_HEADS = SQLModel.metadata.tables[str(AuditHeadRow.__tablename__)]
_OF_OFFICE = _HEADS.c.office_id == bindparam("of_office")
_HEAD = select(_HEADS.c.sequence, _HEADS.c.digest).where(_OF_OFFICE).with_for_update()
_MOVE_HEAD = (
    update(_HEADS).where(_OF_OFFICE).values(sequence=bindparam("sequence"), digest=bindparam("digest"))
)
_EVENTS = insert(SQLModel.metadata.tables[str(AuditRow.__tablename__)])


def get_person(session: Session, handle: str, *, local: bool = False) -> Person:
    """The person of a name.

    Args:
        session: The unit.
        handle: The name.
        local: Only people who may be chosen by name.

    Raises:
        PersonUnknown: There is none.
    """
    wanted = select(PersonRow, OfficeRow).join(OfficeRow).where(PersonRow.handle == handle)
    found = session.exec(wanted).first()
    if found is None or (local and not found[0].is_local):
        raise PersonUnknown(message("there is nobody called “{name}”", name=handle))
    return _person(*found, _roles(session, found[0].id))


def people(session: Session) -> list[Person]:
    """Everybody, in the order in which they joined."""
    rows = session.exec(select(PersonRow, OfficeRow).join(OfficeRow).order_by(PersonRow.id))  # type: ignore[arg-type]
    return [_person(*row, _roles(session, row[0].id)) for row in rows]


def national_office(session: Session) -> Office:
    """The office that keeps the national collection; the first migration made it."""
    return _office(session.exec(select(OfficeRow).where(OfficeRow.code == NATIONAL)).one())


def offices(session: Session) -> list[Office]:
    """Every office, in the order in which they joined."""
    return [_office(row) for row in session.exec(select(OfficeRow).order_by(OfficeRow.id))]  # type: ignore[arg-type]


def handles(session: Session) -> dict[int, str]:
    """Handle of every person, by number."""
    rows = session.exec(select(PersonRow.id, PersonRow.handle))
    return {number: handle for number, handle in rows if number is not None}


def _roles(session: Session, person_id: int | None) -> frozenset[Role]:
    wanted = select(PersonRoleRow.role).where(PersonRoleRow.person_id == person_id)
    return frozenset(Role(role) for role in session.exec(wanted))


def _person(person: PersonRow, office: OfficeRow, roles: frozenset[Role]) -> Person:
    return Person(
        person_id=_number(person.id),
        handle=person.handle,
        name=person.name,
        office=_office(office),
        is_local=person.is_local,
        roles=roles,
        is_system=person.is_system,
    )


def _office(row: OfficeRow) -> Office:
    return Office(_number(row.id), row.code, row.name_vi, row.name_zh, row.keeps_national)


def _number(key: int | None) -> int:
    if key is None:  # pragma: no cover - a row that was read has its key
        raise LookupError
    return key


# The audit chain.


def record(session: Session, event: Event) -> None:
    """Put an event behind its office's chain when the unit ends: the lock of a chain is taken last."""
    pending: list[Event] | None = session.info.get(_PENDING)
    if pending is None:
        pending = session.info[_PENDING] = []
        before_commit(session, _append_pending)
    pending.append(event)


def _append_pending(session: Session) -> None:
    pending: list[Event] = session.info.pop(_PENDING)
    session.flush()
    # Two units that touch the same chains take their locks in one order.
    for office_id in sorted({event.office_id for event in pending}):
        _append(session, office_id, [event for event in pending if event.office_id == office_id])


def _append(session: Session, office_id: int, events: list[Event]) -> None:
    # Every deed comes by here and holds its chain: questions put together once, rows without objects.
    connection = session.connection()
    sequence, digest = connection.execute(_HEAD, {"of_office": office_id}).one()
    rows = []
    for event in events:
        one = link(event, sequence + 1, digest, now())
        rows.append({"office_id": office_id, **vars(one)})
        sequence, digest = one.sequence, one.digest
    connection.execute(_EVENTS, rows)
    connection.execute(_MOVE_HEAD, {"of_office": office_id, "sequence": sequence, "digest": digest})


def open_chain(session: Session, office_id: int) -> None:
    """Begin the chain of a new office."""
    session.add(AuditHeadRow(office_id=office_id, sequence=0, digest=START))


def chain(session: Session, office_id: int) -> Iterator[Link]:
    """The events of an office's chain, the first one first."""
    wanted = (
        select(AuditRow)
        .where(AuditRow.office_id == office_id)
        .order_by(AuditRow.sequence)  # type: ignore[arg-type]
        .execution_options(yield_per=1000)
    )
    for row in session.exec(wanted):
        yield Link(**{name: getattr(row, name) for name in Link.__dataclass_fields__})


def verify_chains(session: Session) -> list[Verdict]:
    """Walk every office's chain."""
    heads = {head.office_id: head for head in session.exec(select(AuditHeadRow))}
    verdicts = []
    for office in offices(session):
        head = heads.get(office.office_id)
        ends = (head.sequence, head.digest) if head else (0, "")
        verdicts.append(verify(office.code, office.office_id, chain(session, office.office_id), *ends))
    return verdicts
