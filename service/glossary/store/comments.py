"""What people said of concepts."""

from sqlmodel import Session, col, select

from service.accounts.store import handles
from service.db.base import now
from service.glossary.life import Comment
from service.glossary.tables import CommentRow, ConceptRow


def add_comment(session: Session, concept_id: str, person_id: int, text: str, number: int | None) -> None:
    """Keep what a person said."""
    key = session.exec(select(ConceptRow.id).where(ConceptRow.concept_id == concept_id)).one()
    assert key is not None  # noqa: S101 - a kept row has its key
    session.add(CommentRow(concept_key=key, number=number, person_id=person_id, at=now(), text=text))


def comments(session: Session, concept_id: str) -> list[Comment]:
    """What was said of a concept, in its order."""
    wanted = (
        select(CommentRow)
        .join(ConceptRow, col(ConceptRow.id) == CommentRow.concept_key)
        .where(ConceptRow.concept_id == concept_id)
        .order_by(col(CommentRow.id))
    )
    people = handles(session)
    return [Comment(people[row.person_id], row.at, row.text, row.number) for row in session.exec(wanted)]
