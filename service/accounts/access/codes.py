"""The second factor: codes by time (RFC 6238), each good once, and recovery codes."""

import hmac
import secrets
from datetime import datetime

import pyotp

_SLACK = 1  # steps of 30 seconds that a clock may go wrong in either direction
_RECOVERY_CODES = 10
_RECOVERY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_HALF = 8


def new_secret() -> str:
    """A secret of 160 bits, in base 32."""
    return pyotp.random_base32()


def address_of(secret: str, handle: str) -> str:
    """The secret as an authenticator's app reads it from a picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=handle, issuer_name="Bienban")


def step_of(secret: str, code: str, at: datetime, used: int) -> int | None:
    """The step in time that a code belongs to.

    Args:
        secret: The person's.
        code: Six digits; spaces do not count.
        at: Now.
        used: The newest step whose code has been used; it and what was before are spent.

    Returns:
        The step; None where the code fits none that is near and unspent.
    """
    digits = code.replace(" ", "")
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):  # noqa: PLR2004 - as apps show them
        return None
    totp = pyotp.TOTP(secret)
    now = int(at.timestamp()) // totp.interval
    found = None
    for step in range(now - _SLACK, now + _SLACK + 1):
        if hmac.compare_digest(totp.generate_otp(step), digits) and step > used:
            found = step
    return found


def new_recovery_codes() -> list[str]:
    """Codes for the day on which the app is lost; each is good once, and has 78 bits."""
    return [f"{_letters()}-{_letters()}" for _ in range(_RECOVERY_CODES)]


def _letters() -> str:
    return "".join(secrets.choice(_RECOVERY_LETTERS) for _ in range(_HALF))


def tidy_recovery_code(text: str) -> str:
    """A recovery code as it was given, however it was typed again."""
    plain = "".join(letter for letter in text.lower() if letter in _RECOVERY_LETTERS)
    return f"{plain[:_HALF]}-{plain[_HALF:]}"
