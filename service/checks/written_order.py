"""Countries and parties that a text names in another order than the original it stands in."""

from collections.abc import Iterator, Sequence
from itertools import chain

from service.checks.segments import Segment, segments
from service.checks.subject import Subject, UsedName
from service.core.finding import Finding, Severity, Suggestion
from service.core.languages import Language, Pair, Side
from service.core.message import Message, message
from service.glossary.concepts import Category
from service.language.misorder import Misorder, find_misordered_pairs, find_misordered_parties
from service.language.order import NameOrder, first_side


def find_written_order(subject: Subject) -> Iterator[Finding]:
    """Find names in the other order; the suggestion is the same words in the paper's.

    Under alternat a text stands alike in both originals, so each pair is in the other order in one of them.
    """
    for segment in _segments(subject):
        for language, text, place in segment.texts():
            told: set[tuple[int, int]] = set()
            for original in _originals(subject):
                for one in _misorders(subject, text, language, original):
                    if (one.start, one.end) not in told:
                        told.add((one.start, one.end))
                        yield _finding(one, text, place, original, is_alternat=_is_alternat(subject))


def _segments(subject: Subject) -> Iterator[Segment]:
    # Of a title by hand alternat asks to look at the whole (title-by-hand).
    if subject.record.title is not None and not _is_alternat(subject):
        yield Segment("title", subject.record.title.pair)
    yield from segments(subject.record)


def _is_alternat(subject: Subject) -> bool:
    return subject.order is NameOrder.ALTERNAT


def _originals(subject: Subject) -> Sequence[Side]:
    return tuple(Side) if _is_alternat(subject) else (Side.VN,)


def _misorders(subject: Subject, text: str, language: Language, original: Side) -> Iterator[Misorder]:
    first = first_side(subject.order, original, language)
    told: set[int] = set()
    lists = (
        find_misordered_parties(text, language, names) for names in _party_lists(subject, first, language)
    )
    for one in chain(find_misordered_pairs(text, language, first), *lists):
        # A place is found by its full name and by its short one inside it.
        if told.isdisjoint(range(one.start, one.end)):
            told.update(range(one.start, one.end))
            yield one


def _party_lists(subject: Subject, first: Side, language: Language) -> Iterator[list[str]]:
    """The parties in the paper's order, by each kind of name that a list may use."""
    parties = subject.record.parties
    order = sorted(range(len(parties)), key=lambda p: parties[p].side is not first)
    bodies = {name.place: name for name in subject.names}
    used = [bodies.get(f"parties[{p}].body") for p in order]
    for names in zip(*(_names(one, language) for one in used), strict=True):
        if len(set(names) - {""}) > 1:
            yield list(names)


def _names(used: UsedName | None, language: Language) -> tuple[str, str, str]:
    """The body's own name, its place's, and its place's without the word for the level."""
    if used is None:
        return "", "", ""
    place = next((c for c in used.concepts if c.category is Category.PLACE), None)
    own = used.pair.text(language) or ""
    if place is None:
        return own, "", ""
    terms = place.terms(language)
    return ("" if own == terms.preferred else own), terms.preferred, terms.short or ""


def _finding(one: Misorder, text: str, place: str, original: Side, *, is_alternat: bool) -> Finding:
    pair = Pair(text[one.start : one.end], one.suggestion)
    said = _sentence(pair, original) if is_alternat else _plain(pair)
    suggestion = Suggestion(one.start, one.end, one.suggestion, original if is_alternat else None)
    return Finding("order-of-names", Severity.WARNING, place, said, suggestion)


def _plain(pair: Pair) -> Message:
    return message(
        "“{written}” is in the other order; here “{right}” is written", written=pair.vi, right=pair.zh
    )


def _sentence(pair: Pair, original: Side) -> Message:
    if original is Side.VN:
        return message(
            "“{written}” is in the other order in the Vietnamese side's original; there “{right}” is written",
            written=pair.vi,
            right=pair.zh,
        )
    return message(
        "“{written}” is in the other order in the Chinese side's original; there “{right}” is written",
        written=pair.vi,
        right=pair.zh,
    )
