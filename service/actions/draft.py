"""Drafting a record: every chosen original and layout from one resolved meeting."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from service.actions.facts import DraftMark, build_facts, find_gaps, paper_title
from service.actions.meeting import Meeting, resolve_meeting
from service.actions.resolving import Locate
from service.actions.shelf import Shelf
from service.checks.reading import GlossaryReader
from service.checks.registry import run_checks
from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Language, Side
from service.core.message import BienbanError, message
from service.documents.drafting import TwinFiles
from service.documents.layout import Layout
from service.documents.properties import DraftProperties
from service.documents.values import Gap
from service.glossary.concepts import Termbase
from service.glossary.names import Names
from service.language.order import NameOrder
from service.minutes.record import DocumentType, Record

_OF_ONE_LANGUAGE = (Layout.VI, Layout.ZH)
_WORKING = {DocumentType.ACTION_PLAN: Layout.STACKED}  # its table holds both languages in each cell
_LANGUAGE_TAGS = {Language.VI: "vi-VN", Language.ZH: "zh-CN"}
_ID_DIGITS = 7


class DraftRefused(BienbanError):
    """A record cannot be drafted as asked."""


@dataclass(frozen=True)
class DraftChoice:
    """What is to be drafted.

    Attributes:
        originals: The sides whose originals are wanted.
        layouts: The layouts wanted; None: those that the paper is worked on and signed in.
        order: The name order; None: the record's.
        as_of: The day names must be right for; None: the meeting's first day.
        is_final: The paper as it is to be signed, without a draft mark; refused while it is unfinished.
    """

    originals: Sequence[Side] = tuple(Side)
    layouts: Sequence[Layout] | None = None
    order: NameOrder | None = None
    as_of: date | None = None
    is_final: bool = False


@dataclass(frozen=True)
class Workshop:
    """What drafting works with.

    Attributes:
        termbase: The glossary of one version.
        templates: The twin templates of the record's type and form.
        program: The program's version.
        shelf: Where compiled templates are kept.
    """

    termbase: Termbase
    templates: TwinFiles
    program: str
    shelf: Shelf = field(default_factory=Shelf)


@dataclass(frozen=True)
class Draft:
    """One drafted file."""

    original: Side
    layout: Layout
    data: bytes


@dataclass(frozen=True)
class DraftSet:
    """Everything drafted from one record.

    Attributes:
        draft_id: Follows from all that went into the drafts; the same in every file.
        as_of: The day names were resolved for.
        order: The name order that was drafted.
        drafts: The files.
        gaps: What the source or the translator has not given.
        findings: What checks say.
        title: The paper's title in both languages, for lists.
    """

    draft_id: str
    as_of: date
    order: NameOrder
    drafts: tuple[Draft, ...]
    gaps: tuple[Gap, ...]
    findings: tuple[Finding, ...]
    title: str


def produce_drafts(record: Record, choice: DraftChoice, workshop: Workshop, locate: Locate) -> DraftSet:
    """Draft a record.

    Args:
        record: The record of a meeting.
        choice: Which originals and layouts, in which order of names, as of which day.
        workshop: Glossary and templates.
        locate: Path in the record to a place for messages.

    Raises:
        DraftRefused: There is no day to resolve names for, or a final paper has gaps or illustrative points.
        UnresolvedNames: Names that the glossary does not resolve.
        TemplateError: A template cannot be used or does not fit the facts.
    """
    as_of = choice.as_of or record.date
    if as_of is None:
        raise DraftRefused(
            message(
                "{place}: not in the source; give --as-of DAY, names are right only for a day",
                place=locate("date"),
            )
        )
    order = choice.order or record.name_order
    meeting = resolve_meeting(record, Names(workshop.termbase, as_of), locate)
    draft_id = _draft_id(record, workshop, as_of, f"{order} {choice.is_final}")
    job = _Job(meeting, order, as_of, draft_id, workshop, choice.is_final)
    facts = build_facts(meeting, order, Side.VN, job.mark)
    gaps = tuple(find_gaps(dict(facts)))
    # What is to be signed is read with the glossary too; a working draft need not wait for that.
    reader = GlossaryReader(workshop.termbase) if choice.is_final else None
    findings = run_checks(Subject(record, meeting.names, order, choice.is_final, reader=reader, as_of=as_of))
    if choice.is_final:
        _refuse_unfinished(gaps, findings, locate)
    drafts = tuple(
        job.draft(original, layout)
        for original in choice.originals
        for layout in choose_layouts(record, original, choice.layouts)
    )
    title = " · ".join(paper_title(facts[language]) for language in Language)
    return DraftSet(draft_id, as_of, order, drafts, gaps, findings, title)


def choose_layouts(record: Record, original: Side, wanted: Sequence[Layout] | None) -> Sequence[Layout]:
    """The layouts of one original: those wanted, or the usual ones of the paper.

    Returns:
        By default the working draft (columns; of a plan stacked), the signing copy and each language alone;
        of an internal paper the keeper's language.

    Raises:
        DraftRefused: An internal paper is one side's own and has no bilingual layout.
    """
    if record.form == "internal":
        for layout in wanted or ():
            if layout not in _OF_ONE_LANGUAGE:
                raise DraftRefused(
                    message(
                        "an internal paper is one side's own, in one language; --layout {layout} is for"
                        " jointly signed ones",
                        layout=layout.value,
                    )
                )
        return wanted or (Layout(original.language),)
    return wanted or (
        _WORKING.get(record.document_type, Layout.COLUMNS),
        Layout.CONSECUTIVE,
        *_OF_ONE_LANGUAGE,
    )


def _refuse_unfinished(gaps: Sequence[Gap], findings: Sequence[Finding], locate: Locate) -> None:
    missing = dict.fromkeys(locate(gap.place) for gap in gaps)
    problems = [message("{place}: a gap; a final paper has none", place=place) for place in missing]
    problems += [
        message("{place}: {problem}", place=locate(finding.place), problem=finding.message)
        for finding in findings
        if finding.severity is Severity.ERROR
    ]
    if problems:
        raise DraftRefused(*problems)


@dataclass(frozen=True)
class _Job:
    """One drafting: what all its files share."""

    meeting: Meeting
    order: NameOrder
    as_of: date
    draft_id: str
    workshop: Workshop
    is_final: bool

    @property
    def mark(self) -> DraftMark:
        record = self.meeting.record
        return DraftMark(
            self.draft_id, record.draft_number, record.revision, self.is_final, record.draft_date
        )

    def draft(self, original: Side, layout: Layout) -> Draft:
        same_order = self.order is NameOrder.ALTERNAT
        shop = self.workshop
        document = shop.shelf.compiled(shop.templates, layout, original, same_order=same_order)
        facts = build_facts(self.meeting, self.order, original, self.mark, layout)
        return Draft(original, layout, document.fill(facts, self._properties(original, layout, facts)))

    def _properties(
        self, original: Side, layout: Layout, facts: Mapping[Language, Mapping[str, object]]
    ) -> DraftProperties:
        language = original.language
        return DraftProperties(
            title=paper_title(facts[language]),
            language=_LANGUAGE_TAGS[language],
            as_of=self.as_of,
            custom={
                "BienbanDraft": self.draft_id,
                "BienbanRevision": str(self.meeting.record.revision),
                "BienbanOriginal": original,
                "BienbanLayout": layout,
                "BienbanNames": self.order,
                "BienbanState": "final" if self.is_final else "draft",
                "BienbanAsOf": self.as_of.isoformat(),
                "BienbanGlossary": self.workshop.termbase.version,
                "BienbanProgram": self.workshop.program,
            },
        )


def _draft_id(record: Record, workshop: Workshop, as_of: date, choice: str) -> str:
    """An id that changes with everything that can change a draft."""
    digest = hashlib.sha256()
    for part in (
        record.model_dump_json().encode(),
        workshop.termbase.version.encode(),
        workshop.templates.vi,
        workshop.templates.zh,
        as_of.isoformat().encode(),
        choice.encode(),
        workshop.program.encode(),
    ):
        digest.update(hashlib.sha256(part).digest())
    return f"bb-{digest.hexdigest()[:_ID_DIGITS]}"
