"""Letters that look right and are not: other alphabets' Đ, and characters that some machines cannot show."""

import re
import unicodedata
from collections.abc import Iterator

# Icelandic eth and African D with tail: as capitals nobody can tell them from the Vietnamese letter.
VIETNAMESE_D = {"\u00d0": "\u0110", "\u0189": "\u0110", "\u00f0": "\u0111", "\u0256": "\u0111"}
"""The Vietnamese letter for each that looks like it."""

_OTHER_D = re.compile(f"[{''.join(VIETNAMESE_D)}]")
_NO_FONT = ("Co", "Cn")
"""Unicode categories: private use, and not assigned."""
# Planes of Han characters only: what is assigned there later than this Python knows is one too.
_HAN_PLANES = range(0x20000, 0x40000)


def find_other_d(text: str) -> Iterator[re.Match[str]]:
    """Find each Đ and đ of another alphabet."""
    return _OTHER_D.finditer(text)


def find_without_font(text: str) -> Iterator[tuple[int, str]]:
    """Find each character of private use or unassigned: its position, counted from 1, and its number."""
    for position, letter in enumerate(text, start=1):
        if unicodedata.category(letter) in _NO_FONT and ord(letter) not in _HAN_PLANES:
            yield position, f"{ord(letter):04X}"
