"""Signing in with an OpenID provider: real processes on this machine, a good one and one with faults."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2
import pyotp
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from browser import HOST, Browser
from people import PASSWORD, add_person
from service.accounts.access.store.secrets import link_identity
from service.accounts.people import Role
from service.app import create_app
from service.db.unit_of_work import unit_of_work
from service.http.errors import OpenIdRefused
from service.http.openid import OpenIdProvider
from service.settings import Settings

EMAIL = "ha@office.example"
FAULTY = Path(__file__).parents[1] / "faulty_provider.py"
REFUSED = "The OpenID provider&#39;s answer is not in order; sign in again"
NOT_LINKED = "The name, the password or the code is not right"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(*command: str, port: int) -> Iterator[str]:
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(200):
            try:
                httpx2.get(f"{address}/.well-known/openid-configuration", timeout=5).raise_for_status()
                break
            except httpx2.TransportError:
                assert process.poll() is None, "the provider has ended"
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def good() -> Iterator[str]:
    """A provider made with Authlib's own provider side."""
    port = free_port()
    claims = f'{{"sub": "s-1", "email": "{EMAIL}", "email_verified": true}}'
    with running("-m", "oidc_provider_mock", "-p", str(port), "-n", "--user-claims", claims, port=port) as it:
        yield it


@pytest.fixture(scope="module")
def faulty() -> Iterator[str]:
    """A provider that answers as it is told to."""
    port = free_port()
    with running(str(FAULTY), str(port), port=port) as it:
        yield it


@contextmanager
def service(installation: Settings, issuer: str) -> Iterator[FastAPI]:
    chosen = replace(
        installation,
        oidc_issuer=issuer,
        oidc_client_id="bienban",
        oidc_client_secret="secret",  # noqa: S106 - of a test
    )
    app = create_app(chosen)
    number = add_person(app.state.engine, "ha", Role.READER)
    with unit_of_work(app.state.engine, writing=True) as session:
        link_identity(session, number, issuer, EMAIL)
    try:
        yield app
    finally:
        app.state.engine.dispose()


def go_to_provider(browser: Browser, wanted: str = "/account") -> str:
    browser.open("/sign-in")
    assert "With the account of my office" in browser.page
    answer = browser.client.get(f"/sign-in/openid?next={wanted}")
    assert answer.status_code == 303
    return str(answer.headers["location"])


def come_back(browser: Browser, address: str, sub: str | None = None) -> httpx2.Response:
    """Go through the provider's page, and back to the service with what it says."""
    answer = httpx2.post(address, data={"sub": sub}) if sub else httpx2.get(address)
    assert answer.status_code == 302, answer.text
    back = answer.headers["location"]
    assert back.startswith(f"{HOST}/sign-in/openid/back?")
    return browser.client.get(back.removeprefix(HOST))


def test_a_person_whom_an_administrator_linked_signs_in(installation: Settings, good: str) -> None:
    with service(installation, good) as app:
        browser = Browser(app)
        address = go_to_provider(browser)
        query = parse_qs(urlsplit(address).query)
        assert (query["code_challenge_method"], query["response_type"]) == (["S256"], ["code"])
        assert len(query["nonce"][0]) == len(query["state"][0]) == 43
        answer = come_back(browser, address, "s-1")
        assert (answer.status_code, answer.headers["location"]) == (303, "/account")
        assert "My account" in browser.open("/account").text


def test_nobody_is_made_by_signing_in(installation: Settings, good: str) -> None:
    with service(installation, good) as app:
        browser = Browser(app)
        answer = come_back(browser, go_to_provider(browser), "stranger@office.example")
        assert answer.status_code == 401
        assert NOT_LINKED in answer.text
        with unit_of_work(app.state.engine, writing=False) as session:
            handles = session.execute(text("SELECT handle FROM people ORDER BY handle")).scalars().all()
        assert handles == ["binh", "ha", "lan"]


def test_an_answer_counts_once_and_for_the_browser_that_asked(installation: Settings, good: str) -> None:
    with service(installation, good) as app:
        browser, thief = Browser(app), Browser(app)
        address = go_to_provider(browser)
        answer = httpx2.post(address, data={"sub": "s-1"})
        back = answer.headers["location"].removeprefix(HOST)
        go_to_provider(thief)
        assert thief.client.get(back).status_code == 403
        assert browser.client.get(back).status_code == 303
        assert browser.client.get(back).status_code in (403, 422)


