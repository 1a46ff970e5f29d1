"""The shipped templates: the measures of both norms and of the working draft, typed by hand."""

from functools import cache
from pathlib import Path

import pytest

from documents.building import DOCUMENT, PROPERTIES, Drafted, properties_of, read, value
from service.core.languages import Language, Side
from service.documents.container import unpack
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.documents.ooxml import Element, w
from service.documents.shipped.build import build_templates
from service.documents.template import read_template
from service.documents.twins import skeleton
from service.documents.values import Gap, GapKind, Segment

TEMPLATES = Path(__file__).parents[2] / "templates"
VI, ZH = "vi/talks-record.docx", "zh/talks-record.docx"
TITLE_SONG = "方正小标宋简体"


@cache
def shipped(name: str) -> Drafted:
    return read(build_templates()[name])


@cache
def styles(name: str) -> dict[str, Element]:
    return {value(style, "name"): style for style in shipped(name).root("word/styles.xml").iter(w("style"))}


def style(name: str) -> Element:
    return styles(ZH if name.endswith("(zh)") else VI)[name]


def twins() -> TwinFiles:
    built = build_templates()
    return TwinFiles("talks-record.docx", built[VI], built[ZH])


def attributes(element: Element | None) -> dict[str, str]:
    return (
        {}
        if element is None
        else {str(name).removeprefix(w("")): str(said) for name, said in element.attrib.items()}
    )


# Files.


def test_the_templates_in_the_repository_are_those_that_the_code_builds() -> None:
    # Contents, not bytes: another kind of processor deflates otherwise (docs/adr/0010).
    stored = {
        name: unpack(path.read_bytes(), name)
        for path in TEMPLATES.rglob("*")
        if path.is_file() and (name := path.relative_to(TEMPLATES).as_posix())
    }
    assert stored == {name: unpack(data, name) for name, data in build_templates().items()}


def test_both_languages_have_templates_of_the_same_names() -> None:
    names = [path.split("/") for path in build_templates()]
    vi, zh = ({name for folder, name in names if folder == language} for language in Language)
    assert vi == zh
    types = {"talks-record", "joint-minutes", "action-plan"}
    sheets = {"names-to-verify.docx", "interpreter-sheet.docx", "originals-proof.docx"}
    assert vi - sheets == {f"{name}.docx" for one in types for name in (one, f"{one}-internal")}
    assert sheets <= vi


@pytest.mark.parametrize("name", build_templates())
def test_a_shipped_template_is_a_sound_word_file_but_for_its_tags(name: str) -> None:
    assert {defect.rule for defect in lint_docx(build_templates()[name])} <= {"template-tag"}


@pytest.mark.parametrize("name", [VI, ZH])
def test_a_shipped_template_does_not_say_who_made_it(name: str) -> None:
    assert [part for part in shipped(name).parts if part.startswith("docProps/")] == []


# Formatting by named styles only.


def formatted(name: str) -> list[Element]:
    parts = [
        part
        for part in shipped(name).word_parts()
        if part.startswith(("word/document", "word/header", "word/footer"))
    ]
    assert len(parts) > 2
    return [root for part in parts for root in [shipped(name).root(part)]]


@pytest.mark.parametrize("name", [VI, ZH])
def test_every_paragraph_is_in_a_named_style_and_has_no_other_form(name: str) -> None:
    known = {element.get(w("styleId")) for element in styles(name).values()}
    for root in formatted(name):
        for paragraph in root.iter(w("p")):
            assert [child.tag for child in paragraph.iterfind(f"{w('pPr')}/*")] == [w("pStyle")]
            assert value(paragraph, "pPr/pStyle") in known
            assert value(paragraph, "pPr/pStyle").startswith("Minutes")


@pytest.mark.parametrize("name", [VI, ZH])
def test_a_run_has_at_most_a_character_style_and_the_east_asian_hint(name: str) -> None:
    allowed = {
        (),
        ("rFonts=eastAsia",),
        ("rStyle=MinutesMark",),
        ("rStyle=MinutesLeadInVi",),
        ("rStyle=MinutesMark", "rFonts=eastAsia"),
        ("rStyle=MinutesLeadInZh", "rFonts=eastAsia"),
    }
    looks = {properties_of(run) for root in formatted(name) for run in root.iter(w("r"))}
    assert looks <= allowed


def test_every_run_of_the_chinese_body_has_the_east_asian_hint() -> None:
    assert all("rFonts=eastAsia" in look for _, look in shipped(ZH).runs())


