"""The commands on records: `bienban check` and `bienban minutes …`; thin, like cli."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.draft_files import write_files
from service.actions.next_session import NextRecord
from service.actions.record_files import CheckedFile, check_files, count_findings, next_record_file
from service.core.finding import Finding, Severity
from service.core.message import message
from service.core.text import show_text
from service.exchange.record_writing import write_record
from service.locale.catalog import say
from service.minutes.next_session import REVIEW
from service.settings import Settings

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
    minutes = commands.add_parser("minutes", help="make records").add_subparsers(
        required=True, metavar="COMMAND"
    )
    _add_next(minutes.add_parser("next", help="draw up the record of the session that follows"))


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", type=Path, nargs="+", metavar="RECORD", help="record file, YAML or JSON")
    parser.add_argument(
        "--as-of", type=read_day, metavar="DAY", help="YYYY-MM-DD; default: the meeting's day"
    )
    parser.add_argument("--json", action="store_true", help="print a line of JSON a record")
    parser.set_defaults(run=_check)


def _add_next(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path, metavar="RECORD", help="the last session's record")
    parser.add_argument(
        "--date", type=read_day, required=True, metavar="DAY", help="YYYY-MM-DD of the next session"
    )
    parser.add_argument("--place", metavar="PLACE", help="where it will be held; default: not known")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the new record, YAML")
    parser.set_defaults(run=_next)


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


def _next(options: argparse.Namespace, settings: Settings) -> int:
    drawn = next_record_file(options.record, settings, options.date, options.place)
    text = _write_next(drawn, options.record.name, settings.language)
    write_files(options.out.parent, {options.out.name: text.encode()})
    for change in drawn.changes:
        _print(f"{change.place}: {say(change.said, settings.language)}")
    _print(say(message("written: {file}", file=options.out), settings.language))
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


def _write_next(drawn: NextRecord, source: str, language: str) -> str:
    """Write a record that was drawn up as YAML, each change as a comment over its key.

    Args:
        drawn: The record with what changed.
        source: What the last session's record is called.
        language: The language of the comments.
    """
    comments: dict[str, list[str]] = {}
    for change in drawn.changes:
        comments.setdefault(change.place, []).append(say(change.said, language))
    review = next(s for s, section in enumerate(drawn.record.sections) if section.id == REVIEW)
    for i, item in enumerate(drawn.record.sections[review].items):
        path = f"sections[{review}].items[{i}].points[{len(item.points) - 1}]"
        comments[path] = [say(message("what has been done about it?"), language)]
    for p in range(len(drawn.record.parties)):
        comments.setdefault(f"parties[{p}].head", []).insert(
            0, say(message("as at the last session; who comes now is to be confirmed"), language)
        )
    head = say(message("drawn up from {file}; what is not known is null", file=source), language)
    return write_record(drawn.record, [head], comments)
