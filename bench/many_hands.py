"""The service under many hands: editors who save at once, texts annotated, the glossary searched.

Real processes: `bienban serve` on SQLite and on PostgreSQL, and this one, which asks it over HTTP connections
that stay open. Fifty editors each save a segment of their own once a second; a save counts when the service
has answered, which it does after the commit is on the disk. Its time runs from when it was due, not from when
it was sent, so that a slow answer is not hidden by the ones that wait behind it.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from httpx2 import AsyncClient, Limits
from report import write_section

_ROOT = Path(__file__).parent.parent
sys.path.append(str(_ROOT / "tests"))
from minutes_rest import RECORD  # noqa: E402 - lives with the tests
from postgresql import drop_database, new_database, running_postgresql  # noqa: E402
from servers import running_service  # noqa: E402

EDITORS = 50
_SAVES = 30
_READERS = 8
_READING_S = 10
_WARM_UP = 3
_QUERIES = (
    "so ngoai vu",
    "tỉnh Hà Giang",
    "外事",
    "waishi",
    "wsb",
    "bien ban",
    "cửa khẩu",
    "口岸",
    "UBND",
    "云南省",
)
_TEXT = "Giám đốc Sở Ngoại vụ tỉnh Hà Giang đã hội đàm với Văn phòng Ngoại sự tỉnh Vân Nam. "


class Saving(NamedTuple):
    """What the editors met.

    Attributes:
        times_ms: Of every save, from when it was due until it was acknowledged.
        errors: Answers other than 200.
        cpu_s: What the service took meanwhile.
    """

    times_ms: list[float]
    errors: list[str]
    cpu_s: float


def main() -> None:
    """Measure and write the section, or print it as JSON."""
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true", help="print the figures, write nothing")
    options.add_argument("--seconds", type=int, default=_SAVES, help="how often each editor saves")
    chosen = options.parse_args()
    figures = {name: measure(environment, chosen.seconds) for name, environment in _databases()}
    if chosen.json:
        print(json.dumps(figures, indent=1))
        return
    lines = _table(figures)
    write_section("service", "The service under many hands", lines, ["bienban", "fastapi", "uvicorn"])
    print("\n".join(lines))


def _databases() -> Iterator[tuple[str, Mapping[str, str]]]:
    with tempfile.TemporaryDirectory() as folder:
        yield "SQLite", {"BIENBAN_DATA_DIR": folder}
    with running_postgresql(durable=True) as server, tempfile.TemporaryDirectory() as folder:
        url = new_database(server)
        address = url.render_as_string(hide_password=False)
        yield "PostgreSQL", {"BIENBAN_DATA_DIR": folder, "BIENBAN_DATABASE_URL": address}
        drop_database(url, server)


def measure(environment: Mapping[str, str], seconds: int) -> dict[str, float]:
    """Measure one service."""
    with running_service(environment, "--as", "lan") as (client, process):
        asyncio.run(_edit(str(client.base_url), process.pid, _WARM_UP))
        saving = asyncio.run(_edit(str(client.base_url), process.pid, seconds))
        annotations = asyncio.run(_rate(str(client.base_url), _annotate))
        searches = asyncio.run(_rate(str(client.base_url), _search))
    p95 = quantiles(saving.times_ms, n=20)[-1]
    return {
        "saves": len(saving.times_ms),
        "errors": len(saving.errors),
        "median_ms": round(median(saving.times_ms), 1),
        "p95_ms": round(p95, 1),
        "slowest_ms": round(max(saving.times_ms), 1),
        "cpu_of_a_save_ms": round(saving.cpu_s / len(saving.times_ms) * 1000, 1),
        "annotations_per_s": round(annotations),
        "searches_per_s": round(searches),
    }


@contextmanager
def _asking(base: str, connections: int) -> Iterator[AsyncClient]:
    limits = Limits(max_connections=connections, max_keepalive_connections=connections)
    yield AsyncClient(base_url=base, limits=limits, timeout=60)


async def _edit(base: str, process: int, seconds: int) -> Saving:
    with _asking(base, EDITORS) as client:
        segments = await _papers(client)
        cpu = _cpu_s(process)
        found = await asyncio.gather(
            *(_editor(client, *segments[number], number, seconds) for number in range(EDITORS))
        )
        spent = _cpu_s(process) - cpu
        await client.aclose()
    times = [one for mine, _ in found for one in mine]
    return Saving(times, [one for _, errors in found for one in errors], spent)


async def _papers(client: AsyncClient) -> list[tuple[str, str]]:
    """Five papers, a segment for each editor: (address of the segment, its tag)."""
    places: list[tuple[str, str]] = []
    record = deepcopy(RECORD)
    point = {"stance": "agreed", "vi": "Hai bên nhất trí.", "zh": "双方一致同意。"}
    record["sections"][0]["items"] = [point] * (EDITORS // 5)
    for _ in range(5):
        made = (await client.post("/api/v1/minutes", json=record)).json()
        mine = [one for one in made["segments"] if ".items[" in one["path"]]
        places += [(f"/api/v1/minutes/{made['id']}/segments/{one['id']}", one["etag"]) for one in mine]
    return places


async def _editor(
    client: AsyncClient, place: str, tag: str, number: int, seconds: int
) -> tuple[list[float], list[str]]:
    times: list[float] = []
    errors: list[str] = []
    first = time.perf_counter() + number / EDITORS
    for second in range(seconds):
        due = first + second
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        texts = {"vi": f"Hai bên nhất trí điểm {number}, lần {second}.", "zh": f"双方一致同意第{number}点。"}
        answer = await client.put(place, json=texts, headers={"If-Match": tag})
        times.append((time.perf_counter() - due) * 1000)
        if answer.status_code == 200:  # noqa: PLR2004 - HTTP's own number
            tag = answer.headers["etag"]
        else:
            errors.append(answer.text)
    return times, errors


async def _rate(base: str, ask: Callable[[AsyncClient, int], Awaitable[Any]]) -> float:
    """Answers a second to readers who each ask again as soon as they are answered."""
    with _asking(base, _READERS) as client:
        done = 0
        end = time.perf_counter() + _READING_S

        async def reader(number: int) -> None:
            nonlocal done
            while time.perf_counter() < end:
                answer = await ask(client, done + number)
                assert answer.status_code == 200, answer.text  # noqa: PLR2004 - HTTP's own number
                done += 1

        await asyncio.gather(*map(reader, range(_READERS)))
        await client.aclose()
    return done / _READING_S


async def _annotate(client: AsyncClient, number: int) -> Any:  # noqa: ANN401 - an answer
    return await client.post("/api/v1/annotations", json={"text": _TEXT * (1 + number % 5), "language": "vi"})


async def _search(client: AsyncClient, number: int) -> Any:  # noqa: ANN401 - an answer
    return await client.get("/api/v1/concepts", params={"q": _QUERIES[number % len(_QUERIES)], "limit": 20})


def _cpu_s(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _table(figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    heads = ("database", "saves", "errors", "median, ms", "p95, ms", "slowest, ms", "CPU of a save, ms")
    rates = ("annotations/s", "searches/s")
    lines = [f"| {' | '.join((*heads, *rates))} |", "|---" + "|--:" * (len(heads) + len(rates) - 1) + "|"]
    for name, one in figures.items():
        lines.append(f"| {name} | " + " | ".join(f"{value:,}" for value in one.values()) + " |")
    told = (
        f"{EDITORS} editors, a save each a second; {_READERS} readers. Wall-clock time, one service process."
    )
    return [*lines, "", told]


if __name__ == "__main__":
    main()
