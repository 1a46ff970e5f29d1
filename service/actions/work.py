"""One person's unit of work: what every deed is given."""

from dataclasses import dataclass
from typing import TypeAlias

from sqlmodel import Session

from service.accounts.actor import Actor
from service.accounts.audit import Event
from service.accounts.store import get_person, national_office, record
from service.core.message import BienbanError

Details: TypeAlias = dict[str, object]


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

    def note(self, action: str, concept_id: str, details: Details) -> None:
        """Put a deed into the chain of the person's office."""
        office_id = self.actor.office.office_id
        event = Event(
            office_id, self.actor.person.handle, action, "concept", concept_id, details, self.actor.came_from
        )
        record(self.session, event)
