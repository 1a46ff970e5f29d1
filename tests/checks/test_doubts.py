"""Every doubt has its words."""

from service.checks.doubts import DOUBTS
from service.language.mentions import Doubt


def test_every_doubt_is_told_in_words() -> None:
    assert set(DOUBTS) == set(Doubt)
