"""Refusals as problems (RFC 9457): one table from words of the domains to numbers, said to the reader."""

import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from service.accounts.people import PersonUnknown
from service.actions.annotate import TextUnreadable
from service.actions.concepts import ConceptChanged
from service.actions.finding_persons import BodyUnknown
from service.actions.glossary_files import PlanNotReady
from service.actions.minutes.access import MinutesChanged
from service.actions.minutes.parts import PartChanged
from service.actions.minutes.segments import SegmentChanged
from service.actions.persons import PersonChanged
from service.actions.work import NotAllowed
from service.checks.waivers import WaiverRefused
from service.core.message import BienbanError, Message, message
from service.core.text import UnfitText
from service.db.errors import DatabaseBusy
from service.exchange.incoming import FileRefused, FileTooLarge
from service.glossary.consistency import ConceptContradicts
from service.glossary.life import (
    ApproverIsAuthor,
    ConceptUnknown,
    ReasonMissing,
    RevisionUnknown,
    StepNotOpen,
    VersionUnknown,
)
from service.http.errors import (
    BodyTooLarge,
    BodyUnreadable,
    CursorUnknown,
    NobodySaid,
    NotFromHere,
    NotJson,
    TagMissing,
    TagUnreadable,
)
from service.http.languages import choose_language
from service.locale.catalog import say
from service.minutes.links.origin import NoEarlierSession, OriginUnknown
from service.minutes.persons.registered import PersonContradicts, RegisteredPersonUnknown
from service.minutes.refusals import (
    AssigneeRefused,
    FindingUnknown,
    MinutesKept,
    MinutesLocked,
    MinutesUnknown,
    PartTooLarge,
    SegmentMisplaced,
    SegmentUnknown,
    ShareRefused,
    ShareUnknown,
    TooManySegments,
    VersionUnnamed,
    WaiverUnknown,
)
from service.minutes.segments import StatusRefused
from service.minutes.states import TransitionRefused

_log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem.

    Attributes:
        status: The number.
        title: What it is called, the same for every occurrence.
    """

    status: int
    title: Message


_UNKNOWN = Kind(404, message("Not found"))
_REFUSED = Kind(422, message("The content cannot be taken as it is"))
_UNREADABLE = Kind(400, message("The request cannot be read"))
_FORBIDDEN = Kind(403, message("Not allowed"))
_CHANGED = Kind(412, message("Changed in the meantime"))
_NOT_NOW = Kind(409, message("Not now"))

KINDS: Mapping[type[BienbanError], Kind] = {
    ApproverIsAuthor: _FORBIDDEN,
    BodyUnknown: _REFUSED,
    BodyTooLarge: Kind(413, message("Too large")),
    BodyUnreadable: _UNREADABLE,
    ConceptChanged: _CHANGED,
    ConceptContradicts: _REFUSED,
    ConceptUnknown: _UNKNOWN,
    CursorUnknown: _REFUSED,
    DatabaseBusy: Kind(503, message("Busy")),
    NoEarlierSession: _UNKNOWN,
    NobodySaid: Kind(401, message("Say who you are")),
    NotAllowed: _FORBIDDEN,
    NotFromHere: _FORBIDDEN,
    NotJson: Kind(415, message("Not JSON")),
    PlanNotReady: Kind(409, message("Decisions are missing")),
    FileRefused: _REFUSED,
    FileTooLarge: Kind(413, message("Too large")),
    OriginUnknown: _UNKNOWN,
    PersonChanged: _CHANGED,
    PersonContradicts: _REFUSED,
    PersonUnknown: Kind(401, message("Say who you are")),
    ReasonMissing: _REFUSED,
    RegisteredPersonUnknown: _UNKNOWN,
    RevisionUnknown: _UNKNOWN,
    StepNotOpen: _NOT_NOW,
    TagMissing: Kind(428, message("The state you saw is missing")),
    TagUnreadable: _UNREADABLE,
    TextUnreadable: _REFUSED,
    UnfitText: _REFUSED,
    VersionUnknown: _UNKNOWN,
    AssigneeRefused: _REFUSED,
    FindingUnknown: _REFUSED,
    MinutesChanged: _CHANGED,
    MinutesKept: _NOT_NOW,
    MinutesLocked: _NOT_NOW,
    MinutesUnknown: _UNKNOWN,
    PartChanged: _CHANGED,
    PartTooLarge: _REFUSED,
    SegmentChanged: _CHANGED,
    SegmentMisplaced: _REFUSED,
    SegmentUnknown: _UNKNOWN,
    ShareRefused: _REFUSED,
    ShareUnknown: _UNKNOWN,
    StatusRefused: _REFUSED,
    TooManySegments: _REFUSED,
    TransitionRefused: _NOT_NOW,
    VersionUnnamed: _UNKNOWN,
    WaiverRefused: _REFUSED,
    WaiverUnknown: _UNKNOWN,
}


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
    if kind.status == KINDS[DatabaseBusy].status:
        headers["Retry-After"] = "1"
    return JSONResponse(body, kind.status, headers, media_type=MEDIA_TYPE)


def language_of(request: Request) -> str:
    """The reader's language."""
    return choose_language(request.headers.get("accept-language", ""))


def refused(request: Request, error: BienbanError, **more: object) -> JSONResponse:
    """A refusal in words of a domain as an answer; `more` are members of its own."""
    kind = next((KINDS[cls] for cls in type(error).__mro__ if cls in KINDS), _REFUSED)
    language = language_of(request)
    said: list[tuple[str | None, str]] = [(_field(one), say(one, language)) for one in error.problems]
    return problem(request, _code(type(error).__name__), kind, said, more)


def _field(said: Message) -> str | None:
    place = said.values.get("place")
    return place if isinstance(place, str) else None


def _code(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def add_problems(app: FastAPI) -> None:
    """Answer every refusal and every mistake as a problem."""
    app.add_exception_handler(BienbanError, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_wrong_form)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_mistake)


def _on_refusal(request: Request, error: Exception) -> JSONResponse:
    return refused(request, error) if isinstance(error, BienbanError) else _on_mistake(request, error)


def _on_wrong_form(request: Request, error: Exception) -> JSONResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else []
    language = language_of(request)
    said: list[tuple[str | None, str]] = [(_place(one), _words(one, language)) for one in found]
    return problem(request, "wrong-form", _REFUSED, said, {})


def _place(error: Mapping[str, Any]) -> str:
    return _path((*error["loc"], *error.get("ctx", {}).get("steps", ())))


def _words(error: Mapping[str, Any], language: str) -> str:
    """Our own words in the reader's language; the framework's stay English."""
    ours = error.get("ctx", {}).get("message")
    return say(ours, language) if isinstance(ours, Message) else str(error["msg"])


def _path(steps: tuple[str | int, ...]) -> str:
    text = ""
    for step in steps[1:] or steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _on_http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    kind = _BY_STATUS.get(status, Kind(status, _UNREADABLE.title))
    answer = problem(request, _code(_NAMES.get(status, "Refused")), kind, [], {})
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    return answer


_NAMES = {404: "NotFound", 405: "MethodNotAllowed", 413: "BodyTooLarge", 415: "NotJson"}
_BY_STATUS = {404: _UNKNOWN, 405: Kind(405, message("Not possible here")), 413: KINDS[BodyTooLarge]}


def _on_mistake(request: Request, error: Exception) -> JSONResponse:
    _log.error("a mistake of the program", exc_info=error)
    kind = Kind(500, message("A mistake of the program; its log says more"))
    return problem(request, "mistake", kind, [], {})
