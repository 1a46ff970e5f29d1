"""Routes of texts: terms found, values converted, names without a concept; and the glossary's version."""

from datetime import date
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field

from service.actions.candidates import candidates, propose
from service.actions.conversion import convert_line
from service.actions.versions import newest_version
from service.actions.work import Work
from service.api.common import live_glossary, snapshot_of, today
from service.api.concept_schemas import ConceptAnswer, VersionAnswer
from service.api.contents import HIGHEST, ConceptContent, Content
from service.core.languages import Language
from service.http.bodies import StrictRoute
from service.http.etags import set_tag
from service.http.guard import Guard
from service.http.policies import Policy
from service.http.problems import language_of
from service.locale.catalog import say

router = APIRouter(tags=["glossary"], route_class=StrictRoute)

Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.READ_GLOSSARY), scope="function")]
Writing: TypeAlias = Annotated[Work, Depends(Guard(Policy.WRITE_GLOSSARY, writing=True), scope="function")]
AsOf: TypeAlias = Annotated[
    date | None,
    Query(description="Day on which names must be right; default: today.", examples=["2023-12-26"]),
]
Version: TypeAlias = Annotated[
    int | None, Query(ge=0, le=HIGHEST, description="As the glossary knew it; default: the newest version.")
]
Text = Annotated[str, Field(max_length=1_000_000)]


class AnnotationRequest(Content):
    """A text to be read with the glossary."""

    text: Text = Field(examples=["Giám đốc Sở Ngoại vụ tỉnh Hà Giang"])
    language: Language = Field(examples=["vi"])


class Annotation(BaseModel):
    """A controlled name in a text."""

    start: int = Field(description="First character, in code points.")
    end: int = Field(description="The character after the last.")
    text: str
    concepts: list[str]
    status: str = Field(description="preferred, admitted, abbreviation, search, or deprecated: not allowed.")
    kind: str
    valid: bool = Field(description="Whether the name is right on the day.")
    equivalents: list[str] = Field(description="What it is called in the other language on the day.")


class AnnotationAnswer(BaseModel):
    """What the glossary knows of a text."""

    version: int
    as_of: date
    annotations: list[Annotation]


@router.post("/annotations", operation_id="annotate", summary="Find controlled names in a text")
def annotate(
    work: Reading, asked: AnnotationRequest, request: Request, as_of: AsOf = None, version: Version = None
) -> AnnotationAnswer:
    """Every controlled name of a text, with its equivalents and whether it is allowed on the day."""
    day = as_of or today()
    snapshot = snapshot_of(request, work, version)
    found = snapshot.annotator(asked.language).annotate(asked.text, day)
    return AnnotationAnswer(
        version=snapshot.version, as_of=day, annotations=[Annotation.model_validate(one) for one in found]
    )


class ConversionRequest(Content):
    """A text whose numbers and dates are to be written in the other language."""

    text: Text = Field(examples=["ngày 26 tháng 12 năm 2023, 253,9 triệu USD"])
    language: Language = Field(examples=["vi"], description="Of the text.")
    year: int | None = Field(None, ge=1, le=9999, description="Of dates that have none.")


class ConversionAnswer(BaseModel):
    """The text with its values in the other language."""

    text: str
    lines: list[dict[str, object]] = Field(description="Each line's mentions: offsets, kind, value.")
    doubts: list[str] = Field(description="What a person must decide, in the reader's language.")


@router.post("/conversions", operation_id="convert", summary="Write values in the other language")
def convert(work: Reading, asked: ConversionRequest, request: Request) -> ConversionAnswer:
    """Numbers, amounts, dates and periods; the other words stay."""
    del work
    language = language_of(request)
    lines = [
        convert_line(line, asked.language, str(number), asked.year)
        for number, line in enumerate(asked.text.splitlines(keepends=True), start=1)
    ]
    return ConversionAnswer(
        text="".join(line.text for line in lines),
        lines=[dict(line.data) for line in lines],
        doubts=[say(doubt, language) for line in lines for doubt in line.doubts],
    )


@router.get("/glossary/version", operation_id="readGlossaryVersion", summary="The glossary's version")
def version(work: Reading, request: Request) -> VersionAnswer:
    """It rises with every approved change; `compiled` follows within seconds."""
    return VersionAnswer(version=newest_version(work), compiled=live_glossary(request).version)


class CandidateRequest(Content):
    """Texts to be searched for names without a concept."""

    texts: Annotated[list[Text], Field(min_length=1, max_length=100)] = Field(
        examples=[["Chiều nay, Trung tâm Logistics Hữu Nghị làm việc với hải quan."]]
    )
    language: Language = Field(examples=["vi"])
    fewest: int = Field(1, ge=1, le=1000, description="Leave out what stands in them less often.")


class CandidateAnswer(BaseModel):
    """A name that no concept covers."""

    text: str
    language: Language
    times: int
    contexts: list[str]


@router.post("/candidates", operation_id="findCandidates", summary="Names that no concept covers")
def find(
    work: Reading, asked: CandidateRequest, request: Request, as_of: AsOf = None, version: Version = None
) -> list[CandidateAnswer]:
    """Capitalised Vietnamese names and Chinese names like an organisation's, the most frequent first."""
    snapshot = snapshot_of(request, work, version)
    found = candidates(asked.texts, asked.language, snapshot, as_of or today(), asked.fewest)
    return [CandidateAnswer(**{**one._asdict(), "contexts": list(one.contexts)}) for one in found]


@router.post(
    "/candidates/proposals",
    operation_id="proposeCandidate",
    status_code=201,
    summary="Make a proposal of a candidate",
)
def make_proposal(work: Writing, content: ConceptContent, response: Response) -> ConceptAnswer:
    """A new concept, proposed at once."""
    kept = propose(work, content.concept("new"))
    response.headers["Location"] = f"/api/v1/concepts/{kept.concept_id}"
    set_tag(response, kept.row_version)
    return ConceptAnswer.of(kept)
