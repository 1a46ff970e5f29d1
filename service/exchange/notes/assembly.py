"""What was read in notes put together as a record of the schema, each field with its passages."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from service.core.languages import Language, Side
from service.core.message import Message, message
from service.exchange.notes.people import NotedPerson
from service.exchange.notes.points import Point
from service.exchange.notes.proposal import Passage, Proposal, ProposedField, find_rest
from service.exchange.notes.terms import Terms
from service.glossary.named import Body
from service.minutes.people import Role
from service.minutes.record import MAX_SECTIONS, DocumentType, Record, Stance

if TYPE_CHECKING:
    from service.exchange.notes.reading import NotedSection, Notes

# Headings of points that stand under none, as the glossary calls them.
_OWN_SECTIONS: Mapping[str, tuple[frozenset[Stance], str]] = {
    "discussed": (frozenset((Stance.STATED, Stance.NOTED)), "label.noi-dung-hoi-dam"),
    "proposals": (frozenset((Stance.PROPOSED,)), "label.kien-nghi"),
    "agreed": (frozenset((Stance.AGREED,)), "label.noi-dung-thong-nhat"),
    "reserved": (frozenset((Stance.RESERVED,)), "label.y-kien-khac-nhau"),
}
_PARTY_WORDS = ("Tỉnh ủy", "Thành ủy", "Khu ủy", "省委", "区党委", "书记")
_MAX_LINE = 500


@dataclass
class _Assembly:
    """A record on its way.

    Attributes:
        text: The notes.
        terms: The glossary.
        fields: Every field with its passages.
        chosen: What had to be chosen.
    """

    text: str
    terms: Terms
    fields: list[ProposedField] = field(default_factory=list)
    chosen: list[ProposedField] = field(default_factory=list)

    def tell(self, path: str, *passages: Passage, note: Message | None = None) -> None:
        self.fields.append(ProposedField(path, tuple(passages), note))

    def choose(self, path: str, note: Message) -> None:
        self.chosen.append(ProposedField(path, (), note))


def assemble(text: str, notes: "Notes", terms: Terms) -> Proposal:
    """Put together what was read.

    Args:
        text: The notes.
        notes: What was read in them.
        terms: The glossary they were read with.
    """
    work = _Assembly(text, terms)
    record = Record.model_validate(
        {
            **_head(work, notes),
            **_facts(work, notes),
            "parties": _parties(work, notes),
            "sections": _sections(work, notes),
            "originals": _originals(work, notes),
        }
    )
    taken = [passage for one in work.fields for passage in one.passages]
    return Proposal(text, record, tuple(work.fields), tuple(work.chosen), find_rest(text, taken))


def _head(work: _Assembly, notes: "Notes") -> dict[str, object]:
    facts = notes.facts
    kind = facts.values.get("document_type")
    if kind is None:
        kind = DocumentType.TALKS_RECORD.value
        work.choose("document_type", message("the notes do not say what paper this becomes"))
    else:
        work.tell("document_type", facts.passages["document_type"])
    is_party = any(word in (one.position or "") for one in notes.people for word in _PARTY_WORDS)
    work.choose("channel", message("chosen by the positions named in the notes"))
    work.choose("name_order", message("the order of names is chosen for each paper; no notes say it"))
    return {"document_type": kind, "channel": "party" if is_party else "state", "name_order": "simplified"}


def _facts(work: _Assembly, notes: "Notes") -> dict[str, object]:
    facts = notes.facts
    values: dict[str, object] = {"date": None, "start": None, "end": None, "place": None, "host": None}
    for name in ("mechanism", "session", "date", "part_of_day", "start", "end", "place"):
        if name in facts.passages:
            values[name] = facts.values[name]
            work.tell(name, facts.passages[name], note=facts.notes.get(name))
    if facts.place is not None and facts.place.side is not None:
        values["host"] = facts.place.side.value
        said = message("the side in whose country the place lies")
        work.tell("host", facts.passages["place"], note=said)
    return values


def _originals(work: _Assembly, notes: "Notes") -> dict[str, object] | None:
    count = notes.facts.values.get("originals.count")
    if count is None:
        return None
    work.tell("originals.count", notes.facts.passages["originals.count"])
    return {"count": count}


# Parties.


def _parties(work: _Assembly, notes: "Notes") -> list[dict[str, object]]:
    parties: list[dict[str, object]] = []
    if notes.labels:
        work.tell("parties", *notes.labels)
    for side in Side:
        for seat in _seats(work, notes, side):
            people = [one for one in notes.people if one.side is side and seat in (None, _seat(work, one))]
            parties.append(_party(work, notes, side, people, f"parties[{len(parties)}]"))
    return parties


def _seat(work: _Assembly, person: NotedPerson) -> str | None:
    return work.terms.province_of(person.body)


def _seats(work: _Assembly, notes: "Notes", side: Side) -> list[str | None]:
    """The provinces of a side where people of more than one were named; else one party without a word."""
    seats = dict.fromkeys(
        seat for one in notes.people if one.side is side and one.name and (seat := _seat(work, one))
    )
    return list(seats) if len(seats) > 1 else [None]


def _party(
    work: _Assembly, notes: "Notes", side: Side, people: Sequence[NotedPerson], path: str
) -> dict[str, object]:
    head = next((one for one in people if one.role is Role.HEAD and one.name), None)
    if head is None:
        head = next((one for one in people if one.name and one.role is Role.MEMBER), None)
        if head is not None:
            work.choose(f"{path}.head", message("the first whom the notes name of this party"))
    party: dict[str, object] = {"side": side.value, "body": _body(work, notes, side, head, path)}
    party["head"] = _person(work, head, f"{path}.head", Role.HEAD) if head else None
    members = [one for one in people if one is not head]
    party["members"] = [_member(work, one, f"{path}.members[{m}]") for m, one in enumerate(members)] or None
    return party


def _body(work: _Assembly, notes: "Notes", side: Side, head: NotedPerson | None, path: str) -> str | None:
    """A body of the side that the notes name, the head's own before others; else that of the head's post."""
    own = head.body.place.chain[0] if head and head.body and head.body.place else None
    named = [(at, body) for at, body in notes.bodies if body.place and _side(body) is side]
    of_head = [
        (at, body) for at, body in named if own is not None and body.place and body.place.chain[0] == own
    ]
    if head is not None and head.body is not None and (head.body.institution or not of_head):
        name = head.body.name.text(work.terms.language)
        if name and work.terms.resolves(name):
            work.tell(f"{path}.body", head.passages["position"])
            return name
    for at, body in (*of_head, *(named if head is None else [])):
        name = body.name.text(work.terms.language)
        if name and work.terms.resolves(name):
            work.tell(f"{path}.body", at)
            return name
    return None


def _side(body: Body) -> Side | None:
    return body.place.side if body.place else None


def _person(work: _Assembly, person: NotedPerson, path: str, role: Role) -> dict[str, object]:
    for name in ("name", "position", "address", "role"):
        if name in person.passages:
            work.tell(f"{path}.{name}", person.passages[name])
    work.tell(path, person.whole)
    written: dict[str, object] = {
        "name": _name(person, work.terms.language),
        "position": _position(person, work.terms.language),
    }
    if person.address:
        written["address"] = person.address
    return written | {"role": role.value}


def _name(person: NotedPerson, language: Language) -> object:
    return person.name if person.is_known else {str(language): person.name}


def _position(person: NotedPerson, language: Language) -> object:
    """A position for the glossary, or the notes' own words where it resolves none."""
    if person.position is None or person.is_resolved:
        return person.position
    return {str(language): person.position}


