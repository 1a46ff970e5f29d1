"""Where the name order of a draft is not what the record or its own words say."""

from collections.abc import Iterator

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.message import message
from service.language.order import NameOrder


def find_order_by_hand(subject: Subject) -> Iterator[Finding]:
    """Find a name order chosen against the record, and a written title that alternat cannot turn."""
    record = subject.record
    if subject.order is not record.name_order:
        said = message(
            "drafted in the order “{drafted}”; the record says “{recorded}”",
            drafted=subject.order.value,
            recorded=record.name_order.value,
        )
        yield Finding("other-name-order", Severity.NOTE, "name_order", said)
    if record.title is not None and subject.order is NameOrder.ALTERNAT:
        said = message(
            "this title was written by hand and stands alike in both originals; look at its order of names"
        )
        yield Finding("title-by-hand", Severity.WARNING, "title", said)
