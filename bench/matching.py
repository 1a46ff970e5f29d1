"""Matching beside its peers: 2k, 20k and 200k terms on a million characters of Vietnamese and of Chinese.

Every one gets the same terms and the same paragraphs, as they come: one inserted term in eight is spelled as
people also spell it (decomposed letters, the other place of the tone, capitals, two spaces, a line break).
What each finds in a sample is held against the slow oracle of the tests: a hit that the oracle does not have
is false, one of the oracle's that is not found is missed; both are wrong. The raw engine searches the text in
lower case for the terms in lower case. flashtext is told the letters of Vietnamese. spaCy cuts with blank
pipelines.
"""

import gc
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple, TypeAlias

import flashtext
import spacy
import yaml
from ahocorasick_rs import AhoCorasick, MatchKind
from report import write_section
from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from service.core.languages import Language
from service.core.tokens import tokenise
from service.glossary.matching import find_terms
from service.glossary.vocabulary import Status, Vocabulary, VocabularyTerm

_ROOT = Path(__file__).parent.parent
sys.path.append(str(_ROOT / "tests"))
from oracle import oracle_hits  # noqa: E402 - the oracle lives with the tests

Spans: TypeAlias = Iterable[tuple[int, int]]
Find: TypeAlias = Callable[[str], Spans]

_DAY = date(2023, 12, 26)
_SIZES = (2_000, 20_000, 200_000)
_CHARACTERS = 1_000_000
_PARAGRAPH = 1_000
_SAMPLE = 20_000
_RUNS = 3
_OURS, _RAW, _FLASHTEXT, _SPACY = "Bienban", "ahocorasick_rs", "flashtext", "spaCy PhraseMatcher"
_OTHER_TONES = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "ùy": "uỳ", "ỏe": "oẻ", "Ủy": "Uỷ"}


class Figures(NamedTuple):
    """What was measured of one matcher."""

    compile_s: float
    characters_per_s: float
    false: int
    missed: int


def main() -> None:
    """Measure and write the section."""
    lines: list[str] = []
    for language in Language:
        for size in _SIZES:
            lines += _rows(language, size)
    table = ["| text | terms | matcher | compile, s | characters a second | of our speed | false | missed |"]
    table += ["|---|--:|---|--:|--:|--:|--:|--:|", *lines, ""]
    table.append(
        f"{_CHARACTERS:,} characters in paragraphs of {_PARAGRAPH:,}; false and missed hits counted in the "
        f"first {_SAMPLE:,} against the oracle. The raw engine knows no syllables, spellings or crossing "
        "terms: it is the ceiling."
    )
    write_section("matching", "Finding terms", table, ["bienban", "ahocorasick-rs", "flashtext", "spacy"])
    print("\n".join(table))


