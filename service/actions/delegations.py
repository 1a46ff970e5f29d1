"""Parties and their people with every name resolved."""

from dataclasses import dataclass

from service.actions.resolving import Resolver
from service.core.languages import Language, Pair, Side
from service.glossary.named import Body, Named, Posts, bare_name
from service.language.positions import compose_position
from service.minutes.fields import Name
from service.minutes.people import Attendee, Party, Person, Role


@dataclass(frozen=True)
class MeetingPerson:
    """Somebody at the meeting.

    Attributes:
        place: Path in the record.
        name: None where the source has none.
        position: Title and body.
        post: The title as it stands under a signature: without the body that signs.
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


def resolve_party(resolver: Resolver, party: Party, place: str) -> MeetingParty:
    """Resolve a party, its people and its signatory."""
    body = resolver.resolve(party.body, resolver.names.body, f"{place}.body")
    delegation = resolver.resolve(party.delegation, resolver.names.body, f"{place}.delegation")
    head = _head(resolver, party, f"{place}.head", body)
    members = _members(resolver, party, f"{place}.members")
    signatory = party.signatory and resolve_person(resolver, party.signatory, f"{place}.signatory", body)
    return MeetingParty(
        place=place,
        side=party.side,
        body=written(body, party.body),
        title=_title(delegation, party.delegation) or _title(body, party.body),
        signing=_title(body, party.body),
        seat=body.place.name if body and body.place else None,
        country=resolver.names.country(party.side).name,
        attendees=(head, *members),
        signatory=signatory or head,
    )


def _head(resolver: Resolver, party: Party, place: str, body: Body | None) -> MeetingPerson:
    if party.head is None:
        return MeetingPerson(place, role=resolver.names.concept("role.head").name)
    return resolve_person(resolver, party.head, place, body)


def _members(resolver: Resolver, party: Party, place: str) -> list[MeetingPerson]:
    if party.members is None:
        return [MeetingPerson(place, is_group=True)]
    return [resolve_attendee(resolver, member, f"{place}[{m}]") for m, member in enumerate(party.members)]


def resolve_attendee(resolver: Resolver, member: Attendee, place: str) -> MeetingPerson:
    """Resolve somebody who attended, or people named by what they are."""
    if member.group is None:
        return resolve_person(resolver, member, place)
    group = resolver.resolve(member.group, resolver.names.position, f"{place}.group")
    return MeetingPerson(f"{place}.group", is_group=True, group=written(group, member.group))


def resolve_person(resolver: Resolver, person: Person, place: str, body: Body | None = None) -> MeetingPerson:
    """Resolve a person's name and position; the body is the one for which the person may sign."""
    name = resolver.resolve(person.name, resolver.names.person, f"{place}.name")
    position = resolver.resolve(person.position, resolver.names.posts, f"{place}.position")
    position_name = written(position, person.position)
    return MeetingPerson(
        place,
        name=written(name, person.name),
        position=position_name,
        post=_post(position, body) if position else position_name,
        address=person.address or "",
        role=_role(resolver, person.role),
    )


def _post(position: Posts, body: Body | None) -> Pair:
    """The post under a signature: alone where the body signs that gives it, else with its own: 省委书记."""
    own = position.positions[-1].body
    if body is None or own is None or own.institution is None or own.institution == body.institution:
        return position.post
    institution = own.institution
    return Pair(
        *(
            compose_position(position.post.text(one) or "", bare_name(institution.terms(one)), one)
            for one in Language
        )
    )


def _role(resolver: Resolver, role: Role) -> Pair | None:
    return None if role is Role.MEMBER else resolver.names.concept(f"role.{role}").name


def written(named: Named | None, name: Name | None) -> Pair | None:
    """What a name is written as: resolved, or as the record wrote it itself; None where it is missing."""
    if named is not None:
        return named.name
    return name.pair if name is not None else None


def _title(named: Body | None, name: Name | None) -> Pair | None:
    return named.title_name if named else written(named, name)
