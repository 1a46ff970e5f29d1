"""Facts of the shipped example records, as each document type and form would have them.

What a template may speak of is not written down anywhere: it is what `build_facts` builds. The examples, and
a specimen that fills what they leave empty, are recast into every type and form, so that a name is known
wherever the facts have it. Their names are resolved with the shipped termbase, whatever an office has put in
its place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Literal

from service.actions.draft import DraftChoice, produce_drafts
from service.actions.facts import DraftMark, build_facts
from service.actions.meeting import resolve_meeting
from service.actions.pack import SHEETS, SheetWriter, prove
from service.actions.resolving import Locate
from service.actions.workshop import open_termbase, open_workshop, template_name
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.names import Known
from service.exchange.record_file import read_record
from service.exchange.tree import read_path
from service.glossary.concepts import Termbase
from service.glossary.names import Names
from service.language.order import NameOrder
from service.minutes.record import DocumentType, Record
from service.settings import Settings, shipped

Form = Literal["joint", "internal"]
FORMS: tuple[Form, ...] = ("joint", "internal")
_SPECIMEN = Path(__file__).parent / "specimen.yaml"
_MARK = DraftMark("bb-0123456", 2, 1, day=date(2023, 12, 20))


@dataclass(frozen=True)
class Kind:
    """What a pair of templates is for: a paper, or a sheet of the signing pack.

    Attributes:
        template: The name of its templates: `talks-record-internal.docx`.
        document_type: The type of a paper; None of a sheet.
        form: The form of a paper.
    """

    template: str
    document_type: DocumentType | None = None
    form: Form = "joint"

    @property
    def is_read_in_step(self) -> bool:
        """Whether drafts hold both languages side by side."""
        return self.document_type is not None and self.form == "joint"


PAPERS = tuple(Kind(template_name(*pair), *pair) for pair in product(DocumentType, FORMS))
KINDS = (*PAPERS, *(Kind(f"{name}.docx") for name in SHEETS))


def kind_of(template: str) -> Kind | None:
    """The kind of paper or sheet that templates of a file name are for."""
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
    """Build the facts of every example record as one kind of paper has them, in both name orders.

    Of a sheet, the facts of the specimen's own signing.
    """
    return _specimens(tuple(sorted(shipped("examples").glob("*.yaml"))), kind)


@lru_cache(maxsize=len(KINDS))
def _specimens(examples: Sequence[Path], kind: Kind) -> tuple[Specimen, ...]:
    settings = Settings(glossary_dir=shipped("glossary"), templates_dir=shipped("templates"))
    if kind.document_type is None:
        return tuple(_of_sheet(kind, settings))
    termbase = open_termbase(settings)
    papers = (*examples, _SPECIMEN)
    return tuple(specimen for path in papers for specimen in _of_paper(path, termbase, kind))


def _read(path: Path) -> tuple[Record, Locate]:
    record, tree = read_record(path.read_bytes(), path.name)
    return record, lambda place: tree.place(read_path(place))


def _of_paper(path: Path, termbase: Termbase, kind: Kind) -> Iterator[Specimen]:
    """The facts of a record as another kind of paper has them; it is signed and not yet final."""
    record, locate = _read(path)
    if record.date is None:
        return
    recast = record.model_copy(
        update={"document_type": kind.document_type, "form": kind.form, "signed": True}
    )
    meeting = resolve_meeting(recast, Names(termbase, record.date), locate)
    for order, original in product(NameOrder, Side):
        facts = build_facts(meeting, order, original, _MARK)
        yield Specimen(path.name, order, original, facts)


def _of_sheet(kind: Kind, settings: Settings) -> Iterator[Specimen]:
    """The facts of a sheet, from the originals of the first example."""
    path = next(iter(sorted(shipped("examples").glob("talks-record-*.yaml"))), _SPECIMEN)
    record, locate = _read(path)
    workshop = open_workshop(settings, record.document_type, "joint", "")
    drafts = produce_drafts(record, DraftChoice(layouts=(Layout.CONSECUTIVE,)), workshop, locate)
    meeting = resolve_meeting(record, Names(workshop.termbase, drafts.as_of), locate)
    writer = SheetWriter(meeting, drafts, workshop, {}, prove(drafts.drafts, meeting))
    facts = {language: writer.facts(kind.template.removesuffix(".docx"), language) for language in Language}
    for original in Side:
        yield Specimen(path.name, drafts.order, original, facts)


def learn_names(specimens: Sequence[Specimen]) -> Known:
    """What templates may speak of, learnt from facts."""
    known = Known()
    for specimen in specimens:
        for language, facts in specimen.facts.items():
            known.learn(facts, language)
    return known
