"""Bodies read strictly: bounded before they are parsed, and nothing that two readers could read otherwise."""

import json
import math
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from service.core.message import message
from service.core.text import UnfitText, clean_text
from service.http.errors import BodyTooLarge, BodyUnreadable, NotJson
from service.http.turns import is_writing

MAX_BYTES = 8 * 1024 * 1024
MAX_FILE_BYTES = 32 * 1024 * 1024
_MAX_DEPTH = 32
_LONGEST_NUMBER = 40


class StrictRequest(Request):
    """A request whose JSON is read by read_json."""

    async def body(self) -> bytes:
        """The body, refused as soon as it is too large."""
        if not hasattr(self, "_body"):
            self._body = await _read_whole(self, MAX_BYTES)
        return self._body

    async def read(self) -> None:
        """Read the body before the framework does: it would turn what is refused into something else.

        Raises:
            NotJson: There is a body, and it does not say that it is JSON.
        """
        body = await self.body()
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if body and kind != "application/json":
            raise NotJson(message("send the body as application/json"))
        self._read = read_json(body) if body else None

    async def json(self) -> Any:  # noqa: ANN401 - whatever the client sends
        """The body as JSON."""
        return self._read


class StrictRoute(APIRoute):
    """A route that reads its body strictly."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Hand the request on as a strict one."""
        inner, writing = super().get_route_handler(), is_writing(self.dependant)

        async def handler(request: Request) -> Response:
            strict = StrictRequest(request.scope, request.receive)
            # A slow sender keeps nobody waiting: the turn comes when the body is here.
            await strict.read()
            async with request.app.state.turns.take(writing=writing):
                return await inner(strict)

        return handler


class FileRoute(APIRoute):
    """A route whose body is a file, as it is; an endpoint finds it in `request.state.file`."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Read the file before the endpoint runs."""
        inner, writing = super().get_route_handler(), is_writing(self.dependant)

        async def handler(request: Request) -> Response:
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            if kind != "application/octet-stream":
                raise NotJson(message("send the file as application/octet-stream"))
            request.state.file = await _read_whole(request, MAX_FILE_BYTES)
            async with request.app.state.turns.take(writing=writing):
                return await inner(request)

        return handler


async def _read_whole(request: Request, most: int) -> bytes:
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise BodyTooLarge(message("a body has at most {most} bytes", most=most))
        chunks.append(chunk)
    return b"".join(chunks)


def read_json(data: bytes) -> Any:  # noqa: ANN401 - whatever the client sends
    """Read JSON.

    Returns:
        Its data, every text in NFC.

    Raises:
        BodyUnreadable: Not UTF-8, not JSON, a key twice, NaN or Infinity, a number of more than 40 characters
            or beyond the range of doubles, or deeper than 32 levels.
        UnfitText: A text with a control character, a lone surrogate or an invisible mark; with its field.
    """
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_int=_integer,
            parse_float=_fraction,
        )
    except UnicodeDecodeError:
        raise BodyUnreadable(message("the body is not UTF-8")) from None
    except json.JSONDecodeError as error:
        raise BodyUnreadable(
            message(
                "the body is no JSON at line {line}, column {column}", line=error.lineno, column=error.colno
            )
        ) from None
    except RecursionError:
        raise _too_deep() from None
    return _clean(value, "", 0)


def _too_deep() -> BodyUnreadable:
    return BodyUnreadable(message("the body is deeper than {most} levels", most=_MAX_DEPTH))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BodyUnreadable(message("“{key}” stands twice in one object", key=key))
        found[key] = value
    return found


def _no_number(word: str) -> float:
    raise BodyUnreadable(message("{word} is no number", word=word))


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise BodyUnreadable(message("a number of more than {most} characters", most=_LONGEST_NUMBER))
    return int(digits)


def _fraction(digits: str) -> float:
    if len(digits) > _LONGEST_NUMBER or math.isinf(float(digits)):
        raise BodyUnreadable(message("{word} is no number", word=digits[:_LONGEST_NUMBER]))
    return float(digits)


def _clean(value: Any, place: str, depth: int) -> Any:  # noqa: ANN401 - JSON of any shape
    """The same data with every text in the one form that the program holds."""
    if isinstance(value, str):
        return _clean_string(value, place)
    if depth > _MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, list):
        return [_clean(item, f"{place}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, dict):
        prefix = f"{place}." if place else ""
        return {
            _clean_string(key, f"{prefix}…"): _clean(item, f"{prefix}{key[:100]}", depth + 1)
            for key, item in value.items()
        }
    return value


def _clean_string(text: str, place: str) -> str:
    try:
        return clean_text(text)
    except UnfitText as unfit:
        said = (message("{place}: {problem}", place=place, problem=one) for one in unfit.problems)
        raise UnfitText(*said) from None
