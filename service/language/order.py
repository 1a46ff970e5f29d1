"""Whose name stands first: the two lawful name-order systems of bilateral papers."""

from collections.abc import Sequence
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


def signature_sides(order: NameOrder, original: Side, language: Language) -> tuple[Side, Side]:
    """Say who signs on the left and who on the right of an original.

    Source:
        外办发〔1994〕7号 for alternat; by analogy for simplified, where the text's own side is on the left.
    """
    left = first_side(order, original, language)
    return left, left.other


_PAIRS = {
    (Language.VI, Side.VN): "Việt - Trung",
    (Language.VI, Side.CN): "Trung - Việt",
    (Language.ZH, Side.VN): "越中",
    (Language.ZH, Side.CN): "中越",
}


def country_pair(first: Side, language: Language) -> str:
    """Name the two countries in short, one of them first: 中越 or 越中, Việt - Trung or Trung - Việt."""
    return _PAIRS[language, first]


def order_for_host(provinces: Sequence[str], host: str) -> tuple[str, ...]:
    """Return the order of the Vietnamese provinces in the papers of a meeting.

    A Vietnamese host changes places with the province that stood first; when Yunnan hosts, the last
    order stays.

    Args:
        provinces: The order of the last meeting's papers.
        host: The province that hosts; any other name leaves the order as it is.

    Source:
        Papers of 2022 (老街、河江、莱州、奠边), 2023 (河江、老街、莱州、奠边) and 2025
        (莱州、老街、宣光、奠边).
    """
    if host not in provinces:
        return tuple(provinces)
    places = list(provinces)
    index = places.index(host)
    places[0], places[index] = places[index], places[0]
    return tuple(places)
