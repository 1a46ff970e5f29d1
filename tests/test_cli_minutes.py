"""`bienban minutes next` and `bienban minutes from-notes`."""

import json
from pathlib import Path

import pytest

from samples import EXAMPLES
from service.cli import main

FIVE = EXAMPLES / "joint-minutes-2023-03-27.yaml"


def test_the_next_record_reads_back_and_drafts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "next.yaml"
    place = ["--place", "tỉnh Lai Châu"]
    assert main(["minutes", "next", str(FIVE), "--date", "2025-10-30", *place, "--out", str(out)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "parties[2].body: was “tỉnh Hà Giang”, is “tỉnh Tuyên Quang” now"
    assert said[-1] == f"written: {out}"
    text = out.read_text("utf-8")
    assert text.startswith("# drawn up from joint-minutes-2023-03-27.yaml; what is not known is null\n")
    assert '    # was “tỉnh Hà Giang”, is “tỉnh Tuyên Quang” now\n    body: "tỉnh Tuyên Quang"\n' in text
    assert text.count("# what has been done about it?") == 7
    assert main(["draft", str(out), "--layout", "vi", "--out", str(tmp_path / "drafts")]) == 0


def test_a_record_that_is_none_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "next.yaml"
    plan = EXAMPLES / "action-plan-2023-2025.yaml"
    assert main(["minutes", "next", str(plan), "--date", "2026-01-01", "--out", str(out)]) == 2
    assert not out.exists()


NOTES = Path(__file__).parent / "exchange" / "notes" / "zh-notes-1.txt"


def test_notes_become_a_record_with_its_passages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new.yaml"
    options = ["--lang", "zh", "--as-of", "2024-11-20", "--out", str(out)]
    assert main(["minutes", "from-notes", str(NOTES), *options]) == 0
    assert capsys.readouterr().out == f"written: {out}\n"
    text = out.read_text("utf-8")
    assert text.startswith(
        "# proposed from zh-notes-1.txt; look at every field before you go on\n"
        "# not recognised, to be sorted by hand:\n#   line 4: “翻译若干”\n"
    )
    assert '# line 2: “地点：苗旺县”\nplace: "苗旺县"\n' in text
    assert (
        "# ? the order of names is chosen for each paper; no notes say it\nname_order: simplified\n" in text
    )
    assert main(["draft", str(out), "--layout", "zh", "--out", str(tmp_path / "drafts")]) == 0


def test_notes_as_json_have_offsets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["minutes", "from-notes", "--lang", "zh", "--as-of", "2024-11-20", "--json", str(NOTES)]) == 0
    data = json.loads(capsys.readouterr().out)
    notes = NOTES.read_text("utf-8")
    place = next(one for one in data["fields"] if one["path"] == "place")
    assert [notes[at["start"] : at["end"]] for at in place["passages"]] == ["地点：苗旺县"]
    assert data["record"]["place"] == "苗旺县"
    assert [one["text"] for one in data["unrecognised"]] == ["翻译若干"]
    assert data["share"] > 0.9


def test_notes_without_a_file_to_write_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["minutes", "from-notes", "--lang", "zh", "--as-of", "2024-11-20", str(NOTES)]) == 0
    assert capsys.readouterr().out.startswith("# proposed from zh-notes-1.txt")


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xff\xfe", "not UTF-8"), ("một\u200bhai".encode(), "invisible character U+200B")],
)
def test_notes_that_cannot_be_read_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    source = tmp_path / "notes.txt"
    source.write_bytes(data)
    assert main(["minutes", "from-notes", "--lang", "vi", "--as-of", "2024-11-20", str(source)]) == 2
    assert said in capsys.readouterr().err


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    source, out = tmp_path / "notes.txt", tmp_path / "a.yaml"
    source.write_bytes(b"\xef\xbb\xbf" + NOTES.read_bytes().replace(b"\n", b"\r\n"))
    options = ["--lang", "zh", "--as-of", "2024-11-20", "--out", str(out)]
    assert main(["minutes", "from-notes", str(source), *options]) == 0
    assert 'place: "苗旺县"' in out.read_text("utf-8")
