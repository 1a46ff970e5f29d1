"""What templates hold beside text: it comes along from both, in every layout, once and whole."""

import re
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from documents.building import (
    NAME,
    Drafted,
    fill,
    fill_twins,
    p,
    read,
    repacked,
    run,
    tbl,
    tr,
    value,
)
from documents.furnishing import (
    BLUE,
    LANDSCAPE,
    MARGINS,
    PORTRAIT,
    RED,
    furnished,
    link,
    listed,
    note,
    one_list,
    picture,
    png,
    section_end,
    text_box,
    with_document_part,
    with_picture,
)
from office import convert_to_pdf, pdf_text
from service.core.languages import Language, Side
from service.documents.container import unpack
from service.documents.errors import ActiveContent, TemplateError
from service.documents.layout import Layout
from service.documents.ooxml import RELS, WP, Element, R, W, w
from service.documents.package import write_package

VI, ZH = Language.VI, Language.ZH
BOTH = (Layout.COLUMNS, Layout.STACKED, Layout.CONSECUTIVE)
NS = {"w": W, "r": R, "rel": RELS, "wp": WP, "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}


def found(drafted: Drafted, path: str, part: str = "word/document.xml") -> list[str]:
    values = drafted.root(part).xpath(path, namespaces=NS)
    assert isinstance(values, list)
    return [str(own) for own in values]


def pictures(drafted: Drafted, part: str = "word/document.xml") -> list[bytes]:
    """Contents of the pictures that a part shows, in its order."""
    folder, _, own = part.rpartition("/")
    rels = etree.fromstring(drafted.parts[f"{folder}/_rels/{own}.rels"])
    targets = {arrow.get("Id"): arrow.get("Target", "") for arrow in rels}
    return [
        drafted.parts[f"word/{targets[identity]}"] for identity in found(drafted, "//a:blip/@r:embed", part)
    ]


# Pictures and links.


@pytest.mark.parametrize("original", list(Side))
@pytest.mark.parametrize("layout", BOTH)
def test_pictures_of_both_templates_come_along(layout: Layout, original: Side) -> None:
    vi = furnished(p(picture("rId9"), "a"), pictures={"rId9": png(RED)})
    zh = furnished(p(picture("rId9"), "一"), language=ZH, pictures={"rId9": png(BLUE)})
    drafted = fill_twins(vi, zh, layout=layout, original=original)
    colours = [png(RED), png(BLUE)]
    assert pictures(drafted) == (colours if original is Side.VN else colours[::-1])


@pytest.mark.parametrize("layout", BOTH)
def test_a_picture_that_both_templates_show_is_in_the_file_once(layout: Layout) -> None:
    twins = [
        furnished(p(picture("rId9"), "a"), language=own, pictures={"rId9": png(RED)}) for own in Language
    ]
    drafted = fill_twins(twins[0], twins[1], layout=layout)
    assert pictures(drafted) == [png(RED)] * 2
    assert [name for name in drafted.parts if "media" in name] == ["word/media/picture1.png"]


def test_a_layout_of_one_language_takes_the_pictures_of_that_template_only() -> None:
    vi = furnished(p(picture("rId9"), "a"), pictures={"rId9": png(RED)})
    zh = furnished(p(picture("rId8"), "一"), language=ZH, pictures={"rId8": png(BLUE)})
    for original in Side:
        drafted = fill_twins(vi, zh, layout=Layout.ZH, original=original)
        assert [content for name, content in drafted.parts.items() if "media" in name] == [png(BLUE)]


def test_a_picture_in_a_loop_has_an_id_of_its_own_each_time() -> None:
    data = furnished(
        p(picture("rId9", 7), "a"),
        "{% for x in xs %}",
        p(picture("rId9", 7), "{{ x }}"),
        p(text_box("{{ x }}", number=7)),
        "{% endfor %}",
        ".",
        pictures={"rId9": png(RED)},
    )
    drafted = fill(data, {"xs": ["1", "2"]})
    assert found(drafted, "//wp:docPr/@id") == ["1", "2", "3", "4", "5"]
    assert found(drafted, "//wp:docPr/@name") == ["Quốc huy", "Quốc huy", "Khung", "Quốc huy", "Khung"]
    assert pictures(drafted) == [png(RED)] * 3


@pytest.mark.parametrize("layout", BOTH)
def test_links_of_both_templates_lead_where_they_did(layout: Layout) -> None:
    vi = furnished(p("xem ", link("rId9", "{{ x }}")), links={"rId9": "https://hagiang.gov.vn/?a=1&amp;b=2"})
    zh = furnished(p(link("rId9", "见")), language=ZH, links={"rId9": "https://www.yn.gov.cn/"})
    drafted = fill_twins(vi, zh, {"x": "đây"}, layout=layout)
    rels = drafted.root("word/_rels/document.xml.rels")
    targets = {arrow.get("Id"): arrow.get("Target") for arrow in rels}
    assert [targets[own] for own in found(drafted, "//w:hyperlink/@r:id")] == [
        "https://hagiang.gov.vn/?a=1&b=2",
        "https://www.yn.gov.cn/",
    ]
    assert "xem đây" in drafted.texts()


def test_a_picture_in_a_header_comes_along() -> None:
    data = furnished("a", headers={"default": [p(picture("rId1"), "Dự thảo {{ n }}")]})
    parts = with_picture(unpack(data, "x"), "rId1", png(RED), "word/header-default.xml")
    drafted = fill(write_package(parts), {"n": 2})
    assert pictures(drafted, "word/header-default.xml") == [png(RED)]
    assert drafted.texts("word/header-default.xml") == ["Dự thảo 2"]


def test_a_picture_takes_no_id_that_a_section_gives_its_header() -> None:
    data = furnished(p(picture("rId9"), "a"), pictures={"rId9": png(RED)}, headers={"default": ["Đầu"]})
    parts = {
        name: content.replace(b"rId-header-default", b"rId5") for name, content in unpack(data, "x").items()
    }
    drafted = fill(write_package(parts))
    assert pictures(drafted) == [png(RED)]
    assert found(drafted, "//w:headerReference/@r:id") == ["rId5"]
    assert found(drafted, "//a:blip/@r:embed") != ["rId5"]


def with_object(kind: str) -> bytes:
    body = p(run("Bảng "), '<w:r><w:object r:id="rId9"/></w:r>')
    data = furnished("một", body, pictures={"rId9": png(RED)})
    rels = unpack(data, "x")["word/_rels/document.xml.rels"].replace(b'/image"', f'/{kind}"'.encode())
    return repacked(data, {"word/_rels/document.xml.rels": rels})


def test_what_a_paper_cannot_take_is_refused_with_its_place() -> None:
    with pytest.raises(TemplateError) as caught:
        fill(with_object("chart"))
    assert str(caught.value) == f"vi/{NAME}, paragraph 2: «Bảng »: holds “object”, which a paper cannot take"


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk"])
def test_what_acts_by_itself_does_not_pass_the_gate(kind: str) -> None:
    with pytest.raises(ActiveContent, match=f"the relationship {kind.lower()} to "):
        fill(with_object(kind))


@pytest.mark.parametrize(
    "address", ["file:///C:/Users/Lan/x.docx", "C:\\x.docx", "\\\\pc\\x", "javascript:x"]
)
def test_a_link_into_a_computer_is_refused(address: str) -> None:
    data = furnished("a", p(link("rId9", "đây")), links={"rId9": address})
    with pytest.raises(ActiveContent) as caught:
        fill(data)
    assert f"a link to “{address}”; only http, https and mailto are allowed" in str(caught.value)


def test_a_picture_that_is_none_is_refused() -> None:
    data = furnished(p(picture("rId9"), "a"), pictures={"rId9": b"<html/>"})
    types = unpack(data, "x")["[Content_Types].xml"].replace(b"image/png", b"text/html")
    with pytest.raises(ActiveContent, match=r"word/media/image1\.png: no text"):
        fill(repacked(data, {"[Content_Types].xml": types}))


def test_the_printer_of_a_template_stays_behind() -> None:
    data = furnished("a", section='<w:printerSettings r:id="rId77"/>')
    assert b"printerSettings" not in fill(data).parts["word/document.xml"]


def test_a_picture_outside_the_file_is_refused() -> None:
    data = furnished(p(picture("rId9"), "a"), links={"rId9": "https://x.example/seal.png"})
    rels = unpack(data, "x")["word/_rels/document.xml.rels"].replace(b"/hyperlink", b"/image")
    with pytest.raises(ActiveContent, match="fetched from outside the file: image"):
        fill(repacked(data, {"word/_rels/document.xml.rels": rels}))


# Text boxes.


def boxes(drafted: Drafted) -> list[list[str]]:
    return [[said(own) for own in box.iter(w("p"))] for box in drafted.root().iter(w("txbxContent"))]


def said(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def test_a_text_box_is_filled_in_both_its_forms() -> None:
    data = furnished(
        p("Đầu ", text_box("Ông {{ x }}", "{% if y %}", "có", "{% else %}", "không", "{% endif %}"))
    )
    drafted = fill(data, {"x": "An & Bình", "y": 0})
    assert boxes(drafted) == [["Ông An & Bình", "không"]] * 2


def test_loops_and_tables_in_a_text_box_are_filled() -> None:
    rows = tbl(tr("{% for x in xs %}", ""), tr("{{ loop.index }}", "{{ x }}"), tr("{% endfor %}", ""))
    inside = ("{% for x in xs %}", "– {{ x }}", "{% endfor %}", rows, "hết")
    drafted = fill(furnished(p(text_box(*inside))), {"xs": ["a", "b"]})
    assert boxes(drafted) == [["– a", "– b", "1", "a", "2", "b", "hết"]] * 2


def test_a_text_box_in_a_loop_sees_the_loop() -> None:
    body = ["{% for x in xs %}", p("{{ x }}: ", text_box("{{ x }}")), "{% endfor %}", "."]
    assert boxes(fill(furnished(*body), {"xs": ["a", "b"]})) == [["a"], ["a"], ["b"], ["b"]]


def test_a_text_box_of_which_nothing_is_printed_still_ends_in_a_paragraph() -> None:
    drafted = fill(furnished(p(text_box("{% if x %}", "a", "{% endif %}"))), {"x": 0})
    assert boxes(drafted) == [[""]] * 2


def test_a_text_box_in_a_header_is_filled() -> None:
    data = furnished("a", headers={"default": [p(text_box("{% for x in xs %}", "{{ x }}", "{% endfor %}"))]})
    drafted = fill(data, {"xs": ["1", "2"]})
    inside = drafted.root("word/header-default.xml").iter(w("txbxContent"))
    assert [said(box) for box in inside] == ["12", "12"]


@pytest.mark.parametrize("layout", BOTH)
def test_text_boxes_speak_their_own_language(layout: Layout) -> None:
    vi, zh = furnished(p(text_box("{{ x }}"))), furnished(p(text_box("{{ x }}")), language=ZH)
    drafted = fill_twins(vi, zh, {"x": "Hà Giang"}, {"x": "河江"}, layout=layout)
    assert boxes(drafted) == [["Hà Giang"], ["Hà Giang"], ["河江"], ["河江"]]


def test_an_error_in_a_text_box_has_its_place() -> None:
    with pytest.raises(
        TemplateError, match=re.escape(f"vi/{NAME}, paragraph 2: «{{{{ nix }}}}»: “nix” is not")
    ):
        fill(furnished(p(text_box("{{ nix }}"))), {})


# Footnotes and endnotes.


def notes(drafted: Drafted, kind: str = "footnote") -> list[str]:
    """Texts of the notes in the order in which the body refers to them."""
    by_id = {
        value(own, ".", "id") or own.get(w("id"), ""): said(own)
        for own in drafted.root(f"word/{kind}s.xml").iter(w(kind))
    }
    return [by_id[identity] for identity in found(drafted, f"//w:{kind}Reference/@w:id")]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("layout", BOTH)
def test_notes_of_both_templates_stand_in_one_part(layout: Layout, kind: str) -> None:
    own = {f"{kind}s": {1: ["Theo {{ x }}"], 2: ["bỏ"]}}
    vi = furnished(p("a", note(1, kind)), "b", **own)  # type: ignore[arg-type]
    zh = furnished("一", p("二", note(1, kind)), language=ZH, **{f"{kind}s": {1: ["据{{ x }}"]}})  # type: ignore[arg-type]
    drafted = fill_twins(vi, zh, {"x": "Báo"}, {"x": "报"}, layout=layout)
    assert notes(drafted, kind) == ["Theo Báo", "据报"]
    assert found(drafted, f"//w:{kind}Reference/@w:id") == ["10", "11"]
    separators = found(drafted, f"//w:{kind}/@w:type", f"word/{kind}s.xml")
    assert separators == ["separator", "continuationSeparator"]


def test_a_note_in_a_loop_is_a_note_each_time_and_sees_the_loop() -> None:
    body = ["{% for x in xs %}", p("{{ x.name }}", note(3)), "{% endfor %}", "."]
    data = furnished(
        *body, footnotes={3: ["{% for s in x.sources %}", "{{ loop.index }}) {{ s }}", "{% endfor %}"]}
    )
    drafted = fill(data, {"xs": [{"name": "a", "sources": ["1", "2"]}, {"name": "b", "sources": ["3"]}]})
    assert notes(drafted) == ["1) 12) 2", "1) 3"]


def test_a_note_that_is_not_printed_leaves_nothing_behind() -> None:
    body = ["{% if x %}", p("a", note(1)), "{% endif %}", "b"]
    drafted = fill(furnished(*body, footnotes={1: ["mật"]}), {"x": 0})
    assert "mật".encode() not in drafted.parts["word/footnotes.xml"]
    assert fill(furnished(*body, footnotes={1: ["mật"]}), {"x": 1}).texts() == ["a", "b"]


def test_notes_of_the_other_template_alone_bring_their_part() -> None:
    zh = furnished(p("一", note(1)), language=ZH, footnotes={1: ["据报"]})
    assert notes(fill_twins(furnished("a"), zh, layout=Layout.CONSECUTIVE)) == ["据报"]


def test_a_note_that_is_not_there_is_refused() -> None:
    with pytest.raises(TemplateError, match=f"vi/{NAME}: a footnote or endnote is missing from it"):
        fill(furnished(p("a", note(5)), footnotes={1: ["x"]}))


def test_a_note_that_refers_to_itself_is_refused() -> None:
    with pytest.raises(TemplateError, match="a footnote or endnote is missing from it"):
        fill(furnished(p("a", note(1)), footnotes={1: [p("x", note(1))]}))


def test_an_error_in_a_note_has_its_place() -> None:
    with pytest.raises(TemplateError) as caught:
        fill(furnished(p("a", note(1)), footnotes={1: ["Theo {{ nguon }}"]}), {"nguồn": "x"})
    assert str(caught.value).startswith(
        f"vi/{NAME}, word/footnotes.xml, paragraph 3: «Theo {{{{ nguon }}}}»: "
    )


# Lists.


def test_lists_of_both_templates_keep_their_looks() -> None:
    vi = furnished(listed(1, "a"), numbering=one_list(0, 1, "%1."))
    zh = furnished(listed(1, "一"), language=ZH, numbering=one_list(0, 1, "%1、"))
    for layout in BOTH:
        drafted = fill_twins(vi, zh, layout=layout)
        root = drafted.root("word/numbering.xml")
        definitions = {
            own.get(w("abstractNumId")): value(own, "lvl/lvlText") for own in root.iter(w("abstractNum"))
        }
        looks = {own.get(w("numId")): definitions[value(own, "abstractNumId")] for own in root.iter(w("num"))}
        used = [value(own, "pPr/numPr/numId") for own in drafted.root().iter(w("p"))]
        assert [looks[own] for own in used if own] == ["%1.", "%1、"]
        names = [value(own, "nsid") for own in root.iter(w("abstractNum"))]
        assert len(set(names)) == 2  # of one nsid Word makes one list


def test_lists_of_the_other_template_alone_come_along() -> None:
    zh = furnished(listed(4, "一"), language=ZH, numbering=one_list(3, 4, "%1、"))
    drafted = fill_twins(furnished("a"), zh, layout=Layout.CONSECUTIVE)
    assert [value(own, "pPr/numPr/numId") for own in drafted.root().iter(w("p"))].count("4") == 1
    assert value(drafted.root("word/numbering.xml"), "num", "numId") == "4"


def test_lists_of_styles_of_the_other_template_come_along() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Muc{0}"><w:name w:val="Muc ({1})"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    vi = furnished("a", numbering=one_list(0, 1, "%1."), styles=style.format("Vi", "vi"))
    zh = furnished("一", language=ZH, numbering=one_list(0, 1, "%1、"), styles=style.format("Zh", "zh"))
    drafted = fill_twins(vi, zh, layout=Layout.CONSECUTIVE)
    numbers = {
        own.get(w("styleId")): value(own, "pPr/numPr/numId")
        for own in drafted.root("word/styles.xml").iter(w("style"))
    }
    assert (numbers["MucVi"], numbers["MucZh"]) == ("1", "3")


# Sections.


HEADED = {"default": ["Đầu {{ x }}"], "first": ["Trang đầu"]}
REFERENCE = '<w:headerReference w:type="default" r:id="rId-header-default"/>'


def sections(drafted: Drafted) -> list[tuple[str, list[str]]]:
    """Width of each section's page, and the headers it names."""
    return [
        (value(own, "pgSz", "w"), [str(name) for name in own.xpath("w:headerReference/@r:id", namespaces=NS)])  # type: ignore[union-attr]
        for own in drafted.root().iter(w("sectPr"))
    ]


def test_a_landscape_section_is_kept_and_has_the_headers_of_the_one_before() -> None:
    body = ["dọc", section_end(PORTRAIT, REFERENCE), "ngang", section_end(LANDSCAPE), "dọc"]
    drafted = fill(furnished(*body, headers=HEADED), {"x": 1})
    ids = ["rId-header-default"]
    assert sections(drafted) == [
        ("11906", ids),
        ("16838", ids),
        ("11906", [*ids, "rId-header-first"]),
    ]
    assert drafted.texts("word/header-default.xml") == ["Đầu 1"]


def test_sections_of_both_languages_have_the_keeper_s_headers() -> None:
    vi = furnished("dọc", section_end(PORTRAIT, REFERENCE), "ngang", headers={"default": ["Đầu"]})
    zh = furnished("竖", section_end(PORTRAIT), "横", language=ZH)
    drafted = fill_twins(vi, zh, layout=Layout.CONSECUTIVE)
    assert [headers for _, headers in sections(drafted)] == [["rId-header-default"]] * 4


def test_a_section_in_a_layout_of_rows_is_refused_with_its_place() -> None:
    vi = furnished("dọc", p("hết dọc", ppr=f"<w:sectPr>{LANDSCAPE}{MARGINS}</w:sectPr>"), "ngang")
    for layout in (Layout.COLUMNS, Layout.STACKED):
        with pytest.raises(TemplateError) as caught:
            fill_twins(vi, furnished("a", language=ZH), layout=layout)
        assert str(caught.value) == (
            f"vi/{NAME}, paragraph 2: «hết dọc»: ends a section; the layouts side by side and one above the"
            " other have one only"
        )


# Rows and paragraphs that hold together.


def test_header_rows_and_rows_that_hold_together_stay_so() -> None:
    head = tr("Việc", width=8000).replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    table = tbl(head, tr("{{ x }}", width=8000), widths=[8000])
    body = [p("Ký", ppr="<w:keepNext/><w:keepLines/>"), table, ""]
    for layout in Layout:
        drafted = fill_twins(body, body, {"x": "a"}, layout=layout)
        kept = found(drafted, "//w:p[w:pPr/w:keepNext and w:pPr/w:keepLines]//w:t/text()")
        assert kept == ["Ký"] * len(layout.languages)
        heads = found(drafted, "//w:tr[w:trPr/w:tblHeader and w:trPr/w:cantSplit]//w:t/text()")
        assert heads.count("Việc") == len(layout.languages)


# What stays behind.


def test_nothing_that_tells_of_people_or_other_files_reaches_a_draft() -> None:
    data = furnished(
        p(
            '<w:commentRangeStart w:id="0"/>',
            "{{ x }}",
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            '<w:ins w:id="3" w:author="ThiLan" w:date="2024-01-01T00:00:00Z">' + run(" thêm") + "</w:ins>",
            '<w:del w:id="4" w:author="ThiLan"><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
        )
    )
    parts = unpack(data, "x")
    comment = f'<w:comment w:id="0" w:author="ThiLan">{p("ý kiến")}</w:comment>'
    parts = with_document_part(parts, "comments", f'<w:comments xmlns:w="{W}">{comment}</w:comments>')
    parts = with_document_part(parts, "people", "<people>ThiLan</people>")
    parts = with_document_part(parts, "customXml", "<a>ThiLan</a>")
    left = '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
    settings = parts["word/settings.xml"].decode().replace("<w:zoom", f"{left}<w:zoom", 1)
    parts["word/settings.xml"] = settings.encode()
    drafted = fill(write_package(parts), {"x": "a"})
    assert drafted.texts() == ["a thêm"]
    everything = b"".join(drafted.parts.values())
    for trace in ("ThiLan", "ý kiến", "bỏ", "rsid", "comment", "people", "customXml"):
        assert trace.encode() not in everything, trace


def test_controls_and_smart_tags_leave_their_text() -> None:
    properties = '<w:sdtPr><w:id w:val="7"/><w:dataBinding w:xpath="/a"/></w:sdtPr>'
    control = f"<w:sdt>{properties}<w:sdtContent>{{}}</w:sdtContent></w:sdt>"
    tag = f'<w:smartTag w:uri="urn:x" w:element="place"><w:smartTagPr/>{run("Hà Giang")}</w:smartTag>'
    body = [
        control.format(p("Ông {{ x }}")),
        p("a ", control.format(run("{{ x }}")), tag),
        tbl(control.format(tr("{% for y in ys %}", "")), tr("{{ y }}", "b"), tr("{% endfor %}", "")),
        "",
    ]
    drafted = fill(body, {"x": "An", "ys": ["1", "2"]})
    assert drafted.texts() == ["Ông An", "a AnHà Giang", "1", "b", "2", "b", ""]
    for left in (b"sdt", b"smartTag", b"dataBinding"):
        assert left not in drafted.parts["word/document.xml"]


# Limits.


@pytest.mark.parametrize(
    "body",
    [
        ["{% for x in xs %}", "@", "{% endfor %}", "."],
        [tbl(tr(("{% for x in xs %}", "@", "{% endfor %}"), "b")), ""],
        [tbl(tr("{% for x in xs %}", ""), tr("@", ""), tr("{% endfor %}", "")), ""],
        [p("{% for x in xs %}", note(1), "{% endfor %}.")],
    ],
)
def test_loops_that_print_more_than_a_part_may_hold_are_refused(body: list[str]) -> None:
    long = "dài " * 5000
    data = furnished(*(block.replace("@", long) for block in body), footnotes={1: [long]})
    with pytest.raises(TemplateError) as caught:
        fill(data, {"xs": [0] * 15_000})
    assert str(caught.value) == f"{NAME}: filled, it would be larger than 32 MiB"


# In other people's programs.


def everything(language: Language) -> bytes:
    """Make a template that holds all of it."""
    vi = language is VI
    header = "Đầu {{ x }}" if vi else "页眉{{ x }}"
    data = furnished(
        p(picture("rId9"), "{{ x }}"),
        p(text_box("{% for y in ys %}", "{{ y }}", "{% endfor %}")),
        "{% for y in ys %}",
        p(picture("rId9"), "{{ y }}", note(1), note(1, "endnote"), text_box("{{ y }}")),
        listed(1, "{{ y }}"),
        "{% endfor %}",
        p(link("rId8", "đây" if vi else "此")),
        tbl(tr("{% for y in ys %}", ""), tr("{{ y }}", picture_cell()), tr("{% endfor %}", "")),
        "hết",
        language=language,
        pictures={"rId9": png(RED if vi else BLUE)},
        links={"rId8": "https://example.org/"},
        footnotes={1: ["Theo {{ y }}" if vi else "据{{ y }}"]},
        endnotes={1: ["Xem {{ y }}" if vi else "见{{ y }}"]},
        numbering=one_list(0, 1, "%1." if vi else "%1、"),
        headers={"default": [p(picture("rId1"), text_box(header))]},
    )
    parts = with_picture(unpack(data, "x"), "rId1", png(RED), "word/header-default.xml")
    return write_package(parts)


def picture_cell() -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{p(picture("rId9"))}</w:tc>'


def full(layout: Layout, original: Side) -> Drafted:
    vi, zh = {"x": "Hà Giang", "ys": ["một", "hai"]}, {"x": "河江", "ys": ["甲", "乙"]}
    return fill_twins(everything(VI), everything(ZH), vi, zh, layout=layout, original=original)


@pytest.mark.parametrize("word", [FileFormat.OFFICE_2010, FileFormat.MICROSOFT_365])
@pytest.mark.parametrize("original", list(Side))
@pytest.mark.parametrize("layout", list(Layout))
def test_a_draft_of_all_of_it_is_valid_for_word(
    layout: Layout, original: Side, word: FileFormat, tmp_path: Path
) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(full(layout, original).data)
    result = OpenXmlValidator(file_format=word, max_errors=0).validate(file)
    assert [str(error) for error in result.errors] == []


@pytest.mark.office
@pytest.mark.parametrize("layout", list(Layout))
def test_libreoffice_prints_a_draft_of_all_of_it(layout: Layout, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(full(layout, Side.VN).data)
    said = re.sub(r"\s", "", pdf_text(convert_to_pdf(file, tmp_path)))
    expected = {VI: ("HàGiang", "Theohai", "Xemhai", "đây"), ZH: ("河江", "据乙", "见乙", "此")}
    for language in layout.languages:
        assert [text for text in expected[language] if text not in said] == []


def test_a_draft_of_all_of_it_is_the_same_each_time() -> None:
    for layout in Layout:
        assert full(layout, Side.VN).data == full(layout, Side.VN).data


def test_a_draft_reads_back() -> None:
    assert read(full(Layout.COLUMNS, Side.VN).data).word_parts()
