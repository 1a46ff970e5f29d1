"""Messages and screen texts in Vietnamese, Chinese or English, from the catalogs beside this file."""

import io
from collections.abc import Mapping
from functools import cache
from importlib import resources

from babel.messages.pofile import read_po

from service.core.message import Message, Sayable

LANGUAGES = ("vi", "zh", "en")  # as screens offer them; the catalogs' source is English


@cache
def read_catalog(language: str) -> Mapping[str, str]:
    """Read a language's catalog: English text to its translation; of English and unknown ones nothing."""
    if language not in LANGUAGES or language == "en":
        return {}
    file = resources.files(__package__) / language / "LC_MESSAGES" / "bienban.po"
    catalog = read_po(io.BytesIO(file.read_bytes()), locale=language)
    return {
        str(entry.id): str(entry.string) for entry in catalog if entry.id and entry.string and not entry.fuzzy
    }


def translate(text: str, language: str) -> str:
    """Translate a text of a screen; one the catalog lacks stays English."""
    return read_catalog(language).get(text, text)


def say(said: Message, language: str) -> str:
    """Put a message into words, messages and places inside it too."""
    values = {name: _said(value, language) for name, value in said.values.items()}
    return translate(said.template, language).format_map(values)


def _said(value: object, language: str) -> object:
    if isinstance(value, Sayable):
        value = value.message
    return say(value, language) if isinstance(value, Message) else value
