"""The day and hours of a meeting as its papers write them, in both languages.

Source:
    Nghị định 30/2020/NĐ-CP, Annex I: days below 10 and months 1 and 2 with a leading zero; GB/T 9704-2012,
    7.3.5.3: Arabic numerals without one; closing clauses in Chinese numerals.
"""

from datetime import date, time

from service.core.languages import Language, Side
from service.language.numerals import han_digits, han_numeral

_PARTS = {
    Language.VI: {"morning": "sáng", "noon": "trưa", "afternoon": "chiều", "evening": "tối"},
    Language.ZH: {"morning": "上午", "noon": "中午", "afternoon": "下午", "evening": "晚"},
}
_ZONES = {
    (Side.VN, Language.VI): "giờ Việt Nam, UTC+7",
    (Side.VN, Language.ZH): "越南时间，UTC+7",
    (Side.CN, Language.VI): "giờ Bắc Kinh, UTC+8",
    (Side.CN, Language.ZH): "北京时间，UTC+8",
}
_PADDED_DAYS = range(1, 10)
_PADDED_MONTHS = range(1, 3)


def write_day(day: date, language: Language, part_of_day: str | None = None) -> str:
    """Write a day: "sáng ngày 26 tháng 12 năm 2023", 2023年12月26日上午.

    Args:
        day: The day.
        language: The language of the text.
        part_of_day: morning, noon, afternoon, evening or None.
    """
    part = _PARTS[language][part_of_day] if part_of_day else ""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日{part}"
    number = f"{day.day:02}" if day.day in _PADDED_DAYS else str(day.day)
    month = f"{day.month:02}" if day.month in _PADDED_MONTHS else str(day.month)
    written = f"ngày {number} tháng {month} năm {day.year}"
    return f"{part} {written}" if part else written


def write_closing_day(day: date, language: Language) -> str:
    """Write the day of a closing clause: Chinese numerals there, 二〇二三年十二月二十六日."""
    if language is Language.VI:
        return write_day(day, language)
    return f"{han_digits(day.year)}年{han_numeral(day.month)}月{han_numeral(day.day)}日"


def write_clock(moment: time, language: Language) -> str:
    """Write a local time: "8 giờ 30 phút", 8时30分; full hours without minutes."""
    if language is Language.ZH:
        return f"{moment.hour}时{moment.minute:02}分" if moment.minute else f"{moment.hour}时"
    return f"{moment.hour} giờ {moment.minute:02} phút" if moment.minute else f"{moment.hour} giờ"


def write_zone(side: Side, language: Language) -> str:
    """Label the local time of a side's country; times are never shifted."""
    return _ZONES[side, language]
