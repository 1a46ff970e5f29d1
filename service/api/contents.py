"""What a concept says, as JSON: the same in requests and answers; keys are those of the termbase files."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from service.core.languages import Side
from service.core.message import message
from service.core.text import clean_text
from service.core.wrong_form import refuse
from service.glossary.concepts import Category, Collection, Concept, Confidence
from service.glossary.plain import read_concept, write_concept

_KEPT = {"is_kept": True}


def _one_line(text: str, info: ValidationInfo) -> str:
    if info.context == _KEPT:
        return text  # whatever was kept once is shown
    for position, letter in enumerate(text, start=1):
        if letter in "\n\t":
            raise refuse(
                message(
                    "a line break or tab at character {position}; this text is one line", position=position
                )
            )
    return clean_text(text, one_line=True)


Line = Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=500)]
OneLine = Annotated[str, AfterValidator(_one_line)]
Paragraphs = Annotated[str, Field(max_length=10_000)]
ConceptId = Annotated[str, Field(pattern=r"^[a-z]+\.[a-z0-9_-]+$", max_length=100)]
HIGHEST = 2**31 - 1
"""The highest number that a column of either database holds."""
Count = Annotated[int, Field(ge=1, le=HIGHEST)]
Lines = Annotated[list[Line], Field(max_length=100)]
Level = Literal["country", "province", "region", "prefecture", "city", "county", "commune"]


class Content(BaseModel):
    """Unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")


class TermsContent(Content):
    """The written forms in one language."""

    preferred: Line = Field(description="The form that drafts print.")
    short: Line | None = Field(None, description="The form inside other names.")
    reading: Line | None = Field(None, description="Pinyin where it does not follow from the characters.")
    admitted: Lines = Field([], description="Forms that are also right.")
    deprecated: Lines = Field([], description="Forms that are wrong and named as such.")
    search: Lines = Field([], description="Forms that find the concept and are never printed.")
    abbreviations: Lines = Field([], description="Forms that count only as they are written: UBND.")
    vn: Line | None = Field(None, description="The form in the Vietnamese side's texts, if another one.")
    cn: Line | None = Field(None, description="The form in the Chinese side's texts, if another one.")


class SessionContent(Content):
    """How the sessions of a mechanism are called, with {n} for the number."""

    vi: TermsContent
    zh: TermsContent


class ValidityContent(Content):
    """Days on which the names are right, both included; an open end is left out."""

    first: date | None = None
    last: date | None = None


class SourceContent(Content):
    """Where the pair of names was met."""

    address: Annotated[str, AfterValidator(_one_line), Field(min_length=1, max_length=2000)]
    note: Annotated[OneLine, Field(max_length=10_000)] = ""
    day: date | None = None


class DefinitionContent(Content):
    """What the thing is."""

    vi: Paragraphs | None = None
    zh: Paragraphs | None = None


EXAMPLE: dict[str, Any] = {
    "category": "institution",
    "vi": {"preferred": "Sở Ngoại vụ {place}", "abbreviations": ["SNgV"]},
    "zh": {"preferred": "{place}外事厅", "deprecated": ["{place}外务厅"]},
    "confidence": "sourced",
    "sources": [{"address": "https://www.mofa.gov.vn/", "day": "2023-12-26"}],
    "side": "vn",
    "levels": ["province"],
    "collection": "office",
}


class ConceptContent(Content):
    """One official thing with its terms (ISO 30042)."""

    category: Category
    vi: TermsContent
    zh: TermsContent
    confidence: Confidence = Confidence.MEDIUM
    valid: ValidityContent = ValidityContent()
    successor: ConceptId | None = None
    sources: Annotated[list[SourceContent], Field(max_length=50)] = []
    note: Paragraphs = ""
    confirm: bool = False
    side: Side | None = None
    part_of: ConceptId | None = None
    level: Level | None = None
    levels: Annotated[list[Level], Field(max_length=7)] = []
    capital: ConceptId | None = None
    institution_type: ConceptId | None = None
    titles: Annotated[dict[ConceptId, Line], Field(max_length=100)] = {}
    whole: bool = False
    sessions: Annotated[list[SessionContent], Field(max_length=50)] = []
    definition: DefinitionContent = DefinitionContent()
    domain: Annotated[OneLine, Field(max_length=200)] = ""
    components: Annotated[list[ConceptId], Field(max_length=50)] = []
    collection: Collection = Field(Collection.OFFICE, description="Everybody's, or the office's own; kept.")

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    def concept(self, concept_id: str) -> Concept:
        """The concept that this content makes under an id."""
        return read_concept({**self.model_dump(mode="json", exclude_none=True), "id": concept_id})

    @classmethod
    def of(cls, concept: Concept, collection: Collection) -> "ConceptContent":
        """The content of a concept."""
        plain = write_concept(concept)
        del plain["id"]
        return cls.model_validate({**plain, "collection": collection}, context=_KEPT)
