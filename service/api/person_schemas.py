"""Answers and requests about the registry of persons."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from service.accounts.people import NATIONAL
from service.actions.finding_persons import WantedPersons
from service.actions.posts import ReadPosition
from service.api.contents import Content, Line
from service.core.languages import Side
from service.glossary.concepts import Collection
from service.http.cursors import Cursors
from service.locale.catalog import say
from service.minutes.people import Person
from service.minutes.persons.listing import PagePlace
from service.minutes.persons.registered import HeldPosition, KeptPerson, RegisteredPerson, WrittenName

PersonId = Annotated[str, Field(pattern=r"^prs-[a-z0-9]{16}$", examples=["prs-k3m9x2a7b4c5d6e8"])]

EXAMPLE: dict[str, Any] = {
    "side": "cn",
    "vi": "Vương Vĩ",
    "zh": "王伟",
    "latin": "Wang Wei",
    "address": "ông",
    "positions": [
        {
            "position": {
                "vi": "Phó Chủ nhiệm Văn phòng Ngoại sự tỉnh Vân Nam",
                "zh": "云南省人民政府外事办公室副主任",
            },
            "first": "2022-08-01",
            "confidence": "sourced",
            "sources": [{"address": "http://yfao.yn.gov.cn/", "day": "2022-09-13"}],
        }
    ],
    "collection": "office",
}


class PersonContent(RegisteredPerson):
    """Somebody of either side, with the positions held over time."""

    collection: Collection = Field(Collection.OFFICE, description="Everybody's entry, or the office's own.")

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra={"examples": [EXAMPLE]})

    def person(self) -> RegisteredPerson:
        """What is said of the person."""
        return RegisteredPerson.model_construct(
            self.model_fields_set - {"collection"},
            **{name: getattr(self, name) for name in RegisteredPerson.model_fields},
        )


class PersonRevision(RegisteredPerson):
    """Everything that is said of a person from now on."""

    def person(self) -> RegisteredPerson:
        """What is said of the person."""
        return RegisteredPerson.model_construct(
            self.model_fields_set, **{name: getattr(self, name) for name in RegisteredPerson.model_fields}
        )


class ParticipantAnswer(BaseModel):
    """A person with one position, as the record of a meeting takes them."""

    name: WrittenName
    position: WrittenName | None
    address: str | None

    @classmethod
    def of(cls, one: Person) -> "ParticipantAnswer":
        """A participant as an answer."""
        assert one.name is not None  # noqa: S101 - whoever is registered has a name
        return cls(name=one.name, position=one.position, address=one.address)


class PositionAnswer(BaseModel):
    """A position, composed as of a day."""

    held: HeldPosition = Field(description="As the registry has it.")
    as_of: date = Field(description="The day that it was composed for.")
    vi: str | None = Field(description="Composed in Vietnamese; null where it does not resolve.")
    zh: str | None = Field(description="Composed in Chinese; null where it does not resolve.")
    concepts: list[str] = Field(description="Concepts of the glossary that it is made of.")
    problems: list[str] = Field(description="Why it does not resolve on that day.")

    @classmethod
    def of(cls, one: ReadPosition, language: str) -> "PositionAnswer":
        """A position as an answer in the reader's language."""
        return cls(
            held=one.held,
            as_of=one.day,
            vi=one.name.vi,
            zh=one.name.zh,
            concepts=sorted(one.concept_ids),
            problems=[say(problem, language) for problem in one.problems],
        )


class PersonAnswer(BaseModel):
    """A person as the registry has them."""

    id: str
    office: str
    collection: Collection
    row_version: int = Field(description="Counts every change; the ETag.")
    saved_at: datetime
    author: str | None = Field(description="null: the shipped termbase")
    concept: str | None = Field(description="The concept of the shipped termbase that the entry came from.")
    content: RegisteredPerson

    @classmethod
    def of(cls, kept: KeptPerson) -> "PersonAnswer":
        """A kept person as an answer."""
        return cls(
            id=kept.person_id,
            office=kept.office,
            collection=Collection.NATIONAL if kept.office == NATIONAL else Collection.OFFICE,
            row_version=kept.row_version,
            saved_at=kept.saved_at,
            author=kept.author,
            concept=kept.concept_id,
            content=kept.content,
        )


class HolderAnswer(PersonAnswer):
    """A person with their positions, composed, and ready to be put into a record."""

    positions: list[PositionAnswer] = Field(
        description="Held on the day that was asked for; without one, all of them."
    )
    participants: list[ParticipantAnswer] = Field(
        description="The person as a record takes them: once for each of these positions."
    )


class PersonPageAnswer(BaseModel):
    """A page of the registry."""

    items: list[HolderAnswer]
    next: str | None = Field(description="Cursor of the next page; null at the end.")


class PersonQuery(Content):
    """What a list is narrowed to, and which page of it is wanted."""

    q: Annotated[Line, Field(max_length=200)] | None = Field(
        None,
        description="A name as typed: with accents or without, Chinese, pinyin, its initials.",
        examples=["do quoc huong", "王伟", "wangwei"],
    )
    side: Side | None = None
    body: Line | None = Field(
        None,
        description="They hold a position in this body; a place stands for every body in it.",
        examples=["Sở Ngoại vụ tỉnh Hà Giang", "tỉnh Hà Giang"],
    )
    as_of: date | None = Field(
        None,
        description="They hold a position on this day, or none is known; positions are composed for it.",
    )
    collection: Collection | None = None
    sort: Literal["vi", "zh"] = "vi"
    cursor: Annotated[str, Field(max_length=4000)] | None = None
    limit: int = Field(50, ge=1, le=200)

    def wanted(self, cursors: Cursors) -> WantedPersons:
        """The list that is asked for.

        Raises:
            CursorUnknown: The cursor belongs to no page of it.
        """
        place = cursors.read(self._kind, self.cursor)
        return WantedPersons(
            text=self.q or "",
            side=self.side,
            body=self.body or "",
            day=self.as_of,
            collection=self.collection,
            sorts_zh=self.sort == "zh",
            after=PagePlace(str(place[0]), int(place[1] or 0)) if place else None,
            most=self.limit,
        )

    def next(self, cursors: Cursors, after: PagePlace | None) -> str | None:
        """The cursor of the page after this one."""
        return cursors.write(self._kind, after)

    @property
    def _kind(self) -> str:
        return f"persons-{self.sort}"
