"""What one side's internal paper says besides: the issuing body, who presided, who wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.actions.delegations import (
    MeetingParty,
    MeetingPerson,
    resolve_attendee,
    resolve_person,
    written,
)
from service.actions.resolving import Resolver
from service.core.languages import Pair, Side
from service.glossary.named import Body, bare_name
from service.minutes.people import OwnPaper, Role
from service.minutes.record import Record


@dataclass(frozen=True)
class MeetingPaper:
    """What one side's internal paper says besides.

    Attributes:
        place: Path in the record.
        own: As the record has it.
        superior: The body above the issuing one.
        body: The issuing body in full.
        head: The issuing body as it stands in the head: without the place that its superior names, the words
            of a name kept on one line.
        chair: Who presided.
        secretary: Who kept the minutes.
        observers: Who sat in.
        absent: Who was excused.
    """

    place: str
    own: OwnPaper
    superior: Pair | None
    body: Pair | None
    head: Pair | None
    chair: MeetingPerson
    secretary: MeetingPerson
    observers: tuple[MeetingPerson, ...]
    absent: tuple[MeetingPerson, ...]


def resolve_paper(
    resolver: Resolver, record: Record, side: Side, parties: Sequence[MeetingParty]
) -> MeetingPaper:
    """Resolve what the internal paper of a side says besides."""
    own, place = record.internal.of_side(side), f"internal.{side}"
    first = next(p for p, party in enumerate(record.parties) if party.side is side)
    superior = resolver.resolve(own.superior, resolver.names.body, f"{place}.superior")
    name, name_place = (
        (own.body, f"{place}.body") if own.body else (record.parties[first].body, f"parties[{first}].body")
    )
    body = resolver.resolve(name, resolver.names.body, name_place)
    chair = (
        resolve_person(resolver, own.chair, f"{place}.chair") if own.chair else parties[first].attendees[0]
    )
    return MeetingPaper(
        place=place,
        own=own,
        superior=superior.title_name if superior else written(superior, own.superior),
        body=written(body, name),
        head=_head(body, superior) if body else written(body, name),
        chair=chair,
        secretary=_secretary(resolver, record, side, parties, place),
        observers=tuple(
            resolve_attendee(resolver, one, f"{place}.observers[{o}]") for o, one in enumerate(own.observers)
        ),
        absent=tuple(
            resolve_attendee(resolver, one, f"{place}.absent[{a}]") for a, one in enumerate(own.absent)
        ),
    )


def _head(body: Body, superior: Body | None) -> Pair:
    """A body as the head names it: under a superior of its own place without that place, Sở Ngoại vụ."""
    if superior is None or body.institution is None or superior.place != body.place:
        return body.title_name
    return Pair(bare_name(body.institution.vi), bare_name(body.institution.zh))


def _secretary(
    resolver: Resolver, record: Record, side: Side, parties: Sequence[MeetingParty], place: str
) -> MeetingPerson:
    own = record.internal.of_side(side)
    if own.secretary:
        return resolve_person(resolver, own.secretary, f"{place}.secretary")
    for party, meeting_party in zip(record.parties, parties, strict=True):
        for member, person in zip(party.members or (), meeting_party.attendees[1:], strict=False):
            if party.side is side and member.group is None and member.role is Role.SECRETARY:
                return person
    return MeetingPerson(f"{place}.secretary")
