"""Entity tags: the number of a thing's state, as headers carry it."""

import re

from fastapi import Request, Response

from service.core.message import message
from service.http.errors import TagMissing, TagUnreadable

# A proxy that packs answers marks their tags as weak. Here a tag names a state, not bytes: both are it.
_TAG = re.compile(r'(?:W/)?"([1-9][0-9]{0,9})"')


def set_tag(response: Response, row_version: int) -> None:
    """Say in an answer which state it shows."""
    response.headers["ETag"] = f'"{row_version}"'


def seen(request: Request) -> int:
    """The state that the author of a change saw.

    Raises:
        TagMissing: The request has no If-Match.
        TagUnreadable: It has one that no answer gave.
    """
    header = request.headers.get("if-match")
    if header is None:
        raise TagMissing(message("send the ETag of what you read as If-Match"))
    found = _TAG.fullmatch(header.strip())
    if found is None:
        raise TagUnreadable(message("If-Match is one ETag as it was given, in quotation marks"))
    return int(found[1])


def is_known(request: Request, row_version: int) -> bool:
    """Whether the reader already has this state."""
    tags = map(_TAG.fullmatch, map(str.strip, request.headers.get("if-none-match", "").split(",")))
    return any(found is not None and int(found[1]) == row_version for found in tags)
