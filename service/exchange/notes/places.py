"""Where a meeting was: the words that announce a place, and places that the glossary has not as written."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from service.core.languages import Language
from service.exchange.notes.names import VI_WORDS
from service.exchange.notes.terms import Terms
from service.glossary.annotator import FoundName
from service.glossary.named import Place

_AT = {
    Language.VI: re.compile(r"(?:\btại|\bở|địa điểm)[\s:]*\Z", re.IGNORECASE),
    Language.ZH: re.compile(r"(?:在|于|地点|地點)[\s：:]*(?:越南|中国)?\Z"),
}
# A town by the abbreviation of its level, and a place that the glossary may not have: thị trấn Vinh Quang.
_VI_PLACE = re.compile(
    r"\b(?P<level>(?i:tp\.?|thành phố|thị trấn|thị xã|xã|phường|quận|huyện|thôn|bản)) ?"
    rf"(?P<own>{VI_WORDS})"
)
_SHORT_TOWN = "tp"
_PLACE_HEADING = {Language.VI: re.compile(r"địa điểm", re.IGNORECASE), Language.ZH: re.compile("地点")}
_PLACE_ALONE = re.compile("(?:\\A|[，,。；;])\\s*(?:中国|越南)?\\Z")


class OtherPlace(NamedTuple):
    """A place that notes do not write as the glossary does.

    Attributes:
        written: As the record holds it.
        start: Where it begins in its sentence.
        end: After its last character.
        place: The place, or what it is told to lie in; None where the glossary knows neither.
    """

    written: object
    start: int
    end: int
    place: Place | None


def announces_place(heading: str, language: Language) -> bool:
    """Whether a heading, or the label of a line, says that the place of the meeting follows."""
    return _PLACE_HEADING[language].search(heading) is not None


def is_announced(before: str, language: Language, *, expected: bool) -> bool:
    """Whether words before a place say that the meeting was there.

    Args:
        before: The sentence up to the place.
        language: Of the notes.
        expected: The heading above announces a place.
    """
    if _AT[language].search(before):
        return True
    label = before[: max(before.find("："), before.find(":")) + 1]
    return (expected or announces_place(label, language)) and _PLACE_ALONE.search(before) is not None


def find_other_place(text: str, found: Sequence[FoundName], terms: Terms) -> OtherPlace | None:
    """A place that the glossary has in full (TP Lạng Sơn), or has not (thị trấn Vinh Quang)."""
    for one in _VI_PLACE.finditer(text):
        if not _AT[Language.VI].search(text[: one.start()]):
            continue
        is_short = one["level"].casefold().startswith(_SHORT_TOWN)
        name = f"thành phố {one['own']}" if is_short else one[0]
        place = terms.find_place(name)
        if place is not None:
            return OtherPlace(name, *one.span(), place)
        return OtherPlace({"vi": one[0]}, *one.span(), _place_behind(text, one.end(), found, terms))
    return None


def innermost(place: Place, found: Sequence[FoundName], terms: Terms) -> tuple[Place, int]:
    """The smallest of places that follow each other, each in the one before: 云南省麻栗坡县."""
    end = found[0].end
    for one in found[1:]:
        inner = terms.resolve(one) if one.kind == "place" and one.start == end else None
        if not isinstance(inner, Place) or place.chain[0] not in inner.chain:
            break
        place, end = inner, one.end
    return place, end


def _place_behind(text: str, end: int, found: Sequence[FoundName], terms: Terms) -> Place | None:
    """What a place lies in, told right behind it: thị trấn Vinh Quang, huyện Hoàng Su Phì."""
    for one in found:
        if one.kind == "place" and one.start >= end and not text[end : one.start].strip(" ,"):
            place = terms.resolve(one)
            return place if isinstance(place, Place) else None
    return None
