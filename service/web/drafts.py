"""The page that `bienban draft` leaves beside its files: links, gaps and findings, in three languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from service.actions.draft import DraftSet
from service.actions.draft_files import DraftedFile
from service.core.languages import Side
from service.core.message import Message, message
from service.documents.layout import Layout
from service.documents.values import GapKind
from service.language.order import NameOrder
from service.locale.catalog import LANGUAGES, say, translate

_LANGUAGE_NAMES = {"vi": "Tiếng Việt", "zh": "中文", "en": "English"}
_ORIGINALS = {
    Side.VN: message("Vietnamese original"),
    Side.CN: message("Chinese original"),
}
_LAYOUTS = {
    Layout.COLUMNS: message("side by side (working draft)"),
    Layout.CONSECUTIVE: message("one after the other (to sign)"),
    Layout.STACKED: message("one above the other"),
    Layout.VI: message("Vietnamese only"),
    Layout.ZH: message("Chinese only"),
}
_GAPS = {
    GapKind.NOT_IN_SOURCE: message("not in the source"),
    GapKind.NAME_NOT_IN_SOURCE: message("name not in the source"),
    GapKind.NOT_TRANSLATED: message("not translated yet"),
    GapKind.NOT_GIVEN_YET: message("given when the paper is registered"),
}
_SEVERITIES = {"error": message("error"), "warning": message("warning"), "note": message("note")}
_ORDERS = {
    NameOrder.ALTERNAT: message("alternat: the keeper of each original first"),
    NameOrder.SIMPLIFIED: message("simplified: each language its own side first"),
}


@dataclass(frozen=True)
class DraftedRecord:
    """One record's part of the page.

    Attributes:
        name: The record's file name.
        title: The paper's title, in both languages.
        drafts: What was drafted.
        files: File names, in the order of the drafts.
        places: Place in the record to file, line and key, for gaps and findings.
    """

    name: str
    title: str
    drafts: DraftSet
    files: Sequence[str]
    places: dict[str, str]

    def rows(self) -> list[tuple[Layout, list[tuple[Side, str]]]]:
        """The files as a table: a row a layout, a column an original."""
        layouts = dict.fromkeys(draft.layout for draft in self.drafts.drafts)
        pairs = list(zip(self.drafts.drafts, self.files, strict=True))
        return [
            (layout, [(draft.original, file) for draft, file in pairs if draft.layout is layout])
            for layout in layouts
        ]

    def originals(self) -> list[Side]:
        """The originals that were drafted."""
        return list(dict.fromkeys(draft.original for draft in self.drafts.drafts))

    def gaps(self) -> list[tuple[str, Message, list[str]]]:
        """Each gap once: where, why, and in which languages."""
        found: dict[tuple[str, GapKind], list[str]] = {}
        for gap in self.drafts.gaps:
            found.setdefault((self.places[gap.place], gap.kind), []).append(gap.text)
        return [(place, _GAPS[kind], texts) for (place, kind), texts in found.items()]


def drafted_record(one: DraftedFile) -> DraftedRecord:
    """One record file's part of the page."""
    paths = [gap.place for gap in one.drafts.gaps] + [finding.place for finding in one.drafts.findings]
    places = {path: one.place(path) for path in paths}
    return DraftedRecord(str(one.source), one.drafts.title, one.drafts, one.files, places)


def write_index(records: Sequence[DraftedRecord], chosen: str) -> str:
    """Write the page.

    Args:
        records: What was drafted.
        chosen: The language that is shown first; the others are one click away, without a script.
    """
    environment = Environment(
        loader=PackageLoader("service.web", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    page = environment.get_template("drafts/index.html")
    return page.render(
        records=records,
        chosen=chosen,
        languages=[
            (language, _LANGUAGE_NAMES[language], partial(_words, language)) for language in LANGUAGES
        ],
        originals=_ORIGINALS,
        layouts=_LAYOUTS,
        severities=_SEVERITIES,
        orders=_ORDERS,
    )


def _words(language: str, text: str | Message) -> str:
    return say(text, language) if isinstance(text, Message) else translate(text, language)
