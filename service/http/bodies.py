"""Routes that read their requests strictly: bounded before parsing, refused before anything is done."""

import re
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.datastructures import DefaultPlaceholder
from fastapi.routing import APIRoute

from service.core.message import BienbanError, message
from service.http.accepting import check_accept
from service.http.errors import BodyTooLarge, NotJson
from service.http.guard import Admission, guard_of
from service.http.once import DESCRIPTION, carry_out
from service.http.queries import parameters_of, read_query
from service.http.strict_json import read_json
from service.http.turns import is_writing

MAX_BYTES = 8 * 1024 * 1024
MAX_FILE_BYTES = 32 * 1024 * 1024
JSON = "application/json"
FILE = "application/octet-stream"
_CREATED = 201
_SMALL = 64 * 1024
_UTF_8 = re.compile(r'\bcharset="?utf-?8"?\s*(;|\Z)')
_BODY_SAID = frozenset({"content-length", "transfer-encoding"})


class StrictRequest(Request):
    """A request whose body and query were read before the framework reads them."""

    def __init__(self, request: Request, body: bytes, content: Any) -> None:  # noqa: ANN401 - JSON
        """Hold what was read.

        Args:
            request: As it came.
            body: Its body.
            content: What the body says, as JSON.
        """
        super().__init__(request.scope, request.receive)
        self._body = body
        self._content = content

    async def json(self) -> Any:  # noqa: ANN401 - whatever the client sends
        """The body as JSON; the framework's own reading would let more through."""
        return self._content


class CheckedRoute(APIRoute):
    """A route that checks what it is asked for and how; others say which body they read."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - as the framework hands them over
        """Make the route; one that creates tells of its Idempotency-Key."""
        super().__init__(*arguments, **options)
        if self.status_code == _CREATED and guard_of(self.dependant) is not None:
            self.openapi_extra = (self.openapi_extra or {}) | DESCRIPTION

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Check a request, then hand it on."""
        inner, guard = super().get_route_handler(), guard_of(self.dependant)
        served, parameters = self._served(), parameters_of(self.dependant)
        # Signing in makes a session of nobody's yet: no person, no key of theirs.
        creates = self.status_code == _CREATED and guard is not None
        writing = is_writing(self.dependant)

        async def handler(request: Request) -> Response:
            await look_first(guard, request)
            try:
                check_accept(request, served)
                query = read_query(request, parameters)
                strict = await self.read(request)
            except BienbanError:
                # What is wrong with a request is told to those only whom the route lets through.
                await look(guard, request)
                raise
            strict._query_params = query  # noqa: SLF001 - where the framework keeps what it has read once
            # A slow sender keeps nobody waiting: the turn comes when the body is here.
            turn = request.app.state.turns.take(writing=writing)
            if creates:
                return await carry_out(strict, await strict.body(), turn, lambda: inner(strict))
            async with turn:
                return await inner(strict)

        return handler

    async def read(self, request: Request) -> StrictRequest:
        """Read the body; this kind of route has none."""
        return StrictRequest(request, b"", None)

    def _served(self) -> set[str]:
        told = {kind for one in self.responses.values() for kind in one.get("content", {})}
        kinds = {kind.partition(";")[0] for kind in told}
        kinds -= {"application/problem+json"}
        if kinds:
            return kinds
        chosen = self.response_class
        answers = chosen.value if isinstance(chosen, DefaultPlaceholder) else chosen
        return {answers.media_type or FILE}


class StrictRoute(CheckedRoute):
    """A route whose body is JSON, read strictly."""

    async def read(self, request: Request) -> StrictRequest:
        """Read the body.

        Raises:
            NotJson: There is a body, and it does not say that it is JSON.
            BodyTooLarge: It is larger than this kind of route reads.
        """
        if _kind(request) not in ("", JSON):
            raise NotJson(message("send the body as application/json"))
        body = await read_whole(request, MAX_BYTES)
        if body and not _kind(request):
            raise NotJson(message("send the body as application/json"))
        return StrictRequest(request, body, read_json(body) if body else None)


class FileRoute(CheckedRoute):
    """A route whose body is a file, as it is; an endpoint finds it in `request.state.file`."""

    async def read(self, request: Request) -> StrictRequest:
        """Read the file.

        Raises:
            NotJson: It does not say that it is a file.
            BodyTooLarge: It is larger than this kind of route reads.
        """
        if _kind(request) != FILE:
            raise NotJson(message("send the file as application/octet-stream"))
        request.state.file = await read_whole(request, MAX_FILE_BYTES)
        return StrictRequest(request, request.state.file, None)


def _kind(request: Request) -> str:
    """The media type, without its options; one with another charset is no type of ours."""
    said = request.headers.get("content-type", "").lower()
    kind, _, options = said.partition(";")
    return kind.strip() if "charset" not in options or _UTF_8.search(options) else said


async def look_first(guard: Admission | None, request: Request) -> None:
    """Nobody makes the service read a large body whom the route does not let through.

    A small one costs less to read than to look twice.
    """
    length = request.headers.get("content-length", "")
    is_small = length.isdecimal() and int(length) <= _SMALL and "transfer-encoding" not in request.headers
    has_body = request.method not in ("GET", "HEAD") or not _BODY_SAID.isdisjoint(request.headers)
    if has_body and not is_small:
        await look(guard, request)


async def look(guard: Admission | None, request: Request) -> None:
    """Refuse who is not let through."""
    if guard is not None:
        await run_in_threadpool(guard.look, request)


async def read_whole(request: Request, most: int) -> bytes:
    """Read a body, refused as soon as it is too large.

    Raises:
        BodyTooLarge: It has more bytes than `most`.
    """
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise BodyTooLarge(message("a body has at most {most} bytes", most=most))
        chunks.append(chunk)
    return b"".join(chunks)
