"""Which terms answer what was typed, and how well: the same on both databases."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, cast, func, literal, literal_column, or_
from sqlalchemy import select as columns
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session, col

from service.core.languages import Language
from service.glossary.queries import Query
from service.glossary.query_parts import is_foreign_last
from service.glossary.query_writing import (
    LONGEST_COUNTED,
    Band,
    Phrase,
    Way,
    is_certain,
    write_fts5,
    write_tsquery,
)
from service.glossary.tables import TermRow

_AFTER_ALL_KEYS = "~"
_STATUS_ORDER = ("preferred", "admitted", "abbreviation", "search", "deprecated")


def answers(session: Session, ways: Sequence[Way]) -> ColumnElement[bool]:
    """Whether a term answers a query."""
    if knows_lengths(session):
        return _answers_postgresql(ways, None)
    found: Select[Any] = columns(literal_column("rowid")).select_from(
        func.terms_index(write_fts5(ways)).alias("found")
    )
    return col(TermRow.id).in_(found)


def knows_lengths(session: Session) -> bool:
    """Whether the index finds terms of some lengths sooner than all; SQLite's would take longer."""
    return session.get_bind().dialect.name == "postgresql"


def answers_in(ways: Sequence[Way], band: Band) -> ColumnElement[bool]:
    """Whether a term of some lengths answers a query, where the index knows lengths."""
    return _answers_postgresql(ways, band)


def _answers_postgresql(ways: Sequence[Way], band: Band | None) -> ColumnElement[bool]:
    in_index = literal_column("terms.words").op("@@")(cast(write_tsquery(ways, band), TSQUERY))
    return in_index if is_certain(ways) else and_(in_index, _holds(ways))


def _holds(ways: Sequence[Way]) -> ColumnElement[bool]:
    """Whether the keys of a term themselves answer a query."""
    return or_(*(and_(*(or_(*map(_holds_phrase, phrases)) for phrases in way)) for way in ways))


def _holds_phrase(phrase: Phrase) -> ColumnElement[bool]:
    keys = " " + " ".join(phrase.keys) + ("" if phrase.is_begun else " ")
    return func.strpos(" " + col(getattr(TermRow, phrase.column)) + " ", keys) > 0


def is_named(query: Query) -> ColumnElement[bool]:
    """Whether a term is what was typed, in one reading of it, and no word more."""
    spoken = [" ".join(way) for way in query.spoken]
    ways = [col(TermRow.plain) == " ".join(query.plain)]
    ways += [col(TermRow.pinyin).in_(spoken)] if spoken else []
    ways += [col(TermRow.initials) == " ".join(query.initials)] if query.initials else []
    return or_(*ways)


def begins(query: Query) -> ColumnElement[bool]:
    """Whether a term begins with what was typed."""
    start = " ".join(query.plain) + ("" if query.is_begun else " ")
    # A range and not LIKE, which no index helps here; no key has a character beyond z.
    return and_(col(TermRow.plain) >= start, col(TermRow.plain) < start + _AFTER_ALL_KEYS)


def rank(query: Query) -> ColumnElement[int]:
    """How well a term answers, the best first."""
    plain = " ".join(query.plain)
    spoken = [" ".join(way) for way in query.spoken]
    status = case(
        {name: place for place, name in enumerate(_STATUS_ORDER)}, value=col(TermRow.status), else_=9
    )
    initials = " ".join(query.initials)
    answer = case(
        (col(TermRow.plain) == plain, 0),
        (col(TermRow.pinyin).in_(spoken), 1),
        (and_(literal(bool(initials)), col(TermRow.initials) == initials), 2),
        (begins(query), 3),
        (and_(col(TermRow.language) == Language.ZH, literal(is_foreign_last(query))), 5),
        else_=4,
    )
    # The shorter of two terms is the nearer one.
    return answer * 1000 + _counted_length() * 10 + status


def _counted_length() -> ColumnElement[int]:
    length = func.length(TermRow.text)
    return case((length < LONGEST_COUNTED, length), else_=LONGEST_COUNTED)


def is_of_length(band: Band) -> ColumnElement[bool]:
    """Whether a term is as long as those of a band, in whatever language."""
    return _counted_length().between(band.shortest, band.longest)
