"""The engine of an installation's database, opened with what each of the two kinds needs and checked."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from service.core.message import message
from service.db.errors import DatabaseUnusable
from service.db.sqlite import WAL_RESET_FIXED, begin, driver, prepare

WRITING = "bienban_writing"
"""Execution option of a connection whose next transaction writes."""

_POSTGRESQL_OLDEST = 14
# Errors say the statement without its values: those are what papers and people say.
_POOL: dict[str, Any] = {"pool_size": 20, "max_overflow": 20, "hide_parameters": True}
_PROBES = ("PRAGMA journal_mode", "PRAGMA synchronous", "PRAGMA foreign_keys")
_PREPARED = ["wal", 2, 1]


def database_url(chosen: str, data_dir: Path) -> URL:
    """The address of an installation's database.

    Args:
        chosen: As the settings say it; empty for the file in the data folder.
        data_dir: The data folder.

    Raises:
        DatabaseUnusable: It is no address, or of another kind than SQLite and PostgreSQL.
    """
    if not chosen:
        return URL.create("sqlite+pysqlite", database=str(data_dir / "bienban.sqlite"))
    try:
        url = make_url(chosen)
    except ArgumentError:
        raise DatabaseUnusable(message("the address of the database cannot be read")) from None
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite+pysqlite")
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise DatabaseUnusable(
        message("“{kind}” is no database for this program; use an SQLite file or PostgreSQL", kind=kind)
    )


def open_engine(url: URL) -> Engine:
    """Open the database and check that it keeps what it is told.

    Raises:
        DatabaseUnusable: It cannot be reached, is too old, or does not take a setting that data depend on.
    """
    engine = _sqlite_engine(url) if url.get_backend_name() == "sqlite" else _postgresql_engine(url)
    try:
        with engine.connect() as connection:
            (_check_sqlite if is_sqlite(engine) else _check_postgresql)(connection)
    except DBAPIError as error:
        engine.dispose()
        said = str(error.orig).strip().splitlines() or [""]
        raise DatabaseUnusable(message("the database cannot be opened: {problem}", problem=said[0])) from None
    except DatabaseUnusable:
        engine.dispose()
        raise
    return engine


def is_sqlite(engine: Engine) -> bool:
    """Whether this is the embedded database."""
    return engine.dialect.name == "sqlite"


def _sqlite_engine(url: URL) -> Engine:
    Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, module=driver(), connect_args={"timeout": 30}, **_POOL)

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - a driver's connection has no type
        prepare(connection)

    @event.listens_for(engine, "begin")
    def _begins(connection: Connection) -> None:
        begin(connection, writing=bool(connection.get_execution_options().get(WRITING)))

    return engine


def _postgresql_engine(url: URL) -> Engine:
    return create_engine(
        url,
        pool_pre_ping=True,
        **_POOL,
        # Compiling a query takes longer than any of ours runs.
        connect_args={"connect_timeout": 10, "options": "-c timezone=UTC -c lock_timeout=30s -c jit=off"},
    )


def _check_sqlite(connection: Connection) -> None:
    version = driver().sqlite_version
    if tuple(map(int, version.split("."))) < WAL_RESET_FIXED:
        raise DatabaseUnusable(
            message(
                "SQLite {version} can damage its write-ahead log; {wanted} or newer is needed",
                version=version,
                wanted=".".join(map(str, WAL_RESET_FIXED)),
            )
        )
    found = [connection.exec_driver_sql(probe).scalar_one() for probe in _PROBES]
    if found != _PREPARED:
        raise DatabaseUnusable(
            message(
                "the folder of the database keeps no write-ahead log ({found}); choose a local disk",
                found=", ".join(map(str, found)),
            )
        )


def _check_postgresql(connection: Connection) -> None:
    version = connection.dialect.server_version_info or (0,)
    if int(version[0]) < _POSTGRESQL_OLDEST:
        raise DatabaseUnusable(
            message(
                "PostgreSQL {version} is too old; {wanted} or newer is needed",
                version=".".join(map(str, version)),
                wanted=_POSTGRESQL_OLDEST,
            )
        )
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise DatabaseUnusable(
            message("the database keeps its texts as {encoding}; create it with UTF8", encoding=encoding)
        )
