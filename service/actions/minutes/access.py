"""Whose minutes are, who may do what to them, and the trace of it; every deed on minutes begins here."""

import re
import secrets
from collections.abc import Mapping

from service.accounts.people import Role
from service.actions.work import NotAllowed, Work
from service.core.message import BienbanError, message
from service.minutes.kept import Head
from service.minutes.refusals import MinutesLocked, MinutesUnknown
from service.minutes.sharing import roles_on
from service.minutes.states import EDITED_BY, State, name_state
from service.minutes.store.heads import Lock, find_head

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
# What else is asked for, a control character among it, never reaches the database.
_NAME = re.compile(r"m-[a-z2-9]{14}")
_WRITERS = frozenset((Role.DRAFTER, Role.ADMINISTRATOR))


class MinutesChanged(BienbanError):
    """Someone else moved, shared or withdrew minutes since they were read."""

    def __init__(self, head: Head) -> None:
        """Hold the minutes' head as it is now."""
        super().__init__(message("someone else moved these minutes in the meantime; look at them again"))
        self.head = head


def draw_id(kind: str, length: int) -> str:
    """An id that tells nothing: a letter for its kind and letters drawn by lot."""
    return f"{kind}-{''.join(secrets.choice(_LETTERS) for _ in range(length))}"


def is_name(minutes_id: str) -> bool:
    """Whether minutes can be called so."""
    return _NAME.fullmatch(minutes_id) is not None


def open_minutes(work: Work, minutes_id: str, lock: Lock = Lock.NONE) -> Head:
    """Find minutes in the sight of who asks.

    Args:
        work: Whose work it is.
        minutes_id: Their stable name.
        lock: What the unit keeps others from.

    Raises:
        MinutesUnknown: There are none, they lie in the trash, or they are neither the office's nor given to
            it; the answer is the same.
    """
    office_id = work.actor.office.office_id
    head = find_head(work.session, minutes_id, office_id, lock) if is_name(minutes_id) else None
    if head is None:
        raise MinutesUnknown
    return head


def open_to_move(work: Work, minutes_id: str, seen: int) -> Head:
    """Find minutes whose head is to change, and keep everybody else from them.

    Raises:
        MinutesUnknown: There are none in sight.
        MinutesChanged: Their head has changed since it was seen.
    """
    head = open_minutes(work, minutes_id, Lock.ALONE)
    if head.row_version != seen:
        raise MinutesChanged(head)
    return head


def roles_in(work: Work, head: Head) -> frozenset[Role]:
    """The roles of who asks that count on some minutes."""
    return roles_on(work.actor.person.roles, head.level)


def check_owner(head: Head) -> None:
    """Refuse what only the owning office sees or decides.

    Raises:
        NotAllowed: The minutes are shared by another office.
    """
    if head.level is not None:
        raise NotAllowed(message("only the office that owns these minutes does this"))


def check_keeper(work: Work, head: Head) -> None:
    """Refuse who does not decide about minutes: who has them, whether they stay, what is accepted.

    Raises:
        NotAllowed: Another office owns them, or it is none of the person's roles.
    """
    check_owner(head)
    check_writer(roles_in(work, head))


def check_writer(roles: frozenset[Role]) -> None:
    """Refuse who neither drafts nor administers.

    Raises:
        NotAllowed: The roles are others.
    """
    if not roles & _WRITERS:
        raise NotAllowed(message("your roles do not let you do this"))


def check_text_editor(work: Work, head: Head) -> None:
    """Refuse who may not change texts now.

    Raises:
        MinutesLocked: Nobody may.
        NotAllowed: Others may.
    """
    _check_editor(head, roles_in(work, head))


def check_part_editor(work: Work, head: Head) -> None:
    """Refuse who may not change facts, participants, outline or tasks now; translators change texts only.

    Raises:
        MinutesLocked: Nobody may.
        NotAllowed: Others may.
    """
    _check_editor(head, roles_in(work, head) & _WRITERS)


def _check_editor(head: Head, roles: frozenset[Role]) -> None:
    check_not_withdrawn(head)
    if not EDITED_BY[head.state]:
        raise MinutesLocked(
            message("these minutes are {state}; they go back to review first", state=name_state(head.state))
        )
    if not roles & EDITED_BY[head.state]:
        raise NotAllowed(
            message("your roles do not let you change minutes that are {state}", state=name_state(head.state))
        )


def check_not_withdrawn(head: Head) -> None:
    """Refuse to change what was withdrawn.

    Raises:
        MinutesLocked: It was.
    """
    if head.withdrawal is not None:
        raise MinutesLocked(message("these minutes were withdrawn"))


def check_open(head: Head) -> None:
    """Refuse to add to what is closed: withdrawn or final.

    Raises:
        MinutesLocked: It is.
    """
    check_not_withdrawn(head)
    if head.state is State.FINAL:
        raise MinutesLocked(
            message("these minutes are {state}; they go back to review first", state=name_state(head.state))
        )


def note(work: Work, head: Head, deed: str, details: Mapping[str, object]) -> None:
    """Put a deed into the chain of the person's office, and into the owning office's."""
    work.note(f"minutes.{deed}", head.minutes_id, details, "minutes", head.office_id)
