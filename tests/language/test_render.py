"""How values are written, typed by hand in both languages."""

from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest

from service.core.languages import Language
from service.language.numerals import han_digits, han_number, han_numeral, roman_numeral, roman_value, vi_word
from service.language.parse import parse
from service.language.render import AmbiguousValue, render
from service.language.values import (
    Bound,
    Change,
    ChangeTimes,
    Citation,
    Clock,
    DayPart,
    Days,
    Fraction,
    Identifier,
    Moment,
    Multiple,
    Ordinal,
    Period,
    Phase,
    Quantity,
    Ratio,
    Series,
    Span,
    Vague,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

VI, ZH = Language.VI, Language.ZH
D = Decimal


@pytest.mark.parametrize(
    ("value", "vi", "zh"),
    [
        (Quantity(D(9_999_999), "VND"), "9.999.999 đồng", "9999999越南盾"),
        (Quantity(D(10_000_000), "VND"), "10 triệu đồng", "1000万越南盾"),
        (Quantity(D(12_345_678), "người"), "12.345.678 người", "12345678人"),
        (Quantity(D("2356700000000"), "VND"), "2.356,7 tỷ đồng", "2.3567万亿越南盾"),
        (Quantity(D("1200000000000000"), "VND"), "1.200 nghìn tỷ đồng", "1200万亿越南盾"),
        (Quantity(D("0.05"), "percent"), "0,05%", "0.05%"),
        (Quantity(D("2.50"), "t"), "2,50 tấn", "2.50吨"),
        (Quantity(D("0.5"), "year"), "nửa năm", "半年"),
        (Quantity(D("0.5"), "month", bound=Bound.OVER), "hơn nửa tháng", "超过半个月"),
        (Quantity(D(3), "year", bound=Bound.OVER), "hơn 3 năm", "3年多"),
        (Quantity(D(3), "month", bound=Bound.OVER), "hơn 3 tháng", "3个多月"),
        (Quantity(D(100), "đại biểu", bound=Bound.OVER), "hơn 100 đại biểu", "100多名代表"),
        (Quantity(D(42_000_000_000), "USD", bound=Bound.OVER), "hơn 42 tỷ USD", "420多亿美元"),
        (Quantity(D(100_000_000), "VND", bound=Bound.OVER), "hơn 100 triệu đồng", "1亿多越南盾"),
        (Quantity(D(277), "km", bound=Bound.OVER), "hơn 277 km", "超过277公里"),
        (Quantity(D(3), "year", bound=Bound.NEARLY), "gần 3 năm", "将近3年"),
        (Quantity(D(5), "tỉnh"), "5 tỉnh", "五省"),
        (Quantity(D(2), "nước"), "2 nước", "两国"),
        (Quantity(D(16), "chữ"), "16 chữ", "十六字"),
        (Quantity(D(3), "year", past=True), "trong 3 năm qua", "过去三年"),
        (Quantity(D(12), "quintal"), "12 tạ", "1200公斤"),
        (Quantity(D(500), "jin"), "250 kg", "500斤"),
        (Quantity(D(2), "decade"), "2 thập kỷ", "20年"),
        (Quantity(D(5), "percent", high=D(7)), "5%-7%", "5%—7%"),
        (Quantity(D(5), high=D(7)), "5-7", "5—7"),
        (Quantity(D(5), high=D(20_000_000)), "5-20.000.000", "5—20000000"),
        (Quantity(D(20_000_000), "VND", high=D(30_000_000)), "20-30 triệu đồng", "2000万—3000万越南盾"),
        (Quantity(D(200_000_000), "VND", high=D(10**9)), "từ 200 triệu đồng đến 1 tỷ đồng", "2亿—10亿越南盾"),
        (Quantity(D(9000), "t", high=D(20_000)), "9.000-20.000 tấn", "9000吨至2万吨"),
        (Quantity(D(500), "VND", ("người", "year")), "500 đồng/người/năm", "每人每年500越南盾"),
        (Quantity(D(20), "t", change=Change.DOWN), "giảm 20 tấn", "减少20吨"),
        (Quantity(D(85), "zh:项"), "85", "85项"),
        (Quantity(D(85), "no such unit"), "85", "85"),
        (Vague(D(1), "người"), "vài người", "数人"),
        (Vague(D(1), "đại biểu", 2, 3), "hai ba đại biểu", "两三名代表"),
        (Vague(D(10), "hộ", 2, 3), "hai ba chục hộ", "二三十户"),
        (Vague(D(100), "xe"), "hàng trăm xe", "数百辆车"),
        (Multiple(D(2)), "gấp 2 lần", "为原来的2倍"),
        (Multiple(D(2), doubling=True), "gấp đôi", "翻一番"),
        (Multiple(D(2), doubling=True, same_period=True), "gấp đôi so với cùng kỳ năm trước", "同比翻一番"),
        (Multiple(D(4), doubling=True), "gấp 4 lần", "翻两番"),
        (Multiple(D("0.5"), doubling=True), "giảm một nửa", "减半"),
        (Multiple(D(3), base_year=2020), "gấp 3 lần năm 2020", "为2020年的3倍"),
        (Multiple(D(10), bound=Bound.OVER), "gấp hơn 10 lần", "为原来的10多倍"),
        (Multiple(D(2), bound=Bound.OVER), "gấp hơn 2 lần", "为原来的2倍多"),
        (Fraction(1, 2), "một nửa", "一半"),
        (Fraction(1, 4), "một phần tư", "四分之一"),
        (Ratio(D(1), D(50_000), ":"), "tỷ lệ 1/50.000", "1∶50000"),
        (Ratio(D(12), D(15), "xã"), "12/15 xã", "15个乡中的12个"),
        (Ratio(D(34), D(34), "xã"), "34/34 xã", "全部34个乡"),
        (Ratio(D(45), D(60)), "45/60", "45/60"),
        (Moment(2024, 6, 10, weekday=1), "thứ Hai, ngày 10/6/2024", "2024年6月10日星期一"),
        (Moment(2024, 6, 9, weekday=7), "Chủ nhật, ngày 9/6/2024", "2024年6月9日星期日"),
        (Moment(clock=Clock(15, 30), day_part=DayPart.AFTERNOON), "3 giờ 30 phút chiều", "下午3时30分"),
        (Moment(clock=Clock(13), day_part=DayPart.NOON), "1 giờ trưa", "中午1时"),
        (Moment(2024, 3, phase=Phase.MID), "giữa tháng 3/2024", "2024年3月中旬"),
        (Moment(2024, 6, phase=Phase.FIRST_HALF), "nửa đầu tháng 6/2024", "2024年6月上半月"),
        (Moment(2024, phase=Phase.MID), "giữa năm 2024", "2024年中"),
        (Moment(day=12), "ngày 12", "12日"),
        (Moment(day=5, lunar=True), "mùng 5 âm lịch", "农历初五"),
        (Moment(2024, 1, 15, lunar=True), "ngày 15 tháng 1 năm 2024 âm lịch", "2024年农历正月十五"),
        (Moment(1990, is_decade=True), "thập niên 1990", "20世纪90年代"),
        (Period(2024, 4, 6), "quý II/2024", "2024年第二季度"),
        (Period(2024, 4, 9), "quý II-III/2024", "2024年第二至第三季度"),
        (Period(None, 7, 12), "6 tháng cuối năm", "下半年"),
        (Period(2024, 9, 12), "4 tháng cuối năm 2024", "2024年后4个月"),
        (
            Span(Moment(2024, 2, 28), Moment(2024, 3, 3)),
            "từ ngày 28/2 đến ngày 3/3/2024",
            "2024年2月28日至3月3日",
        ),
        (
            Span(Moment(2023, 12, 30), Moment(2024, 1, 2)),
            "từ ngày 30/12/2023 đến ngày 2/1/2024",
            "2023年12月30日至2024年1月2日",
        ),
        (Ordinal(1, Series.PLACE), "thứ nhất", "第一"),
        (Ordinal(21, Series.CENTURY), "thế kỷ XXI", "21世纪"),
        (Ordinal(3, Series.PLACE, "Chương"), "Chương III", "第三章"),
        (Ordinal(2, Series.PLACE, "Phụ lục"), "Phụ lục 2", "附件二"),
        (Ordinal(4, Series.SESSION, "Hội nghị Trung ương"), "Hội nghị Trung ương 4", "四中全会"),
        (Ordinal(45, Series.TERM), "khóa 45", "第四十五届"),
        (Citation(23, 2, "a"), "điểm a khoản 2 Điều 23", "第23条第2款a项"),
        (Identifier("4C", "road"), "Quốc lộ 4C", "4C号国道"),
        (Identifier("01/2016/TTLT-BTP", "no"), "số 01/2016/TTLT-BTP", "第01/2016/TTLT-BTP号"),
    ],
)
def test_a_value_is_written_as_papers_of_both_languages_write_it(value: Value, vi: str, zh: str) -> None:
    assert (render(value, VI), render(value, ZH)) == (vi, zh)


@pytest.mark.parametrize(
    "value", [ChangeTimes(D(2), Change.UP), Quantity(D(10), "mau"), Quantity(D(3), "sao")]
)
def test_a_value_that_must_be_asked_about_is_refused_in_zh(value: Value) -> None:
    with pytest.raises(AmbiguousValue):
        render(value, ZH)


def test_only_values_are_written() -> None:
    with pytest.raises(TypeError):
        render(cast("Value", "12"), VI)


def test_numerals_beyond_their_range_are_refused() -> None:
    assert [han_number(n) for n in (5, 10, 105, 110, 1000, 1250, 2005, 9999)] == [
        "五", "十", "一百零五", "一百一十", "一千", "一千二百五十", "二千零五", "九千九百九十九",
    ]  # fmt: skip
    assert han_digits(2023) == "二〇二三"
    assert (roman_numeral(39), vi_word(10), vi_word(11)) == ("XXXIX", "mười", "11")
    assert (roman_value("xvii"), roman_value("xa"), roman_value("")) == (17, None, None)
    writers: list[tuple[Callable[[int], str], int]] = [
        (han_numeral, 100),
        (han_number, 10_000),
        (roman_numeral, 40),
        (vi_word, 0),
    ]
    for write, number in writers:
        with pytest.raises(ValueError, match=str(number)):
            write(number)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("12/6/24", VI, [Moment(2024, 6, 12)]),
        ("ngày rằm tháng 7", VI, [Moment(None, 7, 15, lunar=True)]),
        ("ngày 12-6", VI, [Moment(None, 6, 12)]),
        ("ngày 12/6/2024 dương lịch", VI, [Moment(2024, 6, 12)]),
        ("năm hai nghìn không trăm hai mươi ba", VI, [Moment(2023)]),
        ("quý tư năm 2024", VI, [Period(2024, 10, 12)]),
        ("một nghìn lẻ năm người", VI, [Quantity(D(1005), "người")]),
        ("thập niên 85", VI, [Quantity(D(85))]),
        ("1 giờ trưa", VI, [Moment(clock=Clock(13), day_part=DayPart.NOON)]),
        ("12 giờ đêm 31/12", VI, [Moment(None, 12, 31, day_part=DayPart.NIGHT, clock=Clock(24))]),
        ("số: 15/BB-SNgV", VI, [Identifier("15/BB-SNgV", "number")]),
        ("mạng 5G", VI, [Identifier("5G")]),
        ("5 đến 3", VI, [Quantity(D(5)), Quantity(D(3))]),
        ("2 tấn - 5 km", VI, [Quantity(D(2), "t"), Quantity(D(5), "km")]),
        ("ngày 1 và ngày 2/3", VI, [Days((Moment(None, 3, 1), Moment(None, 3, 2)))]),
        ("3点一刻", ZH, [Moment(clock=Clock(3, 15))]),
        ("农历七月半", ZH, [Moment(None, 7, 15, lunar=True)]),
        ("七月半", ZH, [Moment(None, 7, 15, lunar=True)]),
        ("2024-06-12", ZH, [Moment(2024, 6, 12)]),
        ("2024-13-12", ZH, [Identifier("2024"), Quantity(D(13)), Quantity(D(12))]),
        ("数县", ZH, [Vague(D(1), "huyện")]),
        ("百分之三十以上", ZH, [Quantity(D(30), "percent", bound=Bound.AT_LEAST)]),
        ("2024年1—12月", ZH, [Span(Moment(2024, 1), Moment(2024, 12))]),
        ("2,500,000 USD", VI, [Quantity(D(2_500_000), "USD")]),
        ("2.500.000美元", ZH, [Quantity(D(2_500_000), "USD")]),
        ("mã 1,2,3", VI, []),
        ("APEC 2017", VI, [Identifier("2017")]),
        ("2024/2025学年", ZH, [Identifier("2024/2025")]),
        ("达成八点共识", ZH, [Quantity(D(8), "zh:点")]),
        ("下午三点开会", ZH, [Moment(clock=Clock(15), day_part=DayPart.AFTERNOON)]),
        ("thứ 2 đến thứ 6", VI, [Moment(weekday=1), Moment(weekday=5)]),
        ("十三十", ZH, []),
        ("五〇百", ZH, []),
    ],
)
def test_rarer_forms_are_read(text: str, language: Language, values: list[Value]) -> None:
    assert [mention.value for mention in parse(text, language)] == values
