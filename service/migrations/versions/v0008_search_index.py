"""Search in milliseconds on PostgreSQL: one index of keys, of pairs of keys, and of lengths of terms."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_KEYS = ("exact", "plain", "pinyin", "initials")


def upgrade() -> None:
    """Make the index anew from the terms as they stand; SQLite's knows where its words stand already."""
    if op.get_bind().dialect.name == "postgresql":
        _index_of_postgresql()


def _index_of_postgresql() -> None:
    """Each key of a term, each pair side by side, its language and length, as one column with one index.

    A tsvector that knows where words stand is asked for phrases row by row: its index does not know it.
    """
    for name in _KEYS:
        op.execute(f"DROP INDEX ix_terms_{name}_words")
    # What a key of one column says, one of the other could say too: v12 is 12, and 2 without a tone.
    exact = r"regexp_replace(exact, '(\S+)', 'x\1', 'g')"
    lexemes = " || ".join(_words(key) for key in (exact, *_KEYS[1:]))
    size = "'n' || language || lpad(CAST(least(length(text), 99) AS text), 2, '0')"
    made = f"array_to_tsvector(array_remove({lexemes} || ({size}), ''))"
    op.execute(sa.text(f"ALTER TABLE terms ADD COLUMN words tsvector GENERATED ALWAYS AS ({made}) STORED"))
    op.execute("CREATE INDEX ix_terms_words ON terms USING gin (words)")
    op.execute("ANALYZE terms")


def _words(keys: str) -> str:
    """Keys; pairs of the first and second, third and fourth …; pairs of the second and third …."""
    without_first = rf"regexp_replace({keys}, '^\S+ ?', '')"
    pairs = r"regexp_replace({}, '(\S+) (\S+)', '_\1_\2', 'g')"
    return " || ".join(
        f"string_to_array({one}, ' ')" for one in (keys, pairs.format(keys), pairs.format(without_first))
    )
