"""`bienban serve`: the service, until Ctrl-C."""

import argparse
import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

from service.app import create_app
from service.commands.console import print_message
from service.core.message import BienbanError, message
from service.http.local_only import is_loopback
from service.settings import Settings

if TYPE_CHECKING:
    from service.commands.console import Commands


class CannotListen(BienbanError):
    """The service cannot listen where it is told to."""


def add(commands: "Commands") -> None:
    """Add the command to the command line."""
    serve = commands.add_parser("serve", help="start the service and print where it is; Ctrl-C ends it")
    serve.add_argument("--host", help="address to listen on; default: BIENBAN_HOST or 127.0.0.1")
    serve.add_argument("--port", type=int, help="port, 0 for a free one; default: BIENBAN_PORT or 8765")
    serve.add_argument(
        "--as", dest="person", metavar="NAME", help="who asks where a request does not say, such as lan"
    )
    serve.set_defaults(run=_serve)


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    host = options.host or settings.host
    port = settings.port if options.port is None else options.port
    if not is_loopback(host):
        raise CannotListen(
            message("{host}: until people sign in, the service listens on 127.0.0.1 only", host=host)
        )
    listener = _listen(host, port)
    app = create_app(settings, options.person)
    address = f"http://{host}:{listener.getsockname()[1]}"
    print_message(message("The service answers at {address}, its API at {page}; Ctrl-C ends it.",
                          address=address, page=f"{address}/api"), settings)  # fmt: skip
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, date_header=True))
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # the server has ended well by then, and hands the signal on
        server.run(sockets=[listener])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
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
