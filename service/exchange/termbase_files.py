"""The termbase as YAML files: one file a category, ids stable, every reference checked."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from service.core.languages import Side
from service.core.message import BienbanError, message
from service.core.text import UnfitText, clean_text
from service.exchange.termbase_rules import Entry, find_problems
from service.exchange.tree import Tree, read_tree
from service.glossary.concepts import (
    Category,
    Concept,
    Confidence,
    SessionForm,
    Source,
    Termbase,
    Terms,
    Validity,
)

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class TermbaseError(BienbanError):
    """The termbase files contradict themselves or the form they have."""


def _clean_line(text: str) -> str:
    try:
        return clean_text(text, one_line=True)
    except UnfitText as unfit:
        raise ValueError(str(unfit)) from None


def _day(value: object) -> date:
    # pydantic would read 20250630 as seconds since 1970.
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise ValueError(f"“{value}” is no day; write it as YYYY-MM-DD")  # noqa: EM102 - pydantic prints it


Line = Annotated[str, AfterValidator(_clean_line)]
Day = Annotated[date, BeforeValidator(_day)]
Level = Literal["country", "province", "region", "prefecture", "city", "county", "commune"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Terms(_Model):
    preferred: Line
    short: Line | None = None
    admitted: tuple[Line, ...] = ()
    deprecated: tuple[Line, ...] = ()
    search: tuple[Line, ...] = ()
    abbreviations: tuple[Line, ...] = ()
    vn: Line | None = None
    cn: Line | None = None

    def terms(self) -> Terms:
        written = {Side.VN: self.vn, Side.CN: self.cn}
        return Terms(
            preferred=self.preferred,
            short=self.short,
            admitted=self.admitted,
            deprecated=self.deprecated,
            search=self.search,
            abbreviations=self.abbreviations,
            sides={side: form for side, form in written.items() if form is not None},
        )


class _Session(_Model):
    vi: _Terms
    zh: _Terms


class _Validity(_Model):
    first: Day | None = None
    last: Day | None = None


class _Source(_Model):
    address: Line
    note: Line = ""


class _Concept(_Model):
    id: Annotated[Line, Field(pattern=r"^[a-z]+\.[a-z0-9_-]+$")]
    vi: _Terms
    zh: _Terms
    valid: _Validity = _Validity()
    successor: str | None = None
    confidence: Confidence
    sources: tuple[_Source, ...] = ()
    note: Line = ""
    confirm: bool = False
    side: Side | None = None
    part_of: str | None = None
    level: Level | None = None
    levels: tuple[Level, ...] = ()
    capital: str | None = None
    institution_type: str | None = None
    titles: Mapping[str, Line] = Field(default_factory=dict)
    whole: bool = False
    sessions: tuple[_Session, ...] = ()


class _File(_Model):
    category: Category
    concepts: tuple[_Concept, ...]


def load_termbase(files: Mapping[str, bytes]) -> Termbase:
    """Load a termbase.

    Args:
        files: File name to content; the order of names is the order of concepts.

    Raises:
        TermbaseError: A file has another form, an id stands twice, or a reference leads nowhere.
        UnreadableFile: A file is not YAML.
    """
    return _load(tuple(sorted(files.items())))


# Reading takes a while, a termbase never changes, and the same files are the same termbase.
@lru_cache(maxsize=4)
def _load(files: tuple[tuple[str, bytes], ...]) -> Termbase:
    digest = hashlib.sha256()
    entries: list[Entry] = []
    for name, data in files:
        digest.update(name.encode() + b"\0" + data + b"\0")
        entries += _load_file(read_tree(data, name, is_long=True))
    problems = tuple(find_problems(entries))
    if problems:
        raise TermbaseError(*problems)
    return Termbase(tuple(entry.concept for entry in entries), digest.hexdigest()[:12])


def _load_file(tree: Tree) -> list[Entry]:
    try:
        read = _File.model_validate(tree.value)
    except ValidationError as error:
        problems = (
            message("{place}: {problem}", place=tree.place(problem["loc"]), problem=problem["msg"])
            for problem in error.errors()
        )
        raise TermbaseError(*problems) from None
    return [Entry(_concept(read.category, one), tree, index) for index, one in enumerate(read.concepts)]


def _concept(category: Category, read: _Concept) -> Concept:
    return Concept(
        concept_id=read.id,
        category=category,
        vi=read.vi.terms(),
        zh=read.zh.terms(),
        validity=Validity(**dict(read.valid)),
        successor=read.successor,
        confidence=read.confidence,
        sources=tuple(Source(source.address, source.note) for source in read.sources),
        note=read.note,
        confirm=read.confirm,
        side=read.side,
        part_of=read.part_of,
        level=read.level,
        levels=read.levels,
        capital=read.capital,
        institution_type=read.institution_type,
        titles=dict(read.titles),
        whole=read.whole,
        sessions=tuple(SessionForm(one.vi.terms(), one.zh.terms()) for one in read.sessions),
    )
