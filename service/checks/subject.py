"""What checks look at."""

from dataclasses import dataclass
from datetime import date

from service.checks.reading import GlossaryReader
from service.core.languages import Language, Pair
from service.glossary.annotator import FoundName
from service.glossary.concepts import Concept
from service.language.order import NameOrder
from service.minutes.record import Record


@dataclass(frozen=True)
class UsedName:
    """A name that a draft prints.

    Attributes:
        place: Path of the field in the record.
        pair: The name in both languages.
        concepts: The concepts it was composed of; none where the record wrote both languages itself.
    """

    place: str
    pair: Pair
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class OpenGap:
    """Something that the paper prints and nobody has given.

    Attributes:
        place: Path of the field in the record.
        is_translation: One language has it, and the other is still to be written.
    """

    place: str
    is_translation: bool


@dataclass(frozen=True)
class Subject:
    """A record with its names resolved.

    Attributes:
        record: The record.
        names: Every name a draft prints, in the record's order.
        order: The name order that is drafted.
        is_final: The paper is drafted as it is to be signed, and what is a note in a draft weighs more.
        gaps: What the paper prints as a gap; None where the caller lists its gaps itself, as a draft does,
            and no check is to tell of them again.
        reader: Reads texts with the glossary; without one, terms inside texts are not looked at.
        as_of: The day on which terms must be right; without one they are not looked at either.
    """

    record: Record
    names: tuple[UsedName, ...]
    order: NameOrder
    is_final: bool = False
    gaps: tuple[OpenGap, ...] | None = None
    reader: GlossaryReader | None = None
    as_of: date | None = None

    def find_terms(self, text: str, language: Language) -> tuple[FoundName, ...]:
        """The names and terms of the glossary in a text; none without a reader or a day."""
        if self.reader is None or self.as_of is None:
            return ()
        return self.reader.find(text, language, self.as_of)
