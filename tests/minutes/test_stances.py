"""What a text says the sides did, and the words that go before one that does not say it."""

import pytest

from samples import SMALL, changed, read
from service.core.languages import Language
from service.minutes.record import Record, Stance
from service.minutes.stances import says_stance, stance_words

AGREED, PROPOSED, STATED, NOTED, RESERVED = (
    Stance.AGREED,
    Stance.PROPOSED,
    Stance.STATED,
    Stance.NOTED,
    Stance.RESERVED,
)
VI_SAYS = [
    (AGREED, "Hai bên nhất trí tăng cường phối hợp quản lý biên giới."),
    (AGREED, "Các bên thống nhất Hội nghị lần thứ 4 được tổ chức tại tỉnh Vân Nam."),
    (AGREED, "Hai bên đồng ý mỗi quý trao đổi thông tin một lần."),
    (AGREED, "Hai bên đã thống nhất kéo dài thời gian thông quan."),
    (
        AGREED,
        "Hai bên thông báo cho nhau tình hình kinh tế - xã hội mỗi nơi, nhất trí cho rằng quan hệ tốt.",
    ),
    (AGREED, "Nhất trí giao cơ quan ngoại vụ hai tỉnh làm đầu mối."),
    (AGREED, "Hai bên trao đổi, đạt được đồng thuận về việc mở lại cặp chợ."),
    (AGREED, "Hai bên thỏa thuận tổ chức tuần tra chung mỗi quý một đợt."),
    (AGREED, "Trên tinh thần “bốn tốt”, hai bên nhất trí tiếp tục thực hiện 3 văn kiện pháp lý."),
    (PROPOSED, "Phía Hà Giang đề nghị phía Vân Nam sớm khôi phục các cặp chợ biên giới."),
    (PROPOSED, "Phía Việt Nam kiến nghị tăng thời gian thông quan thêm 2 giờ mỗi ngày."),
    (PROPOSED, "Đoàn Vân Nam mong phía Hà Giang cử cán bộ sang học tiếng Trung."),
    (PROPOSED, "Đề nghị Chính quyền nhân dân huyện Mã Quan hỗ trợ 2 máy phát điện."),
    (PROPOSED, "Để thuận tiện cho cư dân biên giới hai bên qua lại, phía Mã Quan đề xuất mở thêm 1 cửa."),
    (STATED, "Phía Xín Mần cho biết mưa lũ gây sạt lở 3 điểm trên tuyến đường ra cửa khẩu."),
    (STATED, "Phía Vân Nam thông báo đã hoàn thành nâng cấp khu kiểm tra cửa khẩu."),
    (STATED, "Phía Việt Nam khẳng định coi trọng quan hệ hữu nghị."),
    (STATED, "Phía Vân Nam giới thiệu tình hình phát triển kinh tế của tỉnh."),
    (NOTED, "Phía Vân Nam ghi nhận đề nghị trên và sẽ báo cáo cấp có thẩm quyền."),
    (NOTED, "Phía Hà Giang tiếp thu ý kiến của phía Vân Nam."),
    (RESERVED, "Về thời điểm khôi phục, hai bên chưa thống nhất và sẽ tiếp tục trao đổi."),
    (RESERVED, "Hai bên bảo lưu ý kiến về việc mở mới lối mở."),
    (RESERVED, "Hai bên không thể nhất trí về mức phí."),
    (RESERVED, "Về vị trí xây cầu, hai bên chưa đạt được sự thống nhất."),
    (RESERVED, "Về đoạn đường này, hai bên còn có ý kiến khác nhau."),
    (RESERVED, "Hai bên chưa đi đến thống nhất về giá bao tiêu."),
]
VI_SAYS_NOT = [
    (AGREED, "Hai bên chưa nhất trí về thời điểm khôi phục."),
    (AGREED, "Hai bên không thống nhất được giá bao tiêu."),
    (AGREED, "Hai bên chưa đạt được sự thống nhất về vị trí xây cầu."),
    (AGREED, "Tiếp tục triển khai các nội dung đã thống nhất tại Hội nghị lần thứ 3."),
    (AGREED, "Thúc đẩy cơ quan quản lý cửa khẩu mỗi bên thống nhất áp dụng biện pháp linh hoạt."),
    (AGREED, "Phía Việt Nam đề nghị hai bên thống nhất áp dụng một mẫu giấy thông hành."),
    (AGREED, "Thực hiện Thỏa thuận giữa hai bên về quản lý lao động qua biên giới."),
    (AGREED, "Quán triệt tinh thần “Tuyên bố chung: hai bên nhất trí xây dựng Cộng đồng chia sẻ tương lai”."),
    (AGREED, "Hai bên mở lối mở sau khi được Chính phủ hai nước đồng ý."),
    (PROPOSED, "Phía Vân Nam ghi nhận đề nghị trên và sẽ báo cáo cấp có thẩm quyền."),
    (PROPOSED, "Các đề nghị của phía Việt Nam được chuyển tới cơ quan chức năng."),
    (PROPOSED, "Về đề nghị của phía Hà Giang, phía Vân Nam sẽ trả lời trước ngày 31/12/2024."),
    (PROPOSED, "Phía Việt Nam không đề nghị bồi thường."),
    (PROPOSED, "Hai bên nhất trí mở lại 3 cặp chợ."),
    (STATED, "Hai bên thông báo cho nhau tình hình kinh tế - xã hội của mỗi địa phương."),
    (STATED, "Giới thiệu doanh nghiệp khảo sát vùng trồng cây dược liệu."),
    (STATED, "Theo thông báo của phía Mã Quan, cửa khẩu đóng từ ngày 1/2."),
    (STATED, "Phía Hà Giang đồng ý với các ý kiến đã nêu trên."),
    (STATED, "Phía Vân Nam chưa thông báo thời gian cụ thể."),
    (NOTED, "Phía Việt Nam không ghi nhận trường hợp vi phạm nào."),
    (NOTED, "Phía Việt Nam đề nghị phía Trung Quốc xem xét."),
    (RESERVED, "Hai bên nhất trí, không bảo lưu ý kiến nào."),
    (RESERVED, "Hai bên không có ý kiến khác."),
    (RESERVED, "Đa số lối mở và cặp chợ biên giới hai bên chưa khôi phục hoạt động."),
]
ZH_SAYS = [
    (AGREED, "双方一致同意加强边境管理合作。"),
    (AGREED, "各方商定，第四次会议将于2024年第一季度在云南省举行。"),
    (AGREED, "双方一致认为，边境贸易合作持续发展。"),
    (AGREED, "双方就恢复边民互市点达成一致。"),
    (AGREED, "两省同意互派工作组。"),
    (AGREED, "同意由双方外事部门负责联络。"),
    (PROPOSED, "河江方面建议云南方面尽早恢复边民互市点运行。"),
    (PROPOSED, "马关方面建议，双方每年轮流举办边境商品交易会。"),
    (PROPOSED, "越方希望中方延长通关时间。"),
    (PROPOSED, "中方提出以下建议：一是延长通关时间。"),
    (PROPOSED, "建议双方尽快恢复通关。"),
    (PROPOSED, "箐门县再次提议增开一条查验通道。"),
    (STATED, "云南方面通报，已完成口岸查验区升级改造。"),
    (STATED, "箐门方面表示，暴雨洪水造成公路3处塌方。"),
    (STATED, "中方介绍了云南省经济社会发展情况。"),
    (STATED, "越方强调，边境稳定关系两国大局。"),
    (NOTED, "云南方面注意到上述建议，将报请主管部门研究。"),
    (NOTED, "中方听取了越方的情况介绍。"),
    (RESERVED, "关于恢复时间，双方尚未达成一致，将继续磋商。"),
    (RESERVED, "双方未能就恢复时间达成一致。"),
    (RESERVED, "关于新开边境通道，双方各自保留意见。"),
    (RESERVED, "双方对收费标准存在分歧。"),
    (RESERVED, "中方不同意该方案。"),
]
ZH_SAYS_NOT = [
    (AGREED, "关于恢复时间，双方尚未达成一致。"),
    (AGREED, "双方未能就恢复时间达成一致。"),
    (AGREED, "双方没有达成共识。"),
    (AGREED, "中方希望越方同意开放新的通道。"),
    (AGREED, "新开通道须经两国政府同意。"),
    (AGREED, "推进双方已商定的项目。"),
    (AGREED, "落实五省省委书记第三次会议达成的共识。"),
    (AGREED, "建议双方同意延长通关时间。"),
    (AGREED, "继续贯彻《两国一致同意深化合作的联合声明》精神。"),
    (PROPOSED, "云南方面注意到上述建议，将报请主管部门研究。"),
    (PROPOSED, "关于越方的建议，中方将予以研究。"),
    (PROPOSED, "共建“一带一路”倡议与“两廊一圈”框架对接。"),
    (PROPOSED, "应越方提议，会谈改在马关举行。"),
    (PROPOSED, "双方商定下次会谈时间。"),
    (STATED, "双方相互通报了各自经济社会发展情况。"),
    (STATED, "双方一致认为，边境贸易持续发展。"),
    (STATED, "引荐和介绍企业考察种植区。"),
    (STATED, "建立边境突发事件通报机制。"),
    (NOTED, "中方未注意到有关情况。"),
    (RESERVED, "双方大多数边境通道和边民互市点尚未恢复运行。"),
    (RESERVED, "中方毫无保留地支持该项目。"),
    (RESERVED, "双方没有不同意见。"),
    (RESERVED, "共同保留和修缮界碑。"),
]


