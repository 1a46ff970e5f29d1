"""Files broken by chance: cut short, changed bytes, mutated XML; documented errors and no others."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attacks.files import SOUND, parts_of
from documents.building import DOCUMENT, template
from service.actions.check_templates import check_templates
from service.core.languages import Language, Side
from service.documents.container import unpack
from service.documents.drafting import TwinFiles, compile_document
from service.documents.errors import PackageRefused, TemplateError
from service.documents.gate import open_docx
from service.documents.layout import Layout
from service.documents.package import write_package
from service.documents.shipped.build import build_templates

SHIPPED = build_templates()["zh/talks-record.docx"]
TWIN = template("", language=Language.ZH)
PARTS = parts_of("{% for x in xs %}", "Ông {{ x.name|capital }}", "{% endfor %}", "{% if a %}b{% endif %}")
NAMES = sorted(PARTS)
FRAGMENTS = (
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl/>",
    b"<w:sectPr/>",
    b"{% endfor %}",
    b"{{",
    b'"',
    b"<",
    b"&",
    b"\0",
    b"\xff",
    b'w:val="-1"',
    b"<!DOCTYPE a>",
    b'xmlns:w="a"',
)


def use(data: bytes) -> str:
    """Use a file as a template: the code of its refusal, or nothing."""
    try:
        compile_document(TwinFiles("x.docx", data, TWIN), Layout.VI, Side.VN, same_order=True)
    except TemplateError as refused:
        return refused.code
    return ""


@pytest.mark.parametrize("twentieth", range(1, 20))
@pytest.mark.parametrize("data", [SOUND, SHIPPED], ids=["small", "shipped"])
def test_dc_docx_04_a_file_cut_short_is_damaged(data: bytes, twentieth: int) -> None:
    assert use(data[: len(data) * twentieth // 20]) == "corrupt"


@settings(max_examples=400)
@given(st.integers(0, len(SHIPPED) - 1), st.integers(0, 255))
def test_a_changed_byte_is_refused_or_changes_no_part(place: int, byte: int) -> None:
    data = SHIPPED[:place] + bytes([byte]) + SHIPPED[place + 1 :]
    try:
        parts = open_docx(data, "x.docx")
    except PackageRefused as refused:
        assert str(refused).startswith("x.docx")  # noqa: PT017 - either end is right, another error is not
    else:
        assert parts == open_docx(SHIPPED, "x.docx")


@settings(max_examples=200)
@given(st.binary(max_size=400), st.integers(0, len(SOUND)), st.integers(0, 200))
def test_bytes_put_in_anywhere_end_in_a_documented_error(noise: bytes, place: int, cut: int) -> None:
    use(SOUND[:place] + noise + SOUND[place + cut :])


@settings(max_examples=400)
@given(st.sampled_from(NAMES), st.data(), st.sampled_from(FRAGMENTS), st.integers(0, 60))
def test_mutated_xml_ends_in_a_documented_error(
    part: str, data: st.DataObject, fragment: bytes, cut: int
) -> None:
    xml = PARTS[part]
    place = data.draw(st.integers(0, len(xml)))
    use(write_package(PARTS | {part: xml[:place] + fragment + xml[place + cut :]}))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.binary(max_size=60))
def test_parts_that_are_missing_or_not_xml_end_in_a_documented_error(names: list[str], junk: bytes) -> None:
    assert use(write_package({part: data for part, data in PARTS.items() if part not in names}))
    assert use(write_package(PARTS | dict.fromkeys(names, junk)))


@settings(max_examples=80)
@given(st.sampled_from(["word/document.xml", "word/styles.xml", "word/header1.xml"]), st.data())
def test_a_check_of_a_mutated_template_ends_in_findings(part: str, data: st.DataObject) -> None:
    parts = unpack(SHIPPED, "x")
    xml = parts[part]
    place, cut = data.draw(st.integers(0, len(xml))), data.draw(st.integers(0, 400))
    fragment = data.draw(st.sampled_from((b"", *FRAGMENTS)))
    with TemporaryDirectory() as folder:
        path = Path(folder, "zh", "talks-record.docx")
        path.parent.mkdir()
        path.write_bytes(write_package(parts | {part: xml[:place] + fragment + xml[place + cut :]}))
        for finding in check_templates([path]).findings:
            assert str(finding.message).startswith(str(path))


@settings(max_examples=200)
@given(st.text(alphabet="{}%# |.()[]'\"axif endforitmblock_", max_size=80))
def test_any_text_between_braces_is_a_tag_or_a_documented_error(text: str) -> None:
    xml = PARTS[DOCUMENT].replace(b"{% for x in xs %}", b"").replace(b"{% endfor %}", b"")
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").encode()
    use(write_package(PARTS | {DOCUMENT: xml.replace(b"{{ x.name|capital }}", b"{{" + escaped + b"}}")}))