@pytest.mark.parametrize(
    "fault",
    [
        "nonce",
        "no-nonce",
        "state",
        "signature",
        "changed",
        "unsigned",
        "symmetric",
        "audience",
        "no-aud",
        "party",
        "issuer",
        "expired",
        "no-exp",
        "no-sub",
        "subject",
        "no-token",
    ],
)
def test_an_answer_that_is_not_in_order_lets_nobody_in(
    installation: Settings, faulty: str, fault: str
) -> None:
    with service(installation, faulty) as app:
        httpx2.get(f"{faulty}/fault?name={fault}")
        browser = Browser(app)
        answer = come_back(browser, go_to_provider(browser))
        assert answer.status_code == 403
        assert REFUSED in answer.text
        assert "__Host-bienban-session" not in browser.client.cookies


@pytest.mark.parametrize("fault", ["unverified", "verified-in-words", "stranger"])
def test_an_address_that_the_provider_has_not_verified_or_nobody_linked_counts_for_nothing(
    installation: Settings, faulty: str, fault: str
) -> None:
    with service(installation, faulty) as app:
        httpx2.get(f"{faulty}/fault?name={fault}")
        browser = Browser(app)
        answer = come_back(browser, go_to_provider(browser))
        assert answer.status_code == 401
        assert NOT_LINKED in answer.text


def test_once_known_a_person_is_known_by_the_providers_own_name_of_them(
    installation: Settings, faulty: str
) -> None:
    with service(installation, faulty) as app:
        for fault, status in (("", 303), ("unverified", 303), ("stranger", 401)):
            httpx2.get(f"{faulty}/fault?name={fault}")
            browser = Browser(app)
            answer = come_back(browser, go_to_provider(browser))
            assert answer.status_code == status, fault


def test_people_who_are_chosen_by_name_do_not_sign_in(installation: Settings, faulty: str) -> None:
    with service(installation, faulty) as app:
        with unit_of_work(app.state.engine, writing=True) as session:
            (number,) = session.execute(text("SELECT id FROM people WHERE handle = 'lan'")).one()
            link_identity(session, number, faulty, "stranger@office.example")
        httpx2.get(f"{faulty}/fault?name=stranger")
        browser = Browser(app)
        assert come_back(browser, go_to_provider(browser)).status_code == 401


def test_a_second_factor_here_is_asked_for_all_the_same(installation: Settings, faulty: str) -> None:
    with service(installation, faulty) as app:
        httpx2.get(f"{faulty}/fault?name=")
        owner = Browser(app)
        owner.sign_in("ha", PASSWORD)
        owner.open("/account")
        owner.send("/account/second-factor")
        found = re.search(r'secret">([A-Z2-7 ]+)<', owner.open("/account/second-factor").text)
        assert found
        owner.send("/account/second-factor/confirm", code=pyotp.TOTP(found[1].replace(" ", "")).now())
        browser = Browser(app)
        answer = come_back(browser, go_to_provider(browser))
        assert answer.headers["location"] == "/sign-in/code?next=/account"
        assert browser.client.get("/account").status_code == 303


def test_where_to_go_on_to_is_a_page_of_this_service(installation: Settings, faulty: str) -> None:
    with service(installation, faulty) as app:
        httpx2.get(f"{faulty}/fault?name=")
        browser = Browser(app)
        answer = come_back(browser, go_to_provider(browser, "//evil.example"))
        assert answer.headers["location"] == "/account"


def test_a_provider_is_reached_by_https(installation: Settings) -> None:
    with pytest.raises(OpenIdRefused, match="https"):
        OpenIdProvider("http://id.example", "x", "y", f"{HOST}/back")
    del installation


def test_a_provider_that_is_away_is_told(installation: Settings) -> None:
    with service(installation, f"http://127.0.0.1:{free_port()}") as app:
        browser = Browser(app)
        browser.open("/sign-in")
        answer = browser.client.get("/sign-in/openid")
        assert answer.status_code == 403
        assert "does not answer as it should" in answer.text
