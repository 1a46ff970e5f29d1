"""Who met: people, parties, and what one side's own paper says of itself besides."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from service.core.languages import Side
from service.core.message import message
from service.core.wrong_form import refuse
from service.minutes.fields import Line, Listed, Model, Name


class Role(StrEnum):
    """What somebody is in a delegation."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    MEMBER = "member"
    SECRETARY = "secretary"
    INTERPRETER = "interpreter"


def _require_name(somebody: Model) -> None:
    if not somebody.says("name"):
        raise refuse(message("a person without a name; write name: null where the source does not give it"))


class Person(Model):
    """Somebody at the meeting."""

    name: Name | None = Field(
        None, description="Full name: one the glossary knows, or {vi, zh}. null: not in the source."
    )
    position: Name | None = Field(
        None, description="Title and body: Giám đốc Sở Ngoại vụ tỉnh Hà Giang. null: not in the source."
    )
    address: Literal["đồng chí", "ông", "bà"] | None = Field(
        None, description="Form of address in the Vietnamese text; Chinese has none beside a title."
    )
    role: Role = Field(Role.MEMBER, description="What the person is in the delegation.")

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        _require_name(self)
        return self


class Attendee(Person):
    """A person, or several people who are named only by what they are."""

    group: Name | None = Field(
        None, description="Instead of a name: people named by what they are, such as lãnh đạo huyện Mèo Vạc."
    )

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not self.says("group"):
            _require_name(self)
            return self
        if self.group is None:
            raise refuse(message("a group without words; delete the entry or write who attended"))
        if self.model_fields_set != {"group"}:
            raise refuse(message("a group and a person at once; give them an entry each"))
        return self


class Party(Model):
    """One body at the table: of two sides there may be several parties."""

    side: Side = Field(description="vn or cn.")
    body: Name | None = Field(
        description="The body or place that takes part and signs. null: not in the source."
    )
    delegation: Name | None = Field(
        None, description="What the title calls the party, where that is not its body."
    )
    head: Person | None = Field(None, description="Head of the delegation. null: not in the source.")
    members: tuple[Attendee, ...] | None = Field(
        (), description="Everybody else, by rank, then secretaries and interpreters. null: not in the source."
    )
    signatory: Person | None = Field(None, description="Who signs, where that is not the head.")


class OwnPaper(Model):
    """What one side's internal paper says besides: who issues it, who presided, who wrote it.

    Source:
        Nghị định 30/2020/NĐ-CP, Annex III, Mẫu 1.9; GB/T 9704-2012, 10.3.
    """

    superior: Name | None = Field(
        None, description="The body above the issuing one; left out where there is none."
    )
    body: Name | None = Field(None, description="The issuing body; left out: the side's first party.")
    number: Annotated[int, Field(ge=1, le=99999)] | None = Field(
        None, description="The paper's number, given when it is registered. null: not yet."
    )
    symbol: Line | None = Field(
        None,
        description="Abbreviation of the issuing body in the number, such as SNgV. null: not in the source.",
    )
    chair: Person | None = Field(
        None, description="Who presided; left out: the head of the side's delegation."
    )
    secretary: Person | None = Field(
        None, description="Who kept the minutes; left out: the delegation's first secretary."
    )
    observers: Listed[Attendee] = Field((), description="Who sat in without being of a delegation (列席).")
    absent: Listed[Attendee] = Field((), description="Who was asked and excused (请假).")
    recipients: Listed[Line] = Field((), description="Who receives the paper, in its own language.")


class OwnPapers(Model):
    """What the internal paper of each side says besides."""

    vn: OwnPaper = Field(default=OwnPaper(), description="The Vietnamese side's.")
    cn: OwnPaper = Field(default=OwnPaper(), description="The Chinese side's.")

    def of_side(self, side: Side) -> OwnPaper:
        """The paper of one side."""
        return self.vn if side is Side.VN else self.cn
