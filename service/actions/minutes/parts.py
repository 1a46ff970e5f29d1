"""Editing the parts of minutes: facts, participants, outline, tasks."""

from service.actions.minutes.access import check_part_editor, note, open_minutes
from service.actions.minutes.papers import check_number, listed_columns, new_segment_id
from service.actions.work import Work
from service.core.message import BienbanError, message
from service.minutes.fields import Model
from service.minutes.kept import Head, KeptPart
from service.minutes.parts import Content, Part, named_segments, place_texts, plain_part
from service.minutes.refusals import SegmentMisplaced
from service.minutes.store.heads import Lock, set_columns
from service.minutes.store.parts import get_parts, write_part
from service.minutes.store.segments import add_segments, all_segments, set_live

_REVISION = "revision"


class PartChanged(BienbanError):
    """Someone else changed a part of minutes since it was read."""

    def __init__(self, kept: KeptPart, mine: Content) -> None:
        """Hold the part as it is now, and what it was to say."""
        super().__init__(
            message("this part was changed by {person} in the meantime; look at both", person=kept.saved_by)
        )
        self.kept = kept
        self.mine = mine


def read_part(work: Work, minutes_id: str, part: Part) -> KeptPart:
    """A part of minutes in sight.

    Raises:
        MinutesUnknown: There are none in sight.
    """
    return get_parts(work.session, open_minutes(work, minutes_id).key)[part]


def save_part(work: Work, minutes_id: str, part: Part, model: Model, seen: int) -> KeptPart:
    """Keep what a part is to say.

    A segment that the part names keeps its texts, also where it stands elsewhere now; one that it does not
    name any more goes, with its history, until an earlier version brings it back; texts make new segments.

    Args:
        work: Whose work it is.
        minutes_id: The minutes.
        part: Which part.
        model: What it is to say, of the part's own model.
        seen: The row version that the person saw.

    Raises:
        MinutesUnknown: There are none in sight.
        MinutesLocked: They do not change now.
        NotAllowed: Who asks may not change them.
        PartChanged: It has changed since.
        SegmentMisplaced: It names a segment twice, or one that is not its own.
        TooManySegments: The minutes would have more than they hold.
    """
    head = open_minutes(work, minutes_id, Lock.ALONE)
    check_part_editor(work, head)
    kept, content = get_parts(work.session, head.key)[part], plain_part(model)
    if kept.row_version != seen:
        raise PartChanged(kept, content)
    if part is Part.FACTS:
        # The record's own count of its changes is no one's to set.
        content[_REVISION] = kept.content.get(_REVISION, 1)
        set_columns(work.session, head.key, **listed_columns(content)._asdict())
    made, gone = _place(work, head, kept, content)
    write_part(work.session, head.key, kept, content, work.actor.person.person_id)
    note(work, head, "edit", {"part": part.value, "new": made, "removed": gone})
    return get_parts(work.session, head.key)[part]


def _place(work: Work, head: Head, kept: KeptPart, content: Content) -> tuple[int, int]:
    """Make and remove segments as a part's new content wants; how many of each."""
    named, before = named_segments(content), set(named_segments(kept.content))
    if len(set(named)) != len(named):
        raise SegmentMisplaced(message("a segment stands in one place only"))
    if not before.issuperset(named):
        raise SegmentMisplaced(
            message("{segment} is no segment of this part", segment=min(set(named) - before))
        )
    person_id = work.actor.person.person_id
    made = place_texts(kept.part, content, new_segment_id)
    segments = all_segments(work.session, head.key)
    gone = [segments[one] for one in sorted(before - set(named))]
    set_live(work.session, gone, person_id, live=False)
    add_segments(work.session, head.key, person_id, made)
    check_number([*made, *(segments.keys() - before), *named])
    return len(made), len(gone)
