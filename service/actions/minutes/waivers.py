"""Findings that a named person accepts; a waiver follows its segment where points are moved about."""

from collections.abc import Sequence
from typing import NamedTuple

from service.actions.live import LiveGlossary
from service.actions.minutes.access import check_keeper, check_open, note, open_minutes, open_to_move
from service.actions.minutes.checking import check_minutes
from service.actions.minutes.papers import read_whole
from service.actions.work import Work
from service.checks.waivers import Waiver, waive
from service.core.finding import Finding
from service.core.message import message
from service.db.base import now
from service.minutes.kept import Accepted, Head, KeptMinutes
from service.minutes.parts import Place
from service.minutes.refusals import FindingUnknown, WaiverUnknown
from service.minutes.store import work as store
from service.minutes.store.heads import change_head


def anchor(place: str, places: Sequence[Place]) -> tuple[str, str]:
    """What a place in the record is said of: the innermost segment around it, and the rest of the path.

    Returns:
        An empty id and the whole place where it lies in no segment.
    """
    around = [
        one for one in places if place == one.path or place.startswith((f"{one.path}.", f"{one.path}["))
    ]
    if not around:
        return "", place
    inner = max(around, key=lambda one: len(one.path))
    return inner.segment_id, place.removeprefix(inner.path)


def placed_waivers(work: Work, kept: KeptMinutes) -> list[Waiver]:
    """What was accepted of minutes, at the places where it stands now."""
    return [
        Waiver(one.code, place, one.person, one.reason, one.said)
        for one, place in list_placed(work, kept)
        if place is not None
    ]


def list_placed(work: Work, kept: KeptMinutes) -> list[tuple[Accepted, str | None]]:
    """What was accepted, with its place in the record now; None where its segment is gone."""
    paths = {place.segment_id: place.path for place in kept.places}
    return [(one, _place(one, paths)) for one in store.waivers(work.session, kept.head.key)]


def read_placed(work: Work, kept: KeptMinutes, number: int) -> tuple[Accepted, str | None]:
    """One thing that was accepted, with its place.

    Raises:
        WaiverUnknown: There is none of that number.
    """
    found = next((one for one in list_placed(work, kept) if one[0].number == number), None)
    if found is None:
        raise WaiverUnknown(message("these minutes have no waiver {number}", number=number))
    return found


def _place(one: Accepted, paths: dict[str, str]) -> str | None:
    if not one.segment_id:
        return one.place
    path = paths.get(one.segment_id)
    return None if path is None else path + one.place


class Acceptance(NamedTuple):
    """Which finding is accepted, by its kind and its path in the record, and why."""

    code: str
    place: str
    reason: str


def accept(
    work: Work, minutes_id: str, accepted: Acceptance, seen: int, live: LiveGlossary
) -> tuple[Head, int]:
    """Accept a finding as it stands, by the name of who asks.

    Args:
        work: Whose work it is.
        minutes_id: The minutes.
        accepted: Which finding, and why.
        seen: The row version of their head that the person saw.
        live: The glossary; that of the owning office is asked.

    Returns:
        The minutes' head, and the waiver's number.

    Raises:
        MinutesUnknown: There are none in sight.
        NotAllowed: Another office owns them, or it is none of the person's roles.
        MinutesLocked: They are final or withdrawn.
        MinutesChanged: Their head has changed since it was seen.
        FindingUnknown: Nothing of that kind is said there.
        WaiverRefused: This kind is mended, never accepted, or the reason is missing.
    """
    kept = read_whole(work, _open(work, minutes_id, seen))
    finding = _finding(check_minutes(kept, live.of(kept.head.office_id)), accepted)
    person = work.actor.person
    made = waive(finding, person.name, accepted.reason)
    segment_id, rest = anchor(made.place, kept.places)
    said = made.said or ""
    row = Accepted(0, made.code, segment_id, rest, said, person.handle, person.name, made.reason, now())
    number = store.add_waiver(work.session, kept.head.key, person.person_id, row)
    change_head(work.session, kept.head.key)
    note(work, kept.head, "waiver.add", accepted._asdict())
    return open_minutes(work, minutes_id), number


def _finding(findings: Sequence[Finding], accepted: Acceptance) -> Finding:
    for one in findings:
        if (one.code, one.place) == (accepted.code, accepted.place):
            return one
    raise FindingUnknown(
        message("the checks say no “{code}” of {where}", code=accepted.code, where=accepted.place)
    )


def _open(work: Work, minutes_id: str, seen: int) -> Head:
    head = open_to_move(work, minutes_id, seen)
    check_keeper(work, head)
    check_open(head)
    return head


def withdraw_waiver(work: Work, minutes_id: str, number: int, seen: int) -> Head:
    """Accept a finding no longer.

    Raises:
        WaiverUnknown: There is no such waiver.
    """
    head = _open(work, minutes_id, seen)
    found = next((one for one in store.waivers(work.session, head.key) if one.number == number), None)
    if found is None:
        raise WaiverUnknown(message("these minutes have no waiver {number}", number=number))
    store.remove_waiver(work.session, head.key, number)
    change_head(work.session, head.key)
    note(work, head, "waiver.remove", {"code": found.code, "number": number})
    return open_minutes(work, minutes_id)