def test_the_vietnamese_body_has_no_hint() -> None:
    assert not any("rFonts=eastAsia" in look for _, look in shipped(VI).runs())


# Pages: Nghị định 30/2020/NĐ-CP, Annex I: 20, 15, 20, 30 mm; GB/T 9704-2012: 37, 26, 35, 28 mm.


@pytest.mark.parametrize(
    ("name", "margins"),
    [
        (
            VI,
            {
                "top": "1134",
                "right": "850",
                "bottom": "1134",
                "left": "1701",
                "header": "567",
                "footer": "567",
                "gutter": "0",
            },
        ),
        (
            ZH,
            {
                "top": "2098",
                "right": "1474",
                "bottom": "1984",
                "left": "1587",
                "header": "850",
                "footer": "1417",
                "gutter": "0",
            },
        ),
    ],
)
def test_the_page_of_a_norm(name: str, margins: dict[str, str]) -> None:
    (section,) = shipped(name).root().iter(w("sectPr"))
    assert (value(section, "pgSz", "w"), value(section, "pgSz", "h")) == ("11906", "16838")
    assert attributes(section.find(w("pgMar"))) == margins
    assert section.find(w("docGrid")) is None


def pages(name: str) -> list[tuple[str, str]]:
    (section,) = shipped(name).root().iter(w("sectPr"))
    return sorted(
        (str(child.tag).removeprefix(w("")), child.get(w("type"), ""))
        for child in section
        if "Reference" in str(child.tag)
    )


def test_the_vietnamese_page_number_stands_in_the_header_but_not_on_page_one() -> None:
    (section,) = shipped(VI).root().iter(w("sectPr"))
    assert section.find(w("titlePg")) is not None
    assert pages(VI) == [("headerReference", "default"), ("headerReference", "first")]
    numbered = [part for part in shipped(VI).word_parts() if b'w:instr="PAGE"' in shipped(VI).parts[part]]
    assert len(numbered) == 1
    assert numbered[0].startswith("word/header")


def test_the_chinese_page_number_stands_between_dashes_at_the_outer_foot() -> None:
    (section,) = shipped(ZH).root().iter(w("sectPr"))
    assert section.find(w("titlePg")) is None
    assert pages(ZH) == [
        ("footerReference", "default"),
        ("footerReference", "even"),
        ("headerReference", "default"),
        ("headerReference", "even"),
    ]
    assert b"<w:evenAndOddHeaders/>" in shipped(ZH).parts["word/settings.xml"]
    assert b"evenAndOddHeaders" not in shipped(VI).parts["word/settings.xml"]
    footers = [part for part in shipped(ZH).word_parts() if "footer" in part]
    assert [shipped(ZH).texts(part) for part in footers] == [["— 1 —"], ["— 1 —"]]
    aligned = {value(style(f"Minutes page number, {page} (zh)"), "pPr/jc") for page in ("odd", "even")}
    assert aligned == {"left", "right"}
    assert value(style("Minutes page number, odd (zh)"), "pPr/jc") == "right"


