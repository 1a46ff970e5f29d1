"""Vietnamese dates: day first, with dot, slash or hyphen, or in words."""

from dataclasses import replace

from service.language.members import VI
from service.language.number_words import read_number
from service.language.readers.clocks import small_number
from service.language.readers.decades import read_decade_vi
from service.language.readers.weekdays_vi import SUNDAY
from service.language.tokens import Phrases, Tokens
from service.language.values import Moment, Phase

_SEPARATORS = frozenset("/.-")
_DAYS, _MONTHS = 31, 12
_YEAR_DIGITS = 4
_YEARS = range(1000, 3000)
_MONTH_NAMES = {"giêng": 1, "tư": 4, "chạp": 12}
_LUNAR_MONTH_NAMES = frozenset(["giêng", "chạp"])
_PHASES: Phrases[Phase] = Phrases(
    [
        (form, phase)
        for phase, forms in (
            (Phase.EARLY, "đầu|thượng tuần|10 ngày đầu|mười ngày đầu"),
            (Phase.MID, "giữa|trung tuần|10 ngày giữa"),
            (Phase.FIRST_HALF, "nửa đầu"),
            (Phase.SECOND_HALF, "nửa cuối|nửa sau"),
            (Phase.LATE, "cuối|hạ tuần|10 ngày cuối|mười ngày cuối"),
            (Phase.END, "hết"),
        )
        for form in forms.split("|")
    ]
)
_DECADE_PHASES = frozenset([Phase.EARLY, Phase.MID, Phase.LATE])
_DAY_WORDS = frozenset(["ngày", "mùng", "mồng"])
_FULL_MOON = 15
# 23 to 30 Tết are the last days of the year before; the last of all is called the 30th in any case.
_LAST_DAYS = frozenset(map(str, range(23, 31)))

# Behind these 1/3 năm 2019 is a share and no day.
BEFORE_SHARE = frozenset(["bằng", "chiếm", "chỉ", "còn", "đạt", "được"])

DateFound = tuple[int, Moment, bool]

# The 10 of "10 ngày đầu tháng" begins nothing else.
SECONDS = {word: _PHASES.seconds(word) for word in ("10", "mười")}
STARTS = _PHASES.firsts | SUNDAY.firsts | _DAY_WORDS | {"thứ", "tháng", "năm", "rằm", "thập", "những"}


def read_date_vi(tokens: Tokens, index: int) -> DateFound | None:
    """Read a date, a month or a year; the flag says that it is two bare numbers such as 12/6."""
    word = tokens.words[index]
    found: DateFound | None = None
    if word.isdecimal():
        found = _numeric(tokens, index) or _phase(tokens, index) or _named_lunar(tokens, index)
    elif word in ("thập", "những"):
        found = read_decade_vi(tokens, index)
    elif word in _DAY_WORDS:
        found = _after_day_word(tokens, index)
    elif word == "tháng":
        found = _month(tokens, index)
    elif word == "năm":
        found = _year_only(tokens, index)
    elif word == "rằm" and tokens.words[index + 1] == "tháng":
        found = _full_moon(tokens, index)
    else:
        found = _phase(tokens, index)
    return None if found is None else _calendar(tokens, found)


def read_day_of_month(tokens: Tokens, index: int) -> DateFound | None:
    """Read "30 tháng 10 năm 2024" or "28/8" without the word ngày, behind other days."""
    if not tokens.words[index].isdecimal():
        return None
    return _numeric(tokens, index) or _after_day_word(tokens, index - 1)


def _named_lunar(tokens: Tokens, index: int) -> DateFound | None:
    """Read 23 tháng Chạp: a lunar month by name needs no word for day."""
    if tokens.words[index + 1] == "tết" and tokens.words[index] in _LAST_DAYS:
        return index + 2, Moment(month=12, day=int(tokens.words[index]), lunar=True), False
    if tokens.words[index + 1] != "tháng" or tokens.words[index + 2] not in _LUNAR_MONTH_NAMES:
        return None
    day = _as_day(tokens.words[index])
    return (
        None
        if day is None
        else (index + 3, Moment(month=_MONTH_NAMES[tokens.words[index + 2]], day=day, lunar=True), False)
    )


