"""What is open in a mention that can be read in more than one way, in words."""

from collections.abc import Mapping

from service.core.message import Message, message
from service.language.mentions import Doubt

DOUBTS: Mapping[Doubt, Message] = {
    Doubt.CHANGE_TIMES: message("a change in times can mean two amounts"),
    Doubt.YEAR_MISSING: message("the year is missing"),
    Doubt.SEPARATOR: message("the mark can part thousands or decimals"),
    Doubt.DATE_OR_RATIO: message("a date or a ratio"),
    Doubt.TIME_OR_DURATION: message("a time of day or a duration"),
    Doubt.DAY_OR_DURATION: message("a day of the month or a number of days"),
    Doubt.WEEKDAY_OR_ORDINAL: message("a weekday or an ordinal"),
    Doubt.WEEKDAY_MISMATCH: message("the weekday does not fit the date"),
    Doubt.NO_SUCH_DAY: message("the calendar has no such day"),
    Doubt.MAU: message("a mẫu of Vietnam or of China"),
    Doubt.NEARLY_OR_PAST: message("nearly, or in the past"),
}
