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
        ("gặp ông Nguyễn Văn A và bà Lê Thị B", ["Nguyễn Văn A và bà Lê Thị B"]),
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


def test_rare_names_can_be_left_out() -> None:
    texts: list[tuple[str, list[Covered]]] = [
        ("tại Ban Tổ chức", []),
        ("tại Ban Tổ chức", []),
        ("tại Trường Chính trị", []),
    ]
    assert [one.text for one in find_candidates(texts, Language.VI, fewest=2)] == ["Ban Tổ chức"]
