"""Named versions of minutes: all that they said at a moment, and what differs between two moments."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from service.core.languages import Language, Pair
from service.minutes.kept import Snapshot
from service.minutes.parts import Content, Part, places
from service.minutes.segments import Status, Texts

# What tells the elements of a list apart when others come before them.
_KEYS = ("id", "segment")


class FieldChange(NamedTuple):
    """A field of a part that differs; None where it is not there.

    Attributes:
        part: The part.
        path: Where it stands; elements of lists by their ids: `sections[results].items[s-…].stance`.
        before: What it said, as JSON types; of a list whose order differs, the ids in their order.
        after: What it says.
    """

    part: Part
    path: str
    before: object
    after: object


class TextChange(NamedTuple):
    """A segment whose texts differ; None where it is not there.

    Attributes:
        segment_id: The segment.
        path: Where it stands now, else where it stood.
        before: Its texts.
        after: Its texts.
    """

    segment_id: str
    path: str
    before: Pair | None
    after: Pair | None


class Difference(NamedTuple):
    """What differs between two moments, in the order of the record."""

    fields: list[FieldChange]
    segments: list[TextChange]


def dump_snapshot(snapshot: Snapshot) -> str:
    """A snapshot as JSON."""
    texts = {
        segment_id: {
            "vi": one.pair.vi,
            "zh": one.pair.zh,
            "status": one.status.value,
            "stale": one.stale.value if one.stale else None,
        }
        for segment_id, one in snapshot.texts.items()
    }
    return json.dumps({"parts": snapshot.parts, "segments": texts}, ensure_ascii=False)


def load_snapshot(text: str) -> Snapshot:
    """Read a snapshot as `dump_snapshot` writes it."""
    plain = json.loads(text)
    texts = {
        segment_id: Texts(
            Pair(one["vi"], one["zh"]),
            Status(one["status"]),
            Language(one["stale"]) if one["stale"] else None,
        )
        for segment_id, one in plain["segments"].items()
    }
    return Snapshot({Part(part): content for part, content in plain["parts"].items()}, texts)


def compare(before: Snapshot, after: Snapshot) -> Difference:
    """What differs between two moments, field by field and segment by segment."""
    fields = [change for part in Part for change in _fields(part, before.parts[part], after.parts[part])]
    return Difference(fields, list(_texts(before, after)))


def _fields(part: Part, before: Content, after: Content) -> Iterator[FieldChange]:
    old, new = dict(_leaves("", before)), dict(_leaves("", after))
    for path in dict.fromkeys((*new, *old)):
        if old.get(path) != new.get(path):
            yield FieldChange(part, path, old.get(path), new.get(path))


def _leaves(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(f"{path}.{key}" if path else key, one)
    elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        names = [_name(one, index) for index, one in enumerate(value)]
        if not names[0].isdigit():
            yield f"{path}[]", names
        for name, one in zip(names, value, strict=True):
            yield from _leaves(f"{path}[{name}]", one)
    else:
        yield path, value


def _name(element: Mapping[str, Any], index: int) -> str:
    return next((str(element[key]) for key in _KEYS if key in element), str(index))


def _texts(before: Snapshot, after: Snapshot) -> Iterator[TextChange]:
    now = {place.segment_id: place.path for place in places(after.parts)}
    then = {place.segment_id: place.path for place in places(before.parts)}
    for segment_id, path in (then | now).items():
        old, new = before.texts.get(segment_id), after.texts.get(segment_id)
        pairs = (old.pair if old else None, new.pair if new else None)
        if pairs[0] != pairs[1]:
            yield TextChange(segment_id, path, *pairs)
