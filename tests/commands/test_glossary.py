"""`bienban glossary`: the same deeds on the console."""

import json
from pathlib import Path

import pytest

from service.cli import main

NEW = "category,vi.preferred,zh.preferred\ndocument,sổ theo dõi,登记簿\n"
TERMBASE = """
category: document
concepts:
  - id: document.bien-ban
    vi: {preferred: biên bản}
    zh: {preferred: 会谈纪要}
    confidence: high
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "documents.yaml").write_text(TERMBASE, encoding="utf-8")
    monkeypatch.setenv("BIENBAN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BIENBAN_GLOSSARY_DIR", str(tmp_path / "glossary"))
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")
    monkeypatch.delenv("BIENBAN_DATABASE_URL", raising=False)


def run(*arguments: str) -> int:
    return main(["glossary", *arguments])


def test_a_file_is_tried_brought_in_approved_and_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new.csv"
    file.write_text(NEW, encoding="utf-8")
    assert run("import", "--dry-run", str(file)) == 0
    assert "1 added" in capsys.readouterr().out
    assert run("search", "so theo doi") == 0
    assert capsys.readouterr().out == ""
    assert run("import", str(file), "--as", "lan") == 0
    assert run("approve", "--as", "lan") == 0
    assert "0 approved, 1 left" in capsys.readouterr().out
    assert run("approve", "--as", "binh") == 0
    assert "1 approved, 0 left" in capsys.readouterr().out
    run("search", "so theo doi")
    found = json.loads(capsys.readouterr().out)
    assert (found["zh"], found["state"], found["office"]) == ("登记簿", "approved", "national")
    run("stats")
    said = capsys.readouterr().out.splitlines()
    assert said == ["version 2", "2 concepts of national: document, approved", "2 concepts, 4 terms"]


def test_what_waits_for_a_decision_is_not_brought_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "changed.csv"
    file.write_text("id,zh.preferred\ndocument.bien-ban,纪要\n", encoding="utf-8")
    assert run("import", str(file)) == 1
    assert "1 rows wait for a decision" in capsys.readouterr().out
    assert run("import", str(file), "--take") == 0
    capsys.readouterr()
    run("search", "纪要")
    assert json.loads(capsys.readouterr().out)["zh"] == "会谈纪要"


def test_what_is_in_force_is_written_as_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "out.yaml"
    assert run("export", "--format", "yaml", str(file)) == 0
    assert "会谈纪要" in file.read_text("utf-8")
    assert f"written: {file}" in capsys.readouterr().out


def test_who_is_nobody_does_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stats", "--as", "mai") == 2
    assert run("import", str(tmp_path / "none.csv")) == 2
    assert "none.csv: cannot be read" in capsys.readouterr().err
