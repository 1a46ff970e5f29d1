"""One row against what the glossary holds: which concept it is, and what it would change, field by field."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from service.core.text import fold_term
from service.exchange.concept_fields import BY_KEY, FIELDS, fields_of
from service.exchange.field_values import NO, Kind
from service.exchange.incoming import ExchangedConcept, Incoming, Value
from service.exchange.plan import FieldChange
from service.glossary.concepts import Category, Validity
from service.glossary.life import State

FORBIDDEN = ("vi.deprecated", "zh.deprecated")
_LONGEST_SLUG = 60
_OTHER = re.compile(r"[^a-z0-9]+")


class HeldConcepts:
    """What the glossary holds, found by id and by pairs of names."""

    def __init__(self, held: Iterable[ExchangedConcept]) -> None:
        """Hold concepts; ids are unique."""
        self.by_id = {one.concept.concept_id: one for one in held}
        self._by_names: dict[tuple[str, str], list[ExchangedConcept]] = defaultdict(list)
        for one in self.by_id.values():
            if one.state is State.RETIRED:  # what was retired has given its names back
                continue
            vi, zh = one.concept.vi.preferred, one.concept.zh.preferred
            self._by_names[fold_term(vi), fold_term(zh)].append(one)

    def find(self, incoming: Incoming, stated: Mapping[str, Value]) -> list[ExchangedConcept]:
        """The concepts that a row can mean: by its id, without one by its names, category and days."""
        if incoming.concept_id is not None:
            found = self.by_id.get(incoming.concept_id)
            return [found] if found else []
        names = (fold_term(str(stated.get(f"{language}.preferred", ""))) for language in ("vi", "zh"))
        category, validity = stated.get("category"), _validity(stated)
        return [
            one
            for one in self._by_names.get((next(names), next(names)), ())
            if category in (None, one.concept.category) and one.concept.validity.overlaps(validity)
        ]


def _validity(stated: Mapping[str, Value]) -> Validity:
    days = (stated.get(key) for key in ("valid.first", "valid.last"))
    first, last = (date.fromisoformat(str(day)) if day else None for day in days)
    return Validity(first, last)


def merge_fields(
    base: Mapping[str, Value], stated: Mapping[str, Value], cleared: Sequence[str]
) -> dict[str, Value]:
    """What a concept would hold after a row: what the row does not say stays.

    A list takes the place of a list, but forbidden terms only ever join those that are there: a file that
    does not know them must not set them free. The marker that empties a field empties them too.
    """
    merged = {key: value for key, value in base.items() if key not in cleared}
    for key, value in stated.items():
        old = merged.get(key, ())
        if key in FORBIDDEN and isinstance(value, tuple) and isinstance(old, tuple):
            merged[key] = (*old, *(text for text in value if text not in old))
        elif value == NO and BY_KEY[key].kind is Kind.FLAG:
            merged.pop(key, None)
        else:
            merged[key] = value
    return {key: value for key, value in merged.items() if value}


def changes_between(base: Mapping[str, Value], merged: Mapping[str, Value]) -> tuple[FieldChange, ...]:
    """The fields in which two states of a concept differ, in the order of fields."""
    return tuple(
        FieldChange(field.key, _value(field.key, base), _value(field.key, merged))
        for field in FIELDS
        if base.get(field.key) != merged.get(field.key)
    )


def _value(key: str, values: Mapping[str, Value]) -> Value:
    return values.get(key, () if BY_KEY[key].kind.is_list else "")


def held_fields(held: ExchangedConcept | None) -> dict[str, Value]:
    """The fields of a held concept; none of a new one."""
    return fields_of(held.concept) if held else {}


class IdMaker:
    """Names new concepts after their category and Vietnamese term: `place.ha-giang`, `place.ha-giang-2`."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Start from the ids that are taken: of the glossary, and those that the file gives itself."""
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def make(self, values: Mapping[str, Value]) -> str:
        """Give the next id; the same file on the same glossary gets the same ids."""
        name = _name_after(str(values["category"]), str(values["vi.preferred"]))
        count = self._counts.get(name, 1)
        chosen = name if count == 1 else f"{name}-{count}"
        while chosen in self._taken:
            count += 1
            chosen = f"{name}-{count}"
        self._counts[name] = count
        self._taken.add(chosen)
        return chosen


def _name_after(category: str, term: str) -> str:
    prefix = "type" if category == Category.INSTITUTION_TYPE else category
    plain = unicodedata.normalize("NFD", term.casefold()).replace("đ", "d")
    slug = _OTHER.sub("-", "".join(mark for mark in plain if not unicodedata.combining(mark)))
    return f"{prefix}.{slug[:_LONGEST_SLUG].strip('-') or 'concept'}"
