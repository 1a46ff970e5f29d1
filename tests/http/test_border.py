"""What holds for every address: bounds, methods, forms, headers, and mistakes of the program."""

import logging
import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from asgi import LAN, Answer, ask
from service.http.bodies import MAX_BYTES, MAX_FILE_BYTES
from service.http.border import MAX_FORM_BYTES

CONCEPTS = "/api/v1/concepts"
TEXTS = "/api/v1/annotations"
ASKED = b'{"text": "a", "language": "vi"}'
JSON = (b"content-type", b"application/json")
PROBLEM = "application/problem+json"
MEBIBYTE = 1024 * 1024


def is_problem(answer: Answer, status: int, code: str) -> bool:
    kind = answer.headers["content-type"]
    return (answer.status, answer.code, kind) == (status, code, PROBLEM)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", CONCEPTS, "GET, HEAD, POST"),
        ("PUT", CONCEPTS, "GET, HEAD, POST"),
        ("PATCH", f"{CONCEPTS}/place.none", "GET, HEAD, PUT"),
        ("OPTIONS", CONCEPTS, "GET, HEAD, POST"),
        ("TRACE", TEXTS, "POST"),
        ("GET", TEXTS, "POST"),
        ("HEAD", TEXTS, "POST"),
        ("BREW", "/health", "GET, HEAD"),
        ("POST", "/health", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(app: FastAPI, method: str, path: str, allowed: str) -> None:
    answer = ask(app, method, path)
    assert answer.status == 405
    assert answer.headers["allow"] == allowed
    assert method == "HEAD" or answer.code == "method-not-allowed"


@pytest.mark.parametrize("header", [b"x-http-method-override", b"x-http-method", b"x-method-override"])
def test_no_header_changes_the_method(app: FastAPI, header: bytes) -> None:
    changed = ask(app, "GET", f"{CONCEPTS}?limit=1", (LAN, (header, b"DELETE")))
    assert changed.status == 200
    assert ask(app, "GET", f"{CONCEPTS}?_method=DELETE").code == "parameter-unknown"


@pytest.mark.parametrize(
    ("path", "accepted", "status"),
    [
        (CONCEPTS, b"application/json", 200),
        (CONCEPTS, b"application/*;q=0.5, text/html", 200),
        (CONCEPTS, b"text/html,application/xhtml+xml,*/*;q=0.8", 200),
        (CONCEPTS, b"", 200),
        (CONCEPTS, b"application/xml", 406),
        (CONCEPTS, b"text/*", 406),
        (CONCEPTS, b"application/json;q=0, */*", 406),
        (CONCEPTS, b"application/json;q=x", 406),
        ("/api", b"text/html", 200),
        ("/api", b"application/json", 406),
        ("/api/v1/glossary/export?format=csv", b"text/csv", 200),
        ("/api/v1/glossary/export?format=csv", b"image/png", 406),
    ],
)
def test_an_answer_comes_in_a_form_that_is_wanted(
    app: FastAPI, path: str, accepted: bytes, status: int
) -> None:
    answer = ask(app, "GET", path, (LAN, (b"accept", accepted)))
    assert answer.status == status
    assert status == 200 or answer.code == "not-acceptable"


@pytest.mark.parametrize(
    "kind",
    [
        b"text/plain",
        b"text/json",
        b"application/x-www-form-urlencoded",
        b"multipart/form-data; boundary=x",
        b"application/json; charset=utf-16",
        b"application/json; charset=latin-1",
        b"application/octet-stream",
        b"",
    ],
)
def test_a_body_of_another_kind_is_refused_unread(app: FastAPI, kind: bytes) -> None:
    answer = ask(app, "POST", TEXTS, (LAN, (b"content-type", kind)), [ASKED])
    assert is_problem(answer, 415, "not-json")
    assert answer.read == (len(ASKED) if kind == b"" else 0)


@pytest.mark.parametrize("kind", [b"application/json; charset=utf-8", b'Application/JSON;charset="UTF-8"'])
def test_json_in_utf_8_may_say_so(app: FastAPI, kind: bytes) -> None:
    assert ask(app, "POST", TEXTS, (LAN, (b"content-type", kind)), [ASKED]).status == 200


@pytest.mark.parametrize("encoding", [b"gzip", b"br", b"deflate", b"identity, gzip", b"x"])
@pytest.mark.parametrize("path", [TEXTS, "/api/v1/glossary/imports?name=a.csv", "/nowhere"])
def test_a_packed_body_is_refused_unread(app: FastAPI, encoding: bytes, path: str) -> None:
    answer = ask(app, "POST", path, (LAN, JSON, (b"content-encoding", encoding)), [b"\x1f\x8b" * 1000])
    assert is_problem(answer, 415, "encoding-refused")
    assert answer.read == 0


def endless(size: int) -> Iterator[bytes]:
    for _ in range(size // 65_536 + 1):
        yield b"a" * 65_536


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (b"application/json", MAX_BYTES),
        (b"application/octet-stream", MAX_FILE_BYTES),
        (b"multipart/form-data; boundary=x", MAX_FORM_BYTES),
        (b"application/x-www-form-urlencoded", MAX_FORM_BYTES),
        (b"", MAX_BYTES),
    ],
)
@pytest.mark.parametrize("path", [TEXTS, "/api/v1/glossary/imports?name=a.csv", "/health", "/nowhere"])
def test_no_body_is_read_beyond_its_bound(app: FastAPI, kind: bytes, most: int, path: str) -> None:
    headers = (LAN, (b"content-type", kind))
    told = ask(app, "POST", path, (*headers, (b"content-length", str(most + 1).encode())), endless(most))
    assert is_problem(told, 413, "body-too-large")
    assert told.read == 0
    untold = ask(app, "POST", path, headers, endless(64 * MEBIBYTE))
    assert untold.status in (404, 405, 413, 415)
    assert untold.read <= most + 65_536


