"""What routes let through: each declares one policy, and here stands which roles each policy takes."""

from collections.abc import Mapping
from enum import StrEnum

from service.accounts.people import Person, Role


class Policy(StrEnum):
    """What a route lets through.

    A policy looks at the roles a person has in their own office. Whose a thing is, and what an owning office
    shares of it, is asked where it is read: what is not theirs answers as what does not exist.
    """

    OPEN = "open"
    """Anybody: says nothing of any office."""
    SIGNED_IN = "signed-in"
    """Anybody who signed in: what is the person's own."""
    READ_GLOSSARY = "read-glossary"
    WRITE_GLOSSARY = "write-glossary"
    APPROVE_GLOSSARY = "approve-glossary"
    READ_MINUTES = "read-minutes"
    WRITE_MINUTES = "write-minutes"
    TRANSLATE_MINUTES = "translate-minutes"
    KEEP_OFFICE = "keep-office"
    """People, keys and audit of the person's own office."""
    KEEP_SYSTEM = "keep-system"
    """Offices; asks for the system administrator, not for a role."""


_EVERYBODY = frozenset(Role)
_KEEPERS = frozenset((Role.ADMINISTRATOR,))
_DRAFTERS = _KEEPERS | {Role.DRAFTER}

ROLES: Mapping[Policy, frozenset[Role]] = {
    Policy.READ_GLOSSARY: _EVERYBODY,
    Policy.WRITE_GLOSSARY: _DRAFTERS | {Role.TRANSLATOR, Role.TERMINOLOGIST},
    Policy.APPROVE_GLOSSARY: frozenset((Role.TERMINOLOGIST,)),
    Policy.READ_MINUTES: _EVERYBODY,
    Policy.WRITE_MINUTES: _DRAFTERS,
    Policy.TRANSLATE_MINUTES: _DRAFTERS | {Role.TRANSLATOR},
    Policy.KEEP_OFFICE: _KEEPERS,
}
"""One of the roles is enough."""


def lets(policy: Policy, person: Person) -> bool:
    """Whether a policy lets a person through."""
    if policy is Policy.KEEP_SYSTEM:
        return person.is_system
    return policy is Policy.SIGNED_IN or bool(person.roles & ROLES[policy])
