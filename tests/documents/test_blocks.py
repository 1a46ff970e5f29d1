"""Loops and conditions over paragraphs, rows and inside lines; what does not nest is refused in its place."""

import pytest

from documents.building import BOLD, NAME, TAB, Drafted, fill, p, run, tbl, tc, template, tr
from service.core.languages import Language
from service.documents.errors import TemplateError
from service.documents.filling import MAX_TURNS
from service.documents.template import read_template

PEOPLE = {
    "people": [{"name": "An", "head": True}, {"name": "Bình", "head": False}, {"name": "Chi", "head": False}]
}


def texts(*body: str, **values: object) -> list[str]:
    return fill(body, values).texts()


def refusal(*body: str, **values: object) -> str:
    with pytest.raises(TemplateError) as caught:
        fill(body, values)
    return str(caught.value)


def refusal_of_header(*blocks: str, kind: str = "header") -> str:
    data = (
        template("x", headers={"default": blocks})
        if kind == "header"
        else template("x", footers={"default": blocks})
    )
    with pytest.raises(TemplateError) as caught:
        fill(data, {"x": 1})
    return str(caught.value)


def header(*blocks: str, **values: object) -> list[str]:
    return fill(template("x", headers={"default": blocks}), values).texts("word/header-default.xml")


# Paragraphs.


def test_a_loop_repeats_the_paragraphs_between_its_tags() -> None:
    body = ["{% for x in people %}", "{{ x.name }}:", "–", "{% endfor %}", "cuối"]
    assert fill(body, PEOPLE).texts() == ["An:", "–", "Bình:", "–", "Chi:", "–", "cuối"]


def test_an_empty_loop_prints_nothing() -> None:
    assert texts("đầu", "{% for x in xs %}", "{{ x }}", "{% endfor %}", "cuối", xs=[]) == ["đầu", "cuối"]


def test_loops_stand_in_loops() -> None:
    body = ["{% for x in xs %}", "{% for y in x %}", "{{ y }}", "{% endfor %}", "-", "{% endfor %}", "."]
    assert texts(*body, xs=[["a", "b"], [], ["c"]]) == ["a", "b", "-", "-", "c", "-", "."]


@pytest.mark.parametrize(("value", "printed"), [(1, "một"), (2, "hai"), (3, "ba"), (4, "khác")])
def test_a_condition_prints_its_one_true_branch(value: int, printed: str) -> None:
    body = [
        "{% if x == 1 %}",
        "một",
        "{% elif x == 2 %}",
        "hai",
        "{% elif x == 3 %}",
        "ba",
        "{% else %}",
        "khác",
        "{% endif %}",
        ".",
    ]
    assert texts(*body, x=value) == [printed, "."]


@pytest.mark.parametrize(("value", "printed"), [(1, "một."), (2, "hai."), (3, "ba."), (4, "khác.")])
def test_a_condition_inside_a_line_prints_its_one_true_branch(value: int, printed: str) -> None:
    line = "{% if x == 1 %}một{% elif x == 2 %}hai{% elif x == 3 %}ba{% else %}khác{% endif %}."
    assert texts(line, x=value) == [printed]


def test_a_condition_without_a_true_branch_prints_nothing() -> None:
    assert texts("{% if x %}", "a", "{% elif x == 2 %}", "b", "{% endif %}", ".", x=0) == ["."]


def test_several_governing_tags_may_share_a_paragraph() -> None:
    assert texts(
        "{% for x in xs %}{% if x %}", "{{ x }}", "{% endif %}{% endfor %}", ".", xs=["a", "", "b"]
    ) == ["a", "b", "."]


def test_a_condition_and_its_end_alone_in_a_paragraph_print_nothing() -> None:
    assert texts("a", "{% if x %} {% endif %}", "b", x=1) == ["a", "b"]


