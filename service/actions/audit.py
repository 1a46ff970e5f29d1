"""Looking after the record of who did what."""

from sqlalchemy import Engine

from service.accounts.audit import Verdict
from service.accounts.store import verify_chains
from service.db.unit_of_work import unit_of_work


def look_over_chains(engine: Engine) -> list[Verdict]:
    """Walk every office's audit chain."""
    with unit_of_work(engine, writing=False) as session:
        return verify_chains(session)
