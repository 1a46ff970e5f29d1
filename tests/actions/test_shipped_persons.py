"""People of the shipped termbase in the registry, at the first start and at upgrades."""

from dataclasses import replace

from sqlalchemy import Engine

from glossary_work import Desk
from service.actions.finding_persons import WantedPersons, list_persons
from service.actions.live import Snapshot
from service.actions.persons import revise
from service.actions.posts import Glossaries
from service.actions.shipped_persons import bring_persons
from service.core.languages import Side
from service.glossary.concepts import Category, Concept, Termbase, Terms
from service.minutes.persons.registered import KeptPerson

NING = Concept("person.ning", Category.PERSON, Terms("Vương Ninh"), Terms("王宁"), side=Side.CN)
KHANH = Concept("person.khanh", Category.PERSON, Terms("Đặng Quốc Khánh"), Terms("邓国庆"), side=Side.VN)


def termbase(*concepts: Concept) -> Termbase:
    return Termbase(concepts, "1")


GLOSSARIES = Glossaries(Snapshot(termbase(), 0), Snapshot(termbase(), 0))


def registry(engine: Engine) -> dict[str, KeptPerson]:
    found = Desk(engine, "lan").do(lambda work: list_persons(work, WantedPersons(), GLOSSARIES)).persons
    return {one.concept_id or "": one for one in found}


def test_people_come_once(engine: Engine) -> None:
    assert bring_persons(engine, termbase(NING, KHANH)) == 2
    assert bring_persons(engine, termbase(NING, KHANH)) == 0
    assert sorted(registry(engine)) == ["person.khanh", "person.ning"]


def test_an_upgrade_changes_only_what_nobody_changed_here(engine: Engine) -> None:
    bring_persons(engine, termbase(NING, KHANH))
    mine = registry(engine)["person.ning"]
    content = mine.content.model_copy(update={"latin": "Wang Ning"})
    Desk(engine, "lan").do(lambda work: revise(work, mine.person_id, content, 1, GLOSSARIES))
    newer = [replace(one, zh=Terms("王甯" if one is NING else "邓国慶")) for one in (NING, KHANH)]
    assert bring_persons(engine, termbase(*newer)) == 1
    kept = registry(engine)
    assert (kept["person.ning"].content.zh, kept["person.ning"].content.latin) == ("王宁", "Wang Ning")
    assert (kept["person.khanh"].content.zh, kept["person.khanh"].row_version) == ("邓国慶", 2)