def _rows(language: Language, size: int) -> Iterator[str]:
    random = Random(size)  # noqa: S311 - the same texts in every run
    terms = _terms(language, size, random)
    paragraphs = _paragraphs(language, terms, random)
    sample = paragraphs[: _SAMPLE // _PARAGRAPH]
    controlled = [VocabularyTerm(t, language, t, Status.PREFERRED, "term") for t in terms]
    right = {
        (at, hit.start, hit.end)
        for at, text in enumerate(sample)
        for hit in oracle_hits(text, controlled, _DAY)
    }
    figures: dict[str, Figures] = {}
    for name, build in _MATCHERS.items():
        figures[name] = _measure(lambda build=build: build(terms, language), paragraphs, sample, right)  # type: ignore[misc]
    assert figures[_OURS].false == figures[_OURS].missed == 0
    for name, one in figures.items():
        share = one.characters_per_s / figures[_OURS].characters_per_s
        yield (
            f"| {language} | {size:,} | {name} | {one.compile_s:.2f} | {one.characters_per_s:,.0f} "
            f"| {share:.2f} | {one.false:,} | {one.missed:,} |"
        )
        print(name, size, one)


def _measure(
    build: Callable[[], Find],
    paragraphs: Sequence[str],
    sample: Sequence[str],
    right: set[tuple[int, int, int]],
) -> Figures:
    gc.collect()
    start = time.process_time()
    find = build()
    compile_s = time.process_time() - start
    found = {(at, start, end) for at, text in enumerate(sample) for start, end in find(text)}
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        for text in paragraphs:
            find(text)
        times.append(time.process_time() - start)
    length = sum(map(len, paragraphs))
    return Figures(compile_s, length / median(times), len(found - right), len(right - found))


# The matchers: terms in, a function from text to spans out.


def _ours(terms: Sequence[str], language: Language) -> Find:
    controlled = [VocabularyTerm(text, language, text, Status.PREFERRED, "term") for text in terms]
    vocabulary = Vocabulary.compile(controlled, "bench")
    return lambda text: [(hit.start, hit.end) for hit in find_terms(text, vocabulary, _DAY)]


def _raw_engine(terms: Sequence[str], language: Language) -> Find:
    del language
    engine = AhoCorasick([text.lower() for text in terms], MatchKind.LeftmostLongest, store_patterns=False)
    return lambda text: [(start, end) for _, start, end in engine.find_matches_as_indexes(text.lower())]


def _flashtext(terms: Sequence[str], language: Language) -> Find:
    processor = flashtext.KeywordProcessor(case_sensitive=False)
    if language is Language.VI:
        letters = {letter for text in terms for letter in text if letter.isalnum()}
        processor.set_non_word_boundaries({*processor.non_word_boundaries, *letters})
    processor.add_keywords_from_list(list(terms))
    return lambda text: [(start, end) for _, start, end in processor.extract_keywords(text, span_info=True)]


def _spacy(terms: Sequence[str], language: Language) -> Find:
    pipeline = _pipeline(language)
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("term", [pipeline.make_doc(text) for text in terms])

    def find(text: str) -> Spans:
        spans = filter_spans(matcher(pipeline.make_doc(text), as_spans=True))
        return [(span.start_char, span.end_char) for span in spans]

    return find


def _pipeline(language: Language) -> Pipeline:
    config = {"nlp": {"tokenizer": {"use_pyvi": False}}} if language is Language.VI else {}
    pipeline = spacy.blank(language.value, config=config)
    pipeline.max_length = 2 * _CHARACTERS
    return pipeline


_MATCHERS: dict[str, Callable[[Sequence[str], Language], Find]] = {
    _OURS: _ours,
    _RAW: _raw_engine,
    _FLASHTEXT: _flashtext,
    _SPACY: _spacy,
}


# Terms and texts, from the shipped termbase and the example.


def _terms(language: Language, size: int, random: Random) -> list[str]:
    """Forms of the termbase, then as many made of the words of papers as are wanted."""
    words = _words(language)
    joint = " " if language is Language.VI else ""
    terms = dict.fromkeys(text for text in _strings(_ROOT / "glossary", language) if len(text) > 1)
    while len(terms) < size:
        terms[joint.join(random.choices(words, k=random.randint(2, 5)))] = None
    return list(terms)[:size]


def _paragraphs(language: Language, terms: Sequence[str], random: Random) -> list[str]:
    """Sentences of the papers and of their words, a fifth of the words inside terms."""
    words, sentences = _words(language), _sentences(language)
    joint, stop = (" ", ". ") if language is Language.VI else ("", "。")
    pieces: list[str] = []
    length = 0
    while length < _CHARACTERS:
        free = joint.join(random.choices(words, k=random.randint(4, 12)))
        term = _spelled(random.choice(terms), random)
        after = random.choice(sentences) if random.random() < 0.2 else ""  # noqa: PLR2004 - one in five
        pieces.append(joint.join((free, term)) + stop + after + joint)
        length += len(pieces[-1])
    text = "".join(pieces)[:_CHARACTERS]
    return [text[at : at + _PARAGRAPH] for at in range(0, _CHARACTERS, _PARAGRAPH)]


def _spelled(term: str, random: Random) -> str:
    other = term
    for one, two in _OTHER_TONES.items():
        other = other.replace(one, two)
    spellings = (unicodedata.normalize("NFD", term), other, term.upper(), term.replace(" ", "  "))
    broken = term.replace(" ", "\n", 1) if " " in term else term[:1] + "\n" + term[1:]
    return random.choice((*spellings, broken, *[term] * 35))


def _words(language: Language) -> list[str]:
    tokens = tokenise(" ".join(_strings(_ROOT / "glossary", language) + _sentences(language)))
    found = (tokens.token(at) for at in range(len(tokens.pieces)))
    return sorted({word for word in found if word.isalpha() and (language is Language.VI) != _is_han(word)})


def _sentences(language: Language) -> list[str]:
    return [text for text in _strings(_ROOT / "examples", language) if len(text) > 10]  # noqa: PLR2004


def _strings(folder: Path, language: Language) -> list[str]:
    """Every text in one language in a folder's files."""
    found: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        found += _texts(yaml.safe_load(file.read_text(encoding="utf-8")))
    return [
        text.replace("{place}", "").replace("{short}", "").strip()
        for text in found
        if _is_han(text) == (language is Language.ZH) and (language is Language.ZH or not text.isascii())
    ]


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
    elif isinstance(data, str):
        yield data


def _is_han(text: str) -> bool:
    return any(character >= "\u4e00" for character in text)


if __name__ == "__main__":
    main()
