"""Tags in paragraphs: however Word split and dressed them, they are read as they were typed."""

import pytest

from documents.building import (
    BOLD,
    BREAK,
    ITALIC,
    TAB,
    fill,
    fill_zh,
    letters,
    p,
    read,
    run,
    t,
    template,
)
from service.core.languages import Language
from service.documents.errors import TemplateError
from service.documents.tags import MAX_TAG, MAX_TAGS, TagKind
from service.documents.template import read_template

WORD = {"chair": "Nguyễn Văn An", "party": {"name": "Sở Ngoại vụ"}}
TYPED = "Chủ trì: {{ chair }}."


def refusal(*body: str) -> str:
    with pytest.raises(TemplateError) as caught:
        read_template(template(*body), "talks.docx", Language.VI)
    return str(caught.value)


def read_tags(*body: str) -> list[tuple[TagKind, str]]:
    found = read_template(template(*body), "talks.docx", Language.VI)
    return [(tag.kind, tag.source) for tag in found.tags]


@pytest.mark.parametrize("cut", range(1, len(TYPED)))
def test_a_paragraph_split_anywhere_is_filled_alike(cut: int) -> None:
    drafted = fill([p(run(TYPED[:cut]), run(TYPED[cut:]))], WORD)
    assert drafted.texts() == ["Chủ trì: Nguyễn Văn An."]


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_a_paragraph_in_many_small_runs_is_filled_alike(size: int) -> None:
    pieces = [run(TYPED[start : start + size]) for start in range(0, len(TYPED), size)]
    assert fill([p(*pieces)], WORD).texts() == ["Chủ trì: Nguyễn Văn An."]


def test_two_tags_that_share_a_run_in_the_middle_are_both_filled() -> None:
    drafted = fill([p(run("a{{ ch"), run("air }}b{{ party"), run(".name }}c"))], WORD)
    assert drafted.texts() == ["aNguyễn Văn AnbSở Ngoại vục"]


def test_tags_that_touch_are_filled_one_by_one() -> None:
    assert fill(["{{ chair }}{{ chair }}"], {"chair": "An"}).texts() == ["AnAn"]


def test_a_value_has_the_look_of_the_run_in_which_its_tag_begins() -> None:
    drafted = fill([p(run("{", rpr=BOLD), run("{ chair ", rpr=ITALIC), run("}}"))], {"chair": "An"})
    assert drafted.runs() == [("An", ("b",))]


def test_text_around_a_tag_keeps_the_look_of_its_own_run() -> None:
    paragraph = p(run("Ông {", rpr=BOLD), run("{ chair }", rpr=ITALIC), run("} chủ trì", rpr=ITALIC))
    drafted = fill([paragraph], {"chair": "An"})
    assert drafted.runs() == [("Ông ", ("b",)), ("An", ("b",)), (" chủ trì", ("i",))]


def test_space_beside_a_tag_is_kept() -> None:
    drafted = fill([p(run("Ông "), run("{{ chair }}"), run(" chủ trì"))], {"chair": "An"})
    assert drafted.texts() == ["Ông An chủ trì"]


def test_tabs_and_breaks_in_the_run_of_a_tag_stay_where_they_stand() -> None:
    drafted = fill([p(run("–", TAB, "{{ chair }}", BREAK, "cuối", rpr=BOLD))], {"chair": "An"})
    assert drafted.texts() == ["–\tAn\ncuối"]
    assert {properties for _, properties in drafted.runs()} == {("b",)}


def test_a_run_of_several_texts_and_tags_keeps_its_order() -> None:
    drafted = fill([p(run("a{{ x }}", TAB, "b{{ y }}c", TAB, "{{ x }}d"))], {"x": "1", "y": "2"})
    assert drafted.texts() == ["a1\tb2c\t1d"]


def test_a_tab_typed_inside_a_tag_does_not_break_the_tag() -> None:
    assert fill([p(run("{{ chair", TAB, " }}"))], {"chair": "An"}).texts() == ["An\t"]


def test_a_break_typed_inside_a_tag_does_not_break_the_tag() -> None:
    assert fill([p(run("{{ chair", BREAK, "|capital }}."))], {"chair": "an"}).texts() == ["An\n."]


