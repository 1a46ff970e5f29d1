"""The text of a cell: nothing in it runs as a formula, and it comes home as it was."""

import re

CLEAR_MARKS = ("[delete]", "[xóa]", "[删除]")
"""A cell with nothing but one of these empties its field; an empty cell leaves the field as it is."""

# “#” too: a spreadsheet takes #N/A for an error of its own.
_RISKY = "[=+\\-@#\t\r＝＋－＠]"
_MARK = "(?:" + "|".join(map(re.escape, CLEAR_MARKS)) + ")$"
_TO_ESCAPE = re.compile(f"'*(?:{_RISKY}|{_MARK})")
_ESCAPED = re.compile(f"'+(?:{_RISKY}|{_MARK})")


def escape_cell(text: str) -> str:
    """Put an apostrophe before what a spreadsheet might run or this program might take for a mark."""
    return f"'{text}" if _TO_ESCAPE.match(text) else text


def unescape_cell(text: str) -> str:
    """Take away the apostrophe that `escape_cell` put there; any other one is text."""
    return text[1:] if _ESCAPED.match(text) else text


def is_clear_mark(text: str) -> bool:
    """Whether a cell asks to empty its field."""
    return text.casefold() in CLEAR_MARKS