def _calendar(tokens: Tokens, found: DateFound) -> DateFound:
    end, moment, _is_bare = found
    at = end + (tokens.words[end] == "(")
    if tokens.words[at : at + 2] == ["âm", "lịch"]:
        closing = at > end and tokens.words[at + 2] == ")"
        return (
            at + 2 + closing,
            Moment(moment.year, moment.month, moment.day, moment.phase, lunar=True),
            False,
        )
    if tokens.words[end : end + 2] == ["dương", "lịch"]:
        return end + 2, moment, False
    return found


def _numeric(tokens: Tokens, index: int) -> DateFound | None:
    """Read 4.8.2023, 27/3, 2024-06-12 and 3/2024: numbers glued by one kind of mark."""
    words, numbers, end = tokens.words, [tokens.words[index]], index + 1
    mark = words[end]
    while (
        mark in _SEPARATORS
        and words[end] == mark
        and tokens.is_glued(end)
        and words[end + 1].isdecimal()
        and len(numbers) < 4
    ):
        if not tokens.is_glued(end + 1):
            break
        numbers.append(words[end + 1])
        end += 2
    if len(numbers) == 3:
        moment = _day_month_year(numbers)
        return None if moment is None else (end, moment, False)
    found = _two_numbers(numbers, mark, end) if len(numbers) == 2 else None
    return found if found is None or words[end] != "năm" else _in_year(tokens, index, found)


def _in_year(tokens: Tokens, index: int, found: DateFound) -> DateFound:
    """Read the year of 15/6 năm 2024; 1/3 năm 2019 can also be a third of it."""
    end, moment, _is_bare = found
    year = _year_only(tokens, end) if moment.day is not None else None
    if year is None or (index and tokens.words[index - 1] in BEFORE_SHARE):
        return found
    return year[0], replace(moment, year=year[1].year), False


def _two_numbers(numbers: list[str], mark: str, end: int) -> DateFound | None:
    first, second = numbers
    if len(second) == _YEAR_DIGITS and mark == "/":
        month, year = _as_month(first), _as_year(second)
        return (end, Moment(year, month), False) if month and year else None
    day, month = _as_day(first), _as_month(second)
    return (end, Moment(month=month, day=day), True) if day and month and mark != "-" else None


def _day_month_year(numbers: list[str]) -> Moment | None:
    if len(numbers[0]) == _YEAR_DIGITS:
        numbers.reverse()
    day, month, year = _as_day(numbers[0]), _as_month(numbers[1]), _as_year(numbers[2])
    if year is None and len(numbers[2]) == 2:
        year = 2000 + int(numbers[2])
    return Moment(year, month, day) if day and month and year else None


def _as_day(word: str) -> int | None:
    return int(word) if len(word) <= 2 and 1 <= int(word) <= _DAYS else None


def _as_month(word: str) -> int | None:
    return int(word) if len(word) <= 2 and 1 <= int(word) <= _MONTHS else None


def _as_year(word: str) -> int | None:
    return int(word) if len(word) == _YEAR_DIGITS and int(word) in _YEARS else None


def _after_day_word(tokens: Tokens, index: int) -> DateFound | None:
    at = index + 1
    if tokens.words[index] == "ngày" and tokens.words[at] in ("mùng", "mồng"):
        at += 1
    if tokens.words[at] == "rằm":
        return _full_moon(tokens, at)
    if tokens.words[at].isdecimal():
        numeric = _numeric(tokens, at) or _hyphened(tokens, at)
        if numeric is not None:
            return numeric[0], numeric[1], False
    day = small_number(tokens, at, VI, _DAYS)
    return None if day is None or not day[1] else _day(tokens, index, at, *day)


