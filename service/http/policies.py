"""What routes let through: each declares one policy, and here stands which right each policy asks for."""

from collections.abc import Mapping
from enum import StrEnum

from service.accounts.actor import Actor
from service.accounts.people import Role
from service.accounts.rights import GIVEN_BY, Right


class Policy(StrEnum):
    """What a route lets through.

    A policy looks at the roles a person has in their own office. Whose a thing is, and what an owning office
    shares of it, is asked where it is read: what is not theirs answers as what does not exist.
    """

    OPEN = "open"
    """Anybody: says nothing of any office."""
    SIGNED_IN = "signed-in"
    """Anybody who signed in, or has a key."""
    OWN_ACCOUNT = "own-account"
    """Anybody who signed in: sessions, keys, second factor of their own. No key does that."""
    READ_GLOSSARY = "read-glossary"
    WRITE_GLOSSARY = "write-glossary"
    APPROVE_GLOSSARY = "approve-glossary"
    READ_MINUTES = "read-minutes"
    WRITE_MINUTES = "write-minutes"
    TRANSLATE_MINUTES = "translate-minutes"
    KEEP_OFFICE = "keep-office"
    """People, keys and audit of the person's own office."""
    KEEP_SYSTEM = "keep-system"
    """Offices; asks for the system administrator, not for a role. No key does that."""


RIGHTS: Mapping[Policy, Right] = {
    Policy.READ_GLOSSARY: Right.READ_GLOSSARY,
    Policy.WRITE_GLOSSARY: Right.WRITE_GLOSSARY,
    Policy.APPROVE_GLOSSARY: Right.APPROVE_GLOSSARY,
    Policy.READ_MINUTES: Right.READ_MINUTES,
    Policy.WRITE_MINUTES: Right.WRITE_MINUTES,
    Policy.TRANSLATE_MINUTES: Right.TRANSLATE_MINUTES,
    Policy.KEEP_OFFICE: Right.KEEP_OFFICE,
}

ROLES: Mapping[Policy, frozenset[Role]] = {policy: GIVEN_BY[right] for policy, right in RIGHTS.items()}
"""One of the roles is enough."""


def lets(policy: Policy, actor: Actor) -> bool:
    """Whether a policy lets somebody through."""
    if policy is Policy.KEEP_SYSTEM:
        return actor.person.is_system and not actor.carrier.is_key
    if policy is Policy.OWN_ACCOUNT:
        return not actor.carrier.is_key
    return policy is Policy.SIGNED_IN or actor.has(RIGHTS[policy])
