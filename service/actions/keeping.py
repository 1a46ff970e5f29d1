"""What whoever keeps the machine does about people, from its console; the chain says `system`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.access.kept import NewPerson
from service.accounts.access.store import people as store
from service.accounts.access.store import secrets, sessions
from service.accounts.audit import Event
from service.accounts.people import OfficeUnknown, Person, PersonAbsent, Role
from service.accounts.store import find_person_numbered, get_person, national_office, people, record
from service.actions.access import Access
from service.actions.links import Link, make_link
from service.core.message import BienbanError, Message, message
from service.db.unit_of_work import unit_of_work

_HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class HandleUnfit(BienbanError):
    """A name that nobody can sign in with."""


def add_user(
    engine: Engine, access: Access, office: str, who: tuple[str, str, frozenset[Role]], *, is_system: bool
) -> Link:
    """Add a person to an office.

    Args:
        engine: The database.
        access: Of the installation.
        office: Code of the office.
        who: Name for signing in, name for screens, roles.
        is_system: Whether they keep the offices.

    Raises:
        HandleUnfit: The name holds other characters, or is too short or too long.
        HandleTaken: Somebody is called that already.
        OfficeUnknown: There is no such office.
    """
    handle, name, roles = who
    if not _HANDLE.fullmatch(handle):
        raise HandleUnfit(
            message("“{name}” is no name for signing in; 2 to 40 of a-z, 0-9, dot, hyphen", name=handle)
        )
    with unit_of_work(engine, writing=True) as session:
        found = store.find_office(session, office)
        if found is None or found == national_office(session):
            raise OfficeUnknown(message("there is no office {code}", code=office))
        newcomer = NewPerson(handle, name, roles, is_system=is_system)
        number = store.add_person(session, found.office_id, newcomer)
        person = find_person_numbered(session, number)
        if person is None:  # pragma: no cover - just added
            raise LookupError
        _note(session, person, "person.add")
        return make_link(session, access, number)


def reset_user(engine: Engine, access: Access, handle: str, *, second_factor: bool) -> Link:
    """A link for a person to choose a password anew; they are signed out everywhere.

    Raises:
        PersonAbsent: There is none who could sign in.
    """
    with unit_of_work(engine, writing=True) as session:
        person = _get(session, handle)
        if person.is_disabled or person.is_local:
            raise _absent(handle)
        sessions.end_sessions(session, person.person_id)
        if second_factor:
            secrets.drop_second_factor(session, person.person_id)
        _note(session, person, "person.reset")
        return make_link(session, access, person.person_id)


def disable_user(engine: Engine, handle: str, *, is_disabled: bool) -> None:
    """Let a person act no more, or again.

    Raises:
        PersonAbsent: There is none.
    """
    with unit_of_work(engine, writing=True) as session:
        person = _get(session, handle)
        store.save_person(session, replace(person, is_disabled=is_disabled))
        sessions.end_sessions(session, person.person_id)
        secrets.drop_links(session, person.person_id)
        _note(session, person, "person.disable" if is_disabled else "person.enable")


def list_users(engine: Engine) -> Iterator[Message]:
    """Everybody, in words."""
    with unit_of_work(engine, writing=False) as session:
        everybody = people(session)
    for one in everybody:
        words = [
            *sorted(one.roles),
            *(["system"] if one.is_system else []),
            *(["disabled"] if one.is_disabled else []),
        ]
        yield message(
            "{handle}: {name}, {office}: {words}",
            handle=one.handle,
            name=one.name,
            office=one.office.code,
            words=", ".join(words) or "-",
        )


def _get(session: Session, handle: str) -> Person:
    person = get_person(session, handle)
    locked = find_person_numbered(session, person.person_id, lock=True)
    if locked is None:  # pragma: no cover - people are never deleted
        raise _absent(handle)
    return locked


def _absent(handle: str) -> PersonAbsent:
    return PersonAbsent(message("there is nobody called “{name}”", name=handle))


def _note(session: Session, person: Person, action: str) -> None:
    event = Event(person.office.office_id, "system", action, "person", person.handle, {}, "console")
    record(session, event)
