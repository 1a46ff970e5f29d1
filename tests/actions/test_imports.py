"""Files brought in: planned while others write, kept only if nothing that the plan rests on has changed."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from glossary_data import concept
from glossary_work import Desk, approved
from service.actions import glossary_files
from service.actions.glossary_files import PlanNotReady, Submitted, bring_in
from service.actions.work import open_work
from service.db.errors import DatabaseBusy
from service.db.unit_of_work import unit_of_work
from service.exchange.formats import TableChoice
from service.exchange.plan import Choice, Decisions, ImportPlan
from service.exchange.planning import plan_import
from service.glossary.life import State
from service.locale.glossary_words import known_labels


def brought(engine: Engine, text: str, default: Choice | None = None) -> ImportPlan:
    file = Submitted(text.encode(), "new.csv", known_labels(), TableChoice(), Decisions(default))
    with unit_of_work(engine, writing=False) as session:
        return bring_in(open_work(session, "lan", "console"), file)[1]


class Meddling:
    """Somebody who changes the glossary each time a plan was made, so many times."""

    def __init__(self, desk: Desk, times: int) -> None:
        self.desk = desk
        self.left = times
        self.plans = 0
        self.plan = plan_import

    def __call__(self, *args: object) -> ImportPlan:
        planned = self.plan(*args)  # type: ignore[arg-type]
        self.plans += 1
        if self.left:
            self.left -= 1
            # Would wait for the import's lock, were it held while planning.
            self.desk.create(concept(f"danh sách {self.left}", f"名单{'一二三四'[self.left]}"))
        return planned


def test_others_write_while_an_import_is_planned_and_it_is_planned_again(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    meddling = Meddling(Desk(engine, "binh"), 1)
    monkeypatch.setattr(glossary_files, "plan_import", meddling)
    planned = brought(engine, "category,vi.preferred,zh.preferred\ndocument,sổ theo dõi,登记簿\n")
    assert meddling.plans == 2
    (row,) = planned.writes
    assert Desk(engine, "lan").read(row.concept_id or "").newest.state is State.PROPOSED


def test_a_change_of_what_a_row_replaces_is_asked_of_again(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lan, binh = Desk(engine, "lan"), Desk(engine, "binh")
    kept = approved(lan, binh, concept("sổ theo dõi", "登记簿"))
    text = f"id,note\n{kept.concept_id},giấy\n"

    class Noting(Meddling):
        def __call__(self, *args: object) -> ImportPlan:
            planned = self.plan(*args)  # type: ignore[arg-type]
            if self.left:
                self.left -= 1
                self.desk.revise(replace(kept.shown.concept, note="của Bình"))
            return planned

    monkeypatch.setattr(glossary_files, "plan_import", Noting(binh, 1))
    with pytest.raises(PlanNotReady):
        brought(engine, text)
    assert lan.read(kept.concept_id).newest.concept.note == "của Bình"


def test_a_glossary_that_never_rests_is_told_so(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glossary_files, "plan_import", Meddling(Desk(engine, "binh"), 4))
    with pytest.raises(DatabaseBusy):
        brought(engine, "category,vi.preferred,zh.preferred\ndocument,sổ theo dõi,登记簿\n")
