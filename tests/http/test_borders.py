"""What comes in: who may ask at all, and bodies that are refused before anything is done with them."""

import json

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.http.bodies import MAX_BYTES
from service.http.languages import choose_language

PATH = "/api/v1/annotations"
JSON = {"content-type": "application/json"}


def post(client: TestClient, body: bytes, **headers: str) -> tuple[int, str]:
    answer = client.post(PATH, content=body, headers=JSON | headers)
    assert answer.status_code == 200 or answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json().get("code", "")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b'{"text": "a", "language": "vi"}', 200, ""),
        ('{"text": "a\u0301", "language": "vi"}'.encode(), 200, ""),
        (b'{"text": "a", "language": "vi", "language": "vi"}', 400, "body-unreadable"),
        (b'{"text": "a", "language": "vi", "more": 1}', 422, "wrong-form"),
        (b'{"text": NaN, "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": Infinity, "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": 1e999, "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": -0, "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": 9223372036854775808, "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": -9223372036854775809, "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": 9223372036854775807, "language": "vi"}', 422, "wrong-form"),
        (b'{"text": ' + b"9" * 5000 + b', "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": ' + b"0." + b"9" * 5000 + b', "language": "vi"}', 422, "number-out-of-range"),
        (b'{"text": "\\ud800", "language": "vi"}', 422, "invalid-unicode"),
        (b'{"text": "a\\u0000b", "language": "vi"}', 422, "control-character"),
        (b'{"text": "a\\u001bb", "language": "vi"}', 422, "control-character"),
        (b'{"text": "a\\u202eb", "language": "vi"}', 422, "invisible-character"),
        (b'{"text": "a\\u200bb", "language": "vi"}', 422, "invisible-character"),
        (b'{"te\\u202ext": "a", "language": "vi"}', 422, "invisible-character"),
        (b'{"text": "\xff", "language": "vi"}', 400, "body-unreadable"),
        (b"\xff\xfe{\x00}\x00", 400, "body-unreadable"),
        (b"{", 400, "body-unreadable"),
        (b"", 422, "wrong-form"),
        (b"[]", 422, "wrong-form"),
        (b"null", 422, "wrong-form"),
        (b"[" * 100_000, 400, "body-unreadable"),
        (b"[" * 40 + b"]" * 40, 400, "body-unreadable"),
        (b'{"text": "' + b"a" * 1_000_001 + b'", "language": "vi"}', 422, "wrong-form"),
        (b'{"text": "' + b"a" * MAX_BYTES + b'", "language": "vi"}', 413, "body-too-large"),
    ],
    ids=lambda value: repr(value[:40]) if isinstance(value, bytes) else None,
)
def test_a_body_is_read_strictly(client: TestClient, body: bytes, status: int, code: str) -> None:
    assert post(client, body) == (status, code)


def test_the_place_of_a_wrong_character_is_said(client: TestClient) -> None:
    content = {
        "category": "label",
        "vi": {"preferred": "a", "admitted": ["b", "c\x07"]},
        "zh": {"preferred": "x"},
    }
    answer = client.post("/api/v1/concepts", content=json.dumps(content), headers=JSON)
    assert answer.json()["problems"] == [
        {
            "field": "vi.admitted[1]",
            "detail": "vi.admitted[1]: control character U+0007 at character 2; delete it",
        }
    ]


