"""Secrets that must be read again are kept sealed: a copy of the database alone does not open them."""

from cryptography.fernet import Fernet, InvalidToken

from service.core.message import BienbanError, message


class SealBroken(BienbanError):
    """What was sealed under another key, or changed since."""


class Sealer:
    """Seals and opens short texts."""

    def __init__(self, key: bytes) -> None:
        """Take the key.

        Args:
            key: 32 bytes, base 64 for addresses.

        Raises:
            SealBroken: It is no such key.
        """
        try:
            self._fernet = Fernet(key)
        except ValueError:
            raise SealBroken(message("the secret key of this installation is none")) from None

    def seal(self, text: str) -> str:
        """The text, sealed."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str, most_s: int | None = None) -> str:
        """The text again.

        Args:
            sealed: What seal gave.
            most_s: Seconds after which it does not count any more.

        Raises:
            SealBroken: It was not sealed with this key, was changed, or is too old.
        """
        try:
            return self._fernet.decrypt(sealed.encode("utf-8", "surrogatepass"), ttl=most_s).decode()
        except InvalidToken:
            raise SealBroken(message("this was not sealed here, or has run out")) from None


def new_sealing_key() -> bytes:
    """A key for an installation."""
    return Fernet.generate_key()
