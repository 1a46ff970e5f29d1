"""Many proposals at once: read with what their approval depends on, and put in force.

Each function takes some hundred concepts; whoever has more calls it again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from service.accounts.store import handles
from service.accounts.tables import OfficeRow
from service.core.languages import Language
from service.db.base import now
from service.glossary.concepts import Concept
from service.glossary.consistency import links_of
from service.glossary.life import Revision, State
from service.glossary.plain import load_concept
from service.glossary.search_keys import keys_of
from service.glossary.store.rows import CURRENT, PAST, PENDING, read_revision
from service.glossary.tables import ConceptRow, RevisionRow, TermRow
from service.glossary.vocabulary import Status

_CHUNK = 2000


class Proposal(NamedTuple):
    """What is proposed of a concept.

    Attributes:
        key: Number of the concept.
        concept_id: Its stable name.
        office: Code of the office whose it is.
        revision: What is proposed.
        authors: Who saved it, and what it was made from, back to what was in force.
    """

    key: int
    concept_id: str
    office: str
    revision: Revision
    authors: frozenset[str | None]


def proposed_keys(session: Session, offices: Sequence[int]) -> list[int]:
    """Numbers of the concepts in sight of which something is proposed, in the order in which they came."""
    wanted = (
        select(RevisionRow.concept_key)
        .where(RevisionRow.layer == PENDING, RevisionRow.state == State.PROPOSED)
        .where(col(RevisionRow.office_id).in_(offices))
        .order_by(col(RevisionRow.concept_key))
    )
    return list(session.exec(wanted))


def lock_proposals(session: Session, keys: Sequence[int]) -> list[Proposal]:
    """What is proposed of some concepts, in their order; nobody changes it until the unit ends."""
    lock = select(ConceptRow.id).where(col(ConceptRow.id).in_(keys)).order_by(col(ConceptRow.id))
    session.exec(lock.with_for_update()).all()
    people = handles(session)
    authors = _authors(session, keys, people)
    wanted = (
        select(RevisionRow, ConceptRow.concept_id, OfficeRow.code)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .join(OfficeRow, col(OfficeRow.id) == RevisionRow.office_id)
        .where(col(RevisionRow.concept_key).in_(keys))
        .where(RevisionRow.layer == PENDING, RevisionRow.state == State.PROPOSED)
        .order_by(col(RevisionRow.concept_key))
    )
    return [
        Proposal(row.concept_key, concept_id, office, read_revision(row, people), authors[row.concept_key])
        for row, concept_id, office in session.exec(wanted)
    ]


def _authors(
    session: Session, keys: Sequence[int], people: Mapping[int, str]
) -> dict[int, frozenset[str | None]]:
    """Who saved what is being worked on of each concept, and what it was made from."""
    wanted = select(
        RevisionRow.concept_key, RevisionRow.number, RevisionRow.based_on, RevisionRow.author_id
    ).where(col(RevisionRow.concept_key).in_(keys), col(RevisionRow.approved_version).is_(None))
    drafts: dict[int, dict[int, tuple[int | None, str | None]]] = {}
    for key, number, based_on, author in session.exec(wanted):
        drafts.setdefault(key, {})[number] = (based_on, None if author is None else people[author])
    return {key: frozenset(_line(numbers)) for key, numbers in drafts.items()}


def _line(drafts: Mapping[int, tuple[int | None, str | None]]) -> list[str | None]:
    authors = []
    number: int | None = max(drafts)  # the newest is what is being worked on
    while number is not None and number in drafts:
        number, author = drafts[number]
        authors.append(author)
    return authors


def newest_of(session: Session, ids: Collection[str], offices: Sequence[int]) -> dict[str, Concept | None]:
    """What concepts in sight say, as they are being worked on or in force; None for those that are not."""
    wanted = (
        select(ConceptRow.concept_id, RevisionRow.state, RevisionRow.content)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .where(col(ConceptRow.concept_id).in_(ids), col(ConceptRow.office_id).in_(offices))
        .where(col(RevisionRow.layer).in_([CURRENT, PENDING]))
        .order_by(col(RevisionRow.layer))  # pending goes last, over current
    )
    found: dict[str, Concept | None] = dict.fromkeys(ids)
    for concept_id, state, content in session.exec(wanted):
        found[concept_id] = None if state == State.RETIRED else load_concept(content)
    return found


def namesakes_of(session: Session, concepts: Iterable[Concept], office_id: int) -> dict[str, list[Concept]]:
    """Concepts of an office that share a preferred name with one, by its id."""
    names = {
        one.concept_id: [keys_of(one.terms(language).preferred).exact for language in Language]
        for one in concepts
    }
    wanted = (
        select(TermRow.exact, RevisionRow.content)
        .join(TermRow, col(TermRow.revision_id) == RevisionRow.id)
        .where(col(TermRow.exact).in_({name for own in names.values() for name in own}))
        .where(TermRow.status == Status.PREFERRED, RevisionRow.office_id == office_id)
        .where(RevisionRow.state != State.RETIRED)
    )
    named: dict[str, set[str]] = {}
    for name, content in session.exec(wanted):
        named.setdefault(name, set()).add(content)
    read = {content: load_concept(content) for contents in named.values() for content in contents}
    return {
        concept_id: [read[one] for one in sorted({one for name in own for one in named.get(name, ())})]
        for concept_id, own in names.items()
    }


def naming_any(session: Session, ids: Collection[str], offices: Sequence[int]) -> dict[str, list[Concept]]:
    """Concepts in force that name any of some others, by the id of that; everything is read once."""
    wanted = (
        select(RevisionRow.content)
        .where(RevisionRow.layer == CURRENT, RevisionRow.state == State.APPROVED)
        .where(col(RevisionRow.office_id).in_(offices))
        .execution_options(yield_per=_CHUNK)
    )
    found: dict[str, list[Concept]] = {one: [] for one in ids}
    for concept in map(load_concept, session.exec(wanted)):
        for named in {named for _, named in links_of(concept)} & found.keys() - {concept.concept_id}:
            found[named].append(concept)
    return found


def approve_many(
    session: Session, keys: Sequence[int], approver_id: int, version: int, state: State = State.APPROVED
) -> None:
    """Put the proposals of some concepts in force, or end their lives: all have one state then."""
    session.flush()
    of_those = col(RevisionRow.concept_key).in_(keys)
    gone = select(RevisionRow.id).where(of_those, RevisionRow.layer == CURRENT)
    session.execute(delete(TermRow).where(col(TermRow.revision_id).in_(gone)))
    session.execute(
        update(RevisionRow)
        .where(of_those, col(RevisionRow.layer) == CURRENT)
        .values(layer=PAST, is_shown=False, superseded_version=version)
    )
    approved = {"approver_id": approver_id, "approved_at": now(), "approved_version": version}
    session.execute(
        update(RevisionRow)
        .where(of_those, col(RevisionRow.layer) == PENDING)
        .values(layer=CURRENT, is_shown=True, state=state.value, **approved)
    )
    session.execute(
        update(ConceptRow).where(col(ConceptRow.id).in_(keys)).values(row_version=ConceptRow.row_version + 1)
    )
    session.expire_all()  # what was read of them is not so any more
