"""What comes in over REST for minutes: shapes, limits, names that cannot be, the trash after 30 days."""

from copy import deepcopy
from datetime import timedelta

from fastapi.testclient import TestClient

from minutes_rest import RECORD, UNKNOWN, make
from service.accounts.store import chain, offices
from service.actions.minutes.trash import KEPT_FOR, purge
from service.api.minutes import examples
from service.db.base import now
from service.db.unit_of_work import unit_of_work

NAMES = ["1", "m-1", "M-ZZZZZZZZZZZZZZ", "m-zz'OR'1zz"]
UNFIT = ["m-%00zzzzzzzzzzzz", "%E2%80%AE", "m-" + "z" * 500]


def test_names_that_no_minutes_have_are_unknown(client: TestClient) -> None:
    expected = client.get(f"/api/v1/minutes/{UNKNOWN}")
    minutes = make(client)
    for name in NAMES:
        answer = client.get(f"/api/v1/minutes/{name}")
        assert (answer.status_code, answer.content) == (404, expected.content), name
        for below in (f"/segments/{name}", f"/segments/{name}/history", f"/segments/{name}/comments"):
            assert minutes.ask("GET", below).json()["code"] == "segment-unknown", name
        assert client.post(f"/api/v1/minutes/trash/{name}/restore").content == expected.content, name


def test_names_too_long_or_with_what_nobody_sees_are_refused(client: TestClient) -> None:
    minutes = make(client)
    for name in UNFIT:
        assert client.get(f"/api/v1/minutes/{name}").status_code == 422
        assert minutes.ask("GET", f"/segments/{name}").status_code == 422


WRONG: list[tuple[str, str, object]] = [
    ("GET", "/versions/0", None),
    ("GET", "/versions/99999999999999999999", None),
    ("GET", "/versions/1/difference?to=99999999999", None),
    ("DELETE", "/waivers/99999999999", None),
    ("PUT", "/shares/%00", {"level": "read"}),
    ("PUT", "/shares/hg", {"level": "own"}),
    ("POST", "/transitions", {"to": "signed"}),
    ("POST", "/transitions", {"to": "in_review", "by": "binh"}),
    ("POST", "/comments", {"text": ""}),
    ("POST", "/comments", {"text": "a\u202eb"}),
    ("POST", "/versions", {"name": "a\nb"}),
    ("PUT", "/facts", {"document_type": "talks_record"}),
    ("PUT", "/tasks", {"tasks": [{"vi": "a", "owner": 1}]}),
    ("PUT", "/outline", {"sections": [{"id": "a b", "heading": {}, "items": []}]}),
    ("PUT", "/outline", {"basis": [{"segment": "1 OR 1"}]}),
    ("GET", "/record?format=xml", None),
    ("GET", "/segments?limit=1000", None),
    ("GET", "/segments?cursor=AAAA", None),
    ("GET", "/findings?as_of=yesterday", None),
]


def test_what_has_another_shape_is_refused(client: TestClient) -> None:
    minutes = make(client)
    for method, below, body in WRONG:
        answer = minutes.ask(method, below, body, '"1"')
        assert answer.status_code == 422, (below, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    assert minutes.read()["record"] == RECORD


def test_texts_are_cleaned_and_bounded(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment("sections[0].items[1]")
    for wrong in ("", "a" * 20_001, "a\u0007", "a\ud800", "a\u200bb"):
        below = f"/segments/{segment['id']}"
        body = b'{"vi": "%s"}' % wrong.encode("unicode_escape").replace(b"\\x07", b"\\u0007")
        headers = {"If-Match": '"1"', "Content-Type": "application/json"}
        answer = client.put(f"{minutes.path}{below}", content=body, headers=headers)
        assert answer.status_code == 422, wrong
    saved = minutes.save(segment, " Hoa\u0300 giải\r\nhai bên ", None)
    assert saved.json()["vi"] == "Hoà giải\nhai bên"


def test_a_record_has_a_bounded_number_of_texts(client: TestClient) -> None:
    record = deepcopy(RECORD)
    record["basis"] = [{"vi": f"Căn cứ {number}"} for number in range(1998)]
    answer = client.post("/api/v1/minutes", json=record)
    assert (answer.status_code, answer.json()["code"]) == (422, "too-many-segments")
    record["basis"].pop()
    minutes = make(client, record)
    assert len(minutes.read()["segments"]) == 2000
    assert minutes.ask("PUT", "/tasks", {"tasks": [{"vi": "a"}]}, '"1"').json()["code"] == "too-many-segments"
    answer = minutes.ask("PUT", "/outline", {"basis": [{"vi": "a"}] * 2001}, '"1"')
    assert answer.json()["code"] == "too-many-segments"
    people = [{"name": {"vi": "a" * 400, "zh": "b" * 400}}] * 1300
    parties = [{**RECORD["parties"][0], "members": people}, RECORD["parties"][1]]
    answer = minutes.ask("PUT", "/participants", {"parties": parties}, '"1"')
    assert answer.json()["code"] == "part-too-large"
    assert minutes.read()["record"] == record


def test_the_examples_are_taken(client: TestClient) -> None:
    minutes = make(client, examples.RECORD)
    for below, body in (
        ("/facts", examples.FACTS),
        ("/participants", examples.PARTICIPANTS),
        ("/outline", examples.OUTLINE),
        ("/tasks", examples.TASKS),
    ):
        assert minutes.ask("PUT", below, body, '"1"').status_code == 200
    segment = minutes.segment("sections[0].items[0]")
    assert (
        minutes.ask("PUT", f"/segments/{segment['id']}", examples.TEXTS, segment["etag"]).status_code == 200
    )


def test_after_thirty_days_the_trash_is_emptied(client: TestClient) -> None:
    engine = client.app.state.engine  # type: ignore[attr-defined]
    gone, left = make(client), make(client)
    segment = gone.segment("sections[0].items[0]")
    gone.save(segment, "a", "b")
    gone.ask("POST", f"/segments/{segment['id']}/comments", {"text": "a"})
    gone.ask("POST", "/versions", {"name": "a"})
    gone.move("in_review")
    gone.ask("DELETE", "", None, gone.work_tag())
    assert purge(engine, now() + KEPT_FOR - timedelta(minutes=1)) == 0
    assert len(client.get("/api/v1/minutes/trash").json()) == 1
    assert purge(engine, now() + KEPT_FOR + timedelta(minutes=1)) == 1
    assert client.get("/api/v1/minutes/trash").json() == []
    assert client.post(f"/api/v1/minutes/trash/{gone.id}/restore").status_code == 404
    assert left.read()["state"] == "drafting"
    with unit_of_work(engine, writing=False) as session:
        local = next(office for office in offices(session) if office.code == "local")
        last = list(chain(session, local.office_id))[-1]
    assert (last.actor, last.action, last.object_id) == ("system", "minutes.purge", gone.id)
