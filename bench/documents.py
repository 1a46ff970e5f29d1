"""Filling the parallel talks record beside docxtpl, docxtemplater and carbone: CPU time, memory.

Every engine prints the same two-column table with the same texts, at several lengths, each engine and length
in a process of its own; it is checked that they did. The floor is deflating the same XML and nothing else.
"""

import argparse
import io
import json
import os
import pickle
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from document_peers import DIALECTS, PeerDocument, text_of
from lxml import etree
from report import write_section

from service.actions.facts import DraftMark, build_facts
from service.actions.meeting import resolve_meeting
from service.actions.workshop import open_workshop
from service.core.languages import Language, Side
from service.documents.drafting import GAP_STYLE, compile_document
from service.documents.emission import Twins
from service.documents.layout import Layout, lay_out
from service.documents.ooxml import w
from service.documents.package import write_package
from service.documents.properties import DraftProperties
from service.documents.styles import merge_styles
from service.exchange.record_file import read_record
from service.glossary.names import Names
from service.language.order import NameOrder
from service.settings import Settings

_ROOT = Path(__file__).parent.parent
_RECORD = _ROOT / "examples" / "talks-record-2023-12-26.yaml"
_WORK = _ROOT / "build" / "bench"
_SIZES = (40, 400, 2_000, 10_000)
_PASSES = 3  # every engine in turn, so that a busy minute of the machine meets them all
_ROUNDS = 5
_DOCUMENT = "word/document.xml"
_CLAUSE = {Language.VI: re.compile("[^;,.]+"), Language.ZH: re.compile("[^；，。]+")}
_OF_NODE = ("docxtemplater", "carbone")
_FLOORS = ("igzip 1", "zlib 6")
_PRINTING = ("bienban", "docxtpl", *_OF_NODE)
_ENGINES = (*_PRINTING, *_FLOORS, "compiling")
_NAMES = {
    "bienban": "Bienban",
    "compiling": "Bienban compiling, once a template",
    **{name: f"the floor: {name} of the same XML" for name in _FLOORS},
}
_PACKAGES = ("bienban", "docxtpl", "Jinja2", "lxml", "isal")
_NOTE = """Every engine prints the same two-column table with the same texts (checked), from facts in memory:
Bienban with a template compiled before and read from its shelf, as it works (docs/adr/0010); docxtpl with
autoescape and the template opened for each document, as its users do, docxtemplater and carbone likewise.
Bienban alone also encloses each point in a bookmark, so that its files are larger, decides the conditions of
its template and marks gaps; the peers find all that done in their data. CPU time is the process's own, of
node with all its threads after 1.5 s of warming up: the least of fifteen rounds, five in each of three
processes, the engines in turn, since whatever else a machine does only adds; the median stands beside it. MiB
is the peak (VmHWM) of a fresh process that has filled one document, less the peak of the same interpreter
started with nothing to do, the median of three; modules, facts and templates are in it. Compiling is
measured by itself: it is done once for a template, layout and original, and what it makes is kept; filling
needs neither Jinja2 nor lxml."""
_FLOOR_NOTE = """Deflating with igzip costs so little that the floor is no longer what counts: the rest is the
texts themselves, each looked up, escaped, encoded and put into its run and bookmark by Python, about a
microsecond a text; with zlib 6 deflating alone would take longer than all of it."""


@dataclass(frozen=True)
class Figure:
    """What one engine took for one length.

    Attributes:
        engine: Its name.
        rows: How many points the record has; each is a row of the table.
        cpu_ms: CPU time a document, the least of all rounds; of node all its threads.
        median_ms: The median of all rounds.
        memory_mib: Peak memory of a process that fills one document, over an interpreter that does nothing.
        before_mib: The share of it before filling: modules, data, and what an engine makes once.
        document_bytes: Size of the file.
    """

    engine: str
    rows: int
    cpu_ms: float
    median_ms: float
    memory_mib: float
    before_mib: float
    document_bytes: int


