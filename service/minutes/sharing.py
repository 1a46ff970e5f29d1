"""What an office may do with the minutes of another one, and by which roles its people do it."""

from enum import StrEnum

from service.accounts.people import Role


class Level(StrEnum):
    """What an owning office gives to another one."""

    READ = "read"
    TRANSLATE = "translate"
    EDIT = "edit"


_WRITERS = frozenset((Role.DRAFTER, Role.ADMINISTRATOR))
_TRANSLATORS = _WRITERS | {Role.TRANSLATOR}


def roles_on(roles: frozenset[Role], level: Level | None) -> frozenset[Role]:
    """The roles that count on some minutes.

    Args:
        roles: That a person has in their own office.
        level: What is shared with that office; None where it owns the minutes.

    Returns:
        Of another office's people never an administrator: what only the owning office decides stays there.
    """
    if level is None:
        return roles
    given = {Role.READER} if roles else set()
    if level is not Level.READ and roles & _TRANSLATORS:
        given.add(Role.TRANSLATOR)
    if level is Level.EDIT and roles & _WRITERS:
        given.add(Role.DRAFTER)
    return frozenset(given)
