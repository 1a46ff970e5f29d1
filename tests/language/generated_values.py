"""Hypothesis strategies: a value of every kind, within what papers write."""

from decimal import Decimal

from hypothesis import strategies as st

from service.language.phrases import FIXED
from service.language.units import SAID_AS, UNITS
from service.language.values import (
    Bound,
    Change,
    Citation,
    Citations,
    Clock,
    DayPart,
    Days,
    Fixed,
    Fraction,
    Identifier,
    Moment,
    Multiple,
    Ordinal,
    Period,
    Phase,
    Quantity,
    Ratio,
    Series,
    Span,
    SpanRole,
    Vague,
)

whole = st.integers(1, 10**13).map(Decimal)
decimal_numbers = st.decimals(
    min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2, allow_nan=False
).filter(lambda number: number > 0)
amounts = whole | decimal_numbers
# xấp xỉ is written 约, which is read back as khoảng.
bounds = st.sampled_from([bound for bound in Bound if bound is not Bound.CLOSE])
measured = st.sampled_from(
    [
        u.id
        for u in UNITS.values()
        if u.kind not in ("duration", "money") and u.id not in {"mau", "sao", *(said for _, said in SAID_AS)}
    ]
)
money = st.sampled_from([unit.id for unit in UNITS.values() if unit.kind == "money"])
durations = st.sampled_from(["minute", "hour", "day", "week", "month", "quarter", "year"])
counted = st.sampled_from(
    ["đại biểu", "người", "lượt người", "phương tiện", "hộ", "cặp", "dự án", "xã", "nước"]
)
rates = st.lists(st.sampled_from(["year", "month", "day", "ha", "người", "hộ"]), max_size=2, unique=True).map(
    tuple
)

plain_quantities = st.builds(Quantity, amount=amounts, unit=measured | money, bound=bounds)
counts = st.builds(Quantity, amount=st.integers(1, 10**8).map(Decimal), unit=counted, bound=bounds)
lengths_of_time = st.builds(Quantity, amount=st.integers(1, 90).map(Decimal), unit=durations, bound=bounds)
past = st.builds(
    Quantity,
    amount=st.integers(1, 90).map(Decimal),
    unit=st.sampled_from(["day", "week", "month", "year"]),
    past=st.just(value=True),
)
rated = st.builds(
    Quantity, amount=amounts, unit=money | st.just("t") | st.just("kg"), per=rates, bound=bounds
)
changes = st.builds(
    Quantity,
    amount=decimal_numbers,
    unit=st.sampled_from(["percent", "point"]),
    bound=bounds,
    change=st.sampled_from(Change),
    same_period=st.booleans(),
)


@st.composite
def ranges(draw: st.DrawFn) -> Quantity:
    low = draw(st.integers(1, 10**9))
    high = draw(st.integers(low + 1, low + 10**9))
    unit = draw(measured | money | counted)
    return Quantity(Decimal(low), unit, bound=draw(bounds), high=Decimal(high))


quantities = plain_quantities | counts | lengths_of_time | past | rated | changes | ranges()

vagues = st.builds(
    Vague, scale=st.sampled_from([10**n for n in range(1, 8)]).map(Decimal), unit=counted
) | st.builds(
    lambda low, scale, unit: Vague(Decimal(scale), unit, low, low + 1),
    st.integers(2, 8),
    st.sampled_from([1, 10, 100]),
    counted,
)
multiples = st.builds(
    Multiple,
    ratio=st.integers(2, 99).map(Decimal) | st.decimals("1.1", "9.9", places=1),
    doubling=st.booleans(),
    same_period=st.booleans(),
    bound=st.sampled_from([Bound.EXACT, Bound.OVER, Bound.NEARLY, Bound.ABOUT]),
) | st.builds(Multiple, ratio=st.integers(2, 99).map(Decimal), base_year=st.integers(1990, 2040))
ranged_multiples = st.builds(
    lambda low, more, *, same: Multiple(Decimal(low), same_period=same, high=Decimal(low + more)),
    st.integers(2, 20),
    st.integers(1, 9),
    same=st.booleans(),
)


@st.composite
def fractions(draw: st.DrawFn) -> Fraction:
    part = draw(st.integers(1, 20))
    return Fraction(
        part, draw(st.integers(part + 1, 99).filter(lambda n: n not in (100, 1000))), draw(bounds)
    )


@st.composite
def ratios(draw: st.DrawFn) -> Ratio:
    part = draw(st.integers(1, 999))
    return Ratio(
        Decimal(part), Decimal(draw(st.integers(part, 2999))), draw(counted.filter(lambda u: u != "nước"))
    )


