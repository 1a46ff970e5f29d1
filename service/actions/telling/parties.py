"""The parties, their people and their signatures."""

from service.actions.delegations import MeetingParty, MeetingPerson
from service.actions.telling.teller import Fact, Teller
from service.core.languages import Language, Side
from service.documents.values import Gap, GapKind

_SIDE_NAMES = {Side.VN: "越方", Side.CN: "中方"}
_TWO = 2
_MOST_IN_A_ROW = 5
_SLOTS = ("one", "two", "three", "four", "five")
_NOBODY: Fact = {"party": "", "post": "", "name": ""}


def tell_side(teller: Teller, side: Side) -> Fact:
    """A side as the title names it: "Sở Ngoại vụ tỉnh Hà Giang (Việt Nam)", 越南河江省外事厅."""
    parties = teller.meeting.of_side(side)
    names = [teller.say(party.title, f"{party.place}.body") for party in parties]
    return {"title": teller.with_country(teller.join(names), parties[0].country)}


def tell_party(teller: Teller, party: MeetingParty) -> Fact:
    """A party with everybody who attended for it."""
    return {
        "side": str(party.side),
        "label": _label(teller, party),
        "country": teller.say(party.country, ""),
        "body": teller.say(party.body, f"{party.place}.body"),
        "attendees": [tell_attendee(teller, person) for person in party.attendees],
    }


def _label(teller: Teller, party: MeetingParty) -> str:
    """Name a party before its people: "Phía tỉnh Hà Giang (Việt Nam)", 越方, 越方（河江省）."""
    seat = party.seat.text(teller.language) if party.seat else None
    if teller.language is Language.VI:
        return f"Phía {seat} ({party.country.vi})" if seat else f"Phía {party.country.vi}"
    alone = len(teller.meeting.of_side(party.side)) == 1
    name = _SIDE_NAMES[party.side]
    return name if alone or not seat else f"{name}（{seat}）"


def tell_attendee(teller: Teller, person: MeetingPerson) -> Fact:
    """Somebody at the meeting, or people named only by what they are."""
    if person.is_group:
        return {
            "group": teller.say(person.group, person.place),
            "name": "",
            "position": "",
            "post": "",
            "address": "",
            "role": "",
        }
    return {
        "group": "",
        "name": person_name(teller, person),
        "position": teller.say(person.position, f"{person.place}.position"),
        "post": teller.say(person.post, f"{person.place}.position"),
        "address": person.address,
        "role": teller.say(person.role, "") if person.role else "",
    }


def person_name(teller: Teller, person: MeetingPerson) -> str | Gap:
    """A person's name, or the gap that says it is a name that is missing."""
    return teller.say(person.name, f"{person.place}.name", GapKind.NAME_NOT_IN_SOURCE)


def tell_signatures(teller: Teller) -> Fact:
    """The blocks of signatures, in rows.

    Returns:
        `pairs`: rows of `left` and `right`; of two parties the first side stands left, of more the parties go
        in the paper's order, the last alone where they are odd. `rows`: the same blocks for a page that lies
        across, up to five a row, under `one` to `five`.
    """
    blocks = [_signature(teller, party) for party in teller.parties]
    count = signature_columns(teller)
    return {
        "pairs": [
            {"left": left, "right": right or _NOBODY, "alone": right is None}
            for left, right in _in_twos(blocks)
        ],
        "rows": [
            dict(zip(_SLOTS, [*blocks[start : start + count], *([_NOBODY] * count)], strict=False))
            for start in range(0, len(blocks), count)
        ],
    }


def signature_columns(teller: Teller) -> int:
    """How many blocks of signatures stand in a row of a page that lies across; rows are as even as can be."""
    parties = len(teller.parties)
    return -(-parties // -(-parties // _MOST_IN_A_ROW))


def _in_twos(blocks: list[Fact]) -> list[tuple[Fact, Fact | None]]:
    seconds: list[Fact | None] = [*blocks[1::_TWO]]
    return list(zip(blocks[::_TWO], [*seconds, None][: len(blocks[::_TWO])], strict=True))


def _signature(teller: Teller, party: MeetingParty) -> Fact:
    signatory = party.signatory
    return {
        "party": teller.with_country(teller.say(party.signing, f"{party.place}.body"), party.country, " "),
        "post": teller.say(signatory.post, f"{signatory.place}.position"),
        "name": person_name(teller, signatory),
    }