@pytest.mark.parametrize(("stance", "text"), VI_SAYS)
def test_a_vietnamese_text_says_what_was_done(stance: Stance, text: str) -> None:
    assert says_stance(text, stance, Language.VI)


@pytest.mark.parametrize(("stance", "text"), VI_SAYS_NOT)
def test_a_vietnamese_text_with_the_same_words_does_not_say_it(stance: Stance, text: str) -> None:
    assert not says_stance(text, stance, Language.VI)


@pytest.mark.parametrize(("stance", "text"), ZH_SAYS)
def test_a_chinese_text_says_what_was_done(stance: Stance, text: str) -> None:
    assert says_stance(text, stance, Language.ZH)


@pytest.mark.parametrize(("stance", "text"), ZH_SAYS_NOT)
def test_a_chinese_text_with_the_same_words_does_not_say_it(stance: Stance, text: str) -> None:
    assert not says_stance(text, stance, Language.ZH)


def test_words_far_behind_the_beginning_do_not_count() -> None:
    assert not says_stance("Phối hợp quản lý mốc giới, " * 6 + "hai bên nhất trí.", AGREED, Language.VI)
    assert not says_stance("共同做好界碑管理工作，" * 6 + "双方一致同意。", AGREED, Language.ZH)


# The words before an item.

