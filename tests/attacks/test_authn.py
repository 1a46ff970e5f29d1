"""The rows of the threat list about signing in."""

import hmac
import re
import statistics
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import text

from browser import HOST, OWN_PAGE, Browser, token_of
from people import PASSWORD, add_person
from service.accounts.access import codes, tokens
from service.accounts.access.errors import LinkSpent
from service.accounts.access.passwords import Argon2, Passwords
from service.accounts.people import Role
from service.actions.links import Newcomer, become_first, make_link, open_first_link
from service.app import create_app
from service.db.unit_of_work import unit_of_work
from service.http.cookies import SESSION, VISIT
from service.http.forms import own_path
from service.settings import Settings

API = "/api/v1/session"
NEW = "một mật khẩu khác"


@pytest.fixture
def app(installation: Settings) -> Iterator[FastAPI]:
    app = create_app(installation)
    add_person(app.state.engine, "ha", Role.ADMINISTRATOR)
    yield app
    app.state.engine.dispose()


def caller(app: FastAPI, address: str = "192.0.2.7") -> TestClient:
    return TestClient(app, base_url=HOST, client=(address, 1))


def attempt(client: TestClient, handle: str, password: str, code: str = "") -> Response:
    return client.post(API, json={"handle": handle, "password": password, "code": code})


def bearer(answer: Response) -> dict[str, str]:
    assert answer.status_code == 201, answer.text
    return {"Authorization": f"Bearer {answer.json()['token']}"}


def run(app: FastAPI, statement: str) -> list[Any]:
    with unit_of_work(app.state.engine, writing=True) as session:
        done: Any = session.execute(text(statement))
        return list(done.all()) if done.returns_rows else []


def let_time_pass(app: FastAPI) -> None:
    """Every window of tries has ended."""
    run(app, "UPDATE tries SET ends_at = '2023-12-26 00:00:00+00:00'")


