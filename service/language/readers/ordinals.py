"""Ordinals of meetings, terms, fairs and rounds, and places in a law."""

from service.core.languages import Language
from service.language.mentions import Ambiguity, Doubt, Reading
from service.language.nouns import NUMBERED, Numbered
from service.language.number_words import han_value, read_number, roman_value
from service.language.tokens import Phrases, Tokens
from service.language.values import Citation, Moment, Ordinal, Series

_MOST = 999
_NOUNS_VI = Phrases([(form, noun) for noun in NUMBERED.values() for form in noun.vi])
_NOUNS_ZH = Phrases([(noun.zh_joint + form, noun) for noun in NUMBERED.values() for form in noun.zh])
_LEADS_VI: Phrases[Series] = Phrases(
    [
        ("lần thứ", Series.SESSION), ("lần", Series.SESSION), ("khóa", Series.TERM), ("khóa thứ", Series.TERM),
        ("khoá", Series.TERM), ("thứ", Series.PLACE), ("vòng thứ", Series.ROUND), ("đợt thứ", Series.BATCH), ("kỳ thứ", Series.SESSION),
        ("nhiệm kỳ thứ", Series.TERM), ("nhiệm kỳ", Series.TERM), ("hạng", Series.PLACE),
    ]
)  # fmt: skip
_NEEDS_ROMAN = frozenset(["lần", "khóa", "nhiệm", "hạng"])
_FIRST_VI: Phrases[int] = Phrases([("lần đầu tiên", 1), ("lần đầu", 1), ("lần thứ nhất", 1)])
_FIRST_ZH: Phrases[int] = Phrases([("首次", 1), ("首届", 1), ("首轮", 1), ("头一次", 1)])
_JOINTS_ZH = {"次": Series.SESSION, "届": Series.TERM, "轮": Series.ROUND, "批": Series.BATCH, "回": Series.SESSION, "期": Series.SESSION}
_SPECIAL_VI = {"nhất": 1, "nhì": 2, "tư": 4}
_WEEKDAY_MOST = 7


