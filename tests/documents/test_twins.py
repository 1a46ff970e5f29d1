"""Twin templates taken together: in step where they agree, refused with both texts where they do not."""

import pytest

from documents.building import NAME, fill_twins, p, tbl, template, tr
from service.core.languages import Language, Side
from service.documents.drafting import TwinFiles, compile_document
from service.documents.errors import TemplateError, TwinMismatch
from service.documents.layout import Layout
from service.documents.template import read_template
from service.documents.twins import skeleton

BODY, LABEL, LIST = "Minutes body", "Minutes label", "Minutes list"
LOOP = ["{% for x in xs %}", "{{ x }}", "{% endfor %}"]
PART_WAYS = f"the templates part ways: vi/{NAME} has "


def mismatch(
    vi: list[str], zh: list[str], *, same_order: bool = True, layout: Layout = Layout.COLUMNS
) -> str:
    twins = TwinFiles(NAME, template(*vi), template(*zh, language=Language.ZH))
    with pytest.raises(TwinMismatch) as caught:
        compile_document(twins, layout, Side.VN, same_order=same_order)
    return str(caught.value)


def mismatch_of_facts(body: list[str], vi: dict[str, object], zh: dict[str, object]) -> str:
    with pytest.raises(TwinMismatch) as caught:
        fill_twins(body, body, vi, zh)
    return str(caught.value)


def bones(*body: str, language: Language = Language.VI) -> tuple[object, ...]:
    return skeleton(read_template(template(*body, language=language), NAME, language).blocks)


# In step.


def test_paragraphs_are_paired_in_their_order() -> None:
    drafted = fill_twins(["Một", "Hai"], ["一", "二"])
    assert drafted.rows() == [[["Tiếng Việt"], ["中文"]], [["Một"], ["一"]], [["Hai"], ["二"]]]


def test_a_paired_loop_makes_a_row_of_every_turn() -> None:
    drafted = fill_twins(LOOP, LOOP, {"xs": ["một", "hai"]}, {"xs": ["一", "二"]})
    assert drafted.rows()[1:] == [[["một"], ["一"]], [["hai"], ["二"]]]


def test_a_paired_loop_says_where_it_stands_in_both_languages() -> None:
    body = ["{% for x in xs %}", "{{ loop.index }}{{ x }}{% if loop.last %}.{% endif %}", "{% endfor %}"]
    drafted = fill_twins(body, body, {"xs": ["a", "b"]}, {"xs": ["甲", "乙"]})
    assert drafted.rows()[1:] == [[["1a"], ["1甲"]], [["2b."], ["2乙."]]]


def test_paired_loops_nest() -> None:
    body = [
        "{% for x in xs %}",
        "{{ x.n }}",
        "{% for y in x.ys %}",
        "{{ y }}",
        "{% endfor %}",
        "{% endfor %}",
    ]
    vi = {"xs": [{"n": "I", "ys": ["a", "b"]}, {"n": "II", "ys": []}]}
    zh = {"xs": [{"n": "一", "ys": ["甲", "乙"]}, {"n": "二", "ys": []}]}
    assert fill_twins(body, body, vi, zh).rows()[1:] == [
        [["I"], ["一"]],
        [["a"], ["甲"]],
        [["b"], ["乙"]],
        [["II"], ["二"]],
    ]


@pytest.mark.parametrize(
    ("value", "row"), [(1, [["Một"], ["一"]]), (2, [["Hai"], ["二"]]), (3, [["Khác"], ["其他"]])]
)
def test_a_paired_condition_takes_one_branch_in_both_languages(value: int, row: list[list[str]]) -> None:
    vi = ["{% if x == 1 %}", "Một", "{% elif x == 2 %}", "Hai", "{% else %}", "Khác", "{% endif %}"]
    zh = ["{% if x == 1 %}", "一", "{% elif x == 2 %}", "二", "{% else %}", "其他", "{% endif %}"]
    assert fill_twins(vi, zh, {"x": value}).rows()[1:] == [row]


