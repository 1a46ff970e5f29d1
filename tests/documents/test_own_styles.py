"""The measures of own papers and plans, typed by hand: NĐ 30, 36-HD/VPTW, GB/T 9704."""

from functools import cache

import pytest

from documents.building import Drafted, properties_of, read, value
from service.documents.ooxml import Element, w
from service.documents.shipped.build import build_templates

OWN_VI, OWN_ZH = "vi/talks-record-internal.docx", "zh/talks-record-internal.docx"
PLAN_VI, PLAN_ZH = "vi/action-plan.docx", "zh/action-plan.docx"
OWN_PLAN_VI = "vi/action-plan-internal.docx"
TITLE_SONG = "方正小标宋简体"
NEW = [name for name in build_templates() if "talks-record.docx" not in name]


@cache
def shipped(name: str) -> Drafted:
    return read(build_templates()[name])


def style(template: str, name: str) -> Element:
    root = shipped(template).root("word/styles.xml")
    return next(one for one in root.iter(w("style")) if value(one, "name") == name)


def has(element: Element, path: str) -> bool:
    return element.find("/".join(map(w, path.split("/")))) is not None


def spacing(element: Element) -> tuple[int, int, int]:
    """Exact line (0 where it is none), space before and after, in twips."""
    found = element.find(f"{w('pPr')}/{w('spacing')}")
    if found is None:
        return 0, 0, 0
    exact = found.get(w("lineRule")) == "exact"
    line = int(found.get(w("line")) or 0) if exact else 0
    return line, int(found.get(w("before")) or 0), int(found.get(w("after")) or 0)


# Template, style, points, bold, capitals, alignment, exact line, space before and after.
TABLE: list[tuple[str, str, float, bool, bool, str, tuple[int, int, int]]] = [
    # Nghị định 30/2020/NĐ-CP, Annex I: nation 12-13, motto 13-14, bodies 12-13, number 13, type 13-14.
    (OWN_VI, "Minutes nation (vi)", 13, True, True, "center", (0, 0, 0)),
    (OWN_VI, "Minutes motto (vi)", 14, True, False, "center", (0, 0, 0)),
    (OWN_VI, "Minutes superior (vi)", 13, False, True, "center", (0, 0, 0)),
    (OWN_VI, "Minutes issuing body (vi)", 13, True, True, "center", (0, 0, 0)),
    (OWN_VI, "Minutes number (vi)", 13, False, False, "center", (0, 60, 0)),
    (OWN_VI, "Minutes place and date (vi)", 14, False, False, "center", (0, 60, 0)),
    (OWN_VI, "Minutes type (vi)", 14, True, True, "center", (0, 240, 0)),
    (OWN_VI, "Minutes subject (vi)", 14, True, False, "center", (0, 0, 0)),
    (OWN_VI, "Minutes last subject (vi)", 14, True, False, "center", (0, 0, 60)),
    (OWN_VI, "Minutes office (vi)", 14, True, True, "center", (0, 0, 0)),
    (OWN_VI, "Minutes basis (vi)", 14, False, False, "both", (0, 0, 120)),
    (OWN_VI, "Minutes recipients (vi)", 12, True, False, "left", (0, 240, 0)),
    (OWN_VI, "Minutes recipient (vi)", 11, False, False, "left", (0, 0, 0)),
    # Hướng dẫn 36-HD/VPTW: the name of the Party 15.
    (OWN_VI, "Minutes party (vi)", 15, True, True, "center", (0, 0, 0)),
    # GB/T 9704-2012, 10.3, and look/documents.md: mark 42 pt, issue line 16 pt, body on 28.95 pt.
    (OWN_ZH, "Minutes red mark (zh)", 42, False, False, "center", (1000, 1860, 0)),
    (OWN_ZH, "Minutes issue line (zh)", 16, False, False, "left", (579, 360, 579)),
    (OWN_ZH, "Minutes attendance (zh)", 16, False, False, "left", (579, 0, 0)),
    (OWN_ZH, "Minutes first attendance (zh)", 16, False, False, "left", (579, 579, 0)),
    (OWN_ZH, "Minutes body (zh)", 16, False, False, "both", (579, 0, 0)),
    # The plan: cells 11.5 on 15 pt over 11 on 16 pt, titles 16, 13 and 20.
    (PLAN_VI, "Minutes table text (vi)", 11.5, False, False, "left", (300, 0, 0)),
    (PLAN_VI, "Minutes table head (vi)", 11.5, True, False, "center", (300, 0, 0)),
    (PLAN_ZH, "Minutes table text (zh)", 11, False, False, "left", (320, 0, 0)),
    (PLAN_ZH, "Minutes table head (zh)", 11, False, False, "center", (320, 0, 0)),
    (PLAN_VI, "Minutes type (vi)", 16, True, True, "center", (460, 0, 0)),
    (PLAN_VI, "Minutes subject (vi)", 13, True, False, "center", (400, 0, 0)),
    (PLAN_ZH, "Minutes subject (zh)", 20, False, False, "center", (540, 0, 160)),
]


@pytest.mark.parametrize(
    ("template", "name", "size", "bold", "caps", "align", "space"),
    TABLE,
    ids=[row[1] + row[0] for row in TABLE],
)
def test_a_style_of_the_new_papers_has_its_measures(  # noqa: PLR0913, PLR0917 - the columns of the table
    template: str,
    name: str,
    size: float,
    bold: bool,  # noqa: FBT001 - a column of the table
    caps: bool,  # noqa: FBT001 - a column of the table
    align: str,
    space: tuple[int, int, int],
) -> None:
    found = style(template, name)
    assert value(found, "rPr/sz") == str(round(size * 2))
    assert (has(found, "rPr/b"), has(found, "rPr/caps")) == (bold, caps)
    assert value(found, "pPr/jc") == align
    assert spacing(found) == space


