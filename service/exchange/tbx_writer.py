"""Concepts as TBX-Basic (ISO 30042:2019) in DCA style."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from lxml import etree

from service.core.languages import Language
from service.exchange.concept_fields import fields_of
from service.exchange.field_values import read_source
from service.exchange.incoming import Event, ExchangedConcept, Value
from service.exchange.tbx_categories import (
    CARRIED,
    CORE,
    DAY,
    NOTE,
    READING,
    RELATIONS,
    REVISION,
    STATE,
    VARIANT,
    WRITTEN_STATUS,
    WRITTEN_TAGS,
    XML_LANG,
    Status,
    carry,
    read_carried,
)
from service.glossary.concepts import Concept, Terms

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name lxml gives its elements
_NAMES: dict[str, str] = {None: CORE}  # type: ignore[dict-item] # the stubs know no default namespace
_ORIGIN = (
    "Exported by Bienban. Notes that begin with [bienban:…] carry fields that TBX-Basic has no category for."
)
_AS_CATEGORIES = ("domain", "collection", *RELATIONS)  # and not as notes


def write_tbx(concepts: Iterable[ExchangedConcept], title: str) -> bytes:
    """Write concepts as one TBX file, the same bytes for the same concepts.

    Args:
        concepts: In the order of the file; ids are unique.
        title: Of the file, for people: which glossary, which version.

    Source:
        ISO 30042:2019, core structure; TBX-Basic dialect, DCA style.
    """
    entries = tuple(concepts)
    ids = {one.concept.concept_id for one in entries}
    head, tail = _frame(title)
    return b"".join((head, *(_serialised(_entry(entry, ids)) for entry in entries), tail))


def _frame(title: str) -> tuple[bytes, bytes]:
    """What stands before and after the entries."""
    root = etree.Element(_tag("tbx"), {"type": "TBX-Basic", "style": "dca", XML_LANG: "vi"}, nsmap=_NAMES)
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(description, "titleStmt"), "title", title)
    _add(_add(description, "sourceDesc"), "p", _ORIGIN)
    _add(_add(root, "text"), "body").append(etree.Comment("entries"))
    head, _, tail = etree.tostring(root, encoding="UTF-8", xml_declaration=True).partition(b"<!--entries-->")
    return head + b"\n", tail + b"\n"


def _serialised(entry: Element) -> bytes:
    # The entry stands in the namespace of its frame and need not declare it again: its own is the first one.
    declared = f' xmlns="{CORE}"'.encode()
    return etree.tostring(entry, encoding="utf-8", pretty_print=True).replace(declared, b"", 1)


def _tag(name: str) -> str:
    return f"{{{CORE}}}{name}"


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    element = etree.SubElement(parent, _tag(name), attributes)
    element.text = text
    return element


def _entry(entry: ExchangedConcept, ids: Collection[str]) -> Element:
    concept = entry.concept
    element = etree.Element(_tag("conceptEntry"), {"id": concept.concept_id}, nsmap=_NAMES)
    values = fields_of(concept)
    if concept.domain:
        _add(element, "descrip", concept.domain, type="subjectField")
    _add(element, "admin", concept.collection.value, type="projectSubset")
    for text in _texts(values, "sources"):
        _add_source(element, text)
    for field in RELATIONS:
        for target in _texts(values, field):
            _add_relation(element, field, target, ids)
    for event in entry.events:
        _add_event(element, event)
    for text in chain(_note_lines(concept), _carried(values), _beside(entry)):
        _add(element, "note", text)
    for language in Language:
        _add_language(element, concept, language)
    return element


def _texts(values: dict[str, Value], key: str) -> Sequence[str]:
    value = values.get(key, ())
    return (value,) if isinstance(value, str) else value


def _add_source(parent: Element, text: str) -> None:
    source = read_source(text)
    if source.day is None and not source.note:
        _add(parent, "admin", source.address, type="source")
        return
    group = _add(parent, "adminGrp")
    _add(group, "admin", source.address, type="source")
    if source.day is not None:
        _add(group, "note", carry(DAY, source.day.isoformat()))
    if source.note:
        _add(group, "note", _shield(source.note))


def _add_relation(parent: Element, field: str, target: str, ids: Collection[str]) -> None:
    # A cross reference leads to an entry of the same file; anything else would not be valid.
    if target in ids:
        _add(parent, "ref", field, type="crossReference", target=target)
    else:
        _add(parent, "note", carry(field, target))


def _add_event(parent: Element, event: Event) -> None:
    group = _add(parent, "transacGrp")
    _add(group, "transac", event.kind.value, type="transactionType")
    if event.day is not None:
        _add(group, "date", event.day.isoformat())
    if event.person:
        _add(group, "transacNote", event.person, type="responsibility")


def _note_lines(concept: Concept) -> Iterator[str]:
    """A note a line: a line break inside one is layout to other programs."""
    return (_shield(line) for line in concept.note.split("\n")) if concept.note else iter(())


def _shield(text: str) -> str:
    """A note of people that looks like one of ours is carried itself."""
    return carry(NOTE, text) if read_carried(text) else text


def _carried(values: dict[str, Value]) -> Iterator[str]:
    for key in values:
        if key in CARRIED and key not in _AS_CATEGORIES:
            yield from (carry(key, text) for text in _texts(values, key))


def _beside(entry: ExchangedConcept) -> Iterator[str]:
    if entry.revision is not None:
        yield carry(REVISION, str(entry.revision))
    if entry.state is not None:
        yield carry(STATE, entry.state.value)


def _add_language(parent: Element, concept: Concept, language: Language) -> None:
    section = _add(parent, "langSec", **{XML_LANG: WRITTEN_TAGS[language]})
    definition = concept.definition.text(language)
    for line in definition.split("\n") if definition else ():
        _add(section, "descrip", line, type="definition")
    terms = concept.terms(language)
    preferred = _add_term(section, terms.preferred, Status.PREFERRED)
    if terms.reading:
        _add(preferred, "note", carry(READING, terms.reading))
    _add_other_terms(section, terms)


def _add_other_terms(section: Element, terms: Terms) -> None:
    if terms.short:
        _add_term(section, terms.short, Status.ADMITTED, termType="shortForm")
    for side, form in terms.sides.items():
        _add_term(section, form, Status.ADMITTED, geographicalUsage=side.value.upper())
    for form in terms.admitted:
        _add_term(section, form, Status.ADMITTED)
    for form in terms.abbreviations:
        _add_term(section, form, Status.ADMITTED, termType="abbreviation")
    for form in terms.deprecated:
        _add_term(section, form, Status.DEPRECATED)
    for form in terms.search:
        # No status says “only to be found by”, and an admitted term might be printed by other programs.
        _add_term(section, form, None, termType=VARIANT)


def _add_term(section: Element, text: str, status: Status | None, **notes: str) -> Element:
    element = _add(section, "termSec")
    _add(element, "term", text)
    if status is not None:
        _add(element, "termNote", WRITTEN_STATUS[status], type="administrativeStatus")
    for category, note in notes.items():
        _add(element, "termNote", note, type=category)
    return element
