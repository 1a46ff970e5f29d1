"""What is told of a meeting: sessions, hosts, signatures of two to eight parties, tasks, own papers."""

from typing import Any

import pytest

from samples import SMALL, changed, read
from service.actions.facts import DraftMark, build_facts
from service.actions.meeting import Meeting, resolve_meeting
from service.actions.telling.tasks import lead_sides
from service.actions.workshop import open_termbase
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.values import Gap, GapKind, Segment
from service.glossary.names import Names
from service.language.order import NameOrder
from service.language.positions import NBSP
from service.settings import Settings

TERMBASE = open_termbase(Settings())
MARK = DraftMark("bb-0000000", 1, 1)


def meeting(text: str) -> Meeting:
    record = read(text)
    assert record.date is not None
    return resolve_meeting(record, Names(TERMBASE, record.date), str)


def told(
    text: str, language: Language, original: Side = Side.VN, layout: Layout = Layout.CONSECUTIVE
) -> dict[str, Any]:
    record = meeting(text)
    return build_facts(record, record.record.name_order, original, MARK, layout)[language]


# Sessions.

MINUTES = changed("document_type: talks_record", "document_type: joint_minutes")


def session(mechanism: str, number: int | None, order: str = "simplified", day: str = "2023-12-26") -> str:
    said = f"mechanism: {mechanism}\nsession: {'null' if number is None else number}\nparties:"
    text = changed("parties:", said, MINUTES)
    text = changed("name_order: simplified", f"name_order: {order}", text)
    return changed("date: 2023-12-26", f"date: {day}", text)


YUNNAN, GUANGXI = "Nhóm Công tác liên hợp", "Ủy ban công tác liên hợp"


NORTH_WEST = "các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)"
NORTH_EAST = "các tỉnh Cao Bằng, Quảng Ninh, Lạng Sơn, Hà Giang (Việt Nam)"
GUANGXI_VI = "Khu tự trị dân tộc Choang Quảng Tây (Trung Quốc)"


@pytest.mark.parametrize(
    ("mechanism", "number", "original", "vi", "zh"),
    [
        (
            YUNNAN,
            10,
            Side.CN,
            f"Phiên họp lần thứ 10 Nhóm Công tác liên hợp giữa tỉnh Vân Nam (Trung Quốc) và {NORTH_WEST}",
            "中国云南省与越南河江、老街、莱州、奠边省联合工作组第十次会议",
        ),
        (
            YUNNAN,
            10,
            Side.VN,
            f"Phiên họp lần thứ 10 Nhóm Công tác liên hợp giữa {NORTH_WEST} và tỉnh Vân Nam (Trung Quốc)",
            "越南河江、老街、莱州、奠边省与中国云南省联合工作组第十次会议",
        ),
        (
            GUANGXI,
            15,
            Side.CN,
            f"Phiên họp lần thứ 15 Ủy ban công tác liên hợp giữa {GUANGXI_VI} và {NORTH_EAST}",
            "中国广西壮族自治区与越南高平、广宁、谅山、河江省联合工作委员会第十五次会晤",
        ),
        (
            GUANGXI,
            15,
            Side.VN,
            f"Phiên họp lần thứ 15 Ủy ban công tác liên hợp giữa {NORTH_EAST} và {GUANGXI_VI}",
            "越南高平、广宁、谅山、河江省与中国广西壮族自治区联合工作委员会第十五次会晤",
        ),
    ],
)
def test_sessions_with_yunnan_and_guangxi_have_their_own_word_in_the_keeper_s_order(
    mechanism: str, number: int, original: Side, vi: str, zh: str
) -> None:
    text = session(mechanism, number, "alternat")
    assert told(text, Language.VI, original)["session"] == vi
    assert told(text, Language.ZH, original)["session"] == zh
    assert told(text, Language.VI, original)["title"] == f"Biên bản {vi}"
    assert told(text, Language.ZH, original)["title"] == f"{zh}纪要"


def test_under_the_simplified_order_each_language_names_its_own_side_first_in_both_originals() -> None:
    for original in Side:
        text = session(YUNNAN, 10)
        assert "giữa các tỉnh Hà Giang" in told(text, Language.VI, original)["session"]
        assert told(text, Language.ZH, original)["session"].startswith("中国云南省与越南")


def test_the_order_of_the_provinces_is_that_of_the_day() -> None:
    mechanism = "Hội nghị thường niên giữa Bí thư Tỉnh ủy 5 tỉnh"
    assert told(session(mechanism, 3, day="2023-03-27"), Language.ZH)["session"].startswith(
        "中国云南省与越南河江、老街、"
    )
    assert told(session(mechanism, 2, day="2022-04-27"), Language.ZH)["session"].startswith(
        "中国云南省与越南老街、河江、"
    )


def test_a_mechanism_without_a_number_is_named_and_composes_no_title() -> None:
    facts = told(session(YUNNAN, None), Language.ZH)
    assert facts["session"] == "中国云南省与越南河江、老街、莱州、奠边省联合工作组"
    assert facts["title"] == ""


