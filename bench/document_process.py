"""One engine filling one document many times, in a process of its own: CPU time and peak memory.

Usage: document_process.py ENGINE FOLDER ROUNDS. FOLDER holds the inputs that `documents.py` wrote; the
document is written there, the figures to standard output. Nothing is imported before it is needed, so that
the peak is the engine's own.
"""

import io
import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path

_ROUND_S = 0.3


def main() -> None:
    """Measure one engine."""
    engine, folder, rounds = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if engine == "nothing":
        print(json.dumps({"peak_kib": [peak_kib()]}))
        return
    engines = {
        "bienban": _bienban,
        "compiling": _compiling,
        "docxtpl": _docxtpl,
        "igzip 1": _deflate,
        "zlib 6": _zlib,
    }
    fill = engines[engine](folder)
    before = peak_kib()
    (folder / f"{engine}.docx").write_bytes(fill())
    peak = peak_kib()
    print(json.dumps({"before_kib": [before], "peak_kib": [peak], "ms": _measure(fill, rounds)}))


def peak_kib() -> int:
    """The most memory this process has held; ru_maxrss would tell the parent's where that held more."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    raise OSError


def _measure(fill: Callable[[], bytes], rounds: int) -> list[float]:
    """CPU milliseconds a document, one figure a round."""
    start = time.process_time()
    fill()
    count = max(1, int(_ROUND_S / (time.process_time() - start + 1e-9)))
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(count):
            fill()
        times.append((time.process_time() - start) / count * 1000)
    return times


def _bienban(folder: Path) -> Callable[[], bytes]:
    from service.documents.document import load_document

    document = load_document((folder / "compiled").read_bytes())
    facts, properties = pickle.loads((folder / "facts.pickle").read_bytes())
    return lambda: document.fill(facts, properties)


def _compiling(folder: Path) -> Callable[[], bytes]:
    """What filling needs once for a template, layout and original."""
    from service.core.languages import Side
    from service.documents.drafting import compile_document
    from service.documents.layout import Layout

    templates = pickle.loads((folder / "templates.pickle").read_bytes())
    return lambda: compile_document.__wrapped__(templates, Layout.COLUMNS, Side.VN, same_order=True).dump()


def _docxtpl(folder: Path) -> Callable[[], bytes]:
    import docxtpl

    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    path = folder / "docxtpl-template.docx"

    def fill() -> bytes:
        template = docxtpl.DocxTemplate(path)
        template.render(data, autoescape=True)
        stream = io.BytesIO()
        template.save(stream)
        return stream.getvalue()

    return fill


def _deflate(folder: Path) -> Callable[[], bytes]:
    from service.documents.packing import deflate

    xml = (folder / "document.xml").read_bytes()
    return lambda: deflate(xml)


def _zlib(folder: Path) -> Callable[[], bytes]:
    import zlib

    xml = (folder / "document.xml").read_bytes()
    return lambda: zlib.compress(xml, 6)


if __name__ == "__main__":
    main()
