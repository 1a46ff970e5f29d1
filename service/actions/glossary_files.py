"""Files of concepts out of the termbase, and what an import of one would do to it."""

from pathlib import Path

from service.actions.workshop import open_termbase
from service.core.message import BienbanError, message
from service.exchange.formats import Format, TableChoice, read_file, write_file
from service.exchange.incoming import ExchangedConcept, Reading
from service.exchange.plan import Decisions, ImportPlan
from service.exchange.planning import plan_import
from service.exchange.table_columns import KnownLabels
from service.exchange.table_words import Wording
from service.settings import Settings


class GlossaryFileUnreadable(BienbanError):
    """A file is not there or may not be read."""


def export_termbase(settings: Settings, file_format: Format, wording: Wording) -> bytes:
    """Write all concepts of the termbase as one file."""
    termbase = open_termbase(settings)
    concepts = map(ExchangedConcept, termbase.concepts)
    return write_file(file_format, concepts, f"Bienban {termbase.version}", wording)


def plan_file(
    path: Path, settings: Settings, known: KnownLabels, choice: TableChoice, decisions: Decisions
) -> tuple[Reading, ImportPlan]:
    """Say what an import of a file would do to the termbase.

    Raises:
        GlossaryFileUnreadable: The file cannot be opened.
        FileRefused: It cannot be read as what it is.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        said = message("{file}: cannot be read: {problem}", file=path, problem=error.strerror)
        raise GlossaryFileUnreadable(said) from None
    reading = read_file(data, path.name, known, choice)
    held = tuple(map(ExchangedConcept, open_termbase(settings).concepts))
    return reading, plan_import(held, reading, decisions)
