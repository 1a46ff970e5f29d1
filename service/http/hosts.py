"""The service answers for its own names only: the check of forms rests on the name of the host."""

from collections.abc import Collection
from urllib.parse import urlsplit

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from service.core.message import message
from service.http.errors import UnknownHost
from service.http.local_only import is_loopback
from service.http.problems import refused
from service.settings import Settings


def hosts_of(settings: Settings, base_url: str) -> frozenset[str]:
    """The names that an installation answers for, besides those of its own machine."""
    named = settings.allowed_hosts or (urlsplit(base_url).hostname or "", settings.host)
    return frozenset(name.lower() for name in named if name)


class KnownHosts:
    """Refuses requests that name another host."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        """Stand before an application.

        Args:
            app: What answers for its own names.
            hosts: Those names, in lower case, without ports.
        """
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through or refuse it."""
        if scope["type"] == "http":
            request = Request(scope, receive)
            if not self._is_known(request.headers.getlist("host")):
                error = UnknownHost(message("this service does not answer for that host"))
                await refused(request, error)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_known(self, named: list[str]) -> bool:
        if len(named) != 1:
            return False
        try:
            host = urlsplit(f"//{named[0]}").hostname or ""
        except ValueError:
            return False
        return host in self._hosts or is_loopback(host)
