"""What people read in tables of concepts: headings, codes and help, to be put into words by a face."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.core.message import Message, message
from service.exchange.field_values import Kind
from service.exchange.table_columns import Labels

HEADINGS: Mapping[str, Message] = {
    "id": message("Id"),
    "revision": message("Revision"),
    "state": message("State"),
    "category": message("Category"),
    "vi.preferred": message("Vietnamese, preferred"),
    "zh.preferred": message("Chinese, preferred"),
    "vi.short": message("Vietnamese, short form"),
    "zh.short": message("Chinese, short form"),
    "vi.admitted": message("Vietnamese, admitted"),
    "zh.admitted": message("Chinese, admitted"),
    "vi.abbreviations": message("Vietnamese, abbreviations"),
    "zh.abbreviations": message("Chinese, abbreviations"),
    "vi.deprecated": message("Vietnamese, forbidden"),
    "zh.deprecated": message("Chinese, forbidden"),
    "vi.search": message("Vietnamese, for search only"),
    "zh.search": message("Chinese, for search only"),
    "vi.reading": message("Vietnamese, how it is read"),
    "zh.reading": message("Chinese, pinyin"),
    "vi.vn": message("Vietnamese, in texts of the Vietnamese side"),
    "vi.cn": message("Vietnamese, in texts of the Chinese side"),
    "zh.vn": message("Chinese, in texts of the Vietnamese side"),
    "zh.cn": message("Chinese, in texts of the Chinese side"),
    "valid.first": message("Valid from"),
    "valid.last": message("Valid until"),
    "successor": message("Successor"),
    "confidence": message("Confidence"),
    "sources": message("Sources"),
    "note": message("Note"),
    "confirm": message("To be confirmed by the Chinese side"),
    "definition.vi": message("Definition in Vietnamese"),
    "definition.zh": message("Definition in Chinese"),
    "domain": message("Domain"),
    "collection": message("Collection"),
    "components": message("Components"),
    "side": message("Side"),
    "part_of": message("Lies in"),
    "level": message("Level of the place"),
    "levels": message("Levels that have it"),
    "capital": message("Seat of the province"),
    "institution_type": message("Type of institution"),
    "titles": message("Chinese titles held there"),
    "whole": message("Is a position by itself"),
    "sessions": message("Forms of sessions"),
}
"""Column key to heading."""

CODE_WORDS: Mapping[str, Message] = {
    "draft": message("draft"),
    "proposed": message("proposed"),
    "approved": message("approved"),
    "retired": message("retired"),
    "place": message("place"),
    "institution": message("institution"),
    "institution_type": message("type of institution"),
    "title": message("title"),
    "role": message("role at a meeting"),
    "person": message("person"),
    "gate": message("border gate"),
    "mechanism": message("mechanism"),
    "document": message("document"),
    "formula": message("set phrase"),
    "event": message("event"),
    "label": message("heading or label"),
    "sourced": message("has a published source"),
    "high": message("high"),
    "medium": message("medium"),
    "low": message("low"),
    "national": message("national"),
    "office": message("of the office"),
    "vn": message("Vietnam"),
    "cn": message("China"),
    "country": message("country"),
    "province": message("province"),
    "region": message("autonomous region"),
    "prefecture": message("prefecture"),
    "city": message("city"),
    "county": message("district or county"),
    "commune": message("commune"),
    "yes": message("yes"),
    "no": message("no"),
}
"""Code to label."""

RULES = (
    message("One concept a row. The first row holds the headings; columns may be left out or moved."),
    message("An empty cell leaves a field as it is. [delete] alone in a cell empties the field."),
    message("A cell with several terms has one on each line (Alt+Enter)."),
    message("Forbidden terms only ever join those that are there; [delete] takes them all away."),
    message("Leave id and revision as they are: they say which concept a row is and when it was exported."),
    message("An apostrophe before = + - @ # keeps a text from being a formula; it is no part of the text."),
    message("Every import is shown first, row by row; nothing is replaced before you have agreed."),
)
"""What holds for every row."""

KIND_WORDS: Mapping[Kind, Message] = {
    Kind.LINE: message("a text of one line"),
    Kind.TEXT: message("a text, a paragraph a line"),
    Kind.LINES: message("terms, one a line"),
    Kind.DAY: message("a day, such as 2025-06-30 or 30/6/2025"),
    Kind.FLAG: message("yes or no"),
    Kind.CODE: message("one of the list"),
    Kind.CODES: message("some of the list, one a line"),
    Kind.ID: message("id of another concept"),
    Kind.IDS: message("ids of other concepts, one a line"),
    Kind.SOURCES: message("sources, one a line: address | day | note"),
    Kind.TITLES: message("titles, one a line: id = Chinese title"),
    Kind.SESSIONS: message("forms of sessions, one a line, as they were exported"),
}
"""Kind of a field to what its cells hold."""

SHEET, HELP_SHEET, LISTS_SHEET = message("Glossary"), message("Help"), message("Lists")


@dataclass(frozen=True)
class Wording:
    """Everything people read in a workbook, in one language.

    Attributes:
        labels: Headings and codes.
        sheet: Name of the sheet of concepts.
        help_sheet: Name of the sheet that explains.
        lists_sheet: Name of the hidden sheet that drop-downs take their choices from.
        rules: What holds for every row.
        kinds: Kind of a field to what its cells hold.
    """

    labels: Labels
    sheet: str
    help_sheet: str
    lists_sheet: str
    rules: tuple[str, ...]
    kinds: Mapping[Kind, str]
