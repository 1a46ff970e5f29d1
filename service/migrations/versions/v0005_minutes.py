"""Minutes: parts, segments with their history, comments, moves, waivers, sharing, named versions."""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text, moment

revision = "0005"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; there are no minutes yet."""
    _minutes()
    _parts()
    _segments()
    _history()
    _comments()
    _steps()
    _waivers()
    _shares()
    _versions()


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=nullable)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, key_text(), nullable=False)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=nullable)


def _at(name: str = "at", *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, moment(), nullable=nullable)


def _leads(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], [f"{parent}.id"], name=f"fk_{table}_{name}")
        for name, parent in columns.items()
    ]


def _minutes() -> None:
    op.create_table(
        "minutes",
        _number("id"),
        _key("minutes_id"),
        *(_number(name) for name in ("office_id", "row_version")),
        _key("state"),
        _number("version"),
        sa.Column("was_agreed", sa.Boolean, nullable=False),
        _key("document_type"),
        *(_text(name) for name in ("mechanism", "mechanism_words")),
        sa.Column("held_on", sa.Date, nullable=True),
        _number("created_by"),
        _at("created_at"),
        _number("trashed_by", nullable=True),
        _at("trashed_at", nullable=True),
        _number("withdrawn_by", nullable=True),
        _at("withdrawn_at", nullable=True),
        _text("withdrawn_because"),
        sa.PrimaryKeyConstraint("id", name="pk_minutes"),
        sa.UniqueConstraint("minutes_id", name="uq_minutes_minutes_id"),
        *_leads(
            "minutes", office_id="offices", created_by="people", trashed_by="people", withdrawn_by="people"
        ),
    )
    op.create_index("ix_minutes_office_id", "minutes", ["office_id"])


def _parts() -> None:
    op.create_table(
        "minutes_parts",
        _number("minutes_key"),
        _key("part"),
        _number("row_version"),
        _text("content"),
        _text("words"),
        _number("saved_by"),
        _at("saved_at"),
        sa.PrimaryKeyConstraint("minutes_key", "part", name="pk_minutes_parts"),
        *_leads("minutes_parts", minutes_key="minutes", saved_by="people"),
    )


def _segments() -> None:
    op.create_table(
        "minutes_segments",
        *(_number(name) for name in ("id", "minutes_key")),
        *(_key(name) for name in ("segment_id", "part")),
        sa.Column("is_live", sa.Boolean, nullable=False),
        _number("row_version"),
        *(_text(name, nullable=True) for name in ("vi", "zh")),
        _text("words"),
        *(_key(name) for name in ("status", "stale")),
        _number("assignee_id", nullable=True),
        _number("saved_by"),
        _at("saved_at"),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_segments"),
        sa.UniqueConstraint("minutes_key", "segment_id", name="uq_minutes_segments_minutes_key_segment_id"),
        *_leads("minutes_segments", minutes_key="minutes", assignee_id="people", saved_by="people"),
    )
    op.create_index("ix_minutes_segments_assignee_id", "minutes_segments", ["assignee_id"])


def _history() -> None:
    op.create_table(
        "minutes_segment_history",
        *(_number(name) for name in ("segment_key", "row_version")),
        _key("deed"),
        *(_text(name, nullable=True) for name in ("vi", "zh")),
        _key("status"),
        _number("assignee_id", nullable=True),
        _number("person_id"),
        _at(),
        sa.PrimaryKeyConstraint("segment_key", "row_version", name="pk_minutes_segment_history"),
        *_leads(
            "minutes_segment_history",
            segment_key="minutes_segments",
            assignee_id="people",
            person_id="people",
        ),
    )


def _comments() -> None:
    op.create_table(
        "minutes_comments",
        *(_number(name) for name in ("id", "minutes_key")),
        _number("segment_key", nullable=True),
        _number("person_id"),
        _at(),
        _text("text"),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_comments"),
        *_leads(
            "minutes_comments", minutes_key="minutes", segment_key="minutes_segments", person_id="people"
        ),
    )
    for name in ("minutes_key", "segment_key"):
        op.create_index(f"ix_minutes_comments_{name}", "minutes_comments", [name])


def _steps() -> None:
    op.create_table(
        "minutes_steps",
        *(_number(name) for name in ("id", "minutes_key")),
        *(_key(name) for name in ("source", "target")),
        _number("person_id"),
        _text("reason"),
        _number("version"),
        _at(),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_steps"),
        *_leads("minutes_steps", minutes_key="minutes", person_id="people"),
    )
    op.create_index("ix_minutes_steps_minutes_key", "minutes_steps", ["minutes_key"])


def _waivers() -> None:
    op.create_table(
        "minutes_waivers",
        *(_number(name) for name in ("id", "minutes_key")),
        *(_key(name) for name in ("code", "segment_id")),
        *(_text(name) for name in ("place", "said")),
        _number("person_id"),
        _text("reason"),
        _at(),
        sa.PrimaryKeyConstraint("id", name="pk_minutes_waivers"),
        *_leads("minutes_waivers", minutes_key="minutes", person_id="people"),
    )
    op.create_index("ix_minutes_waivers_minutes_key", "minutes_waivers", ["minutes_key"])


def _shares() -> None:
    op.create_table(
        "minutes_shares",
        *(_number(name) for name in ("minutes_key", "office_id")),
        _key("level"),
        _number("person_id"),
        _at(),
        sa.PrimaryKeyConstraint("minutes_key", "office_id", name="pk_minutes_shares"),
        *_leads("minutes_shares", minutes_key="minutes", office_id="offices", person_id="people"),
    )
    op.create_index("ix_minutes_shares_office_id", "minutes_shares", ["office_id"])


def _versions() -> None:
    op.create_table(
        "minutes_versions",
        *(_number(name) for name in ("minutes_key", "number")),
        _text("name"),
        _key("state"),
        _number("version"),
        _text("content"),
        _number("person_id"),
        _at(),
        sa.PrimaryKeyConstraint("minutes_key", "number", name="pk_minutes_versions"),
        *_leads("minutes_versions", minutes_key="minutes", person_id="people"),
    )
