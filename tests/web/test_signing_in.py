"""The pages of signing in, of one-time links and of the own account."""

import html
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pyotp
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from browser import HOST, Browser, token_of
from people import PASSWORD, add_person
from service.accounts.people import Role
from service.actions.links import open_first_link
from service.app import create_app
from service.db.unit_of_work import unit_of_work
from service.http.forms import own_path
from service.settings import Settings

NEW = "một mật khẩu khác"


@pytest.fixture
def app(installation: Settings) -> Iterator[FastAPI]:
    app = create_app(installation)
    yield app
    app.state.engine.dispose()


@pytest.fixture
def ha(app: FastAPI) -> Browser:
    add_person(app.state.engine, "ha", Role.DRAFTER)
    return Browser(app)


def said(browser: Browser) -> str:
    found = re.search(r'role="alert">(.*?)</div>', browser.page, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", found[1])).strip() if found else ""


def count(app: FastAPI, table: str) -> int:
    with unit_of_work(app.state.engine, writing=False) as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())  # noqa: S608 - own names


def test_who_is_not_signed_in_signs_in_and_comes_back(ha: Browser) -> None:
    answer = ha.client.get("/account")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=%2Faccount")
    ha.open("/account")
    answer = ha.send("/sign-in", handle="ha", password=PASSWORD, next=ha.hidden("next"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert "My account" in ha.open("/account").text


def test_wrong_words_are_told_on_the_page_with_their_number(ha: Browser) -> None:
    answer = ha.sign_in("ha", "wrong")
    assert answer.status_code == 401
    assert said(ha) == "The name, the password or the code is not right"
    assert 'value="ha"' in ha.page
    assert "wrong" not in ha.page.replace('class="said wrong"', "")


def test_who_signs_out_is_out(app: FastAPI, ha: Browser) -> None:
    ha.sign_in("ha", PASSWORD)
    token = ha.client.cookies["__Host-bienban-session"]
    ha.open("/account")
    answer = ha.send("/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert "Max-Age=0" in answer.headers["set-cookie"]
    ha.client.cookies.set("__Host-bienban-session", token, domain="bienban.example")
    assert ha.client.get("/account").status_code == 303
    assert count(app, "sessions") == 0


def test_signing_in_gives_another_token_than_the_half_session_had(app: FastAPI, ha: Browser) -> None:
    secret = set_up_factor(ha)
    other = Browser(app)
    answer = other.sign_in("ha", PASSWORD)
    assert answer.headers["location"] == "/sign-in/code?next=/account"
    half = other.client.cookies["__Host-bienban-session"]
    assert other.client.get("/account").status_code == 303
    other.open("/sign-in/code")
    code = pyotp.TOTP(secret).at(datetime.now().astimezone() + timedelta(seconds=30))
    answer = other.send("/sign-in/code", code=code, next="/account")
    assert (answer.status_code, answer.headers["location"]) == (303, "/account")
    assert other.client.cookies["__Host-bienban-session"] != half
    assert "My account" in other.open("/account").text


def set_up_factor(browser: Browser) -> str:
    browser.sign_in("ha", PASSWORD)
    browser.open("/account")
    assert browser.send("/account/second-factor").headers["location"] == "/account/second-factor"
    browser.open("/account/second-factor")
    found = re.search(r'class="mono secret">([A-Z2-7 ]+)<', browser.page)
    assert found, browser.page
    secret = found[1].replace(" ", "")
    assert browser.send("/account/second-factor/confirm", code="000000").status_code == 422
    assert "does not fit" in said(browser)
    assert browser.send("/account/second-factor/confirm", code=pyotp.TOTP(secret).now()).status_code == 200
    assert len(re.findall(r"<li>[a-z2-9]{8}-[a-z2-9]{8}</li>", browser.page)) == 10
    return secret


def test_the_secret_is_never_shown_again_and_is_sealed(app: FastAPI, ha: Browser) -> None:
    secret = set_up_factor(ha)
    assert ha.client.get("/account/second-factor").headers["location"] == "/account"
    assert secret not in ha.open("/account").text
    with unit_of_work(app.state.engine, writing=False) as session:
        kept = str(session.execute(text("SELECT * FROM second_factors")).all())
        kept += str(session.execute(text("SELECT details FROM audit_events")).all())
    assert secret not in kept


def test_a_recovery_code_lets_in_once(app: FastAPI, ha: Browser) -> None:
    set_up_factor(ha)
    (code, *_) = re.findall(r"<li>([a-z2-9]{8}-[a-z2-9]{8})</li>", ha.page)
    for status in (303, 401):
        other = Browser(app)
        other.sign_in("ha", PASSWORD)
        other.open("/sign-in/code")
        assert other.send("/sign-in/code", code=code.upper().replace("-", " "), next="").status_code == status


def test_a_second_factor_goes_only_with_a_code(ha: Browser) -> None:
    secret = set_up_factor(ha)
    ha.open("/account")
    assert ha.send("/account/second-factor/remove", code="000000").status_code == 401
    code = pyotp.TOTP(secret).at(datetime.now().astimezone() + timedelta(seconds=30))
    assert ha.send("/account/second-factor/remove", code=code).headers["location"] == "/account"
    assert "With a code from your phone" in ha.open("/account").text


def test_a_key_is_made_shown_once_and_revoked(ha: Browser) -> None:
    ha.sign_in("ha", PASSWORD)
    ha.open("/account")
    answer = ha.send("/account/keys", name="báo cáo", scope=["glossary:read", "minutes:read"], days="30")
    assert answer.status_code == 200
    found = re.search(r"bbk_[a-z2-9]{10}_[A-Za-z0-9_-]{43}", ha.page)
    assert found
    headers = {"Authorization": f"Bearer {found[0]}"}
    assert ha.client.get("/api/v1/session", headers=headers).json()["scopes"] == [
        "glossary:read",
        "minutes:read",
    ]
    ha.open("/account")
    assert found[0] not in ha.page
    ha.send(f"/account/keys/{found[0][:14]}/revoke")
    assert ha.client.get("/api/v1/session", headers=headers).status_code == 401


def test_a_key_without_scopes_or_beyond_the_persons_roles_is_refused(ha: Browser) -> None:
    ha.sign_in("ha", PASSWORD)
    ha.open("/account")
    assert ha.send("/account/keys", name="x", days="30").status_code == 422
    assert ha.send("/account/keys", name="x", scope="office:keep", days="30").status_code == 422
    assert ha.send("/account/keys", name="x", scope="glossary:read", days="9999").status_code == 422


def test_a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions(app: FastAPI, ha: Browser) -> None:
    other = Browser(app)
    other.sign_in("ha", PASSWORD)
    ha.sign_in("ha", PASSWORD)
    ha.open("/account")
    assert ha.send("/account/password", current="x", password=NEW, again=NEW).status_code == 401
    assert ha.send("/account/password", current=PASSWORD, password=NEW, again="y").status_code == 422
    short = {"password": "short", "again": "short"}
    assert ha.send("/account/password", current=PASSWORD, **short).status_code == 422
    assert ha.send("/account/password", current=PASSWORD, password=NEW, again=NEW).status_code == 303
    assert ha.client.get("/account").status_code == 200
    assert other.client.get("/account").status_code == 303
    assert Browser(app).sign_in("ha", PASSWORD).status_code == 401
    assert Browser(app).sign_in("ha", NEW).status_code == 303


def test_sessions_are_ended_one_by_one_and_all_together(app: FastAPI, ha: Browser) -> None:
    other = Browser(app)
    other.sign_in("ha", PASSWORD)
    ha.sign_in("ha", PASSWORD)
    ha.open("/account")
    (name,) = re.findall(r"/account/sessions/([a-z2-9]+)/end", ha.page)
    ha.send(f"/account/sessions/{name}/end")
    assert other.client.get("/account").status_code == 303
    assert ha.send("/account/sessions/end").headers["location"] == "/sign-in"
    assert ha.client.get("/account").status_code == 303


def test_the_first_administrator_is_made_once(app: FastAPI) -> None:
    link, second = (open_first_link(app.state.engine, app.state.access) for _ in range(2))
    assert link is not None
    assert second is not None
    assert link.address.startswith(f"{HOST}/first-administrator?token=bbl_")
    for one, status in ((link, 303), (link, 410), (second, 410)):
        browser = Browser(app)
        token = token_of(one.address)
        opened = browser.open(f"/first-administrator?token={token}")
        if status == 303:
            who = {"handle": "ha", "name": "Nguyễn Hà", "password": NEW, "again": NEW}
            assert (
                browser.send("/first-administrator", **who | {"handle": "Hà"}, token=token).status_code == 422
            )
            assert (
                browser.send("/first-administrator", **who | {"again": "x"}, token=token).status_code == 422
            )
            taken = who | {"handle": "lan"}
            assert browser.send("/first-administrator", **taken, token=token).status_code == 409
            assert browser.send("/first-administrator", **who, token=token).status_code == 303
            assert browser.sign_in("ha", NEW).status_code == 303
        else:
            assert opened.status_code == 410
    assert open_first_link(app.state.engine, app.state.access) is None


def test_a_page_speaks_the_language_that_was_chosen(ha: Browser) -> None:
    for language, word in (("vi", "Đăng nhập"), ("zh", "登录"), ("en", "Sign in")):
        answer = ha.client.get("/sign-in", headers={"Accept-Language": language})
        assert answer.headers["content-language"] == language
        assert f"<h1>{word}</h1>" in answer.text
    ha.open("/sign-in?lang=zh")
    assert "<h1>登录</h1>" in ha.client.get("/sign-in", headers={"Accept-Language": "vi"}).text


def test_pages_allow_no_inline_script_or_style_and_no_frame(ha: Browser) -> None:
    answer = ha.open("/sign-in")
    policy = answer.headers["content-security-policy"]
    for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert "max-age" in answer.headers["strict-transport-security"]
    ha.sign_in("ha", PASSWORD)
    for page in (ha.open("/sign-in").text, ha.open("/account").text):
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", page)
    for link in re.findall(r'href="(/static/[^"]+)"', ha.page):
        assert ha.client.get(link).status_code == 200


@pytest.mark.parametrize("path", ["/", "/account", "/a/b?c=d&e=f", "/minutes/x.y-z_1~", "/a/"])
def test_a_path_of_this_service_is_gone_on_to(path: str) -> None:
    assert own_path(path, "/default") == path
