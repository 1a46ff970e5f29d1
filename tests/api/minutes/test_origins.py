"""Minutes made of files, notes and the last session with the shipped glossary, and concepts they name."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlmodel import select

from glossary_work import add_office
from samples import EXAMPLES, ROOT
from service.accounts.tables import PersonRow
from service.db.unit_of_work import unit_of_work
from service.exchange.record_file import read_record

MINUTES = "/api/v1/minutes"
MAI = {"X-Bienban-Person": "mai"}
NOTES = (ROOT / "tests" / "exchange" / "notes" / "zh-notes-1.txt").read_text("utf-8").strip()
FILE = {"Content-Type": "application/octet-stream"}
TALKS = EXAMPLES / "talks-record-2023-12-26.yaml"
FIVE = EXAMPLES / "joint-minutes-2023-03-27.yaml"


@pytest.fixture(scope="session")
def termbase_dir() -> Path:
    return ROOT / "glossary"


@pytest.fixture
def mai(client: TestClient, engine: Engine) -> dict[str, str]:
    """Somebody of another office, who shares the termbase's concepts and nothing else."""
    add_office(engine, 9, "cao-bang", "mai")
    with unit_of_work(engine, writing=True) as session:
        row = session.exec(select(PersonRow).where(PersonRow.handle == "mai")).one()
        row.is_local = True
        session.add(row)
    assert client.get(MINUTES, headers=MAI).status_code == 200
    return MAI


def from_file(client: TestClient, file: Path) -> dict[str, Any]:
    answer = client.post(f"{MINUTES}/from-file?name={file.name}", content=file.read_bytes(), headers=FILE)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"{MINUTES}/{made['id']}"
    return made


def test_a_file_becomes_minutes_and_says_where_it_is_wrong(client: TestClient) -> None:
    made = from_file(client, TALKS)
    answer = client.get(f"{MINUTES}/{made['id']}/record")
    assert read_record(answer.content, "a.yaml")[0] == read_record(TALKS.read_bytes(), "b.yaml")[0]
    origin = client.get(f"{MINUTES}/{made['id']}/origin").json()
    assert (origin["kind"], origin["name"]) == ("file", TALKS.name)
    wrong = TALKS.read_text("utf-8").replace("host: vn", "host: la").replace("channel:", "chanel:")
    refused = client.post(f"{MINUTES}/from-file?name=x.yaml", content=wrong.encode(), headers=FILE)
    assert (refused.status_code, refused.json()["code"]) == (422, "record-file-error")
    told = [one["detail"] for one in refused.json()["problems"]]
    line = 1 + wrong[: wrong.index("chanel:")].count("\n")
    assert told[0].startswith(f"x.yaml:{line}: chanel: unknown key “chanel”; “channel” is known")
    assert any("host: “la” is not one of vn, cn" in one for one in told)
    broken = client.post(f"{MINUTES}/from-file", content=b"a: [", headers=FILE)
    assert (broken.status_code, broken.json()["code"]) == (422, "unreadable-file")
    assert client.post(f"{MINUTES}/from-file", content=b"a: 1").status_code == 415
    assert len(client.get(MINUTES).json()["items"]) == 1


def test_notes_are_proposed_first_and_kept_with_what_was_not_recognised(client: TestClient) -> None:
    asked = {"text": NOTES, "language": "zh", "as_of": "2024-11-20"}
    proposed = client.post(f"{MINUTES}/from-notes/proposal", json=asked).json()
    assert client.get(MINUTES).json()["items"] == []
    (place,) = (one for one in proposed["fields"] if one["path"] == "place")
    at = NOTES.index("地点：苗旺县")
    assert place["passages"] == [{"start": at, "end": at + 6, "text": "地点：苗旺县"}]
    assert [one["text"] for one in proposed["unrecognised"]] == ["翻译若干"]
    assert "name_order" in [one["path"] for one in proposed["chosen"]]
    for one in (*proposed["unrecognised"], *(at for field in proposed["fields"] for at in field["passages"])):
        assert NOTES[one["start"] : one["end"]] == one["text"]

    record = proposed["record"] | {"name_order": "alternat"}
    made = client.post(f"{MINUTES}/from-notes", json=asked | {"record": record})
    assert made.status_code == 201, made.text
    assert made.json()["record"] == record
    kept = client.get(f"{MINUTES}/{made.json()['id']}/origin", headers={"Accept-Language": "vi"}).json()
    assert (kept["kind"], kept["notes"]["text"], kept["notes"]["is_confirmed"]) == ("notes", NOTES, True)
    assert kept["notes"]["unrecognised"] == proposed["unrecognised"]
    assert [one["passages"] for one in kept["notes"]["fields"]] == [
        one["passages"] for one in proposed["fields"]
    ]
    (channel,) = (one for one in kept["notes"]["chosen"] if one["path"] == "channel")
    assert channel["note"] not in (None, "chosen by the positions named in the notes")

    direct = client.post(f"{MINUTES}/from-notes", json=asked).json()
    assert direct["record"] == proposed["record"]
    assert not client.get(f"{MINUTES}/{direct['id']}/origin").json()["notes"]["is_confirmed"]


