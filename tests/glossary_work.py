"""Units of work of the two seeded people, for tests."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Engine

from service.accounts.people import Role
from service.accounts.store import open_chain
from service.accounts.tables import OfficeRow, PersonRoleRow, PersonRow
from service.actions import concepts
from service.actions.work import Work, open_work
from service.db.unit_of_work import unit_of_work
from service.glossary.concepts import Concept
from service.glossary.life import KeptConcept, Step

R = TypeVar("R")


class Desk:
    """A person's desk: each call is one unit of work."""

    def __init__(self, engine: Engine, handle: str) -> None:
        self.engine = engine
        self.handle = handle

    def do(self, act: Callable[[Work], R]) -> R:
        with unit_of_work(self.engine, writing=True) as session:
            return act(open_work(session, self.handle, "console"))

    def read(self, concept_id: str) -> KeptConcept:
        return self.do(lambda work: concepts.read(work, concept_id))

    def create(self, concept: Concept) -> KeptConcept:
        return self.do(lambda work: concepts.create(work, concept))

    def revise(self, concept: Concept) -> KeptConcept:
        seen = self.read(concept.concept_id).row_version
        return self.do(lambda work: concepts.revise(work, concept, seen))

    def retire(self, concept_id: str) -> KeptConcept:
        seen = self.read(concept_id).row_version
        return self.do(lambda work: concepts.retire(work, concept_id, seen))

    def restore(self, concept_id: str, number: int) -> KeptConcept:
        seen = self.read(concept_id).row_version
        return self.do(lambda work: concepts.restore(work, concept_id, number, seen))

    def step(self, concept_id: str, step: Step, reason: str = "") -> KeptConcept:
        seen = self.read(concept_id).row_version
        kept = self.do(lambda work: concepts.take_step(work, concept_id, step, seen, reason))
        assert kept is not None
        return kept


def approved(author: Desk, approver: Desk, concept: Concept) -> KeptConcept:
    """A new concept, brought into force."""
    kept = author.create(concept)
    author.step(kept.concept_id, Step.PROPOSE)
    return approver.step(kept.concept_id, Step.APPROVE)


def add_office(engine: Engine, number: int, code: str, handle: str) -> Desk:
    """An office with one person, who may not change the national collection."""
    with unit_of_work(engine, writing=True) as session:
        session.add(OfficeRow(id=number, code=code, name_vi=code, name_zh=code))
        session.flush()
        person = PersonRow(office_id=number, handle=handle, name=handle)
        session.add(person)
        session.flush()
        session.add_all(PersonRoleRow(person_id=person.id or 0, role=role.value) for role in Role)
        open_chain(session, number)
    return Desk(engine, handle)
