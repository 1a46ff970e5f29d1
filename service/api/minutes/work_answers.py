"""Answers about the work on minutes: history, comments, sharing, versions, findings, waivers."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from service.api.minutes.answers import TextsAnswer, tag
from service.core.finding import Finding, Severity
from service.core.languages import Side
from service.locale.catalog import say
from service.minutes.kept import Accepted, NamedVersion, PastSegment, Said, Shared
from service.minutes.parts import Part
from service.minutes.plain import plain_record
from service.minutes.record import Record
from service.minutes.segments import Status
from service.minutes.sharing import Level
from service.minutes.states import State
from service.minutes.versions import Difference


class PastAnswer(BaseModel):
    """A segment as somebody left it."""

    etag: str
    deed: str = Field(description="created, texts, status, assigned, removed or restored.")
    vi: str | None
    zh: str | None
    status: Status
    assignee: str | None
    person: str
    at: datetime

    @classmethod
    def of(cls, one: PastSegment) -> "PastAnswer":
        """A past segment as an answer."""
        rest = {name: getattr(one, name) for name in ("deed", "status", "assignee", "person", "at")}
        return cls(etag=tag(one.row_version), vi=one.pair.vi, zh=one.pair.zh, **rest)


class SaidAnswer(BaseModel):
    """A comment; on the minutes as a whole where it names no segment."""

    number: int
    segment: str | None
    person: str
    at: datetime
    text: str

    @classmethod
    def of(cls, one: Said) -> "SaidAnswer":
        """A comment as an answer."""
        return cls(number=one.number, segment=one.segment_id, person=one.person, at=one.at, text=one.text)


class ShareAnswer(BaseModel):
    """What is shared with an office."""

    office: str
    level: Level
    person: str = Field(description="Who gave it.")
    at: datetime

    @classmethod
    def of(cls, one: Shared) -> "ShareAnswer":
        """A share as an answer."""
        return cls(**one._asdict())


class NamedVersionAnswer(BaseModel):
    """A moment of minutes that somebody named; without a name: kept when they became final."""

    number: int
    name: str
    state: State
    version: int
    person: str
    at: datetime

    @classmethod
    def of(cls, one: NamedVersion) -> "NamedVersionAnswer":
        """A named version as an answer."""
        return cls(**one._asdict())


class SuggestionAnswer(BaseModel):
    """Other words for a stretch of the text at the finding's place; offsets in code points."""

    start: int
    end: int
    text: str
    original: Side | None = Field(description="The side in whose original it holds; null: in both.")


class FindingAnswer(BaseModel):
    """One thing to know about minutes."""

    code: str = Field(examples=["name-without-source"])
    severity: Severity
    place: str = Field(description="Path in the record.", examples=["sections[0].items[1].zh"])
    segment: str | None = Field(description="The segment in which it lies.")
    message: str
    suggestion: SuggestionAnswer | None
    blocks: bool = Field(description="Whether it keeps the minutes from becoming final.")

    @classmethod
    def of(cls, one: Finding, segment: str | None, language: str, *, blocks: bool) -> "FindingAnswer":
        """A finding as an answer, in the reader's language."""
        other = SuggestionAnswer(**vars(one.suggestion)) if one.suggestion else None
        return cls(
            code=one.code,
            severity=one.severity,
            place=one.place,
            segment=segment,
            message=say(one.message, language),
            suggestion=other,
            blocks=blocks,
        )


class WaiverAnswer(BaseModel):
    """A finding that a named person accepted."""

    number: int
    code: str
    place: str | None = Field(description="Path in the record now; null where its segment is gone.")
    said: str = Field(description="The finding's English sentence; a waiver holds for that alone.")
    handle: str
    person: str
    reason: str
    at: datetime

    @classmethod
    def of(cls, one: Accepted, place: str | None) -> "WaiverAnswer":
        """A waiver as an answer."""
        same = ("number", "code", "said", "handle", "person", "reason", "at")
        return cls(place=place, **{name: getattr(one, name) for name in same})


class PastRecordAnswer(NamedVersionAnswer):
    """What minutes said in a named version."""

    record: dict[str, Any] = Field(description="The record, as docs/record.schema.json says it.")

    @classmethod
    def of_whole(cls, one: NamedVersion, record: Record) -> "PastRecordAnswer":
        """A named version as an answer, with what the minutes said."""
        return cls(**one._asdict(), record=dict(plain_record(record)))


class FieldChangeAnswer(BaseModel):
    """A field that differs; null where it is not there."""

    part: Part
    path: str = Field(
        description="Elements of lists by their ids; `[]` holds the ids in their order.",
        examples=["sections[results].items[s-7d2kqmx4ha].stance"],
    )
    before: Any
    after: Any


class TextChangeAnswer(BaseModel):
    """A segment whose texts differ; null where it is not there."""

    segment: str
    path: str
    before: TextsAnswer | None
    after: TextsAnswer | None


class DifferenceAnswer(BaseModel):
    """What differs between two versions, in the record's order."""

    fields: list[FieldChangeAnswer]
    segments: list[TextChangeAnswer]

    @classmethod
    def of(cls, found: Difference) -> "DifferenceAnswer":
        """A difference as an answer."""
        segments = [
            TextChangeAnswer(
                segment=one.segment_id,
                path=one.path,
                before=TextsAnswer.of(one.before),
                after=TextsAnswer.of(one.after),
            )
            for one in found.segments
        ]
        return cls(fields=[FieldChangeAnswer(**one._asdict()) for one in found.fields], segments=segments)
