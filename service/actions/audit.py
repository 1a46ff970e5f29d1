"""Looking after the record of who did what."""

import json
from collections.abc import Iterator

from sqlalchemy import Engine

from service.accounts.access.store.people import find_office
from service.accounts.audit import Link, Sought, Verdict
from service.accounts.people import OfficeUnknown
from service.accounts.store import events, verify_chains
from service.actions.work import Work
from service.core.message import message
from service.db.unit_of_work import unit_of_work

_AT_ONCE = 1000


def look_over_chains(engine: Engine) -> list[Verdict]:
    """Walk every office's audit chain."""
    with unit_of_work(engine, writing=False) as session:
        return verify_chains(session)


def list_events(work: Work, sought: Sought) -> list[Link]:
    """Events of the own office's chain, the newest first."""
    return events(work.session, work.actor.office.office_id, sought)


def office_number(engine: Engine, code: str) -> int:
    """Number of an office, which the digests of its chain hold.

    Raises:
        OfficeUnknown: There is none of that code.
    """
    with unit_of_work(engine, writing=False) as session:
        office = find_office(session, code)
    if office is None:
        raise OfficeUnknown(message("there is no office {code}", code=code))
    return office.office_id


def export_chain(engine: Engine, office_id: int) -> Iterator[str]:
    """A chain as lines of JSON, the first event first, with all that its digests are made of.

    Units stay short: a chain only grows, so what was read does not change while the rest is.
    """
    after = 0
    while True:
        with unit_of_work(engine, writing=False) as session:
            page = events(session, office_id, Sought(after=after, most=_AT_ONCE))
        yield from (_line(one, office_id) for one in page)
        if len(page) < _AT_ONCE:
            return
        after = page[-1].sequence


def _line(one: Link, office_id: int) -> str:
    data = {**vars(one), "at": one.at.isoformat(), "office_id": office_id}
    return json.dumps(data, ensure_ascii=False) + "\n"
