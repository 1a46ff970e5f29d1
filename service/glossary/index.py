"""Lists of concepts: searched, filtered, sorted, page by page; the same answers on both databases."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Label, Select, and_, func, literal_column, or_, true, tuple_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from service.glossary.life import State
from service.glossary.listing import Filters, Page, Place, Wanted
from service.glossary.queries import Query, Sort
from service.glossary.query_parts import Near, Part, parts_of
from service.glossary.query_writing import ways_of
from service.glossary.store.answering import (
    answers,
    answers_in,
    begins,
    is_named,
    is_of_length,
    knows_lengths,
    rank,
)
from service.glossary.store.concepts import kept_in_order
from service.glossary.store.rows import CURRENT, PENDING
from service.glossary.tables import ConceptRow, RevisionRow, TermRow

_PENDING_STATES = frozenset((State.DRAFT, State.PROPOSED))
_MOST_AT_ONCE = 1500


def list_concepts(session: Session, filters: Filters, wanted: Wanted) -> Page:
    """One page of what a list is narrowed to."""
    conditions = _conditions(session, filters)
    if wanted.query is not None and wanted.sort is Sort.MATCH and wanted.after is None:
        rows = _first_page(session, wanted.query, conditions, wanted.most)
    else:
        page = _page(session, wanted, conditions).limit(wanted.most + 1)
        rows = [Place(*row) for row in session.execute(page)]
    shown = rows[: wanted.most]
    concepts = kept_in_order(session, [row.number for row in shown])
    return Page(concepts, shown[-1] if len(rows) > wanted.most else None)


def _page(session: Session, wanted: Wanted, conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """A list in its order, from where the page before ended."""
    found = [] if wanted.query is None else [answers(session, ways_of(wanted.query))]
    if wanted.query is not None and wanted.sort is Sort.MATCH:
        chosen = _of_terms(_ranked(wanted.query, *found).subquery(), conditions)
    else:
        key: Label[Any] = col(RevisionRow.zh_sort if wanted.sort is Sort.ZH else RevisionRow.vi_sort).label(
            "key"
        )
        number: Label[Any] = col(RevisionRow.id).label("number")
        chosen = columns(literal_column("0").label("rank"), key, number).where(*conditions)
        terms = columns(col(TermRow.revision_id)).where(*found)
        chosen = chosen.where(number.element.in_(terms)) if found else chosen
    listed = chosen.subquery()
    order = (listed.c.rank, listed.c.key, listed.c.number)
    page = columns(*order).order_by(*order)
    return page if wanted.after is None else page.where(tuple_(*order) > tuple_(*wanted.after))


def _first_page(
    session: Session, query: Query, conditions: Sequence[ColumnElement[bool]], most: int
) -> list[Place]:
    """The best answers, part by part, and of what thousands of terms hold only the parts that are needed."""
    rows: list[Place] = []
    parts = [Part(Near.FIRST), Part(Near.HOLDS)]
    while parts and len(rows) <= most:
        part = parts.pop(0)
        smaller = parts_of(part, query) if part.near is not Near.HOLDS or knows_lengths(session) else []
        others = col(RevisionRow.id).not_in([row.number for row in rows])
        terms = _ranked(query, _holds_for(session, query, part))
        if smaller:
            terms = terms.limit(_MOST_AT_ONCE + 1)
        page = _few(terms, [*conditions, others], most + 1 - len(rows), is_whole=not smaller)
        found = session.execute(page).all()
        if smaller and found[0].counted > _MOST_AT_ONCE:
            parts[:0] = smaller
        else:
            rows += [Place(*row[1:]) for row in found if row.number is not None]
    return rows


def _ranked(query: Query, condition: ColumnElement[bool]) -> Select[Any]:
    best: Label[Any] = rank(query).label("rank")
    found: Select[Any] = columns(col(TermRow.revision_id), best)
    return found.where(condition)


def _of_terms(found: FromClause, conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """Revisions with the rank of the best of their terms."""
    best = (
        columns(found.c.revision_id, func.min(found.c.rank).label("rank"))
        .group_by(found.c.revision_id)
        .subquery()
    )
    key: Label[Any] = col(RevisionRow.vi_sort).label("key")
    number: Label[Any] = col(RevisionRow.id).label("number")
    return (
        columns(best.c.rank, key, number)
        .select_from(best)
        .join(RevisionRow, number.element == best.c.revision_id)
        .where(*conditions)
    )


def _few(
    terms: Select[Any], conditions: Sequence[ColumnElement[bool]], most: int, *, is_whole: bool
) -> Select[Any]:
    """The first revisions of some terms, beside the number of terms; none where those are too many."""
    found = terms.cte("found")
    counted = columns(func.count().label("counted")).select_from(found)
    page = _of_terms(found, conditions)
    if not is_whole:
        page = page.where(counted.scalar_subquery() <= _MOST_AT_ONCE)
    first = page.order_by("rank", "key", "number").limit(most).subquery()
    order = (first.c.rank, first.c.key, first.c.number)
    total = counted.subquery()
    return columns(total.c.counted, *order).select_from(total.outerjoin(first, true())).order_by(*order)


def _holds_for(session: Session, query: Query, part: Part) -> ColumnElement[bool]:
    """Whether a term is of a part."""
    ways, (near, band) = ways_of(query), part
    if near is Near.HOLDS:
        return answers_in(ways, band) if band else answers(session, ways)
    named = [] if near is Near.BEGINS else [is_named(query)]
    begun = [] if near is Near.NAMED else [begins(query)]
    found = [or_(*named, *begun), *([is_of_length(band)] if band else [])]
    # Where no accents were typed, what is named or begins so is an answer.
    is_accented = query.exact or query.with_d
    return and_(*found, *([answers(session, ways)] if is_accented else []))


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
