"""Tokens of a text as terms are made of them: a syllable or number, a Han character, a mark."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

LONGEST_TOKEN = 64
"""A token longer than this, in code points, is no word of a term and is compared as it is written."""

_HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
_DASHES = "-\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
# White space, and what is not seen: soft hyphen, zero-width spaces and joiners, byte order mark.
_SPACE = (
    "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
_LETTER = f"[^\\W_{_HAN}]"
_WORD = f"{_LETTER}++(?:[{_MARKS}]++{_LETTER}*+)*"
# Characters of a run are told apart faster by themselves than by an expression; the last one may have marks.
_RUN = "[\u4e00-\u9fff]"
# Loops over classes are possessive and what follows a group always matches: nothing steps back, and the time
# is linear in the text. Groups are not possessive: before Python 3.11.5 such a group keeps what it tried in
# vain (gh-106052).
_PIECE = re.compile(
    f"{_RUN}+(?={_RUN})|(?:[{_HAN}](?:[{_MARKS}]++)?|{_WORD}(?:(?<=\\d)[.,/:](?=\\d){_WORD})*|[{_DASHES}]++|.)[{_SPACE}]*+",
    re.DOTALL,
)
_HAS_RUN = re.compile(f"{_RUN}{{2}}")
_LEAD = re.compile(f"[{_SPACE}]*+")

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ALIKE = str.maketrans(
    {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(0x5E)}
    | dict.fromkeys("‘’‚‛′", "'")
    | dict.fromkeys("“”„‟″", '"')
)
_DASH = re.compile(f"[{_DASHES}]+\\Z")
_Y = {"i": "y", "I": "Y"}


@dataclass(frozen=True)
class Tokens:
    """A text cut into tokens; nothing of it is lost.

    Attributes:
        text: The text, as it came.
        lead: Code points of space before the first token.
        pieces: Each token with the space after it; together with the lead they are the text.
    """

    text: str
    lead: int
    pieces: list[str]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins, in code points of the text; one entry more, for the end."""
        return list(accumulate(map(len, self.pieces), initial=self.lead))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens from `first` up to, not including, `last`; end exclusive, without space."""
        starts = self.starts
        return starts[first], starts[last - 1] + len(bare(self.pieces[last - 1]))

    def token(self, index: int) -> str:
        """A token as it is written, without space."""
        return bare(self.pieces[index])


def tokenise(text: str) -> Tokens:
    """Cut a text into tokens.

    A token is a syllable or alphanumeric word with its combining marks, a number with its inner separators
    (1.234,5 and 198/2 are one), a Han character, a run of dashes, or one other character. Space of any kind
    and length is no token.

    Args:
        text: Any string: any normal form, lone marks and surrogates included.
    """
    found = _LEAD.match(text)
    lead = found.end() if found else 0
    pieces = _PIECE.findall(text, lead)
    return Tokens(text, lead, _part_runs(pieces) if _HAS_RUN.search(text) else pieces)


def _part_runs(pieces: list[str]) -> list[str]:
    parted: list[str] = []
    for piece in pieces:
        # Nothing else of several characters ends in such a one.
        if len(piece) > 1 and "\u4e00" <= piece[-1] <= "\u9fff":
            parted.extend(piece)
        else:
            parted.append(piece)
    return parted


def bare(piece: str) -> str:
    """A piece without the space after its token."""
    return piece.rstrip(_SPACE)


def fold_token(token: str) -> str:
    """Return the key under which two spellings of one token are the same.

    NFC, lower case, one kind of dash and quotation mark, full width as half width; the tone mark of a
    syllable counts wherever it is placed (hoà, hòa) and qui is quy. Other i and y stay apart (kĩ, kỹ).

    Args:
        token: One token, without space.
    """
    return token if len(token) > LONGEST_TOKEN else _place_tone(_plain(token).casefold())


def fold_tokens(pieces: Sequence[str]) -> list[str]:
    """The keys of pieces of a text; those of two spellings of one term are equal."""
    return [fold_token(bare(piece)) for piece in pieces]


@lru_cache(maxsize=1 << 14)
def fold_written(token: str) -> str:
    """Return the same key with the token's own capitals, for terms that match only as written: UBND."""
    return token if len(token) > LONGEST_TOKEN else _place_tone(_plain(token))


def _plain(token: str) -> str:
    if _DASH.match(token):
        return "-"
    return unicodedata.normalize("NFC", _SELECTORS.sub("", token).translate(_ALIKE))


def _place_tone(token: str) -> str:
    """Put the only tone mark of a token behind it: where in the syllable it stands says nothing."""
    parts = unicodedata.normalize("NFD", token)
    tones = [mark for mark in parts if mark in _TONES]
    if len(tones) == 1:
        return _qui(unicodedata.normalize("NFC", parts.replace(tones[0], ""))) + tones[0]
    return _qui(unicodedata.normalize("NFC", parts))


def _qui(syllable: str) -> str:
    # After qu both letters write one sound and no two words differ in them: quí and quý.
    return syllable[:2] + _Y[syllable[2]] if syllable.casefold() == "qui" else syllable
