"""What it costs to refuse each attack: run by itself, it prints a line of JSON an attack.

Each attack meets a process of its own, forked from one that has everything imported, under limits of the
system. Memory is the highest resident set above what the process began with.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from attacks.table import ATTACKS, refusal_of
from service.documents.errors import TemplateError

_ROOT = Path(__file__).parents[2]
_MEBIBYTE = 1024 * 1024
_MOST_SECONDS = 20
_MOST_MORE_MEMORY = 400 * _MEBIBYTE


@dataclass(frozen=True)
class Cost:
    """What one refusal has cost.

    Attributes:
        name: The attack.
        size: Bytes of the file.
        code: What it was refused as.
        cpu_s: CPU seconds.
        memory_mib: Highest resident set above that at the beginning, in MiB.
    """

    name: str
    size: int
    code: str
    cpu_s: float
    memory_mib: float


def measure_all() -> list[Cost]:
    """Measure every attack, in a process of its own."""
    path = os.pathsep.join(str(_ROOT / folder) for folder in (".", "tests"))
    done = subprocess.run(
        [sys.executable, "-m", "attacks.costs"],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        check=True,
        text=True,
    )
    return [Cost(**json.loads(line)) for line in done.stdout.splitlines()]


def _measure() -> Iterator[Cost]:
    for name, (_, make) in ATTACKS.items():
        data = make()
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(writer, json.dumps(asdict(_cost_of(name, data))).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as stream:
            told = stream.read()
        os.waitpid(child, 0)
        yield Cost(**json.loads(told)) if told else Cost(name, len(data), "killed", _MOST_SECONDS, 0)


def _cost_of(name: str, data: bytes) -> Cost:
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    most = _pages(0) + _MOST_MORE_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # forget the highest resident set so far
    before, start = _pages(1), time.process_time()
    try:
        code = refusal_of(data).code
    except MemoryError:
        code = "MemoryError"
    except (AssertionError, TemplateError) as error:
        code = type(error).__name__
    spent = time.process_time() - start
    return Cost(name, len(data), code, spent, (_highest() - before) / _MEBIBYTE)


def _pages(field: int) -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[field]) * resource.getpagesize()


def _highest() -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    for cost in _measure():
        sys.stdout.write(json.dumps(asdict(cost), ensure_ascii=False) + "\n")
        sys.stdout.flush()