def test_as_auth_03_a_copy_of_the_database_opens_nothing(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = caller(app)
    session = bearer(attempt(client, "ha", PASSWORD))
    asked = {"name": "x", "scopes": ["glossary:read"]}
    key = client.post("/api/v1/keys", json=asked, headers=session).json()["key"]
    (kept,) = run(app, "SELECT prefix, digest FROM api_keys")
    assert kept.digest == tokens.digest(key)
    assert len(key.removeprefix(f"{kept.prefix}_")) == 43  # 256 bits
    for shown in (kept.digest, f"{kept.prefix}_{kept.digest}", f"{kept.prefix}_{kept.digest[:43]}"):
        answer = client.get(API, headers={"Authorization": f"Bearer {shown}"})
        assert answer.status_code == 401
    compared: list[str] = []
    real = hmac.compare_digest

    def counted(shown: str, expected: str) -> bool:
        compared.append(expected)
        return real(shown, expected)

    monkeypatch.setattr(hmac, "compare_digest", counted)
    for shown in (f"{kept.prefix}_{'A' * 43}", f"bbk_{'a' * 10}_{'A' * 43}"):
        assert client.get(API, headers={"Authorization": f"Bearer {shown}"}).status_code == 401
    assert len(compared) == 2, "an unknown prefix takes no other way than a wrong secret"


@pytest.mark.parametrize("how", ["disable", "sign-out-everywhere", "reset"])
def test_as_auth_04_who_is_locked_out_is_out_at_the_next_request(app: FastAPI, how: str) -> None:
    add_person(app.state.engine, "minh", Role.DRAFTER)
    client, keeper = caller(app), caller(app)
    minh, ha = bearer(attempt(client, "minh", PASSWORD)), bearer(attempt(keeper, "ha", PASSWORD))
    assert client.get("/api/v1/concepts", headers=minh).status_code == 200
    if how == "disable":
        body = {"name": "Minh", "roles": ["drafter"], "is_disabled": True}
        answer = keeper.put("/api/v1/people/minh", json=body, headers=ha | {"If-Match": '"1"'})
    elif how == "reset":
        answer = keeper.post("/api/v1/people/minh/reset", json={}, headers=ha)
    else:
        answer = client.delete("/api/v1/sessions", headers=minh)
    assert answer.status_code in (200, 204)
    assert client.get("/api/v1/concepts", headers=minh).status_code == 401


def test_as_auth_05_a_name_is_tried_only_so_often(app: FastAPI) -> None:
    client = caller(app)
    answers = [attempt(client, "ha", f"wrong {number}") for number in range(7)]
    assert [one.status_code for one in answers] == [401] * 5 + [429] * 2
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60
    assert answers[-1].json()["code"] == "too-many-tries"
    assert attempt(client, "ha", PASSWORD).status_code == 429, "the right password is no way around"
    kept = run(app, "SELECT actor, came_from FROM audit_events WHERE action = 'session.refuse'")
    assert kept == [("ha", "192.0.2.7")] * 6, "five that were wrong, and that there were too many"
    let_time_pass(app)
    assert attempt(client, "ha", PASSWORD).status_code == 201


def test_as_auth_05_waiting_grows_and_always_ends(app: FastAPI) -> None:
    client = caller(app)
    waits = []
    for _ in range(4):
        while (answer := attempt(client, "ha", "wrong")).status_code == 401:
            pass
        waits.append(int(answer.headers["retry-after"]))
        run(app, "UPDATE tries SET ends_at = '2023-12-26 00:00:00+00:00' WHERE name LIKE '%/5/1/minute'")
    assert waits[0] <= 60 < waits[-1] <= 15 * 60
    before = run(app, "SELECT name, ends_at FROM tries ORDER BY name")
    for _ in range(10):
        assert attempt(client, "ha", "wrong").status_code == 429
    after = run(app, "SELECT name, ends_at FROM tries ORDER BY name")
    longer = [name for name, _ in before if "/1/minute" not in name]
    assert {one for one in before if one[0] in longer} == {one for one in after if one[0] in longer}
    let_time_pass(app)
    assert attempt(client, "ha", PASSWORD).status_code == 201


def test_as_auth_05_strangers_do_not_lock_a_person_out_where_they_sign_in(app: FastAPI) -> None:
    desk = caller(app, "192.0.2.7")
    session = bearer(attempt(desk, "ha", PASSWORD))
    desk.delete(API, headers=session)
    for number in range(30):
        attempt(caller(app, f"198.51.100.{number}"), "ha", "wrong")
    assert attempt(caller(app, "198.51.100.200"), "ha", PASSWORD).status_code == 429
    assert attempt(desk, "ha", PASSWORD).status_code == 201


def test_as_auth_05_one_password_for_many_names_is_counted_by_address(app: FastAPI) -> None:
    client = caller(app)
    answers = [attempt(client, f"name{number}", "mùa xuân 2026").status_code for number in range(25)]
    assert answers == [401] * 20 + [429] * 5
    assert attempt(caller(app, "198.51.100.1"), "ha", PASSWORD).status_code == 201


def test_as_auth_05_all_processes_count_together(app: FastAPI, installation: Settings) -> None:
    other = create_app(installation)
    one, two = caller(app), caller(other)
    answers = [attempt((one, two)[number % 2], "ha", "wrong").status_code for number in range(8)]
    other.state.engine.dispose()
    assert answers == [401] * 5 + [429] * 3


def test_as_auth_05_tries_at_the_same_moment_are_all_counted(app: FastAPI) -> None:
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(attempt(caller(app), "ha", "wrong").status_code))
        for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [401] * 5 + [429] * 7


