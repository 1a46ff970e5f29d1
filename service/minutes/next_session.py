"""What the next session takes over from the last one: its structure, and what was agreed as questions."""

from datetime import date

from service.core.languages import Language, Pair, Side
from service.core.message import BienbanError, message
from service.language.days import write_day
from service.minutes.fields import Text
from service.minutes.record import MAX_POINTS, DocumentType, Item, Record, Section, Stance
from service.minutes.stances import says_stance

REVIEW = "review"
_HEADING = Text(vi="Tình hình thực hiện các nội dung đã thống nhất", zh="商定事项落实情况")


class NoNextSession(BienbanError):
    """A record that no session follows."""


def refuse_plans(record: Record) -> None:
    """Refuse a record that is of no session.

    Raises:
        NoNextSession: An action plan.
    """
    if record.document_type is DocumentType.ACTION_PLAN:
        raise NoNextSession(message("an action plan is of no session; give the record of a meeting"))


def next_host(host: Side | None) -> Side | None:
    """The side whose turn it is to host; unknown where it is not known who hosted last."""
    return host.other if host else None


def agreed_items(record: Record) -> list[tuple[str, Item]]:
    """The points that the last session agreed on, with their places.

    Those under a heading that says so; where no heading does, every agreed point that is no review itself.
    """
    items = [
        (f"sections[{s}].items[{i}]", section, item)
        for s, section in enumerate(record.sections)
        for i, item in enumerate(section.items)
        if item.stance is Stance.AGREED and section.id != REVIEW
    ]
    headed = [(place, item) for place, section, item in items if _is_headed(section)]
    return headed or [(place, item) for place, _, item in items]


def _is_headed(section: Section) -> bool:
    pair = section.heading.pair
    return section.id == "agreed" or any(
        says_stance(pair.text(language) or "", Stance.AGREED, language)
        and not says_stance(pair.text(language) or "", Stance.RESERVED, language)
        for language in Language
    )


def review_section(record: Record, session: Pair | None) -> Section:
    """The section that asks what has become of what was agreed.

    Args:
        record: The last session's record.
        session: What its session is called; None where it has no name.

    Returns:
        A point for each agreed one, saying where it was agreed, with an empty sub-point for its status.
    """
    return Section(
        id=REVIEW,
        heading=_HEADING,
        items=tuple(_asked(item, record.date, session) for _, item in agreed_items(record)),
    )


def _asked(item: Item, day: date | None, session: Pair | None) -> Item:
    points = item.points[: MAX_POINTS - 1]
    texts = {
        str(language): _recalled(item.pair.text(language), language, day, session) for language in Language
    }
    marked = {"illustrative": True} if item.illustrative else {}
    status = Text(vi=None, zh=None)
    return Item.model_validate({"stance": Stance.AGREED, **texts, "points": (*points, status), **marked})


def _recalled(text: str | None, language: Language, day: date | None, session: Pair | None) -> str | None:
    if text is None:
        return None
    where = session.text(language) if session else None
    if language is Language.VI:
        at = f" tại {where}" if where else f" ngày {day:%d/%m/%Y}" if day else " lần trước"
        return f"Nội dung đã thống nhất{at}: {text}"
    at = where or (write_day(day, language) if day else "上次会谈")
    return f"{at}商定：{text}"


def empty_sections(record: Record) -> tuple[Section, ...]:
    """The other headings of the last session, with nothing under them."""
    return tuple(
        Section(id=section.id, heading=section.heading, items=())
        for section in record.sections
        if section.id != REVIEW
    )
