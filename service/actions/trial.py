"""A template tried on the facts of example records: what of a paper's duties it really prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from service.actions.mandatory import Duty, Way
from service.actions.specimens import Specimen
from service.core.languages import Language
from service.documents.container import unpack
from service.documents.document import CompiledDocument
from service.documents.drafting import TwinFiles, compile_document
from service.documents.layout import Layout
from service.documents.ooxml import parse_xml, w
from service.documents.properties import DraftProperties
from service.documents.template import DocxTemplate, read_template
from service.documents.values import Segment

_FIRST, _LAST = "⟦", "⟧"  # no text of a paper holds them, and no filter changes what begins with one


class _Marker:
    """Puts a text of its own in the place of each fact on certain paths, and remembers which."""

    def __init__(self, paths: frozenset[str]) -> None:
        self._paths = paths
        self.marks: dict[str, list[str]] = {}

    def mark(self, fact: object, path: str) -> object:
        if isinstance(fact, Mapping):
            return {name: self.mark(value, f"{path}.{name}") for name, value in fact.items()}
        if isinstance(fact, list):
            return [self.mark(value, f"{path}[]") for value in fact]
        if path not in self._paths or isinstance(fact, bool) or not fact:
            return fact
        mark = f"{_FIRST}{sum(map(len, self.marks.values()))}{_LAST}"
        self.marks.setdefault(path, []).append(mark)
        return replace(fact, text=mark) if isinstance(fact, Segment) else mark


@dataclass(frozen=True)
class NamedTwins(TwinFiles):
    """Twin templates under the names that an officer gave them; one may stand in for its twin.

    Attributes:
        files: Their names, Vietnamese and Chinese, for messages.
    """

    files: tuple[str, str]

    def read(self) -> Mapping[Language, DocxTemplate]:
        """Read both."""
        (vi, zh), own = self.files, (self.vi, self.zh)
        return {
            Language.VI: read_template(own[0], vi, Language.VI),
            Language.ZH: read_template(own[1], zh, Language.ZH),
        }


Duties = Sequence[tuple[Duty, tuple[Way, ...]]]


def missing_duties(
    template: NamedTwins, language: Language, duties: Duties, specimens: Sequence[Specimen]
) -> Iterator[tuple[Duty, Specimen]]:
    """Duties that the draft of some example does not fulfil, each with the first such example.

    Args:
        template: The template; it may stand in for its twin, which a draft of one language does not print.
        language: Its language.
        duties: What it must print.
        specimens: Facts of the examples; those of this language's own originals are tried.

    Raises:
        TemplateError: The template does not fit the facts.
    """
    own = language.side
    document = compile_document(template, Layout(language), own, same_order=True)
    told: list[Duty] = []
    for specimen in (specimen for specimen in specimens if specimen.original is own):
        said, marks = _draft(document, specimen, language, duties)
        for duty, ways in duties:
            if duty not in told and not _is_fulfilled(ways, marks, said):
                told.append(duty)
                yield duty, specimen


def _draft(
    document: CompiledDocument, specimen: Specimen, language: Language, duties: Duties
) -> tuple[str, Mapping[str, list[str]]]:
    marker = _Marker(frozenset(path for _, ways in duties for way in ways for path in way))
    marked = {name: marker.mark(fact, name) for name, fact in specimen.facts[language].items()}
    properties = DraftProperties("", "vi-VN", date(2000, 1, 1), {})
    return _text_of(document.fill({**specimen.facts, language: marked}, properties)), marker.marks


def _text_of(draft: bytes) -> str:
    roots = (
        parse_xml(data, part)
        for part, data in unpack(draft, "draft").items()
        if part.startswith("word/") and part.endswith(".xml")
    )
    return "".join(node.text or "" for root in roots for node in root.iter(w("t")))


def _is_fulfilled(ways: tuple[Way, ...], marks: Mapping[str, list[str]], said: str) -> bool:
    """Whether a way of saying it has been printed, all of it; true where this record has nothing to say."""
    possible = [[mark for path in way for mark in marks.get(path, ())] for way in ways]
    possible = [wanted for wanted in possible if wanted]
    return not possible or any(all(mark in said for mark in wanted) for wanted in possible)
