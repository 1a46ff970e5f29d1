"""Many token sequences found in one pass: each distinct token is one character of a private alphabet."""

from collections.abc import Iterable
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from service.core.tokens import LONGEST_TOKEN, Tokens, bare, fold_token, tokenise

_UNKNOWN = "\0"
_END = "\x01"
_SURROGATES = range(0xD800, 0xE000)
_MOST_REMEMBERED = 1 << 17
_FIRST = itemgetter(1)


class _Alphabet(dict[str, str]):
    """Character of a token, by the piece of text that writes it; learns new tokens until it is sealed."""

    def __init__(self) -> None:
        super().__init__()
        self._by_key: dict[str, str] = {}
        self.is_sealed = False

    def __missing__(self, piece: str) -> str:
        key = fold_token(bare(piece))
        character = self._by_key.get(key, _UNKNOWN) if self.is_sealed else self._learn(key)
        # What a hostile text holds is not remembered without end.
        if len(piece) <= LONGEST_TOKEN and len(self) < _MOST_REMEMBERED + len(self._by_key):
            self[piece] = character
        return character

    def _learn(self, key: str) -> str:
        point = len(self._by_key) + 1
        if point >= _SURROGATES.start:
            point += len(_SURROGATES)
        return self._by_key.setdefault(key, chr(point))


class Automaton:
    """Finds token sequences in texts (Aho–Corasick over the private alphabet). Immutable once built."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Compile sequences; equal folded texts are one pattern.

        Args:
            texts: Terms or parts of terms, in any normal form.
        """
        self._alphabet = _Alphabet()
        patterns: dict[str, int] = {}
        self.numbers = [
            patterns.setdefault(sequence, len(patterns)) if sequence else None
            for sequence in self._encode_all(texts)
        ]
        """The pattern of each text; None for a text without a token."""
        self._alphabet.is_sealed = True
        self._engine = AhoCorasick(list(patterns), MatchKind.Standard, store_patterns=False)
        self.size = len(patterns)

    def _encode_all(self, texts: Iterable[str]) -> list[str]:
        # One long text is cut faster than many short ones. A term with a control character is found nowhere.
        joined = "".join(("" if _END in text else text) + _END for text in texts)
        return self._encode(tokenise(joined)).split(self._alphabet[_END])[:-1]

    def _encode(self, tokens: Tokens) -> str:
        return "".join(map(self._alphabet.__getitem__, tokens.pieces))

    def occurrences(self, tokens: Tokens) -> list[tuple[int, int, int]]:
        """Every place of every pattern, overlapping ones too.

        Returns:
            (pattern, first token, token after the last), by first token, the longest of each first.
        """
        found = self._engine.find_matches_as_indexes(self._encode(tokens), overlapping=True)
        found.reverse()  # they come by their end; of those with one start, the longest now stands first
        found.sort(key=_FIRST)
        return found
