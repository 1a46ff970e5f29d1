"""What a check, a gap or a template says of a record: one sentence, how grave, and where."""

from dataclasses import dataclass
from enum import StrEnum

from service.core.message import Message


class Severity(StrEnum):
    """How grave a finding is; an error keeps a record from becoming final."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """One thing to know about a record.

    Attributes:
        code: Stable name of the kind of finding, for programs and for waivers.
        severity: How grave it is.
        place: Path of the field in the record, such as `sections[2].items[0].zh`.
        message: The sentence a person reads.
    """

    code: str
    severity: Severity
    place: str
    message: Message