def test_the_run_properties_of_a_governing_tag_print_nothing() -> None:
    assert fill(
        [p(run("{% if x %}", rpr=BOLD)), "a", p(run("{% endif %}", rpr=BOLD)), "."], {"x": 1}
    ).runs() == [("a", ()), (".", ())]


def test_a_named_block_prints_what_it_holds() -> None:
    assert texts("{% block title %}", "a {{ x }}", "{% endblock title %}", ".", x="b") == ["a b", "."]


def test_a_condition_may_test_where_the_loop_stands() -> None:
    line = (
        "{% for x in people %}{{ loop.index }}/{{ loop.length }} {{ x.name }}{% if loop.first %}!{% endif %}"
        "{% if loop.last %}.{% else %}; {% endif %}{% endfor %}"
    )
    assert fill([line], PEOPLE).texts() == ["1/3 An!; 2/3 Bình; 3/3 Chi."]


def test_where_a_loop_stands_is_said_of_paragraphs_too() -> None:
    body = [
        "{% for x in people %}",
        "{{ loop.index }}. {{ x.name }}{% if loop.last %}.{% else %};{% endif %}",
        "{% endfor %}",
        "-",
    ]
    assert fill(body, PEOPLE).texts() == ["1. An;", "2. Bình;", "3. Chi.", "-"]


def test_the_inner_loop_says_where_it_stands_itself() -> None:
    line = "{% for x in xs %}{% for y in x %}{{ loop.index }}{% endfor %}:{{ loop.index }} {% endfor %}"
    assert texts(line, xs=[["a", "b"], ["c"]]) == ["12:1 1:2 "]


def test_an_inner_loop_may_use_the_name_of_the_outer_one() -> None:
    assert texts(
        "{% for x in xs %}{% for x in x %}{{ x }}{% endfor %};{% endfor %}", xs=[["a", "b"], ["c"]]
    ) == ["ab;c;"]


def test_inline_conditions_keep_the_look_of_every_run() -> None:
    line = p(
        run("{% if x %}", rpr=BOLD), run("a"), run("{% else %}b", rpr=BOLD), run("{% endif %}", TAB, "c")
    )
    assert fill([line], {"x": 1}).runs() == [("a", ()), ("\tc", ())]
    assert fill([line], {"x": 0}).runs() == [("b", ("b",)), ("\tc", ())]


def test_a_page_break_between_inline_tags_is_not_lost() -> None:
    line = p("{% if x %}", run('<w:br w:type="page"/>'), "{% endif %}")
    assert b'<w:br w:type="page"/>' in fill([line, "."], {"x": 1}).parts["word/document.xml"]
    assert b"<w:br" not in fill([line, "."], {"x": 0}).parts["word/document.xml"]


@pytest.mark.parametrize("shown", ["<w:pict/>", "<w:object/>", '<w:sym w:font="Wingdings" w:char="F0FC"/>'])
def test_a_picture_or_symbol_between_inline_tags_is_not_lost(shown: str) -> None:
    drafted = fill([p("{% if x %}", run(shown), "{% endif %}"), "."], {"x": 1})
    assert shown[:6].encode() in drafted.parts["word/document.xml"]


# Tables.


def test_a_loop_over_rows_repeats_them() -> None:
    table = tbl(
        tr("Tên", "Vai"),
        tr("{% for x in people %}", ""),
        tr("{{ x.name }}", "{% if x.head %}trưởng{% endif %}"),
        tr("{% endfor %}", ""),
    )
    assert fill([table, ""], PEOPLE).rows() == [
        [["Tên"], ["Vai"]],
        [["An"], ["trưởng"]],
        [["Bình"], [""]],
        [["Chi"], [""]],
    ]


def test_conditions_choose_rows() -> None:
    table = tbl(
        tr("{% if x %}", ""),
        tr("a", "b"),
        tr("{% else %}", ""),
        tr("c", "d"),
        tr("{% endif %}", ""),
        tr("e", "f"),
    )
    assert fill([table, ""], {"x": 1}).rows() == [[["a"], ["b"]], [["e"], ["f"]]]
    assert fill([table, ""], {"x": 0}).rows() == [[["c"], ["d"]], [["e"], ["f"]]]


