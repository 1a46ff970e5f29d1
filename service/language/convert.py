"""Turn the mentions of a text into the other language and leave the rest as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import Enum

from service.core.languages import Language
from service.language.mentions import Ambiguity, Mention
from service.language.parse import parse
from service.language.render import AmbiguousValue, render
from service.language.units import kind_of
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
# Between two counts papers write a slash in vi and 、 in zh: 381 đoàn/3.236 lượt = 381个团组、3236人次.
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


@dataclass(frozen=True, slots=True)
class ConvertedMention:
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

    A mention that must be asked about first ("tăng 2 lần") stays as it is.

    Args:
        line: A text in the source language.
        source: Its language; the other one is written.
        context_year: The year of dates without one, if the caller knows it.
        style: How dates are written.
    """
    mentions = tuple(_converted(mention, source, style) for mention in parse(line, source, context_year))
    return Converted(_joined(_pieces(line, mentions, source.other)), mentions)


def _converted(mention: Mention, source: Language, style: Style) -> ConvertedMention:
    try:
        return ConvertedMention(mention, render(mention.value, source.other, style))
    except AmbiguousValue:
        return ConvertedMention(mention, None)


def _pieces(line: str, mentions: tuple[ConvertedMention, ...], target: Language) -> Iterator[str]:
    at = 0
    before: Value | None = None
    for converted in mentions:
        mention = converted.mention
        yield _between(line[at : mention.start], before, mention.value, target)
        original = line[mention.start : mention.end]
        yield original if converted.rendering is None else converted.rendering
        at, before = mention.end, mention.value
    yield line[at:]


def _joined(pieces: Iterator[str]) -> str:
    """Join pieces, with a space where two words or numbers would run together: 两个40英尺 is no 240."""
    text: list[str] = []
    last = ""
    for piece in pieces:
        if piece and last and _is_latin(last) and _is_latin(piece[0]):
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
