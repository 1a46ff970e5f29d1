"""What the gate lets in, and what of it never reaches a draft."""

import zipfile
from io import BytesIO

import pytest

from attacks.files import RELATION, W, body, changed, document, field, parts_of, png, related
from documents.building import DOCUMENT, fill, p, run, template, with_relationship, with_type
from service.documents.container import unpack
from service.documents.gate import open_docx
from service.documents.package import write_package

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@pytest.mark.parametrize(
    "target", ["http://hagiang.gov.vn/a?b=c", "https://www.yn.gov.cn", "mailto:a@b.vn", "#muc1"]
)
def test_dc_docx_22_links_to_pages_and_mail_are_let_in(target: str) -> None:
    assert open_docx(related("hyperlink", target), "x")


@pytest.mark.parametrize(
    "code",
    [
        " PAGE ",
        "NUMPAGES \\* Arabic",
        ' DATE \\@ "dd/MM/yyyy" ',
        ' HYPERLINK "https://hagiang.gov.vn" ',
        ' HYPERLINK \\l "muc1" \\o "Mục 1"',
        "REF a \\h",
        'TOC \\o "1-3" \\h',
        "= 1 + 1",
        "SEQ Bảng",
    ],
)
def test_dc_docx_20_fields_of_the_document_itself_are_let_in(code: str) -> None:
    assert open_docx(field(code), "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_dx_docx_08_utf_8_and_utf_16_are_read(encoding: str) -> None:
    name = "UTF-8" if encoding.startswith("utf-8") else "UTF-16"
    prolog = f'<?xml version="1.0" encoding="{name}"?>'
    data = document(body(p("Ô {{ x }} 安"), prolog), encoding)
    assert fill(data, {"x": "𠀀"}).texts() == ["Ô 𠀀 安"]


def test_a_picture_of_a_usual_size_is_let_in() -> None:
    assert open_docx(changed("word/media/a.png", png(4960, 7016)), "x")


def test_folders_written_by_a_zip_program_are_no_parts() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/", b"")
        for name, data in parts_of().items():
            archive.writestr(name, data)
    assert open_docx(stream.getvalue(), "x") == parts_of()


def test_parts_that_were_streamed_into_the_zip_are_read() -> None:
    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Pipe()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts_of().items():
            archive.writestr(name, data)
    assert open_docx(stream.getvalue(), "x") == parts_of()


def test_data_that_other_programs_keep_in_a_file_does_no_harm() -> None:
    data = b'<a src="http://198.51.100.7/"><script/></a>'
    assert open_docx(changed("customXml/item1.xml", data), "x")
    assert "customXml/item1.xml" not in fill(changed("customXml/item1.xml", data, "a")).parts


# What those who edit a template leave in it.


SETTINGS = (
    f'<w:settings {W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w:zoom w:percent="100"/>'
    '<w:embedTrueTypeFonts/><w:rsids><w:rsidRoot w:val="00A1B2C3"/><w:rsid w:val="00D4E5F6"/></w:rsids>'
    '<w:docVars><w:docVar w:name="a" w:val="Trần Văn Lộ"/></w:docVars><w14:docId w14:val="1F2E3D4C"/>'
    '<w15:docId w15:val="{0A1B2C3D-0000-0000-0000-000000000000}"/></w:settings>'
)
COMMENT = (
    f'<w:comments {W}><w:comment w:id="0" w:author="Trần Văn Lộ" w:initials="TVL"><w:p><w:r><w:t>Bí mật</w:t>'
    "</w:r></w:p></w:comment></w:comments>"
)
PRIVATE = {
    "word/comments.xml": ("comments", COMMENT),
    "word/people.xml": ("people", '<a author="Trần Văn Lộ"/>'),
    "customXml/item1.xml": ("customXml", "<a>Trần Văn Lộ</a>"),
    "word/glossary/document.xml": ("glossaryDocument", "<a>Trần Văn Lộ</a>"),
    "docProps/core.xml": ("extended-properties", "<a>Trần Văn Lộ</a>"),
    "word/fonts/font1.odttf": ("font", "Trần Văn Lộ"),
}
BODY = (
    '<w:p w:rsidR="00A1B2C3"><w:commentRangeStart w:id="0"/><w:r w:rsidRPr="00D4E5F6"><w:t>một</w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    '<w:ins w:id="1" w:author="Trần Văn Lộ"><w:r><w:t xml:space="preserve"> hai</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="Trần Văn Lộ"><w:r><w:delText> ba</w:delText></w:r></w:del></w:p>'
    '<w:p><w:pPr><w:pPrChange w:id="3" w:author="Trần Văn Lộ"><w:pPr/></w:pPrChange></w:pPr><w:r><w:t>bốn'
    "</w:t></w:r></w:p>"
)


def edited() -> bytes:
    """Make a template as it comes from somebody's desk."""
    parts = parts_of() | {DOCUMENT: body(BODY).encode(), "word/settings.xml": SETTINGS.encode()}
    for number, (part, (kind, xml)) in enumerate(PRIVATE.items()):
        source = "_rels/.rels" if part.startswith("docProps") else "word/_rels/document.xml.rels"
        target = f'<Relationship Id="rIdP{number}" Type="{RELATION}/{kind}" Target="/{part}"/>'
        parts = with_relationship(parts, target, source) | {part: xml.encode()}
        parts = with_type(parts, part, f"{CONTENT}.{kind}+xml")
    return write_package(parts)


def test_dx_docx_13_nothing_of_those_who_edited_a_template_reaches_a_draft() -> None:
    drafted = fill(edited())
    assert not set(drafted.parts) & (set(PRIVATE) - {"docProps/core.xml"})
    written = b"".join(drafted.parts.values())
    for trace in ("Trần Văn Lộ", "TVL", "Bí mật", "rsid", "00A1B2C3", "1F2E3D4C", "0A1B2C3D", "Change"):
        assert trace.encode() not in written, trace


def test_tracked_changes_are_read_as_if_they_had_been_accepted() -> None:
    assert fill(edited()).texts() == ["một hai", "bốn"]


def test_dc_docx_24_embedded_fonts_are_left_out() -> None:
    table = f'<w:fonts {W}><w:font w:name="A"><w:embedRegular w:fontKey="x"/></w:font></w:fonts>'
    parts = unpack(edited(), "x") | {"word/fontTable.xml": table.encode()}
    drafted = fill(write_package(parts))
    assert "word/fonts/font1.odttf" not in drafted.parts
    assert b"embed" not in drafted.parts["word/fontTable.xml"] + drafted.parts["word/settings.xml"]


def test_dx_docx_13_the_path_of_a_picture_is_left_out() -> None:
    names = '<w:drawing><a:docPr xmlns:a="x" id="1" name="C:\\Users\\lo\\anh.png" descr="file:///home/lo/b.png"/></w:drawing>'
    drafted = fill(template(p(run(names))))
    assert b'name="anh.png"' in drafted.parts[DOCUMENT]
    assert b'descr="b.png"' in drafted.parts[DOCUMENT]


def test_tj_temp_13_a_value_that_looks_like_a_tag_is_printed_as_it_stands() -> None:
    value = "{{ 7*7 }} {% raw %} {# a #} {{ x }}"
    drafted = fill(["{{ x }}", "{{ x|capital }}"], {"x": value}, sound=False)  # the lint warns of such a text
    assert drafted.texts() == [value, value]
