"""Concepts for tests of the glossary service."""

from datetime import date

from service.glossary.concepts import Category, Collection, Concept, Confidence, Terms, Validity


def concept(  # noqa: PLR0913 - what tests want to say of one
    vi: str,
    zh: str,
    *,
    concept_id: str = "new",
    category: Category = Category.DOCUMENT,
    collection: Collection = Collection.NATIONAL,
    first: date | None = None,
    last: date | None = None,
    **more: object,
) -> Concept:
    """Make a concept with a pair of names."""
    return Concept(
        concept_id,
        category,
        Terms(vi),
        Terms(zh),
        validity=Validity(first, last),
        confidence=Confidence.HIGH,
        collection=collection,
        **more,  # type: ignore[arg-type]
    )
