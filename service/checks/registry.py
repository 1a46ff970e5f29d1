"""The checks, in the order in which a person reads their findings; a new check is added here."""

from collections.abc import Callable, Iterable

from service.checks.agreed import find_openings_without_consent, find_others_among_the_agreed
from service.checks.evidence import find_names_without_evidence
from service.checks.gaps import find_gaps, find_people_without_position, find_tasks_without_lead_or_day
from service.checks.illustrative import find_illustrative_items
from service.checks.letters import find_foreign_letters, find_letters_without_font
from service.checks.name_order import find_order_by_hand
from service.checks.originals import find_clause_problems
from service.checks.paper_names import find_forbidden_paper_names
from service.checks.renderings import find_terms_rendered_two_ways
from service.checks.stances import find_contradicted_stances
from service.checks.subject import Subject
from service.checks.values import find_different_values
from service.checks.wording import find_community_wording, find_forbidden_terms, find_terms_out_of_validity
from service.checks.written_order import find_written_order
from service.core.finding import Finding

Check = Callable[[Subject], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    find_gaps,
    find_people_without_position,
    find_tasks_without_lead_or_day,
    find_clause_problems,
    find_forbidden_paper_names,
    find_foreign_letters,
    find_letters_without_font,
    find_order_by_hand,
    find_written_order,
    find_contradicted_stances,
    find_others_among_the_agreed,
    find_openings_without_consent,
    find_different_values,
    find_community_wording,
    find_forbidden_terms,
    find_terms_out_of_validity,
    find_terms_rendered_two_ways,
    find_names_without_evidence,
    find_illustrative_items,
)


def run_checks(subject: Subject) -> tuple[Finding, ...]:
    """Run every check on a record."""
    return tuple(finding for check in CHECKS for finding in check(subject))
