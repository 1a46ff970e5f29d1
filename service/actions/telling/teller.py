"""What every fact is told with: the meeting, the language, the order of the sides, gaps and segments."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.actions.delegations import MeetingParty
from service.actions.meeting import Meeting
from service.core.languages import Language, Pair, Side
from service.documents.layout import Layout
from service.documents.values import Gap, GapKind, Segment
from service.language.order import NameOrder, first_side
from service.language.positions import NBSP, keep_together
from service.minutes.record import Record

Fact = dict[str, object]


@dataclass(frozen=True)
class Teller:
    """Tells the facts of a meeting in one language of one original.

    Attributes:
        meeting: The record with its names resolved.
        order: The name order.
        original: The side that keeps the original.
        language: The language that is told.
        layout: The layout that is filled, by which titles are broken.
    """

    meeting: Meeting
    order: NameOrder
    original: Side
    language: Language
    layout: Layout

    @property
    def record(self) -> Record:
        """The record."""
        return self.meeting.record

    @property
    def sides(self) -> tuple[Side, Side]:
        """The side this text names first, then the other."""
        first = first_side(self.order, self.original, self.language)
        return first, first.other

    @property
    def parties(self) -> list[MeetingParty]:
        """All parties, those of the first side first."""
        return [party for side in self.sides for party in self.meeting.of_side(side)]

    def say(self, pair: Pair | None, place: str, kind: GapKind = GapKind.NOT_IN_SOURCE) -> str | Gap:
        """One language of a pair, or the gap that stands for it."""
        if pair is None:
            return Gap(kind, self.language, place)
        missing = Gap(GapKind.NOT_TRANSLATED, self.language, f"{place}.{self.language}")
        return pair.text(self.language) or missing

    def missing(self, place: str) -> Gap:
        """The gap of a field that the source does not give."""
        return Gap(GapKind.NOT_IN_SOURCE, self.language, place)

    def segment(self, segment_id: str, pair: Pair | None, place: str) -> Segment:
        """A text that people wrote, as a segment that comes home from Word."""
        return Segment(segment_id, self.language, self.say(pair, place))

    def join(self, names: Sequence[str | Gap]) -> str | Gap:
        """Names in a list, or the first gap among them."""
        for name in names:
            if isinstance(name, Gap):
                return name
        return ("、" if self.language is Language.ZH else ", ").join(map(str, names))

    def with_country(self, name: str | Gap, country: Pair, parting: str = NBSP) -> str | Gap:
        """Add the country, in Vietnamese behind: on one line with what stands before it, unless parted."""
        if isinstance(name, Gap):
            return name
        said = country.text(self.language) or ""
        return f"{said}{name}" if self.language is Language.ZH else f"{name}{parting}({keep_together(said)})"
