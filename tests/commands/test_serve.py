"""`bienban serve`: real processes, on both databases."""

import time
from pathlib import Path

import pytest
from sqlalchemy import URL

from rest import approve_new
from servers import running_service
from service.cli import main

LAN = {"X-Bienban-Person": "lan"}
ASKED = {"text": "sổ theo dõi", "language": "vi"}


def test_a_change_in_one_process_becomes_live_in_another(database: URL) -> None:
    environment = {"BIENBAN_DATABASE_URL": database.render_as_string(hide_password=False)}
    with (
        running_service(environment, "--as", "lan") as (one, _),
        running_service(environment, "--as", "lan") as (other, _),
    ):
        before = other.post("/api/v1/annotations", json=ASKED, headers=LAN).json()
        assert before["annotations"] == []
        approve_new(one, "sổ theo dõi", "登记簿")
        start = time.monotonic()
        while True:
            now = other.post("/api/v1/annotations", json=ASKED, headers=LAN).json()
            if now["annotations"]:
                break
            assert time.monotonic() - start < 60  # how soon is measured by bench/live.py
            time.sleep(0.02)
        assert now["version"] == before["version"] + 1
        assert now["annotations"][0]["equivalents"] == ["登记簿"]


def test_the_service_ends_well_when_it_is_told_to(tmp_path: Path) -> None:
    with running_service({"BIENBAN_DATA_DIR": str(tmp_path)}, "--as", "binh") as (client, process):
        health = client.get("/health")
        assert health.json() == {"status": "ok", "glossary_version": 1}
        assert client.get("/api/v1/concepts").status_code == 200
    assert process.returncode == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "bienban.example", "::"])  # noqa: S104 - refused
def test_other_machines_are_not_listened_to_where_nobody_signs_in(
    host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--as", "lan", "--host", host]) == 2
    assert "listens on 127.0.0.1 only" in capsys.readouterr().err


def test_a_port_that_is_taken_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with running_service({"BIENBAN_DATA_DIR": str(tmp_path)}) as (client, _):
        monkeypatch.setenv("BIENBAN_DATA_DIR", str(tmp_path))
        assert main(["serve", "--port", str(client.base_url.port)]) == 2
    assert "cannot listen there" in capsys.readouterr().err
    assert main(["serve", "--port", "70000"]) == 2
