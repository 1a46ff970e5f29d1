"""A number with its unit, and what either language hangs between and behind them."""

from decimal import Decimal
from typing import NamedTuple

from service.core.languages import Language
from service.language.counters import BARE_ZH
from service.language.members import VI, ZH
from service.language.number_digits import Number
from service.language.number_words import VI_SCALES, read_number
from service.language.tokens import Tokens
from service.language.units import AFTER_NUMBER, kind_of

HALF = Decimal("0.5")
# After "đồng" these make another word: đồng chí, đồng bào, đồng chủ trì.
_NOT_DONG = frozenset(
    [
        "chí",
        "bào",
        "chủ",
        "thời",
        "đội",
        "phạm",
        "minh",
        "hành",
        "ý",
        "thuận",
        "bộ",
        "hương",
        "nghiệp",
        "tình",
    ]
)
_PRIZES = frozenset(["nhất", "nhì", "ba", "tư"])
_MORE_ZH = ("多", "余", "几")
_BETWEEN_ZH = {
    "月": ("month", 1),
    "小": ("hour", 2),
    "世": ("century", 2),
    "星": ("week", 2),
    "季": ("quarter", 2),
}
_WITHIN = frozenset(["内", "之", "以", "后"])
_NOT_PERSON = frozenset(["民", "员", "大", "才", "口"])
_PARTS, _NOT_PROVINCE = frozenset("项条节款"), frozenset("道级市区界内外委政厅长份会")
_YEARS = range(1000, 3000)
_TEN = Decimal(10)
_HOUR_MINUTES, _MONTH_DAYS = 60, 31


class Measure(NamedTuple):
    """A number with its unit.

    Attributes:
        unit: Empty where the number counts nothing that is known.
        is_over: Whether 多, 余 or hơn stands behind the number.
        is_about: Whether the number is "mươi", about ten.
    """

    end: int
    number: Number
    amount: Decimal
    unit: str = ""
    is_over: bool = False
    is_about: bool = False


def read_measure(tokens: Tokens, index: int, language: Language) -> Measure | None:
    """Read a number and the unit, counter or noun behind it."""
    word = tokens.words[index]
    if language is ZH:
        number = _half(index) if word == "半" else read_number(tokens, index, language)
        return None if number is None else _with_unit_zh(tokens, number)
    if word == "mươi":
        end = index + 1 + (tokens.words[index + 1] == "lăm")
        return _with_unit_vi(tokens, Number(end, _TEN, is_word=True))._replace(is_about=True)
    if word == "chục":  # hơn chục hộ
        return _with_unit_vi(tokens, Number(index + 1, _TEN, has_scale=True))
    number = _half_vi(tokens, index) if word == "nửa" else read_number(tokens, index, language)
    return None if number is None else _with_unit_vi(tokens, number)


def _half(index: int) -> Number:
    return Number(index + 1, HALF, is_word=True)


def _half_vi(tokens: Tokens, index: int) -> Number:
    scale = VI_SCALES.get(tokens.words[index + 1])
    return _half(index) if scale is None else Number(index + 2, Decimal(scale) / 2, has_scale=True)


def _with_unit_vi(tokens: Tokens, number: Number) -> Measure:
    found = AFTER_NUMBER[VI].at(tokens, number.end)
    if found is None or _is_other_word(tokens, number, *found):
        return Measure(number.end, number, number.amount)
    end, unit = found
    if tokens.words[end] == "rưỡi":
        return Measure(end + 1, number, number.amount + HALF, unit)
    measure = Measure(end, number, number.amount, unit)
    return _with_minutes(tokens, measure, VI) if unit == "hour" else measure


def _is_other_word(tokens: Tokens, number: Number, end: int, unit: str) -> bool:
    if end != number.end + 1:
        return False
    after = tokens.words[end]
    if unit == "VND":
        return after in _NOT_DONG
    if unit == "giải":
        return after in _PRIZES  # 02 giải Ba
    if unit == "g":
        return tokens.raw(number.end, end) == "G"  # 5G is no weight
    # "hai ngày 27 và 28/8" names days; "00 ngày 26/12" ends a time.
    return unit == "day" and after.isdecimal() and tokens.words[end + 1] not in ("giờ", "đêm")


