"""Where benches write their figures: one section each of BENCHMARKS.md, with machine, versions and day."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_FILE = Path(__file__).parent.parent / "BENCHMARKS.md"
_HEAD = """# Benchmarks

Measured by the scripts in `bench/`, each beside its peers in one run; CPU time, medians.
"""


def write_section(name: str, title: str, lines: Sequence[str], packages: Sequence[str]) -> None:
    """Write one bench's section, in the place of the one it wrote before.

    Args:
        name: The bench, as its marks name it.
        title: Heading of the section.
        lines: Markdown lines.
        packages: Distributions whose versions matter.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    section = "\n".join([begin, f"## {title}", "", _circumstances(packages), "", *lines, end])
    text = _FILE.read_text(encoding="utf-8") if _FILE.exists() else _HEAD
    before, found, rest = text.partition(begin)
    after = rest.partition(end)[2] if found else "\n"
    _FILE.write_text(f"{before.rstrip()}\n\n{section}{after.rstrip()}\n", encoding="utf-8")


def _circumstances(packages: Sequence[str]) -> str:
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    day = datetime.now(UTC).date().isoformat()
    cores = len(os.sched_getaffinity(0))
    return f"{day}; {_processor()}, {cores} cores; Python {platform.python_version()}, {versions}."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