def test_as_auth_05_a_flood_of_passwords_is_sent_away_and_not_kept_waiting() -> None:
    passwords = Passwords(Argon2(memory_kib=65_536, passes=3, lanes=1), at_once=1)
    kept = passwords.hash(PASSWORD)
    outcomes: list[str] = []

    def look() -> None:
        try:
            outcomes.append("right" if passwords.is_right(PASSWORD, kept)[0] else "wrong")
        except Exception as refused:  # noqa: BLE001 - its name is what is counted
            outcomes.append(type(refused).__name__)

    threads = [threading.Thread(target=look) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(outcomes) == {"right", "TooBusy"}
    assert outcomes.count("right") >= 4


def _runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hashes that Argon2 is made to look at, and those it makes."""
    looked: list[str] = []
    verify, make = PasswordHasher.verify, PasswordHasher.hash

    def counted_verify(self: PasswordHasher, kept: str | bytes, typed: str | bytes) -> bool:
        looked.append("verify")
        return bool(verify(self, kept, typed))

    def counted_hash(self: PasswordHasher, *given: Any, **more: Any) -> str:  # noqa: ANN401 - handed on
        looked.append("hash")
        return make(self, *given, **more)

    monkeypatch.setattr(PasswordHasher, "verify", counted_verify)
    monkeypatch.setattr(PasswordHasher, "hash", counted_hash)
    return looked


def test_as_auth_06_who_exists_is_told_by_no_word_no_status_and_no_cost(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    for handle in ("gone", "empty"):
        add_person(app.state.engine, handle, Role.DRAFTER)
    run(app, "UPDATE people SET is_disabled = true WHERE handle = 'gone'")
    run(app, "DELETE FROM passwords WHERE person_id = (SELECT id FROM people WHERE handle = 'empty')")
    client = caller(app)
    attempt(client, "warm", "up")
    looked = _runs(monkeypatch)
    told = set()
    for handle, password in (
        ("ha", "wrong password"),
        ("gone", PASSWORD),
        ("empty", PASSWORD),
        ("lan", PASSWORD),
        ("nobody", PASSWORD),
    ):
        looked.clear()
        answer = attempt(client, handle, password)
        told.add((answer.status_code, answer.text, tuple(looked), tuple(sorted(answer.headers))))
    assert len(told) == 1
    assert next(iter(told))[2] == ("verify",)


def test_as_auth_06_refusals_of_the_limit_are_alike_too(app: FastAPI) -> None:
    for handle in ("ha", "nobody"):
        answers = [attempt(caller(app), handle, "wrong").status_code for _ in range(6)]
        assert answers == [401] * 5 + [429]


def test_as_auth_06_times_are_alike(installation: Settings) -> None:
    """With a real cost, the time of a refusal is Argon2's, whoever is named."""
    dear = Settings(**{**vars(installation), "argon2_memory_kib": 19_456, "argon2_passes": 2})
    app = create_app(dear)
    add_person(app.state.engine, "ha", Role.DRAFTER)
    with unit_of_work(app.state.engine, writing=True) as session:
        kept = app.state.access.passwords.hash(PASSWORD)
        session.execute(text("UPDATE passwords SET kept = :kept"), {"kept": kept})
    spent: dict[str, list[float]] = {"ha": [], "nobody": []}
    client = caller(app)
    attempt(client, "warm", "up")
    for _ in range(12):
        for handle, times in spent.items():
            let_time_pass(app)
            before = time.process_time()
            attempt(client, handle, "wrong password")
            times.append(time.process_time() - before)
    app.state.engine.dispose()
    known, unknown = (statistics.median(times) for times in spent.values())
    assert 0.6 < known / unknown < 1.6  # a skipped hash makes it several times


def test_as_auth_08_cookies_are_for_this_host_only_and_for_no_script(app: FastAPI) -> None:
    browser = Browser(app)
    visit = browser.open("/sign-in").headers["set-cookie"]
    session = browser.sign_in("ha", PASSWORD).headers["set-cookie"]
    for name, said in ((VISIT, visit), (SESSION, session)):
        assert said.startswith(f"{name}=")
        assert name.startswith("__Host-")
        attributes = {part.strip().partition("=")[0].lower() for part in said.split(";")[1:]}
        assert {"secure", "httponly", "path", "samesite"} <= attributes
        assert "domain" not in attributes
        assert "samesite=lax" in said.lower()
        assert "Path=/" in said


def page_forms(app: FastAPI) -> list[str]:
    found = [
        str(route.path).replace("{session_id}", "x").replace("{prefix}", "x")
        for route in iter_route_contexts(app.routes)
        if isinstance(route.original_route, APIRoute)
        and not str(route.path).startswith("/api")
        and "POST" in (route.methods or set())
    ]
    assert {"/sign-in", "/sign-in/code", "/sign-out", "/reset", "/first-administrator"} < set(found)
    assert len(found) >= 12
    return found


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://bienban.example.evil.example"},
        {"Origin": "https://bienban.example:444"},
        {"Origin": "ftp://bienban.example"},
        {"Origin": HOST, "Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_as_auth_09_no_form_of_another_site_does_anything(app: FastAPI, headers: dict[str, str]) -> None:
    browser = Browser(app)
    browser.sign_in("ha", PASSWORD)
    browser.open("/account")
    for path in page_forms(app):
        answer = browser.client.post(path, data={"mark": browser.mark}, headers=headers)
        assert answer.status_code == 403, path
    assert browser.client.get("/account").status_code == 200


def test_as_auth_09_a_form_without_its_mark_does_nothing(app: FastAPI) -> None:
    browser, other = Browser(app), Browser(app)
    browser.sign_in("ha", PASSWORD)
    browser.open("/account")
    other.open("/sign-in")
    for path in page_forms(app):
        for mark in ("", "x" * 64, other.mark, browser.client.cookies[SESSION]):
            answer = browser.client.post(path, data={"mark": mark}, headers=OWN_PAGE)
            assert answer.status_code == 403, path
        assert Browser(app).client.post(path, data={"mark": ""}, headers=OWN_PAGE).status_code in (303, 403)
    assert browser.client.get("/account").status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/json", ""])
def test_as_auth_09_forms_come_as_forms(app: FastAPI, kind: str) -> None:
    browser = Browser(app)
    browser.sign_in("ha", PASSWORD)
    browser.open("/account")
    body = f"mark={browser.mark}"
    for path in page_forms(app):
        answer = browser.client.post(path, content=body, headers=OWN_PAGE | {"Content-Type": kind})
        assert answer.status_code == 415, path


def test_as_auth_09_the_api_takes_no_cookie(app: FastAPI) -> None:
    browser = Browser(app)
    browser.sign_in("ha", PASSWORD)
    for method, path in (("GET", API), ("GET", "/api/v1/people"), ("POST", "/api/v1/keys"), ("DELETE", API)):
        for kind in ("application/json", "text/plain"):
            sent = OWN_PAGE | {"Content-Type": kind}
            answer = browser.client.request(method, path, headers=sent, content=b"{}")
            assert answer.status_code == 401, (method, path)
    assert browser.client.get("/account").status_code == 200


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/%0d%0aLocation:%20https://evil.example",
        "/\r\nLocation: https://evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        " //evil.example",
        "///evil.example",
        "/..//evil.example",
        "/./" + "/evil.example",
        "/%2f/evil.example",
        "/%5cevil.example",
        "/@evil.example",
        "@evil.example",
        "account",
        "",
        "/a\u202eb",
        "/" + "a" * 600,
        "/a?next=//evil.example",
        "/a#//evil.example",
    ],
)
def test_as_auth_10_nothing_leads_to_another_site(app: FastAPI, wanted: str) -> None:
    assert own_path(wanted, "/account") == "/account"
    browser = Browser(app)
    browser.client.get("/sign-in", params={"next": wanted})
    browser.open("/sign-in")
    assert 'name="next" value="/account"' in browser.page
    answer = browser.send("/sign-in", handle="ha", password=PASSWORD, next=wanted)
    # A control character is refused with its form.
    assert answer.status_code == 422 or answer.headers["location"] == "/account"


