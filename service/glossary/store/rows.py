"""Rows of a revision made from a concept, and read back."""

from typing import Any, NamedTuple

from sqlalchemy import insert
from sqlmodel import Session

from service.db.base import now
from service.glossary.concepts import Concept
from service.glossary.forms import forms_of
from service.glossary.life import Revision, State
from service.glossary.plain import dump_concept, load_concept
from service.glossary.search_keys import keys_of
from service.glossary.sort_keys import vi_sort_key, zh_sort_key
from service.glossary.tables import RevisionRow, TermRow


class Saved(NamedTuple):
    """What a person saves.

    Attributes:
        concept: What it is to say.
        author_id: Who saves it; None for the shipped termbase.
        state: Draft, or proposed at once.
        retires: Approving it ends the life of the concept.
        made_from: Number of the revision whose content it is; None: of the one before it.
    """

    concept: Concept
    author_id: int | None
    state: State = State.DRAFT
    retires: bool = False
    made_from: int | None = None


CURRENT, PENDING, PAST = "current", "pending", "past"


def revision_columns(concept: Concept) -> dict[str, Any]:
    """The columns of a revision that its concept says."""
    return {
        "content": dump_concept(concept),
        "category": concept.category.value,
        "confidence": concept.confidence.value,
        "part_of": concept.part_of,
        "valid_first": concept.validity.first,
        "valid_last": concept.validity.last,
        "vi_sort": vi_sort_key(concept.vi.preferred),
        "zh_sort": zh_sort_key(concept.zh.preferred, concept.zh.reading),
        "saved_at": now(),
    }


def write_terms(session: Session, pairs: list[tuple[int, Concept]]) -> None:
    """Put the forms of revisions, given by their numbers, into the index."""
    rows = [row for number, concept in pairs for row in _term_rows(number, concept)]
    if rows:
        session.execute(insert(TermRow), rows)


def _term_rows(number: int, concept: Concept) -> list[dict[str, object]]:
    return [
        {
            "revision_id": number,
            "language": form.language.value,
            "status": form.status.value,
            "text": form.text,
            **vars(keys_of(form.text, form.reading)),
        }
        for form in forms_of(concept)
    ]


def read_revision(row: RevisionRow, handles: dict[int, str]) -> Revision:
    """A revision as plain data."""
    return Revision(
        number=row.number,
        state=State(row.state),
        retires=row.retires,
        based_on=row.based_on,
        concept=load_concept(row.content),
        author=None if row.author_id is None else handles[row.author_id],
        approver=None if row.approver_id is None else handles[row.approver_id],
        saved_at=row.saved_at,
        approved_at=row.approved_at,
        approved_version=row.approved_version,
        superseded_version=row.superseded_version,
    )
