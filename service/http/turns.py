"""Requests wait for the database on the event loop, not in threads.

A unit of work is begun in one thread and its endpoint runs in another, which must be free: where those that
wait for a lock or a connection hold every thread, who has the lock gets none, and all stand still until
something times out. So no more units begin than there are threads for, and on the embedded database, which
has one writer, none that writes begins before the one before has ended; that is also their order.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from fastapi.dependencies.models import Dependant

from service.http.guard import Guard

_MOST_UNITS = 20  # the framework has 40 threads, the engine 20 connections that it keeps


@dataclass
class _Queues:
    """What requests of one event loop wait for."""

    units: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_MOST_UNITS))
    writer: asyncio.Lock = field(default_factory=asyncio.Lock)


class Turns:
    """Whose turn it is to begin a unit of work."""

    def __init__(self, *, one_writer: bool) -> None:
        """Begin with nobody waiting.

        Args:
            one_writer: The database takes one writer at a time.
        """
        self._one_writer = one_writer
        self._queues: WeakKeyDictionary[asyncio.AbstractEventLoop, _Queues] = WeakKeyDictionary()

    @asynccontextmanager
    async def take(self, *, writing: bool) -> AsyncIterator[None]:
        """Wait for a turn, and hold it until the unit has ended.

        Args:
            writing: Whether the unit changes anything.
        """
        queues = self._queues.setdefault(asyncio.get_running_loop(), _Queues())
        if not (writing and self._one_writer):
            async with queues.units:
                yield
            return
        # Who waits to write takes no unit from those who read.
        async with queues.writer, queues.units:
            yield


def is_writing(dependant: Dependant) -> bool:
    """Whether a route's unit changes anything, as its guard says."""
    guards = (one.call for one in dependant.dependencies)
    return any(isinstance(one, Guard) and one.writing for one in guards) or any(
        map(is_writing, dependant.dependencies)
    )