def test_a_mechanism_that_the_record_wrote_out_is_numbered() -> None:
    text = session("{vi: Hội nghị ba huyện, zh: 三县会晤机制}", 2)
    assert told(text, Language.VI)["session"] == "Hội nghị ba huyện lần thứ 2"
    assert told(text, Language.ZH)["session"] == "三县会晤机制第二次会议"


def test_a_missing_mechanism_is_a_gap_of_joint_minutes_only() -> None:
    assert told(MINUTES, Language.VI)["session"] == Gap(GapKind.NOT_IN_SOURCE, Language.VI, "mechanism")
    assert told(SMALL, Language.VI)["session"] == ""


@pytest.mark.parametrize(
    ("host", "vi", "zh"),
    [
        ("vn", "Sở Ngoại vụ tỉnh Hà Giang", "越南河江省外事厅"),
        ("cn", "Văn phòng Ngoại sự tỉnh Vân Nam", "中国云南省人民政府外事办公室"),
    ],
)
def test_the_host_is_named_with_its_country_in_chinese(host: str, vi: str, zh: str) -> None:
    text = changed("parties:", f"host: {host}\nparties:")
    assert told(text, Language.VI)["meeting"]["host"] == vi
    assert told(text, Language.ZH)["meeting"]["host"] == zh


# Signatures.


def parties(vn: int, cn: int) -> str:
    """A record with so many parties of each side, their bodies written out."""
    written = "".join(
        f"  - {{side: {side}, body: {{vi: {side}{n}, zh: {side}{n}}}, head: null}}\n"
        for side, count in (("vn", vn), ("cn", cn))
        for n in range(1, count + 1)
    )
    start, end = SMALL.index("  - side: vn"), SMALL.index("sections:")
    return SMALL[:start] + written + SMALL[end:]


def blocks(row: dict[str, Any]) -> list[str]:
    """The parties of a row of signatures, as they stand from left to right."""
    return [str(block["party"]).split(" ")[0] for block in row.values() if isinstance(block, dict)]


@pytest.mark.parametrize(
    ("vn", "cn", "pairs", "columns"),
    [
        (1, 1, [["vn1", "cn1"]], 2),
        (2, 1, [["vn1", "vn2"], ["cn1", ""]], 3),
        (3, 1, [["vn1", "vn2"], ["vn3", "cn1"]], 4),
        (4, 1, [["vn1", "vn2"], ["vn3", "vn4"], ["cn1", ""]], 5),
        (4, 2, [["vn1", "vn2"], ["vn3", "vn4"], ["cn1", "cn2"]], 3),
        (4, 3, [["vn1", "vn2"], ["vn3", "vn4"], ["cn1", "cn2"], ["cn3", ""]], 4),
        (4, 4, [["vn1", "vn2"], ["vn3", "vn4"], ["cn1", "cn2"], ["cn3", "cn4"]], 4),
    ],
)
def test_every_party_of_two_to_eight_signs_once_in_the_paper_s_order(
    vn: int, cn: int, pairs: list[list[str]], columns: int
) -> None:
    facts = told(parties(vn, cn), Language.VI)
    found = facts["signatures"]
    assert [blocks({"left": row["left"], "right": row["right"]}) for row in found["pairs"]] == pairs
    assert [row["alone"] for row in found["pairs"]] == [pair[1] == "" for pair in pairs]
    assert facts["signature_columns"] == columns
    across = [one for row in found["rows"] for one in blocks(row) if one]
    assert across == [one for pair in pairs for one in pair if one]
    assert {len(row) for row in found["rows"]} <= set(range(columns, 6))


