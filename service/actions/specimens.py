"""Facts of the shipped example records, as each document type and form would have them.

What a template may speak of is not written down anywhere: it is what `build_facts` builds. The examples, and
a specimen that fills what they leave empty, are recast into every type and form, so that a name is known
wherever the facts have it. Their names are resolved with the shipped termbase, whatever an office has put in
its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Literal

from service.actions.facts import DraftMark, build_facts
from service.actions.meeting import resolve_meeting
from service.actions.workshop import open_termbase, template_name
from service.core.languages import Language, Side
from service.documents.names import Known
from service.exchange.record_file import read_record
from service.exchange.tree import read_path
from service.glossary.concepts import Termbase
from service.glossary.names import Names
from service.language.order import NameOrder
from service.minutes.record import DocumentType
from service.settings import Settings, shipped

Form = Literal["joint", "internal"]
FORMS: tuple[Form, ...] = ("joint", "internal")
_SPECIMEN = Path(__file__).parent / "specimen.yaml"
_MARK = DraftMark("bb-0123456", 2, 1, day=date(2023, 12, 20))


@dataclass(frozen=True)
class Kind:
    """A document type in one form; each has its own pair of templates."""

    document_type: DocumentType
    form: Form

    @property
    def template(self) -> str:
        """The name of its templates: `talks-record-internal.docx`."""
        return template_name(self.document_type, self.form)


KINDS = tuple(Kind(*pair) for pair in product(DocumentType, FORMS))


def kind_of(template: str) -> Kind | None:
    """The kind of paper that templates of a file name are for."""
    return next((kind for kind in KINDS if kind.template == template), None)


@dataclass(frozen=True)
class Specimen:
    """The facts of one example record, recast.

    Attributes:
        record: The example's file name.
        order: The name order.
        original: The side that keeps the original.
        facts: Language to facts.
    """

    record: str
    order: NameOrder
    original: Side
    facts: Mapping[Language, Mapping[str, object]]


def open_specimens(kind: Kind) -> tuple[Specimen, ...]:
    """Build the facts of every example record as one kind of paper has them, in both name orders."""
    return _specimens(tuple(sorted(shipped("examples").glob("*.yaml"))), kind)


@lru_cache(maxsize=len(KINDS))
def _specimens(examples: Sequence[Path], kind: Kind) -> tuple[Specimen, ...]:
    termbase = open_termbase(Settings(glossary_dir=shipped("glossary")))
    return tuple(specimen for path in (*examples, _SPECIMEN) for specimen in recast(path, termbase, kind))


def recast(path: Path, termbase: Termbase, kind: Kind) -> list[Specimen]:
    """Build the facts of a record as another kind of paper has them; it is signed and not yet final.

    Args:
        path: The record's file.
        termbase: Resolves its names, as of its day.
        kind: The type and form.
    """
    record, tree = read_record(path.read_bytes(), path.name)
    recast_record = record.model_copy(
        update={"document_type": kind.document_type, "form": kind.form, "signed": True}
    )
    if record.date is None:
        return []
    names = Names(termbase, record.date)
    meeting = resolve_meeting(recast_record, names, lambda place: tree.place(read_path(place)))
    return [
        Specimen(path.name, order, original, build_facts(meeting, order, original, _MARK))
        for order, original in product(NameOrder, Side)
    ]


def learn_names(specimens: Sequence[Specimen]) -> Known:
    """What templates may speak of, learnt from facts."""
    known = Known()
    for specimen in specimens:
        for language, facts in specimen.facts.items():
            known.learn(facts, language)
    return known
