"""The three cases as records of this schema, with everything their papers say."""

from datetime import date

import pytest

from samples import EXAMPLE, EXAMPLES, read_file
from service.core.languages import Pair, Side
from service.language.order import NameOrder
from service.minutes.fields import Name
from service.minutes.people import Role
from service.minutes.record import DocumentType, Record, Stance


def talks() -> Record:
    return read_file(EXAMPLE)[0]


def conference() -> Record:
    return read_file(EXAMPLES / "joint-minutes-2023-03-27.yaml")[0]


def plan() -> Record:
    return read_file(EXAMPLES / "action-plan-2023-2025.yaml")[0]


def pair_of(name: Name | None) -> Pair | None:
    return name.pair if name else None


def text_of(name: Name | None) -> str | None:
    return name.name if name else None


def test_the_talks_have_their_type_day_and_parties() -> None:
    record = talks()
    assert record.document_type is DocumentType.TALKS_RECORD
    assert (record.channel, record.form, record.name_order) == ("state", "joint", NameOrder.SIMPLIFIED)
    assert (record.date, record.part_of_day) == (date(2023, 12, 26), "morning")
    assert (record.start, record.end, record.host) == (None, None, Side.VN)
    assert record.says("start")
    assert [text_of(party.body) for party in record.parties] == [
        "Sở Ngoại vụ tỉnh Hà Giang",
        "Văn phòng Ngoại sự tỉnh Vân Nam",
    ]
    assert text_of(record.parties[1].delegation) == "Đoàn đại biểu Ngoại sự tỉnh Vân Nam"
    assert len(record.parties[0].members or ()) == 2
    assert [len(section.items) for section in record.sections] == [3, 3, 4, 6]


def test_the_talks_keep_each_stance_and_its_side() -> None:
    items = talks().sections[2].items
    assert [(item.stance, item.by, item.illustrative) for item in items] == [
        (Stance.PROPOSED, Side.VN, True),
        (Stance.NOTED, Side.CN, True),
        (Stance.STATED, Side.CN, True),
        (Stance.RESERVED, None, True),
    ]
    assert pair_of(talks().sections[3].items[2].lead) == Pair(
        "cơ quan quản lý cửa khẩu mỗi bên", "双方口岸管理部门"
    )


def test_the_conference_has_mechanism_session_and_five_heads() -> None:
    record = conference()
    assert record.document_type is DocumentType.JOINT_MINUTES
    assert (record.channel, record.session, record.host) == ("party", 3, Side.VN)
    assert record.title is None  # it follows from the mechanism, in each text's order
    assert text_of(record.mechanism) == "Hội nghị thường niên giữa Bí thư Tỉnh ủy 5 tỉnh"
    assert [(party.side.value, text_of(party.body)) for party in record.parties] == [
        ("vn", "tỉnh Hà Giang"),
        ("vn", "tỉnh Lào Cai"),
        ("vn", "tỉnh Lai Châu"),
        ("vn", "tỉnh Điện Biên"),
        ("cn", "tỉnh Vân Nam"),
    ]
    heads = [party.head for party in record.parties if party.head]
    assert [pair_of(head.name) for head in heads] == [
        Pair("Đặng Quốc Khánh", "邓国庆"),
        Pair("Đặng Xuân Phong", "邓春峰"),
        Pair("Giàng Páo Mỷ", "杨宝美"),
        Pair("Trần Quốc Cường", "陈国强"),
        Pair("Vương Ninh", "王宁"),
    ]
    assert {(head.role, head.address) for head in heads} == {(Role.HEAD, "đồng chí")}
    assert text_of(heads[2].position) == "Bí thư Tỉnh ủy Lai Châu"


def test_the_conference_has_all_its_points() -> None:
    record = conference()
    assert [(section.id, len(section.items)) for section in record.sections] == [
        ("review", 2),
        ("principles", 2),
        ("agreed", 7),
        ("next-session", 1),
        ("documents", 1),
    ]
    assert record.sections[1].heading.pair == Pair("Phương châm chung", "共同遵循的方针")
    assert (
        record.sections[3].items[0].zh == "各方商定，年度会晤机制第四次会议将于2024年第一季度在云南省举行。"
    )
    assert {item.stance for section in record.sections for item in section.items} == {Stance.AGREED}
    assert record.originals is not None
    assert (record.originals.count, record.originals.one_per_party) == (5, True)


def test_the_plan_has_its_period_and_is_illustrative() -> None:
    record = plan()
    assert record.document_type is DocumentType.ACTION_PLAN
    assert record.illustrative
    assert record.period is not None
    assert (record.period.first, record.period.last) == (2023, 2025)
    assert record.title is not None
    assert record.title.zh == "中国云南省与越南河江、老街、莱州、奠边省2023—2025年可持续减贫试点合作行动计划"
    assert len(record.of_side(Side.VN)) == 4
    assert all(task.illustrative for task in record.tasks)


@pytest.mark.parametrize(
    ("number", "area", "due", "indicator", "budget"),
    [
        (1, "农业", (2024, 2, None, None), "1200户参与", "42000000000 VND"),
        (2, "职业培训", (2025, None, 12, 31), "1500人次", "1500000 CNY"),
        (3, "边境贸易", (2024, 4, None, None), "进出口额达2.539亿美元", "6000000000 VND"),
        (4, "卫生", (2024, None, 6, 15), "2689人次", None),
    ],
)
def test_a_task_has_area_due_date_indicator_and_budget(
    number: int, area: str, due: tuple[int | None, ...], indicator: str, budget: str | None
) -> None:
    task = plan().tasks[number - 1]
    assert task.area is not None
    assert task.indicator is not None
    assert (task.area.zh, task.indicator.zh) == (area, indicator)
    assert task.due is not None
    assert (task.due.year, task.due.quarter, task.due.month, task.due.day) == due
    assert (f"{task.budget.amount} {task.budget.currency}" if task.budget else None) == budget


def test_a_task_names_a_lead_of_each_side() -> None:
    lead = plan().tasks[2].lead
    assert lead is not None
    assert pair_of(lead.vn) == Pair("ngành Công thương các tỉnh", "各省工贸部门")
    assert pair_of(lead.cn) == Pair("ngành Thương mại tỉnh Vân Nam", "云南省商务部门")
