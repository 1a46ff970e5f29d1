"""`bienban annotate` as a person or a program meets it: a text in, JSON Lines out."""

import io
import json
import sys
from pathlib import Path

import pytest

from service.actions.annotate import MAX_BYTES
from service.cli import main


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")


def test_a_file_is_annotated_a_line_a_find(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "text.txt"
    file.write_text("河江省外事厅厅长和联合工作组第九次会议", encoding="utf-8")
    assert main(["annotate", "--lang", "zh", "--as-of", "2023-12-26", str(file)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["start"], line["end"], line["kind"], line["equivalents"]) for line in lines] == [
        (0, 8, "position", ["Giám đốc Sở Ngoại vụ tỉnh Hà Giang"]),
        (9, 19, "session", ["Phiên họp lần thứ 9 Nhóm Công tác liên hợp"]),
    ]


def test_standard_input_is_read_and_the_day_is_today(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = io.TextIOWrapper(io.BytesIO("tỉnh Hà Giang".encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", data)
    assert main(["annotate", "--lang", "vi"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["valid"] is False


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a\nb\xff", "text.txt:2: not UTF-8; save the file as UTF-8"),
        (b" " * (MAX_BYTES + 1), "text.txt: larger than 4194304 bytes"),
    ],
    ids=["not UTF-8", "too large"],
)
def test_what_cannot_be_read_is_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    file = tmp_path / "text.txt"
    file.write_bytes(data)
    assert main(["annotate", "--lang", "vi", str(file)]) == 2
    assert capsys.readouterr().err.removeprefix(f"{tmp_path}/") == f"{said}\n"


def test_a_missing_file_is_one_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", "--lang", "vi", str(tmp_path / "none.txt")]) == 2
    assert "cannot be read: No such file" in capsys.readouterr().err
