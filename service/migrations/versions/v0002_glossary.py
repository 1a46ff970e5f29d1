"""Concepts, revisions, terms with their index, comments, versions."""

import sqlalchemy as sa
from alembic import op

from service.migrations.columns import key_text, moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; the glossary begins empty, at version 0."""
    _concepts()
    _revisions()
    _terms()
    if op.get_bind().dialect.name == "sqlite":
        _index_of_sqlite()
    else:
        _index_of_postgresql()
    _comments()
    _versions()


def _concepts() -> None:
    op.create_table(
        "concepts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("concept_id", key_text(), nullable=False),
        sa.Column("office_id", sa.Integer, nullable=False),
        sa.Column("row_version", sa.Integer, nullable=False),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_concepts"),
        sa.UniqueConstraint("concept_id", name="uq_concepts_concept_id"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_concepts_office_id"),
    )
    op.create_index("ix_concepts_office_id", "concepts", ["office_id"])


def _revisions() -> None:
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("concept_key", "office_id", "number")),
        sa.Column("layer", key_text(), nullable=False),
        sa.Column("is_shown", sa.Boolean, nullable=False),
        sa.Column("state", key_text(), nullable=False),
        sa.Column("retires", sa.Boolean, nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=True)
            for name in ("based_on", "author_id", "approver_id", "approved_version", "superseded_version")
        ),
        sa.Column("saved_at", moment(), nullable=False),
        sa.Column("approved_at", moment(), nullable=True),
        sa.Column("content", sa.String, nullable=False),
        *(sa.Column(name, key_text(), nullable=False) for name in ("category", "confidence")),
        sa.Column("part_of", key_text(), nullable=True),
        sa.Column("valid_first", sa.Date, nullable=True),
        sa.Column("valid_last", sa.Date, nullable=True),
        *(sa.Column(name, key_text(), nullable=False) for name in ("vi_sort", "zh_sort")),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
        sa.UniqueConstraint("concept_key", "number", name="uq_revisions_concept_key_number"),
        sa.ForeignKeyConstraint(["concept_key"], ["concepts.id"], name="fk_revisions_concept_key"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_revisions_office_id"),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_revisions_author_id"),
        sa.ForeignKeyConstraint(["approver_id"], ["people.id"], name="fk_revisions_approver_id"),
    )
    op.create_index("ix_revisions_approved_version", "revisions", ["approved_version"])
    op.create_index("ix_revisions_superseded_version", "revisions", ["superseded_version"])
    _lists()


def _lists() -> None:
    """What is unique while it lasts, and the orders of lists."""
    for layer in ("current", "pending"):
        only = sa.text(f"layer = '{layer}'")
        op.create_index(
            f"uq_revisions_{layer}",
            "revisions",
            ["concept_key"],
            unique=True,
            sqlite_where=only,
            postgresql_where=only,
        )
    for language in ("vi", "zh"):
        op.create_index(
            f"ix_revisions_{language}_sort",
            "revisions",
            [f"{language}_sort", "id"],
            sqlite_where=sa.text("is_shown = 1"),
            postgresql_where=sa.text("is_shown"),
        )


def _terms() -> None:
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("revision_id", sa.Integer, nullable=False),
        *(sa.Column(name, key_text(), nullable=False) for name in ("language", "status")),
        sa.Column("text", sa.String, nullable=False),
        *(sa.Column(name, key_text(), nullable=False) for name in ("exact", "plain", "pinyin", "initials")),
        sa.PrimaryKeyConstraint("id", name="pk_terms"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name="fk_terms_revision_id", ondelete="CASCADE"
        ),
    )
    for name in ("revision_id", "exact", "plain", "pinyin", "initials"):
        op.create_index(f"ix_terms_{name}", "terms", [name])


def _index_of_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE terms_index USING fts5(exact, plain, pinyin, initials, content='terms', "
        "content_rowid='id', tokenize='unicode61 remove_diacritics 0')"
    )
    added = "INSERT INTO terms_index (rowid, exact, plain, pinyin, initials) VALUES (%s)"
    gone = (
        "INSERT INTO terms_index (terms_index, rowid, exact, plain, pinyin, initials) VALUES ('delete', %s)"
    )
    new, old = (", ".join(f"{row}.{name}" for name in _INDEXED) for row in ("new", "old"))
    for event, acts in (
        ("INSERT", [added % new]),
        ("DELETE", [gone % old]),
        ("UPDATE", [gone % old, added % new]),
    ):
        op.execute(
            f"CREATE TRIGGER terms_{event.lower()} AFTER {event} ON terms BEGIN {'; '.join(acts)}; END"
        )


_INDEXED = ("id", "exact", "plain", "pinyin", "initials")


def _index_of_postgresql() -> None:
    for name in _INDEXED[1:]:
        op.execute(f"CREATE INDEX ix_terms_{name}_words ON terms USING gin (to_tsvector('simple', {name}))")


def _comments() -> None:
    op.create_table(
        "concept_comments",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("concept_key", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=True),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_concept_comments"),
        sa.ForeignKeyConstraint(["concept_key"], ["concepts.id"], name="fk_concept_comments_concept_key"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_concept_comments_person_id"),
    )
    op.create_index("ix_concept_comments_concept_key", "concept_comments", ["concept_key"])


def _versions() -> None:
    op.create_table(
        "glossary_versions",
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("office_id", sa.Integer, nullable=False),
        sa.Column("at", moment(), nullable=False),
        sa.Column("cause", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_glossary_versions"),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name="fk_glossary_versions_office_id"),
    )
    state = op.create_table(
        "glossary_state",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("shipped_digest", key_text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_glossary_state"),
    )
    op.create_table(
        "shipped_concepts",
        sa.Column("concept_id", key_text(), nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("concept_id", name="pk_shipped_concepts"),
    )
    op.bulk_insert(state, [{"id": 1, "version": 0, "shipped_digest": ""}])
