"""The five layouts: which language stands where, on which page, under which headers."""

import pytest

from documents.building import NAME, Drafted, fill, fill_twins, p, run, tbl, template, tr, value
from service.core.languages import Language, Side
from service.documents.errors import TemplateError
from service.documents.layout import Layout
from service.documents.ooxml import Element, R, w
from service.documents.values import Segment

BODY = "Minutes body"
VI = ["Một", p("Hai", role=BODY)]
ZH = ["一", p("二", role=BODY)]
ORDERED = ["{% for x in parties %}", "{{ x }}", "{% endfor %}"]


def margins(section: Element) -> dict[str, str]:
    names = ("top", "right", "bottom", "left", "header", "footer", "gutter")
    return {name: value(section, "pgMar", name) for name in names}


def sections(drafted: Drafted) -> list[Element]:
    return list(drafted.root().iter(w("sectPr")))


def references(section: Element) -> list[tuple[str, str]]:
    return [
        (str(child.tag).removeprefix(w("")), child.get(w("type"), ""))
        for child in section
        if child.get(f"{{{R}}}id") is not None
    ]


def grid(drafted: Drafted, table: int = 0) -> list[int]:
    found = list(drafted.root().iter(w("tbl")))[table]
    return [int(column.get(w("w"), "")) for column in found.findall(f"{w('tblGrid')}/{w('gridCol')}")]


# Order.


@pytest.mark.parametrize(
    ("layout", "original", "texts"),
    [
        (Layout.COLUMNS, Side.VN, ["Tiếng Việt", "中文", "Một", "一", "Hai", "二", ""]),
        (Layout.COLUMNS, Side.CN, ["中文", "Tiếng Việt", "一", "Một", "二", "Hai", ""]),
        (Layout.STACKED, Side.VN, ["Một", "一", "Hai", "二", ""]),
        (Layout.STACKED, Side.CN, ["一", "Một", "二", "Hai", ""]),
        (Layout.CONSECUTIVE, Side.VN, ["Một", "Hai", "", "一", "二"]),
        (Layout.CONSECUTIVE, Side.CN, ["一", "二", "", "Một", "Hai"]),
        (Layout.VI, Side.VN, ["Một", "Hai"]),
        (Layout.VI, Side.CN, ["Một", "Hai"]),
        (Layout.ZH, Side.VN, ["一", "二"]),
        (Layout.ZH, Side.CN, ["一", "二"]),
    ],
)
def test_the_keeper_s_language_stands_first(layout: Layout, original: Side, texts: list[str]) -> None:
    assert fill_twins(VI, ZH, layout=layout, original=original).texts() == texts


def test_stacked_pairs_share_one_cell() -> None:
    assert fill_twins(VI, ZH, layout=Layout.STACKED).rows() == [[["Một", "一"]], [["Hai", "二"]]]


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_ordered_loops_share_one_row_under_the_simplified_order(layout: Layout) -> None:
    vi, zh = {"parties": ["Việt", "Trung"]}, {"parties": ["中方", "越方"]}
    together = fill_twins(ORDERED, ORDERED, vi, zh, layout=layout, same_order=False).rows()[-1]
    assert together == (
        [["", "Việt", "Trung"], ["中方", "越方"]]
        if layout is Layout.COLUMNS
        else [["", "Việt", "Trung", "中方", "越方"]]
    )


def test_ordered_loops_go_in_step_under_alternat() -> None:
    vi, zh = {"parties": ["Việt", "Trung"]}, {"parties": ["越方", "中方"]}
    assert fill_twins(ORDERED, ORDERED, vi, zh).rows()[1:] == [[["Việt"], ["越方"]], [["Trung"], ["中方"]]]