def read_ordinal(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read lần thứ 9, khóa XV, Phiên họp lần thứ 10, 第九次会议, 第十五届.

    Source:
        numbers.md, rule 8.
    """
    return _vi(tokens, index) if language is Language.VI else _zh(tokens, index)


def _vi(tokens: Tokens, index: int) -> Reading | None:
    first = _FIRST_VI.at(tokens, index)
    if first is not None and tokens.words[first[0] - 1] != "nhất":
        return Reading(first[0], Ordinal(1, Series.SESSION), is_soft=True)
    noun = _NOUNS_VI.at(tokens, index)
    if noun is not None:
        return _after_noun(tokens, *noun)
    lead = _LEADS_VI.at(tokens, index)
    if lead is None:
        return None
    number = _number_vi(tokens, lead[0], needs_roman=tokens.words[lead[0] - 1] in _NEEDS_ROMAN)
    if number is None:
        return None
    value = Ordinal(number[1], lead[1])
    return Reading(number[0], value, _weekday_doubt(tokens, index, value))


def _weekday_doubt(tokens: Tokens, index: int, value: Ordinal) -> tuple[Ambiguity, ...]:
    if tokens.words[index] != "thứ" or not 2 <= value.number <= _WEEKDAY_MOST:  # noqa: PLR2004 - thứ hai is Monday
        return ()
    if tokens.words[index + 1] == "tư":
        value = Ordinal(4, value.series)
    return (Ambiguity(Doubt.WEEKDAY_OR_ORDINAL, (value, Moment(weekday=value.number - 1))),)


def _after_noun(tokens: Tokens, end: int, noun: Numbered) -> Reading | None:
    lead = _LEADS_VI.at(tokens, end)
    if lead is not None:
        number = _number_vi(tokens, lead[0], needs_roman=False)
        if number is None:
            return None
        series = Series.FAIR if noun.series is Series.FAIR and lead[1] is Series.SESSION else _series(noun, lead[1])
        return Reading(number[0], Ordinal(number[1], series, noun.id if series is noun.series else ""))
    roman = roman_value(tokens.words[end])
    if roman is None or not tokens.raw(end, end + 1).isupper():
        return None
    return Reading(end + 1, Ordinal(roman, noun.series, noun.id))


def _series(noun: Numbered, lead: Series) -> Series:
    return noun.series if lead in (Series.PLACE, noun.series) else lead


def _number_vi(tokens: Tokens, index: int, *, needs_roman: bool) -> tuple[int, int] | None:
    word = tokens.words[index]
    roman = roman_value(word)
    if roman is not None and tokens.raw(index, index + 1).isupper():
        return index + 1, roman
    if word in _SPECIAL_VI:
        return None if needs_roman else (index + 1, _SPECIAL_VI[word])
    number = read_number(tokens, index, Language.VI)
    if number is None or not 1 <= number.amount <= _MOST or number.amount % 1 or number.has_scale:
        return None
    if needs_roman and (number.is_word or not word.isdecimal()):
        return None
    return number.end, int(number.amount)


def _zh(tokens: Tokens, index: int) -> Reading | None:
    first = _FIRST_ZH.at(tokens, index)
    if first is not None:
        series = Series.FAIR if tokens.words[first[0] - 1] == "届" else Series.SESSION
        return Reading(first[0], Ordinal(1, series), is_soft=True)
    if tokens.words[index] != "第":
        return _short_congress(tokens, index)
    number = _number_zh(tokens, index + 1)
    if number is None:
        return None
    end, value = number
    noun = _NOUNS_ZH.at(tokens, end)
    if noun is not None and (tokens.words[end] in _JOINTS_ZH):
        return Reading(noun[0], Ordinal(value, _series_zh(noun[1]), noun[1].id))
    series = _JOINTS_ZH.get(tokens.words[end])
    if series is None:
        return Reading(end, Ordinal(value, Series.PLACE))
    return Reading(end + 1, Ordinal(value, series))


def _series_zh(noun: Numbered) -> Series:
    return noun.series


def _number_zh(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.words[index]
    value = int(word) if word.isdecimal() and len(word) <= 3 else han_value(word)  # noqa: PLR2004 - up to 999
    return (index + 1, value) if value is not None and 1 <= value <= _MOST else None


def _short_congress(tokens: Tokens, index: int) -> Reading | None:
    """Read 十三大: the thirteenth congress of a party."""
    value = han_value(tokens.words[index])
    is_congress = value is not None and 10 < value < 100 and tokens.words[index + 1] == "大"  # noqa: PLR2004
    if not is_congress or value is None or (tokens.words[index + 2] and tokens.words[index + 2] in "国道洋学型会项重"):
        return None
    return Reading(index + 2, Ordinal(value, Series.SESSION, "Đại hội"))


_ZH_LEVELS = {"条": "article", "款": "clause", "项": "point", "点": "point"}


def read_citation(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read điểm a khoản 2 Điều 23 and 第23条第2款a项; the letter of the point stays.

    Source:
        numbers.md, rule 13; Luật 80/2015/QH13, điều 8 (article, clause, point).
    """
    return _citation_vi(tokens, index) if language is Language.VI else _citation_zh(tokens, index)


def _citation_vi(tokens: Tokens, index: int) -> Reading | None:
    words, at, end = tokens.words, index, index
    point, clause, article = "", None, None
    if words[at] == "điểm" and words[at + 1].isalpha() and len(words[at + 1]) == 1 and words[at + 2] in ("khoản", ",", ""):
        point, at = words[at + 1], at + 2
        at += words[at] == ","
        end = at
    if words[at] == "khoản" and words[at + 1].isdecimal() and len(words[at + 1]) <= 2:  # noqa: PLR2004
        clause, end = int(words[at + 1]), at + 2
        at = end + (words[end] == ",")
    if words[at] == "điều" and words[at + 1].isdecimal() and len(words[at + 1]) <= 3:  # noqa: PLR2004
        article, end = int(words[at + 1]), at + 2
    if clause is None and article is None:
        return None
    return Reading(end, Citation(article, clause, point))


def _citation_zh(tokens: Tokens, index: int) -> Reading | None:
    found: dict[str, int | str] = {}
    end = index
    for level in ("条", "款", "项"):
        part = _level_zh(tokens, end, level)
        if part is not None:
            end, found[_ZH_LEVELS[level]] = part
    if "article" not in found and "clause" not in found:
        return None
    article, clause, point = (found.get(name) for name in ("article", "clause", "point"))
    return Reading(
        end,
        Citation(
            article if isinstance(article, int) else None,
            clause if isinstance(clause, int) else None,
            "" if point is None else str(point),
        ),
    )


def _level_zh(tokens: Tokens, index: int, level: str) -> tuple[int, int | str] | None:
    words = tokens.words
    if level == "项" and words[index].isalpha() and words[index].isascii() or words[index] == "đ":
        letter = words[index]
        return (index + 2, letter) if len(letter) == 1 and words[index + 1] in ("项", "点") else None
    if words[index] != "第":
        return None
    at = index + 1 + (words[index + 1] == "(")
    number = _number_zh(tokens, at)
    if number is None:
        letter = words[at]
        is_letter = level == "项" and len(letter) == 1 and (letter.isascii() or letter == "đ") and letter.isalpha()
        return (at + 2, letter) if is_letter and words[at + 1] in ("项", "点") else None
    after = number[0] + (words[number[0]] == ")")
    return (after + 1, number[1]) if words[after] == level else None
