"""Quarters, half-years and the first months of a year."""

from service.core.languages import Language
from service.language.han_numerals import han_value
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.numerals import roman_value
from service.language.openings import ANY_NUMERAL, Seconds, merged, seconds_of
from service.language.readers.clocks import small_number
from service.language.tokens import NO_DATE, Phrases, Tokens, fold_token
from service.language.values import Period

_QUARTER_VI = fold_token("quý")
_MONTHS, _QUARTERS, _YEAR_DIGITS = 12, 4, 4
_HALVES_VI: Phrases[tuple[int, int]] = Phrases(
    [
        ("nửa đầu năm", (1, 6)),
        ("nửa năm đầu", (1, 6)),
        ("nửa cuối năm", (7, 12)),
        ("nửa sau năm", (7, 12)),
        ("nửa năm cuối", (7, 12)),
    ]
)
_HALVES_ZH: Phrases[tuple[int, int]] = Phrases(
    [("上半年", (1, 6)), ("下半年", (7, 12)), ("前半年", (1, 6)), ("后半年", (7, 12))]
)
_YEARS = range(1000, 3000)
_RELATIVE = frozenset(["nay", "ngoái", "trước", "sau", "tới"])
_JOINTS_ZH, _TO_ZH = frozenset(["-", "至", "到", "、", "和"]), frozenset(["-", "至", "到"])

STARTS = {
    VI: _HALVES_VI.firsts | {_QUARTER_VI, "từ"},
    ZH: _HALVES_ZH.firsts | {"第", "前", "头", "后"},
}
_COUNTED = frozenset([ANY_NUMERAL])
SECONDS: dict[Language, Seconds] = {
    VI: {"từ": frozenset([_QUARTER_VI])},
    ZH: merged(seconds_of([_HALVES_ZH]), dict.fromkeys("第前头后", _COUNTED)),
}
# What may stand behind a numeral that begins what is read here.
FOLLOWERS: dict[Language, frozenset[str]] = {
    VI: frozenset(["tháng", _QUARTER_VI]),
    ZH: frozenset(["年", "季", *_JOINTS_ZH, "-" + NO_DATE]),
}


