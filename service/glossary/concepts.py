"""Concepts of the termbase: their terms, validity, evidence and the parts that composed names need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from service.core.languages import Language, Side


class Category(StrEnum):
    """What kind of thing a concept is."""

    PLACE = "place"
    INSTITUTION = "institution"
    INSTITUTION_TYPE = "institution_type"
    TITLE = "title"
    ROLE = "role"
    PERSON = "person"
    GATE = "gate"
    MECHANISM = "mechanism"
    LABEL = "label"


class Confidence(StrEnum):
    """How far a concept's pair of names can be trusted."""

    SOURCED = "sourced"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class Validity:
    """The days on which a name is right; bounds are inclusive, None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the name is right on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Terms:
    """The written forms of a concept in one language.

    Institutions write `{place}` or `{short}` where the name of their place stands.

    Attributes:
        preferred: The form that drafts print.
        short: The form inside other names ("Hà Giang" in "Tỉnh ủy Hà Giang").
        admitted: Forms that are also right.
        deprecated: Forms that are wrong and named as such.
        search: Forms that find the concept and are never printed.
    """

    preferred: str
    short: str | None = None
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    search: tuple[str, ...] = ()

    @cached_property
    def recognised(self) -> tuple[str, ...]:
        """The forms by which a record may name the concept, preferred first."""
        short = (self.short,) if self.short else ()
        return (self.preferred, *short, *self.admitted)


@dataclass(frozen=True)
class Source:
    """Where a pair of names was met."""

    address: str
    note: str = ""


@dataclass(frozen=True)
class Concept:
    """One official thing with its terms (ISO 30042 sense).

    Attributes:
        concept_id: Stable name, such as `place.ha-giang`.
        category: What kind of thing it is.
        vi: Vietnamese terms.
        zh: Chinese terms.
        validity: Days on which the names are right.
        successor: Concept that takes its place after the last day.
        confidence: How far the pair can be trusted.
        sources: Evidence.
        note: For terminologists and officers.
        side: The side the thing belongs to, None for both.
        part_of: The place that a place lies in.
        level: `country`, `province`, `prefecture`, `county` of a place; of an institution, where it exists.
        institution_type: The type concept of an institution.
        titles: Of an institution type: title concept to the Chinese title held there.
    """

    concept_id: str
    category: Category
    vi: Terms
    zh: Terms
    validity: Validity = Validity()
    successor: str | None = None
    confidence: Confidence = Confidence.MEDIUM
    sources: tuple[Source, ...] = ()
    note: str = ""
    side: Side | None = None
    part_of: str | None = None
    level: str | None = None
    institution_type: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def terms(self, language: Language) -> Terms:
        """The terms in one language."""
        return self.vi if language is Language.VI else self.zh


@dataclass(frozen=True)
class Termbase:
    """All concepts of one glossary version.

    Attributes:
        concepts: In file order; ids are unique.
        version: Short digest of the content, printed with every draft.
    """

    concepts: tuple[Concept, ...]
    version: str

    @cached_property
    def by_id(self) -> Mapping[str, Concept]:
        """Concepts by their id."""
        return {concept.concept_id: concept for concept in self.concepts}

    def of(self, *categories: Category) -> Iterable[Concept]:
        """Concepts of some categories, in file order."""
        return (concept for concept in self.concepts if concept.category in categories)
