"""TBX exports hold to the standard's own schemas, where these lie beside the repository."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from saxonche import PySaxonProcessor

from exchange.format_contract import shipped
from exchange.generated_concepts import files
from service.exchange.incoming import ExchangedConcept
from service.exchange.tbx_reader import read_tbx
from service.exchange.tbx_writer import write_tbx

SCHEMAS = Path(__file__).parents[3] / "shared" / "reference" / "tbx"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "http://www.w3.org/1999/XSL/Transform"

pytestmark = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the schemas of TBX (../shared/reference/tbx) are not beside the repository"
)


@cache
def relax_ng() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "TBXcoreStructV03.rng"))


@cache
def schematron() -> str:
    """The rules as a stylesheet with a line for every failed assertion; the first rule that fits counts."""
    schema = etree.parse(SCHEMAS / "TBX-Basic_DCA.sch").getroot()
    sheet = etree.Element(f"{{{XSL}}}stylesheet", {"version": "3.0"}, nsmap=_names(schema))
    etree.SubElement(sheet, f"{{{XSL}}}output", {"method": "text"})
    start = etree.SubElement(sheet, f"{{{XSL}}}template", {"match": "/"})
    for number, pattern in enumerate(schema.iter(f"{SCH}pattern")):
        mode = f"p{number}"
        etree.SubElement(start, f"{{{XSL}}}apply-templates", {"select": "*", "mode": mode})
        etree.SubElement(sheet, f"{{{XSL}}}mode", {"name": mode, "on-no-match": "shallow-skip"})
        rules = pattern.findall(f"{SCH}rule")
        for rank, rule in enumerate(rules):
            _add_rule(sheet, rule, mode, len(rules) - rank)
    return etree.tostring(sheet, encoding="unicode")


def _names(schema: etree._Element) -> dict[str, str]:
    declared = {one.get("prefix", ""): one.get("uri", "") for one in schema.iter(f"{SCH}ns")}
    return {"xsl": XSL, **declared}


def _add_rule(sheet: etree._Element, rule: etree._Element, mode: str, priority: int) -> None:
    match = {"match": rule.get("context", ""), "mode": mode, "priority": str(priority)}
    template = etree.SubElement(sheet, f"{{{XSL}}}template", match)
    for one in rule.findall(f"{SCH}assert"):
        check = etree.SubElement(template, f"{{{XSL}}}if", {"test": f"not({one.get('test')})"})
        etree.SubElement(check, f"{{{XSL}}}text").text = "".join(map(str, one.itertext())) + "\n"
    etree.SubElement(template, f"{{{XSL}}}apply-templates", {"select": "@*|node()", "mode": mode})


def failures(data: bytes) -> str:
    """What the grammar and the rules say against a file."""
    root = etree.fromstring(data)
    grammar = "" if relax_ng().validate(root) else str(relax_ng().error_log)
    with PySaxonProcessor(license=False) as processor:
        executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=schematron())
        document = processor.parse_xml(xml_text=data.decode().partition("?>")[2])
        return grammar + str(executable.transform_to_string(xdm_node=document) or "")


def test_the_rules_pass_a_valid_example_and_fail_a_broken_one() -> None:
    example = (SCHEMAS / "Example_Astronomy_DCA_VALID.tbx").read_bytes()
    assert failures(example) == ""
    broken = example.replace(b">preferredTerm-admn-sts<", b">preferred<", 1).replace(
        b'type="xGraphic"', b'type="picture"', 1
    )
    assert "/administrativeStatus/ type may be" in failures(broken)
    assert "Permitted type value(s): externalCrossReference, xGraphic" in failures(broken)
    assert failures(example.replace(b"<langSec", b"<section", 1).replace(b"</langSec", b"</section", 1)) != ""


def test_an_export_of_the_whole_shipped_termbase_is_valid_tbx_basic() -> None:
    assert failures(write_tbx(shipped(), "Test")) == ""


@settings(max_examples=25)
@given(files)
def test_an_export_of_any_concepts_is_valid_tbx_basic(concepts: list[ExchangedConcept]) -> None:
    assert failures(write_tbx(concepts, "Test")) == ""


def test_the_valid_example_is_read_and_what_is_not_kept_is_told() -> None:
    reading = read_tbx((SCHEMAS / "Example_Astronomy_DCA_VALID.tbx").read_bytes(), "astronomy.tbx")
    assert len(reading.incoming) == 45
    assert [str(note) for note in reading.notes] == ["astronomy.tbx: not kept: xGraphic (34)"]
    first = reading.incoming[0]
    assert first.place == "astronomy.tbx:19"
    assert first.stated["domain"] == "General"
    assert [str(note) for note in first.notes] == ["astronomy.tbx:19: languages not kept: en, es"]
