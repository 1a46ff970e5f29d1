"""The checks, in the order in which a person reads their findings; a new check is added here."""

from collections.abc import Callable, Iterable

from service.checks.evidence import find_names_without_evidence
from service.checks.illustrative import find_illustrative_items
from service.checks.name_order import find_order_by_hand
from service.checks.stances import find_contradicted_stances
from service.checks.subject import Subject
from service.core.finding import Finding

Check = Callable[[Subject], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    find_order_by_hand,
    find_contradicted_stances,
    find_names_without_evidence,
    find_illustrative_items,
)


def run_checks(subject: Subject) -> tuple[Finding, ...]:
    """Run every check on a record."""
    return tuple(finding for check in CHECKS for finding in check(subject))
