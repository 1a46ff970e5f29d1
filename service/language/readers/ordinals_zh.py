"""Ordinals in Chinese: 第九次会议, 第24届, 首次, 一是, 三中全会, 十四五."""

from service.language.equivalents import FIRST, PLAN
from service.language.han_numerals import han_value
from service.language.members import ZH
from service.language.mentions import Reading
from service.language.nouns import NUMBERED
from service.language.numerals import roman_value
from service.language.openings import ANY_NUMERAL, Seconds, merged, seconds_of
from service.language.tokens import Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Ordinal, Series

_MOST = 999
_NOUNS_ZH = Phrases([(noun.zh_joint + form, noun) for noun in NUMBERED.values() for form in noun.zh])
_FIRST_ZH: Phrases[int] = Phrases(
    [("首次", 1), ("首届", 1), ("首轮", 1), ("头一次", 1), ("首个", 1), ("首批", 1), ("首条", 1), ("首家", 1)]
)
# 再次 is also "again": only a comma behind it makes it the third of a list.
_LISTED_ZH = {"首先": 1, "其次": 2, "再次": 3}
_LISTED: Phrases[int] = Phrases(_LISTED_ZH.items())
_PRIZE: Phrases[bool] = Phrases([("等奖", True)])
_ALERT: Phrases[bool] = Phrases([("级警戒水位", True), ("级警戒", True), ("级警报", True)])
_NOT_WEEK = frozenset("期年边")
# The noun of a phase may have words of its own: 三期边境公路项目.
_PHASED_WITHIN, _STOPS = 7, frozenset(",，、。;；:()\n") | {""}
_PHASED = frozenset(["项目", "工程", "建设", "扩建"])
_QUOTES, _CLOSING_QUOTES = frozenset("“「"), frozenset("”」")
_PLANS = frozenset(f"十{digit}五" for digit in "一二三四五六七八九")
_FIRST_JOINTS = {"次": Series.SESSION, "届": Series.FAIR, "轮": Series.ROUND, "批": Series.BATCH}
_FIRST_SAID = frozenset([Series.SESSION, Series.PLACE])
# What is held in 届 may be named a good deal behind it: 第24届越中国际商贸旅游博览会.
_FAIRS_WITHIN = 18
_FAIR_NAMES = "博览会|交易会|展览会|展销会|洽谈会|推介会|运动会|文化节|旅游节|艺术节|论坛|文化周|商品展"
_FAIRS: Phrases[bool] = Phrases([(name, True) for name in _FAIR_NAMES.split("|")])
_JOINTS_ZH = {
    "次": Series.SESSION,
    "回": Series.SESSION,
    "届": Series.TERM,
    "轮": Series.ROUND,
    "批": Series.BATCH,
    "期": Series.BATCH,
}
_PREFIXED_ZH: Phrases[bool] = Phrases([("附件", True), ("附录", True)])

STARTS_ZH = _FIRST_ZH.firsts | _PREFIXED_ZH.firsts | _LISTED.firsts | _PLANS | _QUOTES | {"第"}
SECONDS_ZH: Seconds = merged(
    seconds_of([_FIRST_ZH, _PREFIXED_ZH, _LISTED]),
    {"第": frozenset([ANY_NUMERAL])},
    dict.fromkeys(_QUOTES, _PLANS),
)


def read_ordinal_zh(tokens: Tokens, index: int) -> Reading | None:
    """Read 第九次, 第十五届, 首次, 一等奖, 二十大."""
    first = _FIRST_ZH.at(tokens, index)
    if first is not None:
        series = _FIRST_JOINTS.get(tokens.words[first[0] - 1], Series.PLACE)
        return Reading(first[0], Ordinal(1, series, FIRST if series in _FIRST_SAID else ""), is_soft=True)
    listed = _LISTED.at(tokens, index)
    if listed is not None:
        is_list = tokens.words[listed[0]] in (",", "、", "")
        return Reading(listed[0], Ordinal(listed[1], Series.PLACE), is_soft=True) if is_list else None
    if tokens.words[index] != "第":
        return _plan(tokens, index) or _short(tokens, index)
    number = number_zh(tokens, index + 1)
    if number is None:
        return None
    end, value = number
    noun = _NOUNS_ZH.at(tokens, end)
    if noun is not None and not (noun[1].id == "tuần" and tokens.words[noun[0]] in _NOT_WEEK):
        return Reading(noun[0], Ordinal(value, noun[1].series, noun[1].id))
    joint = _JOINTS_ZH.get(tokens.words[end])
    if joint is None:
        return Reading(end + _is_measured(tokens, end), Ordinal(value, Series.PLACE))
    is_fair = joint is Series.TERM and _is_fair_ahead(tokens, end + 1)
    return Reading(end + 1, Ordinal(value, Series.FAIR if is_fair else joint))