def test_inline_conditions_need_no_twin() -> None:
    drafted = fill_twins(["{% if x %}ông {% endif %}{{ x }}"], ["{{ x }}"], {"x": "An"}, {"x": ""})
    assert drafted.rows()[1:] == [[["ông An"], [""]]]


def test_the_paragraph_that_ends_a_document_has_no_twin() -> None:
    assert fill_twins(["Một", p(role="Minutes end")], ["一"]).rows()[1:] == [[["Một"], ["一"]]]


def test_tables_are_merged_cell_by_cell_at_the_full_width() -> None:
    drafted = fill_twins(
        ["Một", tbl(tr("Tên", "{{ x }}")), "Hai"],
        ["一", tbl(tr("姓名", "{{ x }}")), "二"],
        {"x": "An"},
        {"x": "安"},
    )
    assert drafted.rows(1) == [[["Tên", "姓名"], ["An", "安"]]]
    assert drafted.rows(2)[1:] == [[["Hai"], ["二"]]]


def test_loops_and_conditions_over_rows_go_in_step() -> None:
    table = tbl(
        tr("{% for x in xs %}", ""),
        tr("{{ x }}", "{{ loop.index }}"),
        tr("{% endfor %}", ""),
        tr("{% if y %}", ""),
        tr("a", "b"),
        tr("{% else %}", ""),
        tr("c", "d"),
        tr("{% endif %}", ""),
    )
    drafted = fill_twins([table, ""], [table, ""], {"xs": ["1", "2"], "y": 0}, {"xs": ["一", "二"], "y": 0})
    assert drafted.rows() == [[["1", "一"], ["1"]], [["2", "二"], ["2"]], [["c", "c"], ["d", "d"]]]


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_a_merged_table_without_a_row_is_not_printed(layout: Layout) -> None:
    table = tbl(tr("{% for x in xs %}", ""), tr("{{ x }}", ""), tr("{% endfor %}", ""))
    assert (
        b"<w:tr>"
        in fill_twins([table, "."], [table, "."], {"xs": []}, layout=layout).parts["word/document.xml"]
    )
    assert "x" not in fill_twins([table, "."], [table, "."], {"xs": []}, layout=layout).texts()


def test_a_blank_paragraph_of_the_second_language_adds_no_height_to_a_merged_cell() -> None:
    table = tbl(tr("", "a"))
    assert fill_twins([table, ""], [table, ""]).rows() == [[[""], ["a", "a"]]]


def test_a_table_in_a_paired_condition_stands_at_the_full_width() -> None:
    body = ["Một", "{% if x %}", tbl(tr("{{ x }}", "b")), "{% endif %}"]
    assert fill_twins(body, body, {"x": "1"}).rows(1) == [[["1", "1"], ["b", "b"]]]
    assert "b" not in fill_twins(body, body, {"x": ""}).texts()


def test_a_table_in_a_paired_loop_stands_between_parts_of_the_long_one() -> None:
    body = ["{% for x in xs %}", "{{ x }}:", tbl(tr("{{ x }}", "b")), "{% endfor %}", "."]
    drafted = fill_twins(body, body, {"xs": ["1", "2"]})
    assert [drafted.rows(table)[-1] for table in range(5)] == [
        [["1:"], ["1:"]],
        [["1", "1"], ["b", "b"]],
        [["2:"], ["2:"]],
        [["2", "2"], ["b", "b"]],
        [["."], ["."]],
    ]


# Named blocks.


def test_named_blocks_of_different_form_share_one_row() -> None:
    vi = ["{% block a %}", p("Một", role=BODY), p("Hai", role=LABEL), "{% endblock %}"]
    zh = ["{% block a %}", p("一", role=BODY), "{% endblock %}"]
    assert fill_twins(vi, zh).rows()[1:] == [[["Một", "Hai"], ["一"]]]


def test_named_blocks_of_one_form_go_in_step() -> None:
    vi, zh = (["{% block a %}", *texts, "{% endblock %}"] for texts in (["Một", "Hai"], ["一", "二"]))
    assert fill_twins(vi, zh).rows()[1:] == [[["Một"], ["一"]], [["Hai"], ["二"]]]


