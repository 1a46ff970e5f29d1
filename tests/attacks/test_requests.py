"""Requests that somebody made to harm, against every route."""

import json
import re
import time
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from asgi import LAN, ask
from attacks.samples_of_routes import Sample, objects, replaced, samples, schemas_of_requests, written
from service.http.languages import choose_language
from small_service import small_service

CONCEPTS = "/api/v1/concepts"
JSON = (b"content-type", b"application/json")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
INT64 = 2**63 - 1


@pytest.fixture(scope="module")
def routes(app: FastAPI) -> list[Sample]:
    found = list(samples(app.openapi()))
    assert len(found) > 15
    return found


@pytest.fixture(scope="module")
def bodies(routes: list[Sample]) -> list[Sample]:
    found = [one for one in routes if one.body is not None]
    assert len(found) > 8
    return found


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
def test_ar_api_01_no_depth_brings_it_down(app: FastAPI, bodies: list[Sample], opening: bytes) -> None:
    for one in bodies:
        answer = ask(app, one.method, one.path, (LAN, JSON), [opening * 100_000])
        assert (answer.status, answer.code) == (400, "body-unreadable"), one.name


@pytest.mark.parametrize("number", [b"9" * 5000, b"1e999", b"-0", b"9223372036854775808", b"-1e999"])
def test_ar_api_02_no_number_brings_it_down(app: FastAPI, bodies: list[Sample], number: bytes) -> None:
    for one in bodies:
        answer = ask(app, one.method, one.path, (LAN, JSON), [b'{"a": [' + number + b"]}"])
        assert (answer.status, answer.code) == (422, "number-out-of-range"), one.name


# Of the record's own schema; kept in by the bound of the body, and never a column.
BY_THE_BODY = ("Amount.amount", "Facts.revision", "Record.revision")
LOOSE = re.compile(r"[*+]|,\}")


def is_bounded(schema: Mapping[str, Any]) -> bool:
    kind = schema.get("type")
    if kind == "integer":
        return "maximum" in schema or "exclusiveMaximum" in schema
    if kind == "string" and schema.get("format") not in ("date", "date-time", "binary"):
        pattern = schema.get("pattern", "*")
        return bool({"maxLength", "enum", "const"} & set(schema)) or not LOOSE.search(pattern)
    return True


def test_ar_api_02_every_number_and_text_of_a_request_is_bounded(app: FastAPI) -> None:
    told = schemas_of_requests(app.openapi())
    found = [place for place, schema in told if not is_bounded(schema)]
    assert [place for place in found if not place.endswith(BY_THE_BODY)] == []


@pytest.mark.parametrize(
    "body",
    [
        '{"a": 1}'.encode("utf-16"),
        '{"a": 1}'.encode("utf-16-le"),
        '{"a": 1}'.encode("utf-32"),
        b'\xef\xbb\xbf{"a": 1}',
        b'{"a": "\xff"}',
        b'{"a": "\xed\xa0\x80"}',
        b'{"a": "\xc0\xaf"}',
        b"\x00",
        b"\xef\xbb\xbf",
    ],
)
def test_ar_api_03_only_utf_8_without_mark_is_read(app: FastAPI, bodies: list[Sample], body: bytes) -> None:
    for one in bodies:
        answer = ask(app, one.method, one.path, (LAN, JSON), [body])
        assert (answer.status, answer.code) == (400, "body-unreadable"), one.name


def matches(template: str, path: str) -> bool:
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) is not None


def test_ar_api_04_every_route_refuses_other_methods_forms_and_packing(
    app: FastAPI, routes: list[Sample]
) -> None:
    for one in routes:
        here = {other.method for other in routes if matches(other.template, one.path)}
        possible = here | ({"HEAD"} if "GET" in here else set())
        for method in METHODS:
            if method not in possible:
                answer = ask(app, method, one.path)
                assert (answer.status, answer.headers["allow"]) == (405, ", ".join(sorted(possible)))
        assert ask(app, one.method, one.path, (LAN, (b"accept", b"image/png"))).status == 406, one.name
        packed = ask(app, one.method, one.path, (LAN, JSON, (b"content-encoding", b"gzip")), [b"\x1f\x8b"])
        assert (packed.status, packed.read) == (415, 0), one.name
        if one.body is not None:
            other = ask(app, one.method, one.path, (LAN, (b"content-type", b"text/plain")), [b"{}"])
            assert (other.status, other.read) == (415, 0), one.name


