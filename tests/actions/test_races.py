"""People at work at the same moment, on both databases: nothing is lost, nothing is in force twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from glossary_data import concept
from glossary_work import Desk, approved
from racing import at_once
from service.accounts.store import verify_chains
from service.actions import concepts
from service.actions.concepts import ConceptChanged
from service.db.unit_of_work import unit_of_work
from service.glossary.consistency import ConceptContradicts
from service.glossary.life import Step
from service.glossary.store.versions import current_version


@pytest.fixture
def lan(engine: Engine) -> Desk:
    return Desk(engine, "lan")


@pytest.fixture
def binh(engine: Engine) -> Desk:
    return Desk(engine, "binh")


def test_of_many_edits_of_one_state_one_is_kept(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, concept("sổ theo dõi", "登记簿"))

    def edit(desk: Desk, note: str) -> Callable[[], object]:
        changed = replace(kept.shown.concept, note=note)
        return lambda: desk.do(lambda work: concepts.revise(work, changed, kept.row_version))

    ends = at_once(*(edit(desk, f"{desk.handle} {turn}") for turn in range(3) for desk in (lan, binh)))
    assert sorted(map(str, ends)) == sorted([*(5 * [str(ConceptChanged)]), "None"])
    assert lan.read(kept.concept_id).row_version == kept.row_version + 1


def test_every_approved_change_has_a_version_of_its_own(lan: Desk, binh: Desk, engine: Engine) -> None:
    ids = [lan.create(concept(f"mẫu {number}", f"表格{number}号")).concept_id for number in range(8)]
    for one in ids:
        lan.step(one, Step.PROPOSE)
    assert at_once(*(lambda one=one: binh.step(one, Step.APPROVE) for one in ids)) == [None] * 8
    found = sorted(kept.current.approved_version or 0 for kept in map(lan.read, ids) if kept.current)
    assert found == [1, 2, 3, 4, 5, 6, 7, 8]
    with unit_of_work(engine, writing=False) as session:
        assert current_version(session) == 8
        assert [one.broken_at for one in verify_chains(session)] == [None, None]


def test_of_two_concepts_with_one_pair_of_names_one_is_kept(lan: Desk, binh: Desk) -> None:
    twin = concept("sổ theo dõi", "登记簿")
    ends = at_once(*(lambda desk=desk: desk.create(twin) for desk in (lan, binh) for _ in range(4)))
    assert sorted(map(str, ends)) == sorted([*(7 * [str(ConceptContradicts)]), "None"])


def test_successors_that_are_named_at_once_make_no_circle(lan: Desk, binh: Desk) -> None:
    last = date(2020, 1, 1)
    made = [approved(lan, binh, concept(f"cơ quan {n}", f"机关{n}号", last=last)) for n in "ABCD"]

    def name_next(place: int) -> Callable[[], object]:
        one, other = made[place], made[(place + 1) % len(made)]
        return lambda: lan.revise(replace(one.shown.concept, successor=other.concept_id))

    ends = at_once(*map(name_next, range(len(made))))
    assert sorted(map(str, ends)) == sorted([str(ConceptContradicts), *(3 * ["None"])])
