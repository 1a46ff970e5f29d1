"""The record of the next session, drawn up from the last one's; nothing is invented, unknown is null."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from service.actions.renewing import Change, Holders, Renewer, name_text, plain_name
from service.actions.resolving import Locate, UnresolvedNames
from service.actions.session_names import MeetingSession, resolve_session
from service.core.languages import Pair, Side
from service.core.message import BienbanError, message
from service.glossary.concepts import Category, Termbase
from service.glossary.named import Place
from service.glossary.names import NameUnresolved
from service.language.order import order_for_host
from service.minutes.next_session import empty_sections, next_host, refuse_plans, review_section
from service.minutes.people import Party
from service.minutes.record import Originals, Record

_OF_PARTY = re.compile(r"\Aparties\[(\d+)\](.*)\Z")


class DayNotAfter(BienbanError):
    """The day of the next session is not after the last one's."""


@dataclass(frozen=True)
class NextRecord:
    """A record drawn up for the next session, and what changed since the last one."""

    record: Record
    changes: tuple[Change, ...]


def draw_up_next(  # noqa: PLR0913, PLR0917 - what a session is drawn up from
    record: Record,
    termbase: Termbase,
    day: date,
    locate: Locate,
    place: str | None = None,
    holders: Holders | None = None,
) -> NextRecord:
    """Draw up the record of the session that follows.

    Args:
        record: The last session's record.
        termbase: The glossary.
        day: The day of the next session, on which every name must be right.
        locate: Path in the last record to a place for messages.
        place: Where it will be held; None: not known.
        holders: Who holds which position on that day; None: nothing is known of that.

    Returns:
        The session's number raised, the host changed, names as they are on the new day, people with the posts
        that still exist, and what was agreed as points that ask for their status.

    Raises:
        NoNextSession: An action plan, or a day that does not follow the last session's.
        UnresolvedNames: A name of the last record, or the place, does not resolve.
    """
    refuse_plans(record)
    if record.date is None or day <= record.date:
        raise DayNotAfter(
            message("{place}: the next session is on a later day than the last", place=locate("date"))
        )
    return _NextSession(record, Renewer(termbase, record.date, day, locate, holders)).draw_up(place)


@dataclass(frozen=True)
class _NextSession:
    """Draws up one record."""

    record: Record
    renewer: Renewer

    def draw_up(self, place_text: str | None) -> NextRecord:
        record = self.record
        place = self._place(place_text)
        host = place.side if place else next_host(record.host)
        parties = self._in_order(self._parties(), host, place)
        session = resolve_session(self.renewer.old, record)
        if self.renewer.old.problems:
            raise UnresolvedNames(*self.renewer.old.problems)
        called = _called(session) if session and record.session else None
        drawn = Record(
            document_type=record.document_type,
            channel=record.channel,
            form=record.form,
            name_order=record.name_order,
            revision=1,
            **({"illustrative": True} if record.illustrative else {}),
            mechanism=self.renewer.mechanism(record.mechanism),
            session=record.session + 1 if record.session else None,
            date=self.renewer.day,
            start=None,
            end=None,
            place=plain_name(place_text) if place_text else None,
            host=host,
            parties=parties,
            sections=(review_section(record, called), *empty_sections(record)),
            originals=self._originals(parties),
            signed=record.signed,
        )
        self._tell_of_record()
        return NextRecord(drawn, tuple(self.renewer.changes))

    def _place(self, text: str | None) -> Place | None:
        if text is None:
            return None
        try:
            return self.renewer.new.place(text)
        except NameUnresolved as refusal:
            problems = (
                message("{place}: {problem}", place="--place", problem=one) for one in refusal.problems
            )
            raise UnresolvedNames(*problems) from None

    def _tell_of_record(self) -> None:
        if self.record.title is not None:
            self.renewer.tell("date", message("the last session's title was written by hand and is left out"))
        if self.record.host is None:
            self.renewer.tell("host", message("who hosted last is not known, so neither is whose turn it is"))

    def _originals(self, parties: Sequence[Party]) -> Originals | None:
        last = self.record.originals
        if last is None or len(parties) == len(self.record.parties):
            return last
        return Originals(
            count=None, one_per_party=last.one_per_party, equally_authentic=last.equally_authentic
        )

    def _parties(self) -> dict[int, Party]:
        """The parties by their place in the last record; of two that are one now only the first."""
        parties: dict[int, Party] = {}
        for p, party in enumerate(self.record.parties):
            renewed = self.renewer.party(party, f"parties[{p}]")
            twin = next((one for one in parties.values() if one.body and _same(one, renewed)), None)
            if twin is None:
                parties[p] = renewed
            else:
                self.renewer.tell(
                    "parties", message("“{name}” was two parties and is one now", name=name_text(twin.body))
                )
        return parties

    # The order of provinces.

    def _in_order(
        self, parties: dict[int, Party], host: Side | None, place: Place | None
    ) -> tuple[Party, ...]:
        """The Vietnamese province that hosts changes places with the one that stood first."""
        numbers = [p for p, party in parties.items() if party.side is Side.VN]
        turned = numbers
        if host is Side.VN and place is not None:
            own = {part.concept_id for part in place.chain}
            first = next((p for p in numbers if self._seat(parties[p]) in own), None)
            turned = [int(p) for p in order_for_host([str(p) for p in numbers], str(first))]
        order = dict(zip(numbers, turned, strict=True))
        ordered = [order.get(p, p) for p in parties]
        self._move_changes({p: index for index, p in enumerate(ordered)})
        return tuple(parties[p] for p in ordered)

    def _move_changes(self, moved: dict[int, int]) -> None:
        """Tell changes at the places that parties have now; those of a party that is no more, of them all."""

        def new_place(found: re.Match[str]) -> str:
            index = moved.get(int(found[1]))
            return "parties" if index is None else f"parties[{index}]{found[2]}"

        self.renewer.changes = [
            Change(_OF_PARTY.sub(new_place, change.place), change.said) for change in self.renewer.changes
        ]

    def _seat(self, party: Party) -> str | None:
        """The id of the place that a party acts for."""
        if party.body is None or party.body.name is None:
            return None
        concepts = self.renewer.new.body(party.body.name).concepts
        return next((c.concept_id for c in concepts if c.category is Category.PLACE), None)


def _called(session: MeetingSession) -> Pair:
    """The session as each language names its own side first."""
    return Pair(session.name[Side.VN].vi, session.name[Side.CN].zh)


def _same(one: Party, other: Party) -> bool:
    return one.side is other.side and one.body == other.body