@pytest.mark.parametrize(
    "governing",
    [
        "{% for x in parties %}a{% endfor %}",
        "{% for x in signatures %}",
        "{% if first.title %}",
        "{% if second %}",
    ],
)
def test_every_ordered_fact_is_taken_whole_under_the_simplified_order(governing: str) -> None:
    end = "{% endif %}" if "if" in governing else "{% endfor %}"
    body = [governing, "a", end] if "endfor" not in governing else [governing]
    values = {"parties": [1], "signatures": [1, 2], "first": {"title": "x"}, "second": ""}
    other = {"parties": [1], "signatures": [1, 2], "first": {"title": ""}, "second": "y"}
    drafted = fill_twins([*body, "."], [*body, "."], values, other, same_order=False)
    assert drafted.rows()[-1] == [["."], ["."]]


def test_other_loops_go_in_step_under_either_order() -> None:
    body = ["{% for x in sections %}", "{{ x }}", "{% endfor %}"]
    drafted = fill_twins(body, body, {"sections": ["a", "b"]}, {"sections": ["甲", "乙"]}, same_order=False)
    assert drafted.rows()[1:] == [[["a"], ["甲"]], [["b"], ["乙"]]]


def signatures() -> list[str]:
    return [
        tbl(tr("{% for s in signatures %}", ""), tr("{{ s.left }}", "{{ s.right }}"), tr("{% endfor %}", "")),
        "",
    ]


def test_tables_of_ordered_facts_stand_apart_under_the_simplified_order() -> None:
    vi, zh = (
        {"signatures": [{"left": "Việt", "right": "Trung"}]},
        {"signatures": [{"left": "中", "right": "越"}]},
    )
    drafted = fill_twins(signatures(), signatures(), vi, zh, same_order=False)
    assert drafted.rows(0) == [[["Việt"], ["Trung"]]]
    assert drafted.rows(1) == [[["中"], ["越"]]]
    drafted = fill_twins(signatures(), signatures(), vi, zh, same_order=False, original=Side.CN)
    assert drafted.rows(0) == [[["中"], ["越"]]]


def test_tables_of_ordered_facts_are_merged_under_alternat() -> None:
    vi, zh = (
        {"signatures": [{"left": "Việt", "right": "Trung"}]},
        {"signatures": [{"left": "越", "right": "中"}]},
    )
    assert fill_twins(signatures(), signatures(), vi, zh).rows(0) == [[["Việt", "越"], ["Trung", "中"]]]


# Pages.


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
@pytest.mark.parametrize("original", list(Side))
def test_the_page_of_a_working_draft(layout: Layout, original: Side) -> None:
    (section,) = sections(fill_twins(VI, ZH, layout=layout, original=original))
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    # 25, 20, 22 and 30 mm; header and footer at 11 mm.
    assert margins(section) == {
        "top": "1417",
        "right": "1134",
        "bottom": "1247",
        "left": "1701",
        "header": "624",
        "footer": "624",
        "gutter": "0",
    }
    assert section.find(w("docGrid")) is None


def test_the_columns_are_86_and_74_millimetres_wide_and_mirrored_in_the_other_original() -> None:
    assert grid(fill_twins(VI, ZH)) == [4876, 4195]
    assert grid(fill_twins(VI, ZH, original=Side.CN)) == [4195, 4876]
    assert grid(fill_twins(VI, ZH, layout=Layout.STACKED)) == [9071]


def test_every_row_is_kept_on_one_page_and_the_first_is_repeated() -> None:
    rows = list(fill_twins(VI, ZH).root().iter(w("tr")))
    assert [row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows] == [True, True, True]
    assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True, False, False]


def test_one_rule_parts_the_columns_and_one_underlines_their_heads() -> None:
    head, *rest = fill_twins(VI, ZH).root().iter(w("tr"))

    def borders(cell: Element) -> dict[str, tuple[str, str]]:
        found = cell.findall(f"{w('tcPr')}/{w('tcBorders')}/*")
        return {
            str(edge.tag).removeprefix(w("")): (edge.get(w("sz"), ""), edge.get(w("color"), ""))
            for edge in found
        }

    centre, under = ("4", "BFBFBF"), ("4", "A6A6A6")
    assert [borders(cell) for cell in head.iter(w("tc"))] == [
        {"bottom": under, "right": centre},
        {"left": centre, "bottom": under},
    ]
    for row in rest:
        assert [borders(cell) for cell in row.iter(w("tc"))] == [{"right": centre}, {"left": centre}]


