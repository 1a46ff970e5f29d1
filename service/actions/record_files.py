"""Records from files: read, checked, made anew and written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from service.actions.annotate import MAX_BYTES, read_text
from service.actions.check_record import check_record
from service.actions.draft import DraftRefused
from service.actions.draft_files import BadRecords
from service.actions.next_session import NextRecord, draw_up_next
from service.actions.workshop import open_termbase
from service.checks.reading import GlossaryReader
from service.core.finding import Finding, Severity
from service.core.languages import Language
from service.core.message import BienbanError, Message, message
from service.exchange.notes.proposal import Proposal
from service.exchange.notes.reading import read_notes
from service.exchange.record_file import read_record
from service.exchange.tree import Tree, read_path
from service.minutes.record import Record
from service.settings import Settings


@dataclass(frozen=True)
class CheckedFile:
    """What the checks say of one record file.

    Attributes:
        source: The file.
        tree: The line of each of its fields.
        findings: What was found, in the order of the checks.
    """

    source: Path
    tree: Tree
    findings: tuple[Finding, ...]

    def line(self, finding: Finding) -> int:
        """The line of the field that a finding is of."""
        return self.tree.line(read_path(finding.place))

    def place(self, finding: Finding) -> str:
        """File, line and key of a finding."""
        return self.tree.place(read_path(finding.place))

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps the record from becoming final."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def read_record_file(source: Path) -> tuple[Record, Tree]:
    """Read a record file.

    Raises:
        DraftRefused: It cannot be opened.
        UnreadableFile: It is no YAML or JSON.
        RecordFileError: It holds no record.
    """
    return read_record(read_file(source), str(source))


def read_file(source: Path) -> bytes:
    """The bytes of a file.

    Raises:
        DraftRefused: It cannot be opened.
    """
    try:
        return source.read_bytes()
    except OSError as error:
        said = message("{file}: cannot be read: {problem}", file=source, problem=error.strerror)
        raise DraftRefused(said) from None


def check_files(sources: Sequence[Path], settings: Settings, as_of: date | None) -> list[CheckedFile]:
    """Check record files.

    Raises:
        BadRecords: A file cannot be read, or its names do not resolve; every problem of every file is told.
    """
    reader = GlossaryReader(open_termbase(settings))
    checked: list[CheckedFile] = []
    problems: list[Message] = []
    for source in sources:
        try:
            checked.append(_check_file(source, reader, as_of))
        except BienbanError as error:
            problems += error.problems
    if problems:
        raise BadRecords(*problems)
    return checked


def _check_file(source: Path, reader: GlossaryReader, as_of: date | None) -> CheckedFile:
    record, tree = read_record_file(source)
    findings = check_record(record, reader, lambda path: tree.place(read_path(path)), as_of)
    return CheckedFile(source, tree, findings)


def count_findings(checked: Sequence[CheckedFile]) -> Iterator[Message]:
    """A line a file: how many findings of each severity."""
    for one in checked:
        found = [finding.severity for finding in one.findings]
        yield message(
            "{record}: {errors} errors, {warnings} warnings, {notes} notes",
            record=one.source,
            errors=found.count(Severity.ERROR),
            warnings=found.count(Severity.WARNING),
            notes=found.count(Severity.NOTE),
        )


def next_record_file(source: Path, settings: Settings, day: date, place: str | None) -> NextRecord:
    """Draw up the record of the session after the one of a file.

    Raises:
        BienbanError: The file holds no record, or none that a session follows; a name does not resolve.
    """
    record, tree = read_record_file(source)
    return draw_up_next(record, open_termbase(settings), day, lambda path: tree.place(read_path(path)), place)


def read_notes_file(source: Path, settings: Settings, language: Language, as_of: date) -> Proposal:
    """Propose a record from a file of notes; `read_notes_text` says what else is raised.

    Raises:
        NotesTooLong: More characters than are read at once.
        UnfitText: A character that no minutes may hold.
    """
    return read_notes(read_notes_text(source), language, open_termbase(settings), as_of)


def read_notes_text(source: Path) -> str:
    """The text of a file of notes, line breaks as newlines.

    Raises:
        DraftRefused: The file cannot be opened.
        TextUnreadable: It is too large or not UTF-8.
    """
    try:
        with source.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        said = message("{file}: cannot be read: {problem}", file=source, problem=error.strerror)
        raise DraftRefused(said) from None
    return read_text(data, str(source)).removeprefix("\ufeff").replace("\r\n", "\n")
