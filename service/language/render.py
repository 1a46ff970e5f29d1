"""Write any value in either language; the other half of parse."""

from functools import singledispatch

from service.core.languages import Language
from service.core.message import BienbanError, message
from service.language.equivalents import FIRST, JUBILEE
from service.language.nouns import CODE_HEADS, NUMBERED
from service.language.numerals import han_number, roman_numeral
from service.language.phrases import FIXED
from service.language.readers.markers import write_markers
from service.language.units import UNITS
from service.language.values import (
    ChangeTimes,
    Citation,
    Citations,
    Days,
    Fixed,
    Fraction,
    Identifier,
    Moment,
    Multiple,
    Ordinal,
    Period,
    Quantity,
    Ratio,
    Series,
    Span,
    Vague,
    Value,
)
from service.language.writers import dates, quantities
from service.language.writers.dates import Style

__all__ = ["AmbiguousValue", "Style", "render"]

_ROMAN_MOST = 39
_JOINTS_VI = {
    Series.SESSION: "lần thứ",
    Series.TERM: "khóa",
    Series.FAIR: "lần thứ",
    Series.ROUND: "vòng thứ",
    Series.BATCH: "đợt thứ",
    Series.PLACE: "thứ",
}
_JOINTS_ZH = {
    Series.SESSION: "次",
    Series.TERM: "届",
    Series.FAIR: "届",
    Series.ROUND: "轮",
    Series.BATCH: "批",
    Series.PLACE: "",
}
# A mẫu is 3,600 m² in the north and 4,970 m² in the centre; 亩 is 667 m².
_VIETNAMESE_FIELDS = frozenset(["mau", "sao"])
_FIRST_WRITTEN = {Language.VI: ("đầu tiên", "lần đầu tiên"), Language.ZH: ("首个", "首次")}
_FIRST_NOUNS = frozenset(["giải", "tuần"])
_ROMAN_NOUNS = frozenset(["Chương"])
_PATTERNS_ZH = {
    "Phụ lục": "附件{}",
    "Hội nghị Trung ương": "{}中全会",
    "giải": "{}等奖",
    "báo động": "{}级警戒水位",
    "Quy hoạch 5 năm": "第{}个五年规划",
}


class AmbiguousValue(BienbanError):
    """A value that must be asked about before it can be written in the other language."""


def render(value: Value, language: Language, style: Style = Style.RUNNING) -> str:
    """Write a value as papers of a language do.

    Args:
        value: Any value that `parse` gives.
        language: The language to write.
        style: The document style pads days and months in vi; the closing style writes zh dates in Han
            numerals.

    Raises:
        AmbiguousValue: "tăng 2 lần" and "giảm 2 lần", whose readings differ; mẫu and sào in zh.

    Source:
        numbers.md; the accepted other forms are known to `compare`, one form is written.
    """
    if (
        language is Language.ZH
        and isinstance(value, (Quantity, Vague, Ratio))
        and value.unit in _VIETNAMESE_FIELDS
    ):
        raise AmbiguousValue(
            message(
                "{unit} is another area in each region of Vietnam; give the area in ha or m²",
                unit=UNITS[value.unit].vi[0],
            )
        )
    return _write(value, language, style)


@singledispatch
def _write(value: Value, language: Language, style: Style) -> str:
    raise TypeError(value, language, style)


@_write.register
def _(value: Quantity, language: Language, _style: Style) -> str:
    return quantities.write_quantity(value, language)


@_write.register
def _(value: Vague, language: Language, _style: Style) -> str:
    return quantities.write_vague(value, language)


@_write.register
def _(value: Multiple, language: Language, _style: Style) -> str:
    return quantities.write_multiple(value, language)


@_write.register
def _(value: ChangeTimes, _language: Language, _style: Style) -> str:
    raise AmbiguousValue(
        message(
            "a change of {times} times can mean two amounts; say to how many times, or by how many percent",
            times=value.times,
        )
    )


@_write.register
def _(value: Fraction, language: Language, _style: Style) -> str:
    return quantities.write_fraction(value, language)


@_write.register
def _(value: Ratio, language: Language, _style: Style) -> str:
    return quantities.write_ratio(value, language)


