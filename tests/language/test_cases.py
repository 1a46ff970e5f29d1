"""Pairs typed by hand: first.csv are those of numbers.md, further.csv the independent ones of this project, and
minutes.csv sentences as minutes and news of the border write them.
"""

import csv
from pathlib import Path

import pytest

from service.core.languages import Language
from service.language.compare import compare
from service.language.convert import convert

_CASES = Path(__file__).parent / "cases"


def _rows(name: str) -> list[dict[str, str]]:
    with (_CASES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _forms(row: dict[str, str]) -> list[str]:
    return [form for form in row["accepted"].split("|") if form]


def _is_reverse(row: dict[str, str]) -> bool:
    return row.get("direction") == "zh-vi" or row["kind"].startswith("reverse")


def _pairs(name: str) -> list[tuple[str, str, bool]]:
    pairs = []
    for row in _rows(name):
        is_reverse = _is_reverse(row)
        still_open = set(row.get("open", "").split("|"))
        for form in [row["vi"] if is_reverse else row["zh"], *_forms(row)]:
            vi, zh = (form, row["zh"]) if is_reverse else (row["vi"], form)
            pairs.append((vi, zh, form in still_open))
    return pairs


@pytest.mark.parametrize(("vi", "zh"), [pair[:2] for pair in _pairs("first.csv")])
def test_a_first_case_and_all_its_accepted_forms_say_the_same(vi: str, zh: str) -> None:
    assert compare(vi, zh).is_same


@pytest.mark.parametrize(("vi", "zh"), [pair[:2] for pair in _pairs("further.csv") if not pair[2]])
def test_a_further_case_and_its_accepted_forms_say_the_same(vi: str, zh: str) -> None:
    assert compare(vi, zh).is_same


@pytest.mark.parametrize(("vi", "zh"), [pair[:2] for pair in _pairs("minutes.csv")])
def test_a_case_from_minutes_says_the_same(vi: str, zh: str) -> None:
    assert compare(vi, zh).is_same


@pytest.mark.parametrize(("vi", "zh"), [pair[:2] for pair in _pairs("further.csv") if pair[2]])
def test_an_open_form_is_still_a_difference(vi: str, zh: str) -> None:
    """The column `open` of further.csv is honest: a form that now passes must leave it."""
    assert not compare(vi, zh).is_same


# Only the value counts where a word around the number has no counterpart in the number itself.
_NOT_NUMBERS_ALONE = frozenset(
    [
        "kim ngạch 33 triệu đô la Mỹ",
        "3 cặp huyện, thành phố",
        "85 thỏa thuận, biên bản hợp tác",
        "3 cửa khẩu và 1 lối mở",
        "5 ha (75 mẫu Trung Quốc)",
        "chiếm 45,24%",
        "ngày 27.4 vừa qua",
    ]
)


@pytest.mark.parametrize(
    "row",
    [row for row in _rows("first.csv") if not _is_reverse(row) and row["vi"] not in _NOT_NUMBERS_ALONE],
    ids=lambda row: row["vi"],
)
def test_a_first_case_is_written_in_zh_in_a_form_that_officers_accept(row: dict[str, str]) -> None:
    assert convert(row["vi"], Language.VI).text in [row["zh"], *_forms(row)]


@pytest.mark.parametrize(
    "row", [row for row in _rows("first.csv") if _is_reverse(row)], ids=lambda row: row["zh"]
)
def test_a_first_reverse_case_is_written_in_vi_as_typed(row: dict[str, str]) -> None:
    assert convert(row["zh"], Language.ZH).text in [row["vi"], *_forms(row)]


@pytest.mark.parametrize("row", _rows("conversions.csv"), ids=lambda row: row["text"])
def test_a_form_is_written_in_the_other_language_as_officers_write_it(row: dict[str, str]) -> None:
    assert convert(row["text"], Language(row["language"])).text in _forms(row)


@pytest.mark.parametrize("name", ["first.csv", "further.csv", "minutes.csv"])
def test_there_are_as_many_cases_as_asked(name: str) -> None:
    assert len(_rows(name)) >= {"first.csv": 64, "further.csv": 400, "minutes.csv": 120}[name]
