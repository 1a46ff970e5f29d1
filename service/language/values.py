"""What a mention says: one canonical value for both languages, on `Decimal`, with its known parts only."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How a number bounds the true one (numbers.md, rule 4: 以上 includes the number, trên does not).

    CLOSE is xấp xỉ, which may be a little less (近) or more (约).
    """

    EXACT = "exact"
    OVER = "over"
    NEARLY = "nearly"
    ABOUT = "about"
    CLOSE = "close"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    UNDER = "under"


class Change(StrEnum):
    """Whether a text says that a quantity rose or fell by an amount."""

    UP = "up"
    DOWN = "down"


class Phase(StrEnum):
    """A part of a month (上旬, 上半月) or of a year (年初); END is its last day, 底 in zh like LATE."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    END = "end"


class DayPart(StrEnum):
    """A part of a day: rạng sáng, sáng, trưa, chiều, tối, đêm."""

    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Series(StrEnum):
    """What an ordinal counts: meetings (次), terms and fairs (届), rounds (轮), batches (批), anything."""

    SESSION = "session"
    TERM = "term"
    FAIR = "fair"
    ROUND = "round"
    BATCH = "batch"
    PLACE = "place"
    CENTURY = "century"


class SpanRole(StrEnum):
    """What a span is said to be: a term (任期), a period, a school year, or from a day on (自…起)."""

    PLAIN = "plain"
    PERIOD = "period"
    TERM = "term"
    SCHOOL_YEAR = "school year"
    ONWARD = "onward"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, with what it counts or measures.

    Attributes:
        amount: The number, or the lower end of a range; never rounded, never converted between currencies.
        unit: Id of a unit or counter in `units` and `counters`; empty for a bare number.
        per: Ids of the units of a rate, in Vietnamese order: đồng/người/năm is (người, year).
        bound: How the number is approximated.
        high: The upper end of a range.
        change: The direction where the text says "tăng" or "giảm" directly before the number.
        same_period: Whether the change is against the same period of the year before (同比).
        past: Whether a duration is the time just gone (3 năm qua, 过去三年).
    """

    amount: Decimal
    unit: str = ""
    per: tuple[str, ...] = ()
    bound: Bound = Bound.EXACT
    high: Decimal | None = None
    change: Change | None = None
    same_period: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """A count without a number: dăm bảy, hàng chục, 数百.

    Attributes:
        scale: 1 for a few, 10 for tens, 100 for hundreds.
        unit: As in `Quantity`.
        low: The first numeral where the text writes two (năm sáu, 五六).
        high: The second.
    """

    scale: Decimal
    unit: str = ""
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Multiple:
    """How many times a base something is: gấp 2 lần = 为…的2倍, 增长1倍, 翻一番 (numbers.md, rule 11).

    Attributes:
        ratio: 2 where the new amount is twice the base, whichever way the text counts.
        doubling: Whether the text says so in a word (gấp đôi, 翻一番); two values are equal without it.
        same_period: Whether the base is the same period of the year before.
        base_year: The base, where it is a year.
        bound: How the ratio is approximated.
        high: The upper end of a range.
    """

    ratio: Decimal
    doubling: bool = field(default=False, compare=False)
    same_period: bool = False
    base_year: int | None = None
    bound: Bound = Bound.EXACT
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ChangeTimes:
    """A change in times that two readers read in two ways: tăng 2 lần, giảm 2 lần (numbers.md, rule 11)."""

    times: Decimal
    change: Change
    high: Decimal | None = None
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Fraction:
    """A part of one whole: một phần ba, 三分之一."""

    part: int
    whole: int
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of so many: 34/34 xã, 全部34个乡 (numbers.md, rule 9).

    Attributes:
        unit: As in `Quantity`; ":" where two numbers are only set against each other (tỷ lệ 1/50.000, 2比1).
    """

    part: Decimal
    whole: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day by the 24-hour clock, local time, never shifted (numbers.md, rule 6)."""

    hour: int
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time or both; a part that the text does not give is None and is never filled.

    Attributes:
        weekday: 1 is Monday, 7 is Sunday.
        lunar: Whether the date is by the lunar calendar; it is kept and marked, never converted.
        is_decade: Whether the ten years from `year` on are meant (thập niên 1990, 20世纪90年代).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    phase: Phase | None = None
    weekday: int | None = None
    day_part: DayPart | None = None
    clock: Clock | None = None
    lunar: bool = False
    is_decade: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months of a year that have a name: a quarter, a half-year, the first nine months.

    Attributes:
        year: None where the text gives none.
        first: First month of the period.
        last: Last month of the period.
    """

    year: int | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment to a moment; an end of None is open (từ năm 2016 đến nay, 2016年以来)."""

    start: Moment
    end: Moment | None
    role: SpanRole = SpanRole.PLAIN


@dataclass(frozen=True, slots=True)
class Days:
    """Several days named together: ngày 11 và 12 tháng 6, 6月11日和12日."""

    days: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in a series: lần thứ 9, khóa XV, 第九次 (numbers.md, rule 8).

    Attributes:
        noun: Id of what is numbered (`nouns`), empty where the text does not say or it is not known.
    """

    number: int
    series: Series
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a law: điểm a khoản 2 Điều 23 = 第23条第2款a项; the letter stays (numbers.md, rule 13)."""

    article: int | None = None
    clause: int | None = None
    point: str = ""


@dataclass(frozen=True, slots=True)
class Citations:
    """Several places in a law named together: các Điều 3, 5 và 7 = 第3、5、7条; 第12至15条.

    Attributes:
        is_range: Whether all places between the two are meant as well.
    """

    places: tuple[Citation, ...]
    is_range: bool = False


@dataclass(frozen=True, slots=True)
class Identifier:
    """A code that no conversion may change: 60-NQ/TW, 4C, 18001282 (numbers.md, rule 16).

    Attributes:
        code: As written, in NFC, ASCII digits.
        head: Id of what the code names where the text says it (a road, a marker, a law).
    """

    code: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Fixed:
    """An expression that holds a number in one language and not always in the other (hai bên, 双方)."""

    phrase: str


Value = (
    Quantity
    | Vague
    | Multiple
    | ChangeTimes
    | Fraction
    | Ratio
    | Moment
    | Period
    | Span
    | Days
    | Ordinal
    | Citation
    | Citations
    | Identifier
    | Fixed
)
