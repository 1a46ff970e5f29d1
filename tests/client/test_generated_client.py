"""A client that somebody generates from our description drives a whole meeting on a real service."""

import json
import os
import subprocess
from copy import deepcopy
from pathlib import Path

import pytest

from minutes_rest import RECORD
from people import PASSWORD, add_person, cheap
from samples import ROOT
from servers import running_service
from service.accounts.people import Role
from service.app import open_installation
from service.settings import Settings

HERE = Path(__file__).parent
GENERATOR = ROOT / "build" / "client" / "bin"

pytestmark = pytest.mark.build


def run(*command: object, cwd: Path = ROOT, path: str = "") -> str:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment = clean | ({"PYTHONPATH": path} if path else {})
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module", autouse=True)
def generator() -> None:
    """In an environment of its own, from a lock file."""
    run("make", "build/client/.made")


def people_of_two_offices(folder: Path) -> None:
    engine = open_installation(cheap(Settings(data_dir=folder)))
    add_person(engine, "mai", Role.DRAFTER, office="ha-giang")
    add_person(engine, "nam", Role.TRANSLATOR, office="ha-giang")
    add_person(engine, "ha", Role.ADMINISTRATOR, office="ha-giang")
    add_person(engine, "wang", Role.READER, office="van-nam")
    engine.dispose()


def test_a_generated_client_drives_a_whole_meeting(tmp_path: Path) -> None:
    people_of_two_offices(tmp_path)
    with running_service({"BIENBAN_DATA_DIR": str(tmp_path)}) as (client, _):
        description = tmp_path / "openapi.json"
        description.write_bytes(client.get("/api/v1/openapi.json").content)
        said = run(
            GENERATOR / "openapi-python-client", "generate", "--path", description, "--meta", "none",
            "--config", HERE / "generator.yaml", "--output-path", tmp_path / "made" / "bienban_client",
        )  # fmt: skip
        assert "WARNING" not in said
        assert "Unable" not in said
        record = tmp_path / "record.json"
        record.write_text(json.dumps(deepcopy(RECORD)), encoding="utf-8")
        address = str(client.base_url).rstrip("/")
        path = str(tmp_path / "made")
        minutes = run(GENERATOR / "python", HERE / "meeting.py", address, PASSWORD, record, path=path)
        assert minutes.startswith("m-")
