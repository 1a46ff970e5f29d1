"""`bienban serve`: the service, until Ctrl-C."""

import argparse
import signal
import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn
from fastapi import FastAPI

from service.actions.links import open_first_link
from service.actions.opening import listening_at
from service.app import create_app
from service.commands.console import print_message
from service.core.message import BienbanError, Message, message
from service.http.local_only import is_loopback
from service.settings import Settings

if TYPE_CHECKING:
    from service.actions.access import Access
    from service.commands.console import Commands


class CannotListen(BienbanError):
    """The service cannot listen where it is told to."""


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    serve = commands.add_parser("serve", help="start the service and print where it is; Ctrl-C ends it")
    serve.add_argument("--host", help="address to listen on; default: BIENBAN_HOST or 127.0.0.1")
    serve.add_argument("--port", type=int, help="port, 0 for a free one; default: BIENBAN_PORT or 8765")
    serve.add_argument(
        "--as",
        dest="person",
        metavar="NAME",
        help="nobody signs in, this machine only: who asks where a request does not say, lan or binh",
    )
    serve.set_defaults(run=_serve)


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    host = options.host or settings.host
    port = settings.port if options.port is None else options.port
    if options.person is not None and not is_loopback(host):
        raise CannotListen(
            message("{host}: with --as nobody signs in, so the service listens on 127.0.0.1 only", host=host)
        )
    listener = _listen(host, port)
    address = listening_at(host, listener.getsockname()[1])
    app = create_app(settings, options.person, address)
    print_message(message("The service answers at {address}, its API at {page}; Ctrl-C ends it.",
                          address=address, page=f"{address}/api"), settings)  # fmt: skip
    for said in _who_signs_in(app, options.person):
        print_message(said, settings)
    # Proxies are trusted as the settings say (service/app.py), not by uvicorn's own default.
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # the server has ended well by then, and hands the signal on
        server.run(sockets=[listener])
    return 0


def _who_signs_in(app: FastAPI, person: str | None) -> Iterator[Message]:
    """How people are known here; before the first one is, the link that makes the first administrator."""
    access: Access = app.state.access
    if person is not None:
        yield message("Nobody signs in: this machine only, and whoever asks is {person}.", person=person)
        return
    yield message("People sign in at {address}.", address=f"{access.base_url}/sign-in")
    link = open_first_link(app.state.engine, access)
    if link is not None:
        yield message(
            "The first administrator begins here, once, until {until}: {address}",
            until=link.ends_at.astimezone().isoformat(" ", "minutes"),
            address=link.address,
        )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named TCP, or asyncio does not know it and leaves Nagle's delay on: 40 ms in every answer.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host.strip("[]"), port))
        listener.listen()  # whoever read the address may connect at once, before the server runs
    except (OSError, OverflowError) as error:
        listener.close()
        raise CannotListen(
            message("{host}:{port}: cannot listen there: {problem}", host=host, port=port, problem=error)
        ) from None
    return listener
