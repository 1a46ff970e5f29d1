"""Sessions, keys and credentials as plain data."""

from dataclasses import dataclass
from datetime import datetime

from service.accounts.people import Person, Role
from service.accounts.rights import Right


@dataclass(frozen=True)
class KeptSession:
    """A person who is signed in.

    Attributes:
        public_id: Its name in lists.
        person_id: Whose it is.
        is_half: The code has still to come.
        began_at: When they signed in.
        seen_at: When they last asked for something, to the minute.
        ends_at: When it ends whatever happens.
        came_from: Whence they signed in.
        agent: What their program calls itself.
    """

    public_id: str
    person_id: int
    is_half: bool
    began_at: datetime
    seen_at: datetime
    ends_at: datetime
    came_from: str
    agent: str


@dataclass(frozen=True)
class KeptKey:
    """A key of a person.

    Attributes:
        prefix: Its name.
        person_id: Whose it is.
        name: What it is for, in its owner's words.
        scopes: What it is for.
        made_at: When it was made.
        ends_at: When it ends.
        used_at: When it was last used, to the minute.
        revoked_at: When it was revoked.
    """

    prefix: str
    person_id: int
    name: str
    scopes: frozenset[Right]
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True)
class NewPerson:
    """Who is to be added to an office.

    Attributes:
        handle: Name for signing in; nobody else's in any office.
        name: As screens show it.
        roles: What they do in the office.
        is_system: Whether they keep the offices.
    """

    handle: str
    name: str
    roles: frozenset[Role] = frozenset()
    is_system: bool = False


@dataclass(frozen=True)
class Credentials:
    """What a person signs in with.

    Attributes:
        person: Whose they are.
        password: The hash; None where there is none.
        sealed: The secret of the second factor, sealed; None where there is none that was confirmed.
    """

    person: Person
    password: str | None
    sealed: str | None
