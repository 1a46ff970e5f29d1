"""The glossary in memory: what a change does not reach stays compiled, and every office sees its own."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine

from glossary_data import concept
from glossary_work import add_office
from service.actions.live import LiveGlossary
from service.core.languages import Language
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Category, Concept
from service.glossary.store.bulk import add_approved
from service.glossary.store.concepts import approve_pending, save_revision
from service.glossary.store.rows import Saved
from service.glossary.store.versions import next_version

DAY = date(2025, 7, 1)
LEDGER = concept("sổ theo dõi", "登记簿", concept_id="document.so")
OWN = concept("phiếu gửi", "发文单", concept_id="document.phieu")


def approve(engine: Engine, office: int, *concepts: Concept) -> None:
    with unit_of_work(engine, writing=True) as session:
        add_approved(session, office, list(concepts), next_version(session, office, "test"))


def names(live: LiveGlossary, office: int, text: str) -> list[str]:
    found = live.of(office).annotator(Language.VI).find(text, DAY)
    return [one for hit in found for one in hit.concepts]


def test_an_office_whose_concepts_did_not_change_keeps_what_is_compiled(engine: Engine) -> None:
    add_office(engine, 3, "hg", "mai")
    approve(engine, 1, LEDGER)
    approve(engine, 2, OWN)
    approve(engine, 3, replace(OWN, concept_id="document.phieu-hg"))
    live = LiveGlossary(engine)
    before = {office: live.of(office).annotator(Language.VI) for office in (1, 2, 3)}
    approve(engine, 3, concept("công văn", "公函", concept_id="document.cong-van"))
    assert live.refresh()
    after = {office: live.of(office).annotator(Language.VI) for office in (1, 2, 3)}
    assert [before[office] is after[office] for office in (1, 2, 3)] == [True, True, False]
    assert {live.of(office).version for office in (1, 2, 3)} == {live.version}
    assert names(live, 3, "công văn, phiếu gửi, sổ theo dõi") == [
        "document.cong-van",
        "document.phieu-hg",
        "document.so",
    ]
    assert names(live, 2, "công văn, phiếu gửi") == ["document.phieu"]


def test_changes_of_everybody_reach_every_office_one_after_the_other(engine: Engine) -> None:
    approve(engine, 1, LEDGER)
    approve(engine, 2, OWN)
    live = LiveGlossary(engine)
    for number in range(3):
        approve(
            engine,
            1,
            concept(f"biểu mẫu {number}", f"表格{'甲乙丙'[number]}", concept_id=f"document.b{number}"),
        )
        with unit_of_work(engine, writing=True) as session:
            renamed = replace(LEDGER, vi=replace(LEDGER.vi, preferred=f"sổ ghi {number}"))
            save_revision(session, Saved(renamed, None))
            approve_pending(session, "document.so", None, next_version(session, 1, "test"))
        assert live.refresh()
        text = f"biểu mẫu {number}, sổ ghi {number}, phiếu gửi, sổ theo dõi"
        assert names(live, 2, text) == [f"document.b{number}", "document.so", "document.phieu"]
        assert names(live, 1, text) == [f"document.b{number}", "document.so"]
    assert live.of(2).termbase.concepts == LiveGlossary(engine).of(2).termbase.concepts


def test_a_title_that_changes_is_compiled_once_and_not_for_every_office(engine: Engine) -> None:
    add_office(engine, 3, "hg", "mai")
    title = concept("Trưởng phòng", "科长", concept_id="title.truong-phong", category=Category.TITLE)
    approve(engine, 1, LEDGER, title)
    approve(engine, 2, OWN)
    approve(engine, 3, replace(OWN, concept_id="document.phieu-hg"))
    live = LiveGlossary(engine)
    with unit_of_work(engine, writing=True) as session:
        renamed = replace(title, vi=replace(title.vi, preferred="Phụ trách phòng"))
        save_revision(session, Saved(renamed, None))
        approve_pending(session, "title.truong-phong", None, next_version(session, 1, "test"))
    assert live.refresh()
    for language in Language:
        whole = [live.of(office).annotator(language).is_whole for office in (1, 2, 3)]
        assert whole == [True, False, False]
    assert names(live, 2, "Phụ trách phòng, Trưởng phòng, phiếu gửi") == [
        "title.truong-phong",
        "document.phieu",
    ]
    assert live.of(3).termbase.concepts == LiveGlossary(engine).of(3).termbase.concepts