def test_a_named_block_is_found_wherever_it_stands_in_the_other_template() -> None:
    vi = ["Đầu", "{% block people %}", "Có mặt", "{% endblock %}", "Cuối"]
    zh = ["开头", "结尾", "{% block people %}", "出席", "{% endblock %}"]
    assert fill_twins(vi, zh).rows()[1:] == [
        [["Đầu"], ["开头"]],
        [["Có mặt"], ["出席"]],
        [["Cuối"], ["结尾"]],
    ]


def test_a_named_block_may_hold_a_loop_that_only_one_language_has() -> None:
    vi = ["{% block a %}", *LOOP, "{% endblock %}"]
    zh = ["{% block a %}", "{% for x in xs %}{{ x }}、{% endfor %}", "{% endblock %}"]
    drafted = fill_twins(vi, zh, {"xs": ["a", "b"]}, {"xs": ["甲"]})
    assert drafted.rows()[1:] == [[["", "a", "b"], ["甲、"]]]


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_a_named_block_that_is_empty_in_one_language_leaves_an_empty_place(layout: Layout) -> None:
    vi, zh = ["{% block a %}", "{% endblock %}", "."], ["{% block a %}", "一", "{% endblock %}", "."]
    assert fill_twins(vi, zh, layout=layout).texts().count("一") == 1


def test_a_table_in_a_named_block_fits_its_column_and_its_cell() -> None:
    vi = ["{% block a %}", tbl(tr("x", "y")), "{% endblock %}"]
    zh = ["{% block a %}", "一", "{% endblock %}"]
    drafted = fill_twins(vi, zh)
    assert drafted.texts() == ["Tiếng Việt", "中文", "x", "y", "", "一", ""]


# Parting ways.


def test_paragraphs_of_different_roles_part_ways() -> None:
    said = mismatch([p("Một {{ x }}", role=BODY)], [p("一", role=LABEL)])
    assert said == f"{PART_WAYS}“Một {{{{ x }}}}” (Minutes body), zh/{NAME} has “一” (Minutes label)"


@pytest.mark.parametrize("layout", [Layout.COLUMNS, Layout.STACKED])
def test_a_block_more_in_one_template_parts_ways(layout: Layout) -> None:
    assert mismatch(["Một", "Hai"], ["一"], layout=layout) == f"{PART_WAYS}“Hai” (Normal), zh/{NAME} has —"
    assert mismatch(["Một"], ["一", "二"], layout=layout) == f"{PART_WAYS}—, zh/{NAME} has “二” (Normal)"


def test_a_named_block_that_one_template_lacks_parts_ways() -> None:
    named = ["{% block a %}", "x", "{% endblock %}"]
    assert mismatch(["Một", *named], ["一"]) == f"{PART_WAYS}“block a”, zh/{NAME} has —"
    assert mismatch(["Một"], ["一", *named]) == f"{PART_WAYS}—, zh/{NAME} has “block a”"


@pytest.mark.parametrize("more", [0, 1])
def test_two_named_blocks_of_one_name_are_never_dropped(more: int) -> None:
    named = ["{% block a %}", "x", "{% endblock %}"]
    assert "“block a”" in mismatch(named * (2 - more), named * (1 + more))
    assert "“block a”" in mismatch(named * 2, named * 2)