def test_loops_over_rows_nest() -> None:
    table = tbl(
        tr("{% for x in xs %}", "{% for y in x %}"),
        tr("{{ loop.index }}", "{{ y }}"),
        tr("{% endfor %}{% endfor %}", ""),
    )
    assert fill([table, ""], {"xs": [["a", "b"], ["c"]]}).rows() == [
        [["1"], ["a"]],
        [["2"], ["b"]],
        [["1"], ["c"]],
    ]


@pytest.mark.parametrize("people", [[], [{"name": "An", "head": True}]])
def test_a_table_whose_rows_are_all_in_a_loop_is_there_when_it_has_a_row(people: list[object]) -> None:
    table = tbl(tr("{% for x in people %}", ""), tr("{{ x.name }}", ""), tr("{% endfor %}", ""))
    drafted = fill(["đầu", table, "cuối"], {"people": people})
    assert drafted.texts() == (["đầu", "An", "", "cuối"] if people else ["đầu", "cuối"])


def test_a_loop_in_a_cell_repeats_paragraphs_of_the_cell() -> None:
    table = tbl(tr(["Có mặt:", "{% for x in people %}", "{{ x.name }}", "{% endfor %}"], "b"))
    assert fill([table, ""], PEOPLE).rows() == [[["Có mặt:", "An", "Bình", "Chi"], ["b"]]]


def test_a_row_that_holds_nothing_but_tags_is_printed() -> None:
    drafted = fill(
        [tbl(tr(["{% for x in xs %}", "{{ x }}", "{% endfor %}"], "{{ y }}")), ""],
        {"xs": ["a", "b"], "y": "c"},
    )
    assert drafted.rows() == [[["a", "b"], ["c"]]]


@pytest.mark.parametrize(
    "cell",
    [
        ["{% for x in xs %}", "{{ x }}", "{% endfor %}"],
        ["{% if xs %}", "a", "{% endif %}"],
        ["{% if xs %}", "a", "{% elif xs %}", "b", "{% endif %}"],
        ["{% block a %}", "{% for x in xs %}", "{{ x }}", "{% endfor %}", "{% endblock %}"],
        ["{% if not xs %}", "{% for x in xs %}", "{{ x }}", "{% endfor %}", "{% endif %}"],
        ["{% for z in zs %}", "{% if xs %}", "a", "{% endif %}", "{% endfor %}"],
        ["{% for x in xs %}", "{{ x }}", "{% endfor %}", "{% for x in xs %}", "{{ x }}", "{% endfor %}"],
    ],
)
def test_a_cell_that_would_be_empty_holds_an_empty_paragraph(cell: list[str]) -> None:
    drafted = fill([tbl(tr(cell, "b")), ""], {"xs": [], "zs": [1, 2]})
    assert drafted.rows() == [[[""], ["b"]]]


def test_a_filled_cell_gets_no_paragraph_that_the_template_has_not() -> None:
    cell = ["{% for x in xs %}", "{% if x %}", "{{ x }}", "{% endif %}", "{% endfor %}"]
    assert fill([tbl(tr(cell, "b")), ""], {"xs": ["a", "", "c"]}).rows() == [[["a", "c"], ["b"]]]


def test_a_cell_that_may_end_with_a_table_ends_with_a_paragraph() -> None:
    inner = tbl(tr("{{ x }}", "", width=1000), widths=(1000, 1000))
    drafted = fill([tbl(tr(["{% for x in xs %}", inner, "{% endfor %}"], "b")), ""], {"xs": ["1", "2"]})
    assert drafted.texts() == ["1", "", "", "2", "", "", "b", ""]