def _day(tokens: Tokens, index: int, at: int, end: int, day: int) -> DateFound | None:
    if tokens.words[end] == "tháng":
        month = _month(tokens, end)
        if month is not None and month[1].phase is None:
            return month[0], Moment(month[1].year, month[1].month, day, lunar=month[1].lunar), False
    if tokens.words[end] == "/" and tokens.words[end + 1].isdecimal():
        return None  # ngày 13/25 is no day
    if tokens.words[end] == "tết" and str(day) in _LAST_DAYS:
        return end + 1, Moment(month=12, day=day, lunar=True), False
    if tokens.words[index] != "ngày" and tokens.words[end] == "tết":
        return end + 1, Moment(month=1, day=day, lunar=True), False
    is_day = tokens.words[at].isdecimal() or tokens.words[index] != "ngày"
    return (end, Moment(day=day), False) if is_day else None


def _hyphened(tokens: Tokens, at: int) -> DateFound | None:
    words = tokens.words
    if (
        words[at + 1] != "-"
        or not tokens.is_glued(at + 1)
        or not tokens.is_glued(at + 2)
        or words[at + 3] in _SEPARATORS
    ):
        return None
    day = _as_day(words[at])
    month = _as_month(words[at + 2]) if words[at + 2].isdecimal() else None
    # "ngày 11-15" spans days; 12-6 names one, for its second number is a smaller one.
    return (at + 3, Moment(month=month, day=day), False) if day and month and month < day else None


def _full_moon(tokens: Tokens, index: int) -> DateFound | None:
    month = _month(tokens, index + 1) if tokens.words[index + 1] == "tháng" else None
    return (
        None
        if month is None
        else (month[0], Moment(month[1].year, month[1].month, _FULL_MOON, lunar=True), False)
    )


def _month(tokens: Tokens, index: int) -> DateFound | None:
    at = index + 1
    name = _MONTH_NAMES.get(tokens.words[at])
    found = (at + 1, name) if name else small_number(tokens, at, VI, _MONTHS)
    if found is None or not found[1]:
        return None
    lunar = tokens.words[at] in _LUNAR_MONTH_NAMES
    end, year = _year_after(tokens, found[0], is_numeric=tokens.words[at].isdecimal())
    return end, Moment(year, found[1], lunar=lunar), False


def _year_after(tokens: Tokens, end: int, *, is_numeric: bool) -> tuple[int, int | None]:
    words = tokens.words
    at = end + (words[end] == "," and words[end + 1] == "năm")
    if words[at] == "năm":
        only = _year_only(tokens, at)
        return (end, None) if only is None else (only[0], only[1].year)
    if is_numeric and words[end] in _SEPARATORS and words[end + 1].isdecimal():
        year = _as_year(words[end + 1])
        return (end, None) if year is None else (end + 2, year)
    return end, None


def _year_only(tokens: Tokens, index: int) -> DateFound | None:
    word = tokens.words[index + 1]
    if word.isdecimal():
        year = _as_year(word)
        return None if year is None else (index + 2, Moment(year), False)
    number = read_number(tokens, index + 1, VI)
    if number is None or number.is_word or int(number.amount) not in _YEARS:
        return None
    return number.end, Moment(int(number.amount)), False


def _phase(tokens: Tokens, index: int) -> DateFound | None:
    phase = _PHASES.at(tokens, index)
    if phase is None:
        return None
    if tokens.words[phase[0]] == "tháng":
        month = _month(tokens, phase[0])
        return (
            None
            if month is None
            else (month[0], Moment(month[1].year, month[1].month, phase=phase[1]), False)
        )
    if phase[1] in _DECADE_PHASES:
        decade = read_decade_vi(tokens, phase[0])
        if decade is not None:
            return decade[0], replace(decade[1], phase=phase[1]), False
    is_year = tokens.words[phase[0]] == "năm" and phase[1] not in (Phase.FIRST_HALF, Phase.SECOND_HALF)
    year = _year_only(tokens, phase[0]) if is_year else None
    return None if year is None else (year[0], Moment(year[1].year, phase=phase[1]), False)
