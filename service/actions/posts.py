"""Positions of registered persons read with the glossary: as of a day, and what they are made of."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from threading import Lock
from weakref import WeakKeyDictionary

from service.actions.live import Snapshot
from service.core.languages import Pair
from service.core.message import Message
from service.core.text import fold_term
from service.glossary.concepts import Collection
from service.glossary.named import Body, Named, Posts
from service.glossary.names import Names, NameUnresolved
from service.minutes.persons.listing import Parts
from service.minutes.persons.registered import HeldPosition

_MOST_DAYS = 8


class NameKind(StrEnum):
    """What a name of a record may name; the word for what resolves it."""

    PLACE = "place"
    MECHANISM = "mechanism"
    BODY = "body"
    PERSON = "person"
    POSTS = "posts"
    POSITION = "position"


_MOST_READ = 20_000


@dataclass(frozen=True)
class ReadPosition:
    """A position as of a day.

    Attributes:
        held: As the registry has it.
        day: The day that it was read for.
        name: In both languages; as it was written where the glossary does not resolve it.
        posts: What it resolves to; None of one that is written out, or does not resolve.
        problems: Why it does not resolve.
    """

    held: HeldPosition
    day: date
    name: Pair
    posts: Posts | None = None
    problems: tuple[Message, ...] = ()

    @property
    def concept_ids(self) -> frozenset[str]:
        """Ids of the concepts that compose it."""
        return frozenset(one.concept_id for one in self.posts.concepts) if self.posts else frozenset()

    @property
    def forms(self) -> frozenset[str]:
        """Every folded form it is known by: what is written, and what that resolves to."""
        written = (self.held.position.name, self.name.vi, self.name.zh)
        return frozenset(fold_term(one) for one in written if one)


class PostReader:
    """Reads positions with one state of the glossary; what was read once is kept."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Read with an office's glossary."""
        self._termbase = snapshot.termbase
        self._names: OrderedDict[date, Names] = OrderedDict()
        self._read: dict[tuple[date, str], Posts | tuple[Message, ...]] = {}
        self._ids: dict[tuple[date, NameKind, str], frozenset[str]] = {}
        self._lock = Lock()

    def names(self, day: date) -> Names:
        """The names of the glossary as of a day."""
        with self._lock:
            found = self._names.pop(day, None) or Names(self._termbase, day)
            self._names[day] = found
            if len(self._names) > _MOST_DAYS:
                self._names.popitem(last=False)
            return found

    def read(self, held: HeldPosition, day: date) -> ReadPosition:
        """A position as of a day."""
        text = held.position.name
        if text is None:
            return ReadPosition(held, day, held.position.pair)
        found = self._find(text, day)
        if isinstance(found, Posts):
            return ReadPosition(held, day, found.name, found)
        return ReadPosition(held, day, Pair(None, None), problems=found)

    def _find(self, text: str, day: date) -> Posts | tuple[Message, ...]:
        key = (day, text)
        found = self._read.get(key)
        if found is None:
            try:
                found = self.names(day).posts(text)
            except NameUnresolved as refusal:
                found = refusal.problems
            if len(self._read) > _MOST_READ:
                self._read.clear()
            self._read[key] = found
        return found

    def concept_ids(self, text: str, kind: NameKind, day: date) -> frozenset[str]:
        """Ids of the concepts that a name resolves to on a day; none where it does not."""
        key = (day, kind, text)
        if key not in self._ids:
            if len(self._ids) > _MOST_READ:
                self._ids.clear()
            try:
                named: Named = getattr(self.names(day), kind.value)(text)
                self._ids[key] = frozenset(concept.concept_id for concept in named.concepts)
            except NameUnresolved:
                self._ids[key] = frozenset()
        return self._ids[key]

    def read_in_bounds(self, held: HeldPosition) -> ReadPosition:
        """A position as of a day on which it is held: today, else the last or the first day that is known.

        A position may outlive a name of its body; it resolves where it does on one of those days.
        """
        days = dict.fromkeys(_days(held))
        read = [self.read(held, day) for day in days]
        return next((one for one in read if not one.problems), read[0])

    def parts(self, held: HeldPosition) -> Parts:
        """What a position is made of on its first, its last and the present day."""
        concepts: set[str] = set()
        bodies: set[str] = set()
        for day in dict.fromkeys(_days(held)):
            read = self.read(held, day)
            concepts |= read.concept_ids
            bodies |= {body_key(one.body) for one in (read.posts.positions if read.posts else ()) if one.body}
        return Parts(held.first, held.last, frozenset(concepts), frozenset(bodies))


def today() -> date:
    """The present day where the service runs."""
    return datetime.now().astimezone().date()


def _days(held: HeldPosition) -> Iterator[date]:
    if held.holds(today()):
        yield today()
    yield from (day for day in (held.last, held.first) if day)


def body_key(body: Body) -> str:
    """A body as the ids of its institution and its place, parted by a space."""
    institution = body.institution.concept_id if body.institution else ""
    place = body.place.chain[0].concept_id if body.place else ""
    return f"{institution} {place}"


_READERS: WeakKeyDictionary[Snapshot, PostReader] = WeakKeyDictionary()
_READERS_LOCK = Lock()


def post_reader(snapshot: Snapshot) -> PostReader:
    """The reader of a snapshot."""
    with _READERS_LOCK:
        reader = _READERS.get(snapshot)
        if reader is None:
            reader = _READERS[snapshot] = PostReader(snapshot)
        return reader


@dataclass(frozen=True)
class Glossaries:
    """The glossaries that names are resolved with.

    Attributes:
        own: Of the office of who asks.
        national: Everybody's.
    """

    own: Snapshot
    national: Snapshot

    def of(self, collection: Collection) -> PostReader:
        """What the entries of a collection are read with: everybody's entries say what everybody can read."""
        return post_reader(self.national if collection is Collection.NATIONAL else self.own)
