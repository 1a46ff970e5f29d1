"""Offices, people and audit chains, with the office and the two people that an installation begins with."""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text, moment

revision = "0001"
down_revision = None

_OFFICES = (
    {
        "id": 1,
        "code": "national",
        "name_vi": "Bộ sưu tập quốc gia",
        "name_zh": "国家术语库",
        "keeps_national": False,
    },
    {"id": 2, "code": "local", "name_vi": "Cơ quan này", "name_zh": "本单位", "keeps_national": True},
)
_PEOPLE = (
    {"office_id": 2, "handle": "lan", "name": "Lan", "is_local": True},
    {"office_id": 2, "handle": "binh", "name": "Bình", "is_local": True},
)


def upgrade() -> None:
    """Make the tables and what stands in them from the start."""
    offices = op.create_table(
        "offices",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code", key_text(), nullable=False),
        sa.Column("name_vi", sa.String, nullable=False),
        sa.Column("name_zh", sa.String, nullable=False),
        sa.Column("keeps_national", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_offices"),
        sa.UniqueConstraint("code", name="uq_offices_code"),
    )
    people = op.create_table(
        "people",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("office_id", sa.Integer, nullable=False),
        sa.Column("handle", key_text(), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("is_local", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("handle", name="uq_people_handle"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_people_office_id"),
    )
    op.create_index("ix_people_office_id", "people", ["office_id"])
    op.bulk_insert(offices, list(_OFFICES))
    op.bulk_insert(people, list(_PEOPLE))
    _audit()
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval('offices_id_seq', 2)")


def _audit() -> None:
    op.create_table(
        "audit_events",
        sa.Column("office_id", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        *(sa.Column(name, key_text(), nullable=False) for name in ("action", "object_kind", "object_id")),
        sa.Column("details", sa.String, nullable=False),
        sa.Column("came_from", sa.String, nullable=False),
        sa.Column("previous", key_text(), nullable=False),
        sa.Column("digest", key_text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "sequence", name="pk_audit_events"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_audit_events_office_id"),
    )
    heads = op.create_table(
        "audit_heads",
        sa.Column("office_id", sa.Integer, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("digest", key_text(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", name="pk_audit_heads"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_audit_heads_office_id"),
    )
    op.bulk_insert(
        heads, [{"office_id": office["id"], "sequence": 0, "digest": "0" * 64} for office in _OFFICES]
    )
