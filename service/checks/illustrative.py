"""Items that were invented to show the form: a draft that holds one is no paper to sign."""

from collections.abc import Iterator

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.message import message


def find_illustrative_items(subject: Subject) -> Iterator[Finding]:
    """Find every item that is marked as illustrative."""
    for s, section in enumerate(subject.record.sections):
        for i, item in enumerate(section.items):
            if item.illustrative:
                said = message(
                    "Item {number} of “{section}” is illustrative: invented to show the form",
                    number=i + 1,
                    section=section.heading.vi or section.heading.zh or section.id,
                )
                yield Finding("illustrative-item", Severity.WARNING, f"sections[{s}].items[{i}]", said)
