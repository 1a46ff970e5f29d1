"""Termbase files: their form is checked with file and line, their references with ids."""

from datetime import date

import pytest

from service.actions.workshop import open_termbase
from service.core.languages import Side
from service.exchange.termbase_files import TermbaseError, load_termbase
from service.exchange.tree import UnreadableFile
from service.glossary.concepts import Category, Confidence, Source, Validity
from service.settings import Settings

PLACE = """\
category: place
concepts:
  - id: place.a
    side: vn
    level: province
    vi: {preferred: tỉnh A, short: A, admitted: [A tỉnh], search: [TA]}
    zh: {preferred: 甲省, deprecated: [假省]}
    valid: {first: 2020-01-01, last: 2025-06-30}
    confidence: sourced
    sources:
      - {address: "https://example.org/a", note: page 3}
    note: A note.
"""


def load(**files: str) -> str:
    with pytest.raises((TermbaseError, UnreadableFile)) as caught:
        load_termbase({f"{name}.yaml": text.encode() for name, text in files.items()})
    return str(caught.value)


def changed(old: str, new: str) -> str:
    assert PLACE.count(old) == 1
    return PLACE.replace(old, new)


def test_a_concept_is_loaded_with_all_it_says() -> None:
    termbase = load_termbase({"a.yaml": PLACE.encode()})
    (place,) = termbase.concepts
    assert place.concept_id == "place.a"
    assert place.category is Category.PLACE
    assert (place.side, place.level) == (Side.VN, "province")
    assert place.vi.recognised == ("tỉnh A", "A", "A tỉnh")
    assert place.vi.search == ("TA",)
    assert place.zh.deprecated == ("假省",)
    assert place.validity == Validity(date(2020, 1, 1), date(2025, 6, 30))
    assert place.confidence is Confidence.SOURCED
    assert place.sources == (Source("https://example.org/a", "page 3"),)
    assert place.note == "A note."
    assert termbase.by_id["place.a"] is place


def test_the_shipped_termbase_loads_and_every_sourced_concept_has_a_source() -> None:
    termbase = open_termbase(Settings())
    assert len(termbase.concepts) > 30
    sourced = [one for one in termbase.concepts if one.confidence is Confidence.SOURCED]
    assert [one.concept_id for one in sourced if not one.sources] == []


def test_the_version_follows_from_the_content_alone() -> None:
    one = {"a.yaml": PLACE.encode(), "b.yaml": b"category: role\nconcepts: []\n"}
    other = dict(reversed(one.items()))
    assert load_termbase(one).version == load_termbase(other).version
    assert load_termbase(one).version != load_termbase({"a.yaml": PLACE.encode()}).version


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    level: province",
            "    levl: province",
            "a.yaml:5: concepts[0].levl: there is no such field here",
        ),
        ("side: vn", "side: jp", "a.yaml:4: concepts[0].side: possible here: vn, cn"),
        ("category: place", "category: planet", "a.yaml:1: category: possible here: place, "),
        (
            "confidence: sourced",
            "confidence: sure",
            "a.yaml:9: concepts[0].confidence: possible here: sourced, ",
        ),
        ("    confidence: sourced\n", "", "a.yaml:3: concepts[0].confidence: this is missing"),
        (
            "2025-06-30",
            "2025-06-31",
            "a.yaml:8: concepts[0].valid.last: “2025-06-31” is no day",
        ),
        ("2025-06-30", "20250630", "a.yaml:8: concepts[0].valid.last: “20250630” is no day"),
        ("2025-06-30", "true", "a.yaml:8: concepts[0].valid.last: “True” is no day"),
        ("preferred: 甲省", "prefered: 甲省", "a.yaml:7: concepts[0].zh.preferred: this is missing"),
        (
            "tỉnh A,",
            '"a\\u202e",',
            "a.yaml:6: concepts[0].vi.preferred: invisible character U+202E",
        ),
        (
            "  - id: place.a",
            "  - id: place.a\n    id: b",
            "a.yaml:4: concepts[0].id: this key stands here twice",
        ),
        ("vi: {", "vi: &a {", "a.yaml:6: anchors (&, *) and tags (!) are not used here; write the value out"),
    ],
)
def test_a_mistake_in_a_file_has_file_line_and_key(old: str, new: str, said: str) -> None:
    assert said in load(a=changed(old, new))
    assert load(a=changed(old, new)).split("\n")[0].startswith(said.split(": ", maxsplit=1)[0])


@pytest.mark.parametrize("text", ["", "- a", "x", "category: place"])
def test_a_file_that_is_no_termbase_is_refused(text: str) -> None:
    assert load(a=text).startswith("a.yaml:1")


def test_an_id_that_stands_twice_is_refused_also_across_files() -> None:
    assert load(a=PLACE, b=PLACE) == "b.yaml:3: concepts[0].id: place.a stands twice"


@pytest.mark.parametrize("key", ["successor", "part_of", "institution_type"])
def test_a_reference_that_leads_nowhere_is_named(key: str) -> None:
    text = changed("side: vn", f"side: vn\n    {key}: place.b")
    assert f"a.yaml:5: concepts[0].{key}: there is no concept place.b" in load(a=text).split("\n")


def test_a_title_of_a_type_that_is_no_concept_is_named() -> None:
    text = changed("side: vn", "side: vn\n    titles: {title.x: 厅长}")
    assert load(a=text) == "a.yaml:5: concepts[0].titles.title.x: there is no concept title.x"


def test_a_place_that_lies_in_itself_is_refused() -> None:
    assert load(a=changed("side: vn", "side: vn\n    part_of: place.a")) == (
        "a.yaml:5: concepts[0].part_of: place.a lies in itself"
    )


def test_places_that_lie_in_each_other_are_refused_each() -> None:
    one = changed("side: vn", "side: vn\n    part_of: place.b")
    other = one.replace("place.b", "place.x").replace("place.a", "place.b").replace("place.x", "place.a")
    assert load(a=one, b=other).split("\n") == [
        "a.yaml:5: concepts[0].part_of: place.a lies in itself",
        "b.yaml:5: concepts[0].part_of: place.b lies in itself",
    ]
