"""What people do about their own password and second factor."""

from sqlalchemy import Engine

from service.accounts.access import codes
from service.accounts.access.errors import CodeWrong, NotSignedIn, SignInRefused
from service.accounts.access.store import secrets, sessions
from service.accounts.actor import Actor
from service.accounts.store import find_person_numbered
from service.actions.access import Access
from service.actions.signing_in import count_tries, is_code_right
from service.actions.work import Work
from service.core.message import message
from service.db.base import now
from service.db.unit_of_work import unit_of_work


def has_second_factor(work: Work) -> bool:
    """Whether the person is asked for a code."""
    return secrets.credentials_of(work.session, work.actor.person).sealed is not None


def recovery_codes_left(work: Work) -> int:
    """How many recovery codes the person has left."""
    return secrets.count_recovery_codes(work.session, work.actor.person.person_id)


def begin_second_factor(work: Work, access: Access) -> None:
    """Draw a secret; it counts once its owner has confirmed it.

    Raises:
        CodeWrong: There is one that counts; it has to go first.
    """
    if has_second_factor(work):
        raise CodeWrong(message("you have a second factor; remove it before you set up another one"))
    sealed = access.sealer.seal(codes.new_secret())
    secrets.begin_second_factor(work.session, work.actor.person.person_id, sealed)
    work.note("second-factor.begin", work.actor.person.handle, {}, "person")


def unconfirmed_secret(work: Work, access: Access) -> str | None:
    """The secret that waits to be confirmed; what was confirmed is never shown again."""
    row = secrets.peek_second_factor(work.session, work.actor.person.person_id)
    return access.sealer.open(row.sealed) if row is not None and row.confirmed_at is None else None


def confirm_second_factor(work: Work, access: Access, code: str) -> list[str]:
    """Show that the secret has arrived in an app; from now on a code is asked for.

    Returns:
        Recovery codes, to be shown once.

    Raises:
        CodeWrong: The code does not fit, or nothing waits to be confirmed.
    """
    row = secrets.second_factor(work.session, work.actor.person.person_id)
    step = None
    if row is not None and row.confirmed_at is None:
        step = codes.step_of(access.sealer.open(row.sealed), code, now(), row.used_step)
    if row is None or step is None:
        raise CodeWrong(
            message("the code does not fit; look at the clock of your phone and try the next one")
        )
    recovery = codes.new_recovery_codes()
    secrets.confirm_second_factor(work.session, row, step, recovery)
    # Sessions from before the second factor would go around it.
    sessions.end_sessions(work.session, work.actor.person.person_id, but=work.actor.carrier.public_id)
    work.note("second-factor.confirm", work.actor.person.handle, {}, "person")
    return recovery


def remove_second_factor(engine: Engine, access: Access, actor: Actor, code: str) -> None:
    """Be asked for no code any more; whoever found an open desk cannot do it.

    Raises:
        SignInRefused: The code is not right.
        TooManyTries: Too many were not right.
    """
    count_tries(engine, actor.person.handle, actor.came_from)
    with unit_of_work(engine, writing=True) as session:
        if is_code_right(session, access, actor.person, code):
            secrets.drop_second_factor(session, actor.person.person_id)
            Work(session, actor).note("second-factor.remove", actor.person.handle, {}, "person")
            return
    raise SignInRefused


def change_password(engine: Engine, access: Access, actor: Actor, current: str, wanted: str) -> None:
    """Choose another password; every other session of the person ends.

    Raises:
        SignInRefused: The current password is not right.
        PasswordUnfit: The new one is none.
        TooManyTries: Too many were not right.
    """
    count_tries(engine, actor.person.handle, actor.came_from)
    with unit_of_work(engine, writing=False) as session:
        kept = secrets.credentials_of(session, actor.person).password
    if not access.passwords.is_right(current, kept)[0]:
        raise SignInRefused
    hashed = access.passwords.hash(wanted)
    with unit_of_work(engine, writing=True) as session:
        person = find_person_numbered(session, actor.person.person_id, lock=True)
        if person is None or person.is_disabled:
            raise NotSignedIn(message("sign in first"))
        secrets.set_password(session, person.person_id, hashed)
        sessions.end_sessions(session, person.person_id, but=actor.carrier.public_id)
        Work(session, actor).note("password.set", person.handle, {}, "person")
