"""Acceptance: minutes are made, written, translated, checked, agreed, kept and withdrawn over REST."""

from copy import deepcopy
from typing import Any

import yaml
from fastapi.testclient import TestClient

from minutes_rest import RECORD, finished, make
from service.exchange.record_file import read_record

SECOND = "sections[0].items[1]"


def test_a_record_comes_back_as_it_was_sent(client: TestClient) -> None:
    minutes = make(client)
    found = minutes.read()
    assert found["record"] == {**RECORD}
    assert (found["state"], found["office"], found["shared"], found["version"]) == (
        "drafting",
        "local",
        None,
        1,
    )
    assert (found["mechanism"], found["held_on"]) == ("Nhóm Công tác liên hợp · 联合工作组", "2023-12-26")
    assert [(one["path"], one["status"], one["part"]) for one in found["segments"]] == [
        ("sections[0].heading", "translated", "outline"),
        ("sections[0].items[0]", "translated", "outline"),
        ("sections[0].items[1]", "untranslated", "outline"),
    ]
    assert found["etags"] == dict.fromkeys(("work", "facts", "participants", "outline", "tasks"), '"1"')


def test_the_record_is_a_file_that_the_command_takes(client: TestClient) -> None:
    minutes = make(client)
    for wanted, kind in (("yaml", "application/yaml"), ("json", "application/json")):
        answer = minutes.ask("GET", f"/record?format={wanted}")
        assert answer.headers["content-type"].split(";")[0] == kind
        record, _ = read_record(answer.content, f"a.{wanted}")
        assert record.session == 8
        assert record.sections[0].items[0].zh == "双方一致同意每年会晤。"


def test_a_wrong_record_is_refused_with_its_place(client: TestClient) -> None:
    wrong = {
        **RECORD,
        "date": "26/12",
        "sections": [{"id": "a", "heading": {}, "items": [{"stance": "proposed"}]}],
    }
    answer = client.post("/api/v1/minutes", json=wrong, headers={"Accept-Language": "vi"})
    assert answer.status_code == 422
    assert {one["field"] for one in answer.json()["problems"]} == {"date", "sections[0].items[0]"}
    assert "“26/12” thiếu năm" in answer.json()["detail"]


