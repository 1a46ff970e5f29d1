"""The life of a concept: which step is open to whom; four eyes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from service.core.message import BienbanError, message
from service.glossary.concepts import Concept


class State(StrEnum):
    """Where a revision stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    RETIRED = "retired"


class Step(StrEnum):
    """What can be done to the pending revision of a concept."""

    PROPOSE = "propose"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    REJECT = "reject"
    DISCARD = "discard"


_OPEN = {
    State.DRAFT: {Step.PROPOSE, Step.DISCARD},
    State.PROPOSED: {Step.WITHDRAW, Step.APPROVE, Step.REJECT},
}


class ConceptUnknown(BienbanError):
    """No concept of that name in sight: there is none, or it is another office's."""


class RevisionUnknown(BienbanError):
    """A concept has no revision of that number."""


class VersionUnknown(BienbanError):
    """A version of the glossary that has not come yet."""


class StepNotOpen(BienbanError):
    """A step that the state of a concept does not allow."""


class ApproverIsAuthor(BienbanError):
    """Who had a hand in a change wants to approve it."""


class ReasonMissing(BienbanError):
    """A rejection without a word of why."""


@dataclass(frozen=True)
class Revision:
    """One saved content of a concept.

    Attributes:
        number: Counted from 1 within its concept.
        state: Where it stands.
        retires: It ends the life of its concept when it is approved.
        based_on: The revision it was made from.
        concept: What it says.
        author: Handle of who saved it; None for the shipped termbase.
        approver: Handle of who approved it.
        saved_at: When it was saved.
        approved_at: When it was approved.
        approved_version: Glossary version from which it was in force.
        superseded_version: Glossary version from which it was not any more.
    """

    number: int
    state: State
    retires: bool
    based_on: int | None
    concept: Concept
    author: str | None
    approver: str | None
    saved_at: datetime
    approved_at: datetime | None
    approved_version: int | None
    superseded_version: int | None


@dataclass(frozen=True)
class KeptConcept:
    """A concept with what is in force of it and what is being worked on.

    Attributes:
        concept_id: Stable name.
        office: Code of the office whose it is.
        row_version: Counts every change to it.
        current: What is in force, or what was when it was retired.
        pending: What is being worked on.
    """

    concept_id: str
    office: str
    row_version: int
    current: Revision | None
    pending: Revision | None

    @property
    def shown(self) -> Revision:
        """What lists show of it."""
        revision = self.current or self.pending
        if revision is None:  # pragma: no cover - a concept without either is deleted
            raise LookupError(self.concept_id)
        return revision

    @property
    def newest(self) -> Revision:
        """What a person goes on working with."""
        return self.pending or self.shown


class Comment(NamedTuple):
    """What a person said of a concept.

    Attributes:
        author: Handle of the person.
        at: When.
        text: What they said.
        number: The revision they said it of; None where they spoke of the concept.
    """

    author: str
    at: datetime
    text: str
    number: int | None


def check_step(step: Step, pending: Revision | None, actor: str, authors: Collection[str | None]) -> None:
    """Whether a step is open.

    Args:
        step: What is to be done.
        pending: The revision it would be done to.
        actor: Handle of who wants to.
        authors: Who saved the pending revision and those it was made from, back to the approved one.

    Raises:
        StepNotOpen: The state does not allow it.
        ApproverIsAuthor: The step is an approval by one of the authors.
    """
    if pending is None:
        raise StepNotOpen(message("nothing of this concept is being worked on"))
    if step not in _OPEN[pending.state]:
        raise StepNotOpen(
            message("“{step}” is not open to what is {state}", step=step.value, state=_SAID[pending.state])
        )
    if step is Step.APPROVE and actor in authors:
        raise ApproverIsAuthor(
            message("who wrote a change does not approve it; ask someone other than {name}", name=actor)
        )


_SAID = {
    State.DRAFT: message("a draft"),
    State.PROPOSED: message("proposed"),
    State.APPROVED: message("approved"),
    State.RETIRED: message("retired"),
}
