"""Rows of what an installation keeps for itself."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from service.db.base import KeyText, UtcTime


class SecretRow(SQLModel, table=True):
    """A secret for one purpose, so that whoever learns one can do nothing else.

    Attributes:
        name: What it is for.
        value: Random bytes, shared by all processes of the installation.
    """

    __tablename__ = "installation_secrets"

    name: str = Field(sa_type=KeyText, primary_key=True)
    value: bytes


class DoneRow(SQLModel, table=True):
    """A request that asked to be carried out once, and what it made.

    Attributes:
        key: The client's Idempotency-Key; each person has their own.
        digest: SHA-256 over method, address and body.
        status: Of the answer; None while the request's own unit runs, which nobody else sees.
        location: Address of what it made.
    """

    __tablename__ = "done_requests"
    __table_args__ = (UniqueConstraint("person_id", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    key: str = Field(sa_type=KeyText)
    digest: str = Field(sa_type=KeyText)
    status: int | None
    location: str
    at: datetime = Field(sa_type=UtcTime, index=True)
