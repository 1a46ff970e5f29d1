"""What an import does, in words for the console."""

from collections.abc import Iterator

from service.core.message import Message, message
from service.exchange.incoming import Value
from service.exchange.plan import ImportPlan, Outcome, PlanRow
from service.exchange.table_words import HEADINGS

_LONGEST_VALUE = 80


def tell_plan(plan: ImportPlan) -> Iterator[Message]:
    """What an import would do or has done, row by row, and in numbers."""
    yield from plan.notes
    yield from plan.doubts
    for row in plan.rows:
        yield from _row_report(row)
    yield message(
        "{added} added, {changed} changed, {unchanged} unchanged, {conflicting} conflicts, {refused} refused",
        **{outcome.value: count for outcome, count in plan.counts.items()},
    )
    if plan.undecided:
        yield message("{count} rows wait for a decision", count=len(plan.undecided))


def _row_report(row: PlanRow) -> Iterator[Message]:
    if row.outcome is not Outcome.UNCHANGED:
        yield _heading(row.outcome, row.place, row.concept_id or "?")
    for change in row.changes if row.outcome in (Outcome.CHANGED, Outcome.CONFLICTING) else ():
        yield message(
            "    {field}: “{old}” becomes “{new}”",
            field=HEADINGS[change.field],
            old=_short(change.old),
            new=_short(change.new),
        )
    yield from row.reasons
    yield from row.notes


def _heading(outcome: Outcome, place: str, concept_id: str) -> Message:
    said = {
        Outcome.ADDED: message("{place}: {id} is new", place=place, id=concept_id),
        Outcome.CHANGED: message("{place}: {id} changes", place=place, id=concept_id),
        Outcome.CONFLICTING: message("{place}: {id} is in conflict", place=place, id=concept_id),
        Outcome.REFUSED: message("{place}: {id} is refused", place=place, id=concept_id),
    }
    return said[outcome]


def _short(value: Value) -> str:
    text = value if isinstance(value, str) else "; ".join(value)
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
