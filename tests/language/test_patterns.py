"""Patterns with numbers: matched in any numerals, filled in those of the language."""

import pytest

from service.core.languages import Language
from service.language.patterns import fill_numbers, fold_pattern, match_pattern, slots

SESSION = "Phiên họp lần thứ {n} Nhóm A"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Phiên họp lần thứ 9 Nhóm A", "9"),
        ("PHIÊN HỌP  lần thứ IX nhóm A", "9"),
        ("phiên họp lần thứ chín nhóm a", "9"),
        ("Phiên họp lần thứ nhất Nhóm A", "1"),
        ("Phiên họp lần thứ 99 Nhóm A", "99"),
    ],
)
def test_an_ordinal_is_read_in_any_numerals(text: str, number: str) -> None:
    assert match_pattern(SESSION, text) == {"n": number}


@pytest.mark.parametrize(
    "text",
    ["Phiên họp lần thứ 0 Nhóm A", "Phiên họp lần thứ 100 Nhóm A", "Phiên họp lần thứ Nhóm A", "Nhóm A", ""],
)
def test_another_text_does_not_match(text: str) -> None:
    assert match_pattern(SESSION, text) is None


@pytest.mark.parametrize(("number", "han"), [("1", "一"), ("10", "十"), ("21", "二十一")])
def test_an_ordinal_is_written_in_the_numerals_of_the_language(number: str, han: str) -> None:
    assert fill_numbers("第{n}次会议", {"n": number}, Language.ZH) == f"第{han}次会议"
    assert match_pattern("第{n}次会议", f"第{han}次会议") == {"n": number}


def test_the_first_is_a_word_in_vietnamese() -> None:
    assert fill_numbers("lần thứ {n}", {"n": "1"}, Language.VI) == "lần thứ nhất"
    assert fill_numbers("lần thứ {n}", {"n": "2"}, Language.VI) == "lần thứ 2"
    assert fill_numbers("khóa {roman}", {"n": "15"}, Language.VI) == "khóa XV"


def test_a_marker_number_stays_as_it_is() -> None:
    assert match_pattern("mốc {number}", "mốc 198/2") == {"number": "198/2"}
    assert fill_numbers("{number}号界碑", {"number": "198/2"}, Language.ZH) == "198/2号界碑"


def test_words_that_a_writer_gives_are_gaps() -> None:
    assert slots("于{day}在{place}签署") == {"day", "place"}
    assert fold_pattern("Theo lời mời của {name}") == fold_pattern("theo lời mời của …")
