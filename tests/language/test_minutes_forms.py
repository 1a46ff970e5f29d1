"""Rules that forms from minutes and news of the border asked for, and what they must not say."""

from decimal import Decimal

import pytest

from service.core.languages import Language
from service.language.compare import compare
from service.language.convert import convert
from service.language.mentions import Ambiguity, Doubt
from service.language.parse import parse
from service.language.values import (
    Bound,
    Clock,
    Fixed,
    Identifier,
    Moment,
    Ordinal,
    Period,
    Phase,
    Quantity,
    Series,
    Span,
    Value,
)

D = Decimal
VI, ZH = Language.VI, Language.ZH


def _values(text: str, language: Language) -> list[Value]:
    return [mention.value for mention in parse(text, language)]


def test_a_set_phrase_is_no_rate() -> None:
    assert _values("hai bên mỗi quý", VI) == [Fixed("hai bên"), Fixed("mỗi quý")]
    assert _values("每年两国", ZH) == [Fixed("mỗi năm"), Fixed("hai nước")]
    assert _values("5 đoàn mỗi quý", VI) == [Quantity(D(5), "đoàn", ("quarter",))]


def test_hours_that_something_lasts_are_no_time_of_day() -> None:
    for lead in ("trong vòng", "thêm", "kéo dài"):
        mention = parse(f"{lead} 2 giờ", VI)[0]
        assert (mention.value, mention.ambiguities) == (Quantity(D(2), "hour"), ())
    assert _values("kéo dài 2 giờ 15 phút", VI) == [Quantity(D("2.25"), "hour")]
    assert _values("lúc 2 giờ 15 phút", VI) == [Moment(clock=Clock(2, 15))]
    assert _values("sau 8 giờ 30 phút", VI) == [Moment(clock=Clock(8, 30))]
    assert parse("2 giờ", VI)[0].ambiguities[0].doubt is Doubt.TIME_OR_DURATION


def test_a_shorter_time_by_a_longer_one_is_a_rate_and_a_longer_by_a_shorter_none() -> None:
    assert _values("2 giờ mỗi ngày", VI) == [Quantity(D(2), "hour", ("day",))]
    assert _values("6 tháng một lần", VI)[0] == Quantity(D(6), "month")


def test_a_marker_among_those_of_one_number_keeps_its_own() -> None:
    assert _values("mốc 238(2)", VI) == _values("238(2)号界碑", ZH) == [Identifier("238(2)", "marker")]
    assert _values("238（12）人", ZH) == [Quantity(D(238)), Quantity(D(12))]


def test_to_pass_a_marker_is_no_amount() -> None:
    assert _values("vượt mốc 238", VI) == [Identifier("238", "marker")]
    assert _values("vượt mốc 2 tỷ USD", VI) == [Quantity(D(2_000_000_000), "USD", bound=Bound.OVER)]


def test_by_so_much_above_a_plan_is_exact_and_keeps_its_word() -> None:
    assert convert("vượt 15% kế hoạch", VI).text == "vượt 15% kế hoạch"
    assert _values("vượt 15% kế hoạch", VI) == [Quantity(D(15), "percent")]
    assert _values("vượt 15%", VI) == [Quantity(D(15), "percent", bound=Bound.OVER)]


def test_weekdays_of_every_week_are_days_and_counts_stay_counts() -> None:
    assert _values("每周六、周日", ZH) == [Moment(weekday=6), Moment(weekday=7)]
    assert _values("每周六天", ZH) == [Quantity(D(6), "day", ("week",))]
    assert _values("每周一次", ZH) == [Quantity(D(1), "lần", ("week",))]
    assert _values("每周日均", ZH) == [Fixed("mỗi tuần")]


def test_quarters_of_two_years_are_two_periods() -> None:
    expected: list[Value] = [Period(2024, 4, 6), Period(2025, 1, 3)]
    assert _values("2024年第二季度至2025年第一季度", ZH) == expected
    assert _values("第一季度至第三季度", ZH) == [Period(None, 1, 9)]


def test_a_period_until_the_end_of_a_day_ends_on_that_day() -> None:
    expected = Span(Moment(2025, 1, 1), Moment(2025, 10, 31))
    assert _values("từ 01/01/2025 đến hết 31/10/2025", VI) == [expected]


def test_dates_named_together_share_their_year_as_a_reading_only() -> None:
    first, second = parse("ngày 11/6 và ngày 12/6/2024", VI)
    assert (first.value, second.value) == (Moment(month=6, day=11), Moment(2024, 6, 12))
    assert first.ambiguities == (Ambiguity(Doubt.YEAR_MISSING, (Moment(2024, 6, 11),)),)
    later = parse("2025年10月底、11月初", ZH)[1]
    assert later.ambiguities[0].readings == (Moment(2025, 11, phase=Phase.EARLY),)


@pytest.mark.parametrize("text", ["ngày 11/6. Ngày 12/6/2024", "ngày 11/6, 5 xã, ngày 12/6/2024"])
def test_dates_that_something_parts_share_no_year(text: str) -> None:
    assert parse(text, VI)[0].ambiguities == (Ambiguity(Doubt.YEAR_MISSING),)


def test_a_shared_year_is_no_other_year() -> None:
    assert compare("ngày 11/6 và ngày 12/6/2024", "2024年6月11日和2024年6月12日").is_same
    assert not compare("ngày 11/6 và ngày 12/6/2024", "2023年6月11日和2024年6月12日").is_same


def test_the_congress_of_a_country_is_not_that_of_a_province() -> None:
    assert convert("Đại hội đại biểu toàn quốc lần thứ XIV", VI).text == "第十四次全国代表大会"
    assert convert("Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII", VI).text == "第十七次省党代会"


def test_the_first_of_a_series_is_written_as_a_word() -> None:
    assert convert("第一次会议", ZH).text == "Phiên họp lần thứ nhất"
    assert _values("đợt thứ nhất", VI) == [Ordinal(1, Series.BATCH)]


def test_a_number_behind_a_marker_or_a_plan_surpassed_is_not_lost() -> None:
    assert _values("86 mốc 874.624 đồng", VI)[-1] == Quantity(D(874_624), "VND")
    assert _values("86 mốc 874.624", VI)[-1] == Quantity(D(874_624))
    assert _values("vượt 15-20% kế hoạch", VI) == [Quantity(D(15), "percent", high=D(20))]
    assert _values("Đại hội Đảng bộ tỉnh 17", VI) == [
        Ordinal(17, Series.SESSION, "Đại hội đại biểu Đảng bộ tỉnh")
    ]
