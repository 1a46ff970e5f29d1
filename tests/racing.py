"""Things done at the same moment, and how each ended."""

import threading
from collections.abc import Callable

from service.core.message import BienbanError


def at_once(*acts: Callable[[], object]) -> list[type[BaseException] | None]:
    """Do things at the same moment; how each ended."""
    ends: list[type[BaseException] | None] = [None] * len(acts)
    start = threading.Barrier(len(acts))

    def run(place: int) -> None:
        start.wait()
        try:
            acts[place]()
        except BienbanError as error:
            ends[place] = type(error)

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends
