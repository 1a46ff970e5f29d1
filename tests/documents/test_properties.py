"""What a draft says of itself, and nothing of who made the template."""

from datetime import date

import pytest
from lxml import etree

from documents.building import (
    NAME,
    PROPERTIES,
    facts,
    fill,
    read,
    repacked,
    template,
    with_relationship,
    with_type,
)
from service.core.languages import Language, Side
from service.documents.container import unpack
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout
from service.documents.lint import lint_docx
from service.documents.ooxml import Element
from service.documents.package import write_package
from service.documents.properties import DraftProperties, program_part, property_parts

NAMES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}
AWKWARD = "Biên bản <Hà Giang> & \"Vân Nam\" '云南'"


# The head of a picture of one pixel.
JPEG = b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"


def properties(**changed: str) -> DraftProperties:
    return DraftProperties(
        title=changed.get("title", "Biên bản hội đàm"),
        language="zh-CN",
        as_of=date(2023, 12, 26),
        custom={
            "BienbanDraft": changed.get("draft", "bb-0123456"),
            changed.get("name", "BienbanRevision"): "3",
        },
    )


def part(name: str, said: DraftProperties) -> Element:
    return etree.fromstring(property_parts(said)[name])


def texts(root: Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(text) for text in found]


def authored() -> bytes:
    """A template as Word saves it, with who wrote it and a picture of its first page."""
    parts = unpack(template("a"), "x")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    for identity, kind, target in (
        ("rId7", f"{package}/core-properties", "docProps/core.xml"),
        ("rId8", f"{office}/extended-properties", "/docProps/app.xml"),
        ("rId9", f"{package}/thumbnail", "docProps/thumbnail.jpeg"),
    ):
        parts = with_relationship(
            parts, f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>', "_rels/.rels"
        )
    parts = with_type(
        parts, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"
    )
    creator = f'<dc:creator xmlns:dc="{NAMES["dc"]}">Chị Lan</dc:creator>'
    core = f'<cp:coreProperties xmlns:cp="{NAMES["cp"]}">{creator}</cp:coreProperties>'
    return write_package(
        parts
        | {
            "docProps/core.xml": core.encode(),
            "docProps/app.xml": b"<Properties><Company>UBND</Company></Properties>",
            "docProps/thumbnail.jpeg": JPEG,
            "docProps/custom.xml": b"<Properties/>",
        }
    )


def test_a_template_s_own_properties_are_dropped() -> None:
    drafted = fill(authored())
    assert sorted(name for name in drafted.parts if name.startswith("docProps/")) == [
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
    ]
    everything = b"".join(drafted.parts.values())
    for left in ("Chị Lan", "UBND", "thumbnail"):
        assert left.encode() not in everything


def test_the_package_points_once_at_each_property_part() -> None:
    drafted = fill(authored())
    targets = texts(drafted.root("_rels/.rels"), "//rel:Relationship/@Target")
    assert targets == ["word/document.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"]
    overrides = texts(drafted.root("[Content_Types].xml"), "//ct:Override/@PartName")
    assert [name for name in overrides if "docProps" in name] == [
        "/docProps/core.xml",
        "/docProps/app.xml",
        "/docProps/custom.xml",
    ]


def test_a_draft_says_its_title_language_and_day() -> None:
    core = part("docProps/core.xml", properties())
    assert texts(core, "//dc:title/text()") == ["Biên bản hội đàm"]
    assert texts(core, "//dc:creator/text()") == ["Bienban"]
    assert texts(core, "//dc:language/text()") == ["zh-CN"]
    assert texts(core, "//dcterms:created/text()") == ["2023-12-26T00:00:00Z"]
    assert texts(core, "//dcterms:modified/text()") == ["2023-12-26T00:00:00Z"]
    assert texts(etree.fromstring(program_part()), "//ep:Application/text()") == ["Bienban"]


def test_custom_properties_are_numbered_from_two() -> None:
    custom = part("docProps/custom.xml", properties())
    assert texts(custom, "//op:property/@name") == ["BienbanDraft", "BienbanRevision"]
    assert texts(custom, "//op:property/@pid") == ["2", "3"]
    assert set(texts(custom, "//op:property/@fmtid")) == {"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"}
    assert texts(custom, "//vt:lpwstr/text()") == ["bb-0123456", "3"]


@pytest.mark.parametrize("text", [AWKWARD, "]]>", "a\nb", "R&D <5%", "𠮷"])
def test_properties_hold_any_text(text: str) -> None:
    said = properties(title=text, draft=text)
    assert texts(part("docProps/core.xml", said), "//dc:title/text()") == [text]
    assert texts(part("docProps/custom.xml", said), "(//vt:lpwstr)[1]/text()") == [text]


def test_a_custom_property_may_have_any_name() -> None:
    assert texts(part("docProps/custom.xml", properties(name=AWKWARD)), "//op:property/@name")[1] == AWKWARD


def test_a_draft_without_custom_properties_is_sound() -> None:
    twins = TwinFiles(NAME, template("a"), template("a", language=Language.ZH))
    compiled = compile_document(twins, Layout.COLUMNS, Side.CN, same_order=True)
    data = compiled.fill(facts({}), DraftProperties("", "zh-CN", date(2024, 2, 29), {}))
    assert lint_docx(data) == []


def test_the_same_properties_give_the_same_bytes_and_others_do_not() -> None:
    twins = TwinFiles(NAME, template("a"), template("a", language=Language.ZH))
    compiled = compile_document(twins, Layout.COLUMNS, Side.VN, same_order=True)
    first, again, other = (compiled.fill(facts({}), said) for said in (PROPERTIES, PROPERTIES, properties()))
    assert first == again
    assert first != other
    assert read(first).parts["word/document.xml"] == read(other).parts["word/document.xml"]


def test_an_author_added_to_a_template_changes_no_draft() -> None:
    plain = fill(template("a"))
    assert fill(repacked(template("a"), {"docProps/app.xml": b"<x/>"})).data == plain.data
