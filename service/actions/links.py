"""One-time links: to choose a password, and for the first administrator."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.access.errors import LinkSpent
from service.accounts.access.kept import NewPerson
from service.accounts.access.store import people as keeping
from service.accounts.access.store import secrets, sessions
from service.accounts.access.tokens import LINK, new_token
from service.accounts.audit import Event
from service.accounts.people import Person, Role
from service.accounts.store import find_person_numbered, offices, record
from service.actions.access import Access
from service.db.base import now
from service.db.unit_of_work import unit_of_work

RESET = "/reset"
FIRST = "/first-administrator"


@dataclass(frozen=True)
class Link:
    """A one-time link, shown once.

    Attributes:
        address: Where it leads.
        ends_at: Until when.
    """

    address: str
    ends_at: datetime


def make_link(session: Session, access: Access, person_id: int | None) -> Link:
    """A link for a person to choose a password; for None, to become the first administrator."""
    token, ends_at = new_token(LINK), now() + access.link_life
    secrets.add_link(session, token, person_id, ends_at)
    page = FIRST if person_id is None else RESET
    return Link(f"{access.base_url}{page}?token={token}", ends_at)


def look_at_link(engine: Engine, token: str) -> None:
    """Whether a link can still be used; that does not use it.

    Raises:
        LinkSpent: It cannot.
    """
    with unit_of_work(engine, writing=False) as session:
        if not secrets.is_link(session, token):
            raise LinkSpent


def choose_password(engine: Engine, access: Access, token: str, password: str, came_from: str) -> Person:
    """Choose a password with a one-time link; every session of the person ends.

    Raises:
        LinkSpent: The link was used or has run out.
        PasswordUnfit: The password is none; the link is not used by that.
    """
    look_at_link(engine, token)
    kept = access.passwords.hash(password)
    with unit_of_work(engine, writing=True) as session:
        is_good, number = secrets.spend_link(session, token, is_first=False)
        person = find_person_numbered(session, number, lock=True) if is_good and number else None
        if person is None or person.is_disabled:
            raise LinkSpent
        secrets.set_password(session, person.person_id, kept)
        sessions.end_sessions(session, person.person_id)
        _note(session, person, "password.set", came_from)
        return person


def open_first_link(engine: Engine, access: Access) -> Link | None:
    """The link of the first administrator; None where somebody can sign in already."""
    with unit_of_work(engine, writing=True) as session:
        return None if keeping.has_people(session) else make_link(session, access, None)


@dataclass(frozen=True)
class Newcomer:
    """Who wants to be the first administrator.

    Attributes:
        handle: Name for signing in.
        name: As screens show it.
        password: As it was typed.
    """

    handle: str
    name: str
    password: str


def become_first(engine: Engine, access: Access, token: str, who: Newcomer, came_from: str) -> Person:
    """Make the first administrator, once: of the installation, and of its first own office.

    Raises:
        LinkSpent: The link was used or has run out, or somebody was faster.
        PasswordUnfit: The password is none; the link is not used by that.
    """
    look_at_link(engine, token)
    kept = access.passwords.hash(who.password)
    with unit_of_work(engine, writing=True) as session:
        # Asked for under a lock: of two who hold a link each, one comes first.
        is_closed = keeping.has_people(session, lock=True)
        is_good, _ = secrets.spend_link(session, token, is_first=True)
        if is_closed or not is_good:
            raise LinkSpent
        secrets.drop_links(session, None)
        office = next(one for one in offices(session) if one.keeps_national)
        newcomer = NewPerson(who.handle, who.name, frozenset((Role.ADMINISTRATOR,)), is_system=True)
        number = keeping.add_person(session, office.office_id, newcomer)
        secrets.set_password(session, number, kept)
        person = find_person_numbered(session, number)
        if person is None:  # pragma: no cover - just added
            raise LookupError
        _note(session, person, "person.first", came_from)
        return person


def _note(session: Session, person: Person, action: str, came_from: str) -> None:
    event = Event(person.office.office_id, person.handle, action, "person", person.handle, {}, came_from)
    record(session, event)
