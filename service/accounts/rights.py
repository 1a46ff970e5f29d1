"""What roles let their people do; keys are given a part of it as their scopes."""

from collections.abc import Mapping
from enum import StrEnum

from service.accounts.people import Role


class Right(StrEnum):
    """Something that may be done in an office; the scopes of a key are rights."""

    READ_GLOSSARY = "glossary:read"
    WRITE_GLOSSARY = "glossary:write"
    APPROVE_GLOSSARY = "glossary:approve"
    READ_MINUTES = "minutes:read"
    WRITE_MINUTES = "minutes:write"
    TRANSLATE_MINUTES = "minutes:translate"
    KEEP_OFFICE = "office:keep"
    """People, their keys and the audit chain of an office."""


_EVERYBODY = frozenset(Role)
_KEEPERS = frozenset((Role.ADMINISTRATOR,))
_DRAFTERS = _KEEPERS | {Role.DRAFTER}

GIVEN_BY: Mapping[Right, frozenset[Role]] = {
    Right.READ_GLOSSARY: _EVERYBODY,
    Right.WRITE_GLOSSARY: _DRAFTERS | {Role.TRANSLATOR, Role.TERMINOLOGIST},
    Right.APPROVE_GLOSSARY: frozenset((Role.TERMINOLOGIST,)),
    Right.READ_MINUTES: _EVERYBODY,
    Right.WRITE_MINUTES: _DRAFTERS,
    Right.TRANSLATE_MINUTES: _DRAFTERS | {Role.TRANSLATOR},
    Right.KEEP_OFFICE: _KEEPERS,
}
"""One of the roles is enough."""


def rights_of(roles: frozenset[Role]) -> frozenset[Right]:
    """Everything that roles let their person do."""
    return frozenset(right for right, givers in GIVEN_BY.items() if givers & roles)
