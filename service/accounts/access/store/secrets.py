"""Passwords, second factors, one-time links and identities in the database."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, or_, select

from service.accounts.access.kept import Credentials
from service.accounts.access.tables import (
    IdentityRow,
    LinkRow,
    PasswordRow,
    RecoveryCodeRow,
    SecondFactorRow,
)
from service.accounts.access.tokens import digest
from service.accounts.people import HandleTaken, Person
from service.core.message import message
from service.db.base import now


def credentials_of(session: Session, person: Person) -> Credentials:
    """What a person signs in with."""
    password = session.get(PasswordRow, person.person_id)
    factor = session.get(SecondFactorRow, person.person_id)
    is_on = factor is not None and factor.confirmed_at is not None
    return Credentials(
        person, password.kept if password else None, factor.sealed if factor and is_on else None
    )


def set_password(session: Session, person_id: int, kept: str) -> None:
    """Keep the hash of a person's new password."""
    session.merge(PasswordRow(person_id=person_id, kept=kept, changed_at=now()))


# The second factor.


def begin_second_factor(session: Session, person_id: int, sealed: str) -> None:
    """Keep a secret that its owner has still to confirm."""
    drop_second_factor(session, person_id)
    session.add(SecondFactorRow(person_id=person_id, sealed=sealed))


def second_factor(session: Session, person_id: int) -> SecondFactorRow | None:
    """The second factor of a person, held until the unit ends: a code counts once."""
    wanted = select(SecondFactorRow).where(SecondFactorRow.person_id == person_id)
    return session.exec(wanted.with_for_update().execution_options(populate_existing=True)).first()


def peek_second_factor(session: Session, person_id: int) -> SecondFactorRow | None:
    """The second factor of a person, not held."""
    return session.get(SecondFactorRow, person_id)


def confirm_second_factor(session: Session, row: SecondFactorRow, step: int, recovery: list[str]) -> None:
    """From now on it is asked for; keep digests of new recovery codes."""
    row.confirmed_at, row.used_step = now(), step
    session.add(row)
    session.add_all(RecoveryCodeRow(digest=digest(code), person_id=row.person_id) for code in recovery)


def spend_step(session: Session, row: SecondFactorRow, step: int) -> None:
    """The code of a step in time is used."""
    row.used_step = step
    session.add(row)


def spend_recovery_code(session: Session, person_id: int, code: str) -> bool:
    """Use a recovery code; whether it was one."""
    spent = session.execute(
        delete(RecoveryCodeRow).where(
            col(RecoveryCodeRow.digest) == digest(code), col(RecoveryCodeRow.person_id) == person_id
        )
    )
    return bool(getattr(spent, "rowcount", 0))


def count_recovery_codes(session: Session, person_id: int) -> int:
    """How many recovery codes a person has left."""
    return len(session.exec(select(RecoveryCodeRow).where(RecoveryCodeRow.person_id == person_id)).all())


def drop_second_factor(session: Session, person_id: int) -> None:
    """Ask a person for no code any more."""
    session.execute(delete(RecoveryCodeRow).where(col(RecoveryCodeRow.person_id) == person_id))
    session.execute(delete(SecondFactorRow).where(col(SecondFactorRow.person_id) == person_id))


# One-time links.


def add_link(session: Session, token: str, person_id: int | None, ends_at: datetime) -> None:
    """Keep a one-time link; a person's earlier ones are spent, and so is every one that has run out."""
    is_old = or_(col(LinkRow.ends_at) < now(), col(LinkRow.person_id) == person_id)
    session.execute(delete(LinkRow).where(is_old if person_id is not None else col(LinkRow.ends_at) < now()))
    session.add(LinkRow(digest=digest(token), person_id=person_id, ends_at=ends_at))


def is_link(session: Session, token: str) -> bool:
    """Whether a one-time link can still be used."""
    wanted = select(LinkRow).where(LinkRow.digest == digest(token), col(LinkRow.ends_at) > now())
    return session.exec(wanted).first() is not None


def spend_link(session: Session, token: str, *, is_first: bool) -> tuple[bool, int | None]:
    """Use a one-time link: of two that come at once, one has it.

    Args:
        session: A unit that writes.
        token: As it was shown.
        is_first: The link of the first administrator is meant, else a person's.

    Returns:
        Whether it was one that counts, and whose it was.
    """
    whose = col(LinkRow.person_id).is_(None) if is_first else col(LinkRow.person_id).is_not(None)
    spent = session.execute(
        delete(LinkRow)
        .where(col(LinkRow.digest) == digest(token), col(LinkRow.ends_at) > now(), whose)
        .returning(col(LinkRow.person_id))
    ).first()
    return (False, None) if spent is None else (True, spent[0])


def drop_links(session: Session, person_id: int | None) -> None:
    """No link of a person counts any more; of None, none of a first administrator."""
    session.execute(delete(LinkRow).where(col(LinkRow.person_id) == person_id))


# Identities of an OpenID provider.


def link_identity(session: Session, person_id: int, issuer: str, email: str | None) -> None:
    """Say under which verified address a provider knows a person; None for not any more.

    Raises:
        HandleTaken: Somebody else is linked with the address.
    """
    session.execute(delete(IdentityRow).where(col(IdentityRow.person_id) == person_id))
    if email is None:
        return
    try:
        with session.begin_nested():
            session.add(IdentityRow(person_id=person_id, issuer=issuer, email=email))
    except IntegrityError:
        raise HandleTaken(message("{place}: somebody is called that already", place="email")) from None


def identity_email(session: Session, person_id: int) -> str | None:
    """The address under which a provider knows a person."""
    found = session.get(IdentityRow, person_id)
    return found.email if found else None


def find_identity(session: Session, issuer: str, subject: str, email: str | None) -> int | None:
    """Number of the person whom a provider has sent.

    The provider's own name of them counts once it is known; a verified address only until then: addresses are
    given to others when somebody leaves.
    """
    known = select(IdentityRow).where(IdentityRow.issuer == issuer, IdentityRow.subject == subject)
    row = session.exec(known).first()
    if row is None and email is not None:
        expected = select(IdentityRow).where(
            IdentityRow.issuer == issuer, IdentityRow.email == email, col(IdentityRow.subject).is_(None)
        )
        row = session.exec(expected.with_for_update()).first()
        if row is not None:
            row.subject = subject
            session.add(row)
    return row.person_id if row else None
