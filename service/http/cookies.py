"""Cookies of the pages: no other host sets them, no script reads them, no other site's form sends them."""

from datetime import datetime

from fastapi import Request, Response

from service.accounts.access.tokens import new_name

SESSION = "__Host-bienban-session"
VISIT = "__Host-bienban-visit"
OPENID = "__Host-bienban-openid"
LANGUAGE = "__Host-bienban-language"
_VISIT_LENGTH = 40
_LONGEST = 4000


def session_of(request: Request) -> str | None:
    """The token of the session that a page was asked with."""
    return _short(request.cookies.get(SESSION))


def visit_of(request: Request) -> str | None:
    """What the forms of somebody who is not signed in are marked with."""
    return _short(request.cookies.get(VISIT))


def _short(text: str | None) -> str | None:
    return text if text and len(text) <= _LONGEST else None


def set_cookie(response: Response, name: str, value: str, ends_at: datetime | None = None) -> None:
    """Set a cookie: this host, encrypted connections, no scripts, no other site's forms."""
    response.set_cookie(name, value, expires=ends_at, path="/", secure=True, httponly=True, samesite="lax")


def drop_cookie(response: Response, name: str) -> None:
    """Take a cookie back."""
    response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="lax")


def new_visit() -> str:
    """What marks the forms of a new visitor."""
    return new_name(_VISIT_LENGTH)
