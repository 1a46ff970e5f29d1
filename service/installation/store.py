"""Secrets of an installation and its done requests, in the database."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple, cast

from sqlalchemy import ColumnElement, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from service.db.base import now
from service.installation.tables import DoneRow, SecretRow

KEPT_FOR = timedelta(hours=24)
"""How long a request is remembered."""

_SECRET_BYTES = 32
_PURGED_AT_ONCE = 200


class Done(NamedTuple):
    """A request that was carried out.

    Attributes:
        digest: SHA-256 over method, address and body.
        status: Of its answer.
        location: Address of what it made.
    """

    digest: str
    status: int
    location: str


def secret(session: Session, name: str) -> bytes:
    """The installation's secret for a purpose; made when it is first asked for."""
    row = {"name": name, "value": secrets.token_bytes(_SECRET_BYTES)}
    # Processes that start at once all make one; the first one's stays.
    session.execute(_insert(session, row, SecretRow).on_conflict_do_nothing())
    return session.exec(select(SecretRow.value).where(SecretRow.name == name)).one()


def claim(session: Session, person_id: int, key: str, digest: str) -> Done | None:
    """Take a key for the request whose unit this is.

    Another request with the same key waits here until this unit has ended.

    Returns:
        The request that had the key before; None where it is now this one's.
    """
    row = {"person_id": person_id, "key": key, "digest": digest, "status": None, "location": "", "at": now()}
    taking = _insert(session, row, DoneRow)
    anew = taking.on_conflict_do_update(
        index_elements=["person_id", "key"],
        set_={name: taking.excluded[name] for name in ("digest", "status", "location", "at")},
        where=_is_old(),
    )
    if session.execute(anew.returning(col(DoneRow.id))).first() is not None:
        return None
    before = session.exec(_one(person_id, key)).one()
    return Done(before.digest, before.status or 0, before.location)


def keep(session: Session, person_id: int, key: str, status: int, location: str) -> None:
    """Say what a claimed request made; it is kept with what it made, or not at all."""
    row = session.exec(_one(person_id, key)).one()
    row.status, row.location = status, location
    session.add(row)


def purge(session: Session) -> None:
    """Forget some of the requests whose time is over."""
    # Two units that purge at once take different rows, so that neither waits.
    old = select(DoneRow.id).where(_is_old()).limit(_PURGED_AT_ONCE).with_for_update(skip_locked=True)
    found = session.exec(old).all()
    if found:
        session.execute(delete(DoneRow).where(col(DoneRow.id).in_(found)))


def _is_old() -> ColumnElement[bool]:
    return col(DoneRow.at) < now() - KEPT_FOR


def _one(person_id: int, key: str) -> SelectOfScalar[DoneRow]:
    return select(DoneRow).where(DoneRow.person_id == person_id, DoneRow.key == key)


def _insert(session: Session, row: Mapping[str, object], table: type[SQLModel]) -> sqlite.Insert:
    """An insertion that can say what happens where the row is there; both databases write it alike."""
    if session.get_bind().dialect.name == "postgresql":
        return cast("sqlite.Insert", postgresql.insert(table).values(row))
    return sqlite.insert(table).values(row)
