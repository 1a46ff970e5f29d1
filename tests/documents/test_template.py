"""Templates as files: what is none is refused by name, what Word notes for itself is left out."""

import pytest

from documents.building import (
    DOCUMENT,
    NAME,
    fill,
    p,
    repacked,
    run,
    template,
    with_relationship,
    with_type,
)
from service.core.languages import Language
from service.documents.container import unpack
from service.documents.errors import PackageRefused, TemplateError
from service.documents.package import write_package
from service.documents.template import read_template

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def refusal(data: bytes) -> str:
    with pytest.raises(TemplateError) as caught:
        fill(data, {"x": 1})
    return str(caught.value)


def refusal_of_document(xml: str, encoding: str = "utf-8") -> str:
    return refusal(repacked(template("a"), {DOCUMENT: xml.encode(encoding)}))


def with_note(text: str, part: str = "footnotes", element: str = "footnote") -> bytes:
    note = f'<w:{part} {W}><w:{element} w:id="1">{p(text)}</w:{element}></w:{part}>'
    parts = with_type(unpack(template("a"), "x"), f"word/{part}.xml", f"{MAIN}.{part}+xml")
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = with_relationship(
        parts, f'<Relationship Id="rIdN" Type="{relation}/{part}" Target="{part}.xml"/>'
    )
    return write_package(parts | {f"word/{part}.xml": note.encode()})


@pytest.mark.parametrize(
    "part",
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/_rels/document.xml.rels",
    ],
)
def test_a_package_without_a_part_that_word_needs_is_no_word_document(part: str) -> None:
    assert (
        refusal(repacked(template("a"), {part: None})) == f"vi/{NAME}: not a Word document, {part} is missing"
    )


def test_a_package_that_is_refused_is_refused_as_a_template() -> None:
    with pytest.raises(PackageRefused, match=f"vi/{NAME}: not a Word file"):
        fill(b"{rtf1}", {})


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<w:document>",
        f"<w:document {W}><w:body></w:document>",
        "a",
        f"<w:document {W}/>x",
        "<a>\x00</a>",
        "<a>&x;</a>",
    ],
)
def test_a_document_that_is_no_xml_is_refused(xml: str) -> None:
    assert refusal_of_document(xml).startswith(f"vi/{NAME}, word/document.xml: not well-formed XML: ")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE w:document>",
        '<!DOCTYPE w:document [<!ENTITY x "y">]>',
    ],
)
def test_a_document_type_is_refused(doctype: str) -> None:
    said = refusal_of_document(f"{doctype}<w:document {W}><w:body><w:p/></w:body></w:document>")
    declared = "declares a document type, which no Word file has; save it in Word again"
    assert said == f"vi/{NAME}, word/document.xml: {declared}"


def test_elements_nested_beyond_reason_are_refused() -> None:
    deep = f"<w:document {W}><w:body>{'<w:ins>' * 300}{'</w:ins>' * 300}</w:body></w:document>"
    assert (
        refusal_of_document(deep)
        == f"vi/{NAME}, word/document.xml: elements nested deeper than 200; save it in Word again"
    )


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:document {W}/>",
        "<document><body/></document>",
        "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'><x:body/></x:document>",
        "<d:document xmlns:d='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><d:body><d:p/></d:body></d:document>",
    ],
)
def test_a_document_in_another_form_is_refused(xml: str) -> None:
    assert refusal_of_document(xml) == (
        f"vi/{NAME}: not a Word document in the usual form; save it in Word again"
    )


def test_a_document_without_a_section_is_refused() -> None:
    said = refusal_of_document(f"<w:document {W}><w:body><w:p/></w:body></w:document>")
    assert said == f"vi/{NAME}: has no section properties; save it in Word again"


def test_a_document_in_utf_16_is_read() -> None:
    body = f"<w:body>{p('Ô {{ x }}')}<w:sectPr/></w:body>"
    xml = f'<?xml version="1.0" encoding="UTF-16"?><w:document {W}>{body}</w:document>'
    data = repacked(template("a"), {DOCUMENT: xml.encode("utf-16")})
    assert fill(data, {"x": "安"}).texts() == ["Ô 安"]


def test_comments_and_instructions_of_xml_are_left_out() -> None:
    drafted = fill([f"<w:p><!-- ai viết --><?mso x?>{run('a')}</w:p>"])
    assert b"ai vi" not in drafted.parts[DOCUMENT]
    assert b"<?mso" not in drafted.parts[DOCUMENT]


def headed(target: str) -> bytes:
    parts = unpack(template("x", headers={"default": ["Đầu {{ x }}"]}), "x")
    rels = "word/_rels/document.xml.rels"
    return write_package(parts | {rels: parts[rels].replace(b'"header-default.xml"', f'"{target}"'.encode())})


@pytest.mark.parametrize(
    "target",
    ["header-default.xml", "/word/header-default.xml", "./header-default.xml", "../word/header-default.xml"],
)
def test_a_header_is_found_however_its_path_is_written(target: str) -> None:
    drafted = fill(headed(target), {"x": 1})
    assert drafted.texts("word/header-default.xml") == ["Đầu 1"]


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("nix.xml", "word/nix.xml"),
        ("/header-default.xml", "header-default.xml"),
        ("../../../etc/passwd", "etc/passwd"),
        ("", "word"),
    ],
)
def test_a_header_that_is_not_there_is_refused(target: str, part: str) -> None:
    assert refusal(headed(target)) == f"vi/{NAME}: damaged, {part} is missing; save it in Word again"


def test_a_header_without_a_relationship_is_refused() -> None:
    reference = '<w:headerReference w:type="default" r:id="rId404"/>'
    assert refusal(template("x", section=reference)) == f"vi/{NAME}: a header or footer is missing from it"


@pytest.mark.parametrize("text", ["{{ x }}", "{{ ''.__class__ }}", "{% if x %}a{% endif %}"])
def test_a_tag_in_a_comment_is_refused(text: str) -> None:
    assert refusal(with_note(text, "comments", "comment")) == (
        f"vi/{NAME}, word/comments.xml, paragraph 1: «{text}»:"
        " tags in comments are not filled; comments never reach a paper"
    )


def test_a_comment_without_tags_stays_behind() -> None:
    assert "word/comments.xml" not in fill(with_note("Theo {nguồn}", "comments", "comment")).parts


def test_styles_are_found_by_their_names() -> None:
    found = read_template(template("a"), NAME, Language.VI)
    assert found.style_ids["Minutes body, columns (vi)"] == "MinutesBodyColumnsVi"
    assert found.style_ids["Normal"] == "Normal"
