"""What refusing the files of tests/attacks/ costs: CPU and memory, each in a process of its own."""

import sys
from pathlib import Path

from report import write_section

_TESTS = Path(__file__).parent.parent / "tests"
_SHOWN = 6
_MOST_SECONDS = 1
_MOST_MEBIBYTES = 100


def main() -> None:
    """Measure and write the section."""
    sys.path.append(str(_TESTS))
    from attacks.costs import measure_all

    costs = measure_all()
    slowest = sorted(costs, key=lambda cost: cost.cpu_s, reverse=True)[:_SHOWN]
    largest = sorted(costs, key=lambda cost: cost.memory_mib, reverse=True)[:_SHOWN]
    assert slowest[0].cpu_s < _MOST_SECONDS
    assert largest[0].memory_mib < _MOST_MEBIBYTES
    lines = [
        _most(len(costs), slowest[0].cpu_s, largest[0].memory_mib),
        "",
        "| file | bytes | refused as | CPU s | MiB |",
        "|---|--:|---|--:|--:|",
    ]
    shown = dict.fromkeys((*slowest, *largest))
    lines += [
        f"| {cost.name} | {cost.size:,} | `{cost.code}` | {cost.cpu_s:.3f} | {cost.memory_mib:.1f} |"
        for cost in shown
    ]
    write_section("refusing", "Refusing hostile files", lines, ["bienban", "lxml"])
    print("\n".join(lines))


def _most(files: int, cpu_s: float, memory_mib: float) -> str:
    return (
        f"{files} files, each refused by its name; the most that any took is {cpu_s:.2f} s of CPU and"
        f" {memory_mib:.0f} MiB above the process."
    )


if __name__ == "__main__":
    main()
