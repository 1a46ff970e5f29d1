"""What comes out of a file of concepts and what goes into one: the same plain data for every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from service.core.message import BienbanError, Message
from service.glossary.concepts import Concept
from service.glossary.life import State

Value: TypeAlias = str | tuple[str, ...]
"""What a field holds, as text: a list is a tuple; a day is YYYY-MM-DD; concept_fields.py says the rest."""


class FileRefused(BienbanError):
    """A file cannot be read as the format it claims to be, or is larger than the limits."""


class FileTooLarge(FileRefused):
    """A file is over a limit: of bytes, elements, depth, rows, columns, or what it unpacks to."""


class NoTable(FileRefused):
    """A sheet or file holds no row, or no heading of a glossary."""


class EntitiesRefused(FileRefused):
    """An XML file declares or uses entities of its own."""


class EventKind(StrEnum):
    """What a transaction of TBX says happened."""

    ORIGINATION = "origination"
    MODIFICATION = "modification"


@dataclass(frozen=True)
class Event:
    """One transaction of a concept; only TBX files carry them.

    Attributes:
        kind: What happened.
        day: On which day, None where the file has none or one that is no day.
        person: Who did it, as the file writes it.
    """

    kind: EventKind
    day: date | None = None
    person: str = ""


@dataclass(frozen=True)
class ExchangedConcept:
    """A concept with what a file says beside it.

    Attributes:
        concept: The concept.
        revision: Number of the revision that stands here; a file that was exported before a later change
            is recognised by it. None where revisions are not counted (the shipped files).
        state: Where it stands in its life, None where no state is kept.
        events: Transactions, oldest first.
    """

    concept: Concept
    revision: int | None = None
    state: State | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class LegacyText:
    """Fields that were written in a font-bound Vietnamese encoding, and what they read as.

    Attributes:
        encoding: `TCVN3`, `VNI` or `VPS`.
        written: Field key to what the file holds; `Incoming.stated` holds the converted text.
    """

    encoding: str
    written: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One concept as a file has it; what the file does not say is not here.

    Attributes:
        number: Row of a table (counted from 1, headings included) or entry of a file (counted from 1); a
            decision names it.
        place: For messages: `terms.csv:12`.
        concept_id: The id the file gives, None where it gives none of this glossary's form.
        stated: Field key to value; a field whose cell is empty is absent.
        cleared: Fields that the file empties by the explicit marker.
        revision: Revision on which the row is based.
        state: State that the file names; it does not change a concept by itself.
        events: Transactions that the file tells of.
        problems: Why the row cannot be taken, empty where it can.
        doubts: What a person has to decide before it is.
        notes: What is worth knowing: parts of the entry that are not kept.
        legacy: Text that came in another encoding.
    """

    number: int
    place: str
    concept_id: str | None = None
    stated: Mapping[str, Value] = field(default_factory=dict)
    cleared: tuple[str, ...] = ()
    revision: int | None = None
    state: State | None = None
    events: tuple[Event, ...] = ()
    problems: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    legacy: LegacyText | None = None


@dataclass(frozen=True)
class Reading:
    """What a whole file holds.

    Attributes:
        incoming: Its concepts, in the file's order.
        notes: What was not read, and what was taken for granted.
        doubts: What a person has to settle for the file as a whole, such as its encoding.
        preview: First rows as they were read, for a table whose encoding was detected.
    """

    incoming: tuple[Incoming, ...]
    notes: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
