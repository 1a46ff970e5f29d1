"""Who may do what: the owning office, offices it shares with, and everybody else, for whom nothing exists."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from minutes_rest import RECORD, UNKNOWN, Minutes, finished, make
from minutes_work import add_person
from service.accounts.people import Role
from service.accounts.store import chain, offices, verify_chains
from service.db.unit_of_work import unit_of_work

SEGMENT = "s-zzzzzzzzzz"
# Every route below one paper: method, path, body, and whether it changes something.
ROUTES: list[tuple[str, str, Any]] = [
    ("GET", "", None),
    ("DELETE", "", None),
    ("GET", "/record", None),
    ("GET", "/origin", None),
    ("POST", "/withdrawal", {"reason": "a"}),
    *(("GET", f"/{part}", None) for part in ("facts", "participants", "outline", "tasks")),
    ("PUT", "/facts", {key: RECORD[key] for key in ("document_type", "channel", "name_order")}),
    ("PUT", "/participants", {"parties": RECORD["parties"]}),
    ("PUT", "/outline", {"sections": []}),
    ("PUT", "/tasks", {"tasks": []}),
    ("GET", "/segments", None),
    ("GET", f"/segments/{SEGMENT}", None),
    ("PUT", f"/segments/{SEGMENT}", {"vi": "a"}),
    ("PUT", f"/segments/{SEGMENT}/status", {"status": "confirmed"}),
    ("PUT", f"/segments/{SEGMENT}/assignee", {"person": "lan"}),
    ("GET", f"/segments/{SEGMENT}/history", None),
    ("GET", f"/segments/{SEGMENT}/comments", None),
    ("POST", f"/segments/{SEGMENT}/comments", {"text": "a"}),
    ("GET", "/comments", None),
    ("GET", "/comments/1", None),
    ("GET", f"/segments/{SEGMENT}/comments/1", None),
    ("GET", "/waivers/1", None),
    ("POST", "/comments", {"text": "a"}),
    ("GET", "/transitions", None),
    ("POST", "/transitions", {"to": "in_review"}),
    ("GET", "/findings", None),
    ("GET", "/waivers", None),
    ("POST", "/waivers", {"code": "a", "place": "b", "reason": "c"}),
    ("DELETE", "/waivers/1", None),
    ("GET", "/shares", None),
    ("PUT", "/shares/local", {"level": "read"}),
    ("DELETE", "/shares/local", None),
    ("GET", "/versions", None),
    ("POST", "/versions", {"name": "a"}),
    ("GET", "/versions/1", None),
    ("GET", "/versions/1/difference", None),
    ("POST", "/versions/1/restore", None),
]


@pytest.fixture
def engine(client: TestClient) -> Engine:
    found: Engine = client.app.state.engine  # type: ignore[attr-defined]
    return found


def test_every_route_below_minutes_is_tried(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    told = {
        (method.upper(), path.removeprefix("/api/v1/minutes/{minutes_id}").replace("{segment_id}", SEGMENT))
        for path, operations in document["paths"].items()
        if path.startswith("/api/v1/minutes/{minutes_id}")
        for method in operations
    }
    named = {(method, path.replace("{number}", "1").replace("{office}", "local")) for method, path in told}
    assert named == {(method, path) for method, path, _ in ROUTES}


def answer_of(
    minutes: Minutes, method: str, below: str, body: object
) -> tuple[int, bytes, list[tuple[str, str]]]:
    answer = minutes.ask(method, below, body, None if method == "GET" else '"1"')
    headers = sorted((name, value) for name, value in answer.headers.items() if name != "x-request-id")
    return answer.status_code, answer.content, headers


def test_to_other_offices_every_route_answers_as_for_unknown_minutes(
    client: TestClient, engine: Engine
) -> None:
    add_person(engine, "hg", "mai", *Role)
    kept, trashed, revoked = (make(client) for _ in range(3))
    trashed.ask("DELETE", "", None, '"1"')
    revoked.ask("PUT", "/shares/hg", {"level": "edit"}, '"1"')
    revoked.ask("DELETE", "/shares/hg", None, '"2"')
    unknown = Minutes(client, UNKNOWN, "mai")
    for method, below, body in ROUTES:
        expected = answer_of(unknown, method, below, body)
        assert expected[0] == 404, (method, below)
        for minutes in (kept, trashed, revoked):
            assert answer_of(minutes.seen_by("mai"), method, below, body) == expected, (method, below)
    for minutes in (kept, trashed):
        path = f"/api/v1/minutes/trash/{minutes.id}/restore"
        headers = {"X-Bienban-Person": "mai"}
        other = client.post(f"/api/v1/minutes/trash/{UNKNOWN}/restore", headers=headers)
        assert client.post(path, headers=headers).content == other.content
    assert client.get("/api/v1/minutes", headers={"X-Bienban-Person": "mai"}).json()["items"] == []
    assert client.get("/api/v1/minutes/trash", headers={"X-Bienban-Person": "mai"}).json() == []
    assert kept.read()["state"] == "drafting"


# Typed by hand: what a person of another office may do, by what is shared and by the person's role there.
READS, TRANSLATES, EDITS = {"read"}, {"read", "text"}, {"read", "text", "part", "version"}
MATRIX = {
    ("read", Role.READER): READS,
    ("read", Role.TRANSLATOR): READS,
    ("read", Role.DRAFTER): READS,
    ("read", Role.ADMINISTRATOR): READS,
    ("translate", Role.READER): READS,
    ("translate", Role.TERMINOLOGIST): READS,
    ("translate", Role.TRANSLATOR): TRANSLATES,
    ("translate", Role.DRAFTER): TRANSLATES,
    ("edit", Role.READER): READS,
    ("edit", Role.TRANSLATOR): TRANSLATES,
    ("edit", Role.DRAFTER): EDITS,
    ("edit", Role.ADMINISTRATOR): EDITS,
}


def test_a_share_and_a_role_let_people_do_what_the_matrix_says(client: TestClient, engine: Engine) -> None:
    for role in {role for _, role in MATRIX}:
        add_person(engine, "hg", role.value, role)
    for (level, role), expected in MATRIX.items():
        minutes = make(client)
        minutes.move("in_translation")
        shared = minutes.ask("PUT", "/shares/hg", {"level": level}, minutes.work_tag())
        assert shared.status_code == 200
        done, refused = tried_by(minutes, minutes.seen_by(role.value), level)
        assert done == expected, (level, role)
        assert refused == {"not-allowed"}, (level, role)


def tried_by(minutes: Minutes, mine: Minutes, level: str) -> tuple[set[str], set[str]]:
    """What a person of another office can do, and how the rest is refused."""
    found = mine.read()
    assert (found["office"], found["shared"]) == ("local", level)
    segment = found["segments"][2]
    tried = {
        "read": mine.ask("GET", "/record"),
        "text": mine.save(segment, segment["vi"], "双方一致同意交流。"),
        "part": mine.ask("PUT", "/tasks", {"tasks": []}, '"1"'),
        "version": mine.ask("POST", "/versions", {"name": "a"}),
        "share": mine.ask("PUT", "/shares/national", {"level": "read"}, mine.work_tag()),
        "shares": mine.ask("GET", "/shares"),
        "delete": mine.ask("DELETE", "", None, mine.work_tag()),
        "agree": (minutes.move("in_review"), mine.move("agreed"))[1],
    }
    headers = {"X-Bienban-Person": mine.person}
    listed = mine.client.get("/api/v1/minutes?shared=true&limit=1", headers=headers).json()["items"]
    assert [one["id"] for one in listed] == [minutes.id]
    assert mine.client.get("/api/v1/minutes?shared=false", headers=headers).json()["items"] == []
    done = {name for name, answer in tried.items() if answer.status_code < 300}
    return done, {answer.json()["code"] for name, answer in tried.items() if name not in done}


@pytest.mark.parametrize(
    ("role", "status"), [(Role.READER, 403), (Role.TRANSLATOR, 403), (Role.DRAFTER, 200)]
)
def test_in_their_own_office_people_do_what_their_roles_say(
    client: TestClient, engine: Engine, role: Role, status: int
) -> None:
    add_person(engine, "local", "mai", role)
    minutes = make(client).seen_by("mai")
    segment = minutes.read()["segments"][0]
    # Drafting is the drafters' state.
    assert minutes.save(segment, "a", "b").status_code == status
    assert minutes.ask("PUT", "/tasks", {"tasks": []}, '"1"').status_code == status
    assert minutes.move("in_translation").status_code == status


def test_only_an_administrator_opens_final_minutes(client: TestClient, engine: Engine) -> None:
    add_person(engine, "local", "mai", Role.DRAFTER)
    minutes = finished(client)
    assert minutes.seen_by("mai").move("in_review", "x").json()["code"] == "not-allowed"
    assert minutes.move("in_review", "x").status_code == 200


def test_what_another_office_does_stands_in_both_chains(client: TestClient, engine: Engine) -> None:
    add_person(engine, "hg", "mai", Role.TRANSLATOR)
    minutes = make(client)
    minutes.move("in_translation")
    minutes.ask("PUT", "/shares/hg", {"level": "translate"}, minutes.work_tag())
    segment = minutes.segment("sections[0].items[1]")
    assert minutes.seen_by("mai").save(segment, segment["vi"], "一").status_code == 200
    with unit_of_work(engine, writing=False) as session:
        numbers = {office.code: office.office_id for office in offices(session)}
        last = {code: list(chain(session, numbers[code]))[-1] for code in ("local", "hg")}
        assert [one.broken_at for one in verify_chains(session)] == [None] * len(numbers)
    for link in last.values():
        assert (link.actor, link.action, link.object_id) == ("mai", "minutes.segment.texts", minutes.id)
    assert '"office": "hg"' in last["local"].details or '"office":"hg"' in last["local"].details


def test_minutes_are_not_shared_with_nobody(client: TestClient) -> None:
    minutes = make(client)
    for code in ("nowhere", "national", "local"):
        answer = minutes.ask("PUT", f"/shares/{code}", {"level": "read"}, '"1"')
        assert (answer.status_code, answer.json()["code"]) == (422, "share-refused")
    assert minutes.ask("DELETE", "/shares/nowhere", None, '"1"').json()["code"] == "share-unknown"
    assert minutes.ask("GET", "/shares").json() == []


def test_somebody_of_a_shared_office_can_be_given_a_segment(client: TestClient, engine: Engine) -> None:
    add_person(engine, "hg", "mai", Role.TRANSLATOR)
    minutes = make(client)
    below = f"/segments/{minutes.segment('sections[0].items[1]')['id']}/assignee"
    assert minutes.ask("PUT", below, {"person": "mai"}, '"1"').json()["code"] == "assignee-refused"
    minutes.ask("PUT", "/shares/hg", {"level": "read"}, '"1"')
    assert minutes.ask("PUT", below, {"person": "mai"}, '"1"').json()["code"] == "assignee-refused"
    minutes.ask("PUT", "/shares/hg", {"level": "translate"}, '"2"')
    assert minutes.ask("PUT", below, {"person": "mai"}, '"1"').json()["assignee"] == "mai"
