"""The interpreter's sheet: the names, terms and values of one meeting in both languages, on one page."""

from collections.abc import Iterator, Sequence
from datetime import date

from service.actions.delegations import MeetingPerson
from service.actions.meeting import Meeting
from service.core.languages import Language, Pair
from service.glossary.annotator import Annotator
from service.glossary.concepts import Termbase
from service.language.parse import parse
from service.language.render import AmbiguousValue, render
from service.language.values import Fixed, Value
from service.minutes.record import Record

_TWO = 2
_GENERAL_KINDS = frozenset(("role", "label"))
_OF_PERSON = ("", ".name", ".position", ".group")
_GAP = "—"


def tell_interpreter(meeting: Meeting, termbase: Termbase, as_of: date) -> dict[str, object]:
    """The sheet's facts; the same in either language, since each line holds both.

    Args:
        meeting: The record with its names resolved.
        termbase: The glossary of one version.
        as_of: The day on which names must be right.

    Returns:
        `names`, `terms` and `values`: rows of two pairs, `left` and `right`, each with `vi` and `zh`.
    """
    names = list(dict.fromkeys(_names(meeting)))
    texts = list(record_texts(meeting.record))
    known = "\n".join(vi for vi, _ in names)
    terms = [pair for pair in _terms(texts, termbase, as_of) if pair[0] not in known]
    return {
        "names": _in_twos(names),
        "terms": _in_twos(terms),
        "values": _in_twos(list(dict.fromkeys(value for text in texts for value in _values(text)))),
    }


def _names(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Bodies, then everybody with their position as each language says it, then the other names."""
    told: set[str] = set()
    for party in meeting.parties:
        if party.body:
            yield _both(party.body)
        for person in party.attendees:
            told |= {person.place + end for end in _OF_PERSON}
            yield from _person(person)
        told.add(f"{party.place}.body")
    yield from (_both(name.pair) for name in meeting.names if name.place not in told)


def _person(person: MeetingPerson) -> Iterator[tuple[str, str]]:
    name, position = person.group or person.name, person.position
    if name and position:
        yield f"{name.vi or _GAP}, {position.vi or _GAP}", f"{position.zh or _GAP}{name.zh or _GAP}"
    elif name or position:
        yield _both(name or position or Pair(None, None))


def _both(pair: Pair) -> tuple[str, str]:
    return pair.vi or _GAP, pair.zh or _GAP


def record_texts(record: Record) -> Iterator[Pair]:
    """Every text of a record that people wrote, in reading order."""
    yield from (text.pair for text in record.basis)
    for section in record.sections:
        yield section.heading.pair
        for item in section.items:
            yield item.pair
            yield from (point.pair for point in item.points)
    for task in record.tasks:
        yield task.pair
        yield from (text.pair for text in (task.area, task.indicator) if text is not None)


def _terms(texts: Sequence[Pair], termbase: Termbase, as_of: date) -> list[tuple[str, str]]:
    """Controlled terms of the texts, as they are written, with their equivalents."""
    annotator = Annotator(termbase, Language.VI)
    found: dict[str, tuple[str, str]] = {}
    for text in texts:
        for line in annotator.annotate(text.vi or "", as_of):
            equivalents = line["equivalents"]
            if isinstance(equivalents, list) and equivalents and line["kind"] not in _GENERAL_KINDS:
                zh = _said_in(equivalents, text.zh or "")
                found.setdefault(str(line["text"]).casefold(), (str(line["text"]), zh))
    return list(found.values())


def _said_in(equivalents: Sequence[object], text: str) -> str:
    """The equivalent that the other text uses, else the first."""
    return next((str(one) for one in equivalents if str(one) in text), str(equivalents[0]))


def _values(text: Pair) -> Iterator[tuple[str, str]]:
    """Values as both texts write them; what the Chinese text lacks is rendered."""
    theirs = {
        mention.value: (text.zh or "")[mention.start : mention.end]
        for mention in parse(text.zh or "", Language.ZH)
    }
    for mention in parse(text.vi or "", Language.VI):
        if isinstance(mention.value, Fixed) or mention.is_soft:
            continue
        zh = theirs.get(mention.value) or _rendered(mention.value)
        if zh:
            yield (text.vi or "")[mention.start : mention.end], zh


def _rendered(value: Value) -> str:
    try:
        return render(value, Language.ZH)
    except AmbiguousValue:
        return ""


def _in_twos(pairs: Sequence[tuple[str, str]]) -> list[dict[str, object]]:
    """Two pairs a row, down the left half first; the last may stand alone."""
    half = -(-len(pairs) // _TWO)
    rights = [*pairs[half:], ("", "")][:half]
    return [
        {"left": {"vi": a[0], "zh": a[1]}, "right": {"vi": b[0], "zh": b[1]}}
        for a, b in zip(pairs[:half], rights, strict=True)
    ]
