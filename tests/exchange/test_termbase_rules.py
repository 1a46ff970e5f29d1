"""What concepts must keep among themselves, told with file, line and key."""

import pytest

from exchange.test_termbase_files import PLACE, load
from service.core.languages import Language, Side
from service.exchange.termbase_files import load_termbase

SLOTS = "cn, day, from, hour, minute, n, name, number, place, roman, session, short, to, vn"
MECHANISM = """\
category: mechanism
concepts:
  - id: mechanism.a
    vi: {preferred: Nhóm A, vn: Nhóm B, abbreviations: [NA]}
    zh: {preferred: 甲组, vn: 乙组}
    sessions:
      - vi: {preferred: "Phiên họp lần thứ {n} Nhóm A"}
        zh: {preferred: "甲组第{n}次会议", vn: "乙组第{n}次会议"}
    confidence: high
    confirm: true
"""


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def test_a_mechanism_is_loaded_with_its_sides_and_sessions() -> None:
    (mechanism,) = load_termbase({"m.yaml": MECHANISM.encode()}).concepts
    assert mechanism.confirm
    assert mechanism.vi.abbreviations == ("NA",)
    assert mechanism.terms(Language.ZH).preferred == "甲组"
    assert mechanism.terms(Language.ZH, Side.VN).preferred == "乙组"
    assert mechanism.terms(Language.ZH, Side.VN).admitted == ("甲组",)
    assert mechanism.terms(Language.ZH, Side.CN).preferred == "甲组"
    assert mechanism.zh.recognised == ("甲组", "乙组")
    assert mechanism.sessions[0].terms(Language.ZH, Side.VN).preferred == "乙组第{n}次会议"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "last: 2025-06-30",
            "last: 2019-12-31",
            "a.yaml:8: concepts[0].valid.last: the last day 2019-12-31 is before the first, 2020-01-01",
        ),
        (
            "deprecated: [假省]",
            "deprecated: [假省, 甲省]",
            "a.yaml:7: concepts[0].zh.deprecated[1]: “甲省” is both right and wrong",
        ),
        (
            "preferred: 甲省",
            'preferred: "{place}省"',
            "a.yaml:7: concepts[0].zh.preferred: both languages have the same slots",
        ),
        (
            "search: [TA]",
            'search: ["{planet}"]',
            "a.yaml:6: concepts[0].vi: “{planet}” has an unknown slot; there are " + SLOTS,
        ),
        (
            "side: vn",
            "side: vn\n    successor: place.a",
            "a.yaml:5: concepts[0].successor: place.a succeeds itself",
        ),
    ],
)
def test_a_contradiction_is_told_where_it_stands(old: str, new: str, said: str) -> None:
    assert load(a=changed(PLACE, old, new)) == said


def test_what_is_sourced_names_a_source() -> None:
    text = changed(PLACE, '    sources:\n      - {address: "https://example.org/a", note: page 3}\n', "")
    assert load(a=text) == "a.yaml:9: concepts[0].confidence: what is sourced names a source"


def test_a_successor_needs_a_last_day() -> None:
    text = changed(PLACE, "    valid: {first: 2020-01-01, last: 2025-06-30}\n", "    successor: place.b\n")
    other = changed(PLACE.replace("place.a", "place.b"), "甲省", "乙省")
    assert load(a=text, b=other) == "a.yaml:8: concepts[0].successor: what has a successor has a last day"


def test_two_concepts_do_not_share_names_on_the_same_days() -> None:
    other = PLACE.replace("place.a", "place.b")
    assert load(a=PLACE, b=other) == (
        "b.yaml:6: concepts[0].vi.preferred: place.b and place.a have the same names on the same days"
    )
    later = changed(other, "{first: 2020-01-01, last: 2025-06-30}", "{first: 2025-07-01}")
    assert len(load_termbase({"a.yaml": PLACE.encode(), "b.yaml": later.encode()}).concepts) == 2


def test_concepts_that_succeed_each_other_are_refused_each() -> None:
    one = changed(PLACE, "side: vn", "side: vn\n    successor: place.b")
    swapped = one.replace("place.a", "place.x").replace("place.b", "place.a").replace("place.x", "place.b")
    other = changed(swapped, "甲省", "乙省")
    assert load(a=one, b=other).split("\n") == [
        "a.yaml:5: concepts[0].successor: place.a succeeds itself",
        "b.yaml:5: concepts[0].successor: place.b succeeds itself",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"Phiên họp lần thứ {n} Nhóm A"}\n        zh: {preferred: "甲组第{n}次会议", vn',
            '"Phiên họp Nhóm A"}\n        zh: {preferred: "甲组会议", vn',
            "m.yaml:7: concepts[0].sessions[0].vi.preferred: a session has a place for its number, {n}",
        ),
        (
            "category: mechanism",
            "category: document",
            "m.yaml:6: concepts[0].sessions: only a mechanism has sessions",
        ),
    ],
)
def test_sessions_are_numbered_and_a_mechanisms(old: str, new: str, said: str) -> None:
    assert load(m=changed(MECHANISM, old, new)).split("\n")[0] == said


@pytest.mark.parametrize("id_", ["a", "Place.a", "place.", "place.Á"])
def test_an_id_is_a_category_and_a_plain_name(id_: str) -> None:
    assert load(a=changed(PLACE, "id: place.a", f"id: {id_}")).startswith("a.yaml:3: concepts[0].id: ")
