"""Named versions of minutes: kept, compared, restored."""

from dataclasses import replace

from service.actions.minutes.access import (
    check_not_withdrawn,
    check_part_editor,
    check_writer,
    note,
    open_minutes,
    open_to_move,
    roles_in,
)
from service.actions.minutes.papers import listed_columns, read_minutes, read_whole
from service.actions.work import Work
from service.core.message import message
from service.minutes.kept import Head, KeptMinutes, KeptSegment, NamedVersion, Snapshot
from service.minutes.parts import Part
from service.minutes.refusals import VersionUnnamed
from service.minutes.store import versions as store
from service.minutes.store.heads import Lock, change_head, set_columns
from service.minutes.store.parts import write_part
from service.minutes.store.segments import all_segments, write_segment
from service.minutes.versions import Difference, compare


def name_version(work: Work, minutes_id: str, name: str) -> NamedVersion:
    """Keep all that minutes say at this moment under a name.

    Raises:
        MinutesUnknown: There are none in sight.
        NotAllowed: Who asks neither drafts nor administers, or they are not shared for editing.
    """
    head = open_minutes(work, minutes_id, Lock.ALONE)
    check_not_withdrawn(head)
    check_writer(roles_in(work, head))
    snapshot = read_whole(work, head).snapshot
    number = store.add_version(work.session, head, snapshot, name, work.actor.person.person_id)
    note(work, head, "version", {"number": number, "name": name})
    return next(one for one in store.versions(work.session, head.key) if one.number == number)


def list_versions(work: Work, minutes_id: str) -> list[NamedVersion]:
    """Every named version of minutes in sight, the newest first."""
    return store.versions(work.session, open_minutes(work, minutes_id).key)


def read_version(work: Work, minutes_id: str, number: int) -> Snapshot:
    """What minutes in sight said in a named version.

    Raises:
        VersionUnnamed: They have none of that number.
    """
    return _snapshot(work, open_minutes(work, minutes_id), number)


def _snapshot(work: Work, head: Head, number: int) -> Snapshot:
    found = store.find_snapshot(work.session, head.key, number)
    if found is None:
        raise VersionUnnamed(message("these minutes have no version {number}", number=number))
    return found


def compare_versions(work: Work, minutes_id: str, before: int, after: int | None) -> Difference:
    """What differs between two versions, or between one and what the minutes say now.

    Raises:
        VersionUnnamed: They have none of that number.
    """
    kept = read_minutes(work, minutes_id)
    later = kept.snapshot if after is None else _snapshot(work, kept.head, after)
    return compare(_snapshot(work, kept.head, before), later)


def restore_version(work: Work, minutes_id: str, number: int, seen: int) -> KeptMinutes:
    """Let minutes say again what a version said: as their next state, with the history of every segment.

    Raises:
        MinutesUnknown: There are none in sight.
        MinutesChanged: Their head has changed since it was seen.
        MinutesLocked: They do not change now.
        VersionUnnamed: They have no version of that number.
    """
    head = open_to_move(work, minutes_id, seen)
    check_part_editor(work, head)
    wanted, kept = _snapshot(work, head, number), read_whole(work, head)
    person_id = work.actor.person.person_id
    for part, content in wanted.parts.items():
        if content != kept.parts[part].content:
            write_part(work.session, head.key, kept.parts[part], content, person_id)
    for segment in all_segments(work.session, head.key, live=False).values():
        changed = _as_then(segment, wanted)
        if changed != segment:
            deed = "restored" if changed.is_live else "removed"
            write_segment(work.session, changed, deed, person_id)
    set_columns(work.session, head.key, **listed_columns(wanted.parts[Part.FACTS])._asdict())
    change_head(work.session, head.key)
    note(work, head, "restore", {"number": number})
    return read_minutes(work, minutes_id)


def _as_then(segment: KeptSegment, wanted: Snapshot) -> KeptSegment:
    texts = wanted.texts.get(segment.segment_id)
    if texts is None:
        return replace(segment, is_live=False)
    return replace(segment, is_live=True, texts=texts)
