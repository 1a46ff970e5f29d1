"""Templates looked over: what is wrong is told with its place, all at once; what is shipped is sound."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from attacks.table import ATTACKS
from documents.building import NAME, p, template
from samples import ROOT
from service.actions.check_templates import check_templates
from service.actions.mandatory import DUTIES
from service.core.languages import Language
from service.documents.container import unpack
from service.documents.package import write_package
from service.documents.shipped.build import build_templates

SHIPPED = build_templates()
TALKS = "talks-record.docx"


def write(folder: Path, files: dict[str, bytes]) -> list[Path]:
    """Write templates as an office keeps them."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return [folder / name for name in files]


def changed(name: str, *pairs: tuple[str, str]) -> bytes:
    """Change texts of a shipped template's main part; each must be there."""
    parts = unpack(SHIPPED[name], name)
    xml = parts["word/document.xml"].decode()
    for old, new in pairs:
        assert old in xml, old
        xml = xml.replace(old, new)
    return write_package(parts | {"word/document.xml": xml.encode()})


def said(paths: Sequence[Path]) -> list[str]:
    """Check files: each finding as code and sentence, folders left out of the sentence."""
    folder = f"{paths[0].parent.parent}/"
    findings = check_templates(paths).findings
    return [f"{finding.code}: {str(finding.message).replace(folder, '')}" for finding in findings]


def check(folder: Path, data: bytes, name: str = f"vi/{TALKS}") -> list[str]:
    return said(write(folder, {name: data}))


def test_the_templates_of_the_repository_give_no_finding() -> None:
    assert list(check_templates(sorted((ROOT / "templates").glob("*/*.docx"))).findings) == []


# Names.


def test_an_unknown_name_in_a_loop_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    data = changed(f"vi/{TALKS}", ("{{ item.text }}", "{{ item.txet }}"))
    unknown, *others = check(tmp_path, data)
    assert unknown.startswith("unknown_name: vi/talks-record.docx, paragraph ")
    assert unknown.endswith("{{ item.txet }}»: “item.txet” is not known here; “item.text” is")
    assert [other.split(" prints ")[1].split(";")[0] for other in others] == ["the items of all sections"]


def test_all_findings_are_told_at_once(tmp_path: Path) -> None:
    data = changed(
        f"vi/{TALKS}",
        ("{{ meeting.host }}", "{{ meting.host }}"),
        ("{{ closing.count }}", "{{ closing.cuont|upper }}"),
        ("{% for party in parties %}", "{% for party in partys %}"),
        ("{{ section.number }}", "{{ section }}"),
    )
    codes = [line.split(":")[0] for line in check(tmp_path, data)]
    assert codes[:4] == ["unknown_name", "unknown_name", "not_a_text", "template_forbidden"]
    assert set(codes[4:]) == {"mandatory_missing"}


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ titel }}", "“titel” is not known here; “title” is"),
        ("{{ meeting.dya }}", "“meeting.dya” is not known here; “meeting.day” is"),
        ("{% if signd %}a{% endif %}", "“signd” is not known here; “signed” is"),
        ("{{ item.text }}", "“item” is not known here; “title” is"),
        ("{{ title.text }}", "“title.text” is not known here"),
        ("{{ qqqq }}", "“qqqq” is not known here"),
        (
            "{% for section in sections %}{{ loop.indx }}{% endfor %}",
            "“loop.indx” is not known here; “loop.index” is",
        ),
        ("{% for a in title %}{{ a.b }}{% endfor %}", "this is not a list to go through"),
        ("{% for a in meeting %}{{ a }}{% endfor %}", "this is not a list to go through"),
        ("{{ meeting }}", "“meeting” is a group of values, not a text"),
        ("{{ sections }}", "“sections” is a group of values, not a text"),
    ],
)
def test_a_name_is_looked_up_where_it_stands(tmp_path: Path, tag: str, told: str) -> None:
    (line,) = (line for line in check(tmp_path, template(tag), "vi/other.docx") if "paragraph 1" in line)
    assert line.endswith(f"vi/other.docx, paragraph 1: «{tag}»: {told}")


@pytest.mark.parametrize(
    "tag",
    [
        "{% for section in sections %}{% for item in section.items %}{{ item.text }}{% endfor %}{% endfor %}",
        "{% for s in sections %}{{ loop.index }}{{ s.heading|keep_end }}{% endfor %}",
        "{% if anything is defined %}a{% endif %}",
        "{% for p in parties %}{% for a in p.attendees %}{{ a.name }}{% endfor %}{% endfor %}",
        "{% if not draft.is_final and draft.number > 1 %}{{ draft.id }}{% endif %}",
    ],
)
def test_a_name_that_is_known_gives_no_finding(tmp_path: Path, tag: str) -> None:
    assert [line for line in check(tmp_path, template(tag), "vi/other.docx") if "paragraph" in line] == []


