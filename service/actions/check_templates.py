"""Templates looked over before anybody drafts with them: all that is wrong, in words for an officer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import product
from pathlib import Path

from service.actions.mandatory import Duty, Way, duties_of
from service.actions.specimens import KINDS, PAPERS, Kind, Specimen, kind_of, learn_names, open_specimens
from service.actions.trial import NamedTwins, missing_duties
from service.core.finding import Severity
from service.core.languages import Language, Side
from service.core.message import Message, message
from service.documents.container import MAX_FILE
from service.documents.drafting import compile_document
from service.documents.errors import TemplateError, TwinMismatch
from service.documents.gate import open_docx
from service.documents.inspection import (
    Inspected,
    TemplateFinding,
    findings_of,
    inspect_template,
    language_of_styles,
    language_of_text,
)
from service.documents.layout import Layout
from service.documents.names import Known, list_names
from service.documents.private import tracked_parts
from service.documents.properties import DraftProperties
from service.documents.template import DocxTemplate, read_template
from service.language.order import NameOrder

MANDATORY_MISSING = "mandatory_missing"
_GRAVE = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.NOTE: message("note"),
}
_IN_STEP = (Layout.COLUMNS, Layout.STACKED)
_PROPERTIES = DraftProperties("", "vi-VN", date(2000, 1, 1), {})


@dataclass(frozen=True)
class _File:
    """One file to look over.

    Attributes:
        path: Where it stands, as the officer wrote it.
        data: Its bytes.
        language: Told by its folder or its styles.
        template: The file read.
    """

    path: Path
    data: bytes
    language: Language
    template: DocxTemplate

    @property
    def name(self) -> str:
        """Its name, which it shares with its twin."""
        return self.path.name


@dataclass(frozen=True)
class _Bench:
    """What templates of one kind are held to.

    Attributes:
        kind: The kind; None where a file's name tells none.
        specimens: The facts of the examples.
    """

    kind: Kind | None
    specimens: Sequence[Specimen]

    @cached_property
    def names(self) -> Known:
        """What tags may speak of."""
        return learn_names(self.specimens)

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """The path of each name, to the tag that uses it."""
        return {listed.path: listed.tag for listed in list_names(self.names)}

    def duties(self, language: Language) -> list[tuple[Duty, tuple[Way, ...]]]:
        """What a template must print."""
        return [] if self.kind is None else list(duties_of(self.kind, language, self.tags))


def check_templates(paths: Sequence[Path]) -> "CheckedTemplates":
    """Look over templates.

    Args:
        paths: DOCX files; a Vietnamese and a Chinese one of the same name are taken as twins.
    """
    findings: list[TemplateFinding] = []
    files: list[_File] = []
    for path in paths:
        try:
            files.append(_open(path, findings))
        except TemplateError as error:
            findings += findings_of(error, str(path))
        except OSError as error:
            said = message("{file}: cannot be read: {problem}", file=path, problem=error.strerror)
            findings.append(TemplateFinding("unreadable", Severity.ERROR, str(path), said))
    for file in files:
        findings += _check_alone(file, _bench(kind_of(file.name)))
    for vi, zh in _twins(files):
        faulty = {finding.file for finding in findings if finding.severity is Severity.ERROR}
        is_sound = faulty.isdisjoint((str(vi.path), str(zh.path)))
        findings += _check_twins(vi, zh, _bench(kind_of(vi.name)), is_sound=is_sound)
    return CheckedTemplates(len(paths), findings)


@lru_cache(maxsize=len(KINDS) + 1)
def _bench(kind: Kind | None) -> _Bench:
    kinds = PAPERS if kind is None else (kind,)
    return _Bench(kind, [specimen for own in kinds for specimen in open_specimens(own)])


def _open(path: Path, findings: list[TemplateFinding]) -> _File:
    with path.open("rb") as stream:
        data = stream.read(MAX_FILE + 1)
    parts = open_docx(data, str(path))
    language = _language(path, data)
    for part in tracked_parts(parts, str(path)):
        said = message(
            "{file}, {part}: holds tracked changes, read as if they had been accepted;"
            " accept or reject them in Word",
            file=path,
            part=part,
        )
        findings.append(TemplateFinding("tracked_changes", Severity.WARNING, str(path), said))
    return _File(path, data, language, read_template(data, str(path), language))


def _language(path: Path, data: bytes) -> Language:
    """By its folder, else by its styles (“Minutes body (vi)”), else by its letters."""
    folder = path.absolute().parent.name
    if folder in set(Language):
        return Language(folder)
    read = read_template(data, str(path), Language.VI)
    return language_of_styles(list(read.style_ids)) or language_of_text(
        "".join(map(str, read.root.itertext()))
    )


# One template alone.


def _check_alone(file: _File, bench: _Bench) -> Iterator[TemplateFinding]:
    if bench.kind is None:
        names = ", ".join(kind.template for kind in KINDS)
        said = message(
            "{file}: its name tells no document type, so that nothing it must print is looked for;"
            " the names are {names}",
            file=file.path,
            names=names,
        )
        yield TemplateFinding("kind_unknown", Severity.WARNING, str(file.path), said)
    inspected = inspect_template(file.template, bench.names)
    yield from inspected.findings
    duties = bench.duties(file.language)
    unsaid = [duty for duty, ways in duties if not _speaks_of(inspected, duty, ways)]
    for duty, ways in duties:
        if duty in unsaid:
            yield _missing(file, duty, [bench.tags[path] for path in ways[0]])
    if not any(finding.severity is Severity.ERROR for finding in inspected.findings):
        tried = [(duty, ways) for duty, ways in duties if not (duty in unsaid or duty.is_asked)]
        yield from _try(file, bench, tried)


def _speaks_of(inspected: Inspected, duty: Duty, ways: Sequence[Way]) -> bool:
    said = inspected.asked if duty.is_asked else inspected.spoken
    return any(said.issuperset(way) for way in ways)


def _missing(file: _File, duty: Duty, tags: Sequence[str]) -> TemplateFinding:
    said = message(
        "{file}: never prints {what}; its tags are {tags}",
        file=file.path,
        what=duty.what,
        tags=" ".join(tags),
    )
    return TemplateFinding(MANDATORY_MISSING, Severity.ERROR, str(file.path), said)


def _try(
    file: _File, bench: _Bench, duties: Sequence[tuple[Duty, tuple[Way, ...]]]
) -> Iterator[TemplateFinding]:
    """Fill it with the examples and look whether what it must say has come out."""
    alone = NamedTwins(file.name, file.data, file.data, (str(file.path),) * 2)
    try:
        for duty, specimen in missing_duties(alone, file.language, duties, bench.specimens):
            said = message(
                "{file}: does not print {what} of the example {record}; look at the conditions and loops"
                " around its tags",
                file=file.path,
                what=duty.what,
                record=specimen.record,
            )
            yield TemplateFinding(MANDATORY_MISSING, Severity.ERROR, str(file.path), said)
    except TemplateError as error:
        yield from findings_of(error, str(file.path))


# Twins.


def _twins(files: Sequence[_File]) -> Iterator[tuple[_File, _File]]:
    for name in dict.fromkeys(file.name for file in files):
        own = {file.language: file for file in files if file.name == name}
        if len(own) == len(Language):
            yield own[Language.VI], own[Language.ZH]


def _check_twins(vi: _File, zh: _File, bench: _Bench, *, is_sound: bool) -> Iterator[TemplateFinding]:
    """Compile both in every layout; where each is sound by itself, fill those that take both in step."""
    twins = NamedTwins(vi.name, vi.data, zh.data, (str(vi.path), str(zh.path)))
    in_step = is_sound and bench.kind is not None and bench.kind.is_read_in_step
    told: set[str] = set()
    for layout, original, order in product(Layout, Side, NameOrder):
        try:
            document = compile_document(twins, layout, original, same_order=order is NameOrder.ALTERNAT)
            for specimen in bench.specimens if in_step and layout in _IN_STEP else ():
                if (specimen.original, specimen.order) == (original, order):
                    document.fill(specimen.facts, _PROPERTIES)
        except TemplateError as error:
            for finding in findings_of(error, str(vi.path)):
                said = str(finding.message)
                if said not in told and (is_sound or finding.code == TwinMismatch.code):
                    told.add(said)
                    yield finding


@dataclass(frozen=True)
class CheckedTemplates:
    """Templates that have been looked over.

    Attributes:
        count: How many.
        findings: What was found, in the order of the files, what concerns twins last.
    """

    count: int
    findings: Sequence[TemplateFinding]

    @property
    def can_be_used(self) -> bool:
        """Whether no finding is an error."""
        return not self._of(Severity.ERROR)

    @property
    def said(self) -> Iterator[Message]:
        """Each finding behind how grave it is, and at the end how many there are."""
        for finding in self.findings:
            yield message("{place}: {problem}", place=_GRAVE[finding.severity], problem=finding.message)
        yield message(
            "templates: {files}; errors: {errors}; warnings: {warnings}",
            files=self.count,
            errors=self._of(Severity.ERROR),
            warnings=self._of(Severity.WARNING),
        )

    def data(self, say: Callable[[Message], str]) -> Iterator[dict[str, object]]:
        """The findings as plain data.

        Args:
            say: Puts a sentence into the reader's language.
        """
        for finding in self.findings:
            place = finding.place
            yield {
                "file": finding.file,
                "code": finding.code,
                "severity": finding.severity.value,
                "part": place.part if place else "",
                "paragraph": place.paragraph if place else 0,
                "text": place.text if place else "",
                "tag": finding.tag,
                "message": say(finding.message),
            }

    def _of(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)
