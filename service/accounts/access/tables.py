"""Rows of signing in; what people show is kept as digests, a secret that must be read again is sealed."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from service.db.base import KeyText, UtcTime


class PasswordRow(SQLModel, table=True):
    """The password of a person.

    Attributes:
        kept: Argon2id hash with its parameters.
    """

    __tablename__ = "passwords"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    kept: str
    changed_at: datetime = Field(sa_type=UtcTime)


class SecondFactorRow(SQLModel, table=True):
    """The second factor of a person.

    Attributes:
        sealed: The secret, sealed with the installation's key.
        confirmed_at: When its owner first gave a right code; until then it is not asked for.
        used_step: The newest step in time whose code was used.
    """

    __tablename__ = "second_factors"

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    sealed: str
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcTime)
    used_step: int = 0


class RecoveryCodeRow(SQLModel, table=True):
    """A recovery code that was not used yet."""

    __tablename__ = "recovery_codes"

    digest: str = Field(sa_type=KeyText, primary_key=True)
    person_id: int = Field(foreign_key="people.id", index=True)


class SessionRow(SQLModel, table=True):
    """A person who is signed in.

    Attributes:
        public_id: Its name in lists.
        digest: SHA-256 of its token.
        is_half: The password was right, and the code has still to come.
        ends_at: When it ends whatever happens.
        agent: What the program of the person calls itself.
    """

    __tablename__ = "sessions"

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(sa_type=KeyText, unique=True)
    digest: str = Field(sa_type=KeyText, unique=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    is_half: bool = False
    began_at: datetime = Field(sa_type=UtcTime)
    seen_at: datetime = Field(sa_type=UtcTime)
    ends_at: datetime = Field(sa_type=UtcTime, index=True)
    came_from: str
    agent: str


class KeyRow(SQLModel, table=True):
    """A key of a person, for programs.

    Attributes:
        prefix: Its name.
        digest: SHA-256 of all of it.
        scopes: Rights, a space between.
    """

    __tablename__ = "api_keys"

    id: int | None = Field(default=None, primary_key=True)
    prefix: str = Field(sa_type=KeyText, unique=True)
    digest: str = Field(sa_type=KeyText)
    person_id: int = Field(foreign_key="people.id", index=True)
    name: str
    scopes: str
    made_at: datetime = Field(sa_type=UtcTime)
    ends_at: datetime = Field(sa_type=UtcTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcTime)


class LinkRow(SQLModel, table=True):
    """A link that lets somebody in once: to choose a password, or to become the first administrator.

    Attributes:
        digest: SHA-256 of its token.
        person_id: Whose it is; None for the first administrator's.
    """

    __tablename__ = "one_time_links"

    digest: str = Field(sa_type=KeyText, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    ends_at: datetime = Field(sa_type=UtcTime)


class IdentityRow(SQLModel, table=True):
    """What an OpenID provider calls a person.

    Attributes:
        issuer: Address of the provider.
        email: The verified address under which an administrator expects them.
        subject: The provider's own name of them, kept with their first sign-in.
    """

    __tablename__ = "identities"
    __table_args__ = (
        UniqueConstraint("issuer", "email", name="uq_identities_issuer_email"),
        UniqueConstraint("issuer", "subject", name="uq_identities_issuer_subject"),
    )

    person_id: int = Field(foreign_key="people.id", primary_key=True)
    issuer: str = Field(sa_type=KeyText)
    email: str | None = Field(default=None, sa_type=KeyText)
    subject: str | None = Field(default=None, sa_type=KeyText)


class TryRow(SQLModel, table=True):
    """How often something was tried in a window of time; every process counts here."""

    __tablename__ = "tries"

    name: str = Field(sa_type=KeyText, primary_key=True)
    count: int
    ends_at: datetime = Field(sa_type=UtcTime, index=True)