def test_notes_that_are_none_are_refused(client: TestClient) -> None:
    asked = {"text": "hai bên\u202e nhất trí", "language": "vi", "as_of": "2024-11-20"}
    for path in ("from-notes", "from-notes/proposal"):
        assert client.post(f"{MINUTES}/{path}", json=asked).json()["code"] == "invisible-character"
        assert client.post(f"{MINUTES}/{path}", json=asked | {"text": "a" * 20_001}).status_code == 422
    wrong = asked | {"text": "hai bên nhất trí", "record": {"document_type": "x"}}
    refused = client.post(f"{MINUTES}/from-notes", json=wrong)
    assert refused.status_code == 422
    assert "record.document_type" in [one["field"] for one in refused.json()["problems"]]


def register(client: TestClient, **person: object) -> None:
    answer = client.post("/api/v1/persons", json=person)
    assert answer.status_code == 201, answer.text


def test_the_next_session_follows_the_last_one_with_the_people_of_its_day(client: TestClient) -> None:
    first = from_file(client, FIVE)
    mechanism = first["record"]["mechanism"]
    register(
        client,
        side="cn",
        vi="Lý Minh",
        zh="李明",
        address="đồng chí",
        positions=[{"position": "Bí thư Tỉnh ủy Vân Nam", "first": "2024-01-01"}],
    )
    register(
        client,
        side="vn",
        vi="Trần Quốc Cường",
        zh="陈国强",
        positions=[{"position": "Bí thư Tỉnh ủy Điện Biên", "first": "2020-10-01", "last": "2024-12-31"}],
    )
    answer = client.post(f"{MINUTES}/from-session", json={"mechanism": mechanism, "date": "2025-03-30"})
    assert answer.status_code == 201, answer.text
    made = answer.json()
    record = made["record"]
    assert (record["session"], record["host"], record["date"]) == (
        first["record"]["session"] + 1,
        "cn" if first["record"]["host"] == "vn" else "vn",
        "2025-03-30",
    )
    heads = [party["head"] for party in record["parties"]]
    told = {one["place"]: one["said"] for one in made["origin"]["changes"]}
    yunnan = next(p for p, one in enumerate(record["parties"]) if one["side"] == "cn")
    assert heads[yunnan]["name"] == {"vi": "Lý Minh", "zh": "李明"}
    assert told[f"parties[{yunnan}].head.name"] == (
        "Lý Minh holds the post on 2025-03-30, as the registry says; at the last session it was Vương Ninh"
    )
    dien_bien = next(p for p, one in enumerate(record["parties"]) if "Điện Biên" in str(one["body"]))
    assert heads[dien_bien]["name"] is None
    assert told[f"parties[{dien_bien}].head.name"].startswith("Trần Quốc Cường does not hold the post")
    # Of whom the registry knows nothing, nothing changes.
    lai_chau = next(p for p, one in enumerate(record["parties"]) if "Lai Châu" in str(one["body"]))
    assert heads[lai_chau]["name"] == {"vi": "Giàng Páo Mỷ", "zh": "杨宝美"}
    assert record["sections"][0]["id"] == "review"
    assert client.get(f"{MINUTES}/{made['id']}/origin").json() == made["origin"]
    assert made["origin"]["minutes"] == first["id"]

    again = client.post(f"{MINUTES}/from-session", json={"mechanism": mechanism, "date": "2026-03-30"}).json()
    assert (again["origin"]["minutes"], again["record"]["session"]) == (made["id"], record["session"] + 1)
    named = client.post(f"{MINUTES}/from-session", json={"after": first["id"], "date": "2024-03-30"}).json()
    assert named["origin"]["minutes"] == first["id"]


