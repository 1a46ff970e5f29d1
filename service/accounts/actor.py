"""Who acts, from where, by what they showed, and what they may see and change."""

from dataclasses import dataclass

from service.accounts.people import Office, Person
from service.accounts.rights import Right, rights_of


@dataclass(frozen=True)
class Carrier:
    """What somebody showed to be let in.

    Attributes:
        public_id: Name of the session or key; empty for the console and for people chosen by name.
        is_key: A key, which does not look after its person's own account.
        scopes: What a key is for; None for no bound but the person's roles.
        is_stale: That it is used has not been kept for a while.
    """

    public_id: str = ""
    is_key: bool = False
    scopes: frozenset[Right] | None = None
    is_stale: bool = False

    @property
    def details(self) -> dict[str, object]:
        """What the audit chain says of a key that was used; of a session it says nothing."""
        return {"key": self.public_id} if self.is_key else {}


@dataclass(frozen=True)
class Actor:
    """A person who asks for something.

    Attributes:
        person: Who it is.
        national: The office that keeps the national collection.
        came_from: Network address, or `console`.
        carrier: What they showed.
    """

    person: Person
    national: Office
    came_from: str
    carrier: Carrier = Carrier()

    @property
    def office(self) -> Office:
        """The person's office."""
        return self.person.office

    @property
    def sight(self) -> tuple[int, int]:
        """Numbers of the offices whose concepts the person sees: the national one's and their own."""
        return self.national.office_id, self.office.office_id

    def has(self, right: Right) -> bool:
        """Whether the person's roles give a right, and the key they came with, if any, is for it."""
        scopes = self.carrier.scopes
        return right in rights_of(self.person.roles) and (scopes is None or right in scopes)
