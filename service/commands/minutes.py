"""The commands on records: `bienban check`, `bienban minutes next|from-notes`; thin, like cli."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.draft_files import write_files
from service.actions.record_files import (
    CheckedFile,
    check_files,
    count_findings,
    next_record_file,
    read_notes_file,
)
from service.commands import kept_minutes
from service.core.finding import Finding, Severity
from service.core.languages import Language
from service.core.message import BienbanError, message
from service.core.text import show_text
from service.locale.catalog import say
from service.settings import Settings
from service.web.record_comments import proposal_data, write_next, write_proposal

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no other name

_SEVERITIES = {
    Severity.ERROR: message("error"),
    Severity.WARNING: message("warning"),
    Severity.NOTE: message("note"),
}


def add_minutes_commands(commands: "Commands") -> None:
    """Add the commands on records to the command line."""
    _add_check(commands.add_parser("check", help="check records; exit 1 if anything is an error"))
    minutes = commands.add_parser("minutes", help="make records, and keep minutes").add_subparsers(
        required=True, metavar="COMMAND"
    )
    kept_minutes.add(minutes)
    _add_next(minutes.add_parser("next", help="draw up the record of the session that follows"))
    _add_from_notes(minutes.add_parser("from-notes", help="propose a record from notes of a meeting"))


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", type=Path, nargs="+", metavar="RECORD", help="record file, YAML or JSON")
    parser.add_argument(
        "--as-of", type=read_day, metavar="DAY", help="YYYY-MM-DD; default: the meeting's day"
    )
    parser.add_argument("--json", action="store_true", help="print a line of JSON a record")
    parser.set_defaults(run=_check)


def _add_next(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "record", type=Path, metavar="RECORD", help="the last session's record, or the id of kept minutes"
    )
    parser.add_argument(
        "--date", type=read_day, required=True, metavar="DAY", help="YYYY-MM-DD of the next session"
    )
    parser.add_argument("--place", metavar="PLACE", help="where it will be held; default: not known")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="the new record, YAML; after kept minutes new ones are kept"
    )
    kept_minutes.add_person(parser)
    parser.set_defaults(run=_next)


def _add_from_notes(parser: argparse.ArgumentParser) -> None:
    languages = [language.value for language in Language]
    parser.add_argument("--lang", choices=languages, required=True, help="language of the notes")
    parser.add_argument("notes", type=Path, metavar="FILE", help="UTF-8 text")
    parser.add_argument(
        "--as-of", type=read_day, required=True, metavar="DAY", help="YYYY-MM-DD on which names must be right"
    )
    parser.add_argument("--json", action="store_true", help="print record, fields and passages as JSON")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="the proposed record, YAML; default: printed"
    )
    parser.add_argument("--keep", action="store_true", help="keep it as new minutes, the notes beside them")
    kept_minutes.add_person(parser)
    parser.set_defaults(run=_from_notes)


def read_day(text: str) -> date:
    """Read a day of an option."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = f"“{text}” is no day of the calendar written as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(said) from None


def _check(options: argparse.Namespace, settings: Settings) -> int:
    checked = check_files(options.records, settings, options.as_of)
    if options.json:
        for one in checked:
            _print_json(_as_data(one, settings))
    else:
        for one in checked:
            for finding in one.findings:
                _print(_line(one, finding, settings))
        for count in count_findings(checked):
            _print(say(count, settings.language))
    return 1 if any(one.has_errors for one in checked) else 0


class OutMissing(BienbanError):
    """A file is to be written, and nothing says which."""


def _next(options: argparse.Namespace, settings: Settings) -> int:
    if kept_minutes.is_kept(str(options.record)):
        return kept_minutes.keep_next(options, settings)
    if options.out is None:
        raise OutMissing(message("say with --out where the new record goes"))
    drawn = next_record_file(options.record, settings, options.date, options.place)
    text = write_next(drawn, options.record.name, settings.language)
    write_files(options.out.parent, {options.out.name: text.encode()})
    for change in drawn.changes:
        _print(f"{change.place}: {say(change.said, settings.language)}")
    _print(say(message("written: {file}", file=options.out), settings.language))
    return 0


def _from_notes(options: argparse.Namespace, settings: Settings) -> int:
    if options.keep:
        return kept_minutes.keep_notes(options, settings)
    proposal = read_notes_file(options.notes, settings, Language(options.lang), options.as_of)
    if options.json:
        _print_json(proposal_data(proposal, settings.language))
    text = write_proposal(proposal, options.notes.name, settings.language)
    if options.out:
        write_files(options.out.parent, {options.out.name: text.encode()})
        _print(say(message("written: {file}", file=options.out), settings.language))
    elif not options.json:
        sys.stdout.write(text)
    return 0


def _line(one: CheckedFile, finding: Finding, settings: Settings) -> str:
    severity, problem = (
        say(said, settings.language) for said in (_SEVERITIES[finding.severity], finding.message)
    )
    return f"{one.place(finding)}: {severity} ({finding.code}): {problem}"


def _as_data(one: CheckedFile, settings: Settings) -> dict[str, object]:
    return {
        "file": str(one.source),
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "place": finding.place,
                "line": one.line(finding),
                "message": say(finding.message, settings.language),
                "suggestion": _suggestion(finding),
            }
            for finding in one.findings
        ],
    }


def _suggestion(finding: Finding) -> dict[str, object] | None:
    one = finding.suggestion
    if one is None:
        return None
    original = one.original.value if one.original else None
    return {"start": one.start, "end": one.end, "text": one.text, "original": original}


def _print(text: str) -> None:
    # Files bring names and values: what could steer a terminal is shown as its number.
    print(show_text(text))  # noqa: T201 - the console is this face


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False))  # noqa: T201 - the console is this face
