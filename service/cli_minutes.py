"""The commands on records: `bienban check` and `bienban minutes …`; thin, like cli."""

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.record_files import CheckedFile, check_files, count_findings
from service.core.finding import Finding, Severity
from service.core.message import message
from service.core.text import show_text
from service.locale.catalog import say
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


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", type=Path, nargs="+", metavar="RECORD", help="record file, YAML or JSON")
    parser.add_argument(
        "--as-of", type=read_day, metavar="DAY", help="YYYY-MM-DD; default: the meeting's day"
    )
    parser.add_argument("--json", action="store_true", help="print a line of JSON a record")
    parser.set_defaults(run=_check)


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
