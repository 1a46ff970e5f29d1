"""Roles of people in their offices; the two local people have them all, so that four eyes work on a desk.

Lan keeps the offices of such an installation too. Nobody is Lan who signs in: local people have no password.
"""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text

revision = "0003"
down_revision = "0002"

_ROLES = ("reader", "drafter", "translator", "terminologist", "administrator")


def upgrade() -> None:
    """Make the tables; who was there before keeps what everybody could do then."""
    with op.batch_alter_table("people") as people:
        people.add_column(sa.Column("is_system", sa.Boolean, nullable=False, server_default=sa.false()))
    with op.batch_alter_table("people") as people:
        people.alter_column("is_system", server_default=None)
    op.create_table(
        "person_roles",
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("role", key_text(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "role", name="pk_person_roles"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_person_roles_person_id"),
    )
    op.execute("UPDATE people SET is_system = true WHERE is_local AND handle = 'lan'")
    for role in _ROLES:
        op.execute(f"INSERT INTO person_roles (person_id, role) SELECT id, '{role}' FROM people")  # noqa: S608 - own words