ITEM = """\
      - stance: agreed
        vi: Hai bên nhất trí.
        zh: 双方一致同意。
"""
PLAIN = {"vi": "Sớm khôi phục các cặp chợ.", "zh": "尽早恢复边民互市点。"}


def record(
    *items: tuple[str, str | None], heading: str = "{vi: Kết quả, zh: 成果}", third: bool = False
) -> Record:
    """A record whose section has items of these stances, none of whose texts says it."""
    written = "".join(
        f"      - stance: {stance}\n{f'        by: {by}' + chr(10) if by else ''}"
        f"        vi: {PLAIN['vi']}\n        zh: {PLAIN['zh']}\n"
        for stance, by in items
    )
    text = changed(ITEM, written)
    text = changed("heading: {vi: Kết quả, zh: 成果}", f"heading: {heading}", text)
    if third:
        text = changed("sections:", "  - side: vn\n    body: tỉnh Lào Cai\n    head: null\nsections:", text)
    return read(text)


def words(told: Record) -> list[tuple[str, str]]:
    section = told.sections[0]
    return [
        (
            stance_words(section, item, Language.VI, len(told.parties)),
            stance_words(section, item, Language.ZH, len(told.parties)),
        )
        for item in section.items
    ]


EVERY = [
    ("agreed", None),
    ("proposed", "vn"),
    ("proposed", "cn"),
    ("stated", "vn"),
    ("stated", "cn"),
    ("noted", "vn"),
    ("noted", "cn"),
    ("reserved", None),
]


