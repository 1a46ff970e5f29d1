"""A record taken apart: four parts without texts, and its pairs of texts, the segments, under lasting ids.

A part is plain data in which every pair of texts is replaced by `{"segment": ID}`; so who edits a text and
who moves the points about never touch the same thing.
"""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from service.core.languages import Pair
from service.core.message import message
from service.core.wrong_form import refuse
from service.minutes.fields import Listed, Model, Text
from service.minutes.plain import plain_model, plain_record
from service.minutes.record import (
    MAX_POINTS,
    Closing,
    Item,
    Opening,
    Outline,
    Parties,
    Record,
    Section,
    Task,
    Tasks,
)

Content: TypeAlias = dict[str, Any]
SegmentId = Annotated[str, StringConstraints(pattern=r"^s-[a-z2-9]{10}$")]


class Part(StrEnum):
    """A part of a record that is edited as a whole, apart from the others."""

    FACTS = "facts"
    PARTICIPANTS = "participants"
    OUTLINE = "outline"
    TASKS = "tasks"


class PlacedText(Text):
    """Where a pair of texts stands: an existing segment by its id, or the texts of a new one."""

    segment: SegmentId | None = Field(
        None, description="A segment that is there; it keeps its texts. Left out: vi and zh make a new one."
    )

    @model_validator(mode="after")
    def _keeps_its_texts(self) -> Self:
        if self.segment is not None and (self.vi is not None or self.zh is not None):
            raise refuse(message("a segment that is there keeps its texts; change them in the segment"))
        return self


class PlacedItem(Item, PlacedText):
    """A point of the record, its texts as segments."""

    points: Listed[PlacedText] = Field(
        (), description="Sub-points a), b), c) in their order.", max_length=MAX_POINTS
    )


class PlacedSection(Section):
    """A headed group of items, the texts as segments."""

    heading: PlacedText = Field(description="The heading in both languages.")
    items: Listed[PlacedItem] = Field(description="The points in their order. null: not in the source.")


class PlacedTask(Task, PlacedText):
    """A task of an action plan, its texts as segments."""

    area: PlacedText | None = Field(None, description="Field of cooperation.")
    indicator: PlacedText | None = Field(None, description="What shows that it is done.")


class PlacedFacts(Closing, Opening):
    """What a paper is, when and where the meeting was, and how the paper closes."""

    title: PlacedText | None = Field(
        None, description="Only where the title is not composed from the parties."
    )


class PlacedOutline(Outline):
    """Sections and items in their order, each with stance and speaker."""

    basis: Listed[PlacedText] = Field(
        (), description="What the paper rests on: joint statements, agreements, plans."
    )
    sections: Listed[PlacedSection] = Field((), description="The headed points, in their order.")


class PlacedTasks(Tasks):
    """The tasks of an action plan in their order."""

    tasks: Listed[PlacedTask] = Field((), description="The tasks of an action plan.")


MODELS: Mapping[Part, type[Model]] = {
    Part.FACTS: PlacedFacts,
    Part.PARTICIPANTS: Parties,
    Part.OUTLINE: PlacedOutline,
    Part.TASKS: PlacedTasks,
}
"""What each part holds."""


class NewSegment(NamedTuple):
    """A pair of texts that gets a segment of its own."""

    segment_id: str
    part: Part
    pair: Pair


class Place(NamedTuple):
    """Where a segment stands.

    Attributes:
        segment_id: The segment.
        path: Path in the record of what holds the texts, such as `sections[0].items[2]`; of a heading, that
            of the heading.
    """

    segment_id: str
    path: str


def take_apart(record: Record, new_id: Callable[[], str]) -> tuple[dict[Part, Content], list[NewSegment]]:
    """Take a record apart.

    Args:
        record: The record.
        new_id: Gives an id for each segment.

    Returns:
        The parts, only keys that the record says, and the segments in the order in which they stand.
    """
    plain: Content = dict(plain_record(record))
    parts: dict[Part, Content] = {
        part: {key: plain[key] for key in model.model_fields if key in plain}
        for part, model in MODELS.items()
    }
    return parts, [one for part, content in parts.items() for one in place_texts(part, content, new_id)]


def place_texts(part: Part, content: Content, new_id: Callable[[], str]) -> list[NewSegment]:
    """Put an id in the place of every pair of texts that has none yet, in a part's plain data itself.

    Returns:
        The new segments.
    """
    made = []
    for _, holder in _holders(content):
        pair = Pair(holder.pop("vi", None), holder.pop("zh", None))
        if holder.get("segment") is None:
            holder["segment"] = new_id()
            made.append(NewSegment(holder["segment"], part, pair))
    return made


def plain_part(part: Model) -> Content:
    """A part as plain data."""
    return dict(plain_model(part))


def put_together(parts: Mapping[Part, Content], pairs: Mapping[str, Pair]) -> Record:
    """Put a record together again.

    Args:
        parts: Every part.
        pairs: The texts of every segment that a part names.
    """
    plain: Content = {}
    for part in Part:
        plain |= deepcopy(parts[part])
    for _, holder in _holders(plain):
        pair = pairs[holder.pop("segment")]
        holder |= {key: text for key, text in (("vi", pair.vi), ("zh", pair.zh)) if text is not None}
    return Record.model_validate(plain)


def places(parts: Mapping[Part, Content]) -> list[Place]:
    """Where every segment stands, in the record's order."""
    return [Place(holder["segment"], path) for part in Part for path, holder in _holders(parts.get(part, {}))]


def named_segments(content: Content) -> list[str]:
    """The segments that a part names, in its order."""
    return [holder["segment"] for _, holder in _holders(content) if holder.get("segment") is not None]


def _holders(content: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    """Everything that holds a pair of texts, with its path in the record."""
    if content.get("title") is not None:
        yield "title", content["title"]
    for b, ground in enumerate(content.get("basis") or ()):
        yield f"basis[{b}]", ground
    for s, section in enumerate(content.get("sections") or ()):
        yield f"sections[{s}].heading", section["heading"]
        for i, item in enumerate(section["items"] or ()):
            yield f"sections[{s}].items[{i}]", item
            for p, point in enumerate(item.get("points") or ()):
                yield f"sections[{s}].items[{i}].points[{p}]", point
    for t, task in enumerate(content.get("tasks") or ()):
        yield f"tasks[{t}]", task
        for key in ("area", "indicator"):
            if task.get(key) is not None:
                yield f"tasks[{t}].{key}", task[key]


_NAMING = frozenset(
    ("name", "vi", "zh", "group", "body", "position", "mechanism", "place", "delegation", "superior", "lead")
)


def names_in(content: object, *, is_name: bool = False) -> Iterator[str]:
    """The names that a part's plain data hold, as they are written."""
    if isinstance(content, str) and is_name:
        yield content
    elif isinstance(content, list):
        for one in content:
            yield from names_in(one, is_name=is_name)
    elif isinstance(content, dict):
        for key, value in content.items():
            is_below = is_name and key in ("vn", "cn")  # the lead bodies of a task
            yield from names_in(value, is_name=key in _NAMING or is_below)
