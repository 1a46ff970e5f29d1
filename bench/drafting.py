"""Drafting beside docxtpl: the same Vietnamese talks record, the same facts, CPU time a document.

docxtpl is the template library people reach for first. It opens, patches and renders a template anew each
time; here a template is compiled once. Both are asked for the same paragraphs, and it is checked that they
gave them.
"""

import io
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import SimpleNamespace

import docx
import docxtpl
import jinja2
from report import write_section

from service.actions.draft import DraftChoice, produce_drafts
from service.actions.facts import DraftMark, build_facts
from service.actions.meeting import resolve_meeting
from service.actions.workshop import open_workshop
from service.core.languages import Language, Side
from service.documents.drafting import compile_document
from service.documents.layout import Layout
from service.documents.properties import DraftProperties
from service.documents.sandbox import FILTERS
from service.documents.values import Gap, Segment
from service.exchange.record_file import read_record
from service.glossary.names import Names
from service.language.order import NameOrder
from service.settings import Settings

_ROOT = Path(__file__).parent.parent
_RECORD = _ROOT / "examples" / "talks-record-2023-12-26.yaml"
_RUNS = 60


def main() -> None:
    """Measure and write the section."""
    record, _ = read_record(_RECORD.read_bytes(), _RECORD.name)
    workshop = open_workshop(Settings(), record.document_type, record.form, "bench")
    assert record.date is not None
    meeting = resolve_meeting(record, Names(workshop.termbase, record.date), str)
    facts = build_facts(meeting, NameOrder.ALTERNAT, Side.VN, DraftMark("bb-0000000", 1, 1))
    properties = DraftProperties("bench", "vi-VN", record.date, {})

    def compile_ours() -> None:
        compile_document.cache_clear()
        compile_document(workshop.templates, Layout.VI, Side.VN, same_order=True)

    def fill(layout: Layout) -> Callable[[], bytes]:
        document = compile_document(workshop.templates, layout, Side.VN, same_order=True)
        return lambda: document.fill(facts, properties)

    peer_template = _for_docxtpl(workshop.templates.vi)
    peer_facts = {name: _plain(fact) for name, fact in facts[Language.VI].items()}
    peer_environment = jinja2.Environment(autoescape=True)
    peer_environment.filters |= FILTERS

    def fill_peer() -> bytes:
        template = docxtpl.DocxTemplate(io.BytesIO(peer_template))
        template.render(peer_facts, jinja_env=peer_environment)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    assert _paragraphs(fill_peer()) == _paragraphs(fill(Layout.VI)()), (
        "the two did not write the same paragraphs"
    )
    figures = {
        "Bienban, compile the pair of templates (once)": _cpu_ms(compile_ours),
        "Bienban, fill, Vietnamese only": _cpu_ms(fill(Layout.VI)),
        "docxtpl, render and save, the same document": _cpu_ms(fill_peer),
        "Bienban, fill, two columns (both languages)": _cpu_ms(fill(Layout.COLUMNS)),
        "Bienban, record to all eight files": _cpu_ms(
            lambda: produce_drafts(record, DraftChoice(), workshop, str), _RUNS // 6
        ),
    }
    ours, peer = (figures[name] for name in list(figures)[1:3])
    lines = [
        "| what | CPU ms, median |",
        "|---|---|",
        *(f"| {name} | {ms:.1f} |" for name, ms in figures.items()),
    ]
    lines += ["", f"The same document: docxtpl takes {peer / ours:.1f} times the CPU time of filling."]
    write_section("drafting", "Drafting a talks record", lines, ["bienban", "docxtpl", "Jinja2", "lxml"])
    print("\n".join(lines))


def _cpu_ms(run: Callable[[], object], runs: int = _RUNS) -> float:
    run()
    times = []
    for _ in range(runs):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return median(times) * 1000


def _for_docxtpl(template: bytes) -> bytes:
    """Write the tags the way docxtpl wants them: {%p …%} for paragraphs, {%tr …%} for rows."""
    document = docx.Document(io.BytesIO(template))
    for paragraph in document.paragraphs:
        if (
            paragraph.text.startswith("{%")
            and paragraph.text.endswith("%}")
            and paragraph.text.count("{%") == 1
        ):
            keep = "block" not in paragraph.text
            paragraph.runs[0].text = paragraph.text.replace("{%", "{%p") if keep else ""
    for row in (row for table in document.tables for row in table.rows):
        for paragraph in (paragraph for cell in row.cells for paragraph in cell.paragraphs):
            if paragraph.text.startswith(("{% for", "{% endfor")):
                paragraph.runs[0].text = paragraph.text.replace("{%", "{%tr")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _plain(fact: object) -> object:
    """Facts as plain texts, which is all that docxtpl knows."""
    if isinstance(fact, Segment):
        return _plain(fact.text)
    if isinstance(fact, Gap):
        return fact.text
    if isinstance(fact, dict):
        # A name space, not a dict: plain Jinja takes section.items for the method of that name.
        return SimpleNamespace(**{name: _plain(value) for name, value in fact.items()})
    return [_plain(value) for value in fact] if isinstance(fact, list) else fact


def _paragraphs(document: bytes) -> list[str]:
    return [
        p.text.replace("\u00a0", " ")
        for p in docx.Document(io.BytesIO(document)).paragraphs
        if p.text.strip()
    ]


if __name__ == "__main__":
    main()
