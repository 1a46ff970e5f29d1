"""Files of concepts: the glossary written as one, and one brought in, which others then approve."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.accounts.people import NATIONAL
from service.actions.concepts import check_keeper, new_id
from service.actions.work import Work, own_unit
from service.core.message import BienbanError, message
from service.db.errors import DatabaseBusy
from service.exchange.formats import Format, TableChoice, read_file, write_file
from service.exchange.incoming import ExchangedConcept, Reading
from service.exchange.plan import Decisions, ImportPlan, PlanRow
from service.exchange.planning import plan_import
from service.exchange.table_columns import KnownLabels
from service.exchange.table_words import Wording
from service.glossary.concepts import Collection, Concept
from service.glossary.life import Revision, State
from service.glossary.store.bulk import (
    add_proposed,
    everything,
    living_digest,
    lock_concepts,
    taken_ids,
)
from service.glossary.store.concepts import lock_names, save_revision
from service.glossary.store.rows import Saved
from service.glossary.store.versions import current_version

_MOST_PLANS = 3


class PlanNotReady(BienbanError):
    """A file cannot be brought in as it is: some rows wait for a decision."""

    def __init__(self, reading: Reading, plan: ImportPlan) -> None:
        """Hold what was read and what waits."""
        super().__init__(*plan.doubts, *(reason for row in plan.undecided for reason in row.reasons))
        self.reading = reading
        self.plan = plan


@dataclass(frozen=True)
class Submitted:
    """A file with what a person chose for it.

    Attributes:
        data: The file.
        name: Its name.
        known: How headings and codes of tables may be called.
        table: What was chosen for a CSV file.
        decisions: What was decided of its rows.
    """

    data: bytes
    name: str
    known: KnownLabels
    table: TableChoice
    decisions: Decisions


def export(work: Work, file_format: Format, wording: Wording) -> bytes:
    """Write what is in force, in the person's sight, as one file."""
    held = (
        _exchanged(office, revision)
        for office, revision in everything(work.session, work.actor.sight, pending=False)
        if revision.state is State.APPROVED
    )
    return write_file(file_format, held, f"Bienban {current_version(work.session)}", wording)


def plan(work: Work, file: Submitted) -> tuple[Reading, ImportPlan]:
    """Say what bringing a file in would do to the glossary as it is being worked on; nothing is changed.

    Raises:
        FileRefused: It cannot be read as what it is.
    """
    reading = read_file(file.data, file.name, file.known, file.table)
    return reading, plan_import(_held(work), reading, file.decisions)


def bring_in(work: Work, file: Submitted) -> tuple[Reading, ImportPlan]:
    """Bring a file in, all of it or nothing: what it adds and changes is proposed, and others approve it.

    The plan takes long and is made in a unit that only reads; it is kept in another, if nothing that it rests
    on has changed, else it is made again.

    Args:
        work: A unit that need not write.
        file: What was submitted.

    Raises:
        FileRefused: It cannot be read as what it is.
        PlanNotReady: Rows wait for a decision.
        NotAllowed: It changes the national collection, which the person's office does not keep.
        DatabaseBusy: Others changed the glossary whenever the plan was made.
    """
    reading = read_file(file.data, file.name, file.known, file.table)
    for _ in range(_MOST_PLANS):
        with own_unit(work, writing=False) as now:
            basis = living_digest(now.session, now.actor.sight)
            planned = plan_import(_held(now), reading, file.decisions)
        if not planned.is_ready:
            raise PlanNotReady(reading, planned)
        with own_unit(work, writing=True) as now:
            lock_concepts(now.session, [row.concept_id for row in planned.writes if row.concept_id])
            lock_names(now.session, now.actor.sight)
            if living_digest(now.session, now.actor.sight) == basis:
                _keep(now, planned, file.name)
                return reading, planned
    raise DatabaseBusy(message("the database is busy; try again"))


def _keep(work: Work, planned: ImportPlan, name: str) -> None:
    """Propose what a plan adds and changes."""
    author = work.actor.person.person_id
    added = [row for row in planned.writes if row.based_on is None]
    for collection in Collection:
        concepts = [concept for concept in _named(work, added) if concept.collection is collection]
        if concepts:
            office = work.actor.national if collection is Collection.NATIONAL else work.actor.office
            check_keeper(work, office.office_id)
            add_proposed(work.session, office.office_id, concepts, author)
    for row in planned.writes:
        if row.concept is not None and row.based_on is not None:
            _check_collection(work, row.concept)
            save_revision(work.session, Saved(row.concept, author, State.PROPOSED))
    counts = {outcome.value: count for outcome, count in planned.counts.items()}
    work.note("glossary.import", name[:200], counts, kind="file")


def _held(work: Work) -> list[ExchangedConcept]:
    found = everything(work.session, work.actor.sight, pending=True)
    return [_exchanged(office, one) for office, one in found]


def _exchanged(office: str, revision: Revision) -> ExchangedConcept:
    collection = Collection.NATIONAL if office == NATIONAL else Collection.OFFICE
    concept = replace(revision.concept, collection=collection)
    return ExchangedConcept(concept, revision.number, revision.state)


def _named(work: Work, rows: Sequence[PlanRow]) -> Iterator[Concept]:
    """The new concepts; one whose id another office has already gets another id."""
    concepts = [row.concept for row in rows if row.concept is not None]
    taken = taken_ids(work.session, [concept.concept_id for concept in concepts])
    for concept in concepts:
        yield replace(concept, concept_id=new_id(concept)) if concept.concept_id in taken else concept


def _check_collection(work: Work, concept: Concept) -> None:
    if concept.collection is Collection.NATIONAL:
        check_keeper(work, work.actor.national.office_id)
