"""A text cut into tokens, and phrases found in them: what every reader reads, in time linear in the text."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Generic, TypeVar

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
_folded: dict[str, str] = {}
_FOLDED_MAX = 50_000
_AHEAD = 16


def fold_token(token: str) -> str:
    """Return the form in which a reader knows a token: NFC, lower case, ASCII digits and dashes."""
    known = _folded.get(token)
    if known is not None:
        return known
    folded = unicodedata.normalize("NFC", token).lower().translate(_WIDE).translate(_MARKS)
    if folded[0] in _CHEQUE and len(folded) > 1 and not _CHEQUE_UNITS.isdisjoint(folded):
        return folded.translate(_CHEQUE_DIGITS)
    if len(folded) > 1 and folded[-2:] in _TONE_PLACES:
        folded = folded[:-2] + _TONE_PLACES[folded[-2:]]
    if len(_folded) < _FOLDED_MAX and len(token) < 30:
        _folded[token] = folded
    return folded


class Tokens:
    """The tokens of one text without its spaces; a line break is a token, and empty ones end the list.

    Attributes:
        count: How many tokens there are.
        text: The text as given; offsets are in its code points.
        words: Folded tokens. A run of digits, of Han numerals or of Latin letters is one token, any other
            character is one by itself.
        known: What readers already found at a token, by the name of what they read.
        starts: Offset of each token.
        ends: Offset after each token.
    """

    __slots__ = ("count", "ends", "known", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        """Cut a text; any string is a text."""
        self.text = text
        self.known: dict[tuple[str, int], object] = {}
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for piece in _TOKEN.findall(text):
            end = at + len(piece)
            if piece[0] == "\n" or not piece.isspace():
                self.words.append(_folded.get(piece) or fold_token(piece))
                self.starts.append(at)
                self.ends.append(end)
            at = end
        self.count = len(self.words)
        # Readers look a few tokens ahead; behind the text there are only empty ones.
        self.words += [""] * _AHEAD
        self.starts += [at] * _AHEAD
        self.ends += [at] * _AHEAD

    def is_glued(self, index: int) -> bool:
        """Say whether a token stands directly behind the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def raw(self, first: int, end: int) -> str:
        """Return the text from one token up to another."""
        return self.text[self.starts[first] : self.ends[end - 1]]


class Phrases(Generic[T]):
    """Phrases of one or more tokens, each with what it means; the longest one at a place is found."""

    def __init__(self, meanings: Iterable[tuple[str, T]]) -> None:
        """Cut the phrases like a text."""
        # First token -> lengths, the longest first, each with the phrases of that length.
        self._by_first: dict[str, list[tuple[int, dict[tuple[str, ...], T]]]] = {}
        by_length: dict[str, dict[int, dict[tuple[str, ...], T]]] = {}
        for phrase, meaning in meanings:
            tokens = Tokens(phrase)
            words = tuple(tokens.words[: tokens.count])
            by_length.setdefault(words[0], {}).setdefault(len(words), {}).setdefault(words, meaning)
        for first, lengths in by_length.items():
            self._by_first[first] = sorted(lengths.items(), key=lambda entry: -entry[0])

    @property
    def firsts(self) -> frozenset[str]:
        """The tokens with which a phrase begins."""
        return frozenset(self._by_first)

    def at(self, tokens: Tokens, index: int) -> tuple[int, T] | None:
        """Find the longest phrase that begins at a token; gives the index after it and its meaning."""
        words = tokens.words
        for length, phrases in self._by_first.get(words[index], ()):
            end = index + length
            key = tuple(words[index:end])
            if key in phrases:
                return end, phrases[key]
        return None
