"""Reading a text with the termbase, as the command and the service do."""

from datetime import date

from service.core.languages import Language
from service.core.message import BienbanError, message
from service.glossary.annotator import Annotator
from service.glossary.concepts import Termbase

__all__ = ["MAX_BYTES", "Annotator", "TextUnreadable", "annotate_text", "read_text"]

MAX_BYTES = 4 * 1024 * 1024


class TextUnreadable(BienbanError):
    """A text is no UTF-8, or larger than one call reads."""


def read_text(data: bytes, name: str) -> str:
    """Read a whole text.

    Raises:
        TextUnreadable: It is larger than 4 MiB or not UTF-8; the message names the line.
    """
    if len(data) > MAX_BYTES:
        raise TextUnreadable(message("{file}: larger than {most} bytes", file=name, most=MAX_BYTES))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = f"{name}:{line}"
        raise TextUnreadable(message("{place}: not UTF-8; save the file as UTF-8", place=place)) from None


def annotate_text(text: str, termbase: Termbase, language: Language, as_of: date) -> list[dict[str, object]]:
    """Find every controlled name of one text; for many texts, keep an `Annotator`."""
    return Annotator(termbase, language).annotate(text, as_of)
