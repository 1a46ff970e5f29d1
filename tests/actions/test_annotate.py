"""Texts read with the shipped termbase: phrases of the papers, in both languages, typed by hand."""

import unicodedata
from datetime import date
from functools import cache

import pytest

from service.actions.annotate import annotate_text
from service.actions.workshop import open_termbase
from service.core.languages import Language
from service.glossary.annotator import Annotator
from service.settings import Settings

DAY = date(2023, 12, 26)
MERGED = date(2025, 7, 1)


@cache
def annotator(language: Language) -> Annotator:
    return Annotator(open_termbase(Settings()), language)


def annotated(text: str, as_of: date = DAY) -> list[dict[str, object]]:
    is_zh = any(character >= "\u4e00" for character in text)
    return annotator(Language.ZH if is_zh else Language.VI).annotate(text, as_of)


def hits(text: str, as_of: date = DAY) -> list[tuple[object, ...]]:
    return [(one["text"], one["kind"], one["status"], one["valid"]) for one in annotated(text, as_of)]


POSITIONS = [
    ("Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "河江省外事厅厅长"),
    ("Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam", "云南省人民政府外事办公室副主任"),
    ("Bí thư Tỉnh ủy Hà Giang", "河江省委书记"),
    ("Phó Giám đốc Sở Công Thương tỉnh Lạng Sơn", "谅山省工贸厅副厅长"),
    ("Giám đốc Sở Xây dựng tỉnh Điện Biên", "奠边省建设厅厅长"),
    ("Phó Giám đốc Sở Tài chính tỉnh Cao Bằng", "高平省财政厅副厅长"),
    ("Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh", "广宁省人民委员会主席"),
]


@pytest.mark.parametrize(("vi", "zh"), POSITIONS)
def test_a_position_is_one_find_in_either_language(vi: str, zh: str) -> None:
    for text, other in ((vi, zh), (zh, vi)):
        (one,) = annotated(text)
        assert (one["kind"], one["valid"], one["equivalents"]) == ("position", True, [other])


@pytest.mark.parametrize(
    ("text", "equivalent"),
    [
        ("Phiên họp lần thứ 9 Nhóm Công tác liên hợp", "联合工作组第九次会议"),
        ("Phiên họp lần thứ IX Nhóm Công tác liên hợp", "联合工作组第九次会议"),
        ("联合工作组第九次会议", "Phiên họp lần thứ 9 Nhóm Công tác liên hợp"),
        ("联合工作组第9次会议", "Phiên họp lần thứ 9 Nhóm Công tác liên hợp"),
        ("联合工作组第二十一次会议", "Phiên họp lần thứ 21 Nhóm Công tác liên hợp"),
        ("Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy 5 tỉnh", "五省省委书记年度会晤机制第三次会议"),
        ("五省省委书记年度会晤机制第三次会议", "Hội nghị thường niên lần thứ 3 giữa Bí thư Tỉnh ủy 5 tỉnh"),
    ],
)
def test_a_session_is_one_find(text: str, equivalent: str) -> None:
    (one,) = annotated(text)
    assert (one["text"], one["kind"], one["equivalents"]) == (text, "session", [equivalent])


def test_a_find_says_all_that_is_promised() -> None:
    text = "gặp Giám đốc Sở Ngoại vụ tỉnh Hà Giang"
    assert annotate_text(text, open_termbase(Settings()), Language.VI, DAY) == [
        {
            "start": 4,
            "end": 38,
            "text": "Giám đốc Sở Ngoại vụ tỉnh Hà Giang",
            "concepts": ["title.giam-doc", "institution.so-ngoai-vu", "place.ha-giang", "place.viet-nam"],
            "status": "preferred",
            "kind": "position",
            "valid": True,
            "equivalents": ["河江省外事厅厅长"],
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giám  đốc Sở\nNgoại vụ tỉnh Hà Giang",
        "GIÁM ĐỐC SỞ NGOẠI VỤ TỈNH HÀ GIANG",
        unicodedata.normalize("NFD", "Giám đốc Sở Ngoại vụ tỉnh Hà Giang"),
    ],
)
def test_a_composed_name_is_found_in_every_spelling(text: str) -> None:
    assert hits(text) == [(text, "position", "preferred", True)]
    assert annotated(text)[0]["equivalents"] == ["河江省外事厅厅长"]


def test_an_expired_position_is_told_with_what_is_still_right_inside_it() -> None:
    assert hits("Giám đốc Sở Ngoại vụ tỉnh Hà Giang", MERGED) == [
        ("Giám đốc Sở Ngoại vụ tỉnh Hà Giang", "position", "preferred", False),
        ("Giám đốc Sở Ngoại vụ", "position", "preferred", True),
    ]


def test_a_forbidden_form_of_a_body_is_told_in_the_position() -> None:
    (one,) = annotated("河江省人民政府主席")
    assert (one["status"], one["kind"]) == ("deprecated", "position")
    assert one["equivalents"] == ["Chủ tịch Ủy ban nhân dân tỉnh Hà Giang"]


def test_a_place_is_found_with_the_place_it_lies_in() -> None:
    (one,) = annotated("huyện Mèo Vạc, tỉnh Hà Giang")
    assert (one["kind"], one["equivalents"]) == ("place", ["河江省苗旺县"])
    (one,) = annotated("河江省苗旺县")
    assert (one["kind"], one["equivalents"]) == ("place", ["huyện Mèo Vạc, tỉnh Hà Giang"])


def test_places_that_do_not_lie_in_one_another_are_two() -> None:
    assert [hit[0] for hit in hits("tỉnh Hà Giang, tỉnh Lào Cai")] == ["tỉnh Hà Giang", "tỉnh Lào Cai"]


def test_a_short_name_is_given_by_the_short_name() -> None:
    (one,) = annotated("tại Vân Nam")
    assert one["equivalents"] == ["云南"]


def test_an_abbreviation_counts_only_in_its_own_capitals() -> None:
    assert hits("UBND tỉnh Hà Giang") == [("UBND tỉnh Hà Giang", "institution", "abbreviation", True)]
    assert [hit[0] for hit in hits("ubnd tỉnh Hà Giang")] == ["tỉnh Hà Giang"]
    assert [hit[0] for hit in hits("của UBND.")] == ["UBND"]


def test_no_name_reaches_over_the_end_of_a_sentence_or_paragraph() -> None:
    assert [hit[0] for hit in hits("Giám đốc. Sở Ngoại vụ tỉnh Hà Giang")] == [
        "Giám đốc",
        "Sở Ngoại vụ tỉnh Hà Giang",
    ]
    assert [hit[0] for hit in hits("Giám đốc\n \nSở Ngoại vụ; tỉnh Hà Giang")] == [
        "Giám đốc",
        "Sở Ngoại vụ",
        "tỉnh Hà Giang",
    ]


def test_offsets_count_over_paragraphs() -> None:
    text = "Một.\r\n\r\nHai.\n\n  tỉnh Hà Giang"
    (one,) = annotated(text)
    assert (one["start"], one["end"]) == (len(text) - 13, len(text))


@pytest.mark.parametrize("text", ["", "\n\n\n", "\x00\ud800", "1" * 5000, "tỉnh " * 2000, "河江省" * 2000])
def test_no_text_is_refused(text: str) -> None:
    assert isinstance(annotated(text), list)
