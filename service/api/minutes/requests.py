"""Requests about minutes."""

from datetime import date
from typing import Annotated, TypeAlias

from fastapi import Depends, Path
from pydantic import AfterValidator, Field

from service.actions.work import Work
from service.api.contents import Content, Line
from service.core.text import clean_text
from service.http.guard import Guard
from service.http.policies import Policy
from service.minutes.kept import Filters
from service.minutes.record import DocumentType
from service.minutes.segments import Status
from service.minutes.sharing import Level
from service.minutes.states import State

Reading: TypeAlias = Annotated[Work, Depends(Guard(Policy.READ_MINUTES), scope="function")]
Saying: TypeAlias = Annotated[Work, Depends(Guard(Policy.READ_MINUTES, writing=True), scope="function")]
Translating: TypeAlias = Annotated[
    Work, Depends(Guard(Policy.TRANSLATE_MINUTES, writing=True), scope="function")
]
Writing: TypeAlias = Annotated[Work, Depends(Guard(Policy.WRITE_MINUTES, writing=True), scope="function")]
Keeping: TypeAlias = Annotated[Work, Depends(Guard(Policy.WRITE_MINUTES), scope="function")]

_LARGEST = 2_000_000_000  # what a column of whole numbers holds
MinutesId = Annotated[
    str, Path(max_length=100, description="Stable name of minutes.", examples=["m-3kx8vq2mzt7adw"])
]
SegmentName = Annotated[
    str, Path(max_length=100, description="Stable name of a segment.", examples=["s-7d2kqmx4ha"])
]
Number = Annotated[int, Path(ge=1, le=_LARGEST)]
OfficeCode = Annotated[
    str, Path(max_length=60, pattern=r"^[a-z0-9-]{1,60}$", description="Code of an office.")
]
Said = Annotated[str, AfterValidator(clean_text), Field(min_length=1, max_length=10_000)]
Reason = Annotated[str, AfterValidator(clean_text), Field(max_length=2_000)]


class MinutesQuery(Content):
    """What a list of minutes is narrowed to; what is left out narrows nothing."""

    state: list[State] = Field([], description="How far the work is; may be given again.")
    type: list[DocumentType] = Field([], description="What the record becomes; may be given again.")
    mechanism: Line | None = Field(None, description="Letters in the name of the mechanism.")
    first: date | None = Field(None, alias="from", description="Meetings on this day or later.")
    last: date | None = Field(None, alias="to", description="Meetings on this day or earlier.")
    q: Line | None = Field(None, description="Letters in any text or name, accents as they are.")
    shared: bool | None = Field(None, description="true: only what others share; false: only the own.")
    withdrawn: bool | None = Field(None, description="true: only what was withdrawn; false: only the rest.")
    limit: int = Field(50, ge=1, le=200)
    cursor: Annotated[str, Field(max_length=4000)] | None = None

    def filters(self) -> Filters:
        """The filters of the list."""
        return Filters(
            tuple(self.state),
            tuple(self.type),
            (self.mechanism or "").casefold(),
            self.first,
            self.last,
            (self.q or "").casefold(),
            self.shared,
            self.withdrawn,
        )


class SegmentQuery(Content):
    """What a list of segments is narrowed to."""

    status: list[Status] = Field([], description="Of the translation; may be given again.")
    assignee: Line | None = Field(None, description="Who is to work on it.")
    limit: int = Field(200, ge=1, le=200)
    cursor: Annotated[str, Field(max_length=4000)] | None = None


class StatusRequest(Content):
    """What the translation of a segment is."""

    status: Status = Field(description="confirmed, or translated: no more than that.", examples=["confirmed"])


class AssigneeRequest(Content):
    """Who is to work on a segment."""

    person: Line | None = Field(description="Handle; null: nobody.", examples=["binh"])


class SaidRequest(Content):
    """What a person says."""

    text: Said = Field(examples=["Xin kiểm tra lại con số này."])


class TransitionRequest(Content):
    """Where minutes are to go."""

    to: State = Field(examples=["in_review"])
    reason: Reason = Field("", description="Why; going back needs one.")


class WaiverRequest(Content):
    """Which finding is accepted as it stands, and why."""

    code: Line = Field(examples=["name-without-source"])
    place: Line = Field(description="Path in the record, as the finding says it.", examples=["place"])
    reason: Annotated[Reason, Field(min_length=1)] = Field(examples=["Đã hỏi lại phía bạn ngày 20/12."])


class VersionRequest(Content):
    """What this moment of minutes is called."""

    name: Annotated[Line, Field(max_length=200)] = Field(examples=["Bản gửi phía bạn"])


class ShareRequest(Content):
    """What an office is given."""

    level: Level = Field(description="read, translate or edit.", examples=["translate"])


class WithdrawalRequest(Content):
    """Why minutes are withdrawn."""

    reason: Annotated[Reason, Field(min_length=1)] = Field(examples=["Hai bên ký lại bản khác."])
