"""`bienban templates check` and `names` as an officer meets them: words, exit status, JSON."""

import json
import re
from pathlib import Path

import pytest

from documents.building import template
from samples import ROOT
from service.cli import main

SHIPPED = sorted(map(str, (ROOT / "templates").glob("*/talks-record.docx")))


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "vi" / "other.docx"
    path.parent.mkdir()
    path.write_bytes(template("Ngày {{ meeting.dya }}"))
    return path


def test_the_shipped_templates_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check", *SHIPPED]) == 0
    assert capsys.readouterr().out == f"templates: {len(SHIPPED)}; errors: 0; warnings: 0\n"


def test_errors_end_with_one_and_warnings_do_not(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check", str(faulty)]) == 1
    warning, error, total = capsys.readouterr().out.splitlines()
    assert warning.startswith(f"warning: {faulty}: its name tells no document type")
    assert error == (
        f"error: {faulty}, paragraph 1: «Ngày {{{{ meeting.dya }}}}»:"
        " “meeting.dya” is not known here; “meeting.day” is"
    )
    assert total == "templates: 1; errors: 1; warnings: 1"
    faulty.write_bytes(template("Ngày {{ meeting.day }}"))
    assert main(["templates", "check", str(faulty)]) == 0


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "đoạn 1: «Ngày {{ meeting.dya }}»: ở đây không có “meeting.dya”"),
        ("zh", "第1段：«Ngày {{ meeting.dya }}»：此处没有“meeting.dya”"),
    ],
)
def test_findings_are_said_in_the_reader_s_language(
    faulty: Path,
    language: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", language)
    assert main(["templates", "check", str(faulty)]) == 1
    out = capsys.readouterr().out
    assert said in out
    assert "paragraph" not in out
    assert "error" not in out


def test_findings_as_json_name_part_paragraph_and_tag(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", "check", "--json", str(faulty)]) == 1
    _, error = map(json.loads, capsys.readouterr().out.splitlines())
    assert error == {
        "file": str(faulty),
        "code": "unknown_name",
        "severity": "error",
        "part": "word/document.xml",
        "paragraph": 1,
        "text": "Ngày {{ meeting.dya }}",
        "tag": "meeting.dya",
        "message": f"{faulty}, paragraph 1: «Ngày {{{{ meeting.dya }}}}»:"
        " “meeting.dya” is not known here; “meeting.day” is",
    }


def test_names_are_printed_with_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "names"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (day,) = (line for line in lines if line.startswith("{{ meeting.day }}"))
    assert re.fullmatch(r"\{\{ meeting.day \}\}  .*ngày \d+ tháng \d+ năm 2023 \| 2023年\d+月\d+日.*", day)
    assert "{% for section in sections %}" in lines


def test_names_as_json_are_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "names", "--json"]) == 0
    names = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (day,) = (name for name in names if name["name"] == "meeting.day")
    assert "tháng" in day["vi"]
    assert "月" in day["zh"]
    assert day["kind"] == "text"
