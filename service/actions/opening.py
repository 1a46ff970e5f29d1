"""What an installation has for signing in, made from its settings."""

import os
from datetime import timedelta
from pathlib import Path

from service.accounts.access.passwords import Argon2, Passwords
from service.accounts.access.sealing import Sealer, new_sealing_key
from service.accounts.access.tokens import new_name
from service.actions.access import Access
from service.core.message import BienbanError, message
from service.settings import Settings

_KEY_FILE = "secret.key"
_LONGEST_SECRET = 4096


class SecretUnreadable(BienbanError):
    """A file that holds a secret cannot be read or made."""


def open_access(settings: Settings, base_url: str = "") -> Access:
    """Make ready for signing in.

    Args:
        settings: Of the installation.
        base_url: Where it listens, for links, where the settings say nothing else.

    Raises:
        SecretUnreadable: The file of the secret key cannot be read or made.
        SealBroken: It holds no key.
    """
    cost = Argon2(settings.argon2_memory_kib, settings.argon2_passes, settings.argon2_lanes)
    return Access(
        passwords=Passwords(cost, settings.passwords_at_once),
        sealer=Sealer(_sealing_key(settings)),
        idle=timedelta(minutes=settings.session_idle_minutes),
        longest=timedelta(hours=settings.session_hours),
        link_life=timedelta(minutes=settings.link_minutes),
        base_url=settings.base_url or base_url or listening_at(settings.host, settings.port),
        issuer=settings.oidc_issuer,
    )


def listening_at(host: str, port: int) -> str:
    """The address of the service as its own machine reaches it."""
    name = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{name}:{port}"


def client_secret(settings: Settings) -> str:
    """What the installation shows the OpenID provider.

    Raises:
        SecretUnreadable: Its file cannot be read.
    """
    file = settings.oidc_client_secret_file
    return read_secret(file).decode("utf-8", "replace").strip() if file else settings.oidc_client_secret


def read_secret(file: Path) -> bytes:
    """A short file that holds a secret."""
    try:
        with file.open("rb") as stream:
            return stream.read(_LONGEST_SECRET)
    except OSError as error:
        raise _unreadable(file, error) from None


def _sealing_key(settings: Settings) -> bytes:
    if settings.secret_key_file is not None:
        return read_secret(settings.secret_key_file).strip()
    file = settings.data_dir / _KEY_FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Written whole under another name: of processes that start together all read the same key.
        made = file.with_name(f"{_KEY_FILE}.{new_name()}")
        if not file.exists():
            with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(new_sealing_key())
            try:
                os.link(made, file)
            except FileExistsError:
                pass
            finally:
                made.unlink()
    except OSError as error:
        raise _unreadable(file, error) from None
    return read_secret(file).strip()


def _unreadable(file: Path, error: OSError) -> SecretUnreadable:
    return SecretUnreadable(message("{file}: cannot be read: {problem}", file=file, problem=error.strerror))
