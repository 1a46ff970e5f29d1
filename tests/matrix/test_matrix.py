"""Every route by every role: in the owning office, in those it shares with, in others, signed in nowhere."""

import json
import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from sqlmodel import Session

from matrix.table import ANYBODY, LEDGER, TABLE
from minutes_rest import RECORD
from people import add_person, cheap, open_session
from samples import ROOT
from service.accounts.people import Role
from service.app import create_app
from service.settings import Settings

ROLES = dict(zip("rdtna", Role, strict=True))
LEVELS = ("read", "translate", "edit")
OWN, OTHER = "own", "yn"
OPEN = "open"


class World:
    """An office's things, the people of five offices, and their tokens."""

    def __init__(self, app: FastAPI, client: TestClient) -> None:
        self.app = app
        self.client = client
        self.tokens: dict[tuple[str, str], str] = {}
        self.names: dict[str, str] = {}
        self.tags: dict[str, str] = {}
        self.bodies: dict[str, Any] = {}
        self.numbers: dict[str, int] = {}
        self.own: dict[tuple[str, str], dict[str, str]] = {}

    def ask(self, who: tuple[str, str] | None, method: str, path: str, **more: Any) -> Any:  # noqa: ANN401
        headers = more.pop("headers", {})
        if who is not None:
            headers = headers | {"Authorization": f"Bearer {self.tokens[who]}"}
        return self.client.request(method, f"/api/v1{path}", headers=headers, **more)

    def made(self, path: str, body: Any, tag: str = "", who: tuple[str, str] = (OWN, "a")) -> Any:  # noqa: ANN401
        answer = self.ask(who, "POST", path, json=body, headers={"If-Match": tag} if tag else {})
        assert answer.status_code in (200, 201), answer.text
        return answer.json()


def enlist(world: World) -> None:
    engine = world.app.state.engine
    numbers = {
        (office, letter): add_person(engine, f"{letter}.{office}", role, office=office)
        for office in (OWN, *LEVELS, OTHER)
        for letter, role in ROLES.items()
    }
    numbers[OWN, "s"] = add_person(engine, f"s.{OWN}", office=OWN, is_system=True)
    numbers[OTHER, "all"] = add_person(engine, f"all.{OTHER}", *Role, office=OTHER)
    world.tokens = {who: open_session(engine, number) for who, number in numbers.items()}
    for who in world.tokens:
        (session,) = world.ask(who, "GET", "/sessions").json()
        world.own[who] = {"session_id": session["id"], "prefix": "bbk_none"}
        if who[1] != "s":  # a key is for what its person's roles give
            key = world.made("/keys", {"name": "a", "scopes": ["minutes:read"]}, who=who)
            world.own[who]["prefix"] = key["prefix"]


