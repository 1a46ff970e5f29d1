"""Values, order of names and renderings: what the two texts of a segment say."""

import pytest

from checking import codes, findings, item, reader
from samples import EXAMPLES, changed, read_file
from service.actions.check_record import check_record
from service.core.finding import Severity
from service.core.languages import Side

DIFFERENT = [
    ("Kim ngạch đạt 253,9 triệu USD.", "进出口额达2.53亿美元。", "“253,9 triệu USD”", "“2.53亿美元”"),
    ("Ngày 30/3/2023.", "2023年3月31日。", "“Ngày 30/3/2023”", "“2023年3月31日”"),
    ("Có 3 cửa khẩu.", "有4个口岸。", "“3 cửa khẩu”", "“4个口岸”"),
    ("tăng 18,5%", "增长15.8%", "“tăng 18,5%”", "“增长15.8%”"),
    ("Khoảng 4,2 tỷ đồng.", "约4.2亿越南盾。", "“Khoảng 4,2 tỷ đồng”", "“约4.2亿越南盾”"),
    ("Phiên họp lần thứ 9.", "第十次会议。", "“Phiên họp lần thứ 9”", "“第十次会议”"),
    ("Đầu tư 35 triệu Nhân dân tệ.", "投资3500万美元。", "“35 triệu Nhân dân tệ”", "“3500万美元”"),
    ("Trong quý II năm 2025.", "2025年第三季度。", "“quý II năm 2025”", "“2025年第三季度”"),
    ("Mỗi bên cử 30 người.", "双方各派人员参加。", "“30 người”", "—"),
    ("Hai bên trao đổi danh sách.", "24小时内相互通报。", "—", "“24小时”"),
    ("Hơn 100 tấn.", "近100吨。", "“Hơn 100 tấn”", "“近100吨”"),
    ("Lúc 8 giờ 30 phút.", "9时30分。", "“Lúc 8 giờ 30 phút”", "“9时30分”"),
    ("giai đoạn 2023-2025", "2023—2026年", "“giai đoạn 2023-2025”", "“2023—2026年”"),
]


@pytest.mark.parametrize(("vi", "zh", "only_vi", "only_zh"), DIFFERENT)
def test_values_without_a_counterpart_are_an_error(vi: str, zh: str, only_vi: str, only_zh: str) -> None:
    (found,) = codes(item(vi, zh), "values-differ")
    assert (found.severity, found.place) == (Severity.ERROR, "sections[0].items[0]")
    told = str(found.message).partition("Vietnamese ")[2]
    assert told == f"{only_vi}; in Chinese {only_zh}"


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Kim ngạch đạt 253,9 triệu USD.", "进出口额达2.539亿美元。"),
        ("Ngày 30/3/2023.", "2023年3月30日。"),
        ("Có 3 cửa khẩu và 1 lối mở.", "有3个口岸和1条边境通道。"),
        ("tăng 18,5% so với cùng kỳ năm 2023", "比2023年同期增长18.5%"),
        ("Phiên họp lần thứ 9.", "第九次会议。"),
        ("Hai bên nhất trí.", "双方一致同意。"),
        ("Trong quý II năm 2025.", "2025年第二季度。"),
        ("381 đoàn/3.236 lượt", "381个团组、3236人次"),
        ("Tại 34/34 xã.", "在全部34个乡（34/34）。"),
        ("3 văn kiện pháp lý", "三个法律文件"),
        ("giai đoạn 2023-2025", "2023—2025年"),
        ("96.400 lượt người", "9.64万人次"),
    ],
)
def test_the_same_values_in_both_languages_are_left_alone(vi: str, zh: str) -> None:
    assert codes(item(vi, zh), "values-differ") == []


