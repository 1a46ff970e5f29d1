"""`bienban user`, `bienban audit export`, and what `bienban serve` says of signing in."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from httpx2 import Client

from people import TERMBASE
from servers import running_service
from service.cli import main

NEW = "một mật khẩu khác"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "documents.yaml").write_text(TERMBASE, encoding="utf-8")
    monkeypatch.setenv("BIENBAN_GLOSSARY_DIR", str(tmp_path / "glossary"))
    monkeypatch.setenv("BIENBAN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")
    monkeypatch.setenv("BIENBAN_BASE_URL", "https://bienban.example")
    monkeypatch.setenv("BIENBAN_ARGON2_MEMORY_KIB", "19456")
    monkeypatch.setenv("BIENBAN_ARGON2_PASSES", "2")
    monkeypatch.delenv("BIENBAN_DATABASE_URL", raising=False)


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main([*arguments]) == status
    read = capsys.readouterr()
    return read.err if status else read.out


def test_people_are_added_listed_reset_and_disabled(capsys: pytest.CaptureFixture[str]) -> None:
    line = said(
        capsys, "user", "add", "ha", "--full-name", "Nguyễn Hà", "--role", "drafter", "--role", "reader"
    )
    assert re.search(
        r"until \d{4}-\d\d-\d\d \d\d:\d\d\S*: https://bienban\.example/reset\?token=bbl_\S{43}$", line
    )
    said(capsys, "user", "add", "root", "--system")
    assert "somebody is called that already" in said(capsys, "user", "add", "ha", status=2)
    assert "is no name for signing in" in said(capsys, "user", "add", "Hà", status=2)
    assert "there is no office nowhere" in said(capsys, "user", "add", "x1", "--office", "nowhere", status=2)
    assert "there is no office national" in said(
        capsys, "user", "add", "x1", "--office", "national", status=2
    )
    assert "/reset?token=" in said(capsys, "user", "reset", "ha", "--second-factor")
    assert "there is nobody called" in said(capsys, "user", "reset", "nobody", status=2)
    assert "there is nobody called" in said(capsys, "user", "reset", "lan", status=2)
    assert said(capsys, "user", "disable", "ha") == "ha may act no more\n"
    assert "there is nobody called" in said(capsys, "user", "reset", "ha", status=2)
    listed = said(capsys, "user", "list").splitlines()
    assert listed[2:] == ["ha: Nguyễn Hà, local: drafter, reader, disabled", "root: root, local: system"]
    assert said(capsys, "user", "disable", "ha", "--undo") == "ha may act again\n"


def test_a_chain_is_exported_with_its_digests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "user", "add", "ha")
    file = tmp_path / "out" / "local.jsonl"
    assert str(file) in said(capsys, "audit", "export", str(file))
    (line,) = map(json.loads, file.read_text("utf-8").splitlines())
    assert (line["actor"], line["action"], line["object_id"]) == ("system", "person.add", "ha")
    assert line["digest"] in said(capsys, "audit", "verify")
    assert "there is no office x" in said(capsys, "audit", "export", "--office", "x", str(file), status=2)


def test_the_first_start_prints_how_the_first_administrator_begins(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address, where, first = (process.stdout.readline() for _ in range(3))
    try:
        assert where == "People sign in at https://bienban.example/sign-in.\n"
        found = re.search(
            r"once, until .*: https://bienban\.example(/first-administrator\?token=bbl_\S+)$", first
        )
        assert found, first
        local = re.search(r"http://127\.0\.0\.1:\d+", address)
        assert local
        with Client(base_url=local[0], timeout=30) as client:
            assert client.get("/api/v1/concepts", headers={"X-Bienban-Person": "lan"}).status_code == 401
            page = client.get(found[1])
            assert page.status_code == 200
            mark = re.search(r'name="mark" value="([^"]+)"', page.text)
            assert mark
            visit = page.headers["set-cookie"].partition(";")[0]
            form = {"mark": mark[1], "handle": "ha", "name": "Hà", "password": NEW, "again": NEW}
            form["token"] = found[1].partition("token=")[2]
            sent = {"Origin": local[0], "Cookie": visit}
            assert client.post("/first-administrator", data=form, headers=sent).status_code == 303
            answer = client.post("/api/v1/session", json={"handle": "ha", "password": NEW})
            assert answer.json()["person"]["roles"] == ["administrator"]
    finally:
        process.terminate()
        process.communicate(timeout=30)
    del tmp_path


def test_a_later_start_prints_no_such_link(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    said(capsys, "user", "add", "ha", "--role", "administrator", "--system")
    with running_service({"BIENBAN_DATA_DIR": str(tmp_path)}) as (_, process):
        assert process.stdout is not None
        assert process.stdout.readline().startswith("People sign in at")
    left, _ = process.communicate()
    assert "first-administrator" not in (left or "")


def test_the_mode_without_signing_in_says_that_it_is_so(tmp_path: Path) -> None:
    with running_service({"BIENBAN_DATA_DIR": str(tmp_path)}, "--as", "lan") as (client, process):
        assert process.stdout is not None
        assert process.stdout.readline() == "Nobody signs in: this machine only, and whoever asks is lan.\n"
        assert client.get("/api/v1/session").json()["handle"] == "lan"
        assert "My account" in client.get("/account").text


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ARGON2_MEMORY_KIB", "1024"),
        ("ARGON2_PASSES", "1"),
        ("SESSION_HOURS", "-1"),
        ("SESSION_IDLE_MINUTES", "x"),
        ("LINK_MINUTES", "99999999"),
        ("BASE_URL", "javascript:x"),
        ("OIDC_ISSUER", "id.example"),
    ],
)
def test_a_setting_that_is_none_or_too_weak_is_refused(
    variable: str, value: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"BIENBAN_{variable}", value)
    assert f"BIENBAN_{variable}: “{value}” is no" in said(capsys, "user", "list", status=2)


def test_the_secret_key_is_made_once_and_is_its_owners_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(capsys, "user", "list")
    file = tmp_path / "secret.key"
    key = file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    said(capsys, "user", "list")
    assert file.read_bytes() == key
    assert list(tmp_path.glob("secret.key.*")) == []
    monkeypatch.setenv("BIENBAN_SECRET_KEY_FILE", str(tmp_path / "none"))
    assert "cannot be read" in said(capsys, "user", "list", status=2)
    file.write_text("x")
    monkeypatch.setenv("BIENBAN_SECRET_KEY_FILE", str(file))
    assert "the secret key of this installation is none" in said(capsys, "user", "list", status=2)