def read_period(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read quý I/2024, 6 tháng đầu năm, 2024年第一季度, 前9个月.

    Source:
        numbers.md, rule 5.
    """
    if language is VI:
        return _quarter_vi(tokens, index) or _half_vi(tokens, index) or _months_vi(tokens, index)
    at, year = _year_before(tokens, index)
    return _half_zh(tokens, at, year) or _quarter_zh(tokens, at, year) or _months_zh(tokens, at, year)


def _quarter_vi(tokens: Tokens, index: int) -> Reading | None:
    words = tokens.words
    is_from = words[index] == "từ"
    index += is_from
    if words[index] != _QUARTER_VI:
        return None
    first = _quarter_number(tokens, index + 1)
    if first is None:
        return None
    end, number = first
    last = number
    if words[end] in ("-", "đến", "và"):
        second = _quarter_number(tokens, end + 1 + (words[end + 1] == _QUARTER_VI))
        if second is not None and second[1] > number and (words[end] != "và" or second[1] == number + 1):
            end, last = second
    if is_from and last == number:
        return None
    end, year = year_behind(tokens, end)
    return Reading(end, Period(year, 3 * number - 2, 3 * last))


def _quarter_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.words[index]
    roman = roman_value(word)
    found = (index + 1, roman) if roman else small_number(tokens, index, VI, _QUARTERS)
    if found is None and word in ("nhất", "đầu", "tư"):
        found = (index + 1, 4 if word == "tư" else 1)
    return found if found is not None and 1 <= found[1] <= _QUARTERS else None


def year_behind(tokens: Tokens, end: int) -> tuple[int, int | None]:
    """Read "năm 2024" or "/2024" behind a quarter or half-year."""
    words = tokens.words
    at = end + (words[end] in (",", "của"))
    if words[at] in ("năm", "/", "-", "."):
        word = words[at + 1]
        if word.isdecimal() and len(word) == _YEAR_DIGITS and int(word) in _YEARS:
            return at + 2, int(word)
    return end, None


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR_DIGITS and int(word) in _YEARS


def _half_vi(tokens: Tokens, index: int) -> Reading | None:
    half = _HALVES_VI.at(tokens, index)
    if half is None:
        return None
    end, (first, last) = half
    is_year_word = tokens.words[end - 1] == "năm"
    end, year = year_behind(tokens, end - is_year_word)
    is_left = year is None and is_year_word and not _is_relative(tokens, end)
    return Reading(end + is_left, Period(year, first, last))


def _is_relative(tokens: Tokens, at: int) -> bool:
    """Say whether "năm" belongs to năm nay or năm ngoái, which is a mention of its own."""
    return tokens.words[at + 1] in _RELATIVE


def _months_vi(tokens: Tokens, index: int) -> Reading | None:
    """Read 9 tháng (đầu) năm 2023 and 6 tháng cuối năm."""
    words = tokens.words
    count = small_number(tokens, index, VI, _MONTHS - 1)
    if count is None or not count[1]:
        return None
    unit = {"tháng": 1, _QUARTER_VI: 3}.get(words[count[0]])
    if unit is None or count[1] * unit >= _MONTHS:
        return None
    at, months = count[0] + 1, count[1] * unit
    place = words[at] if words[at] in ("đầu", "cuối") else ""
    end, year = year_behind(tokens, at + bool(place))
    if year is None and place and _is_year(words[at + 1]):
        end, year = at + 2, int(words[at + 1])
    if year is None:
        if not place or words[at + 1] != "năm":
            return None
        end = at + 1 + (not _is_relative(tokens, at + 1))
    if place == "cuối":
        return Reading(end, Period(year, _MONTHS + 1 - months, _MONTHS))
    return Reading(end, Period(year, 1, months))


def _year_before(tokens: Tokens, index: int) -> tuple[int, int | None]:
    word = tokens.words[index]
    if (
        word.isdecimal()
        and len(word) == _YEAR_DIGITS
        and tokens.words[index + 1] == "年"
        and int(word) in _YEARS
    ):
        return index + 2, int(word)
    return index, None


def _half_zh(tokens: Tokens, at: int, year: int | None) -> Reading | None:
    half = _HALVES_ZH.at(tokens, at)
    return None if half is None else Reading(half[0], Period(year, *half[1]))


def _quarter_zh(tokens: Tokens, at: int, year: int | None) -> Reading | None:
    words = tokens.words
    at += words[at] == "第"
    number = small_number(tokens, at, ZH, _QUARTERS)
    if number is None or not number[1]:
        return None
    end, last = number[0], number[1]
    at = end + 2 * (words[end : end + 2] == ["季", "度"])
    if words[at] in (_JOINTS_ZH if at == end else _TO_ZH):
        second = small_number(tokens, at + 1 + (words[at + 1] == "第"), ZH, _QUARTERS)
        if second is not None and words[second[0]] == "季":
            end, last = second
    if words[end : end + 2] != ["季", "度"] or last < number[1]:
        return None
    return Reading(end + 2, Period(year, 3 * number[1] - 2, 3 * last))


def _months_zh(tokens: Tokens, at: int, year: int | None) -> Reading | None:
    """Read 前9个月, 前三季度 and 后6个月."""
    words = tokens.words
    place = words[at]
    if place not in ("前", "头", "后"):
        return None
    count = small_number(tokens, at + 1, ZH, _MONTHS - 1) or _han_alone(tokens, at + 1)
    if count is None or not count[1]:
        return None
    unit = {("个", "月"): 1, ("季", "度"): 3, ("个", "季"): 3}.get((words[count[0]], words[count[0] + 1]))
    if unit is None or count[1] * unit >= _MONTHS:
        return None
    end = count[0] + 2 + (words[count[0]] == "个" and words[count[0] + 1] == "季")
    months = count[1] * unit
    period = Period(year, _MONTHS + 1 - months, _MONTHS) if place == "后" else Period(year, 1, months)
    return Reading(end, period)


def _han_alone(tokens: Tokens, index: int) -> tuple[int, int] | None:
    value = han_value(tokens.words[index])
    return None if value is None else (index + 1, value)