def test_a_session_that_follows_none_is_refused(client: TestClient, mai: dict[str, str]) -> None:
    first = from_file(client, FIVE)
    mechanism = first["record"]["mechanism"]
    path = f"{MINUTES}/from-session"
    before = client.post(path, json={"mechanism": mechanism, "date": "2023-03-27"})
    assert (before.status_code, before.json()["code"]) == (404, "no-earlier-session")
    early = client.post(path, json={"after": first["id"], "date": "2023-03-27"})
    assert (early.status_code, early.json()["code"]) == (422, "day-not-after")
    for wrong in ({}, {"mechanism": mechanism, "after": first["id"]}):
        assert client.post(path, json=wrong | {"date": "2025-03-30"}).status_code == 422
    nowhere = client.post(path, json={"mechanism": mechanism, "date": "2025-03-30", "place": "tỉnh Nào Đó"})
    assert [one["field"] for one in nowhere.json()["problems"]] == ["place"]
    # To another office these minutes are none.
    theirs = client.post(path, json={"mechanism": mechanism, "date": "2025-03-30"}, headers=mai)
    assert theirs.json()["code"] == "no-earlier-session"
    met, none = (
        client.post(path, json={"after": one, "date": "2025-03-30"}, headers=mai)
        for one in (first["id"], "m-zzzzzzzzzzzzzz")
    )
    assert (met.status_code, met.text) == (404, none.text)
    met, none = (
        client.get(f"{MINUTES}/{one}/origin", headers=mai) for one in (first["id"], "m-zzzzzzzzzzzzzz")
    )
    assert (met.status_code, met.text) == (404, none.text)


def uses(client: TestClient, concept: str, **headers: str) -> list[dict[str, Any]]:
    found = client.get(f"/api/v1/concepts/{concept}/uses", headers=headers).json()
    return [one for one in found if one["kind"] == "minutes"]


def test_uses_of_a_concept_tell_the_minutes_that_name_it(client: TestClient, mai: dict[str, str]) -> None:
    made = from_file(client, TALKS)
    told = {
        "kind": "minutes",
        "object_id": made["id"],
        "title": "Sở Ngoại vụ tỉnh Hà Giang – Văn phòng Ngoại sự tỉnh Vân Nam, 2023-12-26",
        "is_open": True,
    }
    for concept in ("institution.so-ngoai-vu", "place.meo-vac", "place.ha-giang", "title.giam-doc"):
        assert uses(client, concept) == [told], concept
        assert uses(client, concept, **mai) == []
    assert uses(client, "person.do-quoc-huong") == [told]
    assert uses(client, "institution.bo-ngoai-giao") == []

    for place, elsewhere in (("Đồng Văn", "yen-minh"), ("Yên Minh", "dong-van")):
        part = client.get(f"{MINUTES}/{made['id']}/facts").json()
        facts = part["content"] | {"place": f"huyện {place}, tỉnh Hà Giang"}
        saved = client.put(f"{MINUTES}/{made['id']}/facts", json=facts, headers={"If-Match": part["etag"]})
        assert saved.status_code == 200
        assert uses(client, f"place.{elsewhere}") == []
    assert uses(client, "place.yen-minh") == [told]

    client.delete(f"{MINUTES}/{made['id']}", headers={"If-Match": '"1"'})
    assert uses(client, "place.yen-minh") == []


def test_minutes_of_an_early_day_name_what_was_right_then(client: TestClient) -> None:
    made = from_file(client, TALKS)
    assert date.fromisoformat(made["record"]["date"]) < date(2025, 7, 1)
    part = client.get(f"{MINUTES}/{made['id']}/facts").json()
    facts = part["content"] | {"date": "2025-07-01"}
    client.put(f"{MINUTES}/{made['id']}/facts", json=facts, headers={"If-Match": part["etag"]})
    assert uses(client, "place.ha-giang") == []
