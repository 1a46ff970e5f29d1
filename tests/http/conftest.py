"""The service on the embedded database, for what is the same on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings

TERMBASE = """
category: document
concepts:
  - id: document.bien-ban
    vi: {preferred: biên bản}
    zh: {preferred: 会谈纪要}
    confidence: high
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    folder = tmp_path_factory.mktemp("service")
    (folder / "glossary").mkdir()
    (folder / "glossary" / "documents.yaml").write_text(TERMBASE, encoding="utf-8")
    return create_app(Settings(glossary_dir=folder / "glossary", data_dir=Path(folder)), "lan")


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    headers = {"X-Bienban-Person": "lan"}
    with TestClient(
        app,
        base_url="http://127.0.0.1",
        headers=headers,
        client=("127.0.0.1", 1),
        raise_server_exceptions=False,
    ) as client:
        yield client
