"""`bienban minutes …` on the database."""

import json
from pathlib import Path
from typing import Any

import pytest

from samples import EXAMPLES, ROOT
from service.cli import main
from service.exchange.record_file import read_record

FIVE = EXAMPLES / "joint-minutes-2023-03-27.yaml"
NOTES = ROOT / "tests" / "exchange" / "notes" / "zh-notes-1.txt"


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BIENBAN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")
    return tmp_path / "data"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["minutes", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def listed(capsys: pytest.CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(capsys, "list", *options)]


def test_minutes_are_kept_moved_followed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (said,) = run(capsys, "new", str(FIVE))
    first = said.removeprefix("new minutes: ")
    assert listed(capsys) == [
        {
            "id": first,
            "state": "drafting",
            "type": "joint_minutes",
            "mechanism": read_record(FIVE.read_bytes(), "a.yaml")[0].mechanism.name,  # type: ignore[union-attr]
            "held_on": "2023-03-27",
            "office": "local",
            "shared": None,
        }
    ]
    assert run(capsys, "move", first, "in_review") == [f"{first} is in review now"]
    assert main(["minutes", "move", first, "drafting"]) == 2  # without a reason
    assert "say why" in capsys.readouterr().err
    assert [one["id"] for one in listed(capsys, "--state", "in_review")] == [first]
    assert listed(capsys, "--state", "final") == []

    shown = run(capsys, "show", first)
    assert shown[0] == f"# {first} · in_review · local"
    for name in ("out.yaml", "out.json"):
        out = tmp_path / name
        assert run(capsys, "export", first, "--out", str(out)) == [f"written: {out}"]
        assert read_record(out.read_bytes(), name)[0] == read_record(FIVE.read_bytes(), "b.yaml")[0]

    told = run(capsys, "next", first, "--date", "2025-10-30", "--place", "tỉnh Lai Châu")
    assert "parties[2].body: was “tỉnh Hà Giang”, is “tỉnh Tuyên Quang” now" in told
    second = told[-1].removeprefix("new minutes: ")
    assert [one["id"] for one in listed(capsys)] == [second, first]


def test_notes_are_kept_as_minutes_or_only_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--lang", "zh", "--as-of", "2024-11-20"]
    (said,) = run(capsys, "from-notes", str(NOTES), *options, "--keep")
    (kept,) = listed(capsys)
    assert said == f"new minutes: {kept['id']}"
    run(capsys, "from-notes", str(NOTES), *options)
    assert len(listed(capsys)) == 1


def test_what_cannot_be_kept_or_found_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("document_type: talks_record\nchanel: state\n", encoding="utf-8")
    assert main(["minutes", "new", str(wrong)]) == 2
    assert "wrong.yaml:2: chanel: unknown key" in capsys.readouterr().err
    assert main(["minutes", "new", str(tmp_path / "none.yaml")]) == 2
    assert main(["minutes", "show", "m-zzzzzzzzzzzzzz"]) == 2
    assert main(["minutes", "next", str(FIVE), "--date", "2025-10-30"]) == 2
    assert "--out" in capsys.readouterr().err
    assert listed(capsys) == []
