"""The form of termbase files: what a concept says in YAML, checked key by key."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from service.core.languages import Pair, Side
from service.core.message import message
from service.core.text import UnfitText, clean_text
from service.core.wrong_form import refuse
from service.glossary.concepts import (
    Category,
    Collection,
    Concept,
    Confidence,
    SessionForm,
    Source,
    Terms,
    Validity,
)
from service.glossary.life import State

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _clean(text: str, *, one_line: bool = False) -> str:
    try:
        return clean_text(text, one_line=one_line)
    except UnfitText as unfit:
        raise refuse(unfit.problems[0]) from None


def _clean_line(text: str) -> str:
    return _clean(text, one_line=True)


def _day(value: object) -> date:
    # pydantic would read 20250630 as seconds since 1970.
    try:
        if isinstance(value, str) and _ISO_DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise refuse(message("“{value}” is no day; write it as YYYY-MM-DD", value=value))


Line = Annotated[str, AfterValidator(_clean_line)]
Paragraphs = Annotated[str, AfterValidator(_clean)]
Day = Annotated[date, BeforeValidator(_day)]
Revision = Annotated[int, Field(ge=0, lt=10**9)]
Level = Literal["country", "province", "region", "prefecture", "city", "county", "commune"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TermsForm(_Model):
    """The terms of a concept in one language."""

    preferred: Line
    short: Line | None = None
    admitted: tuple[Line, ...] = ()
    deprecated: tuple[Line, ...] = ()
    search: tuple[Line, ...] = ()
    abbreviations: tuple[Line, ...] = ()
    vn: Line | None = None
    cn: Line | None = None
    reading: Line | None = None

    def terms(self) -> Terms:
        """The same as the glossary holds it."""
        written = {Side.VN: self.vn, Side.CN: self.cn}
        return Terms(
            preferred=self.preferred,
            short=self.short,
            admitted=self.admitted,
            deprecated=self.deprecated,
            search=self.search,
            abbreviations=self.abbreviations,
            sides={side: form for side, form in written.items() if form is not None},
            reading=self.reading,
        )


class SessionForms(_Model):
    """How the sessions of a mechanism are called."""

    vi: TermsForm
    zh: TermsForm

    def session(self) -> SessionForm:
        """The same as the glossary holds it."""
        return SessionForm(self.vi.terms(), self.zh.terms())


class _Validity(_Model):
    first: Day | None = None
    last: Day | None = None


class _Source(_Model):
    address: Line
    note: Line = ""
    day: Day | None = None


class _Definition(_Model):
    vi: Paragraphs | None = None
    zh: Paragraphs | None = None


class ConceptForm(_Model):
    """One concept of a file."""

    id: Annotated[Line, Field(pattern=r"^[a-z]+\.[a-z0-9_-]+$")]
    vi: TermsForm
    zh: TermsForm
    valid: _Validity = _Validity()
    successor: str | None = None
    confidence: Confidence
    sources: tuple[_Source, ...] = ()
    note: Paragraphs = ""
    confirm: bool = False
    side: Side | None = None
    part_of: str | None = None
    level: Level | None = None
    levels: tuple[Level, ...] = ()
    capital: str | None = None
    institution_type: str | None = None
    titles: Mapping[str, Line] = Field(default_factory=dict)
    whole: bool = False
    sessions: tuple[SessionForms, ...] = ()
    category: Category | None = None
    revision: Revision | None = None
    state: State | None = None
    clear: tuple[str, ...] = ()
    definition: _Definition = _Definition()
    domain: Line = ""
    collection: Collection = Collection.NATIONAL
    components: tuple[str, ...] = ()

    def concept(self, category: Category) -> Concept:
        """The same as the glossary holds it, of a category that it or its file names."""
        return Concept(
            concept_id=self.id,
            category=category,
            vi=self.vi.terms(),
            zh=self.zh.terms(),
            validity=Validity(**dict(self.valid)),
            successor=self.successor,
            confidence=self.confidence,
            sources=tuple(Source(one.address, one.note, one.day) for one in self.sources),
            note=self.note,
            confirm=self.confirm,
            side=self.side,
            part_of=self.part_of,
            level=self.level,
            levels=self.levels,
            capital=self.capital,
            institution_type=self.institution_type,
            titles=dict(self.titles),
            whole=self.whole,
            sessions=tuple(one.session() for one in self.sessions),
            definition=Pair(self.definition.vi, self.definition.zh),
            domain=self.domain,
            collection=self.collection,
            components=self.components,
        )


class FileForm(_Model):
    """A file: its category stands once, or beside each concept that has another."""

    category: Category | None = None
    concepts: tuple[ConceptForm, ...]
