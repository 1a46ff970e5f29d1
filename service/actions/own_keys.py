"""What people do about their own sessions and keys."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from service.accounts.access.errors import KeyRefused, KeyUnknown
from service.accounts.access.kept import KeptKey, KeptSession
from service.accounts.access.store import keys as store
from service.accounts.access.store import sessions
from service.accounts.access.tokens import new_key
from service.accounts.rights import Right, rights_of
from service.actions.access import Access
from service.actions.work import Work
from service.core.message import message
from service.db.base import now

LONGEST_DAYS = 366
_MOST_KEYS = 50


def own_keys(work: Work) -> list[KeptKey]:
    """The person's keys, the newest first."""
    return store.keys_of(work.session, work.actor.person.person_id)


def own_key(work: Work, prefix: str) -> KeptKey:
    """One of the person's keys.

    Raises:
        KeyUnknown: They have none of that name.
    """
    found = next((one for one in own_keys(work) if one.prefix == prefix), None)
    if found is None:
        raise KeyUnknown(message("there is no key {name}", name=prefix))
    return found


def make_key(work: Work, name: str, scopes: Iterable[Right], ends_at: datetime) -> tuple[KeptKey, str]:
    """Make a key for a program of the person.

    Args:
        work: Whose.
        name: What it is for.
        scopes: What it may do; it never does more than its person may at the time.
        ends_at: When it ends.

    Returns:
        The key as it is kept, and all of it, to be shown once.

    Raises:
        KeyRefused: It would be for what the person may not do, for too long, or one of too many.
    """
    person, wanted = work.actor.person, frozenset(scopes)
    beyond = wanted - rights_of(person.roles)
    if beyond:
        raise KeyRefused(
            message(
                "{place}: your roles do not give {scopes}", place="scopes", scopes=", ".join(sorted(beyond))
            )
        )
    if not now() < ends_at <= now() + timedelta(days=LONGEST_DAYS):
        raise KeyRefused(
            message("{place}: a key ends within {days} days", place="ends_at", days=LONGEST_DAYS)
        )
    if len(own_keys(work)) >= _MOST_KEYS:
        raise KeyRefused(message("{most} keys are enough; revoke one", most=_MOST_KEYS))
    key = new_key()
    kept = KeptKey(key.prefix, person.person_id, name, wanted, now(), ends_at, None, None)
    store.add_key(work.session, key, kept)
    work.note("key.make", key.prefix, {"scopes": sorted(wanted), "ends_at": ends_at.isoformat()}, "key")
    return kept, key.text


def revoke_key(work: Work, prefix: str) -> None:
    """Revoke one of the person's keys; the next request with it is refused.

    Raises:
        KeyUnknown: They have none of that name.
    """
    if not store.revoke_key(work.session, work.actor.person.person_id, prefix, now()):
        raise KeyUnknown(message("there is no key {name}", name=prefix))
    work.note("key.revoke", prefix, {}, "key")


def own_sessions(work: Work, access: Access) -> list[KeptSession]:
    """Where the person is signed in, the newest first."""
    return sessions.sessions_of(work.session, work.actor.person.person_id, idle_since=now() - access.idle)


def end_session(work: Work, public_id: str) -> None:
    """End one of the person's sessions.

    Raises:
        KeyUnknown: They have none of that name.
    """
    if not sessions.end_session(work.session, work.actor.person.person_id, public_id):
        raise KeyUnknown(message("there is no session {name}", name=public_id))
    work.note("session.end", public_id, {}, "session")


def sign_out_everywhere(work: Work) -> None:
    """End every session of the person, this one too."""
    sessions.end_sessions(work.session, work.actor.person.person_id)
    work.note("session.end-all", work.actor.person.handle, {}, "person")
