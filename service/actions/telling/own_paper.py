"""What one side's internal paper says besides, in its own language."""

from service.actions.delegations import MeetingPerson
from service.actions.telling.parties import tell_attendee
from service.actions.telling.teller import Fact, Teller
from service.core.languages import Language
from service.documents.values import Gap, GapKind
from service.language.days import write_day

_PADDED_BELOW = 10


def tell_own_paper(teller: Teller) -> Fact:
    """The paper that the side of this language issues: head, number, chair, secretary, recipients."""
    paper = teller.meeting.papers[teller.language.side]
    own, record = paper.own, teller.record
    return {
        "superior": teller.say(paper.superior, f"{paper.place}.superior") if own.superior else "",
        "body": teller.say(paper.body, f"{paper.place}.body"),
        "head": teller.say(paper.head, f"{paper.place}.body"),
        "number": _number(own.number, teller.language) if own.number else _not_yet(teller, "number"),
        "symbol": own.symbol or _not_yet(teller, "symbol"),
        "place": teller.say(teller.meeting.seat, "place"),
        "day": write_day(record.date, teller.language) if record.date else teller.missing("date"),
        "chair": _tell_officer(teller, paper.chair),
        "secretary": _tell_officer(teller, paper.secretary),
        "observers": [tell_attendee(teller, person) for person in paper.observers],
        "absent": [tell_attendee(teller, person) for person in paper.absent],
        "recipients": [{"text": text} for text in own.recipients],
    }


def _tell_officer(teller: Teller, person: MeetingPerson) -> Fact:
    """Who presided or wrote; of somebody of whom nothing is known, one gap is enough, in 纪要 none."""
    told = tell_attendee(teller, person)
    if person.name is not None or person.position is not None:
        return told
    return told | {"position": "", "post": ""} | ({"name": ""} if teller.language is Language.ZH else {})


def _not_yet(teller: Teller, key: str) -> str | Gap:
    """The gap of what is given when the paper is registered; 纪要 bears no number."""
    if teller.language is Language.ZH:
        return ""
    place = teller.meeting.papers[teller.language.side].place
    return Gap(GapKind.NOT_GIVEN_YET, teller.language, f"{place}.{key}")


def _number(number: int, language: Language) -> str:
    """A number below 10 has a zero before it in Vietnam, none in China (NĐ 30, Annex I; GB/T 9704, 7.2.5)."""
    padded = language is Language.VI and number < _PADDED_BELOW
    return f"0{number}" if padded else str(number)
