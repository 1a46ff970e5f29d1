"""Names in texts that may deserve a concept."""

import pytest

from service.core.languages import Language
from service.glossary.candidates import Covered, find_candidates


def names(language: Language, *texts: str) -> list[tuple[str, int]]:
    return [(one.text, one.times) for one in find_candidates([(text, []) for text in texts], language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hôm qua đoàn đã đến Cửa khẩu Thanh Thủy.", ["Cửa khẩu Thanh Thủy"]),
        ("Công ty Cổ phần Thương mại Hà An cam kết", ["Công ty Cổ phần Thương mại Hà An"]),
        ("Chiều nay trời mưa.", []),
        ("Hai bên trao đổi.", []),
        ("gặp ông Nguyễn Văn A và bà Lê Thị B", ["Nguyễn Văn A", "Lê Thị B"]),
        (
            "thăm Công ty Cổ phần Xuân Cương và Khu hợp tác Đồng Đăng",
            ["Công ty Cổ phần Xuân Cương", "Khu hợp tác Đồng Đăng"],
        ),
        ("Sở Nông nghiệp và Phát triển nông thôn", ["Sở Nông nghiệp và Phát"]),
        ("Trường Đại học Tân Trào với Học viện Hồng Hà", ["Trường Đại học Tân Trào", "Học viện Hồng Hà"]),
        ("do Trần Quốc Bảo gặp Lý Hoà tại cầu", ["Trần Quốc Bảo", "Lý Hoà"]),
        ("ngày 26 tháng 12", []),
        ("", []),
    ],
)
def test_capitalised_names_are_found_in_vietnamese(text: str, found: list[str]) -> None:
    assert [name for name, _ in names(Language.VI, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("双方同意由云南省外事办公室牵头。", ["云南省外事办公室"]),
        ("文山州公安局和河江省边防指挥部举行会谈", ["文山州公安局", "河江省边防指挥部"]),
        ("双方就合作交换意见。", []),
        ("麻栗坡县进出口有限公司", ["麻栗坡县进出口有限公司"]),
        ("凭祥市商务局局长黄志强同意", ["凭祥市商务局"]),
        ("在经济合作局与对外经济贸易办公室之间", ["经济合作局", "对外经济贸易办公室"]),
        ("和平县自由贸易管理委员会", ["和平县自由贸易管理委员会"]),
        ("边境大队队长和边民协会会员表示，该处理方案由部门办理。", ["边境大队", "边民协会"]),
        ("友谊关海关所属的商会会同边检站工作", ["友谊关海关", "边检站"]),
        ("外事工作委员会办公室会见来宾", ["外事工作委员会办公室"]),
    ],
)
def test_names_like_an_organisations_are_found_in_chinese(text: str, found: list[str]) -> None:
    assert [name for name, _ in names(Language.ZH, text)] == found


def test_names_come_by_frequency_with_what_stands_around_them() -> None:
    one, other = find_candidates(
        [("Theo Ban Quản lý, gặp Trường Chính trị.", []), ("nay Ban Quản lý họp", [])], Language.VI
    )
    assert (one.text, one.times) == ("Ban Quản lý", 2)
    assert one.contexts == ("Theo Ban Quản lý, gặp Trường Chính trị.", "nay Ban Quản lý họp")
    assert (other.text, other.times) == ("Trường Chính", 1)


def test_what_a_concept_covers_is_no_candidate() -> None:
    text = "đến Cửa khẩu Thanh Thủy"
    assert find_candidates([(text, [Covered(4, len(text))])], Language.VI) == []


@pytest.mark.parametrize(
    ("language", "text", "covered", "found"),
    [
        (Language.VI, "gặp Cục Thương vụ Quảng Tây", ["Quảng Tây"], ["Cục Thương vụ"]),
        (Language.VI, "Sở Ngoại vụ tỉnh Hà Giang", ["tỉnh Hà Giang"], ["Sở Ngoại vụ"]),
        (Language.VI, "Trạm Kiểm dịch đến Quảng Tây", ["Quảng Tây"], ["Trạm Kiểm"]),
        (Language.VI, "Công ty Hà An ở Quảng Tây", ["Quảng Tây"], ["Công ty Hà An"]),
        (Language.ZH, "凭祥市商务局", ["凭祥市"], ["商务局"]),
        (Language.ZH, "河口县外事工作委员会办公室", ["河口县", "委员"], ["外事工作委员会办公室"]),
        (Language.ZH, "云南省外事办公室", ["云南省外事办公室"], []),
        (Language.ZH, "红河州公安局和边检站", ["红河州公安局"], ["边检站"]),
    ],
)
def test_a_name_is_what_concepts_leave_of_it(
    language: Language, text: str, covered: list[str], found: list[str]
) -> None:
    places = [Covered(text.index(one), text.index(one) + len(one)) for one in covered]
    assert [one.text for one in find_candidates([(text, places)], language)] == found


def test_rare_names_can_be_left_out() -> None:
    texts: list[tuple[str, list[Covered]]] = [
        ("tại Ban Tổ chức", []),
        ("tại Ban Tổ chức", []),
        ("tại Trường Chính trị", []),
    ]
    assert [one.text for one in find_candidates(texts, Language.VI, fewest=2)] == ["Ban Tổ chức"]
