"""Bring a database up to this program: under a lock, all revisions or none, every reference checked."""

from importlib import import_module
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from service.core.message import message
from service.db.engine import is_sqlite
from service.db.errors import DatabaseUnusable
from service.db.sqlite import driver, prepare

_LOCK = 0x6269656E  # “bien”: the key of this program's advisory lock
_HEAD = "heads"


def upgrade(url: URL, revision: str = _HEAD) -> None:
    """Apply what the database does not have yet.

    Args:
        url: Address of the database.
        revision: The revision to stop at; tests stop before the newest.

    Raises:
        DatabaseUnusable: A newer program has been here, or a row would lead nowhere.
    """
    engine = _migration_engine(url)
    try:
        with engine.connect() as connection, connection.begin():
            if not is_sqlite(engine):
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            _refuse_newer(connection)
            _run(connection, revision)
            if is_sqlite(engine):
                _check_references(connection)
    finally:
        engine.dispose()


def revisions() -> list[str]:
    """Every revision, the first one first."""
    return [script.revision for script in reversed(list(_scripts().walk_revisions()))]


def _migration_engine(url: URL) -> Engine:
    """An engine of its own: with cascades on, a batch change of a parent table would empty its child."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, poolclass=NullPool)
    Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, module=driver(), connect_args={"timeout": 60}, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection has no type
        prepare(connection)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA busy_timeout = 60000")

    @event.listens_for(engine, "begin")
    def _begins(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent), version_locations=[_versions_folder()])


def _versions_folder() -> str:
    return str(Path(str(import_module("service.migrations.versions").__file__)).parent)


def _refuse_newer(connection: Connection) -> None:
    known = set(revisions())
    heads = MigrationContext.configure(connection).get_current_heads()
    unknown = [head for head in heads if head not in known]
    if unknown:
        raise DatabaseUnusable(
            message(
                "a newer program has used this database (revision {revision}); update this one",
                revision=", ".join(unknown),
            )
        )


def _run(connection: Connection, revision: str) -> None:
    scripts = _scripts()

    def steps(current: Any, _context: object) -> Any:  # noqa: ANN401 - as Alembic hands them over
        return scripts._upgrade_revs(revision, current)  # noqa: SLF001 - what alembic's own command calls

    with EnvironmentContext(Config(), scripts, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()


def _check_references(connection: Connection) -> None:
    """PostgreSQL holds references all the time; here they were off."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DatabaseUnusable(
            message("rows of {table} would lead nowhere; nothing was changed", table=broken[0])
        )
