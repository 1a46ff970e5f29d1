"""Idempotency-Key: a request that makes something makes it once, however often it is sent.

The key, what the request said, and the address of what it made are kept in the unit that makes it. Where the
same request comes again, its answer is built anew from the thing itself, read as the person may read it now:
nothing that was answered is kept, and no secret that was shown once is shown again.
"""

import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from service.actions.once import Done, claim_key, keep_done
from service.actions.work import Work
from service.core.message import message
from service.http.errors import KeyReused, KeyUnfit

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
_KEY = re.compile(r'"?([A-Za-z0-9._~+/=:-]{1,128})"?')
_STATE = "once"
_OF_THE_REQUEST = (b"content-type", b"content-length", b"transfer-encoding", b"if-match", b"if-none-match")

DESCRIPTION: dict[str, Any] = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": False,
            "schema": {"type": "string", "minLength": 1, "maxLength": 130},
            "description": (
                "Any name of the client's own for this request. Sent again with it within a day, the request "
                "makes nothing and is answered with what it made; another request with it is refused."
            ),
        }
    ]
}
"""What the description of a creating route says of the header."""


class AlreadyDone(Exception):
    """The request was carried out before."""

    def __init__(self, done: Done) -> None:
        """Hold what it made."""
        super().__init__()
        self.done = done


@dataclass(frozen=True)
class Once:
    """A request that asks to be carried out once.

    Attributes:
        key: The client's name for it.
        digest: What it says.
    """

    key: str
    digest: str


def begin(request: Request, work: Work) -> None:
    """Take the request's key, if it has one, in the unit that will carry it out; a guard calls this.

    Raises:
        AlreadyDone: It was carried out before.
        KeyReused: Another request had its key.
    """
    request.state.work = work
    once: Once | None = getattr(request.state, _STATE, None)
    if once is None:
        return
    done = claim_key(work, once.key, once.digest)
    if done is not None:
        if done.digest != once.digest:
            raise KeyReused(message("another request had this {header}; choose a new one", header=HEADER))
        raise AlreadyDone(done)


async def carry_out(
    request: Request,
    body: bytes,
    turn: AbstractAsyncContextManager[None],
    inner: Callable[[], Awaitable[Response]],
) -> Response:
    """Answer a request that makes something.

    Args:
        request: It.
        body: What it sends.
        turn: Is held until its unit needs nothing more.
        inner: Carries it out; its unit is still open afterwards.

    Raises:
        KeyUnfit: Its key has a character or a length that no key has.
    """
    once = _read(request, body)
    if once is None:
        async with turn:
            return await inner()
    setattr(request.state, _STATE, once)
    try:
        async with turn:
            answer = await inner()
            location = answer.headers.get("location", "")
            await run_in_threadpool(keep_done, request.state.work, once.key, answer.status_code, location)
            return answer
    except AlreadyDone as known:
        done = known.done
    return await _answer_again(request, done)  # in a turn of its own


def _read(request: Request, body: bytes) -> Once | None:
    keys = request.headers.getlist(HEADER)
    if not keys:
        return None
    found = _KEY.fullmatch(keys[0].strip())
    if found is None or len(keys) > 1:
        raise KeyUnfit(
            message("{header} is one word of at most 128 letters, digits and ._~+/=:-", header=HEADER)
        )
    # Lengths keep apart what would read alike when it stands together.
    parts = (request.method.encode(), request.url.path.encode(), request.url.query.encode(), body)
    said = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return Once(found[1], hashlib.sha256(said).hexdigest())


async def _answer_again(request: Request, done: Done) -> Response:
    """Read what was made as its own address answers now; the status is the one of its making."""
    status, headers, body = await _read_address(request, done.location)
    answer = Response(body, done.status if status == 200 else status)  # noqa: PLR2004 - HTTP's own number
    for name in ("content-type", "etag", "content-language"):
        if name in headers:
            answer.headers[name] = headers[name]
    answer.headers["Location"] = done.location
    answer.headers[REPLAYED] = "true"
    return answer


async def _read_address(request: Request, location: str) -> tuple[int, dict[str, str], bytes]:
    """What GET answers at an address of this service, to the person who asks."""
    path, _, query = location.partition("?")
    scope = {key: value for key, value in request.scope.items() if key not in ("route", "endpoint", "router")}
    scope |= {
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "path_params": {},
        "headers": [one for one in request.scope["headers"] if one[0] not in _OF_THE_REQUEST],
        "state": {},
    }
    status, headers, body = 0, {}, bytearray()

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(sent: MutableMapping[str, Any]) -> None:
        nonlocal status, headers
        if sent["type"] == "http.response.start":
            status = sent["status"]
            headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in sent["headers"]}
        else:
            body.extend(sent.get("body", b""))

    await request.app.router(scope, receive, send)
    return status, headers, bytes(body)
