"""Every route by every role: in the owning office, in those it shares with, in others, signed in nowhere."""

import json
import re
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
from service.accounts.people import Role
from service.app import create_app
from service.http.description import CONDITIONAL
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
        self.commit = Session.commit
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
    notes = {
        "text": "Chiều 5/6/2024, hai bên thống nhất tuần tra chung.",
        "language": "vi",
        "as_of": "2024-06-05",
    }
    noted = world.made("/minutes/from-notes", notes)["id"]
    for level in LEVELS:
        tag = world.ask((OWN, "a"), "GET", f"/minutes/{noted}/transitions").headers["etag"]
        where = f"/minutes/{noted}/shares/{level}"
        world.ask((OWN, "a"), "PUT", where, json={"level": level}, headers={"If-Match": tag})
    person = {"side": "cn", "vi": "Vương Vĩ", "zh": "王伟", "collection": "office"}
    registered = world.made("/persons", person)["id"]
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
        "noted": noted,
        "person_id": registered,
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
    known = world.ask((OWN, "a"), "GET", f"/people/r.{OWN}")
    world.tags = {
        **everything["etags"],
        "segment": next(one["etag"] for one in everything["segments"] if one["id"] == segment),
        "concept": world.ask((OWN, "a"), "GET", f"/concepts/{concept['id']}").headers["etag"],
        "person": known.headers["etag"],
        "registered": world.ask((OWN, "a"), "GET", f"/persons/{registered}").headers["etag"],
    }
    world.bodies = {
        "{record}": record,
        "{waiver}": waivers[-1],
        "{file}": json.dumps(record).encode(),
        "{notes}": notes,
        "{person}": {"side": "cn", "vi": "Lý Minh", "zh": "李明"},
        "{session}": {"after": minutes["id"], "date": "2024-11-20"},
    }
    for part in ("facts", "participants", "outline"):
        world.bodies[f"{{{part}}}"] = world.ask((OWN, "a"), "GET", f"{path}/{part}").json()["content"]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Prepared once; from then on no unit keeps anything, so that each request meets the same state."""
    folder = tmp_path_factory.mktemp("matrix")
    app = create_app(cheap(Settings(data_dir=folder)))
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
    if path.endswith("/origin"):
        names |= {"minutes_id": world.names["noted"]}
    if "/trash/" in path:
        names |= {"minutes_id": world.names["trashed"]}
    kind = next((one for one in ("waivers", "versions", "segments", "comments") if f"/{one}/" in path), "")
    names |= {"number": str(world.numbers.get(kind, 1))}
    return re.sub(r"\{(\w+)\}", lambda found: names[found[1]], path)


def answer_of(  # noqa: PLR0913 - all that a request can be
    world: World,
    name: str,
    who: tuple[str, str] | None,
    path: str = "",
    key: str = "",
    *,
    tagged: bool = True,
) -> Any:  # noqa: ANN401 - an answer
    row, (method, template) = TABLE[name], operations(world.app)[name]
    where = path or address(world, name, template, who)
    headers = {"If-Match": world.tags[row.tag]} if row.tag and tagged else {}
    headers |= {"Idempotency-Key": key} if key else {}
    more: dict[str, Any] = {}
    body = world.bodies[row.body] if isinstance(row.body, str) else row.body
    if isinstance(body, bytes):
        more["content"] = body
        headers["Content-Type"] = "application/octet-stream"
    elif body is not None:
        more["json"] = body
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


def test_what_asks_for_the_state_that_was_seen_says_so(world: World) -> None:
    for name, row in TABLE.items():
        if row.own != OPEN:
            who = (OWN, "s") if row.own == "s" else (OWN, "n" if row.own == "n" else "a")
            answer = answer_of(world, name, who, tagged=False)
            assert (answer.status_code == 428) == (name in CONDITIONAL), name


UNKNOWN = {
    "minutes_id": "m-zzzzzzzzzzzzzz",
    "segment_id": "s-zzzzzzzzzz",
    "person_id": "prs-zzzzzzzzzzzzzzzz",
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


def test_at_auth_04_what_is_named_in_a_body_is_unknown_too(world: World) -> None:
    """A person to work on a segment, minutes to go on from, a person for a concept of another office."""
    method, template = operations(world.app)["assignSegment"]
    where = address(world, "assignSegment", template, (OWN, "a"))
    tag = {"If-Match": world.tags["segment"]}
    theirs, none = (
        world.ask((OWN, "a"), method, where, json={"person": handle}, headers=tag)
        for handle in (f"t.{OTHER}", "khong.co")
    )
    assert told(theirs, f"t.{OTHER}") == told(none, "khong.co")
    assert (theirs.status_code, theirs.json()["code"]) == (422, "assignee-refused")
    theirs, none = (
        world.ask((OTHER, "all"), "POST", "/minutes/from-session", json={"after": name, "date": "2024-11-20"})
        for name in (world.names["minutes_id"], UNKNOWN["minutes_id"])
    )
    assert told(theirs, world.names["minutes_id"]) == told(none, UNKNOWN["minutes_id"])
    assert theirs.status_code == 404


def test_every_making_sent_twice_makes_one_thing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """And its answer comes from the address that the first one named; what was shown once is not in it."""
    monkeypatch.setattr(Session, "commit", world.commit)
    made = {
        str(one.original_route.operation_id)
        for one in iter_route_contexts(world.app.routes)
        if isinstance(one.original_route, APIRoute) and one.original_route.status_code == 201
    } - {"signIn"}
    for name in sorted(made):
        who = (OWN, "s") if TABLE[name].own == "s" else (OWN, "a")
        first, again = (answer_of(world, name, who, key=f"key-{name}") for _ in range(2))
        assert first.status_code == 201, (name, first.text)
        assert again.headers["idempotency-replayed"] == "true", name
        assert again.headers["location"] == first.headers["location"], name
        if name == "addAdministrator":  # of another office: whoever keeps the system does not read its people
            assert again.status_code == 403
            continue
        assert again.status_code == 201, (name, again.text)
        if isinstance(first.json(), list):
            assert again.json() == first.json(), name
            continue
        once = SHOWN_ONCE.get(name, set())
        same = {key: value for key, value in first.json().items() if key not in once}
        assert {key: value for key, value in again.json().items() if key in same} == same, name
        assert not once & set(again.json()), name
        if TABLE[name].tag == "work":
            world.tags["work"] = again.headers["etag"]


SHOWN_ONCE = {"makeKey": {"key"}, "addPerson": {"link"}, "createMinutesFromSession": {"origin"}}