@pytest.mark.parametrize(
    ("vi", "zh", "said"),
    [
        (
            LOOP,
            ["{% for x in ys %}", "{{ x }}", "{% endfor %}"],
            "“for x in xs”, zh/talks.docx has “for x in ys”",
        ),
        (LOOP, ["{{ x }}"], "“for x in xs”, zh/talks.docx has “{{ x }}” (Normal)"),
        (
            ["{% if a %}", "x", "{% endif %}"],
            ["{% if b %}", "x", "{% endif %}"],
            "“if a”, zh/talks.docx has “if b”",
        ),
        (
            ["{% if a %}", "x", "{% endif %}"],
            ["{% if a %}", "x", "{% else %}", "y", "{% endif %}"],
            "“if a”, zh/talks.docx has “if a”",
        ),
        (
            LOOP,
            ["{% for x in xs %}", "a", "b", "{% endfor %}"],
            "“for x in xs”, zh/talks.docx has “for x in xs”",
        ),
        ([tbl(tr("a", "b"))], ["一"], "a table, zh/talks.docx has “一” (Normal)"),
        ([tbl(tr("a", "b"))], [tbl(tr("a"), widths=(8000,))], "a table, zh/talks.docx has a table"),
        ([tbl(tr("a", "b"))], [tbl(tr("a", "b"), tr("a", "b"))], "a table, zh/talks.docx has a table"),
    ],
)
def test_blocks_of_different_form_part_ways_and_both_are_shown(
    vi: list[str], zh: list[str], said: str
) -> None:
    assert mismatch([*vi, "."], [*zh, "."]) == f"{PART_WAYS}{said}"


@pytest.mark.parametrize("layout", [Layout.CONSECUTIVE, Layout.VI, Layout.ZH])
def test_templates_that_part_ways_can_still_be_set_one_after_the_other(layout: Layout) -> None:
    drafted = fill_twins(["Một", "Hai"], ["一"], layout=layout)
    assert [text for text in drafted.texts() if text] == {
        Layout.CONSECUTIVE: ["Một", "Hai", "一"],
        Layout.VI: ["Một", "Hai"],
        Layout.ZH: ["一"],
    }[layout]


def test_loops_of_different_length_are_refused_when_filled() -> None:
    assert mismatch_of_facts(LOOP, {"xs": ["a", "b"]}, {"xs": ["甲"]}) == (
        f"vi/{NAME}, paragraph 1: «{{% for x in xs %}}»: the two languages have 2 and 1 of these"
    )


def test_a_loop_over_what_is_a_list_in_one_language_only_is_refused() -> None:
    with pytest.raises(TemplateError, match="this is not a list to go through"):
        fill_twins(LOOP, LOOP, {"xs": ["a"]}, {"xs": "甲"})


def test_a_condition_that_is_so_in_one_language_only_is_refused() -> None:
    body = ["{% if x %}", "a", "{% endif %}"]
    said = f"vi/{NAME}, paragraph 1: «{{% if x %}}»: “x” is so in one language only"
    assert mismatch_of_facts(body, {"x": "a"}, {"x": ""}) == said
    assert mismatch_of_facts(body, {"x": ""}, {"x": "a"}) == said


def test_a_later_branch_that_is_so_in_one_language_only_is_refused() -> None:
    body = ["{% if x %}", "a", "{% elif y %}", "b", "{% endif %}"]
    assert mismatch_of_facts(body, {"x": 0, "y": 1}, {"x": 0, "y": 0}).endswith(
        "“y” is so in one language only"
    )


def test_a_condition_over_rows_that_is_so_in_one_language_only_is_refused() -> None:
    body = [tbl(tr("{% if x %}", ""), tr("a", "b"), tr("{% endif %}", "")), ""]
    assert mismatch_of_facts(body, {"x": 1}, {"x": 0}).endswith("“x” is so in one language only")


def test_a_name_that_one_language_lacks_is_told() -> None:
    with pytest.raises(TemplateError, match="“x” is not known here"):
        fill_twins(["{{ x }}"], ["{{ x }}"], {"x": "a"}, {"y": "a"})


# Skeletons.


def test_the_language_of_a_style_and_the_words_are_no_part_of_a_skeleton() -> None:
    assert (
        bones(p("Một {{ x }}", role=LIST))
        == bones(p("一", role=LIST), language=Language.ZH)
        == (("paragraph", LIST),)
    )


def test_a_skeleton_holds_kinds_roles_and_sources() -> None:
    body = [*LOOP, "{% if a %}", p("x", role=BODY), "{% else %}", "{% endif %}", tbl(tr("a", ["b", "c"]))]
    plain = ("paragraph", "Normal")
    assert bones(*body) == (
        ("loop", "x in xs", (plain,)),
        ("condition", ("a", (("paragraph", BODY),)), ("", ())),
        ("table", (("row", (plain,), (plain, plain)),)),
    )
