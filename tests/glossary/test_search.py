"""What people type, and what answers first: one table for both databases, on the shipped termbase."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine

from conftest import KINDS
from glossary_data import concept
from glossary_work import Desk, approved
from postgresql import drop_database, new_database
from service.actions.listing import Listing, list_concepts, suggest
from service.actions.live import LiveGlossary
from service.actions.shipped import bring_shipped
from service.actions.work import open_work
from service.core.languages import Language
from service.db.engine import database_url, open_engine
from service.db.unit_of_work import unit_of_work
from service.exchange.termbase_files import load_termbase
from service.glossary.concepts import Terms
from service.glossary.queries import Sort
from service.migrations.upgrade import upgrade

ROOT = Path(__file__).parents[2]
CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "search.csv").read_text("utf-8").splitlines()))


@pytest.fixture(scope="module", params=KINDS)
def shipped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The shipped termbase in a database of each kind."""
    server: URL | None = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
    url = new_database(server) if server else database_url("", tmp_path_factory.mktemp("search"))
    upgrade(url)
    engine = open_engine(url)
    bring_shipped(
        engine, load_termbase({file.name: file.read_bytes() for file in (ROOT / "glossary").glob("*.yaml")})
    )
    yield engine
    engine.dispose()
    if server:
        drop_database(url, server)


def search(engine: Engine, listing: Listing) -> list[str]:
    with unit_of_work(engine, writing=False) as session:
        page = list_concepts(open_work(session, "lan", "console"), listing)
    return [kept.concept_id for kept in page.concepts]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(CASES) >= 60
    assert len({case["typed"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_what_is_typed_finds_what_is_meant_first(shipped: Engine, case: dict[str, str]) -> None:
    wanted = case["first"].split() if case["first"] != "-" else []
    found = search(shipped, Listing(text=case["typed"]))
    assert found[: max(1, len(wanted))] == wanted, case["rule"]


def test_a_search_is_narrowed_and_sorted_like_a_list(shipped: Engine) -> None:
    found = search(shipped, Listing(text="ha giang", categories=["institution"]))
    assert found == ["institution.bao-ha-giang", "institution.dai-ptth-ha-giang"]
    both = [search(shipped, Listing(text="bí thư", sort=sort)) for sort in (Sort.VI, Sort.ZH)]
    assert set(both[0]) == set(both[1])
    assert both[0] != both[1]


def test_pages_of_a_search_follow_each_other_without_a_gap(shipped: Engine) -> None:
    whole = search(shipped, Listing(text="tinh", most=200))
    assert len(whole) > 20
    seen: list[str] = []
    after = None
    while True:
        with unit_of_work(shipped, writing=False) as session:
            page = list_concepts(
                open_work(session, "lan", "console"), Listing(text="tinh", most=7, after=after)
            )
        seen += [kept.concept_id for kept in page.concepts]
        after = page.after
        if after is None:
            break
    assert seen == whole


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tỉnh Hà Giạng", "tỉnh Hà Giang"),
        ("tinh Điên Biên", "tỉnh Điện Biên"),
        ("会淡纪要", "会谈纪要"),
        ("會談記要", "会谈纪要"),
        ("外事听", "外事厅"),
        ("so ngoai vuu", "Sở Ngoại vụ"),
        ("Sở Ngoại vụu", "Sở Ngoại vụ"),
        ("Ha Gaing", "Hà Giang"),
        ("mèo vạt", "Mèo Vạc"),
        ("Sở Ngoại vụ tỉnh Hà Giang", "Sở Ngoại vụ"),
        ("河江省外事厅厅长", "河江省"),
    ],
)
def test_a_search_without_an_answer_says_what_was_perhaps_meant(
    shipped: Engine, typed: str, meant: str
) -> None:
    assert search(shipped, Listing(text=typed)) == []
    assert meant in suggest(typed, LiveGlossary(shipped).of(2), date(2023, 12, 26))


@pytest.mark.parametrize(
    "typed",
    [
        "'",
        '"',
        "*",
        "a*",
        '"a" OR b',
        "NEAR(a b)",
        "plain : a",
        "a AND",
        "(",
        "-",
        "^a",
        "&|!",
        "a:*",
        "\\",
        "%",
        "_",
    ],
)
def test_signs_of_query_languages_mean_nothing(shipped: Engine, typed: str) -> None:
    search(shipped, Listing(text=typed))


def test_chinese_is_sorted_by_the_reading_that_a_person_gave(engine: Engine) -> None:
    lan, binh = Desk(engine, "lan"), Desk(engine, "binh")
    for vi, zh, reading in (("A", "重庆", None), ("B", "单县", "shàn xiàn"), ("C", "大理", None)):
        one = concept(vi, zh)
        approved(lan, binh, replace(one, zh=replace(one.zh, reading=reading)))
    with unit_of_work(engine, writing=False) as session:
        page = list_concepts(open_work(session, "lan", "console"), Listing(sort=Sort.ZH))
        found = [kept.shown.concept.terms(Language.ZH).preferred for kept in page.concepts]
        typed = list_concepts(open_work(session, "lan", "console"), Listing(text="shanxian"))
    assert found == ["重庆", "大理", "单县"]
    assert [kept.shown.concept.zh.preferred for kept in typed.concepts] == ["单县"]


def test_only_what_is_shown_of_a_concept_is_searched(engine: Engine) -> None:
    lan, binh = Desk(engine, "lan"), Desk(engine, "binh")
    kept = approved(lan, binh, concept("sổ theo dõi", "登记簿"))
    lan.revise(replace(kept.shown.concept, zh=Terms("登记册")))
    assert search(engine, Listing(text="sổ theo dõi")) == [kept.concept_id]
    assert search(engine, Listing(text="登记册")) == []
