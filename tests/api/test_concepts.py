"""The life of a concept over REST."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from glossary_data import concept
from glossary_work import Desk
from service.glossary.concepts import Source

BINH = {"X-Bienban-Person": "binh"}
LEDGER = {
    "category": "document",
    "vi": {"preferred": "sổ theo dõi"},
    "zh": {"preferred": "登记簿"},
    "collection": "national",
}


def create(client: TestClient, **changes: object) -> dict[str, Any]:
    answer = client.post("/api/v1/concepts", json=LEDGER | changes)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"/api/v1/concepts/{body['id']}"
    assert client.get(answer.headers["location"]).json() == body
    return body


def move(client: TestClient, concept_id: str, step: str, reason: str = "", **headers: str) -> Any:  # noqa: ANN401
    path = f"/api/v1/concepts/{concept_id}"
    tag = client.get(path).headers["etag"]
    body = {"step": step, "reason": reason}
    return client.post(f"{path}/transitions", json=body, headers={"If-Match": tag, **headers})


def test_a_concept_is_proposed_and_approved_by_someone_else(client: TestClient) -> None:
    concept_id = create(client)["id"]
    assert move(client, concept_id, "propose").json()["pending"]["state"] == "proposed"
    refused = move(client, concept_id, "approve")
    assert (refused.status_code, refused.json()["code"]) == (403, "approver-is-author")
    approved = move(client, concept_id, "approve", **BINH).json()
    assert (approved["current"]["state"], approved["current"]["approved_version"]) == ("approved", 2)
    assert client.get("/api/v1/glossary/version").json()["version"] == 2


def test_what_was_read_says_which_state_it_is_and_is_not_sent_twice(client: TestClient) -> None:
    answer = client.get("/api/v1/concepts/place.ha-giang")
    assert answer.headers["etag"] == '"1"'
    again = client.get("/api/v1/concepts/place.ha-giang", headers={"If-None-Match": '"1"'})
    assert (again.status_code, again.content) == (304, b"")


def test_a_proxy_that_packs_answers_takes_nothing_from_their_tags(client: TestClient) -> None:
    address = "/api/v1/concepts/document.bien-ban"
    tag = f"W/{client.get(address).headers['etag']}"
    assert client.get(address, headers={"If-None-Match": f'"77", {tag}'}).status_code == 304
    saved = client.put(address, json=LEDGER | {"note": "một"}, headers={"If-Match": tag})
    assert saved.status_code == 200, saved.text
    assert client.put(address, json=LEDGER | {"note": "hai"}, headers={"If-Match": tag}).status_code == 412


def test_a_lost_update_is_answered_with_both_versions(client: TestClient) -> None:
    concept_id = create(client)["id"]
    path = f"/api/v1/concepts/{concept_id}"
    first = client.put(path, json=LEDGER | {"note": "một"}, headers={"If-Match": '"1"'})
    assert (first.status_code, first.headers["etag"]) == (200, '"2"')
    second = client.put(path, json=LEDGER | {"note": "hai"}, headers={"If-Match": '"1"', **BINH})
    body = second.json()
    assert (second.status_code, second.headers["etag"]) == (412, '"2"')
    assert second.headers["content-type"] == "application/problem+json"
    assert body["current"]["pending"]["content"]["note"] == "một"
    assert body["yours"]["note"] == "hai"
    assert client.get(path).json()["pending"]["content"]["note"] == "một"


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({}, 428, "tag-missing"),
        ({"If-Match": "*"}, 400, "tag-unreadable"),
        ({"If-Match": "1"}, 400, "tag-unreadable"),
        ({"If-Match": '"99999999999"'}, 400, "tag-unreadable"),
        ({"If-Match": '"7"'}, 412, "concept-changed"),
    ],
)
def test_a_change_says_which_state_it_is_made_from(
    client: TestClient, headers: dict[str, str], status: int, code: str
) -> None:
    concept_id = create(client)["id"]
    answer = client.put(f"/api/v1/concepts/{concept_id}", json=LEDGER, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_change_that_names_no_collection_moves_nothing(client: TestClient) -> None:
    address = "/api/v1/concepts/document.bien-ban"
    read = client.get(address)
    content = {key: value for key, value in read.json()["current"]["content"].items() if key != "collection"}
    saved = client.put(address, json=content | {"note": "một"}, headers={"If-Match": read.headers["etag"]})
    assert (saved.status_code, saved.json()["collection"]) == (200, "national")
    moved = client.put(
        address, json=content | {"collection": "office"}, headers={"If-Match": saved.headers["etag"]}
    )
    assert (moved.status_code, moved.json()["problems"][0]["field"]) == (422, "collection")


def test_what_was_kept_before_it_had_to_be_one_line_is_shown(client: TestClient, engine: Engine) -> None:
    kept = concept("sổ tay", "手册", domain="một\nhai", sources=(Source("a", "b\nc"),))
    one = Desk(engine, "lan").create(kept)
    shown = client.get(f"/api/v1/concepts/{one.concept_id}").json()["pending"]["content"]
    assert (shown["domain"], shown["sources"][0]["note"]) == ("một\nhai", "b\nc")


def test_history_difference_and_restoring(client: TestClient) -> None:
    concept_id = create(client)["id"]
    path = f"/api/v1/concepts/{concept_id}"
    client.put(path, json=LEDGER | {"zh": {"preferred": "登记册"}}, headers={"If-Match": '"1"'})
    assert [one["number"] for one in client.get(f"{path}/history").json()] == [2, 1]
    difference = client.get(f"{path}/difference", params={"from": 1, "to": 2}).json()
    assert difference == [{"field": "zh.preferred", "before": "登记簿", "after": "登记册"}]
    restored = client.post(f"{path}/restore", json={"number": 1}, headers={"If-Match": '"2"'})
    assert restored.json()["pending"]["content"]["zh"]["preferred"] == "登记簿"
    assert client.post(f"{path}/restore", json={"number": 9}, headers={"If-Match": '"3"'}).status_code == 404


def test_comments_and_a_rejection_that_says_why(client: TestClient) -> None:
    concept_id = create(client)["id"]
    move(client, concept_id, "propose")
    assert move(client, concept_id, "reject", **BINH).json()["code"] == "reason-missing"
    assert move(client, concept_id, "reject", "thiếu nguồn", **BINH).json()["pending"]["state"] == "draft"
    client.post(f"/api/v1/concepts/{concept_id}/comments", json={"text": "đã bổ sung", "number": 1})
    said = client.get(f"/api/v1/concepts/{concept_id}/comments").json()
    assert [(one["author"], one["text"]) for one in said] == [("binh", "thiếu nguồn"), ("lan", "đã bổ sung")]


def test_a_discarded_draft_is_gone(client: TestClient) -> None:
    concept_id = create(client)["id"]
    assert move(client, concept_id, "discard").status_code == 204
    assert client.get(f"/api/v1/concepts/{concept_id}").status_code == 404


def test_retiring_waits_for_someone_else(client: TestClient) -> None:
    assert move(client, "document.bien-ban", "retire").json()["pending"]["retires"] is True
    retired = move(client, "document.bien-ban", "approve", **BINH).json()
    assert retired["current"]["state"] == "retired"
    then = client.get("/api/v1/concepts/document.bien-ban", params={"version": 1}).json()
    assert then["current"]["state"] == "approved"
    assert client.get("/api/v1/concepts/document.bien-ban", params={"version": 3}).status_code == 404


def test_duplicates_are_shown_before_saving(client: TestClient) -> None:
    typed = LEDGER | {"vi": {"preferred": "Bien bản"}, "zh": {"preferred": "会谈记要"}}
    found = client.post("/api/v1/concepts/duplicates", json=typed).json()
    assert [(one["id"], one["text"], one["is_same"]) for one in found] == [
        ("document.bien-ban", "biên bản", True),
        ("document.bien-ban", "会谈纪要", False),  # sounds the same
    ]
    typed = LEDGER | {"vi": {"preferred": "văn bản ghi nhớ"}, "zh": {"preferred": "越南社会主义共和国"}}
    (one,) = client.post("/api/v1/concepts/duplicates", json=typed).json()
    assert (one["status"], one["is_same"]) == ("deprecated", True)


def test_where_a_concept_is_used(client: TestClient) -> None:
    uses = client.get("/api/v1/concepts/place.viet-nam/uses").json()
    assert [one["object_id"] for one in uses] == ["place.ha-giang", "place.tuyen-quang"]


def listed(client: TestClient, **query: object) -> list[str]:
    answer = client.get("/api/v1/concepts", params=query)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["items"]]


def test_lists_are_narrowed_and_sorted(client: TestClient) -> None:
    vi = ["document.bien-ban", "place.tinh", "place.ha-giang", "place.tuyen-quang", "place.viet-nam"]
    assert listed(client) == vi
    zh = ["place.ha-giang", "document.bien-ban", "place.tinh", "place.tuyen-quang", "place.viet-nam"]
    assert listed(client, sort="zh") == zh
    assert listed(client, category="document") == ["document.bien-ban"]
    assert listed(client, category=["document", "label"], confidence="high") == ["document.bien-ban"]
    assert listed(client, place="place.viet-nam") == vi[2:]
    assert listed(client, as_of="2025-07-01", place="place.viet-nam") == vi[3:]
    assert listed(client, collection="office") == []
    assert listed(client, state="draft") == []
    draft = create(client)["id"]
    assert listed(client, state=["draft", "proposed"]) == [draft]
    assert listed(client, state="approved") == vi


def test_pages_follow_each_other_without_a_gap(client: TestClient) -> None:
    seen, cursor = [], None
    while True:
        query = {"limit": 2, "sort": "zh"} | ({"cursor": cursor} if cursor else {})
        page = client.get("/api/v1/concepts", params=query).json()  # type: ignore[arg-type]
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert seen == listed(client, sort="zh")
    for wrong in ("x", "AAAA", "W10", "💥"):
        assert client.get("/api/v1/concepts", params={"cursor": wrong}).json()["code"] == "cursor-unknown"


def test_a_search_finds_and_says_what_was_meant(client: TestClient) -> None:
    assert listed(client, q="ha giang") == ["place.ha-giang"]
    answer = client.get("/api/v1/concepts", params={"q": "tỉnh Hà Giạng"}).json()
    assert answer["items"] == []
    assert answer["did_you_mean"][0] == "tỉnh Hà Giang"
    assert listed(client, q="…") == []


def test_what_contradicts_itself_is_refused_in_words_of_the_reader(client: TestClient) -> None:
    wrong = LEDGER | {"valid": {"first": "2024-01-02", "last": "2024-01-01"}}
    answer = client.post("/api/v1/concepts", json=wrong, headers={"Accept-Language": "vi"})
    assert answer.status_code == 422
    assert answer.headers["content-language"] == "vi"
    assert answer.json()["problems"] == [
        {
            "field": "valid.last",
            "detail": "valid.last: ngày cuối 2024-01-01 trước ngày đầu 2024-01-02",
        }
    ]
