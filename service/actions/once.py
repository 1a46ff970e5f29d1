"""Carrying a request out once: what it makes and that it was made are kept in one unit."""

from sqlalchemy import Engine

from service.actions.work import Work
from service.db.unit_of_work import unit_of_work
from service.installation import store
from service.installation.store import Done

__all__ = ["Done", "claim_key", "installation_secret", "keep_done"]


def claim_key(work: Work, key: str, digest: str) -> Done | None:
    """Take a key for the person's request; who had it before, if somebody had."""
    store.purge(work.session)
    return store.claim(work.session, work.actor.person.person_id, key, digest)


def keep_done(work: Work, key: str, status: int, location: str) -> None:
    """Say what the person's request made."""
    store.keep(work.session, work.actor.person.person_id, key, status, location)


def installation_secret(engine: Engine, name: str) -> bytes:
    """The installation's secret for one purpose."""
    with unit_of_work(engine, writing=True) as session:
        return store.secret(session, name)
