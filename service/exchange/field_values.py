"""The text of one field: what it may be, and the one form in which it is kept and compared."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import ValidationError

from service.core.languages import Side
from service.core.message import BienbanError, message
from service.core.text import clean_text
from service.exchange.incoming import Value
from service.exchange.termbase_form import SessionForms
from service.glossary.concepts import SessionForm, Source, Terms

FIRST_YEAR, LAST_YEAR = (
    1000,
    2999,
)  # years such as 0001 and 9999 stand for “open” elsewhere; here a bound is left out
LONGEST = 10_000
YES, NO = "yes", "no"

_DAY = re.compile(
    r"(?P<y>\d{4})(?P<by>[-/.])(?P<m>\d{1,2})(?P=by)(?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?P<by2>[-/.])(?P<m2>\d{1,2})(?P=by2)(?P<y2>\d{4})"
    r"|(?P<y3>\d{4})年(?P<m3>\d{1,2})月(?P<d3>\d{1,2})日",
    re.ASCII,
)
_ID = re.compile(r"[a-z]+\.[a-z0-9_-]+", re.ASCII)
_PIECE = re.compile(r"\\.|\||[^\\|]+|\\")
_FLAGS = {"yes": YES, "true": YES, "1": YES, "x": YES, "no": NO, "false": NO, "0": NO}


class UnfitValue(BienbanError):
    """A text is not what its field holds."""


class Kind(StrEnum):
    """What a field holds."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    FLAG = "flag"
    CODE = "code"
    CODES = "codes"
    ID = "id"
    IDS = "ids"
    SOURCES = "sources"
    TITLES = "titles"
    SESSIONS = "sessions"

    @property
    def is_list(self) -> bool:
        """Whether the field holds several things, one a line."""
        return self in _LISTS


_LISTS = frozenset((Kind.LINES, Kind.CODES, Kind.IDS, Kind.SOURCES, Kind.TITLES, Kind.SESSIONS))


@dataclass(frozen=True)
class Field:
    """One field of a concept.

    Attributes:
        key: Its name in files and plans: `vi.preferred`.
        kind: What it holds.
        codes: The codes it may hold, of CODE and CODES.
    """

    key: str
    kind: Kind = Kind.LINE
    codes: tuple[str, ...] = ()


def read_value(field: Field, text: str) -> Value:
    """Read a cell: of a list one thing a line, empty lines left out.

    Raises:
        UnfitValue: It is not what the field holds.
        UnfitText: It holds a character that no text may hold.
    """
    if not field.kind.is_list:
        return read_item(field, text)
    lines = text.replace("\r\n", "\n").split("\n")
    return tuple(read_item(field, line) for line in lines if line.strip())


def read_item(field: Field, text: str) -> str:
    """Read one thing of a field and return it in the form in which it is kept.

    Raises:
        UnfitValue: It is not what the field holds.
        UnfitText: It holds a character that no text may hold.
    """
    if len(text) > LONGEST:
        raise UnfitValue(message("longer than {most} characters", most=LONGEST))
    clean = clean_text(text, one_line=field.kind is not Kind.TEXT)
    if field.kind is Kind.FLAG:
        return _code(_FLAGS.get(clean.casefold(), clean), (YES, NO))
    if field.kind in (Kind.CODE, Kind.CODES):
        return _code(clean.casefold(), field.codes)
    reader = _READERS.get(field.kind)
    return reader(clean) if reader else clean


def _code(text: str, codes: tuple[str, ...]) -> str:
    if text not in codes:
        raise UnfitValue(message("“{value}” is not one of {allowed}", value=text, allowed=", ".join(codes)))
    return text


def read_id(text: str) -> str:
    """Read the id of a concept.

    Raises:
        UnfitValue: It has another form than `place.ha-giang`.
    """
    if not _ID.fullmatch(text):
        raise UnfitValue(message("“{value}” is no id of a concept, such as place.ha-giang", value=text))
    return text


def is_id(text: str) -> bool:
    """Whether a text has the form of a concept's id."""
    return _ID.fullmatch(text) is not None


