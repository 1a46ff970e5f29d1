"""What the record does not say and its paper must: gaps, people without position, tasks without lead."""

import re
from collections.abc import Iterator

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Side
from service.core.message import message
from service.minutes.people import Attendee, Person
from service.minutes.record import DocumentType, Record

# Told by the checks below, in words of their own.
_TOLD = re.compile(r"\.position\Z|\Atasks\[\d+\]\.(?:lead\.(?:vn|cn)|due)\Z")


def find_gaps(subject: Subject) -> Iterator[Finding]:
    """Find what the paper would print as a gap, each place once; a paper with a gap is never final."""
    told: set[str] = set()
    for gap in subject.gaps or ():
        if gap.place in told or _TOLD.search(gap.place):
            continue
        told.add(gap.place)
        said = (
            message("this language is still to be written")
            if gap.is_translation
            else message("not given: the paper prints a gap here")
        )
        yield Finding("gap", Severity.ERROR, gap.place, said)


def find_people_without_position(subject: Subject) -> Iterator[Finding]:
    """Find people whose position is not known; people named only by what they are need none."""
    for place, person in _people(subject.record) if subject.gaps is not None else ():
        if person.position is None and person.name is not None:
            pair = person.name.pair
            name = person.name.name or pair.vi or pair.zh or ""
            said = message("the position of {name} is not known: the paper prints a gap", name=name)
            yield Finding("person-without-position", Severity.ERROR, f"{place}.position", said)


def _people(record: Record) -> Iterator[tuple[str, Person]]:
    for p, party in enumerate(record.parties):
        if party.head is not None:
            yield f"parties[{p}].head", party.head
        for m, member in enumerate(party.members or ()):
            if not _is_group(member):
                yield f"parties[{p}].members[{m}]", member
        if party.signatory is not None:
            yield f"parties[{p}].signatory", party.signatory


def _is_group(member: Attendee) -> bool:
    return member.group is not None


def find_tasks_without_lead_or_day(subject: Subject) -> Iterator[Finding]:
    """Find tasks of an action plan that nobody leads, on a side at least, or that are never due."""
    if subject.record.document_type is not DocumentType.ACTION_PLAN or subject.gaps is None:
        return
    for t, task in enumerate(subject.record.tasks):
        for side in Side:
            if task.lead is None or (task.lead.vn if side is Side.VN else task.lead.cn) is None:
                yield _without_lead(t, side)
        if task.due is None:
            said = message("Task {number} has no day by which it is to be done", number=t + 1)
            yield Finding("task-without-date", Severity.ERROR, f"tasks[{t}].due", said)


def _without_lead(t: int, side: Side) -> Finding:
    said = (
        message("Task {number} has no lead body of the Vietnamese side", number=t + 1)
        if side is Side.VN
        else message("Task {number} has no lead body of the Chinese side", number=t + 1)
    )
    return Finding("task-without-lead", Severity.ERROR, f"tasks[{t}].lead.{side}", said)
