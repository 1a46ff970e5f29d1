"""Items whose words say something else than their stance: a proposal told as agreed, and the like."""

from collections.abc import Iterator

from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Language
from service.core.message import Message, message
from service.minutes.record import Item, Stance
from service.minutes.stances import says_stance


def find_contradicted_stances(subject: Subject) -> Iterator[Finding]:
    """Find items of which either text says agreed where they are not, or the other way round.

    A warning: words are only signs of what was meant, and a person decides.
    """
    for s, section in enumerate(subject.record.sections):
        for i, item in enumerate(section.items):
            for language in Language:
                said = _said(item, language)
                if said is not None:
                    place = f"sections[{s}].items[{i}].{language}"
                    yield Finding("contradicted-stance", Severity.WARNING, place, _sentence(item, said))


def _said(item: Item, language: Language) -> Stance | None:
    """What a text says instead of its stance; None where it says that, or nothing."""
    text = item.pair.text(language) or ""
    if says_stance(text, item.stance, language):
        return None  # "đề nghị hai bên nhất trí …" is a proposal
    other = Stance.RESERVED if item.stance is Stance.AGREED else Stance.AGREED
    return other if says_stance(text, other, language) else None


def _sentence(item: Item, said: Stance) -> Message:
    return message("is “{stance}”, but its text reads as “{said}”", stance=item.stance.value, said=said.value)