def with_second_factor(app: FastAPI) -> str:
    secret = codes.new_secret()
    sealed = app.state.access.sealer.seal(secret)
    run(
        app,
        "INSERT INTO second_factors (person_id, sealed, confirmed_at, used_step)"  # noqa: S608 - of a test
        f" SELECT id, '{sealed}', '2023-12-26 00:00:00+00:00', 0 FROM people WHERE handle = 'ha'",
    )
    return secret


def test_as_auth_12_a_code_counts_once_even_at_the_same_moment(app: FastAPI) -> None:
    secret = with_second_factor(app)
    assert attempt(caller(app), "ha", PASSWORD).json()["code"] == "code-wanted"
    code = pyotp.TOTP(secret).now()
    answers: list[int] = []
    threads = [
        threading.Thread(
            target=lambda: answers.append(attempt(caller(app), "ha", PASSWORD, code).status_code)
        )
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [201, 401, 401]
    let_time_pass(app)
    assert attempt(caller(app), "ha", PASSWORD, code).status_code == 401


def test_as_auth_12_clocks_may_be_one_step_wrong_and_no_more() -> None:
    secret, now = codes.new_secret(), datetime.now(UTC)
    step = int(now.timestamp()) // 30
    for off in range(-3, 4):
        code = pyotp.TOTP(secret).at(now + timedelta(seconds=30 * off))
        expected = step + off if abs(off) <= 1 else None
        assert codes.step_of(secret, code, now, 0) == expected, off
        assert codes.step_of(secret, code, now, step + off) is None, "what was used is spent"
    # An older code than the one that was used does not count either.
    older = pyotp.TOTP(secret).at(now - timedelta(seconds=30))
    assert codes.step_of(secret, older, now, step) is None


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "abcdef", "１２３４５６", "12345 ", "-12345", "1e1000"]
)
def test_as_auth_12_a_code_is_six_digits(code: str) -> None:
    assert codes.step_of(codes.new_secret(), code, datetime.now(UTC), 0) is None


