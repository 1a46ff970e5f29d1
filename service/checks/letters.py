"""Letters of a record that look right and are not."""

from collections.abc import Iterator

from service.checks.segments import segments
from service.checks.subject import Subject
from service.core.finding import Finding, Severity, Suggestion
from service.core.languages import Language
from service.core.letters import VIETNAMESE_D, find_other_d, find_without_font
from service.core.message import message


def find_foreign_letters(subject: Subject) -> Iterator[Finding]:
    """Find Đ and đ of other alphabets, with the Vietnamese letter."""
    for text, place in _texts(subject):
        for found in find_other_d(text):
            right = VIETNAMESE_D[found[0]]
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
        for position, point in find_without_font(text):
            said = message(
                "U+{point} at character {position} is no agreed character: other machines show another one "
                "or none; write the character of the standard, or describe it",
                point=point,
                position=position,
            )
            yield Finding("letter-without-font", severity, place, said)


def _texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every text that people wrote, and every name that is not the glossary's, with its place."""
    for segment in segments(subject.record):
        for _, text, place in segment.texts():
            yield text, place
    for name in subject.names:
        for language in Language:
            written = None if name.concepts else name.pair.text(language)
            if written:
                yield written, f"{name.place}.{language}"
