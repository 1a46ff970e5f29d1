"""Approving many proposals at once: one version, each noted, none of the person's own."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, event

from glossary_data import concept
from glossary_work import Desk, approved
from service.accounts.store import chain, verify_chains
from service.actions.approvals import approve_all
from service.core.message import Message
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Category
from service.glossary.life import KeptConcept, State, Step
from service.glossary.store.versions import current_version


@pytest.fixture
def lan(engine: Engine) -> Desk:
    return Desk(engine, "lan")


@pytest.fixture
def binh(engine: Engine) -> Desk:
    return Desk(engine, "binh")


def propose(desk: Desk, vi: str, zh: str, **more: object) -> KeptConcept:
    kept = desk.create(concept(vi, zh, **more))  # type: ignore[arg-type]
    return desk.step(kept.concept_id, Step.PROPOSE)


def approve(desk: Desk) -> tuple[int, list[Message]]:
    return desk.do(approve_all)


def version(engine: Engine) -> int:
    with unit_of_work(engine, writing=False) as session:
        return current_version(session)


def test_new_concepts_and_changes_come_into_force_as_one_version(
    lan: Desk, binh: Desk, engine: Engine
) -> None:
    old = approved(lan, binh, concept("sổ theo dõi", "登记簿"))
    lan.revise(replace(old.shown.concept, note="giấy"))
    lan.step(old.concept_id, Step.PROPOSE)
    new = propose(lan, "biên bản", "纪要")
    draft = lan.create(concept("danh sách", "名单"))
    assert approve(binh) == (2, [])
    assert version(engine) == 2
    changed, added = lan.read(old.concept_id), lan.read(new.concept_id)
    assert changed.current is not None
    assert (changed.current.concept.note, changed.current.approver, changed.pending) == ("giấy", "binh", None)
    assert changed.row_version == old.row_version + 3
    assert added.current is not None
    assert (added.current.state, added.current.approved_version) == (State.APPROVED, 2)
    assert lan.read(draft.concept_id).current is None
    with unit_of_work(engine, writing=False) as session:
        events = [link for link in chain(session, 2) if link.action == "concept.approve"]
        assert {link.object_id for link in events[1:]} == {old.concept_id, new.concept_id}
        assert all(verdict.broken_at is None for verdict in verify_chains(session))


def test_who_had_a_hand_in_a_proposal_leaves_it_to_others(lan: Desk, binh: Desk, engine: Engine) -> None:
    mine = propose(binh, "sổ theo dõi", "登记簿")
    reworked = lan.create(concept("danh sách", "名单"))
    binh.revise(replace(reworked.newest.concept, note="dài"))
    lan.revise(replace(reworked.newest.concept, note="ngắn"))
    lan.step(reworked.concept_id, Step.PROPOSE)
    done, left = approve(binh)
    assert (done, len(left), version(engine)) == (0, 2, 0)
    assert approve(lan)[0] == 1
    assert lan.read(mine.concept_id).current is not None
    assert lan.read(reworked.concept_id).current is None


def test_what_leads_to_another_proposal_is_approved_after_it(lan: Desk, binh: Desk) -> None:
    inner = propose(lan, "xã Mới", "新乡", category=Category.PLACE)
    outer = propose(lan, "huyện Mới", "新县", category=Category.PLACE)
    lan.revise(replace(inner.newest.concept, part_of=outer.concept_id))
    lan.step(inner.concept_id, Step.PROPOSE)
    assert approve(binh) == (2, [])


def test_what_contradicts_others_is_left_and_said(lan: Desk, binh: Desk, engine: Engine) -> None:
    fine = propose(lan, "biên bản", "纪要")
    outer = lan.create(concept("huyện Mới", "新县", category=Category.PLACE))
    inner = propose(lan, "xã Mới", "新乡", category=Category.PLACE, part_of=outer.concept_id)
    done, left = approve(binh)
    assert (done, [one.values["place"] for one in left]) == (1, [inner.concept_id])
    assert binh.read(fine.concept_id).current is not None
    assert (approve(binh)[0], version(engine)) == (0, 1)


def test_a_life_ends_with_the_others_unless_it_is_needed(lan: Desk, binh: Desk) -> None:
    outer = approved(lan, binh, concept("huyện Mới", "新县", category=Category.PLACE))
    inner = approved(lan, binh, concept("xã Mới", "新乡", category=Category.PLACE, part_of=outer.concept_id))
    lan.retire(outer.concept_id)
    lan.retire(inner.concept_id)
    assert approve(binh) == (2, [])
    states = [lan.read(one.concept_id).shown.state for one in (outer, inner)]
    assert states == [State.RETIRED, State.RETIRED]


def test_the_number_of_questions_does_not_grow_with_the_proposals(
    lan: Desk, binh: Desk, engine: Engine
) -> None:
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    counts, ends = [], []
    for count in (3, 30):
        made = [propose(lan, f"sổ {count} {n}", f"簿{count}{'一' * n}").concept_id for n in range(count)]
        asked.clear()
        assert approve(binh) == (count, [])
        counts.append(len(asked))
        for one in made:
            lan.retire(one)
        asked.clear()
        assert approve(binh) == (count, [])
        ends.append(len(asked))
        assert {lan.read(one).shown.state for one in made} == {State.RETIRED}
    assert counts[1] <= counts[0] + 5
    assert ends[1] <= ends[0] + 5


def test_of_many_lives_those_that_are_needed_go_on(lan: Desk, binh: Desk) -> None:
    outer = approved(lan, binh, concept("huyện Mới", "新县", category=Category.PLACE))
    inner = approved(lan, binh, concept("xã Mới", "新乡", category=Category.PLACE, part_of=outer.concept_id))
    other = approved(lan, binh, concept("xã Cũ", "旧乡", category=Category.PLACE))
    for one in (outer, other):
        lan.retire(one.concept_id)
    (said,) = approve(binh)[1]
    assert str(said) == (
        f"{outer.concept_id}: {outer.concept_id} is a part of {inner.concept_id}; change those first"
    )
    states = [lan.read(one.concept_id).shown.state for one in (outer, inner, other)]
    assert states == [State.APPROVED, State.APPROVED, State.RETIRED]
