"""What the rules behind the last open forms say, and what they must not say."""

from decimal import Decimal

import pytest

from service.core.languages import Language
from service.language.compare import compare
from service.language.convert import convert
from service.language.mentions import Doubt
from service.language.parse import parse
from service.language.values import (
    Bound,
    Change,
    ChangeTimes,
    Citation,
    Citations,
    Identifier,
    Moment,
    Multiple,
    Ordinal,
    Quantity,
    Ratio,
    Series,
    Value,
)

D = Decimal
VI, ZH = Language.VI, Language.ZH


def _values(text: str, language: Language) -> list[Value]:
    return [mention.value for mention in parse(text, language)]


def test_xap_xi_agrees_with_about_and_nearly_and_with_nothing_else() -> None:
    assert compare("xấp xỉ 200 người", "约200人").is_same
    assert compare("xấp xỉ 200 người", "近200人").is_same
    assert not compare("xấp xỉ 200 người", "超过200人").is_same
    assert not compare("xấp xỉ 200 người", "200人").is_same
    assert not compare("gần 200 người", "约200人").is_same


def test_places_in_a_law_named_together_are_one_mention() -> None:
    expected = [Citations((Citation(4), Citation(6), Citation(9)))]
    assert _values("các Điều 4, 6 và 9", VI) == expected
    assert _values("第4、6和9条", ZH) == expected
    assert _values("khoản 1, 2 Điều 5", VI) == _values("第5条第1、2款", ZH)
    assert convert("từ Điều 12 đến Điều 15", VI).text == "第12至15条"


def test_a_range_of_places_is_no_list_of_its_ends() -> None:
    assert not compare("Điều 12 và Điều 15", "第12条至第15条").is_same
    assert not compare("từ Điều 12 đến Điều 15", "第12、15条").is_same


def test_a_number_that_counts_something_is_no_place_in_a_law() -> None:
    assert _values("Điều 5 và 10 hộ dân", VI) == [Citation(5), Quantity(D(10), "hộ")]
    assert _values("Điều 5, 12/6/2024", VI) == [Citation(5), Moment(2024, 6, 12)]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("mục 4.2", VI, "4.2"),
        ("第4.2项", ZH, "4.2"),
        ("ISO 9001:2015", VI, "ISO 9001:2015"),
        ("ISO9001：2015", ZH, "ISO 9001:2015"),
        ("TCVN 5574:2018", VI, "TCVN 5574:2018"),
        ("MSKU 234567-8", VI, "MSKU2345678"),
        ("MSKU2345678", ZH, "MSKU2345678"),
        ("18公里500米处", ZH, "Km18+500"),
    ],
)
def test_codes_whose_parts_stand_apart_are_one_code(text: str, language: Language, code: str) -> None:
    found = _values(text, language)
    assert [value.code for value in found if isinstance(value, Identifier)] == [code]
    assert len(found) == 1


def test_lengths_and_counts_beside_those_codes_stay_what_they_are() -> None:
    assert _values("18公里500米", ZH) == [Quantity(D(18), "km"), Quantity(D(500), "m")]
    assert _values("4项", ZH) == [Quantity(D(4), "zh:项")]
    assert _values("1.2万项", ZH) == [Quantity(D(12000), "zh:项")]


def test_a_five_year_plan_is_its_years_and_no_number() -> None:
    assert _values("“十四五”规划", ZH) == [Ordinal(14, Series.SESSION, "Quy hoạch 5 năm")]
    assert compare("giai đoạn 2021-2025", "“十四五”期间").is_same
    assert not compare("giai đoạn 2021-2025", "“十三五”期间").is_same


def test_a_feast_agrees_with_its_lunar_day_and_with_no_other() -> None:
    assert compare("rằm tháng Giêng", "元宵节").is_same
    assert not compare("rằm tháng Bảy âm lịch", "中秋节").is_same
    assert _values("30 Tết", VI) == [Moment(month=12, day=30, lunar=True)]


def test_eleven_is_a_day_only_before_a_holiday() -> None:
    assert _values("“十一”黄金周", ZH) == [Moment(month=10, day=1)]
    assert _values("十一个乡", ZH) == [Quantity(D(11), "xã")]


def test_ranges_of_multiples() -> None:
    assert _values("gấp 2-3 lần", VI) == [Multiple(D(2), high=D(3))]
    assert _values("2至3倍", ZH) == [Multiple(D(2), high=D(3))]
    assert _values("增长2至3倍", ZH) == [Multiple(D(3), high=D(4))]
    assert _values("tăng 2-3 lần", VI) == [ChangeTimes(D(2), Change.UP, D(3))]
    assert not compare("gấp 2-3 lần", "2倍").is_same


def test_a_bound_some_words_before_its_number_holds_and_none_behind_a_mark() -> None:
    assert compare("mỗi hộ được vay tối đa 50 triệu đồng", "每户最多可贷款5000万越南盾").is_same
    assert _values("最多可有30人", ZH) == [Quantity(D(30), "người", bound=Bound.AT_MOST)]
    assert _values("人数最多的3个县", ZH) == [Quantity(D(3), "huyện")]
    assert _values("最多可贷款，共3个县", ZH) == [Quantity(D(3), "huyện")]


def test_full_bounds_ages_and_leaves_counts_alone() -> None:
    assert _values("年满18周岁", ZH) == [Quantity(D(18), "age", bound=Bound.AT_LEAST)]
    assert _values("đủ 5 người", VI) == [Quantity(D(5), "người")]


def test_some_of_so_many_needs_the_same_measure_word() -> None:
    assert _values("5项任务已完成3项", ZH) == [Ratio(D(3), D(5), "nhiệm vụ")]
    assert not any(isinstance(value, Ratio) for value in _values("5个县已建成3所学校", ZH))


def test_the_fifteenth_or_fifteen_days_is_a_doubt() -> None:
    mention = parse("15日前", ZH)[0]
    assert mention.ambiguities[0].doubt is Doubt.DAY_OR_DURATION
    assert mention.ambiguities[0].readings == (Moment(day=15), Quantity(D(15), "day"))
    assert _values("自签署之日起15日", ZH) == [Quantity(D(15), "day")]


def test_first_of_a_list_is_no_again() -> None:
    assert _values("再次强调", ZH) == []
    assert _values("第一周期", ZH) == [Ordinal(1, Series.PLACE)]
    assert _values("二期培训班", ZH) == [Quantity(D(2), "lớp tập huấn")]
