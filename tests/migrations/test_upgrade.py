"""Every revision keeps the rows it finds; upgrades run once, however many processes start at once."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import URL, Connection, Engine, text
from sqlmodel import SQLModel

import service.accounts.access.tables  # its tables join the metadata
import service.accounts.tables
import service.glossary.tables
import service.installation.tables
import service.minutes.links.tables
import service.minutes.persons.tables
import service.minutes.tables  # noqa: F401 - and these
from service.db.engine import open_engine
from service.db.errors import DatabaseUnusable
from service.db.unit_of_work import unit_of_work
from service.migrations.upgrade import revisions, upgrade

ROWS = {
    "0001": (
        """INSERT INTO offices (id, code, name_vi, name_zh, keeps_national)
        VALUES (7, 'hg', 'Hà Giang', '河江', false)""",
        "INSERT INTO people (id, office_id, handle, name, is_local) VALUES (70, 7, 'mai', 'Mai', false)",
        "INSERT INTO audit_heads (office_id, sequence, digest) VALUES (7, 0, '')",
        """INSERT INTO audit_events (office_id, sequence, at, actor, action, object_kind, object_id, details,
        came_from, previous, digest)
        VALUES (7, 1, '2023-12-26 00:00:00+00:00', 'mai', 'a', 'b', 'c', '{}', '', '', '')""",
    ),
    "0002": (
        """INSERT INTO concepts (id, concept_id, office_id, row_version, last_number)
        VALUES (5, 'a.b', 7, 1, 1)""",
        """INSERT INTO revisions (id, concept_key, office_id, number, layer, is_shown, state, retires,
        author_id, saved_at, content, category, confidence, vi_sort, zh_sort)
        VALUES (6, 5, 7, 1, 'pending', true, 'draft', false, 70, '2023-12-26 00:00:00+00:00', '{}', 'a', 'b',
        '', '')""",
        """INSERT INTO terms (id, revision_id, language, status, text, exact, plain, pinyin, initials)
        VALUES (8, 6, 'vi', 'preferred', 'A', 'v1a', 'va', '', '')""",
        """INSERT INTO concept_comments (id, concept_key, person_id, at, text)
        VALUES (9, 5, 70, '2023-12-26 00:00:00+00:00', 'x')""",
        """INSERT INTO glossary_versions (version, office_id, at, cause)
        VALUES (1, 7, '2023-12-26 00:00:00+00:00', 'x')""",
        "INSERT INTO shipped_concepts (concept_id, content) VALUES ('a.b', '{}')",
    ),
    "0003": (
        """INSERT INTO people (id, office_id, handle, name, is_local, is_system)
        VALUES (71, 7, 'nam', 'Nam', false, false)""",
        "INSERT INTO person_roles (person_id, role) VALUES (71, 'drafter')",
    ),
    "0004": (
        """INSERT INTO people (id, office_id, handle, name, is_local, is_system, is_disabled, row_version)
        VALUES (72, 7, 'ha', 'Hà', false, false, true, 1)""",
        "INSERT INTO passwords (person_id, kept, changed_at) VALUES (72, 'x', '2023-12-26 00:00:00+00:00')",
        "INSERT INTO second_factors (person_id, sealed, used_step) VALUES (72, 'x', 0)",
        "INSERT INTO recovery_codes (digest, person_id) VALUES ('x', 72)",
        """INSERT INTO sessions (public_id, digest, person_id, is_half, began_at, seen_at, ends_at, came_from,
        agent) VALUES ('x', 'x', 72, false, '2023-12-26 00:00:00+00:00', '2023-12-26 00:00:00+00:00',
        '2023-12-27 00:00:00+00:00', '', '')""",
        """INSERT INTO api_keys (prefix, digest, person_id, name, scopes, made_at, ends_at)
        VALUES ('x', 'x', 72, 'x', '', '2023-12-26 00:00:00+00:00', '2023-12-27 00:00:00+00:00')""",
        "INSERT INTO one_time_links (digest, ends_at) VALUES ('x', '2023-12-27 00:00:00+00:00')",
        "INSERT INTO identities (person_id, issuer, email) VALUES (72, 'https://x', 'ha@x')",
        "INSERT INTO tries (name, count, ends_at) VALUES ('x', 1, '2023-12-27 00:00:00+00:00')",
    ),
    "0005": (
        """INSERT INTO minutes (id, minutes_id, office_id, row_version, state, version, was_agreed,
        document_type, mechanism, mechanism_words, created_by, created_at, withdrawn_because)
        VALUES (20, 'm-a', 7, 1, 'drafting', 1, false, 'talks_record', '', '', 70,
        '2023-12-26 00:00:00+00:00', '')""",
        """INSERT INTO minutes_parts (minutes_key, part, row_version, content, words, saved_by, saved_at)
        VALUES (20, 'facts', 1, '{}', '', 70, '2023-12-26 00:00:00+00:00')""",
        """INSERT INTO minutes_segments (id, minutes_key, segment_id, part, is_live, row_version, vi, words,
        status, stale, assignee_id, saved_by, saved_at)
        VALUES (21, 20, 's-a', 'outline', true, 1, 'a', 'a', 'untranslated', '', 71, 70,
        '2023-12-26 00:00:00+00:00')""",
        """INSERT INTO minutes_segment_history (segment_key, row_version, deed, vi, status, person_id, at)
        VALUES (21, 1, 'created', 'a', 'untranslated', 70, '2023-12-26 00:00:00+00:00')""",
        """INSERT INTO minutes_comments (id, minutes_key, segment_key, person_id, at, text)
        VALUES (22, 20, 21, 70, '2023-12-26 00:00:00+00:00', 'x')""",
        """INSERT INTO minutes_steps (id, minutes_key, source, target, person_id, reason, version, at)
        VALUES (23, 20, 'drafting', 'in_review', 70, '', 1, '2023-12-26 00:00:00+00:00')""",
        """INSERT INTO minutes_waivers (id, minutes_key, code, segment_id, place, said, person_id, reason, at)
        VALUES (24, 20, 'x', 's-a', '', 'x', 70, 'x', '2023-12-26 00:00:00+00:00')""",
        """INSERT INTO minutes_shares (minutes_key, office_id, level, person_id, at)
        VALUES (20, 2, 'read', 70, '2023-12-26 00:00:00+00:00')""",
        """INSERT INTO minutes_versions (minutes_key, number, name, state, version, content, person_id, at)
        VALUES (20, 1, 'x', 'drafting', 1, '{}', 70, '2023-12-26 00:00:00+00:00')""",
    ),
    "0006": (
        """INSERT INTO registered_persons (id, person_id, office_id, row_version, side, vi_sort, zh_sort)
        VALUES (3, 'prs-a', 7, 1, 'vn', '', '')""",
        """INSERT INTO registered_revisions (person_key, number, author_id, saved_at, content)
        VALUES (3, 1, 70, '2023-12-26 00:00:00+00:00', '{}')""",
        """INSERT INTO registered_names (id, person_key, exact, plain, pinyin, initials)
        VALUES (4, 3, '', '', '', '')""",
        "INSERT INTO registered_positions (id, person_key, first_day) VALUES (5, 3, '2023-12-26')",
        "INSERT INTO registered_position_parts (position_key, kind, value) VALUES (5, 'concept', 'a.b')",
        "INSERT INTO minutes_origins (minutes_key, kind, content) VALUES (20, 'notes', '{}')",
        "INSERT INTO minutes_concepts (minutes_key, concept_id) VALUES (20, 'a.b')",
    ),
    "0007": (
        "INSERT INTO installation_secrets (name, value) VALUES ('x', 'y')",
        """INSERT INTO done_requests (id, person_id, key, digest, status, location, at)
        VALUES (1, 71, 'k', 'd', 201, '/x', '2023-12-26 00:00:00+00:00')""",
    ),
    "0008": (
        """INSERT INTO terms (id, revision_id, language, status, text, exact, plain, pinyin, initials)
        VALUES (10, 6, 'zh', 'preferred', '河江', 'h6cb3 h6c5f', 'h6cb3 h6c5f', 'phe pjiang', 'ih ij')""",
    ),
}
"""What is written at each revision: parents with children."""


def tables(connection: Connection) -> list[str]:
    return [
        table.name
        for table in SQLModel.metadata.sorted_tables
        if connection.dialect.has_table(connection, table.name)
    ]


def counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()  # noqa: S608 - own names
            for name in tables(connection)
        }


def test_every_revision_is_tried_with_rows() -> None:
    assert list(ROWS) == revisions()


def test_each_revision_keeps_the_rows_of_the_one_before(empty_database: URL) -> None:
    before: dict[str, int] = {}
    for revision in revisions():
        upgrade(empty_database, revision)
        engine = open_engine(empty_database)
        after = counts(engine)
        assert {name: after[name] for name in before} == before
        with unit_of_work(engine, writing=True) as session:
            for statement in ROWS[revision]:
                session.execute(text(statement))
        before = counts(engine)
        engine.dispose()


def test_the_migrated_database_is_the_one_of_the_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)
    # What the tables cannot say: the words of terms, in FTS5 and in tsvector.
    left_out = ("terms_index", "ix_terms_words", "Column('words', TSVECTOR()")
    assert [one for one in differences if not any(name in str(one) for name in left_out)] == []


def test_upgrading_again_changes_nothing(database: URL) -> None:
    engine = open_engine(database)
    before = counts(engine)
    upgrade(database)
    assert counts(engine) == before
    engine.dispose()


def test_processes_that_start_at_once_upgrade_once(empty_database: URL) -> None:
    program = (
        "import sys; from sqlalchemy import make_url; from service.migrations.upgrade import upgrade;"
        " upgrade(make_url(sys.argv[1]))"
    )
    address = empty_database.render_as_string(hide_password=False)
    started = [subprocess.Popen([sys.executable, "-c", program, address]) for _ in range(4)]
    assert [process.wait(60) for process in started] == [0, 0, 0, 0]
    engine = open_engine(empty_database)
    assert counts(engine)["people"] == 2
    engine.dispose()


def test_the_database_of_a_newer_program_is_left_alone(database: URL) -> None:
    engine = open_engine(database)
    with unit_of_work(engine, writing=True) as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'zzzz'"))
    with pytest.raises(DatabaseUnusable, match="newer program"):
        upgrade(database)
    engine.dispose()


def test_a_row_that_leads_nowhere_stops_the_upgrade(empty_database: URL) -> None:
    if empty_database.get_backend_name() != "sqlite":
        pytest.skip("PostgreSQL holds references all the time")
    upgrade(empty_database)
    engine = open_engine(empty_database)
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql(
            """INSERT INTO people (office_id, handle, name, is_local, is_system, is_disabled, row_version)
            VALUES (99, 'x', 'X', 0, 0, 0, 1)"""
        )
    engine.dispose()
    with pytest.raises(DatabaseUnusable, match="rows of people"):
        upgrade(empty_database)
