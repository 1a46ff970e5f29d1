"""Sections, their items and sub-points, and what the paper rests on: numbered, each text a segment."""

from string import ascii_lowercase

from service.actions.telling.teller import Fact, Teller
from service.core.languages import Language
from service.documents.values import Segment
from service.language.numerals import han_number, han_numeral, roman_numeral, vi_letter
from service.minutes.record import DocumentType, Item, Section
from service.minutes.stances import stance_words


def tell_sections(teller: Teller, *, after_tasks: bool) -> list[Fact]:
    """The sections before, or after, the table of tasks; numbers go on from one group to the other.

    A paper without such a table has all of them before it.
    """
    record = teller.record
    is_plan = record.document_type is DocumentType.ACTION_PLAN
    later = [is_plan and section.after_tasks for section in record.sections]
    split = sorted(range(len(later)), key=later.__getitem__)
    return [
        _section(teller, record.sections[index], index, number)
        for number, index in enumerate(split, start=1)
        if later[index] is after_tasks
    ]


def _section(teller: Teller, section: Section, index: int, number: int) -> Fact:
    place = f"sections[{index}]"
    return {
        "number": roman_numeral(number) if teller.language is Language.VI else han_numeral(number),
        "heading": teller.segment(f"{section.id}-heading", section.heading.pair, f"{place}.heading"),
        "items": _items(teller, section, f"{place}.items"),
    }


def _items(teller: Teller, section: Section, place: str) -> list[Fact]:
    if not section.items:
        gap = Segment(f"{section.id}-1", teller.language, teller.missing(place))
        return [
            {"text": gap, "stance": "", "stance_words": "", "illustrative": False, "points": []}
            | _first(teller)
        ]
    return [_item(teller, section, item, i, f"{place}[{i}]") for i, item in enumerate(section.items)]


def _first(teller: Teller) -> Fact:
    return {"number": item_number(1, teller.language)}


def _item(teller: Teller, section: Section, item: Item, index: int, place: str) -> Fact:
    segment_id = f"{section.id}-{index + 1}"
    return {
        "number": item_number(index + 1, teller.language),
        "text": teller.segment(segment_id, item.pair, place),
        "stance": str(item.stance),
        "stance_words": stance_words(section, item, teller.language, len(teller.record.parties)),
        "illustrative": item.illustrative,
        "points": [
            {
                "number": vi_letter(p + 1) if teller.language is Language.VI else str(p + 1),
                "text": teller.segment(
                    f"{segment_id}-{ascii_lowercase[p]}", point.pair, f"{place}.points[{p}]"
                ),
            }
            for p, point in enumerate(item.points)
        ],
    }


def item_number(number: int, language: Language) -> str:
    """Number an item within its section: 1 under I, 一 under 一 (the template writes （一）).

    Source:
        Nghị định 30/2020/NĐ-CP, Annex I; GB/T 9704-2012, 7.3.3.
    """
    return str(number) if language is Language.VI else han_number(number)


def tell_basis(teller: Teller) -> list[Fact]:
    """What the paper rests on."""
    return [
        {"text": teller.segment(f"basis-p{b + 1}", text.pair, f"basis[{b}]")}
        for b, text in enumerate(teller.record.basis)
    ]
