"""Putting minutes into the trash, taking them out, and withdrawing what both sides agreed on."""

from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlmodel import Session

from service.accounts.audit import Event
from service.accounts.store import record
from service.actions.minutes.access import (
    check_keeper,
    check_not_withdrawn,
    is_name,
    note,
    open_minutes,
    open_to_move,
)
from service.actions.work import Work
from service.core.message import message
from service.db.base import now
from service.db.unit_of_work import unit_of_work
from service.glossary.life import ReasonMissing
from service.minutes.kept import Head
from service.minutes.refusals import MinutesKept, MinutesLocked, MinutesUnknown
from service.minutes.store import heads as store
from service.minutes.store.purging import delete_minutes

KEPT_FOR = timedelta(days=30)


def trash(work: Work, minutes_id: str, seen: int) -> None:
    """Put minutes into the office's trash, where they stay for 30 days; what lay there longer goes.

    Raises:
        MinutesUnknown: There are none in sight.
        NotAllowed: Another office owns them, or it is none of the person's roles.
        MinutesChanged: Their head has changed since it was seen.
        MinutesKept: Both sides agreed on them once.
    """
    head = open_to_move(work, minutes_id, seen)
    check_keeper(work, head)
    if head.was_agreed:
        raise MinutesKept(message("both sides agreed on these minutes; withdraw them instead"))
    store.change_head(work.session, head.key, trashed_by=work.actor.person.person_id, trashed_at=now())
    note(work, head, "trash", {})
    _empty(work.session, now())


def list_trash(work: Work) -> list[tuple[Head, str, datetime]]:
    """What lies in the office's trash, with who put it there and when."""
    return store.list_trash(work.session, work.actor.office.office_id, now() - KEPT_FOR)


def take_out(work: Work, minutes_id: str) -> Head:
    """Take minutes out of the office's trash.

    Raises:
        MinutesUnknown: They do not lie there, or not any more.
    """
    if not is_name(minutes_id):
        raise MinutesUnknown
    office_id = work.actor.office.office_id
    head = store.find_trashed(work.session, minutes_id, office_id, now() - KEPT_FOR)
    if head is None:
        raise MinutesUnknown
    check_keeper(work, head)
    store.change_head(work.session, head.key, trashed_by=None, trashed_at=None)
    note(work, head, "take-out", {})
    return open_minutes(work, minutes_id)


def withdraw(work: Work, minutes_id: str, reason: str, seen: int) -> Head:
    """Withdraw minutes on which both sides agreed; they stay, marked, and change no more.

    Raises:
        MinutesUnknown: There are none in sight.
        NotAllowed: Another office owns them, or it is none of the person's roles.
        MinutesChanged: Their head has changed since it was seen.
        MinutesLocked: They were withdrawn already, or nobody agreed on them yet.
        ReasonMissing: Nobody says why.
    """
    head = open_to_move(work, minutes_id, seen)
    check_keeper(work, head)
    check_not_withdrawn(head)
    if not head.was_agreed:
        raise MinutesLocked(message("nobody agreed on these minutes yet; delete them instead"))
    if not reason.strip():
        raise ReasonMissing(message("say why they are withdrawn"))
    store.change_head(
        work.session,
        head.key,
        withdrawn_by=work.actor.person.person_id,
        withdrawn_at=now(),
        withdrawn_because=reason.strip(),
    )
    note(work, head, "withdraw", {"reason": reason.strip()})
    return open_minutes(work, minutes_id)


def purge(engine: Engine, moment: datetime | None = None) -> int:
    """Delete for good what has been in a trash for longer than 30 days; how many.

    Args:
        engine: The database.
        moment: The present one.
    """
    with unit_of_work(engine, writing=True) as session:
        return _empty(session, moment or now())


def _empty(session: Session, moment: datetime) -> int:
    gone = store.trashed_before(session, moment - KEPT_FOR)
    for key, minutes_id, office_id in gone:
        delete_minutes(session, key)
        record(session, Event(office_id, "system", "minutes.purge", "minutes", minutes_id, {}, "console"))
    return len(gone)
