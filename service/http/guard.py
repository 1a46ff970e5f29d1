"""Who asks: every route declares one policy and gets a unit of work of somebody whom it lets through."""

from collections.abc import Iterator

from fastapi import Request

from service.accounts.people import Person
from service.actions.work import NotAllowed, Work, open_work
from service.core.message import message
from service.db.unit_of_work import unit_of_work
from service.http.errors import NobodySaid
from service.http.once import begin
from service.http.policies import Policy, lets

PERSON_HEADER = "X-Bienban-Person"


class Guard:
    """A route's policy; called for a request, it gives the unit of work of the person who asks.

    The unit ends, and commits, before the answer goes out: `Depends(guard, scope="function")`.
    """

    def __init__(self, policy: Policy, *, writing: bool = False) -> None:
        """Hold what a route declares.

        Args:
            policy: What it lets through.
            writing: Whether its unit changes anything.
        """
        self.policy = policy
        self.writing = writing

    def __call__(self, request: Request) -> Iterator[Work]:
        """Open the unit of work of the person who asks.

        Raises:
            NobodySaid: The request says not who asks.
            PersonUnknown: It names nobody, or somebody who has to sign in.
            NotAllowed: The person has none of the roles that the policy takes.
        """
        handle = request.headers.get(PERSON_HEADER) or request.app.state.person
        if not handle:
            raise NobodySaid(message("say who you are in the header {header}", header=PERSON_HEADER))
        with unit_of_work(request.app.state.engine, writing=self.writing) as session:
            work = open_work(session, handle, request.client.host if request.client else "", local=True)
            _refuse_others(self.policy, work.actor.person)
            begin(request, work)
            yield work


def _refuse_others(policy: Policy, person: Person) -> None:
    if not lets(policy, person):
        raise NotAllowed(message("your roles do not let you do this"))


class OpenDoor:
    """Declares that a route is open to anybody."""

    policy = Policy.OPEN

    def __call__(self) -> None:
        """Let everybody through."""
