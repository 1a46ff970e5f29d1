"""How Vietnamese notes write the names of people: capitals, often behind a form of address."""

import re

_CAPITALS = "".join(one for one in map(chr, range(0x41, 0x1EFA)) if one.isalpha() and one.isupper())
_WORD = rf"(?:[{_CAPITALS}][^\W\d_]*)"
VI_WORDS = rf"{_WORD}(?: {_WORD}){{0,3}}"
VI_NAME = rf"(?P<name>(?:{_WORD} ){{1,4}}{_WORD})"
# anh and chị stand in notes only; a record has no such form.
ADDRESS = r"(?:(?:(?P<address>[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)|[Aa]nh|[Cc]hị)[ :]\s*)"
_ADDRESSED = re.compile(rf"{ADDRESS}{VI_NAME}")


def find_addressed(text: str) -> list[tuple[int, int]]:
    """Where a Vietnamese text names somebody with a form of address."""
    return [found.span("name") for found in _ADDRESSED.finditer(text)]
