"""The parts of footnotes and endnotes: one for both templates, filled with what the text refers to."""

from collections.abc import Sequence
from copy import deepcopy

from service.documents.assembly import Assembly
from service.documents.document import NotesPart
from service.documents.filling import FIRST_NOTE
from service.documents.layout import open_root
from service.documents.ooxml import attribute, w, xml_bytes
from service.documents.tags import MARK, make_mark
from service.documents.template import DocxTemplate

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"


def add_notes(assembly: Assembly, kind: str, printed: Sequence[DocxTemplate]) -> NotesPart | None:
    """Add the part for one kind of notes to a draft; None where no template has any.

    Args:
        assembly: The draft's package; what the notes refer to is taken along.
        kind: One of NOTE_KINDS.
        printed: The templates whose text is printed, the base first.
    """
    having = [template for template in printed if kind in template.note_roots]
    if not having:
        return None
    name = f"word/{kind}s.xml"
    assembly.add_part(name, f"{kind}s", _TYPE.format(kind))
    for template in having:
        assembly.adopt(template, template.note_part(kind), template.note_roots[kind], name)
    root = open_root(w(f"{kind}s"), [template.note_roots[kind] for template in having])
    for line in having[0].note_roots[kind].iterchildren(w(kind)):
        if attribute(line, "type") not in (None, "normal") and int(attribute(line, "id") or 0) < FIRST_NOTE:
            root.append(deepcopy(line))
    root.append(make_mark(0))
    head, _, tail = xml_bytes(root).partition(f"<?{MARK} 0?>".encode())
    return NotesPart(name, head, tail)