def test_a_header_is_looked_over_too(tmp_path: Path) -> None:
    data = template("a", headers={"default": ["một", "{{ draft.nmber }}"]})
    assert check(tmp_path, data, "vi/other.docx")[1].startswith(
        "unknown_name: vi/other.docx, word/header-default.xml, paragraph 2: «{{ draft.nmber }}»: "
    )


# What a paper must say.


def lines_of(xml: str, start: str) -> str:
    """The whole paragraph that holds a text."""
    at = xml.index(start)
    begin = max(xml.rfind("<w:p>", 0, at), xml.rfind("<w:p ", 0, at))
    return xml[begin : xml.index("</w:p>", at) + len("</w:p>")]


@pytest.mark.parametrize(
    ("tags", "what"),
    [
        (("{{ meeting.day|capital }}", "{{ closing.day }}"), "the date"),
        (("{{ meeting.place|capital }}", "{{ closing.place }}"), "the place"),
        (("{{ attendee.name }}",), "the heads of delegation and everybody present"),
        (("{{ attendee.group|capital }}",), "people who are named only by what they are"),
        (("{{ party.label }}",), "every party"),
        (("{{ section.heading|keep_end }}",), "the headings of the sections"),
        (("{{ item.text }}",), "the items of all sections"),
        (("{{ closing.count }}",), "the number of originals"),
        (("{{ closing.first_language }}",), "the languages of the originals and that both are authentic"),
        (("{{ points }}",), "that the points are missing in the source"),
    ],
)
def test_a_template_that_never_prints_what_it_must_is_told(
    tmp_path: Path, tags: tuple[str, ...], what: str
) -> None:
    data = changed(f"vi/{TALKS}", *((tag, "…") for tag in tags))
    (line,) = check(tmp_path, data)
    assert line.startswith(f"mandatory_missing: vi/{TALKS}: never prints {what}; its tags are {{")


def test_the_tags_of_what_is_missing_are_those_that_a_template_holds(tmp_path: Path) -> None:
    (line,) = check(tmp_path, changed(f"zh/{TALKS}", ("{{ item.text }}", "…")), f"zh/{TALKS}")
    assert line.endswith("never prints the items of all sections; its tags are {{ item.text }}")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{{ item.text }}", "{% if loop.first %}{{ item.text }}{% endif %}", "the items of all sections"),
        ("{{ attendee.name }}", "{% if not loop.first %}{{ attendee.name }}{% endif %}", "the heads of"),
        ("{{ closing.count }}", "{% if false %}{{ closing.count }}{% endif %}", "the number of originals"),
        ("{{ party.label }}", "{% if party.side == 'vn' %}{{ party.label }}{% endif %}", "every party"),
    ],
)
def test_a_template_that_prints_only_some_of_what_it_must_is_told(
    tmp_path: Path, old: str, new: str, what: str
) -> None:
    (line,) = check(tmp_path, changed(f"vi/{TALKS}", (old, new)))
    assert line.startswith(f"mandatory_missing: vi/{TALKS}: does not print {what}")
    assert " of the example " in line


def test_an_empty_template_is_told_everything_that_it_must_print(tmp_path: Path) -> None:
    lines = check(tmp_path, template("Biên bản"))
    told = {line.split("never prints ")[1].split(";")[0] for line in lines}
    assert told <= {str(duty.what) for duty in DUTIES}
    assert {"the date", "the place", "the signatures of all parties", "the number of the draft"} <= told


def test_a_file_name_that_tells_no_type_is_a_warning(tmp_path: Path) -> None:
    (line,) = check(tmp_path, template("{{ title }}"), "vi/minutes.docx")
    assert line.startswith("kind_unknown: vi/minutes.docx: its name tells no document type")


# Languages, styles, tracked changes.


def test_the_language_is_told_by_the_styles_where_no_folder_tells_it(tmp_path: Path) -> None:
    data = changed(f"zh/{TALKS}", ("{{ item.text }}", "{{ item.txet }}"))
    assert check(tmp_path, data, f"mine/{TALKS}")[0].endswith("“item.txet” is not known here; “item.text” is")


