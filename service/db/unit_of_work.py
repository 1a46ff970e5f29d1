"""The one place that commits: a request, a job step or a command is one unit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from service.core.message import message
from service.db.engine import WRITING, is_sqlite
from service.db.errors import DatabaseBusy

_BEFORE_COMMIT = "bienban_before_commit"
# Lock not available, deadlock, serialization failure.
_BUSY_STATES = ("55P03", "40P01", "40001")


@contextmanager
def unit_of_work(engine: Engine, *, writing: bool) -> Iterator[Session]:
    """One unit: all of it is kept, or nothing.

    A reading unit sees one state of the database from its first question on and cannot write. A writing one
    holds the embedded database's only write lock from its start; on PostgreSQL it locks the rows it changes.

    Args:
        engine: The database.
        writing: Whether it changes anything.

    Raises:
        DatabaseBusy: Others held a lock too long; nothing was kept.
    """
    try:
        with engine.connect() as connection:
            options = _options(engine, writing=writing)
            with Session(connection.execution_options(**options), expire_on_commit=False) as session:
                yield session
                for act in session.info.pop(_BEFORE_COMMIT, ()):
                    act(session)
                session.commit()
    except OperationalError as error:
        if _is_busy(error):
            raise DatabaseBusy(message("the database is busy; try again")) from error
        raise


def before_commit(session: Session, act: Callable[[Session], None]) -> None:
    """Have something done last in the unit, in the order asked for: what takes a lock that all share."""
    session.info.setdefault(_BEFORE_COMMIT, []).append(act)


def _options(engine: Engine, *, writing: bool) -> dict[str, object]:
    if is_sqlite(engine):
        return {WRITING: writing}
    if writing:
        return {"isolation_level": "READ COMMITTED"}
    return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def _is_busy(error: OperationalError) -> bool:
    said = str(error.orig)
    return getattr(error.orig, "sqlstate", None) in _BUSY_STATES or "database is locked" in said