def test_a_tag_in_a_link_stays_in_the_link() -> None:
    link = f'<w:hyperlink w:anchor="top">{run("{{ cha")}{run("ir }}")}</w:hyperlink>'
    drafted = fill([p("Ông ", link)], {"chair": "An"})
    assert drafted.texts() == ["Ông An"]
    assert (
        b'w:anchor="top"><w:r><w:t xml:space="preserve">An</w:t></w:r></w:hyperlink>'
        in drafted.parts["word/document.xml"]
    )


def test_a_tag_that_begins_before_a_link_and_ends_in_it_stands_before_it() -> None:
    link = f'<w:hyperlink w:anchor="top">{run("air }} ở đây")}</w:hyperlink>'
    assert fill([p("{{ ch", link)], {"chair": "An"}).texts() == ["An ở đây"]


def test_a_tag_in_inserted_text_is_filled() -> None:
    inserted = f'<w:ins w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z">{run("{{ chair }}")}</w:ins>'
    assert fill([p(inserted)], {"chair": "An"}).texts() == ["An"]


def test_spelling_marks_and_bookmarks_of_word_do_not_split_a_tag() -> None:
    noise = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="_GoBack"/>'
    drafted = fill([p("{{ ch", noise, "air }}", '<w:bookmarkEnd w:id="7"/>')], {"chair": "An"})
    assert drafted.texts() == ["An"]
    assert drafted.bookmarks() == {}


def test_a_tag_in_a_text_box_belongs_to_the_paragraph_in_the_box() -> None:
    box = f"<w:pict><w:txbxContent>{p('{{ chair }}')}</w:txbxContent></w:pict>"
    assert fill([p("Ngoài", run(box))], {"chair": "An"}).texts() == ["Ngoài", "An"]


def test_smart_quotes_are_straight_inside_tags_only() -> None:
    drafted = fill(
        ["“{% if chair == “An” %}có{% endif %}” ‘{% if chair == ‘An’ %}x{% endif %}’"], {"chair": "An"}
    )
    assert drafted.texts() == ["“có” ‘x’"]


def test_a_low_opening_quote_is_straight_inside_tags_only() -> None:
    assert fill(["„{% if chair == „An” %}có{% endif %}”"], {"chair": "An"}).texts() == ["„có”"]


def test_a_no_break_space_is_a_space_inside_tags_only() -> None:
    drafted = fill(
        ["tỉnh\u00a0Hà Giang {%\u00a0if\u00a0chair\u00a0%}{{\u00a0chair\u00a0}}{%\u00a0endif\u00a0%}"],
        {"chair": "An"},
    )
    assert drafted.texts() == ["tỉnh\u00a0Hà Giang An"]


def test_tags_need_no_space_inside() -> None:
    assert fill(["{%if chair%}{{chair}}{%endif%}"], {"chair": "An"}).texts() == ["An"]


def test_comments_vanish_with_what_they_hold() -> None:
    assert fill(["Ông {# hỏi {{ lại }} #}An", "{# ghi chú #}"]).texts() == ["Ông An", ""]


def test_a_comment_split_over_runs_vanishes_from_all_of_them() -> None:
    drafted = fill([p(run("a{", rpr=BOLD), run("# ghi"), run(" chú #}b", rpr=ITALIC))])
    assert drafted.runs() == [("a", ("b",)), ("b", ("i",))]


@pytest.mark.parametrize("text", ["a { b } c", "{", "}}", "%}", "{ {x} }", "#}", "}} {", "{}"])
def test_single_braces_and_lone_closers_are_text(text: str) -> None:
    assert fill([p(*letters(text))], sound=False).texts() == [text]


def test_runs_without_a_tag_are_left_as_they_are() -> None:
    paragraph = p(run("Ông", rpr=BOLD), run(TAB), run("An", t("!")), run("{{ chair }}"))
    assert fill([paragraph], {"chair": ""}).runs() == [("Ông", ("b",)), ("\t", ()), ("An!", ())]


def test_kinds_and_sources_of_tags_are_read_in_order() -> None:
    tags = read_tags("{% block a %}", "{% for x in xs %}{{ x }}{% endfor %}", "{% endblock a %}")
    assert tags == [
        (TagKind.BLOCK, "a"),
        (TagKind.FOR, "x in xs"),
        (TagKind.OUTPUT, "x"),
        (TagKind.ENDFOR, ""),
        (TagKind.ENDBLOCK, "a"),
    ]


