"""`bienban minutes next`."""

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
