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
        if mentions[lacking].ambiguities and _are_together(text, mentions[at], mentions[at + 1], language):
            mentions[lacking] = _in_year_of(mentions[lacking], mentions[giving])


def _are_together(text: str, first: Mention, second: Mention, language: Language) -> bool:
    is_near = second.start - first.end <= _LONGEST_JOINT
    return is_near and text[first.end : second.start].strip() in _JOINTS[language]


def _in_year_of(lacking: Mention, giving: Mention) -> Mention:
    year = _year(giving)
    if year is None or not isinstance(lacking.value, (Moment, Period)):
        return lacking
    said = Ambiguity(Doubt.YEAR_MISSING, (replace(lacking.value, year=year),))
    doubts = tuple(said if a.doubt is Doubt.YEAR_MISSING else a for a in lacking.ambiguities)
    return lacking._replace(ambiguities=doubts)


def _year(mention: Mention) -> int | None:
    """Return the year of a date, or the one that it shares itself."""
    if not isinstance(mention.value, (Moment, Period)):
        return None
    shared = [reading for a in mention.ambiguities if a.doubt is Doubt.YEAR_MISSING for reading in a.readings]
    dated = [mention.value, *(reading for reading in shared if isinstance(reading, (Moment, Period)))]
    return next((value.year for value in dated if value.year is not None), None)
