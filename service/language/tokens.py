"""A text cut into tokens, and phrases found in them: what every reader reads, in time linear in the text."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, compress
from typing import Any, Generic, TypeVar

T = TypeVar("T")

HAN_NUMERALS = "零〇一二两三四五六七八九十百千万亿"
# The numerals of cheques; alone some are other words (陆 is land), so they count only in a run with a unit.
_CHEQUE = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
_CHEQUE_UNITS = frozenset("拾佰仟万亿")
# Before these 千 is kilo: 千瓦, 千伏, 千克, 千米.
_AFTER_KILO = "瓦伏克米赫卡焦"
# Alternatives start with disjoint classes and hold one greedy repeat each: no backtracking is possible.
_HAN_RUN = f"(?:[{HAN_NUMERALS.replace('千', '')}{''.join(_CHEQUE)}]|千(?![{_AFTER_KILO}]))+"
_LATIN_RUN = r"[A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036f\u1e00-\u1eff]+"
_TOKEN = re.compile(rf"[0-9０-９]+|{_HAN_RUN}|{_LATIN_RUN}|[^\S\n]+|[\s\S]")
_WIDE = {ord("０") + digit: str(digit) for digit in range(10)}
_MARKS = {
    **{ord(dash): "-" for dash in "‐‑‒–—―−－"},
    ord("～"): "~",
    ord("〜"): "~",
    ord("，"): ",",
    ord("％"): "%",
    ord("／"): "/",
    ord("："): ":",
    ord("（"): "(",
    ord("）"): ")",
    ord("．"): ".",
    ord("；"): ";",
    ord("＄"): "$",
}
# Two spellings of one syllable: the tone stands on the first vowel (hòa) or on the second (hoà).
_TONE_PLACES = {
    second: first
    for pair in (
        "oà òa|oá óa|oả ỏa|oã õa|oạ ọa|oè òe|oé óe|oẻ ỏe|oẽ õe|oẹ ọe",
        "uỳ ùy|uý úy|uỷ ủy|uỹ ũy|uỵ ụy",
    )
    for second, first in (spelling.split() for spelling in pair.split("|"))
}
_CHEQUE_DIGITS = str.maketrans(_CHEQUE)
# Behind a mark: the numbers beside it are too large for a day, month or hour.
NO_DATE = "!"
# Stands for the 年 between a year and its month, behind which no quarter or half-year can be.
YEAR_OF_MONTH = "年月"
_FOLDED_MAX = 50_000
_AHEAD = 16


def fold_token(token: str) -> str:
    """Return the form in which a reader knows a token: NFC, lower case, ASCII digits and dashes."""
    if token.isascii():
        return token.lower()
    folded = unicodedata.normalize("NFC", token).lower().translate(_WIDE).translate(_MARKS)
    if folded[0] in _CHEQUE and len(folded) > 1 and not _CHEQUE_UNITS.isdisjoint(folded):
        return folded.translate(_CHEQUE_DIGITS)
    if len(folded) > 1 and folded[-2:] in _TONE_PLACES:
        folded = folded[:-2] + _TONE_PLACES[folded[-2:]]
    return folded


class _Folded(dict[str, str]):
    """Folded forms of the tokens seen before; space folds to nothing."""

    def __missing__(self, piece: str) -> str:
        folded = "" if piece.isspace() and piece != "\n" else fold_token(piece)
        if len(self) < _FOLDED_MAX and len(piece) < 30:
            self[piece] = folded
        return folded


_folded = _Folded()


class Tokens:
    """The tokens of one text without its spaces; a line break is a token, and empty ones end the list.

    Attributes:
        count: How many tokens there are.
        text: The text as given; offsets are in its code points.
        words: Folded tokens. A run of digits, of Han numerals or of Latin letters is one token, any other
            character is one by itself.
        digits: What the reader of digits already found at a token.
        numbers: What the reader of numbers already found at a token.
        moments: What the reader of moments already found at a token.
        starts: Offset of each token.
        ends: Offset after each token.
    """

    __slots__ = ("count", "digits", "ends", "moments", "numbers", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        """Cut a text; any string is a text."""
        self.text = text
        self.digits: dict[int, Any] = {}
        self.numbers: dict[int, Any] = {}
        self.moments: dict[int, Any] = {}
        pieces = _TOKEN.findall(text)
        # One loop of the interpreter over every token would cost more than all that is done here.
        folded = list(map(_folded.__getitem__, pieces))
        ends = list(accumulate(map(len, pieces)))
        self.words: list[str] = list(filter(None, folded))
        self.starts: list[int] = list(compress([0, *ends], folded))
        self.ends: list[int] = list(compress(ends, folded))
        self.count = len(self.words)
        # Readers look a few tokens ahead; behind the text there are only empty ones.
        self.words += [""] * _AHEAD
        self.starts += [len(text)] * _AHEAD
        self.ends += [len(text)] * _AHEAD

    def forget(self) -> None:
        """Drop what readers found: they never come back to a token far behind."""
        self.digits.clear()
        self.numbers.clear()
        self.moments.clear()

    def is_glued(self, index: int) -> bool:
        """Say whether a token stands directly behind the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def raw(self, first: int, end: int) -> str:
        """Return the text from one token up to another."""
        return self.text[self.starts[first] : self.ends[end - 1]]


class _Node(Generic[T]):
    """What stands behind the first tokens of phrases.

    Attributes:
        meaning: What the tokens up to here mean, in a tuple; None where no phrase ends here.
        after: The nodes of the next tokens.
    """

    __slots__ = ("after", "meaning")

    def __init__(self) -> None:
        self.meaning: tuple[T] | None = None
        self.after: dict[str, _Node[T]] = {}


class Phrases(Generic[T]):
    """Phrases of one or more tokens, each with what it means; the longest one at a place is found."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        """Cut the phrases like a text; of two equal ones the first counts."""
        self._first: dict[str, _Node[T]] = {}
        for phrase, meaning in meanings:
            tokens, nodes, node = Tokens(phrase), self._first, _Node[T]()
            for word in tokens.words[: tokens.count]:
                node = nodes.setdefault(word, _Node())
                nodes = node.after
            node.meaning = node.meaning or (meaning,)

    @property
    def firsts(self) -> frozenset[str]:
        """The tokens with which a phrase begins."""
        return frozenset(self._first)

    def seconds(self, first: str) -> frozenset[str]:
        """The tokens that go on behind the first one of a phrase."""
        node = self._first.get(first)
        return frozenset() if node is None else frozenset(node.after)

    def is_phrase(self, word: str) -> bool:
        """Say whether one token is a whole phrase."""
        node = self._first.get(word)
        return node is not None and node.meaning is not None

    def at(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """Find the longest phrase that begins at a token; gives the index after it and its meaning."""
        words = tokens.words
        node = self._first.get(words[index])
        found = None
        while node is not None:
            index += 1
            if node.meaning is not None:
                found = index, node.meaning[0]
            node = node.after.get(words[index])
        return found