def test_the_text_keeps_a_gutter_to_the_rule() -> None:
    left, right = list(fill_twins(VI, ZH).root().iter(w("tr")))[1].iter(w("tc"))
    assert value(left, "tcPr/tcMar/right", "w") == value(right, "tcPr/tcMar/left", "w") == "227"


def test_the_title_pair_stands_in_the_middle_of_its_row() -> None:
    vi = ["{% block title %}", "a", "b", "{% endblock %}", "c"]
    zh = ["{% block title %}", "一", "{% endblock %}", "二"]
    cells = list(fill_twins(vi, zh).root().iter(w("tc")))
    assert [value(cell, "tcPr/vAlign") for cell in cells] == ["", "", "center", "center", "", ""]


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
@pytest.mark.parametrize("same_order", [True, False])
def test_a_table_of_a_template_is_fitted_to_the_width_of_the_text(
    layout: Layout, *, same_order: bool
) -> None:
    vi = [tbl(tr("{{ first }}", "b", "c"), widths=(3000, 4000, 2000)), ""]
    zh = [tbl(tr("{{ first }}", "b", "c"), widths=(100, 100, 100)), ""]
    drafted = fill_twins(vi, zh, {"first": "a"}, layout=layout, same_order=same_order)
    assert grid(drafted) == [3023, 4031, 2017]
    if not same_order:
        assert grid(drafted, 1) == [3023, 3023, 3025]


def test_a_table_in_a_table_keeps_its_own_widths() -> None:
    inner = tbl(tr("x", "y", width=1500), widths=(1500, 1500))
    body = [tbl(tr([inner, ""], "b")), ""]
    drafted = fill_twins(body, body)
    assert grid(drafted) == [4535, 4536]
    assert grid(drafted, 1) == [1500, 1500]


@pytest.mark.parametrize("original", list(Side))
def test_each_language_has_the_page_of_its_own_norm_in_the_consecutive_layout(original: Side) -> None:
    vi = template(*VI, section='<w:pgNumType w:start="1"/>')
    zh = template(*ZH, language=Language.ZH, section='<w:pgNumType w:start="2"/>')
    found = sections(fill_twins(vi, zh, layout=Layout.CONSECUTIVE, original=original))
    starts = [value(section, "pgNumType", "start") for section in found]
    assert starts == (["1", "2"] if original is Side.VN else ["2", "1"])


# Headers.


VI_HEADED = template(
    *VI,
    headers={"default": ["Đầu {{ x }}"], "first": ["Đầu trang 1"]},
    footers={"default": ["Chân"]},
    section="<w:titlePg/>",
)
ZH_HEADED = template(
    *ZH, language=Language.ZH, headers={"default": ["页眉 {{ x }}"], "even": ["双页"]}, section="<w:docGrid/>"
)


@pytest.mark.parametrize("layout", list(Layout))
def test_the_headers_of_the_vietnamese_keeper_stand_in_every_section(layout: Layout) -> None:
    drafted = fill_twins(VI_HEADED, ZH_HEADED, {"x": "V"}, {"x": "Z"}, layout=layout)
    assert drafted.texts("word/header-default.xml") == ["Đầu V"]
    assert len(sections(drafted)) == (2 if layout is Layout.CONSECUTIVE else 1)
    for section in sections(drafted):
        assert sorted(references(section)) == [
            ("footerReference", "default"),
            ("headerReference", "default"),
            ("headerReference", "first"),
        ]
        assert section.find(w("titlePg")) is not None


