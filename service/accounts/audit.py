"""The audit chain: each event carries the digest of the one before, so no row can go or change unseen."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

START = "0" * 64
"""What stands for the event before the first one."""

SIGNED_IN = "session.begin"
"""What somebody does who signs in; looked for again where tries are counted."""


@dataclass(frozen=True)
class Event:
    """Who did what to which object, from where.

    Attributes:
        office_id: The office whose chain it joins.
        actor: Handle of the person; `system` for what the program does by itself.
        action: What was done, such as `concept.approve`.
        object_kind: What it was done to: `concept`, `office`, …
        object_id: Stable name of that object.
        details: More about it, JSON types only.
        came_from: Network address, or `console`.
    """

    office_id: int
    actor: str
    action: str
    object_kind: str
    object_id: str
    details: Mapping[str, object]
    came_from: str


@dataclass(frozen=True)
class Link:
    """An event in its chain.

    Attributes:
        sequence: Counted from 1.
        at: The moment, with its zone.
        actor: As in Event.
        action: As in Event.
        object_kind: As in Event.
        object_id: As in Event.
        details: JSON text with sorted keys.
        came_from: As in Event.
        previous: Digest of the event before.
        digest: Digest of this one.
    """

    sequence: int
    at: datetime
    actor: str
    action: str
    object_kind: str
    object_id: str
    details: str
    came_from: str
    previous: str
    digest: str


@dataclass(frozen=True)
class Sought:
    """What events are narrowed to; an empty field narrows nothing.

    Attributes:
        actor: Handle of who did it.
        action: What was done, whole or the part before the dot.
        object_id: What it was done to.
        before: Sequence: only what came before it, the newest first.
        after: Sequence: only what came after it, in the order in which it came.
        most: How many.
    """

    actor: str = ""
    action: str = ""
    object_id: str = ""
    before: int | None = None
    after: int | None = None
    most: int = 1000


@dataclass(frozen=True)
class Verdict:
    """What a look at one chain found.

    Attributes:
        office: Code of the office.
        length: How many events it has.
        head: Digest of its last event, to be kept elsewhere; `START` of an empty chain.
        broken_at: Sequence of the first event that is missing or changed; None where none is.
    """

    office: str
    length: int
    head: str
    broken_at: int | None


def write_details(details: Mapping[str, object]) -> str:
    """Details as they are kept and digested."""
    return json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def link(event: Event, sequence: int, previous: str, at: datetime) -> Link:
    """Put an event behind another one."""
    unsigned = Link(
        sequence=sequence,
        at=at,
        actor=event.actor,
        action=event.action,
        object_kind=event.object_kind,
        object_id=event.object_id,
        details=write_details(event.details),
        came_from=event.came_from,
        previous=previous,
        digest="",
    )
    return Link(**{**asdict(unsigned), "digest": digest_of(unsigned, event.office_id)})


def digest_of(one: Link, office_id: int) -> str:
    """The digest that an event must carry: SHA-256 over everything it says, the one before it included."""
    said = {**asdict(one), "at": one.at.astimezone(UTC).isoformat(), "office_id": office_id}
    del said["digest"]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def verify(
    office: str, office_id: int, links: Iterable[Link], head_sequence: int, head_digest: str
) -> Verdict:
    """Walk a chain from its first event.

    Args:
        office: Code of the office.
        office_id: Its number, which the digests hold.
        links: Its events in order.
        head_sequence: How many events there should be.
        head_digest: The digest that the last one should carry.
    """
    length, previous = 0, START
    broken: int | None = None
    for one in links:
        is_whole = (
            one.sequence == length + 1
            and one.previous == previous
            and one.digest == digest_of(one, office_id)
        )
        if not is_whole and broken is None:
            broken = min(one.sequence, length + 1)
        length, previous = length + 1, one.digest
    if broken is None and (length, previous) != (head_sequence, head_digest):
        broken = max(length, 1) if length == head_sequence else min(length, head_sequence) + 1
    return Verdict(office, length, previous, broken)
