"""Examples of requests about minutes; a test sends each."""

from typing import Any

_HEADS = (
    ({"vi": "Đỗ Quốc Hương", "zh": "杜国香"}, {"vi": "Giám đốc", "zh": "厅长"}),
    ({"vi": "Vương Vĩ", "zh": "王伟"}, {"vi": "Phó Chủ nhiệm", "zh": "副主任"}),
)
_NAMES = ("Sở Ngoại vụ tỉnh Hà Giang", "Văn phòng Ngoại sự tỉnh Vân Nam")

FACTS: dict[str, Any] = {
    "document_type": "talks_record",
    "channel": "state",
    "name_order": "simplified",
    "date": "2023-12-26",
    "part_of_day": "morning",
    "start": "08:30",
    "end": "11:00",
    "place": "huyện Mèo Vạc, tỉnh Hà Giang",
    "host": "vn",
    "originals": {"count": 2},
}
PARTICIPANTS: dict[str, Any] = {
    "parties": [
        {"side": side, "body": body, "head": {"name": name, "position": position, "role": "head"}}
        for side, body, (name, position) in zip(("vn", "cn"), _NAMES, _HEADS, strict=True)
    ]
}
OUTLINE: dict[str, Any] = {
    "sections": [
        {
            "id": "results",
            "heading": {"vi": "Nội dung thống nhất", "zh": "双方商定事项"},
            "items": [
                {"stance": "agreed", "vi": "Hai bên nhất trí họp hằng năm.", "zh": "双方一致同意每年会晤。"},
                {"stance": "proposed", "by": "cn", "zh": "中方建议互派人员学习语言。"},
            ],
        }
    ]
}
TASKS: dict[str, Any] = {
    "tasks": [
        {
            "vi": "Tổ chức đối thoại cấp chuyên viên.",
            "zh": "举办工作层对话。",
            "lead": {"vn": _NAMES[0], "cn": _NAMES[1]},
            "due": "2024-Q2",
        }
    ]
}
RECORD: dict[str, Any] = {**FACTS, **PARTICIPANTS, **OUTLINE}
TEXTS: dict[str, Any] = {"vi": "Hai bên nhất trí họp hằng năm.", "zh": "双方一致同意每年会晤。"}
