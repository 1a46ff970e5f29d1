"""The shipped termbase: loaded once, merged at every upgrade; edits of this place stay."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from glossary_data import concept
from glossary_work import Desk
from samples import ROOT
from service.actions.live import LiveGlossary
from service.actions.shipped import bring_shipped
from service.exchange.termbase_files import load_termbase
from service.glossary.concepts import Concept, Termbase, Terms
from service.glossary.life import State, Step

A = concept("Bản một", "一号", concept_id="document.a")
B = concept("Bản hai", "二号", concept_id="document.b")


@pytest.fixture
def lan(engine: Engine) -> Desk:
    return Desk(engine, "lan")


@pytest.fixture
def binh(engine: Engine) -> Desk:
    return Desk(engine, "binh")


def edit(lan: Desk, binh: Desk, changed: Concept) -> None:
    lan.revise(changed)
    lan.step(changed.concept_id, Step.PROPOSE)
    binh.step(changed.concept_id, Step.APPROVE)


def test_the_first_start_puts_the_shipped_termbase_in_force(engine: Engine) -> None:
    files = {file.name: file.read_bytes() for file in (ROOT / "glossary").glob("*.yaml")}
    shipped = load_termbase(files)
    assert len(bring_shipped(engine, shipped).added) == len(shipped.concepts)
    live = LiveGlossary(engine)
    assert live.version == 1
    assert live.of(2).termbase.concepts == shipped.concepts
    assert bring_shipped(engine, shipped).added == []


def test_an_upgrade_brings_what_was_changed_there_and_keeps_what_was_changed_here(
    lan: Desk, binh: Desk, engine: Engine
) -> None:
    bring_shipped(engine, Termbase((A, B), "1"))
    edit(lan, binh, replace(A, note="của tỉnh"))
    newer = replace(A, zh=Terms("壹号"))
    brought = bring_shipped(engine, Termbase((newer, B), "2"))
    assert [one.concept_id for one in brought.changed] == ["document.a"]
    assert lan.read("document.a").shown.concept == replace(A, zh=Terms("壹号"), note="của tỉnh")
    assert lan.read("document.b").row_version == 1


def test_where_both_changed_one_field_what_comes_is_proposed(lan: Desk, binh: Desk, engine: Engine) -> None:
    bring_shipped(engine, Termbase((A,), "1"))
    edit(lan, binh, replace(A, zh=Terms("此号"), note="của tỉnh"))
    bring_shipped(engine, Termbase((replace(A, zh=Terms("壹号")),), "2"))
    kept = lan.read("document.a")
    assert kept.shown.concept.zh.preferred == "此号"
    assert kept.pending is not None
    assert (kept.pending.state, kept.pending.author) == (State.PROPOSED, None)
    assert kept.pending.concept == replace(A, zh=Terms("壹号"), note="của tỉnh")
    bring_shipped(engine, Termbase((replace(A, zh=Terms("壹号")),), "2"))
    assert lan.read("document.a") == kept


def test_what_is_being_worked_on_waits_for_the_next_start(lan: Desk, binh: Desk, engine: Engine) -> None:
    bring_shipped(engine, Termbase((A,), "1"))
    lan.revise(replace(A, note="đang sửa"))
    newer = Termbase((replace(A, domain="văn thư"),), "2")
    assert bring_shipped(engine, newer).waiting == ["document.a"]
    lan.step("document.a", Step.PROPOSE)
    binh.step("document.a", Step.APPROVE)
    assert len(bring_shipped(engine, newer).changed) == 1
    assert lan.read("document.a").shown.concept == replace(A, note="đang sửa", domain="văn thư")


def test_what_was_retired_here_stays_retired(lan: Desk, binh: Desk, engine: Engine) -> None:
    bring_shipped(engine, Termbase((A,), "1"))
    lan.retire("document.a")
    binh.step("document.a", Step.APPROVE)
    bring_shipped(engine, Termbase((replace(A, domain="x"), B), "2"))
    assert lan.read("document.a").shown.state is State.RETIRED
    assert lan.read("document.b").shown.state is State.APPROVED


def test_what_is_no_longer_shipped_stays(lan: Desk, engine: Engine) -> None:
    bring_shipped(engine, Termbase((A, B), "1"))
    bring_shipped(engine, Termbase((B,), "2"))
    assert lan.read("document.a").shown.state is State.APPROVED
