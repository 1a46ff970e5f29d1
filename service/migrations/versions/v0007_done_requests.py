"""Secrets of the installation, and requests that are carried out once."""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text, moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; secrets are made when they are first asked for."""
    op.create_table(
        "installation_secrets",
        sa.Column("name", key_text(), nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_installation_secrets"),
    )
    op.create_table(
        "done_requests",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        *(sa.Column(name, key_text(), nullable=False) for name in ("key", "digest")),
        sa.Column("status", sa.Integer, nullable=True),
        sa.Column("location", sa.String, nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_done_requests"),
        sa.UniqueConstraint("person_id", "key", name="uq_done_requests_person_id_key"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_done_requests_person_id"),
    )
    op.create_index("ix_done_requests_at", "done_requests", ["at"])
