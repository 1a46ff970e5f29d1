"""Times of day and parts of a day."""

from service.core.languages import Language
from service.language.han_numerals import han_value
from service.language.members import VI, ZH
from service.language.number_words import read_number
from service.language.openings import ANY_NUMERAL, merged, seconds_of
from service.language.tokens import Phrases, Tokens
from service.language.values import Clock, DayPart

_PARTS = {
    VI: {
        DayPart.DAWN: "rạng sáng",
        DayPart.MORNING: "sáng|buổi sáng|sáng sớm",
        DayPart.NOON: "trưa|buổi trưa",
        DayPart.AFTERNOON: "chiều|buổi chiều",
        DayPart.EVENING: "tối|buổi tối",
        DayPart.NIGHT: "đêm|ban đêm",
    },
    ZH: {
        DayPart.DAWN: "凌晨",
        DayPart.MORNING: "上午|早上|早晨|清晨|晨|早",
        DayPart.NOON: "中午|正午",
        DayPart.AFTERNOON: "下午|午后",
        DayPart.EVENING: "晚|晚上|晚间|傍晚|当晚",
        DayPart.NIGHT: "夜间|深夜|夜里|夜",
    },
}
DAY_PARTS = {
    language: Phrases([(form, part) for part, forms in parts.items() for form in forms.split("|")])
    for language, parts in _PARTS.items()
}
HOUR_WORDS = {VI: frozenset(["giờ", "h", "g"]), ZH: frozenset(["时", "点"])}
_MINUTE_WORDS = {VI: frozenset(["phút", "ph", "p", "'"]), ZH: frozenset(["分"])}
_NOT_BEHIND_MINUTES = frozenset(["giây", "đại", "người", "tháng", "/", ".", "%"])
_LATE = frozenset([DayPart.AFTERNOON, DayPart.EVENING, DayPart.NIGHT])
_NOON = 12
_DAY_HOURS, _HOUR_MINUTES, _QUARTER = 24, 60, 15

STARTS = {
    VI: DAY_PARTS[VI].firsts,
    ZH: DAY_PARTS[ZH].firsts | {"差"},
}
# In zh a part of the day alone is no moment: a time stands behind it.
SECONDS_ZH = merged(seconds_of([DAY_PARTS[ZH]], [ANY_NUMERAL, "差"]), {"差": frozenset([ANY_NUMERAL])})


def read_clock(tokens: Tokens, index: int, language: Language) -> tuple[int, Clock] | None:
    """Read 8 giờ 30 phút, 8h30, 16:42, 8时30分, 3点半; the hour as written.

    Source:
        numbers.md, rule 6.
    """
    first, beside = tokens.words[index], tokens.words[index + 1]
    if beside == ":" and first.isdecimal():
        return _with_colon(tokens, index)
    if language is ZH and first == "差":
        return _before_hour_zh(tokens, index)
    is_one_token = language is ZH or first.isdecimal()
    if is_one_token and beside not in HOUR_WORDS[language]:
        return None
    hour = small_number(tokens, index, language, _DAY_HOURS)
    if hour is None or tokens.words[hour[0]] not in HOUR_WORDS[language]:
        return None
    end = hour[0] + 1
    if tokens.words[hour[0]] == "g" and not tokens.words[end].isdecimal():
        return None  # 5G is no hour
    if language is ZH and tokens.words[end] == "间":
        return None
    clock = _minutes(tokens, end, hour[1], language)
    # 24 giờ is a day's length; 24时 and 24 giờ 00 end a day.
    is_length = (
        clock[1] == Clock(_DAY_HOURS) and language is VI and clock[0] == end and tokens.words[end] != "ngày"
    )
    return None if is_length or tokens.words[clock[0] : clock[0] + 2] == ["đồng", "hồ"] else clock


def _before_hour_zh(tokens: Tokens, index: int) -> tuple[int, Clock] | None:
    """Read 差15分9时 as 8:45."""
    minute = small_number(tokens, index + 1, ZH, _HOUR_MINUTES - 1)
    if minute is None or not minute[1] or tokens.words[minute[0]] not in ("分", "刻"):
        return None
    hour = small_number(tokens, minute[0] + 1, ZH, _DAY_HOURS)
    if hour is None or tokens.words[hour[0]] not in HOUR_WORDS[ZH]:
        return None
    before = minute[1] * (_QUARTER if tokens.words[minute[0]] == "刻" else 1)
    return hour[0] + 1, Clock((hour[1] - 1) % _DAY_HOURS, _HOUR_MINUTES - before)


def _with_colon(tokens: Tokens, index: int) -> tuple[int, Clock] | None:
    hour, minute = tokens.words[index], tokens.words[index + 2]
    if not minute.isdecimal() or len(minute) != 2 or len(hour) > 2:
        return None
    if int(hour) > _DAY_HOURS or int(minute) >= _HOUR_MINUTES or tokens.words[index + 3] == ":":
        return None
    return index + 3, Clock(int(hour), int(minute) or None)


def _minutes(tokens: Tokens, end: int, hour: int, language: Language) -> tuple[int, Clock]:
    words = tokens.words
    if words[end] in ("rưỡi", "半"):
        return end + 1, Clock(hour, 30)
    if words[end : end + 2] == ["一", "刻"] or words[end : end + 2] == ["三", "刻"]:
        return end + 2, Clock(hour, _QUARTER if words[end] == "一" else 3 * _QUARTER)
    if words[end] in ("整", "đúng"):
        return end + 1, Clock(hour)
    if words[end] == "kém":
        before = small_number(tokens, end + 1, language, _HOUR_MINUTES - 1)
        if before is not None and before[1]:
            at = before[0] + (words[before[0]] == "phút")
            return at, Clock((hour - 1) % _DAY_HOURS, _HOUR_MINUTES - before[1])
    minute = small_number(tokens, end, language, _HOUR_MINUTES - 1)
    if minute is None:
        return end, Clock(hour)
    if words[minute[0]] in _MINUTE_WORDS[language]:
        return minute[0] + 1, Clock(hour, minute[1] or None)
    # 8h30 is glued; "9 giờ 00 ngày 26/12" is not.
    is_free = tokens.is_glued(end) or words[end + 1] not in _NOT_BEHIND_MINUTES
    is_minute = words[end].isdecimal() and len(words[end]) == 2 and is_free
    return (end + 1, Clock(hour, minute[1] or None)) if is_minute else (end, Clock(hour))


def small_number(tokens: Tokens, index: int, language: Language, most: int) -> tuple[int, int] | None:
    """Read a whole number up to a limit, in digits of at most two places or in words."""
    word = tokens.words[index]
    if word.isdecimal():
        return (index + 1, int(word)) if len(word) <= 2 and int(word) <= most else None
    if language is ZH:
        value = han_value(word.lstrip("零〇") or "零") if word else None
        return (index + 1, value) if value is not None and value <= most else None
    number = read_number(tokens, index, language)
    if number is None or number.has_scale or number.amount > most or number.amount % 1:
        return None
    return number.end, int(number.amount)


def by_24_hours(clock: Clock, part: DayPart | None) -> Clock:
    """Return the hour by the 24-hour clock: 3 giờ chiều and 下午3时 are 15."""
    if part is DayPart.NIGHT and clock.hour == _NOON:
        return Clock(_DAY_HOURS, clock.minute)
    if part in _LATE and clock.hour < _NOON:
        return Clock(clock.hour + _NOON, clock.minute)
    if part is DayPart.NOON and clock.hour in (1, 2):
        return Clock(clock.hour + _NOON, clock.minute)
    return clock
