"""The signing pack: both originals as they are signed, and the sheets that people check them with."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.actions.draft import Draft, DraftChoice, DraftRefused, DraftSet, Workshop, produce_drafts
from service.actions.meeting import Meeting, resolve_meeting
from service.actions.resolving import Locate
from service.actions.sheets.interpreter import tell_interpreter
from service.actions.sheets.names import tell_names
from service.actions.sheets.proof import tell_proof
from service.core.languages import Language, Side
from service.core.message import message
from service.documents.drafting import TwinFiles
from service.documents.layout import Layout
from service.documents.originals import TextComparison, compare_originals
from service.documents.properties import DraftProperties
from service.documents.reading import read_paragraphs
from service.glossary.names import Names
from service.minutes.record import Record

NAMES, INTERPRETER, PROOF = "names-to-verify", "interpreter-sheet", "originals-proof"
SHEETS = (NAMES, INTERPRETER, PROOF)
_LANGUAGE_TAGS = {Language.VI: "vi-VN", Language.ZH: "zh-CN"}


@dataclass(frozen=True)
class Sheet:
    """One sheet, for the officers of one side and in their language."""

    side: Side
    name: str
    data: bytes


@dataclass(frozen=True)
class Pack:
    """Everything that goes to a signing.

    Attributes:
        drafts: Both originals in the consecutive layout.
        sheets: Of each side: names to verify, interpreter's sheet, proof.
        proof: What the originals differ in, by language.
    """

    drafts: DraftSet
    sheets: tuple[Sheet, ...]
    proof: Mapping[Language, TextComparison]

    @property
    def differs_in_order_only(self) -> bool:
        """Whether the originals may be signed as a pair."""
        return all(one.differs_in_order_only for one in self.proof.values())


def produce_pack(
    record: Record,
    choice: DraftChoice,
    workshop: Workshop,
    templates: Mapping[str, TwinFiles],
    locate: Locate,
) -> Pack:
    """Make the signing pack of a record.

    Args:
        record: The record of a meeting.
        choice: Name order, as-of day and whether the paper is final; originals and layouts are the pack's.
        workshop: Glossary and templates of the paper.
        templates: The templates of the sheets, by name.
        locate: Path in the record to a place for messages.

    Raises:
        DraftRefused: An internal paper, which is not signed by both sides; or as for drafting.
        UnresolvedNames: Names that the glossary does not resolve.
        TemplateError: A template cannot be used or does not fit the facts.
    """
    if record.form == "internal":
        place = locate("form")
        raise DraftRefused(message("{place}: an internal paper is not signed by both sides", place=place))
    choice = replace(choice, originals=tuple(Side), layouts=(Layout.CONSECUTIVE,))
    drafts = produce_drafts(record, choice, workshop, locate)
    meeting = resolve_meeting(record, Names(workshop.termbase, drafts.as_of), locate)
    proof = prove(drafts.drafts, meeting)
    writer = SheetWriter(meeting, drafts, workshop, templates, proof)
    return Pack(drafts, tuple(writer.write()), proof)


def prove(drafts: Sequence[Draft], meeting: Meeting) -> Mapping[Language, TextComparison]:
    """Read the files back, as they will be printed, and compare them."""
    vn, cn = (read_paragraphs(draft.data, f"{draft.original}") for draft in drafts)
    return compare_originals(vn, cn, {language: _own_forms(meeting, language) for language in Language})


def _own_forms(meeting: Meeting, language: Language) -> list[tuple[str, str]]:
    """The session as each side's texts name it."""
    if meeting.session is None:
        return []
    vn, cn = (meeting.session.name[side].text(language) for side in Side)
    return [(vn, cn)] if vn and cn else []


@dataclass(frozen=True)
class SheetWriter:
    """Writes the sheets of one pack."""

    meeting: Meeting
    drafts: DraftSet
    workshop: Workshop
    templates: Mapping[str, TwinFiles]
    proof: Mapping[Language, TextComparison]

    def write(self) -> Iterator[Sheet]:
        """Write every sheet for both sides."""
        for side in Side:
            for name in SHEETS:
                yield Sheet(side, name, self._fill(name, side.language))

    def _fill(self, name: str, language: Language) -> bytes:
        layout = Layout(language)
        shelf = self.workshop.shelf
        document = shelf.compiled(self.templates[name], layout, language.side, same_order=True)
        facts = {own: self.facts(name, own) for own in Language}
        return document.fill(facts, self._properties(name, language))

    def facts(self, name: str, language: Language) -> dict[str, object]:
        """What the tags of a sheet speak of."""
        common: dict[str, object] = {
            "title": self.drafts.title,
            # No draft mark over the sheets: their own line names the draft they belong to.
            "draft": {
                "id": self.drafts.draft_id,
                "number": self.meeting.record.draft_number,
                "date": "",
                "revision": self.meeting.record.revision,
                "is_final": True,
            },
            "as_of": self.drafts.as_of.isoformat(),
        }
        return common | self._own_facts(name, language)

    def _own_facts(self, name: str, language: Language) -> dict[str, object]:
        if name == NAMES:
            return {"names": tell_names(self.meeting.names, language)}
        if name == INTERPRETER:
            return tell_interpreter(self.meeting, self.workshop.termbase, self.drafts.as_of)
        originals = {draft.original: draft.data for draft in self.drafts.drafts}
        return tell_proof(self.proof, originals, language)

    def _properties(self, name: str, language: Language) -> DraftProperties:
        return DraftProperties(
            title=f"{name}: {self.drafts.title}",
            language=_LANGUAGE_TAGS[language],
            as_of=self.drafts.as_of,
            custom={"BienbanDraft": self.drafts.draft_id, "BienbanSheet": name},
        )
