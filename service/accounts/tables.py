"""Rows of offices, people and audit chains; they hold, the store asks, nothing here decides."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from service.db.base import KeyText, UtcTime


class OfficeRow(SQLModel, table=True):
    """An office; one, `national`, has no people and keeps what is everybody's.

    Attributes:
        code: Stable name for addresses: lower-case letters, digits, hyphens.
        keeps_national: Whether its people may change the national collection.
    """

    __tablename__ = "offices"

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(sa_type=KeyText, unique=True)
    name_vi: str
    name_zh: str
    keeps_national: bool = False


class PersonRow(SQLModel, table=True):
    """A person of an office.

    Attributes:
        handle: Stable name for signing in and for addresses.
        is_local: Seeded; can be chosen by name while the service listens to its own machine only.
        is_system: System administrator.
        is_disabled: May not act any more.
        row_version: Counts every change.
    """

    __tablename__ = "people"

    id: int | None = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="offices.id", index=True)
    handle: str = Field(sa_type=KeyText, unique=True)
    name: str
    is_local: bool = False
    is_system: bool = False
    is_disabled: bool = False
    row_version: int = 1


class PersonRoleRow(SQLModel, table=True):
    """A role that a person has in their office."""

    __tablename__ = "person_roles"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    role: str = Field(sa_type=KeyText, primary_key=True)


class AuditRow(SQLModel, table=True):
    """One event of an office's chain; never changed, never deleted."""

    __tablename__ = "audit_events"
    __table_args__ = (Index("ix_audit_events_actor", "office_id", "actor", "action", "came_from"),)

    office_id: int = Field(foreign_key="offices.id", primary_key=True)
    sequence: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcTime)
    actor: str
    action: str = Field(sa_type=KeyText)
    object_kind: str = Field(sa_type=KeyText)
    object_id: str = Field(sa_type=KeyText)
    details: str
    came_from: str
    previous: str = Field(sa_type=KeyText)
    digest: str = Field(sa_type=KeyText)


class AuditHeadRow(SQLModel, table=True):
    """The end of an office's chain; its row is the chain's lock."""

    __tablename__ = "audit_heads"

    office_id: int = Field(foreign_key="offices.id", primary_key=True)
    sequence: int
    digest: str = Field(sa_type=KeyText)
