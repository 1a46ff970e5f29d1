"""How soon a change is live in another process: 20,000 and 200,000 terms, two processes, one database.

One process approves a concept over REST; the clock runs from its answer until the other one finds the term.
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

from httpx2 import Client
from report import write_section
from search import make_concepts

from service.db.engine import database_url, open_engine
from service.db.unit_of_work import unit_of_work
from service.glossary.store.bulk import add_approved
from service.glossary.store.versions import next_version
from service.migrations.upgrade import upgrade

_ROOT = Path(__file__).parent.parent
sys.path.append(str(_ROOT / "tests"))
from rest import approve_new  # noqa: E402 - lives with the tests
from servers import running_service  # noqa: E402

_CONCEPTS = (6_667, 66_667)
_RUNS = 3
_LAN = {"X-Bienban-Person": "lan"}


def main() -> None:
    """Measure and write the section."""
    lines = ["| terms | live in the other process, s, median | slowest, s |", "|--:|--:|--:|"]
    for count in _CONCEPTS:
        with tempfile.TemporaryDirectory() as folder:
            times = _times(folder, count)
        lines.append(f"| {3 * count:,} | {median(times):.1f} | {max(times):.1f} |")
    write_section("live", "A change in every process", lines, ["bienban", "ahocorasick-rs"])
    print("\n".join(lines))


def _times(folder: str, count: int) -> list[float]:
    url = database_url("", Path(folder))
    upgrade(url)
    engine = open_engine(url)
    with unit_of_work(engine, writing=True) as session:
        concepts = list(make_concepts(Random(6), count))  # noqa: S311 - the same in every run
        add_approved(session, 1, concepts, next_version(session, 1, "bench"))
    engine.dispose()
    environment = {"BIENBAN_DATA_DIR": folder}
    with (
        running_service(environment, "--as", "lan") as (one, _),
        running_service(environment, "--as", "lan") as (other, _),
    ):
        return [_seconds(one, other, f"sổ theo dõi số {number} mới") for number in range(_RUNS)]


def _seconds(one: Client, other: Client, name: str) -> float:
    approve_new(one, name, "登记簿" + "一二三四五六七八九"[int(name.split()[-2])])
    start = time.perf_counter()
    while True:
        asked = {"text": name, "language": "vi"}
        answer = other.post("/api/v1/annotations", json=asked, headers=_LAN).json()
        if any(found["text"] == name for found in answer["annotations"]):
            return time.perf_counter() - start
        time.sleep(0.05)


if __name__ == "__main__":
    main()
