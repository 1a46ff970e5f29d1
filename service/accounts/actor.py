"""Who acts, from where, and what they may see and change."""

from dataclasses import dataclass

from service.accounts.people import Office, Person


@dataclass(frozen=True)
class Actor:
    """A person who asks for something.

    Attributes:
        person: Who it is.
        national: The office that keeps the national collection.
        came_from: Network address, or `console`.
    """

    person: Person
    national: Office
    came_from: str

    @property
    def office(self) -> Office:
        """The person's office."""
        return self.person.office

    @property
    def sight(self) -> tuple[int, int]:
        """Numbers of the offices whose concepts the person sees: the national one's and their own."""
        return self.national.office_id, self.office.office_id