def test_tables_in_a_loop_are_parted() -> None:
    drafted = fill(["{% for x in xs %}", tbl(tr("{{ x }}", "b")), "{% endfor %}", "cuối"], {"xs": ["1", "2"]})
    assert drafted.texts() == ["1", "b", "", "2", "b", "", "cuối"]


def test_a_table_before_a_table_in_a_condition_is_parted_from_it() -> None:
    drafted = fill([tbl(tr("a", "b")), "{% if x %}", tbl(tr("c", "d")), "{% endif %}", "."], {"x": 1})
    assert drafted.texts() == ["a", "b", "", "c", "d", "."]


def test_a_body_that_may_print_nothing_at_its_end_ends_with_a_paragraph() -> None:
    assert texts(tbl(tr("a", "b")), "{% if x %}", "c", "{% endif %}", x=0)[-1] == ""
    assert texts("{% for x in xs %}", "{{ x }}", "{% endfor %}", xs=[]) == [""]


def test_tables_stand_in_tables() -> None:
    inner = tbl(
        tr("{% for y in x.ys %}", "", width=1000),
        tr("{{ y }}", "{{ x.name }}", width=1000),
        tr("{% endfor %}", "", width=1000),
        widths=(1000, 1000),
    )
    table = tbl(tr("{% for x in xs %}", ""), tr([inner, ""], "{{ x.name }}"), tr("{% endfor %}", ""))
    drafted = fill([table, ""], {"xs": [{"name": "A", "ys": ["1", "2"]}, {"name": "B", "ys": []}]})
    assert drafted.texts() == ["1", "A", "2", "A", "", "A", "", "B", ""]


# Headers and footers.


def test_headers_and_footers_are_filled() -> None:
    data = template("x", headers={"default": ["DỰ THẢO {{ n }}"]}, footers={"default": ["r{{ n }}"]})
    drafted = fill(data, {"n": 2})
    assert drafted.texts("word/header-default.xml") == ["DỰ THẢO 2"]
    assert drafted.texts("word/footer-default.xml") == ["r2"]


def test_a_header_has_loops_and_conditions_of_its_own() -> None:
    assert header(
        "{% for x in xs %}", "{{ x }}{% if loop.last %}.{% endif %}", "{% endfor %}", xs=["a", "b"]
    ) == ["a", "b."]


def test_a_header_that_would_be_empty_holds_an_empty_paragraph() -> None:
    assert header("{% if x %}", "a", "{% endif %}", x=0) == [""]


def test_a_page_number_in_a_content_control_stays_in_the_footer() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('— {{ n }} —')}</w:sdtContent></w:sdt>"
    assert header(control, n=1) == ["— 1 —"]


# Limits.


def nested(depth: int, tag: str = "if x", end: str = "endif") -> list[str]:
    return [*[f"{{% {tag} %}}"] * depth, "a", *[f"{{% {end} %}}"] * depth, "."]


def test_eight_levels_are_allowed() -> None:
    assert texts(*nested(8), x=1) == ["a", "."]
    assert texts("".join(nested(8)), x=1) == ["a."]
    assert texts(*nested(8, "for y in x", "endfor"), x=[1]) == ["a", "."]


@pytest.mark.parametrize("depth", [9, 30, 500])
def test_a_ninth_level_of_paragraphs_is_refused(depth: int) -> None:
    assert refusal(*nested(depth), x=1) == f"vi/{NAME}, paragraph 9: «{{% if x %}}»: nested deeper than 8"


@pytest.mark.parametrize(
    ("depth", "tag", "end", "quoted"),
    [
        (9, "if x", "endif", slice(35, 135)),
        (900, "if x", "endif", slice(35, 135)),
        (30, "for y in x", "endfor", slice(86, 186)),
    ],
)
def test_a_ninth_level_inside_a_line_is_refused(depth: int, tag: str, end: str, quoted: slice) -> None:
    line = "".join(nested(depth, tag, end))
    assert refusal(line, x=[1]) == f"vi/{NAME}, paragraph 1: «…{line[quoted]}…»: nested deeper than 8"


