"""Reading a text with the termbase: every controlled name, with what it is called in the other language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from service.core.languages import Language
from service.core.tokens import Tokens, fold_tokens, tokenise
from service.glossary.concepts import Category, Concept, Termbase
from service.glossary.matching import Found, find_candidates
from service.glossary.named import Named, Place, bare_name
from service.glossary.phrasebook import Phrasebook
from service.glossary.phrases import Phrase, find_phrases
from service.glossary.spans import Choice, Rank, Span
from service.glossary.vocabulary import Reading, Status, Vocabulary
from service.glossary.written_forms import compile_vocabulary, layer_vocabulary, type_titles

_PARAGRAPH_END = re.compile(r"\n\s*\n|\r\n\s*\r\n|[\u2029\x0c]")


class _Candidate(NamedTuple):
    """A find among tokens, with what is told of it."""

    span: Span
    concepts: tuple[str, ...]
    status: Status
    kind: str
    is_valid: bool
    equivalents: tuple[str, ...]
    right: tuple[str, ...]


class FoundName(NamedTuple):
    """A controlled name in a text.

    Attributes:
        start: Its first character, in code points of the text as it came.
        end: The character after its last.
        text: The name as the text has it.
        concepts: Ids of the concepts it can mean, of a composed name those of its parts.
        status: What the form is to its concept.
        kind: `place`, `position`, `session` or another category.
        is_valid: Whether it is right on the day.
        equivalents: What it is called in the other language.
        right: What it is called in its own language, preferred form.
    """

    start: int
    end: int
    text: str
    concepts: tuple[str, ...]
    status: Status
    kind: str
    is_valid: bool
    equivalents: tuple[str, ...]
    right: tuple[str, ...]

    def as_data(self) -> dict[str, object]:
        """The find as plain data, for programs."""
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "concepts": list(self.concepts),
            "status": self.status.value,
            "kind": self.kind,
            "valid": self.is_valid,
            "equivalents": list(self.equivalents),
        }


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _PARAGRAPH_END.finditer(text):
        yield start, text[start : end.start()]
        start = end.end()
    yield start, text[start:]


class Annotator:
    """Reads texts of one language with one termbase. Immutable."""

    def __init__(self, termbase: Termbase, language: Language, base: "Annotator | None" = None) -> None:
        """Compile the termbase.

        Args:
            termbase: The names.
            language: The language of the texts.
            base: One of another termbase that is much the same: what did not change is not compiled again.
        """
        self._termbase = termbase
        self._other = language.other
        layer = base.layer(termbase, language) if base else None
        self.is_whole = layer is None
        """Whether all of it was compiled, so that it can be a base itself."""
        self._vocabulary: Vocabulary = layer or compile_vocabulary(termbase, language)
        self._book = Phrasebook(termbase, language)

    def layer(self, termbase: Termbase, language: Language) -> Vocabulary | None:
        """The forms of a termbase laid over this one's; None where they are better compiled."""
        return layer_vocabulary(self._vocabulary, self._termbase, termbase, language)

    def annotate(self, text: str, as_of: date) -> list[dict[str, object]]:
        """Find every controlled name of a text, as plain data; `find` says what."""
        return [found.as_data() for found in self.find(text, as_of)]

    def find(self, text: str, as_of: date) -> list[FoundName]:
        """Find every controlled name of a text.

        Args:
            text: Any normal form; paragraphs are parted by an empty line.
            as_of: The day on which names must be right.

        Returns:
            In reading order.
        """
        found: list[FoundName] = []
        for start, paragraph in _paragraphs(text):
            tokens = tokenise(paragraph)
            for one in self._find(tokens, as_of):
                first, last = tokens.span(one.span.first, one.span.last)
                written = paragraph[first:last]
                found.append(FoundName(start + first, start + last, written, one.concepts, *one[2:]))
        return found

    def _find(self, tokens: Tokens, as_of: date) -> list[_Candidate]:
        listed = [self._of_found(one, tokens) for one in find_candidates(tokens, self._vocabulary, as_of)]
        composed = [self._of_phrase(one) for one in find_phrases(tokens, self._book, as_of)]
        if self._other is Language.ZH:
            listed = _not_across(listed, _standing(composed))
        return _standing([*listed, *composed])

    def _of_found(self, found: Found, tokens: Tokens) -> _Candidate:
        written = fold_tokens(tokens.pieces[found.span.first : found.span.last])
        told = [one for one in found.readings if one.is_valid] or list(found.readings)
        best = min(told, key=lambda one: list(Status).index(one.status))
        return _Candidate(
            found.span,
            _each_once(one.concept_id for one in told),
            best.status,
            best.kind,
            best.is_valid,
            _each_once(text for one in told for text in self._equivalents(one, written)),
            _each_once(self._right(one) for one in told),
        )

    def _equivalents(self, reading: Reading, written: Sequence[str]) -> Sequence[str]:
        concept = self._termbase.by_id[reading.concept_id]
        terms, own = concept.terms(self._other), concept.terms(self._other.other)
        if own.short and terms.short and fold_tokens(tokenise(own.short).pieces) == written:
            return (terms.short,)  # Hà Giang is 河江, tỉnh Hà Giang 河江省
        if concept.category is Category.INSTITUTION:
            return (bare_name(terms),)
        more = self._titles(concept) if concept.category is Category.TITLE else []
        return [text for text in (terms.preferred, *more) if "{" not in text]

    def _titles(self, title: Concept) -> list[str]:
        return type_titles(self._termbase, title) if self._other is Language.ZH else []

    def _of_phrase(self, phrase: Phrase) -> _Candidate:
        rank = Rank.FORBIDDEN if phrase.status is Status.DEPRECATED else Rank.RIGHT
        concepts = (concept.concept_id for one in phrase.named for concept in one.concepts)
        return _Candidate(
            Span(
                phrase.first,
                phrase.last,
                rank if phrase.is_valid else Rank.EXPIRED,
                self._other is Language.VI,
            ),
            _each_once(concepts),
            phrase.status,
            phrase.kind,
            phrase.is_valid,
            _each_once(self._name(one, self._other) for one in phrase.named),
            _each_once(self._name(one, self._other.other) for one in phrase.named),
        )

    def _right(self, reading: Reading) -> str:
        concept = self._termbase.by_id[reading.concept_id]
        terms = concept.terms(self._other.other)
        return bare_name(terms) if concept.category is Category.INSTITUTION else terms.preferred

    def _name(self, named: Named, language: Language) -> str:
        name = named.full if isinstance(named, Place) else named.name
        return name.text(language) or ""


