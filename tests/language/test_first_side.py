"""Whose name stands first, by the table of the foreign ministry's note 外办发〔1994〕7号."""

import pytest

from service.core.languages import Language, Side
from service.language.order import NameOrder, first_language, first_side


@pytest.mark.parametrize(
    ("order", "original", "language", "first"),
    [
        # alternat (倒版): the keeper of the original, in both texts
        ("alternat", "vn", "vi", "vn"),
        ("alternat", "vn", "zh", "vn"),
        ("alternat", "cn", "vi", "cn"),
        ("alternat", "cn", "zh", "cn"),
        # simplified (不倒版): every text its own side, in both originals
        ("simplified", "vn", "vi", "vn"),
        ("simplified", "vn", "zh", "cn"),
        ("simplified", "cn", "vi", "vn"),
        ("simplified", "cn", "zh", "cn"),
    ],
)
def test_the_side_named_first_follows_from_system_original_and_language(
    order: str, original: str, language: str, first: str
) -> None:
    arguments = NameOrder(order), Side(original), Language(language)
    assert first_side(*arguments) is Side(first)
    assert first_language(*arguments) is Side(first).language
