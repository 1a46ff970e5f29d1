"""`bienban glossary`: files of concepts out of the glossary and into it, searches, numbers."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.approvals import approve_all
from service.actions.draft_files import write_files
from service.actions.glossary_files import PlanNotReady, Submitted, bring_in, export, plan
from service.actions.listing import Listing, list_concepts
from service.actions.statistics import count_glossary
from service.actions.work import Work, open_work
from service.app import open_installation
from service.commands.console import add_group, print_message
from service.commands.import_report import tell_plan
from service.core.message import BienbanError, Message, message
from service.db.unit_of_work import unit_of_work
from service.exchange.encodings import ENCODINGS
from service.exchange.formats import Format, TableChoice
from service.exchange.incoming import Reading
from service.exchange.plan import Choice, Decisions, ImportPlan
from service.glossary.concepts import Category
from service.locale.glossary_words import known_labels, table_wording
from service.settings import Settings

if TYPE_CHECKING:
    from service.commands.console import Commands

NOT_READY = 1
_MOST_FOUND = 20


class GlossaryFileUnreadable(BienbanError):
    """A file is not there or may not be read."""


def add(commands: "Commands") -> None:
    """Add the commands to the command line."""
    group = add_group(commands, "glossary", "work with the glossary")
    writing = group.add_parser("export", help="write what is in force as one file")
    writing.add_argument("--format", choices=[one.value for one in Format], required=True)
    writing.add_argument("file", type=Path, metavar="FILE", help="written, or written anew")
    writing.set_defaults(run=_export)
    _add_import(group.add_parser("import", help="bring a file of concepts in as proposals"))
    approving = group.add_parser("approve", help="approve every proposal that others made")
    approving.set_defaults(run=_approve)
    searching = group.add_parser("search", help="find concepts as the service does; a line of JSON each")
    searching.add_argument("text", metavar="TEXT", help="with accents or without, Chinese, pinyin, initials")
    searching.set_defaults(run=_search)
    numbers = group.add_parser("stats", help="say how much the glossary holds")
    numbers.set_defaults(run=_stats)
    for parser in (writing, approving, searching, numbers):
        _add_person(parser)


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as", dest="person", default="lan", metavar="NAME", help="who does it; default: lan"
    )


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="TBX, XLSX, CSV or YAML")
    parser.add_argument("--dry-run", action="store_true", help="say what would change; change nothing")
    parser.add_argument("--encoding", choices=list(ENCODINGS), help="of a CSV file; default: found out")
    parser.add_argument(
        "--category", choices=[one.value for one in Category], help="of new concepts that name none"
    )
    parser.add_argument("--take", action="store_true", help="agree to everything the file replaces")
    _add_person(parser)
    parser.set_defaults(run=_import)


def _with_work(
    options: argparse.Namespace, settings: Settings, act: Callable[[Work], int], *, writing: bool
) -> int:
    engine = open_installation(settings)
    try:
        with unit_of_work(engine, writing=writing) as session:
            return act(open_work(session, options.person, "console", local=True))
    finally:
        engine.dispose()


def _export(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work) -> int:
        data = export(work, Format(options.format), table_wording(settings.language))
        write_files(options.file.parent, {options.file.name: data})
        return 0

    status = _with_work(options, settings, act, writing=False)
    print_message(message("written: {file}", file=options.file), settings)
    return status


def _import(options: argparse.Namespace, settings: Settings) -> int:
    file = _submitted(options)

    def act(work: Work) -> int:
        reading, planned = plan(work, file) if options.dry_run else bring_in(work, file)
        return _tell(reading, planned, settings)

    try:
        return _with_work(options, settings, act, writing=False)
    except PlanNotReady as refused:
        return _tell(refused.reading, refused.plan, settings)


def _submitted(options: argparse.Namespace) -> Submitted:
    try:
        data = options.file.read_bytes()
    except OSError as error:
        said = message("{file}: cannot be read: {problem}", file=options.file, problem=error.strerror)
        raise GlossaryFileUnreadable(said) from None
    decisions = Decisions(
        default=Choice.TAKE if options.take else None,
        category=Category(options.category) if options.category else None,
    )
    return Submitted(data, options.file.name, known_labels(), TableChoice(options.encoding), decisions)


def _tell(reading: Reading, planned: ImportPlan, settings: Settings) -> int:
    for row in reading.preview if planned.doubts else ():
        print_message(message("as read: {row}", row=" | ".join(row)), settings)
    for said in tell_plan(planned):
        print_message(said, settings)
    return 0 if planned.is_ready else NOT_READY


def _approve(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work) -> int:
        done, left = approve_all(work)
        for said in left:
            print_message(said, settings)
        print_message(message("{count} approved, {left} left", count=done, left=len(left)), settings)
        return 0

    return _with_work(options, settings, act, writing=True)


def _search(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work) -> int:
        for kept in list_concepts(work, Listing(text=options.text, most=_MOST_FOUND)).concepts:
            shown = kept.shown
            line = {
                "id": kept.concept_id,
                "vi": shown.concept.vi.preferred,
                "zh": shown.concept.zh.preferred,
                "state": shown.state.value,
                "office": kept.office,
            }
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        return 0

    return _with_work(options, settings, act, writing=False)


def _stats(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work) -> int:
        for said in _numbers(work):
            print_message(said, settings)
        return 0

    return _with_work(options, settings, act, writing=False)


def _numbers(work: Work) -> Iterator[Message]:
    counted = count_glossary(work)
    yield message("version {version}", version=counted.version)
    for (office, category, state), count in sorted(counted.concepts.items()):
        yield message(
            "{count} concepts of {office}: {category}, {state}",
            office=office,
            category=category,
            state=state,
            count=count,
        )
    yield message(
        "{concepts} concepts, {terms} terms", concepts=sum(counted.concepts.values()), terms=counted.terms
    )