@pytest.mark.parametrize("length", [b"-1", b"1e3", b"\xd9\xa3", b"0x10", b"9" * 5000, b""])
def test_a_length_is_a_number_within_bounds(app: FastAPI, length: bytes) -> None:
    answer = ask(app, "POST", TEXTS, (LAN, JSON, (b"content-length", length)), [ASKED])
    assert answer.status in (400, 413)


@pytest.mark.parametrize(
    "header",
    [b"host", b"content-type", b"if-match", b"authorization", b"idempotency-key", b"x-bienban-person"],
)
def test_a_header_that_decides_something_comes_once(app: FastAPI, header: bytes) -> None:
    twice = ((header, b"127.0.0.1"), (header, b"127.0.0.1"))
    assert is_problem(ask(app, "GET", "/health", twice), 400, "request-unreadable")


@pytest.mark.parametrize("value", ["làn".encode(), b"\x85", b"\xe2\x80\xae", b"lan\x7f"])
def test_a_header_that_decides_something_is_ascii(app: FastAPI, value: bytes) -> None:
    for name in (b"x-bienban-person", b"accept-language", b"if-none-match"):
        assert is_problem(ask(app, "GET", CONCEPTS, ((name, value),)), 400, "request-unreadable")


def test_headers_are_bounded(app: FastAPI) -> None:
    many = [(f"x-{number}".encode(), b"a") for number in range(101)]
    for headers in (many, [(b"cookie", b"a" * 40_000)]):
        assert is_problem(ask(app, "GET", "/health", headers), 431, "headers-too-large")


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/" + "a" * 3000, 414, "address-too-long"),
        (f"{CONCEPTS}?q=" + "a" * 50_000, 414, "address-too-long"),
        (f"{CONCEPTS}/%ff", 400, "request-unreadable"),
        (f"{CONCEPTS}/%ed%a0%80", 400, "request-unreadable"),
        (f"{CONCEPTS}?q=%c0%af", 400, "request-unreadable"),
        (f"{CONCEPTS}/a%00b", 422, "control-character"),
        (f"{CONCEPTS}/a%0d%0aX-A:%20b", 422, "line-break"),
        (f"{CONCEPTS}/a%e2%80%aeb", 422, "invisible-character"),
        (f"{CONCEPTS}?q=a%e2%80%a8b", 422, "control-character"),
        (f"{CONCEPTS}?q=a%0ab", 422, "line-break"),
        (f"{CONCEPTS}?q=%f3%a0%81%81", 422, "invisible-character"),
        (f"{CONCEPTS}?%e2%80%ae=1", 422, "parameter-unknown"),
        (f"{CONCEPTS}?office_id=1", 422, "parameter-unknown"),
        (f"{CONCEPTS}?limit=1&limit=2", 422, "parameter-unknown"),
        (f"{CONCEPTS}/place.none?version=1&sight=all", 422, "parameter-unknown"),
        ("/health?x=1", 422, "parameter-unknown"),
    ],
)
def test_an_address_is_read_in_one_way(app: FastAPI, address: str, status: int, code: str) -> None:
    assert is_problem(ask(app, "GET", address), status, code)


