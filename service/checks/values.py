"""Numbers, dates and amounts that a pair of texts does not share, and those that leave a question open."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.checks.doubts import DOUBTS
from service.checks.segments import Segment, segments
from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Language
from service.core.message import message
from service.language.compare import Comparison, compare
from service.language.mentions import Doubt, Mention
from service.language.parse import parse
from service.language.values import Quantity, Ratio, Value

_OPENING = ("(", "（")
# The other language settles these where both say the same value: 30/3 beside 3月30日 is a date.
_SETTLED = frozenset(
    (
        Doubt.SEPARATOR,
        Doubt.DATE_OR_RATIO,
        Doubt.TIME_OR_DURATION,
        Doubt.WEEKDAY_OR_ORDINAL,
        Doubt.MAU,
        Doubt.NEARLY_OR_PAST,
    )
)


def find_different_values(subject: Subject) -> Iterator[Finding]:
    """Find values that only one language of a segment has, and questions that a value leaves open."""
    for segment in segments(subject.record):
        vi, zh = segment.pair.vi, segment.pair.zh
        if vi and zh:
            comparison = compare(vi, zh)
            yield from _difference(segment, comparison, vi, zh)
        yield from _questions(segment)


def _difference(segment: Segment, comparison: Comparison, vi: str, zh: str) -> Iterator[Finding]:
    only_vi = [one for one in comparison.only_vi if not _is_said_again(one, vi, Language.VI)]
    only_zh = [one for one in comparison.only_zh if not _is_said_again(one, zh, Language.ZH)]
    if not only_vi and not only_zh:
        return
    said = message(
        "these values have no counterpart: in Vietnamese {vi}; in Chinese {zh}",
        vi=_written(only_vi, vi),
        zh=_written(only_zh, zh),
    )
    yield Finding("values-differ", Severity.ERROR, segment.place, said)


def _is_said_again(mention: Mention, text: str, language: Language) -> bool:
    """Whether a value in brackets only repeats one before it: 全部34个边境乡镇（34/34）."""
    before = text[: mention.start].rstrip()
    return before[-1:] in _OPENING and any(
        _bare(one.value) == _bare(mention.value) for one in parse(before[:-1], language)
    )


def _bare(value: Value) -> Value:
    return replace(value, unit="") if isinstance(value, Quantity | Ratio) else value


def _written(mentions: Sequence[Mention], text: str) -> str:
    return ", ".join(f"“{text[one.start : one.end]}”" for one in mentions) or "—"


def _questions(segment: Segment) -> Iterator[Finding]:
    vi, zh = segment.pair.vi, segment.pair.zh
    is_settled = bool(vi and zh) and compare(vi or "", zh or "").is_same
    for language, text, place in segment.texts():
        yield from _open(text, language, place, is_settled=is_settled)


def _open(text: str, language: Language, place: str, *, is_settled: bool) -> Iterator[Finding]:
    for mention in parse(text, language):
        for ambiguity in mention.ambiguities:
            if is_settled and ambiguity.doubt in _SETTLED:
                continue
            said = message(
                "“{text}” leaves a question: {doubt}",
                text=text[mention.start : mention.end],
                doubt=DOUBTS[ambiguity.doubt],
            )
            yield Finding("value-in-doubt", Severity.WARNING, place, said)
