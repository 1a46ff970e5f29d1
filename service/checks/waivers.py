"""What keeps a record from becoming final, and what a named person has accepted in spite of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.core.finding import Finding, Severity
from service.core.message import BienbanError, message

# Warnings and notes that block all the same until a named person accepts them.
TO_BE_ACCEPTED = frozenset(("name-without-source", "name-not-in-glossary"))
# Nobody can accept these: the paper would be unfinished, or say that the sides agreed where they did not.
NEVER_WAIVED = frozenset(
    (
        "gap",
        "name-unresolved",
        "person-without-position",
        "task-without-lead",
        "task-without-date",
        "reserved-among-agreed",
        "illustrative-record",
        "illustrative-item",
        "illustrative-task",
    )
)


class WaiverRefused(BienbanError):
    """A finding cannot be waived, or not like this."""


@dataclass(frozen=True)
class Waiver:
    """A finding that a named person accepted.

    Attributes:
        code: The kind of finding.
        place: Path of the field in the record.
        person: Who accepted it, by name.
        reason: Why.
        said: The finding's English sentence when it was accepted; where the finding says something else
            since, the waiver no longer holds. None holds whatever the finding says.
    """

    code: str
    place: str
    person: str
    reason: str
    said: str | None = None

    def covers(self, finding: Finding) -> bool:
        """Whether this waiver is of a finding, as it stands."""
        is_same = (self.code, self.place) == (finding.code, finding.place)
        return is_same and self.said in (None, str(finding.message)) and finding.code not in NEVER_WAIVED


def waive(finding: Finding, person: str, reason: str) -> Waiver:
    """Accept a finding as it stands.

    Raises:
        WaiverRefused: This kind of finding is mended, never accepted; or nobody, or no reason, is named.
    """
    if finding.code in NEVER_WAIVED:
        raise WaiverRefused(message("a finding “{code}” is mended, never waived", code=finding.code))
    if not person.strip() or not reason.strip():
        raise WaiverRefused(message("a waiver names the person who accepts, and the reason"))
    return Waiver(finding.code, finding.place, person.strip(), reason.strip(), str(finding.message))


def find_obstacles(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> tuple[Finding, ...]:
    """What still keeps a record from becoming final.

    Args:
        findings: Of all checks, gaps among them.
        waivers: What named persons accepted; one without a person or a reason accepts nothing.

    Returns:
        Errors and names without a source that nobody accepted, in their order.
    """
    valid = [one for one in waivers if one.person.strip() and one.reason.strip()]
    return tuple(
        finding
        for finding in findings
        if (finding.severity is Severity.ERROR or finding.code in TO_BE_ACCEPTED)
        and not any(waiver.covers(finding) for waiver in valid)
    )
