"""What checks look at."""

from dataclasses import dataclass

from service.core.languages import Pair
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
class Subject:
    """A record with its names resolved.

    Attributes:
        record: The record.
        names: Every name a draft prints, in the record's order.
        order: The name order that is drafted.
        is_final: The paper is drafted as it is to be signed, and what is a note in a draft weighs more.
    """

    record: Record
    names: tuple[UsedName, ...]
    order: NameOrder
    is_final: bool = False
