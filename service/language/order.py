"""Whose name stands first: the two lawful name-order systems of bilateral papers."""

from enum import StrEnum

from service.core.languages import Language, Side


class NameOrder(StrEnum):
    """A name-order system; one is chosen for each paper, never read off a source text.

    Source:
        外办发〔1994〕7号 of the Chinese foreign ministry: 倒版 (alternat) and 不倒版 (simplified).
    """

    ALTERNAT = "alternat"
    SIMPLIFIED = "simplified"


def first_side(order: NameOrder, original: Side, language: Language) -> Side:
    """Say which side a text names first; its signatory also signs on the left.

    Args:
        order: The paper's name-order system.
        original: The side that keeps this original.
        language: The language of the text inside the original.

    Returns:
        Under alternat the keeper, in both texts; under simplified the side whose language it is.
    """
    return original if order is NameOrder.ALTERNAT else language.side


def first_language(order: NameOrder, original: Side, language: Language) -> Language:
    """Say which language the clause on languages names first (中文和越文, or 越文和中文)."""
    return first_side(order, original, language).language
