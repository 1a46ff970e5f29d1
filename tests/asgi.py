"""Requests as bytes: what a client library would put right before it is sent."""

import asyncio
import json
from collections.abc import Iterable, MutableMapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import unquote

from fastapi import FastAPI

LAN = (b"x-bienban-person", b"lan")
Pairs = Sequence[tuple[bytes, bytes]]


class Answer(NamedTuple):
    """What came back; `read` counts the bytes of the body that were asked for."""

    status: int
    headers: dict[str, str]
    body: bytes
    read: int

    @property
    def code(self) -> str:
        """The code of a problem."""
        return str(json.loads(self.body)["code"])


def ask(
    app: FastAPI,
    method: str,
    address: str,
    headers: Pairs = (LAN,),
    body: Iterable[bytes] = (),
) -> Answer:
    """Send a request as the server would hand it over."""
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    if isinstance(body, list) and all(name != b"content-length" for name, _ in headers):
        headers = (*headers, (b"content-length", str(sum(map(len, body))).encode()))
    chunks = iter(body)
    read = 0
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        nonlocal read
        chunk = next(chunks, None)
        read += len(chunk or b"")
        return {"type": "http.request", "body": chunk or b"", "more_body": chunk is not None}

    async def send(one: MutableMapping[str, Any]) -> None:
        sent.append(one)

    asyncio.run(app(scope, receive, send))
    found = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], found, b"".join(one.get("body", b"") for one in sent[1:]), read)
