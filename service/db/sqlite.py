"""What the embedded database is told on every connection, and how its transactions begin."""

import importlib
from typing import Any, Protocol

from sqlalchemy import Connection

WAL_RESET_FIXED = (3, 51, 3)
"""The oldest SQLite whose write-ahead log is not lost when two checkpoints meet."""

_ON_CONNECT = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 30000",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cache_size = -32768",
)


class Driver(Protocol):
    """The part of a DB-API module that this program asks for."""

    sqlite_version: str


def driver() -> Driver:
    """The module that brings SQLite: the wheel's own where there is one, else Python's.

    Debian 12's SQLite is older than WAL_RESET_FIXED.
    """
    try:
        found: Driver = importlib.import_module("pysqlite3.dbapi2")
    except ModuleNotFoundError:
        found = importlib.import_module("sqlite3.dbapi2")
    return found


def prepare(connection: Any) -> None:  # noqa: ANN401 - a driver's connection has no type
    """Set up a new connection of the driver."""
    # The driver's own transactions begin late and read-only: two that read and then write lose an update.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _ON_CONNECT:
        cursor.execute(pragma)
    cursor.close()


def begin(connection: Connection, *, writing: bool) -> None:
    """Begin a transaction: one that writes takes the lock at once, another one cannot write at all."""
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
