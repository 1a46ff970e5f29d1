"""What is laid over compiled forms reads texts as if all of it had been compiled."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from glossary_data import concept
from service.core.languages import Language
from service.exchange.termbase_files import load_termbase
from service.glossary.annotator import Annotator
from service.glossary.concepts import Category, Concept, Termbase
from service.glossary.overlay import termbase_of

DAY = date(2025, 7, 1)
ROOT = Path(__file__).parents[2]
SHIPPED = load_termbase({file.name: file.read_bytes() for file in (ROOT / "glossary").glob("*.yaml")})
SYLLABLES = ("Sở", "tỉnh", "Hà", "hoà", "hòa", "bình", "UBND", "12", "cửa", "khẩu")
CHARACTERS = "省人民委员会口岸合作"


def made(random: Random, number: int) -> Concept:
    vi = " ".join(random.choices(SYLLABLES, k=random.randint(1, 4)))
    zh = "".join(random.choices(CHARACTERS, k=random.randint(2, 5)))
    last = random.choice([None, None, date(2025, 6, 30)])
    one = concept(vi, zh, concept_id=f"document.m{number}", last=last)
    wrong = (" ".join(random.choices(SYLLABLES, k=2)),)
    return replace(one, vi=replace(one.vi, deprecated=wrong, abbreviations=(random.choice(SYLLABLES),)))


def changed(random: Random, before: list[Concept]) -> list[Concept]:
    """Some concepts gone, some with other names, some new; a shipped one with the name of a made one."""
    kept = [one for one in before if not (one.concept_id.startswith("document.m") and random.random() < 0.3)]
    at = random.sample([place for place, one in enumerate(kept) if one.category is Category.DOCUMENT], 4)
    for place in at:
        name = random.choice(kept).vi.preferred.split("{")[0].strip() or "biên bản"
        terms = kept[place].vi
        if "{" not in terms.preferred:
            kept[place] = replace(kept[place], vi=replace(terms, admitted=(*terms.admitted, name)))
    return [*kept, *(made(random, random.randint(1000, 2000)) for _ in range(3))]


def text(random: Random, concepts: list[Concept], language: Language) -> str:
    some = random.sample(concepts, 8)
    words = [
        random.choice([*one.terms(language).recognised, *one.terms(language).deprecated]) for one in some
    ]
    words += random.choices(SYLLABLES if language is Language.VI else CHARACTERS, k=6)
    random.shuffle(words)
    return (" " if language is Language.VI else "").join(
        word.replace("{", "").replace("}", "") for word in words
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_layer_reads_texts_as_what_is_compiled_whole(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same cases in every run
    before = [*SHIPPED.concepts, *(made(random, number) for number in range(40))]
    after = list({one.concept_id: one for one in changed(random, before)}.values())
    base, termbase = Termbase(tuple(before), "1"), termbase_of(after, (), "2")
    found = 0
    for language in Language:
        layered = Annotator(termbase, language, Annotator(base, language))
        whole = Annotator(termbase, language)
        assert (layered.is_whole, whole.is_whole) == (False, True)
        for _ in range(25):
            written = text(random, [*before, *after], language)
            wanted = whole.find(written, DAY)
            assert layered.find(written, DAY) == wanted, written
            found += len(wanted)
    assert found > 200


def test_titles_are_compiled_whole_as_types_of_institutions_give_them_forms() -> None:
    title = next(one for one in SHIPPED.concepts if one.category is Category.TITLE)
    renamed = replace(title, vi=replace(title.vi, admitted=(*title.vi.admitted, "chức danh mới")))
    after = Termbase(tuple(renamed if one is title else one for one in SHIPPED.concepts), "2")
    assert Annotator(after, Language.VI, Annotator(SHIPPED, Language.VI)).is_whole
