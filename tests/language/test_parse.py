"""What stands where in a text, and what stays open."""

import csv
import unicodedata
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from service.core.languages import Language
from service.language import dispatch
from service.language import parse as parse_module
from service.language.mentions import Doubt
from service.language.parse import parse
from service.language.readers.runs import NO_RUN
from service.language.values import (
    Bound,
    Change,
    ChangeTimes,
    Citation,
    Clock,
    DayPart,
    Days,
    Fixed,
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
    SpanRole,
    Vague,
    Value,
)

VI, ZH = Language.VI, Language.ZH
D = Decimal


def _values(text: str, language: Language) -> list[Value]:
    return [mention.value for mention in parse(text, language)]


def _doubts(text: str, language: Language, year: int | None = None) -> list[Doubt]:
    return [doubt.doubt for mention in parse(text, language, year) for doubt in mention.ambiguities]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("hai mươi mốt hộ", VI, Quantity(D(21), "hộ")),
        ("một trăm linh năm người", VI, Quantity(D(105), "người")),
        ("hai mươi lăm ngày", VI, Quantity(D(25), "day")),
        ("hai mươi năm", VI, Quantity(D(20), "year")),
        ("năm tỉnh", VI, Quantity(D(5), "tỉnh")),
        ("ba", VI, Quantity(D(3))),
        ("mười hai", VI, Quantity(D(12))),
        ("hai phẩy năm tấn", VI, Quantity(D("2.5"), "t")),
        ("2 tỷ rưỡi đồng", VI, Quantity(D(2_500_000_000), "VND")),
        ("1 tỷ 250 triệu đồng", VI, Quantity(D(1_250_000_000), "VND")),
        ("một triệu hai đồng", VI, Quantity(D(1_200_000), "VND")),
        ("hai nghìn không trăm linh ba xe", VI, Quantity(D(2003), "xe")),
        ("nửa triệu lượt khách", VI, Quantity(D(500_000), "lượt người")),
        ("nửa năm", VI, Quantity(D("0.5"), "year")),
        ("3 năm rưỡi", VI, Quantity(D("3.5"), "year")),
        ("mươi ngày", VI, Quantity(D(10), "day", bound=Bound.ABOUT)),
        ("trên 277 km", VI, Quantity(D(277), "km", bound=Bound.OVER)),
        ("30 người trở lên", VI, Quantity(D(30), "người", bound=Bound.AT_LEAST)),
        ("5-7 triệu đồng", VI, Quantity(D(5_000_000), "VND", high=D(7_000_000))),
        ("từ 5% đến 7%", VI, Quantity(D(5), "percent", high=D(7))),
        ("mỗi năm tăng 5%", VI, Quantity(D(5), "percent", per=("year",), change=Change.UP)),
        ("5 triệu đồng/người/tháng", VI, Quantity(D(5_000_000), "VND", per=("người", "month"))),
        ("2 giờ 30 phút đồng hồ", VI, Quantity(D("2.5"), "hour")),
        ("5 đồng chí", VI, Quantity(D(5), "đồng chí")),
        ("hàng trăm phương tiện", VI, Vague(D(100), "phương tiện")),
        ("năm sáu người", VI, Vague(D(1), "người", 5, 6)),
        ("hai, ba chục hộ", VI, Vague(D(10), "hộ", 2, 3)),
        ("gấp đôi", VI, Multiple(D(2))),
        ("tăng gấp 3 lần so với năm 2020", VI, Multiple(D(3), base_year=2020)),
        ("giảm một nửa", VI, Multiple(D("0.5"))),
        ("tăng 2 lần", VI, ChangeTimes(D(2), Change.UP)),
        ("hai phần ba", VI, Fraction(2, 3)),
        ("một phần tư", VI, Fraction(1, 4)),
        ("3/4 diện tích", VI, Fraction(3, 4)),
        ("hơn một nửa", VI, Fraction(1, 2, Bound.OVER)),
        ("12/15 xã", VI, Ratio(D(12), D(15), "xã")),
        ("8 trong số 10 nội dung", VI, Ratio(D(8), D(10), "nội dung")),
        ("tỷ lệ 1/50.000", VI, Ratio(D(1), D(50_000), ":")),
        ("từ ngày 11 đến ngày 15 tháng 6 năm 2024", VI, Span(Moment(2024, 6, 11), Moment(2024, 6, 15))),
        ("ngày 11 và 12 tháng 6", VI, Days((Moment(None, 6, 11), Moment(None, 6, 12)))),
        ("11-15/6/2024", VI, Span(Moment(2024, 6, 11), Moment(2024, 6, 15))),
        ("tháng 3-5/2024", VI, Span(Moment(2024, 3), Moment(2024, 5))),
        ("nhiệm kỳ 2020 – 2025", VI, Span(Moment(2020), Moment(2025), SpanRole.TERM)),
        ("kể từ ngày 01/7/2025", VI, Span(Moment(2025, 7, 1), None, SpanRole.ONWARD)),
        ("quý IV/2023", VI, Period(2023, 10, 12)),
        ("6 tháng cuối năm 2024", VI, Period(2024, 7, 12)),
        ("nửa đầu năm 2024", VI, Period(2024, 1, 6)),
        ("hạ tuần tháng 3/2024", VI, Moment(2024, 3, phase=Phase.LATE)),
        ("rằm tháng Giêng", VI, Moment(None, 1, 15, lunar=True)),
        ("mùng 10 tháng 3 âm lịch", VI, Moment(None, 3, 10, lunar=True)),
        ("23 tháng Chạp", VI, Moment(None, 12, 23, lunar=True)),
        ("những năm 80 của thế kỷ XX", VI, Moment(1980, is_decade=True)),
        ("thứ Hai, ngày 10/6/2024", VI, Moment(2024, 6, 10, weekday=1)),
        ("8 giờ kém 15", VI, Moment(clock=Clock(7, 45))),
        ("3 giờ rưỡi chiều", VI, Moment(clock=Clock(15, 30), day_part=DayPart.AFTERNOON)),
        ("8h30", VI, Moment(clock=Clock(8, 30))),
        ("khóa XV", VI, Ordinal(15, Series.TERM)),
        ("thứ tư", VI, Ordinal(4, Series.PLACE)),
        ("thế kỷ XXI", VI, Ordinal(21, Series.CENTURY)),
        ("Chương III", VI, Ordinal(3, Series.PLACE, "Chương")),
        ("điểm đ khoản 2 Điều 14", VI, Citation(14, 2, "đ")),
        ("Điều 28 khoản 3", VI, Citation(28, 3)),
        ("60-NQ/TW", VI, Identifier("60-NQ/TW")),
        ("23A-001.23", VI, Identifier("23A-001.23")),
        ("mốc 198/2", VI, Identifier("198/2", "marker")),
        ("0219.3866.255", VI, Identifier("0219.3866.255")),
        ("Km 18+500", VI, Identifier("Km18+500")),
        ("18001282", VI, Identifier("18001282")),
        ("hai bên", VI, Fixed("hai bên")),
        ("三百零五户", ZH, Quantity(D(305), "hộ")),
        ("一〇五户", ZH, Quantity(D(105), "hộ")),
        ("两万五千吨", ZH, Quantity(D(25_000), "t")),
        ("一万二", ZH, Quantity(D(12_000))),
        ("叁亿伍仟万越南盾", ZH, Quantity(D(350_000_000), "VND")),
        ("1亿3000万元", ZH, Quantity(D(130_000_000), "CNY")),
        ("人民币12.5万元", ZH, Quantity(D(125_000), "CNY")),
        ("420多亿美元", ZH, Quantity(D(42_000_000_000), "USD", bound=Bound.OVER)),
        ("百余名代表", ZH, Quantity(D(100), "đại biểu", bound=Bound.OVER)),
        ("3年多", ZH, Quantity(D(3), "year", bound=Bound.OVER)),
        ("两个多月", ZH, Quantity(D(2), "month", bound=Bound.OVER)),
        ("两个半小时", ZH, Quantity(D("2.5"), "hour")),
        ("30人以上", ZH, Quantity(D(30), "người", bound=Bound.AT_LEAST)),
        ("35000千瓦", ZH, Quantity(D(35_000), "kW")),
        ("每人每月500万越南盾", ZH, Quantity(D(5_000_000), "VND", per=("người", "month"))),
        ("年6亿越南盾", ZH, Quantity(D(600_000_000), "VND", per=("year",))),
        ("百分之二十五", ZH, Quantity(D(25), "percent")),
        ("万分之五", ZH, Quantity(D("0.05"), "percent")),
        ("下降一成半", ZH, Quantity(D(15), "percent", change=Change.DOWN)),
        ("五省", ZH, Quantity(D(5), "tỉnh")),
        ("3个人民委员会", ZH, Quantity(D(3), "zh:个")),
        ("五六百人", ZH, Vague(D(100), "người", 5, 6)),
        ("数十家企业", ZH, Vague(D(10), "doanh nghiệp")),
        ("翻两番", ZH, Multiple(D(4))),
        ("增长1倍", ZH, Multiple(D(2))),
        ("超过2000年的10倍", ZH, Multiple(D(10), base_year=2000, bound=Bound.OVER)),
        ("三分之二以上", ZH, Fraction(2, 3, Bound.AT_LEAST)),
        ("12个边防屯全部", ZH, Ratio(D(12), D(12), "đồn biên phòng")),
        ("7个边境县中有5个", ZH, Ratio(D(5), D(7), "huyện biên giới")),
        ("2比1", ZH, Ratio(D(2), D(1), ":")),
        ("1∶50000", ZH, Ratio(D(1), D(50_000), ":")),
        ("2023年6月11日至15日", ZH, Span(Moment(2023, 6, 11), Moment(2023, 6, 15))),
        ("2024年6月11—15日", ZH, Span(Moment(2024, 6, 11), Moment(2024, 6, 15))),
        ("2023年1—9月", ZH, Span(Moment(2023, 1), Moment(2023, 9))),
        ("6月11、12日", ZH, Days((Moment(None, 6, 11), Moment(None, 6, 12)))),
        ("自2025年7月1日起", ZH, Span(Moment(2025, 7, 1), None, SpanRole.ONWARD)),
        ("二〇二三年十二月二十六日", ZH, Moment(2023, 12, 26)),
        ("农历三月初十", ZH, Moment(None, 3, 10, lunar=True)),
        ("七月十五", ZH, Moment(None, 7, 15, lunar=True)),
        ("20世纪90年代", ZH, Moment(1990, is_decade=True)),
        ("2023年前三季度", ZH, Period(2023, 1, 9)),
        ("2024年一、二季度", ZH, Period(2024, 1, 6)),
        ("下午3点半", ZH, Moment(clock=Clock(15, 30), day_part=DayPart.AFTERNOON)),
        ("差15分9时", ZH, Moment(clock=Clock(8, 45))),
        ("2023年12月26日（星期二）上午8时30分", ZH, Moment(2023, 12, 26, None, 2, DayPart.MORNING, Clock(8, 30))),
        ("第十五届国会", ZH, Ordinal(15, Series.TERM, "Quốc hội")),
        ("十三大", ZH, Ordinal(13, Series.SESSION, "Đại hội")),
        ("三中全会", ZH, Ordinal(3, Series.SESSION, "Hội nghị Trung ương")),
        ("第二十三条第二款第（一）项", ZH, Citation(23, 2, "1")),
        ("〔2024〕5号", ZH, Identifier("〔2024〕5号")),
        ("第15/BB-SNgV号", ZH, Identifier("15/BB-SNgV", "no")),
    ],
)  # fmt: skip
def test_a_mention_has_the_value_that_a_person_reads(text: str, language: Language, value: Value) -> None:
    found = parse(text, language)
    assert [mention.value for mention in found] == [value]
    assert found[0].start == 0


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("统一思想，进一步推动四川省与百色市合作，双方一致同意", ZH),
        ("thống nhất một cách toàn diện, tư nhân, Ba Lan, chín muồi", VI),
        ("năm nào cũng vậy, không ai nói", VI),
        ("其他条约和公约", ZH),
    ],
)
def test_words_that_only_look_like_numbers_are_none(text: str, language: Language) -> None:
    assert not [value for value in _values(text, language) if not isinstance(value, Fixed)]