def test_an_edit_raises_the_revision_and_keeps_who_wrote_what(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment(SECOND)
    answer = minutes.seen_by("binh").save(segment, segment["vi"], "双方一致同意交流信息。")
    assert answer.status_code == 200
    assert answer.headers["etag"] == answer.json()["etag"] == '"2"'
    assert (answer.json()["status"], answer.json()["saved_by"]) == ("translated", "binh")
    assert minutes.read()["record"]["revision"] == 2
    history = minutes.ask("GET", f"/segments/{segment['id']}/history").json()
    assert [(one["deed"], one["person"], one["zh"], one["status"]) for one in history] == [
        ("texts", "binh", "双方一致同意交流信息。", "translated"),
        ("created", "lan", None, "untranslated"),
    ]


def test_the_second_of_two_edits_of_a_segment_sees_both_texts(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment(SECOND)
    assert minutes.save(segment, segment["vi"], "一").status_code == 200
    answer = minutes.seen_by("binh").save(segment, segment["vi"], "二")
    assert (answer.status_code, answer.json()["code"], answer.headers["etag"]) == (
        412,
        "segment-changed",
        '"2"',
    )
    assert answer.json()["current"]["zh"] == "一"
    assert answer.json()["yours"] == {"vi": segment["vi"], "zh": "二"}
    other = minutes.segment("sections[0].items[0]")
    assert minutes.save(other, "Hai bên nhất trí.", other["zh"]).json()["stale"] == "zh"


def test_a_change_says_which_state_it_saw(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment(SECOND)["id"]
    changes: list[tuple[str, str, Any]] = [
        ("PUT", f"/segments/{segment}", {"vi": "a"}),
        ("PUT", f"/segments/{segment}/status", {"status": "confirmed"}),
        ("PUT", f"/segments/{segment}/assignee", {"person": "binh"}),
        ("PUT", "/tasks", {"tasks": []}),
        ("POST", "/transitions", {"to": "in_review"}),
        ("POST", "/waivers", {"code": "a", "place": "b", "reason": "c"}),
        ("PUT", "/shares/hg", {"level": "read"}),
        ("POST", "/withdrawal", {"reason": "a"}),
        ("DELETE", "", None),
    ]
    for method, below, body in changes:
        assert minutes.ask(method, below, body).json()["code"] == "tag-missing", below
        assert minutes.ask(method, below, body, '"9"').status_code == 412, below
        assert minutes.ask(method, below, body, "W/1").status_code == 400, below


def test_segments_keep_their_ids_when_others_come_before_them(client: TestClient) -> None:
    minutes = make(client)
    first = minutes.segment("sections[0].items[0]")
    part = minutes.ask("GET", "/outline").json()
    content = part["content"]
    content["sections"][0]["items"].insert(0, {"stance": "proposed", "by": "cn", "zh": "中方建议互访。"})
    answer = minutes.ask("PUT", "/outline", content, part["etag"])
    assert answer.status_code == 200, answer.text
    assert minutes.segment("sections[0].items[1]")["id"] == first["id"]
    assert minutes.read()["record"]["sections"][0]["items"][0] == {
        "stance": "proposed", "by": "cn", "zh": "中方建议互访。",
    }  # fmt: skip
    # Who edits the text at the same time is not disturbed.
    assert minutes.save(first, first["vi"], "双方同意每年会晤。").status_code == 200


def test_an_outline_edited_twice_shows_both(client: TestClient) -> None:
    minutes = make(client)
    part = minutes.ask("GET", "/outline").json()
    assert minutes.ask("PUT", "/outline", {"sections": []}, part["etag"]).status_code == 200
    answer = minutes.ask("PUT", "/outline", part["content"], part["etag"])
    assert (answer.status_code, answer.json()["code"]) == (412, "part-changed")
    assert answer.json()["current"]["content"] == {"sections": []}
    assert answer.json()["yours"] == part["content"]


def test_a_segment_stands_once_and_in_its_own_part(client: TestClient) -> None:
    minutes = make(client)
    part = minutes.ask("GET", "/outline").json()
    item = part["content"]["sections"][0]["items"][0]
    twice = {"basis": [{"segment": item["segment"]}], **part["content"]}
    assert minutes.ask("PUT", "/outline", twice, part["etag"]).json()["code"] == "segment-misplaced"
    foreign = {"tasks": [{"segment": item["segment"]}]}
    assert minutes.ask("PUT", "/tasks", foreign, '"1"').json()["code"] == "segment-misplaced"
    both = {"basis": [{"segment": item["segment"], "vi": "a"}]}
    assert minutes.ask("PUT", "/outline", both, part["etag"]).json()["code"] == "wrong-form"


def test_facts_and_participants_are_edited_apart(client: TestClient) -> None:
    minutes = make(client)
    facts = minutes.ask("GET", "/facts").json()
    content = facts["content"] | {"session": 9, "title": {"vi": "Biên bản"}, "revision": 900}
    assert minutes.ask("PUT", "/facts", content, facts["etag"]).status_code == 200
    people = minutes.ask("GET", "/participants").json()
    people["content"]["parties"][0]["head"]["address"] = "ông"
    assert minutes.ask("PUT", "/participants", people["content"], people["etag"]).status_code == 200
    record = minutes.read()["record"]
    assert (record["session"], record["title"], record["revision"]) == (9, {"vi": "Biên bản"}, 3)
    assert record["parties"][0]["head"]["address"] == "ông"
    assert minutes.ask("PUT", "/participants", {"parties": []}, '"2"').status_code == 422


def test_a_translation_is_confirmed_and_falls_behind(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment("sections[0].items[0]")
    below = f"/segments/{segment['id']}"
    done = minutes.ask("PUT", f"{below}/status", {"status": "confirmed"}, '"1"')
    assert (done.json()["status"], done.json()["stale"]) == ("confirmed", None)
    changed = minutes.ask("PUT", below, {"vi": "Hai bên nhất trí họp hai lần.", "zh": segment["zh"]}, '"2"')
    assert (changed.json()["status"], changed.json()["stale"]) == ("stale", "zh")
    assert (
        minutes.ask("PUT", f"{below}/status", {"status": "stale"}, '"3"').json()["code"] == "status-refused"
    )
    mended = minutes.ask("PUT", below, {"vi": changed.json()["vi"], "zh": "双方一致同意会晤两次。"}, '"3"')
    assert (mended.json()["status"], mended.json()["stale"]) == ("translated", None)
    empty = minutes.segment(SECOND)
    answer = minutes.ask("PUT", f"/segments/{empty['id']}/status", {"status": "confirmed"}, '"1"')
    assert answer.json()["code"] == "status-refused"


def test_segments_are_assigned_listed_and_talked_about(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment(SECOND)
    below = f"/segments/{segment['id']}"
    assert minutes.ask("PUT", f"{below}/assignee", {"person": "binh"}, '"1"').json()["assignee"] == "binh"
    assert (
        minutes.ask("PUT", f"{below}/assignee", {"person": "ai"}, '"2"').json()["code"] == "assignee-refused"
    )
    listed = minutes.ask("GET", "/segments?assignee=binh&status=untranslated").json()
    assert [one["id"] for one in listed["items"]] == [segment["id"]]
    first = minutes.ask("GET", "/segments?limit=2").json()
    rest = minutes.ask("GET", f"/segments?limit=2&cursor={first['next']}").json()
    assert [len(first["items"]), len(rest["items"]), rest["next"]] == [2, 1, None]
    assert minutes.ask("POST", f"{below}/comments", {"text": "Xin xem lại."}).status_code == 201
    assert minutes.seen_by("binh").ask("POST", "/comments", {"text": "已看。"}).status_code == 201
    said = minutes.ask("GET", "/comments").json()
    assert [(one["segment"], one["person"], one["text"]) for one in said] == [
        (segment["id"], "lan", "Xin xem lại."),
        (None, "binh", "已看。"),
    ]
    assert [one["text"] for one in minutes.ask("GET", f"{below}/comments").json()] == ["Xin xem lại."]


def test_final_waits_for_the_checks_and_then_locks(client: TestClient) -> None:
    minutes = make(client)
    found = minutes.ask("GET", "/findings").json()
    gap = next(one for one in found if one["code"] == "gap")
    assert gap["place"] == f"{SECOND}.zh"
    assert gap["segment"] == minutes.segment(SECOND)["id"]
    assert gap["blocks"] is True
    body = {"code": "gap", "place": gap["place"], "reason": "x"}
    assert minutes.ask("POST", "/waivers", body, minutes.work_tag()).json()["code"] == "waiver-refused"
    body["place"] = "nowhere"
    assert minutes.ask("POST", "/waivers", body, minutes.work_tag()).json()["code"] == "finding-unknown"
    minutes.move("in_review")
    minutes.move("agreed")
    refused = minutes.move("final")
    assert (refused.status_code, refused.json()["code"]) == (409, "transition-refused")
    assert f"{SECOND}.zh" in [one["field"] for one in refused.json()["problems"]]
    assert minutes.move("in_review", "còn thiếu bản dịch").status_code == 200
    assert (
        minutes.save(minutes.segment(SECOND), "Hai bên nhất trí trao đổi.", "双方一致同意交流。").status_code
        == 200
    )
    minutes.move("drafting", "sửa")
    assert minutes.to_final().status_code == 200
    assert minutes.read()["state"] == "final"
    late = minutes.save(minutes.segment(SECOND), "a", "b")
    assert (late.status_code, late.json()["code"]) == (409, "minutes-locked")
    assert minutes.ask("PUT", "/tasks", {"tasks": []}, '"1"').json()["code"] == "minutes-locked"


def test_reopening_makes_a_version_and_says_who_and_why(client: TestClient) -> None:
    minutes = finished(client)
    assert minutes.move("in_review").json()["code"] == "transition-refused"
    opened = minutes.move("in_review", "sai số liệu").json()
    assert (opened["state"], opened["version"]) == ("in_review", 2)
    last = opened["history"][-1]
    assert (last["source"], last["target"]) == ("final", "in_review")
    assert (last["person"], last["reason"], last["version"]) == ("lan", "sai số liệu", 2)
    (kept,) = minutes.ask("GET", "/versions").json()
    assert (kept["number"], kept["name"], kept["state"], kept["version"]) == (1, "", "final", 1)


def test_without_its_waiver_a_finding_blocks_again(client: TestClient) -> None:
    minutes = finished(client)
    waivers = minutes.ask("GET", "/waivers").json()
    assert waivers
    assert {one["handle"] for one in waivers} == {"lan"}
    minutes.move("in_review", "x")
    number = waivers[0]["number"]
    assert minutes.ask("DELETE", f"/waivers/{number}", None, minutes.work_tag()).status_code == 204
    assert (
        minutes.ask("DELETE", f"/waivers/{number}", None, minutes.work_tag()).json()["code"]
        == "waiver-unknown"
    )
    assert minutes.move("agreed").status_code == 200
    assert minutes.move("final").json()["code"] == "transition-refused"


def test_a_waiver_follows_its_segment_and_holds_for_what_was_said(client: TestClient) -> None:
    record = deepcopy(RECORD)
    item = {"stance": "agreed", "vi": "Hai bên nhất trí họp 5 lần.", "zh": "双方一致同意会晤6次。"}
    record["sections"][0]["items"] = [item]
    minutes = make(client, record)

    def differing() -> dict[str, Any]:
        found = minutes.ask("GET", "/findings").json()
        return next(one for one in found if one["segment"] and one["severity"] == "error")

    finding = differing()
    assert finding["place"].startswith("sections[0].items[0]")
    body = {"code": finding["code"], "place": finding["place"], "reason": "đúng như đã nói"}
    assert minutes.ask("POST", "/waivers", body, minutes.work_tag()).status_code == 201
    part = minutes.ask("GET", "/outline").json()
    content = part["content"]
    content["sections"][0]["items"].insert(0, {"stance": "agreed", "vi": "Họp.", "zh": "会晤。"})
    minutes.ask("PUT", "/outline", content, part["etag"])
    moved = finding["place"].replace("items[0]", "items[1]")
    assert (differing()["place"], differing()["blocks"]) == (moved, False)
    assert [one["place"] for one in minutes.ask("GET", "/waivers").json()] == [moved]
    segment = minutes.segment("sections[0].items[1]")
    minutes.save(segment, "Hai bên nhất trí họp 4 lần.", segment["zh"])
    assert differing()["blocks"] is True
    minutes.ask("PUT", "/outline", {"sections": []}, '"2"')
    assert [one["place"] for one in minutes.ask("GET", "/waivers").json()] == [None]


def test_versions_are_named_compared_and_restored(client: TestClient) -> None:
    minutes = make(client)
    before = minutes.read()
    assert minutes.ask("POST", "/versions", {"name": "Bản gửi phía bạn"}).status_code == 201
    segment = minutes.segment("sections[0].items[0]")
    minutes.save(segment, "Hai bên nhất trí họp hai lần.", segment["zh"])
    part = minutes.ask("GET", "/outline").json()
    content = part["content"]
    content["sections"][0]["items"][1]["stance"] = "reserved"
    gone = minutes.segment("sections[0].heading")["id"]
    content["sections"][0]["heading"] = {"vi": "Kết quả"}
    content["sections"][0]["items"].reverse()
    assert minutes.ask("PUT", "/outline", content, part["etag"]).status_code == 200
    found = minutes.ask("GET", "/versions/1/difference").json()
    fields = {one["path"]: (one["before"], one["after"]) for one in found["fields"]}
    second = next(one["id"] for one in before["segments"] if one["path"] == SECOND)
    assert fields[f"sections[results].items[{second}].stance"] == ("agreed", "reserved")
    assert fields["sections[results].items[]"] == ([segment["id"], second], [second, segment["id"]])
    texts = {one["segment"]: (one["before"], one["after"]) for one in found["segments"]}
    assert texts[segment["id"]][1] == {"vi": "Hai bên nhất trí họp hai lần.", "zh": segment["zh"]}
    assert texts[gone] == ({"vi": "Nội dung thống nhất", "zh": "双方商定事项"}, None)
    answer = minutes.ask("POST", "/versions/1/restore", None, minutes.work_tag())
    assert answer.status_code == 200, answer.text
    after = answer.json()
    assert after["record"] == before["record"] | {"revision": after["record"]["revision"]}
    assert after["record"]["revision"] > 2
    assert [one["id"] for one in after["segments"]] == [one["id"] for one in before["segments"]]
    assert minutes.ask("GET", "/versions/1").json()["record"] == before["record"]
    assert minutes.ask("GET", "/versions/7").json()["code"] == "version-unnamed"
    deeds = [one["deed"] for one in minutes.ask("GET", f"/segments/{gone}/history").json()]
    assert deeds == ["restored", "removed", "created"]


def test_minutes_lie_in_the_trash_and_come_out_again(client: TestClient) -> None:
    minutes = make(client)
    assert minutes.ask("DELETE", "", None, minutes.work_tag()).status_code == 204
    assert minutes.ask("GET").status_code == 404
    (lying,) = client.get("/api/v1/minutes/trash").json()
    assert (lying["minutes"]["id"], lying["person"]) == (minutes.id, "lan")
    assert client.get("/api/v1/minutes").json()["items"] == []
    assert client.post(f"/api/v1/minutes/trash/{minutes.id}/restore").status_code == 200
    assert client.post(f"/api/v1/minutes/trash/{minutes.id}/restore").status_code == 404
    assert minutes.read()["state"] == "drafting"


def test_what_was_agreed_is_withdrawn_and_never_deleted(client: TestClient) -> None:
    minutes = finished(client)
    minutes.move("in_review", "x")
    minutes.move("drafting", "x")
    answer = minutes.ask("DELETE", "", None, minutes.work_tag())
    assert (answer.status_code, answer.json()["code"]) == (409, "minutes-kept")
    assert minutes.ask("POST", "/withdrawal", {"reason": " "}, minutes.work_tag()).status_code == 422
    gone = minutes.ask("POST", "/withdrawal", {"reason": "ký lại bản khác"}, minutes.work_tag())
    assert gone.json()["withdrawal"]["reason"] == "ký lại bản khác"
    assert minutes.read()["withdrawal"]["person"] == "lan"
    assert minutes.move("in_review").json()["code"] == "minutes-locked"
    assert minutes.save(minutes.segment(SECOND), "a", None).json()["code"] == "minutes-locked"
    assert [one["id"] for one in client.get("/api/v1/minutes?withdrawn=true").json()["items"]] == [minutes.id]
    fresh = make(client)
    answer = fresh.ask("POST", "/withdrawal", {"reason": "x"}, fresh.work_tag())
    assert answer.json()["code"] == "minutes-locked"


def test_lists_are_narrowed_and_turned_page_by_page(client: TestClient) -> None:
    made = [make(client, {**RECORD, "date": f"2023-12-{day}"}).id for day in (10, 11, 12)]
    plan = {**RECORD, "document_type": "action_plan", "mechanism": None, "date": None}
    other = make(client, plan).id

    def listed(query: str) -> list[str]:
        answer = client.get(f"/api/v1/minutes?{query}")
        assert answer.status_code == 200, answer.text
        return [one["id"] for one in answer.json()["items"]]

    assert listed("") == [other, *reversed(made)]
    assert listed("type=action_plan") == [other]
    assert listed("mechanism=nhóm công TÁC") == list(reversed(made))
    assert listed("from=2023-12-11&to=2023-12-11") == [made[1]]
    assert listed("q=MÈO vạc&type=talks_record") == list(reversed(made))
    assert listed("q=每年会晤") == [other, *reversed(made)]
    assert listed("q=100%25") == []
    assert listed("state=final") == []
    assert listed("shared=true") == []
    page = client.get("/api/v1/minutes?limit=3").json()
    assert len(page["items"]) == 3
    assert listed(f"limit=3&cursor={page['next']}") == [made[0]]
    assert client.get("/api/v1/minutes?cursor=abc").json()["code"] == "cursor-unknown"


def test_the_file_is_what_the_record_says(client: TestClient) -> None:
    text = make(client).ask("GET", "/record").text
    assert yaml.safe_load(text)["session"] == 8


def test_what_the_reader_has_already_is_not_sent_again(client: TestClient) -> None:
    minutes = make(client)
    segment = minutes.segment(SECOND)
    for below in ("/outline", f"/segments/{segment['id']}", "/transitions"):
        tag = minutes.ask("GET", below).headers["etag"]
        again = client.get(f"{minutes.path}{below}", headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        other = client.get(f"{minutes.path}{below}", headers={"If-None-Match": '"77"'})
        assert other.status_code == 200


def test_what_the_checks_cannot_look_beyond_is_told_alone_and_never_accepted(client: TestClient) -> None:
    for change, code, place in (
        ({"date": None}, "gap", "date"),
        ({"place": "xã Không Có Trên Đời"}, "name-unresolved", "place"),
    ):
        minutes = make(client, RECORD | change)
        (found,) = minutes.ask("GET", "/findings").json()
        assert (found["code"], found["place"], found["blocks"]) == (code, place, True)
        body = {"code": code, "place": place, "reason": "vẫn đúng"}
        assert minutes.ask("POST", "/waivers", body, minutes.work_tag()).json()["code"] == "waiver-refused"
        for state in ("in_review", "agreed"):
            minutes.move(state)
        refused = minutes.move("final")
        assert (refused.status_code, [one["field"] for one in refused.json()["problems"]]) == (409, [place])
    undated = make(client, RECORD | {"date": None}).ask("GET", "/findings?as_of=2023-12-26").json()
    assert len(undated) > 1


def test_what_is_final_is_no_longer_accepted_or_listed_beyond_its_end(client: TestClient) -> None:
    minutes = finished(client)
    body = {"code": "name-not-in-glossary", "place": "place", "reason": "x"}
    assert minutes.ask("POST", "/waivers", body, minutes.work_tag()).json()["code"] == "minutes-locked"
    page = minutes.ask("GET", "/segments?limit=1").json()
    minutes.move("in_review", "x")
    minutes.ask("PUT", "/outline", {"sections": []}, '"1"')
    answer = minutes.ask("GET", f"/segments?limit=1&cursor={page['next']}")
    assert (answer.status_code, answer.json()["code"]) == (404, "segment-unknown")
