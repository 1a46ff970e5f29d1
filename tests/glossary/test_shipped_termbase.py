"""The shipped termbase: raw rows resolve, forbidden forms name the right one, sides and days are kept."""

import csv
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from service.actions.workshop import open_termbase
from service.core.languages import Language, Pair, Side
from service.glossary.concepts import Category, Concept, Confidence, Termbase
from service.glossary.named import Named
from service.glossary.names import Names, NameUnresolved
from service.settings import Settings

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
ROWS = [f"T{number:03}" for number in range(1, 204)] + [f"X{number:03}" for number in range(1, 173)]
# Brackets that stand in the names themselves, and an abbreviation with a slash.
BRACKETED = ("(Việt Nam)", "(Trung Quốc)", "（草案）", "（讨论稿）", "（征求意见稿）", "（第二稿）", "đ/c")
PREFIXES = {"institution_type": "type"}


@cache
def termbase() -> Termbase:
    return open_termbase(Settings())


@cache
def names(day: str = "2023-12-26") -> Names:
    return Names(termbase(), date.fromisoformat(day))


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def resolve(kind: str, text: str, day: str) -> Named:
    match kind:
        case "place":
            return names(day).place(text)
        case "body":
            return names(day).body(text)
        case "position":
            return names(day).posts(text)
        case "session":
            return names(day).session(text)
        case _:
            return names(day).listed(text, Category(kind))


def refusal(kind: str, text: str, day: str) -> str:
    with pytest.raises(NameUnresolved) as caught:
        resolve(kind, text, day)
    return str(caught.value)


@pytest.mark.parametrize("case", rows("names.csv"), ids=lambda case: f"{case['row']} {case['vi']}")
def test_a_name_of_the_raw_rows_gives_the_chinese_as_of_its_day(case: dict[str, str]) -> None:
    name = resolve(case["kind"], case["vi"], case["day"]).name
    assert re.sub(r"\{\w+\}", "…", name.zh or "") == case["zh"]


# One Chinese form for lần thứ of fairs and khóa of congresses, so the way back asks which.
MANY_TO_ONE = {"第十五届"}


@pytest.mark.parametrize("case", rows("names.csv"), ids=lambda case: f"{case['row']} {case['zh']}")
def test_a_name_of_the_raw_rows_gives_the_vietnamese_as_of_its_day(case: dict[str, str]) -> None:
    if case["zh"] in MANY_TO_ONE:
        assert "names more than one thing" in refusal(case["kind"], case["zh"], case["day"])
        return
    name = resolve(case["kind"], case["zh"], case["day"]).name
    expected = resolve(case["kind"], case["vi"], case["day"]).name
    assert name == expected


@pytest.mark.parametrize("case", rows("wrong.csv"), ids=lambda case: case["wrong"])
def test_a_forbidden_form_names_the_right_one(case: dict[str, str]) -> None:
    said = refusal(case["kind"], case["wrong"], case["day"])
    assert said.endswith(f"is a wrong form; the glossary has “{case['right']}”")


def test_every_raw_row_is_in_sources_with_concepts_or_a_reason() -> None:
    table = (ROOT / "glossary" / "SOURCES.md").read_text("utf-8")
    told = {
        cells[0]: (re.findall(r"`([^`]+)`", cells[1]), cells[2])
        for cells in (
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in table.splitlines()
            if re.match(r"\| [TX]\d{3} \|", line)
        )
    }
    assert list(told) == ROWS
    assert [row for row, (ids, reason) in told.items() if not ids and not reason] == []
    assert [one for ids, _ in told.values() for one in ids if one not in termbase().by_id] == []


def test_sources_lists_every_concept_to_confirm() -> None:
    table = (ROOT / "glossary" / "SOURCES.md").read_text("utf-8")
    confirm = [concept.concept_id for concept in termbase().concepts if concept.confirm]
    assert len(confirm) > 20
    listed = re.findall(r"^\| `(\w+\.[^`]+)` \|", table, re.MULTILINE)
    assert sorted(listed) == sorted(confirm)


def forms(concept: Concept) -> list[str]:
    pairs = [(concept.vi, concept.zh), *((one.vi, one.zh) for one in concept.sessions)]
    return [
        form
        for pair in pairs
        for terms in pair
        for form in (*terms.recognised, *terms.deprecated, *terms.search, *terms.abbreviations)
    ]


def test_no_term_holds_a_slash_a_bracket_an_ellipsis_or_a_line_of_alternatives() -> None:
    for concept in termbase().concepts:
        for form in forms(concept):
            bare = form
            for allowed in BRACKETED:
                bare = bare.replace(allowed, "")
            assert not re.search(r"[()（）\[\]/／|…;；]|\.\.\.| = ", bare), (concept.concept_id, form)


def test_an_id_begins_with_its_category() -> None:
    for concept in termbase().concepts:
        prefix = PREFIXES.get(concept.category, concept.category)
        assert concept.concept_id.startswith(f"{prefix}."), concept.concept_id


