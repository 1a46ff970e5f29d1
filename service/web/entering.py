"""Pages that a one-time link leads to: choosing a password, and the first administrator."""

import re
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Request, Response

from service.accounts.access.errors import LinkSpent, PasswordUnfit
from service.actions.links import FIRST, RESET, Newcomer, become_first, choose_password, look_at_link
from service.core.message import BienbanError, message
from service.http.guard import OpenDoor, access_of, came_from
from service.web.rendering import go_to, render, render_problem
from service.web.routing import SIGN_IN, PageRoute, field

router = APIRouter(route_class=PageRoute, include_in_schema=False)

Open: TypeAlias = Annotated[None, Depends(OpenDoor())]
_DONE = f"{SIGN_IN}?done=password"
_RESET_PAGE = "session/reset.html"
_FIRST_PAGE = "session/first.html"
_HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class NameUnfit(BienbanError):
    """A name that is none."""


@router.get(RESET)
def ask_password(_: Open, request: Request) -> Response:
    """A password, typed twice; looking at the page does not use the link."""
    token = _token(request)
    look_at_link(request.app.state.engine, token)
    return render(request, _RESET_PAGE, token=token)


@router.post(RESET)
def set_password(_: Open, request: Request) -> Response:
    """Choose the password, and sign in with it."""
    token = field(request, "token")
    try:
        password = _typed_twice(request)
        choose_password(request.app.state.engine, access_of(request), token, password, came_from(request))
    except LinkSpent:
        raise
    except BienbanError as error:
        return render_problem(request, error, _RESET_PAGE, token=token)
    return go_to(_DONE)


@router.get(FIRST)
def ask_first(_: Open, request: Request) -> Response:
    """Name and password of the first administrator."""
    token = _token(request)
    look_at_link(request.app.state.engine, token)
    return render(request, _FIRST_PAGE, token=token, handle="", name="")


@router.post(FIRST)
def make_first(_: Open, request: Request) -> Response:
    """Make the first administrator, once."""
    token, handle, name = (field(request, each) for each in ("token", "handle", "name"))
    try:
        if not _HANDLE.fullmatch(handle) or not 1 <= len(name) <= 100:  # noqa: PLR2004 - as the API has it
            raise NameUnfit(
                message("a name for signing in has 2 to 40 of a-z, 0-9, dot, hyphen; the other 1 to 100")
            )
        who = Newcomer(handle, name, _typed_twice(request))
        become_first(request.app.state.engine, access_of(request), token, who, came_from(request))
    except LinkSpent:
        raise
    except BienbanError as error:
        return render_problem(request, error, _FIRST_PAGE, token=token, handle=handle, name=name)
    return go_to(_DONE)


def _token(request: Request) -> str:
    return request.query_params.get("token", "")[:200]


def _typed_twice(request: Request) -> str:
    first, second = field(request, "password"), field(request, "again")
    if first != second:
        raise PasswordUnfit(message("the two passwords are not the same"))
    return first
