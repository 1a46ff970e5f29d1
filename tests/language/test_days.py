"""Days and hours as Nghị định 30/2020/NĐ-CP and GB/T 9704-2012 write them."""

from datetime import date, time

import pytest

from service.core.languages import Language, Side
from service.language.days import write_clock, write_closing_day, write_day, write_zone

VI, ZH = Language.VI, Language.ZH


@pytest.mark.parametrize(
    ("day", "vi", "zh"),
    [
        (date(2023, 12, 26), "ngày 26 tháng 12 năm 2023", "2023年12月26日"),
        (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024", "2024年1月5日"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024", "2024年2月10日"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024", "2024年3月9日"),
        (date(2010, 10, 10), "ngày 10 tháng 10 năm 2010", "2010年10月10日"),
    ],
)
def test_vietnamese_pads_days_below_ten_and_two_months_and_chinese_never(day: date, vi: str, zh: str) -> None:
    assert write_day(day, VI) == vi
    assert write_day(day, ZH) == zh


@pytest.mark.parametrize(
    ("part", "vi", "zh"),
    [
        ("morning", "sáng ngày 26 tháng 12 năm 2023", "2023年12月26日上午"),
        ("noon", "trưa ngày 26 tháng 12 năm 2023", "2023年12月26日中午"),
        ("afternoon", "chiều ngày 26 tháng 12 năm 2023", "2023年12月26日下午"),
        ("evening", "tối ngày 26 tháng 12 năm 2023", "2023年12月26日晚"),
    ],
)
def test_the_part_of_a_day_stands_before_it_in_vietnamese_and_behind_in_chinese(
    part: str, vi: str, zh: str
) -> None:
    assert write_day(date(2023, 12, 26), VI, part) == vi
    assert write_day(date(2023, 12, 26), ZH, part) == zh


@pytest.mark.parametrize(
    ("day", "zh"),
    [
        (date(2023, 12, 26), "二〇二三年十二月二十六日"),
        (date(2010, 10, 10), "二〇一〇年十月十日"),
        (date(2024, 1, 5), "二〇二四年一月五日"),
        (date(2030, 11, 30), "二〇三〇年十一月三十日"),
    ],
)
def test_a_chinese_closing_clause_writes_its_day_in_chinese_numerals(day: date, zh: str) -> None:
    assert write_closing_day(day, ZH) == zh


def test_a_vietnamese_closing_clause_writes_its_day_as_elsewhere() -> None:
    assert write_closing_day(date(2024, 1, 5), VI) == "ngày 05 tháng 01 năm 2024"


@pytest.mark.parametrize(
    ("moment", "vi", "zh"),
    [
        (time(8, 30), "8 giờ 30 phút", "8时30分"),
        (time(8, 5), "8 giờ 05 phút", "8时05分"),
        (time(14, 0), "14 giờ", "14时"),
        (time(0, 0), "0 giờ", "0时"),
    ],
)
def test_a_full_hour_has_no_minutes(moment: time, vi: str, zh: str) -> None:
    assert write_clock(moment, VI) == vi
    assert write_clock(moment, ZH) == zh


def test_local_time_is_labelled_with_its_zone_in_either_language() -> None:
    assert write_zone(Side.VN, VI) == "giờ Việt Nam, UTC+7"
    assert write_zone(Side.VN, ZH) == "越南时间，UTC+7"
    assert write_zone(Side.CN, VI) == "giờ Bắc Kinh, UTC+8"
    assert write_zone(Side.CN, ZH) == "北京时间，UTC+8"
