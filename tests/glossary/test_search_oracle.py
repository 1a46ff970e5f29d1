"""Searches compared with a slow reading of every term: the same concepts in the same order, page by page."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import Engine

from glossary_data import concept
from service.core.languages import Language
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Concept, Terms
from service.glossary.forms import Form, forms_of
from service.glossary.index import list_concepts
from service.glossary.listing import Filters, Wanted
from service.glossary.pinyin import pinyin_of
from service.glossary.queries import Query, Sort, read_query
from service.glossary.search_keys import keys_of, tokens_of
from service.glossary.sort_keys import vi_sort_key, zh_sort_key
from service.glossary.store.bulk import add_approved
from service.glossary.store.versions import next_version

# Few words, so that many terms hold the same ones in every order; some differ in accents or đ alone.
SYLLABLES = (
    "tỉnh",
    "tinh",
    "tình",
    "Hà",
    "Hạ",
    "ha",
    "Giang",
    "giáng",
    "đông",
    "dong",
    "Đồng",
    "kỹ",
    "kĩ",
    "12",
    "2",
    "UBND",
    "bản",
)
CHARACTERS = "会会会河江省东冬動动边a"
STATUSES = ["preferred", "admitted", "abbreviation", "search", "deprecated"]


def words(random: Random) -> str:
    return " ".join(random.choices(SYLLABLES, k=random.randint(1, 6)))


def han(random: Random) -> str:
    return "".join(random.choices(CHARACTERS, k=random.randint(1, 7)))


def concepts(random: Random, count: int) -> list[Concept]:
    made = []
    for number in range(count):
        one = concept(words(random), han(random), concept_id=f"document.n{number}")
        vi = replace(one.vi, admitted=(words(random),), search=(han(random),) if number % 9 == 0 else ())
        zh = replace(one.zh, abbreviations=(han(random),), deprecated=(han(random), words(random)))
        made.append(replace(one, vi=vi, zh=zh))
    long = concept(" ".join(["tỉnh", "biên"] * 30), "会议" * 60, concept_id="document.long")
    read = concept("bản", "重庆河", concept_id="document.read")
    return [*made, long, replace(read, zh=Terms("重庆河", reading="zhòng qìng hé"))]


def typed(random: Random, kept: list[Concept]) -> str:
    """What a person may type to find one of some concepts, or nothing."""
    form = random.choice(forms_of(random.choice(kept)))
    if form.language is Language.ZH and random.random() < 0.5:
        sounds = pinyin_of("".join(letter for letter in form.text if letter > "z"))[: random.randint(1, 4)]
        return (
            random.choice(["", " "]).join(sounds) if random.random() < 0.6 else "".join(s[0] for s in sounds)
        )
    parts = form.text.split() if " " in form.text else list(form.text)
    start = random.randrange(len(parts))
    some = parts[start : start + random.randint(1, 4)]
    if random.random() < 0.5:
        some = [plain[1:] if plain[0] == "v" else part for part in some for _, plain, _ in tokens_of(part)]
    text = (" " if " " in form.text else "").join(some)
    return text[: random.randint(1, len(text))] if random.random() < 0.3 and text else text


def holds(keys: str, phrase: tuple[str, ...], *, begun: bool) -> bool:
    tokens = keys.split()
    for at in range(len(tokens) - len(phrase) + 1):
        there = tokens[at : at + len(phrase)]
        if there[:-1] == list(phrase[:-1]):
            last = there[-1].startswith(phrase[-1]) if begun else there[-1] == phrase[-1]
            if last:
                return True
    return False


def answers(form: Form, query: Query) -> bool:
    keys = keys_of(form.text, form.reading)
    written = holds(keys.plain, query.plain, begun=query.is_begun)
    for run in query.exact:
        is_last = query.ends_exact and run is query.exact[-1]
        written = written and holds(keys.exact, run, begun=query.is_begun and is_last)
    for start in query.with_d:
        written = written and any(
            token[2:].startswith(start) for token in keys.exact.split() if token[0] == "v"
        )
    spoken = any(
        holds(keys.pinyin, way, begun=way is query.spoken[0] and sum(map(len, way)) >= 4)
        for way in query.spoken
    )
    return written or spoken or bool(query.initials and holds(keys.initials, query.initials, begun=False))


def rank(form: Form, query: Query) -> int:
    keys = keys_of(form.text, form.reading)
    plain = " ".join(query.plain)
    if keys.plain == plain:
        answer = 0
    elif keys.pinyin.split() in [list(way) for way in query.spoken]:
        answer = 1
    elif query.initials and keys.initials.split() == list(query.initials):
        answer = 2
    elif keys.plain.startswith(plain if query.is_begun else plain + " "):
        answer = 3
    else:
        answer = 5 if form.language is Language.ZH and plain.startswith("v") else 4
    return answer * 1000 + min(len(form.text), 99) * 10 + STATUSES.index(form.status)


def slowly(kept: list[Concept], query: Query, sort: Sort) -> list[str]:
    found = []
    for number, one in enumerate(kept):
        ranks = [rank(form, query) for form in forms_of(one) if answers(form, query)]
        vi, zh = vi_sort_key(one.vi.preferred), zh_sort_key(one.zh.preferred, one.zh.reading)
        if ranks:
            key = (min(ranks), vi) if sort is Sort.MATCH else (0, vi if sort is Sort.VI else zh)
            found.append((*key, number, one.concept_id))
    return [concept_id for *_, concept_id in sorted(found)]


def pages(engine: Engine, query: Query, sort: Sort, most: int) -> Iterator[str]:
    after = None
    with unit_of_work(engine, writing=False) as session:
        while True:
            page = list_concepts(session, Filters([1, 2]), Wanted(query, sort, after, most))
            yield from (kept.concept_id for kept in page.concepts)
            after = page.after
            if after is None:
                return


@pytest.mark.parametrize(("at_once", "seed"), [(1500, 1), (3, 2), (20, 3)])
def test_a_search_finds_what_a_slow_reading_of_every_term_finds(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, at_once: int, seed: int
) -> None:
    monkeypatch.setattr("service.glossary.index._MOST_AT_ONCE", at_once)
    random = Random(seed)  # noqa: S311 - the same in every run
    kept = concepts(random, 120)
    with unit_of_work(engine, writing=True) as session:
        add_approved(session, 1, kept, next_version(session, 1, "test"))
    answered = 0
    for _ in range(50):
        text = typed(random, kept)
        query = read_query(text)
        if query is None:
            continue
        sort = random.choice([Sort.MATCH, Sort.MATCH, Sort.MATCH, Sort.VI, Sort.ZH])
        wanted = slowly(kept, query, sort)
        assert list(pages(engine, query, sort, random.choice([7, 50]))) == wanted, (text, sort)
        answered += bool(wanted)
    assert answered > 30