def test_the_levels_of_tables_and_lines_come_together() -> None:
    body = [*nested(8, "for y in x", "endfor")]
    body[8] = "{% for z in x %}" * 8 + "a" + "{% endfor %}" * 8
    assert texts(*body, x=["b"]) == ["a", "."]


def test_a_condition_of_many_branches_is_filled() -> None:
    line = "".join(f"{{% {'elif' if n else 'if'} x == {n} %}}{n}" for n in range(900)) + "{% endif %}"
    assert texts(line, x=871) == ["871"]


def test_turns_of_loops_are_counted_over_the_whole_document() -> None:
    assert MAX_TURNS == 20_000
    line = "{% for x in xs %}{% endfor %}a"
    assert texts(line, line, xs=[""] * 10_000) == ["a", "a"]
    assert (
        refusal(line, line, xs=[""] * 10_001)
        == f"vi/{NAME}, paragraph 2: «{line}»: more than 20000 turns of loops"
    )


def test_nested_loops_end_early() -> None:
    line = "".join(nested(4, "for a in xs", "endfor"))
    assert refusal(line, xs=[1] * 9999).endswith("more than 20000 turns of loops")


def test_turns_in_headers_count_too() -> None:
    line = "{% for x in xs %}{% endfor %}"
    data = template(f"{line}a", headers={"default": [f"{line}b"]})
    with pytest.raises(TemplateError, match=r"word/header-default.xml, paragraph 1: .*more than 20000 turns"):
        fill(data, {"xs": [1] * 10_001})


def test_a_compiled_document_has_its_whole_budget_every_time() -> None:
    line = "{% for x in xs %}{% endfor %}a"
    for _ in range(3):
        assert texts(line, xs=[1] * 9_000) == ["a"]


# Tags that do not close.


@pytest.mark.parametrize(
    ("body", "place", "problem"),
    [
        (["{% if x %}", "a"], "paragraph 1: «{% if x %}»", "“if” has no “endif”"),
        (["{% for a in x %}", "a"], "paragraph 1: «{% for a in x %}»", "“for” has no “endfor”"),
        (["{% block x %}", "a"], "paragraph 1: «{% block x %}»", "“block” has no “endblock”"),
        (["{% if x %}", "a", "{% else %}", "b"], "paragraph 3: «{% else %}»", "“if” has no “endif”"),
        (["a {% if x %} b"], "paragraph 1: «a {% if x %} b»", "“if” has no “endif”"),
        (
            ["a {% for b in x %}", "{% endfor %}"],
            "paragraph 1: «a {% for b in x %}»",
            "“for” has no “endfor”",
        ),
    ],
)
def test_a_tag_without_its_end_is_refused(body: list[str], place: str, problem: str) -> None:
    assert refusal(*body, x=1) == f"vi/{NAME}, {place}: {problem} in the same place"


@pytest.mark.parametrize("keyword", ["endif", "endfor", "endblock", "else", "elif"])
@pytest.mark.parametrize("around", ["", "a "])
def test_an_end_without_its_start_is_refused(keyword: str, around: str) -> None:
    text = f"{around}{{% {keyword} %}}"
    said = refusal("đầu", text)
    assert said == f"vi/{NAME}, paragraph 2: «{text}»: “{keyword}” without its beginning in the same place"


