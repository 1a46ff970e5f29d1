"""Names in submitted texts that no concept covers, and a proposal made of one."""

from collections.abc import Sequence
from datetime import date

from service.actions.concepts import create, take_step
from service.actions.live import Snapshot
from service.actions.work import Work
from service.core.languages import Language
from service.glossary.candidates import Candidate, Covered, find_candidates
from service.glossary.concepts import Concept
from service.glossary.life import KeptConcept, Step


def candidates(
    texts: Sequence[str], language: Language, snapshot: Snapshot, as_of: date, fewest: int
) -> list[Candidate]:
    """Names that no concept of an office covers, the most frequent first."""
    annotator = snapshot.annotator(language)
    read = []
    for text in texts:
        found = annotator.annotate(text, as_of)
        read.append((text, [Covered(_int(one["start"]), _int(one["end"])) for one in found]))
    return find_candidates(read, language, fewest)


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def propose(work: Work, concept: Concept) -> KeptConcept:
    """Make a proposal of a candidate that a person has completed: saved and put before the others at once."""
    kept = create(work, concept)
    proposed = take_step(work, kept.concept_id, Step.PROPOSE, kept.row_version)
    return proposed or kept
