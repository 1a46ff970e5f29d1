"""Dates, times, periods and spans in either language and style."""

from dataclasses import replace
from enum import StrEnum

from service.core.languages import Language
from service.language.numerals import han_digits, han_number, roman_numeral
from service.language.values import Clock, DayPart, Days, Moment, Period, Phase, Span, SpanRole


class Style(StrEnum):
    """How a date is written: in running text, in a document's own date, or in a closing clause."""

    RUNNING = "running"
    DOCUMENT = "document"
    CLOSING = "closing"


_VI_PARTS = dict(zip(DayPart, ("rạng sáng", "sáng", "trưa", "chiều", "tối", "đêm"), strict=True))
_ZH_PARTS = dict(zip(DayPart, ("凌晨", "上午", "中午", "下午", "晚", "夜间"), strict=True))
_VI_PHASES = dict(zip(Phase, ("đầu", "giữa", "cuối", "nửa đầu", "nửa cuối", "hết"), strict=True))
_ZH_MONTH_PHASES = dict(zip(Phase, ("上旬", "中旬", "下旬", "上半月", "下半月", "底"), strict=True))
_ZH_YEAR_PHASES = dict(zip(Phase, ("初", "中", "底", "上半年", "下半年", "底"), strict=True))
_ZH_DECADE_PHASES = {Phase.EARLY: "初", Phase.MID: "中期", Phase.LATE: "末"}
_VI_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_ZH_WEEKDAYS = "一二三四五六日"
_SUNDAY, _NOON, _YEAR_MONTHS, _LUNAR_FIRST_TEN = 7, 12, 12, 10
_DAYS_PADDED_BELOW, _MONTHS_PADDED = 10, 2


def write_moment(value: Moment, language: Language, style: Style) -> str:
    """Write a date, a time or both.

    Source:
        numbers.md, rules 5, 6 and 14; Nghị định 30/2020/NĐ-CP, annex I (days below 10 and months 1 and 2
        get a leading zero); GB/T 9704-2012 (no leading zero).
    """
    return _moment_vi(value, style) if language is Language.VI else _moment_zh(value, style)


def _moment_vi(value: Moment, style: Style) -> str:
    parts = [
        _clock_vi(value),
        "" if value.day_part is None else _VI_PARTS[value.day_part],
        _weekday_vi(value),
        _date_vi(value, style),
    ]
    return " ".join(part for part in parts if part)


def _clock_vi(value: Moment) -> str:
    if value.clock is None:
        return ""
    clock = _twelve(value.clock, value.day_part)
    minute = "" if clock.minute is None else f" {clock.minute:02} phút"
    return f"{clock.hour} giờ{minute}"


def _twelve(clock: Clock, part: DayPart | None) -> Clock:
    is_late = part in (DayPart.AFTERNOON, DayPart.EVENING, DayPart.NIGHT)
    is_past_noon = part is DayPart.NOON and clock.hour in (_NOON + 1, _NOON + 2)
    return (
        Clock(clock.hour - _NOON, clock.minute) if (is_late and clock.hour > _NOON) or is_past_noon else clock
    )


def _weekday_vi(value: Moment) -> str:
    if value.weekday is None:
        return ""
    word = "Chủ nhật" if value.weekday == _SUNDAY else f"thứ {_VI_WEEKDAYS[value.weekday - 1]}"
    return word + ("," if value.day is not None else "")


def _date_vi(value: Moment, style: Style) -> str:
    lunar = " âm lịch" if value.lunar else ""
    if value.is_decade:
        phase = "" if value.phase is None else _VI_PHASES[value.phase] + " "
        return f"{phase}thập niên {value.year}"
    if value.month is None and value.day is None:
        year = "" if value.year is None else f"năm {value.year}"
        return f"{_VI_PHASES[value.phase]} {year}" if value.phase is not None else year
    if value.month is None:
        return f"{'mùng' if value.lunar else 'ngày'} {value.day}{lunar}"
    if style is not Style.RUNNING or value.lunar:
        return _long_vi(value, is_padded=style is Style.DOCUMENT) + lunar
    year = "" if value.year is None else f"/{value.year}"
    if value.day is not None:
        return f"{'' if value.day_part is not None else 'ngày '}{value.day}/{value.month}{year}"
    phase = "" if value.phase is None else _VI_PHASES[value.phase] + " "
    return f"{phase}tháng {value.month}{year}"


def _long_vi(value: Moment, *, is_padded: bool) -> str:
    day, month = str(value.day), str(value.month)
    if is_padded and value.day is not None and value.day < _DAYS_PADDED_BELOW:
        day = "0" + day
    if is_padded and value.month is not None and value.month <= _MONTHS_PADDED:
        month = "0" + month
    phase = "" if value.phase is None else _VI_PHASES[value.phase] + " "
    is_early_lunar = value.lunar and (value.day or _LUNAR_FIRST_TEN + 1) <= _LUNAR_FIRST_TEN
    head = "" if value.day is None else f"{'mùng' if is_early_lunar else 'ngày'} {day} "
    return f"{phase}{head}tháng {month}" + ("" if value.year is None else f" năm {value.year}")


def _moment_zh(value: Moment, style: Style) -> str:
    weekday = "" if value.weekday is None else "星期" + _ZH_WEEKDAYS[value.weekday - 1]
    part = "" if value.day_part is None else _ZH_PARTS[value.day_part]
    return _date_zh(value, style) + weekday + part + _clock_zh(value)


def _clock_zh(value: Moment) -> str:
    if value.clock is None:
        return ""
    clock = _twelve(value.clock, value.day_part)
    return f"{clock.hour}时" + ("" if clock.minute is None else f"{clock.minute:02}分")


