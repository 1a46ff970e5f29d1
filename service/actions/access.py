"""Being let in: what somebody shows becomes their unit of work, looked at anew with every request."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.access.errors import NotSignedIn
from service.accounts.access.passwords import Passwords
from service.accounts.access.sealing import Sealer
from service.accounts.access.store.keys import find_key, use
from service.accounts.access.store.sessions import find_session, see
from service.accounts.access.tokens import KEY
from service.accounts.actor import Actor, Carrier
from service.accounts.audit import Event
from service.accounts.store import find_person_numbered, national_office, record
from service.actions.work import Work
from service.core.message import message
from service.db.base import now
from service.db.unit_of_work import unit_of_work

_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Access:
    """What an installation has for signing in.

    Attributes:
        passwords: Looks at passwords.
        sealer: Seals secrets.
        idle: A session ends when its person asks for nothing so long.
        longest: A session ends after so long whatever happens.
        link_life: A one-time link counts so long.
        base_url: Where the installation stands for its people; links begin with it, whatever a request says.
        issuer: Address of the OpenID provider; empty for none.
    """

    passwords: Passwords
    sealer: Sealer
    idle: timedelta
    longest: timedelta
    link_life: timedelta
    base_url: str
    issuer: str = ""


def enter(session: Session, access: Access, shown: str, came_from: str) -> Work:
    """The unit of work of whoever shows the token of a session, or a key.

    Raises:
        NotSignedIn: It is none, has ended, was revoked, or its person was disabled.
    """
    found = _by_key(session, shown) if shown.startswith(KEY) else _by_session(session, access, shown)
    person = find_person_numbered(session, found[0]) if found else None
    if found is None or person is None or person.is_disabled:
        raise NotSignedIn(message("sign in; a session or key counts until it ends or is revoked"))
    return Work(session, Actor(person, national_office(session), came_from, found[1]))


def _by_key(session: Session, shown: str) -> tuple[int, Carrier] | None:
    kept = find_key(session, shown)
    if kept is None:
        return None
    is_stale = kept.used_at is None or kept.used_at < now() - _NOTED_EVERY
    return kept.person_id, Carrier(kept.prefix, is_key=True, scopes=kept.scopes, is_stale=is_stale)


def _by_session(session: Session, access: Access, shown: str) -> tuple[int, Carrier] | None:
    kept = find_session(session, shown, idle_since=now() - access.idle)
    if kept is None or kept.is_half:
        return None
    return kept.person_id, Carrier(kept.public_id, is_stale=kept.seen_at < now() - _NOTED_EVERY)


def note_use(engine: Engine, carrier: Carrier) -> None:
    """Keep that a session or key is used, at most once a minute, in a unit of its own."""
    if carrier.is_stale:
        with unit_of_work(engine, writing=True) as session:
            (use if carrier.is_key else see)(session, carrier.public_id)


def note_denial(engine: Engine, actor: Actor, wanted: str, why: str) -> None:
    """Keep that somebody wanted what is not theirs: in a unit of its own, for theirs is undone.

    Args:
        engine: The database.
        actor: Who.
        wanted: What they asked for, such as `PUT /api/v1/people/{handle}`.
        why: Stable name of the refusal.
    """
    with unit_of_work(engine, writing=True) as session:
        record(
            session,
            Event(
                office_id=actor.office.office_id,
                actor=actor.person.handle,
                action="denied",
                object_kind="route",
                object_id=wanted,
                details={"why": why, **actor.carrier.details},
                came_from=actor.came_from,
            ),
        )
