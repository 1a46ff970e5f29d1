"""While people are chosen by name only, nobody but this machine is answered, and no page of another site."""

import ipaddress
from urllib.parse import urlsplit

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.core.message import message
from service.http.errors import NotFromHere
from service.http.problems import refused


def is_loopback(host: str) -> bool:
    """Whether a name or address means this machine only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


class LocalOnly:
    """Refuses other machines, other names of this one (DNS rebinding), and pages of other sites."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through or refuse it."""
        if scope["type"] == "http":
            request = Request(scope, receive)
            if not _is_from_here(request):
                error = NotFromHere(message("this service answers its own machine only"))
                await refused(request, error)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _is_from_here(request: Request) -> bool:
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    return (
        (request.client is None or is_loopback(request.client.host))
        and is_loopback(urlsplit(f"//{host}").hostname or "")
        and (origin is None or urlsplit(origin).netloc == host)
    )
