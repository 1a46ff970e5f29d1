"""The table of tasks: due dates and funding are values, written in each language; nothing is converted."""

from service.actions.meeting import MeetingTask
from service.actions.telling.teller import Fact, Teller
from service.core.languages import Language, Side
from service.documents.values import Gap
from service.language.order import NameOrder
from service.language.positions import NBSP
from service.language.render import render
from service.language.values import Moment, Period, Quantity, Value
from service.minutes.fields import Amount, DueDate, Text
from service.minutes.record import Task

_QUARTER = 3
_LEADS = {
    (Side.VN, Language.VI): f"Chủ trì phía{NBSP}Việt{NBSP}Nam",
    (Side.CN, Language.VI): f"Chủ trì phía{NBSP}Trung{NBSP}Quốc",
    (Side.VN, Language.ZH): "越方牵头单位",
    (Side.CN, Language.ZH): "中方牵头单位",
}


def lead_sides(order: NameOrder, original: Side) -> tuple[Side, Side]:
    """Whose lead bodies stand in the left column of the table, and whose in the right.

    A column is one in both languages, so it cannot follow each language's own order: under alternat the
    keeper's side stands left, under the simplified order Vietnam's in every original.
    """
    left = original if order is NameOrder.ALTERNAT else Side.VN
    return left, left.other


def tell_leads(teller: Teller) -> Fact:
    """The headings of the two columns of lead bodies."""
    left, right = lead_sides(teller.order, teller.original)
    return {"left": _LEADS[left, teller.language], "right": _LEADS[right, teller.language]}


def tell_tasks(teller: Teller) -> list[Fact]:
    """The tasks in their order."""
    return [_task(teller, task, t) for t, task in enumerate(teller.meeting.tasks)]


def _task(teller: Teller, meeting_task: MeetingTask, index: int) -> Fact:
    task, place, segment = meeting_task.task, f"tasks[{index}]", f"task-t{index + 1}"
    left, right = (
        teller.say(meeting_task.leads.get(side), f"{place}.lead.{side}")
        for side in lead_sides(teller.order, teller.original)
    )
    return {
        "number": index + 1,
        "area": _text(teller, f"{segment}-area", task.area, f"{place}.area"),
        "text": teller.segment(segment, task.pair, place),
        "left_lead": left,
        "right_lead": right,
        "start": _day(teller, task.start, "") if task.start else "",
        "due": _day(teller, task.due, f"{place}.due"),
        "indicator": _text(teller, f"{segment}-indicator", task.indicator, f"{place}.indicator"),
        "funding": _money(teller, task.budget, f"{place}.budget"),
        "illustrative": _is_illustrative(teller, task),
    }


def _is_illustrative(teller: Teller, task: Task) -> bool:
    return task.illustrative or teller.record.illustrative


def _text(teller: Teller, segment_id: str, text: Text | None, place: str) -> object:
    return teller.segment(segment_id, text.pair if text else None, place)


def _day(teller: Teller, due: DueDate | None, place: str) -> str | Gap:
    if due is None:
        return teller.missing(place)
    if due.day and due.month and teller.language is Language.VI:
        return f"{due.day}/{due.month}/{due.year}"  # a cell has no room for "ngày"
    return render(due_value(due), teller.language)


def due_value(due: DueDate) -> Value:
    """A due date as a value of the language core."""
    if due.quarter is None:
        return Moment(due.year, due.month, due.day)
    return Period(due.year, (due.quarter - 1) * _QUARTER + 1, due.quarter * _QUARTER)


def _money(teller: Teller, amount: Amount | None, place: str) -> str | Gap:
    if amount is None:
        return teller.missing(place)
    return render(Quantity(amount.amount, amount.currency), teller.language)
