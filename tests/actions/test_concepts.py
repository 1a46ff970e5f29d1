"""The life of a concept: four eyes, revisions, what contradicts itself, what others see."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import Engine

from glossary_data import concept
from glossary_work import Desk, add_office, approved
from samples import problems_of
from service.accounts.store import chain, verify_chains
from service.actions import concepts
from service.actions.approvals import approve_all
from service.actions.concepts import ConceptChanged
from service.actions.work import NotAllowed
from service.core.languages import Side
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Category, Collection, Concept, Confidence, Terms
from service.glossary.consistency import ConceptContradicts
from service.glossary.difference import Change
from service.glossary.life import (
    ApproverIsAuthor,
    ConceptUnknown,
    ReasonMissing,
    RevisionUnknown,
    State,
    Step,
    StepNotOpen,
)
from service.glossary.store.versions import current_version


@pytest.fixture
def lan(engine: Engine) -> Desk:
    return Desk(engine, "lan")


@pytest.fixture
def binh(engine: Engine) -> Desk:
    return Desk(engine, "binh")


LEDGER = concept("Sổ theo dõi", "登记簿")


def version(engine: Engine) -> int:
    with unit_of_work(engine, writing=False) as session:
        return current_version(session)


def test_a_new_concept_is_a_draft_under_a_name_of_its_own(lan: Desk, engine: Engine) -> None:
    one, other = lan.create(LEDGER), lan.create(replace(LEDGER, note="x", side=Side.VN))
    assert one.concept_id.startswith("document.so-theo-doi-")
    assert one.concept_id != other.concept_id
    assert (one.current, one.newest.state, one.newest.author) == (None, State.DRAFT, "lan")
    assert version(engine) == 0


def test_a_concept_is_in_force_when_someone_else_approves_it(lan: Desk, binh: Desk, engine: Engine) -> None:
    kept = lan.create(LEDGER)
    lan.step(kept.concept_id, Step.PROPOSE)
    with pytest.raises(ApproverIsAuthor):
        lan.step(kept.concept_id, Step.APPROVE)
    done = binh.step(kept.concept_id, Step.APPROVE)
    assert done.current is not None
    assert (done.current.state, done.current.approver, done.pending) == (State.APPROVED, "binh", None)
    assert (done.current.approved_version, version(engine)) == (1, 1)


def test_what_is_in_force_stays_until_its_change_is_approved(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    changed = replace(kept.shown.concept, zh=Terms("登记册"))
    assert binh.revise(changed).shown.concept.zh.preferred == "登记簿"
    binh.step(kept.concept_id, Step.PROPOSE)
    done = lan.step(kept.concept_id, Step.APPROVE)
    assert done.shown.concept.zh.preferred == "登记册"
    history = lan.do(lambda work: concepts.history(work, kept.concept_id))
    assert [(one.number, one.approved_version, one.superseded_version) for one in history] == [
        (2, 2, None),
        (1, 1, 2),
    ]


def test_who_had_a_hand_in_a_change_does_not_approve_it(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    lan.revise(replace(kept.shown.concept, note="một"))
    binh.revise(replace(kept.shown.concept, note="hai"))
    binh.step(kept.concept_id, Step.PROPOSE)
    for desk in (lan, binh):
        with pytest.raises(ApproverIsAuthor):
            desk.step(kept.concept_id, Step.APPROVE)


def test_who_wrote_what_another_restores_does_not_approve_it(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    lan.revise(replace(kept.shown.concept, note="một"))
    lan.step(kept.concept_id, Step.DISCARD)
    assert binh.restore(kept.concept_id, 2).newest.based_on == 2
    binh.step(kept.concept_id, Step.PROPOSE)
    with pytest.raises(ApproverIsAuthor):
        lan.step(kept.concept_id, Step.APPROVE)
    assert lan.do(approve_all)[0] == 0


def test_the_author_of_what_is_in_force_may_approve_the_next_change(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    binh.revise(replace(kept.shown.concept, note="hai"))
    binh.step(kept.concept_id, Step.PROPOSE)
    assert lan.step(kept.concept_id, Step.APPROVE).shown.concept.note == "hai"


def test_a_rejection_says_why_and_gives_the_draft_back(lan: Desk, binh: Desk) -> None:
    kept = lan.create(LEDGER)
    lan.step(kept.concept_id, Step.PROPOSE)
    with pytest.raises(ReasonMissing):
        binh.step(kept.concept_id, Step.REJECT)
    assert binh.step(kept.concept_id, Step.REJECT, "thiếu nguồn").newest.state is State.DRAFT
    (said,) = lan.do(lambda work: concepts.comments(work, kept.concept_id))
    assert (said.author, said.text, said.number) == ("binh", "thiếu nguồn", 1)


@pytest.mark.parametrize("step", [Step.APPROVE, Step.REJECT, Step.WITHDRAW])
def test_a_draft_is_not_decided_on(lan: Desk, binh: Desk, step: Step) -> None:
    kept = lan.create(LEDGER)
    with pytest.raises(StepNotOpen):
        binh.step(kept.concept_id, step, "vì")


def test_what_is_in_force_has_nothing_to_decide_on(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    with pytest.raises(StepNotOpen):
        lan.step(kept.concept_id, Step.APPROVE)


def test_a_withdrawn_proposal_is_a_draft_again(lan: Desk) -> None:
    kept = lan.create(LEDGER)
    lan.step(kept.concept_id, Step.PROPOSE)
    assert lan.step(kept.concept_id, Step.WITHDRAW).newest.state is State.DRAFT


def test_a_discarded_draft_is_gone_and_what_is_in_force_stays(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    lan.revise(replace(kept.shown.concept, note="x"))
    assert lan.step(kept.concept_id, Step.DISCARD).pending is None
    alone = lan.create(concept("Phiếu gửi", "发文单"))
    seen = alone.row_version
    assert lan.do(lambda work: concepts.take_step(work, alone.concept_id, Step.DISCARD, seen)) is None
    with pytest.raises(ConceptUnknown):
        lan.read(alone.concept_id)


def test_retiring_needs_four_eyes_too_and_can_be_undone(lan: Desk, binh: Desk, engine: Engine) -> None:
    kept = approved(lan, binh, LEDGER)
    lan.retire(kept.concept_id)
    with pytest.raises(ApproverIsAuthor):
        lan.step(kept.concept_id, Step.APPROVE)
    assert binh.step(kept.concept_id, Step.APPROVE).shown.state is State.RETIRED
    assert version(engine) == 2
    with pytest.raises(StepNotOpen):
        lan.retire(kept.concept_id)
    binh.restore(kept.concept_id, 1)
    binh.step(kept.concept_id, Step.PROPOSE)
    assert lan.step(kept.concept_id, Step.APPROVE).shown.state is State.APPROVED


def test_any_two_revisions_are_compared_and_an_earlier_one_restored(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    lan.revise(
        replace(kept.shown.concept, zh=Terms("登记册", admitted=("登记簿",)), confidence=Confidence.LOW)
    )
    changes = lan.do(lambda work: concepts.compare(work, kept.concept_id, 1, 2))
    assert changes == [
        Change("zh.preferred", "登记簿", "登记册"),
        Change("confidence", "high", "low"),
        Change("zh.admitted", None, ["登记簿"]),
    ]
    restored = lan.restore(kept.concept_id, 1)
    assert restored.newest.concept == kept.shown.concept
    assert restored.newest.number == 3
    with pytest.raises(RevisionUnknown):
        lan.restore(kept.concept_id, 9)


def test_the_second_of_two_edits_is_refused_with_what_the_first_one_wrote(lan: Desk, binh: Desk) -> None:
    kept = approved(lan, binh, LEDGER)
    lan.revise(replace(kept.shown.concept, note="một"))
    with pytest.raises(ConceptChanged) as refused:
        binh.do(lambda work: concepts.revise(work, replace(kept.shown.concept, note="hai"), kept.row_version))
    assert refused.value.kept.newest.concept.note == "một"


def test_every_deed_stands_in_the_chain_of_the_persons_office(lan: Desk, binh: Desk, engine: Engine) -> None:
    kept = approved(lan, binh, LEDGER)
    with unit_of_work(engine, writing=False) as session:
        deeds = [(one.actor, one.action, one.object_id) for one in chain(session, 2)]
        assert [one.broken_at for one in verify_chains(session)] == [None, None]
    assert deeds == [
        ("lan", "concept.create", kept.concept_id),
        ("lan", "concept.propose", kept.concept_id),
        ("binh", "concept.approve", kept.concept_id),
    ]


# What contradicts itself.


def wrong(concept: Concept, **changes: object) -> Concept:
    return replace(concept, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        (
            concept("A", "甲", first=date(2023, 2, 1), last=date(2023, 1, 31)),
            "valid.last: the last day 2023-01-31 is before the first, 2023-02-01",
        ),
        (wrong(LEDGER, zh=Terms("甲", deprecated=("甲",))), "zh.deprecated[0]: “甲” is both right and wrong"),
        (
            wrong(LEDGER, vi=Terms("Sổ", admitted=("sổ  Ghi",), deprecated=("Sổ ghi",))),
            "vi.deprecated[0]: “Sổ ghi” is both right and wrong",
        ),
        (
            wrong(LEDGER, vi=Terms("Sổ thoả thuận", deprecated=("sổ thỏa thuận",))),
            "vi.deprecated[0]: “sổ thỏa thuận” is both right and wrong",
        ),
        (wrong(LEDGER, part_of="place.none"), "part_of: there is no concept place.none"),
        (wrong(LEDGER, components=("title.none",)), "components[0]: there is no concept title.none"),
        (wrong(LEDGER, vi=Terms("Sổ {place}")), "zh.preferred: both languages have the same slots"),
        (wrong(LEDGER, confidence=Confidence.SOURCED), "confidence: what is sourced names a source"),
    ],
)
def test_a_concept_that_contradicts_itself_is_refused(lan: Desk, changed: Concept, problem: str) -> None:
    assert problems_of(lambda: lan.create(changed)) == [problem]


def test_two_concepts_with_one_pair_of_names_share_no_day(lan: Desk) -> None:
    first = lan.create(concept("Sở  Nội vụ", "内务厅", last=date(2025, 2, 28)))
    (problem,) = problems_of(lambda: lan.create(concept("sở nội vụ", "内务厅", first=date(2025, 2, 28))))
    assert problem.startswith("vi.preferred: ")
    assert problem.endswith(f"and {first.concept_id} have the same names on the same days")
    lan.create(concept("Sở Nội vụ", "内务厅", first=date(2025, 3, 1)))
    lan.create(concept("Tổ hoà giải", "调解组"))
    (problem,) = problems_of(lambda: lan.create(concept("Tổ hòa giải", "调解组")))
    assert problem.endswith("have the same names on the same days")


def test_successors_do_not_run_in_a_circle(lan: Desk) -> None:
    ids = [lan.create(concept(f"Cơ quan {n}", f"机关{n}号", last=date(2020, 1, 1))).concept_id for n in "ABC"]
    for one, other in pairwise(ids):
        lan.revise(replace(lan.read(one).newest.concept, successor=other))
    last = lan.read(ids[2]).newest.concept
    assert problems_of(lambda: lan.revise(replace(last, successor=ids[0]))) == [
        f"successor: {ids[2]} succeeds itself"
    ]
    assert problems_of(lambda: lan.revise(replace(last, successor=ids[2]))) == [
        f"successor: {ids[2]} succeeds itself"
    ]


def test_a_concept_keeps_its_category(lan: Desk) -> None:
    kept = lan.create(LEDGER)
    with pytest.raises(ConceptContradicts, match="keeps its category"):
        lan.revise(replace(kept.newest.concept, category=Category.LABEL))


def test_names_of_what_was_retired_are_free(lan: Desk, binh: Desk) -> None:
    old = approved(lan, binh, LEDGER)
    lan.retire(old.concept_id)
    binh.step(old.concept_id, Step.APPROVE)
    new = approved(lan, binh, LEDGER)
    assert new.concept_id != old.concept_id
    (problem,) = problems_of(lambda: lan.restore(old.concept_id, 1))
    assert problem.endswith(f"{old.concept_id} and {new.concept_id} have the same names on the same days")


def test_a_link_to_what_is_not_in_force_is_not_approved(lan: Desk, binh: Desk) -> None:
    whole = lan.create(concept("Tỉnh Mới", "新省", category=Category.PLACE))
    part = lan.create(concept("Huyện Mới", "新县", category=Category.PLACE, part_of=whole.concept_id))
    lan.step(part.concept_id, Step.PROPOSE)
    (problem,) = problems_of(lambda: binh.step(part.concept_id, Step.APPROVE))
    assert problem == f"part_of: {whole.concept_id} is not in force yet"
    lan.step(whole.concept_id, Step.PROPOSE)
    binh.step(whole.concept_id, Step.APPROVE)
    assert binh.step(part.concept_id, Step.APPROVE).shown.state is State.APPROVED


# What others see.


def test_an_offices_own_concepts_do_not_exist_for_others(lan: Desk, engine: Engine) -> None:
    mai = add_office(engine, 7, "hg", "mai")
    own = lan.create(replace(LEDGER, collection=Collection.OFFICE))
    assert own.office == "local"
    with pytest.raises(ConceptUnknown, match="there is no concept"):
        mai.read(own.concept_id)


def test_an_office_that_does_not_keep_the_national_collection_reads_it(lan: Desk, engine: Engine) -> None:
    mai = add_office(engine, 7, "hg", "mai")
    kept = lan.create(LEDGER)
    assert mai.read(kept.concept_id).office == "national"
    with pytest.raises(NotAllowed):
        mai.create(LEDGER)
    with pytest.raises(NotAllowed):
        mai.revise(replace(kept.newest.concept, note="x"))
    assert mai.create(replace(LEDGER, collection=Collection.OFFICE)).office == "hg"


def test_a_national_concept_leads_to_national_ones_only(lan: Desk) -> None:
    own = lan.create(concept("Tỉnh Ta", "我省", category=Category.PLACE, collection=Collection.OFFICE))
    assert problems_of(lambda: lan.create(replace(LEDGER, part_of=own.concept_id))) == [
        f"part_of: there is no concept {own.concept_id}"
    ]


def test_what_others_are_made_of_is_not_retired(lan: Desk, binh: Desk) -> None:
    whole = approved(lan, binh, concept("Tỉnh Mới", "新省", category=Category.PLACE))
    part = approved(
        lan, binh, concept("Huyện Mới", "新县", category=Category.PLACE, part_of=whole.concept_id)
    )
    lan.retire(whole.concept_id)
    assert problems_of(lambda: binh.step(whole.concept_id, Step.APPROVE)) == [
        f"{whole.concept_id} is a part of {part.concept_id}; change those first"
    ]
