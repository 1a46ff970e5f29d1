"""Checking a record: everything that is to be said of it, with the gaps of its paper."""

from datetime import date

from service.actions.draft import DraftRefused
from service.actions.facts import DraftMark, build_facts, find_gaps
from service.actions.meeting import resolve_meeting
from service.actions.resolving import Locate
from service.checks.reading import GlossaryReader
from service.checks.registry import run_checks
from service.checks.subject import OpenGap, Subject
from service.core.finding import Finding
from service.core.languages import Side
from service.core.message import message
from service.documents.values import Gap, GapKind
from service.glossary.names import Names
from service.minutes.record import Record


def check_record(
    record: Record, reader: GlossaryReader, locate: Locate, as_of: date | None = None
) -> tuple[Finding, ...]:
    """Check a record.

    Args:
        record: The record of a meeting.
        reader: Reads texts with the glossary; keep one for many records.
        locate: Path in the record to a place for messages.
        as_of: The day names must be right for; None: the meeting's.

    Returns:
        Findings in the order of the checks.

    Raises:
        DraftRefused: There is no day to resolve names for.
        UnresolvedNames: Names that the glossary does not resolve.
    """
    day = as_of or record.date
    if day is None:
        place = locate("date")
        raise DraftRefused(
            message(
                "{place}: not in the source; give --as-of DAY, names are right only for a day", place=place
            )
        )
    meeting = resolve_meeting(record, Names(reader.termbase, day), locate)
    facts = build_facts(
        meeting, record.name_order, Side.VN, DraftMark("", record.draft_number, record.revision)
    )
    gaps = tuple(_open(gap) for gap in find_gaps(dict(facts)))
    return run_checks(Subject(record, meeting.names, record.name_order, gaps=gaps, reader=reader, as_of=day))


def _open(gap: Gap) -> OpenGap:
    return OpenGap(gap.place, gap.kind is GapKind.NOT_TRANSLATED)
