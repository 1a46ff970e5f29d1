"""Tokens that are shown once; a digest is kept: they are random, so one round of SHA-256 is enough."""

import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

_BYTES = 32
SESSION = "bbs_"
KEY = "bbk_"
LINK = "bbl_"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_PREFIX_LENGTH = 10
_KEY_FORM = re.compile(rf"({KEY}[{_LETTERS}]{{{_PREFIX_LENGTH}}})_([A-Za-z0-9_-]{{43}})")
_LONGEST = 200


class NewKey(NamedTuple):
    """A key as its owner gets it, once.

    Attributes:
        prefix: Its name: shown in lists, finds it again.
        text: All of it.
    """

    prefix: str
    text: str


def new_token(kind: str) -> str:
    """A token of 256 bits: a session's or a link's."""
    return kind + secrets.token_urlsafe(_BYTES)


def new_key() -> NewKey:
    """A key: a prefix that names it and 256 bits that nobody guesses."""
    prefix = KEY + new_name(_PREFIX_LENGTH)
    return NewKey(prefix, f"{prefix}_{secrets.token_urlsafe(_BYTES)}")


def new_name(length: int = 16) -> str:
    """A name drawn by lot, for things that must not be counted."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def prefix_of(key: str) -> str | None:
    """The name in a key; None where the text is no key."""
    found = _KEY_FORM.fullmatch(key)
    return found[1] if found else None


def digest(token: str) -> str:
    """What is kept of a token: SHA-256, in hexadecimal."""
    return hashlib.sha256(token[:_LONGEST].encode("utf-8", "surrogatepass")).hexdigest()


def fits(token: str, kept: str) -> bool:
    """Whether a token is the one of which a digest is kept, in a time that does not tell how far it fits."""
    return hmac.compare_digest(digest(token), kept)


def form_mark(carrier: str) -> str:
    """The mark that forms carry: follows from the cookie, and a page of another site cannot know it."""
    return hmac.new(carrier.encode("utf-8", "surrogatepass"), b"form", hashlib.sha256).hexdigest()
