"""People and offices as plain data."""

from dataclasses import dataclass
from enum import StrEnum

from service.core.message import BienbanError

NATIONAL = "national"
"""Code of the office that keeps the national collection."""


class PersonUnknown(BienbanError):
    """Nobody of that name."""


class PersonAbsent(BienbanError):
    """Nobody of that name in the office."""


class PersonChanged(BienbanError):
    """Someone else changed a person since they were read."""


class HandleTaken(BienbanError):
    """Somebody is called that already."""


class OfficeUnknown(BienbanError):
    """No office of that code."""


class OfficeTaken(BienbanError):
    """An office of that code is there already."""


class LastAdministrator(BienbanError):
    """An office would be left without anybody who keeps it."""


class Role(StrEnum):
    """What somebody does in their office; a person may have several."""

    READER = "reader"
    DRAFTER = "drafter"
    TRANSLATOR = "translator"
    TERMINOLOGIST = "terminologist"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Office:
    """An office.

    Attributes:
        office_id: Its number in the database.
        code: Stable name for addresses.
        name_vi: Vietnamese name.
        name_zh: Chinese name.
        keeps_national: Whether its people may change the national collection.
    """

    office_id: int
    code: str
    name_vi: str
    name_zh: str
    keeps_national: bool


@dataclass(frozen=True)
class Person:
    """A person who acts.

    Attributes:
        person_id: Their number in the database.
        handle: Stable name.
        name: As screens show it.
        office: Their office.
        is_local: May be chosen by name while the service listens to its own machine only.
        roles: What they do in their office.
        is_system: System administrator: keeps offices and their first administrators, sees no papers by that.
        is_disabled: May not sign in or act any more; what they did stays theirs.
        row_version: Counts every change to them.
    """

    person_id: int
    handle: str
    name: str
    office: Office
    is_local: bool = False
    roles: frozenset[Role] = frozenset()
    is_system: bool = False
    is_disabled: bool = False
    row_version: int = 1
