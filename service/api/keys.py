"""Routes of keys: for programs that act for a person while nobody is at their side."""

from datetime import datetime, timedelta
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field

from service.accounts.access.kept import KeptKey
from service.accounts.rights import Right
from service.actions.own_keys import LONGEST_DAYS, make_key, own_key, own_keys, revoke_key
from service.actions.work import Work
from service.api.contents import Content, Line
from service.db.base import now
from service.http.bodies import StrictRoute
from service.http.guard import Guard
from service.http.policies import Policy

router = APIRouter(prefix="/keys", tags=["keys"], route_class=StrictRoute)

Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.OWN_ACCOUNT), scope="function")]
Writing: TypeAlias = Annotated[Work, Depends(Guard(Policy.OWN_ACCOUNT, writing=True), scope="function")]
Prefix = Annotated[str, Field(max_length=40, examples=["bbk_7hq2m4xk9p"])]


class KeyAnswer(BaseModel):
    """A key, without what opens with it."""

    prefix: str = Field(description="Its name, and how it begins.")
    name: str
    scopes: list[Right]
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = Field(description="To the minute.")

    @classmethod
    def of(cls, kept: KeptKey) -> "KeyAnswer":
        """A kept key as an answer."""
        return cls(
            prefix=kept.prefix,
            name=kept.name,
            scopes=sorted(kept.scopes),
            made_at=kept.made_at,
            ends_at=kept.ends_at,
            used_at=kept.used_at,
        )


class NewKeyAnswer(KeyAnswer):
    """A new key."""

    key: str = Field(description="All of it, this once: it cannot be shown again.")


class KeyRequest(Content):
    """What a key is to be for."""

    name: Annotated[Line, Field(max_length=100)] = Field(examples=["báo cáo hằng đêm"])
    scopes: list[Right] = Field(
        min_length=1, max_length=len(Right), examples=[["glossary:read", "minutes:read"]]
    )
    days: int = Field(90, ge=1, le=LONGEST_DAYS, description="How long it counts.")


@router.get("", operation_id="listKeys", summary="The person's keys")
def list_own(work: Reading) -> list[KeyAnswer]:
    """Those that were not revoked, the newest first."""
    return [KeyAnswer.of(one) for one in own_keys(work)]


@router.post("", operation_id="makeKey", status_code=201, summary="Make a key")
def make(work: Writing, asked: KeyRequest, response: Response) -> NewKeyAnswer:
    """It acts as its person, within its scopes, and never beyond the person's roles."""
    kept, text = make_key(work, asked.name, asked.scopes, now() + timedelta(days=asked.days))
    response.headers["Location"] = f"/api/v1/keys/{kept.prefix}"
    response.headers["Cache-Control"] = "no-store"
    return NewKeyAnswer(**KeyAnswer.of(kept).model_dump(), key=text)


@router.get("/{prefix}", operation_id="readKey", summary="One of the person's keys")
def read(work: Reading, prefix: Prefix) -> KeyAnswer:
    """What it is for, without what opens with it."""
    return KeyAnswer.of(own_key(work, prefix))


@router.delete("/{prefix}", operation_id="revokeKey", status_code=204, summary="Revoke a key")
def revoke(work: Writing, prefix: Prefix) -> None:
    """The next request with it is refused."""
    revoke_key(work, prefix)
