"""A record's names resolved as of its day: everything that a draft says of a meeting, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.actions.delegations import MeetingParty, resolve_party, written
from service.actions.own_papers import MeetingPaper, resolve_paper
from service.actions.resolving import Locate, Resolver, UnresolvedNames
from service.actions.session_names import MeetingSession, resolve_session
from service.checks.subject import UsedName
from service.core.languages import Pair, Side
from service.glossary.names import Names
from service.minutes.record import Record, Task


@dataclass(frozen=True)
class MeetingTask:
    """A task with the bodies that lead it.

    Attributes:
        task: As the record has it.
        leads: Each side's lead body; None where the source has none.
    """

    task: Task
    leads: Mapping[Side, Pair | None]


@dataclass(frozen=True)
class Meeting:
    """A record with every name resolved.

    Attributes:
        record: The record.
        parties: In the record's order.
        place: Where it was held, without and with its country.
        place_with_country: As said.
        seat: The place's name without its level, as the line of place and date has it.
        zone: The side whose local time is kept; None where nothing tells.
        names: Every name that was resolved.
        session: The session that met, and the paper of it; None where no mechanism of the glossary met.
        tasks: The tasks of a plan.
        papers: What each side's internal paper says besides; none of a jointly signed one.
    """

    record: Record
    parties: tuple[MeetingParty, ...]
    place: Pair | None
    place_with_country: Pair | None
    seat: Pair | None
    zone: Side | None
    names: tuple[UsedName, ...]
    session: MeetingSession | None
    tasks: tuple[MeetingTask, ...]
    papers: Mapping[Side, MeetingPaper]

    def of_side(self, side: Side) -> tuple[MeetingParty, ...]:
        """The parties of a side, in the paper's order."""
        return tuple(party for party in self.parties if party.side is side)


def resolve_meeting(record: Record, names: Names, locate: Locate) -> Meeting:
    """Resolve every name of a record.

    Args:
        record: The record.
        names: The glossary as of the record's day.
        locate: Path in the record to a place for messages (file, line and key).

    Raises:
        UnresolvedNames: Some names do not resolve; all of them are told.
    """
    resolver = Resolver(names, locate)
    parties = tuple(resolve_party(resolver, party, f"parties[{p}]") for p, party in enumerate(record.parties))
    place = resolver.resolve(record.place, names.place, "place")
    session = resolve_session(resolver, record)
    tasks = tuple(_task(resolver, task, f"tasks[{t}]") for t, task in enumerate(record.tasks))
    own = tuple(Side) if record.form == "internal" else ()
    papers = {side: resolve_paper(resolver, record, side, parties) for side in own}
    if resolver.problems:
        raise UnresolvedNames(*resolver.problems)
    place_written = record.place.pair if record.place else None
    return Meeting(
        record=record,
        parties=parties,
        place=place.full if place else place_written,
        place_with_country=place.full_with_country if place else place_written,
        seat=place.short if place else place_written,
        zone=place.side if place else record.host,
        names=tuple(resolver.used),
        session=session,
        tasks=tasks,
        papers=papers,
    )


def _task(resolver: Resolver, task: Task, place: str) -> MeetingTask:
    names = {Side.VN: task.lead.vn, Side.CN: task.lead.cn} if task.lead else {}
    return MeetingTask(
        task,
        {
            side: written(resolver.resolve(name, resolver.names.body, f"{place}.lead.{side}"), name)
            for side, name in names.items()
        },
    )
