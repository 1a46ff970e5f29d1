"""A term that one record renders in two ways."""

from collections.abc import Iterator
from typing import NamedTuple

from service.checks.segments import segments
from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Language, Side
from service.core.message import message
from service.core.text import fold_term
from service.glossary.annotator import FoundName
from service.glossary.vocabulary import Status
from service.language.order import country_pair

_PAIRS = (
    *(tuple(fold_term(country_pair(side, language)) for side in Side) for language in Language),
    ("việt nam-trung quốc", "trung quốc-việt nam"),
)


class _Rendering(NamedTuple):
    """How a form of one language was put into the other, and where."""

    written: str
    rendered: str
    place: str


def find_terms_rendered_two_ways(subject: Subject) -> Iterator[Finding]:
    """Find a form of a concept that stands for two forms of it in the other language.

    Only segments that name the concept once in each language tell how it was rendered. Two forms of which
    one is in the other are a longer and a shorter name (河江, 河江省), and 中越 and 越中 are one pair.
    """
    for language in Language:
        first: dict[tuple[str, str], _Rendering] = {}
        for concept, one in _renderings(subject, language):
            before = first.setdefault((concept, fold_term(one.written)), one)
            if not _is_alike(before.rendered, one.rendered):
                yield _finding(before, one)


def _renderings(subject: Subject, language: Language) -> Iterator[tuple[str, _Rendering]]:
    for segment in segments(subject.record):
        texts = segment.pair.text(language), segment.pair.text(language.other)
        if not all(texts):
            continue
        own = _once(subject.find_terms(texts[0] or "", language))
        other = _once(subject.find_terms(texts[1] or "", language.other))
        for concept in own.keys() & other.keys():
            rendered = other[concept].text
            yield concept, _Rendering(own[concept].text, rendered, f"{segment.place}.{language.other}")


def _once(found: tuple[FoundName, ...]) -> dict[str, FoundName]:
    """The finds of concepts that a text names once; a composed name tells nothing of its parts."""
    plain = [one for one in found if len(one.concepts) == 1 and one.status is not Status.DEPRECATED]
    named = [concept for one in found for concept in one.concepts]
    return {one.concepts[0]: one for one in plain if named.count(one.concepts[0]) == 1}


def _is_alike(one: str, other: str) -> bool:
    a, b = _plain(one), _plain(other)
    return a in b or b in a


def _plain(text: str) -> str:
    """A form without the marks of a title and with one order of the two countries."""
    folded = fold_term(text).strip("《》“”")
    for one, other in _PAIRS:
        folded = folded.replace(other, one)
    return folded


def _finding(before: _Rendering, one: _Rendering) -> Finding:
    said = message(
        "“{written}” is “{rendered}” here and “{other}” at {place}",
        written=one.written,
        rendered=one.rendered,
        other=before.rendered,
        place=before.place,
    )
    return Finding("rendered-two-ways", Severity.WARNING, one.place, said)
