"""Answers and requests about concepts."""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from service.accounts.people import NATIONAL
from service.actions.listing import Listing
from service.api.contents import ConceptContent, ConceptId, Content, Count, Line, Paragraphs
from service.glossary.concepts import Category, Collection, Confidence
from service.glossary.difference import Change
from service.glossary.life import KeptConcept, Revision, State, Step
from service.glossary.listing import Place
from service.glossary.queries import Sort
from service.http.cursors import Cursors


class RevisionAnswer(BaseModel):
    """One saved content of a concept."""

    number: int
    state: State
    retires: bool = Field(description="It ends the life of its concept when it is approved.")
    based_on: int | None
    author: str | None = Field(description="null: the shipped termbase")
    approver: str | None
    saved_at: datetime
    approved_at: datetime | None
    approved_version: int | None = Field(description="Glossary version from which it was in force.")
    superseded_version: int | None
    content: ConceptContent

    @classmethod
    def of(cls, one: Revision, collection: Collection) -> "RevisionAnswer":
        """A revision as an answer."""
        plain = {name: getattr(one, name) for name in cls.model_fields if name != "content"}
        return cls(**plain, content=ConceptContent.of(one.concept, collection))


class ConceptAnswer(BaseModel):
    """A concept with what is in force of it and what is being worked on."""

    id: str
    office: str
    collection: Collection
    row_version: int = Field(description="Counts every change; the ETag.")
    current: RevisionAnswer | None
    pending: RevisionAnswer | None

    @classmethod
    def of(cls, kept: KeptConcept) -> "ConceptAnswer":
        """A kept concept as an answer."""
        collection = Collection.NATIONAL if kept.office == NATIONAL else Collection.OFFICE
        current, pending = (
            RevisionAnswer.of(one, collection) if one else None for one in (kept.current, kept.pending)
        )
        return cls(
            id=kept.concept_id,
            office=kept.office,
            collection=collection,
            row_version=kept.row_version,
            current=current,
            pending=pending,
        )


class ConceptPage(BaseModel):
    """A page of a list."""

    items: list[ConceptAnswer]
    next: str | None = Field(description="Cursor of the next page; null at the end.")
    did_you_mean: list[str] = Field([], description="Names close to what was typed, where nothing answers.")


class ListQuery(Content):
    """What a list is narrowed to, its order, and which page of it is wanted."""

    q: Annotated[Line, Field(max_length=200)] | None = Field(
        None,
        description="Typed: with accents or without, Chinese, pinyin, its initials, an abbreviation.",
        examples=["so ngoai vu", "外事厅", "waishi"],
    )
    category: list[Category] = Field([], max_length=20)
    state: list[State] = Field([], max_length=4)
    confidence: list[Confidence] = Field([], max_length=4)
    collection: Collection | None = None
    place: ConceptId | None = Field(None, description="This place and what lies in it.")
    as_of: date | None = Field(None, description="Names that are right on this day.")
    sort: Sort | None = Field(None, description="Default: match for a search, else vi.")
    cursor: Annotated[str, Field(max_length=4000)] | None = None
    limit: int = Field(50, ge=1, le=200)

    def listing(self, cursors: Cursors) -> Listing:
        """The list that is asked for.

        Args:
            cursors: Of the installation.

        Raises:
            CursorUnknown: The cursor belongs to no page of it.
        """
        listing = Listing(
            text=self.q or "",
            categories=self.category,
            states=self.state,
            confidences=self.confidence,
            collection=self.collection,
            place=self.place,
            valid_on=self.as_of,
            sort=self.sort,
            most=self.limit,
        )
        after = cursors.read(cursor_name(listing), self.cursor)
        return replace(listing, after=Place.of(after) if after else None)


class Transition(Content):
    """A step in the life of what is being worked on."""

    step: Step | Literal["retire"] = Field(examples=["propose"])
    reason: Paragraphs = Field("", description="Kept as a comment; a rejection needs one.")


class Restoration(Content):
    """Which revision's content becomes the draft."""

    number: Count = Field(examples=[1])


class CommentRequest(Content):
    """What a person says."""

    text: Annotated[str, Field(min_length=1, max_length=10_000)] = Field(examples=["外办还是外事厅？"])
    number: Count | None = Field(None, description="The revision it is about.")


class CommentAnswer(BaseModel):
    """What a person said."""

    author: str
    at: datetime
    text: str
    number: int | None


class ChangeAnswer(BaseModel):
    """A field that two revisions say differently."""

    field: str
    before: object
    after: object

    @classmethod
    def of(cls, change: Change) -> "ChangeAnswer":
        """A change as an answer."""
        return cls(field=change.field, before=change.before, after=change.after)


class UseAnswer(BaseModel):
    """A place where a concept is used."""

    kind: str
    object_id: str
    title: str
    is_open: bool = Field(description="A change of the concept would change it.")


class DuplicateAnswer(BaseModel):
    """A term that is much like one that was asked about."""

    id: str
    language: str
    text: str
    status: str
    asked: str
    is_same: bool = Field(description="The same but for capitals, accents and spaces; else near spelling.")


class VersionAnswer(BaseModel):
    """The glossary's version."""

    version: int
    compiled: int = Field(description="The version that answers in this process.")


def cursor_name(listing: Listing) -> str:
    """Of a list in its order: a cursor of another one says nothing in it."""
    return f"concepts:{listing.order}"
