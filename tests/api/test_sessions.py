"""Signing in over REST: sessions, keys, who is let through and who is not; on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import text
from sqlmodel import select

from people import PASSWORD, add_person, cheap
from service.accounts.access.tables import SessionRow
from service.accounts.access.tokens import digest
from service.accounts.people import Role
from service.app import create_app
from service.db.unit_of_work import unit_of_work
from service.settings import Settings

SESSION = "/api/v1/session"
KEYS = "/api/v1/keys"
LEDGER = {
    "category": "document",
    "collection": "office",
    "vi": {"preferred": "sổ"},
    "zh": {"preferred": "簿"},
}


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    app = create_app(cheap(settings))
    add_person(app.state.engine, "ha", Role.DRAFTER, Role.TERMINOLOGIST)
    return app


@pytest.fixture
def web(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1", client=("192.0.2.7", 1)) as client:
        yield client


def signed_in(client: TestClient, handle: str = "ha", password: str = PASSWORD) -> dict[str, str]:
    answer = client.post(SESSION, json={"handle": handle, "password": password})
    assert answer.status_code == 201, answer.text
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def refused(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def rows(app: FastAPI, statement: str) -> list[Any]:
    with unit_of_work(app.state.engine, writing=False) as session:
        return list(session.execute(text(statement)).all())


def change(app: FastAPI, statement: str) -> None:
    with unit_of_work(app.state.engine, writing=True) as session:
        session.execute(text(statement))


def test_a_person_signs_in_and_is_who_they_say(web: TestClient) -> None:
    answer = web.post(SESSION, json={"handle": "ha", "password": PASSWORD})
    assert answer.status_code == 201
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    me = web.get(SESSION, headers={"Authorization": f"Bearer {answer.json()['token']}"}).json()
    assert (me["handle"], me["roles"], me["scopes"]) == ("ha", ["drafter", "terminologist"], None)
    assert me["office"]["code"] == "local"


def test_a_password_counts_however_its_accents_were_typed(web: TestClient) -> None:
    decomposed = "bo\u0302\u0301n con ngu\u031b\u0323a tra\u0306\u0301ng"
    assert decomposed != PASSWORD
    signed_in(web, password=decomposed)


def test_of_a_session_only_a_digest_is_kept(app: FastAPI, web: TestClient) -> None:
    token = signed_in(web)["Authorization"].removeprefix("Bearer ")
    ((kept,),) = rows(app, "SELECT digest FROM sessions")
    assert kept == digest(token)
    everything = str(rows(app, "SELECT * FROM sessions")) + str(rows(app, "SELECT * FROM audit_events"))
    assert token not in everything


@pytest.mark.parametrize(
    ("handle", "password"),
    [("ha", "x" * 12), ("nobody", PASSWORD), ("lan", PASSWORD), ("", ""), ("ha", ""), ("HA", PASSWORD)],
)
def test_who_is_not_let_in_hears_the_same_whatever_is_wrong(
    web: TestClient, handle: str, password: str
) -> None:
    answer = web.post(SESSION, json={"handle": handle, "password": password})
    assert refused(answer) == (401, "sign-in-refused")
    assert answer.json()["detail"] == "the name, the password or the code is not right"
    assert answer.headers["www-authenticate"] == 'Bearer realm="bienban"'


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Bienban-Person": "lan"},
        {"Authorization": "Basic aGE6eA=="},
        {"Authorization": "Bearer "},
        {"Authorization": "Bearer bbs_" + "A" * 43},
        {"Authorization": "Bearer bbk_abcdefghjk_" + "A" * 43},
    ],
)
def test_who_shows_nothing_that_counts_is_not_answered(web: TestClient, headers: dict[str, str]) -> None:
    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
    answer = web.get("/api/v1/concepts", headers=encoded)
    assert answer.status_code == 401
    assert answer.json()["code"] in ("nobody-said", "not-signed-in")


def test_a_token_of_other_letters_is_no_header(web: TestClient) -> None:
    answer = web.get("/api/v1/concepts", headers=[(b"Authorization", "Bearer é".encode())])
    assert refused(answer) == (400, "request-unreadable")


def test_a_cookie_opens_no_route_of_the_api(web: TestClient) -> None:
    token = signed_in(web)["Authorization"].removeprefix("Bearer ")
    answer = web.get("/api/v1/concepts", headers={"Cookie": f"__Host-bienban-session={token}"})
    assert refused(answer) == (401, "nobody-said")


def test_who_signed_out_is_out(web: TestClient) -> None:
    headers = signed_in(web)
    assert web.delete(SESSION, headers=headers).status_code == 204
    assert refused(web.get(SESSION, headers=headers)) == (401, "not-signed-in")


def test_one_session_is_ended_from_another_one_and_all_of_them_at_once(web: TestClient) -> None:
    desk, phone, third = signed_in(web), signed_in(web), signed_in(web)
    listed = web.get("/api/v1/sessions", headers=desk).json()
    assert [one["is_this"] for one in listed] == [False, False, True]
    assert web.delete(f"/api/v1/sessions/{listed[1]['id']}", headers=desk).status_code == 204
    assert [web.get(SESSION, headers=one).status_code for one in (desk, phone, third)] == [200, 401, 200]
    assert web.delete("/api/v1/sessions", headers=desk).status_code == 204
    assert [web.get(SESSION, headers=one).status_code for one in (desk, third)] == [401, 401]


def test_nobody_ends_the_session_of_another_person(app: FastAPI, web: TestClient) -> None:
    add_person(app.state.engine, "minh", Role.ADMINISTRATOR)
    mine, theirs = signed_in(web), signed_in(web, "minh")
    (one,) = web.get("/api/v1/sessions", headers=theirs).json()
    unknown = web.delete("/api/v1/sessions/abc", headers=mine)
    foreign = web.delete(f"/api/v1/sessions/{one['id']}", headers=mine)
    assert (unknown.status_code, foreign.status_code) == (404, 404)
    assert web.get(SESSION, headers=theirs).status_code == 200


def test_a_session_ends_when_nothing_is_asked_for_and_at_its_end_in_any_case(settings: Settings) -> None:
    app = create_app(replace(cheap(settings), session_idle_minutes=30))
    add_person(app.state.engine, "ha", Role.READER)
    with TestClient(app, base_url="http://127.0.0.1") as web:
        idle, old = signed_in(web), signed_in(web)
        ((first,), (second,)) = rows(app, "SELECT public_id FROM sessions ORDER BY id")
        _move(app, first, "seen_at", timedelta(minutes=31))
        _move(app, second, "ends_at", timedelta(hours=24, seconds=1))
        assert refused(web.get(SESSION, headers=idle)) == (401, "not-signed-in")
        assert refused(web.get(SESSION, headers=old)) == (401, "not-signed-in")


def _move(app: FastAPI, public_id: str, column: str, back: timedelta) -> None:
    with unit_of_work(app.state.engine, writing=True) as session:
        row = session.exec(select(SessionRow).where(SessionRow.public_id == public_id)).one()
        setattr(row, column, getattr(row, column) - back)
        session.add(row)


def test_using_a_session_keeps_it_alive(app: FastAPI, web: TestClient) -> None:
    headers = signed_in(web)
    ((name,),) = rows(app, "SELECT public_id FROM sessions")
    _move(app, name, "seen_at", timedelta(minutes=100))
    assert web.get(SESSION, headers=headers).status_code == 200
    _move(app, name, "seen_at", timedelta(minutes=100))
    assert web.get(SESSION, headers=headers).status_code == 200


def test_whose_account_is_disabled_is_out_at_the_next_request(app: FastAPI, web: TestClient) -> None:
    headers = signed_in(web)
    key = made_key(web, headers)
    change(app, "UPDATE people SET is_disabled = true WHERE handle = 'ha'")
    assert refused(web.get(SESSION, headers=headers)) == (401, "not-signed-in")
    assert refused(web.get(SESSION, headers=key)) == (401, "not-signed-in")
    assert refused(web.post(SESSION, json={"handle": "ha", "password": PASSWORD})) == (401, "sign-in-refused")


def made_key(web: TestClient, headers: dict[str, str], *scopes: str) -> dict[str, str]:
    asked = {"name": "đêm", "scopes": list(scopes) or ["glossary:read"], "days": 30}
    answer = web.post(KEYS, json=asked, headers=headers)
    assert answer.status_code == 201, answer.text
    return {"Authorization": f"Bearer {answer.json()['key']}"}


def test_a_key_acts_as_its_person_within_its_scopes(web: TestClient) -> None:
    key = made_key(web, signed_in(web))
    me = web.get(SESSION, headers=key).json()
    assert (me["handle"], me["scopes"]) == ("ha", ["glossary:read"])
    assert web.get("/api/v1/concepts", headers=key).status_code == 200
    assert refused(web.post("/api/v1/concepts", json=LEDGER, headers=key)) == (403, "not-allowed")


def test_a_key_looks_after_no_account(web: TestClient) -> None:
    key = made_key(web, signed_in(web), "glossary:read", "glossary:write", "glossary:approve")
    for method, path in (("GET", KEYS), ("POST", KEYS), ("GET", "/api/v1/sessions"), ("DELETE", SESSION)):
        body = {"name": "x", "scopes": ["glossary:read"]} if method == "POST" else None
        assert refused(web.request(method, path, json=body, headers=key)) == (403, "not-allowed"), path


def test_a_key_is_for_nothing_its_person_may_not_do(app: FastAPI, web: TestClient) -> None:
    headers = signed_in(web)
    asked = {"name": "x", "scopes": ["office:keep"]}
    answer = web.post(KEYS, json=asked, headers=headers)
    assert refused(answer) == (422, "key-refused")
    assert answer.json()["problems"][0]["field"] == "scopes"
    key = made_key(web, headers, "glossary:approve")
    change(app, "DELETE FROM person_roles WHERE role = 'terminologist'")
    assert refused(web.post("/api/v1/glossary/approvals", headers=key)) == (403, "not-allowed")


def test_of_a_key_only_a_digest_is_kept_and_its_prefix_shown(app: FastAPI, web: TestClient) -> None:
    headers = signed_in(web)
    text_ = made_key(web, headers)["Authorization"].removeprefix("Bearer ")
    (listed,) = web.get(KEYS, headers=headers).json()
    assert text_.startswith(listed["prefix"] + "_")
    assert "key" not in listed
    secret = text_.removeprefix(listed["prefix"] + "_")
    assert len(secret) == 43
    kept = str(rows(app, "SELECT * FROM api_keys")) + str(rows(app, "SELECT * FROM audit_events"))
    assert secret not in kept
    assert digest(text_) in kept


def test_a_key_that_was_revoked_or_has_ended_does_not_count(app: FastAPI, web: TestClient) -> None:
    headers = signed_in(web)
    revoked, ended = made_key(web, headers), made_key(web, headers)
    _, first = web.get(KEYS, headers=headers).json()
    assert web.delete(f"{KEYS}/{first['prefix']}", headers=headers).status_code == 204
    assert web.delete(f"{KEYS}/{first['prefix']}", headers=headers).status_code == 404
    change(app, "UPDATE api_keys SET ends_at = '2023-12-26 00:00:00+00:00' WHERE revoked_at IS NULL")
    for key in (revoked, ended):
        assert refused(web.get("/api/v1/concepts", headers=key)) == (401, "not-signed-in")


def test_a_key_says_when_it_was_last_used(web: TestClient) -> None:
    headers = signed_in(web)
    key = made_key(web, headers)
    assert web.get(KEYS, headers=headers).json()[0]["used_at"] is None
    assert web.get("/api/v1/concepts", headers=key).status_code == 200
    assert web.get(KEYS, headers=headers).json()[0]["used_at"] is not None


def test_four_eyes_hold_across_the_keys_and_sessions_of_one_person(web: TestClient) -> None:
    session = signed_in(web)
    writer = made_key(web, session, "glossary:write")
    approver = made_key(web, session, "glossary:write", "glossary:approve")
    made = web.post("/api/v1/concepts", json=LEDGER, headers=writer).json()
    steps = f"/api/v1/concepts/{made['id']}/transitions"
    assert web.post(steps, json={"step": "propose"}, headers=writer | {"If-Match": '"1"'}).status_code == 200
    for shown in (approver, session):
        answer = web.post(steps, json={"step": "approve"}, headers=shown | {"If-Match": '"2"'})
        assert refused(answer) == (403, "approver-is-author")


@pytest.mark.parametrize("step", ["approve", "reject", "retire"])
def test_only_terminologists_decide(app: FastAPI, web: TestClient, step: str) -> None:
    add_person(app.state.engine, "dung", Role.TRANSLATOR, Role.ADMINISTRATOR)
    author, other = signed_in(web), signed_in(web, "dung")
    made = web.post("/api/v1/concepts", json=LEDGER, headers=author).json()
    steps = f"/api/v1/concepts/{made['id']}/transitions"
    assert web.post(steps, json={"step": "propose"}, headers=other | {"If-Match": '"1"'}).status_code == 200
    answer = web.post(steps, json={"step": step, "reason": "x"}, headers=other | {"If-Match": '"2"'})
    assert refused(answer) == (403, "not-allowed")


def test_what_was_denied_is_kept_although_nothing_else_is(app: FastAPI, web: TestClient) -> None:
    add_person(app.state.engine, "dung", Role.READER)
    web.post("/api/v1/concepts", json={}, headers=signed_in(web, "dung"))
    found = rows(app, "SELECT actor, action, object_id, came_from FROM audit_events WHERE action = 'denied'")
    assert found == [("dung", "denied", "POST /api/v1/concepts", "192.0.2.7")]


def test_who_is_not_let_through_does_not_have_their_body_read(app: FastAPI, web: TestClient) -> None:
    add_person(app.state.engine, "dung", Role.READER)
    for headers, status in ((None, 401), (signed_in(web, "dung"), 403), (signed_in(web, "ha"), 400)):
        sent = {"content-type": "application/json"} | (headers or {})
        assert web.post("/api/v1/concepts", content=b"{" * 100, headers=sent).status_code == status


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:80", "[::1"])
def test_the_service_answers_for_its_own_names_only(web: TestClient, host: str) -> None:
    assert refused(web.get("/health", headers={"Host": host})) == (421, "unknown-host")


def test_the_service_answers_for_the_names_of_its_settings(settings: Settings) -> None:
    named = replace(cheap(settings), base_url="https://bienban.example", host="0.0.0.0")  # noqa: S104 - not listened to
    with TestClient(create_app(named), base_url="https://bienban.example") as web:
        assert web.get("/health").status_code == 200
        assert web.get("/health", headers={"Host": "BIENBAN.example:443"}).status_code == 200


@pytest.mark.parametrize(("trusted", "told"), [((), "198.51.100.9"), (("198.51.100.9",), "192.0.2.44")])
def test_a_proxy_is_believed_only_where_the_settings_trust_it(
    settings: Settings, trusted: tuple[str, ...], told: str
) -> None:
    app = create_app(replace(cheap(settings), trusted_proxies=trusted))
    add_person(app.state.engine, "ha", Role.READER)
    with TestClient(app, base_url="http://127.0.0.1", client=("198.51.100.9", 1)) as web:
        answer = web.post(
            SESSION, json={"handle": "ha", "password": PASSWORD}, headers={"X-Forwarded-For": "192.0.2.44"}
        )
        assert answer.status_code == 201
        assert rows(app, "SELECT came_from FROM sessions") == [(told,)]
