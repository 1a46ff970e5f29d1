"""How much the glossary holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.actions.work import Work
from service.glossary.store.bulk import count_concepts, count_terms
from service.glossary.store.versions import current_version


@dataclass(frozen=True)
class Counted:
    """Numbers of the glossary in a person's sight.

    Attributes:
        version: Its newest version.
        concepts: How many, by office, category and state of what is shown.
        terms: How many written forms they have.
    """

    version: int
    concepts: Mapping[tuple[str, str, str], int]
    terms: int


def count_glossary(work: Work) -> Counted:
    """Count what a person sees."""
    sight = work.actor.sight
    return Counted(
        current_version(work.session), count_concepts(work.session, sight), count_terms(work.session, sight)
    )
