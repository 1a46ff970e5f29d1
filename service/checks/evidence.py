"""Names that no published source supports, or that the record wrote itself: to be confirmed."""

from collections.abc import Iterator

from service.checks.subject import Subject, UsedName
from service.core.finding import Finding, Severity
from service.core.message import message
from service.glossary.concepts import Category, Concept, Confidence


def find_names_without_evidence(subject: Subject) -> Iterator[Finding]:
    """Find names to confirm; each pair of names is told once."""
    severity = Severity.WARNING if subject.is_final else Severity.NOTE
    seen: set[tuple[str | None, str | None]] = set()
    for name in subject.names:
        key = (name.pair.vi, name.pair.zh)
        finding = _finding(name, severity)
        if finding is not None and key not in seen:
            seen.add(key)
            yield finding


def _finding(name: UsedName, severity: Severity) -> Finding | None:
    vi, zh = name.pair.vi or "—", name.pair.zh or "—"
    if not name.concepts:
        said = message("“{vi}” = “{zh}” was written in the record and is not in the glossary", vi=vi, zh=zh)
        return Finding("name-not-in-glossary", severity, name.place, said)
    if all(_is_confirmed(concept) for concept in name.concepts if _is_proper(concept)):
        return None
    said = message("“{vi}” = “{zh}” has no published source; ask the other side to confirm it", vi=vi, zh=zh)
    return Finding("name-without-source", severity, name.place, said)


def _is_confirmed(concept: Concept) -> bool:
    return concept.confidence is Confidence.SOURCED and not concept.confirm


def _is_proper(concept: Concept) -> bool:
    """Proper names need a source; everyday words such as đại diện, tỉnh or Việt Nam do not."""
    if concept.category in (Category.TITLE, Category.ROLE) or concept.level == "country":
        return False
    return not concept.is_level_word
