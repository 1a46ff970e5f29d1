"""One entry of a TBX file, its items put into the fields of a concept."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from service.core.languages import Language
from service.core.message import BienbanError, Message, message
from service.exchange.concept_fields import BY_KEY
from service.exchange.field_values import find_day, is_id, read_day, read_item, write_source
from service.exchange.incoming import Event, Incoming, Value
from service.exchange.tbx_categories import (
    CARRIED,
    CLEAR,
    DAY,
    NOTE,
    READING,
    RELATIONS,
    REVISION,
    STATE,
    STATUS_CATEGORIES,
    XML_LANG,
    Status,
    read_carried,
    read_event,
    read_language,
    read_side,
    read_status,
)
from service.exchange.tbx_terms import FoundTerm, sort_terms
from service.exchange.tbx_texts import is_chinese, join_texts, read_revision, read_state
from service.exchange.tbx_walk import (
    LANGUAGE_SECTIONS,
    TERM_SECTIONS,
    Element,
    Item,
    items_of,
    sections,
)
from service.glossary.concepts import Collection, Source

_READINGS = ("pronunciation", "transliteratedForm", "transliteration")


class TbxEntry:
    """Reads one entry; what is wrong in it refuses the entry, not the file.

    Attributes:
        dropped: Data categories that the glossary does not keep, and how often they stand here.
    """

    def __init__(self, number: int, place: str, language: str) -> None:
        """Take the entry's number and place in the file, and the language of the file itself."""
        self.dropped: Counter[str] = Counter()
        self._number = number
        self._place = place
        self._language = language
        self._id: str | None = None
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._terms: dict[Language, list[FoundTerm]] = defaultdict(list)
        self._others: set[str] = set()
        self._events: list[Event] = []
        self._cleared: list[str] = []
        self._beside: dict[str, str] = {}
        self._problems: list[Message] = []

    def read(self, element: Element) -> None:
        """Read the whole entry."""
        own = element.get("id", "")
        self._id = own if is_id(own) else None
        for item in items_of(element):
            self._read_item(item, None, "")
        for section in sections(element, LANGUAGE_SECTIONS):
            self._read_language(section)

    def incoming(self) -> Incoming:
        """The entry as plain data."""
        stated: dict[str, Value] = {}
        for language, terms in self._terms.items():
            stated |= sort_terms(language, terms)
        stated |= join_texts(self._texts)
        checked = {key: fit for key, value in stated.items() if (fit := self._fit(key, value))}
        return Incoming(
            number=self._number,
            place=self._place,
            concept_id=self._id,
            stated=checked,
            cleared=tuple(self._cleared),
            revision=read_revision(self._beside.get(REVISION, "")),
            state=read_state(self._beside.get(STATE, "")),
            events=tuple(self._events),
            problems=tuple(self._problems),
            notes=tuple(self._notes()),
        )

    def _read_language(self, section: Element) -> None:
        tag = section.get(XML_LANG) or section.get("lang") or ""
        found = read_language(tag)
        if found is None:
            self._others.add(tag)
            return
        language, is_traditional = found
        for item in items_of(section):
            self._read_item(item, language, "")
        for term in sections(section, TERM_SECTIONS):
            self._read_term(term, language, is_traditional=is_traditional)

    def _read_term(self, section: Element, language: Language, *, is_traditional: bool) -> None:
        items = list(items_of(section))
        texts = [item.text for item in items if item.category == "term" and item.text]
        if not texts:
            self.dropped["term without a text"] += 1
            return
        notes: dict[str, str] = {}
        for item in items:
            if item.category in _TERM_NOTES:
                notes[_TERM_NOTES[item.category]] = item.text
                self._read_rest(item, language, texts[0], notes)
            elif item.category not in ("term", *STATUS_CATEGORIES):
                self._read_item(item, language, texts[0], notes)
            else:
                self._read_rest(item, language, texts[0], notes)
        self._terms[language].append(
            FoundTerm(
                texts[0],
                _status(items),
                notes.get("termType", "").casefold().replace(" ", ""),
                read_side(notes.get("geographicalUsage", "")),
                notes.get(READING, ""),
                is_traditional=is_traditional,
            )
        )

    def _read_item(
        self, item: Item, language: Language | None, term: str, notes: dict[str, str] | None = None
    ) -> None:
        """Read what may stand at any level; `term` is the one it stands beside."""
        if item.category == "note":
            self._read_note(item.text, term, notes)
        elif item.category == "definition":
            self._read_definition(item, language)
        elif item.category in ("source", "sourceIdentifier"):
            self._read_source(item)
        elif item.category in ("externalCrossReference", "externalCrossReferenceURI"):
            self._add_source(Source(item.target or item.text, item.text if item.target else ""))
        elif not term and language is None and item.category in _OF_CONCEPT:
            _OF_CONCEPT[item.category](self, item)
        else:
            self.dropped[item.category] += 1
        self._read_rest(item, language, term, notes)

    def _read_rest(
        self, item: Item, language: Language | None, term: str, notes: dict[str, str] | None
    ) -> None:
        """Read what stands in one group with an item and is no part of it."""
        parts = _PARTS.get(item.category, ())
        for one in item.companions:
            if one.category not in parts:
                self._read_item(one, language, term, notes)

    def _read_note(self, text: str, term: str, notes: dict[str, str] | None) -> None:
        carried = read_carried(text)
        if carried is None:
            self._texts["note"].append(f"{term}: {text}" if term and text else text)
            return
        key, value = carried
        if key == READING and notes is not None:
            notes[READING] = value
        elif key == NOTE:
            self._texts["note"].append(value)
        elif key in (REVISION, STATE):
            self._beside[key] = value
        elif key == CLEAR and value in BY_KEY:
            self._cleared.append(value)
        elif key in CARRIED:
            self._texts[key].append(value)
        else:
            self.dropped[f"[bienban:{key}]"] += 1

    def _read_definition(self, item: Item, language: Language | None) -> None:
        found = read_language(item.language or self._language)
        if language is None and found is not None:
            language = found[0]
        if language is None and is_chinese(item.text):
            language = Language.ZH
        # A definition in neither language is kept as what it is to this glossary: a note.
        self._texts[f"definition.{language}" if language else "note"].append(item.text)
        for source in item.of("source"):
            self._read_source(source)

    def _read_source(self, item: Item) -> None:
        day: date | None = None
        lines: list[str] = []
        for note in item.of("note"):
            key, value = read_carried(note.text) or (NOTE, note.text)
            if key == DAY:
                day = self._try_day(value)
            else:
                lines.append(value)
        if item.text:
            self._add_source(Source(item.text, " ".join(lines), day))

    def _add_source(self, source: Source) -> None:
        written = write_source(source)
        if written not in self._texts["sources"]:
            self._texts["sources"].append(written)

    def _try_day(self, text: str) -> date | None:
        try:
            return read_day(text)
        except BienbanError as error:
            self._say(*error.problems)
            return None

    def _read_domain(self, item: Item) -> None:
        self._texts["domain"].append(item.text)

    def _read_subset(self, item: Item) -> None:
        if item.text in tuple(Collection):
            self._texts["collection"].append(item.text)
        else:
            self.dropped[item.category] += 1

    def _read_relation(self, item: Item) -> None:
        if item.text in RELATIONS and is_id(item.target):
            self._texts[item.text].append(item.target)
        else:
            self.dropped[item.category] += 1

    def _read_event(self, item: Item) -> None:
        kind = read_event(item.text)
        if kind is None:
            self.dropped[f"{item.category} {item.text}"] += 1
            return
        # A transaction with a day of another form is still one that happened.
        days = [find_day(one.text[:10]) for one in item.of("date")]
        people = [one.text for one in item.of("responsibility")]
        self._events.append(Event(kind, days[0] if days else None, people[0] if people else ""))

    def _fit(self, key: str, value: Value) -> Value:
        """A value in the form in which it is kept; empty, with a problem, where it does not fit."""
        field = BY_KEY[key]
        try:
            if isinstance(value, str):
                return read_item(field, value)
            return tuple(read_item(field, text) for text in value)
        except BienbanError as error:
            self._say(*error.problems, key=key)
            return ""

    def _say(self, *problems: Message, key: str = "") -> None:
        place = f"{self._place}: {key}" if key else self._place
        self._problems += [message("{place}: {problem}", place=place, problem=one) for one in problems]

    def _notes(self) -> list[Message]:
        if not self._others:
            return []
        languages = ", ".join(sorted(self._others))
        return [message("{place}: languages not kept: {languages}", place=self._place, languages=languages)]


_TERM_NOTES = {
    "termType": "termType",
    "geographicalUsage": "geographicalUsage",
    **dict.fromkeys(_READINGS, READING),
}
_PARTS = {
    "definition": ("source",),
    "source": ("note",),
    "sourceIdentifier": ("note",),
    "transactionType": ("date", "responsibility"),
}
_OF_CONCEPT: Mapping[str, Callable[[TbxEntry, Item], None]] = {
    "subjectField": TbxEntry._read_domain,  # noqa: SLF001 - the class's own table
    "projectSubset": TbxEntry._read_subset,  # noqa: SLF001
    "crossReference": TbxEntry._read_relation,  # noqa: SLF001
    "transactionType": TbxEntry._read_event,  # noqa: SLF001
}


def _status(items: list[Item]) -> Status | None:
    """The status of a term; where two vocabularies disagree, what forbids wins."""
    found = [read_status(item.text) for item in items if item.category in STATUS_CATEGORIES]
    return next((status for status in (Status.DEPRECATED, *found) if status in found and status), None)