def test_the_chinese_mark_is_red_and_wide_and_its_line_too() -> None:
    mark, line = (style(OWN_ZH, f"Minutes {name} (zh)") for name in ("red mark", "issue line"))
    assert value(mark, "rPr/color") == "FF0000"
    assert value(mark, "rPr/spacing") == "160"
    fonts = mark.find(f"{w('rPr')}/{w('rFonts')}")
    assert fonts is not None
    assert {fonts.get(w(face)) for face in ("ascii", "hAnsi", "eastAsia")} == {TITLE_SONG}
    rule = line.find(f"{w('pPr')}/{w('pBdr')}/{w('bottom')}")
    assert rule is not None
    assert (rule.get(w("sz")), rule.get(w("color"))) == ("12", "FF0000")
    tab = line.find(f"{w('pPr')}/{w('tabs')}/{w('tab')}")
    assert tab is not None
    assert (tab.get(w("val")), tab.get(w("pos"))) == ("right", "8844")  # 156 mm


def test_attendance_turns_under_the_first_name() -> None:
    indent = style(OWN_ZH, "Minutes attendance (zh)").find(f"{w('pPr')}/{w('ind')}")
    assert indent is not None
    assert (indent.get(w("left")), indent.get(w("hanging"))) == ("2240", "1600")


@pytest.mark.parametrize(
    ("name", "millimetres", "column"),
    [
        ("issuing body line", 15, 68),
        ("motto line", 60, 97),
        ("party line", 83, 97),
        ("subject line", 45, 165),
    ],
)
def test_a_line_of_the_head_is_as_long_as_it_should_be(name: str, millimetres: int, column: int) -> None:
    found = style(OWN_VI, f"Minutes {name} (vi)")
    indent, rule = found.find(f"{w('pPr')}/{w('ind')}"), found.find(f"{w('pPr')}/{w('pBdr')}/{w('top')}")
    assert indent is not None
    assert rule is not None
    assert rule.get(w("sz")) == "6"
    left, right = (int(indent.get(w(edge)) or 0) for edge in ("left", "right"))
    assert left == right
    assert column * 56.7 - left - right == pytest.approx(millimetres * 56.7, abs=6)


@pytest.mark.parametrize(
    ("template", "size", "margins"),
    [
        (OWN_VI, ("11906", "16838"), ("1134", "850", "1134", "1701")),
        (OWN_ZH, ("11906", "16838"), ("2098", "1474", "1984", "1587")),
        (PLAN_VI, ("16838", "11906"), ("1417", "1247", "1134", "1417")),
        (PLAN_ZH, ("16838", "11906"), ("1417", "1247", "1134", "1417")),
        (OWN_PLAN_VI, ("16838", "11906"), ("1417", "1247", "1134", "1417")),
    ],
)
def test_the_page_of_a_new_paper(template: str, size: tuple[str, str], margins: tuple[str, ...]) -> None:
    root = shipped(template).root("word/document.xml")
    page, edges = (next(root.iter(w(name))) for name in ("pgSz", "pgMar"))
    assert (page.get(w("w")), page.get(w("h"))) == size
    assert tuple(edges.get(w(edge)) for edge in ("top", "right", "bottom", "left")) == margins


@pytest.mark.parametrize("template", [PLAN_VI, PLAN_ZH])
def test_the_table_of_tasks_has_its_columns_lines_and_repeated_head(template: str) -> None:
    root = shipped(template).root("word/document.xml")
    table = next(
        one for one in root.iter(w("tbl")) if len(one.findall(f"{w('tblGrid')}/{w('gridCol')}")) == 8
    )
    widths = [int(one.get(w("w")) or 0) for one in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    assert [round(width / 56.7) for width in widths] == [11, 26, 62, 33, 33, 35, 25, 25]
    borders = table.find(f"{w('tblPr')}/{w('tblBorders')}")
    assert borders is not None
    assert {(one.get(w("sz")), one.get(w("color"))) for one in borders} == {("4", "7F7F7F")}
    head = table.findall(w("tr"))[0]
    assert has(head, "trPr/tblHeader")
    assert {one.get(w("fill")) for one in head.iter(w("shd"))} == {"F2F2F2"}


def test_signatures_across_have_up_to_five_blocks_of_one_width() -> None:
    root = shipped(PLAN_VI).root("word/document.xml")
    found = []
    for table in root.iter(w("tbl")):
        widths = [int(one.get(w("w")) or 0) for one in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
        if max(widths) - min(widths) <= len(widths):
            found.append((len(widths), round(min(widths) / 56.7)))
    assert found == [(2, 125), (3, 83), (4, 62), (5, 50)]


@pytest.mark.parametrize("template", NEW)
def test_every_paragraph_of_a_new_paper_is_in_a_named_style_and_has_no_other_form(template: str) -> None:
    root = shipped(template).root("word/document.xml")
    known = {one.get(w("styleId")) for one in shipped(template).root("word/styles.xml").iter(w("style"))}
    for paragraph in root.iter(w("p")):
        assert [child.tag for child in paragraph.iterfind(f"{w('pPr')}/*")] == [w("pStyle")]
        assert value(paragraph, "pPr/pStyle") in known
    runs = [properties_of(run) for run in root.iter(w("r"))]
    assert all("rFonts=eastAsia" in look for look in runs) is template.startswith("zh/")


def test_the_basis_of_a_vietnamese_paper_is_italic() -> None:
    """Nghị định 30/2020/NĐ-CP, Annex I, II.6."""
    assert has(style(OWN_VI, "Minutes basis (vi)"), "rPr/i")
    assert not has(style(OWN_VI, "Minutes body (vi)"), "rPr/i")
