"""The registry of persons, and what minutes lead to: what they were made of, and concepts that they name."""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text, moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables; persons of the shipped termbase come at start."""
    _persons()
    _names()
    _positions()
    _links()


def _persons() -> None:
    op.create_table(
        "registered_persons",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", key_text(), nullable=False),
        sa.Column("office_id", sa.Integer, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("concept_id", key_text(), nullable=True),
        *(sa.Column(name, key_text(), nullable=False) for name in ("side", "vi_sort", "zh_sort")),
        sa.PrimaryKeyConstraint("id", name="pk_registered_persons"),
        sa.UniqueConstraint("person_id", name="uq_registered_persons_person_id"),
        sa.UniqueConstraint("concept_id", name="uq_registered_persons_concept_id"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_registered_persons_office_id"),
    )
    for name in ("office_id", "vi_sort", "zh_sort"):
        op.create_index(f"ix_registered_persons_{name}", "registered_persons", [name])
    op.create_table(
        "registered_revisions",
        sa.Column("person_key", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("author_id", sa.Integer, nullable=True),
        sa.Column("saved_at", moment(), nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("person_key", "number", name="pk_registered_revisions"),
        sa.ForeignKeyConstraint(
            ["person_key"], ["registered_persons.id"], name="fk_registered_revisions_person_key"
        ),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_registered_revisions_author_id"),
    )


def _of_person(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["person_key"], ["registered_persons.id"], name=f"fk_{table}_person_key", ondelete="CASCADE"
    )


def _names() -> None:
    op.create_table(
        "registered_names",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_key", sa.Integer, nullable=False),
        *(sa.Column(name, key_text(), nullable=False) for name in ("exact", "plain", "pinyin", "initials")),
        sa.PrimaryKeyConstraint("id", name="pk_registered_names"),
        _of_person("registered_names"),
    )
    op.create_index("ix_registered_names_person_key", "registered_names", ["person_key"])


def _positions() -> None:
    op.create_table(
        "registered_positions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_key", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date, nullable=True),
        sa.Column("last_day", sa.Date, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_registered_positions"),
        _of_person("registered_positions"),
    )
    op.create_index("ix_registered_positions_person_key", "registered_positions", ["person_key"])
    op.create_table(
        "registered_position_parts",
        sa.Column("position_key", sa.Integer, nullable=False),
        sa.Column("kind", key_text(), nullable=False),
        sa.Column("value", key_text(), nullable=False),
        sa.PrimaryKeyConstraint("position_key", "kind", "value", name="pk_registered_position_parts"),
        sa.ForeignKeyConstraint(
            ["position_key"],
            ["registered_positions.id"],
            name="fk_registered_position_parts_position_key",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_registered_position_parts_value", "registered_position_parts", ["value"])


def _of_minutes(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["minutes_key"], ["minutes.id"], name=f"fk_{table}_minutes_key", ondelete="CASCADE"
    )


def _links() -> None:
    op.create_table(
        "minutes_origins",
        sa.Column("minutes_key", sa.Integer, nullable=False),
        sa.Column("kind", key_text(), nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("minutes_key", name="pk_minutes_origins"),
        _of_minutes("minutes_origins"),
    )
    op.create_table(
        "minutes_concepts",
        sa.Column("minutes_key", sa.Integer, nullable=False),
        sa.Column("concept_id", key_text(), nullable=False),
        sa.PrimaryKeyConstraint("minutes_key", "concept_id", name="pk_minutes_concepts"),
        _of_minutes("minutes_concepts"),
    )
    op.create_index("ix_minutes_concepts_concept_id", "minutes_concepts", ["concept_id"])
