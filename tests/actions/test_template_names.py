"""Names for templates: each that is printed works, each that the facts have is printed."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

from documents.building import read, template
from samples import ROOT
from service.actions.specimens import KINDS, PAPERS, Kind, Specimen, open_specimens
from service.actions.template_names import UsableName, usable_names, write_names
from service.core.languages import Language
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout
from service.documents.lookup import FILTERS
from service.documents.names import Known, entry_name, list_names
from service.documents.properties import DraftProperties
from service.documents.template import read_template

DAY = date(2023, 12, 26)
NAMES = usable_names()
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")


def specimens() -> Iterator[Specimen]:
    for kind in KINDS:
        yield from open_specimens(kind)


def paths_of(fact: object, path: str = "") -> Iterator[str]:
    """Every path of the facts themselves, found without the code that is tested."""
    if isinstance(fact, dict) and fact:
        for name, value in fact.items():
            yield from paths_of(value, f"{path}.{name}" if path else name)
    elif isinstance(fact, list):
        yield path
        for value in fact:
            yield from paths_of(value, f"{path}[]")
    else:
        yield path


def test_each_name_in_the_facts_is_printed() -> None:
    printed = {name.listed.path for name in NAMES}
    groups = {path.rsplit(".", 1)[0] for path in printed}  # a group that some kind of paper leaves empty
    for specimen, language in product(specimens(), Language):
        assert set(paths_of(specimen.facts[language])) - groups <= printed


def test_the_examples_show_what_is_in_every_list() -> None:
    papers = {kind.template for kind in PAPERS}
    of_papers = [name.listed for name in NAMES if papers & set(name.templates)]
    lists = {listed.path: listed.known.entry for listed in of_papers}
    empty = [path for path, entry in lists.items() if entry is not None and entry.is_open]
    assert empty == [], "give service/actions/specimen.yaml an entry here: officers look up its names"


def test_a_name_is_printed_for_the_templates_that_can_use_it() -> None:
    by_path = {name.listed.path: name for name in NAMES}
    papers = {kind.template for kind in PAPERS}
    assert set(by_path["meeting.day"].templates) == papers
    assert set(by_path["own.number"].templates) == {name for name in papers if "internal" in name}
    assert set(by_path["as_of"].templates) <= {"originals-proof.docx"}
    assert set(by_path["draft.id"].templates) == {kind.template for kind in KINDS}


def usage(name: UsableName) -> str:
    """The line of a template that uses a name as it is printed, in its loops."""
    listed = name.listed
    tag = {"text": listed.tag, "condition": f"{listed.tag}yes{{% endif %}}"}.get(
        listed.kind, f"{listed.tag}{{{{ loop.index }}}}{{% endfor %}}"
    )
    line = f"{listed.path}⟦{tag}⟧"
    if listed.optional:
        line = f"{{% if {listed.optional} is defined %}}{line}{{% endif %}}"
    for loop in reversed(listed.loops):
        line = f"{{% for {loop} %}}{line}{{% endfor %}}"
    return line


def drafts(kind: Kind, language: Language) -> Iterator[str]:
    """Draft a template that uses every name, on the facts of every example."""
    lines = [usage(name) for name in NAMES if kind.template in name.templates]
    data, other = template(*lines, language=language), template("", language=language.other)
    twins = TwinFiles("x.docx", *((data, other) if language is Language.VI else (other, data)))
    document = compile_document(twins, Layout(language), language.side, same_order=True)
    for specimen in open_specimens(kind):
        filled = document.fill(specimen.facts, DraftProperties("", "vi-VN", DAY, {}))
        yield "".join(read(filled).texts())


@pytest.mark.parametrize("language", Language)
def test_each_name_that_is_printed_works_in_a_template(language: Language) -> None:
    texts = {text for kind in KINDS for text in drafts(kind, language)}
    for name in NAMES:
        example = name.listed.known.examples.get(language)
        if example is not None and name.listed.kind == "text":
            assert any(f"{name.listed.path}⟦{example}⟧" in text for text in texts), name.listed.path


def test_a_line_shows_the_tag_in_its_loops_and_both_languages() -> None:
    known = Known()
    known.learn({"day": "ngày\u00a02", "xs": [{"items": [{"text": "a" * 70, "is_new": True}]}]}, Language.VI)
    known.learn({"day": "2日", "xs": []}, Language.ZH)
    names = [UsableName(listed, ("a.docx",)) for listed in list_names(known)]
    names.append(UsableName(names[0].listed, (*(kind.template for kind in PAPERS), "sheet.docx")))
    assert list(write_names(names)) == [
        "{{ day }}  ngày 2 | 2日  (a.docx)",
        "{% for x in xs %}  (a.docx)",
        "  {% for item in x.items %}  (a.docx)",
        f"    {{{{ item.text }}}}  {'a' * 59}…  (a.docx)",
        "    {% if item.is_new %}  (a.docx)",
        "{{ day }}  ngày 2 | 2日",
    ]


def test_plain_data_holds_the_whole_example() -> None:
    known = Known()
    known.learn({"sections": [{"items": [{"text": "a" * 70}, {}]}]}, Language.VI)
    *_, listed = list_names(known)
    assert UsableName(listed, ("a.docx",)).data == {
        "name": "item.text",
        "path": "sections[].items[].text",
        "loops": ["section in sections", "item in section.items"],
        "loop": "",
        "kind": "text",
        "optional": True,
        "vi": "a" * 70,
        "zh": "",
        "templates": ["a.docx"],
    }


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("parties", "party"),
        ("section.items", "item"),
        ("title_lines", "line"),
        ("own.absent", "entry"),
        ("basis", "entry"),
        ("signatures", "signature"),
    ],
)
def test_an_entry_has_a_word_of_its_own(name: str, entry: str) -> None:
    assert entry_name(name) == entry


# What is learnt from facts.


def test_a_list_that_is_always_empty_lets_every_name_pass() -> None:
    known = Known()
    known.learn({"a": [], "b": ""}, Language.VI)
    entry = known.members["a"].entry
    assert entry is not None
    assert entry.is_open
    assert not known.members["b"].is_open
    assert [(name.name, name.kind) for name in list_names(known)] == [("a", "list"), ("b", "text")]


def test_a_name_that_some_records_lack_is_not_everywhere() -> None:
    known = Known()
    known.learn({"xs": [{"a": "1"}, {"a": "2", "b": "3"}]}, Language.VI)
    known.learn({"xs": []}, Language.ZH)
    entry = known.members["xs"].entry
    assert entry is not None
    assert {name: own.everywhere for name, own in entry.members.items()} == {"a": True, "b": False}


# The page for officers.


def test_every_name_and_tag_on_the_page_is_a_real_one() -> None:
    known = {name.listed.name for name in NAMES}
    loops = {name.listed.loop for name in NAMES} - {""}
    outputs = re.findall(r"\{\{ ([a-z_.]+)(?:\|[a-z_]+)? \}\}", PAGE)
    conditions = re.findall(r"\{% if (?:not )?([a-z_.]+) %\}", PAGE)
    words = {"loop.index", "loop.first", "loop.last"}
    assert set(outputs) | set(conditions) <= known | words
    assert set(re.findall(r"\{% for ([a-z_. ]+) %\}", PAGE)) <= loops
    assert len(outputs) > 5


def test_every_style_filter_and_file_on_the_page_is_a_real_one() -> None:
    styles = set(re.findall(r"“(Minutes [^”]+)”", PAGE))
    shipped = (ROOT / "templates" / "vi" / "talks-record.docx").read_bytes()
    known = set(read_template(shipped, "x", Language.VI).style_ids)
    assert styles <= known
    assert set(re.findall(r"\|([a-z_]+) \}\}", PAGE)) == set(FILTERS)
    for kind in KINDS:
        assert f"`{kind.template}`" in PAGE
