"""One frozen Settings, read from the environment (BIENBAN_ prefix) and passed in; README.md lists it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service.core.message import BienbanError, message

PREFIX = "BIENBAN_"
DEFAULT_PORT = 8765
_PACKAGE = Path(__file__).parent
_HIGHEST_PORT = 65_535
# Least and most. Argon2 is not let below what OWASP still takes: 19 MiB and two passes.
_NUMBERS = {
    "session_idle_minutes": (5, 24 * 60),
    "session_hours": (1, 30 * 24),
    "link_minutes": (5, 7 * 24 * 60),
    "argon2_memory_kib": (19_456, 4 * 1024 * 1024),
    "argon2_passes": (2, 100),
    "argon2_lanes": (1, 64),
    "passwords_at_once": (1, 64),
}


class WrongSetting(BienbanError):
    """A variable of the environment holds what no setting can be."""


def shipped(name: str) -> Path:
    """The folder of shipped data: templates, glossary or examples."""
    # A wheel carries the data inside the package; a checkout has it at the top level.
    carried = _PACKAGE / "shipped" / name
    return carried if carried.is_dir() else _PACKAGE.parent / name


def _default_data_dir() -> Path:
    return Path.home() / ".local" / "share" / "bienban"


@dataclass(frozen=True)
class Settings:
    """What an installation may choose.

    Attributes:
        templates_dir: Folder with `vi/` and `zh/`, each holding the DOCX templates.
        glossary_dir: Folder with the termbase, one YAML file a category.
        language: Language of messages on the console: vi, zh or en.
        data_dir: Folder for what the service keeps; the embedded database is a file in it.
        database_url: Address of a PostgreSQL, or of another SQLite file; empty for the embedded database.
        host: Address the service listens on.
        port: Port it listens on; 0 takes a free one.
        base_url: Where people find the service; links begin with it. Empty: where it listens.
        allowed_hosts: Names of hosts it answers for; empty: those of base_url and of its own machine.
        trusted_proxies: Addresses of proxies whose word on a client's address and encryption counts.
        session_idle_minutes: A session ends when nothing was asked for so long.
        session_hours: A session ends after so long whatever happens.
        link_minutes: A one-time link counts so long.
        argon2_memory_kib: Memory of one look at a password.
        argon2_passes: Times over that memory.
        argon2_lanes: Lanes over that memory.
        passwords_at_once: How many passwords one process looks at together.
        secret_key_file: File with the key that seals secrets, one for all processes; None: in data_dir.
        oidc_issuer: Address of an OpenID provider; empty for none.
        oidc_client_id: What the provider calls this installation.
        oidc_client_secret: What this installation shows the provider.
        oidc_client_secret_file: A file that holds it instead.
    """

    templates_dir: Path = field(default_factory=lambda: shipped("templates"))
    glossary_dir: Path = field(default_factory=lambda: shipped("glossary"))
    language: str = "en"
    data_dir: Path = field(default_factory=_default_data_dir)
    database_url: str = field(default="", repr=False)  # it may hold a password
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    base_url: str = ""
    allowed_hosts: tuple[str, ...] = ()
    trusted_proxies: tuple[str, ...] = ()
    session_idle_minutes: int = 120
    session_hours: int = 24
    link_minutes: int = 60
    argon2_memory_kib: int = 65_536
    argon2_passes: int = 3
    argon2_lanes: int = 4
    passwords_at_once: int = 2
    secret_key_file: Path | None = None
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    oidc_client_secret_file: Path | None = None


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings of an installation.

    Args:
        environment: Usually `os.environ`. Without BIENBAN_LANGUAGE the locale variables decide.

    Raises:
        WrongSetting: A number is none, or out of its bounds; an address is none.
    """

    def folder(name: str, default: Path) -> Path:
        chosen = environment.get(PREFIX + name)
        return Path(chosen) if chosen else default

    return Settings(
        templates_dir=folder("TEMPLATES_DIR", shipped("templates")),
        glossary_dir=folder("GLOSSARY_DIR", shipped("glossary")),
        language=_language(environment),
        data_dir=folder("DATA_DIR", _data_home(environment)),
        database_url=environment.get(PREFIX + "DATABASE_URL", ""),
        host=environment.get(PREFIX + "HOST") or "127.0.0.1",
        port=_port(environment.get(PREFIX + "PORT") or str(DEFAULT_PORT)),
        base_url=_address(environment, "BASE_URL"),
        allowed_hosts=_list(environment, "ALLOWED_HOSTS"),
        trusted_proxies=_list(environment, "TRUSTED_PROXIES"),
        secret_key_file=_file(environment, "SECRET_KEY_FILE"),
        oidc_issuer=_address(environment, "OIDC_ISSUER"),
        oidc_client_id=environment.get(PREFIX + "OIDC_CLIENT_ID", ""),
        oidc_client_secret=environment.get(PREFIX + "OIDC_CLIENT_SECRET", ""),
        oidc_client_secret_file=_file(environment, "OIDC_CLIENT_SECRET_FILE"),
        **{name: _number(environment, name, least, most) for name, (least, most) in _NUMBERS.items()},
    )


def _list(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in environment.get(PREFIX + name, "").split(",") if part.strip())


def _file(environment: Mapping[str, str], name: str) -> Path | None:
    chosen = environment.get(PREFIX + name)
    return Path(chosen) if chosen else None


def _address(environment: Mapping[str, str], name: str) -> str:
    text = environment.get(PREFIX + name, "").rstrip("/")
    if text and not re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~/-]*)?", text):
        raise WrongSetting(
            message("{variable}: “{text}” is no address; write https://…", variable=PREFIX + name, text=text)
        )
    return text


def _number(environment: Mapping[str, str], name: str, least: int, most: int) -> int:
    variable = PREFIX + name.upper()
    text = environment.get(variable) or str(getattr(Settings, name))
    if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
        raise WrongSetting(
            message(
                "{variable}: “{text}” is no number from {least} to {most}",
                variable=variable,
                text=text,
                least=least,
                most=most,
            )
        )
    return int(text)


def _data_home(environment: Mapping[str, str]) -> Path:
    home = environment.get("XDG_DATA_HOME", "")
    return Path(home) / "bienban" if home.startswith("/") else _default_data_dir()


def _port(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", text) or int(text) > _HIGHEST_PORT:
        raise WrongSetting(
            message("{variable}: “{text}” is no port; write 0 to 65535", variable=PREFIX + "PORT", text=text)
        )
    return int(text)


def _language(environment: Mapping[str, str]) -> str:
    for name in (PREFIX + "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            start = re.split("[-_.@]", value)[0].lower()
            return start if start in ("vi", "zh") else "en"
    return "en"
