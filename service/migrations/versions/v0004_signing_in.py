"""How people sign in: passwords, second factors, sessions, keys, one-time links, identities, tries."""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text, moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables; nobody who was there is disabled."""
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("is_disabled", sa.Boolean, nullable=False, server_default=sa.false()))
        people.add_column(sa.Column("row_version", sa.Integer, nullable=False, server_default="1"))
    with op.batch_alter_table("people") as people:
        people.alter_column("is_disabled", server_default=None)
        people.alter_column("row_version", server_default=None)
    _secrets()
    _sessions()
    _keys()
    _identities()
    op.create_table(
        "tries",
        sa.Column("name", key_text(), nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("ends_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_tries"),
    )
    op.create_index("ix_tries_ends_at", "tries", ["ends_at"])
    op.create_index("ix_audit_events_actor", "audit_events", ["office_id", "actor", "action", "came_from"])


def _person(table: str, *, nullable: bool = False) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    column = sa.Column("person_id", sa.Integer, nullable=nullable)
    return column, sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=f"fk_{table}_person_id")


def _secrets() -> None:
    op.create_table(
        "passwords",
        *_person("passwords"),
        sa.Column("kept", sa.String, nullable=False),
        sa.Column("changed_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_passwords"),
    )
    op.create_table(
        "second_factors",
        *_person("second_factors"),
        sa.Column("sealed", sa.String, nullable=False),
        sa.Column("confirmed_at", moment()),
        sa.Column("used_step", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_second_factors"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("digest", key_text(), nullable=False),
        *_person("recovery_codes"),
        sa.PrimaryKeyConstraint("digest", name="pk_recovery_codes"),
    )
    op.create_index("ix_recovery_codes_person_id", "recovery_codes", ["person_id"])


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("public_id", key_text(), nullable=False),
        sa.Column("digest", key_text(), nullable=False),
        *_person("sessions"),
        sa.Column("is_half", sa.Boolean, nullable=False),
        *(sa.Column(name, moment(), nullable=False) for name in ("began_at", "seen_at", "ends_at")),
        sa.Column("came_from", sa.String, nullable=False),
        sa.Column("agent", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("public_id", name="uq_sessions_public_id"),
        sa.UniqueConstraint("digest", name="uq_sessions_digest"),
    )
    op.create_index("ix_sessions_person_id", "sessions", ["person_id"])
    op.create_index("ix_sessions_ends_at", "sessions", ["ends_at"])
    op.create_table(
        "one_time_links",
        sa.Column("digest", key_text(), nullable=False),
        *_person("one_time_links", nullable=True),
        sa.Column("ends_at", moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_one_time_links"),
    )
    op.create_index("ix_one_time_links_person_id", "one_time_links", ["person_id"])


def _keys() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("prefix", key_text(), nullable=False),
        sa.Column("digest", key_text(), nullable=False),
        *_person("api_keys"),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("scopes", sa.String, nullable=False),
        sa.Column("made_at", moment(), nullable=False),
        sa.Column("ends_at", moment(), nullable=False),
        sa.Column("used_at", moment()),
        sa.Column("revoked_at", moment()),
        sa.PrimaryKeyConstraint("id", name="pk_api_keys"),
        sa.UniqueConstraint("prefix", name="uq_api_keys_prefix"),
    )
    op.create_index("ix_api_keys_person_id", "api_keys", ["person_id"])


def _identities() -> None:
    op.create_table(
        "identities",
        *_person("identities"),
        sa.Column("issuer", key_text(), nullable=False),
        sa.Column("email", key_text()),
        sa.Column("subject", key_text()),
        sa.PrimaryKeyConstraint("person_id", name="pk_identities"),
        sa.UniqueConstraint("issuer", "email", name="uq_identities_issuer_email"),
        sa.UniqueConstraint("issuer", "subject", name="uq_identities_issuer_subject"),
    )
