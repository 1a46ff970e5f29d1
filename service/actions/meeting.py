"""A record's names resolved as of its day: everything that a draft says of a meeting, in both languages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from service.checks.subject import UsedName
from service.core.languages import Pair, Side
from service.core.message import BienbanError, Message, message
from service.glossary.concepts import Category
from service.glossary.named import Body, Listed, Named
from service.glossary.names import Names, NameUnresolved
from service.minutes.fields import Name
from service.minutes.record import Attendee, Party, Person, Record, Role

Locate = Callable[[str], str]
N = TypeVar("N", bound=Named)


class UnresolvedNames(BienbanError):
    """Names of a record that the glossary does not resolve; one message a name, with its place."""


@dataclass(frozen=True)
class MeetingPerson:
    """Somebody at the meeting.

    Attributes:
        place: Path in the record.
        name: None where the source has none.
        position: Title and body.
        post: The title alone, which stands in the signature.
        address: Vietnamese form of address or nothing.
        role: Head, interpreter …; None of a plain member.
        is_group: These are people named only by what they are; then all but `group` is None.
        group: What they are; None where the source has it not.
    """

    place: str
    name: Pair | None = None
    position: Pair | None = None
    post: Pair | None = None
    address: str = ""
    role: Pair | None = None
    is_group: bool = False
    group: Pair | None = None


@dataclass(frozen=True)
class MeetingParty:
    """One party.

    Attributes:
        place: Path in the record.
        side: Its side.
        body: The body that takes part and signs; None where the source has none.
        title: What the title calls it, its place's words kept on one line.
        signing: Its body, its place's words kept on one line, as the signature names it.
        seat: The province or place it acts for, where its body has one.
        country: Its country.
        attendees: The head first.
        signatory: Who signs.
    """

    place: str
    side: Side
    body: Pair | None
    title: Pair | None
    signing: Pair | None
    seat: Pair | None
    country: Pair
    attendees: tuple[MeetingPerson, ...]
    signatory: MeetingPerson


@dataclass(frozen=True)
class Meeting:
    """A record with every name resolved.

    Attributes:
        record: The record.
        parties: In the record's order.
        place: Where it was held, without and with its country.
        place_with_country: As said.
        zone: The side whose local time is kept; None where nothing tells.
        names: Every name that was resolved.
    """

    record: Record
    parties: tuple[MeetingParty, ...]
    place: Pair | None
    place_with_country: Pair | None
    zone: Side | None
    names: tuple[UsedName, ...]

    def of_side(self, side: Side) -> tuple[MeetingParty, ...]:
        """The parties of a side, in the paper's order."""
        return tuple(party for party in self.parties if party.side is side)


@dataclass
class _Resolver:
    """Resolves names one by one and goes on after a refusal, so that all are told at once."""

    names: Names
    locate: Locate
    used: list[UsedName] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)

    def resolve(self, name: Name | None, find: Callable[[str], N], place: str) -> N | None:
        """Resolve a name of the glossary; None for one that is missing, written out, or refused."""
        if name is None or name.name is None:
            if name is not None:
                self.used.append(UsedName(place, name.pair, ()))
            return None
        try:
            named = find(name.name)
        except NameUnresolved as refusal:
            self.problems += [
                message("{place}: {problem}", place=self.locate(place), problem=said)
                for said in refusal.problems
            ]
            return None
        self.used.append(UsedName(place, named.name, named.concepts))
        return named


def resolve_meeting(record: Record, names: Names, locate: Locate) -> Meeting:
    """Resolve every name of a record.

    Args:
        record: The record.
        names: The glossary as of the record's day.
        locate: Path in the record to a place for messages (file, line and key).

    Raises:
        UnresolvedNames: Some names do not resolve; all of them are told.
    """
    resolver = _Resolver(names, locate)
    parties = tuple(_party(resolver, party, f"parties[{p}]") for p, party in enumerate(record.parties))
    place = resolver.resolve(record.place, names.place, "place")
    if resolver.problems:
        raise UnresolvedNames(*resolver.problems)
    written = record.place.pair if record.place else None
    return Meeting(
        record=record,
        parties=parties,
        place=place.full if place else written,
        place_with_country=place.full_with_country if place else written,
        zone=place.side if place else record.host,
        names=tuple(resolver.used),
    )


def _party(resolver: _Resolver, party: Party, place: str) -> MeetingParty:
    body = resolver.resolve(party.body, resolver.names.body, f"{place}.body")
    delegation = resolver.resolve(party.delegation, resolver.names.body, f"{place}.delegation")
    head = _head(resolver, party, f"{place}.head")
    members = _members(resolver, party, f"{place}.members")
    signatory = party.signatory and _person(resolver, party.signatory, f"{place}.signatory")
    return MeetingParty(
        place=place,
        side=party.side,
        body=_pair(body, party.body),
        title=_title(delegation, party.delegation) or _title(body, party.body),
        signing=_title(body, party.body),
        seat=body.place.name if body and body.place else None,
        country=resolver.names.country(party.side).name,
        attendees=(head, *members),
        signatory=signatory or head,
    )


def _head(resolver: _Resolver, party: Party, place: str) -> MeetingPerson:
    if party.head is None:
        return MeetingPerson(place, role=resolver.names.concept("role.head").name)
    return _person(resolver, party.head, place)


def _members(resolver: _Resolver, party: Party, place: str) -> list[MeetingPerson]:
    if party.members is None:
        return [MeetingPerson(place, is_group=True)]
    return [_attendee(resolver, member, f"{place}[{m}]") for m, member in enumerate(party.members)]


def _attendee(resolver: _Resolver, member: Attendee, place: str) -> MeetingPerson:
    if member.group is None:
        return _person(resolver, member, place)
    group = resolver.resolve(member.group, resolver.names.position, f"{place}.group")
    return MeetingPerson(f"{place}.group", is_group=True, group=_pair(group, member.group))


def _person(resolver: _Resolver, person: Person, place: str) -> MeetingPerson:
    def find(text: str) -> Listed:
        return resolver.names.listed(text, Category.PERSON)

    name = resolver.resolve(person.name, find, f"{place}.name")
    position = resolver.resolve(person.position, resolver.names.posts, f"{place}.position")
    written = _pair(position, person.position)
    return MeetingPerson(
        place,
        name=_pair(name, person.name),
        position=written,
        post=position.post if position else written,
        address=person.address or "",
        role=_role(resolver, person.role),
    )


def _role(resolver: _Resolver, role: Role) -> Pair | None:
    return None if role is Role.MEMBER else resolver.names.concept(f"role.{role}").name


def _pair(named: Named | None, name: Name | None) -> Pair | None:
    if named is not None:
        return named.name
    return name.pair if name is not None else None


def _title(named: Body | None, name: Name | None) -> Pair | None:
    return named.title_name if named else _pair(named, name)
