"""What a person can do to a concept: each function is one deed, with its rules and its trace in the audit."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import replace

from service.accounts.rights import Right
from service.actions.work import NotAllowed, Work
from service.core.message import BienbanError, message
from service.glossary import consistency
from service.glossary.concepts import Collection, Concept
from service.glossary.difference import Change, differences
from service.glossary.life import (
    Comment,
    ConceptUnknown,
    KeptConcept,
    ReasonMissing,
    Revision,
    RevisionUnknown,
    State,
    Step,
    StepNotOpen,
    check_step,
)
from service.glossary.search_keys import tokens_of
from service.glossary.store import comments as talk
from service.glossary.store import concepts as store
from service.glossary.store.likeness import find_namesakes
from service.glossary.store.rows import Saved
from service.glossary.store.versions import check_version, next_version

_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LONGEST_SLUG = 40


class ConceptChanged(BienbanError):
    """Someone else changed a concept since it was read."""

    def __init__(self, kept: KeptConcept, mine: Concept | None) -> None:
        """Hold the concept as it is now, and what was to be said of it."""
        super().__init__(
            message("{id} was changed by someone else in the meantime; look at it again", id=kept.concept_id)
        )
        self.kept = kept
        self.mine = mine


def read(work: Work, concept_id: str) -> KeptConcept:
    """A concept in the person's sight.

    Raises:
        ConceptUnknown: There is none.
    """
    return store.get_concept(work.session, concept_id, work.actor.sight)


def read_at(work: Work, concept_id: str, version: int) -> KeptConcept:
    """A concept as the glossary knew it at a version.

    Raises:
        ConceptUnknown: It was not in force then.
        VersionUnknown: There is no such version.
    """
    check_version(work.session, version)
    kept = read(work, concept_id)
    for one in store.history(work.session, concept_id):
        if one.approved_version is not None and one.approved_version <= version:
            return replace(kept, current=one, pending=None)
    raise ConceptUnknown(message("there is no concept {id}", id=concept_id))


def create(work: Work, concept: Concept) -> KeptConcept:
    """Keep a new concept as a draft; it gets an id of its own.

    Raises:
        NotAllowed: It is for the national collection, which the person's office does not keep.
        ConceptContradicts: It contradicts itself or another one.
    """
    office = work.actor.national if concept.collection is Collection.NATIONAL else work.actor.office
    check_keeper(work, office.office_id)
    named = replace(concept, concept_id=new_id(concept))
    store.lock_names(work.session, [office.office_id])
    _check(work, named, sight_of(work, office.code))
    store.add_concept(work.session, office.office_id, Saved(named, work.actor.person.person_id))
    work.note("concept.create", named.concept_id, {"collection": concept.collection.value})
    return read(work, named.concept_id)


def new_id(concept: Concept) -> str:
    """An id that says what the concept is; its end, drawn by lot, tells nothing of other offices."""
    words = "-".join(plain[1:] for _, plain, _ in tokens_of(concept.vi.preferred))
    slug = re.sub(r"[^a-z0-9-]", "", words)[:_LONGEST_SLUG].strip("-")
    lot = "".join(secrets.choice(_ID_LETTERS) for _ in range(6))
    return f"{concept.category.value.replace('_', '')}.{slug}-{lot}".replace(".-", ".")


def revise(
    work: Work, concept: Concept, row_version: int, collection: Collection | None = None
) -> KeptConcept:
    """Keep what a concept is to say from now on, as a draft; what is in force stays so.

    Args:
        work: Whose work it is.
        concept: The new content, under the concept's id.
        row_version: The state of the concept that the person has seen.
        collection: Whose the person says it is; None where they do not say.

    Raises:
        ConceptChanged: It has changed since.
        NotAllowed: It is not the person's to change.
        ConceptContradicts: The new content contradicts itself or another concept.
    """
    kept = _lock(work, concept.concept_id, row_version, concept)
    is_national = kept.office == work.actor.national.code
    own = Collection.NATIONAL if is_national else Collection.OFFICE
    consistency.check_kept(kept.newest.concept, concept, is_moved=collection not in (None, own))
    return _save(work, kept, concept)


def _save(work: Work, kept: KeptConcept, concept: Concept, made_from: int | None = None) -> KeptConcept:
    sight = sight_of(work, kept.office)
    store.lock_names(work.session, sight[-1:])
    _check(work, concept, sight)
    store.save_revision(work.session, Saved(concept, work.actor.person.person_id, made_from=made_from))
    work.note("concept.revise", concept.concept_id, {"number": kept.newest.number + 1})
    return read(work, concept.concept_id)


def retire(work: Work, concept_id: str, row_version: int) -> KeptConcept:
    """Propose that a concept be used no more; it stays in force until someone else approves.

    Raises:
        StepNotOpen: It is not in force, or a change of it is being worked on.
        NotAllowed: The person is no terminologist.
    """
    work.require(Right.APPROVE_GLOSSARY)
    kept = _lock(work, concept_id, row_version)
    if kept.pending or kept.current is None or kept.current.state is not State.APPROVED:
        raise StepNotOpen(message("only an approved concept that nobody is working on can be retired"))
    saved = Saved(kept.current.concept, work.actor.person.person_id, State.PROPOSED, retires=True)
    store.save_revision(work.session, saved)
    work.note("concept.retire", concept_id, {})
    return read(work, concept_id)


def restore(work: Work, concept_id: str, number: int, row_version: int) -> KeptConcept:
    """Make an earlier revision's content the draft.

    Raises:
        RevisionUnknown: The concept has none of that number.
        ConceptChanged, NotAllowed, ConceptContradicts: As for `revise`.
    """
    earlier = revision(work, concept_id, number).concept
    return _save(work, _lock(work, concept_id, row_version, earlier), earlier, made_from=number)


def take_step(
    work: Work, concept_id: str, step: Step, row_version: int, reason: str = ""
) -> KeptConcept | None:
    """Move what is being worked on through its life.

    Args:
        work: Whose work it is.
        concept_id: The concept.
        step: What to do.
        row_version: The state of the concept that the person has seen.
        reason: Why; kept as a comment. A rejection needs one.

    Returns:
        The concept; None where it went with its only draft.

    Raises:
        ConceptChanged: It has changed since.
        StepNotOpen: Its state does not allow the step.
        ApproverIsAuthor: The person had a hand in it.
        ReasonMissing: A rejection without a reason.
        NotAllowed: An approval or a rejection by somebody who is no terminologist.
    """
    if step in (Step.APPROVE, Step.REJECT):
        work.require(Right.APPROVE_GLOSSARY)
    kept = _lock(work, concept_id, row_version)
    check_step(step, kept.pending, work.actor.person.handle, authors_of(work, kept))
    if step is Step.REJECT and not reason:
        raise ReasonMissing(message("say why it is rejected"))
    if reason:
        talk.add_comment(work.session, concept_id, work.actor.person.person_id, reason, kept.newest.number)
    if step is Step.APPROVE:
        return approve_as_one(work, kept, next_version(work.session, work.actor.office.office_id, concept_id))
    work.note(f"concept.{step.value}", concept_id, {"number": kept.newest.number})
    if step is Step.DISCARD:
        store.discard_pending(work.session, concept_id)
        return read(work, concept_id) if kept.current else None
    store.set_state(work.session, concept_id, State.PROPOSED if step is Step.PROPOSE else State.DRAFT)
    return read(work, concept_id)


def approve_as_one(work: Work, kept: KeptConcept, version: int) -> KeptConcept:
    """Put a proposal in force, as a part of one version.

    Raises:
        ConceptContradicts: It contradicts others, or leads to what is not in force.
    """
    concept, sight = kept.newest.concept, sight_of(work, kept.office)
    if kept.newest.retires:
        consistency.check_unneeded(kept.concept_id, store.naming(work.session, kept.concept_id, sight))
    else:
        # What was right when it was saved may have become wrong beside what others approved since.
        _check(work, concept, sight)
        links = [wanted for _, wanted in consistency.links_of(concept)]
        consistency.check_in_force(concept, store.those_in_force(work.session, links, sight))
    store.approve_pending(work.session, kept.concept_id, work.actor.person.person_id, version)
    work.note("concept.approve", kept.concept_id, {"number": kept.newest.number, "version": version})
    return read(work, kept.concept_id)


def authors_of(work: Work, kept: KeptConcept) -> set[str | None]:
    """Who saved what is being worked on, and what it was made from, back to what is in force."""
    by_number = {one.number: one for one in store.history(work.session, kept.concept_id)}
    authors: set[str | None] = set()
    number = kept.pending.number if kept.pending else None
    while number is not None and number in by_number and by_number[number].approved_version is None:
        authors.add(by_number[number].author)
        number = by_number[number].based_on
    return authors


def history(work: Work, concept_id: str) -> list[Revision]:
    """Every revision of a concept in sight, the newest first."""
    read(work, concept_id)
    return store.history(work.session, concept_id)


def revision(work: Work, concept_id: str, number: int) -> Revision:
    """One revision of a concept in sight.

    Raises:
        RevisionUnknown: There is none of that number.
    """
    for one in history(work, concept_id):
        if one.number == number:
            return one
    raise RevisionUnknown(message("{id} has no revision {number}", id=concept_id, number=number))


def compare(work: Work, concept_id: str, before: int, after: int) -> list[Change]:
    """What differs between two revisions of a concept."""
    return differences(revision(work, concept_id, before).concept, revision(work, concept_id, after).concept)


def comment(work: Work, concept_id: str, text: str, number: int | None) -> list[Comment]:
    """Say something of a concept, or of one of its revisions."""
    read(work, concept_id)
    if number is not None:
        revision(work, concept_id, number)
    talk.add_comment(work.session, concept_id, work.actor.person.person_id, text, number)
    store.touch(work.session, concept_id)
    work.note("concept.comment", concept_id, {"number": number})
    return talk.comments(work.session, concept_id)


def comments(work: Work, concept_id: str) -> list[Comment]:
    """What was said of a concept in sight."""
    read(work, concept_id)
    return talk.comments(work.session, concept_id)


def _lock(work: Work, concept_id: str, row_version: int, mine: Concept | None = None) -> KeptConcept:
    kept = store.get_concept(work.session, concept_id, work.actor.sight, lock=True)
    if kept.row_version != row_version:
        raise ConceptChanged(kept, mine)
    is_national = kept.office == work.actor.national.code
    check_keeper(work, work.actor.national.office_id if is_national else work.actor.office.office_id)
    return kept


def check_keeper(work: Work, office_id: int) -> None:
    """Refuse what the person's office does not keep.

    Raises:
        NotAllowed: It is the national collection, and the office does not keep it.
    """
    if office_id == work.actor.national.office_id and not work.actor.office.keeps_national:
        raise NotAllowed(message("your office does not keep the national collection"))


def sight_of(work: Work, office: str) -> Sequence[int]:
    """The offices to whose concepts one of an office may lead: everybody's leads to everybody's only."""
    national = work.actor.national
    return [national.office_id] if office == national.code else work.actor.sight


def _check(work: Work, concept: Concept, sight: Sequence[int]) -> None:
    def find(concept_id: str) -> Concept | None:
        return store.find_newest(work.session, concept_id, sight)

    # An office's own concept may be named as a national one: it wins there.
    alike = find_namesakes(work.session, concept, sight[-1])
    consistency.check_concept(concept, find, alike)
