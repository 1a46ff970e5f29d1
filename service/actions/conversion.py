"""Lines of text turned into the other language: their numbers and dates converted, the rest untouched."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.checks.doubts import DOUBTS
from service.core.languages import Language
from service.core.message import BienbanError, Message, message
from service.language.convert import ConvertedMention, as_json, convert
from service.language.render import AmbiguousValue, render
from service.language.values import Value


class LineUnreadable(BienbanError):
    """A line is not UTF-8 text."""


@dataclass(frozen=True)
class ConvertedLine:
    """One line in the other language.

    Attributes:
        text: The line, its mentions converted.
        data: The line and its mentions as plain data, for programs.
        doubts: What a person must decide, each with its place and words.
    """

    text: str
    data: Mapping[str, object]
    doubts: tuple[Message, ...]


def read_line(data: bytes, place: str) -> str:
    """Read one line of a file, with the break at its end.

    Raises:
        LineUnreadable: It is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise LineUnreadable(message("{place}: not UTF-8; save the file as UTF-8", place=place)) from None


def convert_line(line: str, source: Language, place: str, year: int | None = None) -> ConvertedLine:
    """Convert the mentions of a line into the other language.

    Args:
        line: Text in the source language.
        source: Its language.
        place: File and line, for doubts.
        year: The year of dates that have none, where the caller knows it.
    """
    converted = convert(line, source, year)
    doubts = (
        doubt for mention in converted.mentions for doubt in _doubts(line, mention, source.other, place)
    )
    return ConvertedLine(converted.text, as_json(converted), tuple(doubts))


def _doubts(line: str, found: ConvertedMention, target: Language, place: str) -> list[Message]:
    mention = found.mention
    said = line[mention.start : mention.end]
    where = f"{place}:{mention.start + 1}"
    if found.rendering is None:
        return [
            message("{place}: “{text}” was left as it stands: {doubt}", place=where, text=said, doubt=reason)
            for reason in _refusal(mention.value, target)
        ]
    reasons = [DOUBTS[ambiguity.doubt] for ambiguity in mention.ambiguities]
    return [
        message(
            "{place}: “{text}” was written as “{rendering}”, but ask: {doubt}",
            place=where,
            text=said,
            rendering=found.rendering,
            doubt=reason,
        )
        for reason in reasons
    ]


def _refusal(value: Value, target: Language) -> tuple[Message, ...]:
    """Why a value is not written in the other language."""
    try:
        render(value, target)
    except AmbiguousValue as refusal:
        return refusal.problems
    return ()
