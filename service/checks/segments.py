"""The texts that people wrote in a record, one pair at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.core.languages import Language, Pair
from service.minutes.record import Item, Record, Task


@dataclass(frozen=True)
class Segment:
    """One pair of texts.

    Attributes:
        place: Path of the pair in the record; each text stands in `.vi` and `.zh` below it.
        pair: The two texts.
        item: The item it belongs to; None of titles, headings and tasks.
    """

    place: str
    pair: Pair
    item: Item | None = None

    def texts(self) -> Iterator[tuple[Language, str, str]]:
        """The texts that are there: language, text, place."""
        for language in Language:
            text = self.pair.text(language)
            if text:
                yield language, text, f"{self.place}.{language}"


def segments(record: Record) -> Iterator[Segment]:
    """Every pair of texts of a record, in its order, but for the title."""
    for b, basis in enumerate(record.basis):
        yield Segment(f"basis[{b}]", basis.pair)
    for s, section in enumerate(record.sections):
        yield Segment(f"sections[{s}].heading", section.heading.pair)
        for i, item in enumerate(section.items):
            yield from _of_item(item, f"sections[{s}].items[{i}]")
    for t, task in enumerate(record.tasks):
        yield from _of_task(task, f"tasks[{t}]")


def _of_item(item: Item, place: str) -> Iterator[Segment]:
    yield Segment(place, item.pair, item)
    for p, point in enumerate(item.points):
        yield Segment(f"{place}.points[{p}]", point.pair, item)


def _of_task(task: Task, place: str) -> Iterator[Segment]:
    yield Segment(place, task.pair)
    for name, text in (("area", task.area), ("indicator", task.indicator)):
        if text is not None:
            yield Segment(f"{place}.{name}", text.pair)
