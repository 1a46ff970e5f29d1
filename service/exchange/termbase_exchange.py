"""Concepts as one YAML file in the form of the shipped termbase, out and in."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from service.core.languages import Language
from service.core.message import BienbanError, Message, message
from service.exchange.concept_fields import BY_KEY, fields_of
from service.exchange.field_values import NO, read_item, terms_data
from service.exchange.incoming import ExchangedConcept, FileRefused, Incoming, Reading, Value
from service.exchange.termbase_files import TermbaseError, read_concepts
from service.exchange.termbase_form import ConceptForm
from service.exchange.tree import UnreadableFile, read_tree
from service.glossary.concepts import Concept, Source

_DEFAULTED = ("confidence", "collection")


class _Dumper(yaml.SafeDumper):
    """Writes lists inside their keys, as the shipped files do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002 - PyYAML's own
        del indentless
        super().increase_indent(flow, indentless=False)


def write_yaml(concepts: Iterable[ExchangedConcept]) -> bytes:
    """Write concepts as a file that `load_termbase` and `read_yaml` read; each names its category."""
    data = {"concepts": [_concept_data(entry) for entry in concepts]}
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, encoding="utf-8")


def _concept_data(entry: ExchangedConcept) -> Mapping[str, Any]:
    concept = entry.concept
    days = {"first": concept.validity.first, "last": concept.validity.last}
    data: dict[str, Any] = {
        "id": concept.concept_id,
        "revision": str(entry.revision) if entry.revision is not None else "",
        "state": entry.state.value if entry.state else "",
        "category": concept.category.value,
        "side": concept.side.value if concept.side else "",
        **{key: getattr(concept, key) for key in ("level", "part_of", "capital", "institution_type")},
        "levels": list(concept.levels),
        "titles": dict(concept.titles),
        "whole": concept.whole,
        **{language.value: terms_data(concept.terms(language)) for language in Language},
        "sessions": [{"vi": terms_data(one.vi), "zh": terms_data(one.zh)} for one in concept.sessions],
        "components": list(concept.components),
        "valid": {key: day for key, day in days.items() if day},
        "successor": concept.successor,
        "collection": concept.collection.value,
        "domain": concept.domain,
        "definition": {
            language.value: text for language in Language if (text := concept.definition.text(language))
        },
        "confidence": concept.confidence.value,
        "confirm": concept.confirm,
        "sources": [_source_data(source) for source in concept.sources],
        "note": concept.note,
    }
    return {key: value for key, value in data.items() if value}


def _source_data(source: Source) -> Mapping[str, Any]:
    data = {"address": source.address, "day": source.day, "note": source.note}
    return {key: value for key, value in data.items() if value}


def read_yaml(data: bytes, name: str) -> Reading:
    """Read concepts from a file in the form of the shipped termbase.

    A key that is absent or empty leaves its field as it is; `clear` lists fields to be emptied.

    Raises:
        FileRefused: Not YAML, or not of the form; every mistake has its line.
    """
    try:
        tree = read_tree(data, name, is_long=True)
        forms, concepts = read_concepts(tree)
    except (UnreadableFile, TermbaseError) as error:
        raise FileRefused(*error.problems) from None
    incoming = (
        _incoming(number, f"{name}:{tree.line(('concepts', number - 1))}", form, concept)
        for number, (form, concept) in enumerate(zip(forms, concepts, strict=True), start=1)
    )
    return Reading(tuple(incoming))


def _incoming(number: int, place: str, form: ConceptForm, concept: Concept) -> Incoming:
    said = form.model_fields_set
    values = {key: value for key, value in fields_of(concept).items() if key not in _DEFAULTED or key in said}
    values |= {key: NO for key in ("confirm", "whole") if key in said and key not in values}
    stated, problems = _checked(values)
    unknown = [key for key in form.clear if key not in BY_KEY]
    problems += [message("unknown key “{key}”", key=key) for key in unknown]
    return Incoming(
        number=number,
        place=place,
        concept_id=concept.concept_id,
        stated=stated,
        cleared=tuple(key for key in form.clear if key in BY_KEY),
        revision=form.revision,
        state=form.state,
        problems=tuple(message("{place}: {problem}", place=place, problem=one) for one in problems),
    )


def _checked(values: Mapping[str, Value]) -> tuple[dict[str, Value], list[Message]]:
    """Hold values to what every format holds them to, such as the years of days and the length of texts."""
    stated: dict[str, Value] = {}
    problems: list[Message] = []
    for key, value in values.items():
        field = BY_KEY[key]
        try:
            texts = [read_item(field, text) for text in ((value,) if isinstance(value, str) else value)]
            stated[key] = tuple(texts) if field.kind.is_list else texts[0]
        except BienbanError as error:
            problems += error.problems
    return stated, problems
