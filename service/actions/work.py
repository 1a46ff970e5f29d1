"""One person's unit of work: what every deed is given."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlmodel import Session

from service.accounts.actor import Actor
from service.accounts.audit import Event
from service.accounts.store import get_person, national_office, record
from service.core.message import BienbanError
from service.db.unit_of_work import unit_of_work

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


@contextmanager
def own_unit(work: "Work", *, writing: bool) -> Iterator["Work"]:
    """A unit of its own for the same person: what takes long is read in one and kept in another."""
    engine = work.session.get_bind().engine
    with unit_of_work(engine, writing=writing) as session:
        yield replace(work, session=session)


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

    def note(self, action: str, object_id: str, details: Details, kind: str = "concept") -> None:
        """Put a deed into the chain of the person's office."""
        event = Event(
            office_id=self.actor.office.office_id,
            actor=self.actor.person.handle,
            action=action,
            object_kind=kind,
            object_id=object_id,
            details=details,
            came_from=self.actor.came_from,
        )
        record(self.session, event)
