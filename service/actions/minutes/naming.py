"""Which concepts the names of minutes resolve to, kept with them so that a concept's uses are known."""

from collections.abc import Iterator

from service.actions.live import LiveGlossary
from service.actions.minutes.papers import read_minutes
from service.actions.posts import NameKind, PostReader, post_reader, today
from service.actions.work import Work
from service.core.languages import Side
from service.minutes.fields import Name
from service.minutes.kept import KeptMinutes
from service.minutes.links import store
from service.minutes.people import Attendee, Party, Person
from service.minutes.record import Record

_Sought = tuple[Name | None, NameKind]


def keep_concepts(work: Work, minutes_id: str, live: LiveGlossary) -> KeptMinutes:
    """Keep which concepts minutes name, as the owning office's glossary resolves them on the meeting's day.

    Names that do not resolve name none; a concept that comes later counts with the next change of a part.
    """
    kept = read_minutes(work, minutes_id)
    found = concepts_of(kept.record, post_reader(live.of(kept.head.office_id)))
    store.set_concepts(work.session, kept.head.key, found)
    return kept


def concepts_of(record: Record, reader: PostReader) -> set[str]:
    """Ids of the concepts that the names of a record resolve to on its day."""
    day = record.date or today()
    found: set[str] = set()
    for name, kind in _sought(record):
        if name is not None and name.name is not None:
            found |= reader.concept_ids(name.name, kind, day)
    return found


def _sought(record: Record) -> Iterator[_Sought]:
    """Every name of a record, with its kind."""
    yield record.place, NameKind.PLACE
    yield record.mechanism, NameKind.MECHANISM
    for party in record.parties:
        yield from _of_party(party)
    for section in record.sections:
        yield from ((item.lead, NameKind.BODY) for item in section.items)
    for task in record.tasks:
        if task.lead is not None:
            yield from ((name, NameKind.BODY) for name in (task.lead.vn, task.lead.cn))
    for side in Side:
        paper = record.internal.of_side(side)
        yield from ((name, NameKind.BODY) for name in (paper.superior, paper.body))
        for person in (paper.chair, paper.secretary, *paper.observers, *paper.absent):
            yield from _of_person(person)


def _of_party(party: Party) -> Iterator[_Sought]:
    yield party.body, NameKind.BODY
    yield party.delegation, NameKind.BODY
    for person in (party.head, party.signatory, *(party.members or ())):
        yield from _of_person(person)


def _of_person(person: Person | None) -> Iterator[_Sought]:
    if person is None:
        return
    yield person.name, NameKind.PERSON
    yield person.position, NameKind.POSTS
    if isinstance(person, Attendee):
        yield person.group, NameKind.POSITION