@pytest.mark.parametrize(
    "body",
    [
        ["{% if x %}", "{% endfor %}"],
        ["{% for a in x %}", "{% endif %}"],
        ["{% for a in x %}", "{% else %}", "{% endfor %}"],
        ["{% if x %}", "{% for a in x %}", "{% endif %}", "{% endfor %}"],
        ["{% if x %}", "{% else %}", "{% else %}", "{% endif %}"],
        ["{% if x %}", "{% else %}", "{% elif x %}", "{% endif %}"],
        ["{% block a %}", "{% endif %}"],
    ],
)
def test_ends_that_do_not_fit_their_start_are_refused(body: list[str]) -> None:
    assert refusal(*body, x=[1]).endswith("without its beginning in the same place")
    assert refusal("a" + "".join(body), x=[1]).endswith("without its beginning in the same place")


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (("{% for x in xs %}a", "b{% endfor %}"), "“for” has no “endfor” in the same place"),
        ((["{% for x in xs %}", "a"], ["b", "{% endfor %}"]), "“for” has no “endfor” in the same place"),
        (("{% if xs %}a", "{% endif %}"), "“if” has no “endif” in the same place"),
        (("a", "b{% endif %}"), "“endif” without its beginning in the same place"),
    ],
)
def test_a_tag_that_crosses_cells_is_refused(cells: tuple[str | list[str], ...], problem: str) -> None:
    said = refusal(tbl(tr(*cells)), "", xs=[1])
    assert said.startswith(f"vi/{NAME}, paragraph ")
    assert said.endswith(problem)


def test_a_tag_that_crosses_rows_is_refused_when_a_row_holds_more() -> None:
    table = tbl(tr("{% for x in xs %}", "a"), tr("b", "{% endfor %}"))
    assert refusal(table, "", xs=[1]) == (
        f"vi/{NAME}, paragraph 1: «{{% for x in xs %}}»: “for” has no “endfor” in the same place"
    )


def test_a_loop_that_begins_in_the_body_and_ends_in_a_table_is_refused() -> None:
    said = refusal("{% for x in xs %}", tbl(tr("a", ""), tr("{% endfor %}", "")), "", xs=[1])
    assert said.endswith("“endfor” without its beginning in the same place")


def test_a_tag_that_crosses_a_link_is_refused() -> None:
    link = f'<w:hyperlink w:anchor="a">{run("a{% endif %}")}</w:hyperlink>'
    assert "in the same place" in refusal(p("{% if x %}", link), x=1)


@pytest.mark.parametrize("kind", ["header", "footer"])
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{{ x", "“{{” has no end"),
        ("a{% if x %}", "“if” has no “endif” in the same place"),
        ("{% if x %}", "“if” has no “endif” in the same place"),
        ("a{% endfor %}", "“endfor” without its beginning in the same place"),
        ("{% include 'x' %}", "“include” is not allowed in a template"),
        ("{{ y }}", "“y” is not known here; “x” is"),
        ("{% for a in x %}b{% endfor %}", "this is not a list to go through"),
    ],
)
def test_errors_in_headers_and_footers_name_their_part(kind: str, text: str, problem: str) -> None:
    said = refusal_of_header("một", text, kind=kind)
    assert said == f"vi/{NAME}, word/{kind}-default.xml, paragraph 2: «{text}»: {problem}"


def test_an_error_in_the_chinese_template_names_its_file() -> None:
    with pytest.raises(TemplateError) as caught:
        read_template(template("主持：{{ x", language=Language.ZH), "zh/talks.docx", Language.ZH)
    assert str(caught.value) == "zh/talks.docx, paragraph 1: «主持：{{ x»: “{{” has no end"


@pytest.mark.parametrize("element", ["object", "ruby"])
def test_a_block_that_cannot_be_filled_is_refused_with_its_file(element: str) -> None:
    assert refusal(f"<w:{element}/>") == f"vi/{NAME}: “{element}” cannot be filled"


def test_a_cell_may_span_columns_and_rows() -> None:
    wide = tc("{{ x }}", width=8000, tcpr='<w:gridSpan w:val="2"/>')
    drafted: Drafted = fill([tbl(f"<w:tr>{wide}</w:tr>", tr("a", "b")), ""], {"x": "rộng"})
    assert drafted.rows() == [[["rộng"]], [["a"], ["b"]]]
