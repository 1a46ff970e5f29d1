"""Routes of pages: forms are read strictly, refusals are pages, and who is not signed in signs in first."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.routing import APIRoute

from service.core.message import BienbanError
from service.http.forms import own_path, read_own_form
from service.http.guard import guard_of
from service.http.kinds import kind_of
from service.web.rendering import go_to, render_problem

SIGN_IN = "/sign-in"
_NOT_SIGNED_IN = 401


class PageRoute(APIRoute):
    """A route of a page; an endpoint finds the fields of a form with `field`."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Read a form before the endpoint runs, and answer refusals as pages."""
        inner, guard = super().get_route_handler(), guard_of(self.dependant)

        async def handler(request: Request) -> Response:
            try:
                if request.method not in ("GET", "HEAD"):
                    request.state.form = await read_own_form(request, guard)
                return await inner(request)
            except BienbanError as error:
                if kind_of(error).status == _NOT_SIGNED_IN:
                    return go_to(sign_in_path(request))
                return render_problem(request, error)

        return handler


def sign_in_path(request: Request) -> str:
    """Where to sign in, and then come back to the page that was asked for."""
    wanted = own_path(request.url.path, "") if request.method == "GET" else ""
    return f"{SIGN_IN}?{urlencode({'next': wanted})}" if wanted else SIGN_IN


def field(request: Request, name: str, most: int = 200) -> str:
    """A field of the form, cut where it is longer than anything that fits; empty where there is none."""
    fields: Mapping[str, Sequence[str]] = request.state.form
    return fields.get(name, [""])[0][: most + 1]


def fields(request: Request, name: str) -> Sequence[str]:
    """Every value of a field that may be given again."""
    found: Mapping[str, Sequence[str]] = request.state.form
    return found.get(name, ())