def test_ar_api_05_no_page_is_larger_than_200_and_no_cursor_is_made_by_hand(
    routes: list[Sample], client: TestClient
) -> None:
    lists = [one for one in routes if "limit" in one.query]
    assert lists
    forged = urlsafe_b64encode(b'["vi",0,"",0]').decode().rstrip("=")
    for one in lists:
        for limit in ("1000000000", "-1", "0", "201", str(2**63), "1e2", "٣", "1.5", ""):
            assert client.get(one.path, params={"limit": limit}).status_code == 422, (one.name, limit)
        for cursor in (forged, "", "x", "A" * 4000, "A" * 5000, "💥", "' OR 1=1 --"):
            answer = client.get(one.path, params={"cursor": cursor})
            assert answer.status_code == 422, (one.name, cursor)
        assert client.get(one.path, params={"offset": str(2**63)}).json()["code"] == "parameter-unknown"


def test_ar_api_05_a_cursor_is_of_one_list_one_order_and_unchanged(client: TestClient) -> None:
    for number in range(3):
        content = {"category": "document", "vi": {"preferred": f"giấy {'abc'[number]}"}}
        client.post(CONCEPTS, json=content | {"zh": {"preferred": f"纸{'甲乙丙'[number]}"}})
    cursor = client.get(CONCEPTS, params={"limit": 1, "sort": "vi"}).json()["next"]
    assert client.get(CONCEPTS, params={"cursor": cursor, "sort": "vi"}).status_code == 200
    assert client.get(CONCEPTS, params={"cursor": cursor, "sort": "zh"}).json()["code"] == "cursor-unknown"
    for index in range(0, len(cursor), 7):
        changed = cursor[:index] + ("A" if cursor[index] != "A" else "B") + cursor[index + 1 :]
        answer = client.get(CONCEPTS, params={"cursor": changed, "sort": "vi"})
        assert answer.json().get("code") == "cursor-unknown", index


@pytest.mark.parametrize(
    "query",
    [
        "sort=office_id",
        "sort=vi;DROP TABLE concepts",
        "sort=-vi",
        "order=desc",
        "state=approved' OR '1'='1",
        "category=document&category=people",
        "office_id=1",
        "collection=hidden",
        "fields=content",
        "limit=1 UNION SELECT",
        "as_of=2023-02-30",
        "place=../../etc/passwd",
    ],
)
def test_ar_api_06_only_declared_columns_sort_and_filter(client: TestClient, query: str) -> None:
    answer = client.get(f"{CONCEPTS}?{query}")
    assert answer.status_code == 422
    assert answer.json()["code"] in ("wrong-form", "parameter-unknown")


WILD = [
    "%", "_", "*", "%%%%", "a%", '"', "'", "''", "NEAR(a b)", "a AND b", "a OR", "NOT", "a*", "exact:a",
    "{exact plain}: a", "^a", "-", "--", "/*", "(", ")", "\\", "\\%", "a" * 200, "外", "外事", "%外%", "🙂",
    "a & b | !c", "a:*", "<->", "$1", "{{n}}", "' OR 1=1 --", "0", "1e5", " ",
]  # fmt: skip


@pytest.mark.parametrize("typed", WILD)
def test_ar_api_07_what_is_typed_is_never_an_expression(client: TestClient, typed: str) -> None:
    start = time.process_time()
    answer = client.get(CONCEPTS, params={"q": typed})
    assert answer.status_code == (422 if typed == " " else 200), answer.text
    assert time.process_time() - start < 1


def test_ar_api_07_what_is_typed_has_a_length(client: TestClient) -> None:
    assert client.get(CONCEPTS, params={"q": "a" * 10_000}).status_code == 422


@pytest.mark.parametrize("header", ["Accept-Language", "Accept", "If-None-Match", "Idempotency-Key"])
@pytest.mark.parametrize("piece", ["vi;q=0.", "a-", ";q=1,", '"1",', " ", "a/b;c="])
def test_ar_api_08_no_header_takes_long_to_read(app: FastAPI, header: str, piece: str) -> None:
    value = (piece * 30_000)[:30_000].encode()
    start = time.process_time()
    ask(app, "GET", CONCEPTS, (LAN, (header.lower().encode(), value)))
    choose_language(piece * 100_000)
    assert time.process_time() - start < 1


def test_ar_api_09_the_slower_of_two_editors_gets_both_versions(client: TestClient) -> None:
    content: dict[str, Any] = {
        "category": "document",
        "vi": {"preferred": "giấy hai người"},
        "zh": {"preferred": "两人簿"},
    }
    place = client.post(CONCEPTS, json=content).headers["location"]
    assert client.put(place, json=content | {"note": "một"}).status_code == 428
    assert client.put(place, json=content | {"note": "một"}, headers={"If-Match": '"1"'}).status_code == 200
    late = client.put(place, json=content | {"note": "hai"}, headers={"If-Match": '"1"'})
    assert late.status_code == 412
    assert late.json()["current"]["pending"]["content"]["note"] == "một"
    assert late.json()["yours"]["note"] == "hai"


