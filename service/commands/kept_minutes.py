"""`bienban minutes list|new|show|move|export`, and minutes of the next session or of notes, kept."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.draft_files import write_files
from service.actions.live import LiveGlossary
from service.actions.minutes import origins
from service.actions.minutes.access import is_name, open_minutes
from service.actions.minutes.moving import Wish, move_minutes
from service.actions.minutes.origins import NextMeeting, Notes, kept_message
from service.actions.minutes.papers import list_minutes, read_minutes
from service.actions.record_files import read_file, read_notes_text
from service.actions.work import Work, open_work
from service.app import open_installation
from service.commands.console import print_message
from service.core.languages import Language
from service.core.message import message
from service.db.unit_of_work import unit_of_work
from service.exchange.record_writing import write_record
from service.locale.catalog import say
from service.minutes.kept import Filters, Head, KeptMinutes
from service.minutes.plain import plain_record
from service.minutes.states import State, name_state
from service.settings import Settings

if TYPE_CHECKING:
    from service.commands.console import Commands

_MOST = 200


def add(minutes: "Commands") -> None:
    """Add the commands on minutes that are kept."""
    listing = minutes.add_parser("list", help="list kept minutes, the newest first; a line of JSON each")
    listing.add_argument("--state", choices=[one.value for one in State], help="how far the work is")
    listing.add_argument("--mechanism", metavar="TEXT", default="", help="letters in the mechanism's name")
    listing.set_defaults(run=_list)
    making = minutes.add_parser("new", help="keep a record file as new minutes")
    making.add_argument("record", type=Path, metavar="RECORD", help="record file, YAML or JSON")
    making.set_defaults(run=_new)
    showing = minutes.add_parser("show", help="print kept minutes as a record")
    moving = minutes.add_parser("move", help="move kept minutes to another state")
    exporting = minutes.add_parser("export", help="write kept minutes as a record file")
    for parser in (showing, moving, exporting):
        parser.add_argument("minutes", metavar="ID", help="as `list` prints it")
    showing.set_defaults(run=_show)
    moving.add_argument("state", choices=[one.value for one in State])
    moving.add_argument("--reason", default="", metavar="TEXT", help="why; going back needs one")
    moving.set_defaults(run=_move)
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE", help=".json is written as JSON")
    exporting.set_defaults(run=_export)
    for parser in (listing, making, showing, moving, exporting):
        add_person(parser)


def add_person(parser: argparse.ArgumentParser) -> None:
    """Add the option that says who does it."""
    parser.add_argument(
        "--as", dest="person", default="lan", metavar="NAME", help="who does it; default: lan"
    )


def is_kept(text: str) -> bool:
    """Whether an argument names kept minutes and no file."""
    return is_name(text) and not Path(text).exists()


def _read(options: argparse.Namespace, settings: Settings, act: Callable[[Work], int]) -> int:
    engine = open_installation(settings)
    try:
        with unit_of_work(engine, writing=False) as session:
            return act(open_work(session, options.person, "console", local=True))
    finally:
        engine.dispose()


def _write(options: argparse.Namespace, settings: Settings, act: Callable[[Work, LiveGlossary], int]) -> int:
    engine = open_installation(settings)
    try:
        live = LiveGlossary(engine)
        with unit_of_work(engine, writing=True) as session:
            return act(open_work(session, options.person, "console", local=True), live)
    finally:
        engine.dispose()


def _list(options: argparse.Namespace, settings: Settings) -> int:
    states = (State(options.state),) if options.state else ()

    def act(work: Work) -> int:
        after: int | None = None
        while True:
            filters = Filters(states=states, mechanism=options.mechanism.casefold())
            page = list_minutes(work, filters, after, _MOST)
            for head in page.heads:
                sys.stdout.write(json.dumps(_line(head), ensure_ascii=False) + "\n")
            if page.after is None:
                return 0
            after = page.after

    return _read(options, settings, act)


def _line(head: Head) -> dict[str, object]:
    return {
        "id": head.minutes_id,
        "state": head.state.value,
        "type": head.document_type.value,
        "mechanism": head.mechanism,
        "held_on": head.held_on.isoformat() if head.held_on else None,
        "office": head.office,
        "shared": head.level.value if head.level else None,
    }


def _new(options: argparse.Namespace, settings: Settings) -> int:
    data = read_file(options.record)

    def act(work: Work, live: LiveGlossary) -> int:
        made = origins.create_from_file(work, data, options.record.name, live)
        return _tell_made(made, settings)

    return _write(options, settings, act)


def _tell_made(made: KeptMinutes, settings: Settings) -> int:
    print_message(message("new minutes: {id}", id=made.head.minutes_id), settings)
    return 0


def _show(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work) -> int:
        kept = read_minutes(work, options.minutes)
        head = f"{kept.head.minutes_id} · {kept.head.state.value} · {kept.head.office}"
        sys.stdout.write(write_record(kept.record, [head]))
        return 0

    return _read(options, settings, act)


def _move(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work, live: LiveGlossary) -> int:
        seen = open_minutes(work, options.minutes).row_version
        wish = Wish(State(options.state), options.reason)
        head = move_minutes(work, options.minutes, wish, seen, live)
        print_message(
            message("{id} is {state} now", id=head.minutes_id, state=name_state(head.state)), settings
        )
        return 0

    return _write(options, settings, act)


def _export(options: argparse.Namespace, settings: Settings) -> int:
    def act(work: Work) -> int:
        record = read_minutes(work, options.minutes).record
        is_json = options.out.suffix.casefold() == ".json"
        plain = json.dumps(plain_record(record), ensure_ascii=False, indent=2) + "\n"
        text = plain if is_json else write_record(record)
        write_files(options.out.parent, {options.out.name: text.encode()})
        return 0

    status = _read(options, settings, act)
    print_message(message("written: {file}", file=options.out), settings)
    return status


def keep_next(options: argparse.Namespace, settings: Settings) -> int:
    """Make minutes of the session after kept ones; says what is not as it was."""
    wanted = NextMeeting("", options.date, options.place, str(options.record))

    def act(work: Work, live: LiveGlossary) -> int:
        made, origin = origins.create_from_session(work, wanted, live)
        for change in origin.content["changes"]:
            said = say(kept_message(change), settings.language)
            print_message(message("{place}: {problem}", place=change["place"], problem=said), settings)
        return _tell_made(made, settings)

    return _write(options, settings, act)


def keep_notes(options: argparse.Namespace, settings: Settings) -> int:
    """Make minutes of a file of notes, which stay beside them."""
    text = read_notes_text(options.notes).strip()
    notes = Notes(text, Language(options.lang), options.as_of)

    def act(work: Work, live: LiveGlossary) -> int:
        return _tell_made(origins.create_from_notes(work, notes, None, live), settings)

    return _write(options, settings, act)
