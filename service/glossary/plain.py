"""A concept as plain data, the form in which it is kept, compared and sent; keys are those of the YAML files.

What is empty is left out, so that equal concepts are equal texts.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias, cast

from service.core.languages import Language, Pair, Side
from service.glossary.concepts import (
    Category,
    Collection,
    Concept,
    Confidence,
    SessionForm,
    Source,
    Terms,
    Validity,
)

Plain: TypeAlias = dict[str, Any]

_LISTS = ("admitted", "deprecated", "search", "abbreviations")
_LINKS = ("successor", "part_of", "level", "capital", "institution_type")


def write_concept(concept: Concept) -> Plain:
    """Write a concept as plain data: JSON types only, days as YYYY-MM-DD."""
    plain: Plain = {"id": concept.concept_id, "category": concept.category.value}
    plain |= {language.value: _write_terms(concept.terms(language)) for language in Language}
    plain["confidence"] = concept.confidence.value
    plain["valid"] = _days(first=concept.validity.first, last=concept.validity.last)
    plain |= {name: getattr(concept, name) for name in _LINKS}
    plain |= {
        "side": concept.side.value if concept.side else None,
        "sources": [_write_source(source) for source in concept.sources],
        "note": concept.note,
        "confirm": concept.confirm,
        "levels": list(concept.levels),
        "titles": dict(concept.titles),
        "whole": concept.whole,
        "sessions": [{"vi": _write_terms(one.vi), "zh": _write_terms(one.zh)} for one in concept.sessions],
        "definition": _filled({"vi": concept.definition.vi, "zh": concept.definition.zh}),
        "domain": concept.domain,
        "components": list(concept.components),
    }
    return _filled(plain)


def _write_terms(terms: Terms) -> Plain:
    plain: Plain = {"preferred": terms.preferred, "short": terms.short, "reading": terms.reading}
    plain |= {name: list(getattr(terms, name)) for name in _LISTS}
    plain |= {side.value: form for side, form in terms.sides.items()}
    return _filled(plain)


def _write_source(source: Source) -> Plain:
    return _filled({"address": source.address, "note": source.note} | _days(day=source.day))


def _days(**days: date | None) -> Plain:
    return {name: day.isoformat() for name, day in days.items() if day is not None}


def _filled(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value not in (None, "", [], {}, False)}


def read_concept(plain: Mapping[str, Any]) -> Concept:
    """Read what write_concept wrote, or any data of that form; its collection is whoever's it is."""
    definition = plain.get("definition", {})
    return Concept(
        concept_id=plain["id"],
        category=Category(plain["category"]),
        vi=_read_terms(plain["vi"]),
        zh=_read_terms(plain["zh"]),
        validity=Validity(**{name: _day(day) for name, day in plain.get("valid", {}).items()}),
        confidence=Confidence(plain["confidence"]),
        sources=tuple(_read_source(source) for source in plain.get("sources", ())),
        note=plain.get("note", ""),
        confirm=plain.get("confirm", False),
        side=Side(plain["side"]) if plain.get("side") else None,
        levels=tuple(plain.get("levels", ())),
        titles=dict(plain.get("titles", {})),
        whole=plain.get("whole", False),
        sessions=tuple(
            SessionForm(_read_terms(one["vi"]), _read_terms(one["zh"])) for one in plain.get("sessions", ())
        ),
        definition=Pair(definition.get("vi"), definition.get("zh")),
        domain=plain.get("domain", ""),
        collection=Collection(plain.get("collection", Collection.NATIONAL)),
        components=tuple(plain.get("components", ())),
        **{name: plain.get(name) for name in _LINKS},
    )


def _read_terms(plain: Mapping[str, Any]) -> Terms:
    return Terms(
        preferred=plain["preferred"],
        short=plain.get("short"),
        sides={side: plain[side.value] for side in Side if plain.get(side.value)},
        reading=plain.get("reading"),
        **{name: tuple(plain.get(name, ())) for name in _LISTS},
    )


def _read_source(plain: Mapping[str, Any]) -> Source:
    return Source(plain["address"], plain.get("note", ""), _day(plain.get("day")))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def dump_concept(concept: Concept) -> str:
    """A concept as one line of JSON; equal concepts are equal lines."""
    return json.dumps(write_concept(concept), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def load_concept(text: str) -> Concept:
    """Read what dump_concept wrote."""
    return read_concept(cast("Plain", json.loads(text)))
