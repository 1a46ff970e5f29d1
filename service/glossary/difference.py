"""What differs between two contents of a concept, field by field, and how three are merged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.glossary.concepts import Concept
from service.glossary.plain import Plain, read_concept, write_concept

_PARTED = frozenset(("vi", "zh", "valid", "definition", "titles"))


@dataclass(frozen=True)
class Change:
    """A field that two contents say differently.

    Attributes:
        field: Its path, such as `zh.preferred`.
        before: JSON data, None where it was empty.
        after: The same of the later one.
    """

    field: str
    before: object
    after: object


def differences(before: Concept, after: Concept) -> list[Change]:
    """What differs, in the order of the fields."""
    one, other = _fields(write_concept(before)), _fields(write_concept(after))
    return [
        Change(field, one.get(field), other.get(field))
        for field in dict.fromkeys((*one, *other))
        if one.get(field) != other.get(field)
    ]


def _fields(plain: Plain) -> dict[str, Any]:
    return dict(_walk(plain))


def _walk(plain: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in plain.items():
        if key in _PARTED:
            yield from ((f"{key}.{inner}", part) for inner, part in value.items())
        else:
            yield key, value


@dataclass(frozen=True)
class Merged:
    """Two edits of one content brought together.

    Attributes:
        concept: What both together say; in a field that both changed, what was changed here.
        conflicts: The fields that both changed, and not alike.
    """

    concept: Concept
    conflicts: tuple[str, ...]


def merge(base: Concept, here: Concept, there: Concept) -> Merged:
    """Bring what was changed there to what was changed here.

    Args:
        base: What both began from.
        here: As it is now in this database.
        there: As it comes.
    """
    start, own, other = (_fields(write_concept(concept)) for concept in (base, here, there))
    result: dict[str, Any] = {}
    conflicts = []
    for field in dict.fromkeys((*own, *other, *start)):
        first, mine, theirs = start.get(field), own.get(field), other.get(field)
        if theirs not in (first, mine) and mine != first:
            conflicts.append(field)
        result[field] = theirs if mine == first else mine
    return Merged(read_concept(_together(result)), tuple(conflicts))


def _together(fields: Mapping[str, Any]) -> Plain:
    plain: Plain = {}
    for path, value in fields.items():
        if value is None:
            continue
        key, _, inner = path.partition(".")
        if key in _PARTED:
            plain.setdefault(key, {})[inner] = value
        else:
            plain[path] = value
    return plain