def test_a_full_width_comma_parts_two_numbers_and_a_full_width_stop_does_not() -> None:
    assert _values("300，500人", ZH) == [Quantity(D(300)), Quantity(D(500), "người")]
    assert _values("３．５亿美元", ZH) == [Quantity(D(350_000_000), "USD")]


def test_prepositions_are_no_approximation() -> None:
    assert _values("hợp tác trên 3 lĩnh vực", VI) == [Quantity(D(3), "lĩnh vực")]
    assert _values("cao hơn 5%", VI) == [Quantity(D(5), "percent")]


def test_a_date_in_an_identifier_is_no_date() -> None:
    assert _values("Nghị định 30/2020/NĐ-CP ngày 05/3/2020", VI) == [
        Identifier("30/2020/NĐ-CP", "decree"),
        Moment(2020, 3, 5),
    ]


@pytest.mark.parametrize(
    ("text", "language", "doubts"),
    [
        ("tăng 2 lần", VI, [Doubt.CHANGE_TIMES]),
        ("giảm 3 lần", VI, [Doubt.CHANGE_TIMES]),
        ("减少2倍", ZH, [Doubt.CHANGE_TIMES]),
        ("ngày 27.4", VI, [Doubt.YEAR_MISSING]),
        ("3月27日晚", ZH, [Doubt.YEAR_MISSING]),
        ("6 tháng đầu năm", VI, [Doubt.YEAR_MISSING]),
        ("3.450 tấn", VI, [Doubt.SEPARATOR]),
        ("3,450 tấn", VI, [Doubt.SEPARATOR]),
        ("3.450吨", ZH, [Doubt.SEPARATOR]),
        ("3,45 tấn", VI, []),
        ("3.450 người", VI, []),
        ("2.539亿美元", ZH, []),
        ("5/7", VI, [Doubt.DATE_OR_RATIO, Doubt.YEAR_MISSING]),
        ("27/3", VI, [Doubt.YEAR_MISSING]),
        ("8 giờ", VI, [Doubt.TIME_OR_DURATION]),
        ("lúc 8 giờ", VI, []),
        ("trong 8 giờ", VI, []),
        ("thứ hai", VI, [Doubt.WEEKDAY_OR_ORDINAL]),
        ("thứ Hai, ngày 26/12/2023", VI, [Doubt.WEEKDAY_MISMATCH]),
        ("ngày 31/2/2024", VI, [Doubt.NO_SUCH_DAY]),
        ("10 mẫu", VI, [Doubt.MAU]),
        ("近3年", ZH, [Doubt.NEARLY_OR_PAST]),
        ("过去三年", ZH, []),
    ],
)
def test_what_can_be_read_in_two_ways_is_named(text: str, language: Language, doubts: list[Doubt]) -> None:
    assert _doubts(text, language) == doubts


