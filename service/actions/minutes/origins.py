"""Making minutes of a file, of notes, and of the last session; what they were made of stays beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.actions.live import LiveGlossary, Snapshot
from service.actions.minutes.access import open_minutes
from service.actions.minutes.naming import keep_concepts
from service.actions.minutes.papers import create_minutes, read_minutes
from service.actions.next_session import NextRecord, draw_up_next
from service.actions.registered_holders import RegisteredHolders
from service.actions.resolving import UnresolvedNames
from service.actions.work import Work
from service.core.languages import Language
from service.core.message import Message, message
from service.core.text import fold_term
from service.exchange.notes.proposal import Proposal, ProposedField
from service.exchange.notes.reading import read_notes
from service.exchange.record_file import read_record
from service.glossary.concepts import Termbase
from service.glossary.names import Names, NameUnresolved
from service.minutes.kept import KeptMinutes
from service.minutes.links import store
from service.minutes.links.origin import NoEarlierSession, Origin, OriginKind, OriginUnknown
from service.minutes.record import Record


def create_with(work: Work, record: Record, origin: Origin, live: LiveGlossary) -> KeptMinutes:
    """Keep a record as new minutes, with what it was made of.

    Raises:
        TooManySegments: It has more pairs of texts than minutes hold.
    """
    made = create_minutes(work, record, came_as=origin.kind.value)
    store.add_origin(work.session, made.head.key, origin)
    return keep_concepts(work, made.head.minutes_id, live)


def create_from_file(work: Work, data: bytes, name: str, live: LiveGlossary) -> KeptMinutes:
    """Make minutes of a record file.

    Args:
        work: Whose work it is.
        data: YAML or JSON of the record schema, UTF-8.
        name: What the file is called; `.json` is read as JSON.
        live: The glossary.

    Raises:
        UnreadableFile: It is no YAML or JSON.
        RecordFileError: It holds no record; every problem is told with its line and key.
    """
    record, _ = read_record(data, name)
    return create_with(work, record, Origin(OriginKind.FILE, {"name": name}), live)


@dataclass(frozen=True)
class Notes:
    """Notes of a meeting.

    Attributes:
        text: A news report, bullets or old minutes; line breaks as newlines.
        language: Of the text.
        as_of: The day on which names must be right.
    """

    text: str
    language: Language
    as_of: date


def propose_record(work: Work, notes: Notes, live: LiveGlossary) -> Proposal:
    """Read notes into a proposed record; nothing is kept.

    Raises:
        NotesTooLong: More characters than are read at once.
        UnfitText: A character that no minutes may hold.
    """
    snapshot = live.of(work.actor.office.office_id)
    annotator = snapshot.annotator(notes.language)
    return read_notes(notes.text, notes.language, snapshot.termbase, notes.as_of, annotator)


def create_from_notes(work: Work, notes: Notes, confirmed: Record | None, live: LiveGlossary) -> KeptMinutes:
    """Make minutes of notes; these stay beside them with every passage, and what was not recognised in them.

    Args:
        work: Whose work it is.
        notes: The notes.
        confirmed: The record as a person has set it right; None: as it is proposed.
        live: The glossary.

    Raises:
        NotesTooLong: More characters than are read at once.
        UnfitText: A character that no minutes may hold.
    """
    proposal = propose_record(work, notes, live)
    content = {
        "text": notes.text,
        "language": notes.language.value,
        "as_of": notes.as_of.isoformat(),
        "is_confirmed": confirmed is not None,
        "fields": [_field(one) for one in proposal.fields],
        "chosen": [_field(one) for one in proposal.chosen],
        "unrecognised": [list(at) for at in proposal.unrecognised],
        "share": round(proposal.share, 3),
    }
    return create_with(work, confirmed or proposal.record, Origin(OriginKind.NOTES, content), live)


def _field(one: ProposedField) -> dict[str, Any]:
    return {
        "path": one.path,
        "passages": [list(at) for at in one.passages],
        "note": keep_message(one.note) if one.note else None,
    }


def keep_message(said: Message) -> dict[str, Any]:
    """A sentence as JSON, so that it is said later in whatever language."""
    return {
        "template": said.template,
        "values": {
            key: value if isinstance(value, int | str) else str(value) for key, value in said.values.items()
        },
    }


def kept_message(content: Mapping[str, Any]) -> Message:
    """A sentence that was kept."""
    return Message(content["template"], content["values"])


# From the last session.


@dataclass(frozen=True)
class NextMeeting:
    """The next session of a mechanism.

    Attributes:
        mechanism: As the glossary or the last minutes write it; empty where `after` says which.
        day: When it is.
        place: Where it will be held, a name of the glossary; None: not known.
        after: The minutes of the last session; None: the newest in sight before the day.
    """

    mechanism: str
    day: date
    place: str | None = None
    after: str | None = None


def create_from_session(work: Work, wanted: NextMeeting, live: LiveGlossary) -> tuple[KeptMinutes, Origin]:
    """Make minutes of the session after the last one, its people as the registry has them on the new day.

    Returns:
        The new minutes, and which minutes they follow with all that is not as it was.

    Raises:
        NoEarlierSession: No minutes in sight are of an earlier session of it.
        MinutesUnknown: `after` names none in sight.
        NoNextSession: The last minutes are an action plan.
        DayNotAfter: The day does not follow the last session's.
        UnresolvedNames: A name of the last session, or the place, does not resolve.
    """
    snapshot = live.of(work.actor.office.office_id)
    last = _last(work, wanted, snapshot.termbase)
    _check_place(wanted, snapshot)
    holders = RegisteredHolders(work, live, wanted.day)
    drawn = draw_up_next(last.record, snapshot.termbase, wanted.day, lambda path: path, wanted.place, holders)
    origin = Origin(OriginKind.SESSION, {"minutes": last.head.minutes_id, "changes": [*_changes(drawn)]})
    return create_with(work, drawn.record, origin, live), origin


def _check_place(wanted: NextMeeting, snapshot: Snapshot) -> None:
    if wanted.place is None:
        return
    try:
        Names(snapshot.termbase, wanted.day).place(wanted.place)
    except NameUnresolved as refusal:
        said = (message("{place}: {problem}", place="place", problem=one) for one in refusal.problems)
        raise UnresolvedNames(*said) from None


def _changes(drawn: NextRecord) -> Sequence[dict[str, Any]]:
    return [{"place": change.place, **keep_message(change.said)} for change in drawn.changes]


def _last(work: Work, wanted: NextMeeting, termbase: Termbase) -> KeptMinutes:
    if wanted.after is not None:
        return read_minutes(work, wanted.after)
    forms = _forms(wanted.mechanism, termbase, wanted.day)
    found = store.last_session(work.session, forms, wanted.day, work.actor.office.office_id)
    if found is None:
        raise NoEarlierSession(
            message(
                "no minutes in sight are of a session of “{mechanism}” before {day}",
                mechanism=wanted.mechanism,
                day=wanted.day.isoformat(),
            )
        )
    return read_minutes(work, found)


def _forms(mechanism: str, termbase: Termbase, day: date) -> list[str]:
    """What minutes may call a mechanism, in small letters as lists keep it."""
    forms = [mechanism]
    try:
        concept = Names(termbase, day).mechanism(mechanism).concept
        vi, zh = concept.vi.recognised, concept.zh.recognised
        forms += [*vi, *zh]
    except NameUnresolved:
        forms += [fold_term(mechanism)]
    return list(dict.fromkeys(form.casefold() for form in forms))


def read_origin(work: Work, minutes_id: str) -> Origin:
    """What minutes in sight were made of.

    Raises:
        MinutesUnknown: There are none in sight.
        OriginUnknown: They were made of a record alone.
    """
    origin = store.find_origin(work.session, open_minutes(work, minutes_id).key)
    if origin is None:
        raise OriginUnknown(message("these minutes were made of a record alone"))
    return origin
