"""A paper drafted as it is to be signed: nothing of a draft about it, and nothing unfinished in it."""

from pathlib import Path

import pytest

from reading import paragraphs, part, part_names, text_of
from service.cli import main
from service.documents.lint import lint_docx

EXAMPLE = Path(__file__).parents[2] / "examples" / "talks-record-2023-12-26.yaml"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")


def finished(folder: Path) -> Path:
    text = EXAMPLE.read_text(encoding="utf-8").replace("        illustrative: true\n", "")
    text = text.replace("start: null ", "start: 8:30 ").replace("end: null", "end: 11:05")
    file = folder / "finished.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_final_paper_bears_no_mark_of_a_draft(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert (
        main(["draft", str(finished(tmp_path)), "--out", str(out), "--final", "--layout", "consecutive"]) == 0
    )
    for file in out.glob("*.docx"):
        docx = file.read_bytes()
        heads = [text_of(part(docx, name)) for name in part_names(docx) if name.startswith("word/header")]
        assert heads
        assert not [head for head in heads if "bb-" in head or "DỰ THẢO" in head or "草案" in head]
        assert lint_docx(docx) == []
        texts = "\n".join(paragraphs(docx))
        assert "bắt đầu lúc 8 giờ 30 phút, kết thúc lúc 11 giờ 05 phút." in texts
        assert "开始时间8时30分，结束时间11时05分。" in texts
        assert "Minh họa" not in texts


def test_a_name_without_a_source_is_a_warning_in_a_final_paper_and_a_note_in_a_draft(tmp_path: Path) -> None:
    for options, word in (([], "note"), (["--final"], "warning")):
        out = tmp_path / word
        assert main(["draft", str(finished(tmp_path)), "--out", str(out), *options]) == 0
        page = (out / "index.html").read_text(encoding="utf-8")
        assert f'<span class="word {word}">' in page


def test_an_unfinished_paper_is_refused_as_final_with_every_reason_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["draft", str(EXAMPLE), "--out", str(out), "--final"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].endswith(": start: a gap; a final paper has none")
    assert said[1].endswith(": end: a gap; a final paper has none")
    assert len([line for line in said if "is illustrative" in line]) == 4
    assert len(said) == 6
    assert not out.exists()
