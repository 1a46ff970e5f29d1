"""Termbase and templates from the folders that the settings name."""

from collections.abc import Sequence
from pathlib import Path

from service.actions.draft import DraftRefused, Workshop
from service.actions.shelf import Shelf
from service.core.languages import Language
from service.core.message import Message, message
from service.documents.drafting import TwinFiles
from service.exchange.termbase_files import load_termbase
from service.glossary.concepts import Termbase
from service.minutes.record import DocumentType
from service.settings import Settings

_NAMES = {
    DocumentType.TALKS_RECORD: "talks-record",
    DocumentType.JOINT_MINUTES: "joint-minutes",
    DocumentType.ACTION_PLAN: "action-plan",
}


def open_termbase(settings: Settings) -> Termbase:
    """Load the termbase.

    Raises:
        DraftRefused: The folder holds none.
        TermbaseError: Its files contradict themselves.
    """
    files = sorted(settings.glossary_dir.glob("*.yaml"))
    if not files:
        raise DraftRefused(message("{folder}: holds no termbase (*.yaml)", folder=settings.glossary_dir))
    return load_termbase({file.name: file.read_bytes() for file in files})


def template_name(document_type: DocumentType, form: str) -> str:
    """The file name of the templates of a document type and form, in vi/ and zh/ alike."""
    return _NAMES[document_type] + ("" if form == "joint" else f"-{form}") + ".docx"


def open_templates(settings: Settings, document_type: DocumentType, form: str) -> TwinFiles:
    """Read the twin templates of a document type and form.

    Raises:
        DraftRefused: One of the two is missing.
    """
    name = template_name(document_type, form)
    for path in (settings.templates_dir / language / name for language in Language):
        if not path.is_file():
            raise DraftRefused(
                message(
                    "there is no template for a record of type {type}, form {form}: {path} is missing",
                    type=document_type.value,
                    form=form,
                    path=path,
                )
            )
    return _read_twins(settings.templates_dir, name)


def open_sheets(settings: Settings, names: Sequence[str]) -> dict[str, TwinFiles]:
    """Read the templates of sheets, by their names without ending.

    Raises:
        DraftRefused: One is missing.
    """
    for path in (
        settings.templates_dir / language / f"{name}.docx" for name in names for language in Language
    ):
        if not path.is_file():
            raise DraftRefused(message("there is no template for this sheet: {path} is missing", path=path))
    return {name: _read_twins(settings.templates_dir, f"{name}.docx") for name in names}


def open_workshop(settings: Settings, document_type: DocumentType, form: str, program: str) -> Workshop:
    """Open everything that drafting one record works with."""
    templates = open_templates(settings, document_type, form)
    return Workshop(open_termbase(settings), templates, program, open_shelf(settings))


def open_shelf(settings: Settings) -> Shelf:
    """Where compiled templates are kept: in the data folder, once there is one."""
    return Shelf(settings.data_dir / "compiled" if settings.data_dir.is_dir() else None)


def template_pairs(settings: Settings) -> list[TwinFiles]:
    """Every pair of twin templates in the folder; a template without its twin is left out."""
    names = sorted(path.name for path in (settings.templates_dir / "vi").glob("*.docx"))
    both = [name for name in names if (settings.templates_dir / "zh" / name).is_file()]
    return [_read_twins(settings.templates_dir, name) for name in both]


def lone_templates(settings: Settings) -> list[Message]:
    """A message for every template that has no twin: drafting would refuse its type."""
    folders = {language: settings.templates_dir / language for language in Language}
    names = {language: {path.name for path in folders[language].glob("*.docx")} for language in Language}
    return [
        message(
            "{file}: has no twin in {folder}", file=folders[language] / name, folder=folders[language.other]
        )
        for language in Language
        for name in sorted(names[language] - names[language.other])
    ]


def _read_twins(folder: Path, name: str) -> TwinFiles:
    return TwinFiles(name, *((folder / language / name).read_bytes() for language in Language))
