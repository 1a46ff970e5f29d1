"""`bienban audit verify`."""

from pathlib import Path

import pytest
from sqlalchemy import text

from service.accounts.audit import Event
from service.accounts.store import record
from service.app import open_installation
from service.cli import main
from service.db.unit_of_work import unit_of_work
from service.settings import Settings


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIENBAN_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("BIENBAN_DATABASE_URL", raising=False)


def spoil(folder: Path, *statements: str) -> None:
    engine = open_installation(Settings(data_dir=folder))
    with unit_of_work(engine, writing=True) as session:
        record(session, Event(2, "lan", "a", "b", "c", {}, "console"))
    with unit_of_work(engine, writing=True) as session:
        for statement in statements:
            session.execute(text(statement))
    engine.dispose()


def test_whole_chains_are_said_with_their_heads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(tmp_path)
    assert main(["audit", "verify"]) == 0
    national, local = capsys.readouterr().out.splitlines()[:2]
    assert "events, none missing or changed; the last one is " in national
    assert len(local.rsplit(" ", 1)[1]) == 64


def test_a_broken_chain_is_said_with_its_first_broken_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(tmp_path, "UPDATE audit_events SET actor = 'x' WHERE office_id = 2")
    assert main(["audit", "verify"]) == 1
    assert "local: event 1 is missing or is not as it was written" in capsys.readouterr().out


def test_an_address_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BIENBAN_DATABASE_URL", "mysql://somewhere/x")
    assert main(["audit", "verify"]) == 2
    assert "“mysql” is no database" in capsys.readouterr().err


def test_a_port_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BIENBAN_PORT", "70000")
    assert main(["audit", "verify"]) == 2
    assert "BIENBAN_PORT: “70000” is no port" in capsys.readouterr().err
