"""Record files drafted into a folder: all of them or, where one is wrong, none."""

import errno
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.actions.draft import DraftChoice, DraftRefused, DraftSet, Workshop, produce_drafts
from service.actions.pack import SHEETS, Pack, produce_pack
from service.actions.workshop import open_sheets, open_shelf, open_templates, open_termbase
from service.core.message import BienbanError, Message, message
from service.core.text import UnfitText, clean_text
from service.exchange.record_file import read_record
from service.exchange.tree import Tree, read_path
from service.glossary.concepts import Termbase
from service.minutes.record import Record
from service.settings import Settings


class BadRecords(BienbanError):
    """Some of the records cannot be drafted; every problem of each is told."""


@dataclass(frozen=True)
class DraftedFile:
    """What one record file became.

    Attributes:
        source: The record file.
        record: The record it holds.
        tree: The line of each of its fields.
        drafts: What was drafted.
        files: Names of the drafts, in their order.
    """

    source: Path
    record: Record
    tree: Tree
    drafts: DraftSet
    files: tuple[str, ...]

    def place(self, path: str) -> str:
        """File, line and key of a path in the record."""
        return self.tree.place(read_path(path))


def draft_files(
    sources: Sequence[Path], choice: DraftChoice, settings: Settings, program: str
) -> list[DraftedFile]:
    """Draft record files, in memory.

    Args:
        sources: Record files, YAML or JSON; their names without ending name the drafts.
        choice: Which originals and layouts.
        settings: Where glossary and templates are.
        program: The program's version.

    Raises:
        BadRecords: A file cannot be read or drafted; every problem of every file is told.
        DraftRefused: Two records would have drafts of the same name.
    """
    _refuse_unfit_names(sources)
    _refuse_same_names(sources)
    termbase = open_termbase(settings)
    drafted: list[DraftedFile] = []
    problems: list[Message] = []
    for source in sources:
        try:
            drafted.append(_draft_file(source, choice, termbase, settings, program))
        except BienbanError as error:
            problems += error.problems
        except OSError as error:
            problems.append(message("{file}: cannot be read: {problem}", file=source, problem=error.strerror))
    if problems:
        raise BadRecords(*problems)
    return drafted


def _refuse_unfit_names(sources: Sequence[Path]) -> None:
    # The drafts and links of the page bear these names.
    for source in sources:
        try:
            clean_text(source.name, one_line=True)
        except UnfitText as unfit:
            problem = unfit.problems[0]
            raise DraftRefused(message("{place}: {problem}", place=source, problem=problem)) from None


def _refuse_same_names(sources: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for source in sources:
        other = seen.setdefault(source.stem.lower(), source)
        if other is not source:
            raise DraftRefused(
                message(
                    "{one} and {other} would be drafted under the same name; rename one",
                    one=other,
                    other=source,
                )
            )


def _draft_file(
    source: Path, choice: DraftChoice, termbase: Termbase, settings: Settings, program: str
) -> DraftedFile:
    record, tree = read_record(source.read_bytes(), str(source))
    templates = open_templates(settings, record.document_type, record.form)
    workshop = Workshop(termbase, templates, program, open_shelf(settings))
    drafts = produce_drafts(record, choice, workshop, lambda path: tree.place(read_path(path)))
    return DraftedFile(source, record, tree, drafts, _names(source, drafts))


@dataclass(frozen=True)
class PackedFile:
    """What one record file became for its signing.

    Attributes:
        drafted: The originals.
        pack: Originals, sheets and proof.
        files: Name to content, the originals first.
    """

    drafted: DraftedFile
    pack: Pack
    files: Mapping[str, bytes]


def pack_file(source: Path, choice: DraftChoice, settings: Settings, program: str) -> PackedFile:
    """Make the signing pack of one record file, in memory.

    Raises:
        BienbanError: As for drafting.
        DraftRefused: The file cannot be read, or a template of a sheet is missing.
    """
    try:
        data = source.read_bytes()
    except OSError as error:
        said = message("{file}: cannot be read: {problem}", file=source, problem=error.strerror)
        raise DraftRefused(said) from None
    record, tree = read_record(data, str(source))
    templates = open_templates(settings, record.document_type, record.form)
    workshop = Workshop(open_termbase(settings), templates, program, open_shelf(settings))
    pack = produce_pack(
        record, choice, workshop, open_sheets(settings, SHEETS), lambda path: tree.place(read_path(path))
    )
    names = _names(source, pack.drafts)
    files = {name: draft.data for name, draft in zip(names, pack.drafts.drafts, strict=True)}
    files |= {f"{source.stem}-{sheet.side}-{sheet.name}.docx": sheet.data for sheet in pack.sheets}
    return PackedFile(DraftedFile(source, record, tree, pack.drafts, names), pack, files)


def _names(source: Path, drafts: DraftSet) -> tuple[str, ...]:
    return tuple(f"{source.stem}-{draft.original}-{draft.layout}.docx" for draft in drafts.drafts)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder so that each is there whole or not at all.

    Args:
        folder: Made where it is missing.
        files: Name to content.

    Raises:
        DraftRefused: The folder or a file cannot be written; what was begun is removed.
    """
    begun: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            begun.append((_write_beside(folder, data), folder / name))
        _refuse_folders(final for _, final in begun)
        for written, final in begun:
            written.replace(final)
    except OSError as error:
        raise DraftRefused(
            message("{folder}: cannot be written: {problem}", folder=folder, problem=error.strerror)
        ) from None
    finally:
        for written, _ in begun:
            written.unlink(missing_ok=True)


def _refuse_folders(files: Iterable[Path]) -> None:
    # Found out here, before the first file is replaced.
    if any(file.is_dir() for file in files):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


def _write_beside(folder: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".bienban-", dir=folder)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    path = Path(name)
    path.chmod(0o666 & ~_umask())
    return path


def _umask() -> int:
    # mkstemp makes files that only their owner reads; drafts get what any new file gets.
    mask = os.umask(0)
    os.umask(mask)
    return mask
