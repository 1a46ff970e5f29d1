"""Types of columns as the revisions write them."""

import sqlalchemy as sa


def key_text() -> sa.types.TypeEngine[str]:
    """Text compared code point by code point on both databases."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def moment() -> sa.DateTime:
    """A moment with its zone."""
    return sa.DateTime(timezone=True)
