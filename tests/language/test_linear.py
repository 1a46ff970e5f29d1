"""Time grows with the text and not faster, for plain and for hostile texts alike."""

import sys

import pytest

from language.dense_texts import KINDS, dense_text
from service.core.languages import Language
from service.language.compare import compare
from service.language.parse import parse

VI, ZH = Language.VI, Language.ZH
_HOSTILE = [
    ("1 ", VI), ("1/", VI), ("1,", VI), ("1.234.", VI), ("12/6 ", VI), ("1 và ", VI), ("ngày 1, ", VI), ("a1-", VI),
    ("một trăm ", VI), ("nghìn tỷ ", VI), ("từ ", VI), ("hơn ", VI), ("mỗi năm ", VI), ("năm ", VI), ("năm 2020-", VI),
    ("thứ ", VI), ("gấp ", VI), ("điểm a ", VI), ("(", VI), ("\n", VI), ("+1 ", VI), ("ba phần ", VI),
    ("一", ZH), ("第", ZH), ("近", ZH), ("1年", ZH), ("1月1、", ZH), ("万", ZH), ("百分之", ZH), ("全部", ZH), ("同比", ZH),
    ("每", ZH), ("1个中", ZH), ("两", ZH), ("农历", ZH), ("1:", ZH), ("二十大", ZH), ("〔2024〕", ZH), ("的", ZH), ("上", ZH),
    ("mốc 1, ", VI), ("mốc 93(1) – ", VI), ("từ mốc ", VI), ("gần gấp ", VI), ("đầu thập niên ", VI), ("một là ", VI),
    ("ngày 2 đến 3 ", VI), ("trong 3 hộ có ", VI), ("lần thứ 2 ", VI), ("93(1)、", ZH), ("1(2)", ZH), ("第1届", ZH),
    ("“十四五", ZH), ("今年上半年", ZH), ("下周五", ZH), ("约占", ZH), ("云H·12345", ZH), ("34个乡中，已有28个", ZH),
]  # fmt: skip


# Single digits with marks between them, the densest texts there are, take twelve; most texts take four.
_CALLS_A_BYTE = 13


def _calls(text: str, language: Language) -> int:
    """Count the calls of this program's functions: the same on every machine, whatever else it does."""
    count = 0

    def counting(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        parse(text, language)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("piece", "language"), _HOSTILE)
def test_twice_the_text_takes_at_most_a_little_more_than_twice_the_work(
    piece: str, language: Language
) -> None:
    # The first text is longer than anything a reader looks at from one place.
    single, double = _calls(piece * 2000, language), _calls(piece * 4000, language)
    assert double <= 2.2 * single


def test_numbers_that_never_repeat_take_work_in_proportion() -> None:
    texts = [" ".join(str(number * 7919 % 99991) for number in range(size)) for size in (1000, 2000)]
    single, double = (_calls(text, VI) for text in texts)
    assert double <= 2.2 * single


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_of_values_that_do_not_repeat_takes_work_in_proportion(kind: str) -> None:
    language, _ = KINDS[kind]
    single, double = (_calls(dense_text(kind, size), language) for size in (20_000, 40_000))
    assert double <= 2.2 * single


@pytest.mark.parametrize("kind", KINDS)
def test_no_value_takes_more_work_than_a_few_hundred_calls(kind: str) -> None:
    language, _ = KINDS[kind]
    text = dense_text(kind, 20_000)
    assert _calls(text, language) <= _CALLS_A_BYTE * len(text.encode())


def test_comparing_many_equal_values_ends() -> None:
    assert compare("1 " * 20_000, "1 " * 20_000).is_same
    assert len(compare("1 " * 1000, "2 " * 1000).only_vi) == 1000
