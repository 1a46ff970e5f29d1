"""Texts read with the glossary over REST."""

import time
from typing import Any

from fastapi.testclient import TestClient

from rest import approve_new


def annotate(client: TestClient, text: str, **query: object) -> Any:  # noqa: ANN401
    answer = client.post("/api/v1/annotations", json={"text": text, "language": "vi"}, params=query)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_names_are_found_as_of_a_day(client: TestClient) -> None:
    (then,) = annotate(client, "tỉnh Hà Giang", as_of="2025-06-30")["annotations"]
    assert (then["valid"], then["equivalents"]) == (True, ["河江省"])
    (now,) = annotate(client, "tỉnh Hà Giang", as_of="2025-07-01")["annotations"]
    assert now["valid"] is False


def test_a_forbidden_name_is_told_as_such(client: TestClient) -> None:
    (found,) = annotate(client, "văn bản ghi nhớ")["annotations"]
    assert (found["status"], found["equivalents"]) == ("deprecated", ["会谈纪要"])


def test_a_change_is_live_after_it_is_approved_and_the_past_can_be_asked_for(client: TestClient) -> None:
    assert annotate(client, "sổ theo dõi")["annotations"] == []
    approve_new(client, "sổ theo dõi", "登记簿")
    end = time.monotonic() + 2
    while annotate(client, "sổ theo dõi")["version"] < 2:
        assert time.monotonic() < end
        time.sleep(0.05)
    (found,) = annotate(client, "sổ theo dõi")["annotations"]
    assert found["equivalents"] == ["登记簿"]
    before = annotate(client, "sổ theo dõi", version=1)
    assert (before["version"], before["annotations"]) == (1, [])
    wrong = client.post("/api/v1/annotations?version=9", json={"text": "a", "language": "vi"})
    assert (wrong.status_code, wrong.json()["code"]) == (404, "version-unknown")


def test_an_offices_own_concept_wins_there(client: TestClient) -> None:
    approve_new(client, "biên bản", "备忘录", collection="office")
    client.app.state.glossary.refresh()  # type: ignore[attr-defined]
    (found,) = annotate(client, "biên bản")["annotations"]
    assert found["equivalents"] == ["备忘录"]


def test_values_are_converted_and_doubts_said_to_the_reader(client: TestClient) -> None:
    asked = {"text": "ngày 26 tháng 12 năm 2023\nngày 27/4\n", "language": "vi"}
    answer = client.post(
        "/api/v1/conversions", json=asked, headers={"Accept-Language": "zh-CN,zh;q=0.9"}
    ).json()
    assert answer["text"].splitlines()[0] == "2023年12月26日"
    assert len(answer["lines"]) == 2
    assert "缺少年份" in answer["doubts"][0] or "年份" in answer["doubts"][0]


def test_names_without_a_concept_are_found_by_frequency_and_proposed(client: TestClient) -> None:
    texts = [
        "Đoàn do Sở Ngoại vụ tỉnh Hà Giang tiếp. Hôm qua Sở Ngoại vụ làm việc với Cửa khẩu Thanh Thủy.",
        "Theo Sở Ngoại vụ, tỉnh Hà Giang đồng ý.",
    ]
    found = client.post("/api/v1/candidates", json={"texts": texts, "language": "vi"}).json()
    assert (found[0]["text"], found[0]["times"]) == ("Sở Ngoại vụ", 3)
    assert "Cửa khẩu Thanh Thủy" in [one["text"] for one in found]
    zh = {"texts": ["双方同意由云南省外事办公室牵头。云南省外事办公室和河江省协商。"], "language": "zh"}
    (one,) = client.post("/api/v1/candidates", json=zh).json()
    assert (one["text"], one["times"]) == ("云南省外事办公室", 2)
    content = {
        "category": "gate",
        "vi": {"preferred": "Cửa khẩu Thanh Thủy"},
        "zh": {"preferred": "清水口岸"},
    }
    proposed = client.post("/api/v1/candidates/proposals", json=content)
    assert (proposed.status_code, proposed.json()["pending"]["state"]) == (201, "proposed")


def test_what_has_no_concept_can_be_asked_of_an_earlier_version(client: TestClient) -> None:
    asked = {"texts": ["Theo Trạm Kiểm dịch, Trạm Kiểm dịch đồng ý."], "language": "vi"}

    def found(**query: int) -> list[str]:
        answer = client.post("/api/v1/candidates", json=asked, params=query)
        return [one["text"] for one in answer.json()]

    assert found() == ["Trạm Kiểm dịch"]
    approve_new(client, "Trạm Kiểm dịch", "检疫站")
    client.app.state.glossary.refresh()  # type: ignore[attr-defined]
    assert found() == []
    assert found(version=1) == ["Trạm Kiểm dịch"]
    assert client.post("/api/v1/candidates?version=9", json=asked).json()["code"] == "version-unknown"
