"""Matching beside the slow oracle: 12,000 random texts and vocabularies, no difference."""

import unicodedata
from datetime import date
from random import Random

import pytest

from oracle import OracleHit, oracle_hits
from service.core.languages import Language
from service.glossary.concepts import Validity
from service.glossary.matching import find_terms
from service.glossary.vocabulary import Status, Vocabulary, VocabularyTerm

DAY = date(2025, 7, 1)
BATCHES = 24
CASES_OF_A_BATCH = 500

# Few words, so that terms nest, cross and fold alike; each word in its spellings.
SYLLABLES = (
    ("hòa", "hoà", "HÒA", "Hoà"),
    ("thủy", "thuỷ", "Thuỷ"),
    ("quý", "quí", "qúy", "QUÝ"),
    ("kỹ",),
    ("kĩ",),
    ("Sở", "sở", "SỞ"),
    ("nhất",),
    ("thống", "Thống"),
)
LATIN = (("UBND", "Ubnd", "ubnd"), ("12",), ("1234",), ("198/2",), ("12.5",), ("VN", "vn"))
HAN = tuple((character,) for character in "省人民委员会〇")
MARKS = (("-", "–", "—", "——"), (",",), (".",), ("。",), ("、",), ("“",))
SPACES = (" ", " ", " ", "  ", "\n", "\u00a0", " \n ", "\u3000")
VALIDITIES = (
    Validity(),
    Validity(),
    Validity(last=date(2025, 6, 30)),
    Validity(first=date(2025, 7, 1)),
    Validity(first=date(2026, 1, 1)),
)


def random_words(random: Random, most: int, language: Language) -> list[str]:
    own = SYLLABLES if language is Language.VI else HAN
    pools = random.choices((own, LATIN, MARKS), (8, 1, 1), k=random.randint(1, most))
    return [random.choice(random.choice(pool)) for pool in pools]


def write(random: Random, words: list[str], language: Language) -> str:
    """Join words as people do and do not: Chinese without space, marks with or without."""
    text = ""
    for word in words:
        free = not word.isalnum() or language is Language.ZH or not text[-1:].isalnum()
        text += ("" if free and random.random() < 0.7 else random.choice(SPACES)) + word
    return text


def random_term(random: Random, number: int) -> VocabularyTerm:
    language = random.choice(list(Language))
    return VocabularyTerm(
        text=write(random, random_words(random, 4, language), language),
        language=language,
        concept_id=f"concept.{number}",
        status=random.choice(list(Status)),
        kind=random.choice(("place", "title")),
        validity=random.choice(VALIDITIES),
        case_sensitive=random.random() < 0.2,
    )


def random_text(random: Random, terms: list[VocabularyTerm]) -> str:
    language = random.choice(list(Language))
    pieces = random_words(random, 12, language)
    for term in random.sample(terms, min(len(terms), 2)):
        pieces.insert(random.randint(0, len(pieces)), random.choice((term.text, term.text.upper())))
    text = random.choice(("", " ", "\n")) + write(random, pieces, language) + random.choice(("", " "))
    return unicodedata.normalize(random.choice(("NFC", "NFD")), text)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_hits_are_those_of_the_oracle(batch: int) -> None:
    random = Random(batch)  # noqa: S311 - the same cases in every run
    found = 0
    for case in range(CASES_OF_A_BATCH):
        terms = [random_term(random, number) for number in range(random.randint(1, 9))]
        text = random_text(random, terms)
        hits = find_terms(text, Vocabulary.compile(terms, "1"), DAY)
        ours = [OracleHit(hit.start, hit.end, frozenset(hit.readings)) for hit in hits]
        assert ours == oracle_hits(text, terms, DAY), (batch, case, text, terms)
        found += len(hits)
    assert found > CASES_OF_A_BATCH  # the texts hold something to find
