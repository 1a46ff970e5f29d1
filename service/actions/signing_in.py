"""Signing in and out: the same words, status and cost for whoever is not let in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from limits import RateLimitItem
from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.access import codes
from service.accounts.access.errors import CodeWanted, SignInRefused, TooManyTries
from service.accounts.access.kept import Credentials, KeptSession
from service.accounts.access.store import secrets, sessions
from service.accounts.access.store.tries import count_try, forget_tries
from service.accounts.access.tokens import SESSION, new_name, new_token
from service.accounts.access.tries import OF_ACCOUNT, OF_ADDRESS, account_name, network_of
from service.accounts.audit import SIGNED_IN, Event
from service.accounts.people import Person, PersonUnknown
from service.accounts.store import (
    find_person_numbered,
    get_person,
    has_signed_in_from,
    national_office,
    record,
)
from service.actions.access import Access
from service.actions.work import Work
from service.core.message import BienbanError
from service.db.base import now
from service.db.unit_of_work import unit_of_work

_HALF_LIFE = timedelta(minutes=5)
_LONGEST_AGENT = 200
_REMEMBERED = timedelta(days=60)
_Tries = Sequence[tuple[RateLimitItem, str]]


@dataclass(frozen=True)
class Attempt:
    """Somebody wants to sign in.

    Attributes:
        handle: As it was typed.
        password: As it was typed.
        code: Of the second factor, or a recovery code; empty where none was typed.
        came_from: Network address.
        agent: What the program calls itself.
    """

    handle: str
    password: str
    code: str = ""
    came_from: str = ""
    agent: str = ""


@dataclass(frozen=True)
class SignedIn:
    """Somebody who was let in.

    Attributes:
        token: Of the session; shown once.
        session: The session; a half one still waits for the code.
        person: Who it is.
    """

    token: str
    session: KeptSession
    person: Person


def sign_in(engine: Engine, access: Access, attempt: Attempt, *, may_halve: bool = False) -> SignedIn:
    """Sign in with a password and, where the person has one, a second factor.

    Args:
        engine: The database; nothing is held while the password is looked at.
        access: Of the installation.
        attempt: What was typed.
        may_halve: A right password without a code gives half a session, for `finish` to make whole.

    Raises:
        SignInRefused: Something of it is not right, or the person was disabled.
        CodeWanted: The code is missing.
        TooManyTries: The account or the address has tried too often.
        TooBusy: Too many others are signing in.
    """
    tries = count_tries(engine, attempt.handle, attempt.came_from)
    with unit_of_work(engine, writing=False) as session:
        known = _find(session, attempt.handle)
    is_right, renewed = access.passwords.is_right(attempt.password, known.password if known else None)
    with unit_of_work(engine, writing=True) as session:
        person = _still(session, known) if known and is_right else None
        if person is None:
            _note_refusal(session, known.person if known else None, attempt.came_from, "password")
            refusal: BienbanError = SignInRefused()
        else:
            if renewed:
                secrets.set_password(session, person.person_id, renewed)
            outcome = _Door(session, access, attempt).let_in(person, tries, may_halve=may_halve)
            if isinstance(outcome, SignedIn):
                return outcome
            refusal = outcome
    # What was refused is kept: the unit above has ended well.
    raise refusal


def finish(engine: Engine, access: Access, half: str, attempt: Attempt) -> SignedIn:
    """Make half a session whole with a code; the session gets another token.

    Raises:
        SignInRefused: There is no such half session any more, or the code is not right.
        TooManyTries: The account or the address has tried too often.
    """
    with unit_of_work(engine, writing=False) as session:
        kept = sessions.find_session(session, half, idle_since=now() - _HALF_LIFE)
        person = find_person_numbered(session, kept.person_id) if kept and kept.is_half else None
    if kept is None or person is None or not attempt.code:
        raise SignInRefused
    tries = count_tries(engine, person.handle, attempt.came_from)
    with unit_of_work(engine, writing=True) as session:
        still = find_person_numbered(session, person.person_id, lock=True)
        if still is not None and not still.is_disabled:
            outcome = _Door(session, access, attempt).let_in(still, tries)
            if isinstance(outcome, SignedIn):
                sessions.end_session(session, person.person_id, kept.public_id)
                return outcome
    raise SignInRefused


def sign_in_identity(
    engine: Engine, access: Access, subject: str, email: str | None, attempt: Attempt
) -> SignedIn:
    """Sign in whom the OpenID provider has sent; nobody is made by that.

    Args:
        engine: The database.
        access: Of the installation.
        subject: The provider's own name of them.
        email: An address that the provider has verified.
        attempt: Whence; the rest is empty.

    Returns:
        A session; half of one where the person has a second factor here.

    Raises:
        SignInRefused: No administrator has linked them, or they were disabled.
    """
    with unit_of_work(engine, writing=True) as session:
        number = secrets.find_identity(session, access.issuer, subject, email)
        person = find_person_numbered(session, number, lock=True) if number else None
        if person is not None and not person.is_disabled and not person.is_local:
            outcome = _Door(session, access, attempt).let_in(person, (), may_halve=True)
            if isinstance(outcome, SignedIn):
                return outcome
        _note_refusal(session, person, attempt.came_from, "identity")
    raise SignInRefused


def sign_out(work: Work) -> None:
    """End the session with which the person asks; a key or a console has none."""
    if sessions.end_session(work.session, work.actor.person.person_id, work.actor.carrier.public_id):
        work.note("session.end", work.actor.carrier.public_id, {}, "session")


def count_tries(engine: Engine, handle: str, came_from: str) -> _Tries:
    """Count one more try of a name and of an address.

    Returns:
        What to forget when the try was right.

    Raises:
        TooManyTries: One of them has tried too often.
    """
    with unit_of_work(engine, writing=True) as session:
        known = _find(session, handle)
        is_known = known is not None and has_signed_in_from(
            session, known.person, came_from, now() - _REMEMBERED
        )
        account = account_name(handle, came_from, is_known=is_known)
        tries = [(item, account) for item in OF_ACCOUNT]
        address = [(item, network_of(came_from)) for item in OF_ADDRESS]
        full = count_try(session, address) or count_try(session, tries)
        if full is None:
            return tries
        # Once a window: a flood does not become a flood of events.
        if full.is_first:
            _note_refusal(session, known.person if known else None, came_from, "too many tries")
    raise TooManyTries(full.wait_s)


def _find(session: Session, handle: str) -> Credentials | None:
    try:
        return secrets.credentials_of(session, get_person(session, handle))
    except PersonUnknown:
        return None


def _still(session: Session, known: Credentials) -> Person | None:
    """The person, held; None where they were disabled or have another password since it was looked at."""
    person = find_person_numbered(session, known.person.person_id, lock=True)
    if person is None or person.is_disabled or person.is_local:
        return None
    return person if secrets.credentials_of(session, person).password == known.password else None


@dataclass(frozen=True)
class _Door:
    """Where somebody whose password or identity is right is let in, or asked for their code."""

    session: Session
    access: Access
    attempt: Attempt

    def let_in(self, person: Person, tries: _Tries, *, may_halve: bool = False) -> SignedIn | BienbanError:
        wants_code = secrets.credentials_of(self.session, person).sealed is not None
        if wants_code and not self.attempt.code:
            return self._begin(person, is_half=True) if may_halve else CodeWanted()
        if wants_code and not is_code_right(self.session, self.access, person, self.attempt.code):
            _note_refusal(self.session, person, self.attempt.came_from, "code")
            return SignInRefused()
        forget_tries(self.session, tries)
        return self._begin(person, is_half=False)

    def _begin(self, person: Person, *, is_half: bool) -> SignedIn:
        at, token = now(), new_token(SESSION)
        kept = KeptSession(
            public_id=new_name(),
            person_id=person.person_id,
            is_half=is_half,
            began_at=at,
            seen_at=at,
            ends_at=at + (_HALF_LIFE if is_half else self.access.longest),
            came_from=self.attempt.came_from,
            agent=self.attempt.agent[:_LONGEST_AGENT],
        )
        sessions.add_session(self.session, token, kept)
        if not is_half:
            _note(self.session, person, SIGNED_IN, kept.public_id, self.attempt.came_from)
        return SignedIn(token, kept, person)


def is_code_right(session: Session, access: Access, person: Person, code: str) -> bool:
    """Whether a code is the person's, of their app or of their recovery codes; it is used by that."""
    row = secrets.second_factor(session, person.person_id)
    if row is None:
        return False
    step = codes.step_of(access.sealer.open(row.sealed), code, now(), row.used_step)
    if step is not None:
        secrets.spend_step(session, row, step)
        return True
    return secrets.spend_recovery_code(session, person.person_id, codes.tidy_recovery_code(code))


def _note(session: Session, person: Person, action: str, public_id: str, came_from: str) -> None:
    event = Event(person.office.office_id, person.handle, action, "session", public_id, {}, came_from)
    record(session, event)


def _note_refusal(session: Session, person: Person | None, came_from: str, what: str) -> None:
    """Keep that somebody was not let in; a name that nobody has is not kept: it may be a password."""
    office = person.office if person else national_office(session)
    handle = person.handle if person else "?"
    record(
        session,
        Event(office.office_id, handle, "session.refuse", "person", handle, {"what": what}, came_from),
    )
