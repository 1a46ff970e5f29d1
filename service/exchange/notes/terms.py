"""The names in notes: what the glossary finds, and on which side each belongs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from service.core.languages import Language, Pair, Side
from service.exchange.notes.names import find_addressed
from service.glossary.annotator import Annotator, FoundName
from service.glossary.concepts import Concept, Termbase
from service.glossary.named import Body, Named, Place
from service.glossary.names import Names, NameUnresolved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_REMEMBERED = 1 << 10
_SPEAKING = frozenset(("place", "institution", "person", "position"))
_BOTH = {
    Language.VI: re.compile(
        r"\b(?:cả )?(?:hai|các|2) (?:bên|tỉnh|huyện|địa phương|đoàn|cơ quan|đơn vị|phía|sở)\b", re.IGNORECASE
    ),
    Language.ZH: re.compile("双方|各方|两省|两地|两县|两国|两部门|与会各方"),
}
# "phía bạn" and nước bạn are Vietnam's own words for the other side, 我方 and 对方 China's for both.
_ONE = {
    Language.VI: (
        (
            re.compile(
                r"(?<!hai )(?<!các )\b(?:phía|bên|đoàn) (?:việt nam|vn|ta|mình)\b"
                r"|\bvn(?=\s*[:：–-])|\A(?:ta|mình|chúng ta)(?=\s*[:：–-]| )|\bta(?=[:：]?\Z)",
                re.IGNORECASE,
            ),
            Side.VN,
        ),
        (
            re.compile(
                r"(?<!hai )(?<!các )\b(?:phía|bên|đoàn) (?:trung quốc|tq|bạn)\b"
                r"|\btq(?=\s*[:：–-])|\Abạn(?=\s*[:：–-]| )|\bbạn(?=[:：]?\Z)",
                re.IGNORECASE,
            ),
            Side.CN,
        ),
    ),
    Language.ZH: (
        (re.compile("越方|越南方面|越(?=[:：])|对方|贵方"), Side.VN),
        (re.compile("中方|中国方面|中(?=[:：])|我[方们国省区州市县]"), Side.CN),
    ),
}


class Speaking(NamedTuple):
    """Somebody named in a text: where, and of which side; None of both."""

    start: int
    side: Side | None


def _is_inside(one: FoundName, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a place is part of somebody's name: Văn Sơn in ông Trần Văn Sơn."""
    return any(start <= one.start and one.end <= end for start, end in spans)


@dataclass(frozen=True)
class Terms:
    """The glossary as notes of one language and day are read with it.

    Attributes:
        termbase: The glossary.
        language: Of the notes.
        as_of: The day names must be right for.
        annotator: Finds the glossary's names in texts of the language.
        people: Everybody whom the notes have named so far, by name, with the side.
    """

    termbase: Termbase
    language: Language
    as_of: date
    annotator: Annotator
    people: dict[str, Side] = field(default_factory=dict)
    _found: dict[str, list[FoundName]] = field(default_factory=dict)
    _resolved: dict[tuple[str, str], Named | None] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        """Names resolved as of the day."""
        return Names(self.termbase, self.as_of)

    def find(self, text: str) -> list[FoundName]:
        """The names of a text that are right on the day."""
        if text not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[text] = self._find(text)
        return self._found[text]

    def _find(self, text: str) -> list[FoundName]:
        found = [one for one in self.annotator.find(text, self.as_of) if one.is_valid]
        if self.language is Language.ZH:
            return found
        people = find_addressed(text)
        return [one for one in found if one.kind != "place" or not _is_inside(one, people)]

    def concept(self, concept_id: str) -> Concept:
        """A concept of a find."""
        return self.termbase.by_id[concept_id]

    def label(self, concept_id: str) -> Pair:
        """A heading as the glossary has it; nothing in either language where it has none."""
        concept = self.termbase.by_id.get(concept_id)
        return Pair(concept.vi.preferred, concept.zh.preferred) if concept else Pair(None, None)

    def forms(self, concept_id: str) -> frozenset[str]:
        """What a heading is called in the notes' language, in small letters."""
        concept = self.termbase.by_id.get(concept_id)
        known = concept.terms(self.language).recognised if concept else ()
        return frozenset(form.casefold() for form in known if "{" not in form)

    def side_of(self, found: FoundName) -> Side | None:
        """The side that a found name belongs to; None of words that both sides have."""
        concepts = [self.concept(one) for one in found.concepts]
        sides = [self._side(one) for one in concepts]
        return next((side for side in sides if side is not None), None)

    def _side(self, concept: Concept) -> Side | None:
        while concept.side is None and concept.part_of is not None:
            concept = self.termbase.by_id[concept.part_of]
        return concept.side

    def resolve(self, found: FoundName) -> Named | None:
        """What a found name resolves to as a record writes it; None where that is not one thing."""
        key = (found.kind, found.text)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(found)
        return self._resolved[key]

    def _resolve(self, found: FoundName) -> Named | None:
        finders: Mapping[str, Callable[[str], Named]] = {
            "place": self.names.place,
            "institution": self.names.body,
            "position": self.names.posts,
            "title": self.names.posts,
            "person": self.names.person,
            "mechanism": self.names.mechanism,
            "session": self.names.session,
            "document": self.names.document,
        }
        find = finders.get(found.kind)
        if find is None:
            return None
        try:
            return find(found.text)
        except NameUnresolved:
            return None

    def resolves(self, text: str) -> bool:
        """Whether a text names one body, as a record would write it."""
        try:
            self.names.body(text)
        except NameUnresolved:
            return False
        return True

    def find_place(self, text: str) -> Place | None:
        """The place of a name, as a record would write it; None where that is not one place."""
        try:
            return self.names.place(text)
        except NameUnresolved:
            return None

    def province_of(self, named: Body | None) -> str | None:
        """The id of the province or region that a body lies in."""
        place: Place | None = named.place if named else None
        chain = place.chain if place else ()
        return next((one.concept_id for one in chain if one.level in ("province", "region")), None)

    def first_side(self, text: str) -> int:
        """Where a text first says "both sides" or names one by that word; 0 where it does not."""
        patterns = (_BOTH[self.language], *(pattern for pattern, _ in _ONE[self.language]))
        starts = (found.start() for pattern in patterns if (found := pattern.search(text)))
        return min(starts, default=0)

    def speakers(self, text: str) -> list[Speaking]:
        """Who is named in a text, in its order: a side, or both."""
        told = [Speaking(one.start(), None) for one in _BOTH[self.language].finditer(text)]
        for pattern, side in _ONE[self.language]:
            told += [Speaking(one.start(), side) for one in pattern.finditer(text)]
        for name, side in self.people.items():
            told += [Speaking(one.start(), side) for one in re.finditer(re.escape(name), text)]
        for found in self.find(text):
            side_found = self.side_of(found)
            if found.kind in _SPEAKING and side_found is not None:
                told.append(Speaking(found.start, side_found))
        return sorted(told, key=lambda one: one.start)
