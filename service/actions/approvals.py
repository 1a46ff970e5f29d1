"""Approving many proposals at once: an import is one change of the glossary, not thousands."""

from service.accounts.rights import Right
from service.actions.concepts import approve_as_one, authors_of, read
from service.actions.work import Work
from service.core.message import BienbanError, Message, message
from service.glossary.life import Step, check_step
from service.glossary.store.bulk import proposed_ids
from service.glossary.store.versions import next_version


class NothingApproved(BienbanError):
    """Every proposal was refused."""


def approve_all(work: Work) -> tuple[int, list[Message]]:
    """Approve every proposal that the person had no hand in, as one version.

    What leads to another proposal is approved after that one.

    Returns:
        How many were approved, and why others were not.
    """
    work.require(Right.APPROVE_GLOSSARY)
    waiting = proposed_ids(work.session, work.actor.sight)
    version: int | None = None
    done = 0
    refused: dict[str, Message] = {}
    while waiting:
        before = len(waiting)
        refused = {}
        for concept_id in waiting:
            kept = read(work, concept_id)
            try:
                check_step(Step.APPROVE, kept.pending, work.actor.person.handle, authors_of(work, kept))
                if version is None:
                    version = next_version(work.session, work.actor.office.office_id, "many")
                approve_as_one(work, kept, version)
            except BienbanError as error:
                refused[concept_id] = message(
                    "{place}: {problem}", place=concept_id, problem=error.problems[0]
                )
        done += before - len(refused)
        waiting = list(refused) if len(refused) < before else []
    if version is not None and done == 0:  # no version without a change
        raise NothingApproved(*refused.values())
    return done, list(refused.values())
