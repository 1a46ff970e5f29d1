"""Compiled templates on their shelf: taken again, or compiled anew, and not believed blindly."""

import subprocess
import sys
from pathlib import Path

import pytest

from documents.building import PROPERTIES, facts, template
from service.actions import shelf as module
from service.actions.shelf import Shelf
from service.actions.workshop import open_shelf
from service.core.languages import Language, Side
from service.documents.document import CompiledDocument
from service.documents.drafting import TwinFiles, compile_document
from service.documents.errors import TemplateError, UnknownName
from service.documents.layout import Layout
from service.settings import Settings

NAME = "talks.docx"


def twins(vi: str) -> TwinFiles:
    return TwinFiles(NAME, template(vi), template("中文", language=Language.ZH))


def take(shelf: Shelf, files: TwinFiles, layout: Layout = Layout.VI) -> CompiledDocument:
    return shelf.compiled(files, layout, Side.VN, same_order=True)


def count_compiling(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    compiled: list[str] = []

    def count(files: TwinFiles, layout: Layout, original: Side, *, same_order: bool) -> CompiledDocument:
        compiled.append(f"{layout} {original}")
        return compile_document.__wrapped__(files, layout, original, same_order=same_order)

    monkeypatch.setattr(module, "compile_document", count)
    return compiled


def test_what_is_on_the_shelf_is_not_compiled_again_and_fills_to_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled, files = (
        count_compiling(monkeypatch),
        twins("Chủ trì: {{ a }}{% for b in bs %} {{ b|capital }}{% endfor %}"),
    )
    told = facts({"a": "Hà & Lê", "bs": ["một", "hai"]})
    first = take(Shelf(tmp_path / "compiled"), files).fill(told, PROPERTIES)
    second = take(Shelf(tmp_path / "compiled"), files).fill(told, PROPERTIES)
    assert compiled == ["vi vn"]
    assert first == second == take(Shelf(), files).fill(told, PROPERTIES)


def test_what_comes_from_the_shelf_tells_the_place_of_what_is_wrong(tmp_path: Path) -> None:
    files = twins("Chủ trì: {{ chair.nam }}")
    for _ in range(2):
        with pytest.raises(UnknownName) as refused:
            take(Shelf(tmp_path), files).fill(facts({"chair": {"name": "A"}}), PROPERTIES)
        assert str(refused.value) == (
            f"vi/{NAME}, paragraph 1: «Chủ trì: {{{{ chair.nam }}}}»: “nam” is not known here; “name” is"
        )


def test_another_template_layout_or_python_is_compiled_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = count_compiling(monkeypatch)
    for files in (twins("một"), twins("hai")):
        for layout in (Layout.VI, Layout.ZH):
            take(Shelf(tmp_path), files, layout)
            take(Shelf(tmp_path), files, layout)
    assert compiled == ["vi vn", "zh vn"] * 2
    monkeypatch.setattr(module, "_program", lambda: b"of another version")
    take(Shelf(tmp_path), twins("một"))
    assert len(compiled) == 5


@pytest.mark.parametrize("damage", [b"", b"bienban", b"\x00" * 500])
def test_what_is_damaged_is_compiled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    take(Shelf(tmp_path), twins("một"))
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage or whole[:-1] + bytes([whole[-1] ^ 1]))
    compiled = count_compiling(monkeypatch)
    take(Shelf(tmp_path), twins("một"))
    assert compiled == ["vi vn"]
    assert file.read_bytes() == whole


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_in_which_others_write_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int
) -> None:
    take(Shelf(tmp_path), twins("một"))
    tmp_path.chmod(mode)
    compiled = count_compiling(monkeypatch)
    take(Shelf(tmp_path), twins("một"))
    take(Shelf(tmp_path), twins("hai"))
    assert compiled == ["vi vn", "vi vn"]
    assert len([*tmp_path.iterdir()]) == 1


def test_a_shelf_that_cannot_be_written_costs_no_paper(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "missing" / "compiled")
    assert take(shelf, twins("một")).fill(facts({}), PROPERTIES)
    assert not (tmp_path / "missing").exists()


def test_a_template_that_cannot_be_used_is_not_kept(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(TemplateError):
            take(Shelf(tmp_path), twins("{{ a( }}"))
    assert [*tmp_path.iterdir()] == []


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    for text in ("một", "hai", "ba", "bốn", "năm"):
        take(Shelf(tmp_path), twins(text))
    assert len([*tmp_path.iterdir()]) == 3


def test_the_shelf_stands_in_the_data_folder_once_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = count_compiling(monkeypatch)
    for name in ("none", "none", "."):
        take(open_shelf(Settings(data_dir=tmp_path / name)), twins("một"))
    assert len(compiled) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["compiled"]
    assert (tmp_path / "compiled").stat().st_mode & 0o777 == 0o700


def test_filling_what_was_kept_loads_neither_jinja_nor_lxml(tmp_path: Path) -> None:
    take(Shelf(tmp_path), twins("{{ a }}"))
    program = """
import sys
from datetime import date
from pathlib import Path
from service.core.languages import Language
from service.documents.document import load_document
from service.documents.properties import DraftProperties
(file,) = Path(sys.argv[1]).iterdir()
facts = {language: {"a": "b"} for language in Language}
made = load_document(file.read_bytes()).fill(facts, DraftProperties("a", "vi-VN", date(2023, 12, 26), {}))
print(made[:2] == b"PK", sorted({"lxml", "jinja2", "pydantic"} & set(sys.modules)))
"""
    command = [sys.executable, "-c", program, str(tmp_path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert printed == "True []\n"
