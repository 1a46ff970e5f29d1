"""Names put together from their parts."""

import pytest

from service.core.languages import Language
from service.language.positions import (
    compose_place,
    compose_position,
    fill_pattern,
    keep_together,
    split_pattern,
)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("Sở Ngoại vụ {place}", "Sở Ngoại vụ tỉnh Hà Giang"),
        ("Tỉnh ủy {short}", "Tỉnh ủy Hà Giang"),
        ("Bộ Ngoại giao", "Bộ Ngoại giao"),
    ],
)
def test_a_pattern_takes_the_full_or_the_short_name_of_its_place(pattern: str, written: str) -> None:
    assert fill_pattern(pattern, place="tỉnh Hà Giang", short="Hà Giang") == written


@pytest.mark.parametrize(
    ("pattern", "ends"),
    [
        ("Sở Ngoại vụ {place}", ("Sở Ngoại vụ ", "")),
        ("{place}委", ("", "委")),
        ("越共{short}委", ("越共", "委")),
        ("外交部", None),
    ],
)
def test_a_pattern_is_split_around_its_place(pattern: str, ends: tuple[str, str] | None) -> None:
    assert split_pattern(pattern) == ends


def test_a_position_names_title_then_body_in_vietnamese_and_the_reverse_in_chinese() -> None:
    assert (
        compose_position("Giám đốc", "Sở Ngoại vụ tỉnh Hà Giang", Language.VI)
        == "Giám đốc Sở Ngoại vụ tỉnh Hà Giang"
    )
    assert compose_position("厅长", "河江省外事厅", Language.ZH) == "河江省外事厅厅长"


def test_a_place_goes_from_small_to_large_in_vietnamese_and_the_reverse_in_chinese() -> None:
    assert compose_place(["huyện Mèo Vạc", "tỉnh Hà Giang"], Language.VI) == "huyện Mèo Vạc, tỉnh Hà Giang"
    assert compose_place(["苗旺县", "河江省"], Language.ZH) == "河江省苗旺县"


def test_words_kept_together_have_no_break_between_them() -> None:
    assert keep_together("tỉnh Hà Giang") == "tỉnh\u00a0Hà\u00a0Giang"
    assert keep_together("河江省") == "河江省"