def test_the_east_asian_hint_stands_on_what_a_chinese_template_prints() -> None:
    drafted = fill_zh(
        [p(run("“主持”：{{ chair }}", rpr='<w:rStyle w:val="MinutesMark"/><w:b/>'))], {"chair": "“安”…"}
    )
    look = ("rStyle=MinutesMark", "rFonts=eastAsia", "b")
    assert drafted.runs() == [("“主持”：", look), ("“安”…", look)]


def test_a_hint_joins_the_faces_that_a_chinese_run_already_names() -> None:
    drafted = fill_zh([p(run("{{ chair }}", rpr='<w:rFonts w:eastAsia="黑体"/>'))], {"chair": "安"})
    assert drafted.runs() == [("安", ("rFonts=黑体=eastAsia",))]


def test_a_vietnamese_template_gets_no_hint() -> None:
    assert fill(["{{ chair }}"], {"chair": "An"}).runs() == [("An", ())]


# Unhappy paths.


@pytest.mark.parametrize(
    ("text", "opener"), [("a {{ chair", "{{"), ("{% if x", "{%"), ("b {# c", "{#"), ("{{ x %}", "{{")]
)
def test_a_tag_without_end_is_refused_with_its_place(text: str, opener: str) -> None:
    assert refusal("một", text) == f"talks.docx, paragraph 2: «{text}»: “{opener}” has no end"


def test_a_tag_does_not_reach_into_the_next_paragraph() -> None:
    assert refusal("{{ chair", "}}") == "talks.docx, paragraph 1: «{{ chair»: “{{” has no end"


@pytest.mark.parametrize(
    "keyword",
    [
        "include",
        "import",
        "from",
        "extends",
        "macro",
        "set",
        "call",
        "filter",
        "raw",
        "with",
        "autoescape",
        "do",
        "trans",
        "continue",
        "break",
        "debug",
        "-",
        "For",
        "IF",
        "endset",
        "loop",
        "output",
        "comment",
    ],
)
def test_any_other_keyword_is_refused(keyword: str) -> None:
    text = f"{{% {keyword} x %}}"
    assert refusal(text) == f"talks.docx, paragraph 1: «{text}»: “{keyword}” is not allowed in a template"


def test_a_statement_without_a_word_is_refused() -> None:
    assert refusal("{% %}") == "talks.docx, paragraph 1: «{% %}»: “” is not allowed in a template"


@pytest.mark.parametrize("tag", ["else if x", "endif x", "endfor x in xs"])
def test_words_behind_a_tag_that_stands_alone_are_refused(tag: str) -> None:
    keyword, _, rest = tag.partition(" ")
    text = f"{{% if x %}}a{{% {tag} %}}"
    assert refusal(text) == f"talks.docx, paragraph 1: «{text}»: “{keyword}” stands alone, without “{rest}”"


def test_a_tag_at_the_limit_of_length_is_read_and_one_longer_refused() -> None:
    longest = "x" * MAX_TAG
    assert read_tags(f"{{{{ {longest} }}}}") == [(TagKind.OUTPUT, longest)]
    assert refusal(f"{{{{ {longest}x }}}}").endswith("a tag longer than 300")


def test_as_many_tags_as_allowed_are_read_and_one_more_refused() -> None:
    assert MAX_TAGS == 2000
    assert len(read_tags(*["{{ x }}" * 100] * 20)) == 2000
    assert refusal(*["{{ x }}" * 100] * 20, "{{ last }}") == (
        "talks.docx, paragraph 21: «{{ last }}»: more than 2000 tags"
    )


def test_paragraphs_are_counted_through_tables_from_the_first() -> None:
    cells = "<w:tbl><w:tr><w:tc><w:p/><w:p/></w:tc></w:tr></w:tbl>"
    assert refusal("một", cells, "{{ x").startswith("talks.docx, paragraph 4: «{{ x»")


def test_an_instruction_smuggled_into_a_template_is_no_tag() -> None:
    drafted = fill([f"<w:p><?bienban 0?>{run('{{ chair }}')}<?bienban 99?></w:p>"], {"chair": "An"})
    assert drafted.texts() == ["An"]


def test_a_value_that_looks_like_an_instruction_is_text() -> None:
    text = "<?bienban 0?>{{ chair }}"
    assert fill(["{{ chair }}"], {"chair": text}, sound=False).texts() == [text]


def test_the_same_template_read_twice_is_the_same_file() -> None:
    body = [p(*letters("a {{ chair }}"))]
    assert read(fill(body, WORD).data) == read(fill(body, WORD).data)
