"""The record of one meeting, held once, from which every original and layout is drafted."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from service.core.languages import Side
from service.core.message import message
from service.core.wrong_form import refuse
from service.language.numerals import VI_LETTERS
from service.language.order import NameOrder
from service.minutes.fields import (
    Amount,
    Clock,
    Day,
    DueDate,
    Identifier,
    Line,
    Listed,
    Model,
    Name,
    Text,
)
from service.minutes.people import OwnPapers, Party

MAX_SECTIONS = 30
MAX_POINTS = len(VI_LETTERS)


class DocumentType(StrEnum):
    """What a record becomes."""

    TALKS_RECORD = "talks_record"
    JOINT_MINUTES = "joint_minutes"
    ACTION_PLAN = "action_plan"


class Stance(StrEnum):
    """What the sides did with an item; a proposal is never an agreement."""

    AGREED = "agreed"
    PROPOSED = "proposed"
    STATED = "stated"
    NOTED = "noted"
    RESERVED = "reserved"


_OF_ONE_SIDE = frozenset((Stance.PROPOSED, Stance.STATED, Stance.NOTED))


class Item(Text):
    """One point of the record; its pair of texts is one segment, and so is each of its sub-points."""

    stance: Stance = Field(description="What the sides did: agreed, proposed, stated, noted or reserved.")
    by: Side | None = Field(None, description="The side that proposed, stated or noted it: vn or cn.")
    lead: Name | None = Field(
        None, description="Who sees to it; kept for follow-up, a talks record prints only the text."
    )
    points: Listed[Text] = Field(
        (), description="Sub-points a), b), c) in their order.", max_length=MAX_POINTS
    )
    illustrative: bool = Field(
        default=False, description="true: invented to show the form; the draft marks it so."
    )

    @model_validator(mode="after")
    def _side_as_stance_wants(self) -> Self:
        if self.stance in _OF_ONE_SIDE and self.by is None:
            raise refuse(message("{stance} by whom? Write by: vn or by: cn", stance=self.stance.value))
        if self.stance not in _OF_ONE_SIDE and self.by is not None:
            said = message("{stance} is said of both sides; delete “by”", stance=self.stance.value)
            raise refuse(said, "by")
        return self


class Section(Model):
    """A headed group of items."""

    id: Identifier = Field(description="Short name, unique in the record; segments are called after it.")
    heading: Text = Field(description="The heading in both languages.")
    items: Listed[Item] = Field(description="The points in their order. null: not in the source.")
    after_tasks: bool = Field(
        default=False, description="true: of an action plan, printed behind the table of tasks."
    )


class BySide(Model):
    """A body or text for each side."""

    vn: Name | None = Field(None, description="The Vietnamese side's.")
    cn: Name | None = Field(None, description="The Chinese side's.")


class Task(Text):
    """One task of an action plan."""

    area: Text | None = Field(None, description="Field of cooperation.")
    lead: BySide | None = Field(None, description="Lead body of each side.")
    start: DueDate | None = Field(None, description="When work begins.")
    due: DueDate | None = Field(
        None, description="When it is to be done: 2024, 2024-Q2, 2024-06, 2024-06-15."
    )
    indicator: Text | None = Field(None, description="What shows that it is done.")
    budget: Amount | None = Field(None, description="Funding; null: not in the source.")
    illustrative: bool = Field(default=False, description="true: invented to show the form.")


class Period(Model):
    """The years that an action plan covers."""

    first: Annotated[int, Field(ge=1900, le=2200)] = Field(description="First year.")
    last: Annotated[int, Field(ge=1900, le=2200)] = Field(description="Last year.")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.last < self.first:
            raise refuse(message("a period that ends in {last}, before it begins", last=self.last))
        return self


class Originals(Model):
    """What the closing clause says of the signed copies."""

    count: Annotated[int, Field(ge=1, le=20)] | None = Field(
        None, description="How many originals are signed. null: not in the source."
    )
    one_per_party: bool = Field(default=True, description="Every party keeps one.")
    equally_authentic: bool = Field(default=True, description="Both languages are equally authentic.")


class Opening(Model):
    """What a paper is, and what it says of the meeting before its parties."""

    document_type: DocumentType = Field(description="talks_record, joint_minutes or action_plan.")
    channel: Literal["state", "party"] = Field(description="State bodies or Party committees.")
    form: Literal["joint", "internal"] = Field(
        "joint", description="joint: signed by both sides; internal: one side's own minutes."
    )
    circulation: Literal["internal"] | None = Field(
        None, description="internal: marked “lưu hành nội bộ”, 内部文件; left out: no label."
    )
    name_order: NameOrder = Field(description="alternat (倒版) or simplified (不倒版).")
    draft_number: Annotated[int, Field(ge=1, le=99)] = Field(
        1, description="Which draft of the paper this is (Dự thảo lần 2, 草案第2稿)."
    )
    draft_date: Day | None = Field(None, description="The day of this draft; left out: no day is printed.")
    revision: Annotated[int, Field(ge=1)] = Field(1, description="Raised with every change of the record.")
    sources: Listed[Line] = Field((), description="Where the facts come from; never printed in a draft.")
    illustrative: bool = Field(default=False, description="true: the whole record shows the form only.")

    title: Text | None = Field(None, description="Only where the title is not composed from the parties.")
    mechanism: Name | None = Field(None, description="The standing body or series that met.")
    session: Annotated[int, Field(ge=1, le=99)] | None = Field(None, description="Its session number.")
    period: Period | None = Field(None, description="The years an action plan covers.")

    date: Day | None = Field(None, description="The meeting's (first) day, YYYY-MM-DD or DD/MM/YYYY.")
    part_of_day: Literal["morning", "noon", "afternoon", "evening"] | None = Field(
        None, description="morning, noon, afternoon or evening."
    )
    start: Clock | None = Field(None, description="Local time at the place, HH:MM.")
    end: Clock | None = Field(None, description="Local time at the place, HH:MM.")
    place: Name | None = Field(None, description="Where it was held, such as huyện Mèo Vạc, tỉnh Hà Giang.")
    host: Side | None = Field(None, description="The side that hosted: vn or cn.")


class Parties(Model):
    """Who met."""

    parties: tuple[Party, ...] = Field(
        description="All parties of both sides; those of a side in the paper's one order of provinces."
    )

    @field_validator("parties")
    @classmethod
    def _of_both_sides(cls, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        if {party.side for party in parties} != set(Side):
            raise refuse(message("both sides are needed, one party of vn and one of cn at least"))
        return parties


class Outline(Model):
    """What the paper rests on and what was said, point by point."""

    basis: Listed[Text] = Field(
        (), description="What the paper rests on: joint statements, agreements, plans."
    )
    sections: Listed[Section] = Field((), description="The headed points, in their order.")

    @field_validator("sections")
    @classmethod
    def _countable(cls, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        if len(sections) > MAX_SECTIONS:
            raise refuse(message("more than {most} sections", most=MAX_SECTIONS))
        seen: set[str] = set()
        for index, section in enumerate(sections):
            if section.id in seen:
                raise refuse(message("the id “{id}” stands twice", id=section.id), index, "id")
            seen.add(section.id)
        return sections


class Tasks(Model):
    """What is to be done, by whom, until when."""

    tasks: Listed[Task] = Field((), description="The tasks of an action plan.")


class Closing(Model):
    """What each side's own paper says besides, and how the paper closes."""

    internal: OwnPapers = Field(
        default=OwnPapers(), description="What each side's internal paper says besides; form: internal."
    )
    originals: Originals | None = Field(None, description="The signed copies. null: not in the source.")
    signed: bool = Field(default=True, description="false: the paper closes without signatures.")


# The keys of a record stand in the order of these, the last one first.
class Record(Closing, Tasks, Outline, Parties, Opening):
    """The record of one meeting.

    Every fact can be null, "not in the source". One that its document type must print, left out or null,
    prints as a visible gap; one that a paper can do without (a form of address, a part of the day) does not.
    """

    def of_side(self, side: Side) -> tuple[Party, ...]:
        """The parties of one side, in the paper's order."""
        return tuple(party for party in self.parties if party.side is side)