def _with_unit_zh(tokens: Tokens, number: Number) -> Measure:
    end, is_over = number.end, number.is_over
    if tokens.words[end] in _MORE_ZH and not is_over:
        end, is_over = end + 1, True
    if tokens.words[end] == "来" and not is_over and _is_round(number):
        about = _unit_zh(tokens, number, end + 1)
        return (
            Measure(number.end, number, number.amount)
            if about is None
            else Measure(about[0], number, number.amount, about[1], is_about=True)
        )
    between = _between(tokens, end) if tokens.words[end] == "个" else None
    if between is not None:
        at, unit, is_half = between
        amount = number.amount + HALF if is_half else number.amount
        return Measure(at, number, amount, unit, is_over or not is_half)
    found = _unit_zh(tokens, number, end)
    if found is None:
        # 3多 is no number; 1万多 is.
        keeps_more = number.has_scale or not is_over or number.is_over
        return Measure(end if keeps_more else number.end, number, number.amount, "", is_over and keeps_more)
    return _behind_unit_zh(tokens, number, *found, is_over=is_over)


def _is_round(number: Number) -> bool:
    # 十来天 and 20来人 are about so many; 3年来 has its 来 behind the unit.
    return not number.amount % 10 and number.amount > 0


def _between(tokens: Tokens, at: int) -> tuple[int, str, bool] | None:
    """Read 个半月 and 个多月: the half or the rest stands between the measure word and the unit."""
    words = tokens.words
    if words[at + 1] not in ("半", "多"):
        return None
    found = _BETWEEN_ZH.get(words[at + 2])
    return None if found is None else (at + 2 + found[1], found[0], words[at + 1] == "半")


def _unit_zh(tokens: Tokens, number: Number, end: int) -> tuple[int, str] | None:
    words = tokens.words
    word = words[end]
    if word == "日" and words[end + 1] != "元" and _is_count_of_days(tokens, number, end):
        return end + 1, "day"
    if word == "口" and words[end + 1] == "岸":
        return end + 2, "cửa khẩu"  # 一口岸, where 口 counts nobody
    if word == "载" and not words[number.end - 1].isdecimal():
        return end + 1, "year"
    if (word in _PARTS and _is_section(number.amount)) or (word == "级" and words[end + 1] == "警"):
        return None  # 4.2项 is a section, 三级警戒 a level
    found = AFTER_NUMBER[ZH].at(tokens, end)
    if found is None or (word == "方" and number.is_word and found[0] == end + 1):
        bare = BARE_ZH.get(word) if number.is_word or is_bare_province(tokens, end) else None
        return None if bare is None else (end + 1, bare)
    if found[0] > end + 1 and words[found[0] - 1] == "人" and words[found[0]] in _NOT_PERSON:
        return end + 1, "zh:个"  # 3个人民委员会
    if found[1] != "year" or word != "年":
        return found
    is_year = not number.has_scale and int(number.amount) in _YEARS and words[number.end - 1].isdecimal()
    return None if is_year else found


def is_bare_province(tokens: Tokens, at: int) -> bool:
    """Say whether 省 counts provinces behind digits: 5省全部, not 5省道."""
    return tokens.words[at] == "省" and tokens.words[at + 1] not in _NOT_PROVINCE


def _is_section(amount: Decimal) -> bool:
    return bool(amount % 1) and amount < 100 and not amount * 100 % 1


def _is_count_of_days(tokens: Tokens, number: Number, end: int) -> bool:
    """Say whether 日 counts: 15日内, 45日, 自签署之日起15日; a date otherwise."""
    before = tokens.words[number.end - 2] if number.end > 1 else ""
    return tokens.words[end + 1] in _WITHIN or number.amount > _MONTH_DAYS or before == "起"


def _behind_unit_zh(tokens: Tokens, number: Number, end: int, unit: str, *, is_over: bool) -> Measure:
    kind, amount = kind_of(unit), number.amount
    if tokens.words[end] == "半" and kind in ("duration", "mass", "length"):
        return Measure(end + 1, number, amount + HALF, unit, is_over)
    if tokens.words[end] in ("多", "余") and not is_over and kind != "count":
        return Measure(end + 1, number, amount, unit, is_over=True)
    if unit == "hour" and not is_over:
        return _with_minutes(tokens, Measure(end, number, amount, unit), ZH)
    return Measure(end, number, amount, unit, is_over)


def _with_minutes(tokens: Tokens, hours: Measure, language: Language) -> Measure:
    """Read 2小时30分钟 as two and a half hours, where that is exact."""
    number = read_number(tokens, hours.end, language)
    unit = None if number is None else AFTER_NUMBER[language].at(tokens, number.end)
    if number is None or unit is None or unit[1] != "minute" or number.amount * 5 % 3:
        return hours
    end = unit[0] + 2 * (tokens.words[unit[0] : unit[0] + 2] == ["đồng", "hồ"])
    return hours._replace(end=end, amount=hours.amount + number.amount / _HOUR_MINUTES)
