"""What an import would do, row by row; nothing is done before a person has seen it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from service.core.message import Message
from service.exchange.incoming import Event, Value
from service.glossary.concepts import Category, Concept
from service.glossary.life import State


class Outcome(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"
    REFUSED = "refused"


class Choice(StrEnum):
    """What a person decided of a row or of one of its fields.

    TAKE takes what the file says, converted where it came in a legacy encoding; KEEP leaves the glossary as
    it is, and a new row out; AS_WRITTEN takes the text of a legacy encoding as it stands in the file.
    """

    TAKE = "take"
    KEEP = "keep"
    AS_WRITTEN = "as_written"


@dataclass(frozen=True)
class Decisions:
    """What a person decided of one file.

    Attributes:
        default: Of every row that has no decision of its own. It hides no row that cannot be read, and
            TAKE settles neither a refused row nor two rows of the same concept.
        rows: By the row's number.
        fields: By the row's number and the field's key; stronger than the row's.
        category: Of new concepts whose row names none; TBX has no place for it.
    """

    default: Choice | None = None
    rows: Mapping[int, Choice] = field(default_factory=dict)
    fields: Mapping[tuple[int, str], Choice] = field(default_factory=dict)
    category: Category | None = None

    @cached_property
    def of_fields(self) -> Mapping[int, Mapping[str, Choice]]:
        """The decisions of fields by row: number to key to choice."""
        found: dict[int, dict[str, Choice]] = defaultdict(dict)
        for (number, key), choice in self.fields.items():
            found[number][key] = choice
        return found


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a row would change.

    Attributes:
        field: Key of the field (concept_fields.py).
        old: What the glossary holds, empty where it holds nothing.
        new: What it would hold.
    """

    field: str
    old: Value
    new: Value

    @property
    def overwrites(self) -> bool:
        """Whether something would be lost that stands in the glossary now."""
        if isinstance(self.old, str) or isinstance(self.new, str):
            return bool(self.old)
        return any(text not in self.new for text in self.old)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """What becomes of one row.

    Attributes:
        number: The row's number in the file.
        place: For messages.
        outcome: What becomes of it, decisions included.
        concept_id: The concept it is or would be; None where that is not known.
        changes: Field by field, in the order of the fields; of an added row every field.
        reasons: Why it conflicts, is refused or needs a decision.
        notes: What is worth knowing.
        is_decided: Whether it can be written as it stands here.
        concept: What would be written, None where nothing is.
        based_on: Revision that `concept` changes, None for a new concept; a store compares it again.
        state: State that the file names, for who writes it.
        events: Transactions that the file tells of.
    """

    number: int
    place: str
    outcome: Outcome
    concept_id: str | None = None
    changes: tuple[FieldChange, ...] = ()
    reasons: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()
    is_decided: bool = True
    concept: Concept | None = None
    based_on: int | None = None
    state: State | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """What an import of one file would do.

    Attributes:
        rows: One of each row of the file, in its order.
        notes: What is worth knowing of the whole file.
        doubts: What has to be settled for the whole file before anything is written.
    """

    rows: tuple[PlanRow, ...]
    notes: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many rows have each outcome; every outcome is there."""
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def undecided(self) -> tuple[PlanRow, ...]:
        """Rows that wait for a decision; a refused row too waits: for KEEP, or for another file."""
        return tuple(row for row in self.rows if not row.is_decided)

    @property
    def is_ready(self) -> bool:
        """Whether the whole file can be written; it is written as a whole or not at all."""
        return not self.doubts and not self.undecided

    @property
    def writes(self) -> tuple[PlanRow, ...]:
        """Rows that write a concept, in the file's order; empty until the plan is ready."""
        return tuple(row for row in self.rows if row.concept is not None) if self.is_ready else ()
