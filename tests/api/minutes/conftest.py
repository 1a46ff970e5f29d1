"""The service on both databases, with the words that every paper needs."""

import shutil
from pathlib import Path

import pytest

from samples import ROOT

NEEDED = ("roles.yaml", "places.yaml", "places-china.yaml")


@pytest.fixture(scope="session")
def termbase_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("needed-termbase")
    for name in NEEDED:
        shutil.copy(ROOT / "glossary" / name, folder)
    return folder