def furnish(world: World) -> None:
    record = deepcopy(RECORD)
    minutes = world.made("/minutes", record)
    path = f"/minutes/{minutes['id']}"
    trashed = world.made("/minutes", record)["id"]
    gone = world.ask((OWN, "a"), "GET", f"/minutes/{trashed}/transitions").headers["etag"]
    world.ask((OWN, "a"), "DELETE", f"/minutes/{trashed}", headers={"If-Match": gone})

    def work() -> str:
        return str(world.ask((OWN, "a"), "GET", f"{path}/transitions").headers["etag"])

    world.made(f"{path}/transitions", {"to": "in_translation"}, work())
    for level in LEVELS:
        answer = world.ask(
            (OWN, "a"), "PUT", f"{path}/shares/{level}", json={"level": level}, headers={"If-Match": work()}
        )
        assert answer.status_code == 200, answer.text
    found = [
        one
        for one in world.ask((OWN, "a"), "GET", f"{path}/findings").json()
        if one["code"] == "name-not-in-glossary"
    ]
    waivers = [{"code": one["code"], "place": one["place"], "reason": "đã hỏi"} for one in found]
    waiver = world.made(f"{path}/waivers", waivers[0], work())
    version = world.made(f"{path}/versions", {"name": "bản đầu"})
    segment = minutes["segments"][2]["id"]
    one = world.made(f"{path}/segments/{segment}/comments", {"text": "một"})
    two = world.made(f"{path}/comments", {"text": "hai"})
    concept = world.made("/concepts", LEDGER | {"vi": {"preferred": "sổ gác"}, "zh": {"preferred": "值班簿"}})
    world.names = {
        "minutes_id": minutes["id"],
        "trashed": trashed,
        "segment_id": segment,
        "office": "edit",
        "concept_id": concept["id"],
        "handle": f"r.{OWN}",
        "code": OTHER,
    }
    world.numbers = {
        "waivers": waiver["number"],
        "versions": version["number"],
        "segments": one["number"],
        "comments": two["number"],
    }
    everything = world.ask((OWN, "a"), "GET", path).json()
    person = world.ask((OWN, "a"), "GET", f"/people/r.{OWN}")
    world.tags = {
        **everything["etags"],
        "segment": next(one["etag"] for one in everything["segments"] if one["id"] == segment),
        "concept": world.ask((OWN, "a"), "GET", f"/concepts/{concept['id']}").headers["etag"],
        "person": person.headers["etag"],
    }
    world.bodies = {"{record}": record, "{waiver}": waivers[-1]}
    for part in ("facts", "participants", "outline"):
        world.bodies[f"{{{part}}}"] = world.ask((OWN, "a"), "GET", f"{path}/{part}").json()["content"]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Prepared once; from then on no unit keeps anything, so that each request meets the same state."""
    folder = tmp_path_factory.mktemp("matrix")
    (folder / "glossary").mkdir()
    for name in ("roles.yaml", "places.yaml", "places-china.yaml"):  # what every paper needs
        shutil.copy(ROOT / "glossary" / name, folder / "glossary")
    app = create_app(cheap(Settings(glossary_dir=folder / "glossary", data_dir=folder)))
    with TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as client:
        world = World(app, client)
        enlist(world)
        furnish(world)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Session, "commit", undo)
            yield world


def undo(session: Session) -> None:
    session.flush()
    session.rollback()


def operations(app: FastAPI) -> dict[str, tuple[str, str]]:
    return {
        str(one.original_route.operation_id): (
            next(iter(one.methods or ())),
            (one.path or "").removeprefix("/api/v1"),
        )
        for one in iter_route_contexts(app.routes)
        if isinstance(one.original_route, APIRoute) and one.original_route.include_in_schema
    }


def address(world: World, name: str, path: str, who: tuple[str, str] | None) -> str:
    names = world.names | world.own.get(who or (OWN, "r"), {})
    if name == "revokeKeyOfPerson":
        names |= {"prefix": world.own[OWN, "r"]["prefix"]}
    if "/trash/" in path:
        names |= {"minutes_id": world.names["trashed"]}
    kind = next((one for one in ("waivers", "versions", "segments", "comments") if f"/{one}/" in path), "")
    names |= {"number": str(world.numbers.get(kind, 1))}
    return re.sub(r"\{(\w+)\}", lambda found: names[found[1]], path)


def answer_of(world: World, name: str, who: tuple[str, str] | None, path: str = "") -> Any:  # noqa: ANN401
    row, (method, template) = TABLE[name], operations(world.app)[name]
    where = path or address(world, name, template, who)
    headers = {"If-Match": world.tags[row.tag]} if row.tag else {}
    more: dict[str, Any] = {}
    if isinstance(row.body, bytes):
        more["content"] = row.body
        headers["Content-Type"] = "application/octet-stream"
    elif row.body is not None:
        more["json"] = world.bodies.get(row.body) if isinstance(row.body, str) else row.body
    if name == "readHealth":
        return world.client.get("/health")
    return world.ask(who, method, f"{where}?{row.query}" if row.query else where, headers=headers, **more)


def is_let_through(answer: Any) -> bool:  # noqa: ANN401
    assert answer.status_code not in (404, 405, 406, 415, 428, 500), answer.text
    return answer.status_code not in (401, 403)


def test_every_route_has_its_row(world: World) -> None:
    assert set(operations(world.app)) == set(TABLE)


@pytest.mark.parametrize("letter", list(ANYBODY))
def test_in_the_own_office_each_role_does_what_its_row_says(world: World, letter: str) -> None:
    wrong = []
    for name, row in TABLE.items():
        if row.own == OPEN or (letter == "s" and name in ("readKey", "revokeKey")):
            continue  # whose roles give nothing has no key to ask for
        answer = answer_of(world, name, (OWN, letter))
        if is_let_through(answer) != (letter in row.own):
            wrong.append((name, answer.status_code, answer.json()["code"]))
    assert wrong == []


@pytest.mark.parametrize("letter", list(ROLES))
@pytest.mark.parametrize("level", LEVELS)
def test_what_is_shared_is_shared_as_its_row_says(world: World, level: str, letter: str) -> None:
    wrong = []
    for name, row in TABLE.items():
        expected: str | None = getattr(row, level)
        if expected is not None:
            answer = answer_of(world, name, (level, letter))
            if is_let_through(answer) != (letter in expected):
                wrong.append((name, answer.status_code))
    assert wrong == []


def test_without_signing_in_nothing_is_answered(world: World) -> None:
    for name, row in TABLE.items():
        answer = answer_of(world, name, None)
        assert (answer.status_code == 401) == (row.own != OPEN), name


UNKNOWN = {
    "minutes_id": "m-zzzzzzzzzzzzzz",
    "segment_id": "s-zzzzzzzzzz",
    "concept_id": "document.khong-co",
    "handle": "khong.co",
    "prefix": "bbk_aaaaaaaaaa",
    "session_id": "aaaaaaaaaaaaaaaa",
    "number": "999999",
}
# Offices are named by everybody who shares with them, and kept by system administrators alone.
NO_SECRET = {"code", "office"}


def told(answer: Any, asked: str) -> tuple[int, str, list[tuple[str, str]]]:  # noqa: ANN401
    """All that an answer says, but for the name that was asked for and its own number."""
    apart = ("x-request-id", "content-length")
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in apart)
    return answer.status_code, answer.text.replace(asked, "…"), headers


def test_at_auth_01_to_other_offices_a_thing_is_as_unknown_as_one_that_is_not_there(world: World) -> None:
    """Every part of every address: the thing of the other office against none, byte for byte."""
    stranger = (OTHER, "all")
    tried = 0
    for name, (_, template) in operations(world.app).items():
        parts = [one for one in re.findall(r"\{(\w+)\}", template) if one not in NO_SECRET]
        for part in parts[:1]:
            real = address(world, name, template, (OWN, "r"))
            pattern = re.sub(r"\{\w+\}", "[^/]+", template.replace(f"{{{part}}}", "([^/]+)"))
            found = re.fullmatch(pattern, real)
            assert found, (name, pattern, real)
            unknown = real[: found.start(1)] + UNKNOWN[part] + real[found.end(1) :]
            theirs, none = (answer_of(world, name, stranger, path) for path in (real, unknown))
            assert told(theirs, found[1]) == told(none, UNKNOWN[part]), name
            assert theirs.status_code == 404, (name, theirs.text)
            tried += 1
    assert tried > 40


def test_at_auth_06_lists_and_exports_hold_nothing_of_other_offices(world: World) -> None:
    stranger = (OTHER, "all")
    secret = [value for key, value in world.names.items() if key not in ("code", "office")]
    for name, (method, template) in operations(world.app).items():
        if method == "GET" and "{" not in template and TABLE[name].own != OPEN:
            answer = answer_of(world, name, stranger)
            assert answer.status_code in (200, 403), name
            for value in secret:
                assert value not in answer.text, (name, value)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("assignSegment", {"person": f"t.{OTHER}"}),
        ("assignSegment", {"person": "khong.co"}),
    ],
)
def test_at_auth_04_a_person_of_another_office_is_nobody_in_a_body(
    world: World, name: str, body: dict[str, str]
) -> None:
    method, template = operations(world.app)[name]
    where = address(world, name, template, (OWN, "a"))
    answer = world.ask((OWN, "a"), method, where, json=body, headers={"If-Match": world.tags["segment"]})
    assert answer.status_code == 422
    assert json.loads(answer.text)["code"] == "assignee-refused"
