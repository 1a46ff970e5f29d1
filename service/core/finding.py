"""What a check, a gap or a template says of a record: one sentence, how grave, and where."""

from dataclasses import dataclass
from enum import StrEnum

from service.core.languages import Side
from service.core.message import Message


class Severity(StrEnum):
    """How grave a finding is; an error keeps a record from becoming final."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Suggestion:
    """Other words for a stretch of a text; a person applies it, nothing is changed by itself.

    Attributes:
        start: First character to replace, in code points of the text at the finding's place.
        end: The character after the last.
        text: What would stand there.
        original: The side in whose original it holds; None where it holds in both.
    """

    start: int
    end: int
    text: str
    original: Side | None = None

    def apply(self, text: str) -> str:
        """The text with the suggestion in it."""
        return f"{text[: self.start]}{self.text}{text[self.end :]}"


@dataclass(frozen=True)
class Finding:
    """One thing to know about a record.

    Attributes:
        code: Stable name of the kind of finding, for programs and for waivers.
        severity: How grave it is.
        place: Path of the field in the record, such as `sections[2].items[0].zh`.
        message: The sentence a person reads.
        suggestion: Other words for what was found, where the check knows them.
    """

    code: str
    severity: Severity
    place: str
    message: Message
    suggestion: Suggestion | None = None
