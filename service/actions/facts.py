"""The facts that templates fill in: one dictionary a language, in the order that an original wants."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from service.actions.meeting import Meeting
from service.actions.telling.items import tell_basis, tell_sections
from service.actions.telling.own_paper import tell_own_paper
from service.actions.telling.parties import signature_columns, tell_party, tell_side, tell_signatures
from service.actions.telling.tasks import tell_leads, tell_tasks
from service.actions.telling.teller import Fact, Teller
from service.actions.telling.titles import tell_period, tell_session, tell_title
from service.core.languages import Language, Side
from service.documents.layout import Layout
from service.documents.values import Gap, Segment
from service.language.days import write_clock, write_closing_day, write_day, write_short_day, write_zone
from service.language.numerals import han_count, vi_word
from service.language.order import NameOrder, first_language
from service.language.positions import NBSP
from service.minutes.record import DocumentType

_TWO = 2
_LANGUAGE_NAMES = {
    (Language.VI, Language.VI): "tiếng Việt",
    (Language.ZH, Language.VI): "tiếng Trung",
    (Language.VI, Language.ZH): "越文",
    (Language.ZH, Language.ZH): "中文",
}


@dataclass(frozen=True)
class DraftMark:
    """What the running head says of a draft; of a final paper nothing."""

    draft_id: str
    number: int
    revision: int
    is_final: bool = False
    day: date | None = None


def build_facts(
    meeting: Meeting,
    order: NameOrder,
    original: Side,
    mark: DraftMark,
    layout: Layout = Layout.CONSECUTIVE,
) -> dict[Language, Fact]:
    """Build the facts of one original.

    Args:
        meeting: The record with its names resolved.
        order: The name order.
        original: The side that keeps the original.
        mark: The draft's number and id.
        layout: The layout that is filled; only where titles are broken follows it.

    Returns:
        Language to facts; both have the same keys and lists of the same length.
    """
    tellers = [Teller(meeting, order, original, language, layout) for language in Language]
    return {teller.language: _tell(teller, mark) for teller in tellers}


def _tell(teller: Teller, mark: DraftMark) -> Fact:
    record = teller.record
    is_plan = record.document_type is DocumentType.ACTION_PLAN
    return {
        "draft": _draft(teller, mark),
        "channel": record.channel,
        "circulation": record.circulation or "",
        **tell_title(teller),
        "first": tell_side(teller, teller.sides[0]),
        "second": tell_side(teller, teller.sides[1]),
        "session": tell_session(teller) if record.document_type is DocumentType.JOINT_MINUTES else "",
        "period": tell_period(teller) if is_plan else "",
        "meeting": _facts_of_meeting(teller),
        "parties": [tell_party(teller, party) for party in teller.parties],
        "basis": tell_basis(teller),
        "points": "" if record.sections or is_plan else teller.missing("sections"),
        "sections": tell_sections(teller, after_tasks=False),
        "later_sections": tell_sections(teller, after_tasks=True),
        "leads": tell_leads(teller),
        "tasks": tell_tasks(teller),
        "no_tasks": "" if record.tasks or not is_plan else teller.missing("tasks"),
        "closing": _closing(teller),
        "signed": record.signed,
        "signatures": tell_signatures(teller),
        "signature_columns": signature_columns(teller),
        "own": tell_own_paper(teller) if record.form == "internal" else {},
    }


def _draft(teller: Teller, mark: DraftMark) -> Fact:
    return {
        "id": mark.draft_id,
        "number": mark.number,
        "revision": mark.revision,
        "date": write_short_day(mark.day, teller.language) if mark.day else "",
        "is_final": mark.is_final,
    }


def _facts_of_meeting(teller: Teller) -> Fact:
    record, language, zone = teller.record, teller.language, teller.meeting.zone
    day = write_day(record.date, language, record.part_of_day) if record.date else teller.missing("date")
    return {
        "day": day,
        "start": _clock(teller, record.start, "start"),
        "end": _clock(teller, record.end, "end"),
        "zone": write_zone(zone, language) if zone else teller.missing("place"),
        "place": teller.say(teller.meeting.place_with_country, "place"),
        "host": _host(teller),
    }


def _clock(teller: Teller, clock: time | None, place: str) -> str | Gap:
    """A time of day; a gap only where the paper has a line for it."""
    if clock is not None:
        return write_clock(clock, teller.language)
    record = teller.record
    is_told = record.document_type is DocumentType.TALKS_RECORD
    if record.form == "internal":
        is_told = record.document_type is not DocumentType.ACTION_PLAN and teller.language is Language.VI
    return teller.missing(place) if is_told else ""


def _host(teller: Teller) -> str | Gap:
    if teller.record.host is None:
        is_told = teller.record.document_type is DocumentType.TALKS_RECORD and teller.record.form == "joint"
        return teller.missing("host") if is_told else ""
    parties = teller.meeting.of_side(teller.record.host)
    name = teller.join([teller.say(party.body, f"{party.place}.body") for party in parties])
    return teller.with_country(name, parties[0].country) if teller.language is Language.ZH else name


def _closing(teller: Teller) -> Fact:
    record, language, originals = teller.record, teller.language, teller.record.originals
    count = originals.count if originals else None
    write = vi_word if language is Language.VI else han_count
    first = first_language(teller.order, teller.original, language)
    is_joint = record.form == "joint"  # one side's own paper has no clause on originals
    return {
        "day": write_closing_day(record.date, language) if record.date else teller.missing("date"),
        "place": teller.say(teller.meeting.place, "place"),
        "count": write(count) if count else teller.missing("originals.count") if is_joint else "",
        "first_language": _LANGUAGE_NAMES[first, language],
        "second_language": _LANGUAGE_NAMES[first.other, language],
        "authentic": originals is not None and originals.equally_authentic,
        "one_each": originals is not None and originals.one_per_party,
        "two_parties": len(record.parties) == _TWO,
    }


def find_gaps(facts: object) -> list[Gap]:
    """Every gap in facts, in their order, each field and language once."""
    found: dict[tuple[str, Language], Gap] = {}
    todo = [facts]
    while todo:
        fact = todo.pop(0)
        if isinstance(fact, Segment):
            fact = fact.text
        if isinstance(fact, Gap):
            found.setdefault((fact.place, fact.language), fact)
        elif isinstance(fact, dict):
            todo[:0] = fact.values()
        elif isinstance(fact, list):
            todo[:0] = fact
    return list(found.values())


def paper_title(facts: Mapping[str, object]) -> str:
    """The two sides as a paper's title names them, for lists and file properties, with plain spaces."""
    written = facts["title"]
    if isinstance(written, str) and written:
        return written.replace(NBSP, " ")
    sides = [facts[side] for side in ("first", "second")]
    names = [side["title"] for side in sides if isinstance(side, dict)]
    return " – ".join(name.text if isinstance(name, Gap) else str(name) for name in names).replace(NBSP, " ")
