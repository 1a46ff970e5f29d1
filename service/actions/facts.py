"""The facts that templates fill in: one dictionary a language, in the order that an original wants."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from service.actions.meeting import Meeting, MeetingParty, MeetingPerson
from service.core.languages import Language, Pair, Side
from service.documents.values import Gap, GapKind, Segment
from service.language.days import write_clock, write_closing_day, write_day, write_zone
from service.language.numerals import han_count, han_numeral, roman_numeral, vi_word
from service.language.order import NameOrder, first_language, first_side
from service.language.positions import NBSP, keep_together
from service.minutes.record import Item, Section

Fact = dict[str, object]
_TWO = 2
_LANGUAGE_NAMES = {
    (Language.VI, Language.VI): "tiếng Việt",
    (Language.ZH, Language.VI): "tiếng Trung",
    (Language.VI, Language.ZH): "越文",
    (Language.ZH, Language.ZH): "中文",
}
_SIDE_NAMES = {Side.VN: "越方", Side.CN: "中方"}


@dataclass(frozen=True)
class DraftMark:
    """What the running head says of a draft; of a final paper nothing."""

    draft_id: str
    number: int
    revision: int
    is_final: bool = False


def build_facts(meeting: Meeting, order: NameOrder, original: Side, mark: DraftMark) -> dict[Language, Fact]:
    """Build the facts of one original.

    Args:
        meeting: The record with its names resolved.
        order: The name order.
        original: The side that keeps the original.
        mark: The draft's number and id.

    Returns:
        Language to facts; both have the same keys and lists of the same length.
    """
    return {language: _Teller(meeting, order, original, language).tell(mark) for language in Language}


class _Teller:
    """Tells the facts of a meeting in one language of one original."""

    def __init__(self, meeting: Meeting, order: NameOrder, original: Side, language: Language) -> None:
        self._meeting = meeting
        self._record = meeting.record
        self._language = language
        self._sides = (first := first_side(order, original, language), first.other)
        self._first_language = first_language(order, original, language)

    def tell(self, mark: DraftMark) -> Fact:
        parties = [party for side in self._sides for party in self._meeting.of_side(side)]
        sections = self._record.sections
        title = self._record.title
        return {
            "draft": {
                "id": mark.draft_id,
                "number": mark.number,
                "revision": mark.revision,
                "is_final": mark.is_final,
            },
            "title": self._say(title.pair, "title") if title else "",
            "first": self._side(self._sides[0]),
            "second": self._side(self._sides[1]),
            "meeting": self._facts_of_meeting(),
            "parties": [self._party(party) for party in parties],
            "points": "" if sections else self._missing("sections"),
            "sections": [self._section(section, s) for s, section in enumerate(sections)],
            "closing": self._closing(),
            "signed": self._record.signed,
            "signatures": self._signatures(),
        }

    def _say(self, pair: Pair | None, place: str, kind: GapKind = GapKind.NOT_IN_SOURCE) -> str | Gap:
        """One language of a pair, or the gap that stands for it."""
        if pair is None:
            return Gap(kind, self._language, place)
        return pair.text(self._language) or Gap(
            GapKind.NOT_TRANSLATED, self._language, f"{place}.{self._language}"
        )

    # Parties and people.

    def _side(self, side: Side) -> Fact:
        """A side as the title names it: "Sở Ngoại vụ tỉnh Hà Giang (Việt Nam)", 越南河江省外事厅."""
        parties = self._meeting.of_side(side)
        names = [self._say(party.title, f"{party.place}.body") for party in parties]
        return {"title": self._with_country(self._join(names), parties[0].country)}

    def _join(self, names: Sequence[str | Gap]) -> str | Gap:
        """Names in a list, or the first gap among them."""
        for name in names:
            if isinstance(name, Gap):
                return name
        return ("、" if self._language is Language.ZH else ", ").join(map(str, names))

    def _with_country(self, name: str | Gap, country: Pair) -> str | Gap:
        """Add the country, in Vietnamese behind and on one line with what stands before it."""
        if isinstance(name, Gap):
            return name
        said = country.text(self._language) or ""
        return f"{said}{name}" if self._language is Language.ZH else f"{name}{NBSP}({keep_together(said)})"

    def _party(self, party: MeetingParty) -> Fact:
        return {
            "side": str(party.side),
            "label": self._label(party),
            "country": self._say(party.country, ""),
            "body": self._say(party.body, f"{party.place}.body"),
            "attendees": [self._attendee(person) for person in party.attendees],
        }

    def _label(self, party: MeetingParty) -> str:
        """Name a party before its people: "Phía tỉnh Hà Giang (Việt Nam)", 越方, 越方（河江省）."""
        seat = party.seat.text(self._language) if party.seat else None
        if self._language is Language.VI:
            return f"Phía {seat} ({party.country.vi})" if seat else f"Phía {party.country.vi}"
        alone = len(self._meeting.of_side(party.side)) == 1
        name = _SIDE_NAMES[party.side]
        return name if alone or not seat else f"{name}（{seat}）"

    def _attendee(self, person: MeetingPerson) -> Fact:
        if person.is_group:
            return {"group": self._say(person.group, person.place)}
        return {
            "group": "",
            "name": self._person_name(person),
            "position": self._say(person.position, f"{person.place}.position"),
            "address": person.address,
            "role": self._say(person.role, "") if person.role else "",
        }

    def _person_name(self, person: MeetingPerson) -> str | Gap:
        return self._say(person.name, f"{person.place}.name", GapKind.NAME_NOT_IN_SOURCE)

    def _signatures(self) -> list[Fact]:
        left, right = (self._meeting.of_side(side) for side in self._sides)
        return [
            {"left": self._signature(a), "right": self._signature(b)} for a, b in zip_longest(left, right)
        ]

    def _signature(self, party: MeetingParty | None) -> Fact:
        if party is None:
            return {"party": "", "post": "", "name": ""}
        signatory = party.signatory
        return {
            "party": self._with_country(self._say(party.signing, f"{party.place}.body"), party.country),
            "post": self._say(signatory.post, f"{signatory.place}.position"),
            "name": self._person_name(signatory),
        }

    # Time, place and items.

    def _facts_of_meeting(self) -> Fact:
        record, language, zone = self._record, self._language, self._meeting.zone
        return {
            "day": write_day(record.date, language, record.part_of_day)
            if record.date
            else self._missing("date"),
            "start": write_clock(record.start, language) if record.start else self._missing("start"),
            "end": write_clock(record.end, language) if record.end else self._missing("end"),
            "zone": write_zone(zone, language) if zone else self._missing("place"),
            "place": self._say(self._meeting.place_with_country, "place"),
            "host": self._host(),
        }

    def _missing(self, place: str) -> Gap:
        return Gap(GapKind.NOT_IN_SOURCE, self._language, place)

    def _host(self) -> str | Gap:
        if self._record.host is None:
            return self._missing("host")
        parties = self._meeting.of_side(self._record.host)
        name = self._join([self._say(party.body, f"{party.place}.body") for party in parties])
        return self._with_country(name, parties[0].country) if self._language is Language.ZH else name

    def _section(self, section: Section, index: int) -> Fact:
        number = roman_numeral(index + 1) if self._language is Language.VI else han_numeral(index + 1)
        place = f"sections[{index}]"
        return {
            "number": number,
            "heading": self._segment(f"{section.id}-heading", section.heading.pair, f"{place}.heading"),
            "items": self._items(section, f"{place}.items"),
        }

    def _items(self, section: Section, place: str) -> list[Fact]:
        if not section.items:
            gap = Segment(f"{section.id}-1", self._language, self._missing(place))
            return [{"number": 1, "text": gap, "stance": "", "illustrative": False}]
        return [self._item(section, item, i, f"{place}[{i}]") for i, item in enumerate(section.items)]

    def _item(self, section: Section, item: Item, index: int, place: str) -> Fact:
        return {
            "number": index + 1,
            "text": self._segment(f"{section.id}-{index + 1}", item.pair, place),
            "stance": str(item.stance),
            "illustrative": item.illustrative,
        }

    def _segment(self, segment_id: str, pair: Pair, place: str) -> Segment:
        return Segment(segment_id, self._language, self._say(pair, place))

    def _closing(self) -> Fact:
        record, language, originals = self._record, self._language, self._record.originals
        count = originals.count if originals else None
        write = vi_word if language is Language.VI else han_count
        first = self._first_language
        return {
            "day": write_closing_day(record.date, language) if record.date else self._missing("date"),
            "place": self._say(self._meeting.place, "place"),
            "count": write(count) if count else self._missing("originals.count"),
            "first_language": _LANGUAGE_NAMES[first, language],
            "second_language": _LANGUAGE_NAMES[first.other, language],
            "authentic": originals is not None and originals.equally_authentic,
            "one_each": originals is not None and originals.one_per_party,
            "two_parties": len(record.parties) == _TWO,
        }


def find_gaps(facts: object) -> list[Gap]:
    """Every gap in facts, in their order, each field and language once."""
    found: dict[tuple[str, Language], Gap] = {}
    todo = [facts]
    while todo:
        fact = todo.pop(0)
        if isinstance(fact, Segment):
            fact = fact.text
        if isinstance(fact, Gap):
            found.setdefault((fact.place, fact.language), fact)
        elif isinstance(fact, dict):
            todo[:0] = fact.values()
        elif isinstance(fact, list):
            todo[:0] = fact
    return list(found.values())


def paper_title(facts: Mapping[str, object]) -> str:
    """The two sides as a paper's title names them, for lists and file properties, with plain spaces."""
    written = facts["title"]
    if isinstance(written, str) and written:
        return written
    sides = [facts[side] for side in ("first", "second")]
    names = [side["title"] for side in sides if isinstance(side, dict)]
    return " – ".join(name.text if isinstance(name, Gap) else str(name) for name in names).replace(NBSP, " ")
