"""Cursors of lists: where a page ends, signed, so that a client can hand it back and not make one."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import TypeAlias

from fastapi import Request

from service.core.message import message
from service.http.errors import CursorUnknown

SECRET = "cursors"  # noqa: S105 - its name
_LONGEST = 4000
_SIGNATURE_BYTES = 16

Step: TypeAlias = str | int | None


class Cursors:
    """Writes and reads the cursors of one installation."""

    def __init__(self, secret: bytes) -> None:
        """Hold the installation's secret for cursors."""
        self._secret = secret

    def write(self, listing: str, place: Sequence[Step] | None) -> str | None:
        """Where a page ends, as a client hands it back.

        Args:
            listing: Name of the list and of its order; a cursor is of no use elsewhere.
            place: What the next page begins after; None at the end of the list.
        """
        if place is None:
            return None
        said = json.dumps(list(place), ensure_ascii=False, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(self._sign(listing, said) + said).decode().rstrip("=")

    def read(self, listing: str, cursor: str | None) -> list[Step] | None:
        """What a page begins after; None for the first one.

        Raises:
            CursorUnknown: No page of this list, in this order, ended so.
        """
        if cursor is None:
            return None
        try:
            data = base64.b64decode(cursor[:_LONGEST] + "=" * (-len(cursor) % 4), b"-_", validate=True)
        except (binascii.Error, ValueError):
            data = b""
        signature, said = data[:_SIGNATURE_BYTES], data[_SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, self._sign(listing, said)):
            raise CursorUnknown(message("this cursor belongs to no page of this list"))
        place: list[Step] = json.loads(said)
        return place

    def write_number(self, listing: str, number: int | None) -> str | None:
        """Where a page ends of a list that is ordered by one number."""
        return self.write(listing, None if number is None else (number,))

    def read_number(self, listing: str, cursor: str | None) -> int | None:
        """What a page begins after in such a list.

        Raises:
            CursorUnknown: No page of this list ended so.
        """
        place = self.read(listing, cursor)
        return None if place is None else int(place[0] or 0)

    def _sign(self, listing: str, said: bytes) -> bytes:
        whole = hmac.digest(self._secret, listing.encode() + b"\0" + said, hashlib.sha256)
        return whole[:_SIGNATURE_BYTES]


def cursors_of(request: Request) -> Cursors:
    """The cursors of the installation that answers."""
    found: Cursors = request.app.state.cursors
    return found