def _is_measured(tokens: Tokens, at: int) -> bool:
    """Say whether a measure word goes with an ordinal: 第二个工作日, 居第二位."""
    word, after = tokens.words[at], tokens.words[at + 1]
    return word == "个" or (word == "位" and after in _STOPS)


def _is_fair_ahead(tokens: Tokens, at: int) -> bool:
    for index in range(at, at + _FAIRS_WITHIN):
        if tokens.words[index] in _STOPS:
            return False
        if _FAIRS.at(tokens, index) is not None:
            return True
    return False


def number_zh(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Read the number behind 第, in digits or Han numerals, up to 999."""
    word = tokens.words[index]
    value = int(word) if word.isdecimal() and len(word) <= 3 else han_value(word)
    return (index + 1, value) if value is not None and 1 <= value <= _MOST else None


def _short(tokens: Tokens, index: int) -> Reading | None:
    """Read 二十届, 三中全会, 21世纪, 附件3 and 一是, which have no 第."""
    words = tokens.words
    prefixed = _PREFIXED_ZH.at(tokens, index)
    if prefixed is not None:
        number = number_zh(tokens, prefixed[0]) or _roman_zh(tokens, prefixed[0])
        if number is None or AFTER_NUMBER[ZH].at(tokens, number[0]) is not None:
            return None  # 附件三份
        return Reading(number[0], Ordinal(number[1], Series.PLACE, "Phụ lục"))
    number = number_zh(tokens, index)
    if number is None:
        return None
    end, value = number
    if words[end : end + 2] == ["世", "纪"]:
        return Reading(end + 2, Ordinal(value, Series.CENTURY))
    graded = _graded(tokens, end, value)
    if graded is not None:
        return graded
    if words[index].isdecimal():
        return None
    if words[end : end + 3] == ["中", "全", "会"]:
        return Reading(end + 3, Ordinal(value, Series.SESSION, "Hội nghị Trung ương"))
    if words[end] == "届" and value > 2:
        return Reading(end + 1, Ordinal(value, Series.TERM))
    if words[end] == "是" and value < 10:
        return Reading(end + 1, Ordinal(value, Series.PLACE), is_soft=True)
    return _short_congress(tokens, index)


def _graded(tokens: Tokens, end: int, value: int) -> Reading | None:
    """Read 一等奖, 三级警戒水位 and the 二期 of 二期项目."""
    prize = _PRIZE.at(tokens, end)
    if prize is not None:
        return Reading(prize[0], Ordinal(value, Series.PLACE, "giải"))
    alert = _ALERT.at(tokens, end)
    if alert is not None:
        return Reading(alert[0], Ordinal(value, Series.PLACE, "báo động"))
    words = tokens.words
    if words[end] != "期" or words[end - 1] == "两":
        return None
    start = end - 1
    before = words[start - 2] + words[start - 1] if start > 1 else ""
    is_phase = before in _PHASED
    for at in range(end + 1, end + 1 + _PHASED_WITHIN):
        if is_phase or words[at] in _STOPS:
            break
        is_phase = words[at] + words[at + 1] in _PHASED
    return Reading(end + 1, Ordinal(value, Series.BATCH)) if is_phase else None


def _plan(tokens: Tokens, index: int) -> Reading | None:
    """Read 十四五, the fourteenth five-year plan: no number is written so."""
    is_quoted = tokens.words[index] in _QUOTES
    run, end = tokens.words[index + is_quoted], index + 1 + is_quoted
    number = han_value(run[:-1]) if run in _PLANS else None
    if number is None or (is_quoted and tokens.words[end] not in _CLOSING_QUOTES):
        return None
    end += is_quoted
    is_named = tokens.words[end] + tokens.words[end + 1] in ("规划", "计划")
    if is_quoted and not is_named:
        return None  # the quotes stay around what is read at the next token
    return Reading(end + 2 * is_named, Ordinal(number, Series.SESSION, PLAN))


def _roman_zh(tokens: Tokens, index: int) -> tuple[int, int] | None:
    value = roman_value(tokens.words[index])
    return None if value is None else (index + 1, value)


def _short_congress(tokens: Tokens, index: int) -> Reading | None:
    """Read 十三大: the thirteenth congress of a party."""
    value = han_value(tokens.words[index])
    is_congress = value is not None and 10 < value < 100 and tokens.words[index + 1] == "大"
    if (
        not is_congress
        or value is None
        or (tokens.words[index + 2] and tokens.words[index + 2] in "国道洋学型会项重")
    ):
        return None
    return Reading(index + 2, Ordinal(value, Series.SESSION, "Đại hội"))
