"""Routes of signing in: a session for programs that act for a person at their side."""

from datetime import datetime
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from service.accounts.people import Person, Role
from service.accounts.rights import Right
from service.actions.own_keys import end_session, own_sessions, sign_out_everywhere
from service.actions.signing_in import Attempt, sign_in, sign_out
from service.actions.work import Work
from service.api.contents import Content
from service.http.bodies import StrictRoute
from service.http.guard import Guard, OpenDoor, access_of, came_from
from service.http.policies import Policy

router = APIRouter(tags=["session"], route_class=StrictRoute)

Open: TypeAlias = Annotated[None, Depends(OpenDoor())]
SignedIn: TypeAlias = Annotated[Work, Depends(Guard(Policy.SIGNED_IN), scope="function")]
Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.OWN_ACCOUNT), scope="function")]
Writing: TypeAlias = Annotated[Work, Depends(Guard(Policy.OWN_ACCOUNT, writing=True), scope="function")]
Typed = Annotated[str, Field(max_length=200)]


class SignInRequest(Content):
    """Name, password, and the code of the second factor where the person has one."""

    handle: Typed = Field(examples=["nguyen.ha"])
    password: Typed = Field(examples=["mười hai chữ trở lên"])
    code: Annotated[str, Field(max_length=40)] = Field(
        "", description="Of the authenticator's app, or a recovery code.", examples=["123456"]
    )


class OfficeName(BaseModel):
    """An office as others name it."""

    code: str
    name_vi: str
    name_zh: str


class WhoAnswer(BaseModel):
    """Who asks, and what they may do."""

    handle: str
    name: str
    office: OfficeName
    roles: list[Role]
    is_system: bool
    scopes: list[Right] | None = Field(description="Of the key that was shown; null for a session.")

    @classmethod
    def of(cls, person: Person, scopes: frozenset[Right] | None = None) -> "WhoAnswer":
        """A person as an answer."""
        office = person.office
        return cls(
            handle=person.handle,
            name=person.name,
            office=OfficeName(code=office.code, name_vi=office.name_vi, name_zh=office.name_zh),
            roles=sorted(person.roles),
            is_system=person.is_system,
            scopes=None if scopes is None else sorted(scopes),
        )


class SessionAnswer(BaseModel):
    """A new session."""

    token: str = Field(description="Send it as Authorization: Bearer. It is shown this once.")
    ends_at: datetime = Field(
        description="Whatever happens; it ends earlier where nothing is asked for long."
    )
    person: WhoAnswer


@router.post("/session", operation_id="signIn", status_code=201, summary="Sign in")
def begin(_: Open, asked: SignInRequest, request: Request, response: Response) -> SessionAnswer:
    """A token for `Authorization: Bearer`; 401 with `code-wanted` where the second factor is missing."""
    agent = request.headers.get("user-agent", "")
    attempt = Attempt(asked.handle, asked.password, asked.code, came_from(request), agent)
    done = sign_in(request.app.state.engine, access_of(request), attempt)
    response.headers["Cache-Control"] = "no-store"
    return SessionAnswer(token=done.token, ends_at=done.session.ends_at, person=WhoAnswer.of(done.person))


@router.get("/session", operation_id="readSession", summary="Who asks")
def who(work: SignedIn) -> WhoAnswer:
    """Name, office, roles; of a key its scopes."""
    return WhoAnswer.of(work.actor.person, work.actor.carrier.scopes)


@router.delete("/session", operation_id="signOut", status_code=204, summary="Sign out")
def end(work: Writing) -> None:
    """The token does not count any more."""
    sign_out(work)


class OpenSessionAnswer(BaseModel):
    """Where the person is signed in."""

    id: str
    is_this: bool = Field(description="The one with which this was asked.")
    began_at: datetime
    seen_at: datetime = Field(description="To the minute.")
    ends_at: datetime
    came_from: str
    agent: str


@router.get("/sessions", operation_id="listSessions", summary="Where the person is signed in")
def list_open(work: Reading, request: Request) -> list[OpenSessionAnswer]:
    """The person's own sessions, the newest first."""
    this = work.actor.carrier.public_id
    return [
        OpenSessionAnswer(
            id=one.public_id,
            is_this=one.public_id == this,
            began_at=one.began_at,
            seen_at=one.seen_at,
            ends_at=one.ends_at,
            came_from=one.came_from,
            agent=one.agent,
        )
        for one in own_sessions(work, access_of(request))
    ]


@router.delete("/sessions", operation_id="signOutEverywhere", status_code=204, summary="Sign out everywhere")
def end_all(work: Writing) -> None:
    """Every session of the person ends, this one too."""
    sign_out_everywhere(work)


@router.delete("/sessions/{session_id}", operation_id="endSession", status_code=204, summary="End a session")
def end_one(work: Writing, session_id: Annotated[str, Field(max_length=40)]) -> None:
    """One of the person's own."""
    end_session(work, session_id)
