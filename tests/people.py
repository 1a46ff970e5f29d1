"""People of tests: added to offices, with passwords, signed in."""

from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.access.kept import KeptSession, NewPerson
from service.accounts.access.passwords import Argon2, Passwords
from service.accounts.access.store import people, secrets, sessions
from service.accounts.access.tokens import new_name, new_token
from service.accounts.people import Role
from service.db.base import now
from service.db.unit_of_work import unit_of_work
from service.settings import Settings

PASSWORD = "bốn con ngựa trắng"  # noqa: S105 - of tests
TERMBASE = """
category: document
concepts:
  - id: document.bien-ban
    vi: {preferred: biên bản}
    zh: {preferred: 会谈纪要}
    confidence: high
"""
CHEAP = Argon2(memory_kib=64, passes=1, lanes=1)
CHEAP_SETTINGS = {"argon2_memory_kib": 64, "argon2_passes": 1, "argon2_lanes": 1}
_KEPT = Passwords(CHEAP, 4).hash(PASSWORD)


def cheap(settings: Settings) -> Settings:
    """The same settings, with passwords that cost little."""
    return Settings(**{**vars(settings), **CHEAP_SETTINGS})


def add_person(
    engine: Engine, handle: str, *roles: Role, office: str = "local", is_system: bool = False
) -> int:
    """A person who can sign in with PASSWORD; an office that is not there is made."""
    with unit_of_work(engine, writing=True) as session:
        number = _office(session, office)
        person = people.add_person(
            session, number, NewPerson(handle, handle.title(), frozenset(roles), is_system=is_system)
        )
        secrets.set_password(session, person, _KEPT)
        return person


def _office(session: Session, code: str) -> int:
    found = people.find_office(session, code)
    return found.office_id if found else people.add_office(session, code, f"Sở {code}", f"{code}外事厅")


def open_session(engine: Engine, person_id: int) -> str:
    """The token of a session of a person, without the sign-ins that are counted."""
    token, moment = new_token("s"), now()
    ends_at = moment + timedelta(hours=1)
    kept = KeptSession(
        public_id=new_name(),
        person_id=person_id,
        is_half=False,
        began_at=moment,
        seen_at=moment,
        ends_at=ends_at,
        came_from="",
        agent="",
    )
    with unit_of_work(engine, writing=True) as session:
        sessions.add_session(session, token, kept)
    return token
