"""The service on both databases, with a termbase of a few concepts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import URL

from service.app import create_app
from service.settings import Settings

PLACES = """
category: place
concepts:
  - id: place.tinh
    level: province
    vi: {preferred: tỉnh}
    zh: {preferred: 省}
    confidence: high
  - id: place.viet-nam
    level: country
    side: vn
    vi: {preferred: Việt Nam, abbreviations: [VN]}
    zh: {preferred: 越南}
    confidence: high
  - id: place.ha-giang
    level: province
    side: vn
    part_of: place.viet-nam
    vi: {preferred: tỉnh Hà Giang, short: Hà Giang}
    zh: {preferred: 河江省, short: 河江}
    confidence: high
    valid: {last: 2025-06-30}
    successor: place.tuyen-quang
  - id: place.tuyen-quang
    level: province
    side: vn
    part_of: place.viet-nam
    vi: {preferred: tỉnh Tuyên Quang, short: Tuyên Quang}
    zh: {preferred: 宣光省, short: 宣光}
    confidence: high
"""
DOCUMENTS = """
category: document
concepts:
  - id: document.bien-ban
    vi: {preferred: biên bản, deprecated: [văn bản ghi nhớ]}
    zh: {preferred: 会谈纪要}
    confidence: high
"""


@pytest.fixture(scope="session")
def termbase_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("termbase")
    (folder / "places.yaml").write_text(PLACES, encoding="utf-8")
    (folder / "documents.yaml").write_text(DOCUMENTS, encoding="utf-8")
    return folder


@pytest.fixture
def settings(database: URL, termbase_dir: Path, tmp_path: Path) -> Settings:
    address = database.render_as_string(hide_password=False)
    return Settings(glossary_dir=termbase_dir, data_dir=tmp_path, database_url=address)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    """Lan at her desk."""
    app = create_app(settings, "lan")
    headers = {"X-Bienban-Person": "lan"}
    with TestClient(app, base_url="http://127.0.0.1", headers=headers, client=("127.0.0.1", 1)) as client:
        yield client
