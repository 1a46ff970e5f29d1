"""Texts that somebody made to harm, at every field of every route."""

import json
import re
import unicodedata
from itertools import cycle
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from asgi import LAN, ask
from attacks.samples_of_routes import Sample, replaced, samples, texts, written

CONCEPTS = "/api/v1/concepts"
JSON = (b"content-type", b"application/json")
HIDDEN = [
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200b",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\U000e0041",
    "\u061c",
]
CONTROLS = ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029"]


def concept(vi: str, zh: str = "登记簿", **more: object) -> dict[str, Any]:
    return {
        "category": "document",
        "vi": {"preferred": vi},
        "zh": {"preferred": zh},
        "collection": "office",
    } | more


def every_sample(app: FastAPI) -> list[Sample]:
    found = list(samples(app.openapi()))
    assert len(found) > 15
    return found


def refusal(app: FastAPI, one: Sample, body: Any) -> tuple[int, str, str]:  # noqa: ANN401 - JSON
    # Escaped, as a lone surrogate has no UTF-8.
    answer = ask(app, one.method, one.path, (LAN, JSON), [json.dumps(body).encode()])
    problem = json.loads(answer.body)
    return answer.status, problem["code"], problem["problems"][0]["field"]


@pytest.mark.parametrize(
    ("character", "code"),
    [("\ud800", "invalid-unicode"), ("\udfff", "invalid-unicode")]
    + [(one, "control-character") for one in CONTROLS]
    + [(one, "invisible-character") for one in HIDDEN],
    ids=lambda value: f"{ord(value):04x}" if len(value) == 1 else None,
)
def test_td_text_01_02_03_every_route_refuses_it_with_its_place(
    app: FastAPI, character: str, code: str
) -> None:
    tried = 0
    for one in every_sample(app):
        for path in list(texts(one.body))[:2]:
            body = replaced(one.body, path, f"a{character}b")
            assert refusal(app, one, body) == (422, code, written(path)), one.name
            tried += 1
    assert tried > 20


def test_td_text_01_02_03_no_field_is_left_out(app: FastAPI) -> None:
    characters = cycle([*CONTROLS, *HIDDEN, "\ud800"])
    tried = 0
    for one in every_sample(app):
        for path in texts(one.body):
            character = next(characters)
            status, code, field = refusal(app, one, replaced(one.body, path, f"a{character}b"))
            assert (status, field) == (422, written(path)), one.name
            assert code in ("control-character", "invisible-character", "invalid-unicode")
            tried += 1
    assert tried > 100


@pytest.mark.parametrize("character", [*CONTROLS, *HIDDEN], ids=lambda value: f"{ord(value):04x}")
def test_td_text_02_03_every_address_and_query_refuses_it(app: FastAPI, character: str) -> None:
    for one in every_sample(app):
        wrong = quote(f"a{character}b")
        addresses = [f"{one.path}?{name}={wrong}" for name in one.query]
        addresses += [one.template.replace(part, wrong) for part in re.findall(r"\{\w+\}", one.template)]
        for address in addresses:
            answer = ask(app, one.method, re.sub(r"\{\w+\}", "a.b", address))
            assert (answer.status, answer.code) in (
                (422, "control-character"),
                (422, "invisible-character"),
                (415, "not-json"),  # a file that does not say so is refused before its name is
            ), address


def test_td_text_03_the_name_of_a_file_is_a_text_too(app: FastAPI) -> None:
    kind = (b"content-type", b"application/octet-stream")
    for name in ("a%E2%80%AExslx.csv", "a%00.csv", "a%0d%0a.csv"):
        answer = ask(app, "POST", f"/api/v1/glossary/imports?name={name}", (LAN, kind), [b"x"])
        assert answer.status == 422


def test_td_text_04_a_decomposed_name_is_the_composed_one(client: TestClient) -> None:
    name = "sổ theo dõi đường biên"
    apart = unicodedata.normalize("NFD", name)
    made = client.post(CONCEPTS, json=concept(apart)).json()
    assert made["pending"]["content"]["vi"]["preferred"] == name
    again = client.post(CONCEPTS, json=concept(name))
    assert (again.status_code, again.json()["code"]) == (422, "concept-contradicts")
    found = client.get(CONCEPTS, params={"q": apart, "state": "draft"}).json()["items"]
    assert [one["id"] for one in found] == [made["id"]]
    twice = b'{"\\u0061\\u0301": 1, "\\u00e1": 2}'
    answer = client.post(CONCEPTS, content=twice, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "body-unreadable")


