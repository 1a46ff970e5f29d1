"""Who stands first, and pairs and lists of parties in the other order."""

import pytest

from service.core.languages import Language, Side
from service.language.misorder import Misorder, find_misordered_pairs, find_misordered_parties
from service.language.order import (
    NameOrder,
    country_pair,
    first_language,
    first_side,
    order_for_host,
    signature_sides,
)

VN, CN = Side.VN, Side.CN
VI, ZH = Language.VI, Language.ZH


# The table of protocol.md: alternat names the keeper first in both texts, simplified each text's own side.
@pytest.mark.parametrize(
    ("order", "original", "language", "first", "left"),
    [
        (NameOrder.ALTERNAT, VN, VI, VN, VN),
        (NameOrder.ALTERNAT, VN, ZH, VN, VN),
        (NameOrder.ALTERNAT, CN, VI, CN, CN),
        (NameOrder.ALTERNAT, CN, ZH, CN, CN),
        (NameOrder.SIMPLIFIED, VN, VI, VN, VN),
        (NameOrder.SIMPLIFIED, VN, ZH, CN, CN),
        (NameOrder.SIMPLIFIED, CN, VI, VN, VN),
        (NameOrder.SIMPLIFIED, CN, ZH, CN, CN),
    ],
)
def test_who_stands_first_and_signs_on_the_left(
    order: NameOrder, original: Side, language: Language, first: Side, left: Side
) -> None:
    assert first_side(order, original, language) is first
    assert first_language(order, original, language) is first.language
    assert signature_sides(order, original, language) == (left, left.other)


def test_the_pair_of_countries_is_named_from_either_side() -> None:
    assert country_pair(CN, ZH) == "中越"
    assert country_pair(VN, ZH) == "越中"
    assert country_pair(VN, VI) == "Việt - Trung"
    assert country_pair(CN, VI) == "Trung - Việt"


def test_the_host_changes_places_with_the_first_province() -> None:
    of_2022 = ("Lào Cai", "Hà Giang", "Lai Châu", "Điện Biên")
    of_2023 = order_for_host(of_2022, "Hà Giang")
    assert of_2023 == ("Hà Giang", "Lào Cai", "Lai Châu", "Điện Biên")
    assert order_for_host(of_2023, "Vân Nam") == of_2023
    of_2025 = order_for_host(("Tuyên Quang", "Lào Cai", "Lai Châu", "Điện Biên"), "Lai Châu")
    assert of_2025 == ("Lai Châu", "Lào Cai", "Tuyên Quang", "Điện Biên")


@pytest.mark.parametrize(
    ("text", "language", "first", "found"),
    [
        ("发展中越关系", ZH, VN, [(2, 4, "越中")]),
        ("发展中越关系", ZH, CN, []),
        ("发展越中关系", ZH, CN, [(2, 4, "中越")]),
        ("其中越南代表12名", ZH, VN, []),
        ("越中央代表", ZH, CN, []),
        ("中国和越南签署", ZH, VN, [(0, 5, "越南和中国")]),
        ("中方与越方商定", ZH, VN, [(0, 5, "越方与中方")]),
        ("《中越陆地边界管理制度协定》", ZH, VN, []),
        ("quan hệ Trung - Việt", VI, VN, [(8, 20, "Việt - Trung")]),
        ("biên giới Việt Nam – Trung Quốc", VI, CN, [(10, 31, "Trung Quốc – Việt Nam")]),
        ("Việt Nam và Trung Quốc nhất trí", VI, CN, [(0, 22, "Trung Quốc và Việt Nam")]),
        ("Việt Nam và Trung Quốc nhất trí", VI, VN, []),
        ("Việt kiều, Trung tâm", VI, CN, []),
        ("» 》 Trung - Việt", VI, VN, [(4, 16, "Việt - Trung")]),
        ("quan hệ Việt Trung", VI, CN, [(8, 18, "Trung Việt")]),
        ("người việt trung thực", VI, CN, []),
        ("中、越双方", ZH, VN, [(0, 3, "越、中")]),
        ("途中越来越", ZH, VN, []),
        ("phía Trung Quốc và phía Việt Nam", VI, VN, [(5, 32, "Việt Nam và phía Trung Quốc")]),
        ("phía Trung Quốc và Việt Nam", VI, VN, [(5, 27, "Việt Nam và Trung Quốc")]),
        ("Chính phủ Trung Quốc và phía Việt Nam", VI, VN, []),
        ("中国政府和越南政府", ZH, VN, [(0, 7, "越南政府和中国")]),
        ("中国政府和越南代表团", ZH, VN, []),
    ],
)
def test_a_pair_in_the_other_order_is_found_with_the_right_one(
    text: str, language: Language, first: Side, found: list[tuple[int, int, str]]
) -> None:
    assert find_misordered_pairs(text, language, first) == [Misorder(*one) for one in found]


def test_a_party_list_in_another_order_is_found_with_its_own_marks() -> None:
    parties = ["Hà Giang", "Lào Cai", "Lai Châu", "Điện Biên"]
    text = "các tỉnh Lào Cai, Hà Giang, Lai Châu và Điện Biên (Việt Nam); Hà Giang, Lào Cai; Điện Biên"
    assert find_misordered_parties(text, VI, parties) == [
        Misorder(9, 49, "Hà Giang, Lào Cai, Lai Châu và Điện Biên")
    ]
    assert find_misordered_parties("老街、河江两省", ZH, ["河江", "老街"]) == [Misorder(0, 5, "河江、老街")]


def test_parties_with_the_same_words_around_them_are_one_list() -> None:
    parties = ["Hà Giang", "Lào Cai"]
    text = "Sở Ngoại vụ tỉnh Lào Cai, Sở Ngoại vụ tỉnh Hà Giang"
    assert find_misordered_parties(text, VI, parties) == [
        Misorder(17, 51, "Hà Giang, Sở Ngoại vụ tỉnh Lào Cai")
    ]
    assert find_misordered_parties("老街省和河江省", ZH, ["河江", "老街"]) == [Misorder(0, 6, "河江省和老街")]
    assert find_misordered_parties("Sở Y tế Lào Cai, Sở Ngoại vụ Hà Giang", VI, parties) == []
