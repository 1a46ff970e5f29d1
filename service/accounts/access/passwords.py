"""Passwords: kept as Argon2id only, and never so many looked at together that memory runs out."""

import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from service.accounts.access.errors import PasswordUnfit, TooBusy
from service.core.message import message

SHORTEST = 12
LONGEST = 200
_FEWEST_CHARACTERS = 5
_WAIT_S = 10.0


@dataclass(frozen=True)
class Argon2:
    """What a look at one password costs (RFC 9106).

    Attributes:
        memory_kib: Memory in KiB.
        passes: Times over that memory.
        lanes: Lanes.
    """

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4


class Passwords:
    """Hashes and looks at passwords, `at_once` at a time; as many again wait, and others are sent away."""

    def __init__(self, cost: Argon2, at_once: int) -> None:
        """Make ready.

        Args:
            cost: Of new hashes; older ones are renewed when their person signs in.
            at_once: How many are worked on together; each takes `cost.memory_kib`.
        """
        hasher = Argon2Hasher(time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes)
        self._hash = PasswordHash((hasher,))
        self._places = threading.BoundedSemaphore(at_once * 4)
        self._working = threading.BoundedSemaphore(at_once)

    @cached_property
    def _nobody(self) -> str:
        """What nobody has: whoever is not known costs the same look."""
        return self._hash.hash("nobody")

    def hash(self, password: str) -> str:
        """The hash of a new password.

        Raises:
            PasswordUnfit: Too short, too long or too plain.
            TooBusy: Too many others are being worked on.
        """
        _check(password)
        with self._place():
            return self._hash.hash(_one_form(password))

    def is_right(self, password: str, kept: str | None) -> tuple[bool, str | None]:
        """Look at a password; it costs the same whoever it is said to be.

        Args:
            password: What was typed.
            kept: The person's hash; None where there is no such person or no password.

        Returns:
            Whether it fits, and a new hash where the kept one has another cost than new ones.

        Raises:
            TooBusy: Too many others are being looked at.
        """
        typed, nobody = _one_form(password[: LONGEST + 1]), self._nobody
        with self._place():
            fits, renewed = self._hash.verify_and_update(typed, kept or nobody)
        return fits and kept is not None, renewed if kept is not None else None

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(blocking=False):
            raise _too_busy()
        try:
            if not self._working.acquire(timeout=_WAIT_S):
                raise _too_busy()
            try:
                yield
            finally:
                self._working.release()
        finally:
            self._places.release()


def _too_busy() -> TooBusy:
    return TooBusy(message("too many people are signing in just now; try again"))


def _one_form(password: str) -> str:
    # Input methods write the same accents in several ways.
    return unicodedata.normalize("NFC", password)


def _check(password: str) -> None:
    if not SHORTEST <= len(_one_form(password)) <= LONGEST:
        raise PasswordUnfit(
            message(
                "a password has {shortest} to {longest} characters; a few words together are good",
                shortest=SHORTEST,
                longest=LONGEST,
            )
        )
    if len(set(password)) < _FEWEST_CHARACTERS:
        raise PasswordUnfit(message("a password of so few different characters is guessed at once"))