@pytest.mark.parametrize("name", [VI, ZH])
def test_word_s_current_form_and_punctuation(name: str) -> None:
    settings = shipped(name).root("word/settings.xml")
    assert value(settings, "characterSpacingControl") == "compressPunctuation"
    modes = [
        own.get(w("val"))
        for own in settings.iter(w("compatSetting"))
        if own.get(w("name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


@pytest.mark.parametrize("name", [VI, ZH])
def test_the_defaults_of_a_document(name: str) -> None:
    defaults = shipped(name).root("word/styles.xml").find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    assert defaults is not None
    assert attributes(defaults.find(w("rFonts")))["ascii"] == "Times New Roman"
    assert attributes(defaults.find(w("rFonts")))["eastAsia"] == "仿宋"
    assert value(defaults, "lang") == "vi-VN"
    assert value(defaults, "lang", "eastAsia") == "zh-CN"


# Styles: name, size in points, bold, Latin face, East Asian face, line, before, after, alignment.

LATIN = "Times New Roman"
TABLE: list[tuple[str, float, bool, str, str, tuple[str, str], tuple[int, int], str]] = [
    # The Vietnamese norm: 13-14 pt, Times New Roman, spacing single to 1.5.
    ("Minutes type (vi)", 14, True, LATIN, "仿宋", ("240", "auto"), (0, 0), "center"),
    ("Minutes subject (vi)", 14, True, LATIN, "仿宋", ("240", "auto"), (0, 0), "center"),
    ("Minutes last subject (vi)", 14, True, LATIN, "仿宋", ("240", "auto"), (0, 240), "center"),
    ("Minutes heading 1 (vi)", 14, True, LATIN, "仿宋", ("240", "auto"), (120, 120), "left"),
    ("Minutes body (vi)", 14, False, LATIN, "仿宋", ("276", "auto"), (0, 120), "both"),
    ("Minutes page number (vi)", 13, False, LATIN, "仿宋", ("240", "auto"), (0, 0), "center"),
    # The Chinese norm: 16 pt 仿宋 on 28.95 pt, title 22 pt 小标宋, first level 黑体.
    ("Minutes type (zh)", 22, False, TITLE_SONG, TITLE_SONG, ("660", "exact"), (0, 360), "center"),
    ("Minutes subject (zh)", 22, False, TITLE_SONG, TITLE_SONG, ("660", "exact"), (0, 0), "center"),
    ("Minutes last subject (zh)", 22, False, TITLE_SONG, TITLE_SONG, ("660", "exact"), (0, 360), "center"),
    ("Minutes heading 1 (zh)", 16, False, LATIN, "黑体", ("579", "exact"), (0, 0), "left"),
    ("Minutes body (zh)", 16, False, LATIN, "仿宋", ("579", "exact"), (0, 0), "both"),
    ("Minutes page number, odd (zh)", 14, False, LATIN, "宋体", ("240", "auto"), (0, 0), "right"),
    ("Minutes page number, even (zh)", 14, False, LATIN, "宋体", ("240", "auto"), (0, 0), "left"),
    # Columns, from the table of look/documents.md.
    ("Minutes type, columns (vi)", 15, True, LATIN, "仿宋", ("460", "exact"), (120, 0), "center"),
    ("Minutes type, columns (zh)", 22, False, TITLE_SONG, TITLE_SONG, ("520", "exact"), (0, 40), "center"),
    ("Minutes subject, columns (vi)", 13, True, LATIN, "仿宋", ("400", "exact"), (0, 0), "center"),
    ("Minutes subject, columns (zh)", 16, False, TITLE_SONG, TITLE_SONG, ("400", "exact"), (0, 0), "center"),
    ("Minutes heading 1, columns (vi)", 13, True, LATIN, "仿宋", ("400", "exact"), (200, 40), "left"),
    ("Minutes heading 1, columns (zh)", 14, False, LATIN, "黑体", ("400", "exact"), (200, 40), "left"),
    ("Minutes label, columns (vi)", 13, True, LATIN, "仿宋", ("400", "exact"), (80, 0), "left"),
    ("Minutes label, columns (zh)", 14, False, LATIN, "黑体", ("400", "exact"), (80, 0), "left"),
    ("Minutes fact, columns (vi)", 13, False, LATIN, "仿宋", ("400", "exact"), (40, 40), "both"),
    ("Minutes fact, columns (zh)", 14, False, LATIN, "仿宋", ("400", "exact"), (40, 40), "both"),
    ("Minutes list, columns (vi)", 13, False, LATIN, "仿宋", ("400", "exact"), (20, 20), "left"),
    ("Minutes list, columns (zh)", 14, False, LATIN, "仿宋", ("400", "exact"), (20, 20), "left"),
    ("Minutes column head, columns (vi)", 10, False, LATIN, "仿宋", ("240", "auto"), (40, 40), "center"),
    ("Minutes column head, columns (zh)", 10.5, False, LATIN, "黑体", ("240", "auto"), (40, 40), "center"),
    ("Minutes signature party, columns (vi)", 13, True, LATIN, "仿宋", ("360", "exact"), (0, 0), "center"),
    ("Minutes signature party, columns (zh)", 14, False, LATIN, "黑体", ("360", "exact"), (0, 0), "center"),
    ("Minutes signature name, columns (vi)", 13, True, LATIN, "仿宋", ("360", "exact"), (0, 0), "center"),
    ("Minutes signature name, columns (zh)", 14, False, LATIN, "仿宋", ("360", "exact"), (0, 0), "center"),
    # Of every document.
    ("Minutes running head (vi)", 9.5, False, LATIN, "仿宋", ("240", "auto"), (0, 0), "right"),
    ("Minutes running head (zh)", 9.5, False, LATIN, "仿宋", ("240", "auto"), (0, 0), "right"),
    ("Minutes end (vi)", 1, False, LATIN, "仿宋", ("20", "exact"), (0, 0), "left"),
    ("Minutes end (zh)", 1, False, LATIN, "仿宋", ("20", "exact"), (0, 0), "left"),
]


@pytest.mark.parametrize(
    ("name", "size", "bold", "latin", "face", "line", "space", "align"), TABLE, ids=[row[0] for row in TABLE]
)
def test_a_style_has_its_measures(  # noqa: PLR0913, PLR0917 - the columns of the table
    name: str,
    size: float,
    latin: str,
    face: str,
    line: tuple[str, str],
    space: tuple[int, int],
    align: str,
    *,
    bold: bool,
) -> None:
    own = style(name)
    assert float(value(own, "rPr/sz")) / 2 == size
    assert value(own, "rPr/szCs") == value(own, "rPr/sz")
    assert (own.find(f"{w('rPr')}/{w('b')}") is not None) is bold
    assert (value(own, "rPr/rFonts", "ascii"), value(own, "rPr/rFonts", "hAnsi")) == (latin, latin)
    assert value(own, "rPr/rFonts", "eastAsia") == face
    assert (value(own, "pPr/spacing", "line"), value(own, "pPr/spacing", "lineRule")) == line
    assert (value(own, "pPr/spacing", "before"), value(own, "pPr/spacing", "after")) == tuple(map(str, space))
    assert value(own, "pPr/jc") == align
    assert value(own, "rPr/lang", "eastAsia") == "zh-CN"
    assert value(own, "rPr/lang") == ("en-US" if name.endswith("(zh)") else "vi-VN")


INDENTS = {
    "Minutes body (vi)": {"firstLine": "567"},
    "Minutes list (vi)": {"left": "851", "hanging": "284"},
    "Minutes body (zh)": {"firstLineChars": "200", "firstLine": "640"},
    "Minutes heading 1 (zh)": {"firstLineChars": "200", "firstLine": "640"},
    "Minutes body, columns (vi)": {"firstLine": "454"},
    "Minutes body, columns (zh)": {"firstLineChars": "200", "firstLine": "560"},
    "Minutes list, columns (vi)": {"left": "227", "hanging": "227"},
    "Minutes list, columns (zh)": {},
    "Minutes body, stacked (vi)": {"firstLine": "567"},
    "Minutes page number, odd (zh)": {"right": "280"},
    "Minutes page number, even (zh)": {"left": "280"},
}


@pytest.mark.parametrize("name", INDENTS)
def test_a_style_has_its_indents(name: str) -> None:
    assert attributes(style(name).find(f"{w('pPr')}/{w('ind')}")) == INDENTS[name]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Minutes body, columns (vi)", "400"),
        ("Minutes body, columns (zh)", "400"),
        ("Minutes body, stacked (vi)", "400"),
        ("Minutes body, stacked (zh)", "400"),
        ("Minutes fact, stacked (vi)", "400"),
        ("Minutes list, stacked (zh)", "400"),
    ],
)
def test_text_of_both_languages_stands_on_one_pitch(name: str, lines: str) -> None:
    assert value(style(name), "pPr/spacing", "line") == lines
    assert value(style(name), "pPr/spacing", "lineRule") == "exact"


def test_chinese_text_of_the_norm_is_set_narrower_for_28_characters_a_line() -> None:
    assert value(style("Minutes body (zh)"), "rPr/w") == "98"
    assert value(style("Minutes body, columns (zh)"), "rPr/w") == ""


@pytest.mark.parametrize(
    "name", ["Minutes type (vi)", "Minutes heading 1 (vi)", "Minutes heading 1, columns (vi)"]
)
def test_vietnamese_types_and_headings_are_in_capitals(name: str) -> None:
    assert style(name).find(f"{w('rPr')}/{w('caps')}") is not None


@pytest.mark.parametrize(
    "name",
    [
        "Minutes heading 1",
        "Minutes heading 1, columns",
        "Minutes label",
        "Minutes label, columns",
        "Minutes closing, columns",
        "Minutes signature party",
        "Minutes signature post",
        "Minutes signature name, columns",
    ],
)
@pytest.mark.parametrize("language", ["vi", "zh"])
def test_headings_and_signatures_stay_with_what_follows(name: str, language: str) -> None:
    assert style(f"{name} ({language})").find(f"{w('pPr')}/{w('keepNext')}") is not None


@pytest.mark.parametrize("name", [VI, ZH])
def test_gaps_marks_and_running_heads_have_their_colours(name: str) -> None:
    gap = styles(name)["Minutes gap"]
    assert attributes(gap.find(f"{w('rPr')}/{w('shd')}")) == {
        "val": "clear",
        "color": "auto",
        "fill": "FFF2A8",
    }
    assert value(styles(name)["Minutes mark"], "rPr/color") == "7F0000"
    language = name[:2]
    assert value(style(f"Minutes running head ({language})"), "rPr/color") == "7F0000"
    assert value(style(f"Minutes column head, columns ({language})"), "rPr/color") == "595959"


# Twins.


def test_the_templates_have_one_skeleton_but_for_the_title() -> None:
    files = twins().read()
    vi, zh = (files[language].blocks for language in Language)
    assert skeleton(vi) == skeleton(zh)


def facts(language: Language, *, signed: bool) -> dict[str, object]:
    gap = Gap(GapKind.NOT_IN_SOURCE, language, "host")
    person = {"group": "", "name": "An", "position": "Giám đốc", "address": "", "role": "trưởng đoàn"}
    signature = {"party": "Hà Giang", "post": "Giám đốc", "name": gap}
    item = {
        "number": "1",
        "text": Segment("a-1", language, "R&D <5%"),
        "illustrative": True,
        "stance_words": "",
        "points": [],
    }
    return {
        "draft": {"id": "bb-0123456", "number": 1, "revision": 2, "is_final": False, "date": ""},
        "circulation": "",
        "title": "",
        "title_type": "",
        "title_lines": [],
        "basis": [],
        "first": {"title": "Hà Giang"},
        "second": {"title": "Vân Nam"},
        "meeting": {
            "day": "ngày 26",
            "start": "8 giờ",
            "end": gap,
            "zone": "giờ Việt Nam",
            "place": "Mèo Vạc",
            "host": gap,
        },
        "parties": [{"label": "Phía Việt Nam", "attendees": [person, person | {"group": "lãnh đạo huyện"}]}]
        * 2,
        "points": "",
        "sections": [{"number": "I", "heading": Segment("a-heading", language, "Kết quả"), "items": [item]}],
        "closing": {
            "day": "hôm nay",
            "place": "Mèo Vạc",
            "count": "bốn",
            "first_language": "tiếng Việt",
            "second_language": "tiếng Trung",
            "authentic": True,
            "one_each": True,
            "two_parties": True,
        },
        "signed": signed,
        "signatures": {"pairs": [{"left": signature, "right": signature, "alone": False}]},
    }


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("original", list(Side))
@pytest.mark.parametrize("same_order", [True, False])
@pytest.mark.parametrize("signed", [True, False])
def test_the_twins_give_a_sound_document_in_every_layout(
    layout: Layout, original: Side, *, same_order: bool, signed: bool
) -> None:
    compiled = compile_document(twins(), layout, original, same_order=same_order)
    filled = compiled.fill({language: facts(language, signed=signed) for language in Language}, PROPERTIES)
    assert lint_docx(filled) == []
    drafted = read(filled)
    languages = [str(layout)] if layout in {Layout.VI, Layout.ZH} else ["vi", "zh"]
    assert sorted(drafted.bookmarks()) == sorted(
        f"bb_a_{part}_{language}" for part in ("1", "heading") for language in languages
    )
    assert any(
        "bb-0123456 r2" in text
        for part in drafted.word_parts()
        if "header" in part
        for text in drafted.texts(part)
    )


@pytest.mark.parametrize("language", list(Language))
def test_a_record_without_people_sections_or_signatures_is_a_sound_document(language: Language) -> None:
    compiled = compile_document(twins(), Layout.COLUMNS, language.side, same_order=False)
    empty: dict[str, object] = {"parties": [], "sections": [], "signatures": {"pairs": []}}
    filled = compiled.fill({own: facts(own, signed=True) | empty for own in Language}, PROPERTIES)
    assert lint_docx(filled) == []


def test_the_shipped_templates_are_read_without_complaint() -> None:
    for language, name in ((Language.VI, VI), (Language.ZH, ZH)):
        found = read_template(build_templates()[name], name, language)
        assert found.parts[DOCUMENT] == shipped(name).parts[DOCUMENT]
        assert len(found.tags) > 30