@pytest.mark.parametrize(
    ("vi", "zh", "said"),
    [
        (
            "Kim ngạch tăng 2 lần.",
            None,
            "“tăng 2 lần” leaves a question: a change in times can mean two amounts",
        ),
        ("Hội đàm ngày 27/4.", None, "“ngày 27/4” leaves a question: the year is missing"),
        ("Hội đàm ngày 27/4.", "4月27日会谈。", "“ngày 27/4” leaves a question: the year is missing"),
        ("Ngày 31/4/2024.", None, "“Ngày 31/4/2024” leaves a question: the calendar has no such day"),
        (
            "thứ Hai, ngày 26/12/2023",
            None,
            "“thứ Hai, ngày 26/12/2023” leaves a question: the weekday does not fit the date",
        ),
        ("Tuần tra 8 giờ.", None, "“8 giờ” leaves a question: a time of day or a duration"),
    ],
)
def test_a_value_that_leaves_a_question_open_is_asked_about(vi: str, zh: str | None, said: str) -> None:
    found = codes(item(vi, zh), "value-in-doubt")
    assert said in [str(one.message) for one in found]
    assert {one.severity for one in found} == {Severity.WARNING}


def test_what_the_other_language_settles_is_not_asked() -> None:
    assert codes(item("Tuần tra 8 giờ.", "巡逻8小时。"), "value-in-doubt") == []


ORDER = [
    ("Quan hệ Trung Quốc - Việt Nam.", None, "Quan hệ Việt Nam - Trung Quốc."),
    ("Biên giới Trung - Việt.", None, "Biên giới Việt - Trung."),
    ("Trung Quốc và Việt Nam hợp tác.", None, "Việt Nam và Trung Quốc hợp tác."),
    (None, "越中关系。", "中越关系。"),
    (None, "越南和中国合作。", "中国和越南合作。"),
    (None, "越南与中国边境地区。", "中国与越南边境地区。"),
    (None, "越中陆地边界。", "中越陆地边界。"),
    (None, "越方、中方各派30人。", "中方、越方各派30人。"),
    ("tỉnh Vân Nam và tỉnh Hà Giang", None, "tỉnh Hà Giang và tỉnh Vân Nam"),
    ("Vân Nam, Hà Giang phối hợp.", None, "Hà Giang, Vân Nam phối hợp."),
    (None, "河江省和云南省合作。", "云南省和河江省合作。"),
    (None, "河江、云南双方。", "云南、河江双方。"),
    (
        "Văn phòng Ngoại sự tỉnh Vân Nam và Sở Ngoại vụ tỉnh Hà Giang là cơ quan đầu mối.",
        None,
        "Sở Ngoại vụ tỉnh Hà Giang và Văn phòng Ngoại sự tỉnh Vân Nam là cơ quan đầu mối.",
    ),
]


@pytest.mark.parametrize(("vi", "zh", "right"), ORDER)
def test_names_in_the_other_order_come_with_the_right_one(vi: str | None, zh: str | None, right: str) -> None:
    (found,) = codes(item(vi, zh), "order-of-names")
    assert found.severity is Severity.WARNING
    assert found.suggestion is not None
    assert found.suggestion.original is None
    assert found.suggestion.apply(vi or zh or "") == right


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Quan hệ Việt Nam - Trung Quốc.", "中越关系。"),
        ("tỉnh Hà Giang và tỉnh Vân Nam", "云南省和河江省"),
        ("“Tuyên bố chung Trung Quốc - Việt Nam”", "《越中联合声明》"),
        ("Phía Vân Nam ghi nhận đề nghị của phía Hà Giang.", "云南方面注意到河江方面的建议。"),
        ("Việt Nam", "其中越南占三分之一"),
        ("từ Vân Nam đến Hà Giang", "从河江到云南"),
        ("Lào Cai, Hà Giang", "老街、河江"),
        ("Vân Nam.", "超越中国市场"),
        ("Trung Quốc. Việt Nam", "中国。越南"),
        ("tỉnh Vân Nam (Trung Quốc)", "云南省"),
        ("Trung tâm Việt Nam", "越中心"),
        ("Đoàn Vân Nam thăm Hà Giang.", "云南代表团访问河江。"),
    ],
)
def test_the_right_order_and_what_is_no_list_are_left_alone(vi: str, zh: str) -> None:
    assert codes(item(vi, zh), "order-of-names") == []


