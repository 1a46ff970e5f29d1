"""`bienban check`."""

import json
from pathlib import Path

import pytest

from samples import EXAMPLE, SMALL, changed
from service.cli import main


def test_findings_are_told_with_file_line_and_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(changed("Hai bên nhất trí.", "Hai bên nhất trí mở lối mở.", SMALL), "utf-8")
    assert main(["check", str(source)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert (
        f"{source}:21: sections[0].items[0].vi: warning (opening-needs-consent): “mở lối mở”: "
        "opening a passage needs the consent of both governments"
    ) in said
    assert [line.partition(": ")[2].partition(")")[0] for line in said if "without-position" in line] == [
        "parties[1].head.position: error (person-without-position"
    ]
    assert said[-1] == f"{source}: 6 errors, 1 warnings, 0 notes"


def test_json_holds_a_line_a_record_with_suggestions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(changed("双方一致同意。", "越中双方一致同意。", SMALL), "utf-8")
    assert main(["check", "--json", str(source), str(EXAMPLE)]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    found = next(one for one in first["findings"] if one["code"] == "order-of-names")
    assert (first["file"], found["line"], found["severity"]) == (str(source), 22, "warning")
    assert found["suggestion"] == {"start": 0, "end": 2, "text": "中越", "original": None}
    assert second["file"] == str(EXAMPLE)


def test_a_record_without_errors_ends_with_0(tmp_path: Path) -> None:
    whole = (
        EXAMPLE.read_text("utf-8")
        .replace("start: null", 'start: "8:30"')
        .replace("end: null", 'end: "11:00"')
    )
    source = tmp_path / "a.yaml"
    source.write_text("\n".join(line for line in whole.splitlines() if "illustrative" not in line), "utf-8")
    assert main(["check", str(source)]) == 0


def test_every_unreadable_record_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("nothing: here\n", "utf-8")
    assert main(["check", str(tmp_path / "none.yaml"), str(bad)]) == 2
    said = capsys.readouterr().err
    assert "none.yaml: cannot be read" in said
    assert f"{bad}:1: nothing: unknown key" in said


def test_a_record_without_a_day_asks_for_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(changed("date: 2023-12-26\n", "", SMALL), "utf-8")
    assert main(["check", str(source)]) == 2
    assert "give --as-of DAY" in capsys.readouterr().err
    assert main(["check", "--as-of", "2023-12-26", str(source)]) == 1