def test_each_doubt_carries_its_readings() -> None:
    assert parse("tăng 2 lần", VI)[0].ambiguities[0].readings == (
        Multiple(D(2)),
        Multiple(D(3)),
        Quantity(D(2), "lần", change=Change.UP),
    )
    assert parse("giảm 2 lần", VI)[0].ambiguities[0].readings == (
        Multiple(D("0.5")),
        Fraction(1, 2),
        Quantity(D(2), "lần", change=Change.DOWN),
    )
    assert parse("3.450 tấn", VI)[0].ambiguities[0].readings == (
        Quantity(D(3450), "t"),
        Quantity(D("3.450"), "t"),
    )
    assert parse("5/7", VI)[0].ambiguities[0].readings == (
        Moment(None, 7, 5),
        Ratio(D(5), D(7)),
        Fraction(5, 7),
    )


def test_a_context_year_settles_dates_without_one_and_fills_nothing() -> None:
    assert _doubts("sáng 26.12", VI, 2023) == []
    assert _values("sáng 26.12", VI) == [Moment(None, 12, 26, day_part=DayPart.MORNING)]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Tại Hà Giang, ngày 27 tháng 3 năm 2023 có 24 đại biểu")
    assert [text[m.start : m.end] for m in parse(text, VI)] == [
        unicodedata.normalize("NFD", part) for part in ("ngày 27 tháng 3 năm 2023", "24 đại biểu")
    ]


