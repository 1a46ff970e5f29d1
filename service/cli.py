"""The `bienban` command; thin: it parses arguments, calls actions and puts their words on the console."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from service.actions.annotate import MAX_BYTES, annotate_text, read_text
from service.actions.check_templates import check_templates
from service.actions.conversion import LineUnreadable, convert_line, read_line
from service.actions.doctor import examine
from service.actions.draft import DraftChoice
from service.actions.draft_files import DraftedFile, draft_files, pack_file, write_files
from service.actions.template_names import usable_names, write_names
from service.actions.workshop import open_termbase
from service.commands import audit, glossary, serve, user
from service.commands.console import print_message as _print
from service.commands.minutes import add_minutes_commands
from service.core.languages import Language, Side
from service.core.message import BienbanError, message
from service.documents.layout import Layout
from service.documents.shipped.build import build_templates
from service.language.order import NameOrder
from service.locale.catalog import say
from service.minutes.fields import schema_of
from service.minutes.record import Record
from service.settings import Settings, read_settings
from service.web.drafts import drafted_record, write_index

REFUSED = 2
PIPE_CLOSED = 141  # as a shell reports it: 128 and SIGPIPE
_INDEX = "index.html"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Returns:
        0; 1 where `doctor` finds a problem; 2 where input is refused, with one line a problem on stderr.
    """
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a character shows its number instead of ending the program.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    options = command_parser().parse_args(arguments)
    settings = Settings()
    try:
        settings = read_settings(os.environ)
        return int(options.run(options, settings))
    except BienbanError as error:
        for problem in error.problems:
            _print(problem, settings, sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Whoever read the output has gone (| head); what Python still holds must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED


def command_parser() -> argparse.ArgumentParser:
    """The command line: every command, its options and what it runs."""
    parser = argparse.ArgumentParser(
        prog="bienban", description="Draft bilingual Vietnamese–Chinese minutes from one record of a meeting."
    )
    parser.add_argument("--version", action="version", version=f"bienban {version('bienban')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_draft(commands.add_parser("draft", help="draft record files into Word files"))
    _add_pack(commands.add_parser("pack", help="make the signing pack of a record: originals, proof, sheets"))
    _add_convert(commands.add_parser("convert", help="convert the numbers and dates of a text, line by line"))
    _add_annotate(commands.add_parser("annotate", help="find the names and terms of the termbase in a text"))
    for group in (serve, audit, user, glossary):
        group.add(commands)
    add_minutes_commands(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of a record")
    schema.set_defaults(run=_schema)
    doctor = commands.add_parser("doctor", help="look over termbase and templates; exit 1 if wrong")
    doctor.set_defaults(run=_doctor)
    _add_templates(commands.add_parser("templates", help="work with templates"))
    return parser


def _add_templates(parser: argparse.ArgumentParser) -> None:
    templates = parser.add_subparsers(required=True, metavar="COMMAND")
    check = templates.add_parser("check", help="look over templates; exit 1 if one cannot be used")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE", help="template, .docx")
    check.add_argument("--json", action="store_true", help="print a line of JSON a finding")
    check.set_defaults(run=_check_templates)
    names = templates.add_parser("names", help="print every name a template can use, with examples")
    names.add_argument("--json", action="store_true", help="print a line of JSON a name")
    names.set_defaults(run=_template_names)
    build = templates.add_parser("build", help="write the shipped templates into a folder")
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for vi/ and zh/")
    build.set_defaults(run=_build_templates)


def _add_draft(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("records", type=Path, nargs="+", metavar="RECORD", help="record file, YAML or JSON")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder for the drafts and index.html"
    )
    parser.add_argument(
        "--layout",
        action="append",
        choices=[layout.value for layout in Layout],
        help="may be given again; default: columns (of a plan stacked), consecutive, vi and zh",
    )
    parser.add_argument("--original", choices=["vn", "cn", "both"], default="both", help="default: both")
    _add_choice(parser)
    parser.set_defaults(run=_draft)


def _add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", type=Path, metavar="RECORD", help="record file, YAML or JSON")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pack")
    _add_choice(parser)
    parser.set_defaults(run=_pack)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--names", choices=[order.value for order in NameOrder], help="default: the record's")
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DAY",
        help="YYYY-MM-DD on which names must be right; default: the meeting's day",
    )
    parser.add_argument(
        "--final",
        action="store_true",
        help="as it is to be signed: no draft mark; refused while there are gaps",
    )


def _add_convert(parser: argparse.ArgumentParser) -> None:
    languages = [language.value for language in Language]
    parser.add_argument(
        "--from", dest="source", choices=languages, required=True, help="language of the text"
    )
    parser.add_argument("--to", dest="target", choices=languages, required=True, help="the other language")
    parser.add_argument("--year", type=int, help="year of dates without one; default: they are asked about")
    parser.add_argument("--json", action="store_true", help="print a line of JSON a line, with offsets")
    parser.add_argument("text", type=Path, nargs="?", metavar="FILE", help="UTF-8; default: standard input")
    parser.set_defaults(run=_convert)


def _add_annotate(parser: argparse.ArgumentParser) -> None:
    languages = [language.value for language in Language]
    parser.add_argument("--lang", choices=languages, required=True, help="language of the text")
    parser.add_argument(
        "--as-of", type=_day, metavar="DAY", help="YYYY-MM-DD on which names must be right; default: today"
    )
    parser.add_argument("text", type=Path, nargs="?", metavar="FILE", help="UTF-8; default: standard input")
    parser.set_defaults(run=_annotate)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = f"“{text}” is no day of the calendar written as YYYY-MM-DD"
        raise argparse.ArgumentTypeError(said) from None


def _draft(options: argparse.Namespace, settings: Settings) -> int:
    choice = DraftChoice(
        originals=tuple(Side) if options.original == "both" else (Side(options.original),),
        layouts=tuple(dict.fromkeys(map(Layout, options.layout))) if options.layout else None,
        order=NameOrder(options.names) if options.names else None,
        as_of=options.as_of,
        is_final=options.final,
    )
    drafted = draft_files(options.records, choice, settings, version("bienban"))
    files = {
        name: draft.data for one in drafted for name, draft in zip(one.files, one.drafts.drafts, strict=True)
    }
    index = write_index(list(map(drafted_record, drafted)), settings.language)
    write_files(options.out, files | {_INDEX: index.encode()})
    for one in drafted:
        _report(one, options.out, settings)
    _print(message("Open {page} in a browser.", page=options.out / _INDEX), settings)
    return 0


def _pack(options: argparse.Namespace, settings: Settings) -> int:
    choice = DraftChoice(
        order=NameOrder(options.names) if options.names else None,
        as_of=options.as_of,
        is_final=options.final,
    )
    packed = pack_file(options.record, choice, settings, version("bienban"))
    write_files(options.out, packed.files)
    for name in packed.files:
        print(f"  {options.out / name}")  # noqa: T201 - the console is this face
    if packed.pack.differs_in_order_only:
        _print(message("The two originals differ in order only."), settings)
        return 0
    _print(message("The two originals differ in more than order; the proof shows where."), settings)
    return 1


def _report(one: DraftedFile, folder: Path, settings: Settings) -> None:
    counts = message(
        "{record}: {drafts} drafts, {gaps} gaps, {findings} findings, names as of {as_of}",
        record=one.source,
        drafts=len(one.files),
        gaps=len({gap.place for gap in one.drafts.gaps}),
        findings=len(one.drafts.findings),
        as_of=one.drafts.as_of.isoformat(),
    )
    _print(counts, settings)
    for name in one.files:
        print(f"  {folder / name}")  # noqa: T201 - the console is this face


def _convert(options: argparse.Namespace, settings: Settings) -> int:
    if options.source == options.target:
        raise LineUnreadable(message("--from and --to are the same language; one is vi, the other zh"))
    name = str(options.text) if options.text else "-"
    with _open_text(options.text) as stream:
        for number, data in enumerate(stream, start=1):
            place = f"{name}:{number}"
            text = read_line(data, place)
            line = convert_line(text, Language(options.source), place, options.year)
            sys.stdout.write(json.dumps(line.data, ensure_ascii=False) + "\n" if options.json else line.text)
            for doubt in () if options.json else line.doubts:
                _print(doubt, settings, sys.stderr)
    return 0


def _annotate(options: argparse.Namespace, settings: Settings) -> int:
    with _open_text(options.text) as stream:
        data = stream.read(MAX_BYTES + 1)
    text = read_text(data, str(options.text) if options.text else "-")
    as_of = options.as_of or datetime.now().astimezone().date()
    _print_json(annotate_text(text, open_termbase(settings), Language(options.lang), as_of))
    return 0


def _open_text(path: Path | None) -> AbstractContextManager[BinaryIO]:
    if path is None:
        return nullcontext(sys.stdin.buffer)
    try:
        return path.open("rb")
    except OSError as error:
        said = message("{file}: cannot be read: {problem}", file=path, problem=error.strerror)
        raise LineUnreadable(said) from None


def _schema(options: argparse.Namespace, settings: Settings) -> int:
    del options, settings
    print(json.dumps(schema_of(Record), ensure_ascii=False, indent=2))  # noqa: T201 - the console is this face
    return 0


def _doctor(options: argparse.Namespace, settings: Settings) -> int:
    del options
    diagnosis = examine(settings)
    for said in (*diagnosis.said, *diagnosis.problems):
        _print(said, settings)
    return 1 if diagnosis.problems else 0


def _check_templates(options: argparse.Namespace, settings: Settings) -> int:
    checked = check_templates(options.files)
    if options.json:
        _print_json(checked.data(lambda said: say(said, settings.language)))
    for said in () if options.json else checked.said:
        _print(said, settings)
    return 0 if checked.can_be_used else 1


def _template_names(options: argparse.Namespace, settings: Settings) -> int:
    del settings
    if options.json:
        _print_json(name.data for name in usable_names())
    else:
        sys.stdout.writelines(f"{line}\n" for line in write_names(usable_names()))
    return 0


def _build_templates(options: argparse.Namespace, settings: Settings) -> int:
    for path, data in build_templates().items():
        file = options.out / path
        write_files(file.parent, {file.name: data})
        _print(message("written: {file}", file=file), settings)
    return 0


def _print_json(lines: Iterable[Mapping[str, object]]) -> None:
    sys.stdout.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
