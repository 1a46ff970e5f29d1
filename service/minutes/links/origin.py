"""What minutes were made of, as it is kept beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from service.core.message import BienbanError


class OriginKind(StrEnum):
    """What minutes can be made of, besides a record that was sent."""

    FILE = "file"
    NOTES = "notes"
    SESSION = "session"


@dataclass(frozen=True)
class Origin:
    """What minutes were made of.

    Attributes:
        kind: What kind of thing.
        content: JSON types only: of a file its name; of notes their text and every passage that was read; of
            a session which minutes, and what is not as it was.
    """

    kind: OriginKind
    content: Mapping[str, Any] = field(default_factory=dict)


class OriginUnknown(BienbanError):
    """The minutes were made of a record alone."""


class NoEarlierSession(BienbanError):
    """No minutes in sight are of an earlier session of the mechanism."""
