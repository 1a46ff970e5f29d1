"""Values in a draft: printed as they are, segments in bookmarks, gaps marked."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from documents.building import (
    BOLD,
    NAME,
    PROPERTIES,
    Drafted,
    facts,
    fill,
    fill_twins,
    fill_zh,
    p,
    read,
    run,
    tbl,
    template,
    tr,
)
from service.core.languages import Language, Side
from service.core.text import UnfitText, clean_text
from service.documents.document import CompiledDocument
from service.documents.drafting import TwinFiles, compile_document
from service.documents.errors import TemplateError
from service.documents.layout import Layout
from service.documents.ooxml import W14, w
from service.documents.values import Gap, GapKind, Segment, capital, keep_end

VI, ZH = Language.VI, Language.ZH


def segment(identity: str, text: str | Gap, language: Language = VI) -> Segment:
    return Segment(identity, language, text)


def gap(kind: GapKind = GapKind.NOT_IN_SOURCE, language: Language = VI) -> Gap:
    return Gap(kind, language, "parties[0].body")


# Text.


@pytest.mark.parametrize(
    "text",
    [
        "R&D <5%",
        "{{ 7*7 }}",
        "{% raw %}{{ x }}{% endraw %}",
        "{# ghi chú #}",
        "</w:t></w:r><w:r><w:t>x",
        "&amp; &lt; &#60;",
        "<?bienban 0?>",
        "<!-- x --><![CDATA[y]]>]]>",
        "\"'`\\ %s {0} $x",
        "  hai  dấu cách  ",
        "\u00a0",
        "𠮷野家 𡃁 𪚥",
        "Nguyễn Thị Hường",
        "“…” — ·",
        "👍",
    ],
)
def test_a_text_is_printed_as_it_is(text: str) -> None:
    values = {"x": text, "s": segment("a-1", text)}
    drafted = fill(["{{ x }}", "{{ s }}"], values, sound="{" not in text)
    assert drafted.texts() == [text, text]
    assert drafted.bookmarks() == {"bb_a_1_vi": text}


def test_a_line_break_and_a_tab_are_those_of_word() -> None:
    drafted = fill(["{{ x }}"], {"x": "a\n\tb\n"})
    run_xml = (
        b'<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:tab/><w:t xml:space="preserve">b</w:t><w:br/></w:r>'
    )
    assert run_xml in drafted.parts["word/document.xml"]


def test_a_break_is_in_the_one_run_of_its_text() -> None:
    assert fill([p(run("{{ x }}", rpr=BOLD))], {"x": "a\nb\tc"}).runs() == [("a\nb\tc", ("b",))]


def test_an_empty_text_leaves_no_run() -> None:
    assert fill(["{{ x }}"], {"x": ""}).runs() == []


@pytest.mark.parametrize(
    ("number", "printed"), [(0, "0"), (7, "7"), (-3, "-3"), (12345678901234567890, "12345678901234567890")]
)
def test_a_number_is_printed_in_digits(number: int, printed: str) -> None:
    assert fill(["{{ x }}"], {"x": number}).texts() == [printed]


def test_a_text_in_the_template_is_printed() -> None:
    assert fill(["{{ 'a < b' }}{{ 5 }}"]).texts() == ["a < b5"]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("a\x00b", "0000"),
        ("\x0b", "000B"),
        ("a\rb", "000D"),
        ("\x1f", "001F"),
        ("\ud800", "D800"),
        ("\ufffe", "FFFE"),
        ("\uffff", "FFFF"),
    ],
)
def test_a_character_that_no_word_file_holds_is_refused_with_its_place(text: str, point: str) -> None:
    for value in (text, segment("a", text)):
        with pytest.raises(TemplateError) as caught:
            fill(["một", "Ông {{ x }}"], {"x": value})
        assert str(caught.value) == (
            f"vi/{NAME}, paragraph 2: «Ông {{{{ x }}}}»: “x” holds U+{point}, which no Word file can hold"
        )


# Filters.


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("đồng chí", "Đồng chí"),
        ("", ""),
        ("ở Hà Giang", "Ở Hà Giang"),
        ("SỞ", "SỞ"),
        ("安", "安"),
        ("1 bản", "1 bản"),
    ],
)
def test_capital_writes_the_first_letter_large(text: str, changed: str) -> None:
    assert capital(text) == changed
    assert capital(segment("a", text)) == segment("a", changed)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("một hai ba bốn năm", "một hai ba bốn\u00a0năm"),
        ("một hai ba bốn", "một hai ba bốn"),
        ("một", "một"),
        ("", ""),
        ("a b c d e f g", "a b c d e f\u00a0g"),
    ],
)
def test_keep_end_binds_the_last_two_of_five_words(text: str, changed: str) -> None:
    assert keep_end(text) == changed
    assert keep_end(segment("a", text)) == segment("a", changed)


def test_filters_leave_a_gap_as_it_is() -> None:
    for change in (capital, keep_end):
        assert change(gap()) == gap()
        assert change(segment("a", gap())) == segment("a", gap())


def test_filters_follow_each_other() -> None:
    assert fill(["{{ x|capital|keep_end }}"], {"x": "a b c d e"}).texts() == ["A b c d\u00a0e"]


# Segments.


def test_a_segment_stands_in_a_bookmark_of_its_name_and_language() -> None:
    drafted = fill(
        ["{{ a }}", "{{ b }}"], {"a": segment("agreed-3", "Hai bên"), "b": segment("s-heading", "双方", ZH)}
    )
    assert drafted.bookmarks() == {"bb_agreed_3_vi": "Hai bên", "bb_s_heading_zh": "双方"}


def test_a_bookmark_encloses_the_segment_and_nothing_around_it() -> None:
    drafted = fill([p("1. ", run("{{ x }}", rpr=BOLD), ";")], {"x": segment("a-1", "Hai\nbên\t")})
    assert drafted.texts() == ["1. Hai\nbên\t;"]
    assert drafted.bookmarks() == {"bb_a_1_vi": "Hai\nbên\t"}
    assert drafted.runs()[1] == ("Hai\nbên\t", ("b",))


def test_an_empty_segment_has_its_bookmark_all_the_same() -> None:
    assert fill(["{{ x }}"], {"x": segment("a-1", "")}).bookmarks() == {"bb_a_1_vi": ""}


def test_bookmark_ids_are_unique_over_body_header_and_footer() -> None:
    data = template(
        "{{ a }}",
        "{% for x in xs %}",
        "{{ x }}",
        "{% endfor %}",
        ".",
        headers={"default": ["{{ h }}"], "first": ["{{ f }}"]},
        footers={"default": ["{{ g }}"]},
        section="<w:titlePg/>",
    )
    values = {
        "a": segment("a", "1"),
        "xs": [segment("x-1", "2"), segment("x-2", "3")],
        "h": segment("h", "4"),
        "f": segment("f", "5"),
        "g": segment("g", "6"),
    }
    drafted = fill(data, values)
    assert sorted(drafted.bookmark_ids()) == ["1", "2", "3", "4", "5", "6"]
    assert drafted.bookmarks() == {
        "bb_a_vi": "1",
        "bb_x_1_vi": "2",
        "bb_x_2_vi": "3",
        "bb_h_vi": "4",
        "bb_f_vi": "5",
        "bb_g_vi": "6",
    }


def test_a_segment_printed_twice_is_bookmarked_where_it_stands_first() -> None:
    drafted = fill(["{{ x }}", "lại: {{ x }}"], {"x": segment("a-1", "Hai bên")})
    assert drafted.texts() == ["Hai bên", "lại: Hai bên"]
    assert drafted.bookmarks() == {"bb_a_1_vi": "Hai bên"}


def test_bookmarks_of_the_template_itself_are_not_repeated_by_loops() -> None:
    own = p('<w:bookmarkStart w:id="3" w:name="here"/>', "{{ x }}", '<w:bookmarkEnd w:id="3"/>')
    drafted = fill(["{% for x in xs %}", own, "{% endfor %}", "."], {"xs": ["a", "b"]})
    assert drafted.texts() == ["a", "b", "."]
    assert drafted.bookmarks() == {}


def test_paragraph_ids_and_revision_marks_of_word_are_not_repeated_by_loops() -> None:
    marks = f'xmlns:w14="{W14}" w14:paraId="1A2B3C4D" w:rsidR="00AA11BB"'
    own = f"<w:p {marks}>{run('{{ x }}')}</w:p>"
    document = fill(["{% for x in xs %}", own, "{% endfor %}", "."], {"xs": ["a", "b"]}).parts[
        "word/document.xml"
    ]
    assert b"1A2B3C4D" not in document
    assert b"00AA11BB" not in document


# Gaps.


@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [
        (GapKind.NOT_IN_SOURCE, VI, "[chưa có trong nguồn]"),
        (GapKind.NOT_IN_SOURCE, ZH, "〔原文未载〕"),
        (GapKind.NAME_NOT_IN_SOURCE, VI, "[họ tên chưa có trong nguồn]"),
        (GapKind.NAME_NOT_IN_SOURCE, ZH, "〔姓名原文未载〕"),
        (GapKind.NOT_TRANSLATED, VI, "[chưa có bản dịch]"),
        (GapKind.NOT_TRANSLATED, ZH, "〔尚无译文〕"),
    ],
)
def test_a_gap_says_in_its_language_why_something_is_missing(
    kind: GapKind, language: Language, text: str
) -> None:
    assert fill(["Ông {{ x }}."], {"x": gap(kind, language)}).texts() == [f"Ông {text}."]


def test_a_gap_is_marked_and_keeps_the_other_looks_of_its_run() -> None:
    drafted = fill(
        [p(run("Ông {{ x }}", rpr='<w:rStyle w:val="MinutesMark"/><w:b/><w:caps/>'))], {"x": gap()}
    )
    assert drafted.runs() == [
        ("Ông ", ("rStyle=MinutesMark", "b", "caps")),
        ("[chưa có trong nguồn]", ("rStyle=MinutesGap", "b", "caps")),
    ]


def test_a_gap_of_a_plain_run_is_marked() -> None:
    assert (
        fill(["{{ x }}{{ x }}"], {"x": gap()}).runs()
        == [("[chưa có trong nguồn]", ("rStyle=MinutesGap",))] * 2
    )


def test_a_gap_in_a_chinese_text_keeps_the_hint() -> None:
    drafted = fill_zh(["{{ x }}"], {"x": gap(language=ZH)})
    assert drafted.runs() == [("〔原文未载〕", ("rStyle=MinutesGap", "rFonts=eastAsia"))]


def test_a_gap_in_a_segment_stands_in_its_bookmark() -> None:
    drafted = fill(["{{ x }}"], {"x": segment("a-1", gap())})
    assert drafted.bookmarks() == {"bb_a_1_vi": "[chưa có trong nguồn]"}
    assert drafted.runs() == [("[chưa có trong nguồn]", ("rStyle=MinutesGap",))]


def test_text_after_a_gap_at_the_same_tag_is_not_marked() -> None:
    drafted = fill(["{% for x in xs %}{{ x }}{% endfor %}"], {"xs": ["a", gap(), "b"]})
    assert [look for _, look in drafted.runs()] == [(), ("rStyle=MinutesGap",), ()]


def test_a_gap_is_printed_unmarked_where_the_templates_have_no_style_for_it() -> None:
    def plain(language: Language) -> bytes:
        styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
        return template("{{ x }}", language=language, parts={"word/styles.xml": styles.encode()})

    compiled = compile_document(TwinFiles(NAME, plain(VI), plain(ZH)), Layout.VI, Side.VN, same_order=True)
    drafted = read(compiled.fill(facts({"x": gap()}), PROPERTIES))
    assert drafted.runs() == [("[chưa có trong nguồn]", ())]


def test_a_gap_counts_as_something_said_in_a_condition() -> None:
    assert fill(["{% if x %}{{ x }}{% else %}trống{% endif %}"], {"x": gap()}).texts() == [
        "[chưa có trong nguồn]"
    ]


# Filling again.


def test_a_compiled_document_is_filled_as_often_as_wanted() -> None:
    compiled = compile_document(
        TwinFiles(NAME, template("{{ x }}"), template("", language=ZH)), Layout.VI, Side.VN, same_order=True
    )
    first, second, third = (
        read(compiled.fill(facts({"x": segment("a", text)}), PROPERTIES)) for text in ("1", "2", "1")
    )
    assert (first.texts(), second.texts()) == (["1"], ["2"])
    assert first.bookmark_ids() == second.bookmark_ids() == ["1"]
    assert first.data == third.data


def test_a_paper_of_more_texts_than_are_remembered_says_each_in_its_place() -> None:
    told = [{"number": str(n), "text": segment(f"a-{n}", f"điểm {n}")} for n in range(5000)]
    body = ["{% for x in xs %}", "{{ x.number }} {{ x.text }}", "{% endfor %}"]
    drafted = fill(body, {"xs": told}, sound=False)
    assert drafted.texts() == [*(f"{n} điểm {n}" for n in range(5000)), ""]
    assert drafted.bookmark_ids() == [str(n) for n in range(1, 5001)]


def test_filling_that_failed_leaves_nothing_behind() -> None:
    compiled = compile_document(
        TwinFiles(NAME, template("{{ s }}{{ x }}"), template("", language=ZH)),
        Layout.VI,
        Side.VN,
        same_order=True,
    )
    with pytest.raises(TemplateError):
        compiled.fill(facts({"s": segment("a", "1")}), PROPERTIES)
    drafted = read(compiled.fill(facts({"s": segment("a", "1"), "x": "2"}), PROPERTIES))
    assert drafted.texts() == ["12"]
    assert drafted.bookmarks() == {"bb_a_vi": "1"}


def test_each_language_has_its_own_facts() -> None:
    drafted = fill_twins(["{{ x }}"], ["{{ x }}"], {"x": "Hà Giang"}, {"x": "河江"})
    assert drafted.rows()[1] == [["Hà Giang"], ["河江"]]


def test_facts_named_alike_in_both_languages_do_not_meet_in_loops() -> None:
    body = ["{% for x in xs %}", "{{ x }}{% for y in ys %}{{ y }}{{ x }}{% endfor %}", "{% endfor %}"]
    drafted = fill_twins(body, body, {"xs": ["a"], "ys": ["1"]}, {"xs": ["甲"], "ys": ["二", "三"]})
    assert drafted.rows()[1] == [["a1a"], ["甲二甲三甲"]]


# Any text comes home.


ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("aAđĐơưầ中国“”—…·，。{}<>&%#\"'\n\t \u00a0\u3000𠮷👍e\u0301"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)
SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def home(layout: Layout) -> CompiledDocument:
    body = [p("1. ", run("{{ x }}", rpr=BOLD), ";"), tbl(tr("{{ y|keep_end }}", "b")), ""]
    twins = TwinFiles(NAME, template(*body), template(*body, language=ZH))
    return compile_document(twins, layout, Side.VN, same_order=True)


def accepted(text: str) -> str:
    try:
        return clean_text(text)
    except UnfitText:
        assume(condition=False)
        raise


def come_home(layout: Layout, vi: str, zh: str) -> None:
    values = {
        language: {"x": segment("a-1", text, language), "y": segment("b-1", text, language)}
        for language, text in ((VI, vi), (ZH, zh))
    }
    drafted: Drafted = read(home(layout).fill(values, PROPERTIES))
    found = drafted.bookmarks()
    assert (found["bb_a_1_vi"], found["bb_a_1_zh"]) == (vi, zh)
    assert found["bb_b_1_vi"].replace("\u00a0", " ") == vi.replace("\u00a0", " ")
    assert found["bb_b_1_zh"].replace("\u00a0", " ") == zh.replace("\u00a0", " ")
    assert sum(1 for _ in drafted.root().iter(w("bookmarkEnd"))) == 4


@SETTINGS
@given(ANY_TEXT, ANY_TEXT)
def test_any_accepted_text_comes_home_from_columns(vi: str, zh: str) -> None:
    come_home(Layout.COLUMNS, accepted(vi), accepted(zh))


@SETTINGS
@given(ANY_TEXT, ANY_TEXT)
def test_any_accepted_text_comes_home_from_the_consecutive_layout(vi: str, zh: str) -> None:
    come_home(Layout.CONSECUTIVE, accepted(vi), accepted(zh))
