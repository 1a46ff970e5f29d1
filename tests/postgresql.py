"""A PostgreSQL of the tests' own, in a temporary folder, on a socket only; never run by root."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

FOREIGN = "BIENBAN_TEST_POSTGRES_URL"
MEND = f"no PostgreSQL: run `make system` as root, or set {FOREIGN} to one that may be written to"
_SERVER = ("listen_addresses=", "max_connections=200")
_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_numbers = count(1)


@contextmanager
def running_postgresql(*, durable: bool = False) -> Iterator[URL]:
    """Give the address of a server whose databases can be made and dropped.

    Args:
        durable: It keeps what it is told when the power fails, as tests do not need.
    """
    foreign = os.environ.get(FOREIGN)
    if foreign:
        yield make_url(foreign).set(drivername="postgresql+psycopg")
        return
    folder = Path(tempfile.mkdtemp(prefix="bienban-pg-", dir="/tmp"))
    user = _other_user(folder)
    binaries = _binaries()
    _run(binaries / "initdb", "-D", folder / "data", "-U", "bienban", "-A", "trust", "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync", user=user)  # fmt: skip
    settings = _SERVER if durable else _SERVER + _FORGETFUL
    options = [part for setting in settings for part in ("-c", setting)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", "-k", folder, *options],
            user=user,
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    url = URL.create(
        "postgresql+psycopg", username="bienban", database="postgres", query={"host": str(folder)}
    )
    try:
        _wait(url, server, folder)
        yield url
    finally:
        server.send_signal(signal.SIGINT)  # at once, whoever is still connected
        server.wait(30)
        shutil.rmtree(folder)


def new_database(server: URL, template: str = "template1") -> URL:
    """Make a database."""
    name = f"bienban_test_{os.getpid()}_{next(_numbers)}"
    administer(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return server.set(database=name)


def drop_database(url: URL, server: URL) -> None:
    """Drop a database that new_database made."""
    administer(server, f'DROP DATABASE "{url.database}" WITH (FORCE)')


def administer(server: URL, command: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.exec_driver_sql(command)


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    alone = shutil.which("initdb")
    assert alone, MEND
    return Path(alone).resolve().parent


def _other_user(folder: Path) -> str | None:
    if os.getuid() != 0:
        return None
    shutil.chown(folder, "postgres")
    return "postgres"


def _run(*command: object, user: str | None) -> None:
    done = subprocess.run(
        [str(part) for part in command], user=user, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _wait(url: URL, server: subprocess.Popen[bytes], folder: Path) -> None:
    engine = create_engine(url, poolclass=NullPool)
    end = time.monotonic() + 30
    while True:
        try:
            engine.connect().close()
        except OperationalError:  # not yet, or never: its own log says why
            assert server.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < end, (folder / "log").read_text()
            time.sleep(0.1)
        else:
            return