@_write.register
def _(value: Moment, language: Language, style: Style) -> str:
    return dates.write_moment(value, language, style)


@_write.register
def _(value: Period, language: Language, style: Style) -> str:
    return dates.write_period(value, language, style)


@_write.register
def _(value: Span, language: Language, style: Style) -> str:
    return dates.write_span(value, language, style)


@_write.register
def _(value: Days, language: Language, style: Style) -> str:
    return dates.write_days(value, language, style)


@_write.register
def _(value: Ordinal, language: Language, _style: Style) -> str:
    if value.series is Series.CENTURY:
        roman = roman_numeral(value.number) if value.number <= _ROMAN_MOST else str(value.number)
        return f"thế kỷ {roman}" if language is Language.VI else f"{value.number}世纪"
    if value.noun == FIRST:
        return _FIRST_WRITTEN[language][value.series is Series.SESSION]
    noun = NUMBERED.get(value.noun)
    if language is Language.ZH:
        if noun is not None and noun.id in _PATTERNS_ZH:
            return _PATTERNS_ZH[noun.id].format(han_number(value.number))
        if noun is not None and noun.id == JUBILEE:
            return f"纪念{value.number}周年"
        joint = _JOINTS_ZH[value.series] if noun is None else noun.zh_joint
        return f"第{han_number(value.number)}{joint}{noun.zh[0] if noun else ''}"
    joint = _JOINTS_VI[value.series] if noun is None else noun.vi_joint
    is_roman = joint == "khóa" and value.number <= _ROMAN_MOST
    number = roman_numeral(value.number) if is_roman else str(value.number)
    if value.number == 1 and (joint.endswith("thứ") or (noun is not None and noun.id in _FIRST_NOUNS)):
        number = "Nhất" if noun and noun.id == "giải" else "nhất"
    if noun is not None and noun.id in _ROMAN_NOUNS and value.number <= _ROMAN_MOST:
        number = roman_numeral(value.number)
    return " ".join(part for part in (noun.vi[0] if noun else "", joint, number) if part)


@_write.register
def _(value: Citation, language: Language, _style: Style) -> str:
    if language is Language.ZH:
        article = f"第{value.article}条" if value.article else ""
        clause = f"第{value.clause}款" if value.clause else ""
        return article + clause + (f"{value.point}项" if value.point else "")
    point = f"điểm {value.point}" if value.point else ""
    clause = f"khoản {value.clause}" if value.clause else ""
    article = f"Điều {value.article}" if value.article else ""
    return " ".join(part for part in (point, clause, article) if part)


@_write.register
def _(value: Citations, language: Language, _style: Style) -> str:
    clauses = [place.clause for place in value.places if place.clause is not None]
    articles = [place.article for place in value.places if place.article is not None]
    *heads, last = map(str, clauses or articles)
    article = value.places[0].article
    if language is Language.ZH:
        numbers = f"{heads[0]}至{last}" if value.is_range else f"{'、'.join(heads)}和{last}"
        return f"第{article}条第{numbers}款" if clauses else f"第{numbers}条"
    level = "khoản" if clauses else "Điều"
    if value.is_range:
        named = f"từ {level} {heads[0]} đến {level} {last}"
    else:
        named = f"{level if clauses else 'các Điều'} {', '.join(heads)} và {last}"
    return f"{named} Điều {article}" if clauses else named


@_write.register
def _(value: Identifier, language: Language, _style: Style) -> str:
    head = CODE_HEADS.get(value.head)
    if head is None:
        return value.code
    if language is Language.ZH:
        pattern = "第{}号" if head.id == "no" and not value.code.isdecimal() else head.zh
        return pattern.format(_code(value, language))
    number = " số" if head.needs_marks and head.id in ("law", "decree", "resolution", "decision") else ""
    return f"{head.vi[0]}{number} {_code(value, language)}"


def _code(value: Identifier, language: Language) -> str:
    return write_markers(value.code, language) if value.head == "marker" else value.code


@_write.register
def _(value: Fixed, language: Language, _style: Style) -> str:
    phrase = FIXED[value.phrase]
    return (phrase.vi if language is Language.VI else phrase.zh)[0]
