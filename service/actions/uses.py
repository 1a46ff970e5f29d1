"""Where a concept is used: whoever uses concepts adds a finder here, and the answer is the same for all."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from service.actions.concepts import read
from service.actions.minutes.access import open_minutes
from service.actions.work import Work
from service.glossary.store.concepts import naming
from service.minutes.kept import Head
from service.minutes.links import store as links
from service.minutes.parts import Part
from service.minutes.persons import store as persons
from service.minutes.states import State
from service.minutes.store.parts import get_parts


class Use(NamedTuple):
    """One place where a concept is used.

    Attributes:
        kind: What uses it: `concept`, `minutes`, …
        object_id: Stable name of that.
        title: What a person knows it by.
        is_open: Whether a change of the concept would change it: a final record keeps what it says.
    """

    kind: str
    object_id: str
    title: str
    is_open: bool


Finder = Callable[[Work, str], Sequence[Use]]


def _concepts(work: Work, concept_id: str) -> list[Use]:
    found = naming(work.session, concept_id, work.actor.sight)
    return [Use("concept", one.concept_id, one.vi.preferred, is_open=True) for one in found]


def _persons(work: Work, concept_id: str) -> list[Use]:
    found = persons.naming(work.session, concept_id, work.actor.sight)
    names = ((one.person_id, one.content.name) for one in found)
    return [Use("person", person_id, name.vi or name.zh or "", is_open=True) for person_id, name in names]


def _minutes(work: Work, concept_id: str) -> list[Use]:
    found = links.naming(work.session, concept_id, work.actor.office.office_id)
    heads = (open_minutes(work, minutes_id) for minutes_id in found)
    return [Use("minutes", one.minutes_id, _title(work, one), is_open=_is_open(one)) for one in heads]


def _is_open(head: Head) -> bool:
    return head.withdrawal is None and head.state is not State.FINAL


def _title(work: Work, head: Head) -> str:
    """What a person knows minutes by: the mechanism, else who met; and the day."""
    parties = get_parts(work.session, head.key)[Part.PARTICIPANTS].content["parties"]
    bodies = (one.get("body") or "…" for one in parties)
    met = (body if isinstance(body, str) else body.get("vi") or body.get("zh") for body in bodies)
    day = head.held_on.isoformat() if head.held_on else "…"
    return f"{head.mechanism or ' – '.join(met)}, {day}"


FINDERS: list[Finder] = [_concepts, _persons, _minutes]


def where_used(work: Work, concept_id: str) -> list[Use]:
    """Every use of a concept in the person's sight."""
    read(work, concept_id)
    return [use for find in FINDERS for use in find(work, concept_id)]
