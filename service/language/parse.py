"""Find every mention of a value in running text; the one entry to the readers."""

import gc
from datetime import date

from service.core.languages import Language
from service.language.dispatch import (
    HAN_WORD,
    LETTERS,
    NUMERAL,
    OTHER,
    kinds,
    openings,
    read_at_once,
    readers_at,
)
from service.language.mentions import NO_MENTION, Ambiguity, Doubt, Mention, Reading
from service.language.readers.bare import read_bare
from service.language.readers.codes import may_begin_code, read_code
from service.language.readers.fixed import SKIP_STARTS, skip_word
from service.language.readers.quantity import read_quantity
from service.language.readers.runs import NO_RUN, Run, run_at
from service.language.readers.simple import Reader
from service.language.tokens import Tokens
from service.language.values import (
    Days,
    Fixed,
    Fraction,
    Identifier,
    Moment,
    Period,
    Quantity,
    Ratio,
    Span,
    Value,
)
from service.language.years import share_years

# What stands at a token depends on so many tokens before and behind it and on no others; texts repeat
# themselves, hostile ones most of all, and equal surroundings are read once.
_BEHIND, _AHEAD = 8, 80
_KNOWN_MAX = 4096
# A text that hardly repeats itself is read so many times without looking.
_HITS_WORTH, _REST = 256, 32_768
# Objects kept for a whole text cost more in garbage collection than reading a few again.
_FORGET_AFTER = 1024
_LARGE = 100_000


def parse(text: str, language: Language, context_year: int | None = None) -> list[Mention]:
    """Find every mention of a number, amount, date, time, ordinal, count or code.

    Args:
        text: Any string in any Unicode form; line breaks part mentions.
        language: The language whose rules of separators and words hold.
        context_year: The year that dates without one belong to where the caller knows it: they are then no
            doubt, and stay as written.

    Returns:
        Mentions in reading order without overlap, the longest at each place; offsets in code points of
        `text`, end exclusive.

    Source:
        numbers.md, rules 1 to 16.
    """
    if len(text) < _LARGE or not gc.isenabled():
        return _mentions(text, language, context_year)
    # Nothing that is read refers back to itself: looking for cycles among a million objects finds none.
    gc.disable()
    try:
        return _mentions(text, language, context_year)
    finally:
        gc.enable()


def _mentions(text: str, language: Language, context_year: int | None) -> list[Mention]:
    tokens = Tokens(text)
    words, count = tokens.words, tokens.count
    kind_of, opened = kinds(language), openings(language)
    places = _Places(tokens, language, context_year)
    index = 0
    while index < count:
        kind = kind_of[words[index]]
        if kind == OTHER or (
            kind != NUMERAL
            and (kind == LETTERS or opened[words[index], words[index + 1]] is None)
            and (kind == HAN_WORD or not may_begin_code(tokens, index))
        ):
            index += 1
        else:
            index = places.read(index)
    share_years(text, places.mentions, language)
    return places.mentions


# What stands at a token, by offsets from it, so that equal surroundings are read once: how many tokens to go
# on, and how many code points a mention is long, with its value, doubts and softness; None for no mention.
_Found = tuple[int, tuple[int, Value, tuple[Ambiguity, ...], bool] | None]


