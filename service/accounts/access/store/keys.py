"""Keys in the database; of each only a digest, found by its prefix."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from service.accounts.access.kept import KeptKey
from service.accounts.access.tables import KeyRow
from service.accounts.access.tokens import NewKey, digest, fits, prefix_of
from service.accounts.rights import Right
from service.db.base import now


def add_key(session: Session, key: NewKey, kept: KeptKey) -> None:
    """Keep a new key."""
    scopes = " ".join(sorted(kept.scopes))
    session.add(KeyRow(digest=digest(key.text), **{**vars(kept), "scopes": scopes}))


def find_key(session: Session, text: str) -> KeptKey | None:
    """The key that was shown, if it is one that counts now."""
    prefix = prefix_of(text)
    row = session.exec(select(KeyRow).where(KeyRow.prefix == prefix)).first() if prefix else None
    # Compared even where there is none: an unknown prefix takes no other time than a wrong secret.
    is_it = fits(text, row.digest if row else digest(""))
    if row is None or not is_it or row.revoked_at is not None or row.ends_at <= now():
        return None
    return _kept(row)


def keys_of(session: Session, person_id: int) -> list[KeptKey]:
    """The keys of a person that were not revoked, the newest first."""
    wanted = select(KeyRow).where(KeyRow.person_id == person_id, col(KeyRow.revoked_at).is_(None))
    return [_kept(row) for row in session.exec(wanted.order_by(col(KeyRow.id).desc()))]


def use(session: Session, prefix: str) -> None:
    """A key is used just now."""
    session.execute(update(KeyRow).where(col(KeyRow.prefix) == prefix).values(used_at=now()))


def revoke_key(session: Session, person_id: int, prefix: str, at: datetime) -> bool:
    """Revoke a key of a person; whether there was one."""
    done = session.execute(
        update(KeyRow)
        .where(
            col(KeyRow.prefix) == prefix,
            col(KeyRow.person_id) == person_id,
            col(KeyRow.revoked_at).is_(None),
        )
        .values(revoked_at=at)
    )
    return bool(getattr(done, "rowcount", 0))


def _kept(row: KeyRow) -> KeptKey:
    plain = {name: getattr(row, name) for name in KeptKey.__dataclass_fields__}
    return KeptKey(**{**plain, "scopes": frozenset(map(Right, row.scopes.split()))})