def test_under_alternat_a_pair_is_in_the_other_order_in_one_of_the_originals() -> None:
    text = changed("simplified", "alternat", item("Việt - Trung", "越中"))
    found = codes(text, "order-of-names")
    assert [(one.place[-2:], one.suggestion and one.suggestion.original) for one in found] == [
        ("vi", Side.CN),
        ("zh", Side.CN),
    ]


SECOND = """      - stance: agreed
        vi: "{vi}"
        zh: "{zh}"
"""
TWO_WAYS = [
    ("tuần tra song phương", "联合巡逻", "双边巡逻"),
    ("xúc tiến đầu tư: hội nghị xúc tiến đầu tư, thương mại", "投资贸易促进会议", "投资贸易推介会"),
    ("hội chợ thương mại du lịch quốc tế", "国际商贸旅游交易会", "国际商贸旅游博览会"),
    ("bản ghi nhớ hợp tác và Đối tác", "谅解备忘录", "谅解备忘录"),
    ("công trình biên giới", "边境工程", "边境设施"),
    ("theo hình thức trực tuyến", "以视频方式", "以视频形式"),
    ("núi liền núi, sông liền sông", "山连山、水连水", "山水相连"),
    ("phiên dịch", "翻译", "译员"),
    (
        "kế hoạch hành động hợp tác thí điểm về giảm nghèo bền vững",
        "可持续减贫试点合作行动计划",
        "可持续减贫试行合作行动计划",
    ),
    ("xóa đói giảm nghèo", "减贫", "消除饥饿、减少贫困"),
    ("đại biểu tham dự", "与会代表", "代表"),
    ("Nội dung thống nhất", "双方商定事项", "双方达成的共识"),
]


def _renderings(vi: str, one: str, other: str) -> list[tuple[str, str]]:
    text = item(vi, one, more=SECOND.format(vi=vi, zh=other))
    return [(one.place, str(one.message)) for one in codes(text, "rendered-two-ways")]


@pytest.mark.parametrize(
    ("vi", "one", "other"), [row for row in TWO_WAYS if row[1] not in row[2] and row[2] not in row[1]]
)
def test_a_term_rendered_two_ways_is_told_at_the_second(vi: str, one: str, other: str) -> None:
    told = _renderings(vi, one, other)
    assert [place for place, _ in told] == ["sections[0].items[1].zh"]
    assert f"“{other}” here and “{one}” at sections[0].items[0].zh" in told[0][1]


@pytest.mark.parametrize(
    ("vi", "one", "other"),
    [
        *((vi, one, one) for vi, one, _ in TWO_WAYS),
        ("Hà Giang", "河江", "河江省"),
        ("quan hệ Việt - Trung", "中越关系", "越中关系"),
        ("đại biểu tham dự", "与会代表", "代表"),
        ("tuần tra", "巡逻", "联合巡逻"),
    ],
)
def test_one_rendering_and_a_shorter_name_are_left_alone(vi: str, one: str, other: str) -> None:
    assert _renderings(vi, one, other) == []


def test_the_shipped_examples_have_only_the_findings_they_should() -> None:
    told = {}
    for file in sorted(EXAMPLES.glob("*.yaml")):
        record, _ = read_file(file)
        found = check_record(record, reader(), str)
        left = {"gap", "name-without-source", "name-not-in-glossary"}
        told[file.stem] = [
            (one.code, one.place)
            for one in found
            if one.code not in left and not one.code.startswith("illustrative")
        ]
    assert {name: rows for name, rows in told.items() if rows} == {
        # Alternat: one of the two originals always has the pair the other way round.
        "talks-record-xin-man-ma-quan": [
            ("order-of-names", "sections[3].items[0].vi"),
            ("order-of-names", "sections[3].items[0].zh"),
        ]
    }


def test_a_language_that_is_missing_is_a_gap() -> None:
    found = [one for one in findings(item("Hai bên nhất trí.", None)) if one.code == "gap"]
    assert ("sections[0].items[0].zh", "this language is still to be written") in [
        (one.place, str(one.message)) for one in found
    ]
