"""Quantities, vague counts, shares and multiples in either language."""

from dataclasses import replace
from decimal import Decimal

from service.core.languages import Language
from service.language.counters import COUNTERS, IN_WORDS
from service.language.han_numerals import ZH_SCALES
from service.language.numerals import han_count, han_number, vi_word
from service.language.units import SAID_AS, UNITS, kind_of, per_form
from service.language.values import Bound, Change, Fraction, Multiple, Quantity, Ratio, Vague
from service.language.writers.numbers import split_scale, write_digits, write_number

_BOUNDS = {
    Language.VI: {
        Bound.OVER: "hơn ",
        Bound.NEARLY: "gần ",
        Bound.ABOUT: "khoảng ",
        Bound.CLOSE: "xấp xỉ ",
        Bound.AT_LEAST: "không dưới ",
        Bound.AT_MOST: "không quá ",
        Bound.UNDER: "chưa đến ",
        Bound.EXACT: "",
    },
    Language.ZH: {
        Bound.OVER: "超过",
        Bound.NEARLY: "近",
        Bound.ABOUT: "约",
        Bound.CLOSE: "约",  # zh has no word for "a little less or more"
        Bound.AT_LEAST: "不少于",
        Bound.AT_MOST: "不超过",
        Bound.UNDER: "不到",
        Bound.EXACT: "",
    },
}
_RELATIVE = frozenset(["percent", "permille", "point"])
_IN_WORDS_MOST = 10
_TEN = 10
_HALF = Decimal("0.5")
_HALVED_ZH = {"year": "半年", "month": "半个月", "day": "半天", "hour": "半小时", "century": "半个世纪"}


def write_quantity(value: Quantity, language: Language) -> str:
    """Write a quantity with its bound, unit, rate, change and range.

    Source:
        numbers.md, rules 1 to 4, 7, 8 and 10.
    """
    said_as = SAID_AS.get((language, value.unit))
    if said_as is not None:
        unit, factor = said_as
        high = None if value.high is None else value.high * factor
        value = replace(value, unit=unit, amount=_stripped(value.amount * factor), high=high)
    return _vi(value) if language is Language.VI else _zh(value)


