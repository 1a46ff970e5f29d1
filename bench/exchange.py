"""Measure files of 50,000 concepts: written, read and planned against as many, a process each.

Peers read or write the same rows and know nothing of concepts: the plain readers of each format.
"""

import csv
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import openpyxl
from lxml import etree
from report import write_section

from service.exchange.formats import Format, read_file, write_file
from service.exchange.incoming import ExchangedConcept
from service.exchange.plan import Choice, Decisions, Outcome
from service.exchange.planning import plan_import
from service.glossary.concepts import Category, Concept, Confidence, Source, Terms, Validity
from service.locale.glossary_words import known_labels, table_wording

_SIZE = 50_000
_MOST_S, _MOST_MIB = 60, 500
_PLACES = (
    "Hà Giang",
    "Lào Cai",
    "Lai Châu",
    "Điện Biên",
    "Cao Bằng",
    "Lạng Sơn",
    "Quảng Ninh",
    "Tuyên Quang",
)
_HAN = ("河江", "老街", "莱州", "奠边", "高平", "谅山", "广宁", "宣光")


def main() -> None:
    """Measure every format and write the section."""
    lines = [
        "| format | MB | written, CPU s | imported, CPU s | peak, MiB | plain reader | reads only, CPU s |",
        "|---|--:|--:|--:|--:|---|--:|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for file_format in (Format.TBX, Format.XLSX, Format.CSV):
            path = Path(folder) / f"big.{file_format}"
            written = _in_a_process("write", path)
            done = _in_a_process("import", path)
            peer = _in_a_process("peer", path)
            assert done["cpu_s"] < _MOST_S
            assert done["peak_mib"] < _MOST_MIB
            size = path.stat().st_size / 1e6
            lines.append(
                f"| {file_format} | {size:.1f} | {written['cpu_s']:.1f} | {done['cpu_s']:.1f} "
                f"| {done['peak_mib']:.0f} | {_PEERS[file_format][0]} | {peer['cpu_s']:.1f} |"
            )
            print(lines[-1])
    said = (
        f"{_SIZE:,} concepts. Imported: gates, reading, and the plan against a glossary that holds them all "
        "already, every tenth changed; the peak is that of the whole process, the glossary included. "
        f"The bounds are {_MOST_S} s and {_MOST_MIB} MiB."
    )
    lines += ["", said]
    packages = ("bienban", "lxml", "openpyxl", "python-calamine")
    write_section("exchange", "Files of concepts", lines, packages)


def _in_a_process(what: str, path: Path) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, __file__, what, str(path)], check=True, capture_output=True, text=True
    )
    figures: dict[str, float] = json.loads(run.stdout)
    return figures


def _one(what: str, path: Path) -> None:
    """Do one thing and print what it took."""
    prepared = _TASKS[what](path)
    start = time.process_time()
    prepared()
    taken = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu_s": taken, "peak_mib": peak}))


def _write(path: Path) -> Callable[[], object]:
    concepts = _concepts(every_tenth="other")
    file_format = Format(path.suffix[1:])
    return lambda: path.write_bytes(write_file(file_format, concepts, "Bench", table_wording("vi")))


def _import(path: Path) -> Callable[[], object]:
    held = _concepts(every_tenth="note")
    return lambda: _plan(held, path)


def _plan(held: Sequence[ExchangedConcept], path: Path) -> None:
    reading = read_file(path.read_bytes(), path.name, known_labels())
    plan = plan_import(held, reading, Decisions(default=Choice.TAKE))
    assert plan.is_ready
    assert plan.counts[Outcome.CHANGED] == _SIZE // 10
    assert plan.counts[Outcome.UNCHANGED] == _SIZE - _SIZE // 10


def _peer(path: Path) -> Callable[[], object]:
    read = _PEERS[Format(path.suffix[1:])][1]
    return lambda: read(path.read_bytes())


def _read_csv(data: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _read_xlsx(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))


def _read_tbx(data: bytes) -> int:
    return len(etree.fromstring(data, etree.XMLParser(huge_tree=True)))


_PEERS: dict[Format, tuple[str, Callable[[bytes], int]]] = {
    Format.TBX: ("lxml, one tree", _read_tbx),
    Format.XLSX: ("openpyxl, read-only", _read_xlsx),
    Format.CSV: ("csv", _read_csv),
}
_TASKS = {"write": _write, "import": _import, "peer": _peer}


def _concepts(every_tenth: str) -> list[ExchangedConcept]:
    """Concepts as an office keeps them: a few terms a language, a source, days, a note."""
    return [ExchangedConcept(_concept(number, every_tenth), revision=1) for number in range(_SIZE)]


def _concept(number: int, every_tenth: str) -> Concept:
    place, han = _PLACES[number % 8], _HAN[number % 8]
    first = date(2000, 1, 1) + timedelta(days=number % 9000)
    return Concept(
        concept_id=f"institution.co-quan-{number}",
        category=Category.INSTITUTION,
        vi=Terms(
            f"Cơ quan số {number} tỉnh {place}",
            short=f"Cơ quan {number}",
            admitted=(f"Cơ quan thứ {number} của {place}",),
            deprecated=(f"Cơ quan {number} {place} cũ",),
            abbreviations=(f"CQ{number}",),
        ),
        zh=Terms(
            f"{han}省第{number}机关", admitted=(f"{han}{number}机关",), deprecated=(f"{han}旧{number}厅",)
        ),
        validity=Validity(first, first + timedelta(days=8000)),
        confidence=Confidence.SOURCED,
        sources=(Source(f"https://example.org/{number}", f"trang {number % 300}", first),),
        note=every_tenth if number % 10 == 0 else f"Ghi chú {number}: tên gọi trong biên bản hội đàm.",
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _one(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
