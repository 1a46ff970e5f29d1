"""The service on the embedded database, for what is the same on both."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text

from service.db.unit_of_work import unit_of_work
from small_service import small_service


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    made = small_service(tmp_path_factory.mktemp("service"))
    # Every route is reached by one person.
    with unit_of_work(made.state.engine, writing=True) as session:
        session.execute(text("UPDATE people SET is_system = true"))
    return made


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    headers = {"X-Bienban-Person": "lan"}
    with TestClient(app, base_url="http://127.0.0.1", headers=headers, client=("127.0.0.1", 1)) as client:
        yield client
