"""Offices and people as administrators keep them."""

from collections.abc import Iterable

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from service.accounts.access.kept import NewPerson
from service.accounts.people import HandleTaken, Office, OfficeTaken, Person, Role
from service.accounts.store import find_person_numbered, open_chain
from service.accounts.tables import OfficeRow, PersonRoleRow, PersonRow
from service.core.message import message


def find_in_office(session: Session, office_id: int, handle: str, *, lock: bool = False) -> Person | None:
    """A person of an office."""
    wanted = select(PersonRow.id).where(PersonRow.handle == handle, PersonRow.office_id == office_id)
    number = session.exec(wanted).first()
    return find_person_numbered(session, number, lock=lock) if number else None


def page_of_people(session: Session, office_id: int, after: str, most: int) -> list[Person]:
    """People of an office in the order of their handles, from behind one on."""
    wanted = (
        select(PersonRow.id)
        .where(PersonRow.office_id == office_id, col(PersonRow.handle) > after)
        .order_by(col(PersonRow.handle))
        .limit(most)
    )
    found = [find_person_numbered(session, number) for number in session.exec(wanted).all() if number]
    return [person for person in found if person is not None]


def add_person(session: Session, office_id: int, who: NewPerson) -> int:
    """Add a person to an office; their number.

    Raises:
        HandleTaken: Somebody is called that already, in whichever office.
    """
    row = PersonRow(office_id=office_id, handle=who.handle, name=who.name, is_system=who.is_system)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise HandleTaken(message("{place}: somebody is called that already", place="handle")) from None
    number = int(row.id or 0)
    _set_roles(session, number, who.roles)
    return number


def save_person(session: Session, person: Person) -> None:
    """Keep what a person is from now on: name, roles, whether they are disabled."""
    row = session.get_one(PersonRow, person.person_id)
    row.name, row.is_disabled, row.row_version = person.name, person.is_disabled, row.row_version + 1
    session.add(row)
    _set_roles(session, person.person_id, person.roles)


def _set_roles(session: Session, person_id: int, roles: Iterable[Role]) -> None:
    session.execute(delete(PersonRoleRow).where(col(PersonRoleRow.person_id) == person_id))
    session.add_all(PersonRoleRow(person_id=person_id, role=role.value) for role in sorted(set(roles)))
    session.flush()


def count_administrators(session: Session, office_id: int) -> int:
    """How many people who can sign in keep an office; its row is held: two may not leave at once."""
    session.exec(select(OfficeRow).where(OfficeRow.id == office_id).with_for_update()).one()
    wanted = (
        select(func.count())
        .select_from(PersonRow)
        .join(PersonRoleRow)
        .where(
            PersonRow.office_id == office_id,
            col(PersonRow.is_disabled).is_(False),
            col(PersonRow.is_local).is_(False),
            PersonRoleRow.role == Role.ADMINISTRATOR.value,
        )
    )
    return session.exec(wanted).one()


def has_people(session: Session, *, lock: bool = False) -> bool:
    """Whether anybody is there but the people who are chosen by name; `lock` lets one ask after another."""
    if lock:
        session.exec(select(OfficeRow).order_by(col(OfficeRow.id)).limit(1).with_for_update()).one()
    wanted = select(PersonRow.id).where(col(PersonRow.is_local).is_(False)).limit(1)
    return session.exec(wanted).first() is not None


def find_office(session: Session, code: str) -> Office | None:
    """The office of a code."""
    row = session.exec(select(OfficeRow).where(OfficeRow.code == code)).first()
    if row is None or row.id is None:
        return None
    return Office(row.id, row.code, row.name_vi, row.name_zh, row.keeps_national)


def add_office(session: Session, code: str, name_vi: str, name_zh: str) -> int:
    """Add an office with a chain of its own; its number.

    Raises:
        OfficeTaken: There is one of that code.
    """
    row = OfficeRow(code=code, name_vi=name_vi, name_zh=name_zh)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        raise OfficeTaken(message("{place}: there is an office of that code", place="code")) from None
    number = int(row.id or 0)
    open_chain(session, number)
    return number


def rename_office(session: Session, office_id: int, name_vi: str, name_zh: str) -> None:
    """Keep what an office is called from now on."""
    row = session.get_one(OfficeRow, office_id)
    row.name_vi, row.name_zh = name_vi, name_zh
    session.add(row)
