"""The termbase as YAML files: one file a category, ids stable, every reference checked."""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from service.core.languages import Side
from service.core.message import BienbanError, message
from service.core.text import UnfitText, clean_text
from service.exchange.tree import Tree, read_tree
from service.glossary.concepts import Category, Concept, Confidence, Source, Termbase, Terms, Validity

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


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Terms(_Model):
    preferred: Line
    short: Line | None = None
    admitted: tuple[Line, ...] = ()
    deprecated: tuple[Line, ...] = ()
    search: tuple[Line, ...] = ()


class _Validity(_Model):
    first: Day | None = None
    last: Day | None = None


class _Source(_Model):
    address: Line
    note: Line = ""


class _Concept(_Model):
    id: Line
    vi: _Terms
    zh: _Terms
    valid: _Validity = _Validity()
    successor: str | None = None
    confidence: Confidence
    sources: tuple[_Source, ...] = ()
    note: Line = ""
    side: Side | None = None
    part_of: str | None = None
    level: str | None = None
    institution_type: str | None = None
    titles: Mapping[str, Line] = Field(default_factory=dict)


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
    digest = hashlib.sha256()
    concepts: dict[str, Concept] = {}
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name] + b"\0")
        for concept in _load_file(read_tree(files[name], name)):
            if concept.concept_id in concepts:
                raise TermbaseError(message("{file}: {id} stands twice", file=name, id=concept.concept_id))
            concepts[concept.concept_id] = concept
    _check_references(concepts)
    return Termbase(tuple(concepts.values()), digest.hexdigest()[:12])


def _load_file(tree: Tree) -> list[Concept]:
    try:
        read = _File.model_validate(tree.value)
    except ValidationError as error:
        problems = (
            message("{place}: {problem}", place=tree.place(problem["loc"]), problem=problem["msg"])
            for problem in error.errors()
        )
        raise TermbaseError(*problems) from None
    return [_concept(read.category, concept) for concept in read.concepts]


def _concept(category: Category, read: _Concept) -> Concept:
    return Concept(
        concept_id=read.id,
        category=category,
        vi=Terms(**dict(read.vi)),
        zh=Terms(**dict(read.zh)),
        validity=Validity(**dict(read.valid)),
        successor=read.successor,
        confidence=read.confidence,
        sources=tuple(Source(source.address, source.note) for source in read.sources),
        note=read.note,
        side=read.side,
        part_of=read.part_of,
        level=read.level,
        institution_type=read.institution_type,
        titles=dict(read.titles),
    )


def _check_references(concepts: Mapping[str, Concept]) -> None:
    problems = [
        message("{id}: there is no concept {wanted}", id=concept.concept_id, wanted=wanted)
        for concept in concepts.values()
        for wanted in (concept.successor, concept.part_of, concept.institution_type, *concept.titles)
        if wanted is not None and wanted not in concepts
    ]
    problems += [
        message("{id}: lies in itself", id=concept.concept_id)
        for concept in concepts.values()
        if _lies_in_itself(concept, concepts)
    ]
    if problems:
        raise TermbaseError(*problems)


def _lies_in_itself(concept: Concept, concepts: Mapping[str, Concept]) -> bool:
    seen: set[str] = set()
    here: Concept | None = concept
    while here is not None and here.part_of is not None:
        if here.concept_id in seen:
            return True
        seen.add(here.concept_id)
        here = concepts.get(here.part_of)
    return False
