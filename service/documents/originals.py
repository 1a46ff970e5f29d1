"""Two originals compared: what the one says that the other does not, and what only stands elsewhere.

The two originals of a paper may differ in order only. Segments, which people wrote, must be the same in the
same order. The paper's own words (title, parties, clause, signatures) may stand elsewhere, or have their
words in another order; words that one original has and the other lacks are a difference.

Source:
    外办发〔1994〕7号: under 倒版 each original names its keeper first; nothing else differs.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.core.languages import Language
from service.documents.reading import DraftParagraph

_WORD = re.compile(r"[\u3400-\u9fff]|\w+|[^\w\s]")

Words = Counter[str]


@dataclass(frozen=True)
class TextComparison:
    """The texts of one language in the two originals.

    Attributes:
        same: Paragraphs that are alike and stand in the same place.
        moved: Paragraphs that are alike and stand elsewhere.
        reordered: Groups of paragraphs that hold the same words in another order, as each original has them.
        only_first: Paragraphs whose words the second original lacks.
        only_second: Paragraphs whose words the first original lacks.
        segments_differ: Segments that are not the same in both, or not in the same order.
    """

    same: int
    moved: tuple[str, ...]
    reordered: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    segments_differ: tuple[str, ...]

    @property
    def differs_in_order_only(self) -> bool:
        """Whether nothing but order sets the two texts apart."""
        return not (self.only_first or self.only_second or self.segments_differ)


def compare_originals(
    first: Sequence[DraftParagraph],
    second: Sequence[DraftParagraph],
    names: Mapping[Language, Sequence[tuple[str, str]]] | None = None,
) -> Mapping[Language, TextComparison]:
    """Compare two originals, language by language.

    Args:
        first: The paragraphs of the one, as read back from its file.
        second: Of the other.
        names: Of each language the names that each side writes in its own form, which the glossary holds as
            one (越南…四省与中国云南省… and 中国云南省与越南…省…): the form of the first, that of the second.
    """
    found = {}
    for language in Language:
        texts = [[one for one in text if one.language is language] for text in (first, second)]
        found[language] = _compare(texts[0], texts[1], _Words(language, (names or {}).get(language, ())))
    return found


class _Words:
    """Counts the words of texts; a name that each side writes in its own form counts as one."""

    def __init__(self, language: Language, names: Sequence[tuple[str, str]]) -> None:
        self._joint = "" if language is Language.ZH else " "  # a name may stand on two lines of a title
        self._names = names

    def __call__(self, texts: Sequence[str]) -> Words:
        text = self._joint.join(texts)
        for one, other in self._names:
            text = text.replace(one, other)
        return Counter(_WORD.findall(text.casefold()))


def _compare(
    first: Sequence[DraftParagraph], second: Sequence[DraftParagraph], words: _Words
) -> TextComparison:
    texts, others = [one.text for one in first], [one.text for one in second]
    shared = Counter(texts) & Counter(others)
    same = sum(a == b for a, b in zip(texts, others, strict=False))
    left, right = _without(texts, shared), _without(others, shared)
    reordered, left, right = _pair_reordered(left, right, words)
    return TextComparison(
        same=same,
        moved=tuple(_moved(texts, others, shared)),
        reordered=tuple(reordered),
        only_first=tuple(left),
        only_second=tuple(right),
        segments_differ=tuple(_segment_differences(first, second)),
    )


def _without(texts: Sequence[str], shared: Counter[str]) -> list[str]:
    left, found = Counter(shared), []
    for text in texts:
        if left[text]:
            left[text] -= 1
        else:
            found.append(text)
    return found


def _moved(texts: Sequence[str], others: Sequence[str], shared: Counter[str]) -> list[str]:
    places = {text: [at for at, own in enumerate(others) if own == text] for text in shared}
    return [text for at, text in enumerate(texts) if text in places and at not in places[text]]


def _pair_reordered(
    left: Sequence[str], right: Sequence[str], words: _Words
) -> tuple[list[tuple[tuple[str, ...], tuple[str, ...]]], list[str], list[str]]:
    """Pair paragraphs of the same words, then what is left as one group if that holds the same words."""
    pairs: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    rest, others = [], list(right)
    for text in left:
        twin = next((other for other in others if words([other]) == words([text])), None)
        if twin is None:
            rest.append(text)
        else:
            others.remove(twin)
            pairs.append(((text,), (twin,)))
    if rest and words(rest) == words(others):
        return [(tuple(rest), tuple(others)), *pairs], [], []
    return pairs, rest, others


def _segment_differences(first: Sequence[DraftParagraph], second: Sequence[DraftParagraph]) -> list[str]:
    ours, theirs = ([(one.segment, one.text) for one in text if one.segment] for text in (first, second))
    if ours == theirs:
        return []
    both = set(ours) & set(theirs)
    different = dict.fromkeys(segment for segment, text in (*ours, *theirs) if (segment, text) not in both)
    return list(different) or [
        segment for (segment, _), other in zip(ours, theirs, strict=False) if segment != other[0]
    ]
