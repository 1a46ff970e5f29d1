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
        host: Address the service listens on; only one of this machine until people sign in.
        port: Port it listens on; 0 takes a free one.
    """

    templates_dir: Path = field(default_factory=lambda: shipped("templates"))
    glossary_dir: Path = field(default_factory=lambda: shipped("glossary"))
    language: str = "en"
    data_dir: Path = field(default_factory=_default_data_dir)
    database_url: str = field(default="", repr=False)  # it may hold a password
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings of an installation.

    Args:
        environment: Usually `os.environ`. Without BIENBAN_LANGUAGE the locale variables decide.

    Raises:
        WrongSetting: The port is no port.
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
    )


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