def test_in_a_mixed_section_every_text_that_does_not_say_it_is_worded() -> None:
    assert words(record(*EVERY)) == [
        ("Hai bên nhất trí: ", "双方一致同意："),
        ("Phía Việt Nam đề nghị: ", "越方建议："),
        ("Phía Trung Quốc đề nghị: ", "中方建议："),
        ("Phía Việt Nam cho biết: ", "越方表示："),
        ("Phía Trung Quốc cho biết: ", "中方表示："),
        ("Phía Việt Nam ghi nhận: ", "越方注意到："),
        ("Phía Trung Quốc ghi nhận: ", "中方注意到："),
        ("Nội dung hai bên còn bảo lưu: ", "双方保留事项："),
    ]


def test_more_than_two_parties_are_not_called_two() -> None:
    told = words(record(("agreed", None), ("reserved", None), third=True))
    assert told == [
        ("Các bên nhất trí: ", "各方一致同意："),
        ("Nội dung các bên còn bảo lưu: ", "各方保留事项："),
    ]


def test_a_section_that_is_agreed_throughout_needs_no_words() -> None:
    assert words(record(("agreed", None), ("agreed", None))) == [("", ""), ("", "")]


@pytest.mark.parametrize(
    ("stance", "by", "heading"),
    [
        ("proposed", "vn", "{vi: Đề nghị của phía Việt Nam, zh: 越方建议}"),
        ("stated", "cn", "{vi: Ý kiến của phía Trung Quốc, zh: 中方通报}"),
        ("noted", "cn", "{vi: Phía Trung Quốc ghi nhận, zh: 中方注意到}"),
        ("reserved", None, "{vi: Vấn đề hai bên còn bảo lưu, zh: 双方保留事项}"),
    ],
)
def test_a_heading_that_says_it_of_all_items_spares_the_words(
    stance: str, by: str | None, heading: str
) -> None:
    assert words(record((stance, by), (stance, by), heading=heading)) == [("", ""), ("", "")]


def test_a_heading_that_does_not_tell_whose_proposals_they_are_spares_nothing() -> None:
    told = record(("proposed", "vn"), heading="{vi: Đề nghị của mỗi bên, zh: 双方建议}")
    assert words(told) == [("Phía Việt Nam đề nghị: ", "越方建议：")]


def test_a_heading_over_items_of_both_sides_spares_nothing() -> None:
    told = record(("proposed", "vn"), ("proposed", "cn"), heading="{vi: Đề nghị, zh: 建议}")
    assert words(told) == [
        ("Phía Việt Nam đề nghị: ", "越方建议："),
        ("Phía Trung Quốc đề nghị: ", "中方建议："),
    ]


def test_a_text_that_begins_with_the_verb_is_told_whose_it_is() -> None:
    text = changed(
        ITEM,
        "      - {stance: proposed, by: cn, vi: Đề nghị mở thêm 1 cửa., zh: 建议增开一条通道。}\n"
        "      - {stance: noted, by: vn, vi: Phía Việt Nam ghi nhận., zh: 越方注意到上述建议。}\n",
        SMALL,
    )
    assert words(read(text)) == [("Phía Trung Quốc: ", "中方："), ("", "")]


def test_a_missing_translation_has_no_words_before_its_gap() -> None:
    text = changed(ITEM, "      - {stance: proposed, by: cn, vi: Mở thêm 1 cửa.}\n", SMALL)
    assert words(read(text)) == [("Phía Trung Quốc đề nghị: ", "")]
