"""Why minutes are not shown or not changed, in words."""

from service.core.message import BienbanError, message


class MinutesUnknown(BienbanError):
    """No such minutes, or none that the person may know of: one answer, word for word."""

    def __init__(self) -> None:
        """Say nothing of what was asked for."""
        super().__init__(message("there are no such minutes"))


class SegmentUnknown(BienbanError):
    """The minutes have no such segment, or not any more."""


class MinutesLocked(BienbanError):
    """Minutes that are agreed, final or withdrawn do not change."""


class MinutesKept(BienbanError):
    """Minutes that both sides agreed on are never deleted."""


class TooManySegments(BienbanError):
    """A record of more pairs of texts than minutes hold."""


class PartTooLarge(BienbanError):
    """A part of minutes that holds more than any meeting has."""


class SegmentMisplaced(BienbanError):
    """A part names a segment twice, or one that is not its own."""


class VersionUnnamed(BienbanError):
    """The minutes have no named version of that number."""


class FindingUnknown(BienbanError):
    """Nothing of that kind is said of that place."""


class WaiverUnknown(BienbanError):
    """The minutes have no such waiver."""


class ShareRefused(BienbanError):
    """Minutes cannot be shared with that office."""


class ShareUnknown(BienbanError):
    """The minutes are not shared with that office."""


class AssigneeRefused(BienbanError):
    """The person cannot be given a segment: unknown, or of an office that does not work on them."""


class CommentUnknown(BienbanError):
    """Nothing of that number was said."""
