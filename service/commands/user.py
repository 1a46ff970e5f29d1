"""`bienban user`: people, by whoever keeps the machine; what is shown once is printed."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from service.accounts.people import Role
from service.actions.keeping import add_user, disable_user, list_users, reset_user
from service.actions.opening import open_access
from service.app import open_installation
from service.commands.console import add_group, print_message
from service.core.message import Message, message
from service.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from service.actions.access import Access
    from service.actions.links import Link
    from service.commands.console import Commands


def add(commands: "Commands") -> None:
    """Add the commands to the command line."""
    group = add_group(commands, "user", "look after the people who sign in")
    adding = group.add_parser("add", help="add a person and print the link with which they choose a password")
    adding.add_argument("handle", metavar="NAME", help="name for signing in: a-z, 0-9, dot, hyphen")
    adding.add_argument("--full-name", metavar="TEXT", help="as screens show it; default: NAME")
    adding.add_argument("--office", default="local", metavar="CODE", help="default: local")
    adding.add_argument(
        "--role", action="append", choices=[role.value for role in Role], help="may be given again"
    )
    adding.add_argument("--system", action="store_true", help="a system administrator: keeps offices")
    adding.set_defaults(run=_add)
    resetting = group.add_parser("reset", help="print a link to choose a password anew; sign the person out")
    resetting.add_argument("handle", metavar="NAME", help="who")
    resetting.add_argument("--second-factor", action="store_true", help="they have lost that too: it goes")
    resetting.set_defaults(run=_reset)
    disabling = group.add_parser("disable", help="let a person act no more; they are out at once")
    disabling.add_argument("handle", metavar="NAME", help="who")
    disabling.add_argument("--undo", action="store_true", help="let them act again")
    disabling.set_defaults(run=_disable)
    listing = group.add_parser("list", help="print everybody: name, office, roles")
    listing.set_defaults(run=_list)


def _add(options: argparse.Namespace, settings: Settings) -> int:
    roles = frozenset(map(Role, options.role or ()))
    name = options.full_name or options.handle

    def act(engine: "Engine", access: "Access") -> list[Message]:
        link = add_user(
            engine, access, options.office, (options.handle, name, roles), is_system=options.system
        )
        return [_said(link)]

    return _run(settings, act)


def _reset(options: argparse.Namespace, settings: Settings) -> int:
    return _run(
        settings,
        lambda engine, access: [
            _said(reset_user(engine, access, options.handle, second_factor=options.second_factor))
        ],
    )


def _disable(options: argparse.Namespace, settings: Settings) -> int:
    def act(engine: "Engine", access: "Access") -> list[Message]:
        del access
        disable_user(engine, options.handle, is_disabled=not options.undo)
        return [
            message("{name} may act again", name=options.handle)
            if options.undo
            else message("{name} may act no more", name=options.handle)
        ]

    return _run(settings, act)


def _list(options: argparse.Namespace, settings: Settings) -> int:
    del options
    return _run(settings, lambda engine, _: list(list_users(engine)))


def _run(settings: Settings, act: Callable[["Engine", "Access"], list[Message]]) -> int:
    engine = open_installation(settings)
    try:
        for said in act(engine, open_access(settings)):
            print_message(said, settings)
    finally:
        engine.dispose()
    return 0


def _said(link: "Link") -> Message:
    return message(
        "hand this link over yourself; it counts once, until {until}: {address}",
        until=link.ends_at.astimezone().isoformat(" ", "minutes"),
        address=link.address,
    )
