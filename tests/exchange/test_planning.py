"""The dry run of an import: what each row would do, what waits for a decision, and that it is all or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.format_contract import shipped
from service.core.message import Message
from service.exchange.concept_fields import fields_of
from service.exchange.incoming import ExchangedConcept, Incoming, LegacyText, Reading, Value
from service.exchange.plan import Choice, Decisions, FieldChange, ImportPlan, Outcome, PlanRow
from service.exchange.planning import plan_import
from service.glossary.concepts import Category, Concept, Terms, Validity
from service.glossary.life import State

PLACE: Mapping[str, Value] = {"category": "place", "vi.preferred": "tỉnh A", "zh.preferred": "甲省"}
HELD = Concept(
    "place.tinh-a",
    Category.PLACE,
    Terms("tỉnh A", admitted=("A tỉnh",), deprecated=("tỉnh Ạ",)),
    Terms("甲省"),
    note="A note.",
)


def held(*concepts: Concept, revision: int | None = 3) -> list[ExchangedConcept]:
    return [ExchangedConcept(concept, revision) for concept in concepts or (HELD,)]


def row(number: int = 2, concept_id: str | None = "place.tinh-a", **said: object) -> Incoming:
    stated: Mapping[str, Value] = said.pop("stated", {})  # type: ignore[assignment]
    return Incoming(number, f"a.csv:{number}", concept_id, stated, **said)  # type: ignore[arg-type]


def plan(
    *rows: Incoming, glossary: Sequence[ExchangedConcept] | None = None, decisions: Decisions | None = None
) -> ImportPlan:
    return plan_import(held() if glossary is None else glossary, Reading(rows), decisions or Decisions())


def only(found: ImportPlan) -> PlanRow:
    (one,) = found.rows
    return one


def said(messages: Sequence[Message]) -> list[str]:
    return list(map(str, messages))


def test_a_concept_the_glossary_lacks_is_added_with_every_field() -> None:
    found = plan(row(concept_id=None, stated={**PLACE, "note": "New."}), glossary=[])
    one = only(found)
    assert (one.outcome, one.is_decided, one.concept_id, one.based_on) == (
        Outcome.ADDED,
        True,
        "place.tinh-a",
        None,
    )
    assert one.changes == (
        FieldChange("category", "", "place"),
        FieldChange("vi.preferred", "", "tỉnh A"),
        FieldChange("zh.preferred", "", "甲省"),
        FieldChange("note", "", "New."),
    )
    assert found.is_ready
    assert found.writes == (one,)
    assert one.concept == Concept("place.tinh-a", Category.PLACE, Terms("tỉnh A"), Terms("甲省"), note="New.")


def test_an_id_of_the_file_is_kept_and_a_made_one_is_free() -> None:
    given_id = row(2, "place.tinh-a", stated={**PLACE, "vi.preferred": "tỉnh B", "zh.preferred": "乙省"})
    made = row(3, None, stated=PLACE)
    found = plan(given_id, made, glossary=[])
    assert [one.concept_id for one in found.rows] == ["place.tinh-a", "place.tinh-a-2"]


def test_an_institution_type_is_named_as_the_termbase_names_it() -> None:
    found = plan(
        row(concept_id=None, stated={**PLACE, "category": "institution_type", "vi.preferred": "Sở Đ"})
    )
    assert only(found).concept_id == "type.so-d"


def test_a_change_is_told_field_by_field_and_waits_where_it_overwrites() -> None:
    found = plan(row(stated={"note": "Another.", "domain": "trade"}))
    one = only(found)
    assert (one.outcome, one.is_decided, one.based_on) == (Outcome.CHANGED, False, 3)
    assert one.changes == (FieldChange("note", "A note.", "Another."), FieldChange("domain", "", "trade"))
    assert said(one.reasons) == ["a.csv:2: note: replaces what stands there"]
    assert (found.is_ready, found.writes, one.concept) == (False, (), None)


def test_what_only_adds_needs_no_decision() -> None:
    one = only(plan(row(stated={"domain": "trade", "vi.admitted": ("A tỉnh", "xứ A")})))
    assert (one.outcome, one.is_decided) == (Outcome.CHANGED, True)
    assert one.concept is not None
    assert (one.concept.note, one.concept.vi.admitted) == ("A note.", ("A tỉnh", "xứ A"))


def test_a_decision_for_the_file_the_row_or_the_field_settles_a_change() -> None:
    incoming = row(stated={"note": "Another.", "domain": "trade"})
    for decisions in (
        Decisions(default=Choice.TAKE),
        Decisions(rows={2: Choice.TAKE}),
        Decisions(fields={(2, "note"): Choice.TAKE}),
    ):
        found = plan(incoming, decisions=decisions)
        assert found.is_ready
        (one,) = found.writes
        assert one.concept is not None
        assert (one.concept.note, one.concept.domain) == ("Another.", "trade")


def test_a_field_can_be_kept_and_the_rest_taken() -> None:
    decisions = Decisions(default=Choice.TAKE, fields={(2, "note"): Choice.KEEP})
    one = only(plan(row(stated={"note": "Another.", "domain": "trade"}), decisions=decisions))
    assert [change.field for change in one.changes] == ["domain"]
    assert one.concept is not None
    assert one.concept.note == "A note."


@pytest.mark.parametrize(("key", "value"), [("category", "gate"), ("collection", "office")])
def test_a_concept_keeps_its_category_and_its_collection(key: str, value: str) -> None:
    moved = row(stated={key: value, "domain": "trade"})
    one = only(plan(moved, decisions=Decisions(default=Choice.TAKE)))
    assert one.outcome is Outcome.REFUSED
    assert said(one.reasons)[0] == f"a.csv:2: {key}: a concept keeps its {key}; make a new one"
    one = only(plan(moved, decisions=Decisions(fields={(2, key): Choice.KEEP})))
    assert (one.outcome, [change.field for change in one.changes]) == (Outcome.CHANGED, ["domain"])


def test_a_retired_concept_comes_back_only_by_a_decision() -> None:
    gone = [ExchangedConcept(HELD, 3, State.RETIRED)]
    one = only(plan(row(stated=PLACE), glossary=gone))
    assert (one.outcome, one.is_decided) == (Outcome.CHANGED, False)
    assert said(one.reasons) == ["a.csv:2: place.tinh-a was retired; taking the row proposes it again"]
    one = only(plan(row(stated=PLACE), glossary=gone, decisions=Decisions(default=Choice.TAKE)))
    assert (one.is_decided, one.based_on, one.concept) == (True, 3, HELD)


def test_names_of_a_retired_concept_are_those_of_a_new_one() -> None:
    gone = [ExchangedConcept(HELD, 3, State.RETIRED)]
    one = only(plan(row(concept_id=None, stated=PLACE), glossary=gone))
    assert (one.outcome, one.concept_id, one.is_decided) == (Outcome.ADDED, "place.tinh-a-2", True)


def test_a_retired_concept_is_no_target_of_a_reference() -> None:
    gone = [ExchangedConcept(HELD, 3, State.RETIRED)]
    other = {**PLACE, "vi.preferred": "huyện B", "zh.preferred": "乙县", "part_of": "place.tinh-a"}
    one = only(plan(row(concept_id=None, stated=other), glossary=gone))
    assert said(one.reasons) == ["a.csv:2: part_of: there is no concept place.tinh-a"]


def test_a_decision_on_what_the_file_does_not_have_keeps_it_out() -> None:
    asked = Decisions(
        default=Choice.TAKE,
        rows={7: Choice.KEEP},
        fields={(2, "noet"): Choice.KEEP, (8, "note"): Choice.TAKE},
    )
    found = plan(row(stated={"note": "Another."}), decisions=asked)
    assert said(found.doubts) == [
        "row 7 is none of the file's; correct the decision on it",
        "row 8 is none of the file's; correct the decision on it",
        "“noet” is no field; correct the decision on it",
    ]
    assert not found.is_ready


def test_a_row_that_is_left_out_changes_nothing() -> None:
    found = plan(row(stated={"note": "Another."}), decisions=Decisions(rows={2: Choice.KEEP}))
    assert only(found).outcome is Outcome.UNCHANGED
    assert found.is_ready
    assert found.writes == ()


def test_what_a_row_does_not_say_stays() -> None:
    one = only(plan(row(stated={"vi.preferred": "tỉnh A"})))
    assert (one.outcome, one.changes) == (Outcome.UNCHANGED, ())


def test_only_the_mark_empties_a_field_and_that_waits_for_a_decision() -> None:
    one = only(plan(row(cleared=("note", "vi.admitted"))))
    assert one.changes == (FieldChange("vi.admitted", ("A tỉnh",), ()), FieldChange("note", "A note.", ""))
    assert not one.is_decided
    assert only(plan(row(cleared=("domain",)))).outcome is Outcome.UNCHANGED


def test_the_mark_cannot_empty_what_a_concept_needs() -> None:
    one = only(plan(row(cleared=("zh.preferred",)), decisions=Decisions(default=Choice.TAKE)))
    assert (one.outcome, said(one.reasons)) == (
        Outcome.REFUSED,
        ["a.csv:2: names no term in Simplified Chinese"],
    )


def test_forbidden_terms_only_join_those_that_are_there() -> None:
    one = only(plan(row(stated={"vi.deprecated": ("tỉnh Á",)})))
    assert one.changes == (FieldChange("vi.deprecated", ("tỉnh Ạ",), ("tỉnh Ạ", "tỉnh Á")),)
    assert one.is_decided
    assert only(plan(row(stated={"vi.deprecated": ("tỉnh Ạ",)}))).outcome is Outcome.UNCHANGED


def test_a_forbidden_term_cannot_be_admitted_by_a_file() -> None:
    one = only(
        plan(row(stated={"vi.admitted": ("A tỉnh", "tỉnh Ạ")}), decisions=Decisions(default=Choice.TAKE))
    )
    assert one.outcome is Outcome.REFUSED
    assert said(one.reasons) == ["a.csv:2: vi.deprecated[0]: “tỉnh Ạ” is both right and wrong"]


def test_a_row_without_an_id_is_found_by_its_names() -> None:
    one = only(plan(row(concept_id=None, stated={**PLACE, "vi.preferred": "Tỉnh  A", "domain": "trade"})))
    assert (one.concept_id, one.outcome) == ("place.tinh-a", Outcome.CHANGED)


def test_names_that_can_be_two_concepts_ask_for_an_id() -> None:
    old = Concept(
        "place.b", Category.PLACE, Terms("B"), Terms("乙"), validity=Validity(None, date(2025, 6, 30))
    )
    new = Concept("place.c", Category.PLACE, Terms("B"), Terms("乙"), validity=Validity(date(2025, 7, 1)))
    names: Mapping[str, Value] = {"category": "place", "vi.preferred": "B", "zh.preferred": "乙"}
    one = only(plan(row(concept_id=None, stated=names), glossary=held(old, new)))
    assert (one.outcome, one.is_decided) == (Outcome.CONFLICTING, False)
    assert said(one.reasons) == ["a.csv:2: can be any of place.b, place.c; give its id"]
    dated = row(concept_id=None, stated={**names, "valid.first": "2025-07-01", "note": "x"})
    assert only(plan(dated, glossary=held(old, new))).concept_id == "place.c"


def test_a_change_since_the_export_is_a_conflict_until_it_is_taken() -> None:
    incoming = row(stated={"domain": "trade"}, revision=2)
    one = only(plan(incoming))
    assert (one.outcome, one.is_decided) == (Outcome.CONFLICTING, False)
    assert said(one.reasons) == [
        "a.csv:2: place.tinh-a was changed since: the file knows revision 2, the glossary has 3"
    ]
    taken = only(plan(incoming, decisions=Decisions(rows={2: Choice.TAKE})))
    assert (taken.outcome, taken.based_on, taken.is_decided) == (Outcome.CHANGED, 3, True)
    assert only(plan(row(stated={"note": "A note."}, revision=2))).outcome is Outcome.UNCHANGED


def test_two_rows_of_one_concept_are_a_conflict_until_all_but_one_are_left_out() -> None:
    rows = (row(2, stated={"domain": "trade"}), row(3, None, stated={**PLACE, "domain": "labour"}))
    found = plan(*rows, decisions=Decisions(default=Choice.TAKE))
    assert [one.outcome for one in found.rows] == [Outcome.CONFLICTING, Outcome.CONFLICTING]
    assert said(found.rows[0].reasons) == [
        "a.csv:2: place.tinh-a stands in more than one row; leave out all but one"
    ]
    settled = plan(*rows, decisions=Decisions(rows={2: Choice.KEEP}))
    assert [one.outcome for one in settled.rows] == [Outcome.UNCHANGED, Outcome.CHANGED]
    assert settled.is_ready


def test_a_pair_of_names_that_is_there_already_is_not_added_twice() -> None:
    one = only(plan(row(concept_id="place.other", stated=PLACE), decisions=Decisions(default=Choice.TAKE)))
    assert (one.outcome, one.is_decided) == (Outcome.CONFLICTING, False)
    assert said(one.reasons) == ["a.csv:2: place.other and place.tinh-a have the same names on the same days"]


def test_two_new_rows_with_the_same_names_on_the_same_days_are_a_conflict() -> None:
    found = plan(row(2, None, stated=PLACE), row(3, None, stated=PLACE), glossary=[])
    assert [one.outcome for one in found.rows] == [Outcome.CONFLICTING] * 2


def test_the_same_names_on_other_days_are_another_concept() -> None:
    first = row(2, None, stated={**PLACE, "valid.last": "2025-06-30"})
    then = row(3, None, stated={**PLACE, "valid.first": "2025-07-01"})
    assert plan(first, then, glossary=[]).is_ready


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        (
            {"valid.first": "2025-07-01", "valid.last": "2025-06-30"},
            "valid.last: the last day 2025-06-30 is before the first, 2025-07-01",
        ),
        (
            {"successor": "place.none", "valid.last": "2025-06-30"},
            "successor: there is no concept place.none",
        ),
        (
            {"successor": "place.tinh-a", "valid.last": "2025-06-30"},
            "successor: place.tinh-a succeeds itself",
        ),
        ({"components": ("place.none",)}, "components[0]: there is no concept place.none"),
        ({"vi.search": ("{what}",)}, "vi: “{what}” has an unknown slot; there are "),
    ],
)
def test_a_rule_of_the_glossary_refuses_a_row(stated: Mapping[str, Value], reason: str) -> None:
    one = only(plan(row(stated=stated), decisions=Decisions(default=Choice.TAKE)))
    assert (one.outcome, one.is_decided) == (Outcome.REFUSED, False)
    assert said(one.reasons)[0].startswith(f"a.csv:2: {reason}")


def test_rows_may_refer_to_each_other() -> None:
    stated = {**PLACE, "vi.preferred": "huyện B", "zh.preferred": "乙县", "part_of": "place.new"}
    found = plan(row(2, "place.b", stated=stated), row(3, "place.new", stated=PLACE), glossary=[])
    assert found.is_ready
    circle = row(3, "place.new", stated={**PLACE, "part_of": "place.b"})
    refused = plan(row(2, "place.b", stated=stated), circle, glossary=[])
    assert [one.outcome for one in refused.rows] == [Outcome.REFUSED] * 2


def test_a_row_that_is_left_out_is_no_target_of_a_reference() -> None:
    stated = {**PLACE, "vi.preferred": "huyện B", "zh.preferred": "乙县", "part_of": "place.new"}
    found = plan(
        row(2, "place.b", stated=stated),
        row(3, "place.new", stated=PLACE),
        glossary=[],
        decisions=Decisions(rows={3: Choice.KEEP}),
    )
    assert said(found.rows[0].reasons) == ["a.csv:2: part_of: there is no concept place.new"]


def test_one_refused_row_keeps_the_whole_file_out() -> None:
    good, bad = row(2, stated={"domain": "trade"}), row(3, "place.b", stated={"vi.preferred": "B"})
    found = plan(good, bad)
    assert [one.outcome for one in found.rows] == [Outcome.CHANGED, Outcome.REFUSED]
    assert said(found.rows[1].reasons) == [
        "a.csv:3: names no category",
        "a.csv:3: names no term in Simplified Chinese",
    ]
    assert found.writes == ()
    assert not plan(good, bad, decisions=Decisions(default=Choice.TAKE)).is_ready
    assert len(plan(good, bad, decisions=Decisions(rows={3: Choice.KEEP})).writes) == 1


def test_a_decision_for_the_file_does_not_hide_a_row_that_cannot_be_read() -> None:
    bad = row(problems=(Message("“x” is no day"),))
    assert only(plan(bad, decisions=Decisions(default=Choice.KEEP))).outcome is Outcome.REFUSED
    assert only(plan(bad, decisions=Decisions(rows={2: Choice.KEEP}))).outcome is Outcome.UNCHANGED


def test_a_doubt_about_the_file_keeps_it_out() -> None:
    reading = Reading((row(stated={"domain": "trade"}),), doubts=(Message("read as gb18030"),))
    found = plan_import(held(), reading)
    assert (found.is_ready, found.writes) == (False, ())


def test_text_of_an_old_font_is_taken_converted_or_as_written_and_never_silently() -> None:
    stated = {**PLACE, "vi.preferred": "tỉnh Hà"}
    incoming = row(
        concept_id=None,
        stated=stated,
        doubts=(Message("written in TCVN3"),),
        legacy=LegacyText("TCVN3", {"vi.preferred": "tØnh Hµ"}),
    )
    waiting = only(plan(incoming, glossary=[]))
    assert (waiting.outcome, waiting.is_decided) == (Outcome.ADDED, False)
    for choice, text in ((Choice.TAKE, "tỉnh Hà"), (Choice.AS_WRITTEN, "tØnh Hµ")):
        one = only(plan(incoming, glossary=[], decisions=Decisions(rows={2: choice})))
        assert one.concept is not None
        assert one.concept.vi.preferred == text


def test_text_of_an_old_font_that_stands_there_already_is_left_as_it_is() -> None:
    legacy = LegacyText("TCVN3", {"note": "Th«ng b¸o"})
    brought = row(stated={"note": "Thông báo"}, legacy=legacy, doubts=(Message("old font"),))
    written = held(replace(HELD, note="Th«ng b¸o"))
    one = only(plan(brought, glossary=written))
    assert (one.outcome, one.is_decided, one.reasons) == (Outcome.UNCHANGED, True, ())


def test_a_category_can_be_given_for_rows_that_name_none() -> None:
    bare = {key: value for key, value in PLACE.items() if key != "category"}
    assert only(plan(row(concept_id=None, stated=bare), glossary=[])).outcome is Outcome.REFUSED
    one = only(
        plan(row(concept_id=None, stated=bare), glossary=[], decisions=Decisions(category=Category.EVENT))
    )
    assert (one.outcome, one.concept_id) == (Outcome.ADDED, "event.tinh-a")
    matched = only(plan(row(concept_id=None, stated=bare), decisions=Decisions(category=Category.EVENT)))
    assert matched.outcome is Outcome.UNCHANGED


def test_gi_glos_17_the_same_names_on_overlapping_days_are_never_both_taken() -> None:
    first = row(2, None, stated={**PLACE, "valid.last": "2025-07-01"})
    then = row(3, None, stated={**PLACE, "valid.first": "2025-07-01"})
    found = plan(first, then, glossary=[], decisions=Decisions(default=Choice.TAKE))
    assert [one.outcome for one in found.rows] == [Outcome.CONFLICTING] * 2


@pytest.mark.parametrize(
    "forged", ["tỉnh А", "tỉnh Ａ", "TỈNH\u00a0Α"], ids=["Cyrillic", "full width", "Greek"]
)
def test_gi_glos_18_a_term_that_only_looks_like_another_waits_for_a_decision(forged: str) -> None:
    stated = {**PLACE, "vi.preferred": forged, "zh.preferred": "丙省"}
    one = only(plan(row(concept_id=None, stated=stated)))
    assert (one.outcome, one.is_decided) == (Outcome.ADDED, False)
    assert said(one.reasons) == [f"a.csv:2: “{forged}” looks like a term of place.tinh-a"]


def test_gi_glos_18_two_rows_of_one_file_that_look_alike_both_wait() -> None:
    first = row(2, None, stated={**PLACE, "vi.preferred": "xã B", "zh.preferred": "乙"})
    then = row(3, None, stated={**PLACE, "vi.preferred": "xã В", "zh.preferred": "丙"})
    found = plan(first, then, glossary=[])
    assert [one.is_decided for one in found.rows] == [False, False]
    assert plan(first, then, glossary=[], decisions=Decisions(default=Choice.TAKE)).is_ready


def test_gi_glos_18_a_renamed_concept_that_looks_like_another_waits() -> None:
    other = Concept("place.b", Category.PLACE, Terms("xã B"), Terms("乙"))
    one = only(plan(row(stated={"vi.preferred": "xã В"}), glossary=held(HELD, other)))
    assert said(one.reasons)[-1] == "a.csv:2: “xã В” looks like a term of place.b"


def test_gi_glos_18_a_term_that_differs_in_case_alone_is_told() -> None:
    one = only(plan(row(concept_id=None, stated={**PLACE, "vi.preferred": "TỈNH A", "zh.preferred": "丙省"})))
    assert said(one.notes) == ["a.csv:2: place.tinh-a has the term “TỈNH A” too"]


def test_gi_glos_19_a_plan_gives_all_rows_to_write_or_none() -> None:
    rows = [
        row(number, f"place.p{number}", stated={**PLACE, "vi.preferred": f"P{number}"})
        for number in range(2, 30)
    ]
    assert len(plan(*rows, glossary=[]).writes) == 28
    assert plan(*rows, row(30, "place.bad", stated={"vi.preferred": "x"}), glossary=[]).writes == ()


# A small world in which rows meet each other: few ids, few names, few texts.
_names = st.sampled_from(["A", "B", "C", "a"])
_stated = st.fixed_dictionaries(
    {},
    optional={
        "category": st.sampled_from(["place", "role"]),
        "vi.preferred": _names,
        "zh.preferred": st.sampled_from(["甲", "乙", "丙"]),
        "vi.admitted": st.lists(st.sampled_from(["D", "E"]), unique=True).map(tuple),
        "vi.deprecated": st.lists(st.sampled_from(["X", "Y"]), unique=True).map(tuple),
        "note": st.sampled_from(["one", "two"]),
        "confirm": st.sampled_from(["yes", "no"]),
        "valid.last": st.just("2025-06-30"),
        "collection": st.sampled_from(["national", "office"]),
    },
)
_rows = st.lists(
    st.builds(
        lambda concept_id, stated, cleared, revision: Incoming(0, "", concept_id, stated, cleared, revision),
        st.none() | st.sampled_from(["place.a", "place.b", "place.c"]),
        _stated,
        st.sampled_from([(), ("note",), ("vi.admitted", "vi.deprecated")]),
        st.none() | st.integers(1, 3),
    ),
    max_size=5,
).map(lambda rows: tuple(Incoming(at, f"a:{at}", *_plain(one)) for at, one in enumerate(rows, start=2)))
_glossaries = st.lists(
    st.builds(
        lambda name, vi, zh, note: Concept(name, Category.PLACE, Terms(vi), Terms(zh), note=note),
        st.sampled_from(["place.a", "place.b"]),
        _names,
        st.sampled_from(["甲", "乙"]),
        st.sampled_from(["", "one"]),
    ),
    max_size=2,
    unique_by=(lambda one: one.concept_id, lambda one: (one.vi.preferred.lower(), one.zh.preferred)),
)


def _plain(one: Incoming) -> tuple[str | None, Mapping[str, Value], tuple[str, ...], int | None]:
    return one.concept_id, one.stated, one.cleared, one.revision


def after(glossary: Sequence[ExchangedConcept], found: ImportPlan) -> list[ExchangedConcept]:
    """The glossary once a plan is written."""
    written = {one.concept_id: one for one in found.writes}
    kept = [one for one in glossary if one.concept.concept_id not in written]
    return kept + [
        ExchangedConcept(one.concept, (one.based_on or 0) + 1)
        for one in written.values()
        if one.concept is not None
    ]


@given(_glossaries, _rows)
def test_repeating_an_import_changes_nothing(concepts: list[Concept], rows: tuple[Incoming, ...]) -> None:
    glossary, taking = held(*concepts, revision=2) if concepts else [], Decisions(default=Choice.TAKE)
    first = plan(*rows, glossary=glossary, decisions=taking)
    bad = {one.number: Choice.KEEP for one in first.undecided}
    decisions = Decisions(Choice.TAKE, bad)
    settled = plan(*rows, glossary=glossary, decisions=decisions)
    again = plan(*rows, glossary=after(glossary, settled), decisions=decisions)
    if settled.is_ready:
        assert {one.outcome for one in again.rows} <= {Outcome.UNCHANGED}
        assert again.writes == ()


@given(_glossaries, _rows)
def test_without_a_decision_nothing_that_stands_is_lost(
    concepts: list[Concept], rows: tuple[Incoming, ...]
) -> None:
    glossary = held(*concepts, revision=2) if concepts else []
    result = {
        one.concept.concept_id: fields_of(one.concept)
        for one in after(glossary, plan(*rows, glossary=glossary))
    }
    for one in glossary:
        for key, value in fields_of(one.concept).items():
            found = result[one.concept.concept_id][key]
            assert found == value if isinstance(value, str) else set(value) <= set(found)


def test_fifty_rows_of_the_shipped_termbase_changed_are_fifty_changes() -> None:
    rows = [
        row(at, one.concept.concept_id, stated={"domain": "new"}, revision=3)
        for at, one in enumerate(shipped()[:50], start=2)
    ]
    found = plan(*rows, glossary=shipped())
    assert found.counts[Outcome.CHANGED] == 50
    assert found.is_ready