years = st.integers(1950, 2099)
months = st.integers(1, 12)
days = st.integers(1, 28)
weekdays = st.none() | st.integers(1, 7)
clocks = st.builds(Clock, st.integers(0, 23), st.none() | st.integers(1, 59))
dates = st.builds(Moment, year=st.none() | years, month=months, day=days, weekday=weekdays)
parts = st.builds(Moment, year=st.none() | years, month=months, day=days, day_part=st.sampled_from(DayPart))
moments = (
    dates
    | parts
    | st.builds(Moment, year=years, month=months, day=days, clock=clocks)
    | st.builds(Moment, year=st.none() | years, month=months)
    # END is written 底 in zh, which is read as LATE.
    | st.builds(Moment, year=st.none() | years, month=months, phase=st.sampled_from(list(Phase)[:-1]))
    | st.builds(Moment, year=years, phase=st.none() | st.sampled_from(list(Phase)[:3]))
    | st.builds(Moment, year=st.none() | years, month=months, day=days, lunar=st.just(value=True))
    | st.builds(Moment, clock=clocks)
    | st.builds(Moment, year=st.integers(195, 209).map(lambda ten: ten * 10), is_decade=st.just(value=True))
)
periods = st.builds(
    lambda year, span: Period(year, *span),
    st.none() | years,
    st.sampled_from(
        [(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (7, 12), (1, 9), (1, 11), (9, 12), (4, 9), (1, 4)]
    ),
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    year = draw(years)
    kind = draw(st.sampled_from(["years", "days", "months", "clocks", "since", "onward"]))
    first, last = sorted(draw(st.lists(st.integers(1, 12), min_size=2, max_size=2, unique=True)))
    if kind == "years":
        role = draw(st.sampled_from([SpanRole.PLAIN, SpanRole.TERM, SpanRole.SCHOOL_YEAR]))
        return Span(Moment(year), Moment(year + first), role)
    if kind == "days":
        return Span(Moment(year, first, draw(days)), Moment(year, last, draw(days)))
    if kind == "months":
        return Span(Moment(year, first), Moment(year, last))
    if kind == "clocks":
        day = Moment(year, first, draw(days))
        start, end = (Moment(day.year, day.month, day.day, clock=Clock(hour)) for hour in (first, last))
        return Span(start, end)
    role = SpanRole.PLAIN if kind == "since" else SpanRole.ONWARD
    return Span(
        draw(st.sampled_from([Moment(year), Moment(year, first), Moment(year, first, 5)])), None, role
    )


day_lists = st.builds(
    lambda year, month, numbers: Days(tuple(Moment(year, month, day) for day in sorted(numbers))),
    st.none() | years,
    months,
    st.lists(days, min_size=2, max_size=4, unique=True),
)
ordinals = st.builds(
    Ordinal,
    number=st.integers(2, 99),
    series=st.sampled_from([Series.SESSION, Series.TERM, Series.ROUND, Series.BATCH, Series.PLACE]),
) | st.builds(
    Ordinal,
    number=st.integers(1, 30),
    series=st.just(Series.SESSION),
    noun=st.sampled_from(["Phiên họp", "Đại hội"]),
)
citations = st.builds(
    Citation, article=st.integers(1, 400), clause=st.none() | st.integers(1, 30)
) | st.builds(
    Citation, article=st.integers(1, 400), clause=st.integers(1, 30), point=st.sampled_from("abcdđeghiklmnop")
)
citation_lists = st.builds(
    lambda numbers, article: Citations(
        tuple(Citation(article, number) if article else Citation(number) for number in sorted(numbers))
    ),
    st.lists(st.integers(1, 400), min_size=2, max_size=5, unique=True),
    st.none() | st.integers(1, 400),
) | st.builds(
    lambda first, more: Citations((Citation(first), Citation(first + more)), is_range=True),
    st.integers(1, 300),
    st.integers(1, 99),
)
identifiers = st.builds(
    lambda number, year, kind, head: Identifier(f"{number}/{year}/{kind}", head),
    st.integers(1, 999),
    years,
    st.sampled_from(["NĐ-CP", "QH15", "TT-BCT", "BB-SNgV"]),
    st.sampled_from(["", "decree", "law", "number"]),
) | st.builds(
    lambda number, aux, head: Identifier(f"{number}/{aux}", head),
    st.integers(100, 1400),
    st.integers(1, 9),
    st.just("marker"),
)
fixed = st.sampled_from(sorted(FIXED)).map(Fixed)
values = (
    quantities
    | vagues
    | multiples
    | ranged_multiples
    | fractions()
    | ratios()
    | moments
    | periods
    | spans()
    | day_lists
    | ordinals
    | citations
    | citation_lists
    | identifiers
)
