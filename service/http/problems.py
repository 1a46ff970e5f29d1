"""Refusals as problems (RFC 9457): one table from words of the domains to numbers, said to the reader."""

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from service.accounts.access.errors import TooManyTries
from service.core.message import BienbanError, Message, message
from service.core.wrong_form import words_of
from service.db.errors import DatabaseBusy
from service.http.errors import MethodNotAllowed
from service.http.kinds import KINDS, REFUSED, SIGN_IN, UNKNOWN, UNREADABLE, Kind, kind_of
from service.http.languages import choose_language
from service.locale.catalog import say

_MOST_TOLD = 100
_LONGEST_PATH = 500
MEDIA_TYPE = "application/problem+json"


class PlaceAnswer(BaseModel):
    """One thing that is refused.

    Attributes:
        field: Path of the field, where one is meant.
        detail: A sentence in the reader's language.
    """

    field: str | None
    detail: str


class ProblemAnswer(BaseModel):
    """A refusal (RFC 9457); some kinds have members of their own.

    Attributes:
        code: Stable name of the kind, for programs.
    """

    type: str
    title: str
    status: int
    code: str
    detail: str
    problems: list[PlaceAnswer]


RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "A problem (RFC 9457), in the language of Accept-Language",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}}},
        "model": ProblemAnswer,
    }
}
"""What every route may answer, for the description."""


def problem(
    request: Request, code: str, kind: Kind, said: list[tuple[str | None, str]], more: Mapping[str, Any]
) -> JSONResponse:
    """A problem as an answer.

    Args:
        request: What is answered.
        code: Stable name of the kind, for programs.
        kind: Its number and title.
        said: Field, if one is meant, and words of each problem, in the reader's language.
        more: Members of this kind of problem only.
    """
    language = language_of(request)
    body = {
        "type": f"urn:bienban:problem:{code}",
        "title": say(kind.title, language),
        "status": kind.status,
        "code": code,
        "detail": "\n".join(text for _, text in said),
        "problems": [{"field": field, "detail": text} for field, text in said],
        **more,
    }
    headers = {"Content-Language": language, "Cache-Control": "no-store", "Vary": "Accept-Language"}
    return JSONResponse(body, kind.status, headers, media_type=MEDIA_TYPE)


def language_of(request: Request) -> str:
    """The reader's language."""
    return choose_language(request.headers.get("accept-language", ""))


def refused(request: Request, error: BienbanError, **more: object) -> JSONResponse:
    """A refusal in words of a domain as an answer; `more` are members of its own."""
    language = language_of(request)
    said: list[tuple[str | None, str]] = [(_field(one), say(one, language)) for one in error.problems]
    answer = problem(request, _code(type(error).__name__), kind_of(error), said, more)
    answer.headers.update(headers_of(error))
    return answer


def headers_of(error: BienbanError) -> dict[str, str]:
    """What the headers of a refusal say beside its status."""
    status = kind_of(error).status
    if isinstance(error, TooManyTries):
        return {"Retry-After": str(error.wait_s)}
    if status == SIGN_IN.status:
        return {"WWW-Authenticate": 'Bearer realm="bienban"'}
    return {"Retry-After": "1"} if status == KINDS[DatabaseBusy].status else {}


def _field(said: Message) -> str | None:
    place = said.values.get("place")
    return place if isinstance(place, str) else None


def _code(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def add_problems(app: FastAPI) -> None:
    """Answer every refusal as a problem; mistakes end at the border."""
    app.add_exception_handler(BienbanError, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_wrong_form)
    app.add_exception_handler(HTTPException, _on_http)


def _on_refusal(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, BienbanError):  # pragma: no cover - registered for it alone
        raise error
    return refused(request, error)


def _on_wrong_form(request: Request, error: Exception) -> JSONResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    language = language_of(request)
    said: list[tuple[str | None, str]] = [
        (_place(one), say(words_of(one), language)) for one in found[:_MOST_TOLD]
    ]
    return problem(request, "wrong-form", REFUSED, said, {})


def _place(error: Mapping[str, Any]) -> str:
    return _path((*error["loc"], *error.get("ctx", {}).get("steps", ())))


def _path(steps: tuple[str | int, ...]) -> str:
    text = ""
    for step in steps[1:] or steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text[:_LONGEST_PATH]


def _on_http(request: Request, error: Exception) -> JSONResponse:
    """What the framework itself refuses: no such address, or nothing there by this method."""
    status = error.status_code if isinstance(error, HTTPException) else UNREADABLE.status
    if status == KINDS[MethodNotAllowed].status:
        allowed = ", ".join(sorted(methods_at(request)))
        answer = refused(request, MethodNotAllowed(message("possible here: {methods}", methods=allowed)))
        answer.headers["Allow"] = allowed
        return answer
    if status == UNKNOWN.status:
        return problem(request, "not-found", UNKNOWN, [], {})
    return problem(request, "refused", Kind(status, UNREADABLE.title), [], {})


def methods_at(request: Request) -> set[str]:
    """Every method by which something can be done at the address of a request."""
    path = request.scope["path"]
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        pattern = getattr(route, "path_regex", None)
        if pattern is not None and pattern.match(path):
            found |= route.methods or set()
    return found | ({"HEAD"} if "GET" in found else set())
