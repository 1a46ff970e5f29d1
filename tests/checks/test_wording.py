"""Words of texts: forbidden, expired and one-sided ones, openings, names of papers."""

from datetime import date

import pytest

from checking import codes, item
from samples import changed
from service.core.finding import Severity

NAMED_FORBIDDEN = [
    ("vi", "Hiệp định này được lập thành hai bản.", "Hiệp định"),
    ("vi", "Hai bên ký Hiệp ước này tại Hà Giang.", "Hiệp ước"),
    ("vi", "Công ước này có hiệu lực từ ngày ký.", "Công ước"),
    ("vi", "Các bên giữ Định ước này.", "Định ước"),
    ("vi", "Mọi sửa đổi hiệp định này do hai bên trao đổi.", "hiệp định"),
    ("vi", "HIỆP ĐỊNH NÀY gồm ba phần.", "HIỆP ĐỊNH"),
    ("zh", "本协定一式两份。", "协定"),
    ("zh", "本条约自签署之日起生效。", "条约"),
    ("zh", "双方签署本公约。", "公约"),
    ("zh", "双方可以书面修改本协定。", "协定"),
    ("zh", "未尽事宜由本协定双方协商。", "协定"),
    ("zh", "双方保证遵守本条约各项规定。", "条约"),
]
CITED = [
    ("vi", "Tiếp tục thực hiện Hiệp định về quy chế quản lý biên giới trên đất liền."),
    ("vi", "Theo Hiệp định về cửa khẩu năm 2009, hai bên coi Hiệp định này là cơ sở hợp tác."),
    ("vi", "Thực hiện nghiêm túc Hiệp ước biên giới trên đất liền."),
    ("vi", "Biên bản này được lập thành hai bản."),
    ("vi", "Thỏa thuận này có hiệu lực kể từ ngày ký."),
    ("vi", "Tuân thủ các công ước quốc tế mà hai nước tham gia."),
    ("vi", "Hai bên trao đổi về hiệp định vận tải giữa hai Chính phủ."),
    ("zh", "继续执行《中越陆地边界管理制度协定》。"),
    ("zh", "根据两国政府协定，双方认为本协定是合作的基础。"),
    ("zh", "本纪要一式两份。"),
    ("zh", "双方遵守根本条约义务。"),
    ("zh", "本协议自签署之日起生效。"),
    ("zh", "按照有关国际公约处理。"),
]


def texts(language: str, text: str) -> str:
    return item(text, None) if language == "vi" else item(None, text)


@pytest.mark.parametrize(("language", "text", "name"), NAMED_FORBIDDEN)
def test_a_paper_may_not_call_itself_an_agreement_of_states(language: str, text: str, name: str) -> None:
    (found,) = codes(texts(language, text), "paper-name-forbidden")
    assert found.severity is Severity.ERROR
    assert found.place == f"sections[0].items[0].{language}"
    assert f"“{name}”" in str(found.message)


@pytest.mark.parametrize(("language", "text"), CITED)
def test_a_paper_may_cite_agreements_of_states(language: str, text: str) -> None:
    assert codes(texts(language, text), "paper-name-forbidden") == []


TITLES = [
    ("Hiệp định hợp tác giữa hai tỉnh", "合作纪要", ["title.vi"]),
    ("Dự thảo Hiệp định hợp tác", "合作协议", ["title.vi"]),
    ("Bản Công ước hữu nghị", "友好公约", ["title.vi", "title.zh"]),
    ("Thỏa thuận hợp tác", "边境合作协定", ["title.zh"]),
    ("Thỏa thuận hợp tác", "边境合作协定（草案）", ["title.zh"]),
    ("Thỏa thuận hợp tác", "《边境合作协定》", ["title.zh"]),
    ("Biên bản hội đàm về thực hiện Hiệp định cửa khẩu", "关于实施《口岸协定》的会谈纪要", []),
    ("Kế hoạch thực hiện Hiệp ước biên giới", "条约实施计划", []),
    ("Thỏa thuận hợp tác", "合作协议", []),
    ("Biên bản ghi nhớ", "谅解备忘录", []),
]


@pytest.mark.parametrize(("vi", "zh", "places"), TITLES)
def test_a_title_is_what_the_paper_calls_itself(vi: str, zh: str, places: list[str]) -> None:
    text = changed("place:", f'title: {{vi: "{vi}", zh: "{zh}"}}\nplace:', item("a", "甲"))
    assert [one.place for one in codes(text, "paper-name-forbidden")] == places


def test_a_protocol_is_a_question_only() -> None:
    found = [
        *codes(item("Nghị định thư này có hai bản.", "本议定书一式两份。"), "paper-name-doubtful"),
        *codes(item("Thực hiện Nghị định thư phân giới cắm mốc.", None), "paper-name-doubtful"),
    ]
    assert [(one.severity, one.place) for one in found] == [
        (Severity.WARNING, "sections[0].items[0].vi"),
        (Severity.WARNING, "sections[0].items[0].zh"),
    ]


