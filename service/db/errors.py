"""Why a database cannot be used, in words."""

from service.core.message import BienbanError


class DatabaseUnusable(BienbanError):
    """The database is of a kind, version or state that the program does not work with."""


class DatabaseBusy(BienbanError):
    """Another unit held what this one needed for too long; trying again is safe, nothing was written."""
