"""Items that were invented to show the form: a draft that holds one is no paper to sign."""

from collections.abc import Iterator

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.message import message


def find_illustrative_items(subject: Subject) -> Iterator[Finding]:
    """Find every item and task, or the whole record, marked as illustrative; an error in a final paper."""
    severity = Severity.ERROR if subject.is_final else Severity.WARNING
    if subject.record.illustrative:
        said = message("the whole record is illustrative: invented to show the form")
        yield Finding("illustrative-record", severity, "illustrative", said)
    for t, task in enumerate(subject.record.tasks):
        if task.illustrative:
            said = message("Task {number} is illustrative: invented to show the form", number=t + 1)
            yield Finding("illustrative-task", severity, f"tasks[{t}]", said)
    for s, section in enumerate(subject.record.sections):
        for i, item in enumerate(section.items):
            if item.illustrative:
                said = message(
                    "Item {number} of “{section}” is illustrative: invented to show the form",
                    number=i + 1,
                    section=section.heading.vi or section.heading.zh or section.id,
                )
                yield Finding("illustrative-item", severity, f"sections[{s}].items[{i}]", said)
