"""Letters that look right and are not: other alphabets' Đ, and characters that some machines cannot show."""

import re
import unicodedata
from collections.abc import Iterator

from service.checks.segments import segments
from service.checks.subject import Subject
from service.core.finding import Finding, Severity, Suggestion
from service.core.languages import Language
from service.core.message import message

# Icelandic eth and African D with tail: as capitals nobody can tell them from the Vietnamese letter.
_D = {"\u00d0": "\u0110", "\u0189": "\u0110", "\u00f0": "\u0111", "\u0256": "\u0111"}
_OTHER_D = re.compile(f"[{''.join(_D)}]")
_NO_FONT = ("Co", "Cn")
"""Unicode categories: private use, and not assigned."""
# Planes of Han characters only: what is assigned there later than this Python knows is one too.
_HAN_PLANES = range(0x20000, 0x40000)


def find_foreign_letters(subject: Subject) -> Iterator[Finding]:
    """Find Đ and đ of other alphabets, with the Vietnamese letter."""
    for text, place in _texts(subject):
        for found in _OTHER_D.finditer(text):
            right = _D[found[0]]
            said = message(
                "“{written}” (U+{point}) is another alphabet's letter; the Vietnamese one is “{right}”",
                written=found[0],
                point=f"{ord(found[0]):04X}",
                right=right,
            )
            suggestion = Suggestion(found.start(), found.end(), right)
            yield Finding("foreign-letter", Severity.WARNING, place, said, suggestion)


def find_letters_without_font(subject: Subject) -> Iterator[Finding]:
    """Find characters of private use and unassigned ones; an error in a final paper."""
    severity = Severity.ERROR if subject.is_final else Severity.WARNING
    for text, place in _texts(subject):
        for position, letter in enumerate(text, start=1):
            if unicodedata.category(letter) in _NO_FONT and ord(letter) not in _HAN_PLANES:
                said = message(
                    "U+{point} at character {position} is no agreed character: other machines show another "
                    "one or none; write the character of the standard, or describe it",
                    point=f"{ord(letter):04X}",
                    position=position,
                )
                yield Finding("letter-without-font", severity, place, said)


def _texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every text that people wrote, and every name, with its place."""
    for segment in segments(subject.record):
        for _, text, place in segment.texts():
            yield text, place
    for name in subject.names:
        for language in Language:
            text = name.pair.text(language)
            if text and not name.concepts:
                yield text, f"{name.place}.{language}"
