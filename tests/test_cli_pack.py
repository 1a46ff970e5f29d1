"""`bienban pack`."""

from pathlib import Path

import pytest

from samples import EXAMPLE, EXAMPLES
from service.cli import main

STEM = EXAMPLE.stem


def test_a_pack_holds_both_originals_and_three_sheets_a_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", str(EXAMPLE), "--out", str(tmp_path / "pack")]) == 0
    kinds = ("consecutive", "names-to-verify", "interpreter-sheet", "originals-proof")
    names = {f"{STEM}-{side}-{kind}.docx" for side in ("vn", "cn") for kind in kinds}
    assert {file.name for file in (tmp_path / "pack").iterdir()} == names
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "The two originals differ in order only."
    assert len(said) == len(names) + 1


def test_the_same_record_gives_the_same_pack(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        assert main(["pack", str(EXAMPLE), "--out", str(tmp_path / folder)]) == 0
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_a_final_pack_is_refused_while_there_are_gaps(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = EXAMPLES / "action-plan-2023-2025.yaml"
    assert main(["pack", str(record), "--final", "--out", str(tmp_path / "pack")]) == 2
    assert "a gap; a final paper has none" in capsys.readouterr().err
    assert not (tmp_path / "pack").exists()


def test_a_record_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pack", str(tmp_path / "none.yaml"), "--out", str(tmp_path)]) == 2
    assert "none.yaml: cannot be read: " in capsys.readouterr().err


def test_a_missing_sheet_template_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("vi", "zh"):
        folder = tmp_path / language
        folder.mkdir()
        for file in (Path(__file__).parent.parent / "templates" / language).glob("talks-record*.docx"):
            (folder / file.name).write_bytes(file.read_bytes())
    monkeypatch.setenv("BIENBAN_TEMPLATES_DIR", str(tmp_path))
    assert main(["pack", str(EXAMPLE), "--out", str(tmp_path / "pack")]) == 2
    path = tmp_path / "vi" / "names-to-verify.docx"
    assert f"there is no template for this sheet: {path} is missing" in capsys.readouterr().err
