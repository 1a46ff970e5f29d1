"""Concepts of the termbase: their terms, validity, evidence and the parts that composed names need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from service.core.languages import Language, Pair, Side
from service.core.text import fold_term


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
    DOCUMENT = "document"
    FORMULA = "formula"
    EVENT = "event"
    LABEL = "label"


class Confidence(StrEnum):
    """How far a concept's pair of names can be trusted."""

    SOURCED = "sourced"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Collection(StrEnum):
    """Whose collection a concept belongs to: all offices', or one office's own."""

    NATIONAL = "national"
    OFFICE = "office"


@dataclass(frozen=True)
class Validity:
    """The days on which a name is right; bounds are inclusive, None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the name is right on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: "Validity") -> bool:
        """Whether a day exists on which both are right."""
        starts = [day for day in (self.first, other.first) if day]
        ends = [day for day in (self.last, other.last) if day]
        return not starts or not ends or max(starts) <= min(ends)


@dataclass(frozen=True)
class Terms:
    """The written forms of a concept in one language.

    Where a part of a name changes, a form holds a slot: an institution writes `{place}` or `{short}` for the
    name of its place, the session of a mechanism `{n}` for its number (service/language/patterns.py).

    Attributes:
        preferred: The form that drafts print.
        short: The form inside other names ("Hà Giang" in "Tỉnh ủy Hà Giang"); of an institution or a
            mechanism, its name without its place ("Tỉnh ủy", 省委).
        admitted: Forms that are also right.
        deprecated: Forms that are wrong and named as such.
        search: Forms that find the concept and are never printed.
        abbreviations: Forms that are this concept only as they are written, case and all: UBND, SNgV.
        sides: The form in the texts of a side that says it otherwise than `preferred` (越中 for 中越).
        reading: How `preferred` is read where that does not follow from its letters: pinyin of a name (重庆
            is Chóngqìng); for sorting and for search.
    """

    preferred: str
    short: str | None = None
    admitted: tuple[str, ...] = ()
    deprecated: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    sides: Mapping[Side, str] = field(default_factory=dict)
    reading: str | None = None

    @cached_property
    def recognised(self) -> tuple[str, ...]:
        """The forms by which a record may name the concept in any case of letters, preferred first."""
        short = (self.short,) if self.short else ()
        return tuple(dict.fromkeys((self.preferred, *short, *self.sides.values(), *self.admitted)))

    def of_side(self, side: Side | None) -> "Terms":
        """The forms in the texts of a side: its own form is preferred there, where it has one."""
        own = self.sides.get(side) if side else None
        if own is None:
            return self
        return replace(self, preferred=own, admitted=(self.preferred, *self.admitted), reading=None)


@dataclass(frozen=True)
class SessionForm:
    """How the numbered sessions of a mechanism are called: one pair of patterns with `{n}`."""

    vi: Terms
    zh: Terms

    def terms(self, language: Language, side: Side | None = None) -> Terms:
        """The patterns in one language, in the texts of a side."""
        return (self.vi if language is Language.VI else self.zh).of_side(side)


@dataclass(frozen=True)
class Source:
    """Where a pair of names was met.

    Attributes:
        address: Of a page, or what names a paper.
        note: Which part of it, or what it is.
        day: On which it was published or seen.
    """

    address: str
    note: str = ""
    day: date | None = None


_UNDEFINED = Pair(None, None)


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
        confirm: An officer of the Chinese side should confirm the names before they are first signed.
        side: The side the thing belongs to (whose office, sector or citizen it is), None for both.
        part_of: The place that a place lies in; a place in none is a country or the word for a level (tỉnh).
        level: Of a place: `country`, `province`, `region`, `prefecture`, `city`, `county`, `commune`.
        levels: Of an institution: the levels of places that have one; of a title: those of the places at
            whose head it stands (Tỉnh trưởng), none for a title that is held in an institution.
        capital: The place that is the seat of a province.
        institution_type: The type concept of an institution.
        titles: Of an institution type: title concept to the Chinese title held there.
        whole: A title that names its body itself and is a position alone (越南驻昆明总领事).
        sessions: Of a mechanism: how its sessions are called, the fullest form first.
        definition: What the thing is, in each language that has one; paragraphs are lines.
        domain: The subject field, in words of the office (border trade, labour).
        collection: Whose collection it belongs to.
        components: Concepts whose names this name is made of, in their order in the Vietnamese one.
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
    confirm: bool = False
    side: Side | None = None
    part_of: str | None = None
    level: str | None = None
    levels: tuple[str, ...] = ()
    capital: str | None = None
    institution_type: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    sessions: tuple[SessionForm, ...] = ()
    definition: Pair = _UNDEFINED
    domain: str = ""
    collection: Collection = Collection.NATIONAL
    components: tuple[str, ...] = ()

    def terms(self, language: Language, side: Side | None = None) -> Terms:
        """The terms in one language; in the texts of a side, with that side's form as the preferred one."""
        return (self.vi if language is Language.VI else self.zh).of_side(side)

    @cached_property
    def folded_names(self) -> tuple[tuple[Language, str], ...]:
        """Its preferred name in each language, in any case of letters."""
        return tuple((language, fold_term(self.terms(language).preferred)) for language in Language)

    @cached_property
    def has_slots(self) -> bool:
        """Whether one of its forms is a pattern."""
        both = (self.vi, self.zh)
        forms = (form for one in both for form in (*one.recognised, *one.abbreviations, *one.deprecated))
        return any("{" in form for form in (self.vi.preferred, self.zh.preferred, *forms))

    @property
    def is_level_word(self) -> bool:
        """Whether this is the word for a level of places: tỉnh, 省."""
        return self.category is Category.PLACE and self.part_of is None and self.level != "country"


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

    @cached_property
    def _by_category(self) -> Mapping[Category, list[Concept]]:
        found: dict[Category, list[Concept]] = {category: [] for category in Category}
        for concept in self.concepts:
            found[concept.category].append(concept)
        return found

    @cached_property
    def patterned(self) -> list[Concept]:
        """Concepts with forms that are patterns, and all that composed names are made of."""
        return [
            one
            for one in self.concepts
            if one.has_slots or one.sessions or one.category is Category.INSTITUTION
        ]

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each concept by its id, in file order."""
        return {concept.concept_id: place for place, concept in enumerate(self.concepts)}

    @cached_property
    def objects(self) -> frozenset[int]:
        """Which objects these are: termbases that follow each other share all that did not change."""
        return frozenset(map(id, self.concepts))

    def of(self, category: Category) -> Sequence[Concept]:
        """Concepts of a category, in file order."""
        return self._by_category[category]