def _member(work: _Assembly, person: NotedPerson, path: str) -> dict[str, object]:
    if person.name is None:
        work.tell(f"{path}.group", person.whole)
        return {"group": person.position}
    role = Role.MEMBER if person.role is Role.HEAD else person.role
    return _person(work, person, path, role)


# Sections.


def _sections(work: _Assembly, notes: "Notes") -> list[dict[str, object]]:
    sections: list[dict[str, object]] = []
    for noted in notes.sections:
        if noted.heading is None:
            sections += _without_heading(work, noted, len(sections))
        elif noted.points and len(sections) < MAX_SECTIONS and len(noted.heading) <= _MAX_LINE:
            sections.append(_headed(work, noted, len(sections)))
    return sections[:MAX_SECTIONS]


def _headed(work: _Assembly, noted: "NotedSection", index: int) -> dict[str, object]:
    path = f"sections[{index}]"
    if noted.at is not None:
        work.tell(f"{path}.heading", noted.at)
    return {
        "id": f"s{index + 1}",
        "heading": {str(work.terms.language): noted.heading},
        "items": [_item(work, point, f"{path}.items[{i}]") for i, point in enumerate(noted.points)],
    }


def _without_heading(work: _Assembly, noted: "NotedSection", first: int) -> list[dict[str, object]]:
    """Points under no heading, by what the sides did, under the glossary's headings for that."""
    sections: list[dict[str, object]] = []
    for name, (stances, label) in _OWN_SECTIONS.items():
        points = [point for point in noted.points if point.stance in stances]
        if points:
            path = f"sections[{first + len(sections)}]"
            heading = asdict(work.terms.label(label))
            work.choose(f"{path}.heading", message("the notes have no heading here"))
            items = [_item(work, point, f"{path}.items[{i}]") for i, point in enumerate(points)]
            sections.append({"id": name, "heading": heading, "items": items})
    return sections


def _item(work: _Assembly, point: Point, path: str) -> dict[str, object]:
    language = str(work.terms.language)
    work.tell(f"{path}.{language}", point.at)
    if point.said_at:
        work.tell(f"{path}.stance", *point.said_at)
    item: dict[str, object] = {"stance": point.stance.value}
    if point.by is not None:
        item["by"] = point.by.value
    return item | {language: point.text}
