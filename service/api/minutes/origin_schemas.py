"""Requests for minutes made of something, and answers about what they were made of."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field, model_validator

from service.actions.minutes.origins import NextMeeting, Notes, kept_message
from service.api.contents import Content, Line
from service.api.minutes.answers import MinutesAnswer
from service.core.languages import Language
from service.core.message import message
from service.core.wrong_form import refuse
from service.exchange.notes.proposal import Proposal, ProposedField
from service.exchange.notes.reading import MAX_NOTES
from service.locale.catalog import say
from service.minutes.links.origin import Origin, OriginKind
from service.minutes.plain import plain_record
from service.minutes.record import Record


class NotesContent(Content):
    """Notes of a meeting: a news report, bullets, old minutes."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_NOTES)] = Field(
        examples=["Chiều 5/6/2024, tại huyện Mèo Vạc\nHai bên thống nhất:\n- tuần tra chung mỗi quý một lần"]
    )
    language: Language = Field(description="Of the notes.", examples=["vi"])
    as_of: date = Field(description="Day on which names must be right.", examples=["2024-06-05"])

    def notes(self) -> Notes:
        """The notes."""
        return Notes(self.text, self.language, self.as_of)


class NotesRequest(NotesContent):
    """Notes, and the record that a person has made of what was proposed."""

    record: Record | None = Field(
        None, description="As you have set it right; left out: as it is proposed, to be looked at later."
    )


class SessionRequest(Content):
    """The next session: of a mechanism, or after certain minutes."""

    mechanism: Line | None = Field(
        None,
        description="Its newest minutes in sight before the day are the last session's.",
        examples=["Nhóm Công tác liên hợp"],
    )
    after: Line | None = Field(None, description="Instead: the last session's minutes, by their id.")
    day: date = Field(alias="date", description="Of the next session.", examples=["2024-11-20"])
    place: Line | None = Field(None, description="Where it will be held; left out: not known.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if (self.mechanism is None) == (self.after is None):
            raise refuse(message("say the mechanism, or the minutes that the session follows"))
        return self

    def wanted(self) -> NextMeeting:
        """The next session."""
        return NextMeeting(self.mechanism or "", self.day, self.place, self.after)


class PassageAnswer(BaseModel):
    """A stretch of the notes."""

    start: int = Field(description="First character, in code points.")
    end: int = Field(description="The character after the last.")
    text: str

    @classmethod
    def of(cls, text: str, at: Sequence[int]) -> "PassageAnswer":
        """A stretch as an answer."""
        return cls(start=at[0], end=at[1], text=text[at[0] : at[1]])


class ProposedFieldAnswer(BaseModel):
    """A field of the record, and where the notes say it."""

    path: str = Field(examples=["parties[0].head.name"])
    passages: list[PassageAnswer]
    note: str | None = Field(description="What you should know of it.")


class ProposalAnswer(BaseModel):
    """A record proposed from notes."""

    record: dict[str, Any] = Field(description="As docs/record.schema.json says it; null: not said.")
    fields: list[ProposedFieldAnswer]
    chosen: list[ProposedFieldAnswer] = Field(description="What a record must have and the notes do not say.")
    unrecognised: list[PassageAnswer]
    share: float = Field(description="How much of the notes was recognised, from 0 to 1.")

    @classmethod
    def of(cls, proposal: Proposal, language: str) -> "ProposalAnswer":
        """A proposal as an answer in the reader's language."""

        def fields(found: Iterable[ProposedField]) -> list[ProposedFieldAnswer]:
            return [
                ProposedFieldAnswer(
                    path=one.path,
                    passages=[PassageAnswer.of(proposal.text, at) for at in one.passages],
                    note=say(one.note, language) if one.note else None,
                )
                for one in found
            ]

        return cls(
            record=dict(plain_record(proposal.record)),
            fields=fields(proposal.fields),
            chosen=fields(proposal.chosen),
            unrecognised=[PassageAnswer.of(proposal.text, at) for at in proposal.unrecognised],
            share=round(proposal.share, 3),
        )


class ReadNotesAnswer(BaseModel):
    """Notes that minutes were made of, as they were read then; paths are those of the proposed record."""

    text: str
    language: Language
    as_of: date
    is_confirmed: bool = Field(description="A person had set the record right before it was kept.")
    fields: list[ProposedFieldAnswer]
    chosen: list[ProposedFieldAnswer]
    unrecognised: list[PassageAnswer]
    share: float

    @classmethod
    def of(cls, content: Mapping[str, Any], language: str) -> "ReadNotesAnswer":
        """Kept notes as an answer in the reader's language."""
        text = content["text"]

        def fields(found: Iterable[Mapping[str, Any]]) -> list[ProposedFieldAnswer]:
            return [
                ProposedFieldAnswer(
                    path=one["path"],
                    passages=[PassageAnswer.of(text, at) for at in one["passages"]],
                    note=say(kept_message(one["note"]), language) if one["note"] else None,
                )
                for one in found
            ]

        same = {key: content[key] for key in ("text", "language", "as_of", "is_confirmed", "share")}
        return cls(
            **same,
            fields=fields(content["fields"]),
            chosen=fields(content["chosen"]),
            unrecognised=[PassageAnswer.of(text, at) for at in content["unrecognised"]],
        )


class ChangeAnswer(BaseModel):
    """What is not as it was at the last session."""

    place: str = Field(description="Path in the new record.")
    said: str


class OriginAnswer(BaseModel):
    """What minutes were made of."""

    kind: OriginKind
    name: str | None = Field(None, description="Of a file: its name.")
    notes: ReadNotesAnswer | None = None
    minutes: str | None = Field(None, description="Of a session: the minutes of the last one.")
    changes: list[ChangeAnswer] = Field([], description="Of a session: what is not as it was.")

    @classmethod
    def of(cls, origin: Origin, language: str) -> "OriginAnswer":
        """An origin as an answer in the reader's language."""
        content = origin.content
        if origin.kind is OriginKind.NOTES:
            return cls(kind=origin.kind, notes=ReadNotesAnswer.of(content, language))
        changes = [
            ChangeAnswer(place=one["place"], said=say(kept_message(one), language))
            for one in content.get("changes", ())
        ]
        return cls(
            kind=origin.kind, name=content.get("name"), minutes=content.get("minutes"), changes=changes
        )


class SessionAnswer(MinutesAnswer):
    """New minutes, with the session that they follow and what is not as it was then."""

    origin: OriginAnswer