@pytest.mark.parametrize("typed", ["hòa bình", "hoà bình", "HOÀ BÌNH", "hoa binh"])
def test_td_text_05_old_and_new_tone_placement_find_each_other(client: TestClient, typed: str) -> None:
    if not client.get(CONCEPTS, params={"q": "hòa bình"}).json()["items"]:
        assert client.post(CONCEPTS, json=concept("biên bản hòa bình", "和平纪要")).status_code == 201
    assert len(client.get(CONCEPTS, params={"q": typed}).json()["items"]) == 1


@pytest.mark.parametrize(("typed", "letter"), [("\u00d0ồng Văn", "00D0"), ("\u0189ồng Văn", "0189")])
def test_td_text_05_a_d_of_another_alphabet_is_found_and_never_a_name(
    client: TestClient, typed: str, letter: str
) -> None:
    if not client.get(CONCEPTS, params={"q": "Đồng Văn"}).json()["items"]:
        assert client.post(CONCEPTS, json=concept("sổ Đồng Văn", "同文簿")).status_code == 201
    assert len(client.get(CONCEPTS, params={"q": typed}).json()["items"]) == 1
    answer = client.post(CONCEPTS, json=concept(f"giấy {typed}"))
    assert answer.status_code == 422
    assert f"U+{letter}" in answer.json()["detail"]


def test_td_text_06_rare_characters_come_back_as_they_went(client: TestClient) -> None:
    note = "𠀀𪚥𫝀𰻝 · 龍龙 · ﷼ · \U0002ebf0"
    made = client.post(CONCEPTS, json=concept("giấy hiếm", "𫝀登记册", note=note))
    assert made.status_code == 201, made.text
    read = client.get(made.headers["location"]).json()["pending"]["content"]
    assert (read["note"], read["zh"]["preferred"]) == (note, "𫝀登记册")


@pytest.mark.parametrize("letter", ["\ue000", "\uf8ff", "\U000f0000", "\U0010fffd"])
def test_td_text_06_a_private_character_is_told_and_no_name(client: TestClient, letter: str) -> None:
    answer = client.post(CONCEPTS, json=concept("giấy riêng", f"登记{letter}"))
    assert answer.status_code == 422
    assert f"U+{ord(letter):04X} at character 3" in answer.json()["detail"]


MARKED = "<script>alert(1)</script><img src=x onerror=alert(1)>'\"`{{7*7}}"


def test_td_text_10_no_page_and_no_answer_runs_what_a_text_says(client: TestClient, app: FastAPI) -> None:
    made = client.post(CONCEPTS, json=concept("giấy đánh dấu", note=MARKED))
    assert made.status_code == 201
    for address in (made.headers["location"], f"{CONCEPTS}?q=giay", f"{CONCEPTS}/{quote(MARKED, safe='')}"):
        answer = client.get(address)
        assert answer.headers["content-type"].startswith(("application/json", "application/problem+json"))
        assert answer.headers["x-content-type-options"] == "nosniff"
    for route in app.routes:
        page = getattr(route, "path", "")
        if not page:
            continue
        answer = client.get(page)
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert MARKED not in answer.text
            assert "script-src" in answer.headers["content-security-policy"]
    assert MARKED not in client.get("/api").text


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e400", "1" + "0" * 400, str(2**70), str(2**63), "-0"]
)
def test_td_text_12_a_number_that_not_everybody_reads_alike_is_refused(app: FastAPI, number: str) -> None:
    for one in every_sample(app):
        if one.body is not None:
            body = f'{{"number": {number}}}'.encode()
            answer = ask(app, one.method, one.path, (LAN, JSON), [body])
            assert (answer.status, answer.code) == (422, "number-out-of-range"), one.name


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\t", "\u2028", "\u2029", "\x85", "\x0b"])
def test_td_text_13_a_name_is_one_line(client: TestClient, mark: str) -> None:
    answer = client.post(CONCEPTS, json=concept(f"giấy{mark}dòng"))
    assert answer.status_code == 422, answer.text


def test_td_text_13_a_note_keeps_its_lines_and_loses_the_space_around(client: TestClient) -> None:
    made = client.post(CONCEPTS, json=concept(" giấy dòng ", note=" \n một\r\nhai\n\tba \n"))
    content = made.json()["pending"]["content"]
    assert (content["vi"]["preferred"], content["note"]) == ("giấy dòng", "một\nhai\n\tba")