def _stripped(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _vi(value: Quantity) -> str:
    unit = unit_form(value.unit, Language.VI)
    gap = "" if value.unit in ("percent", "permille") or not unit else " "
    body = (
        _vi_range(value, gap + unit)
        if value.high is not None
        else write_number(value.amount, Language.VI) + gap + unit
    )
    rate = "".join("/" + per_form(per, Language.VI) for per in value.per)
    if value.amount == _HALF and value.unit in _HALVED_ZH and value.high is None:
        body = f"nửa {unit_form(value.unit, Language.VI)}"
    change = {Change.UP: "tăng ", Change.DOWN: "giảm ", None: ""}[value.change]
    is_age = value.unit == "age" and value.bound is Bound.AT_LEAST and value.high is None
    bound = "từ đủ " if is_age else _BOUNDS[Language.VI][value.bound]
    same = " so với cùng kỳ năm trước" if value.same_period else ""
    past = ("trong ", " qua") if value.past else ("", "")
    return change + past[0] + bound + body + rate + past[1] + same


def _vi_range(value: Quantity, unit: str) -> str:
    ends = (value.amount, value.high or value.amount)
    low, high = (split_scale(end, Language.VI) for end in ends)
    if value.unit in _RELATIVE:
        return "-".join(write_digits(end, Language.VI) + unit for end in ends)
    if low[1] == high[1]:
        return f"{low[0]}-{high[0]}{' ' + low[1] if low[1] else ''}{unit}"
    if not unit:
        return "-".join(write_digits(end, Language.VI) for end in ends)
    return "từ " + " đến ".join(write_number(end, Language.VI) + unit for end in ends)


def unit_form(unit: str, language: Language) -> str:
    """Write a unit, or a measure word with its noun, as it stands behind a number."""
    if unit in UNITS:
        # yến and lạng have no word in zh; as amounts they are told in kilograms (SAID_AS).
        return (UNITS[unit].vi if language is Language.VI else UNITS[unit].zh or UNITS[unit].vi)[0]
    counter = COUNTERS.get(unit)
    if counter is None:
        return ""
    if language is Language.VI:
        return counter.vi[0] if counter.vi else ""
    return counter.measures[0] + (counter.zh[0] if counter.zh else "")


def _zh(value: Quantity) -> str:
    per = "".join("每" + per_form(unit, Language.ZH) for unit in value.per)
    same = "同比" if value.same_period else ""
    return per + same + _zh_change(value) + ("过去" if value.past else "") + _zh_body(value)


def _zh_change(value: Quantity) -> str:
    if value.change is None:
        return ""
    is_relative = value.unit in _RELATIVE
    return {
        (Change.UP, True): "增长",
        (Change.UP, False): "增加",
        (Change.DOWN, True): "下降",
        (Change.DOWN, False): "减少",
    }[value.change, is_relative]


def _zh_body(value: Quantity) -> str:
    unit = unit_form(value.unit, Language.ZH)
    if value.high is not None:
        return _BOUNDS[Language.ZH][value.bound] + _zh_range(value, unit)
    words = _zh_in_words(value)
    if words:
        return words
    if value.bound is Bound.OVER and value.amount != _HALF:
        return _zh_over(value, unit)
    bound = _BOUNDS[Language.ZH][value.bound]
    if value.unit == "age" and value.bound is Bound.AT_LEAST:
        bound, unit = "年满", "周岁"
    if value.amount == _HALF and value.unit in _HALVED_ZH:
        return bound + _HALVED_ZH[value.unit]
    if value.bound is Bound.NEARLY and kind_of(value.unit) == "duration":
        bound = "将近"  # 近3年 is also the last three years
    return bound + write_number(value.amount, Language.ZH) + unit


def _zh_in_words(value: Quantity) -> str:
    """Write 两国, 五省, 十六字 and 过去三年, where papers write no Arabic digits."""
    is_small = value.amount == value.amount.to_integral_value() and 1 <= value.amount <= _IN_WORDS_MOST
    if value.bound is not Bound.EXACT or value.per or value.change is not None:
        return ""
    if value.unit in IN_WORDS and (
        is_small or (value.unit == "chữ" and 0 < value.amount < 100 and value.amount % 1 == 0)
    ):
        return han_count(int(value.amount)) + IN_WORDS[value.unit]
    if value.past and is_small:
        return han_count(int(value.amount)) + unit_form(value.unit, Language.ZH)
    return ""


def _zh_range(value: Quantity, unit: str) -> str:
    high = value.high or value.amount
    if value.unit in _RELATIVE:
        return f"{write_digits(value.amount, Language.ZH)}{unit}—{write_digits(high, Language.ZH)}{unit}"
    if split_scale(value.amount, Language.ZH)[1] != split_scale(high, Language.ZH)[1] and unit:
        return f"{write_number(value.amount, Language.ZH)}{unit}至{write_number(high, Language.ZH)}{unit}"
    if not unit:
        return f"{write_digits(value.amount, Language.ZH)}—{write_digits(high, Language.ZH)}"
    return f"{write_number(value.amount, Language.ZH)}—{write_number(high, Language.ZH)}{unit}"


def _zh_over(value: Quantity, unit: str) -> str:
    """Write hơn: 100多名, 420多亿, 1亿多, 3年多, and 超过 wherever 多 cannot stand.

    Source:
        numbers.md, rule 4.
    """
    digits, scale = split_scale(value.amount, Language.ZH)
    is_whole = digits.isdecimal()
    if (
        is_whole
        and len(digits) > 1
        and digits.endswith("0")
        and (scale or unit)
        and value.unit not in _RELATIVE
    ):
        return f"{digits}多{scale}{unit}"
    if is_whole and scale:
        return f"{digits}{scale}多{unit}"
    if is_whole and kind_of(value.unit) == "duration" and value.amount < _TEN:
        return (
            f"{digits}个多{unit[1:]}"
            if unit[0] == "个" and value.unit in ("month", "hour")
            else f"超过{digits}{unit}"
            if unit[0] == "个"
            else f"{digits}{unit}多"
        )
    return f"超过{digits}{scale}{unit}"


_VAGUE_VI = dict(zip((1, 10, 100, 1000), ("", "chục", "trăm", "nghìn"), strict=True))
_VAGUE_VI |= {10**4: "vạn", 10**5: "trăm nghìn", 10**6: "triệu", 10**7: "chục triệu", 10**8: "trăm triệu"}
_VAGUE_VI |= {10**9: "tỷ", 10**10: "chục tỷ", 10**11: "trăm tỷ", 10**12: "nghìn tỷ"}
_VAGUE_ZH = {factor: name for name, factor in ZH_SCALES.items() if name[0] not in "万亿" or len(name) == 1}
_VAGUE_ZH[10**12] = "万亿"


def write_vague(value: Vague, language: Language) -> str:
    """Write vài người, năm sáu người, hàng trăm xe; 几个, 五六人, 数百辆."""
    unit = unit_form(value.unit, language)
    scale = int(value.scale)
    if language is Language.ZH:
        name = _VAGUE_ZH.get(scale, "")
        if value.low is None or value.high is None:
            return "数" + name + unit
        # 两三个, 两三百人, but 二三十人.
        low = han_number(value.low) if scale == _TEN else han_count(value.low)
        return low + han_number(value.high) + name + unit
    name = _VAGUE_VI.get(scale, "")
    if value.low is not None and value.high is not None:
        lead = f"{vi_word(value.low)} {vi_word(value.high)}"
    else:
        lead = "hàng" if name else "vài"
    return " ".join(part for part in (lead, name, unit) if part)


def write_fraction(value: Fraction, language: Language) -> str:
    """Write một phần ba, 三分之一; a half is một nửa, 一半."""
    bound = _BOUNDS[language][value.bound]
    if (value.part, value.whole) == (1, 2):
        return bound + ("một nửa" if language is Language.VI else "一半")
    if language is Language.ZH:
        return f"{bound}{han_number(value.whole)}分之{han_number(value.part)}"
    whole = "tư" if value.whole == 4 else vi_word(value.whole)
    return f"{bound}{vi_word(value.part)} phần {whole}"


def write_ratio(value: Ratio, language: Language) -> str:
    """Write 34/34 xã, 全部34个乡, 15个乡中的12个."""
    part, whole = (write_digits(number, language) for number in (value.part, value.whole))
    if value.unit == ":":
        return f"tỷ lệ {part}/{whole}" if language is Language.VI else f"{part}∶{whole}"
    unit = unit_form(value.unit, language)
    if language is Language.VI or not unit:
        return f"{part}/{whole} {unit}".rstrip()
    if value.part == value.whole:
        return f"全部{whole}{unit}"
    counter = COUNTERS.get(value.unit)
    return f"{whole}{unit}中的{part}{counter.measures[0] if counter else unit}"


def write_multiple(value: Multiple, language: Language) -> str:
    """Write gấp 2 lần, gấp đôi; 为原来的2倍, 翻一番.

    Source:
        numbers.md, rule 11.
    """
    return _multiple_vi(value) if language is Language.VI else _multiple_zh(value)


def _multiple_vi(value: Multiple) -> str:
    if (
        value.ratio == Decimal("0.5")
        and value.bound is Bound.EXACT
        and not value.same_period
        and value.base_year is None
        and value.high is None
    ):
        return "giảm một nửa"
    same = " cùng kỳ năm trước" if value.same_period else f" năm {value.base_year}" if value.base_year else ""
    if value.doubling and value.ratio == 2 and value.bound is Bound.EXACT and value.high is None:
        return f"gấp đôi{' so với' if same else ''}{same}"
    high = "" if value.high is None else f"-{write_digits(value.high, Language.VI)}"
    return f"gấp {_BOUNDS[Language.VI][value.bound]}{write_digits(value.ratio, Language.VI)}{high} lần{same}"


def _multiple_zh(value: Multiple) -> str:
    if value.high is not None:
        low, high = (write_digits(end, Language.ZH) for end in (value.ratio, value.high))
        return f"为{_base_zh(value)}的{_BOUNDS[Language.ZH][value.bound]}{low}至{high}倍"
    if value.doubling and value.bound is Bound.EXACT and value.base_year is None:
        word = {Decimal(2): "翻一番", Decimal(4): "翻两番", Decimal("0.5"): "减半"}.get(value.ratio)
        if word:
            return ("同比" if value.same_period else "") + word
    digits = write_digits(value.ratio, Language.ZH)
    if value.bound is Bound.OVER:
        is_round = digits.isdecimal() and digits.endswith("0")
        return f"为{_base_zh(value)}的{digits}" + ("多倍" if is_round else "倍多")
    return f"为{_base_zh(value)}的{_BOUNDS[Language.ZH][value.bound]}{digits}倍"


def _base_zh(value: Multiple) -> str:
    return "上年同期" if value.same_period else f"{value.base_year}年" if value.base_year else "原来"