def link_for(app: FastAPI) -> str:
    with unit_of_work(app.state.engine, writing=True) as session:
        (number,) = session.execute(text("SELECT id FROM people WHERE handle = 'ha'")).one()
        return make_link(session, app.state.access, number).address


def test_as_auth_13_a_link_counts_once_and_the_newest_only(app: FastAPI) -> None:
    older, newer = token_of(link_for(app)), token_of(link_for(app))
    browser = Browser(app)
    assert browser.open(f"/reset?token={older}").status_code == 410
    assert browser.open(f"/reset?token={newer}").status_code == 200
    assert browser.open(f"/reset?token={newer}").status_code == 200, "looking at it does not use it"
    assert browser.send("/reset", token=newer, password="short", again="short").status_code == 422  # noqa: S106
    assert browser.send("/reset", token=newer, password=NEW, again=NEW).status_code == 303
    assert browser.open(f"/reset?token={newer}").status_code == 410
    browser.open("/sign-in")
    answer = browser.send("/reset", token=newer, password=PASSWORD, again=PASSWORD)
    assert answer.status_code == 410
    assert attempt(caller(app), "ha", NEW).status_code == 201


def test_as_auth_13_a_link_has_a_short_life_and_is_kept_as_a_digest(app: FastAPI) -> None:
    token = token_of(link_for(app))
    ((digest, ends_at),) = run(app, "SELECT digest, ends_at FROM one_time_links")
    assert digest == tokens.digest(token)
    ends = datetime.fromisoformat(str(ends_at)).replace(tzinfo=UTC)
    assert timedelta(minutes=58) < ends - datetime.now(UTC) < timedelta(minutes=61)
    run(app, "UPDATE one_time_links SET ends_at = '2023-12-26 00:00:00+00:00'")
    assert Browser(app).open(f"/reset?token={token}").status_code == 410


@pytest.mark.parametrize("header", ["Host", "X-Forwarded-Host", "Forwarded"])
def test_as_auth_13_a_link_names_the_host_of_the_settings_whatever_a_request_says(
    app: FastAPI, header: str
) -> None:
    client = caller(app)
    ha = bearer(attempt(client, "ha", PASSWORD))
    add_person(app.state.engine, "minh", Role.READER)
    said = "host=evil.example" if header == "Forwarded" else "evil.example"
    answer = client.post("/api/v1/people/minh/reset", json={}, headers=ha | {header: said})
    if header == "Host":
        assert answer.status_code == 421
    else:
        assert answer.json()["address"].startswith(f"{HOST}/reset?token=")


def test_as_auth_14_of_many_who_want_to_be_first_one_is(installation: Settings) -> None:
    app = create_app(installation)
    engine, access = app.state.engine, app.state.access
    links = [open_first_link(engine, access) for _ in range(3)]
    found = [token_of(link.address) for link in links if link]
    outcomes: list[str] = []

    def become(number: int) -> None:
        who = Newcomer(f"first{number}", "x", NEW)
        try:
            outcomes.append(become_first(engine, access, found[number % 3], who, "192.0.2.7").handle)
        except LinkSpent:
            outcomes.append("")

    threads = [threading.Thread(target=become, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [one for one in outcomes if one]
    kept = run(app, "SELECT handle, is_system FROM people WHERE NOT is_local")
    left = run(app, "SELECT count(*) FROM one_time_links")
    engine.dispose()
    assert [(handle, bool(is_system)) for handle, is_system in kept] == [(winner, True)]
    assert left == [(0,)]


def test_as_auth_14_a_stranger_without_the_link_gets_nowhere(app: FastAPI, installation: Settings) -> None:
    assert open_first_link(app.state.engine, app.state.access) is None, "somebody is there already"
    run(app, "DELETE FROM person_roles")
    run(app, "DELETE FROM passwords")
    run(app, "DELETE FROM people WHERE handle = 'ha'")
    assert open_first_link(app.state.engine, app.state.access) is not None
    reset = tokens.new_token(tokens.LINK)
    browser = Browser(app)
    browser.open("/sign-in")
    who = {"handle": "evil", "name": "x", "password": NEW, "again": NEW}
    for token in ("", "x", reset, "bbl_" + "A" * 43):
        assert browser.open(f"/first-administrator?token={token}").status_code == 410
        browser.open("/sign-in")
        assert browser.send("/first-administrator", token=token, **who).status_code == 410
    assert run(app, "SELECT handle FROM people WHERE NOT is_local") == []
    assert not re.search(r"bbl_", browser.page)
    del installation
