"""Answers about minutes."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from service.core.languages import Language, Pair
from service.minutes.kept import (
    Head,
    KeptMinutes,
    KeptPart,
    KeptSegment,
    StepTaken,
)
from service.minutes.parts import Part
from service.minutes.plain import plain_record
from service.minutes.record import DocumentType
from service.minutes.segments import Status
from service.minutes.sharing import Level
from service.minutes.states import State


class WithdrawalAnswer(BaseModel):
    """Who withdrew minutes, when and why."""

    person: str
    at: datetime
    reason: str


class HeadAnswer(BaseModel):
    """Whose minutes are and how far the work on them is."""

    id: str = Field(examples=["m-3kx8vq2mzt7adw"])
    office: str = Field(description="Code of the owning office.")
    shared: Level | None = Field(description="What that office shares with yours; null: your office's own.")
    state: State
    version: int = Field(description="Raised when final minutes open again.")
    document_type: DocumentType
    mechanism: str = Field(description="As the facts write it; empty where they do not.")
    held_on: date | None = Field(description="The meeting's first day.")
    created_by: str
    created_at: datetime
    withdrawal: WithdrawalAnswer | None

    @classmethod
    def of(cls, head: Head) -> "HeadAnswer":
        """A head as an answer."""
        return cls(**head_fields(head))


def head_fields(head: Head) -> dict[str, Any]:
    """The fields of an answer that say whose minutes are and how far the work is."""
    same = ("office", "state", "version", "document_type", "mechanism", "held_on", "created_by", "created_at")
    plain = {name: getattr(head, name) for name in same}
    plain |= {"id": head.minutes_id, "shared": head.level}
    plain["withdrawal"] = WithdrawalAnswer(**head.withdrawal._asdict()) if head.withdrawal else None
    return plain


class HeadPage(BaseModel):
    """A page of minutes; `next` is the cursor of the page after it."""

    items: list[HeadAnswer]
    next: str | None


class TrashedAnswer(BaseModel):
    """Minutes in the trash, with who put them there and when."""

    minutes: HeadAnswer
    person: str
    at: datetime


class TextsAnswer(BaseModel):
    """A pair of texts; null is a translation still missing."""

    vi: str | None
    zh: str | None

    @classmethod
    def of(cls, pair: Pair | None) -> "TextsAnswer | None":
        """A pair as an answer."""
        return None if pair is None else cls(vi=pair.vi, zh=pair.zh)


class SegmentAnswer(BaseModel):
    """A pair of texts, with the state of its translation."""

    id: str = Field(examples=["s-7d2kqmx4ha"])
    part: Part = Field(description="The part that names it.")
    path: str | None = Field(description="Where it stands in the record; null where that was not asked for.")
    vi: str | None
    zh: str | None
    status: Status
    stale: Language | None = Field(description="The language that is behind the other; null unless stale.")
    assignee: str | None
    saved_by: str
    saved_at: datetime
    etag: str = Field(description="To be sent as If-Match.", examples=['"3"'])

    @classmethod
    def of(cls, one: KeptSegment, path: str | None = None) -> "SegmentAnswer":
        """A segment as an answer."""
        return cls(
            id=one.segment_id,
            part=one.part,
            path=path,
            vi=one.texts.pair.vi,
            zh=one.texts.pair.zh,
            status=one.texts.status,
            stale=one.texts.stale,
            assignee=one.assignee,
            saved_by=one.saved_by,
            saved_at=one.saved_at,
            etag=tag(one.row_version),
        )


def tag(row_version: int) -> str:
    """An entity tag as headers carry it."""
    return f'"{row_version}"'


class SegmentPage(BaseModel):
    """A page of segments in the record's order; `next` is the cursor of the page after it."""

    items: list[SegmentAnswer]
    next: str | None


class PartAnswer(BaseModel):
    """A part of minutes; every pair of texts stands as `{"segment": ID}`."""

    part: Part
    content: dict[str, Any] = Field(
        description="As it is sent, of the part's own schema.",
        examples=[{"sections": [{"id": "results", "heading": {"segment": "s-7d2kqmx4ha"}, "items": []}]}],
    )
    saved_by: str
    saved_at: datetime
    etag: str = Field(description="To be sent as If-Match.", examples=['"3"'])

    @classmethod
    def of(cls, kept: KeptPart) -> "PartAnswer":
        """A part as an answer."""
        return cls(
            part=kept.part,
            content=kept.content,
            saved_by=kept.saved_by,
            saved_at=kept.saved_at,
            etag=tag(kept.row_version),
        )


class StepAnswer(BaseModel):
    """A move from one state to another."""

    source: State
    target: State
    person: str
    reason: str
    version: int
    at: datetime

    @classmethod
    def of(cls, step: StepTaken) -> "StepAnswer":
        """A move as an answer."""
        return cls(**step._asdict())


class WorkAnswer(HeadAnswer):
    """How far the work on minutes is, and where who asks may move them."""

    ways: list[State] = Field(description="States that you may ask for; `final` may still be refused.")
    history: list[StepAnswer]
    etag: str = Field(description="To be sent as If-Match with what moves, shares or deletes them.")


class TagsAnswer(BaseModel):
    """Entity tags of what is edited apart, to be sent as If-Match."""

    work: str = Field(description="With moves, waivers, sharing, restoring, withdrawal and deletion.")
    facts: str
    participants: str
    outline: str
    tasks: str


class MinutesAnswer(HeadAnswer):
    """All of some minutes."""

    record: dict[str, Any] = Field(description="The record, as docs/record.schema.json says it.")
    segments: list[SegmentAnswer] = Field(description="Every pair of texts, in the record's order.")
    history: list[StepAnswer]
    etags: TagsAnswer

    @classmethod
    def of_all(cls, kept: KeptMinutes) -> "MinutesAnswer":
        """Minutes as an answer."""
        tags = {part.value: tag(one.row_version) for part, one in kept.parts.items()}
        return cls(
            **head_fields(kept.head),
            record=dict(plain_record(kept.record)),
            segments=[SegmentAnswer.of(kept.segments[one.segment_id], one.path) for one in kept.places],
            history=[StepAnswer.of(step) for step in kept.steps],
            etags=TagsAnswer(work=tag(kept.head.row_version), **tags),
        )
