"""Files of concepts over REST: out, in as proposals, all or nothing."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

BINH = {"X-Bienban-Person": "binh"}
FILE = {"content-type": "application/octet-stream"}
NEW = "category,vi.preferred,zh.preferred\ndocument,sổ theo dõi,登记簿\n"


def bring(client: TestClient, data: bytes, name: str, **query: str | bool) -> Any:  # noqa: ANN401
    return client.post("/api/v1/glossary/imports", content=data, params={"name": name, **query}, headers=FILE)


@pytest.mark.parametrize("kind", ["tbx", "xlsx", "csv", "yaml"])
def test_what_was_exported_changes_nothing_when_it_comes_home(client: TestClient, kind: str) -> None:
    out = client.get("/api/v1/glossary/export", params={"format": kind})
    assert out.headers["content-disposition"] == f'attachment; filename="bienban-glossary-1.{kind}"'
    answer = bring(client, out.content, f"home.{kind}", apply=True).json()
    assert (answer["applied"], answer["is_ready"]) == (True, True)
    assert answer["counts"] == {"added": 0, "changed": 0, "unchanged": 5, "conflicting": 0, "refused": 0}
    assert client.get("/api/v1/glossary/version").json()["version"] == 1


def test_a_dry_run_changes_nothing_and_an_import_is_proposed(client: TestClient) -> None:
    dry = bring(client, NEW.encode(), "new.csv").json()
    assert (dry["applied"], dry["counts"]["added"]) == (False, 1)
    assert client.get("/api/v1/concepts", params={"state": "proposed"}).json()["items"] == []
    done = bring(client, NEW.encode(), "new.csv", apply=True).json()
    assert done["applied"] is True
    (one,) = client.get("/api/v1/concepts", params={"state": "proposed"}).json()["items"]
    assert (one["pending"]["author"], one["pending"]["content"]["zh"]["preferred"]) == ("lan", "登记簿")
    again = bring(client, NEW.encode(), "new.csv", apply=True).json()
    assert again["counts"] == {"added": 0, "changed": 0, "unchanged": 1, "conflicting": 0, "refused": 0}


def test_what_was_retired_is_brought_back_by_a_decision(client: TestClient) -> None:
    address = "/api/v1/concepts/document.bien-ban"
    for step, headers in (("retire", {}), ("approve", BINH)):
        tag = client.get(address).headers["etag"]
        asked = {"If-Match": tag, **headers}
        moved = client.post(f"{address}/transitions", json={"step": step}, headers=asked)
        assert moved.status_code == 200, moved.text
    row = b"id,note\ndocument.bien-ban,\n"
    assert bring(client, row, "back.csv", apply=True).status_code == 409
    assert bring(client, row, "back.csv", apply=True, default="take").json()["counts"]["changed"] == 1
    again = bring(client, row, "back.csv", apply=True).json()
    assert (again["counts"]["unchanged"], again["is_ready"]) == (1, True)
    assert client.get(address).json()["pending"]["state"] == "proposed"


def test_others_approve_an_import_as_one_version(client: TestClient) -> None:
    bring(client, (NEW + "document,phiếu gửi,发文单\n").encode(), "new.csv", apply=True)
    mine = client.post("/api/v1/glossary/approvals").json()
    assert (mine["approved"], len(mine["left"]), mine["version"]) == (0, 2, 1)
    theirs = client.post("/api/v1/glossary/approvals", headers=BINH).json()
    assert (theirs["approved"], theirs["left"], theirs["version"]) == (2, [], 2)


def test_nothing_is_overwritten_without_a_decision(client: TestClient) -> None:
    changed = "id,zh.preferred\ndocument.bien-ban,纪要\n".encode()
    waits = bring(client, changed, "changed.csv", apply=True)
    assert (waits.status_code, waits.json()["code"]) == (409, "plan-not-ready")
    (row,) = waits.json()["plan"]["rows"]
    assert (row["number"], row["changes"]) == (
        2,
        [{"field": "zh.preferred", "old": "会谈纪要", "new": "纪要"}],
    )
    assert client.get("/api/v1/concepts/document.bien-ban").json()["pending"] is None
    done = bring(client, changed, "changed.csv", apply=True, decision="2:take")
    assert done.status_code == 200, done.text
    kept = client.get("/api/v1/concepts/document.bien-ban").json()
    assert kept["current"]["content"]["zh"]["preferred"] == "会谈纪要"
    assert (kept["pending"]["state"], kept["pending"]["content"]["zh"]["preferred"]) == ("proposed", "纪要")


@pytest.mark.parametrize(
    ("data", "query", "status", "code"),
    [
        (b"", {"name": "a.csv"}, 422, "file-refused"),
        (b"x", {"name": "a.doc"}, 422, "file-refused"),
        (b"x", {}, 422, "wrong-form"),
        (b"x", {"name": "a.csv", "decision": "x"}, 400, "body-unreadable"),
        (b"PK\x03\x04", {"name": "a.xlsx"}, 422, "file-refused"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    client: TestClient, data: bytes, query: dict[str, str], status: int, code: str
) -> None:
    answer = client.post("/api/v1/glossary/imports", content=data, params=query, headers=FILE)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_form_of_another_site_brings_no_file_in(client: TestClient) -> None:
    answer = client.post(
        "/api/v1/glossary/imports?name=a.csv", content=NEW, headers={"content-type": "text/plain"}
    )
    assert answer.status_code == 415
