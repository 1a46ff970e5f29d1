"""`bienban convert` as a person or a program meets it: lines in, lines out."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from service.cli import PIPE_CLOSED, main


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")


def convert(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str | bytes, *options: str
) -> tuple[int, str, str]:
    data = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    status = main(["convert", *options])
    said = capsys.readouterr()
    return status, said.out, said.err


VI_TO_ZH = ("--from", "vi", "--to", "zh")
ZH_TO_VI = ("--from", "zh", "--to", "vi")


def test_every_line_comes_out_again_with_its_mentions_converted_and_the_rest_untouched(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "  Kim ngạch đạt 253,9 triệu USD, tăng 17,8%!\n\nkhông có gì\tở đây\nQuốc lộ 4C, 60-NQ/TW"
    status, out, err = convert(monkeypatch, capsys, text, *VI_TO_ZH)
    assert status == 0
    assert out == "  Kim ngạch đạt 2.539亿美元, 增长17.8%!\n\nkhông có gì\tở đây\n4C号国道, 60-NQ/TW"
    assert err == ""


def test_the_other_direction_and_the_ends_of_lines_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = convert(monkeypatch, capsys, "投资1.03亿元人民币。\r\n2023年12月26日上午\n", *ZH_TO_VI)
    assert out == "投资103 triệu NDT。\r\nsáng 26/12/2023\n"


def test_what_is_open_is_asked_about_with_its_line_and_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, err = convert(monkeypatch, capsys, "một\nngày 27.4 tăng 2 lần\n", *VI_TO_ZH)
    assert out == "một\n4月27日 tăng 2 lần\n"
    year, times = err.splitlines()
    assert year == "-:2:1: “ngày 27.4” was written as “4月27日”, but ask: the year is missing"
    assert times.startswith("-:2:11: “tăng 2 lần” was left as it stands: a change of 2 times can mean two")
    _, out, err = convert(monkeypatch, capsys, "3 sào", *VI_TO_ZH)
    assert out == "3 sào"
    assert "give the area in ha or m²" in err


def test_a_year_that_is_given_settles_dates_without_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, err = convert(monkeypatch, capsys, "ngày 27.4", *VI_TO_ZH, "--year", "2022")
    assert (out, err) == ("4月27日", "")


def test_json_gives_the_mentions_of_each_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, err = convert(monkeypatch, capsys, "34/34 xã\nxin chào\n", *VI_TO_ZH, "--json")
    first, second = map(json.loads, out.splitlines())
    (mention,) = first["mentions"]
    assert (mention["start"], mention["kind"], mention["rendering"]) == (0, "ratio", "全部34个乡")
    assert second == {"text": "xin chào\n", "mentions": []}
    assert err == ""


def test_a_file_is_read_and_a_wrong_one_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "ghi chép.txt"
    file.write_text("quý I/2024\n", encoding="utf-8")
    assert convert(monkeypatch, capsys, "", *VI_TO_ZH, str(file))[:2] == (0, "2024年第一季度\n")
    status, _, err = convert(monkeypatch, capsys, "", *VI_TO_ZH, str(tmp_path / "none"))
    assert (status, err) == (2, f"{tmp_path}/none: cannot be read: No such file or directory\n")


def test_bytes_that_are_no_utf_8_are_refused_with_their_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = convert(monkeypatch, capsys, "một\n".encode() + b"\xff\xfe\n", *VI_TO_ZH)
    assert (status, out) == (2, "một\n")
    assert err == "-:2: not UTF-8; save the file as UTF-8\n"


def test_one_language_twice_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = convert(monkeypatch, capsys, "", "--from", "vi", "--to", "vi")
    assert (status, err) == (2, "--from and --to are the same language; one is vi, the other zh\n")


def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("34/34 xã\n" * 20_000, encoding="utf-8")
    convert_it = f'"{sys.executable}" -m service.cli convert --from vi --to zh "{text}"'
    command = f'{convert_it} | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)  # noqa: S607
    assert done.stdout.split() == ["全部34个乡", str(PIPE_CLOSED)]
    assert done.stderr == ""
