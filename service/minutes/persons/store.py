"""Registered persons in the database: kept, found, listed."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, insert, or_, tuple_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from service.accounts.store import handles
from service.accounts.tables import OfficeRow
from service.core.message import message
from service.db.base import now
from service.minutes.persons.listing import (
    Findable,
    NameKeys,
    PagePlace,
    PersonFilters,
    PersonPage,
    TypedName,
)
from service.minutes.persons.registered import KeptPerson, RegisteredPerson, RegisteredPersonUnknown
from service.minutes.persons.tables import (
    RegisteredNameRow,
    RegisteredPartRow,
    RegisteredPersonRow,
    RegisteredPositionRow,
    RegisteredRevisionRow,
)

CONCEPT, BODY = "concept", "body"


def get_person_row(
    session: Session, person_id: str, offices: Sequence[int], *, lock: bool = False
) -> RegisteredPersonRow:
    """The row of a person.

    Raises:
        RegisteredPersonUnknown: There is none in sight.
    """
    wanted = select(RegisteredPersonRow).where(
        RegisteredPersonRow.person_id == person_id, col(RegisteredPersonRow.office_id).in_(offices)
    )
    row = session.exec(wanted.with_for_update() if lock else wanted).first()
    if row is None:
        raise RegisteredPersonUnknown(message("there is no person {id}", id=person_id))
    return row


def get_registered(
    session: Session, person_id: str, offices: Sequence[int], *, lock: bool = False
) -> KeptPerson:
    """A person as the registry has them.

    Args:
        session: The unit.
        person_id: Public name.
        offices: Whose entries are in sight.
        lock: Keep others from changing the entry until the unit ends.

    Raises:
        RegisteredPersonUnknown: There is none in sight.
    """
    row = get_person_row(session, person_id, offices, lock=lock)
    return _kept(session, [row])[0]


def find_shipped(session: Session, concept_ids: Iterable[str]) -> dict[str, KeptPerson]:
    """The entries that came from concepts of the shipped termbase, by concept."""
    wanted = select(RegisteredPersonRow).where(col(RegisteredPersonRow.concept_id).in_(list(concept_ids)))
    return {one.concept_id or "": one for one in _kept(session, list(session.exec(wanted)))}


def namesakes(session: Session, exact: str, offices: Sequence[int]) -> list[KeptPerson]:
    """The entries of offices that have a written form with these keys."""
    called = columns(col(RegisteredNameRow.person_key)).where(col(RegisteredNameRow.exact) == f" {exact} ")
    wanted = (
        select(RegisteredPersonRow)
        .where(col(RegisteredPersonRow.office_id).in_(offices), col(RegisteredPersonRow.id).in_(called))
        .order_by(col(RegisteredPersonRow.id))
    )
    return _kept(session, list(session.exec(wanted)))


def _kept(session: Session, rows: Sequence[RegisteredPersonRow]) -> list[KeptPerson]:
    """Persons of rows, in their order."""
    if not rows:
        return []
    newest = (
        select(RegisteredRevisionRow, OfficeRow.code)
        .join(RegisteredPersonRow, col(RegisteredPersonRow.id) == RegisteredRevisionRow.person_key)
        .join(OfficeRow, col(OfficeRow.id) == RegisteredPersonRow.office_id)
        .where(col(RegisteredPersonRow.id).in_([row.id for row in rows]))
        .where(RegisteredRevisionRow.number == RegisteredPersonRow.row_version)
    )
    revisions = {one.person_key: (one, code) for one, code in session.exec(newest)}
    people = handles(session)
    return [_person(row, *revisions[row.id or 0], people) for row in rows]


def _person(
    row: RegisteredPersonRow, revision: RegisteredRevisionRow, office: str, people: dict[int, str]
) -> KeptPerson:
    return KeptPerson(
        person_id=row.person_id,
        office=office,
        row_version=revision.number,
        content=RegisteredPerson.model_validate_json(revision.content),
        author=None if revision.author_id is None else people[revision.author_id],
        saved_at=revision.saved_at,
        concept_id=row.concept_id,
    )


def history(session: Session, person_id: str, offices: Sequence[int]) -> list[KeptPerson]:
    """Everything that was said of a person, the newest first.

    Raises:
        RegisteredPersonUnknown: There is none in sight.
    """
    row = get_person_row(session, person_id, offices)
    office = session.get_one(OfficeRow, row.office_id)
    people = handles(session)
    wanted = (
        select(RegisteredRevisionRow)
        .where(RegisteredRevisionRow.person_key == row.id)
        .order_by(col(RegisteredRevisionRow.number).desc())
    )
    return [_person(row, one, office.code, people) for one in session.exec(wanted)]


def add_person(
    session: Session,
    named: tuple[str, str | None],
    office_id: int,
    author_id: int | None,
    said: tuple[RegisteredPerson, Findable],
) -> None:
    """Keep a new person.

    Args:
        session: The unit.
        named: Public name, and the concept of the shipped termbase that the entry comes from.
        office_id: Whose entry it is.
        author_id: Who saves it; None for the shipped termbase.
        said: What is said of the person, and what they are found by.
    """
    content, findable = said
    row = RegisteredPersonRow(
        person_id=named[0],
        concept_id=named[1],
        office_id=office_id,
        side=content.side.value,
        vi_sort=findable.vi_sort,
        zh_sort=findable.zh_sort,
    )
    session.add(row)
    session.flush()
    _write(session, row, author_id, said)


def save_person(
    session: Session, person_id: str, author_id: int | None, said: tuple[RegisteredPerson, Findable]
) -> None:
    """Keep what is said of a person from now on."""
    wanted = select(RegisteredPersonRow).where(RegisteredPersonRow.person_id == person_id)
    row = session.exec(wanted).one()
    row.row_version += 1
    row.side, row.vi_sort, row.zh_sort = said[0].side.value, said[1].vi_sort, said[1].zh_sort
    session.add(row)
    for table in (RegisteredNameRow, RegisteredPositionRow):
        session.execute(delete(table).where(col(table.person_key) == row.id))
    _write(session, row, author_id, said)


def delete_person(session: Session, person_id: str) -> None:
    """Delete a person with everything that was ever said of them."""
    row = session.exec(select(RegisteredPersonRow).where(RegisteredPersonRow.person_id == person_id)).one()
    session.execute(delete(RegisteredRevisionRow).where(col(RegisteredRevisionRow.person_key) == row.id))
    session.delete(row)  # names and positions go with it
    session.flush()


def _write(
    session: Session,
    row: RegisteredPersonRow,
    author_id: int | None,
    said: tuple[RegisteredPerson, Findable],
) -> None:
    content, findable = said
    key = row.id or 0
    revision = RegisteredRevisionRow(
        person_key=key,
        number=row.row_version,
        author_id=author_id,
        saved_at=now(),
        content=content.model_dump_json(exclude_unset=True),
    )
    # A space at both ends: what is typed meets whole tokens, or their beginning.
    names = [RegisteredNameRow(person_key=key, **_with_spaces(keys)) for keys in findable.names]
    positions = [
        RegisteredPositionRow(person_key=key, first_day=one.first, last_day=one.last)
        for one in findable.positions
    ]
    session.add_all([revision, *names, *positions])
    session.flush()
    parts = [
        {"position_key": position.id, "kind": kind, "value": value}
        for position, one in zip(positions, findable.positions, strict=True)
        for kind, values in ((CONCEPT, one.concepts), (BODY, one.bodies))
        for value in sorted(values)
    ]
    if parts:
        session.execute(insert(RegisteredPartRow), parts)


def _with_spaces(keys: NameKeys) -> dict[str, Any]:
    return {name: f" {text} " for name, text in keys._asdict().items()}


def list_persons(session: Session, filters: PersonFilters) -> PersonPage:
    """One page of what a list is narrowed to."""
    key = col(RegisteredPersonRow.zh_sort if filters.sorts_zh else RegisteredPersonRow.vi_sort)
    number = col(RegisteredPersonRow.id)
    wanted = select(RegisteredPersonRow).where(*_conditions(filters)).order_by(key, number)
    if filters.after is not None:
        wanted = wanted.where(tuple_(key, number) > tuple_(*filters.after))
    rows = list(session.exec(wanted.limit(filters.most + 1)))
    shown = rows[: filters.most]
    after = None
    if len(rows) > filters.most:
        last = shown[-1]
        after = PagePlace(last.zh_sort if filters.sorts_zh else last.vi_sort, last.id or 0)
    return PersonPage(_kept(session, shown), after)


def _conditions(filters: PersonFilters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [col(RegisteredPersonRow.office_id).in_(filters.offices)]
    if filters.side:
        found.append(col(RegisteredPersonRow.side) == filters.side.value)
    if filters.name:
        found.append(_is_called(filters.name))
    if filters.bodies:
        found.append(_holds(filters))
    elif filters.day:
        positions = columns(col(RegisteredPositionRow.id)).where(_of_person())
        found.append(or_(_holds(filters), ~exists(positions)))
    return found


def _of_person() -> ColumnElement[bool]:
    return col(RegisteredPositionRow.person_key) == col(RegisteredPersonRow.id)


def _holds(filters: PersonFilters) -> ColumnElement[bool]:
    """A position on the day, in the body."""
    position = columns(col(RegisteredPositionRow.id)).where(_of_person())
    if filters.day:
        first, last = col(RegisteredPositionRow.first_day), col(RegisteredPositionRow.last_day)
        position = position.where(or_(first.is_(None), first <= filters.day))
        position = position.where(or_(last.is_(None), last >= filters.day))
    if filters.bodies:
        kind, value = col(RegisteredPartRow.kind), col(RegisteredPartRow.value)
        position = position.join(
            RegisteredPartRow, col(RegisteredPartRow.position_key) == RegisteredPositionRow.id
        ).where(or_(*(and_(kind == one, value == text) for one, text in filters.bodies)))
    return exists(position)


def _is_called(name: TypedName) -> ColumnElement[bool]:
    named = columns(col(RegisteredNameRow.id)).where(
        col(RegisteredNameRow.person_key) == col(RegisteredPersonRow.id)
    )
    ways = (
        and_(
            *(
                or_(*(getattr(RegisteredNameRow, column).contains(run, autoescape=True) for run in runs))
                for column, runs in way
            )
        )
        for way in name.ways
    )
    return exists(named.where(or_(*ways)))


def naming(session: Session, concept_id: str, offices: Sequence[int]) -> list[KeptPerson]:
    """Persons in sight whose name or position is made of a concept."""
    parts = (
        columns(col(RegisteredPositionRow.person_key))
        .join(RegisteredPartRow, col(RegisteredPartRow.position_key) == RegisteredPositionRow.id)
        .where(col(RegisteredPartRow.kind) == CONCEPT, col(RegisteredPartRow.value) == concept_id)
    )
    wanted = (
        select(RegisteredPersonRow)
        .where(col(RegisteredPersonRow.office_id).in_(offices))
        .where(or_(col(RegisteredPersonRow.id).in_(parts), col(RegisteredPersonRow.concept_id) == concept_id))
        .order_by(col(RegisteredPersonRow.vi_sort), col(RegisteredPersonRow.id))
    )
    return _kept(session, list(session.exec(wanted)))
