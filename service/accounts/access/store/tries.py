"""The counts of tries, in the database, so that every process counts together."""

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from limits import RateLimitItem
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import case, delete, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from service.accounts.access.tables import TryRow
from service.db.base import UtcTime, now


class DatabaseTries(Storage):
    """What the library `limits` counts in: one unit of ours."""

    STORAGE_SCHEME = None

    def __init__(self, session: Session) -> None:
        """Count in a unit that writes."""
        super().__init__()
        self._session = session

    @property
    def base_exceptions(self) -> type[Exception]:
        """None of its own."""
        return Exception

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count one more; a window that has ended begins anew."""
        at = now()
        ends_at = at + timedelta(seconds=expiry)
        is_over = col(TryRow.ends_at) <= at
        statement = (
            self._insert()
            .values(name=key, count=amount, ends_at=ends_at)
            .on_conflict_do_update(
                index_elements=[col(TryRow.name)],
                set_={
                    "count": case((is_over, amount), else_=col(TryRow.count) + amount),
                    "ends_at": case((is_over, literal(ends_at, UtcTime())), else_=col(TryRow.ends_at)),
                },
            )
            .returning(col(TryRow.count))
        )
        return int(self._session.execute(statement).scalar_one())

    def get(self, key: str) -> int:
        """How often, in the window that is open."""
        found = self._find(key)
        return found.count if found else 0

    def get_expiry(self, key: str) -> float:
        """When the window ends, in seconds since 1970."""
        found = self._find(key)
        return (found.ends_at if found else now()).timestamp()

    def check(self) -> bool:
        """It answers as long as the unit does."""
        return True

    def reset(self) -> int | None:
        """Forget everything."""
        self._session.execute(delete(TryRow))
        return None

    def clear(self, key: str) -> None:
        """Forget one count."""
        self._session.execute(delete(TryRow).where(col(TryRow.name) == key))

    def _insert(self) -> sqlite.Insert | postgresql.Insert:
        is_sqlite = self._session.get_bind().dialect.name == "sqlite"
        return sqlite.insert(TryRow) if is_sqlite else postgresql.insert(TryRow)

    def _find(self, key: str) -> TryRow | None:
        wanted = select(TryRow).where(TryRow.name == key, col(TryRow.ends_at) > now())
        return self._session.exec(wanted.execution_options(populate_existing=True)).first()


class Full(NamedTuple):
    """A window in which nothing may be tried any more.

    Attributes:
        wait_s: Seconds until it ends.
        is_first: This is the first try that it turns away.
    """

    wait_s: int
    is_first: bool


def count_try(session: Session, items: Sequence[tuple[RateLimitItem, str]]) -> Full | None:
    """Count one try in every window.

    Args:
        session: A unit that writes.
        items: Windows and whose they are, the shortest first, always in one order: each takes a lock.

    Returns:
        The window that is full; None where the try may go on.
    """
    limiter = FixedWindowRateLimiter(DatabaseTries(session))
    _forget_old(session)
    for item, name in items:
        # What a full window turns away does not count in the longer ones.
        if not limiter.hit(item, name):
            left = limiter.get_window_stats(item, name).reset_time - datetime.now(UTC).timestamp()
            is_first = limiter.storage.get(item.key_for(name)) == item.amount + 1
            return Full(max(1, math.ceil(left)), is_first)
    return None


def forget_tries(session: Session, items: Sequence[tuple[RateLimitItem, str]]) -> None:
    """Forget the tries of somebody who has shown who they are."""
    tries = DatabaseTries(session)
    for item, name in items:
        tries.clear(item.key_for(name))


def _forget_old(session: Session) -> None:
    # Who held a lock on an old count may go on: what is left is forgotten by the next one.
    old = select(TryRow.name).where(col(TryRow.ends_at) <= now() - timedelta(hours=1)).limit(100)
    session.execute(delete(TryRow).where(col(TryRow.name).in_(old.with_for_update(skip_locked=True))))
