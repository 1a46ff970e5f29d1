"""Names, people and parties of a record as they are on a later day, and what changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from service.actions.resolving import Locate, Resolver
from service.core.languages import Language, Pair, Side
from service.core.message import Message, message
from service.core.text import fold_term
from service.glossary.concepts import Termbase
from service.glossary.named import Listed, Named, Posts
from service.glossary.names import Names, NameUnresolved
from service.glossary.succession import Succession
from service.minutes.fields import Name
from service.minutes.people import Attendee, Party, Person

N = TypeVar("N", bound=Named)
P = TypeVar("P", bound=Person)


@dataclass(frozen=True)
class Change:
    """Something that is not as it was at the last session, or not known any more.

    Attributes:
        place: Path in the new record.
        said: What a person should know of it.
    """

    place: str
    said: Message


@dataclass(frozen=True)
class Holder:
    """Somebody of whom a registry knows which positions they hold on the new day.

    Attributes:
        name: In both languages.
        address: Vietnamese form of address; None where none is known.
    """

    name: Pair
    address: str | None = None

    def is_called(self, name: Pair) -> bool:
        """Whether this is a name of theirs, in a language that both have."""
        mine = {(one, fold_term(text)) for one in Language if (text := self.name.text(one))}
        return any((one, fold_term(text)) in mine for one in Language if (text := name.text(one)))


class Holders(Protocol):
    """Who holds which position on the new day, as far as a registry knows."""

    def of_post(self, side: Side, posts: Posts) -> Sequence[Holder]:
        """Everybody of a side who holds a position, or all the positions of a list."""
        ...

    def knows(self, side: Side, name: Pair) -> bool:
        """Whether it knows any position at all, on whatever day, of somebody of that name."""
        ...


@dataclass
class Renewer:
    """Carries names over from one day to another and keeps what changed.

    Attributes:
        termbase: The glossary.
        before: The day on which the names were right.
        day: The later day.
        locate: Path in the record to a place for messages.
        holders: Who holds which position on the later day; None: nothing is known of that.
        changes: What is not as it was.
    """

    termbase: Termbase
    before: date
    day: date
    locate: Locate
    holders: Holders | None = None
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Look at the termbase as of both days."""
        self.old = Resolver(Names(self.termbase, self.before), self.locate)
        self.new = Names(self.termbase, self.day)
        self._succession = Succession(self.termbase, self.day)

    def tell(self, place: str, said: Message) -> None:
        """Keep a change."""
        self.changes.append(Change(place, said))

    def mechanism(self, name: Name | None) -> Name | None:
        """A mechanism; one written in the record is followed too where the glossary has it all the same."""
        if name is not None and name.name is None:
            if name.vi is None or not finds(self.old.names.mechanism, name.vi):
                self.tell(
                    "mechanism", message("was written in the record; see whether it is still called so")
                )
                return name
            name = plain_name(name.vi)
        return self._renewed(
            name, self.old.names.mechanism, self._later_listed, self.new.mechanism, "mechanism"
        )

    def _later_listed(self, listed: Listed) -> Listed | None:
        concept = self._succession.concept(listed.concept)
        return Listed(concept) if concept else None

    def _renewed(
        self,
        name: Name | None,
        find: Callable[[str], N],
        follow: Callable[[N], N | None],
        find_anew: Callable[[str], Named],
        place: str,
    ) -> Name | None:
        """A name as it is on the new day; null where nothing has taken its place."""
        if name is None or name.name is None:
            return name
        old = self.old.resolve(name, find, place)
        if old is None:
            return None
        new = follow(old)
        if new is None:
            self.tell(
                place,
                message(
                    "“{name}” does not exist on {day}, and nothing in the glossary took its place",
                    name=name.name,
                    day=self.day.isoformat(),
                ),
            )
            return None
        if new.name != old.name:
            self.tell(place, message("was “{old}”, is “{new}” now", old=old.name.vi, new=new.name.vi))
        elif new.concepts != old.concepts:
            said = message(
                "“{name}” is another one of the same name since {day}", name=name.name, day=_since(new)
            )
            self.tell(place, said)
        if new.name == old.name and finds(find_anew, name.name):
            return name
        return plain_name(new.name.vi or "") if finds(find_anew, new.name.vi or "") else _written(new.name)

    def body(self, name: Name | None, place: str) -> Name | None:
        """A body, at its place."""
        return self._renewed(name, self.old.names.body, self._succession.body, self.new.body, place)

    def party(self, party: Party, place: str) -> Party:
        """A party with its people."""
        fields: dict[str, object] = {
            "side": party.side,
            "body": self.body(party.body, f"{place}.body"),
        }
        if party.delegation is not None:
            fields["delegation"] = self.body(party.delegation, f"{place}.delegation")
        fields["head"] = self._person(party.head, f"{place}.head", party.side) if party.head else None
        if party.members is None:
            fields["members"] = None
        elif party.members:
            fields["members"] = tuple(
                self._attendee(one, f"{place}.members[{m}]", party.side)
                for m, one in enumerate(party.members)
            )
        if party.signatory is not None:
            fields["signatory"] = self._person(party.signatory, f"{place}.signatory", party.side)
        return Party.model_validate(fields)

    def _attendee(self, member: Attendee, place: str, side: Side) -> Attendee:
        if member.group is None:
            return self._person(member, place, side)
        group = self._renewed(
            member.group,
            self.old.names.position,
            self._succession.position,
            self.new.position,
            f"{place}.group",
        )
        # A group is its words: without them there is nobody to name.
        return Attendee(group=group) if group else Attendee(name=None, position=None)

    def _person(self, person: P, place: str, side: Side) -> P:
        """Somebody with the post of the new day; whoever holds a post of another body is not known."""
        before = len(self.changes)
        position = self._renewed(
            person.position,
            self.old.names.posts,
            self._succession.posts,
            self.new.posts,
            f"{place}.position",
        )
        name = self._renewed(
            person.name, self.old.names.person, self._later_listed, self.new.person, f"{place}.name"
        )
        has_changed = len(self.changes) > before
        values = {key: getattr(person, key) for key in person.model_fields_set}
        values |= {"name": name, "position": position}
        registered = self._as_registered(person, position, place, side)
        if registered is not None:
            values |= registered
        elif has_changed and position is not None:
            self.tell(
                f"{place}.name",
                message(
                    "{name} held the post before; who holds it now is not known", name=name_text(person.name)
                ),
            )
            values["name"] = None
        return type(person).model_validate(values)

    def _as_registered(
        self, person: Person, position: Name | None, place: str, side: Side
    ) -> dict[str, object] | None:
        """What the registry makes of somebody in a position; None where it knows nothing of either."""
        if self.holders is None or position is None or position.name is None:
            return None
        before = self._pair(person.name)
        holders = self.holders.of_post(side, self.new.posts(position.name))
        if any(one.is_called(before) for one in holders):
            return {"name": person.name}
        if len(holders) == 1:
            self._tell_holder(holders[0], person, place)
            return {"name": _written(holders[0].name), "address": holders[0].address}
        if holders:
            names = ", ".join(one.name.vi or one.name.zh or "" for one in holders)
            said = message(
                "more than one holds the post on {day}, as the registry says: {names}",
                day=self.day.isoformat(),
                names=names,
            )
        elif self.holders.knows(side, before):
            said = message(
                "{name} does not hold the post on {day}, as the registry says",
                name=name_text(person.name),
                day=self.day.isoformat(),
            )
        else:
            return None
        self.tell(f"{place}.name", said)
        return {"name": None}

    def _tell_holder(self, holder: Holder, person: Person, place: str) -> None:
        said = message(
            "{name} holds the post on {day}, as the registry says; at the last session it was {before}",
            name=holder.name.vi or holder.name.zh,
            day=self.day.isoformat(),
            before=name_text(person.name) or "—",
        )
        self.tell(f"{place}.name", said)

    def _pair(self, name: Name | None) -> Pair:
        """A person's name in both languages, as far as it is known."""
        if name is None or name.name is None:
            return name.pair if name else Pair(None, None)
        try:
            return self.old.names.person(name.name).name
        except NameUnresolved:
            return Pair(name.name, name.name)


def finds(find: Callable[[str], Named], text: str) -> bool:
    """Whether a name resolves."""
    try:
        find(text)
    except NameUnresolved:
        return False
    return True


def _since(named: Named) -> str:
    """The first day of the youngest part of a name."""
    days = [one.validity.first for one in named.concepts if one.validity.first]
    return max(days).isoformat() if days else "—"


def plain_name(text: str) -> Name:
    """A name for the glossary."""
    return Name.model_validate(text)


def _written(pair: Pair) -> Name:
    return Name(vi=pair.vi, zh=pair.zh)


def name_text(name: Name | None) -> str:
    """A name as the record has it."""
    return (name and (name.name or name.vi or name.zh)) or ""
