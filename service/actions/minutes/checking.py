"""Checking minutes: everything that is to be said of them, as findings."""

from datetime import date

from service.actions.check_record import check_record
from service.actions.live import Snapshot
from service.actions.resolving import UnresolvedNames
from service.core.finding import Finding, Severity
from service.core.message import Message, message
from service.glossary.names import NameUnresolved
from service.minutes.kept import KeptMinutes


def check_minutes(kept: KeptMinutes, glossary: Snapshot, as_of: date | None = None) -> tuple[Finding, ...]:
    """Everything the checks say of minutes.

    Args:
        kept: The minutes.
        glossary: That of the owning office.
        as_of: The day names must be right for; None: the meeting's.

    Returns:
        Findings in the order of the checks. Where there is no day, or a name does not resolve, those alone:
        nothing else can be told before.
    """
    record = kept.record
    if as_of is None and record.date is None:
        said = message("not given: names are right only for a day")
        return (Finding("gap", Severity.ERROR, "date", said),)
    try:
        return check_record(record, glossary.reader, str, as_of)
    except (UnresolvedNames, NameUnresolved) as refusal:
        return tuple(map(_unresolved, refusal.problems))


def _unresolved(problem: Message) -> Finding:
    inner = problem.values.get("problem")
    said = inner if isinstance(inner, Message) else problem
    return Finding("name-unresolved", Severity.ERROR, str(problem.values.get("place", "")), said)
