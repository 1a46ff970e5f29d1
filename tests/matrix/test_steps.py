"""No way round the steps: no route changes what is agreed or final, nobody approves their own words."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from matrix.table import LEDGER
from minutes_rest import RECORD, Minutes, finished
from people import add_person, cheap, open_session
from service.accounts.people import Role
from service.app import create_app
from service.settings import Settings

CHANGES: list[tuple[str, str, Any]] = [
    ("PUT", "/facts", {key: RECORD[key] for key in ("document_type", "channel", "name_order")}),
    ("PUT", "/participants", {"parties": RECORD["parties"]}),
    ("PUT", "/outline", {"sections": []}),
    ("PUT", "/tasks", {"tasks": []}),
    ("PUT", "/segments/{segment}", {"vi": "Khác", "zh": "别的"}),
    ("PUT", "/segments/{segment}/status", {"status": "translated"}),
    ("PUT", "/segments/{segment}/assignee", {"person": "binh"}),
    ("POST", "/versions/1/restore", None),
    ("POST", "/waivers", {"code": "name-not-in-glossary", "place": "place", "reason": "a"}),
    ("DELETE", "/waivers/1", None),
    ("DELETE", "", None),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Lan and Bình at one machine."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("steps")), "lan")
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as client:
        yield client


def tries(minutes: Minutes) -> list[tuple[str, int]]:
    """What each route answers that would change something, with the tags as they are now."""
    segment = minutes.read()["segments"][2]
    answers = []
    for method, below, body in CHANGES:
        tags = minutes.read()["etags"]
        part = below.removeprefix("/").partition("/")[0]
        tag = segment["etag"] if part == "segments" else tags.get(part, tags["work"])
        answer = minutes.ask(method, below.format(segment=segment["id"]), body, tag)
        answers.append((f"{method} {below}", answer.status_code))
    return answers


def test_at_auth_07_what_is_final_or_agreed_is_changed_by_no_route(desk: TestClient) -> None:
    minutes = finished(desk)
    before = minutes.read()
    assert [one for one in tries(minutes) if one[1] != 409] == []
    assert minutes.read() == before
    assert minutes.move("in_review", "sửa một chữ").status_code == 200
    assert minutes.move("agreed").status_code == 200
    before = minutes.read()
    left = [one for one in tries(minutes) if one[1] != 409]
    assert [name for name, _ in left if "waivers" not in name] == []
    assert minutes.read()["record"] == before["record"]


@pytest.mark.parametrize("state", ["final", "agreed", "in_review_of_nothing", "FINAL"])
def test_at_auth_07_no_step_is_skipped(desk: TestClient, state: str) -> None:
    made = desk.post("/api/v1/minutes", json=RECORD).json()
    answer = Minutes(desk, made["id"]).move(state)
    assert answer.status_code == (409 if state in ("final", "agreed") else 422)


def test_at_auth_08_a_key_of_the_author_approves_nothing_of_theirs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    app = create_app(cheap(Settings(data_dir=tmp_path_factory.mktemp("keys"))))
    token = open_session(
        app.state.engine, add_person(app.state.engine, "mai", Role.TERMINOLOGIST, office="hg")
    )
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as client:
        person = {"Authorization": f"Bearer {token}"}
        scopes = ["glossary:read", "glossary:write", "glossary:approve"]
        key = client.post("/api/v1/keys", json={"name": "a", "scopes": scopes}, headers=person).json()["key"]
        place = client.post("/api/v1/concepts", json=LEDGER, headers=person).headers["location"]
        steps = f"{place}/transitions"
        assert (
            client.post(steps, json={"step": "propose"}, headers=person | {"If-Match": '"1"'}).status_code
            == 200
        )
        program = {"Authorization": f"Bearer {key}", "If-Match": '"2"'}
        answer = client.post(steps, json={"step": "approve"}, headers=program)
        assert (answer.status_code, answer.json()["code"]) == (403, "approver-is-author")
        assert client.get(place, headers=person).json()["current"] is None
