"""Two originals compared: order is no difference, a word is."""

import pytest

from service.core.languages import Language
from service.documents.originals import TextComparison, compare_originals
from service.documents.reading import DraftParagraph

VI = Language.VI


def compared(first: list[str], second: list[str]) -> TextComparison:
    """Compare texts; one that begins with `#id ` is a segment."""
    return compare_originals([_read(text) for text in first], [_read(text) for text in second])[VI]


def _read(text: str) -> DraftParagraph:
    segment, _, rest = text.partition(" ") if text.startswith("#") else ("", "", text)
    return DraftParagraph(rest, VI, segment)


def test_equal_originals_are_the_same_throughout() -> None:
    found = compared(["a", "#1 b"], ["a", "#1 b"])
    assert (found.same, found.moved, found.reordered) == (2, (), ())
    assert found.differs_in_order_only


def test_a_paragraph_that_stands_elsewhere_is_moved() -> None:
    found = compared(["Phía A:", "An", "Phía B:", "#1 x"], ["Phía B:", "Phía A:", "An", "#1 x"])
    assert found.moved == ("Phía A:", "An", "Phía B:")
    assert found.differs_in_order_only


def test_a_clause_with_its_words_in_another_order_is_paired() -> None:
    first, second = "bằng tiếng Việt và tiếng Trung", "bằng tiếng Trung và tiếng Việt"
    found = compared([first], [second])
    assert found.reordered == (((first,), (second,)),)
    assert found.differs_in_order_only


def test_title_lines_that_exchange_their_parties_are_one_group() -> None:
    found = compared(["giữa A", "và B"], ["giữa B", "và A"])
    assert found.reordered == ((("giữa A", "và B"), ("giữa B", "và A")),)
    assert found.differs_in_order_only


@pytest.mark.parametrize(
    ("first", "second", "only_first", "only_second"),
    [
        (["hai bản"], ["ba bản"], ("hai bản",), ("ba bản",)),
        (["giữa A", "và B"], ["giữa B", "và C"], ("giữa A", "và B"), ("giữa B", "và C")),
        (["a", "a"], ["a"], ("a",), ()),
        ([], ["a"], (), ("a",)),
        (["1 và 12"], ["11 và 2"], ("1 và 12",), ("11 và 2",)),
    ],
)
def test_words_that_one_original_lacks_are_a_difference(
    first: list[str], second: list[str], only_first: tuple[str, ...], only_second: tuple[str, ...]
) -> None:
    found = compared(first, second)
    assert (found.only_first, found.only_second) == (only_first, only_second)
    assert not found.differs_in_order_only


@pytest.mark.parametrize(
    ("first", "second", "differing"),
    [
        (["#1 A đề nghị B."], ["#1 B đề nghị A."], ("#1",)),
        (["#1 x", "#2 y"], ["#2 y", "#1 x"], ("#1", "#2")),
        (["#1 x"], ["#2 x"], ("#1", "#2")),
        (["#1 x"], ["x"], ("#1",)),
    ],
)
def test_a_segment_must_be_the_same_in_the_same_order(
    first: list[str], second: list[str], differing: tuple[str, ...]
) -> None:
    found = compared(first, second)
    assert found.segments_differ == differing
    assert not found.differs_in_order_only


def test_a_name_that_each_side_writes_in_its_own_form_is_one_name() -> None:
    vn = ["越南河江、老街四省与", "中国云南省机制第三次会议纪要", "越南河江、老街四省与中国云南省机制举行。"]
    cn = ["中国云南省与越南河江、老街省", "机制第三次会议纪要", "中国云南省与越南河江、老街省机制举行。"]
    first, second = ([DraftParagraph(line, Language.ZH, "") for line in lines] for lines in (vn, cn))
    forms = ("越南河江、老街四省与中国云南省机制", "中国云南省与越南河江、老街省机制")
    assert not compare_originals(first, second)[Language.ZH].differs_in_order_only
    found = compare_originals(first, second, {Language.ZH: [forms]})[Language.ZH]
    assert found.differs_in_order_only
    assert len(found.reordered) == 2


def test_each_language_is_compared_by_itself() -> None:
    first = [DraftParagraph("a", Language.VI, ""), DraftParagraph("甲", Language.ZH, "")]
    second = [DraftParagraph("甲", Language.ZH, ""), DraftParagraph("a", Language.VI, "")]
    assert [one.same for one in compare_originals(first, second).values()] == [1, 1]
