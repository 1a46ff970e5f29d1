"""Sessions in the database; of their tokens only digests."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from service.accounts.access.kept import KeptSession
from service.accounts.access.tables import SessionRow
from service.accounts.access.tokens import digest
from service.db.base import now

_MOST = 200


def add_session(session: Session, token: str, kept: KeptSession) -> None:
    """Keep a new session; those that have ended go."""
    session.execute(delete(SessionRow).where(col(SessionRow.ends_at) < now()))
    session.add(SessionRow(digest=digest(token), **vars(kept)))


def find_session(session: Session, token: str, *, idle_since: datetime) -> KeptSession | None:
    """The session of a token, if it has not ended.

    Args:
        session: The unit.
        token: As it was shown.
        idle_since: Whoever was not seen since has gone.
    """
    wanted = select(SessionRow).where(
        SessionRow.digest == digest(token),
        col(SessionRow.ends_at) > now(),
        col(SessionRow.seen_at) > idle_since,
    )
    row = session.exec(wanted).first()
    return _kept(row) if row else None


def sessions_of(session: Session, person_id: int, *, idle_since: datetime) -> list[KeptSession]:
    """Where a person is signed in, the newest first."""
    wanted = select(SessionRow).where(
        SessionRow.person_id == person_id,
        col(SessionRow.is_half).is_(False),
        col(SessionRow.ends_at) > now(),
        col(SessionRow.seen_at) > idle_since,
    )
    return [_kept(row) for row in session.exec(wanted.order_by(col(SessionRow.id).desc()).limit(_MOST))]


def see(session: Session, public_id: str) -> None:
    """The person of a session asks for something just now."""
    session.execute(update(SessionRow).where(col(SessionRow.public_id) == public_id).values(seen_at=now()))


def end_session(session: Session, person_id: int, public_id: str) -> bool:
    """End one session of a person; whether there was one."""
    ended = session.execute(
        delete(SessionRow).where(
            col(SessionRow.public_id) == public_id, col(SessionRow.person_id) == person_id
        )
    )
    return bool(getattr(ended, "rowcount", 0))


def end_sessions(session: Session, person_id: int, *, but: str = "") -> None:
    """End every session of a person, but for one where it is named."""
    session.execute(
        delete(SessionRow).where(col(SessionRow.person_id) == person_id, col(SessionRow.public_id) != but)
    )


def _kept(row: SessionRow) -> KeptSession:
    return KeptSession(**{name: getattr(row, name) for name in KeptSession.__dataclass_fields__})
