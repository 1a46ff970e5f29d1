"""Country pairs and party lists that stand in the other order, each with the right one as a suggestion."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.core.languages import Language, Side
from service.language.tokens import Phrases, T, Tokens

_SHORT: dict[Language, dict[Side, tuple[str, ...]]] = {
    Language.VI: {Side.VN: ("Việt",), Side.CN: ("Trung",)},
    Language.ZH: {Side.VN: ("越",), Side.CN: ("中",)},
}
_LONG: dict[Language, dict[Side, tuple[str, ...]]] = {
    Language.VI: {
        Side.VN: ("Việt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        Side.CN: ("Trung Quốc", "Cộng hòa Nhân dân Trung Hoa"),
    },
    Language.ZH: {
        Side.VN: ("越南", "越南社会主义共和国", "越方"),
        Side.CN: ("中国", "中华人民共和国", "中方"),
    },
}
_DASHES = {Language.VI: frozenset("-"), Language.ZH: frozenset("-、")}
# So many words around a name can come again around the next: phía A và phía B, A省政府和B省政府.
_FRAME_MOST = 5
_JOINTS = {
    Language.VI: frozenset(["-", "và", ",", "với"]),
    Language.ZH: frozenset(["-", "和", "与", "、", "同"]),
}
# 其中越南, 超越中国, 越中央, 途中越来越: the two characters are no pair there.
_NOT_BEFORE = frozenset("其集空超穿优跨翻当之心从为途")
_NOT_AFTER = frozenset("南国央部心午共方来")
_OPENING, _CLOSING = frozenset("《“"), frozenset("》”")


@dataclass(frozen=True, slots=True)
class Misorder:
    """Names that stand in another order than the paper's.

    Attributes:
        start: Offset of the first name.
        end: Offset after the last.
        suggestion: The same names in the paper's order, with the same words between them.
    """

    start: int
    end: int
    suggestion: str


def find_misordered_pairs(text: str, language: Language, first: Side) -> list[Misorder]:
    """Find where a text names the two countries in the other order.

    Texts that people wrote are never changed; the suggestion can be applied. Titles of papers in
    《》 or “” keep their order (protocol.md: a full document title is never reordered).

    Args:
        text: A text of one original.
        language: Its language.
        first: The side that stands first in it, from `order.first_side`.
    """
    tokens = Tokens(text)
    names = _names(language)
    found: list[Misorder] = []
    index, depth = 0, 0
    while index < tokens.count:
        depth = _depth(depth, tokens.words[index])
        pair = _pair(tokens, index, language, names) if depth == 0 else None
        if pair is None:
            index += 1
            continue
        end, side, parts = pair
        if side is not first:
            found.append(_swapped(tokens, parts))
        index = end
    return found


def _depth(depth: int, word: str) -> int:
    if word in _OPENING:
        return depth + 1
    return max(depth - 1, 0) if word in _CLOSING else depth


def _names(language: Language) -> Phrases[tuple[Side, bool]]:
    short = [(form, (side, True)) for side in Side for form in _SHORT[language][side]]
    long = [(form, (side, False)) for side in Side for form in _LONG[language][side]]
    return Phrases([*short, *long])


_Parts = tuple[tuple[int, int], tuple[int, int]]


def _pair(
    tokens: Tokens, index: int, language: Language, names: Phrases[tuple[Side, bool]]
) -> tuple[int, Side, _Parts] | None:
    left = names.at(tokens, index)
    if left is None:
        return None
    end, (side, is_short) = left
    found = _short(tokens, end, language, names) if is_short else _framed(tokens, index, end, language, names)
    if found is None:
        return None
    start, (right, named) = found
    if named != (side.other, is_short):
        return None
    if is_short and language is Language.ZH and not _is_pair_of_letters(tokens, index, right):
        return None
    return right, side, ((index, end), (start, right))


def _short(
    tokens: Tokens, end: int, language: Language, names: Phrases[tuple[Side, bool]]
) -> tuple[int, tuple[int, tuple[Side, bool]]] | None:
    """Find the second name of 中越, 中、越 and Việt - Trung; without a dash in vi it has a capital."""
    start = end + (tokens.words[end] in _DASHES[language])
    right = names.at(tokens, start)
    is_name = start > end or language is Language.ZH or tokens.raw(end, end + 1)[:1].isupper()
    return None if right is None or not is_name else (start, right)


def _framed(
    tokens: Tokens, index: int, end: int, language: Language, names: Phrases[T]
) -> tuple[int, tuple[int, T]] | None:
    """Find the name behind a joint that has the same words around it as the one before.

    Args:
        tokens: A text.
        index: Where the first name begins.
        end: The index after it.
        language: In vi the words stand before a name (phía, tỉnh), in zh behind it (省, 政府).
        names: The names with what they mean.

    Returns:
        Where the second name begins, with the index after it and its meaning.
    """
    words = tokens.words
    for more in range(_FRAME_MOST + 1):
        joint = end + more if language is Language.ZH else end
        start = joint + 1 if language is Language.ZH else joint + 1 + more
        right = names.at(tokens, start) if words[joint] in _JOINTS[language] else None
        if right is None:
            continue
        if language is Language.ZH and words[end:joint] == words[right[0] : right[0] + more]:
            return start, right
        if (
            language is Language.VI
            and more <= index
            and words[joint + 1 : start] == words[index - more : index]
        ):
            return start, right
    return None


def _is_pair_of_letters(tokens: Tokens, index: int, end: int) -> bool:
    before = tokens.words[index - 1] if index else ""
    return before not in _NOT_BEFORE and tokens.words[end] not in _NOT_AFTER


def _swapped(tokens: Tokens, parts: _Parts) -> Misorder:
    (first, first_end), (second, second_end) = parts
    between = tokens.text[tokens.ends[first_end - 1] : tokens.starts[second]]
    suggestion = tokens.raw(second, second_end) + between + tokens.raw(first, first_end)
    return Misorder(tokens.starts[first], tokens.ends[second_end - 1], suggestion)


def find_misordered_parties(text: str, language: Language, parties: Sequence[str]) -> list[Misorder]:
    """Find lists of two or more parties that stand in another order than the paper's.

    Args:
        text: A text of one original.
        language: Its language.
        parties: The parties' names in this language, in the order of the paper.
    """
    tokens = Tokens(text)
    names = Phrases([(name, place) for place, name in enumerate(parties) if name.strip()])
    found: list[Misorder] = []
    index = 0
    while index < tokens.count:
        run = _run(tokens, index, language, names)
        if len(run) > 1 and [place for _, _, place in run] != sorted(place for _, _, place in run):
            found.append(_sorted_run(tokens, run))
        index = run[-1][1] if run else index + 1
    return found


def _run(tokens: Tokens, index: int, language: Language, names: Phrases[int]) -> list[tuple[int, int, int]]:
    run: list[tuple[int, int, int]] = []
    at = index
    while True:
        name = names.at(tokens, at)
        if name is None:
            return run
        run.append((at, name[0], name[1]))
        following = _framed(tokens, at, name[0], language, names)
        if following is None:
            return run
        at = following[0]


def _sorted_run(tokens: Tokens, run: list[tuple[int, int, int]]) -> Misorder:
    ordered = sorted(run, key=lambda part: part[2])
    pieces: list[str] = []
    for (_, end, _), (first, after, _), following in zip(run, ordered, [*run[1:], None], strict=True):
        pieces.append(tokens.raw(first, after))
        if following is not None:
            pieces.append(tokens.text[tokens.ends[end - 1] : tokens.starts[following[0]]])
    return Misorder(tokens.starts[run[0][0]], tokens.ends[run[-1][1] - 1], "".join(pieces))
