"""Chinese and Roman numerals, Vietnamese number words, and where they end."""

import pytest

from service.language.numerals import han_count, han_digits, han_numeral, roman_numeral, vi_word


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (2, "二"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (12, "十二"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (30, "三十"),
        (99, "九十九"),
    ],
)
def test_chinese_numerals(number: int, written: str) -> None:
    assert han_numeral(number) == written


@pytest.mark.parametrize("number", [0, -1, 100])
def test_chinese_numerals_end_at_ninety_nine(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        han_numeral(number)


@pytest.mark.parametrize(("year", "written"), [(2023, "二〇二三"), (2010, "二〇一〇"), (1999, "一九九九")])
def test_a_year_is_written_digit_by_digit_with_the_round_zero(year: int, written: str) -> None:
    assert han_digits(year) == written


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (2, "两"), (3, "三"), (5, "五"), (12, "十二"), (20, "二十")]
)
def test_two_before_a_measure_word_has_its_own_form(number: int, written: str) -> None:
    assert han_count(number) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "I"),
        (4, "IV"),
        (5, "V"),
        (9, "IX"),
        (10, "X"),
        (14, "XIV"),
        (19, "XIX"),
        (29, "XXIX"),
        (30, "XXX"),
        (38, "XXXVIII"),
        (39, "XXXIX"),
    ],
)
def test_roman_numerals(number: int, written: str) -> None:
    assert roman_numeral(number) == written


@pytest.mark.parametrize("number", [0, -5, 40])
def test_roman_numerals_end_at_thirty_nine(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman_numeral(number)


@pytest.mark.parametrize(
    ("number", "written"), [(1, "một"), (2, "hai"), (5, "năm"), (10, "mười"), (11, "11"), (100, "100")]
)
def test_vietnamese_words_up_to_ten_then_digits(number: int, written: str) -> None:
    assert vi_word(number) == written


@pytest.mark.parametrize("number", [0, -1])
def test_no_paper_counts_below_one(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        vi_word(number)
