"""A concept as fields, each a text or a list of texts: what every format carries and a plan compares."""

from collections.abc import Mapping
from datetime import date
from typing import get_args

from service.core.languages import Language, Pair, Side
from service.core.message import BienbanError, Message, message
from service.exchange.field_values import (
    YES,
    Field,
    Kind,
    read_session,
    read_source,
    read_title,
    write_session,
    write_source,
)
from service.exchange.incoming import Value
from service.exchange.termbase_form import Level
from service.glossary.concepts import Category, Collection, Concept, Confidence, Terms, Validity

_LEVELS = get_args(Level)
_TERM_LISTS = ("admitted", "abbreviations", "deprecated", "search")

FIELDS = (
    Field("category", Kind.CODE, tuple(Category)),
    Field("vi.preferred"),
    Field("zh.preferred"),
    Field("vi.short"),
    Field("zh.short"),
    *(Field(f"{language}.{name}", Kind.LINES) for name in _TERM_LISTS for language in Language),
    Field("vi.reading"),
    Field("zh.reading"),
    *(Field(f"{language}.{side}") for language in Language for side in Side),
    Field("valid.first", Kind.DAY),
    Field("valid.last", Kind.DAY),
    Field("successor", Kind.ID),
    Field("confidence", Kind.CODE, tuple(Confidence)),
    Field("sources", Kind.SOURCES),
    Field("note", Kind.TEXT),
    Field("confirm", Kind.FLAG),
    Field("definition.vi", Kind.TEXT),
    Field("definition.zh", Kind.TEXT),
    Field("domain"),
    Field("collection", Kind.CODE, tuple(Collection)),
    Field("components", Kind.IDS),
    Field("side", Kind.CODE, tuple(Side)),
    Field("part_of", Kind.ID),
    Field("level", Kind.CODE, _LEVELS),
    Field("levels", Kind.CODES, _LEVELS),
    Field("capital", Kind.ID),
    Field("institution_type", Kind.ID),
    Field("titles", Kind.TITLES),
    Field("whole", Kind.FLAG),
    Field("sessions", Kind.SESSIONS),
)
"""Every field, in the order of columns and of a plan's changes."""

BY_KEY: Mapping[str, Field] = {field.key: field for field in FIELDS}
NEEDED = ("category", "vi.preferred", "zh.preferred")


class ConceptIncomplete(BienbanError):
    """Fields do not make a concept: its category or a preferred term is missing."""


def fields_of(concept: Concept) -> dict[str, Value]:
    """The fields of a concept that hold something, in the order of `FIELDS`."""
    values = _scalars(concept) | _lists(concept)
    for language in Language:
        values |= _term_fields(language, concept.terms(language))
    return {field.key: value for field in FIELDS if (value := values[field.key])}


def _scalars(concept: Concept) -> dict[str, Value]:
    texts = {
        "category": concept.category,
        "valid.first": _day_text(concept.validity.first),
        "valid.last": _day_text(concept.validity.last),
        "successor": concept.successor,
        "confidence": concept.confidence,
        "note": concept.note,
        "confirm": YES if concept.confirm else "",
        "definition.vi": concept.definition.vi,
        "definition.zh": concept.definition.zh,
        "domain": concept.domain,
        "collection": concept.collection,
        "side": concept.side,
        "part_of": concept.part_of,
        "level": concept.level,
        "capital": concept.capital,
        "institution_type": concept.institution_type,
        "whole": YES if concept.whole else "",
    }
    return {key: str(text or "") for key, text in texts.items()}


def _lists(concept: Concept) -> dict[str, Value]:
    return {
        "sources": tuple(map(write_source, concept.sources)),
        "components": concept.components,
        "levels": concept.levels,
        "titles": tuple(f"{title} = {chinese}" for title, chinese in concept.titles.items()),
        "sessions": tuple(map(write_session, concept.sessions)),
    }


def _term_fields(language: Language, terms: Terms) -> dict[str, Value]:
    own: dict[str, Value] = {name: getattr(terms, name) for name in _TERM_LISTS}
    own |= {"preferred": terms.preferred, "short": terms.short or "", "reading": terms.reading or ""}
    own |= {side.value: terms.sides.get(side, "") for side in Side}
    return {f"{language}.{name}": value for name, value in own.items()}


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def find_missing(values: Mapping[str, Value]) -> list[Message]:
    """Say what fields lack to be a concept; nothing where they lack nothing."""
    said = {
        "category": message("names no category"),
        "vi.preferred": message("names no Vietnamese term"),
        "zh.preferred": message("names no term in Simplified Chinese"),
    }
    return [said[key] for key in NEEDED if not values.get(key)]


def concept_of(concept_id: str, values: Mapping[str, Value]) -> Concept:
    """Build a concept of its fields, each in the form in which `read_value` keeps it.

    Raises:
        ConceptIncomplete: Category or a preferred term is missing.
    """
    missing = find_missing(values)
    if missing:
        raise ConceptIncomplete(*missing)
    return _Fields(values).concept(concept_id)


class _Fields:
    """Reads fields by their key; what is absent is empty."""

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def text(self, key: str) -> str:
        value = self._values.get(key, "")
        return value if isinstance(value, str) else "\n".join(value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key, ())
        return (value,) if isinstance(value, str) else value

    def day(self, key: str) -> date | None:
        text = self.text(key)
        return date.fromisoformat(text) if text else None

    def concept(self, concept_id: str) -> Concept:
        side, confidence = self.text("side"), self.text("confidence")
        return Concept(
            concept_id=concept_id,
            category=Category(self.text("category")),
            vi=self.terms(Language.VI),
            zh=self.terms(Language.ZH),
            validity=Validity(self.day("valid.first"), self.day("valid.last")),
            successor=self.text("successor") or None,
            confidence=Confidence(confidence) if confidence else Confidence.MEDIUM,
            sources=tuple(map(read_source, self.texts("sources"))),
            note=self.text("note"),
            confirm=self.text("confirm") == YES,
            side=Side(side) if side else None,
            part_of=self.text("part_of") or None,
            level=self.text("level") or None,
            levels=self.texts("levels"),
            capital=self.text("capital") or None,
            institution_type=self.text("institution_type") or None,
            titles=dict(map(read_title, self.texts("titles"))),
            whole=self.text("whole") == YES,
            sessions=tuple(map(read_session, self.texts("sessions"))),
            definition=Pair(self.text("definition.vi") or None, self.text("definition.zh") or None),
            domain=self.text("domain"),
            collection=Collection(self.text("collection") or Collection.NATIONAL),
            components=self.texts("components"),
        )

    def terms(self, language: Language) -> Terms:
        sides = {side: self.text(f"{language}.{side}") for side in Side}
        return Terms(
            preferred=self.text(f"{language}.preferred"),
            short=self.text(f"{language}.short") or None,
            admitted=self.texts(f"{language}.admitted"),
            deprecated=self.texts(f"{language}.deprecated"),
            search=self.texts(f"{language}.search"),
            abbreviations=self.texts(f"{language}.abbreviations"),
            sides={side: form for side, form in sides.items() if form},
            reading=self.text(f"{language}.reading") or None,
        )
