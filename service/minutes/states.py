"""The work states of a record: who may move it where, what `final` asks for, and how it opens again.

Rules only: who somebody is and what the checks found come from outside.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from service.accounts.people import Role
from service.core.finding import Finding
from service.core.message import BienbanError, Message, message


class State(StrEnum):
    """How far the work on a record is."""

    DRAFTING = "drafting"
    IN_TRANSLATION = "in_translation"
    IN_REVIEW = "in_review"
    AGREED = "agreed"
    FINAL = "final"


@dataclass(frozen=True)
class Transition:
    """A way from one state to another.

    Attributes:
        source: From where.
        target: To where.
        roles: Who may go it; one of them is enough.
        is_backwards: It takes back what was reached, and says why.
    """

    source: State
    target: State
    roles: frozenset[Role]
    is_backwards: bool = False


_WRITERS = frozenset((Role.DRAFTER, Role.ADMINISTRATOR))
_TRANSLATORS = _WRITERS | {Role.TRANSLATOR}
_KEEPERS = frozenset((Role.ADMINISTRATOR,))

TRANSITIONS: tuple[Transition, ...] = (
    Transition(State.DRAFTING, State.IN_TRANSLATION, _WRITERS),
    # A record that came in both languages is not translated again.
    Transition(State.DRAFTING, State.IN_REVIEW, _WRITERS),
    Transition(State.IN_TRANSLATION, State.IN_REVIEW, _TRANSLATORS),
    Transition(State.IN_TRANSLATION, State.DRAFTING, _TRANSLATORS, is_backwards=True),
    Transition(State.IN_REVIEW, State.AGREED, _WRITERS),
    Transition(State.IN_REVIEW, State.IN_TRANSLATION, _TRANSLATORS, is_backwards=True),
    Transition(State.IN_REVIEW, State.DRAFTING, _WRITERS, is_backwards=True),
    Transition(State.AGREED, State.FINAL, _WRITERS),
    Transition(State.AGREED, State.IN_REVIEW, _WRITERS, is_backwards=True),
    Transition(State.FINAL, State.IN_REVIEW, _KEEPERS, is_backwards=True),
)
_BY_WAY = {(one.source, one.target): one for one in TRANSITIONS}

_NAMES = {
    State.DRAFTING: message("drafting"),
    State.IN_TRANSLATION: message("in translation"),
    State.IN_REVIEW: message("in review"),
    State.AGREED: message("agreed by both sides"),
    State.FINAL: message("final"),
}
EDITED_BY: dict[State, frozenset[Role]] = {
    State.DRAFTING: _WRITERS,
    State.IN_TRANSLATION: _TRANSLATORS,
    State.IN_REVIEW: _TRANSLATORS,
    State.AGREED: frozenset(),
    State.FINAL: frozenset(),
}
"""Who may change the texts of a record; what both sides agreed on goes back to review first."""


class TransitionRefused(BienbanError):
    """A record cannot go where it was asked to."""


@dataclass(frozen=True)
class Mover:
    """Who moves a record, by name, with every role that person has in the owning office."""

    name: str
    roles: frozenset[Role]


@dataclass(frozen=True)
class Step:
    """One transition that was made.

    Attributes:
        source: From where.
        target: To where.
        by: Who, by name.
        reason: Why; only going back needs one.
        version: The version that the record has from then on.
    """

    source: State
    target: State
    by: str
    reason: str
    version: int


@dataclass(frozen=True)
class Work:
    """Where a record stands.

    Attributes:
        state: Its state.
        version: Raised when a final record opens again.
        history: Every transition, the first one first.
    """

    state: State = State.DRAFTING
    version: int = 1
    history: tuple[Step, ...] = ()

    @property
    def is_locked(self) -> bool:
        """Whether nothing of the record may change."""
        return self.state is State.FINAL


def name_state(state: State) -> Message:
    """A state in words."""
    return _NAMES[state]


def find_ways(work: Work, roles: frozenset[Role]) -> tuple[State, ...]:
    """Where somebody with some roles may move a record; `final` may still be refused for its obstacles."""
    return tuple(one.target for one in TRANSITIONS if one.source is work.state and one.roles & roles)


def may_edit(work: Work, roles: frozenset[Role]) -> bool:
    """Whether somebody with some roles may change the texts of a record."""
    return bool(EDITED_BY[work.state] & roles)


def move(
    work: Work, target: State, mover: Mover, reason: str = "", obstacles: Sequence[Finding] | None = None
) -> Work:
    """Move a record to another state.

    Args:
        work: Where it stands.
        target: Where it is to go.
        mover: Who moves it.
        reason: Why; going back needs one.
        obstacles: Of the way to `final`: what still keeps the record from it; none is an empty list, and None
            says that nobody looked, which is refused too.

    Returns:
        Where it stands then; opening a final record begins a new version.

    Raises:
        TransitionRefused: There is no such way, the mover may not go it, a reason is missing, or obstacles
            stand before `final`; each obstacle is told.
    """
    way = _BY_WAY.get((work.state, target))
    if way is None:
        raise TransitionRefused(
            message(
                "a record that is {state} does not become {target}",
                state=_NAMES[work.state],
                target=_NAMES[target],
            )
        )
    _refuse_mover(way, mover)
    if way.is_backwards and not reason.strip():
        raise TransitionRefused(message("say why the record goes back to “{target}”", target=_NAMES[target]))
    if target is State.FINAL:
        _refuse_obstacles(obstacles)
    version = work.version + (work.state is State.FINAL)
    step = Step(work.state, target, mover.name.strip(), reason.strip(), version)
    return replace(work, state=target, version=version, history=(*work.history, step))


def _refuse_mover(way: Transition, mover: Mover) -> None:
    if not mover.name.strip():
        raise TransitionRefused(message("nobody is named who moves the record"))
    if not way.roles & mover.roles:
        raise TransitionRefused(
            message(
                "{name} may not move the record to “{target}”", name=mover.name, target=_NAMES[way.target]
            )
        )


def _refuse_obstacles(obstacles: Sequence[Finding] | None) -> None:
    if obstacles is None:
        raise TransitionRefused(message("the record was not checked; check it before it becomes final"))
    if obstacles:
        raise TransitionRefused(
            *(message("{place}: {problem}", place=one.place, problem=one.message) for one in obstacles)
        )