def _date_zh(value: Moment, style: Style) -> str:
    if value.lunar:
        return _lunar_zh(value)
    if value.is_decade and value.year is not None:
        phase = "" if value.phase is None else _ZH_DECADE_PHASES.get(value.phase, "")
        return f"{value.year // 100 + 1}世纪{value.year % 100}年代{phase}"
    is_han = style is Style.CLOSING
    year = "" if value.year is None else f"{han_digits(value.year) if is_han else value.year}年"
    month, day = (
        "" if part is None else f"{han_number(part) if is_han else part}{name}"
        for part, name in ((value.month, "月"), (value.day, "日"))
    )
    return year + month + day + _phase_zh(value)


def _phase_zh(value: Moment) -> str:
    if value.phase is None:
        return ""
    return (_ZH_YEAR_PHASES if value.month is None else _ZH_MONTH_PHASES)[value.phase]


def _lunar_zh(value: Moment) -> str:
    year = "" if value.year is None else f"{value.year}年"
    month = "" if value.month is None else "正月" if value.month == 1 else han_number(value.month) + "月"
    day = ""
    if value.day is not None:
        day = ("初" if value.day <= _LUNAR_FIRST_TEN else "") + han_number(value.day)
    return f"{year}农历{month}{day}{_phase_zh(value)}"


def write_period(value: Period, language: Language, style: Style) -> str:
    """Write a quarter, a half-year, or the first months of a year."""
    months = value.last - value.first + 1
    is_quarters = value.first % 3 == 1 and value.last % 3 == 0 and not _is_from_end(value, months)
    if language is Language.VI:
        return _period_vi(value, months, style, is_quarters=is_quarters)
    year = "" if value.year is None else f"{value.year}年"
    if (value.first, value.last) in ((1, 6), (7, 12)):
        return year + ("上半年" if value.first == 1 else "下半年")
    if is_quarters:
        first, last = han_number(value.first // 3 + 1), han_number(value.last // 3)
        return f"{year}第{first}季度" if first == last else f"{year}第{first}至第{last}季度"
    return f"{year}前{months}个月" if value.first == 1 else f"{year}后{months}个月"


def _is_from_end(value: Period, months: int) -> bool:
    return months > 3 and (value.first == 1 or value.last == _YEAR_MONTHS)


def _period_vi(value: Period, months: int, style: Style, *, is_quarters: bool) -> str:
    if is_quarters:
        first, last = roman_numeral(value.first // 3 + 1), roman_numeral(value.last // 3)
        name = f"quý {first}" if first == last else f"quý {first}-{last}"
        year = (
            "" if value.year is None else f"/{value.year}" if style is Style.RUNNING else f" năm {value.year}"
        )
        return name + year
    place = "đầu" if value.first == 1 else "cuối"
    return f"{months} tháng {place} năm" + ("" if value.year is None else f" {value.year}")


def write_span(value: Span, language: Language, style: Style) -> str:
    """Write from a moment to a moment; month and year stand once.

    Source:
        numbers.md, rule 7.
    """
    if value.end is None:
        start = write_moment(value.start, language, style)
        if value.role is SpanRole.ONWARD:
            return f"từ {start}" if language is Language.VI else f"自{start}起"
        return f"từ {start} đến nay" if language is Language.VI else f"{start}以来"
    if _is_years(value.start) and _is_years(value.end):
        return _years(value, language)
    return (
        _span_vi(value, value.end, style)
        if language is Language.VI
        else _span_zh(value.start, value.end, style)
    )


def _is_years(value: Moment) -> bool:
    return value == Moment(value.year)


def _years(value: Span, language: Language) -> str:
    first, last = value.start.year, value.end.year if value.end else None
    if language is Language.ZH:
        behind = {SpanRole.TERM: "年任期", SpanRole.SCHOOL_YEAR: "学年"}
        return f"{first}—{last}{behind.get(value.role, '年')}"
    if value.role is SpanRole.PLAIN:
        return f"từ năm {first} đến năm {last}"
    before = {SpanRole.TERM: "nhiệm kỳ", SpanRole.SCHOOL_YEAR: "năm học"}
    return f"{before.get(value.role, 'giai đoạn')} {first}-{last}"


def _span_vi(value: Span, end: Moment, style: Style) -> str:
    start = value.start
    if _same_day(start, end):
        start = Moment(
            clock=start.clock, day_part=start.day_part if start.day_part is not end.day_part else None
        )
    elif start.year == end.year:
        start = replace(start, year=None)
    return f"từ {write_moment(start, Language.VI, style)} đến {write_moment(end, Language.VI, style)}"


def _same_day(first: Moment, last: Moment) -> bool:
    return first.clock is not None and (first.year, first.month, first.day) == (
        last.year,
        last.month,
        last.day,
    )


def _span_zh(start: Moment, end: Moment, style: Style) -> str:
    if _same_day(start, end):
        end = Moment(clock=end.clock, day_part=end.day_part)
    elif start.year == end.year:
        is_same_month = start.month == end.month and end.day is not None
        end = replace(end, year=None, month=None if is_same_month else end.month)
    return f"{write_moment(start, Language.ZH, style)}至{write_moment(end, Language.ZH, style)}"


def write_days(value: Days, language: Language, style: Style) -> str:
    """Write several days of one month: ngày 11 và 12/6, 6月11日和12日."""
    *heads, last = value.days
    if language is Language.VI:
        days = ", ".join(str(day.day) for day in heads)
        return f"ngày {days} và {write_moment(last, language, style).removeprefix('ngày ')}"
    written = [write_moment(heads[0], language, style)]
    written += [f"{day.day}日" for day in heads[1:]]
    return "、".join(written) + f"和{last.day}日"
