"""The year that dates named together share: it stands once, behind the last in vi, before the first in zh."""

from dataclasses import replace

from service.core.languages import Language
from service.language.mentions import Ambiguity, Doubt, Mention
from service.language.values import Moment, Period

_JOINTS = {
    Language.VI: frozenset([",", "và", ", và", ";"]),
    Language.ZH: frozenset(["、", "和", "及", "与", "，", ","]),
}
_LONGEST_JOINT = 6


def share_years(text: str, mentions: list[Mention], language: Language) -> None:
    """Give dates without a year that of the date they are named with, as a reading and never as the value.

    Args:
        text: The text of the mentions.
        mentions: All mentions in reading order; changed in place.
        language: In vi the year stands behind the last date, in zh before the first.

    Source:
        numbers.md, rule 5: a missing year is a question.
    """
    is_vi = language is Language.VI
    pairs = range(len(mentions) - 1)
    for at in reversed(pairs) if is_vi else pairs:
        lacking, giving = (at, at + 1) if is_vi else (at + 1, at)
        year = _year(mentions[giving]) if mentions[lacking].ambiguities else None
        if year is not None and _are_together(text, mentions[at], mentions[at + 1], language):
            mentions[lacking] = _in_year(mentions[lacking], year)


def _are_together(text: str, first: Mention, second: Mention, language: Language) -> bool:
    is_near = second.start - first.end <= _LONGEST_JOINT
    return is_near and text[first.end : second.start].strip() in _JOINTS[language]


def _in_year(lacking: Mention, year: int) -> Mention:
    if not isinstance(lacking.value, (Moment, Period)):
        return lacking
    said = Ambiguity(Doubt.YEAR_MISSING, (replace(lacking.value, year=year),))
    doubts = tuple(said if a.doubt is Doubt.YEAR_MISSING else a for a in lacking.ambiguities)
    return lacking._replace(ambiguities=doubts)


def _year(mention: Mention) -> int | None:
    """Return the year of a date, or the one that it shares itself."""
    value = mention.value
    if not isinstance(value, (Moment, Period)):
        return None
    if value.year is not None:
        return value.year
    for ambiguity in mention.ambiguities:
        if ambiguity.readings and ambiguity.doubt is Doubt.YEAR_MISSING:
            return _year(mention._replace(value=ambiguity.readings[0], ambiguities=()))
    return None
