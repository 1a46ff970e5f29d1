"""Finding registered persons: by name as it is typed, by side, by body, by a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from service.actions.listing import offices_of
from service.actions.posts import Glossaries, PostReader, body_key, post_reader, today
from service.actions.work import Work
from service.core.languages import Side
from service.core.message import BienbanError, Message, message
from service.glossary.concepts import Collection
from service.glossary.names import NameUnresolved
from service.glossary.queries import Query, read_query
from service.glossary.search_keys import keys_of
from service.glossary.sort_keys import vi_sort_key, zh_sort_key
from service.minutes.persons import store
from service.minutes.persons.listing import (
    Findable,
    NameKeys,
    PagePlace,
    PersonFilters,
    PersonPage,
    TypedName,
)
from service.minutes.persons.registered import RegisteredPerson

_TONES = "123456"


class BodyUnknown(BienbanError):
    """A list is asked for a body that the glossary does not know."""


def findable(person: RegisteredPerson, reader: PostReader) -> Findable:
    """What a person is found and sorted by."""
    return Findable(
        names=[_keys(form, person) for form in person.forms],
        positions=[reader.parts(held) for held in person.positions],
        vi_sort=_vi_sort(person),
        zh_sort=zh_sort_key(person.zh, person.reading) if person.zh else vi_sort_key(person.name.vi or ""),
    )


def _keys(form: str, person: RegisteredPerson) -> NameKeys:
    keys = keys_of(form, person.reading if form == person.zh else None)
    return NameKeys(keys.exact, keys.plain, keys.pinyin, keys.initials)


def _vi_sort(person: RegisteredPerson) -> str:
    """Vietnamese people stand under their given name, the last word, as in any Vietnamese list."""
    name = person.name.vi or person.zh or ""
    if person.side is Side.VN:
        *family, own = name.split() or [""]
        return vi_sort_key(" ".join([own, *family]))
    return vi_sort_key(name)


def _typed_name(text: str) -> TypedName | None:
    """What somebody typed to find a name; None where it holds no letter."""
    query = read_query(text)
    return TypedName(tuple(_ways(query))) if query else None


def _ways(query: Query) -> Iterator[Sequence[tuple[str, Sequence[str]]]]:
    """The same alternatives as the glossary's search, as runs of whole tokens."""
    end = "" if query.is_begun else " "
    way: list[tuple[str, Sequence[str]]] = [("plain", [_run(query.plain, end)])]
    for run in query.exact:
        is_last = query.ends_exact and run is query.exact[-1]
        way.append(("exact", [_run(run, end if is_last else " ")]))
    way += [("exact", [f" v{tone}{start}" for tone in _TONES]) for start in query.with_d]
    yield way
    yield from ([("pinyin", [_run(spoken, "")])] for spoken in query.spoken)
    if query.initials:
        yield [("initials", [_run(query.initials, " ")])]


def _run(tokens: Sequence[str], end: str) -> str:
    return f" {' '.join(tokens)}{end}"


@dataclass(frozen=True)
class WantedPersons:
    """What a person asks a list for; an empty field narrows nothing.

    Attributes:
        text: What was typed of a name.
        side: Of the persons.
        body: A body in words, or a place for every body in it; they hold a position there.
        day: A day on which they hold it.
        collection: Everybody's entries, or the office's own.
        sorts_zh: In the Chinese order, else the Vietnamese one.
        after: Where the page before ended.
        most: How many a page has.
    """

    text: str = ""
    side: Side | None = None
    body: str = ""
    day: date | None = None
    collection: Collection | None = None
    sorts_zh: bool = False
    after: PagePlace | None = None
    most: int = 50


def list_persons(work: Work, wanted: WantedPersons, glossaries: Glossaries) -> PersonPage:
    """One page of the persons in sight.

    Raises:
        BodyUnknown: The body is none that the glossary knows on the day.
    """
    name = _typed_name(wanted.text)
    if wanted.text and name is None:
        return PersonPage()
    filters = PersonFilters(
        offices=offices_of(work, wanted.collection),
        name=name,
        side=wanted.side,
        day=wanted.day,
        bodies=_bodies(wanted.body, wanted.day or today(), glossaries) if wanted.body else (),
        sorts_zh=wanted.sorts_zh,
        after=wanted.after,
        most=wanted.most,
    )
    return store.list_persons(work.session, filters)


def _bodies(text: str, day: date, glossaries: Glossaries) -> list[tuple[str, str]]:
    """A body as what the store keeps of positions: as everybody names it, and as the office does."""
    found: dict[tuple[str, str], None] = {}
    problems: list[Message] = []
    for snapshot in dict.fromkeys((glossaries.own, glossaries.national)):
        try:
            body = post_reader(snapshot).names(day).body(text)
        except NameUnresolved as refusal:
            problems = [message("{place}: {problem}", place="body", problem=one) for one in refusal.problems]
            continue
        if body.institution is None and body.place is not None:
            found[store.CONCEPT, body.place.chain[0].concept_id] = None
        else:
            found[store.BODY, body_key(body)] = None
    if not found:
        raise BodyUnknown(*problems)
    return list(found)