def _standing(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    choice = Choice()
    return [one for one in _best_of_each_stretch(candidates) if choice.stands(one.span)]


def _not_across(listed: Iterable[_Candidate], composed: Iterable[_Candidate]) -> list[_Candidate]:
    """Listed terms but those that reach into a composed name: Biên bản Hội nghị thường niên lần thứ 3 …."""
    spans = [one.span for one in composed if one.is_valid]
    around = {at: span for span in spans for at in range(span.first, span.last)}
    return [
        one
        for one in listed
        if not any(_cross(one.span, around[at]) for at in (one.span.first, one.span.last - 1) if at in around)
    ]


def _cross(one: Span, other: Span) -> bool:
    return (one.first - other.first) * (one.last - other.last) > 0


def _best_of_each_stretch(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """One candidate for the same tokens: what is right on the day, a listed name before a composed one."""
    best: dict[tuple[int, int], _Candidate] = {}
    for one in candidates:
        at = (one.span.first, one.span.last)
        other = best.get(at)
        if other is None or one.span.rank < other.span.rank:
            best[at] = one
        elif one.kind == other.kind and one.span.rank == other.span.rank:
            best[at] = _merged(other, one)
    return sorted(best.values(), key=lambda one: (one.span.first, -one.span.last))


def _merged(one: _Candidate, other: _Candidate) -> _Candidate:
    return one._replace(
        concepts=_each_once((*one.concepts, *other.concepts)),
        status=min(one.status, other.status, key=list(Status).index),
        equivalents=_each_once((*one.equivalents, *other.equivalents)),
        right=_each_once((*one.right, *other.right)),
    )


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