@pytest.mark.parametrize("layout", list(Layout))
def test_the_headers_of_the_chinese_keeper_stand_in_every_section(layout: Layout) -> None:
    drafted = fill_twins(VI_HEADED, ZH_HEADED, {"x": "V"}, {"x": "Z"}, layout=layout, original=Side.CN)
    assert drafted.texts("word/header-default.xml") == ["页眉 Z"]
    assert drafted.texts("word/header-even.xml") == ["双页"]
    for section in sections(drafted):
        assert sorted(references(section)) == [("headerReference", "default"), ("headerReference", "even")]
        assert section.find(w("titlePg")) is None


def test_a_segment_in_both_languages_has_a_bookmark_for_each() -> None:
    body = ["1. {{ s }}"]
    drafted = fill_twins(
        body, body, {"s": Segment("a-1", Language.VI, "một")}, {"s": Segment("a-1", Language.ZH, "一")}
    )
    assert drafted.bookmarks() == {"bb_a_1_vi": "một", "bb_a_1_zh": "一"}


# Styles in a layout.


@pytest.mark.parametrize(
    ("layout", "first", "second"),
    [
        (Layout.COLUMNS, "MinutesBodyColumnsVi", "MinutesBodyColumnsZh"),
        (Layout.STACKED, "MinutesBodyStackedVi", "MinutesBodyStackedZh"),
        (Layout.CONSECUTIVE, "MinutesBodyVi", "MinutesBodyZh"),
    ],
)
def test_a_layout_sets_text_in_its_own_styles(layout: Layout, first: str, second: str) -> None:
    styles = fill_twins([p("a", role=BODY)], [p("一", role=BODY)], layout=layout).styles()
    assert [style for style in styles if "Body" in style] == [first, second]


def test_the_stacked_layout_takes_the_columns_style_where_it_has_none_of_its_own() -> None:
    party = "Minutes signature party"
    drafted = fill_twins([p("a", role=party)], [p("一", role=party)], layout=Layout.STACKED)
    assert drafted.styles()[:2] == ["MinutesSignaturePartyColumnsVi", "MinutesSignaturePartyColumnsZh"]


def test_heads_of_columns_are_in_their_own_styles() -> None:
    assert fill_twins(VI, ZH).styles()[:2] == ["MinutesColumnHeadColumnsVi", "MinutesColumnHeadColumnsZh"]


# What one document cannot take from two templates.


LINKED = [p("xem ", f'<w:hyperlink r:id="rId77">{run("đây")}</w:hyperlink>')]


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED, Layout.CONSECUTIVE, Layout.ZH])
def test_a_link_that_leads_nowhere_is_refused_with_its_place(layout: Layout) -> None:
    with pytest.raises(TemplateError) as caught:
        fill_twins(["a"], LINKED, layout=layout)
    assert str(caught.value) == (
        f"zh/{NAME}, paragraph 1: «xem đây»: holds “hyperlink”, which a paper cannot take"
    )


def test_a_layout_that_does_not_print_the_other_template_takes_no_notice_of_its_links() -> None:
    assert fill_twins(["a"], LINKED, layout=Layout.VI).texts() == ["a"]


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("original", list(Side))
def test_templates_without_a_paragraph_give_a_sound_file(layout: Layout, original: Side) -> None:
    assert fill_twins(["{# trống #}"], ["{# 空 #}"], layout=layout, original=original).word_parts()
    empty = ["{% if 0 %}", "a", "{% endif %}"]
    assert fill_twins(empty, empty, layout=layout, original=original).word_parts()


def test_the_same_record_gives_the_same_bytes() -> None:
    for layout in Layout:
        first, second = (fill_twins(VI_HEADED, ZH_HEADED, {"x": "a"}, layout=layout) for _ in range(2))
        assert first.data == second.data
        assert isinstance(first, Drafted)


def test_properties_do_not_depend_on_the_layout() -> None:
    assert fill(["a"]).parts["docProps/core.xml"] == fill_twins(VI, ZH).parts["docProps/core.xml"]
