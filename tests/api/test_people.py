"""People, offices and audit over REST: each office its own; on both databases."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from people import PASSWORD, add_person, cheap
from service.accounts.people import Role
from service.actions.audit import look_over_chains
from service.app import create_app
from service.settings import Settings

PEOPLE = "/api/v1/people"


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    app = create_app(cheap(settings))
    engine = app.state.engine
    add_person(engine, "ha", Role.ADMINISTRATOR)
    add_person(engine, "minh", Role.TRANSLATOR)
    add_person(engine, "root", is_system=True)
    add_person(engine, "wang", Role.ADMINISTRATOR, office="wenshan")
    return app


@pytest.fixture
def web(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


def signed_in(client: TestClient, handle: str, password: str = PASSWORD) -> dict[str, str]:
    answer = client.post("/api/v1/session", json={"handle": handle, "password": password})
    assert answer.status_code == 201, answer.text
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def refused(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def change(client: TestClient, ha: dict[str, str], handle: str, **wanted: object) -> Response:
    seen = client.get(f"{PEOPLE}/{handle}", headers=ha)
    body = {"name": seen.json()["name"], "roles": seen.json()["roles"]} | wanted
    return client.put(f"{PEOPLE}/{handle}", json=body, headers=ha | {"If-Match": seen.headers["etag"]})


def test_an_administrator_sees_the_people_of_the_own_office(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    first = web.get(PEOPLE, params={"limit": 2}, headers=ha).json()
    second = web.get(PEOPLE, params={"limit": 9, "cursor": first["next"]}, headers=ha).json()
    handles = [one["handle"] for one in (*first["items"], *second["items"])]
    assert handles == ["binh", "ha", "lan", "minh", "root"]
    assert second["next"] is None


def test_nobody_else_keeps_people(web: TestClient) -> None:
    minh = signed_in(web, "minh")
    for path in (PEOPLE, f"{PEOPLE}/ha", "/api/v1/audit", "/api/v1/audit/export"):
        assert refused(web.get(path, headers=minh)) == (403, "not-allowed"), path


def test_people_of_another_office_answer_as_if_there_were_none(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    for method, path, body in (
        ("GET", "", None),
        ("PUT", "", {"name": "x", "roles": []}),
        ("POST", "/reset", {}),
        ("GET", "/keys", None),
        ("DELETE", "/keys/bbk_x", None),
    ):
        answers = [
            web.request(method, f"{PEOPLE}/{name}{path}", json=body, headers=ha | {"If-Match": '"1"'})
            for name in ("wang", "none")
        ]
        foreign, unknown = (one.text.replace("wang", "none") for one in answers)
        assert (answers[0].status_code, foreign) == (404, unknown), path


def test_a_person_is_added_and_chooses_a_password_by_a_link_that_is_shown_once(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    asked = {"handle": "nguyen.lan", "name": "Nguyễn Lan", "roles": ["drafter"]}
    answer = web.post(PEOPLE, json=asked, headers=ha)
    assert answer.status_code == 201
    assert answer.headers["location"] == f"{PEOPLE}/nguyen.lan"
    assert answer.json()["link"]["address"].startswith("http://127.0.0.1:8765/reset?token=bbl_")
    assert refused(web.post(PEOPLE, json=asked, headers=ha)) == (409, "handle-taken")
    assert refused(web.post("/api/v1/session", json={"handle": "nguyen.lan", "password": ""})) == (
        401,
        "sign-in-refused",
    )


def test_an_address_of_the_provider_is_one_persons(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    assert change(web, ha, "minh", email="M@office.example").json()["email"] == "m@office.example"
    assert refused(change(web, ha, "ha", email="m@office.example")) == (409, "handle-taken")
    assert web.get(f"{PEOPLE}/ha", headers=ha).json()["email"] is None
    assert change(web, ha, "minh", email=None).json()["email"] is None


@pytest.mark.parametrize("handle", ["a", "A b", "..", "x" * 41, "hà", "-x", "x/y"])
def test_a_handle_is_plain(web: TestClient, handle: str) -> None:
    asked = {"handle": handle, "name": "x", "roles": []}
    assert refused(web.post(PEOPLE, json=asked, headers=signed_in(web, "ha"))) == (422, "wrong-form")


def test_roles_count_from_the_next_request_on(web: TestClient) -> None:
    ha, minh = signed_in(web, "ha"), signed_in(web, "minh")
    assert web.post("/api/v1/glossary/approvals", headers=minh).status_code == 403
    answer = change(web, ha, "minh", roles=["terminologist"])
    assert (answer.status_code, answer.json()["roles"]) == (200, ["terminologist"])
    assert web.post("/api/v1/glossary/approvals", headers=minh).status_code != 403


def test_who_is_disabled_is_out_and_comes_back_only_by_signing_in(web: TestClient) -> None:
    ha, minh = signed_in(web, "ha"), signed_in(web, "minh")
    assert change(web, ha, "minh", is_disabled=True).status_code == 200
    assert refused(web.get("/api/v1/session", headers=minh)) == (401, "not-signed-in")
    assert change(web, ha, "minh", is_disabled=False).status_code == 200
    assert refused(web.get("/api/v1/session", headers=minh)) == (401, "not-signed-in")
    signed_in(web, "minh")


def test_a_change_of_what_was_not_seen_is_refused(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    body = {"name": "Minh", "roles": []}
    assert web.put(f"{PEOPLE}/minh", json=body, headers=ha).status_code == 428
    assert change(web, ha, "minh", name="Minh").status_code == 200
    answer = web.put(f"{PEOPLE}/minh", json=body, headers=ha | {"If-Match": '"1"'})
    assert refused(answer) == (412, "person-changed")


@pytest.mark.parametrize("wanted", [{"roles": ["reader"]}, {"is_disabled": True}])
def test_an_office_is_not_left_without_an_administrator(web: TestClient, wanted: dict[str, Any]) -> None:
    ha = signed_in(web, "ha")
    assert refused(change(web, ha, "ha", **wanted)) == (409, "last-administrator")
    assert change(web, ha, "minh", roles=["administrator"]).status_code == 200
    assert change(web, ha, "ha", **wanted).status_code == 200


def test_an_administrator_of_an_office_becomes_no_system_administrator_by_a_reset(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    assert refused(web.post(f"{PEOPLE}/root/reset", json={}, headers=ha)) == (403, "not-allowed")
    assert refused(change(web, ha, "root", is_disabled=True)) == (403, "not-allowed")


def test_a_key_opens_no_account_by_a_reset_of_its_own_person(app: FastAPI, web: TestClient) -> None:
    add_person(app.state.engine, "both", Role.ADMINISTRATOR, is_system=True)
    for handle in ("ha", "both"):
        asked = {"name": "x", "scopes": ["office:keep"]}
        made = web.post("/api/v1/keys", json=asked, headers=signed_in(web, handle)).json()
        key = {"Authorization": f"Bearer {made['key']}"}
        assert web.get(PEOPLE, headers=key).status_code == 200
        assert refused(web.post(f"{PEOPLE}/{handle}/reset", json={}, headers=key)) == (403, "not-allowed")
        assert refused(change(web, key, handle, roles=["terminologist"])) == (403, "not-allowed")
        assert refused(web.post(f"{PEOPLE}/root/reset", json={}, headers=key)) == (403, "not-allowed")


def test_local_people_get_no_password(web: TestClient) -> None:
    ha = signed_in(web, "ha")
    assert refused(web.post(f"{PEOPLE}/binh/reset", json={}, headers=ha)) == (404, "person-absent")
    assert refused(web.post(f"{PEOPLE}/lan/reset", json={}, headers=ha)) == (403, "not-allowed")


def test_an_administrator_revokes_the_key_of_a_person(web: TestClient) -> None:
    ha, minh = signed_in(web, "ha"), signed_in(web, "minh")
    asked = {"name": "x", "scopes": ["glossary:read"]}
    key = web.post("/api/v1/keys", json=asked, headers=minh).json()
    (listed,) = web.get(f"{PEOPLE}/minh/keys", headers=ha).json()
    assert web.delete(f"{PEOPLE}/minh/keys/{listed['prefix']}", headers=ha).status_code == 204
    shown = {"Authorization": f"Bearer {key['key']}"}
    assert refused(web.get("/api/v1/session", headers=shown)) == (401, "not-signed-in")


def test_only_system_administrators_keep_offices(web: TestClient) -> None:
    ha, root = signed_in(web, "ha"), signed_in(web, "root")
    asked = {"code": "cao-bang", "name_vi": "Sở Ngoại vụ tỉnh Cao Bằng", "name_zh": "高平省外事厅"}
    assert refused(web.post("/api/v1/offices", json=asked, headers=ha)) == (403, "not-allowed")
    assert web.post("/api/v1/offices", json=asked, headers=root).status_code == 201
    assert refused(web.post("/api/v1/offices", json=asked, headers=root)) == (409, "office-taken")
    names = {"name_vi": "Sở Ngoại vụ Cao Bằng", "name_zh": "高平省外事厅"}
    assert web.put("/api/v1/offices/cao-bang", json=names, headers=root).json()["name_vi"] == names["name_vi"]
    assert refused(web.put("/api/v1/offices/national", json=names, headers=root)) == (404, "office-unknown")
    codes = [one["code"] for one in web.get("/api/v1/offices", headers=ha).json()]
    assert codes == ["local", "wenshan", "cao-bang"]
    who = {"handle": "nong", "name": "Nông"}
    answer = web.post("/api/v1/offices/cao-bang/administrators", json=who, headers=root)
    assert (answer.status_code, answer.json()["roles"]) == (201, ["administrator"])


def test_a_system_administrator_sees_no_papers_by_that(web: TestClient) -> None:
    root = signed_in(web, "root")
    for path in ("/api/v1/concepts", PEOPLE, "/api/v1/audit"):
        assert refused(web.get(path, headers=root)) == (403, "not-allowed"), path


def test_the_audit_chain_is_read_by_the_own_office_only(web: TestClient) -> None:
    ha, wang = signed_in(web, "ha"), signed_in(web, "wang")
    web.post("/api/v1/session", json={"handle": "minh", "password": "wrong"})
    page = web.get("/api/v1/audit", params={"limit": 1}, headers=ha).json()
    assert (page["items"][0]["actor"], page["items"][0]["action"]) == ("minh", "session.refuse")
    older = web.get("/api/v1/audit", params={"cursor": page["next"]}, headers=ha).json()["items"]
    assert [one["actor"] for one in older] == ["ha"]
    assert [one["actor"] for one in web.get("/api/v1/audit", headers=wang).json()["items"]] == ["wang"]
    narrowed = web.get("/api/v1/audit", params={"actor": "minh", "action": "session"}, headers=ha).json()
    assert [one["action"] for one in narrowed["items"]] == ["session.refuse"]


def test_whoever_has_the_export_can_verify_it_without_the_program(app: FastAPI, web: TestClient) -> None:
    ha = signed_in(web, "ha")
    for name in ("một", "hai", "ba"):
        change(web, ha, "minh", name=name)
    answer = web.get("/api/v1/audit/export", headers=ha)
    assert answer.headers["content-type"] == "application/x-ndjson"
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert len(lines) == 4
    previous = "0" * 64
    for number, one in enumerate(lines, start=1):
        given = one.pop("digest")
        text = json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert (one["sequence"], one["previous"]) == (number, previous)
        assert hashlib.sha256(text.encode()).hexdigest() == given
        previous = given
    verdicts = {one.office: one for one in look_over_chains(app.state.engine)}
    assert (verdicts["local"].head, verdicts["local"].broken_at) == (previous, None)