class _Places:
    """The places of one text, equal ones read once; not looked up while the text hardly repeats itself.

    Attributes:
        mentions: What stands at the places read so far.
    """

    def __init__(self, tokens: Tokens, language: Language, context_year: int | None) -> None:
        self.mentions: list[Mention] = []
        self._tokens = tokens
        self._text, self._starts, self._count = tokens.text, tokens.starts, tokens.count
        self._language = language
        self._context_year = context_year
        self._known: dict[tuple[int, str], _Found] = {}
        self._hits = 0
        self._rest = 0
        self._forget_at = _FORGET_AFTER
        self._run = NO_RUN

    def read(self, index: int) -> int:
        """Read what stands at a token; gives the index of the next one to look at."""
        if self._rest:
            self._rest -= 1
            return self._read_on(index)
        starts, end = self._starts, index + _AHEAD
        first = starts[index - _BEHIND] if index >= _BEHIND else 0
        last = starts[min(self._count, end)]
        surroundings = starts[index] - first, self._text[first:last]
        found = self._known.get(surroundings)
        if found is not None:
            self._hits += 1
            return self._add(index, found)
        if len(self._known) >= _KNOWN_MAX:
            self._known.clear()
            self._rest, self._hits = (0 if self._hits > _HITS_WORTH else _REST), 0
        found = self._known[surroundings] = self._read_anew(index)
        return self._add(index, found)

    def _add(self, index: int, found: _Found) -> int:
        step, mention = found
        if mention is not None:
            start = self._starts[index]
            length, value, doubts, is_soft = mention
            self.mentions.append(Mention(start, start + length, value, doubts, is_soft))
        return index + step

    def _read_on(self, index: int) -> int:
        """Read what stands at a token, and all of a bare run that begins there."""
        if self._tokens.words[index].isdecimal():
            run = self._run_of(index)
            if run.is_bare:
                return self._read_run(run, index)
        return self._add(index, self._read_anew(index))

    def _run_of(self, index: int) -> Run:
        """Return the run that a token of digits stands in, found once for all its parts."""
        if index >= self._run.until:
            self._run = run_at(self._tokens, index, self._language)
        return self._run

    def _read_run(self, run: Run, index: int) -> int:
        tokens, language, mentions = self._tokens, self._language, self.mentions
        starts, ends, first, count = tokens.starts, tokens.ends, run.first, len(run.parts)
        at = (index - first) // 2
        while at < count:
            reading = read_bare(tokens, run, at, language)
            if reading is NO_MENTION:
                at += 1
                continue
            index = first + 2 * at
            if reading is None:
                index = self._add(index, self._ask(index))
            else:
                end, value, doubts, is_soft = reading
                if not isinstance(value, _DATELESS):
                    doubts += _date_doubts(value, self._context_year)
                mentions.append(Mention(starts[index], ends[end - 1], value, doubts, is_soft))
                index = end
            at = (index - first + 1) // 2
        return max(index, run.until)

    def _read_anew(self, index: int) -> _Found:
        simple = self._read_number(index) if self._tokens.words[index].isdecimal() else None
        if simple is None:
            return self._ask(index)
        return _NOTHING if simple is NO_MENTION else self._found(index, simple)

    def _read_number(self, index: int) -> Reading | None:
        """Read a number as far as it needs no reader."""
        tokens, language, run = self._tokens, self._language, self._run_of(index)
        if run.is_bare:
            return read_bare(tokens, run, (index - run.first) // 2, language)
        return read_at_once(tokens, index, language)

    def _ask(self, index: int) -> _Found:
        """Ask the readers."""
        tokens, language = self._tokens, self._language
        if index > self._forget_at:
            tokens.forget()
            self._forget_at = index + _FORGET_AFTER
        readers = readers_at(tokens, index, language)
        reading = None if readers is None else _longest(tokens, index, language, readers)
        if tokens.words[index] in SKIP_STARTS[language]:
            skipped = skip_word(tokens, index, language)
            if skipped is not None and (reading is None or _loses(reading, skipped)):
                return skipped - index, None
        return _NOTHING if reading is None else self._found(index, reading)

    def _found(self, index: int, reading: Reading) -> _Found:
        tokens, (end, value, doubts, is_soft) = self._tokens, reading
        if not isinstance(value, _DATELESS):
            doubts += _date_doubts(value, self._context_year)
        return end - index, (tokens.ends[end - 1] - tokens.starts[index], value, doubts, is_soft)


def _longest(tokens: Tokens, index: int, language: Language, readers: tuple[Reader, ...]) -> Reading | None:
    best: Reading | None = None
    is_slashed = tokens.words[index + 1] == "/"
    for reader in readers:
        if is_slashed and reader is read_quantity and best is not None:
            continue  # 12/6: the quantity is the 12 alone, and nothing is shorter
        reading = reader(tokens, index, language)
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
            if reading.end > index + _DATE_TOKENS and _is_date(reading.value):
                break
    if best is None or readers[-1] is not read_code or reader is read_code:
        return best
    code = read_code(tokens, index, language)
    return code if code is not None and code.end > best.end else best


def _is_date(value: Value) -> bool:
    """Say whether a value is a whole date, than which only a code can be longer."""
    return isinstance(value, Moment) and value.day is not None and value.month is not None


def _loses(reading: Reading, skipped: int) -> bool:
    """Say whether a longer word that only looks like a number stands here instead (统一, một cách)."""
    return reading.end < skipped or (
        reading.end == skipped and not isinstance(reading.value, (Fixed, Moment))
    )


_NOTHING: _Found = (1, None)
_YEAR_MISSING, _NO_SUCH_DAY, _WEEKDAY_MISMATCH = map(
    Ambiguity, (Doubt.YEAR_MISSING, Doubt.NO_SUCH_DAY, Doubt.WEEKDAY_MISMATCH)
)
_SHORTEST_MONTH, _LONG_MONTHS = 28, frozenset([1, 3, 5, 7, 8, 10, 12])
_DATE_TOKENS = 3
# What most mentions are; no doubt about a date is asked of them.
_DATELESS = (Quantity, Identifier, Ratio, Fraction, Fixed)


def _date_doubts(value: Value, context_year: int | None) -> tuple[Ambiguity, ...]:
    is_yearless = isinstance(value, Period) and value.year is None
    wrong: tuple[Ambiguity, ...] = ()
    for moment in moments_of(value):
        day = moment.day
        is_yearless = is_yearless or (moment.year is None and bool(moment.month or day))
        if day is not None and day > _SHORTEST_MONTH and not _exists(moment):
            wrong = (_NO_SUCH_DAY,)
        elif moment.weekday is not None and not wrong and not _weekday_fits(moment):
            wrong = (_WEEKDAY_MISMATCH,)
    return (_YEAR_MISSING, *wrong) if is_yearless and context_year is None else wrong


def moments_of(value: Value) -> tuple[Moment, ...]:
    """Return the moments that a value is made of; none for anything but dates and times."""
    if isinstance(value, Moment):
        return (value,)
    if isinstance(value, Span):
        return (value.start,) if value.end is None else (value.start, value.end)
    return value.days if isinstance(value, Days) else ()


def _exists(moment: Moment) -> bool:
    day, month = moment.day, moment.month
    if day is None or month is None or moment.lunar:
        return True
    if month == 2:
        year = moment.year
        return day == 29 and (year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)))
    return day <= 30 or month in _LONG_MONTHS


def _weekday_fits(moment: Moment) -> bool:
    weekday, year, month, day = moment.weekday, moment.year, moment.month, moment.day
    if weekday is None or year is None or month is None or day is None or moment.lunar:
        return True
    return date(year, month, day).isoweekday() == weekday
