"""Markers of the border named together, and what stands behind a marker and is none."""

import pytest

from service.core.languages import Language
from service.language.compare import compare
from service.language.parse import parse
from service.language.values import Identifier

VI, ZH = Language.VI, Language.ZH


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("mốc 93(1) – 93(2)", VI, "93(1)-93(2)"),
        ("từ mốc 450 đến mốc 456", VI, "450-456"),
        ("các mốc 450, 451 và 452", VI, "450,451,452"),
        ("mốc số 1088/2-1089", VI, "1088/2-1089"),
        ("450号至456号界碑", ZH, "450-456"),
        ("93(1)—93(2)号界碑", ZH, "93(1)-93(2)"),
        ("界碑450、451", ZH, "450,451"),
    ],
)
def test_markers_named_together_are_one_mention(text: str, language: Language, code: str) -> None:
    assert [mention.value for mention in parse(text, language)] == [Identifier(code, "marker")]


@pytest.mark.parametrize(
    "text",
    [
        "mốc 450 và 12 hộ dân",
        "mốc 450, ngày 15/6/2024",
        "mốc 450, 15/6/2024",
        "mốc 450, 3,5 km",
        "mốc 450 và 40%",
        "từ mốc 450",
    ],
)
def test_a_number_behind_a_marker_that_counts_or_dates_is_no_marker(text: str) -> None:
    values = [mention.value for mention in parse(text, VI)]
    assert values[0] == Identifier("450", "marker")
    assert not any(isinstance(value, Identifier) for value in values[1:])


@pytest.mark.parametrize(
    ("vi", "zh", "is_same"),
    [
        ("mốc 411 đến mốc 415", "411—415号界碑", True),
        ("các mốc 450, 451 và 452", "450、451、452号界碑", True),
        ("mốc 93(1) và mốc 93(2)", "93(1)、93(2)号界碑", True),
        ("mốc 93(1) – 93(2)", "93(1)—93(3)号界碑", False),
        ("các mốc 450, 451 và 452", "450、451号界碑", False),
    ],
)
def test_markers_are_compared_one_by_one(vi: str, zh: str, *, is_same: bool) -> None:
    assert compare(vi, zh).is_same is is_same


@pytest.mark.parametrize("plate", ["H·12345", "F·A1234", "A·D12345"])
def test_the_letters_and_digits_of_a_chinese_plate_stay(plate: str) -> None:
    assert [mention.value for mention in parse(f"云{plate}", ZH)] == [Identifier(plate)]


def test_a_dot_between_other_names_makes_no_plate() -> None:
    assert not any(mention.value == Identifier("B·12345") for mention in parse("约B·12345", ZH))
