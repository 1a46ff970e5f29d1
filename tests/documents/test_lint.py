"""The lint of drafted files: a sound file passes, and each broken one is named by its rule."""

import re
import struct
import warnings
import zipfile
import zlib
from functools import cache
from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from service.documents.lint import RULES, Defect, lint_docx
from service.documents.lint_rules import entries
from service.documents.lint_rules.package import open_package

DOC = "word/document.xml"
DOC_RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
HEADER = "word/header1.xml"


def png() -> BytesIO:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    return BytesIO(b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b""))


@cache
def plain_draft() -> bytes:
    document = Document()
    document.add_heading("Biên bản hội đàm 会谈纪要", level=1)
    document.add_paragraph("Hai bên thống nhất.", style="List Bullet")
    document.add_table(rows=2, cols=2, style="Table Grid")
    document.add_paragraph("Làm tại Lào Cai.")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@cache
def rich_draft() -> bytes:
    """Build on the plain draft as an editor would: opened, added to and saved."""
    document = Document(BytesIO(plain_draft()))
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Bản 1"
    section.header.paragraphs[0].text = "Biên bản"
    paragraph = document.add_paragraph("Ảnh: ")
    paragraph.add_run().add_picture(png())
    paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="bb_1_vi"/>'))  # noqa: SLF001 - python-docx has no bookmarks
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))  # noqa: SLF001 - the same
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 2).merge(table.cell(2, 2))
    signature = document.add_paragraph("Ký tên")
    # python-docx names these two styles in a comment, and its own template lacks them.
    document.styles.add_style("CommentReference", WD_STYLE_TYPE.CHARACTER)
    document.styles.add_style("CommentText", WD_STYLE_TYPE.PARAGRAPH)
    document.add_comment(signature.runs, "Chờ hai bên ký.", author="Thư ký")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    stream = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as archive:
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, body in parts:
            archive.writestr(name, body)
    return stream.getvalue()


def edited(part: str, old: str, new: str) -> bytes:
    """Return the rich draft with the first `old` of a part replaced."""
    parts = parts_of(rich_draft())
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new, 1).encode()
    return zipped(*parts.items())


def without(part: str) -> bytes:
    return zipped(*((name, body) for name, body in parts_of(rich_draft()).items() if name != part))


def with_part(name: str, body: bytes = b"<a/>") -> bytes:
    return zipped(*parts_of(rich_draft()).items(), (name, body))


def with_body(xml: str) -> bytes:
    """Return the rich draft with elements before its last section."""
    return edited(DOC, "<w:sectPr", f"{xml}<w:sectPr")


def with_style(xml: str) -> bytes:
    return edited(STYLES, "</w:styles>", f"{xml}</w:styles>")


def with_relationship(target: str, kind: str, *, mode: str = "Internal", identity: str = "rId90") -> bytes:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xml = f'<Relationship Id="{identity}" Type="{base}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return edited(DOC_RELS, "</Relationships>", f"{xml}</Relationships>")


def rules(data: bytes) -> set[str]:
    return {defect.rule for defect in lint_docx(data)}


def table(*rows: str, layout: str = "fixed", after: str = "<w:p/>") -> str:
    """Return a table with two columns of 900 and 600 twips."""
    properties = f'<w:tblPr><w:tblLayout w:type="{layout}"/></w:tblPr>'
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="600"/></w:tblGrid>'
    return f"<w:tbl>{properties}{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>{after}"