OPENS = [
    ("vi", "Hai bên nhất trí mở lối mở tại mốc 172."),
    ("vi", "Thống nhất mở mới lối mở Lao Chải."),
    ("vi", "Hai bên đồng ý mở thêm 2 lối mở."),
    ("vi", "Mở chính thức cửa khẩu song phương."),
    ("vi", "Thành lập cặp chợ biên giới mới."),
    ("vi", "Hai bên nhất trí khai trương cửa khẩu trong quý I năm 2025."),
    ("vi", "Hai bên trao đổi thông tin; mở mới cửa khẩu phụ."),
    ("zh", "双方同意开放边境通道。"),
    ("zh", "双方一致同意新开箐门口岸。"),
    ("zh", "双方商定开通两条边境通道。"),
    ("zh", "增设一个边民互市点。"),
    ("zh", "双方同意在172号界碑处设立便道。"),
    ("zh", "双方同意启用新口岸。"),
]
OPENS_NOT = [
    ("vi", "Đẩy nhanh tiến độ mở mới, nâng cấp cửa khẩu, lối mở."),
    ("vi", "Nghiên cứu khả năng mở lối mở."),
    ("vi", "Khôi phục hoạt động của các lối mở."),
    ("vi", "Hai bên nhất trí mở lối mở sau khi được hai Chính phủ đồng ý."),
    ("vi", "Mở lối mở sau khi báo cáo cấp có thẩm quyền."),
    ("vi", "Mở rộng hợp tác tại cửa khẩu."),
    ("vi", "Mở lớp đào tạo tiếng Trung cho cán bộ cửa khẩu."),
    ("vi", "Phối hợp quản lý cửa khẩu, lối mở, cặp chợ biên giới."),
    ("zh", "加快口岸、边境通道新开和升级进度。"),
    ("zh", "研究开放边境通道的可行性。"),
    ("zh", "恢复边境通道运行。"),
    ("zh", "经两国政府批准后开放边境通道。"),
    ("zh", "延长口岸开放时间。"),
    ("zh", "扩大对外开放，加强口岸管理。"),
    ("zh", "开放合作，共建口岸经济。"),
]


@pytest.mark.parametrize(("language", "text"), OPENS)
def test_an_agreed_opening_needs_the_consent_of_both_governments(language: str, text: str) -> None:
    found = codes(texts(language, text), "opening-needs-consent")
    assert [(one.severity, one.place) for one in found] == [
        (Severity.WARNING, f"sections[0].items[0].{language}")
    ]


@pytest.mark.parametrize(("language", "text"), OPENS_NOT)
def test_what_opens_nothing_or_names_the_consent_is_left_alone(language: str, text: str) -> None:
    assert codes(texts(language, text), "opening-needs-consent") == []


def test_a_proposal_to_open_is_no_agreement_to_open() -> None:
    text = item("Mở mới lối mở.", "新开边境通道。", stance="proposed\n        by: vn")
    assert codes(text, "opening-needs-consent") == []


COMMUNITY = [
    ("vi", "Xây dựng Cộng đồng chung vận mệnh.", "Xây dựng Cộng đồng chia sẻ tương lai."),
    ("vi", "Xây dựng Cộng đồng cùng chung vận mệnh.", "Xây dựng Cộng đồng chia sẻ tương lai."),
    ("vi", "xây dựng cộng đồng vận mệnh Việt - Trung", "xây dựng Cộng đồng chia sẻ tương lai Việt - Trung"),
    ("vi", "cộng đồng có chung vận mệnh", "Cộng đồng chia sẻ tương lai"),
    ("vi", "cộng đồng vận mệnh chung", "Cộng đồng chia sẻ tương lai"),
    ("vi", "CỘNG ĐỒNG CHUNG VẬN MỆNH", "Cộng đồng chia sẻ tương lai"),
    ("zh", "构建共享未来共同体。", "构建命运共同体。"),
    ("zh", "构建未来分享共同体。", "构建命运共同体。"),
]


@pytest.mark.parametrize(("language", "text", "right"), COMMUNITY)
def test_the_community_has_one_wording_in_each_language(language: str, text: str, right: str) -> None:
    (found,) = codes(texts(language, text), "community-wording")
    assert found.severity is Severity.ERROR
    assert found.suggestion is not None
    assert found.suggestion.apply(text) == right


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", "Xây dựng Cộng đồng chia sẻ tương lai Việt Nam - Trung Quốc có ý nghĩa chiến lược."),
        ("vi", "Cộng đồng các dân tộc hai bên biên giới."),
        ("vi", "Vận mệnh của cộng đồng dân cư."),
        ("zh", "推动构建具有战略意义的中越命运共同体。"),
        ("zh", "面向共同未来。"),
    ],
)
def test_the_right_wording_and_other_communities_are_left_alone(language: str, text: str) -> None:
    assert codes(texts(language, text), "community-wording") == []


