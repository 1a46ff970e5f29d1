"""The first and last thing of every request: bounds, one reading of address and headers, headers of safety.

It stands before routing, so that it holds for every address, and for those that do not exist.
"""

import re
import secrets
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote_to_bytes

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.core.message import BienbanError, message
from service.http.bodies import FILE, MAX_BYTES, MAX_FILE_BYTES
from service.http.errors import (
    AddressTooLong,
    BodyTooLarge,
    EncodingRefused,
    HeadersTooLarge,
    RequestUnreadable,
)
from service.http.mistakes import on_mistake
from service.http.problems import refused
from service.http.strict_json import clean_at

REQUEST_ID = "X-Request-ID"
MAX_FORM_BYTES = 64 * 1024
_MOST_HEADERS = 100
_HEADER_BYTES = 32 * 1024
_LONGEST_PATH = 2048
_LONGEST_QUERY = 48 * 1024
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_PLAIN = re.compile(rb"[\x20-\x7e\t]*")
# Two of one of these, or a letter outside ASCII in it, is read one way here and another way before or behind.
_ONE_OF = (
    b"accept-language",
    b"authorization",
    b"content-encoding",
    b"content-length",
    b"content-type",
    b"host",
    b"if-match",
    b"if-none-match",
    b"idempotency-key",
    b"origin",
    b"x-bienban-person",
)
_SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
"""What an answer says where its route says nothing else."""


class Border:
    """Stands before an application."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check a request, hand it on, and complete its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope["state"] = {**scope.get("state", {}), "request_id": secrets.token_hex(8)}
        leaving = _Leaving(scope, send)
        request = Request(scope)
        try:
            _check(request)
        except BienbanError as error:
            await refused(request, error)(scope, receive, leaving.send)
            return
        if scope["method"] == "HEAD":  # one policy: what GET would answer, without its body
            scope["method"] = "GET"
        try:
            await self._app(scope, _bounded(request, receive), leaving.send)
        except Exception as error:  # noqa: BLE001 - whatever a route did not expect ends here, and in the log
            answer = on_mistake(request, error)
            if leaving.has_begun:  # what has gone out cannot be taken back; the server ends the connection
                raise ConnectionAbortedError from None
            await answer(scope, receive, leaving.send)


class _Leaving:
    """What goes out of one request."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.has_begun = False
        self._send = send
        self._is_head = scope["method"] == "HEAD"
        self._request_id: str = scope["state"]["request_id"]

    async def send(self, sent: Message) -> None:
        """Complete the head of an answer; a HEAD has no body."""
        if sent["type"] == "http.response.start":
            self.has_begun = True
            sent["headers"] = [*sent.get("headers", ()), *self._missing(sent)]
        elif self._is_head:
            sent = {**sent, "body": b""}
        await self._send(sent)

    def _missing(self, sent: Message) -> Iterator[tuple[bytes, bytes]]:
        said = {name.lower() for name, _ in sent.get("headers", ())}
        for name, value in (*_SAFETY.items(), (REQUEST_ID, self._request_id)):
            if name.lower().encode() not in said:
                yield name.lower().encode(), value.encode()


def _check(request: Request) -> None:
    _check_headers(request)
    _check_address(request)
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise EncodingRefused(message("send the body as it is, not packed"))
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit():
        raise RequestUnreadable(message("the header {header} cannot be read", header="Content-Length"))
    # A number of very many digits is too large without being read.
    if len(length) > len(str(MAX_FILE_BYTES)) or int(length) > _most(request):
        raise _too_large(request)


def _check_headers(request: Request) -> None:
    raw = request.headers.raw
    if len(raw) > _MOST_HEADERS or sum(len(name) + len(value) for name, value in raw) > _HEADER_BYTES:
        raise HeadersTooLarge(message("a request has at most {most} bytes of headers", most=_HEADER_BYTES))
    for name in _ONE_OF:
        values = [value for other, value in raw if other == name]
        if len(values) > 1 or not all(map(_PLAIN.fullmatch, values)):
            raise RequestUnreadable(message("the header {header} cannot be read", header=name.decode()))


def _check_address(request: Request) -> None:
    path: bytes = request.scope.get("raw_path") or request.scope["path"].encode("utf-8", "surrogateescape")
    query: bytes = request.scope["query_string"]
    if len(path) > _LONGEST_PATH or len(query) > _LONGEST_QUERY:
        raise AddressTooLong(message("this address is too long"))
    try:
        text = unquote_to_bytes(path).decode()
        parse_qsl(query.decode("ascii"), keep_blank_values=True, encoding="utf-8", errors="strict")
    except UnicodeDecodeError:
        raise RequestUnreadable(message("the address is not UTF-8")) from None
    clean_at(text, "path", one_line=True)


def _most(request: Request) -> int:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in _FORMS:
        return MAX_FORM_BYTES
    return MAX_FILE_BYTES if kind == FILE else MAX_BYTES


def _too_large(request: Request) -> BodyTooLarge:
    return BodyTooLarge(message("a body has at most {most} bytes", most=_most(request)))


def _bounded(request: Request, receive: Receive) -> Receive:
    """Count what comes in: a length can be left out, or be less than what follows."""
    left = _most(request)

    async def bounded() -> Message:
        nonlocal left
        found = await receive()
        left -= len(found.get("body", b""))
        if left < 0:
            raise _too_large(request)
        return found

    return bounded
