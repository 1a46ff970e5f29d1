"""Mistakes of the program: the client gets a number, the log the number and where it happened.

What an exception says may hold a paper's text, a password, or a statement with its values: neither the client
nor the log gets it. The log has the kind of each exception and the lines of code.
"""

import logging
import traceback
from collections.abc import Iterator

from fastapi import Request
from fastapi.responses import JSONResponse

from service.core.message import message
from service.http.kinds import Kind
from service.http.problems import problem

_log = logging.getLogger(__name__)
_KIND = Kind(500, message("A mistake of the program; its log says more"))


def on_mistake(request: Request, error: Exception) -> JSONResponse:
    """Log a mistake, and answer with the number under which the log has it."""
    request_id: str = request.state.request_id
    where = "".join(_told(error))
    _log.error("mistake %s: %s %s\n%s", request_id, request.method, _route(request), where)
    return problem(request, "mistake", _KIND, [], {"request_id": request_id})


def _route(request: Request) -> str:
    """The pattern of the address: the address itself may name a thing."""
    return str(getattr(request.scope.get("route"), "path", "?"))


def _told(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
    yield from traceback.format_tb(error.__traceback__)
    yield f"{type(error).__module__}.{type(error).__qualname__}\n"