def test_chinese_terms_are_chinese_and_vietnamese_terms_are_not() -> None:
    han = re.compile(r"[\u4e00-\u9fff]")
    for concept in termbase().concepts:
        assert not any(han.search(form) for form in concept.vi.recognised), concept.concept_id
        assert all(han.search(re.sub(r"\{\w+\}", "", form)) for form in concept.zh.recognised), (
            concept.concept_id
        )


def test_what_is_sourced_has_an_address() -> None:
    sourced = [one for one in termbase().concepts if one.confidence is Confidence.SOURCED]
    assert len(sourced) > 80
    addresses = [source.address for one in sourced for source in one.sources]
    assert [address for address in addresses if not address.startswith(("http://", "https://"))] == []


@pytest.mark.parametrize("level", ["county", "city"])
def test_districts_and_cities_of_vietnam_end_with_june_2025_and_name_their_successor(level: str) -> None:
    ended = [
        one
        for one in termbase().of(Category.PLACE)
        if one.side is Side.VN and one.level == level and one.part_of
    ]
    assert len(ended) > 8
    for one in ended:
        assert names("2025-06-30").place(one.vi.preferred).concepts[0] is one
        successor = termbase().by_id[one.successor or ""].vi.preferred
        for text in (one.vi.preferred, one.zh.preferred):
            assert refusal("place", text, "2025-07-01").endswith(
                f"was valid until 2025-06-30; its successor is {successor}"
            )


def test_a_district_named_with_its_province_also_stops_with_the_successor() -> None:
    assert refusal("position", "lãnh đạo huyện Xín Mần, tỉnh Hà Giang", "2025-07-01") == (
        "“lãnh đạo huyện Xín Mần, tỉnh Hà Giang” is no longer right on 2025-07-01: huyện Xín Mần was valid "
        "until 2025-06-30; its successor is tỉnh Tuyên Quang"
    )


def test_departments_follow_the_mergers_of_2025() -> None:
    assert names("2025-02-28").body("Sở Giao thông vận tải tỉnh Lào Cai").name.zh == "老街省交通运输厅"
    assert refusal("body", "Sở Giao thông vận tải tỉnh Lào Cai", "2025-03-01").endswith(
        "its successor is Sở Xây dựng"
    )
    assert refusal("body", "Sở Nông nghiệp và Môi trường tỉnh Hà Giang", "2025-02-28").endswith(
        "is valid from 2025-03-01"
    )


def test_a_body_that_ended_with_its_place_names_a_successor() -> None:
    assert refusal(
        "mechanism",
        "Nhóm Công tác liên hợp giữa các tỉnh Hà Giang, Lào Cai, Lai Châu, Điện Biên "
        "(Việt Nam) và tỉnh Vân Nam (Trung Quốc)",
        "2025-07-01",
    ).endswith(
        "its successor is Nhóm Công tác liên hợp giữa các tỉnh Lai Châu, Lào Cai, Tuyên Quang, Điện Biên "
        "(Việt Nam) và tỉnh Vân Nam (Trung Quốc)"
    )


@pytest.mark.parametrize(
    ("concept_id", "language", "side", "text"),
    [
        ("formula.viet-trung", Language.ZH, Side.VN, "越中"),
        ("formula.viet-trung", Language.ZH, Side.CN, "中越"),
        ("formula.viet-trung", Language.ZH, None, "中越"),
        ("formula.viet-trung", Language.VI, Side.CN, "Trung Quốc - Việt Nam"),
        ("mechanism.uy-ban-chi-dao", Language.ZH, Side.VN, "越中双边合作指导委员会"),
        ("gate.xin-man-do-long", Language.ZH, Side.VN, "箐门—都龙口岸"),
        ("gate.xin-man-do-long", Language.VI, Side.CN, "cặp cửa khẩu Đô Long - Xín Mần"),
        ("institution.hoi-huu-nghi-viet-trung", Language.ZH, Side.CN, "越中友好协会"),
    ],
)
def test_a_term_has_the_form_of_the_side_whose_text_it_is(
    concept_id: str, language: Language, side: Side | None, text: str
) -> None:
    assert names().concept(concept_id).text(language, side) == text
    assert termbase().by_id[concept_id].terms(language, side).preferred == text


def test_a_session_has_the_form_of_both_originals() -> None:
    session = names("2023-03-27").session(
        "中国云南省与越南河江、老街、莱州、奠边省省委书记年度会晤机制第三次会议"
    )
    assert (
        session.text(Language.ZH, Side.VN)
        == "越南河江、老街、莱州、奠边四省与中国云南省省委书记年度会晤机制第三次会议"
    )
    assert session.text(Language.VI, Side.CN) == (
        "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy Vân Nam (Trung Quốc) và Bí thư Tỉnh ủy các tỉnh "
        "Hà Giang, Lào Cai, Lai Châu, Điện Biên (Việt Nam)"
    )


