"""Which forms of an answer a client takes (RFC 9110, 12.5.1)."""

from collections.abc import Collection

from fastapi import Request

from service.core.message import message
from service.http.errors import NotAcceptable

_LONGEST = 1000


def check_accept(request: Request, served: Collection[str]) -> None:
    """Refuse a request whose answer its client would not take, before anything is done.

    Raises:
        NotAcceptable: None of the forms that the route has is wanted.
    """
    header = ",".join(request.headers.getlist("accept"))[:_LONGEST]
    if header.strip() and not any(_weight(header, kind) > 0 for kind in served):
        raise NotAcceptable(message("this is answered as {kinds} only", kinds=", ".join(sorted(served))))


def _weight(header: str, kind: str) -> float:
    """How much a form is wanted: what the most exact range that holds it says; 0 where none does."""
    ranges = [kind, kind.partition("/")[0] + "/*", "*/*"]
    weights: dict[str, float] = {}
    for part in header.split(","):
        name, *options = (word.strip().lower() for word in part.split(";"))
        quality = next((option[2:] for option in options if option.startswith("q=")), "1")
        weights[name] = _number(quality)
    return next((weights[name] for name in ranges if name in weights), 0)


def _number(text: str) -> float:
    try:
        return float(text[:5])
    except ValueError:
        return 0
