"""Idempotency-Key: what is sent twice is made once, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from service.db.unit_of_work import unit_of_work

PATH = "/api/v1/concepts"
LEDGER = {
    "category": "document",
    "vi": {"preferred": "sổ theo dõi"},
    "zh": {"preferred": "登记簿"},
    "collection": "office",
}
OTHER = LEDGER | {"vi": {"preferred": "sổ bàn giao"}, "zh": {"preferred": "交接簿"}}
KEY = {"Idempotency-Key": "8e03978e-40d5-43dd-bc93-6894a57f9324"}
BINH = {"X-Bienban-Person": "binh"}


def drafts(client: TestClient) -> int:
    return len(client.get(PATH, params={"state": "draft"}).json()["items"])


def kept(engine: Engine) -> list[Any]:
    with unit_of_work(engine, writing=False) as session:
        return list(session.execute(text("SELECT key, status, location FROM done_requests")))


def make_older(engine: Engine, past: str) -> None:
    with unit_of_work(engine, writing=True) as session:
        session.execute(text("UPDATE done_requests SET at = :past"), {"past": past})


def test_a_request_sent_twice_makes_one_thing_and_is_answered_alike(client: TestClient) -> None:
    first = client.post(PATH, json=LEDGER, headers=KEY)
    again = client.post(PATH, json=LEDGER, headers=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    for name in ("location", "etag", "content-type"):
        assert again.headers[name] == first.headers[name]
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert drafts(client) == 1


def test_a_comment_too_is_made_once(client: TestClient) -> None:
    place = client.post(PATH, json=LEDGER).headers["location"]
    said = [client.post(f"{place}/comments", json={"text": "một"}, headers=KEY) for _ in range(3)]
    assert [one.status_code for one in said] == [201, 201, 201]
    assert [len(one.json()) for one in said] == [1, 1, 1]
    assert {one.headers["location"] for one in said} == {f"{place}/comments"}


@pytest.mark.parametrize(
    ("path", "changes"), [("", {"note": "khác"}), ("/../candidates/proposals", {}), ("?", {"note": "khác"})]
)
def test_a_key_is_of_one_request_only(client: TestClient, path: str, changes: dict[str, str]) -> None:
    client.post(PATH, json=LEDGER, headers=KEY)
    other = "/api/v1/candidates/proposals" if ".." in path else PATH
    answer = client.post(other, json=LEDGER | changes, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (422, "key-reused")
    assert drafts(client) == 1


def test_a_key_is_of_one_person_only(client: TestClient) -> None:
    first = client.post(PATH, json=LEDGER, headers=KEY)
    other = client.post(PATH, json=OTHER, headers=KEY | BINH)
    assert other.status_code == 201
    assert other.headers["location"] != first.headers["location"]


def test_twins_that_come_at_once_make_one_thing(client: TestClient) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.post(PATH, json=LEDGER, headers=KEY), range(8)))
    assert {(one.status_code, one.headers["location"], one.content) for one in answers} == {
        (201, answers[0].headers["location"], answers[0].content)
    }
    assert sorted(one.headers.get("idempotency-replayed", "") for one in answers) == [""] + ["true"] * 7
    assert drafts(client) == 1


def test_a_refused_request_leaves_its_key_free(client: TestClient, engine: Engine) -> None:
    wrong = LEDGER | {"valid": {"first": "2024-01-02", "last": "2024-01-01"}}
    assert client.post(PATH, json=wrong, headers=KEY).status_code == 422
    assert kept(engine) == []
    assert client.post(PATH, json=LEDGER, headers=KEY).status_code == 201
    assert [(key, status) for key, status, _ in kept(engine)] == [(KEY["Idempotency-Key"], 201)]


def test_a_key_is_forgotten_after_a_day(client: TestClient, engine: Engine) -> None:
    first = client.post(PATH, json=LEDGER, headers=KEY)
    client.post(PATH, json=OTHER, headers={"Idempotency-Key": "second"} | BINH)
    make_older(engine, "2020-01-01 00:00:00+00:00")
    third = LEDGER | {"vi": {"preferred": "sổ gác"}, "zh": {"preferred": "值班簿"}}
    anew = client.post(PATH, json=third, headers=KEY)
    assert anew.status_code == 201, anew.text
    assert anew.headers["location"] != first.headers["location"]
    assert [one[0] for one in kept(engine)] == [KEY["Idempotency-Key"]]


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("a", 201),
        ('"8e03978e-40d5-43dd-bc93-6894a57f9324"', 201),
        ("a" * 128, 201),
        ("a" * 129, 422),
        ("", 422),
        ("a b", 422),
        ("a;b", 422),
        ("'; DROP TABLE people; --", 422),
        ("khoá".encode(), 400),
    ],
)
def test_a_key_is_one_short_word(client: TestClient, key: str | bytes, status: int) -> None:
    headers: Any = [(b"Idempotency-Key", key if isinstance(key, bytes) else key.encode())]
    answer = client.post(PATH, json=LEDGER, headers=headers)
    assert answer.status_code == status, answer.text


def test_a_key_in_quotation_marks_is_the_same_key(client: TestClient) -> None:
    client.post(PATH, json=LEDGER, headers={"Idempotency-Key": "a-1"})
    again = client.post(PATH, json=LEDGER, headers={"Idempotency-Key": '"a-1"'})
    assert again.headers["idempotency-replayed"] == "true"


def test_what_is_gone_is_not_brought_back_by_its_key(client: TestClient) -> None:
    made = client.post(PATH, json=LEDGER, headers=KEY)
    place = made.headers["location"]
    client.post(f"{place}/transitions", json={"step": "discard"}, headers={"If-Match": '"1"'})
    again = client.post(PATH, json=LEDGER, headers=KEY)
    assert again.status_code == 404
    assert again.json()["code"] == "concept-unknown"