VARIANTS = [
    "/api/v1/concepts/",
    "//api/v1/concepts",
    "/api//v1/concepts",
    "/api/v1//concepts",
    "/API/v1/concepts",
    "/api/v1/Concepts",
    "/api/v1/x/../concepts",
    "/api/v1/x/%2e%2e/concepts",
    "/api/v1/./concepts",
    "/api/v1/%2e/concepts",
    "/api/v1%2fconcepts%2f",
    "/api/v1/concepts;a=b",
    "/api/v1\\concepts",
    "/api/v1/concepts%20",
    "/api/v1/concepts.json",
]


@pytest.mark.parametrize("path", VARIANTS)
def test_an_address_written_otherwise_is_another_one(app: FastAPI, path: str) -> None:
    assert is_problem(ask(app, "GET", path), 404, "not-found")
    assert ask(app, "GET", path, ()).status == 404


def test_an_address_with_escaped_letters_is_under_the_same_policy(app: FastAPI) -> None:
    assert ask(app, "GET", "/api/v1/%63oncepts?limit=1").status == 200
    nobody = ((b"x-bienban-person", b"mai"),)
    assert ask(app, "GET", "/api/v1/%63oncepts", nobody).code == "person-unknown"


def test_head_is_get_without_a_body(app: FastAPI) -> None:
    for headers in ((LAN,), ()):
        get, head = (ask(app, method, CONCEPTS, headers) for method in ("GET", "HEAD"))
        assert (head.status, head.body) == (get.status, b"")
        assert head.headers["content-length"] == get.headers["content-length"]


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
@pytest.mark.parametrize("origin", [b"https://evil.example", b"null", b"http://127.0.0.1"])
def test_no_other_site_is_ever_let_in(app: FastAPI, method: str, origin: bytes) -> None:
    asked = (LAN, (b"origin", origin), (b"access-control-request-method", b"POST"))
    for path in (CONCEPTS, "/health", "/nowhere", "/api"):
        answer = ask(app, method, path, asked)
        assert [name for name in answer.headers if name.startswith("access-control")] == []


@pytest.mark.parametrize("path", [CONCEPTS, "/health", "/nowhere", "/api", f"{CONCEPTS}?limit=0"])
def test_every_answer_says_how_a_browser_treats_it(app: FastAPI, path: str) -> None:
    headers = ask(app, "GET", path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert re.fullmatch("[0-9a-f]{16}", headers["x-request-id"])


def test_the_page_of_the_api_runs_its_own_scripts_only(client: TestClient) -> None:
    answer = client.get("/api")
    scripts = re.search(r"script-src ([^;]+);", answer.headers["content-security-policy"])
    assert scripts
    assert "unsafe" not in scripts[1]
    assert scripts[1].count("sha256-") == len(re.findall("<script>", answer.text)) == 1


CANARY = "mat-khau-cua-toi-9f2c"


def test_a_mistake_is_logged_under_its_number_and_says_nothing_of_what_was_sent(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    glossary = app.state.glossary
    app.state.glossary = CANARY
    body = f'{{"text": "{CANARY}", "language": "vi"}}'.encode()
    try:
        with caplog.at_level(logging.DEBUG):
            answer = ask(app, "POST", TEXTS, (LAN, JSON, (b"cookie", CANARY.encode())), [body])
    finally:
        app.state.glossary = glossary
    assert is_problem(answer, 500, "mistake")
    request_id = answer.headers["x-request-id"]
    assert request_id in answer.body.decode()
    told = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(told) == 1
    assert request_id in told[0].getMessage()
    assert "AttributeError" in told[0].getMessage()
    assert "POST /annotations" in told[0].getMessage()
    for secret in (CANARY, "Traceback", "site-packages", "SELECT"):
        assert secret not in answer.body.decode()
    assert CANARY not in caplog.text + "".join(str(record.__dict__) for record in caplog.records)
