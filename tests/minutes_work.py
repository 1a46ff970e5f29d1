"""Minutes for tests: desks of several people and offices, each call one unit of work."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine
from sqlmodel import select

from samples import SMALL, read
from service.accounts.people import Role
from service.accounts.store import open_chain
from service.accounts.tables import OfficeRow, PersonRoleRow, PersonRow
from service.actions.minutes import papers
from service.actions.work import Work, open_work
from service.db.unit_of_work import unit_of_work
from service.exchange.record_file import read_record
from service.minutes.kept import KeptMinutes
from service.minutes.record import Record

R = TypeVar("R")
POINT = {"stance": "agreed", "vi": "Hai bên nhất trí họp hằng năm.", "zh": "双方一致同意每年会晤。"}


class Desk:
    """A person's desk: each call is one unit of work."""

    def __init__(self, engine: Engine, handle: str) -> None:
        self.engine = engine
        self.handle = handle

    def do(self, act: Callable[[Work], R]) -> R:
        with unit_of_work(self.engine, writing=True) as session:
            return act(open_work(session, self.handle, "console"))

    def look(self, act: Callable[[Work], R]) -> R:
        with unit_of_work(self.engine, writing=False) as session:
            return act(open_work(session, self.handle, "console"))

    def create(self, record: Record | None = None) -> KeptMinutes:
        return self.do(lambda work: papers.create_minutes(work, record or read(SMALL)))

    def read(self, minutes_id: str) -> KeptMinutes:
        return self.look(lambda work: papers.read_minutes(work, minutes_id))


def add_person(engine: Engine, office: str, handle: str, *roles: Role) -> Desk:
    """Somebody with some roles, in an office that is made where it is not there yet."""
    with unit_of_work(engine, writing=True) as session:
        found = {row.code: row for row in session.exec(select(OfficeRow))}
        if office not in found:
            # PostgreSQL counts its own numbers: those given here are far above them.
            row = OfficeRow(id=100 + len(found), code=office, name_vi=office, name_zh=office)
            session.add(row)
            session.flush()
            open_chain(session, row.id or 0)
            found[office] = row
        person = PersonRow(office_id=found[office].id or 0, handle=handle, name=handle.title(), is_local=True)
        session.add(person)
        session.flush()
        session.add_all([PersonRoleRow(person_id=person.id or 0, role=role.value) for role in roles])
    return Desk(engine, handle)


def accepted(data: dict[str, Any]) -> Record:
    """A record of plain data."""
    return read_record(json.dumps(data, ensure_ascii=False).encode(), "generated.json")[0]


def example(path: Path) -> Record:
    """A record of a file."""
    return read_record(path.read_bytes(), path.name)[0]
