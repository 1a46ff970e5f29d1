"""Turn the mentions of a text into the other language and leave the rest as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import zip_longest
from typing import NamedTuple

from service.core.languages import Language
from service.language.mentions import Ambiguity, Mention
from service.language.neighbours import fitted, turned
from service.language.parse import parse
from service.language.render import AmbiguousValue, render
from service.language.units import family, kind_of
from service.language.values import (
    Bound,
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
    Span,
    Vague,
    Value,
)
from service.language.writers.dates import Style

_KINDS: dict[type, str] = {
    Vague: "vague",
    Multiple: "multiple",
    ChangeTimes: "multiple",
    Fraction: "fraction",
    Ratio: "ratio",
    Period: "period",
    Span: "span",
    Days: "days",
    Ordinal: "ordinal",
    Citation: "citation",
    Citations: "citation",
    Identifier: "identifier",
    Fixed: "fixed",
}
_HAN_FROM = "\u2e80"
# Between two counts papers write a slash in vi and 、 in zh: 381 đoàn/3.236 lượt = 381个团组、3236人次. The
# slash of vi stands before these only; other counts are a list.
_VISITS = frozenset(["visit", "vehicle-trip", "household-visit", "person"])
_BETWEEN_COUNTS = {("/", Language.ZH): "、", ("、", Language.VI): "/", (", ", Language.ZH): "、"}


@dataclass(frozen=True, slots=True)
class Converted:
    """One line in the other language.

    Attributes:
        text: The line with its mentions converted and the rest untouched.
        mentions: The mentions of the line as given, with their renderings.
    """

    text: str
    mentions: tuple["ConvertedMention", ...]


class ConvertedMention(NamedTuple):
    """A mention with what stands for it in the other language; None where a person must be asked first."""

    mention: Mention
    rendering: str | None


def kind_of_value(value: Value) -> str:
    """Name the kind of a value: money, count, date, datetime, ratio, identifier and so on."""
    if isinstance(value, Quantity):
        return "rate" if value.per else kind_of(value.unit)
    if isinstance(value, Moment):
        if value.clock is None:
            return "date"
        is_time = value.day is None and value.month is None and value.year is None
        return "time" if is_time else "datetime"
    return _KINDS[type(value)]


def convert(
    line: str, source: Language, context_year: int | None = None, style: Style = Style.RUNNING
) -> Converted:
    """Convert every mention of a line to the other language.

    A mention that must be asked about first ("tăng 2 lần") stays as it is; a date and a word such as năm nay
    beside it stand in the order of the other language.

    Args:
        line: A text in the source language.
        source: Its language; the other one is written.
        context_year: The year of dates without one, if the caller knows it.
        style: How dates are written.
    """
    mentions = tuple(
        _converted(line, mention, source, style) for mention in parse(line, source, context_year)
    )
    return Converted(_joined(_pieces(line, mentions, source.other)), mentions)


def _converted(line: str, mention: Mention, source: Language, style: Style) -> ConvertedMention:
    value = mention.value
    if isinstance(value, (Quantity, Fraction)) and value.bound is not Bound.EXACT:
        value = _as_bounded(line[mention.start : mention.end], value, source)
    try:
        return ConvertedMention(mention, render(value, source.other, style))
    except AmbiguousValue:
        return ConvertedMention(mention, None)


def _as_bounded(said: str, value: Quantity | Fraction, source: Language) -> Value:
    """Leave a bound where it stands when that is some words before the mention: 约占总额的一半."""
    exact = replace(value, bound=Bound.EXACT)
    alone = parse(said, source)
    return exact if [mention.value for mention in alone] == [exact] else value


def _pieces(
    line: str, mentions: tuple[ConvertedMention, ...], target: Language
) -> Iterator[tuple[str, bool]]:
    at = 0
    before: Value | None = None
    for converted, following in zip_longest(mentions, mentions[1:]):
        mention = converted.mention
        if mention.start < at:
            continue  # written with the one before it
        start, end, written = _written(line, converted, following, target)
        yield _between(line[at:start], before, mention.value, target), _is_open(line, at)
        yield written, _is_open(line, start)
        at, before = end, mention.value
    yield line[at:], _is_open(line, at)


def _is_open(line: str, at: int) -> bool:
    """Say whether a space may come between two letters or digits: inside ngoaivu2@… none does."""
    return not (0 < at < len(line) and _is_latin(line[at - 1]) and _is_latin(line[at]))


def _written(
    line: str, found: ConvertedMention, following: ConvertedMention | None, target: Language
) -> tuple[int, int, str]:
    """Return from where to where a text is written anew, and what is written there."""
    mention, rendering = found
    if rendering is None:
        return mention.start, mention.end, line[mention.start : mention.end]
    if following is not None and following.rendering is not None:
        other = following.mention
        between = line[mention.end : other.start]
        both = turned((mention, rendering), (other, following.rendering), between, target)
        if both is not None:
            return mention.start, other.end, both
    return fitted(line, mention, rendering, target)


def _joined(pieces: Iterator[tuple[str, bool]]) -> str:
    """Join pieces, with a space where two words or numbers would run together: 两个40英尺 is no 240."""
    text: list[str] = []
    last = ""
    for piece, is_open in pieces:
        if is_open and piece and last and _is_latin(last) and _is_latin(piece[0]):
            text.append(" ")
        text.append(piece)
        last = piece[-1:] or last
    return "".join(text)


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < _HAN_FROM


def _between(text: str, before: Value | None, after: Value, target: Language) -> str:
    if not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return text
    if kind_of(before.unit) != "count" or kind_of(after.unit) != "count":
        return text
    if target is Language.VI and text == "、" and family(after.unit) not in _VISITS:
        return ", "
    return _BETWEEN_COUNTS.get((text, target), text)


def as_json(converted: Converted) -> dict[str, object]:
    """Return a converted line as plain data: offsets, kind, canonical value, rendering, ambiguities."""
    return {"text": converted.text, "mentions": [_mention_json(found) for found in converted.mentions]}


def _mention_json(found: ConvertedMention) -> dict[str, object]:
    mention = found.mention
    return {
        "start": mention.start,
        "end": mention.end,
        "kind": kind_of_value(mention.value),
        "value": value_json(mention.value),
        "rendering": found.rendering,
        "ambiguities": [_ambiguity_json(ambiguity) for ambiguity in mention.ambiguities],
    }


def _ambiguity_json(ambiguity: Ambiguity) -> dict[str, object]:
    readings = [{"kind": kind_of_value(value), "value": value_json(value)} for value in ambiguity.readings]
    return {"doubt": ambiguity.doubt.value, "readings": readings}


def value_json(value: object) -> object:
    """Return a value as plain data; parts that say nothing are left out, numbers are decimal strings."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return [value_json(item) for item in value]
    if is_dataclass(value):
        parts = {part.name: getattr(value, part.name) for part in fields(value)}
        return {name: value_json(part) for name, part in parts.items() if _says_something(part)}
    return value


def _says_something(part: object) -> bool:
    return part is not None and part is not False and part not in ("", (), "exact", "plain")
