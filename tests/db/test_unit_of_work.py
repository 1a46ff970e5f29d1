"""One unit is kept whole or not at all; reading ones cannot write; no update is lost."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from service.accounts.tables import OfficeRow, PersonRow
from service.db.base import UtcTime
from service.db.engine import database_url, is_sqlite, open_engine
from service.db.errors import DatabaseUnusable
from service.db.unit_of_work import before_commit, unit_of_work


def names(engine: Engine) -> list[str]:
    with unit_of_work(engine, writing=False) as session:
        return list(session.exec(select(PersonRow.name).order_by(PersonRow.name)))


def add(session: Session, handle: str) -> None:
    session.add(PersonRow(office_id=2, handle=handle, name=handle))


def test_what_a_unit_wrote_is_there_after_it(engine: Engine) -> None:
    with unit_of_work(engine, writing=True) as session:
        add(session, "mai")
    assert names(engine) == ["Bình", "Lan", "mai"]


def test_a_unit_that_fails_leaves_nothing(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work(engine, writing=True) as session:
        add(session, "mai")
        session.flush()
        raise ZeroDivisionError
    assert names(engine) == ["Bình", "Lan"]


def test_what_is_done_before_the_commit_can_still_refuse_it(engine: Engine) -> None:
    def refuse(session: Session) -> None:
        assert session.exec(select(PersonRow.name).where(PersonRow.handle == "mai")).one() == "mai"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), unit_of_work(engine, writing=True) as session:
        add(session, "mai")
        before_commit(session, refuse)
    assert names(engine) == ["Bình", "Lan"]


def test_a_reading_unit_cannot_write(engine: Engine) -> None:
    with pytest.raises(DBAPIError), unit_of_work(engine, writing=False) as session:
        add(session, "mai")
    assert names(engine) == ["Bình", "Lan"]


def test_a_reading_unit_sees_one_state(engine: Engine) -> None:
    with unit_of_work(engine, writing=False) as session:
        before = len(session.exec(select(PersonRow)).all())
        with unit_of_work(engine, writing=True) as other:
            add(other, "mai")
        assert len(session.exec(select(PersonRow.id)).all()) == before
    assert "mai" in names(engine)


def test_a_row_that_leads_nowhere_is_refused(engine: Engine) -> None:
    with pytest.raises(DBAPIError), unit_of_work(engine, writing=True) as session:
        session.add(PersonRow(office_id=99, handle="mai", name="Mai"))


def test_concurrent_units_lose_no_update(engine: Engine) -> None:
    def act() -> None:
        for _ in range(25):
            with unit_of_work(engine, writing=True) as session:
                wanted = select(OfficeRow).where(OfficeRow.id == 2).with_for_update()
                office = session.exec(wanted).one()
                office.name_vi = str(int(office.name_vi) + 1)
                session.add(office)

    with unit_of_work(engine, writing=True) as session:
        session.execute(text("UPDATE offices SET name_vi = '0' WHERE id = 2"))
    threads = [threading.Thread(target=act) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with unit_of_work(engine, writing=False) as session:
        assert session.exec(select(OfficeRow.name_vi).where(OfficeRow.id == 2)).one() == "200"


def test_the_embedded_database_is_set_up_on_every_connection(engine: Engine) -> None:
    if not is_sqlite(engine):
        pytest.skip("of the embedded database")
    for _ in range(2):
        with engine.connect() as connection:
            pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema")
            found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in pragmas]
            assert found == ["wal", 2, 1, 30000, 0]


@pytest.mark.parametrize(
    "address", ["mysql://localhost/x", "sqlite://", "sqlite:///:memory:", "not an address"]
)
def test_another_kind_of_database_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable):
        database_url(address, tmp_path)


def test_without_an_address_the_database_is_a_file_of_the_data_folder(tmp_path: Path) -> None:
    assert database_url("", tmp_path).database == str(tmp_path / "bienban.sqlite")
    assert database_url("postgresql://a@b/c", tmp_path).drivername == "postgresql+psycopg"


def test_a_database_that_does_not_answer_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="cannot be opened"):
        open_engine(URL.create("postgresql+psycopg", host=str(tmp_path), database="none"))
    (tmp_path / "bienban.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(DatabaseUnusable, match="cannot be opened"):
        open_engine(database_url("", tmp_path))


def test_a_moment_without_zone_is_refused() -> None:
    kind = UtcTime()
    with pytest.raises(ValueError, match="without zone"):
        kind.process_bind_param(datetime(2023, 12, 26), None)  # type: ignore[arg-type]  # noqa: DTZ001
    assert kind.process_result_value(datetime(2023, 12, 26), None) == datetime(2023, 12, 26, tzinfo=UTC)  # type: ignore[arg-type]  # noqa: DTZ001
