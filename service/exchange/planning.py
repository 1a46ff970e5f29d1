"""The dry run of an import: what each row of a file would do to the concepts that are held."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from service.core.message import Message, message
from service.exchange.concept_fields import BY_KEY, concept_of, find_missing
from service.exchange.incoming import ExchangedConcept, Incoming, Reading, Value
from service.exchange.plan import Choice, Decisions, FieldChange, ImportPlan, Outcome, PlanRow
from service.exchange.plan_merge import HeldConcepts, IdMaker, changes_between, held_fields, merge_fields
from service.exchange.plan_twins import Looks, find_twins
from service.exchange.termbase_rules import Entry, Standing, find_own_problems
from service.exchange.tree import write_path
from service.glossary.concepts import Category, Concept
from service.glossary.consistency import find_moves
from service.glossary.life import State

_NAMES = frozenset(("vi.preferred", "zh.preferred"))
_TAKING = (Choice.TAKE, Choice.AS_WRITTEN)
_UNDECIDED = Decisions()


@dataclass(slots=True)
class _Row:
    """A row on its way through the plan.

    Attributes:
        refused: Why it cannot be taken at all.
        stuck: Why it conflicts, where only leaving it out helps.
        asked: Why it waits for a decision.
        is_stale: Somebody changed the concept since the file was made.
    """

    incoming: Incoming
    choice: Choice | None
    stated: dict[str, Value]
    held: ExchangedConcept | None = None
    concept_id: str | None = None
    changes: tuple[FieldChange, ...] = ()
    concept: Concept | None = None
    is_stale: bool = False
    refused: list[Message] = field(default_factory=list)
    stuck: list[Message] = field(default_factory=list)
    asked: list[Message] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    @property
    def is_left_out(self) -> bool:
        """Whether a person left this very row out; a file-wide KEEP still says what is wrong with it."""
        return self.choice is Choice.KEEP

    @property
    def is_retired(self) -> bool:
        """Whether the concept that it means is used no more."""
        return self.held is not None and self.held.state is State.RETIRED

    def place(self, *steps: str | int) -> str:
        return f"{self.incoming.place}: {write_path(steps)}" if steps else self.incoming.place


def plan_import(
    held: Sequence[ExchangedConcept], reading: Reading, decisions: Decisions = _UNDECIDED
) -> ImportPlan:
    """Say what an import would do.

    An empty cell never empties a field, nothing that stands is lost without a decision, and what was imported
    once changes nothing the second time.

    Args:
        held: All concepts of the glossary, in the state that the import would change; ids are unique.
        reading: What the file holds.
        decisions: What a person decided after an earlier plan of the same file.
    """
    rows = [_open_row(one, decisions) for one in reading.incoming]
    standing = HeldConcepts(held)
    _identify(rows, standing, decisions.category)
    _find_shared(rows)
    for row in rows:
        if row.held is not None or row.concept_id is not None:
            _merge(row, decisions)
    _check_together(rows, standing)
    doubts = (*reading.doubts, *_find_stray(decisions, reading))
    return ImportPlan(tuple(map(_close_row, rows)), reading.notes, doubts)


def _find_stray(decisions: Decisions, reading: Reading) -> Iterator[Message]:
    """Decisions on rows and fields that are not there: what they were meant for would be overwritten."""
    there = {one.number for one in reading.incoming}
    for number in sorted({*decisions.rows, *decisions.of_fields} - there):
        yield message("row {number} is none of the file's; correct the decision on it", number=number)
    for key in sorted({key for _, key in decisions.fields} - BY_KEY.keys()):
        yield message("“{key}” is no field; correct the decision on it", key=key)


def _open_row(incoming: Incoming, decisions: Decisions) -> _Row:
    choice = decisions.rows.get(incoming.number, decisions.default)
    if choice is Choice.KEEP and incoming.number not in decisions.rows and incoming.problems:
        choice = None  # a decision for the whole file does not hide what cannot be read
    stated = dict(incoming.stated)
    if choice is Choice.AS_WRITTEN and incoming.legacy is not None:
        stated |= incoming.legacy.written
    row = _Row(incoming, choice, stated, notes=list(incoming.notes))
    row.refused += incoming.problems
    row.asked += incoming.doubts
    return row


def _identify(rows: Sequence[_Row], standing: HeldConcepts, category: Category | None) -> None:
    """Find the concept of every row, or give it an id of its own."""
    given = {row.incoming.concept_id for row in rows if row.incoming.concept_id is not None}
    ids = IdMaker({*standing.by_id, *given})
    for row in rows:
        if row.refused:
            row.concept_id = row.incoming.concept_id
            continue
        found = standing.find(row.incoming, row.stated)
        if len(found) > 1:
            names = ", ".join(one.concept.concept_id for one in found)
            row.stuck.append(
                message("{place}: can be any of {ids}; give its id", place=row.place(), ids=names)
            )
        elif found:
            row.held, row.concept_id = found[0], found[0].concept.concept_id
        else:
            if category is not None:
                row.stated.setdefault("category", category.value)
            _name_new(row, ids)


def _name_new(row: _Row, ids: IdMaker) -> None:
    missing = find_missing(row.stated)
    row.refused += [message("{place}: {problem}", place=row.place(), problem=said) for said in missing]
    row.concept_id = row.incoming.concept_id
    if not missing and row.concept_id is None:
        row.concept_id = ids.make(row.stated)


def _find_shared(rows: Sequence[_Row]) -> None:
    """Rows of one file that are the same concept; a row that is left out is none of them."""
    counts = Counter(row.concept_id for row in rows if row.concept_id and not row.is_left_out)
    for row in rows:
        if row.concept_id and counts[row.concept_id] > 1 and not row.is_left_out:
            said = message(
                "{place}: {id} stands in more than one row; leave out all but one",
                place=row.place(),
                id=row.concept_id,
            )
            row.stuck.append(said)


def _merge(row: _Row, decisions: Decisions) -> None:
    """Work out what the concept would be, field decisions included."""
    if row.refused or row.concept_id is None:
        return
    base = held_fields(row.held)
    _leave_as_written(row, base)
    chosen = decisions.of_fields.get(row.incoming.number, {})
    kept = {key for key, choice in chosen.items() if choice is Choice.KEEP}
    stated = {key: value for key, value in row.stated.items() if key not in kept}
    cleared = tuple(key for key in row.incoming.cleared if key not in kept)
    merged = merge_fields(base, stated, cleared)
    row.changes = changes_between(base, merged)
    missing = find_missing(merged)
    row.refused += [message("{place}: {problem}", place=row.place(), problem=said) for said in missing]
    if missing:
        return
    if row.held is not None:
        row.refused += _moves(row)
    if row.changes or row.is_retired:
        row.concept = concept_of(row.concept_id, merged)
    else:
        row.asked.clear()  # what changes nothing asks nothing
    _ask(row, chosen)


def _leave_as_written(row: _Row, base: Mapping[str, Value]) -> None:
    """Text of an old font that the glossary holds as it is was decided on before."""
    written = row.incoming.legacy.written if row.incoming.legacy else {}
    row.stated |= {key: value for key, value in written.items() if base.get(key) == value}


def _moves(row: _Row) -> Iterator[Message]:
    changed = {change.field for change in row.changes}
    return find_moves(
        is_recategorised="category" in changed, is_moved="collection" in changed, where=f"{row.place()}: "
    )


def _ask(row: _Row, chosen: Mapping[str, Choice]) -> None:
    """Collect what a person has to decide of a row that changes something."""
    if row.held is None or row.concept is None:
        return
    if row.is_retired:
        said = message(
            "{place}: {id} was retired; taking the row proposes it again",
            place=row.place(),
            id=row.concept_id,
        )
        row.asked.append(said)
    based, now = row.incoming.revision, row.held.revision
    if based is not None and now is not None and based != now:
        row.is_stale = True
        said = message(
            "{place}: {id} was changed since: the file knows revision {based}, the glossary has {now}",
            place=row.place(),
            id=row.concept_id,
            based=based,
            now=now,
        )
        row.asked.append(said)
    for change in row.changes:
        if change.overwrites and chosen.get(change.field) not in _TAKING:
            said = message("{place}: replaces what stands there", place=row.place(change.field))
            row.asked.append(said)


def _check_together(rows: Sequence[_Row], standing: HeldConcepts) -> None:
    """Hold the glossary as it would be to its rules."""
    written = [row for row in rows if row.concept is not None and not row.is_left_out]
    after = {id_: one.concept for id_, one in standing.by_id.items() if one.state is not State.RETIRED}
    after |= {row.concept.concept_id: row.concept for row in written if row.concept is not None}
    rules, twins = Standing(after), find_twins(after.values())
    looks = Looks(after.values() if written else ())
    for row in written:
        if row.concept is None:
            continue
        row.refused += find_own_problems(Entry(row.concept, partial(_Row.place, row)), rules)
        twin = twins.get(row.concept.concept_id)
        if twin is not None:
            said = message(
                "{place}: {id} and {other} have the same names on the same days",
                place=row.place(),
                id=row.concept.concept_id,
                other=twin,
            )
            row.stuck.append(said)
        if not _NAMES.isdisjoint(change.field for change in row.changes):
            _compare_looks(row, row.concept, looks)


def _compare_looks(row: _Row, concept: Concept, looks: Looks) -> None:
    for text, other in looks.find_forged(concept).items():
        said = message("{place}: “{text}” looks like a term of {id}", place=row.place(), text=text, id=other)
        row.asked.append(said)
    for text, other in looks.find_same(concept).items():
        said = message("{place}: {id} has the term “{text}” too", place=row.place(), text=text, id=other)
        row.notes.append(said)


def _close_row(row: _Row) -> PlanRow:
    reasons = [*row.refused, *row.stuck, *row.asked]
    outcome, is_decided = _outcome(row)
    writes = outcome in (Outcome.ADDED, Outcome.CHANGED)
    return PlanRow(
        number=row.incoming.number,
        place=row.incoming.place,
        outcome=outcome,
        concept_id=row.concept_id,
        changes=row.changes,
        reasons=tuple(reasons),
        notes=tuple(row.notes),
        is_decided=is_decided,
        concept=row.concept if writes and is_decided else None,
        based_on=row.held.revision if row.held else None,
        state=row.incoming.state,
        events=row.incoming.events,
    )


def _outcome(row: _Row) -> tuple[Outcome, bool]:
    """What becomes of a row, and whether that is settled."""
    if row.is_left_out:
        return Outcome.UNCHANGED, True
    if row.refused:
        return Outcome.REFUSED, False
    if row.stuck:
        return Outcome.CONFLICTING, False
    if row.concept is None:
        return Outcome.UNCHANGED, True
    is_decided = not row.asked or row.choice in _TAKING
    if row.is_stale and not is_decided:
        return Outcome.CONFLICTING, False
    return (Outcome.CHANGED if row.held else Outcome.ADDED), is_decided
