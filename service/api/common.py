"""What routes of several domains share."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, TypeAlias

from fastapi import Depends, Request, Response

from service.actions.live import LiveGlossary, Snapshot
from service.actions.work import Work
from service.http.etags import is_known, seen, set_tag


@dataclass(frozen=True)
class Exchange:
    """A request and the answer to it, for what their headers say."""

    request: Request
    response: Response

    @property
    def seen(self) -> int:
        """The state that the author of a change saw.

        Raises:
            TagMissing: The request has no If-Match.
            TagUnreadable: It has one that no answer gave.
        """
        return seen(self.request)

    def show(self, row_version: int) -> None:
        """Say which state the answer shows; 304 where the reader has it already."""
        set_tag(self.response, row_version)
        if self.request.method == "GET" and is_known(self.request, row_version):
            self.response.status_code = 304


async def _exchange(request: Request, response: Response) -> Exchange:
    return Exchange(request, response)


Talk: TypeAlias = Annotated[Exchange, Depends(_exchange)]


def today() -> date:
    """The day of the installation's own clock."""
    return datetime.now().astimezone().date()


def live_glossary(request: Request) -> LiveGlossary:
    """The glossary in memory."""
    live: LiveGlossary = request.app.state.glossary
    return live


def snapshot_of(request: Request, work: Work, version: int | None = None) -> Snapshot:
    """The glossary of the office of who asks, at the newest version or at an earlier one."""
    return live_glossary(request).of(work.actor.office.office_id, version)
