"""The audit chain: every office has its own, and no row can go or change unseen."""

import threading

import pytest
from sqlalchemy import Engine, text

from service.accounts.audit import START, Event, Verdict
from service.accounts.people import PersonUnknown
from service.accounts.store import chain, get_person, people, record, verify_chains
from service.db.unit_of_work import unit_of_work


def act(engine: Engine, office_id: int, *names: str) -> None:
    with unit_of_work(engine, writing=True) as session:
        for name in names:
            record(
                session, Event(office_id, "lan", "concept.approve", "concept", name, {"vi": "ộ"}, "console")
            )


def verdicts(engine: Engine) -> dict[str, Verdict]:
    with unit_of_work(engine, writing=False) as session:
        return {verdict.office: verdict for verdict in verify_chains(session)}


def spoil(engine: Engine, statement: str) -> None:
    with unit_of_work(engine, writing=True) as session:
        session.execute(text(statement))


def test_two_people_are_there_from_the_start(engine: Engine) -> None:
    with unit_of_work(engine, writing=False) as session:
        assert [(one.handle, one.office.code) for one in people(session)] == [
            ("lan", "local"),
            ("binh", "local"),
        ]
        assert get_person(session, "binh").office.keeps_national
        with pytest.raises(PersonUnknown, match="nobody called “mai”"):
            get_person(session, "mai")


def test_each_event_carries_the_digest_of_the_one_before(engine: Engine) -> None:
    act(engine, 2, "a", "b")
    act(engine, 2, "c")
    with unit_of_work(engine, writing=False) as session:
        links = list(chain(session, 2))
    assert [one.sequence for one in links] == [1, 2, 3]
    assert [one.object_id for one in links] == ["a", "b", "c"]
    assert [one.previous for one in links] == [START, links[0].digest, links[1].digest]
    assert links[0].details == '{"vi":"ộ"}'


def test_every_office_has_a_chain_of_its_own(engine: Engine) -> None:
    act(engine, 1, "a")
    act(engine, 2, "b", "c")
    found = verdicts(engine)
    assert (found["national"].length, found["local"].length) == (1, 2)
    assert [one.broken_at for one in found.values()] == [None, None]


def test_a_unit_that_fails_leaves_no_event(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), unit_of_work(engine, writing=True) as session:
        record(session, Event(2, "lan", "x", "concept", "a", {}, "console"))
        raise ZeroDivisionError
    assert verdicts(engine)["local"].length == 0


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE audit_events SET actor = 'binh' WHERE sequence = 2", 2),
        ("UPDATE audit_events SET details = '{}' WHERE sequence = 3", 3),
        ("UPDATE audit_events SET at = '2020-01-01 00:00:00+00:00' WHERE sequence = 1", 1),
        ("UPDATE audit_events SET digest = previous WHERE sequence = 2", 2),
        ("DELETE FROM audit_events WHERE sequence = 1", 1),
        ("DELETE FROM audit_events WHERE sequence = 2", 2),
        ("DELETE FROM audit_events WHERE sequence = 4", 4),
        ("DELETE FROM audit_events WHERE sequence > 2", 3),
        ("UPDATE audit_heads SET sequence = 3", 4),
        ("DELETE FROM audit_heads", 1),
    ],
)
def test_the_first_broken_row_is_named(engine: Engine, statement: str, broken_at: int) -> None:
    act(engine, 2, "a", "b", "c", "d")
    spoil(engine, statement)
    assert verdicts(engine)["local"].broken_at == broken_at


def test_events_of_many_at_once_stand_in_one_chain(engine: Engine) -> None:
    def act_often() -> None:
        for office_id in (1, 2) * 10:
            act(engine, office_id, "a")

    threads = [threading.Thread(target=act_often) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = verdicts(engine)
    assert [(one.length, one.broken_at) for one in found.values()] == [(60, None), (60, None)]