def main() -> None:
    """Measure, print and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON too")
    parser.add_argument("--rows", type=int, nargs="+", default=_SIZES, help="measure these, write nothing")
    chosen = parser.parse_args()
    figures = [figure for rows in chosen.rows for figure in _measure(rows)]
    lines = _lines(figures)
    if chosen.rows is _SIZES:
        write_section("documents", "Filling the parallel talks record", lines, _PACKAGES)
    print(json.dumps([vars(figure) for figure in figures], indent=1) if chosen.json else "\n".join(lines))


def _measure(rows: int) -> Iterator[Figure]:
    folder = _WORK / f"documents-{rows}"
    folder.mkdir(parents=True, exist_ok=True)
    _write_inputs(folder, rows)
    empty = {of_node: _run("nothing", folder, of_node=of_node)["peak_kib"][0] for of_node in (False, True)}
    texts = _texts((folder / "bienban.docx").read_bytes())
    found: dict[str, list[dict[str, list[float]]]] = {engine: [] for engine in _ENGINES}
    for _ in range(_PASSES):
        for engine in _ENGINES:
            found[engine].append(_run(engine, folder, of_node=engine in _OF_NODE))
            if engine in _PRINTING:
                assert _texts((folder / f"{engine}.docx").read_bytes()) == texts, engine
    for engine, runs in found.items():
        times = [time for run in runs for time in run["ms"]]
        peak, before = (
            (median(run[name][0] for run in runs) - empty[engine in _OF_NODE]) / 1024
            for name in ("peak_kib", "before_kib")
        )
        size = (folder / f"{engine}.docx").stat().st_size
        yield Figure(engine, rows, min(times), median(times), peak, before, size)


def _run(engine: str, folder: Path, *, of_node: bool) -> dict[str, list[float]]:
    here = Path(__file__).parent
    if of_node:
        command = ["node", str(here / "document_process.cjs"), engine, str(folder), str(_ROUNDS), str(_WORK)]
    else:
        command = [sys.executable, str(here / "document_process.py"), engine, str(folder), str(_ROUNDS)]
    environment = os.environ | {"PYTHONPATH": str(_ROOT)}
    printed = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    found: dict[str, list[float]] = json.loads(printed.splitlines()[-1])
    return found


# The record and what the engines are given.


def _write_inputs(folder: Path, rows: int) -> None:
    record, _ = read_record(_RECORD.read_bytes(), _RECORD.name)
    # People only: a row that some parties have and others not would need a condition in the peers' templates.
    record = record.model_copy(
        update={"parties": [party.model_copy(update={"members": []}) for party in record.parties]}
    )
    assert record.date is not None
    workshop = open_workshop(Settings(), record.document_type, record.form, "bench")
    meeting = resolve_meeting(record, Names(workshop.termbase, record.date), str)
    facts = build_facts(meeting, NameOrder.ALTERNAT, Side.VN, DraftMark("bb-0000000", 1, 1), Layout.COLUMNS)
    _lengthen(facts, rows)
    properties = DraftProperties("bench", "vi-VN", record.date, {"BienbanDraft": "bb-0000000"})
    (folder / "templates.pickle").write_bytes(pickle.dumps(workshop.templates))
    (folder / "facts.pickle").write_bytes(pickle.dumps((facts, properties)))
    document = compile_document(workshop.templates, Layout.COLUMNS, Side.VN, same_order=True)
    (folder / "compiled").write_bytes(document.dump())
    draft = document.fill(facts, properties)
    (folder / "bienban.docx").write_bytes(draft)
    parts = _parts(draft)
    (folder / "document.xml").write_bytes(parts[_DOCUMENT])
    templates = workshop.templates.read()
    styles = merge_styles(templates[Language.VI], templates[Language.ZH])
    laid_out = lay_out(Twins(templates, styles), Layout.COLUMNS, Side.VN, same_order=True)
    peer = PeerDocument(laid_out, facts, styles.by_name.get(GAP_STYLE))
    (folder / "data.json").write_text(json.dumps(peer.data(), ensure_ascii=False), encoding="utf-8")
    for name, dialect in DIALECTS.items():
        template = write_package(parts | {_DOCUMENT: peer.template(dialect)})
        (folder / f"{name}-template.docx").write_bytes(template)


def _lengthen(facts: Mapping[Language, dict[str, Any]], rows: int) -> None:
    """Give the facts as many points as asked, each its own text made of the record's clauses."""
    chance = random.Random(rows)  # noqa: S311 - it makes texts, no secrets
    for language, own in facts.items():
        sections = own["sections"]
        points = [point for section in sections for point in section["items"]]
        clauses = [_CLAUSE[language].findall(str(point["text"].text)) for point in points]
        share = -(-rows // len(sections))
        for place, section in enumerate(sections):
            first = section["items"][0] | {"points": [], "illustrative": False}
            section["items"] = [
                first
                | {
                    "number": str(number),
                    "text": replace(
                        first["text"], segment_id=f"s{place}-{number}", text=_text(clauses, chance)
                    ),
                }
                for number in range(1, min(share, rows - place * share) + 1)
            ]


def _text(clauses: Sequence[Sequence[str]], chance: random.Random) -> str:
    chosen = [chance.choice(own).strip() for own in chance.sample(clauses, 3)]
    return f"{'; '.join(chosen)} ({chance.randrange(100, 1400)})."


def _parts(document: bytes) -> dict[str, bytes]:
    """Read a file of our own making; the gate takes none of this length."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _texts(document: bytes) -> list[str]:
    """Paragraphs of the body, a tab as a blank (one peer prints it as it is)."""
    root = etree.fromstring(_parts(document)[_DOCUMENT])
    return [text_of(paragraph).replace("\t", " ") for paragraph in root.iter(w("p"))]


# What people read.


def _lines(figures: Sequence[Figure]) -> list[str]:
    ours = {figure.rows: figure for figure in figures if figure.engine == "bienban"}
    floor = {figure.rows: figure for figure in figures if figure.engine == "igzip 1"}
    lines = [
        "| rows | what | CPU ms | of ours | median ms | µs a row | MiB | of ours | bytes |",
        "|--:|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {own.rows:,} | {_NAMES.get(own.engine, own.engine)} | {own.cpu_ms:.2f}"
        f" | {own.cpu_ms / ours[own.rows].cpu_ms:.1f} | {own.median_ms:.2f}"
        f" | {own.cpu_ms * 1000 / own.rows:.1f} | {own.memory_mib:.1f}"
        f" | {own.memory_mib / ours[own.rows].memory_mib:.1f} | {own.document_bytes:,} |"
        for own in figures
    ]
    ratios = ", ".join(f"{ours[rows].cpu_ms / floor[rows].cpu_ms:.1f} ({rows:,})" for rows in ours)
    return [*lines, "", _NOTE, "", f"Filling takes this many times the floor (rows): {ratios}. {_FLOOR_NOTE}"]


if __name__ == "__main__":
    main()