@pytest.mark.parametrize(
    ("changed", "field", "vi", "zh"),
    [
        ({"zh": None}, "zh", "ở đây cần các khóa và giá trị", "此处应为键和值"),
        ({"zh": {}}, "zh.preferred", "thiếu mục này", "缺少此项"),
        ({"more": 1}, "more", "ở đây không có trường này", "此处没有该字段"),
        ({"note": 1}, "note", "ở đây cần văn bản", "此处应为文本"),
        ({"note": "a" * 10_001}, "note", "dài quá 10000 ký tự", "超过10000个字符"),
        ({"confirm": "maybe"}, "confirm", "ở đây cần true hoặc false", "此处应为 true 或 false"),
        (
            {"domain": "a\nb"},
            "domain",
            "có ngắt dòng hoặc tab ở ký tự thứ 2; chỗ này chỉ được viết một dòng",
            "第2个字符是换行或制表符；此处只能写一行",
        ),
        (
            {"sources": [{"address": "a", "note": "b\tc"}]},
            "sources[0].note",
            "có ngắt dòng hoặc tab ở ký tự thứ 2; chỗ này chỉ được viết một dòng",
            "第2个字符是换行或制表符；此处只能写一行",
        ),
        ({"side": "jp"}, "side", "ở đây có thể dùng: vn, cn", "此处可用：vn, cn"),
        ({"sources": {}}, "sources", "ở đây cần một danh sách", "此处应为列表"),
        ({"levels": ["city"] * 8}, "levels", "nhiều hơn 7 mục", "超过7项"),
        (
            {"successor": "X"},
            "successor",
            "ở đây cần dạng khác: ^[a-z]+\\.[a-z0-9_-]+$",
            "此处应为其他形式：^[a-z]+\\.[a-z0-9_-]+$",
        ),
        (
            {"valid": {"first": "2024-02-30"}},
            "valid.first",
            "ở đây cần một ngày có trong lịch, viết YYYY-MM-DD",
            "此处应为日历上的日期，写作 YYYY-MM-DD",
        ),
        (
            {"zh": {"preferred": "a\nb"}},
            "zh.preferred",
            "có ngắt dòng hoặc tab ở ký tự thứ 2; chỗ này chỉ được viết một dòng",
            "第2个字符是换行或制表符；此处只能写一行",
        ),
    ],
)
def test_what_has_another_form_is_said_in_the_readers_language(
    client: TestClient, changed: dict[str, object], field: str, vi: str, zh: str
) -> None:
    content = {"category": "label", "vi": {"preferred": "a"}, "zh": {"preferred": "x"}, **changed}
    for language, detail in (("vi", vi), ("zh", zh)):
        answer = client.post("/api/v1/concepts", json=content, headers={"Accept-Language": language})
        assert answer.json()["problems"] == [{"field": field, "detail": detail}]


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("limit=0", "至少应为1"),
        ("limit=201", "至多应为200"),
        ("limit=x", "此处应为整数"),
        ("as_of=2024-13-01", "此处应为日历上的日期，写作 YYYY-MM-DD"),
        ("q=%20", "少于1个字符"),
    ],
)
def test_a_parameter_of_another_form_is_told_so_in_the_readers_language(
    client: TestClient, query: str, detail: str
) -> None:
    answer = client.get(f"/api/v1/concepts?{query}", headers={"Accept-Language": "zh"})
    assert (answer.status_code, answer.json()["detail"]) == (422, detail)


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_a_body_that_a_page_of_another_site_could_send_is_refused(client: TestClient, kind: str) -> None:
    answer = client.post(PATH, content=b'{"text": "a", "language": "vi"}', headers={"content-type": kind})
    assert (answer.status_code, answer.json()["code"]) == (415, "not-json")


@pytest.mark.parametrize(
    "query", ["q=a%00b", "q=%ED%A0%80", "q=a%E2%80%AEb", "q=" + "a" * 300, "limit=0", "sort=x"]
)
def test_a_query_is_read_strictly_too(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/v1/concepts?{query}")
    assert answer.status_code == (400 if query == "q=%ED%A0%80" else 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({"Host": "bienban.example"}, "127.0.0.1"),
        ({"Host": "127.0.0.1.example"}, "127.0.0.1"),
        ({"Host": ""}, "127.0.0.1"),
        ({"Origin": "https://evil.example"}, "127.0.0.1"),
        ({"Origin": "null"}, "127.0.0.1"),
        ({"Origin": "http://127.0.0.1:9999"}, "127.0.0.1"),
        ({}, "192.0.2.7"),
    ],
)
def test_only_this_machine_and_its_own_pages_are_answered(
    app: FastAPI, headers: dict[str, str], address: str
) -> None:
    outsider = TestClient(app, base_url="http://127.0.0.1", client=(address, 1))
    answer = outsider.get("/api/v1/concepts", headers=headers | {"X-Bienban-Person": "lan"})
    assert (answer.status_code, answer.json()["code"]) == (403, "not-from-here")


@pytest.mark.parametrize(
    ("person", "status", "code"),
    [("", 200, None), ("mai", 401, "person-unknown"), ("LAN", 401, "person-unknown")],
)
def test_who_asks_is_chosen_by_name_or_is_who_the_service_was_started_for(
    app: FastAPI, person: str, status: int, code: str | None
) -> None:
    client = TestClient(app, base_url="http://127.0.0.1", client=("::1", 1))
    answer = client.get("/api/v1/concepts", headers={"X-Bienban-Person": person} if person else {})
    assert (answer.status_code, answer.json().get("code")) == (status, code)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("vi", "vi"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en;q=0.5, vi;q=0.7", "vi"),
        ("fr, de;q=0.9", "en"),
        ("vi;q=0, zh;q=0.1", "zh"),
        ("ZH-Hans", "zh"),
        ("*", "en"),
        (";;;,,vi;q=x", "en"),
        ("a" * 10_000 + ",vi", "en"),
    ],
)
def test_the_language_of_an_answer_is_the_readers(accepted: str, language: str) -> None:
    assert choose_language(accepted) == language


@pytest.mark.parametrize(
    ("language", "title"), [("vi", "Không tìm thấy"), ("zh", "未找到"), ("en", "Not found")]
)
def test_a_problem_speaks_the_readers_language(client: TestClient, language: str, title: str) -> None:
    for path in ("/api/v1/concepts/place.none", "/nowhere"):
        answer = client.get(path, headers={"Accept-Language": language})
        body = answer.json()
        assert answer.headers["content-language"] == language
        assert (body["status"], body["title"]) == (404, title)
        assert body["type"] == f"urn:bienban:problem:{body['code']}"


def test_a_mistake_of_the_program_says_nothing_of_its_inside(app: FastAPI, client: TestClient) -> None:
    glossary = app.state.glossary
    app.state.glossary = None
    try:
        answer = client.get("/health")
    finally:
        app.state.glossary = glossary
    assert (answer.status_code, answer.json()["code"]) == (500, "mistake")
    assert "NoneType" not in answer.text
