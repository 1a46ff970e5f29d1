"""Moving minutes through their work states."""

from dataclasses import replace
from typing import NamedTuple

from service.actions.live import LiveGlossary
from service.actions.minutes.access import (
    check_not_withdrawn,
    check_owner,
    note,
    open_minutes,
    open_to_move,
    roles_in,
)
from service.actions.minutes.checking import check_minutes
from service.actions.minutes.papers import read_whole
from service.actions.minutes.waivers import placed_waivers
from service.actions.work import NotAllowed, Work
from service.checks.waivers import find_obstacles
from service.core.message import message
from service.minutes.kept import Head
from service.minutes.states import TRANSITIONS, Mover, State, find_ways, move
from service.minutes.states import Work as States
from service.minutes.store.heads import change_head
from service.minutes.store.versions import add_version
from service.minutes.store.work import add_step

_OWNERS = frozenset((State.AGREED, State.FINAL))


def find_open_ways(work: Work, head: Head) -> tuple[State, ...]:
    """Where who asks may move minutes; `final` may still be refused for its obstacles."""
    if head.withdrawal is not None:
        return ()
    ways = find_ways(head.work, roles_in(work, head))
    return tuple(way for way in ways if head.level is None or not _is_owners(head.state, way))


def _is_owners(source: State, target: State) -> bool:
    """Whether only the owning office goes a way: what both sides agreed on is its word."""
    return bool({source, target} & _OWNERS)


class Wish(NamedTuple):
    """Where minutes are to go, and why; going back needs a reason."""

    target: State
    reason: str = ""


def move_minutes(work: Work, minutes_id: str, wish: Wish, seen: int, live: LiveGlossary) -> Head:
    """Move minutes to another state; becoming final keeps all that they say as a named version.

    Args:
        work: Whose work it is.
        minutes_id: The minutes.
        wish: Where they are to go, and why.
        seen: The row version of their head that the person saw.
        live: The glossary; that of the owning office is asked.

    Raises:
        MinutesUnknown: There are none in sight.
        MinutesChanged: Their head has changed since it was seen.
        MinutesLocked: They were withdrawn.
        NotAllowed: Others may move them there.
        TransitionRefused: There is no such way, a reason is missing, or obstacles stand before `final`.
    """
    head = open_to_move(work, minutes_id, seen)
    check_not_withdrawn(head)
    _check_mover(work, head, wish.target)
    kept = read_whole(work, head) if wish.target is State.FINAL else None
    obstacles = None
    if kept is not None:
        findings = check_minutes(kept, live.of(head.office_id))
        obstacles = find_obstacles(findings, placed_waivers(work, kept))
    mover = Mover(work.actor.person.name, roles_in(work, head))
    done = move(head.work, wish.target, mover, wish.reason, obstacles)
    _keep(work, head, done)
    if kept is not None:
        final = replace(head, state=done.state)
        add_version(work.session, final, kept.snapshot, "", work.actor.person.person_id)
    return open_minutes(work, minutes_id)


def _keep(work: Work, head: Head, done: States) -> None:
    step = done.history[-1]
    was_agreed = head.was_agreed or step.target is State.AGREED
    change_head(work.session, head.key, state=done.state.value, version=done.version, was_agreed=was_agreed)
    add_step(work.session, head.key, work.actor.person.person_id, step)
    details = {"from": step.source.value, "to": step.target.value, "reason": step.reason}
    note(work, head, "move", {**details, "version": step.version})


def _check_mover(work: Work, head: Head, target: State) -> None:
    if _is_owners(head.state, target):
        check_owner(head)
    roles = roles_in(work, head)
    ways = [way for way in TRANSITIONS if (way.source, way.target) == (head.state, target)]
    if ways and not any(way.roles & roles for way in ways):
        raise NotAllowed(message("your roles do not let you move these minutes there"))