FORBIDDEN = [
    (None, "河江省人民政府参加会谈。", "河江省人民委员会", Severity.ERROR),
    (None, "每份均用汉语写成。", "中文", Severity.WARNING),
    ("bằng tiếng Trung", "每份均用汉语写成。", "中文", Severity.ERROR),
    ("Hai bên nhất trí như sau.", "双方统一如下。", "一致同意", Severity.ERROR),
    ("Hai bên thống nhất thời gian.", "双方统一时间。", "商定", Severity.ERROR),
    (None, "双方统一时间。", "一致同意 / 商定", Severity.WARNING),
    ("Trưởng đoàn phát biểu.", "队长发言。", "团长", Severity.ERROR),
    (None, "经天宝—清水河口岸进出口。", "天保—清水河口岸", Severity.ERROR),
    ("Phụ lục kèm theo.", "见附录。", "附件", Severity.ERROR),
    (
        "Phương châm: Ổn định lâu dài, hướng tới tương lai, láng giềng hữu nghị, hợp tác toàn diện.",
        None,
        "Láng giềng hữu nghị, hợp tác toàn diện, ổn định lâu dài, hướng tới tương lai",
        Severity.WARNING,
    ),
    ("chuyên viên Sở", "厅专员", "工作人员", Severity.ERROR),
    ("Phía Hà Giang đề nghị sớm khôi phục.", "河江方面要求尽早恢复。", "建议", Severity.ERROR),
]


@pytest.mark.parametrize(("vi", "zh", "right", "severity"), FORBIDDEN)
def test_a_forbidden_form_is_told_with_the_right_one(
    vi: str | None, zh: str | None, right: str, severity: Severity
) -> None:
    found = codes(item(vi, zh), "forbidden-term")
    assert [(one.severity, str(one.message).partition("has ")[2]) for one in found] == [
        (severity, f"“{right}”")
    ]


@pytest.mark.parametrize(
    ("vi", "zh"),
    [
        ("Hai bên nhất trí như sau.", "双方一致同意如下。"),
        ("Ủy ban nhân dân tỉnh Hà Giang", "河江省人民委员会"),
        ("Chính quyền nhân dân tỉnh Vân Nam", "云南省人民政府"),
        ("thực hiện hiệp định", "执行协定"),
        ("Phía Vân Nam ghi nhận.", "云南方面注意到。"),
        ("Hai bên nhất trí.", "双方同意。"),
        ("bằng tiếng Trung và tiếng Việt", "用中文和越文写成"),
        ("chuyên viên", "工作人员"),
        ("Trưởng đoàn", "团长"),
        ("cặp cửa khẩu Thanh Thủy - Thiên Bảo", "天保—清水河口岸"),
        ("3 văn kiện pháp lý về biên giới trên đất liền Việt Nam - Trung Quốc", "中越陆地边界三个法律文件"),
        ("đề nghị", "建议"),
    ],
)
def test_right_forms_are_left_alone(vi: str, zh: str) -> None:
    assert codes(item(vi, zh), "forbidden-term") == []


AFTER = date(2025, 8, 1)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Đường từ tỉnh Hà Giang đến cửa khẩu.", Severity.WARNING),
        ("Sở Ngoại vụ tỉnh Hà Giang sẽ thông báo.", Severity.WARNING),
        ("Năm 2023, tỉnh Hà Giang đã tổ chức hội nghị.", Severity.NOTE),
        ("Huyện Mèo Vạc cử 30 người.", Severity.WARNING),
    ],
)
def test_a_name_of_another_day_is_told_with_its_successor(text: str, severity: Severity) -> None:
    small = item(text, None)
    for old, new in (
        ("tỉnh Hà Giang\n    head", "tỉnh Lào Cai\n    head"),
        ("huyện Mèo Vạc\n", "tỉnh Lào Cai\n"),
        ("Giám đốc Sở Ngoại vụ tỉnh Hà Giang\n", "Giám đốc Sở Ngoại vụ tỉnh Lào Cai\n"),
    ):
        small = changed(old, new, small)
    found = codes(small, "term-not-valid", AFTER)
    assert [one.severity for one in found] == [severity]
    assert "2025-06-30" in str(found[0].message)


def test_a_name_that_is_right_on_the_day_is_left_alone() -> None:
    assert (
        codes(item("Đường từ tỉnh Hà Giang đến huyện Mèo Vạc.", "河江省至苗旺县公路。"), "term-not-valid")
        == []
    )
