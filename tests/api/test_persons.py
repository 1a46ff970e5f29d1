"""The registry of persons over REST: names, positions over time, who sees and changes what."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlmodel import select

from glossary_work import add_office
from registry import DIRECTOR, HUONG, LAN, OUYANG, TERMBASE, ZENG
from service.accounts.tables import PersonRow
from service.db.unit_of_work import unit_of_work
from service.minutes.persons.tables import RegisteredPartRow, RegisteredRevisionRow

PERSONS = "/api/v1/persons"
BINH = {"X-Bienban-Person": "binh"}
MAI = {"X-Bienban-Person": "mai"}


@pytest.fixture(scope="session")
def termbase_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("registry")
    for name, text in TERMBASE.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def mai(client: TestClient, engine: Engine) -> dict[str, str]:
    """Somebody of another office."""
    add_office(engine, 9, "cao-bang", "mai")
    with unit_of_work(engine, writing=True) as session:
        row = session.exec(select(PersonRow).where(PersonRow.handle == "mai")).one()
        row.is_local = True
        session.add(row)
    assert client.get(PERSONS, headers=MAI).status_code == 200
    return MAI


def create(client: TestClient, content: dict[str, Any], **more: object) -> dict[str, Any]:
    answer = client.post(PERSONS, json=content | more)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"{PERSONS}/{body['id']}"
    return body


def listed(client: TestClient, **wanted: str) -> list[str]:
    answer = client.get(PERSONS, params=wanted)
    assert answer.status_code == 200, answer.text
    return [one["content"].get("vi") or one["content"]["zh"] for one in answer.json()["items"]]


@pytest.fixture
def registry(client: TestClient) -> TestClient:
    """Four people beside the shipped one."""
    for content in (HUONG, LAN, OUYANG, ZENG):
        create(client, content)
    return client


def test_the_people_of_the_termbase_are_there_for_everybody(client: TestClient) -> None:
    (wei,) = client.get(PERSONS).json()["items"]
    assert (wei["collection"], wei["concept"], wei["author"]) == ("national", "person.vuong-vi", None)
    assert {key: value for key, value in wei["content"].items() if value} == {
        "side": "cn",
        "vi": "Vương Vĩ",
        "zh": "王伟",
        "confidence": "sourced",
        "sources": [{"address": "http://yfao.yn.gov.cn/", "note": None, "day": None}],
        "note": "Name and post in August 2022.",
    }
    # The termbase knows no position as data, and none is made up.
    assert (wei["positions"], wei["participants"]) == (
        [],
        [{"name": {"vi": "Vương Vĩ", "zh": "王伟"}, "position": None, "address": None}],
    )


@pytest.mark.parametrize(
    ("day", "vi", "zh"),
    [
        ("2019-02-28", [], []),
        ("2019-03-01", ["Phó Giám đốc Sở Ngoại vụ tỉnh Hà Giang"], ["河江省外事厅副厅长"]),
        ("2022-12-31", ["Phó Giám đốc Sở Ngoại vụ tỉnh Hà Giang"], ["河江省外事厅副厅长"]),
        ("2023-01-01", [DIRECTOR], ["河江省外事厅厅长"]),
        ("2025-06-30", [DIRECTOR], ["河江省外事厅厅长"]),
        ("2025-07-01", ["Giám đốc Sở Ngoại vụ tỉnh Tuyên Quang"], ["宣光省外事厅厅长"]),
    ],
)
def test_positions_are_those_of_the_day_first_and_last_included(
    client: TestClient, day: str, vi: list[str], zh: list[str]
) -> None:
    person_id = create(client, HUONG)["id"]
    found = client.get(f"{PERSONS}/{person_id}/positions", params={"as_of": day}).json()
    assert ([one["vi"] for one in found], [one["zh"] for one in found]) == (vi, zh)
    assert all(one["as_of"] == day and not one["problems"] for one in found)


def test_without_a_day_every_position_is_composed_for_its_own_days(client: TestClient) -> None:
    person_id = create(client, HUONG)["id"]
    found = client.get(f"{PERSONS}/{person_id}").json()["positions"]
    assert [one["zh"] for one in found] == ["河江省外事厅副厅长", "河江省外事厅厅长", "宣光省外事厅厅长"]


def test_a_position_that_outlives_the_name_of_its_body_says_so(client: TestClient) -> None:
    held = {"position": DIRECTOR, "first": "2023-01-01"}
    person_id = create(client, HUONG, positions=[held])["id"]
    path = f"{PERSONS}/{person_id}"
    assert client.get(path, params={"as_of": "2025-06-30"}).json()["positions"][0]["vi"] == DIRECTOR
    after = client.get(path, params={"as_of": "2025-07-01"}).json()
    assert (after["positions"][0]["vi"], after["participants"][0]["position"]) == (None, None)
    assert "its successor is tỉnh Tuyên Quang" in after["positions"][0]["problems"][0]


def test_participants_are_chosen_as_of_the_day_and_the_side(registry: TestClient) -> None:
    answer = registry.get(PERSONS, params={"as_of": "2023-12-26", "side": "vn"}).json()["items"]
    assert [one["participants"] for one in answer] == [
        [
            {
                "name": {"vi": "Đỗ Quốc Hương", "zh": "杜国香"},
                "position": DIRECTOR,
                "address": "đồng chí",
            }
        ],
        [
            {
                "name": {"vi": "Nguyễn Thị Lan", "zh": "阮氏兰"},
                "position": "Chủ tịch Ủy ban nhân dân huyện Mèo Vạc",
                "address": None,
            }
        ],
    ]
    (minghua,) = (
        one
        for one in registry.get(PERSONS, params={"as_of": "2023-12-26", "side": "cn"}).json()["items"]
        if one["content"]["zh"] == "欧阳明华"
    )
    # No Hán-Việt form is known: the Latin one stands in Vietnamese texts.
    assert minghua["participants"][0]["name"] == {"vi": "Ouyang Minghua", "zh": "欧阳明华"}
    assert minghua["positions"][0]["vi"] == "Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam"


def test_a_name_that_the_glossary_has_stands_as_the_glossarys(client: TestClient) -> None:
    wei = client.get(PERSONS).json()["items"][0]
    held = {"position": "Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam", "first": "2022-08-01"}
    content = wei["content"] | {"positions": [held]}
    path = f"{PERSONS}/{wei['id']}"
    assert client.put(path, json=content, headers={"If-Match": '"1"'}).status_code == 200
    found = client.get(path, params={"as_of": "2023-12-26"}).json()["participants"]
    assert found == [{"name": "Vương Vĩ", "position": held["position"], "address": None}]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Đỗ Quốc Hương", ["Đỗ Quốc Hương"]),
        ("do quoc huong", ["Đỗ Quốc Hương"]),
        ("huong", ["Đỗ Quốc Hương"]),
        ("hường", []),
        ("quoc huo", ["Đỗ Quốc Hương"]),
        ("đo", ["Đỗ Quốc Hương"]),
        ("杜国香", ["Đỗ Quốc Hương"]),
        ("國香", ["Đỗ Quốc Hương"]),
        ("duguoxiang", ["Đỗ Quốc Hương"]),
        ("wang wei", ["Vương Vĩ"]),
        ("ouyang", ["欧阳明华"]),
        ("oymh", ["欧阳明华"]),
        ("zengchangle", ["Tăng Trường Lạc"]),
        ("zengchangyue", []),
        ("lan", ["Nguyễn Thị Lan"]),
        ("%", []),
        ("_", []),
    ],
)
def test_names_are_found_as_people_type_them(registry: TestClient, typed: str, found: list[str]) -> None:
    assert listed(registry, q=typed) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"body": "Sở Ngoại vụ tỉnh Hà Giang", "as_of": "2023-12-26"}, ["Đỗ Quốc Hương"]),
        ({"body": "河江省外事厅", "as_of": "2020-01-01"}, ["Đỗ Quốc Hương"]),
        ({"body": "Sở Ngoại vụ tỉnh Tuyên Quang", "as_of": "2023-12-26"}, []),
        ({"body": "Sở Ngoại vụ tỉnh Tuyên Quang"}, ["Đỗ Quốc Hương"]),
        # The committee of the district is none of the province, but lies in it.
        ({"body": "Ủy ban nhân dân tỉnh Hà Giang", "as_of": "2023-12-26"}, []),
        ({"body": "tỉnh Hà Giang", "as_of": "2023-12-26"}, ["Đỗ Quốc Hương", "Nguyễn Thị Lan"]),
        ({"side": "cn", "sort": "zh"}, ["欧阳明华", "Vương Vĩ", "Tăng Trường Lạc"]),
        ({"side": "vn"}, ["Đỗ Quốc Hương", "Nguyễn Thị Lan"]),
        ({"collection": "national"}, ["Vương Vĩ"]),
        # On that day she held nothing; of the two of the other side nothing at all is known.
        ({"as_of": "2020-01-01"}, ["Đỗ Quốc Hương", "Tăng Trường Lạc", "Vương Vĩ"]),
    ],
)
def test_the_list_is_narrowed(registry: TestClient, wanted: dict[str, str], found: list[str]) -> None:
    assert listed(registry, **wanted) == found


def test_a_body_that_nobody_knows_is_refused_in_words(client: TestClient) -> None:
    answer = client.get(PERSONS, params={"body": "Sở Ngoại giao tỉnh Hà Giang", "as_of": "2023-12-26"})
    assert (answer.status_code, answer.json()["code"]) == (422, "body-unknown")
    assert answer.json()["problems"][0]["field"] == "body"


def test_pages_follow_each_other_without_loss_in_both_orders(registry: TestClient) -> None:
    for sort in ("vi", "zh"):
        whole = listed(registry, sort=sort)
        pages: list[str] = []
        cursor: dict[str, str] = {"sort": sort}
        for _ in range(5):
            page = registry.get(PERSONS, params={"limit": 2, **cursor}).json()
            pages += [one["content"].get("vi") or one["content"]["zh"] for one in page["items"]]
            if page["next"] is None:
                break
            cursor |= {"cursor": page["next"]}
        assert (len(whole), pages) == (5, whole)
        other = registry.get(PERSONS, params=cursor | {"sort": "zh" if sort == "vi" else "vi"})
        assert (other.status_code, other.json()["code"]) == (422, "cursor-unknown")


def test_two_offices_at_once_are_right_the_same_one_twice_is_not(client: TestClient) -> None:
    chair = {"position": "Chủ tịch Ủy ban nhân dân tỉnh Hà Giang", "first": "2024-01-01"}
    director = {"position": DIRECTOR, "first": "2023-01-01", "last": "2024-01-01"}
    again = {"position": "河江省外事厅厅长", "first": "2024-01-01"}
    assert create(client, HUONG, positions=[chair, director])["row_version"] == 1
    later = again | {"first": "2024-01-02"}
    assert create(client, HUONG, vi="Đỗ Quốc Hùng", positions=[director, later])["row_version"] == 1
    twice = client.post(PERSONS, json=HUONG | {"positions": [director, chair, again]})
    assert (twice.status_code, twice.json()["code"]) == (422, "person-contradicts")
    (said,) = twice.json()["problems"]
    assert (said["field"], said["detail"]) == (
        "positions[2]",
        "positions[2]: the same position as in positions[0], over days that both hold",
    )


def test_people_may_share_a_name_but_not_a_name_and_a_position(client: TestClient) -> None:
    first = create(client, HUONG)
    other = LAN["positions"]
    assert create(client, HUONG, positions=other)["id"] != first["id"]
    again = client.post(PERSONS, json=HUONG)
    assert again.status_code == 422
    assert again.json()["detail"] == f"{first['id']} is this person already; add to that entry"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"positions": [{"position": DIRECTOR, "first": "2023-02-01", "last": "2023-01-31"}]},
            "before the first",
        ),
        ({"positions": [{"position": "Giám đốc Sở Ngoại giao tỉnh Hà Giang"}]}, "is not in the glossary"),
        ({"positions": [{"position": DIRECTOR, "first": "2025-07-01"}]}, "no longer right"),
        ({"vi": None}, "in the language of the own side"),
        ({"vi": "Đỗ\nHương"}, "line break"),
        ({"vi": "Đỗ\u202eHương"}, "invisible character"),
        ({"side": "la"}, "vn"),
        ({"handle": "x"}, "there is no such field here"),
        ({"positions": [{"position": DIRECTOR, "first": "30/2"}]}, "no year"),
    ],
)
def test_what_cannot_be_said_of_a_person_is_refused(
    client: TestClient, changes: dict[str, Any], words: str
) -> None:
    answer = client.post(PERSONS, json=HUONG | changes)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert listed(client, q="huong") == []


def test_a_lost_update_is_answered_with_both_versions(client: TestClient) -> None:
    person_id = create(client, HUONG)["id"]
    path = f"{PERSONS}/{person_id}"
    assert client.put(path, json=HUONG).status_code == 428
    mine, theirs = HUONG | {"address": "ông"}, HUONG | {"address": None}
    saved = client.put(path, json=mine, headers={"If-Match": '"1"'})
    assert (saved.status_code, saved.headers["etag"]) == (200, '"2"')
    lost = client.put(path, json=theirs, headers={"If-Match": '"1"', **BINH})
    assert (lost.status_code, lost.headers["etag"]) == (412, '"2"')
    assert lost.json()["current"]["content"]["address"] == "ông"
    assert (lost.json()["yours"]["address"], lost.json()["yours"]["vi"]) == (None, "Đỗ Quốc Hương")
    again = client.get(path, headers={"If-None-Match": '"2"'})
    assert (again.status_code, again.content) == (304, b"")


def test_what_was_said_before_stays_in_the_history(client: TestClient) -> None:
    person_id = create(client, HUONG)["id"]
    changed = HUONG | {"vi": "Đỗ Quốc Hường", "positions": HUONG["positions"][:1]}
    client.put(f"{PERSONS}/{person_id}", json=changed, headers={"If-Match": '"1"', **BINH})
    told = client.get(f"{PERSONS}/{person_id}/history").json()
    assert [(one["row_version"], one["author"], one["content"]["vi"]) for one in told] == [
        (2, "binh", "Đỗ Quốc Hường"),
        (1, "lan", "Đỗ Quốc Hương"),
    ]
    assert [one["position"] for one in told[1]["content"]["positions"]] == [
        one["position"] for one in HUONG["positions"]
    ]
    # Nobody is found by what is not said any more.
    assert listed(client, q="hương") == []
    assert listed(client, body="Sở Ngoại vụ tỉnh Tuyên Quang") == []


def test_an_entry_made_by_mistake_goes_for_good(client: TestClient, engine: Engine) -> None:
    person_id = create(client, HUONG)["id"]
    path = f"{PERSONS}/{person_id}"
    assert client.delete(path).status_code == 428
    client.put(path, json=HUONG, headers={"If-Match": '"1"'})
    lost = client.delete(path, headers={"If-Match": '"1"'})
    assert (lost.status_code, lost.json()["yours"]) == (412, None)
    assert client.delete(path, headers={"If-Match": '"2"'}).status_code == 204
    assert client.get(path).status_code == 404
    assert listed(client) == ["Vương Vĩ"]
    with unit_of_work(engine, writing=False) as session:
        left = [
            len(session.exec(select(table)).all()) for table in (RegisteredRevisionRow, RegisteredPartRow)
        ]
    assert left == [1, 0]
    wei = client.get(PERSONS).json()["items"][0]["id"]
    shipped = client.delete(f"{PERSONS}/{wei}", headers={"If-Match": '"1"'})
    assert (shipped.status_code, shipped.json()["code"]) == (422, "person-contradicts")


def test_another_office_meets_an_entry_as_one_that_is_not(client: TestClient, mai: dict[str, str]) -> None:
    own, unknown = create(client, HUONG)["id"], "prs-aaaaaaaaaaaaaaaa"
    tag = {"If-Match": '"1"', **mai}
    for path in ("", "/positions", "/history"):
        met, none = (client.get(f"{PERSONS}/{one}{path}", headers=mai) for one in (own, unknown))
        assert (met.status_code, met.text.replace(own, unknown)) == (404, none.text)
    met, none = (client.put(f"{PERSONS}/{one}", json=HUONG, headers=tag) for one in (own, unknown))
    assert (met.status_code, met.text.replace(own, unknown)) == (404, none.text)
    met, none = (client.delete(f"{PERSONS}/{one}", headers=tag) for one in (own, unknown))
    assert (met.status_code, met.text.replace(own, unknown)) == (404, none.text)
    assert [one["content"]["vi"] for one in client.get(PERSONS, headers=mai).json()["items"]] == ["Vương Vĩ"]
    # A namesake of the other office is no twin: nothing tells that there is one.
    assert client.post(PERSONS, json=HUONG, headers=mai).status_code == 201


def test_the_national_collection_is_kept_by_who_keeps_it(client: TestClient, mai: dict[str, str]) -> None:
    wei = client.get(PERSONS, headers=mai).json()["items"][0]
    refused = client.put(f"{PERSONS}/{wei['id']}", json=wei["content"], headers={"If-Match": '"1"', **mai})
    assert (refused.status_code, refused.json()["code"]) == (403, "not-allowed")
    everybodys = client.post(PERSONS, json=HUONG | {"collection": "national"}, headers=mai)
    assert everybodys.status_code == 403
    person_id = create(client, HUONG, collection="national")["id"]
    assert client.get(f"{PERSONS}/{person_id}", headers=mai).status_code == 200


def test_uses_of_a_concept_tell_whose_position_it_is_in(client: TestClient, mai: dict[str, str]) -> None:
    person_id = create(client, LAN)["id"]
    use = {"kind": "person", "object_id": person_id, "title": "Nguyễn Thị Lan", "is_open": True}
    assert use in client.get("/api/v1/concepts/place.ha-giang/uses").json()
    assert use not in client.get("/api/v1/concepts/place.ha-giang/uses", headers=mai).json()
