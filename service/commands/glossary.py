"""`bienban glossary`: files of concepts out of the termbase, and what an import of one would do."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from service.actions.draft_files import write_files
from service.actions.glossary_files import export_termbase, plan_file
from service.core.message import Message, message
from service.exchange.encodings import ENCODINGS
from service.exchange.formats import Format, TableChoice
from service.exchange.incoming import Value
from service.exchange.plan import Choice, Decisions, ImportPlan, Outcome, PlanRow
from service.exchange.table_words import HEADINGS
from service.glossary.concepts import Category
from service.locale.glossary_words import known_labels, table_wording
from service.settings import Settings

Say: TypeAlias = Callable[[Message, Settings], None]

NOT_READY = 1
_LONGEST_VALUE = 80


def add_glossary(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the commands of the glossary.

    Args:
        parser: Of `bienban glossary`.
        say: Puts a message on the console.
    """
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    export = commands.add_parser("export", help="write the termbase as one file")
    export.add_argument("--format", choices=[one.value for one in Format], required=True)
    export.add_argument("file", type=Path, metavar="FILE", help="written, or written anew")
    export.set_defaults(run=lambda options, settings: _export(options, settings, say))
    _add_import(commands.add_parser("import", help="show what a file of concepts would change"), say)


def _add_import(parser: argparse.ArgumentParser, say: Say) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="TBX, XLSX, CSV or YAML")
    parser.add_argument(
        "--dry-run",
        action="store_true",
        required=True,
        help="change nothing; so far the only way",
    )
    parser.add_argument("--encoding", choices=list(ENCODINGS), help="of a CSV file; default: found out")
    parser.add_argument(
        "--category", choices=[one.value for one in Category], help="of new concepts that name none"
    )
    parser.add_argument(
        "--take", action="store_true", help="show it as if everything the file replaces were agreed"
    )
    parser.set_defaults(run=lambda options, settings: _import(options, settings, say))


def _export(options: argparse.Namespace, settings: Settings, say: Say) -> int:
    data = export_termbase(settings, Format(options.format), table_wording(settings.language))
    write_files(options.file.parent, {options.file.name: data})
    say(message("written: {file}", file=options.file), settings)
    return 0


def _import(options: argparse.Namespace, settings: Settings, say: Say) -> int:
    decisions = Decisions(
        default=Choice.TAKE if options.take else None,
        category=Category(options.category) if options.category else None,
    )
    reading, plan = plan_file(
        options.file, settings, known_labels(), TableChoice(options.encoding), decisions
    )
    for row in reading.preview if plan.doubts else ():
        say(message("as read: {row}", row=" | ".join(row)), settings)
    for said in _report(plan):
        say(said, settings)
    return 0 if plan.is_ready else NOT_READY


def _report(plan: ImportPlan) -> Iterator[Message]:
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
