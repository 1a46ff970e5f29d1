"""One frozen Settings, read from the environment (BIENBAN_ prefix) and passed in; README.md lists it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

PREFIX = "BIENBAN_"
_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The folder of shipped data: templates, glossary or examples."""
    # A wheel carries the data inside the package; a checkout has it at the top level.
    carried = _PACKAGE / "shipped" / name
    return carried if carried.is_dir() else _PACKAGE.parent / name


@dataclass(frozen=True)
class Settings:
    """What an installation may choose.

    Attributes:
        templates_dir: Folder with `vi/` and `zh/`, each holding the DOCX templates.
        glossary_dir: Folder with the termbase, one YAML file a category.
        language: Language of messages on the console: vi, zh or en.
    """

    templates_dir: Path = field(default_factory=lambda: shipped("templates"))
    glossary_dir: Path = field(default_factory=lambda: shipped("glossary"))
    language: str = "en"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read the settings of an installation.

    Args:
        environment: Usually `os.environ`. Without BIENBAN_LANGUAGE the locale variables decide.
    """
    templates = environment.get(PREFIX + "TEMPLATES_DIR")
    glossary = environment.get(PREFIX + "GLOSSARY_DIR")
    return Settings(
        templates_dir=Path(templates) if templates else shipped("templates"),
        glossary_dir=Path(glossary) if glossary else shipped("glossary"),
        language=_language(environment),
    )


def _language(environment: Mapping[str, str]) -> str:
    for name in (PREFIX + "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            start = re.split("[-_.@]", value)[0].lower()
            return start if start in ("vi", "zh") else "en"
    return "en"
