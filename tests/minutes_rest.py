"""Minutes over REST, for tests."""

from copy import deepcopy
from typing import Any

from httpx2 import Client

RECORD: dict[str, Any] = {
    "document_type": "talks_record",
    "channel": "state",
    "name_order": "simplified",
    "mechanism": {"vi": "Nhóm Công tác liên hợp", "zh": "联合工作组"},
    "session": 8,
    "date": "2023-12-26",
    "part_of_day": "morning",
    "start": "08:30",
    "end": "11:00",
    "place": {"vi": "huyện Mèo Vạc", "zh": "苗旺县"},
    "host": "vn",
    "parties": [
        {
            "side": "vn",
            "body": {"vi": "Sở Ngoại vụ tỉnh Hà Giang", "zh": "河江省外事厅"},
            "head": {
                "name": {"vi": "Đỗ Quốc Hương", "zh": "杜国香"},
                "position": {"vi": "Giám đốc", "zh": "厅长"},
                "role": "head",
            },
        },
        {
            "side": "cn",
            "body": {"vi": "Văn phòng Ngoại sự tỉnh Vân Nam", "zh": "云南省外事办公室"},
            "head": {
                "name": {"vi": "Vương Vĩ", "zh": "王伟"},
                "position": {"vi": "Phó Chủ nhiệm", "zh": "副主任"},
                "role": "head",
            },
        },
    ],
    "sections": [
        {
            "id": "results",
            "heading": {"vi": "Nội dung thống nhất", "zh": "双方商定事项"},
            "items": [
                {"stance": "agreed", "vi": "Hai bên nhất trí họp hằng năm.", "zh": "双方一致同意每年会晤。"},
                {"stance": "agreed", "vi": "Hai bên nhất trí trao đổi thông tin."},
            ],
        }
    ],
    "originals": {"count": 2},
}
UNKNOWN = "m-zzzzzzzzzzzzzz"


class Minutes:
    """Some minutes as one person sees them over REST; remembers no tags."""

    def __init__(self, client: Client, minutes_id: str, person: str = "lan") -> None:
        self.client = client
        self.id = minutes_id
        self.person = person

    @property
    def path(self) -> str:
        return f"/api/v1/minutes/{self.id}"

    def seen_by(self, person: str) -> "Minutes":
        return Minutes(self.client, self.id, person)

    def ask(self, method: str, below: str = "", body: object = None, etag: str | None = None) -> Any:  # noqa: ANN401 - an answer
        headers = {"X-Bienban-Person": self.person} | ({"If-Match": etag} if etag else {})
        return self.client.request(method, f"{self.path}{below}", headers=headers, json=body)

    def read(self) -> dict[str, Any]:
        answer = self.ask("GET")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def work_tag(self) -> str:
        return str(self.ask("GET", "/transitions").headers["etag"])

    def move(self, to: str, reason: str = "") -> Any:  # noqa: ANN401 - an answer
        return self.ask("POST", "/transitions", {"to": to, "reason": reason}, self.work_tag())

    def save(self, segment: dict[str, Any], vi: str | None, zh: str | None) -> Any:  # noqa: ANN401 - an answer
        return self.ask("PUT", f"/segments/{segment['id']}", {"vi": vi, "zh": zh}, segment["etag"])

    def segment(self, path: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.read()["segments"] if one["path"] == path)
        return found

    def to_final(self) -> Any:  # noqa: ANN401 - an answer
        """Accept what can be accepted, and go all the way."""
        for one in self.ask("GET", "/findings").json():
            if one["blocks"]:
                body = {"code": one["code"], "place": one["place"], "reason": "đã hỏi phía bạn"}
                answer = self.ask("POST", "/waivers", body, self.work_tag())
                assert answer.status_code == 201, answer.text
        for state in ("in_review", "agreed"):
            answer = self.move(state)
            assert answer.status_code == 200, answer.text
        return self.move("final")


def make(client: Client, record: dict[str, Any] = RECORD, person: str = "lan") -> Minutes:
    """New minutes."""
    answer = client.post("/api/v1/minutes", json=record, headers={"X-Bienban-Person": person})
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/api/v1/minutes/{answer.json()['id']}"
    return Minutes(client, answer.json()["id"], person)


def finished(client: Client) -> Minutes:
    """New minutes, final."""
    record = deepcopy(RECORD)
    record["sections"][0]["items"][1]["zh"] = "双方一致同意交流信息。"
    minutes = make(client, record)
    assert minutes.to_final().status_code == 200
    return minutes