def test_a_line_break_parts_two_mentions() -> None:
    assert _values("12\ntấn", VI) == [Quantity(D(12))]


def test_the_place_of_the_tone_mark_does_not_matter() -> None:
    assert _values("khoá XV", VI) == _values("khóa XV", VI) == [Ordinal(15, Series.TERM)]


def _all_texts() -> list[tuple[str, Language]]:
    texts: list[tuple[str, Language]] = []
    for name in ("first.csv", "further.csv"):
        with (Path(__file__).parent / "cases" / name).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                texts += [(row["vi"], VI), (row["zh"], ZH)]
    return texts


def test_readers_are_called_wherever_one_of_them_finds_something(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of first tokens leave no mention out: reading everywhere finds the same."""
    texts = _all_texts()
    quick = [parse(*text) for text in texts]
    every = tuple(reader for reader, *_ in dispatch.READERS)
    monkeypatch.setattr(parse_module, "kinds", lambda _language: defaultdict(lambda: dispatch.NUMERAL))
    monkeypatch.setattr(parse_module, "read_at_once", lambda *_: None)
    monkeypatch.setattr(parse_module, "run_at", lambda *_: NO_RUN)
    monkeypatch.setattr(parse_module, "readers_at", lambda *_: every)
    assert [parse(*text) for text in texts] == quick
