"""Searching the glossary: 200,000 terms, the first page of fifty, on both databases.

Concepts are made of the syllables and characters of the shipped termbase, each as likely as the others, and
again each as likely as it is there, so that thousands of terms hold the same. Queries are of every kind that
people type: with accents and without, one syllable and several, one to four Han characters, pinyin, initials.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from random import Random
from statistics import median, quantiles

from report import write_section
from sqlalchemy import URL, Engine, text

from service.db.engine import database_url, open_engine
from service.db.unit_of_work import unit_of_work
from service.exchange.termbase_files import load_termbase
from service.glossary.concepts import Category, Concept, Confidence, Terms
from service.glossary.index import list_concepts
from service.glossary.listing import Filters, Wanted
from service.glossary.pinyin import is_han, pinyin_of
from service.glossary.queries import Sort, read_query
from service.glossary.search_keys import tokens_of
from service.glossary.store.bulk import add_approved
from service.glossary.store.versions import next_version
from service.migrations.upgrade import upgrade

_ROOT = Path(__file__).parent.parent
sys.path.append(str(_ROOT / "tests"))
from postgresql import drop_database, new_database, running_postgresql  # noqa: E402 - lives with the tests

_CONCEPTS = 66_667
_QUERIES = 400
_RUNS = 3


def main() -> None:
    """Measure and write the section."""
    lines = [
        "| database | words | terms | load, s | median, ms | p95, ms | slowest, ms |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for words in Words:
        random = Random(6)  # noqa: S311 - the same terms in every run
        concepts = list(make_concepts(random, _CONCEPTS, words))
        queries = list(_queries(random, concepts))
        with tempfile.TemporaryDirectory() as folder:
            lines.append(_row(f"SQLite | {words}", database_url("", Path(folder)), concepts, queries))
        with running_postgresql() as server:
            url = new_database(server)
            lines.append(_row(f"PostgreSQL | {words}", url, concepts, queries))
            drop_database(url, server)
    lines += ["", f"{_QUERIES} queries of every kind, each {_RUNS} times; wall-clock time of a reading unit."]
    write_section("search", "Searching the glossary", lines, ["bienban", "sqlalchemy", "psycopg"])
    print("\n".join(lines))


def _row(name: str, url: URL, concepts: list[Concept], queries: list[str]) -> str:
    upgrade(url)
    engine = open_engine(url)
    start = time.perf_counter()
    with unit_of_work(engine, writing=True) as session:
        add_approved(session, 1, concepts, next_version(session, 1, "bench"))
    load = time.perf_counter() - start
    with unit_of_work(engine, writing=True) as session:
        session.execute(text("ANALYZE"))
    list(_times(engine, queries[:5]))  # the first query of a process compiles its statements
    times = sorted(_times(engine, queries))
    engine.dispose()
    p95 = quantiles(times, n=20)[-1]
    return (
        f"| {name} | {3 * len(concepts):,} | {load:.0f} | {median(times):.1f} | {p95:.1f} | {times[-1]:.1f} |"
    )


def _times(engine: Engine, queries: list[str]) -> Iterator[float]:
    for _ in range(_RUNS):
        for typed in queries:
            start = time.perf_counter()
            with unit_of_work(engine, writing=False) as session:
                page = list_concepts(session, Filters([1, 2]), Wanted(read_query(typed), Sort.MATCH))
            spent = (time.perf_counter() - start) * 1000
            assert page.concepts, typed
            if "-v" in sys.argv:
                print(f"{spent:7.1f} {typed}")
            yield spent


class Words(StrEnum):
    """How often the words of made concepts come."""

    EVEN = "each as often"
    COMMON = "as often as in the shipped termbase"


def make_concepts(random: Random, count: int, words: Words = Words.EVEN) -> Iterator[Concept]:
    """Make concepts of three terms each."""
    termbase = load_termbase({file.name: file.read_bytes() for file in (_ROOT / "glossary").glob("*.yaml")})
    every = [word for one in termbase.concepts for word in one.vi.preferred.split() if "{" not in word]
    letters = [letter for one in termbase.concepts for letter in one.zh.preferred if is_han(letter)]
    syllables, characters = (
        sorted(found if words is Words.COMMON else set(found)) for found in (every, letters)
    )
    for number in range(count):
        vi = " ".join(random.choices(syllables, k=random.randint(2, 6)))
        zh = "".join(random.choices(characters, k=random.randint(3, 8)))
        also = "".join(random.choices(characters, k=random.randint(2, 5)))
        yield Concept(
            f"document.b{number}",
            Category.DOCUMENT,
            Terms(f"{vi} {number % 1000}"),
            Terms(zh, admitted=(also,)),
            confidence=Confidence.HIGH,
        )


def _queries(random: Random, concepts: list[Concept]) -> Iterator[str]:
    for number in range(_QUERIES):
        one = random.choice(concepts)
        words = one.vi.preferred.split()[:-1]
        at = random.randrange(len(words))
        some = words[at : at + random.randint(1, 3)]
        kind = number % 5
        if kind == 0:
            yield " ".join(some)
        elif kind == 1:
            yield " ".join(plain[1:] for _, plain, _ in tokens_of(" ".join(some)))
        elif kind in (2, 3):
            first = random.randrange(len(one.zh.preferred) - 1)
            yield one.zh.preferred[first : first + random.randint(1, 4)]
        else:
            sounds = pinyin_of(one.zh.preferred)
            yield "".join(sounds[:3]) if number % 2 else "".join(sound[0] for sound in sounds[:4])


if __name__ == "__main__":
    main()
