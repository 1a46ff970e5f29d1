"""What routes of several domains share."""

from fastapi import Request

from service.actions.live import LiveGlossary, Snapshot
from service.actions.work import Work


def live_glossary(request: Request) -> LiveGlossary:
    """The glossary in memory."""
    live: LiveGlossary = request.app.state.glossary
    return live


def snapshot_of(request: Request, work: Work, version: int | None = None) -> Snapshot:
    """The glossary of the office of who asks, at the newest version or at an earlier one."""
    return live_glossary(request).of(work.actor.office.office_id, version)
