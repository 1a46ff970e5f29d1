"""What a rendering owes to the words beside it: their order, and the week that a weekday belongs to."""

import re
from decimal import Decimal

from service.core.languages import Language
from service.language.mentions import Mention
from service.language.rivals import OFTEN
from service.language.units import family, kind_of
from service.language.values import Days, Fixed, Moment, Period, Quantity, Span, Value

# zh puts these before a date or time, vi behind it: 今年上半年 = 6 tháng đầu năm nay.
_TIMES = frozenset([
    *OFTEN, "cùng ngày", "cùng tháng", "cùng năm", "hôm nay", "hôm qua", "ngày mai", "năm nay", "năm ngoái",
    "năm trước", "năm sau",
])  # fmt: skip
_WEEKS_VI = {"tới": "下", "sau": "下", "này": "本", "trước": "上"}
_WEEKS_ZH = {"下": "tuần tới", "本": "tuần này", "这": "tuần này", "上": "tuần trước", "每": "hằng tuần"}
_WEEK_BEHIND = re.compile(r" tuần (tới|sau|này|trước)\b")
_HAN_FROM = "\u2e80"


def turned(
    first: tuple[Mention, str], second: tuple[Mention, str], between: str, target: Language
) -> str | None:
    """Write a date or time and a word such as năm nay or hằng ngày beside it in the order of the target.

    Args:
        first: A mention with its rendering.
        second: The mention behind it with its rendering.
        between: The text between them.
        target: The language that is written.

    Returns:
        Both in the order of the target; None where they are no such pair.
    """
    if target is Language.ZH:
        if between != " ":
            return None
        if _is_how_often(first[0].value, second[0].value):
            return f"每{first[1]}一次"
        is_pair = _takes(second[0].value, first[0].value)
        return (second[1] + first[1]).replace("每周星期", "每周") if is_pair else None
    if between or not _takes(first[0].value, second[0].value):
        return None
    word = first[1].replace("mỗi ", "hằng ")
    # 6 tháng đầu năm, năm nay: one "năm" is enough.
    return f"{second[1].removesuffix(' năm') if word.startswith('năm ') else second[1]} {word}"


def _is_how_often(length: Value, once: Value) -> bool:
    """Say whether something takes place once in a length of time: 6 tháng một lần = 每6个月一次."""
    is_length = isinstance(length, Quantity) and kind_of(length.unit) == "duration" and not length.past
    return is_length and once == Quantity(Decimal(1), "lần")


def _takes(word: Value, time: Value) -> bool:
    if not isinstance(word, Fixed) or word.phrase not in _TIMES:
        return False
    if isinstance(time, Moment):
        return time.year is None
    return isinstance(time, (Days, Span)) or (isinstance(time, Period) and time.year is None)


def fitted(line: str, mention: Mention, rendering: str, target: Language) -> tuple[int, int, str]:
    """Fit a rendering to the words directly beside its mention.

    Returns:
        The offsets of what the rendering stands for, and the rendering: of 下周五 it is "thứ Sáu tuần tới".
    """
    start, end, value = mention.start, mention.end, mention.value
    if target is Language.VI and _is_of_people_alone(line, end, value):
        return start, end, f"{rendering} người"
    if not isinstance(value, Moment) or value.weekday is None or value != Moment(weekday=value.weekday):
        return start, end, rendering
    if target is Language.ZH:
        week = _WEEK_BEHIND.match(line, end)
        if week is not None:
            return start, week.end(), rendering.replace("星期", _WEEKS_VI[week[1]] + "周")
        return start, end, rendering
    at = start - (line[start - 1 : start] == "个")
    word = _WEEKS_ZH.get(line[at - 1 : at])
    return (start, end, rendering) if word is None else (at - 1, end, f"{rendering} {word}")


def _is_of_people_alone(line: str, end: int, value: Value) -> bool:
    """Say whether 名 or 位 stands without its noun: 抓获嫌疑人23名."""
    if not isinstance(value, Quantity) or not value.unit.startswith("zh:") or family(value.unit) != "person":
        return False
    after = line[end : end + 1]
    return not (after >= _HAN_FROM and after.isalpha())
