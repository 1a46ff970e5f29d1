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
from service.glossary.concepts import Concept
from service.glossary.forms import Form, forms_of
from service.glossary.life import KeptConcept, State
from service.glossary.listing import Duplicate, Filters, Page, Place, Wanted
from service.glossary.nearness import is_near, lengths_near
from service.glossary.plain import load_concept
from service.glossary.queries import Query, Sort, write_fts5, write_tsquery
from service.glossary.search_keys import keys_of
from service.glossary.store.rows import CURRENT, PENDING, read_revision
from service.glossary.tables import ConceptRow, RevisionRow, TermRow
from service.glossary.vocabulary import Status

_PENDING_STATES = frozenset((State.DRAFT, State.PROPOSED))
_MOST_DUPLICATES = 50
_LONG = 99
_STATUS_ORDER = ("preferred", "admitted", "abbreviation", "search", "deprecated")


def list_concepts(session: Session, filters: Filters, wanted: Wanted) -> Page:
    """One page of what a list is narrowed to."""
    rows = [Place(*row) for row in session.execute(_page(_found(session, filters, wanted), wanted))]
    most = wanted.most
    concepts = _kept(session, [row.number for row in rows[:most]])
    return Page(concepts, rows[most - 1] if len(rows) > most else None)


def _found(session: Session, filters: Filters, wanted: Wanted) -> Subquery:
    key: Label[Any] = col(RevisionRow.zh_sort if wanted.sort is Sort.ZH else RevisionRow.vi_sort).label("key")
    number: Label[Any] = col(RevisionRow.id).label("number")
    conditions = _conditions(session, filters)
    if wanted.query is None:
        return columns(literal_column("0").label("rank"), key, number).where(*conditions).subquery()
    rank = _rank(wanted.query) if wanted.sort is Sort.MATCH else literal_column("0")
    return (
        columns(func.min(rank).label("rank"), key, number)
        .join(TermRow, col(TermRow.revision_id) == RevisionRow.id)
        .where(*conditions, _answers(session, wanted.query))
        .group_by(key.element, number.element)
        .subquery()
    )


def _page(found: Subquery, wanted: Wanted) -> Select[Any]:
    order = (found.c.rank, found.c.key, found.c.number)
    page = columns(*order).order_by(*order).limit(wanted.most + 1)
    return page if wanted.after is None else page.where(tuple_(*order) > tuple_(*wanted.after))


def _rank(query: Query) -> ColumnElement[int]:
    """How well a term answers, the best first."""
    plain = " ".join(query.plain)
    spoken = [" ".join(way) for way in query.spoken]
    begins = col(TermRow.plain).startswith(plain)
    status = case(
        {name: place for place, name in enumerate(_STATUS_ORDER)}, value=col(TermRow.status), else_=9
    )
    initials = " ".join(query.initials)
    # Letters are a Vietnamese word before they are pinyin; the shorter of two terms is the nearer one.
    answer = case(
        (col(TermRow.plain) == plain, 0),
        (col(TermRow.pinyin).in_(spoken), 1),
        (and_(literal(bool(initials)), col(TermRow.initials) == initials), 2),
        (begins, 3),
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


def find_namesakes(session: Session, concept: Concept, office_id: int) -> list[Concept]:
    """Concepts of an office that share a preferred name with one, in force or being worked on."""
    names = [keys_of(concept.terms(language).preferred).exact for language in Language]
    wanted = (
        select(RevisionRow.content)
        .join(TermRow, col(TermRow.revision_id) == RevisionRow.id)
        .where(col(TermRow.exact).in_(names), TermRow.status == Status.PREFERRED)
        .where(RevisionRow.office_id == office_id)
        .distinct()
    )
    return [load_concept(content) for content in session.exec(wanted)]


def find_duplicates(session: Session, concept: Concept, offices: Sequence[int]) -> list[Duplicate]:
    """Terms in sight that are much like those of a concept, the same ones first."""
    found: dict[tuple[str, str, str], Duplicate] = {}
    for form in forms_of(concept):
        if form.status is Status.SEARCH:
            continue
        for concept_id, text, status, plain in session.execute(_much_like(form, offices)):
            is_same = plain == keys_of(form.text).plain
            if concept_id != concept.concept_id and (is_same or is_near(form.text, text)):
                one = Duplicate(concept_id, form.language.value, text, status, form.text, is_same)
                found.setdefault((concept_id, form.language.value, text), one)
    return sorted(found.values(), key=lambda one: not one.is_same)[:_MOST_DUPLICATES]


def _much_like(form: Form, offices: Sequence[int]) -> Select[str, str, str, str]:
    """Terms of one language that are as long as a form, or nearly so."""
    shortest, longest = lengths_near(form.text)
    return (
        columns(col(ConceptRow.concept_id), col(TermRow.text), col(TermRow.status), col(TermRow.plain))
        .join(RevisionRow, col(RevisionRow.id) == TermRow.revision_id)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .where(col(RevisionRow.office_id).in_(offices), col(TermRow.language) == form.language)
        .where(
            or_(
                col(TermRow.plain) == keys_of(form.text).plain,
                func.length(TermRow.text).between(shortest, longest),
            )
        )
    )
