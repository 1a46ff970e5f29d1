"""The rows of the threat list that are no single file, and that no row is without a test."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from attacks.files import related
from attacks.table import ATTACKS
from documents.building import fill, template
from samples import EXAMPLE, ROOT
from service.actions.check_templates import check_templates
from service.documents.errors import RenderLimit, UnknownName
from service.documents.gate import open_docx

ROWS = {
    "DC-DOCX": (1, 4, 6, 7, 8, 9, 10, 12, 14, 15, 16, 17, 19, 20, 22, 23, 24, 25),
    "DX-DOCX": (1, 2, 3, 5, 6, 7, 8, 9, 13),
    "AS-AUTH": (3, 4, 5, 6, 8, 9, 10, 12, 13, 14),
    "TJ-TEMP": (1, 2, 3, 6, 7, 8, 11, 12, 13, 15, 16, 17, 18),
    "TD-TEXT": (1, 2, 3, 4, 5, 6, 10, 12, 13),
    "AR-API": (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 14, 16, 17),
    "AT-AUTH": (1, 3, 4, 6, 7, 8, 9),
}
_TESTED = re.compile(r"def test_([a-z]{2}_[a-z]+)_((?:\d\d_)+)")


def test_no_row_is_without_a_test() -> None:
    tests = Path(__file__).parent.parent
    files = (path for room in ("attacks", "matrix") for path in (tests / room).glob("test_*.py"))
    sources = "".join(path.read_text("utf-8") for path in files)
    tested = {
        f"{area.replace('_', '-').upper()}-{number}"
        for area, numbers in _TESTED.findall(sources)
        for number in numbers.split("_")
    }
    named = " ".join(ATTACKS)
    ids = [f"{area}-{number:02}" for area, numbers in ROWS.items() for number in numbers]
    assert [row for row in ids if f"{row} " not in named and row not in tested] == []


def checked(folder: Path, *body: str, name: str = "talks-record.docx") -> list[tuple[str, str]]:
    path = folder / "vi" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(template(*body))
    return [(finding.code, str(finding.message)) for finding in check_templates([path]).findings]


def test_tj_temp_15_an_unknown_variable_is_told_before_and_never_printed_blank(tmp_path: Path) -> None:
    told = [
        said for code, said in checked(tmp_path, "{{ a }} {{ b }}", "{{ c.d }}") if code == "unknown_name"
    ]
    assert len(told) == 3
    with pytest.raises(UnknownName) as caught:
        fill(["Chủ trì: {{ chiar }}"], {"chair": "An"})
    assert caught.value.code == "unknown_name"


@pytest.mark.parametrize("body", [["{% for section in sections %}", "a"], ["a", "{% if signed %}b"]])
def test_tj_temp_16_an_unclosed_loop_is_told_with_its_paragraph(tmp_path: Path, body: list[str]) -> None:
    ((code, said),) = checked(tmp_path, *body)
    assert code == "template_unclosed"
    assert ", paragraph " in said


def test_tj_temp_17_a_template_without_a_mandatory_field_is_told(tmp_path: Path) -> None:
    told = [said for code, said in checked(tmp_path, "{{ title }}") if code == "mandatory_missing"]
    for what in ("the date", "the heads of delegation", "that both are authentic"):
        assert any(what in said for said in told), what


def test_tj_temp_11_loops_in_loops_end_by_a_budget() -> None:
    body = ["{% for a in xs %}{% for b in xs %}{% for c in xs %}x{% endfor %}{% endfor %}{% endfor %}"]
    with pytest.raises(RenderLimit) as caught:
        fill(body, {"xs": ["a"] * 1000})
    assert caught.value.code == "render_limit"


@pytest.mark.parametrize("moment_s", [0.4, 0.8, 1.2, 1.6])
def test_tj_temp_18_a_killed_drafting_leaves_no_half_file_and_can_be_repeated(
    tmp_path: Path, moment_s: float
) -> None:
    command = [sys.executable, "-m", "service.cli", "draft", str(EXAMPLE), "--out", str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    killed = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(moment_s)
    killed.kill()
    killed.wait()
    for path in tmp_path.glob("*.docx"):
        assert open_docx(path.read_bytes(), path.name)
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert len(list(tmp_path.glob("*.docx"))) == 8


def test_dc_docx_20_no_draft_fetches_anything_from_outside() -> None:
    drafted = fill(related("hyperlink", "https://hagiang.gov.vn"), {"chair": "file:///etc/passwd"})
    relations = re.findall(rb"<Relationship [^>]*External[^>]*>", b"".join(drafted.parts.values()))
    assert all(b'Target="https://hagiang.gov.vn"' in link for link in relations)