def read_day(text: str) -> date:
    """Read a day: 2025-06-30, 30/6/2025 (day first, as both countries write it), 2025年6月30日.

    Raises:
        UnfitValue: It is no day of the calendar, or of a year that stands for something else.
    """
    found = _DAY.fullmatch(text)
    try:
        parts = (
            [int(found[name] or found[f"{name}2"] or found[f"{name}3"]) for name in "ymd"] if found else []
        )
        day = date(*parts)
    except (TypeError, ValueError):
        raise UnfitValue(message("“{value}” is no day; write it as YYYY-MM-DD", value=text)) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnfitValue(message("“{value}” is no day that is known; leave an open bound empty", value=text))
    return day


def find_day(text: str) -> date | None:
    """Read a day, None for a text that is none."""
    try:
        return read_day(text)
    except UnfitValue:
        return None


def read_source(text: str) -> Source:
    r"""Read a source: `address | day | note`, the last two may be left out; `\|` is a bar of the text itself.

    Raises:
        UnfitValue: It has no address, too many parts, or a second of three parts that is no day.
    """
    parts = _split_bars(text)
    address, *rest = parts
    if not address or len(rest) > 2:  # noqa: PLR2004 - a day and a note
        raise UnfitValue(message("“{value}” is no source: address | day | note", value=text))
    if len(rest) == 1:
        return Source(address, day=read_day(rest[0])) if _DAY.fullmatch(rest[0]) else Source(address, rest[0])
    day, note = rest or ("", "")
    return Source(address, note, read_day(day) if day else None)


def _split_bars(text: str) -> list[str]:
    parts = [""]
    for piece in _PIECE.findall(text):
        if piece == "|":
            parts.append("")
        else:
            parts[-1] += piece[1:] if piece in (r"\|", r"\\") else piece
    return [part.strip() for part in parts]


def write_source(source: Source) -> str:
    """Write a source as `read_source` reads it."""
    parts = [source.address]
    if source.day is not None:
        parts.append(source.day.isoformat())
    if source.note:
        parts += ([] if source.day or not _DAY.fullmatch(source.note) else [""]) + [source.note]
    return " | ".join(part.replace("\\", r"\\").replace("|", r"\|") for part in parts)


def read_title(text: str) -> tuple[str, str]:
    """Read a title of an institution type: `title.giam-doc = 厅长`.

    Raises:
        UnfitValue: It has no id, or nothing after it.
    """
    name, _, chinese = (part.strip() for part in text.partition("="))
    if not chinese:
        raise UnfitValue(message("“{value}” is no title: id = Chinese title", value=text))
    return read_id(name), chinese


def read_session(text: str) -> SessionForm:
    """Read how a session is called: JSON with the terms of both languages.

    Raises:
        UnfitValue: It is something else.
    """
    try:
        return SessionForms.model_validate(json.loads(text)).session()
    except (ValueError, RecursionError, ValidationError):
        raise UnfitValue(message("“{value}” is no pair of session forms", value=text[:60])) from None


def write_session(form: SessionForm) -> str:
    """Write how a session is called, as `read_session` reads it."""
    return json.dumps({"vi": terms_data(form.vi), "zh": terms_data(form.zh)}, ensure_ascii=False)


def terms_data(terms: Terms) -> Mapping[str, str | list[str]]:
    """The terms of one language as the YAML form has them; what is empty is left out."""
    data: dict[str, str | list[str] | None] = {
        "preferred": terms.preferred,
        "short": terms.short,
        "admitted": list(terms.admitted),
        "deprecated": list(terms.deprecated),
        "search": list(terms.search),
        "abbreviations": list(terms.abbreviations),
        **{side.value: terms.sides.get(side) for side in Side},
        "reading": terms.reading,
    }
    return {key: value for key, value in data.items() if value}


_READERS: Mapping[Kind, Callable[[str], str]] = {
    Kind.DAY: lambda text: read_day(text).isoformat(),
    Kind.ID: read_id,
    Kind.IDS: read_id,
    Kind.SOURCES: lambda text: write_source(read_source(text)),
    Kind.TITLES: lambda text: " = ".join(read_title(text)),
    Kind.SESSIONS: lambda text: write_session(read_session(text)),
}
