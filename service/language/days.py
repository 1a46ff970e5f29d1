"""The day and hours of a meeting as its papers write them: the document styles of the values they are.

Source:
    Nghị định 30/2020/NĐ-CP, Annex I: days below 10 and months 1 and 2 with a leading zero; GB/T 9704-2012,
    7.3.5.3: Arabic numerals without one; closing clauses in Chinese numerals.
"""

from datetime import date, time

from service.core.languages import Language, Side
from service.language.render import Style, render
from service.language.values import Clock, DayPart, Moment

_PARTS = {
    "morning": DayPart.MORNING,
    "noon": DayPart.NOON,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
}
_ZONES = {
    (Side.VN, Language.VI): "giờ Việt Nam, UTC+7",
    (Side.VN, Language.ZH): "越南时间，UTC+7",
    (Side.CN, Language.VI): "giờ Bắc Kinh, UTC+8",
    (Side.CN, Language.ZH): "北京时间，UTC+8",
}


def write_day(day: date, language: Language, part_of_day: str | None = None) -> str:
    """Write a day: "sáng ngày 26 tháng 12 năm 2023", 2023年12月26日上午.

    Args:
        day: The day.
        language: The language of the text.
        part_of_day: morning, noon, afternoon, evening or None.
    """
    part = _PARTS[part_of_day] if part_of_day else None
    return render(Moment(day.year, day.month, day.day, day_part=part), language, Style.DOCUMENT)


def write_short_day(day: date, language: Language) -> str:
    """Write the day of a draft: "03/01/2024", 2024年1月3日."""
    if language is Language.VI:
        return f"{day:%d/%m/%Y}"
    return render(Moment(day.year, day.month, day.day), language)


def write_closing_day(day: date, language: Language) -> str:
    """Write the day of a closing clause: in Chinese numerals there, 二〇二三年十二月二十六日."""
    style = Style.CLOSING if language is Language.ZH else Style.DOCUMENT
    return render(Moment(day.year, day.month, day.day), language, style)


def write_clock(moment: time, language: Language) -> str:
    """Write a local time: "8 giờ 30 phút", 8时30分; full hours without minutes."""
    return render(Moment(clock=Clock(moment.hour, moment.minute or None)), language, Style.DOCUMENT)


def write_zone(side: Side, language: Language) -> str:
    """Label the local time of a side's country; times are never shifted."""
    return _ZONES[side, language]
