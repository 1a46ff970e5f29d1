"""One person's unit of work: what every deed is given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlmodel import Session

from service.accounts.actor import Actor
from service.accounts.audit import Event
from service.accounts.store import get_person, national_office, record
from service.core.message import BienbanError

Details: TypeAlias = Mapping[str, object]


def open_work(session: Session, handle: str, came_from: str, *, local: bool = False) -> "Work":
    """The unit of work of a person.

    Args:
        session: The unit.
        handle: Name of the person.
        came_from: Network address, or `console`.
        local: Only people who may be chosen by name.

    Raises:
        PersonUnknown: There is nobody of that name.
    """
    person = get_person(session, handle, local=local)
    return Work(session, Actor(person, national_office(session), came_from))


class NotAllowed(BienbanError):
    """A person wants to do what is not theirs to do."""


@dataclass(frozen=True)
class Work:
    """One person's unit of work.

    Attributes:
        session: The unit.
        actor: Who does it.
    """

    session: Session
    actor: Actor

    def note(
        self,
        action: str,
        object_id: str,
        details: Details,
        kind: str = "concept",
        owner: int | None = None,
    ) -> None:
        """Put a deed into the chain of the person's office.

        Args:
            action: What is done.
            object_id: Stable name of what it is done to.
            details: More about it.
            kind: What it is done to.
            owner: Number of the office whose that is: its chain tells of what others do there too.
        """
        own = self.actor.office
        event = Event(
            office_id=own.office_id,
            actor=self.actor.person.handle,
            action=action,
            object_kind=kind,
            object_id=object_id,
            details=details,
            came_from=self.actor.came_from,
        )
        record(self.session, event)
        if owner not in (None, own.office_id):
            record(self.session, replace(event, office_id=owner, details={**details, "office": own.code}))
