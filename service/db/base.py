"""What tables share: names of constraints, and column types that are the same on both databases."""

from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator
from sqlmodel import SQLModel

# Constraints need names: a later migration can only change what it can call.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

KeyText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared code point by code point on both databases: ids, keys for search and for sorting."""


class UtcTime(TypeDecorator[datetime]):
    """A moment, always with its zone; kept as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without zone: it would mean another one on another machine."""
        del dialect
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without zone")  # noqa: EM101 - a mistake of the program, not of a person
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone; it was UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