@pytest.mark.parametrize(
    "text", ["联合工作组第9次会议", "联合工作组第九次会议", "phiên họp lần thứ IX nhóm công tác liên hợp"]
)
def test_a_session_is_read_with_any_numerals(text: str) -> None:
    assert names().session(text).name == Pair(
        "Phiên họp lần thứ 9 Nhóm Công tác liên hợp", "联合工作组第九次会议"
    )


@pytest.mark.parametrize(
    ("day", "vi", "zh"),
    [
        ("2024-11-21", "Đồn trưởng Đồn Biên phòng Xín Mần", "箐门边防屯屯长"),
        ("2025-12-05", "Phó Đồn trưởng Đồn Biên phòng CKQT Thanh Thủy", "清水河国际口岸边防屯副屯长"),
        (
            "2024-11-21",
            "đại diện Trạm Kiểm tra biên phòng xuất nhập cảnh Mã Quan",
            "马关出入境边防检查站代表",
        ),
        ("2025-12-05", "Chi đội trưởng Chi đội Quản lý biên giới Văn Sơn", "文山边境管理支队支队长"),
        (
            "2024-11-21",
            "Phó Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Xín Mần",
            "箐门县人民议会和人民委员会办公室副主任",
        ),
    ],
)
def test_posts_and_offices_of_the_border_are_named(day: str, vi: str, zh: str) -> None:
    assert names(day).position(vi).name.zh == zh
    assert names(day).position(zh).name == names(day).position(vi).name


def test_a_commune_of_2025_is_no_place_before() -> None:
    assert names("2025-12-05").place("xã Thanh Thủy, tỉnh Tuyên Quang").full.zh == "宣光省清水乡"
    assert refusal("place", "xã Thanh Thủy", "2025-06-30").endswith("is valid from 2025-07-01")


def test_whose_sector_it_is_decides_the_word() -> None:
    own = {one.zh.preferred: one.side for one in termbase().of(Category.INSTITUTION)}
    assert (own["工贸部门"], own["商务部门"]) == (Side.VN, Side.CN)
    assert refusal("body", "Sở Công Thương tỉnh Vân Nam", "2023-12-26").endswith(
        "the glossary has “Sở Thương mại tỉnh Vân Nam”"
    )


@pytest.mark.parametrize(
    "text",
    [
        "越共中央委员、河江省委书记",
        "Ủy viên Ban Chấp hành Trung ương Đảng, Bí thư Tỉnh ủy Hà Giang",
    ],
)
def test_a_person_can_hold_several_titles(text: str) -> None:
    posts = names().posts(text)
    assert posts.name == Pair(
        "Ủy viên Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam, Bí thư Tỉnh ủy Hà Giang",
        "越共中央委员、河江省委书记",
    )
    assert posts.post == Pair("Bí thư", "书记")


def test_the_comma_of_a_place_parts_no_titles() -> None:
    posts = names().posts("lãnh đạo huyện Mèo Vạc, tỉnh Hà Giang, Bí thư Tỉnh ủy Hà Giang")
    assert [one.name.zh for one in posts.positions] == ["河江省苗旺县领导", "河江省委书记"]


def test_an_abbreviation_is_read_only_as_it_is_written() -> None:
    assert names().body("UBND tỉnh Hà Giang").name.zh == "河江省人民委员会"
    assert names().position("GĐ SNgV Hà Giang").name.zh == "河江省外事厅厅长"
    assert names().body("BĐBP").name.zh == "边防部队"
    for text in ("ubnd tỉnh Hà Giang", "Snggv Hà Giang", "bđbp"):
        assert refusal("body", text, "2023-12-26")


@pytest.mark.parametrize(
    "text", ["Giám đốc tỉnh Hà Giang", "Tỉnh trưởng tỉnh Hà Giang", "Bí thư Sở Y tế", "委", "书记委"]
)
def test_a_title_is_held_only_where_it_exists(text: str) -> None:
    assert refusal("position", text, "2023-12-26")


def test_a_province_and_its_city_of_one_name_are_told_apart() -> None:
    assert names().place("Hà Giang").concepts[0].concept_id == "place.ha-giang"
    assert names().place("thành phố Hà Giang").full == Pair(
        "thành phố Hà Giang, tỉnh Hà Giang", "河江省河江市"
    )


@pytest.mark.parametrize("day", ["2023-12-26", "2025-07-01"])
@pytest.mark.parametrize(
    "category", [Category.MECHANISM, Category.DOCUMENT, Category.GATE, Category.PERSON, Category.FORMULA]
)
def test_every_concept_resolves_by_its_own_name_in_both_languages(category: Category, day: str) -> None:
    for concept in termbase().of(category):
        if not concept.validity.holds(date.fromisoformat(day)):
            continue
        for text in (concept.vi.preferred, concept.zh.preferred):
            if "{n}" not in text:
                found = names(day).listed(text, category)
                assert text in (found.name.vi, found.name.zh), concept.concept_id
