"""Lists of concepts: searched, filtered, sorted, page by page; the same answers on both databases."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Label,
    Select,
    Subquery,
    and_,
    case,
    func,
    literal,
    literal_column,
    or_,
    true,
    tuple_,
)
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from service.accounts.store import handles
from service.accounts.tables import OfficeRow
from service.core.languages import Language
from service.glossary.life import KeptConcept, State
from service.glossary.listing import Filters, Page, Place, Wanted
from service.glossary.queries import Query, Sort, write_fts5, write_tsquery
from service.glossary.store.rows import CURRENT, PENDING, read_revision
from service.glossary.tables import ConceptRow, RevisionRow, TermRow

_PENDING_STATES = frozenset((State.DRAFT, State.PROPOSED))
_LONG = 99
_AFTER_ALL_KEYS = "~"
_STATUS_ORDER = ("preferred", "admitted", "abbreviation", "search", "deprecated")


def list_concepts(session: Session, filters: Filters, wanted: Wanted) -> Page:
    """One page of what a list is narrowed to."""
    rows: list[Place] = []
    conditions = _conditions(session, filters)
    for tier in _tiers(session, wanted):
        page = _page(_found(wanted, [*conditions, *tier]), wanted, wanted.most + 1 - len(rows))
        rows += [Place(*row) for row in session.execute(page)]
        if len(rows) > wanted.most:
            break
    shown = rows[: wanted.most]
    concepts = _kept(session, [row.number for row in shown])
    return Page(concepts, shown[-1] if len(rows) > wanted.most else None)


def _tiers(session: Session, wanted: Wanted) -> list[list[ColumnElement[bool]]]:
    """What a list is made of, one after the other: the best answers come from an index of whole terms.

    A syllable that thousands of terms hold fills its first page with terms that are or begin with it; the
    others are looked for only where a page is not yet full.
    """
    query = wanted.query
    if query is None:
        return [[]]
    answers = _answers(session, query)
    if wanted.sort is not Sort.MATCH or query.exact or query.with_d:
        return [[answers]]
    whole, begins = _is_whole(query), _begins(query)
    return [[whole], [begins, _none_of(whole)], [answers, _none_of(whole), _none_of(begins)]]


def _none_of(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """No term of the revision is of an earlier tier."""
    return col(RevisionRow.id).not_in(columns(col(TermRow.revision_id)).where(condition).correlate(None))


def _is_whole(query: Query) -> ColumnElement[bool]:
    spoken = [" ".join(way) for way in query.spoken]
    ways = [col(TermRow.plain) == " ".join(query.plain)]
    ways += [col(TermRow.pinyin).in_(spoken)] if spoken else []
    ways += [col(TermRow.initials) == " ".join(query.initials)] if query.initials else []
    return or_(*ways)


def _begins(query: Query) -> ColumnElement[bool]:
    start = " ".join(query.plain) + ("" if query.is_begun else " ")
    # A range and not LIKE, which no index helps here; no key has a character beyond z.
    return and_(col(TermRow.plain) >= start, col(TermRow.plain) < start + _AFTER_ALL_KEYS)


def _found(wanted: Wanted, conditions: Sequence[ColumnElement[bool]]) -> Subquery:
    key: Label[Any] = col(RevisionRow.zh_sort if wanted.sort is Sort.ZH else RevisionRow.vi_sort).label("key")
    number: Label[Any] = col(RevisionRow.id).label("number")
    if wanted.query is None:
        return columns(literal_column("0").label("rank"), key, number).where(*conditions).subquery()
    rank = _rank(wanted.query) if wanted.sort is Sort.MATCH else literal_column("0")
    return (
        columns(func.min(rank).label("rank"), key, number)
        .join(TermRow, col(TermRow.revision_id) == RevisionRow.id)
        .where(*conditions)
        .group_by(key.element, number.element)
        .subquery()
    )


def _page(found: Subquery, wanted: Wanted, most: int) -> Select[Any]:
    order = (found.c.rank, found.c.key, found.c.number)
    page = columns(*order).order_by(*order).limit(most)
    return page if wanted.after is None else page.where(tuple_(*order) > tuple_(*wanted.after))


def _rank(query: Query) -> ColumnElement[int]:
    """How well a term answers, the best first."""
    plain = " ".join(query.plain)
    spoken = [" ".join(way) for way in query.spoken]
    status = case(
        {name: place for place, name in enumerate(_STATUS_ORDER)}, value=col(TermRow.status), else_=9
    )
    initials = " ".join(query.initials)
    # Letters are a Vietnamese word before they are pinyin; the shorter of two terms is the nearer one.
    answer = case(
        (col(TermRow.plain) == plain, 0),
        (col(TermRow.pinyin).in_(spoken), 1),
        (and_(literal(bool(initials)), col(TermRow.initials) == initials), 2),
        (_begins(query), 3),
        (and_(col(TermRow.language) == Language.ZH, literal(plain.startswith("v"))), 5),
        else_=4,
    )
    length = func.length(TermRow.text)
    return answer * 1000 + case((length < _LONG, length), else_=_LONG) * 10 + status


def _answers(session: Session, query: Query) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "sqlite":
        found: Select[Any] = columns(literal_column("rowid")).select_from(
            func.terms_index(write_fts5(query)).alias("found")
        )
        return col(TermRow.id).in_(found)
    return or_(
        *(
            and_(
                *(
                    func.to_tsvector(literal_column("'simple'"), getattr(TermRow, column)).op("@@")(
                        func.to_tsquery(literal_column("'simple'"), text)
                    )
                    for column, text in way
                )
            )
            for way in write_tsquery(query)
        )
    )


def _conditions(session: Session, filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        col(RevisionRow.office_id).in_(filters.offices),
        *_of_states(filters.states),
    ]
    if filters.categories:
        found.append(col(RevisionRow.category).in_(filters.categories))
    if filters.confidences:
        found.append(col(RevisionRow.confidence).in_(filters.confidences))
    if filters.valid_on:
        first, last = col(RevisionRow.valid_first), col(RevisionRow.valid_last)
        found += [
            or_(first.is_(None), first <= filters.valid_on),
            or_(last.is_(None), last >= filters.valid_on),
        ]
    if filters.place:
        places = _places_in(session, filters.place, filters.offices)
        of_places = select(ConceptRow.id).where(col(ConceptRow.concept_id).in_(places))
        found.append(or_(col(RevisionRow.part_of).in_(places), col(RevisionRow.concept_key).in_(of_places)))
    return found


def _of_states(states: Sequence[State]) -> list[ColumnElement[bool]]:
    is_shown = col(RevisionRow.is_shown) == true()
    if not states:
        return [is_shown]
    of_state = col(RevisionRow.state).in_([state.value for state in states])
    if _PENDING_STATES.isdisjoint(states):
        return [of_state, col(RevisionRow.layer) == CURRENT]
    if _PENDING_STATES.issuperset(states):
        return [of_state, col(RevisionRow.layer) == PENDING]
    return [of_state, is_shown]


def _places_in(session: Session, place: str, offices: Sequence[int]) -> list[str]:
    """A place and all places in it."""
    found, newest = [place], [place]
    while newest:
        inside = (
            select(ConceptRow.concept_id)
            .join(RevisionRow, col(RevisionRow.concept_key) == ConceptRow.id)
            .where(col(RevisionRow.part_of).in_(newest), col(RevisionRow.is_shown))
            .where(col(RevisionRow.office_id).in_(offices))
        )
        newest = [one for one in session.exec(inside) if one not in found]
        found += newest
    return found


def _kept(session: Session, numbers: Sequence[int]) -> list[KeptConcept]:
    """Concepts whose revisions have these numbers, in their order."""
    keys = {number: place for place, number in enumerate(numbers)}
    wanted = (
        select(RevisionRow.id, ConceptRow, OfficeRow.code)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .join(OfficeRow, col(OfficeRow.id) == ConceptRow.office_id)
        .where(col(RevisionRow.id).in_(numbers))
    )
    found = sorted(session.exec(wanted).all(), key=lambda row: keys[row[0] or 0])
    living = session.exec(
        select(RevisionRow)
        .where(col(RevisionRow.concept_key).in_([row.id for _, row, _ in found]))
        .where(col(RevisionRow.layer).in_([CURRENT, PENDING]))
    ).all()
    people = handles(session)
    layers = {(one.concept_key, one.layer): read_revision(one, people) for one in living}
    return [
        KeptConcept(
            row.concept_id,
            code,
            row.row_version,
            layers.get((row.id or 0, CURRENT)),
            layers.get((row.id or 0, PENDING)),
        )
        for _, row, code in found
    ]
