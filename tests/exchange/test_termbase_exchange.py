"""YAML files of concepts as an import: what a key that is absent, empty or false says."""

import pytest

from service.exchange.incoming import FileRefused, Incoming
from service.exchange.termbase_exchange import read_yaml

FILE = """\
category: place
concepts:
  - id: place.a
    vi: {preferred: A, admitted: [], short: B}
    zh: {preferred: 甲}
    confidence: high
    revision: 4
    confirm: false
    clear: [note, vi.search]
  - id: role.b
    category: role
    vi: {preferred: C}
    zh: {preferred: 乙}
    confidence: low
"""


def read(text: str) -> tuple[Incoming, ...]:
    return read_yaml(text.encode(), "a.yaml").incoming


def refused(text: str) -> str:
    with pytest.raises(FileRefused) as caught:
        read(text)
    return str(caught.value)


def test_what_a_concept_does_not_say_is_not_stated() -> None:
    first, second = read(FILE)
    assert dict(first.stated) == {
        "category": "place",
        "vi.preferred": "A",
        "zh.preferred": "甲",
        "vi.short": "B",
        "confidence": "high",
        "confirm": "no",
    }
    assert (first.number, first.place, first.revision) == (1, "a.yaml:3", 4)
    assert first.cleared == ("note", "vi.search")
    assert (second.place, second.stated["category"]) == ("a.yaml:10", "role")


def test_a_field_to_clear_that_is_none_refuses_its_concept() -> None:
    first, _ = read(FILE.replace("[note, vi.search]", "[notes]"))
    assert [str(problem) for problem in first.problems] == ["a.yaml:3: unknown key “notes”"]


def test_days_and_texts_are_held_to_the_limits_of_every_format() -> None:
    first, _ = read(FILE.replace("    confirm: false\n", "    valid: {last: 9999-12-31}\n"))
    assert [str(problem) for problem in first.problems] == [
        "a.yaml:3: “9999-12-31” is no day that is known; leave an open bound empty"
    ]


def test_a_concept_without_a_category_is_refused_with_its_line() -> None:
    assert refused(FILE.replace("category: place\n", "", 1)) == "a.yaml:2: concepts[0]: names no category"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("revision: 4", "revision: -1", "a.yaml:7: concepts[0].revision: "),
        ("confidence: high", "confidence: sure", "a.yaml:6: concepts[0].confidence: "),
        ("vi: {preferred: A,", "vi: {preferred: &a A,", "a.yaml:4: anchors (&, *) and tags (!)"),
    ],
)
def test_a_mistake_of_form_refuses_the_file_with_line_and_key(old: str, new: str, told: str) -> None:
    assert refused(FILE.replace(old, new)).startswith(told)