@pytest.mark.parametrize("language", Language)
def test_the_language_is_told_by_the_letters_where_nothing_else_tells_it(
    tmp_path: Path, language: Language
) -> None:
    parts = unpack(SHIPPED[f"{language}/{TALKS}"], "x")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(f" ({language})".encode(), b"")
    lines = check(tmp_path, write_package(parts), f"mine/{TALKS}")
    assert f"the style “Minutes end ({language})” is missing" in "".join(lines)


def test_a_style_that_a_layout_needs_is_asked_for(tmp_path: Path) -> None:
    parts = unpack(SHIPPED[f"vi/{TALKS}"], "x")
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b'"Minutes gap"', b'"Minutes gaps"')
    assert check(tmp_path, write_package(parts)) == [
        f"style_missing: vi/{TALKS}: the style “Minutes gap” is missing; copy it from the shipped template"
    ]


def test_a_style_that_is_not_in_the_file_is_told_with_its_paragraph(tmp_path: Path) -> None:
    data = template(p("Một", ppr='<w:pStyle w:val="Nowhere"/>'))
    assert (
        "style_missing: vi/other.docx, paragraph 1: «Một»:"
        " the style “Nowhere” is not in the file; choose another" in check(tmp_path, data, "vi/other.docx")
    )


def test_tracked_changes_are_a_warning(tmp_path: Path) -> None:
    tracked = '<w:ins w:id="1" w:author="Lộ"><w:r><w:t>tại</w:t></w:r></w:ins>'
    xml = unpack(SHIPPED[f"vi/{TALKS}"], "x")["word/document.xml"].decode()
    first = lines_of(xml, "Thành phần tham dự")
    data = changed(f"vi/{TALKS}", (first, first.replace("</w:p>", f"{tracked}</w:p>")))
    (line,) = check(tmp_path, data)
    assert line == (
        f"tracked_changes: vi/{TALKS}, word/document.xml: holds tracked changes, read as if they had been"
        " accepted; accept or reject them in Word"
    )


# Twins.


def test_twins_that_part_ways_are_shown_with_both_texts(tmp_path: Path) -> None:
    zh = changed(f"zh/{TALKS}", ("{% if points %}", "{% if signed %}"))
    lines = said(write(tmp_path, {f"vi/{TALKS}": SHIPPED[f"vi/{TALKS}"], f"zh/{TALKS}": zh}))
    parted = [line for line in lines if line.startswith("templates_part_ways")]
    told = f"the templates part ways: vi/{TALKS} has “if points”, zh/{TALKS} has “if signed”"
    assert parted == [f"templates_part_ways: {told}"]


def test_twins_part_ways_by_a_paragraph_that_only_one_has(tmp_path: Path) -> None:
    xml = unpack(SHIPPED[f"vi/{TALKS}"], "x")["word/document.xml"].decode()
    line = lines_of(xml, "Thành phần tham dự")
    vi = changed(f"vi/{TALKS}", (line, line * 2))
    lines = said(write(tmp_path, {f"vi/{TALKS}": vi, f"zh/{TALKS}": SHIPPED[f"zh/{TALKS}"]}))
    (parted,) = [told for told in lines if told.startswith("templates_part_ways")]
    assert "“Thành phần tham dự:”" in parted


def test_templates_of_different_names_are_no_twins(tmp_path: Path) -> None:
    files = {f"vi/{TALKS}": SHIPPED[f"vi/{TALKS}"], "zh/other.docx": template("一", language=Language.ZH)}
    assert not [line for line in said(write(tmp_path, files)) if "part ways" in line]


# Files that are no templates.


@pytest.mark.parametrize("name", [name for name in ATTACKS if "gigabyte" not in name][::9])
def test_what_the_gate_refuses_is_a_finding(tmp_path: Path, name: str) -> None:
    code, make = ATTACKS[name]
    lines = check(tmp_path, make(), f"vi/{NAME}")
    assert lines
    assert all(line.startswith((f"{code}: vi/{NAME}", "kind_unknown: ")) for line in lines)


def test_a_file_that_is_not_there_is_a_finding_and_the_others_are_checked(tmp_path: Path) -> None:
    (there,) = write(tmp_path, {f"vi/{TALKS}": template("{{ titel }}")})
    lines = said([there.parent / "none.docx", there, there.parent])
    assert lines[0] == "unreadable: vi/none.docx: cannot be read: No such file or directory"
    assert lines[1].startswith("unreadable: vi: cannot be read: ")
    assert any("“titel”" in line for line in lines)
