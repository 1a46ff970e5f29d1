"""Approving many proposals at once: an import is one change of the glossary, not thousands."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlmodel import Session

from service.accounts.rights import Right
from service.actions.concepts import sight_of
from service.actions.work import Work
from service.core.message import BienbanError, Message, message
from service.glossary import consistency
from service.glossary.concepts import Concept
from service.glossary.life import State, Step, check_step
from service.glossary.store.approving import (
    Proposal,
    approve_many,
    lock_proposals,
    namesakes_of,
    naming_any,
    newest_of,
    proposed_keys,
)
from service.glossary.store.concepts import those_in_force
from service.glossary.store.versions import next_version

_CHUNK = 500


def approve_all(work: Work) -> tuple[int, list[Message]]:
    """Approve every proposal that the person had no hand in, as one version.

    What leads to another proposal is approved after that one.

    Returns:
        How many were approved, and why others were not.
    """
    work.require(Right.APPROVE_GLOSSARY)
    waiting = proposed_keys(work.session, work.actor.sight)
    bulk = _Bulk(work)
    while waiting:
        bulk.refused.clear()
        for start in range(0, len(waiting), _CHUNK):
            bulk.approve(waiting[start : start + _CHUNK])
        left = list(bulk.refused)
        waiting = left if len(left) < len(waiting) else []
    return bulk.approved, list(bulk.refused.values())


class _Bulk:
    """Proposals approved as one version, which begins with the first of them."""

    def __init__(self, work: Work) -> None:
        self.approved = 0
        self.refused: dict[int, Message] = {}
        self._work = work
        self._version: int | None = None

    def approve(self, keys: Sequence[int]) -> None:
        """Approve some, and keep why others are refused."""
        proposals = lock_proposals(self._work.session, keys)
        for office, own in groupby(sorted(proposals, key=_office), key=_office):
            of_office = list(own)
            content = [one for one in of_office if not one.revision.retires]
            fitting = list(self._fitting(content, sight_of(self._work, office)))
            self._put(fitting)
            self._retire([one for one in of_office if one.revision.retires], office)

    def _put(self, proposals: Sequence[Proposal], state: State = State.APPROVED) -> None:
        if proposals:
            approver = self._work.actor.person.person_id
            keys = [one.key for one in proposals]
            approve_many(self._work.session, keys, approver, self._begun(), state)
        for one in proposals:
            self._note(one)

    def _begun(self) -> int:
        if self._version is None:
            self._version = next_version(self._work.session, self._work.actor.office.office_id, "many")
        return self._version

    def _fitting(self, proposals: Sequence[Proposal], sight: Sequence[int]) -> Iterator[Proposal]:
        """Those that nothing speaks against."""
        others = _Others(self._work.session, [one.revision.concept for one in proposals], sight)
        for one in proposals:
            try:
                self._check_hand(one)
                others.check(one.revision.concept)
            except BienbanError as error:
                self._refuse(one, error)
            else:
                others.in_force.add(one.concept_id)
                yield one

    def _check_hand(self, one: Proposal) -> None:
        check_step(Step.APPROVE, one.revision, self._work.actor.person.handle, one.authors)

    def _retire(self, proposals: Sequence[Proposal], office: str) -> None:
        """The ends of lives, which depend on whatever names them; what ends here needs nothing any more."""
        ids = [one.concept_id for one in proposals]
        needing = naming_any(self._work.session, ids, sight_of(self._work, office)) if ids else {}
        ended: dict[str, Proposal] = {}
        for one in proposals:
            others = [other for other in needing[one.concept_id] if other.concept_id not in ended]
            try:
                self._check_hand(one)
                consistency.check_unneeded(one.concept_id, others)
            except BienbanError as error:
                self._refuse(one, error)
            else:
                ended[one.concept_id] = one
        self._put(list(ended.values()), State.RETIRED)

    def _note(self, one: Proposal) -> None:
        self.approved += 1
        details = {"number": one.revision.number, "version": self._begun()}
        self._work.note("concept.approve", one.concept_id, details)

    def _refuse(self, one: Proposal, error: BienbanError) -> None:
        said = message("{place}: {problem}", place=one.concept_id, problem=error.problems[0])
        self.refused[one.key] = said


class _Others:
    """What some concepts of an office lead to, and who is called as they are; read at once."""

    def __init__(self, session: Session, concepts: Sequence[Concept], sight: Sequence[int]) -> None:
        links = {wanted for one in concepts for _, wanted in consistency.links_of(one)}
        self.in_force = those_in_force(session, links, sight)
        self._newest = newest_of(session, links, sight)
        self._namesakes = namesakes_of(session, concepts, sight[-1])
        self._session, self._sight = session, sight

    def check(self, concept: Concept) -> None:
        """Refuse what contradicts others, or leads to what is not in force."""
        # What was right when it was saved may have become wrong beside what others approved since.
        consistency.check_concept(concept, self._find, self._namesakes[concept.concept_id])
        consistency.check_in_force(concept, self.in_force)

    def _find(self, concept_id: str) -> Concept | None:
        if concept_id not in self._newest:
            self._newest |= newest_of(self._session, [concept_id], self._sight)
        return self._newest[concept_id]


def _office(one: Proposal) -> str:
    return one.office