def test_ar_api_12_a_file_is_handed_over_as_a_file(client: TestClient) -> None:
    for form in ("tbx", "xlsx", "csv", "yaml"):
        answer = client.get("/api/v1/glossary/export", params={"format": form})
        assert answer.headers["content-disposition"].startswith("attachment; ")
        assert answer.headers["content-disposition"].isascii()
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("origin", [b"https://evil.example", b"null", b"http://127.0.0.1.evil.example"])
def test_ar_api_14_no_route_tells_another_site_anything(
    app: FastAPI, routes: list[Sample], origin: bytes
) -> None:
    for one in routes:
        for method in (one.method, "OPTIONS"):
            asked = (LAN, (b"origin", origin), (b"access-control-request-method", one.method.encode()))
            answer = ask(app, method, one.path, asked)
            assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    ("kind", "chunk"),
    [
        (b"multipart/form-data; boundary=x", b'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'),
        (b'multipart/form-data; boundary="x"', b"a" * 60_000),
        (b"application/x-www-form-urlencoded", b"a=b&" * 1000),
    ],
)
def test_ar_api_16_no_form_is_parsed(app: FastAPI, routes: list[Sample], kind: bytes, chunk: bytes) -> None:
    for one in routes:
        answer = ask(
            app, one.method, one.path, (LAN, (b"content-type", kind)), (chunk for _ in range(100_000))
        )
        assert answer.status in (413, 415) or one.method == "GET", one.name
        assert answer.read <= 128 * 1024, one.name


def test_ar_api_17_a_mistake_on_any_route_says_its_number_only(app: FastAPI, routes: list[Sample]) -> None:
    engine = app.state.engine
    app.state.engine = "postgresql://bienban:mat-khau@db/bienban"
    try:
        for one in routes:
            if one.name == "readHealth":
                continue
            body = [json.dumps(one.body).encode()] if one.body is not None else []
            headers = (LAN, JSON) if body else (LAN,)
            answer = ask(app, one.method, one.path, headers, body)
            if answer.status == 500:
                told = json.loads(answer.body)
                assert set(told) == {"type", "title", "status", "code", "detail", "problems", "request_id"}
                assert told["request_id"] == answer.headers["x-request-id"]
            else:
                assert answer.status in (415, 422), one.name
            assert "mat-khau" not in answer.body.decode()
    finally:
        app.state.engine = engine


FORBIDDEN = {
    "office_id": 1,
    "office": "national",
    "role": "administrator",
    "is_system": True,
    "status": "approved",
    "state": "approved",
    "created_by": "binh",
    "author": "binh",
    "id": "document.bien-ban",
    "row_version": 9,
    "__proto__": {},
}


def test_at_auth_03_no_body_sets_what_is_not_its_own(app: FastAPI, bodies: list[Sample]) -> None:
    names = cycle(FORBIDDEN)
    for one in bodies:
        for path in objects(one.body):
            known = _inner(one.body, path)
            for name in FORBIDDEN if path == () else (next(names),):
                value = FORBIDDEN[name]
                if name in known or "a.b" in known:
                    continue
                body = replaced({"_": one.body}, ("_", *path, name), value)["_"]
                answer = ask(app, one.method, one.path, (LAN, JSON), [json.dumps(body).encode()])
                problems = json.loads(answer.body)["problems"]
                assert answer.status == 422, (one.name, path, name)
                place = written((*path, name))
                fields = {problem["field"] for problem in problems}
                assert place in fields or any(str(field).endswith(place) for field in fields), (
                    one.name,
                    place,
                )


def _inner(value: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - JSON
    for step in path:
        value = value[step]
    return value


def test_at_auth_09_every_way_of_writing_an_address_is_under_one_policy(
    tmp_path: Path, routes: list[Sample]
) -> None:
    app = small_service(tmp_path, None)
    for one in routes:
        canonical = ask(app, one.method, one.path, ())
        assert canonical.status == {"readHealth": 200, "signIn": 422}.get(one.name, 401), one.name
        for path in (
            f"{one.path}/",
            f"/{one.path}",
            one.path.replace("/v1/", "/v1//"),
            one.path.replace("/v1/", "/v1/./"),
            one.path.replace("/v1/", "/v1/%2e/"),
            one.path.replace("/v1/", "/v1/x/../"),
            one.path.replace("/v1/", "/V1/"),
            one.path.upper(),
        ):
            if path != one.path:
                answer = ask(app, one.method, path, ())
                assert answer.status in (404, 405, canonical.status), (one.name, path)
        for header in (b"x-http-method-override", b"x-original-url", b"x-rewrite-url", b"x-forwarded-prefix"):
            answer = ask(app, one.method, one.path, ((header, b"/health"),))
            assert answer.status == canonical.status, (one.name, header)
