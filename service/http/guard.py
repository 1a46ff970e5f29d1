"""Who asks: every route declares one policy and gets a unit of work of somebody whom it lets through."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Annotated

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.params import Security
from fastapi.security import HTTPBearer
from sqlmodel import Session

from service.actions.access import Access, enter, note_denial, note_use
from service.actions.work import NotAllowed, Work, open_work
from service.core.message import BienbanError, message
from service.db.errors import DatabaseBusy
from service.db.unit_of_work import unit_of_work
from service.http.cookies import session_of
from service.http.errors import NobodySaid
from service.http.kinds import FORBIDDEN, kind_of
from service.http.once import begin
from service.http.policies import Policy, lets

PERSON_HEADER = "X-Bienban-Person"
_BEARER = re.compile(r"[Bb]earer +([A-Za-z0-9_-]{1,200})")
# Says in the description that routes take a bearer token; what it carries is looked at here, not by it.
_SCHEME = HTTPBearer(auto_error=False, description="Token of a session (POST /api/v1/session), or a key.")


class Admission(ABC):
    """A policy and how somebody is let through by it."""

    def __init__(self, policy: Policy, *, writing: bool = False) -> None:
        """Hold what a route declares.

        Args:
            policy: What it lets through.
            writing: Whether its unit changes anything.
        """
        self.policy = policy
        self.writing = writing

    @abstractmethod
    def enter(self, request: Request, session: Session) -> Work:
        """Who asks.

        Raises:
            NobodySaid: The request says not who asks.
            NotSignedIn: It shows what is no session or key that counts.
            PersonUnknown: It names nobody, or somebody who has to sign in.
        """

    def look(self, request: Request) -> None:
        """Refuse who is not let through before the body of the request is read."""
        with self._admitted(request, writing=False):
            pass

    @contextmanager
    def _admitted(self, request: Request, *, writing: bool) -> Iterator[Work]:
        """The unit of work of the person who asks.

        Raises:
            NotAllowed: No role of the person, or no scope of the key, is what the policy asks for.
        """
        engine, actor = request.app.state.engine, None
        try:
            with unit_of_work(engine, writing=writing) as session:
                work = self.enter(request, session)
                actor = work.actor
                if not lets(self.policy, actor):
                    raise NotAllowed(message("your roles do not let you do this"))
                yield work
        except BienbanError as refused:
            if actor is not None and kind_of(refused).status == FORBIDDEN.status:
                note_denial(engine, actor, _wanted(request), type(refused).__name__)
            raise
        finally:
            if actor is not None:
                # What was done is done; that the session is alive can be kept a minute later.
                with suppress(DatabaseBusy):
                    note_use(engine, actor.carrier)


class Guard(Admission):
    """A route's policy; called for a request, it gives the unit of work of the person who asks.

    The unit ends, and commits, before the answer goes out: `Depends(guard, scope="function")`.
    """

    def __call__(self, request: Request, _: Annotated[object, Security(_SCHEME)] = None) -> Iterator[Work]:
        """Open the unit of work of the person who asks."""
        with self._admitted(request, writing=self.writing) as work:
            begin(request, work)
            yield work

    def enter(self, request: Request, session: Session) -> Work:
        """Who asks: by the bearer token; by name only where the service was started for that."""
        header = request.headers.get("authorization")
        local = request.app.state.person
        if header is None and local is not None:
            return open_work(
                session, request.headers.get(PERSON_HEADER) or local, came_from(request), local=True
            )
        found = _BEARER.fullmatch(header or "")
        if found is None:
            raise NobodySaid(message("send the token of a session, or a key, as Authorization: Bearer"))
        return enter(session, access_of(request), found[1], came_from(request))


class PageGuard(Admission):
    """A page's policy: who asks is in the cookie, which routes of the API never look at."""

    def __call__(self, request: Request) -> Iterator[Work]:
        """Open the unit of work of the person who asks."""
        with self._admitted(request, writing=self.writing) as work:
            yield work

    def enter(self, request: Request, session: Session) -> Work:
        """Who asks: by the cookie."""
        token, local = session_of(request), request.app.state.person
        if token is None and local is not None:
            return open_work(session, local, came_from(request), local=True)
        if token is None:
            raise NobodySaid(message("sign in first"))
        return enter(session, access_of(request), token, came_from(request))


class OpenDoor:
    """Declares that a route is open to anybody."""

    policy = Policy.OPEN

    def __call__(self) -> None:
        """Let everybody through."""


def guard_of(dependant: Dependant) -> Admission | None:
    """The guard that a route declares; None where it is open."""
    for one in dependant.dependencies:
        declared: object = one.call
        if isinstance(declared, Admission):
            return declared
        inner = guard_of(one)
        if inner is not None:
            return inner
    return None


def access_of(request: Request) -> Access:
    """What the installation has for signing in."""
    access: Access = request.app.state.access
    return access


def came_from(request: Request) -> str:
    """The network address that a request came from; behind a trusted proxy, the one that the proxy says."""
    return request.client.host if request.client else ""


def _wanted(request: Request) -> str:
    # Without the names in the address: they may be of what is not the person's to know.
    path = request.url.path
    for name, value in request.path_params.items():
        path = path.replace(f"/{value}", f"/{{{name}}}")
    return f"{request.method} {path}"