def test_a_post_of_another_body_than_the_one_that_signs_is_named_with_it() -> None:
    text = changed("position: Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "position: Bí thư Tỉnh ủy Hà Giang")
    (row,) = told(text, Language.VI)["signatures"]["pairs"]
    assert row["left"]["post"] == "Bí thư Tỉnh ủy"
    (row,) = told(text, Language.ZH)["signatures"]["pairs"]
    assert row["right"]["post"] == "省委书记"
    (row,) = told(SMALL, Language.ZH)["signatures"]["pairs"]
    assert row["right"]["post"] == "厅长"


# Tasks.

PLAN = changed("document_type: talks_record", "document_type: action_plan")


def task(fields: str, language: Language, original: Side = Side.VN) -> dict[str, Any]:
    text = changed("sections:", f"tasks:\n  - {{vi: Việc, zh: 事{fields}}}\nsections:", PLAN)
    (found,) = told(text, language, original)["tasks"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("due", "vi", "zh"),
    [
        ("2024", "năm 2024", "2024年"),
        ("2024-Q2", "quý II/2024", "2024年第二季度"),
        ("2024-06", "tháng 6/2024", "2024年6月"),
        ("2024-06-05", "5/6/2024", "2024年6月5日"),
    ],
)
def test_a_due_date_is_written_in_each_language(due: str, vi: str, zh: str) -> None:
    assert task(f', due: "{due}"', Language.VI)["due"] == vi
    assert task(f', due: "{due}"', Language.ZH)["due"] == zh


def test_what_a_task_does_not_say_is_a_gap_of_its_own() -> None:
    found = task("", Language.VI)
    places = {key: value.place for key, value in found.items() if isinstance(value, Gap)}
    assert places == {
        "left_lead": "tasks[0].lead.vn",
        "right_lead": "tasks[0].lead.cn",
        "due": "tasks[0].due",
        "funding": "tasks[0].budget",
    }
    texts = {key: value.text for key, value in found.items() if isinstance(value, Segment)}
    assert texts["text"] == "Việc"
    assert texts["area"] == Gap(GapKind.NOT_IN_SOURCE, Language.VI, "tasks[0].area")


def test_funding_is_a_value_in_each_language_and_never_converted() -> None:
    budget = ", budget: {amount: 42000000000, currency: VND}"
    assert task(budget, Language.VI)["funding"] == "42 tỷ đồng"
    assert task(budget, Language.ZH)["funding"] == "420亿越南盾"


@pytest.mark.parametrize(
    ("order", "original", "left"),
    [
        (NameOrder.ALTERNAT, Side.VN, Side.VN),
        (NameOrder.ALTERNAT, Side.CN, Side.CN),
        (NameOrder.SIMPLIFIED, Side.VN, Side.VN),
        (NameOrder.SIMPLIFIED, Side.CN, Side.VN),
    ],
)
def test_lead_bodies_stand_by_the_keeper_or_vietnam_s_left(
    order: NameOrder, original: Side, left: Side
) -> None:
    assert lead_sides(order, original) == (left, left.other)


# Sections and titles.


def test_a_section_behind_the_tasks_stands_so_in_a_plan_and_with_the_others_elsewhere() -> None:
    second = "  - {id: later, after_tasks: true, heading: {vi: Sau, zh: 后}, items: null}\n"
    first = "  - {id: first, heading: {vi: Đầu, zh: 前}, items: null}\n"
    text = changed("sections:\n", "sections:\n" + second + first)
    talks = told(text, Language.VI)
    assert [section["number"] for section in talks["sections"]] == ["I", "II", "III"]
    assert talks["later_sections"] == []
    plan = told(changed("talks_record", "action_plan", text), Language.VI)
    assert [section["heading"].text for section in plan["sections"]] == ["Đầu", "Kết quả"]
    assert [(one["number"], one["heading"].text) for one in plan["later_sections"]] == [("III", "Sau")]


@pytest.mark.parametrize(
    ("period", "vi", "zh"),
    [
        ("{first: 2023, last: 2025}", "2023-2025", "2023—2025年"),
        ("{first: 2024, last: 2024}", "2024", "2024年"),
    ],
)
def test_the_years_of_a_plan(period: str, vi: str, zh: str) -> None:
    text = changed("parties:", f"period: {period}\nparties:", PLAN)
    assert told(text, Language.VI)["period"] == vi
    assert told(text, Language.ZH)["period"] == zh
    assert isinstance(told(PLAN, Language.VI)["period"], Gap)


def test_a_title_is_broken_for_the_layout_and_kept_whole_for_lists() -> None:
    text = changed(
        "parties:",
        "title:\n  vi: Biên bản ghi nhớ giữa hai huyện\n"
        "  zh: 中国马关县与越南箐门县友好交流合作备忘录\nparties:",
    )
    vi = told(text, Language.VI)
    assert vi["title"] == "Biên bản ghi nhớ giữa hai huyện"
    assert (vi["title_type"], vi["title_lines"]) == ("Biên bản ghi nhớ", [{"text": "giữa hai huyện"}])
    zh = told(text, Language.ZH, layout=Layout.COLUMNS)
    assert [line["text"] for line in zh["title_lines"]] == ["中国马关县与越南箐门县", "友好交流合作备忘录"]
    assert NBSP not in str(zh["title"])


# Gaps that a paper has no line for.


@pytest.mark.parametrize(
    ("document_type", "form", "gaps"),
    [
        ("talks_record", "joint", {"start", "end", "host"}),
        ("joint_minutes", "joint", set()),
        ("action_plan", "joint", set()),
        ("talks_record", "internal", {"start", "end"}),
        ("joint_minutes", "internal", {"start", "end"}),
        ("action_plan", "internal", set()),
    ],
)
def test_times_and_host_are_gaps_only_where_they_are_printed(
    document_type: str, form: str, gaps: set[str]
) -> None:
    text = changed("document_type: talks_record", f"document_type: {document_type}\nform: {form}")
    facts = told(text, Language.VI)["meeting"]
    assert {key for key in ("start", "end", "host") if isinstance(facts[key], Gap)} == gaps
