"""What every test shares."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import URL, Engine

from people import TERMBASE, cheap
from postgresql import drop_database, new_database, running_postgresql
from service.db.engine import database_url, open_engine
from service.migrations.upgrade import upgrade
from service.settings import Settings

# Two cores under load make single examples slow; a property is no race.
settings.register_profile("bienban", deadline=None)
settings.load_profile("bienban")

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[URL]:
    """A server of the tests' own."""
    with running_postgresql() as url:
        yield url


@pytest.fixture(scope="session")
def postgresql_template(postgresql: URL) -> Iterator[URL]:
    """A database at the newest revision, to be copied."""
    url = new_database(postgresql)
    upgrade(url)
    yield url
    drop_database(url, postgresql)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database at the newest revision, to be copied."""
    url = database_url("", tmp_path_factory.mktemp("template"))
    upgrade(url)
    return Path(url.database or "")


@pytest.fixture(params=KINDS)
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """A database without any table, of each kind."""
    if request.param == "sqlite":
        yield database_url("", tmp_path)
        return
    server = request.getfixturevalue("postgresql")
    url = new_database(server)
    yield url
    drop_database(url, server)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """A database at the newest revision, of each kind."""
    if request.param == "sqlite":
        url = database_url("", tmp_path)
        shutil.copy(request.getfixturevalue("sqlite_template"), url.database or "")
        yield url
        return
    server = request.getfixturevalue("postgresql")
    url = new_database(server, request.getfixturevalue("postgresql_template").database)
    yield url
    drop_database(url, server)


@pytest.fixture
def engine(database: URL) -> Iterator[Engine]:
    """An open database, of each kind."""
    opened = open_engine(database)
    yield opened
    opened.dispose()


@pytest.fixture
def installation(database: URL, tmp_path: Path) -> Settings:
    """Settings of an installation with one concept, where people sign in and passwords cost little."""
    folder = tmp_path / "glossary"
    folder.mkdir()
    (folder / "documents.yaml").write_text(TERMBASE, encoding="utf-8")
    address = database.render_as_string(hide_password=False)
    return cheap(
        Settings(
            glossary_dir=folder, data_dir=tmp_path, database_url=address, base_url="https://bienban.example"
        )
    )