def cell(properties: str = "", blocks: str = "<w:p/>") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def run(xml: str) -> str:
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def bookmark(number: str, name: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def drawing(number: int) -> str:
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return run(
        f'<w:drawing><x:inline xmlns:x="{wp}"><x:docPr id="{number}" name="a"/></x:inline></w:drawing>'
    )


def identified(number: str, name: str = "paraId") -> str:
    return f'<w:p xmlns:v="http://schemas.microsoft.com/office/word/2010/wordml" v:{name}="{number}"/>'


def style(identity: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'


RESTART, CONTINUE, SPAN = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
ROW = cell() + cell()
BASED_ON_A, BASED_ON_B = '<w:basedOn w:val="A"/>', '<w:basedOn w:val="B"/>'
HEADED = '<w:headerReference w:type="default" r:id="rId9"/>'

SOUND_BODIES = [
    pytest.param(table(ROW, cell(SPAN)), id="a cell over both columns"),
    pytest.param(table('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell()), id="a row that begins later"),
    pytest.param(table('<w:trPr><w:gridAfter w:val="1"/></w:trPr>' + cell()), id="a row that ends earlier"),
    pytest.param(
        table(cell() + cell(RESTART), cell() + cell(CONTINUE), cell() + cell(CONTINUE)), id="a merge"
    ),
    pytest.param(table(cell('<w:tcW w:w="901" w:type="dxa"/>') + cell()), id="a width rounded by one twip"),
    pytest.param(
        table(cell('<w:tcW w:w="5" w:type="dxa"/>') + cell(), layout="autofit"), id="widths that flow"
    ),
    pytest.param(table(cell('<w:tcW w:w="50" w:type="pct"/>') + cell()), id="a width in percent"),
    pytest.param(
        table(f"<w:sdt><w:sdtContent>{cell()}</w:sdtContent></w:sdt>" + cell()),
        id="a cell in a content control",
    ),
    pytest.param(
        table(ROW).replace("<w:tblPr>", bookmark("90", "hàng_1") + "<w:tblPr>"), id="a marked table"
    ),
    pytest.param(run("<w:t xml:space='preserve'> a </w:t>"), id="space that is kept"),
    pytest.param(run("<w:br/>"), id="a run of one break"),
    pytest.param('<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>', id="no list"),
    pytest.param("<w:p><w:pPr><w:rPr><w:ins/><w:b/></w:rPr></w:pPr></w:p>", id="an inserted paragraph mark"),
    pytest.param(run("<w:t>{ a } 100 %</w:t>"), id="single braces"),
    pytest.param(identified("0000000A") + identified("0000000A", "textId"), id="a repeated text id"),
    pytest.param(
        f"<w:p><w:pPr><w:sectPr>{HEADED}<w:sectPrChange><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>"
        "</w:sectPr></w:pPr></w:p>",
        id="a former first page",
    ),
]

BROKEN_BODIES = [
    ("cell-ends-with-paragraph", table(cell(blocks=table(ROW, after="")) + cell())),
    ("cell-ends-with-paragraph", table(cell(blocks="") + cell())),
    ("story-ends-with-paragraph", run("<w:pict><w:txbxContent/></w:pict>")),
    ("adjacent-tables", table(ROW, after="") + table(ROW)),
    ("adjacent-tables", table(ROW, after="") + bookmark("90", "a") + table(ROW)),
    ("body-ends-with-paragraph", table(ROW, after="")),
    ("body-section", "<w:sectPr/><w:p/>"),
    ("table-grid", "<w:tbl><w:tblPr/><w:tr>" + ROW + "</w:tr></w:tbl><w:p/>"),
    ("table-rows", table()),
    ("row-cells", table('<w:trPr><w:gridAfter w:val="2"/></w:trPr>')),
    ("grid-fits", table(cell())),
    ("grid-fits", table(ROW + cell())),
    ("grid-fits", table(cell('<w:gridSpan w:val="two"/>') + cell())),
    ("grid-fits", table('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + ROW)),
    ("cell-width", table(cell('<w:tcW w:w="600" w:type="dxa"/>') + cell())),
    ("cell-width", table(cell(f'<w:tcW w:w="900" w:type="dxa"/>{SPAN}'))),
    ("cell-width", table(cell('<w:tcW w:w="wide" w:type="dxa"/>') + cell())),
    ("merge-starts", table(cell(CONTINUE) + cell())),
    ("merge-starts", table(cell(RESTART) + cell(), cell() + cell(CONTINUE))),
    ("merge-starts", table(cell(RESTART) + cell(), ROW, cell(CONTINUE) + cell())),
    ("bookmark-id", f"<w:p>{bookmark('90', 'a')}{bookmark('90', 'b')}</w:p>"),
    ("bookmark-id", f"<w:p>{bookmark('x', 'a')}</w:p>"),
    ("bookmark-name-once", f"<w:p>{bookmark('90', 'BB_1_VI')}</w:p>"),
    ("bookmark-name", f"<w:p>{bookmark('90', '1a')}</w:p>"),
    ("bookmark-name", f"<w:p>{bookmark('90', 'a b')}</w:p>"),
    ("bookmark-name", f"<w:p>{bookmark('90', 'a' * 41)}</w:p>"),
    ("bookmark-name", f"<w:p>{bookmark('90', '')}</w:p>"),
    ("bookmark-pair", '<w:p><w:bookmarkStart w:id="90" w:name="a"/></w:p>'),
    ("bookmark-pair", '<w:p><w:bookmarkEnd w:id="90"/></w:p>'),
    ("bookmark-pair", f'<w:p>{bookmark("90", "a")}<w:bookmarkEnd w:id="90"/></w:p>'),
    ("drawing-id", drawing(90) + drawing(90)),
    ("paragraph-id", identified("80000000")),
    ("paragraph-id", identified("00000000")),
    ("paragraph-id", identified("12")),
    ("paragraph-id-once", identified("0000000A") + identified("0000000a")),
    ("note-reference", run('<w:footnoteReference w:id="2"/>')),
    ("note-reference", '<w:p><w:commentRangeStart w:id="2"/></w:p>'),
    ("style-used", '<w:p><w:pPr><w:pStyle w:val="Nowhere"/></w:pPr></w:p>'),
    ("style-used", run('<w:rPr><w:rStyle w:val="Heading1"/></w:rPr><w:t>a</w:t>')),
    ("list-used", '<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>'),
    ("empty-run", run("")),
    ("empty-run", run("<w:rPr><w:b/></w:rPr>")),
    ("space-preserve", run("<w:t>a </w:t>")),
    ("space-preserve", run('<w:t xml:space="default"> </w:t>')),
    ("template-tag", run("<w:t>{{ chair.name }}</w:t>")),
    ("template-tag", "<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>% if a</w:t></w:r></w:p>"),
    ("template-tag", run("<w:t>{# note</w:t>")),
    ("element-order", '<w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>'),
    ("element-order", run("<w:rPr><w:i/><w:b/></w:rPr><w:t>a</w:t>")),
    ("element-order", run("<w:rPr><w:b/><w:b/></w:rPr><w:t>a</w:t>")),
    ("element-order", "<w:p><w:pPr><w:bold/></w:pPr></w:p>"),
    ("element-order", table(cell(f'{SPAN}<w:tcW w:w="1500" w:type="dxa"/>'))),
    ("element-order", table(ROW).replace("</w:tblPr>", "<w:tblBorders/></w:tblPr>")),
    ("element-order", "<w:p><w:pPr><w:sectPr><w:pgMar/><w:pgSz/></w:sectPr></w:pPr></w:p>"),
    ("properties-first", "<w:p><w:r><w:t>a</w:t></w:r><w:pPr/></w:p>"),
    ("properties-first", "<w:p><w:pPr/><w:pPr/></w:p>"),
    ("title-page", "<w:p><w:pPr><w:sectPr><w:titlePg/></w:sectPr></w:pPr></w:p>"),
    ("section-reference", f"<w:p><w:pPr><w:sectPr>{HEADED}{HEADED}</w:sectPr></w:pPr></w:p>"),
    ("relationship-used", '<w:p><w:hyperlink r:id="rId404"/></w:p>'),
    ("xml-well-formed", "<w:p>"),
    ("xml-character", run("<w:t>a\x01</w:t>")),
    ("xml-character", run("<w:t>&#xFFFE;</w:t>")),
]

BROKEN_PARTS = [
    ("entry-unique", with_part("WORD/styles.xml")),
    ("entry-name", with_part("word/../evil.xml")),
    ("content-type", with_part("word/media/a.tiff")),
    ("content-type-once", edited(TYPES, "</Types>", '<Default Extension="XML" ContentType="a"/></Types>')),
    ("content-type-part", edited(TYPES, "</Types>", '<Override PartName="/a" ContentType="a"/></Types>')),
    ("content-types", edited(TYPES, "/content-types", "/other")),
    ("document-part", without("_rels/.rels")),
    ("document-part", edited(TYPES, "document.main+xml", "template.main+xml")),
    ("document-part", zipped(*(parts_of(rich_draft()) | {DOC: b"<a/>"}).items())),
    ("relationship-source", with_part("word/_rels/gone.xml.rels")),
    ("relationship-id", with_relationship("styles.xml", "styles", identity="rId1")),
    ("relationship-target", with_relationship("media/gone.png", "image")),
    ("relationship-external", with_relationship("http://a.example/a.png", "image", mode="External")),
    ("relationship-external", with_relationship("file:///etc/passwd", "hyperlink", mode="External")),
    ("relationship-external", with_relationship("a", "hyperlink", mode="Outside")),
    ("story-ends-with-paragraph", edited(HEADER, "</w:hdr>", f"{table(ROW, after='')}</w:hdr>")),
    ("style-id", with_style(style("Normal", "Other"))),
    ("style-id", with_style('<w:style w:type="paragraph"><w:name w:val="Other"/></w:style>')),
    ("style-name", with_style(style("Other", "NORMAL"))),
    ("style-link", with_style(style("A", "A", '<w:next w:val="Gone"/>'))),
    ("style-cycle", with_style(style("A", "A", BASED_ON_B) + style("B", "B", BASED_ON_A))),
    ("element-order", with_style(style("A", "A", "<w:pPr/><w:qFormat/>"))),
    ("element-order", edited(NUMBERING, "</w:numbering>", "<w:abstractNum/></w:numbering>")),
    ("list-definition", edited(NUMBERING, "</w:numbering>", '<w:num w:numId="99"/></w:numbering>')),
    ("list-definition", edited(NUMBERING, 'w:abstractNumId="1"', 'w:abstractNumId="0"')),
    ("body-section", edited(DOC, "</w:body>", "<w:p/></w:body>")),
    (
        "xml-doctype",
        edited(DOC, "<w:document", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document'),
    ),
    ("xml-doctype", with_part("word/a.xml", "<!DOCTYPE a><a/>".encode("utf-16"))),
    ("xml-encoding", with_part("word/a.xml", b"<?xml version='1.0' encoding='iso-8859-1'?><a/>")),
    ("xml-well-formed", with_part("word/a.xml", b"")),
    ("package-zip", b""),
    ("package-zip", rich_draft()[:-30]),
    ("package-zip", zipped(("a.xml", b"<a/>"), method=zipfile.ZIP_BZIP2)),
]


@pytest.mark.parametrize("draft", [plain_draft(), rich_draft()], ids=["plain", "rich"])
def test_a_sound_draft_has_no_defect(draft: bytes) -> None:
    assert lint_docx(draft) == []


@pytest.mark.parametrize("body", SOUND_BODIES)
def test_what_word_takes_is_no_defect(body: str) -> None:
    assert lint_docx(with_body(body)) == []


def test_a_folder_in_the_zip_is_no_defect() -> None:
    assert lint_docx(with_part("word/media/", b"")) == []


def test_notes_that_the_settings_point_at_are_no_stories() -> None:
    points = "".join(
        f'<w:{kind}Pr><w:{kind} w:id="0"/><w:{kind} w:id="1"/></w:{kind}Pr>'
        for kind in ("footnote", "endnote")
    )
    assert lint_docx(edited("word/settings.xml", "<w:compat>", f"{points}<w:compat>")) == []


def test_a_part_in_utf_16_is_no_defect() -> None:
    assert lint_docx(with_part("word/a.xml", "<a>会谈纪要</a>".encode("utf-16"))) == []


@pytest.mark.parametrize(("rule", "body"), BROKEN_BODIES)
def test_a_broken_body_is_named_by_its_rule_alone(rule: str, body: str) -> None:
    assert rules(with_body(body)) == {rule}


@pytest.mark.parametrize(("rule", "data"), BROKEN_PARTS, ids=[rule for rule, _ in BROKEN_PARTS])
def test_a_broken_package_is_named_by_its_rule_alone(rule: str, data: bytes) -> None:
    assert rules(data) == {rule}


def test_every_rule_of_the_tuple_has_a_failing_draft() -> None:
    drafts = [with_body(body) for _, body in BROKEN_BODIES]
    drafts += [data for rule, data in BROKEN_PARTS if rule != "package-zip"]
    silent = set(RULES)
    for package in map(open_package, drafts):
        silent -= {rule for rule in silent if any(rule(package))}
    assert {rule.__name__ for rule in silent} == set()


def test_a_missing_document_is_named_with_all_that_points_at_it() -> None:
    assert rules(without(DOC)) == {
        "content-type-part",
        "document-part",
        "relationship-source",
        "relationship-target",
    }


def test_a_style_of_another_kind_is_not_the_style_meant() -> None:
    defects = lint_docx(with_body('<w:p><w:pPr><w:pStyle w:val="TableGrid"/></w:pPr></w:p>'))
    assert [defect.detail for defect in defects] == ["there is no paragraph style with the id TableGrid"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (table(ROW, ROW, cell() + cell(blocks="")), "table 3, row 3, cell 2"),
        (table(cell(blocks=table(ROW, after="")) + cell()), "table 3, row 1, cell 1"),
        (table(ROW, cell()), "table 3, row 2"),
        (run("<w:t>{{</w:t>"), "paragraph 6"),
        ('<w:p/><w:bookmarkEnd w:id="90"/>', "after paragraph 6"),
    ],
)
def test_a_defect_says_where_it_stands(body: str, place: str) -> None:
    assert [(defect.part, defect.place) for defect in lint_docx(with_body(body))] == [(DOC, place)]


def test_a_defect_of_a_style_says_which() -> None:
    data = with_style(style("Quoted", "Quoted", '<w:link w:val="Gone"/>'))
    detail = "w:link names Gone, which does not exist"
    assert lint_docx(data) == [Defect("style-link", STYLES, "style Quoted", detail)]


def test_what_is_not_well_formed_is_named_by_line_and_column() -> None:
    (defect,) = lint_docx(with_part("word/a.xml", b"<a>\n<b></a>"))
    assert (defect.rule, defect.part, defect.place) == ("xml-well-formed", "word/a.xml", "line 2, column 8")


def test_ids_in_a_fallback_repeat_those_of_the_choice_without_defect() -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    marked = f"<w:p>{bookmark('90', 'a')}</w:p>"
    both = (
        f'<m:AlternateContent xmlns:m="{mc}"><m:Choice>{marked}</m:Choice><m:Fallback>{marked}</m:Fallback>'
    )
    assert lint_docx(with_body(f"{both}</m:AlternateContent>")) == []


def test_no_more_than_a_hundred_defects_of_a_rule_are_told() -> None:
    assert len(lint_docx(with_body(run("") * 150))) == 100


def test_a_package_that_inflates_beyond_the_limit_is_refused() -> None:
    zeros = ((f"{number}.bin", bytes(11 * 1024 * 1024)) for number in range(5))
    bomb = zipped(*zeros, method=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert rules(bomb) == {"package-size"}


@pytest.mark.parametrize("count", [2001, 2500])
def test_a_package_of_too_many_entries_is_refused(count: int) -> None:
    assert rules(zipped(*((f"{number}.bin", b"") for number in range(count)))) == {"package-size"}


def test_a_file_larger_than_the_limit_is_refused_unopened() -> None:
    assert rules(bytes(entries.MAX_BYTES + 1)) == {"package-size"}


def test_a_tree_of_too_many_elements_is_refused_unparsed() -> None:
    assert rules(zipped(("a.xml", b"<a/>" * 5_000_001))) == {"package-size"}


@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    assert lint_docx(data) != []


@given(st.sampled_from(["", "UTF-8", "UTF-16", "UTF-7", "EBCDIC-CP-US"]), st.binary(max_size=200))
def test_arbitrary_bytes_as_a_part_never_raise(encoding: str, data: bytes) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding}"?><a>'.encode() if encoding else b""
    assert "content-types" in rules(zipped(("a.xml", declared + data)))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_cut_or_altered_file_never_raises(data: st.DataObject) -> None:
    whole = bytearray(rich_draft())
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)) | st.just(len(whole)))
    assert all(isinstance(defect, Defect) for defect in lint_docx(bytes(whole[:cut])))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_an_altered_part_never_raises(data: st.DataObject) -> None:
    parts = parts_of(rich_draft())
    name = data.draw(st.sampled_from([DOC, DOC_RELS, TYPES, STYLES, NUMBERING, HEADER]))
    text = parts[name].decode()
    words = sorted(set(re.findall(r'"[^"]*"|w:\w+', text)))
    old, new = data.draw(st.sampled_from(words)), data.draw(st.sampled_from([*words, '""', '"-1"', "w:tbl"]))
    parts[name] = text.replace(old, new).encode()
    assert all(isinstance(defect, Defect) for defect in lint_docx(zipped(*parts.items())))
