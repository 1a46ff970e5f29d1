"""`bienban audit`: the chains of what people did."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from service.actions.audit import export_chain, look_over_chains, office_number
from service.actions.draft_files import write_files
from service.app import open_installation
from service.commands.console import add_group, print_message
from service.core.message import message
from service.settings import Settings

if TYPE_CHECKING:
    from service.commands.console import Commands


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    group = add_group(commands, "audit", "look after the record of who did what")
    verify = group.add_parser("verify", help="walk every office's chain; exit 1 if one is broken")
    verify.set_defaults(run=_verify)
    export = group.add_parser("export", help="write an office's chain as lines of JSON, with its digests")
    export.add_argument("--office", default="local", metavar="CODE", help="default: local")
    export.add_argument("file", type=Path, metavar="FILE", help="written, or written anew")
    export.set_defaults(run=_export)


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    del options
    engine = open_installation(settings)
    try:
        verdicts = look_over_chains(engine)
    finally:
        engine.dispose()
    for one in verdicts:
        if one.broken_at is None:
            said = message(
                "{office}: {count} events, none missing or changed; the last one is {digest}",
                office=one.office,
                count=one.length,
                digest=one.head,
            )
        else:
            said = message(
                "{office}: event {number} is missing or is not as it was written",
                office=one.office,
                number=one.broken_at,
            )
        print_message(said, settings)
    return 1 if any(one.broken_at is not None for one in verdicts) else 0


def _export(options: argparse.Namespace, settings: Settings) -> int:
    engine = open_installation(settings)
    try:
        lines = "".join(export_chain(engine, office_number(engine, options.office)))
    finally:
        engine.dispose()
    write_files(options.file.parent, {options.file.name: lines.encode("utf-8", "surrogatepass")})
    print_message(message("written: {file}", file=options.file), settings)
    return 0
